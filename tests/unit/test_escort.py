"""Who waits for whom, told a second time from the YAML alone; the days are those of the tests."""

import datetime as dt

import pytest
import yaml
from catalogues import LIVING, LIVING_DAY
from conftest import BASE, TODAY
from test_compliance import entry

from generator import checking
from generator.dates import PartialDate, months_old
from generator.escort.reminders import messages
from generator.escort.waiting import escort
from generator.settings import Settings

NOBODY = {"innovations/dinkes/posyandu-malam.yml": None}
OPEN = {"diminta", "berjalan", "menunggu-pemilik", "menunggu-pihak-lain"}


def helped(slug, *helps, events=("inisiatif 2026-10",), **more):
    """A project's file: an innovation of disdik with such helps, each `office state since [due]`."""
    rows = []
    for one in helps:
        office, state, since, *due = one.split()
        who = "perangkat_daerah" if office in ("dinkes", "disdik") else "kantor"
        rows.append(
            {
                who: office,
                "bentuk": "uji-coba",
                "keadaan": state,
                "sejak": since,
                **({"tenggat": due[0]} if due else {}),
            }
        )
    return entry(f"disdik/{slug}", *events, pendampingan=rows, **more)


@pytest.fixture
def found(project):
    """A function: the escort of a project that holds nothing but these files."""

    def read(*files, day=TODAY):
        root = project({**NOBODY, **{path: text for one in files for path, text in one.items()}})
        checked = checking.check(root, TODAY)
        assert not checked.problems.errors, checked.problems.errors
        return escort(checked.catalogue, day)

    return read


def test_who_is_waited_for_follows_from_the_state(found):
    steps = found(helped("perahu", "dinkes diminta 2026-01", "dinkes menunggu-pemilik 2026-02", "Kampus berjalan 2026-03",
                         "Kampus menunggu-pihak-lain 2026-04", "dinkes selesai 2026-05")).steps  # fmt: skip
    waiting = {str(step.support.since): step.waited_for for step in steps}
    assert waiting == {
        "2026-01": "Dinas Kesehatan", "2026-02": "Dinas Pendidikan", "2026-03": "Kampus", "2026-04": "pihak lain", "2026-05": "",
    }  # fmt: skip


def test_the_overdue_come_first_the_longest_overdue_before_them_then_the_oldest(found):
    steps = found(
        helped("a", "dinkes berjalan 2020"), helped("b", "dinkes berjalan 2026-05 2026-11-23"),
        helped("c", "dinkes berjalan 2026-06 2026-10-01"), helped("d", "dinkes berjalan 2019 2027-01-01"),
    ).steps  # fmt: skip
    assert [(step.innovation.slug, step.late) for step in steps] == [("c", 54), ("b", 1), ("d", 0), ("a", 0)]


def test_the_day_of_a_deadline_is_not_overdue_and_what_is_over_never_is(found):
    steps = found(helped("a", "dinkes berjalan 2026-05 2026-11-24", "Kampus selesai 2026-05 2026-06-01")).steps
    assert [step.late for step in steps] == [0, 0]


def test_help_that_has_not_begun_on_a_day_is_not_there(found):
    assert found(helped("a", "dinkes berjalan 2026-05"), day=dt.date(2026, 4, 30)).steps == ()


def test_what_is_quiet_is_asked_after_unless_it_has_ended_or_has_a_day_set(found):
    still = found(
        helped("diam", events=["inisiatif 2026-05-23"]),
        helped("baru", events=["inisiatif 2026-05-24"]),
        helped("dipakai", events=["penerapan 2024-11-23"]),
        helped("dipakai-baru", events=["penerapan 2024-11-24"]),
        helped("selesai", events=("penerapan 2020", "selesai 2021")),
        helped("berhari", "dinkes berjalan 2020 2027-01-01", events=["inisiatif 2020"]),
        helped("terlambat", "dinkes berjalan 2020 2021-01-01", events=["inisiatif 2020"]),
        helped("dibantu", "dinkes selesai 2026-10", events=["inisiatif 2020"]),
        helped("dipakai-menunggu", "dinkes berjalan 2026-01", events=["penerapan 2020"]),
    ).still
    assert [(one.innovation.slug, str(one.heard), one.news) for one in still] == [
        ("terlambat", "2020", "inisiatif"), ("dipakai", "2024-11-23", "penerapan"),
        ("dipakai-menunggu", "2026-01", "mulai didampingi"), ("diam", "2026-05-23", "inisiatif"),
    ]  # fmt: skip


def test_the_question_fits_what_is_known(found):
    still = found(
        helped("a", events=["penerapan 2020"]), helped("b", events=["inisiatif 2020"]),
        helped("c", events=["dilaporkan 2020"]),
    ).still  # fmt: skip
    assert {one.innovation.slug: "diterapkan" in one.question for one in still} == {"a": False, "b": True, "c": True}
    assert {one.innovation.slug: "masih berjalan" in one.question for one in still} == {
        "a": True,
        "b": False,
        "c": True,
    }


