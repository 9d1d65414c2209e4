"""A closed year prints its record; nothing changes it but a correction with date and reason.

What is learned later refuses nobody: it is a task for maintainers.
"""

import datetime as dt
import json
import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner
from conftest import BASE, ENTRY, SETTINGS, made

from generator import checking
from generator.commands.cli import cli
from generator.commands.indonesian import UsageError
from generator.compliance import closing
from generator.compliance.index import assess, rule_version
from generator.compliance.learned import Learned, correction_commands, learned
from generator.compliance.record import digest
from generator.compliance.wording import reason
from generator.problems import Place, Problem
from generator.publishing.tables import compliance_rows, headline_counts
from generator.reading.document import read
from generator.settings import Edition

CLOSED = dt.date(2027, 1, 31)
LATER = dt.date(2027, 9, 1)
CORRECTED = "2027-03-10"
RESULT = "registry/obligations/2026.hasil.yml"
RULES = "registry/obligations/2026.yml"
AGENCIES = "registry/agencies.yml"
POSYANDU = "innovations/dinkes/posyandu-malam.yml"
#: The rules of a year that asks for two innovations.
TWO = (BASE / RULES).read_text("utf-8").replace("minimum: {nilai: 1,", "minimum: {nilai: 2,")
LATE = "innovations/disdik/kapal-baca.yml"
LATE_ENTRY = ENTRY.replace("Posyandu Malam", "Kapal Baca").replace("penerapan", "uji-coba")


class Closed:
    """A project whose 2026 was closed on `day`, to be changed afterwards."""

    def __init__(self, root: Path, day: dt.date = CLOSED) -> None:
        self.root = root
        (root / RESULT).write_text(closing.result_text(checking.check(root, LATER).catalogue, 2026, day), "utf-8")

    def read(self, path: str) -> str:
        return (self.root / path).read_text("utf-8")

    def write(self, path: str, content: str) -> None:
        (self.root / path).parent.mkdir(exist_ok=True)
        (self.root / path).write_text(content, "utf-8")

    def edit(self, path: str, old: str, new: str) -> None:
        assert self.read(path).count(old) == 1, f"{old!r} must stand in {path} once"
        self.write(path, self.read(path).replace(old, new))

    def correct(self, *corrections: Mapping) -> None:
        """Put corrections, each with a date and a reason, into the result file."""
        rows = [{"tanggal": CORRECTED, "alasan": "Surat rekaan diterima.", **row} for row in corrections]
        self.write(RESULT, re.sub(r"(?m)^koreksi: .*$", lambda _: f"koreksi: {json.dumps(rows)}", self.read(RESULT)))

    def check(self) -> checking.Checked:
        return checking.check(self.root, LATER)

    def codes(self) -> list[str]:
        return [problem.code for problem in self.check().problems.errors]

    def told(self) -> list[Problem]:
        """What maintainers are told of the closed year; a contributor's work is not refused for it."""
        checked = self.check()
        assert not checked.problems.errors
        assert "R041" not in {problem.code for problem in checked.problems.refused(strict=True)}
        return [problem for problem in checked.problems if problem.code == "R041"]

    def tasks(self) -> list[str]:
        """The agencies that would have another verdict today."""
        return [re.search(r"sekarang (\S+) ", problem.message).group(1) for problem in self.told()]

    def seal(self) -> None:
        """Sign the record as it stands, which nobody does by hand: what then is wrong is not the edit itself."""
        text = re.sub(r"(?m)^sidik: .*\n", "", self.read(RESULT))
        document, _ = read(text.encode(), RESULT)
        self.write(RESULT, text.replace("dasar_hukum:", f"sidik: {digest(document.data)}\ndasar_hukum:"))

    def index(self, as_of: dt.date = LATER):
        checked = self.check()
        assert not checked.problems.errors, checked.problems.errors
        return assess(checked.catalogue, 2026, as_of)

    def standing(self, slug: str, as_of: dt.date = LATER) -> tuple[str, tuple[str, ...]]:
        verdict = self.index(as_of).of(slug)
        return verdict.status, verdict.slugs

    def reason(self, slug: str, as_of: dt.date = LATER) -> str:
        index = self.index(as_of)
        return reason(index.of(slug), index, self.check().catalogue)

    def count_codes(self) -> list[str]:
        """The codes of what the data give now, one an agency, of those that the warnings name."""
        catalogue = self.check().catalogue
        found = {one.agency: one.code for one in learned(catalogue, catalogue.registry.results[2026])}
        return [found[agency] for agency in self.tasks()]

    def count_code(self) -> str:
        """The only such code."""
        (code,) = self.count_codes()
        return code

    def new_rules(self) -> str:
        """The version that the rules have now."""
        return rule_version(self.check().catalogue.registry.obligations[2026])

    def later(self) -> dict[str, list[str]]:
        """Agency -> the innovations that the year's page names as recorded since."""
        _, _, part = self.page().partition('id="tercatat-kemudian"')
        lines = re.findall(r"<li>([^:<]+): (.*)</li>", part.partition("</ul>")[0])
        return {name: re.findall(r">([^<]+)</a>", links) for name, links in lines}

    def page(self, as_of: dt.date = LATER, address: str = "kepatuhan/2026/") -> str:
        checked = self.check()
        assert not checked.problems.errors, checked.problems.errors
        return made(self.root, checked, SETTINGS, Edition(as_of, "0" * 40))[f"{address}index.md"].decode()


@pytest.fixture
def closed(project):
    """A function that makes a project with `files` and closes its year 2026."""
    return lambda files=None: Closed(project(files))


# The record


def test_closing_and_checking_finds_no_problem(closed):
    assert closed().codes() == []


def test_the_record_holds_every_agency_with_name_status_reason_and_proofs_and_the_rules(closed):
    here = closed()
    record = yaml.load(here.read(RESULT), yaml.BaseLoader)
    rules = yaml.load(here.read(RULES), yaml.BaseLoader)
    nothing = "Saat tahun 2026 ditutup, tidak tercatat inovasi yang cukup."
    proof = {"inovasi": "posyandu-malam", "nama": "Posyandu Malam", "peristiwa": "penerapan", "tanggal": "2026-03-02"}
    rows = [
        (
            "dinas-ragu",
            "Dinas Ragu",
            "belum-dikonfirmasi",
            "Saat tahun 2026 ditutup, tidak dinilai karena nama resminya belum terkonfirmasi.",
        ),
        ("dinkes", "Dinas Kesehatan", "memenuhi", "Saat tahun 2026 ditutup, tercatat 1 inovasi: Posyandu Malam."),
        ("disdik", "Dinas Pendidikan", "tidak", nothing),
        ("kecamatan-utara", "Kecamatan Utara", "tidak", nothing),
        (
            "rsud",
            "RSUD Contoh",
            "belum-dikonfirmasi",
            "Saat tahun 2026 ditutup, tidak dinilai karena belum pasti apakah Surat Edaran mengikatnya.",
        ),
    ]
    outcomes = [
        dict(zip(("perangkat_daerah", "nama", "status", "alasan"), row, strict=True))
        | ({"bukti": [proof]} if row[0] == "dinkes" else {})
        for row in rows
    ]
    assert record.pop("sidik") == digest(record)
    assert record == {
        "tahun": "2026",
        "per_tanggal": "2027-01-31",
        "versi_aturan": here.new_rules(),
        "dasar_hukum": rules["dasar_hukum"],
        "aturan": rules["aturan"],
        "hasil": outcomes,
        "koreksi": [],
    }


