"""Opening a year, as `docs/pengelola/membuka-tahun-baru.md` says too, and the years that have no rules."""

import datetime as dt
import json
import re
import shutil
from pathlib import Path

import pytest
from catalogues import FROZEN, ROOT
from click.testing import CliRunner
from conftest import BASE, ENTRY, SETTINGS, TODAY, codes, made

from generator import checking
from generator.commands.cli import cli
from generator.compliance import opening
from generator.compliance.doubts import clauses, gaps
from generator.compliance.index import assess
from generator.publishing import configuration
from generator.settings import Edition

IN_2027 = dt.date(2027, 4, 15)
OLD, NEW = "registry/obligations/2026.yml", "registry/obligations/2027.yml"
FOUNDED_2026 = (
    "  - {slug: badan-arsip, nama_resmi: Badan Arsip, jenis: dinas, nama_terkonfirmasi: ya, terikat: ya, "
    "sumber: {judul: Rekaan}, berlaku_dari: 2026-05-01}\n"
)


def entry(name: str, *events: str) -> str:
    history = [dict(zip(("peristiwa", "tanggal"), event.split(), strict=True)) for event in events]
    content = {"nama": name, "ringkasan": "Rekaan.", "bentuk": "lainnya", "urusan": ["pendidikan"], "riwayat": history}
    return json.dumps(content)


DATA = ("data/kepatuhan.csv", "data/kepatuhan.json")


def open_year(root: Path) -> None:
    """What `katalog open 2027` writes; the command itself is tried below."""
    checked = checking.check(root, IN_2027)
    before, old = checked.loaded.documents[OLD], checked.catalogue.registry.obligations[2026]
    (root / NEW).write_text(opening.year_text(before, old, 2027), "utf-8")


def pages(root: Path, as_of: dt.date) -> dict[str, str]:
    """The pages by address, as of a day on which no event lies in the future."""
    checked = checking.check(root, max(as_of, IN_2027))
    assert not checked.problems.errors, checked.problems.errors
    built = made(root, checked, SETTINGS, Edition(as_of, "0" * 40))
    return {
        path.removesuffix("index.md"): text.decode() for path, text in built.pages.items() if path.endswith("index.md")
    } | {path: built[path].decode() for path in DATA}


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


def test_the_opened_year_gives_no_problems(opened):
    assert codes(opened, IN_2027) == []


def test_a_copied_year_file_that_still_says_the_old_year_is_an_error(project):
    root = project()
    shutil.copy(root / OLD, root / NEW)
    assert codes(root, IN_2027) == ["R006"]


def test_the_new_year_has_its_page_and_is_the_current_one(opened):
    found = pages(opened, IN_2027)
    assert heading(found["kepatuhan/2027/"]) == "1 dari 3 perangkat daerah tercatat memenuhi kewajiban inovasi 2027"
    assert heading(found["kepatuhan/"]) == heading(found["kepatuhan/2027/"])
    assert "belum dicatat" not in found["kepatuhan/"]
    assert "kewajiban inovasi 2027" in found[""]


def test_the_old_year_stays_at_its_address_with_its_own_result(opened):
    page = pages(opened, IN_2027)["kepatuhan/2026/"]
    assert heading(page) == "1 dari 3 perangkat daerah memenuhi kewajiban inovasi 2026"
    assert "Posyandu Malam" in page
    assert 'data-perangkat-daerah="disdik" data-status="belum" data-jumlah="0"' in page


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
        return assess(checking.check(opened, IN_2027).catalogue, 2027, IN_2027).of("badan-arsip").status

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


RULES = (ROOT / "tests/base" / OLD).read_text("utf-8")
COMMENTED = f"""# Kewajiban tahun 2026. Surat dibaca 3 Mei 2026.

{RULES.replace("berlaku_mulai: {", "# Menurut berita tahun 2026.{n}  berlaku_mulai: {").replace("{n}", chr(10))}
# Tenggat belum disebut.
tenggat: null
pengecualian: []  # belum ada
# Akhir berkas.
"""


