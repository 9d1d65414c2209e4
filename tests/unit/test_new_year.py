"""Opening a year as `docs/pengelola/membuka-tahun-baru.md` says, and the years that have no rules."""

import datetime as dt
import json
import re
import shutil
from pathlib import Path

import pytest
from catalogues import FROZEN
from click.testing import CliRunner
from conftest import ENTRY, ROOT, SETTINGS, TODAY, codes

from generator.commands.cli import cli
from generator.compliance.index import assess
from generator.publishing import configuration, pipeline
from generator.settings import Edition

IN_2027 = dt.date(2027, 4, 15)
OLD, NEW = "registry/obligations/2026.yml", "registry/obligations/2027.yml"
GUIDE = (ROOT / "docs/pengelola/membuka-tahun-baru.md").read_text("utf-8")
FOUNDED_2026 = (
    "  - {slug: badan-arsip, nama_resmi: Badan Arsip, jenis: dinas, nama_terkonfirmasi: ya, terikat: ya, "
    "sumber: {judul: Rekaan}, berlaku_dari: 2026-05-01}\n"
)


def entry(name: str, *events: str) -> str:
    history = [dict(zip(("peristiwa", "tanggal"), event.split(), strict=True)) for event in events]
    content = {"nama": name, "ringkasan": "Rekaan.", "bentuk": "lainnya", "urusan": ["pendidikan"], "riwayat": history}
    return json.dumps(content)


def open_year(root: Path) -> None:
    """The guide's steps: copy the file, then change `tahun`, the start and what belongs to the old year."""
    shutil.copy(root / OLD, root / NEW)
    text = (root / NEW).read_text("utf-8")
    text = text.replace("tahun: 2026", "tahun: 2027").replace("nilai: 2026-01-01", "nilai: 2027-01-01")
    text = re.sub(r"(?ms)^(tenggat|pengecualian|tanggapan):.*?(?=^\S|\Z)", "", text)
    (root / NEW).write_text(f"{text}tenggat: null\npengecualian: []\ntanggapan: []\n", "utf-8")


def pages(root: Path, as_of: dt.date) -> dict[str, str]:
    """The pages by address, as of a day on which no event lies in the future."""
    checked = pipeline.check(root, max(as_of, IN_2027))
    assert not checked.problems.errors, checked.problems.errors
    built = pipeline.build(root, checked, SETTINGS, Edition(as_of, "0" * 40))
    return {
        path.removesuffix("index.md"): text.decode() for path, text in built.items() if path.endswith("index.md")
    } | {path: text.decode() for path, text in built.items() if path.startswith("data/kepatuhan")}


def heading(page: str) -> str:
    return re.search(
        r"(\d+) dari (\d+) perangkat daerah (?:tercatat )?memenuhi kewajiban inovasi (\d{4})", page
    ).group()


@pytest.fixture
def opened(project):
    """A project in which 2026 is past and 2027 has been opened."""
    root = project({"innovations/disdik/kapal-baca.yml": entry("Kapal Baca", "uji-coba 2027-02-03")})
    open_year(root)
    return root


def test_the_guide_copies_the_file_that_the_program_reads():
    assert f"cp {OLD} {NEW}" in GUIDE


def test_opening_a_year_by_the_guide_gives_no_faults(opened):
    assert codes(opened, IN_2027) == []


def test_a_copied_year_file_that_still_says_the_old_year_is_an_error(project):
    root = project()
    shutil.copy(root / OLD, root / NEW)
    assert "R006" in GUIDE
    assert codes(root, IN_2027) == ["R006"]


def test_the_new_year_has_its_page_and_is_the_current_one(opened):
    found = pages(opened, IN_2027)
    assert heading(found["kepatuhan/2027/"]) == "1 dari 3 perangkat daerah memenuhi kewajiban inovasi 2027"
    assert heading(found["kepatuhan/"]) == heading(found["kepatuhan/2027/"])
    assert "belum dicatat" not in found["kepatuhan/"]
    assert "kewajiban inovasi 2027" in found[""]


def test_the_old_year_stays_at_its_address_with_its_own_result(opened):
    page = pages(opened, IN_2027)["kepatuhan/2026/"]
    assert heading(page) == "1 dari 3 perangkat daerah memenuhi kewajiban inovasi 2026"
    assert "Posyandu Malam" in page
    assert "Kapal Baca" not in page


def test_each_year_links_to_the_other(opened):
    found = pages(opened, IN_2027)
    assert 'href="../2026/"' in found["kepatuhan/2027/"]
    assert 'href="../2027/"' in found["kepatuhan/2026/"]


