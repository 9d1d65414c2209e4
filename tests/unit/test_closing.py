"""A closed year prints its record; nothing changes it but a correction with date and reason."""

import datetime as dt
import json
import re
from collections.abc import Mapping
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner
from conftest import BASE, ENTRY, SETTINGS

from generator.commands.cli import cli
from generator.commands.indonesian import UsageError
from generator.compliance import closing
from generator.compliance.index import assess, rule_version
from generator.compliance.wording import reason
from generator.publishing import pipeline
from generator.settings import Edition

CLOSED = dt.date(2027, 1, 31)
LATER = dt.date(2027, 9, 1)
CORRECTED = "2027-03-10"
RESULT = "registry/obligations/2026.hasil.yml"
RULES = "registry/obligations/2026.yml"
AGENCIES = "registry/agencies.yml"
POSYANDU = "innovations/dinkes/posyandu-malam.yml"
LATE = "innovations/disdik/kapal-baca.yml"
LATE_ENTRY = ENTRY.replace("Posyandu Malam", "Kapal Baca").replace("penerapan", "uji-coba")


class Closed:
    """A project whose 2026 was closed on `CLOSED`, to be changed afterwards."""

    def __init__(self, root: Path) -> None:
        self.root = root
        (root / RESULT).write_text(closing.result_text(pipeline.check(root, LATER).catalogue, 2026, CLOSED), "utf-8")

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

    def check(self) -> pipeline.Checked:
        return pipeline.check(self.root, LATER)

    def codes(self) -> list[str]:
        return [problem.code for problem in self.check().problems.errors]

    def problems(self) -> list[tuple[str, str]]:
        """(code, the agency or version meant) of each problem of the closed year."""
        found = []
        for problem in self.check().problems.errors:
            assert problem.place.file == RESULT
            assert problem.place.line
            agency = re.search(r"tetapi (\S+) kini", problem.message)
            found.append((problem.code, agency.group(1) if agency else ""))
        return found

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

    def count_code(self) -> str:
        """The code of what the data give now, as the problem names it."""
        cures = {problem.cure for problem in self.check().problems.errors if problem.code == "R007"}
        (code,) = {re.search(r'hitungan_diketahui: "([0-9a-f]+)"', cure).group(1) for cure in cures}
        return code

    def new_rules(self) -> str:
        """The version that the rules have now."""
        return rule_version(self.check().catalogue.registry.obligations[2026])

    def page(self, as_of: dt.date = LATER, address: str = "kepatuhan/2026/") -> str:
        checked = self.check()
        assert not checked.problems.errors, checked.problems.errors
        return pipeline.build(self.root, checked, SETTINGS, Edition(as_of, "0" * 40))[f"{address}index.md"].decode()


@pytest.fixture
def closed(project):
    """A function that makes a project with `files` and closes its year 2026."""
    return lambda files=None: Closed(project(files))


# The record


def test_closing_and_checking_finds_no_problem(closed):
    assert closed().codes() == []