def opened_text(root: Path) -> str:
    open_year(root)
    return (root / NEW).read_text("utf-8")


def both_years(root: Path):
    """The rules of the year before, and what opening made of them."""
    open_year(root)
    return (checking.check(root, IN_2027).catalogue.registry.obligations[year] for year in (2026, 2027))


def test_opening_carries_every_rule_that_nobody_read_as_it_is_and_sets_only_the_start(project):
    before = RULES.replace("dibaca", "diberitakan").replace("nomor: 1/SE/2026", "nomor: null")
    before = before.replace("tanggal: 2026-01-02", "tanggal: null").replace("naskah: https://contoh.go.id/edaran", "")
    old, new = both_years(project({OLD: before}))
    assert new.rules.model_copy(update={"start": old.rules.start}) == old.rules
    assert new.legal_basis == old.legal_basis
    assert (str(new.rules.start.value), new.rules.start.basis) == ("2027-01-01", "asumsi")
    assert old.rules.start.note in new.rules.start.note


def test_what_was_read_for_the_year_before_is_assumed_and_says_where_it_was_read(project):
    other = "  lainnya:\n    - {dasar: dibaca, keterangan: Berlaku setahun.}\n    - {dasar: diberitakan, keterangan: Sering.}\n"
    root = project({OLD: RULES + other})
    old, new = both_years(root)
    assert (new.rules.minimum.value, new.rules.counted.value) == (old.rules.minimum.value, old.rules.counted.value)
    assert {clause.basis for clause in clauses(new.rules)} == {"asumsi", "diberitakan"}
    assert new.rules.minimum.note == "Paling sedikit satu. Dibaca dalam naskah 2026; untuk tahun ini asumsi."
    assert [clause.note for clause in new.rules.others] == [
        "Berlaku setahun. Dibaca dalam naskah 2026; untuk tahun ini asumsi.", "Sering.",
    ]  # fmt: skip
    checked = checking.check(root, IN_2027)
    text = opening.year_text(checked.loaded.documents[NEW], checked.catalogue.registry.obligations[2027], 2028)
    assert text.count("Dibaca dalam naskah 2026; untuk tahun ini asumsi.") == 5


def test_the_circular_of_the_year_before_is_a_source_and_not_the_new_years_own(project):
    root = project()
    old, new = both_years(root)
    assert gaps(old.legal_basis) == []
    assert len(gaps(new.legal_basis)) == 3
    [source] = new.legal_basis.sources
    assert (source.title, source.url) == ("Surat Edaran 1/SE/2026, 2 Januari 2026", "https://contoh.go.id/edaran")
    assert source.note == "Dasar kewajiban 2026; belum dipastikan berlaku pada tahun ini."
    page = pages(root, IN_2027)["kepatuhan/2027/"]
    assert "Hasil sementara." in page
    assert "<dt>Nomor</dt><dd>belum diketahui</dd>" in page
    assert source.note in page


def test_opening_keeps_comments_and_tells_them_of_the_new_year(project):
    text = opened_text(project({OLD: COMMENTED}))
    assert text.startswith("# Kewajiban tahun 2027. Surat dibaca 3 Mei 2026.\n")
    for comment in (
        "  # Menurut berita tahun 2026.",
        "# Tenggat belum disebut.",
        "# Akhir berkas.",
        "# Dibuka dari 2026.yml",
    ):
        assert f"\n{comment}" in text
    assert "belum ada" not in text


def test_a_year_opened_from_an_opened_one_does_not_pile_up_what_was_said_of_the_first(project):
    root = project()
    open_year(root)
    checked = checking.check(root, IN_2027)
    text = opening.year_text(checked.loaded.documents[NEW], checked.catalogue.registry.obligations[2027], 2028)
    assert "2026.yml" not in text
    assert re.findall(r"Aturan \d+ dianggap berlaku juga pada \d+", text) == [
        "Aturan 2027 dianggap berlaku juga pada 2028"
    ]