@pytest.mark.parametrize("slug", ["123", "007", "true", "null", "2026-01-01", "1e5", "no"])
def test_a_slug_that_yaml_could_take_for_another_kind_of_value_survives_closing(closed, slug):
    here = closed({f"innovations/disdik/{slug}.yml": ENTRY})
    assert here.codes() == []
    assert here.standing("disdik") == ("memenuhi", (slug,))


def test_a_provisional_year_is_closed_without_accusing_anybody(closed):
    here = closed({RULES: (BASE / RULES).read_text("utf-8").replace("nomor: 1/SE/2026", "nomor: null")})
    assert here.codes() == []
    assert here.standing("disdik") == ("belum", ())
    assert "Belum tercatat" in here.page()
    assert "idak memenuhi" not in here.page()
    here.correct({"perangkat_daerah": "dinkes", "status": "belum"})
    assert here.codes() == []


def test_what_was_closed_for_good_leaves_nobody_behind_as_not_yet_having_met_it(closed):
    here = closed()
    here.correct({"perangkat_daerah": "dinkes", "status": "belum"})
    [problem] = here.check().problems.errors
    assert (problem.code, problem.field) == ("R044", "status")
    assert "statusnya tidak" in problem.cure


def test_a_year_that_was_closed_as_provisional_accuses_nobody_once_its_number_is_known(closed):
    here = closed({RULES: (BASE / RULES).read_text("utf-8").replace("nomor: 1/SE/2026", "nomor: null")})
    here.edit(RULES, "nomor: null", "nomor: 1/SE/2026")
    here.correct({"versi_aturan": here.new_rules()})
    assert here.told() == []
    assert here.standing("disdik")[0] == "belum"
    here.correct({"versi_aturan": here.new_rules()}, {"perangkat_daerah": "disdik", "status": "tidak"})
    assert here.codes() == ["R044"]


@pytest.mark.parametrize("slugs", [[], ["posyandu-malam", "posyandu-malam"]])
def test_a_correction_to_met_names_as_many_innovations_as_the_rules_asked_for(closed, slugs):
    here = closed({RULES: TWO})
    here.correct({"perangkat_daerah": "disdik", "status": "memenuhi", "inovasi": slugs})
    assert here.codes() == ["R044"]


ACCEPTED = {"perangkat_daerah": "disdik", "status": "memenuhi", "inovasi": ["kapal-baca"]}


def test_a_correction_names_innovations_that_are_in_the_catalogue_or_were_withdrawn_renamed_or_on_record(closed):
    here = closed()
    here.correct(ACCEPTED)
    [problem] = here.check().problems.errors
    assert (problem.code, problem.field) == ("R044", "inovasi")
    assert 'inovasi "kapal-baca" tidak ada di katalog' in problem.message
    assert "kapal-baca" in here.read(RESULT).splitlines()[problem.place.line - 1][problem.place.column - 1 :]
    here.write(LATE, LATE_ENTRY + WITHDRAWN.format(day="2027-05-01"))
    assert here.codes() == []
    (here.root / LATE).unlink()
    here.write(LATE.replace("kapal-baca", "perahu-baca"), LATE_ENTRY + "alias: [kapal-baca]\n")
    assert here.codes() == []
    here.correct({**ACCEPTED, "inovasi": ["posyandu-malam"]})
    (here.root / POSYANDU).unlink()
    assert here.codes() == []


def test_an_entry_that_cannot_be_read_is_not_said_to_be_missing_in_a_correction(closed):
    here = closed()
    here.correct(ACCEPTED)
    here.write(LATE, LATE_ENTRY + "solusi: [\n")
    assert here.codes() == ["Y001"]


@pytest.mark.parametrize("status", ["dikecualikan", "memenuhi"])
def test_two_corrections_of_an_agency_on_one_day_are_refused_naming_both(closed, status):
    here = closed()
    here.write(LATE, LATE_ENTRY)
    here.correct({"perangkat_daerah": "disdik", "status": "tidak"}, {**ACCEPTED, "status": status})
    [problem] = here.check().problems.errors
    assert problem.code == "R044"
    assert f'"{status}"' in problem.message
    assert 'memberi disdik status "tidak" pada hari yang sama' in problem.message
    here.correct({"hitungan_diketahui": "0" * 12}, {"perangkat_daerah": "dinkes", "status": "tidak"}, ACCEPTED)
    assert here.codes() == []


def test_the_record_keeps_how_much_of_the_minimum_was_there(closed):
    here = closed({RULES: TWO})
    assert here.reason("dinkes") == ("Saat tahun 2026 ditutup, tercatat 1 dari 2 inovasi yang diminta: Posyandu Malam.")


def test_no_ready_correction_accuses_whom_nobody_had_judged(closed):
    here = closed()
    here.edit(AGENCIES, "nama_terkonfirmasi: tidak", "nama_terkonfirmasi: ya")
    (found,) = learned(here.check().catalogue, here.check().catalogue.registry.results[2026])
    assert (found.recorded, found.now) == ("belum-dikonfirmasi", "tidak")
    assert [what for what, _ in correction_commands(found, LATER)] == ["Bila hasil tetap:"]


def test_the_record_is_a_file_that_a_person_can_read(closed):
    here = closed()
    text = here.read(RESULT)
    head, rules, rest = re.split(r"(?ms)^(?=dasar_hukum:)|^(?=hasil:)", text)
    assert re.sub(r"sidik: [a-z2-7]{32}\n", "", head) == (
        "# Hasil tahun 2026. Berkas ini tidak diubah lagi; perubahan ditulis pada koreksi.\n"
        f"tahun: 2026\nper_tanggal: 2027-01-31\nversi_aturan: {here.new_rules()}\n"
    )
    assert "  minimum:\n    dasar: dibaca\n    keterangan: Paling sedikit satu.\n    nilai: 1\n" in rules
    assert "    nilai: tidak\n" in rules
    assert (
        """
  - perangkat_daerah: dinkes
    nama: Dinas Kesehatan
    status: memenuhi
    alasan: 'Saat tahun 2026 ditutup, tercatat 1 inovasi: Posyandu Malam.'
    bukti:
      - inovasi: posyandu-malam
        nama: Posyandu Malam
        peristiwa: penerapan
        tanggal: '2026-03-02'
  - perangkat_daerah: disdik
    nama: Dinas Pendidikan
    status: tidak
"""
        in rest
    )
    assert rest.endswith("\nkoreksi: []\n")


def test_a_digest_stays_the_same_from_version_to_version_and_never_looks_like_a_number():
    """It stands in result files for good."""
    sign = digest({"tahun": "2026", "hasil": [{"status": "tidak"}], "sidik": "x", "koreksi": ["y"]})
    assert sign == digest({"hasil": [{"status": "tidak"}], "tahun": "2026"})
    assert sign == "p65uezokb4gnzn6prn2dwcxdcyfm6yuy"
    assert sign != digest({"hasil": [{"status": "memenuhi"}], "tahun": "2026"})


def test_a_record_stays_sound_whatever_its_notation_and_the_order_of_its_keys(closed):
    here = closed()
    here.edit(RESULT, "tahun: 2026\nper_tanggal: 2027-01-31\n", 'per_tanggal: "2027-01-31" # penutupan\ntahun: 2026\n')
    assert here.codes() == []