def test_the_record_holds_every_agency_with_status_and_slugs_day_and_rules(closed):
    here = closed()
    record = yaml.load(here.read(RESULT), yaml.BaseLoader)
    assert record == {
        "tahun": "2026",
        "per_tanggal": "2027-01-31",
        "versi_aturan": here.new_rules(),
        "hasil": [
            {"perangkat_daerah": "dinas-ragu", "status": "belum-dikonfirmasi"},
            {"perangkat_daerah": "dinkes", "status": "memenuhi", "inovasi": ["posyandu-malam"]},
            {"perangkat_daerah": "disdik", "status": "tidak"},
            {"perangkat_daerah": "kecamatan-utara", "status": "tidak"},
            {"perangkat_daerah": "rsud", "status": "belum-dikonfirmasi"},
        ],
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


def test_the_record_is_a_file_that_a_person_can_read(closed):
    here = closed()
    assert (
        here.read(RESULT)
        == f"""# Hasil tahun 2026. Berkas ini tidak diubah lagi; perubahan ditulis pada koreksi.
tahun: 2026
per_tanggal: 2027-01-31
versi_aturan: "{here.new_rules()}"
hasil:
  - perangkat_daerah: dinas-ragu
    status: belum-dikonfirmasi
  - perangkat_daerah: dinkes
    status: memenuhi
    inovasi:
      - "posyandu-malam"
  - perangkat_daerah: disdik
    status: tidak
  - perangkat_daerah: kecamatan-utara
    status: tidak
  - perangkat_daerah: rsud
    status: belum-dikonfirmasi
koreksi: []
"""
    )


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
    column = here.read(RESULT).splitlines()[-1].rindex(f'"{day}"') + 1
    dates = [row for row in said(here) if row[0] == "R016"]
    assert dates == ([("R016", "tanggal", 18, column, f"tanggal {cause}")] if cause else [])


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


def test_a_late_entry_is_told_at_the_agency_with_what_is_counted_now_and_what_is_on_record(closed):
    here = closed()
    here.write(LATE, LATE_ENTRY)
    assert said(here) == [
        ("R007", "hasil", 12, 23, "tahun 2026 sudah ditutup, tetapi disdik kini memenuhi (kapal-baca); yang tercatat tidak (tanpa inovasi)")
    ]  # fmt: skip


def test_several_innovations_on_record_are_all_named(closed):
    here = closed({LATE: LATE_ENTRY, LATE.replace("kapal", "sepeda"): LATE_ENTRY})
    (here.root / LATE).unlink()
    [(*_, message)] = said(here)
    assert message.endswith("disdik kini memenuhi (sepeda-baca); yang tercatat memenuhi (kapal-baca, sepeda-baca)")


def test_an_agency_that_is_not_on_record_is_told_at_the_list(closed):
    here = closed()
    row = "  - slug: badan-arsip\n    nama_resmi: Badan Arsip\n    jenis: dinas\n    nama_terkonfirmasi: ya\n    terikat: ya\n    sumber: {judul: A}\n"
    here.write(AGENCIES, here.read(AGENCIES) + row)
    [(code, field, line, _, message)] = said(here)
    assert (code, field, line) == ("R007", "hasil", 6)
    assert message.endswith("badan-arsip kini tidak (tanpa inovasi); yang tercatat tidak ada dalam daftar")


def test_an_edited_rule_is_told_at_the_version_with_both_versions(closed):
    here = closed()
    old = here.new_rules()
    here.edit(RULES, "nomor: 1/SE/2026", "nomor: 2/SE/2026")
    message = f"aturan tahun 2026 berubah sesudah ditutup (versi {old} menjadi {here.new_rules()})"
    assert said(here) == [("R008", "versi_aturan", 4, 15, message)]


def test_a_fingerprint_tells_the_count_from_the_record_and_not_the_order():
    one, other = {"a": ("memenuhi", ("x",)), "b": ("tidak", ())}, {"b": ("tidak", ()), "a": ("memenuhi", ("x",))}
    assert closing.fingerprint(one, {}) == closing.fingerprint(other, {})
    assert re.fullmatch("[0-9a-f]{12}", closing.fingerprint(one, other))
    different = [
        closing.fingerprint(*sides) for sides in ((one, {}), ({}, one), (one, one), ({}, {}), ({"a": one["b"]}, {}))
    ]
    assert len(set(different)) == len(different)


def test_a_fingerprint_stays_the_same_from_version_to_version():
    """It stands in result files for good."""
    assert closing.fingerprint({"a": ("memenuhi", ("x",))}, {"a": ("tidak", ())}) == "5c7b473c2214"


def test_a_rule_version_stays_the_same_from_version_to_version(closed):
    """It stands in result files for good, and changes only with a rule or with the way of counting."""
    assert closed().new_rules() == "3df086725742"


# Changes that fail, and the corrections that cure them


def test_a_late_entry_fails_until_a_correction_accepts_it(closed):
    here = closed()
    here.write(LATE, LATE_ENTRY)
    assert here.problems() == [("R007", "disdik")]
    here.correct({"perangkat_daerah": "disdik", "status": "memenuhi", "inovasi": ["kapal-baca"]})
    assert here.codes() == []
    assert here.standing("disdik") == ("memenuhi", ("kapal-baca",))


def test_a_late_entry_fails_until_a_correction_lets_the_record_stand(closed):
    here = closed()
    here.write(LATE, LATE_ENTRY)
    here.correct({"hitungan_diketahui": here.count_code()})
    assert here.codes() == []
    assert here.standing("disdik") == ("tidak", ())
    here.correct({"hitungan_diketahui": "000000000000"})
    assert here.problems() == [("R007", "disdik")]


def test_a_late_entry_of_an_agency_that_had_met_fails_too(closed):
    here = closed()
    here.write("innovations/dinkes/posyandu-siang.yml", ENTRY)
    assert here.problems() == [("R007", "dinkes")]
    here.correct({"hitungan_diketahui": here.count_code()})
    assert here.codes() == []
    assert here.standing("dinkes") == ("memenuhi", ("posyandu-malam",))


def test_a_late_entry_not_accepted_at_first_may_be_accepted_later(closed):
    here = closed()
    here.write(LATE, LATE_ENTRY)
    here.correct(
        {"hitungan_diketahui": here.count_code()},
        {"tanggal": "2027-05-02", "perangkat_daerah": "disdik", "status": "memenuhi", "inovasi": ["kapal-baca"]},
    )
    assert here.codes() == []
    assert here.standing("disdik", dt.date(2027, 5, 1)) == ("tidak", ())
    assert here.standing("disdik", dt.date(2027, 5, 2)) == ("memenuhi", ("kapal-baca",))


def test_one_difference_let_stand_excuses_no_further_one(closed):
    here = closed()
    here.write(LATE, LATE_ENTRY)
    first = here.count_code()
    here.correct({"hitungan_diketahui": first})
    here.write("innovations/kecamatan-utara/pasar-desa.yml", LATE_ENTRY)
    assert ("R007", "kecamatan-utara") in here.problems()
    here.correct({"hitungan_diketahui": first}, {"tanggal": "2027-05-02", "hitungan_diketahui": here.count_code()})
    assert here.codes() == []
    assert here.index().met == 1


def test_a_correction_that_says_something_else_than_the_data_does_not_cure(closed):
    here = closed()
    here.write(LATE, LATE_ENTRY)
    for wrong in (
        {"perangkat_daerah": "disdik", "status": "memenuhi"},
        {"perangkat_daerah": "disdik", "status": "memenuhi", "inovasi": ["posyandu-malam"]},
        {"perangkat_daerah": "disdik", "status": "dikecualikan", "inovasi": ["kapal-baca"]},
        {"perangkat_daerah": "dinkes", "status": "memenuhi", "inovasi": ["posyandu-malam"]},
    ):
        here.correct(wrong)
        assert here.problems() == [("R007", "disdik")]


def test_a_deleted_entry_fails_until_a_correction_stands(closed):
    here = closed()
    (here.root / POSYANDU).unlink()
    assert here.problems() == [("R007", "dinkes")]
    here.correct({"perangkat_daerah": "dinkes", "status": "tidak"})
    assert here.codes() == []
    assert here.standing("dinkes", dt.date(2027, 3, 9)) == ("memenuhi", ("posyandu-malam",))
    assert here.standing("dinkes", dt.date(2027, 3, 10)) == ("tidak", ())


WITHDRAWN = "ditarik: {{tanggal: {day}, alasan: Tercatat dua kali.}}\n"


@pytest.mark.parametrize("day", ["2027-05-01", "2026-12-20"])
def test_the_record_stands_when_one_of_its_proofs_is_withdrawn_whatever_the_day(closed, day):
    here = closed()
    here.write(POSYANDU, here.read(POSYANDU) + WITHDRAWN.format(day=day))
    assert here.codes() == []
    assert here.standing("dinkes") == ("memenuhi", ("posyandu-malam",))
    assert "Posyandu Malam" in here.page()


def test_an_entry_withdrawn_before_the_closing_is_not_missed_in_the_record(closed):
    here = closed({LATE: LATE_ENTRY + WITHDRAWN.format(day="2026-11-20")})
    assert here.codes() == []
    assert here.standing("disdik") == ("tidak", ())


def test_a_late_entry_is_no_less_late_when_it_is_withdrawn(closed):
    here = closed()
    here.write(LATE, LATE_ENTRY + WITHDRAWN.format(day="2027-05-01"))
    assert here.problems() == [("R007", "disdik")]


def test_a_renamed_entry_fails_until_a_correction_stands(closed):
    here = closed()
    (here.root / POSYANDU).rename(here.root / "innovations/dinkes/posyandu-petang.yml")
    assert here.problems() == [("R007", "dinkes")]
    here.correct({"perangkat_daerah": "dinkes", "status": "memenuhi", "inovasi": ["posyandu-petang"]})
    assert here.codes() == []


@pytest.mark.parametrize("change", ["tanggal: 2025-03-02", "tanggal: 2025"])
def test_a_date_moved_out_of_the_year_fails_until_a_correction_stands(closed, change):
    here = closed()
    here.edit(POSYANDU, "tanggal: 2026-03-02", change)
    assert here.problems() == [("R007", "dinkes")]
    here.correct({"perangkat_daerah": "dinkes", "status": "tidak"})
    assert here.codes() == []


def test_a_kind_changed_to_one_that_does_not_count_fails(closed):
    here = closed()
    here.edit(POSYANDU, "penerapan", "dilaporkan")
    assert here.problems() == [("R007", "dinkes")]


def test_a_date_made_more_exact_within_the_year_is_no_problem(closed):
    here = closed()
    here.edit(POSYANDU, "2026-03-02", "2026-03")
    assert here.codes() == []


def test_an_event_of_the_next_year_is_no_problem(closed):
    here = closed()
    here.edit(POSYANDU, "tanggal: 2026-03-02", "tanggal: 2026-03-02\n  - {peristiwa: pengembangan, tanggal: 2027-02}")
    here.write(LATE, LATE_ENTRY.replace("2026-03-02", "2027-02"))
    assert here.codes() == []


def test_the_text_of_an_entry_may_change_freely(closed):
    here = closed()
    here.edit(POSYANDU, "nama: Posyandu Malam", "nama: Posyandu Malam Hari")
    assert here.codes() == []


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
    assert here.new_rules() in problem.cure
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
    assert sorted(here.problems()) == [("R007", "dinkes"), ("R008", "")]
    rules = {"versi_aturan": here.new_rules()}
    here.correct(rules)
    assert here.problems() == [("R007", "dinkes")]
    here.correct(rules, {"perangkat_daerah": "dinkes", "status": "tidak", "inovasi": ["posyandu-malam"]})
    assert here.codes() == []


def test_a_rule_correction_does_not_excuse_a_late_entry(closed):
    here = closed()
    here.edit(RULES, "nomor: 1/SE/2026", "nomor: 2/SE/2026")
    here.write(LATE, LATE_ENTRY)
    here.correct({"versi_aturan": here.new_rules()})
    assert here.problems() == [("R007", "disdik")]


def test_a_reply_after_closing_needs_no_correction(closed):
    here = closed()
    here.write(RULES, f"{here.read(RULES)}tanggapan: [{{perangkat_daerah: disdik, tanggal: 2027-02-20, isi: Maaf.}}]\n")
    assert here.codes() == []


def test_a_reply_to_a_closed_year_shows_from_its_date_on(closed):
    here = closed()
    here.write(RULES, f"{here.read(RULES)}tanggapan: [{{perangkat_daerah: disdik, tanggal: 2027-02-20, isi: Maaf.}}]\n")
    assert [r.text for r in here.index(dt.date(2027, 2, 20)).of("disdik").replies] == ["Maaf."]
    assert here.index(dt.date(2027, 2, 19)).of("disdik").replies == ()


def test_an_exemption_written_back_into_a_closed_year_fails_until_corrected(closed):
    here = closed()
    row = "{perangkat_daerah: disdik, alasan: Kebakaran, tanggal: 2026-12-01, sumber: {judul: SK Rekaan}}"
    here.write(RULES, f"{here.read(RULES)}pengecualian: [{row}]\n")
    assert here.problems() == [("R007", "disdik")]
    here.correct({"perangkat_daerah": "disdik", "status": "dikecualikan"})
    assert here.codes() == []


def test_an_exemption_decided_after_closing_can_be_entered_as_a_correction(closed):
    here = closed()
    row = "{perangkat_daerah: disdik, alasan: Kebakaran, tanggal: 2027-03-01, sumber: {judul: SK Rekaan}}"
    here.write(RULES, f"{here.read(RULES)}pengecualian: [{row}]\n")
    assert here.codes() == []
    exempt = {"perangkat_daerah": "disdik", "status": "dikecualikan"}
    here.correct(exempt)
    if here.codes():
        here.correct(exempt, {"hitungan_diketahui": here.count_code()})
    assert here.codes() == []
    assert here.standing("disdik", dt.date(2027, 3, 9)) == ("tidak", ())
    assert here.standing("disdik", dt.date(2027, 3, 10)) == ("dikecualikan", ())
    assert "Kebakaran" in here.reason("disdik")


# The register changes


def test_a_corrected_spelling_of_a_name_is_no_problem(closed):
    here = closed()
    here.edit(AGENCIES, "nama_resmi: Dinas Kesehatan", "nama_resmi: Dinas Kesehatan Masyarakat")
    assert here.codes() == []
    assert "Dinas Kesehatan Masyarakat" in here.page()


def test_a_duty_confirmed_afterwards_fails_until_a_correction_stands(closed):
    here = closed()
    here.edit(AGENCIES, "nama_terkonfirmasi: tidak", "nama_terkonfirmasi: ya")
    assert here.problems() == [("R007", "dinas-ragu")]
    here.correct({"perangkat_daerah": "dinas-ragu", "status": "tidak"})
    assert here.codes() == []


NEW_AGENCY = (
    "  - {slug: badan-arsip, nama_resmi: Badan Arsip, jenis: dinas, nama_terkonfirmasi: ya, terikat: ya, "
    "sumber: {judul: Rekaan}%s}\n"
)


def test_an_agency_added_to_the_year_afterwards_fails_until_a_correction_stands(closed):
    here = closed()
    here.write(AGENCIES, here.read(AGENCIES) + NEW_AGENCY % "")
    assert here.problems() == [("R007", "badan-arsip")]
    here.correct({"perangkat_daerah": "badan-arsip", "status": "tidak"})
    assert here.codes() == []
    assert here.index(dt.date(2027, 3, 9)).of("badan-arsip") is None
    assert here.standing("badan-arsip") == ("tidak", ())


def test_an_agency_renamed_after_the_year_leaves_the_record_alone(closed):
    here = closed()
    here.edit(AGENCIES, "nama_pendek: Dinkes", "berlaku_sampai: 2027-03-31\n    penerus: [badan-arsip]")
    here.write(AGENCIES, here.read(AGENCIES) + NEW_AGENCY % ", berlaku_dari: 2027-04-01")
    assert here.codes() == []
    assert here.standing("dinkes") == ("memenuhi", ("posyandu-malam",))
    assert here.index().of("badan-arsip") is None


def rename_within_the_closed_year(here: Closed) -> None:
    here.edit(AGENCIES, "nama_pendek: Dinkes", "berlaku_sampai: 2026-06-30\n    penerus: [badan-arsip]")
    here.write(AGENCIES, here.read(AGENCIES) + NEW_AGENCY % ", berlaku_dari: 2026-07-01")


def test_an_agency_renamed_back_into_the_closed_year_fails_until_a_correction_stands(closed):
    here = closed()
    rename_within_the_closed_year(here)
    assert sorted(here.problems()) == [("R007", "badan-arsip"), ("R007", "dinkes")]
    here.correct({"hitungan_diketahui": here.count_code()})
    assert here.codes() == []
    assert here.standing("dinkes") == ("memenuhi", ("posyandu-malam",))
    assert here.index().of("badan-arsip") is None


def test_an_agency_of_the_record_cannot_leave_the_register(closed):
    here = closed()
    text = here.read(AGENCIES)
    start, end = text.index("  - slug: kecamatan-utara"), text.index("  - slug: rsud")
    here.write(AGENCIES, text[:start] + text[end:])
    assert ("R003", RESULT) in [(problem.code, problem.place.file) for problem in here.check().problems.errors]


# The record itself


def test_an_edited_record_fails(closed):
    here = closed()
    here.edit(RESULT, "status: memenuhi", "status: tidak")
    assert here.problems() == [("R007", "dinkes")]


def test_an_edited_record_fails_though_a_late_entry_was_let_pass(closed):
    here = closed()
    here.write(LATE, LATE_ENTRY)
    here.correct({"hitungan_diketahui": here.count_code()})
    assert here.codes() == []
    here.edit(RESULT, "status: memenuhi", "status: tidak")
    assert ("R007", "dinkes") in here.problems()


def test_a_record_that_loses_a_line_fails(closed):
    here = closed()
    here.edit(RESULT, "  - perangkat_daerah: disdik\n    status: tidak\n", "")
    assert here.problems() == [("R007", "disdik")]


def test_an_edited_rule_version_fails(closed):
    here = closed()
    here.edit(RESULT, f'versi_aturan: "{here.new_rules()}"', 'versi_aturan: "000000000000"')
    assert here.codes() == ["R008"]


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
    row = "  - perangkat_daerah: disdik\n    status: tidak\n"
    here.edit(RESULT, row, row * 2)
    assert "R002" in here.codes()


def test_a_record_without_its_rules_fails(closed):
    here = closed()
    (here.root / RULES).unlink()
    assert here.codes() == ["R009"]


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
    assert "posyandu-malam" in before
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


def test_an_exemption_of_which_only_the_record_knows_is_said_to_be_on_record(closed):
    here = closed()
    here.correct(
        {"perangkat_daerah": "disdik", "status": "dikecualikan"},
        {"tanggal": "2027-05-02", "perangkat_daerah": "disdik", "status": "tidak"},
    )
    assert here.reason("disdik", dt.date(2027, 4, 1)).startswith("Tercatat dikecualikan. Dikoreksi")


def test_of_an_agency_without_a_doubt_the_record_alone_says_that_it_was_not_judged(closed):
    here = closed()
    here.correct({"perangkat_daerah": "disdik", "status": "belum-dikonfirmasi"})
    here.correct(
        {"perangkat_daerah": "disdik", "status": "belum-dikonfirmasi"}, {"hitungan_diketahui": here.count_code()}
    )
    assert here.reason("disdik").startswith("Tidak dinilai. Dikoreksi")


def test_of_an_agency_whose_first_day_is_not_known_the_record_alone_says_that_it_was_new(closed):
    here = closed()
    here.correct({"perangkat_daerah": "disdik", "status": "belum-wajib"})
    here.correct({"perangkat_daerah": "disdik", "status": "belum-wajib"}, {"hitungan_diketahui": here.count_code()})
    assert here.reason("disdik").startswith("Dibentuk, sesudah kewajiban mulai berlaku pada 1 Januari 2026. Dikoreksi")


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
    return CliRunner().invoke(cli, arguments, standalone_mode=False, catch_exceptions=False)


def test_katalog_close_writes_a_record_that_the_check_accepts(past):
    result = run("close", "2024", "--as-of", "2025-01-31")
    assert result.return_value == 0
    target = past / "registry/obligations/2024.hasil.yml"
    assert "2024.hasil.yml" in result.output
    assert yaml.load(target.read_text("utf-8"), yaml.BaseLoader)["per_tanggal"] == "2025-01-31"
    assert not pipeline.check(past, LATER).problems.errors
    assert run("check").return_value == 0


@pytest.mark.parametrize("day", ["2024-06-01", "2024-12-31"])
def test_katalog_close_refuses_a_year_that_is_not_over(past, day):
    result = run("close", "2024", "--as-of", day)
    assert result.return_value == 1
    assert "belum dapat ditutup" in result.output
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