def test_a_note_at_its_limit_still_leaves_room_for_what_opening_assumes(project):
    longest = " ".join(["Mulai"] * 83)
    root = project({OLD: RULES.replace("Mulai Januari.", longest)})
    assert "mulai 1 Januari 2027 adalah asumsi." in opened_text(root)
    assert codes(root, IN_2027) == []


def test_rules_on_one_line_cannot_be_opened_and_nothing_is_guessed(project):
    rules = re.sub(r"\n +", " ", RULES[RULES.index("aturan:") :]).strip()
    parts = re.sub(r" (peristiwa_dihitung|kolaborasi_dihitung|jenis_terikat|berlaku_mulai):", r", \1:", rules[8:])
    parts = re.sub(r"peristiwa_dihitung: (.*?), kolab", r"peristiwa_dihitung: {\1}, kolab", parts)
    parts = parts.replace("] dasar", "], dasar").replace("dibaca keterangan", "dibaca, keterangan")
    root = project({OLD: RULES[: RULES.index("aturan:")] + f"aturan: {{{parts}}}\n"})
    assert codes(root, IN_2027) == []
    with pytest.raises(ValueError, match=OLD):
        open_year(root)


def test_the_real_rules_can_be_opened_for_the_next_year(tmp_path):
    shutil.copytree(FROZEN / "registry", tmp_path / "registry")
    (tmp_path / "innovations").mkdir()
    open_year(tmp_path)
    checked = checking.check(tmp_path, IN_2027)
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


def test_the_command_opens_the_next_year_and_repeats_each_doubt(katalog):
    code, said, _ = katalog("open", "2027")
    assert code == 0
    assert said.splitlines()[0].startswith(f"Tertulis: {NEW}.")
    assert [line for line in said.splitlines() if line.startswith("- ")] == [
        "- Surat Edaran: naskahnya belum ditemukan",
        "- Surat Edaran: nomornya belum diketahui",
        "- Surat Edaran: tanggalnya belum diketahui",
        *(
            f"- asumsi: {rule} Dibaca dalam naskah 2026; untuk tahun ini asumsi."
            for rule in ("Paling sedikit satu.", "Empat peristiwa.", "Hanya pemilik.", "Dinas dan kecamatan.")
        ),
        "- asumsi: Mulai Januari. Aturan 2026 dianggap berlaku juga pada 2027; mulai 1 Januari 2027 adalah asumsi.",
    ]
    assert katalog("check")[0] == 0
    assert katalog("open", "2028")[0] == 0


@pytest.mark.parametrize(
    ("year", "why"),
    [
        ("2026", f"{OLD} sudah ada."),
        ("2028", "Aturan 2027 belum dicatat. Buka 2027 dahulu"),
        ("2025", "Belum ada aturan tahun sebelum 2025"),
    ],
)
def test_a_year_that_is_there_or_has_none_before_it_is_not_opened(katalog, year, why):
    code, said, told = katalog("open", year)
    assert (code, said) == (1, "")
    assert why in told
    assert [path.name for path in Path("registry/obligations").iterdir()] == ["2026.yml"]


def test_a_catalogue_with_errors_opens_no_year(katalog):
    Path(OLD).write_text(RULES.replace("nilai: 1,", "nilai: 0,"), "utf-8")
    assert katalog("open", "2027")[0] == 1
    assert not Path(NEW).exists()


def test_the_guides_commands_show_the_new_year(in_2027):
    (in_2027 / "innovations/disdik/kapal-baca.yml").unlink()
    result = run("compliance", "--year", "2027", "--as-of", "2027-04-15")
    assert result.return_value == 0
    assert result.output.startswith(
        "0 dari 3 perangkat daerah tercatat memenuhi kewajiban inovasi 2027. Per 2027-04-15."
    )
    assert run("compliance", "--as-of", "2027-04-15").output == result.output
    assert "2026" in run("compliance", "--as-of", "2026-11-24").output.splitlines()[0]