def test_the_data_hold_both_years(opened):
    data = json.loads(pages(opened, IN_2027)["data/kepatuhan.json"])
    assert {(year["tahun"], year["memenuhi"], year["dari"]) for year in data["tahun"]} == {(2026, 1, 3), (2027, 1, 3)}
    assert {row["tahun"] for row in data["kepatuhan"]} == {2026, 2027}


def test_an_agencys_page_shows_both_years(opened):
    page = pages(opened, IN_2027)["perangkat-daerah/disdik/"]
    newest, older = page.index("kepatuhan/2027/"), page.index("kepatuhan/2026/")
    assert newest < older
    assert "k-status-memenuhi" in page[newest:older]
    assert "k-status-belum" in page[older:]
    assert "Tahun 2026 belum ditutup; data masih dapat disusulkan." in page[older:]


def test_a_year_file_prepared_ahead_shows_only_when_its_year_has_begun(opened):
    before = pages(opened, dt.date(2026, 12, 31))
    assert "kepatuhan/2027/" not in before
    assert heading(before["kepatuhan/"]).endswith("2026")
    assert "2027" not in before["data/kepatuhan.csv"]
    assert "kepatuhan/2027/" in pages(opened, dt.date(2027, 1, 1))


def test_a_start_left_in_the_old_year_keeps_agencies_founded_then_unbound(opened):
    (opened / "registry/agencies.yml").write_text(
        (opened / "registry/agencies.yml").read_text("utf-8") + FOUNDED_2026, "utf-8"
    )

    def status() -> str:
        return assess(pipeline.check(opened, IN_2027).catalogue, 2027, IN_2027).of("badan-arsip").status

    assert status() == "belum"
    text = (opened / NEW).read_text("utf-8")
    (opened / NEW).write_text(text.replace("nilai: 2027-01-01", "nilai: 2026-01-01"), "utf-8")
    assert status() == "belum-wajib"


def test_exemptions_replies_and_deadline_do_not_move_into_the_new_year(project):
    row = "perangkat_daerah: disdik, tanggal: 2026-05-04"
    more = (
        f"pengecualian:\n  - {{{row}, alasan: Kebakaran, sumber: {{judul: SK}}}}\n"
        f"tanggapan:\n  - {{{row}, isi: Kami menunggu.}}\n"
        "tenggat: {tanggal: 2027-01-31, sumber: {judul: Surat}}\n"
    )
    root = project()
    (root / OLD).write_text((root / OLD).read_text("utf-8") + more, "utf-8")
    open_year(root)
    found = pages(root, IN_2027)
    assert "Kami menunggu." in found["kepatuhan/2026/"]
    assert "Kami menunggu." not in found["kepatuhan/2027/"]
    assert 'data-status="dikecualikan"' in found["kepatuhan/2026/"]
    assert 'data-status="dikecualikan"' not in found["kepatuhan/2027/"]
    assert "31 Januari 2027" not in found["kepatuhan/2027/"]


def test_the_real_rules_can_be_opened_for_the_next_year(tmp_path):
    shutil.copytree(FROZEN / "registry", tmp_path / "registry")
    (tmp_path / "innovations").mkdir()
    open_year(tmp_path)
    checked = pipeline.check(tmp_path, IN_2027)
    assert not checked.problems.errors
    index = assess(checked.catalogue, 2027, IN_2027)
    assert sum(index.counts.values()) == len(index.verdicts) > 0
    assert index.counts["belum-wajib"] == 0
    assert index.met == 0


# The commands that the guide names


def run(*arguments: str):
    return CliRunner().invoke(cli, arguments, standalone_mode=False, catch_exceptions=False)


@pytest.fixture
def in_2027(opened, monkeypatch):
    """The project as the current folder, at a time when the new year is under way."""
    monkeypatch.chdir(opened)
    monkeypatch.setattr(configuration, "now", lambda: dt.datetime.combine(IN_2027, dt.time(5), dt.UTC))
    return opened


def test_the_guides_commands_show_the_new_year(in_2027):
    (in_2027 / "innovations/disdik/kapal-baca.yml").unlink()
    result = run("compliance", "--year", "2027", "--as-of", "2027-04-15")
    assert result.return_value == 0
    assert result.output.startswith("0 dari 3 perangkat daerah memenuhi kewajiban inovasi 2027. Per 2027-04-15.")
    assert run("compliance", "--as-of", "2027-04-15").output == result.output
    assert "2026" in run("compliance", "--as-of", "2026-11-24").output.splitlines()[0]