# What the check says, and where


def said(here: Closed) -> list[tuple[str, str, int, int, str]]:
    return [(p.code, p.field, p.place.line, p.place.column, p.message) for p in here.check().problems.errors]


@pytest.mark.parametrize(
    ("day", "cause"),
    [
        ("2026-12-31", "31 Desember 2026 keliru: tahunnya berjalan sampai 31 Desember 2026"),
        ("2027-01-01", ""),
        ("2027-09-01", ""),
        ("2027-09-02", "2 September 2027 keliru: hari itu belum tiba"),
    ],
)
def test_a_year_is_closed_after_its_last_day_and_not_in_the_future(closed, day, cause):
    here = closed()
    here.edit(RESULT, "per_tanggal: 2027-01-31", f"per_tanggal: {day}")
    here.seal()
    dates = [row for row in said(here) if row[0] == "R016"]
    assert dates == ([("R016", "per_tanggal", 3, 14, f"tanggal {cause}")] if cause else [])


@pytest.mark.parametrize(
    ("day", "cause"),
    [
        ("2027-01-30", "30 Januari 2027 keliru: mendahului penutupan tahun"),
        ("2027-01-31", ""),
        ("2027-09-01", ""),
        ("2027-09-02", "2 September 2027 keliru: hari itu belum tiba"),
    ],
)
def test_a_correction_follows_the_closing_and_is_not_in_the_future(closed, day, cause):
    here = closed()
    good = {"perangkat_daerah": "disdik", "status": "tidak"}
    here.correct(good, {**good, "tanggal": day})
    lines = here.read(RESULT).splitlines()
    column = lines[-1].rindex(f'"{day}"') + 1
    dates = [row for row in said(here) if row[0] == "R016"]
    assert dates == ([("R016", "tanggal", len(lines), column, f"tanggal {cause}")] if cause else [])


def test_a_deadline_with_a_source_moves_the_first_day_of_closing(closed):
    here = closed()
    here.write(RULES, here.read(RULES) + "tenggat: {tanggal: 2027-02-15, sumber: {judul: Rekaan}}\n")
    assert (
        "R016",
        "per_tanggal",
        3,
        14,
        "tanggal 31 Januari 2027 keliru: tahunnya berjalan sampai 15 Februari 2027",
    ) in said(here)


def at(here: Closed, text: str) -> int:
    """The line of the record on which `text` stands."""
    return here.read(RESULT).splitlines().index(text) + 1


def test_a_late_entry_is_told_to_maintainers_at_the_agency_with_both_verdicts_and_the_correction(closed):
    here = closed()
    here.write(LATE, LATE_ENTRY)
    [task] = here.told()
    line = at(here, "  - perangkat_daerah: disdik")
    assert (task.severity, task.field, task.place) == ("peringatan", "hasil", Place(RESULT, line, 23))
    assert (
        task.message
        == 'tahun 2026 sudah ditutup; menurut catatan sekarang disdik berstatus "memenuhi", pada berkas hasil berstatus "tidak"'
    )
    assert '--kind hasil --agency disdik --status memenuhi --innovations "kapal-baca"' in task.cure


def test_an_agency_that_is_not_on_record_is_told_at_the_list_and_can_only_be_taken_note_of(closed):
    here = closed()
    row = "  - slug: badan-arsip\n    nama_resmi: Badan Arsip\n    jenis: dinas\n    nama_terkonfirmasi: ya\n    terikat: ya\n    sumber: {judul: A}\n"
    here.write(AGENCIES, here.read(AGENCIES) + row)
    [task] = here.told()
    assert task.place.line == at(here, "hasil:") + 1
    assert task.message.endswith('sekarang badan-arsip berstatus "tidak", pada berkas hasil tidak ada')
    assert "--status" not in task.cure
    here.correct({"hitungan_diketahui": here.count_code()})
    assert here.tasks() == []


def test_an_edited_rule_is_told_at_the_version_with_both_versions(closed):
    here = closed()
    old = here.new_rules()
    here.edit(RULES, "nomor: 1/SE/2026", "nomor: 2/SE/2026")
    message = f"aturan tahun 2026 berubah sesudah ditutup (versi {old} menjadi {here.new_rules()})"
    assert said(here) == [("R008", "versi_aturan", 4, 15, message)]


DIFFERENCE = Learned(2026, "a", "tidak", "memenuhi", ("x",))


def test_the_code_of_a_difference_tells_year_agency_verdicts_and_proofs():
    other = {"year": 2025, "agency": "b", "recorded": "belum", "now": None, "slugs": ("x", "y")}
    codes = {DIFFERENCE.code, *(replace(DIFFERENCE, **{key: value}).code for key, value in other.items())}
    assert len(codes) == 1 + len(other)


def test_the_code_of_a_difference_stays_the_same_from_version_to_version():
    """It stands in result files for good."""
    assert DIFFERENCE.code == "0f9721fc00ad"


def test_a_rule_version_stays_the_same_from_version_to_version(closed):
    """It stands in result files for good, and changes only with a rule or with the way of counting."""
    assert closed().new_rules() == "3df086725742"


# What is learned later, and the corrections that settle it


def test_a_late_entry_is_a_task_until_a_correction_accepts_it(closed):
    here = closed()
    here.write(LATE, LATE_ENTRY)
    assert here.tasks() == ["disdik"]
    assert here.standing("disdik") == ("tidak", ())
    here.correct({"perangkat_daerah": "disdik", "status": "memenuhi", "inovasi": ["kapal-baca"]})
    assert here.tasks() == []
    assert here.standing("disdik") == ("memenuhi", ("kapal-baca",))


def test_a_late_entry_is_a_task_until_a_correction_lets_the_record_stand(closed):
    here = closed()
    here.write(LATE, LATE_ENTRY)
    here.correct({"hitungan_diketahui": here.count_code()})
    assert here.tasks() == []
    assert here.standing("disdik") == ("tidak", ())
    here.correct({"hitungan_diketahui": "000000000000"})
    assert here.tasks() == ["disdik"]


def test_a_second_proof_of_an_agency_that_had_met_is_no_difference_but_the_page_names_it(closed):
    here = closed()
    here.write("innovations/dinkes/posyandu-siang.yml", ENTRY.replace("Malam", "Siang"))
    assert here.tasks() == []
    assert here.later() == {"Dinas Kesehatan": ["Posyandu Siang"]}
    assert here.standing("dinkes") == ("memenuhi", ("posyandu-malam",))


def test_a_late_entry_not_accepted_at_first_may_be_accepted_later(closed):
    here = closed()
    here.write(LATE, LATE_ENTRY)
    here.correct(
        {"hitungan_diketahui": here.count_code()},
        {"tanggal": "2027-05-02", "perangkat_daerah": "disdik", "status": "memenuhi", "inovasi": ["kapal-baca"]},
    )
    assert here.tasks() == []
    assert here.standing("disdik", dt.date(2027, 5, 1)) == ("tidak", ())
    assert here.standing("disdik", dt.date(2027, 5, 2)) == ("memenuhi", ("kapal-baca",))


def test_one_difference_let_stand_excuses_no_further_one_and_none_twice(closed):
    here = closed()
    here.write(LATE, LATE_ENTRY)
    first = here.count_code()
    here.correct({"hitungan_diketahui": first})
    here.write("innovations/kecamatan-utara/pasar-desa.yml", LATE_ENTRY)
    assert here.tasks() == ["kecamatan-utara"]
    here.correct({"hitungan_diketahui": first}, {"tanggal": "2027-05-02", "hitungan_diketahui": here.count_code()})
    assert here.tasks() == []
    assert here.index().met == 1