def test_the_command_says_that_a_year_has_no_rules(in_2027):
    (in_2027 / "innovations/disdik/kapal-baca.yml").unlink()
    result = run("compliance", "--year", "2031", "--as-of", "2027-04-15")
    assert result.return_value == 1
    assert "Aturan 2031 belum dicatat" in result.output


def test_the_command_says_that_the_current_year_has_no_rules_beside_the_last_one(in_2027):
    (in_2027 / NEW).unlink()
    assert "Aturan 2027 belum dicatat." in run("compliance", "--as-of", "2027-04-15").output.splitlines()
    body = run("compliance", "--as-of", "2027-04-15", "--format", "json").output
    assert json.loads(body)["belum_dicatat"] == "Aturan 2027 belum dicatat."
    assert "belum dicatat" not in run("compliance", "--year", "2026", "--as-of", "2027-04-15").output
    table = run("compliance", "--as-of", "2027-04-15", "--format", "csv")
    assert (table.stdout.splitlines()[0][:5], table.stderr) == ("tahun", "Aturan 2027 belum dicatat.\n")


# Years without rules


def test_without_rules_for_this_year_the_last_one_is_shown_and_says_so(project):
    found = pages(project(), IN_2027)
    assert "Aturan 2027 belum dicatat." in found["kepatuhan/"]
    assert heading(found["kepatuhan/"]).endswith("2026")
    assert "belum dicatat" not in found["kepatuhan/2026/"]
    assert "kepatuhan/2027/" not in found


def test_an_agency_without_any_verdict_says_too_that_this_year_has_no_rules(project):
    new = "  - {slug: dinas-baru, nama_resmi: Dinas Baru, jenis: dinas, berlaku_dari: 2027-01-01, "
    new += "nama_terkonfirmasi: ya, terikat: ya, sumber: {judul: Rekaan}}\n"
    register = (BASE / "registry/agencies.yml").read_text("utf-8")
    found = pages(project({"registry/agencies.yml": register + new}), IN_2027)
    assert "Kewajiban inovasi</h2>\n<p>Aturan 2027 belum dicatat.</p>" in found["perangkat-daerah/dinas-baru/"]
    assert "Perangkat daerah berhak menanggapi" not in found["perangkat-daerah/dinas-baru/"]


SPEAKING = ("", "kepatuhan/", "tentang/metode/", "perangkat-daerah/disdik/", "statistik/", "tahun/2027/")
EARLY = {"innovations/disdik/kapal-baca.yml": entry("Kapal Baca", "uji-coba 2027-02-03")}


def test_wherever_the_current_year_is_spoken_of_its_missing_rules_are_told(project):
    found = pages(project(EARLY), IN_2027)
    assert [address for address in SPEAKING if "Aturan 2027 belum dicatat." not in found[address]] == []
    assert json.loads(found["data/kepatuhan.json"])["belum_dicatat"] == "Aturan 2027 belum dicatat."
    assert [
        address for address, page in found.items() if address.startswith("tahun/2026") and "Aturan 20" in page
    ] == []


def test_the_form_is_told_of_missing_rules(project):
    checked = checking.check(project(), IN_2027)
    built = made(project(), checked, SETTINGS, Edition(IN_2027, "0" * 40))
    assert (
        json.loads(built["kontribusi/formulir/isian.json"])["kepatuhan"]["belum_dicatat"]
        == "Aturan 2027 belum dicatat."
    )


def test_with_rules_for_this_year_nothing_is_said_to_be_missing(opened):
    found = pages(opened, IN_2027)
    assert [address for address, page in found.items() if "Aturan 2027 belum dicatat" in page] == []
    assert json.loads(found["data/kepatuhan.json"])["belum_dicatat"] is None


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
    years = {address for address in found if re.fullmatch(r"kepatuhan/([^/]+/)?", address)}
    assert years == {
        "kepatuhan/",
        "kepatuhan/koreksi/",
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