def test_what_a_report_saw_last_is_what_is_asked_after(found):
    def told(slug, state, *before):
        seen = [{"peristiwa": kind, "tanggal": date} for kind, date in before]
        seen.append({"peristiwa": "dilaporkan", "tanggal": "2023", "keadaan": state})
        return helped(slug, riwayat=seen)

    still = found(
        told("a", "dipakai"), told("b", "ditunda"), told("c", "ditunda", ("penerapan", "2020")),
        told("d", "dipakai", ("penerapan", "2020")), told("e", "dipakai", ("inisiatif", "2020")),
    ).still  # fmt: skip
    assert {one.innovation.slug: one.question.partition("?")[0] for one in still} == {
        "a": "Apakah masih dipakai",
        "b": "Apakah dilanjutkan atau dihentikan",
        "c": "Apakah dilanjutkan atau dihentikan",
        "d": "Apakah masih berjalan, dan kapan terakhir dikembangkan",
        "e": "Apakah masih dipakai",
    }


def test_whoever_goes_on_with_an_ended_agency_is_asked_after_what_is_its(project):
    register = (BASE / "registry/agencies.yml").read_text("utf-8")
    ended = register.replace(
        "slug: disdik\n", "slug: disdik\n    berlaku_sampai: 2025-12-31\n    penerus: [dinkes]\n", 1
    )
    assert ended != register
    files = {**NOBODY, "registry/agencies.yml": ended, **helped("a", events=["inisiatif 2020"])}
    checked = checking.check(project(files), TODAY)
    assert not checked.problems.errors, checked.problems.errors
    assert [one.agency.slug for one in escort(checked.catalogue, TODAY).still] == ["dinkes"]


def test_withdrawn_ones_wait_for_nobody(found):
    gone = {"tanggal": "2026-09-01", "alasan": "Rekaan."}
    nothing = found(helped("a", "dinkes berjalan 2020", events=["inisiatif 2020"], ditarik=gone))
    assert (nothing.steps, nothing.still) == ((), ())


@pytest.fixture
def reminders(project, monkeypatch, run_here):
    """A function: what `katalog reminders` says of a project."""

    def run(files, day="2026-11-24"):
        monkeypatch.chdir(project(files))
        return run_here("reminders", "--as-of", day)

    return run


def test_the_command_prints_a_message_for_each_office_that_is_waited_for_or_asked(reminders):
    code, out, _ = reminders(
        {**NOBODY, **helped("a", "dinkes berjalan 2026-05 2026-11-23"), **helped("b", events=["inisiatif 2020"])}
    )
    assert code == 0
    first, *told = out.split("\n--- Untuk ")
    assert first.splitlines() == ["Pendampingan inovasi per 24 November 2026"]
    helper, owner = told
    assert helper.startswith("Dinas Kesehatan (1) ---\nYth. Dinas Kesehatan,\n")
    assert "1. A: Uji coba, berjalan; sejak Mei 2026, tenggat 23 November 2026 (lewat 1 hari)." in helper
    assert owner.startswith("Dinas Pendidikan (1) ---\nYth. Dinas Pendidikan,\n")
    assert "1. B. Kabar terakhir: inisiatif (2020).\n   Sampai di mana sekarang?" in owner


def test_a_message_has_the_page_of_each_innovation_where_the_address_of_the_site_is_known(found):
    quiet = found(helped("a", events=["inisiatif 2020"])).still
    [message] = messages((), quiet, Settings("Katalog", "Rekaan", "Pemerintah", "Pengelola", site="https://x.test/"))
    assert "   https://x.test/inovasi/a/" in message.lines
    [message] = messages((), quiet, Settings("Katalog", "Rekaan", "Pemerintah", "Pengelola"))
    assert not [line for line in message.lines if "inovasi/a/" in line]


def test_the_command_says_so_where_nobody_waits_and_refuses_what_is_no_catalogue(reminders):
    code, out, _ = reminders({})
    assert (code, out) == (0, "Pendampingan inovasi per 24 November 2026\nTidak ada yang ditunggu.\n")
    assert reminders({"innovations/disdik/rusak.yml": "nama: x\n"})[:2] == (1, "")
    assert reminders({}, day="besok")[0] == 2


@pytest.mark.living
def test_the_page_of_the_living_catalogue_asks_after_just_those_that_the_files_tell_nothing_new_of():
    """The rule once more, from the YAML alone: no end, and half a year without a date, two years once it is in use."""
    files = {path.stem: yaml.safe_load(path.read_text("utf-8")) for path in (LIVING / "innovations").glob("*/*.yml")}
    asked, steps = set(), 0
    for slug, raw in files.items():
        if "ditarik" in raw:
            continue
        kinds = {event["peristiwa"] for event in raw["riwayat"]}
        helps = raw.get("pendampingan") or []
        steps += sum(one["keadaan"] in OPEN for one in helps)
        told = [event["tanggal"] for event in raw["riwayat"]] + [raw.get("diperiksa")]
        told += [one.get(key) for one in helps for key in ("sejak", "selesai")]
        newest = max(PartialDate.parse(str(date)).last for date in told if date)
        used = kinds & {"penerapan", "pengembangan"} and not any(one["keadaan"] in OPEN for one in helps)
        if not kinds & {"selesai", "dihentikan"} and months_old(newest, LIVING_DAY, 24 if used else 6):
            asked.add(slug)
    found = escort(checking.check(LIVING, LIVING_DAY).catalogue, LIVING_DAY)
    assert {one.innovation.slug for one in found.still} == asked
    assert len(found.pending) == steps