def test_a_further_late_entry_of_the_same_agency_is_looked_at_anew(closed):
    here = closed()
    here.write(LATE, LATE_ENTRY)
    here.correct({"hitungan_diketahui": here.count_code()})
    here.write(LATE.replace("kapal", "sepeda"), LATE_ENTRY)
    assert here.tasks() == ["disdik"]


def test_a_correction_of_another_verdict_or_another_agency_settles_nothing(closed):
    here = closed()
    here.write(LATE, LATE_ENTRY)
    for wrong in (
        {"perangkat_daerah": "disdik", "status": "dikecualikan", "inovasi": ["kapal-baca"]},
        {"perangkat_daerah": "dinkes", "status": "memenuhi", "inovasi": ["posyandu-malam"]},
    ):
        here.correct(wrong)
        assert here.tasks() == ["disdik"]


def test_a_deleted_entry_is_a_task_until_a_correction_stands(closed):
    here = closed()
    (here.root / POSYANDU).unlink()
    assert here.tasks() == ["dinkes"]
    here.correct({"perangkat_daerah": "dinkes", "status": "tidak"})
    assert here.tasks() == []
    assert here.standing("dinkes", dt.date(2027, 3, 9)) == ("memenuhi", ("posyandu-malam",))
    assert here.standing("dinkes", dt.date(2027, 3, 10)) == ("tidak", ())


WITHDRAWN = "ditarik: {{tanggal: {day}, alasan: Tercatat dua kali.}}\n"


@pytest.mark.parametrize("day", ["2027-05-01", "2026-12-20"])
def test_the_record_stands_when_one_of_its_proofs_is_withdrawn_whatever_the_day(closed, day):
    here = closed()
    here.write(POSYANDU, here.read(POSYANDU) + WITHDRAWN.format(day=day))
    assert here.tasks() == []
    assert here.standing("dinkes") == ("memenuhi", ("posyandu-malam",))
    assert "Posyandu Malam" in here.page()
    withdrawn = " ".join(here.page(address="inovasi/posyandu-malam/").split())
    assert "tidak lagi didaftar. Hasil 2026 yang sudah ditutup tetap menghitungnya." in withdrawn
    assert "tidak lagi dihitung" not in withdrawn


def test_an_entry_withdrawn_before_the_closing_is_not_missed_in_the_record(closed):
    here = closed({LATE: LATE_ENTRY + WITHDRAWN.format(day="2026-11-20")})
    assert here.tasks() == []
    assert here.standing("disdik") == ("tidak", ())


def test_a_late_entry_that_is_withdrawn_is_no_longer_a_task(closed):
    here = closed()
    here.write(LATE, LATE_ENTRY + WITHDRAWN.format(day="2027-05-01"))
    assert here.tasks() == []
    assert here.later() == {}


def test_the_withdrawal_of_what_a_correction_accepted_changes_nothing(closed):
    here = closed()
    here.write(LATE, LATE_ENTRY + WITHDRAWN.format(day="2027-05-01"))
    here.correct({"perangkat_daerah": "disdik", "status": "memenuhi", "inovasi": ["kapal-baca"]})
    assert here.tasks() == []
    assert here.standing("disdik") == ("memenuhi", ("kapal-baca",))


def test_what_is_withdrawn_counts_only_for_those_on_whose_record_it_stands(closed):
    shared = ENTRY + "kolaborator: [{perangkat_daerah: disdik}]\n"
    rules = (BASE / RULES).read_text("utf-8").replace("dihitung: {nilai: tidak", "dihitung: {nilai: ya")
    here = closed({POSYANDU: shared, RULES: rules})
    assert here.standing("disdik") == here.standing("dinkes") == ("memenuhi", ("posyandu-malam",))
    here.write(POSYANDU, shared + WITHDRAWN.format(day="2027-05-01"))
    here.correct({"perangkat_daerah": "dinkes", "status": "tidak"})
    assert here.tasks() == []


def test_a_renamed_entry_keeps_the_name_on_record_and_the_link_leads_to_it(closed):
    here = closed()
    text = here.read(POSYANDU).replace("Posyandu Malam", "Posyandu Petang")
    (here.root / POSYANDU).unlink()
    here.write("innovations/dinkes/posyandu-petang.yml", text + "alias: [posyandu-malam]\n")
    assert here.tasks() == []
    assert here.later() == {}
    assert '<a href="../../inovasi/posyandu-petang/">Posyandu Malam</a>' in here.page()
    assert "kepatuhan/2026/" in here.page(address="inovasi/posyandu-petang/")


@pytest.mark.parametrize("name", ["2026.hasil.yaml", "2026-lama.hasil.yml", "02026.hasil.yml", "2026.Hasil.yml"])
def test_a_second_record_of_a_year_under_another_spelling_is_a_stray_file(closed, name):
    here = closed()
    here.write(f"registry/obligations/{name}", here.read(RESULT))
    [problem] = here.check().problems.errors
    assert (problem.code, problem.place.file) == ("R010", f"registry/obligations/{name}")


def test_a_second_record_of_a_year_under_another_year_is_told_with_the_cure(closed):
    here = closed({"registry/obligations/2025.yml": (BASE / RULES).read_text("utf-8").replace("2026", "2025")})
    here.write("registry/obligations/2025.hasil.yml", here.read(RESULT))
    [problem] = here.check().problems.errors
    assert (problem.code, problem.field) == ("R006", "tahun")
    assert "bila tahun 2026 sudah mempunyai berkasnya sendiri, hapus berkas ini" in problem.cure


def test_an_entry_that_went_to_another_agency_is_a_task_for_both(closed):
    here = closed()
    here.write("innovations/disdik/posyandu-malam.yml", here.read(POSYANDU))
    (here.root / POSYANDU).unlink()
    assert here.tasks() == ["dinkes", "disdik"]


@pytest.mark.parametrize("change", ["tanggal: 2025-03-02", "tanggal: 2025"])
def test_a_date_moved_out_of_the_year_is_a_task_until_a_correction_stands(closed, change):
    here = closed()
    here.edit(POSYANDU, "tanggal: 2026-03-02", change)
    assert here.tasks() == ["dinkes"]
    here.correct({"perangkat_daerah": "dinkes", "status": "tidak"})
    assert here.tasks() == []


def test_a_kind_changed_to_one_that_does_not_count_is_a_task(closed):
    here = closed()
    here.edit(POSYANDU, "penerapan", "dilaporkan")
    assert here.tasks() == ["dinkes"]


def test_a_date_made_more_exact_within_the_year_is_no_problem(closed):
    here = closed()
    here.edit(POSYANDU, "2026-03-02", "2026-03")
    assert here.tasks() == []


def test_an_event_of_the_next_year_is_no_problem(closed):
    here = closed()
    here.edit(POSYANDU, "tanggal: 2026-03-02", "tanggal: 2026-03-02\n  - {peristiwa: pengembangan, tanggal: 2027-02}")
    here.write(LATE, LATE_ENTRY.replace("2026-03-02", "2027-02"))
    assert here.tasks() == []


def test_the_text_of_an_entry_may_change_freely(closed):
    here = closed()
    here.edit(POSYANDU, "nama: Posyandu Malam", "nama: Posyandu Malam Hari")
    assert here.tasks() == []