def test_the_command_says_that_a_year_has_no_rules(in_2027):
    (in_2027 / "innovations/disdik/kapal-baca.yml").unlink()
    result = run("compliance", "--year", "2031", "--as-of", "2027-04-15")
    assert result.return_value == 1
    assert "Aturan 2031 belum dicatat" in result.output


# Years without rules


def test_without_rules_for_this_year_the_last_one_is_shown_and_says_so(project):
    found = pages(project(), IN_2027)
    assert "Aturan 2027 belum dicatat." in found["kepatuhan/"]
    assert heading(found["kepatuhan/"]).endswith("2026")
    assert "belum dicatat" not in found["kepatuhan/2026/"]
    assert "kepatuhan/2027/" not in found


def test_with_rules_for_this_year_nothing_is_said_to_be_missing(project):
    assert "belum dicatat" not in pages(project(), TODAY)["kepatuhan/"]


def test_a_year_whose_rules_are_still_missing_is_not_called_a_year_before_the_duty(project):
    found = pages(project({"innovations/disdik/kapal-baca.yml": entry("Kapal Baca", "uji-coba 2027-02-03")}), IN_2027)
    assert "Aturan 2027 belum dicatat." in found["kepatuhan/"]
    assert "mendahului" not in found.get("kepatuhan/2027/", "")
    assert "Sebelum kewajiban" not in found["perangkat-daerah/disdik/"]


@pytest.fixture
def history(project):
    """A project with something in the years before the first rules."""
    return project(
        {
            "innovations/disdik/kapal-baca.yml": entry("Kapal Baca", "inisiatif 2023", "penerapan 2024-06"),
            "innovations/disdik/sepeda-baca.yml": entry("Sepeda Baca", "dilaporkan 2022", "pengembangan 2024-09-01"),
            "innovations/dinkes/posyandu-malam.yml": ENTRY,
            "innovations/rsud/antre.yml": entry("Antre Lewat Pesan", "penerapan 2024"),
        }
    )


def test_years_before_the_first_rules_are_history_without_verdict(history):
    found = pages(history, TODAY)
    assert {address for address in found if address.startswith("kepatuhan/")} == {
        "kepatuhan/",
        "kepatuhan/riwayat/",
        "kepatuhan/2026/",
        "kepatuhan/2024/",
        "kepatuhan/2023/",
    }
    page = found["kepatuhan/2024/"]
    for shown in ("Dinas Pendidikan", "Kapal Baca", "Sepeda Baca", "RSUD Contoh", "Antre Lewat Pesan"):
        assert shown in page
    assert "k-status" not in page
    assert "data-status" not in page
    assert "emenuhi" not in page
    assert "elum tercatat" not in page
    assert "Dinas Kesehatan" not in page
    assert "bukan penilaian" in page


def test_history_is_in_no_data_of_compliance(history):
    data = json.loads(pages(history, TODAY)["data/kepatuhan.json"])
    assert {row["tahun"] for row in data["kepatuhan"]} == {2026}


def test_history_lists_only_what_the_year_brought(history):
    page = pages(history, TODAY)["kepatuhan/2023/"]
    assert "Kapal Baca" in page
    assert "Sepeda Baca" not in page


def test_history_says_how_to_report_an_error_and_links_the_years(history):
    page = pages(history, TODAY)["kepatuhan/2024/"]
    assert "Laporkan kesalahan" in page
    assert 'href="../2026/"' in page
    assert 'href="../2023/"' in page


def test_history_shows_on_the_agencys_page(history):
    page = pages(history, TODAY)["perangkat-daerah/disdik/"]
    before = page[page.index("Sebelum kewajiban") :]
    assert "Kapal Baca" in before
    assert "2023" in before


def test_history_holds_nothing_that_happened_after_the_day_asked_for(history):
    found = pages(history, dt.date(2024, 7, 1))
    page = found["kepatuhan/2024/"]
    assert "Kapal Baca" in page
    assert "Sepeda Baca" not in page
    assert "kepatuhan/2024/" not in pages(history, dt.date(2023, 12, 31))


def test_before_the_first_rules_no_year_is_judged(history):
    found = pages(history, dt.date(2024, 7, 1))
    assert "kepatuhan/2026/" not in found
    assert json.loads(found["data/kepatuhan.json"])["kepatuhan"] == []
    assert all("data-status" not in page for address, page in found.items() if address.startswith("kepatuhan/"))


def test_the_address_of_the_index_answers_before_the_first_rules_too(history, project):
    assert "kepatuhan/" in pages(history, dt.date(2024, 7, 1))
    assert "kepatuhan/" in pages(project({OLD: None}), TODAY)