RULE_EDITS = [
    ("wording", "keterangan: Paling sedikit satu.", "keterangan: Paling sedikit satu inovasi."),
    ("basis", "{nilai: tidak, dasar: dibaca,", "{nilai: tidak, dasar: asumsi,"),
    ("number", "nomor: 1/SE/2026", "nomor: 2/SE/2026"),
    ("date", "tanggal: 2026-01-02", "tanggal: 2026-01-03"),
    ("text", "naskah: https://contoh.go.id/edaran", "naskah: https://contoh.go.id/edaran-baru"),
    ("events", "[inisiatif, uji-coba, penerapan, pengembangan]", "[uji-coba, penerapan, pengembangan]"),
    ("deadline", "aturan:", "tenggat: {tanggal: 2027-01-15, sumber: {judul: Rekaan}}\naturan:"),
]


@pytest.mark.parametrize(("old", "new"), [edit[1:] for edit in RULE_EDITS], ids=[edit[0] for edit in RULE_EDITS])
def test_a_rule_edit_fails_until_a_correction_names_the_new_version(closed, old, new):
    here = closed()
    here.edit(RULES, old, new)
    assert here.codes() == ["R008"]
    (problem,) = here.check().problems.errors
    assert here.new_rules() in problem.message
    here.correct({"versi_aturan": here.new_rules()})
    assert here.codes() == []
    here.correct({"versi_aturan": "000000000000"})
    assert here.codes() == ["R008"]


def test_a_moved_deadline_is_a_rule_edit(closed):
    deadline = "tenggat: {tanggal: 2027-01-15, sumber: {judul: Rekaan}}\n"
    here = closed({RULES: (BASE / RULES).read_text("utf-8") + deadline})
    assert here.codes() == []
    here.edit(RULES, "tanggal: 2027-01-15", "tanggal: 2027-01-20")
    assert here.codes() == ["R008"]


def test_a_second_rule_edit_needs_a_second_correction(closed):
    here = closed()
    here.edit(RULES, "nomor: 1/SE/2026", "nomor: 2/SE/2026")
    first = {"versi_aturan": here.new_rules()}
    here.correct(first)
    here.edit(RULES, "nomor: 2/SE/2026", "nomor: 3/SE/2026")
    assert here.codes() == ["R008"]
    here.correct(first, {"tanggal": "2027-04-01", "versi_aturan": here.new_rules()})
    assert here.codes() == []


def test_a_rule_edit_that_changes_outcomes_needs_a_correction_for_each(closed):
    here = closed()
    here.edit(RULES, "minimum: {nilai: 1,", "minimum: {nilai: 2,")
    assert here.codes() == ["R008"]
    rules = {"versi_aturan": here.new_rules()}
    here.correct(rules)
    assert here.tasks() == ["dinkes"]
    here.correct(rules, {"perangkat_daerah": "dinkes", "status": "tidak", "inovasi": ["posyandu-malam"]})
    assert here.tasks() == []


def test_a_rule_correction_does_not_excuse_a_late_entry(closed):
    here = closed()
    here.edit(RULES, "nomor: 1/SE/2026", "nomor: 2/SE/2026")
    here.write(LATE, LATE_ENTRY)
    here.correct({"versi_aturan": here.new_rules()})
    assert here.tasks() == ["disdik"]


def test_a_reply_after_closing_needs_no_correction(closed):
    here = closed()
    here.write(RULES, f"{here.read(RULES)}tanggapan: [{{perangkat_daerah: disdik, tanggal: 2027-02-20, isi: Maaf.}}]\n")
    assert here.codes() == []


def test_a_reply_to_a_closed_year_shows_from_its_date_on(closed):
    here = closed()
    here.write(RULES, f"{here.read(RULES)}tanggapan: [{{perangkat_daerah: disdik, tanggal: 2027-02-20, isi: Maaf.}}]\n")
    assert [r.text for r in here.index(dt.date(2027, 2, 20)).of("disdik").replies] == ["Maaf."]
    assert here.index(dt.date(2027, 2, 19)).of("disdik").replies == ()


def test_an_exemption_written_back_into_a_closed_year_is_a_task_until_corrected(closed):
    here = closed()
    row = "{perangkat_daerah: disdik, alasan: Kebakaran, tanggal: 2026-12-01, sumber: {judul: SK Rekaan}}"
    here.write(RULES, f"{here.read(RULES)}pengecualian: [{row}]\n")
    assert here.tasks() == ["disdik"]
    here.correct({"perangkat_daerah": "disdik", "status": "dikecualikan"})
    assert here.tasks() == []


def test_an_exemption_decided_after_closing_can_be_entered_as_a_correction(closed):
    here = closed()
    row = "{perangkat_daerah: disdik, alasan: Kebakaran, tanggal: 2027-03-01, sumber: {judul: SK Rekaan}}"
    here.write(RULES, f"{here.read(RULES)}pengecualian: [{row}]\n")
    assert here.codes() == []
    exempt = {"perangkat_daerah": "disdik", "status": "dikecualikan"}
    here.correct(exempt)
    here.correct(exempt, {"hitungan_diketahui": here.count_code()})
    assert here.tasks() == []
    assert here.standing("disdik", dt.date(2027, 3, 9)) == ("tidak", ())
    assert here.standing("disdik", dt.date(2027, 3, 10)) == ("dikecualikan", ())
    assert here.reason("disdik") == "Sesudah dikoreksi, dikecualikan. Dikoreksi 10 Maret 2027: Surat rekaan diterima."


# The register changes


def test_a_name_changed_later_leaves_the_name_on_record_on_page_in_tables_and_in_corrections(closed):
    here = closed()
    here.edit(AGENCIES, "nama_resmi: Dinas Kesehatan", "nama_resmi: Dinas Kesehatan Masyarakat")
    here.correct({"perangkat_daerah": "dinkes", "status": "memenuhi", "inovasi": ["posyandu-malam"]})
    assert here.tasks() == []
    page = here.page()
    assert "Masyarakat" not in page
    assert '<a href="../../perangkat-daerah/dinkes/">Dinas Kesehatan</a>' in page
    assert "10 Maret 2027, Dinas Kesehatan: Surat rekaan diterima." in page
    assert {row["nama"] for row in compliance_rows(here.check().catalogue, here.index())} >= {"Dinas Kesehatan"}


def test_a_duty_confirmed_afterwards_is_a_task_until_a_correction_stands(closed):
    here = closed()
    here.edit(AGENCIES, "nama_terkonfirmasi: tidak", "nama_terkonfirmasi: ya")
    assert here.tasks() == ["dinas-ragu"]
    assert "nama resminya belum terkonfirmasi" in here.reason("dinas-ragu")
    here.correct({"perangkat_daerah": "dinas-ragu", "status": "tidak"})
    assert here.tasks() == []


NEW_AGENCY = (
    "  - {slug: badan-arsip, nama_resmi: Badan Arsip, jenis: dinas, nama_terkonfirmasi: ya, terikat: ya, "
    "sumber: {judul: Rekaan}%s}\n"
)


def test_an_agency_that_is_not_on_record_cannot_be_corrected_into_it(closed):
    here = closed()
    here.write(AGENCIES, here.read(AGENCIES) + NEW_AGENCY % "")
    assert here.tasks() == ["badan-arsip"]
    here.correct({"perangkat_daerah": "badan-arsip", "status": "tidak"})
    [problem] = here.check().problems.errors
    assert (problem.code, problem.field) == ("R042", "perangkat_daerah")
    assert problem.message == '"badan-arsip" tidak ada dalam hasil tahun 2026, sehingga tidak dapat dikoreksi'
    assert "badan-arsip" in here.read(RESULT).splitlines()[problem.place.line - 1][problem.place.column - 1 :]


def test_an_agency_renamed_after_the_year_leaves_the_record_alone(closed):
    here = closed()
    here.edit(AGENCIES, "nama_pendek: Dinkes", "berlaku_sampai: 2027-03-31\n    penerus: [badan-arsip]")
    here.write(AGENCIES, here.read(AGENCIES) + NEW_AGENCY % ", berlaku_dari: 2027-04-01")
    assert here.tasks() == []
    assert here.standing("dinkes") == ("memenuhi", ("posyandu-malam",))
    assert here.index().of("badan-arsip") is None


def rename_within_the_closed_year(here: Closed) -> None:
    here.edit(AGENCIES, "nama_pendek: Dinkes", "berlaku_sampai: 2026-06-30\n    penerus: [badan-arsip]")
    here.write(AGENCIES, here.read(AGENCIES) + NEW_AGENCY % ", berlaku_dari: 2026-07-01")


def test_an_agency_merged_back_into_the_closed_year_is_a_task_until_a_correction_takes_note(closed):
    here = closed()
    rename_within_the_closed_year(here)
    assert sorted(here.tasks()) == ["badan-arsip", "dinkes"]
    assert all("status:" not in problem.cure for problem in here.told())
    here.correct(*({"hitungan_diketahui": code} for code in here.count_codes()))
    assert here.tasks() == []
    assert here.standing("dinkes") == ("memenuhi", ("posyandu-malam",))
    assert here.index().of("badan-arsip") is None


def test_an_agency_of_the_record_cannot_leave_the_register(closed):
    here = closed()
    text = here.read(AGENCIES)
    start, end = text.index("  - slug: kecamatan-utara"), text.index("  - slug: rsud")
    here.write(AGENCIES, text[:start] + text[end:])
    assert ("R003", RESULT) in [(problem.code, problem.place.file) for problem in here.check().problems.errors]


# The record itself


RECORD_EDITS = [
    ("status: memenuhi", "status: dikecualikan"),
    ("nama: Dinas Kesehatan", "nama: Dinas Kesehatan dan Gizi"),
    ("alasan: 'Saat tahun 2026 ditutup, tercatat 1 inovasi: Posyandu Malam.'", "alasan: Tercatat."),
    ("nama: Posyandu Malam", "nama: Posyandu Pagi"),
    ("inovasi: posyandu-malam", "inovasi: posyandu-pagi"),
    ("keterangan: Paling sedikit satu.", "keterangan: Paling sedikit dua."),
    ("nomor: 1/SE/2026", "nomor: 2/SE/2026"),
    ("per_tanggal: 2027-01-31", "per_tanggal: 2027-01-30"),
]


@pytest.mark.parametrize(("old", "new"), RECORD_EDITS)
def test_an_edited_record_fails_until_it_is_as_it_was(closed, old, new):
    here = closed()
    here.edit(RESULT, old, new)
    [problem] = here.check().problems.errors
    written = re.search(r"sidik: (\w+)", here.read(RESULT)).group(1)
    assert (problem.code, problem.field, problem.place.line) == ("R007", "sidik", at(here, f"sidik: {written}"))
    assert problem.message == (
        f'hasil tahun 2026 bukan lagi yang ditulis saat ditutup: sidiknya "{written}" tidak cocok dengan isinya'
    )
    here.edit(RESULT, new, old)
    assert here.codes() == []


def test_a_correction_excuses_no_edit_of_the_record(closed):
    here = closed()
    here.correct({"perangkat_daerah": "dinkes", "status": "tidak"})
    assert here.codes() == []
    here.edit(RESULT, "status: memenuhi", "status: tidak")
    assert here.codes() == ["R007"]


def test_a_record_that_loses_an_agency_fails(closed):
    here = closed()
    text = here.read(RESULT)
    here.write(RESULT, text[: text.index("  - perangkat_daerah: rsud")] + "koreksi: []\n")
    assert here.codes() == ["R007"]


def test_a_record_without_a_digest_fails_and_is_told_how_to_come_by_one(closed):
    here = closed()
    here.write(RESULT, re.sub(r"(?m)^sidik: .*\n", "", here.read(RESULT)))
    [problem] = here.check().problems.errors
    assert (problem.code, problem.message.rpartition(": ")[2]) == ("R007", "sidiknya tidak ada")
    assert "katalog close 2026 --as-of 2027-01-31" in problem.cure


def test_a_record_of_before_there_were_digests_is_told_the_same_beside_what_it_lacks(closed):
    here = closed()
    old = "tahun: 2026\nper_tanggal: 2027-01-31\nversi_aturan: lama\nhasil:\n  - {perangkat_daerah: dinkes, status: memenuhi, inovasi: [posyandu-malam]}\n"
    here.write(RESULT, old)
    assert set(here.codes()) == {"R007", "I001", "I002"}


def test_an_edited_rule_version_fails(closed):
    here = closed()
    here.edit(RESULT, f"versi_aturan: {here.new_rules()}", 'versi_aturan: "000000000000"')
    assert here.codes() == ["R008", "R007"]


@pytest.mark.parametrize("missing", ["tanggal", "alasan"])
def test_a_correction_needs_a_date_and_a_reason(closed, missing):
    here = closed()
    here.correct({"perangkat_daerah": "disdik", "status": "tidak"})
    assert here.codes() == []
    here.correct({"perangkat_daerah": "disdik", "status": "tidak", missing: None})
    assert "I001" in here.codes()


@pytest.mark.parametrize(
    "row",
    [
        {},
        {"perangkat_daerah": "disdik"},
        {"status": "tidak"},
        {"status": "tidak", "versi_aturan": "as it is now"},
        {"inovasi": ["posyandu-malam"]},
    ],
    ids=["nothing", "agency-alone", "status-alone", "status-with-rules", "slugs-alone"],
)
def test_a_correction_gives_an_agency_a_status_or_names_rules_or_a_count(closed, row):
    here = closed()
    here.correct(row | ({"versi_aturan": here.new_rules()} if "versi_aturan" in row else {}))
    assert here.codes() == ["R012"]


def test_an_agency_stands_in_the_record_once(closed):
    here = closed()
    row = here.read(RESULT).partition("hasil:\n")[2].partition("  - perangkat_daerah: dinkes")[0]
    here.edit(RESULT, row, row * 2)
    here.seal()
    assert here.codes() == ["R002"]


def test_a_record_without_its_rules_fails(closed):
    here = closed()
    (here.root / RULES).unlink()
    assert here.codes() == ["R009"]


def test_rules_that_cannot_be_read_are_not_said_to_be_missing(closed):
    here = closed()
    here.edit(RULES, "nilai: [dinas, kecamatan]", "nilai: []")
    assert here.codes() == ["I005"]


# What the site shows


def rows(page: str) -> dict[str, tuple[str, int]]:
    found = re.findall(r'data-perangkat-daerah="([^"]+)" data-status="([^"]+)" data-jumlah="(\d+)"', page)
    return {slug: (status, int(count)) for slug, status, count in found}


def test_the_page_of_a_closed_year_prints_the_record_and_says_when_it_was_closed(closed):
    here = closed()
    page = here.page()
    assert "Tahun 2026 ditutup per 31 Januari 2027." in page
    assert "1 dari 3 perangkat daerah memenuhi kewajiban inovasi 2026" in page
    assert rows(page) == {
        "dinkes": ("memenuhi", 1),
        "disdik": ("tidak", 0),
        "kecamatan-utara": ("tidak", 0),
        "rsud": ("belum-dikonfirmasi", 0),
        "dinas-ragu": ("belum-dikonfirmasi", 0),
    }
    assert 'id="koreksi"' not in page


def test_the_record_names_an_innovation_that_has_left_the_catalogue(closed):
    here = closed()
    (here.root / POSYANDU).unlink()
    here.correct({"perangkat_daerah": "dinkes", "status": "tidak"})
    before = here.page(dt.date(2027, 3, 9))
    assert rows(before)["dinkes"] == ("memenuhi", 1)
    assert "<li>Posyandu Malam</li>" in before
    assert "../inovasi/posyandu-malam/" not in before
    assert rows(here.page(dt.date(2027, 3, 10)))["dinkes"] == ("tidak", 0)


def test_before_the_closing_day_the_year_is_computed_afresh(closed):
    here = closed()
    (here.root / POSYANDU).unlink()
    here.correct({"perangkat_daerah": "dinkes", "status": "tidak"})
    assert here.index(dt.date(2027, 1, 30)).result is None
    assert here.standing("dinkes", dt.date(2026, 11, 24)) == ("belum", ())
    assert here.standing("dinkes", dt.date(2027, 1, 30)) == ("belum", ())
    assert here.standing("dinkes", CLOSED) == ("memenuhi", ("posyandu-malam",))
    assert "Dihitung per 30 Januari 2027." in here.page(dt.date(2027, 1, 30))


def test_a_correction_shows_with_date_and_reason_from_its_date_on(closed):
    here = closed()
    here.write(LATE, LATE_ENTRY)
    here.correct({"perangkat_daerah": "disdik", "status": "memenuhi", "inovasi": ["kapal-baca"]})
    before, after = dt.date(2027, 3, 9), dt.date(2027, 3, 10)
    assert rows(here.page(before))["disdik"] == ("tidak", 0)
    assert "Surat rekaan diterima." not in here.page(before)
    page = here.page(after)
    assert rows(page)["disdik"] == ("memenuhi", 1)
    assert "2 dari 3 perangkat daerah memenuhi" in page
    assert "10 Maret 2027, Dinas Pendidikan: Surat rekaan diterima." in page
    assert "Dikoreksi 10 Maret 2027: Surat rekaan diterima." in here.reason("disdik")
    assert "Dikoreksi" not in here.reason("dinkes")


def test_a_count_let_stand_is_not_shown_as_a_change_of_rules(closed):
    here = closed()
    here.write(LATE, LATE_ENTRY)
    here.correct({"hitungan_diketahui": here.count_code()})
    page = here.page(dt.date(2027, 3, 10))
    assert "Surat rekaan diterima." in page
    assert "10 Maret 2027, aturan:" not in page


def test_no_empty_list_of_corrections_shows_before_the_first_one(closed):
    here = closed()
    here.correct({"perangkat_daerah": "disdik", "status": "tidak"})
    assert 'id="koreksi"' not in here.page(dt.date(2027, 3, 9))
    assert 'id="koreksi"' in here.page(dt.date(2027, 3, 10))


def test_a_corrected_agency_is_not_said_to_have_stood_so_at_closing(closed):
    here = closed()
    here.write(LATE, LATE_ENTRY)
    here.correct({"perangkat_daerah": "disdik", "status": "memenuhi", "inovasi": ["kapal-baca"]})
    assert "saat tahun 2026 ditutup" not in here.reason("disdik").lower()
    assert "saat tahun 2026 ditutup" in here.reason("dinkes").lower()


def test_the_reason_in_a_closed_year_is_that_of_the_record_and_its_corrections(closed):
    here = closed()
    assert here.reason("dinkes") == "Saat tahun 2026 ditutup, tercatat 1 inovasi: Posyandu Malam."
    assert here.reason("disdik") == "Saat tahun 2026 ditutup, tidak tercatat inovasi yang cukup."
    here.write(LATE, LATE_ENTRY)
    here.correct({"perangkat_daerah": "disdik", "status": "memenuhi", "inovasi": ["kapal-baca"]})
    assert here.reason("disdik") == (
        "Sesudah dikoreksi, tercatat 1 inovasi: Kapal Baca. Dikoreksi 10 Maret 2027: Surat rekaan diterima."
    )


def test_the_record_names_the_predecessors_that_earned_it(closed):
    old = "  - slug: lama\n    nama_resmi: Dinas Lama\n    jenis: dinas\n    nama_terkonfirmasi: ya\n    terikat: ya\n    sumber: {judul: A}\n"
    old += "    berlaku_sampai: 2026-06-30\n    penerus: [disdik]\n"
    here = closed({AGENCIES: (BASE / AGENCIES).read_text("utf-8") + old, LATE.replace("disdik", "lama"): LATE_ENTRY})
    assert here.reason("disdik") == (
        "Saat tahun 2026 ditutup, tercatat 1 inovasi: Kapal Baca. Termasuk capaian Dinas Lama yang diteruskannya."
    )


def test_a_record_needs_neither_the_predecessor_it_names_nor_the_links_between_them(closed):
    old = "  - {slug: lama, nama_resmi: Dinas Lama, jenis: dinas, nama_terkonfirmasi: ya, terikat: ya, sumber: {judul: A}, berlaku_sampai: 2026-06-30"
    files = {AGENCIES: f"{(BASE / AGENCIES).read_text('utf-8')}{old}, penerus: [disdik]}}\n"}
    here = closed({**files, LATE.replace("disdik", "lama"): LATE_ENTRY})
    before = here.page()
    here.edit(AGENCIES, "nama_resmi: Dinas Lama", "nama_resmi: Dinas Lain")
    here.edit(AGENCIES, ", penerus: [disdik]", "")
    assert "Termasuk capaian Dinas Lama yang diteruskannya." in here.reason("disdik")
    assert [agency.slug for agency in here.index().of("disdik").predecessors] == ["lama"]
    assert rows(here.page()) == rows(before)


GIVEN = {
    "dikecualikan": "dikecualikan",
    "belum-dikonfirmasi": "tidak dinilai",
    "belum-wajib": "belum wajib",
    "tidak": "tidak tercatat inovasi yang cukup",
}


@pytest.mark.parametrize(("status", "words"), GIVEN.items())
def test_a_corrected_status_says_so_and_gives_the_reason_of_the_correction(closed, status, words):
    here = closed()
    here.correct({"perangkat_daerah": "disdik", "status": status})
    assert here.reason("disdik") == f"Sesudah dikoreksi, {words}. Dikoreksi 10 Maret 2027: Surat rekaan diterima."


def test_the_page_of_a_closed_year_prints_the_rules_as_they_were(closed):
    here = closed()
    version = here.new_rules()
    here.edit(RULES, "keterangan: Paling sedikit satu.", "keterangan: Paling sedikit satu inovasi baru.")
    here.edit(RULES, "nomor: 1/SE/2026", "nomor: null")
    here.correct({"versi_aturan": here.new_rules()})
    page = here.page()
    assert "<td>Paling sedikit satu.</td>" in page
    assert "<dd>1/SE/2026</dd>" in page
    assert "Hasil sementara." not in page
    assert f"Pengenal aturan: {version}." in page


def test_what_is_recorded_later_stands_under_the_page_by_agency_and_the_verdicts_stay(closed):
    here = closed()
    assert here.later() == {}
    before = rows(here.page())
    here.write(LATE, LATE_ENTRY)
    here.write("innovations/dinkes/posyandu-siang.yml", ENTRY.replace("Malam", "Siang"))
    assert here.later() == {"Dinas Kesehatan": ["Posyandu Siang"], "Dinas Pendidikan": ["Kapal Baca"]}
    page = here.page()
    assert "Sesudah ditutup, tercatat juga inovasi berikut." in page
    assert rows(page) == before
    here.correct({"perangkat_daerah": "disdik", "status": "memenuhi", "inovasi": ["kapal-baca"]})
    assert here.later() == {"Dinas Kesehatan": ["Posyandu Siang"]}


def test_a_closed_year_is_published_and_a_strict_build_too_whatever_was_learned(closed):
    here = closed()
    here.write(LATE, LATE_ENTRY)
    (here.root / POSYANDU).unlink()
    problems = here.check().problems
    assert {problem.code for problem in problems.warnings} >= {"R041"}
    assert not problems.refused(strict=False)
    assert "R041" not in {problem.code for problem in problems.refused(strict=True)}
    assert problems.refused(strict=True)


def test_the_tables_say_whether_a_year_is_closed(closed):
    here = closed()
    catalogue = here.check().catalogue
    open_year, record = (assess(catalogue, 2026, day) for day in (dt.date(2027, 1, 30), LATER))
    note = "Tahun 2026 belum ditutup; data masih dapat disusulkan."
    for index, state in (
        (open_year, (False, note)),
        (record, (True, None)),
        (assess(catalogue, 2026, dt.date(2026, 12, 31)), (False, None)),
    ):
        assert {(row["ditutup"], row["catatan_tahun"]) for row in compliance_rows(catalogue, index)} == {state}
        assert (headline_counts(index)["ditutup"], headline_counts(index)["catatan_tahun"]) == state


def test_a_changed_rule_shows_as_such_from_the_corrections_date_on(closed):
    here = closed()
    old = here.index().rules
    here.edit(RULES, "nomor: 1/SE/2026", "nomor: 2/SE/2026")
    here.correct({"versi_aturan": here.new_rules()})
    assert "10 Maret 2027, aturan: Surat rekaan diterima." in here.page(dt.date(2027, 3, 10))
    assert here.index(dt.date(2027, 3, 10)).rules == here.new_rules() != old
    assert here.index(dt.date(2027, 3, 9)).rules == old


def test_the_last_correction_of_an_agency_holds(closed):
    here = closed()
    here.write(LATE, LATE_ENTRY)
    here.correct(
        {"perangkat_daerah": "disdik", "status": "dikecualikan"},
        {"tanggal": "2027-05-02", "perangkat_daerah": "disdik", "status": "memenuhi", "inovasi": ["kapal-baca"]},
    )
    assert here.standing("disdik", dt.date(2027, 4, 1)) == ("dikecualikan", ())
    assert here.standing("disdik", dt.date(2027, 5, 2)) == ("memenuhi", ("kapal-baca",))


# katalog close. The fictional year is long past, so that the clock does not matter.


@pytest.fixture
def past(project, monkeypatch):
    """A project with an open year 2024, as the current folder."""
    rules = (BASE / RULES).read_text("utf-8").replace("tahun: 2026", "tahun: 2024").replace("2026-01-0", "2024-01-0")
    root = project({"registry/obligations/2024.yml": rules, POSYANDU: ENTRY.replace("2026-03-02", "2024-03-02")})
    monkeypatch.chdir(root)
    return root


def run(*arguments: str):
    return CliRunner().invoke(cli, arguments, input="ya\n", standalone_mode=False, catch_exceptions=False)


def test_katalog_close_writes_a_record_that_the_check_accepts(past):
    result = run("close", "2024", "--as-of", "2025-01-31")
    assert result.return_value == 0
    target = past / "registry/obligations/2024.hasil.yml"
    assert "2024.hasil.yml" in result.output
    assert yaml.load(target.read_text("utf-8"), yaml.BaseLoader)["per_tanggal"] == "2025-01-31"
    assert not checking.check(past, LATER).problems.errors
    assert run("check").return_value == 0


@pytest.mark.parametrize("day", ["2024-06-01", "2024-12-31"])
def test_katalog_close_refuses_a_year_that_is_not_over(past, day):
    result = run("close", "2024", "--as-of", day)
    assert result.return_value == 1
    assert "belum dapat ditutup: masih berjalan sampai 31 Desember 2024. Tutup mulai 1 Januari 2025." in result.output
    assert not (past / "registry/obligations/2024.hasil.yml").exists()


def test_katalog_close_takes_the_first_day_after_the_year(past):
    assert run("close", "2024", "--as-of", "2025-01-01").return_value == 0


def test_katalog_close_refuses_while_the_deadline_still_runs(past):
    rules = past / "registry/obligations/2024.yml"
    rules.write_text(
        f"{rules.read_text('utf-8')}tenggat: {{tanggal: 2025-01-31, sumber: {{judul: Rekaan}}}}\n", "utf-8"
    )
    assert run("close", "2024", "--as-of", "2025-01-31").return_value == 1
    assert not (past / "registry/obligations/2024.hasil.yml").exists()
    assert run("close", "2024", "--as-of", "2025-02-01").return_value == 0


def test_katalog_close_refuses_a_day_that_has_not_come(past):
    with pytest.raises(UsageError, match=r"31 Januari 2099 belum tiba"):
        run("close", "2024", "--as-of", "2099-01-31")
    assert not (past / "registry/obligations/2024.hasil.yml").exists()


def test_katalog_close_refuses_a_year_without_rules(past):
    assert run("close", "2023", "--as-of", "2025-01-31").return_value == 1
    assert not (past / "registry/obligations/2023.hasil.yml").exists()


def test_katalog_close_refuses_a_year_in_whose_register_nobody_stood(past):
    agencies = past / AGENCIES
    agencies.write_text(agencies.read_text("utf-8").replace("    jenis:", "    berlaku_dari: 2025-01-01\n    jenis:"))
    result = run("close", "2024", "--as-of", "2025-01-31")
    assert result.return_value == 1
    assert "Tidak ada perangkat daerah yang berlaku pada 31 Desember 2024" in result.output
    assert not (past / "registry/obligations/2024.hasil.yml").exists()


def test_katalog_close_never_writes_over_a_record(past):
    run("close", "2024", "--as-of", "2025-01-31")
    target = past / "registry/obligations/2024.hasil.yml"
    before = target.read_bytes()
    result = run("close", "2024", "--as-of", "2025-03-31")
    assert result.return_value == 1
    assert "koreksi" in result.output
    assert target.read_bytes() == before


def test_katalog_close_refuses_faulty_data(past):
    (past / POSYANDU).write_text("nama: Kosong\n", "utf-8")
    assert run("close", "2024", "--as-of", "2025-01-31").return_value == 1
    assert not (past / "registry/obligations/2024.hasil.yml").exists()
