"""The first hour: a workbook that comes back into the register by the rules of `record`, and a letter for each agency."""

import io
import re
from pathlib import Path

import openpyxl
import pytest
from conftest import BASE, TODAY, check

from generator import checking

AGENCIES = "registry/agencies.yml"
BOOK, LETTERS = "mulai/perangkat-daerah.xlsx", "mulai/surat.html"
SHEET = "Perangkat daerah"


@pytest.fixture(autouse=True)
def _no_terminal(monkeypatch):
    monkeypatch.setattr("sys.stdin", io.StringIO("ya\n" * 40))


@pytest.fixture
def filled(katalog):
    """A function: `katalog onboard`, cells of an agency filled in (slug -> head -> text), and `katalog import`."""
    assert katalog("onboard", "mulai")[0] == 0

    def run(said, *options, entry=None):
        book = openpyxl.load_workbook(BOOK)
        sheet = book[SHEET]
        heads = {cell.value: cell.column for cell in sheet[1]}
        rows = {cell.value: cell.row for cell in sheet["A"]}
        for slug, cells in said.items():
            for head, text in cells.items():
                sheet.cell(rows[slug], heads[head], text)
        titles = {cell.value: cell.column for cell in book["Inovasi"][1]}
        for title, text in (entry or {}).items():
            book["Inovasi"].cell(3, titles[title], text)
        book.save("diisi.xlsx")
        return katalog("import", "diisi.xlsx", *options)

    return run


def agencies():
    return checking.check(Path.cwd(), TODAY).catalogue.registry.agencies


def test_the_workbook_as_it_was_written_changes_nothing(filled):
    code, out, err = filled({})
    assert (code, err) == (0, "")
    assert "inovasi sudah tercatat dan tidak berubah" in out
    assert "Perangkat daerah: tidak ada yang berubah." in out
    assert Path(AGENCIES).read_text("utf-8") == (BASE / AGENCIES).read_text("utf-8")


def test_what_offices_fill_in_comes_back_into_the_register(filled):
    source = {"Nama sudah dicocokkan": "ya", "Sumber": "Perda Nomor 6 Tahun 2016", "Tanggal dibaca": "2 Juni 2026"}
    said = {
        "dinas-ragu": {"Nama resmi": "Dinas Pasti", "Nama lama pernah resmi": "ya", **source},
        "rsud": {"Terikat": "ya", **source},
        "dinkes": {"Kantor": "Bagian Umum", "Telepon kantor": "(0561) 123456", "Pemilik": "@kantor/dinkes"},
    }
    before = Path(AGENCIES).read_text("utf-8")
    assert filled(said, "--dry-run")[0] == 0
    assert Path(AGENCIES).read_text("utf-8") == before
    code, out, _ = filled(said)
    assert code == 0
    assert "- Dinas Pasti 2026: belum dikonfirmasi menjadi belum " in out
    found = agencies()
    assert (found["dinas-ragu"].name, found["dinas-ragu"].name_confirmed) == ("Dinas Pasti", True)
    assert found["dinas-ragu"].formers[0].name == "Dinas Ragu"
    assert found["rsud"].bound == "ya"
    assert (found["dinkes"].contact.phone, found["dinkes"].owner) == ("(0561) 123456", "@kantor/dinkes")
    assert check(Path.cwd()).errors == ()


@pytest.mark.parametrize(
    ("slug", "cells", "told"),
    [
        ("dinas-ragu", {"Nama sudah dicocokkan": "ya", "Tanggal dibaca": "2 Juni 2026"}, "F7 (Sumber): belum diisi"),
        ("dinas-ragu", {"Nama sudah dicocokkan": "ya", "Sumber": "Perda 6"}, "H7 (Tanggal dibaca): belum diisi"),
        ("dinas-ragu", {"Nama resmi": "Dinas Pasti"}, "belum berisi ya"),
        ("dinas-ragu", {"Sumber": "Perda Nomor 6 Tahun 2016"}, '"Nama sudah dicocokkan" belum berisi ya'),
        ("dinkes", {"Nama sudah dicocokkan": "tidak"}, "katalog record mending --what konfirmasi --agency dinkes"),
        ("dinkes", {"Telepon kantor": "kosong"}, "belum tercatat; tidak ada yang dikosongkan"),
        ("dinkes", {"Telepon kantor": "ada"}, "bukan nomor telepon"),
        ("dinkes", {"Pemilik": "Bapak Rekaan"}, "bukan akun atau tim"),
        ("dinkes", {"Laman": "contoh"}, "https://"),
        ("dinkes", {"Alamat tetap": "dinas-antariksa"}, "tidak ada dalam daftar"),
    ],
)
def test_a_row_that_will_not_do_is_told_and_the_others_are_taken(filled, slug, cells, told):
    code, out, _ = filled({slug: cells, "disdik": {"Kantor": "Bagian Umum"}})
    assert code == 1
    [line] = [line for line in out.splitlines() if line.startswith(f'  lembar "{SHEET}"')]
    assert told in line
    assert "1 hal tidak diambil" in out
    assert agencies()["disdik"].contact.office == "Bagian Umum"
    assert (agencies()[slug].name, agencies()[slug].contact) == (
        {"dinkes": "Dinas Kesehatan", "dinas-ragu": "Dinas Ragu"}[slug],
        None,
    )


def test_a_late_workbook_takes_back_nothing_that_was_recorded_meanwhile(filled, katalog):
    source = ("--source", "Perda Nomor 6 Tahun 2016", "--date", "2 Juni 2026")
    assert katalog("record", "confirmation", "--agency", "dinas-ragu", "--name", "Dinas Pasti", *source)[0] == 0
    assert katalog("record", "contact", "--agency", "dinkes", "--phone", "(0561) 123456", *source)[0] == 0
    told = ("record", "verification", "--innovation", "Posyandu Malam", "--date", "3 Juni 2026")
    entry = Path("innovations/dinkes/posyandu-malam.yml")
    assert katalog(*told)[0] == 0
    before = {path: path.read_text("utf-8") for path in (Path(AGENCIES), entry)}
    code, _, _ = filled({}, "--update")
    assert (code, {path: path.read_text("utf-8") for path in before}) == (0, before)
    read = {"Nama sudah dicocokkan": "ya", "Sumber": "Surat lama", "Tanggal dibaca": "1 Juni 2026"}
    cells = {"dinas-ragu": read, "dinkes": {"Telepon kantor": "(0561) 999999", "Kantor": "Bagian Umum"}}
    code, out, _ = filled({**cells, "disdik": {"Telepon kantor": "(0561) 777777"}}, "--update")
    assert code == 1
    assert '(Nama resmi) "Dinas Ragu": berubah di registri' in out
    assert "(Telepon kantor)" in out
    assert (
        "berubah di registri sesudah buku kerja ini dibuat; yang tercatat tetap - bila isi buku kerja yang benar, "
        "catat dengan katalog record contact --agency dinkes" in out
    )
    contacts = {slug: one.contact for slug, one in agencies().items()}
    assert (contacts["dinkes"].phone, contacts["dinkes"].office) == ("(0561) 123456", "Bagian Umum")
    assert (contacts["disdik"].phone, agencies()["dinas-ragu"].name) == ("(0561) 777777", "Dinas Pasti")
    assert agencies()["dinas-ragu"].source.title == "Perda Nomor 6 Tahun 2016"


def test_a_form_that_is_older_than_a_verification_changes_no_value_that_was_verified(filled, katalog):
    entry = Path("innovations/dinkes/posyandu-malam.yml")
    entry.write_text(f"{entry.read_text('utf-8')}masalah: Antre.\n", "utf-8")
    assert katalog("record", "verification", "--innovation", "Posyandu Malam", "--date", "3 Juni 2026")[0] == 0
    before = entry.read_text("utf-8")
    told = {"Masalah": "Antre lama sekali.", "Solusi (rancang bangun)": "Dibuka malam hari."}
    code, out, _ = filled({}, "--update", entry=told)
    assert code == 1
    assert "diperiksa perangkat daerah sesudah tabel ini dibuat (2026-06-03)" in out
    assert [one for one in before.splitlines() if one not in entry.read_text("utf-8").splitlines()] == []
    assert "Dibuka malam hari." in entry.read_text("utf-8")
    assert filled({}, "--update", entry={**told, "Diperiksa": "2026-06-03"})[0] == 0
    assert "Antre lama sekali." in entry.read_text("utf-8")


def test_one_cell_that_will_not_do_costs_that_cell_and_every_other_is_taken(filled):
    cells = {"Nama resmi": "Dinas Pasti", "Kantor": "Bagian Umum", "Telepon kantor": "ada", "Pemilik": "@kantor/ragu"}
    code, out, _ = filled({"dinas-ragu": cells})
    told = agencies()["dinas-ragu"]
    assert (code, told.name, told.contact.office, told.contact.phone) == (1, "Dinas Ragu", "Bagian Umum", None)
    assert told.owner == "@kantor/ragu"
    assert "  dinas-ragu: kontak, pemilik\n" in out
    assert "2 hal tidak diambil" in out


SOURCE = {"Sumber": "Laman resmi", "Tanggal dibaca": "2 Juni 2026"}


def test_the_source_of_a_contact_is_kept_for_git_and_a_confirmed_name_is_left_alone(filled):
    contact = {"dinkes": {"Kantor": "Bagian Umum", **SOURCE}, "disdik": {"Kantor": "Bagian Umum"}}
    code, out, _ = filled(contact)
    assert (code, "mending" in out, "tidak diambil, 0 perlu dilihat" in out) == (0, False, True)
    [line] = [line for line in out.splitlines() if line.startswith("Simpan ke Git")]
    assert "Kontak menurut Laman resmi, 2 Juni 2026: dinkes" in line
    assert "Kontak menurut buku kerja, 24 November 2026: disdik" in line
    code, out, _ = filled(contact)  # the same once more
    assert (code, "Sumber" in out, "Perangkat daerah: tidak ada yang berubah." in out) == (0, False, True)


def test_a_source_for_a_name_that_is_confirmed_already_asks_for_nothing(filled):
    code, out, _ = filled({"dinkes": SOURCE})
    assert (code, "mending" in out, "0 perlu dilihat" in out) == (0, False, True)
    assert "yang sudah terkonfirmasi, jadi tidak dicatat: F3. Tidak ada yang perlu dikerjakan." in out


def test_cells_that_are_taken_together_are_named_where_one_will_not_do(filled):
    cells = {"Nama sudah dicocokkan": "ya", "Nama resmi": "Dinas Pasti", "Sumber": "Perda 6", "Tanggal dibaca": "entah"}
    code, out, _ = filled({"dinas-ragu": cells})
    assert (code, "3 hal tidak diambil" in out, agencies()["dinas-ragu"].name) == (1, True, "Dinas Ragu")
    for text in ("Dinas Pasti", "Perda 6"):
        assert f'"{text}": tidak diambil, sebab "Tanggal dibaca" tidak dapat dipakai - betulkan H7' in out
    assert "misalnya 2 Juni 2026" in out


def test_rows_and_columns_that_nobody_knows_are_told(katalog):
    assert katalog("onboard", "mulai")[0] == 0
    book = openpyxl.load_workbook(BOOK)
    sheet = book[SHEET]
    last = sheet.max_row
    sheet.cell(1, sheet.max_column + 1, "Faksimile")
    sheet.cell(3, sheet.max_column, "112")
    sheet.cell(last + 1, 2, "Dinas Tanpa Alamat")
    sheet.cell(last + 2, 1, "dinkes")
    sheet.cell(last + 2, 9, "Bagian Lain")
    book.save("diisi.xlsx")
    code, out, _ = katalog("import", "diisi.xlsx", "--report", "laporan.csv")
    assert code == 1
    assert '3 (Faksimile) "112": bukan kolom lembar ini' in out
    assert f"A{last + 1} (Alamat tetap): baris tanpa alamat tetap" in out
    assert f'A{last + 2} (Alamat tetap) "dinkes": dinkes sudah ada pada baris' in out
    assert Path("laporan.csv").read_text("utf-8-sig").count(SHEET) == 3
    assert agencies()["dinkes"].contact is None


def test_what_is_on_record_already_is_counted_and_told_one_by_one_in_the_report_alone(filled):
    _, out, _ = filled({}, "--report", "laporan.csv")
    report = Path("laporan.csv").read_text("utf-8-sig")
    count = report.count("tidak ada yang berubah")
    assert count
    assert f"{count} inovasi sudah tercatat dan tidak berubah" in out
    assert "0 perlu dilihat" in out
    assert "innovations/" not in out


@pytest.mark.parametrize(("answer", "written"), [("tidak\n", False), ("ya\n", True)])
def test_letters_that_name_no_place_to_answer_are_written_only_if_that_is_agreed(katalog, monkeypatch, answer, written):
    settings = Path("mkdocs.yml")
    text = settings.read_text("utf-8").replace("surel: katalog@contoh.go.id", 'surel: ""')
    settings.write_text(text.replace("whatsapp: 0812-0000-0000", 'whatsapp: ""'), "utf-8")
    monkeypatch.setattr("sys.stdin", io.StringIO(answer))
    code, out, _ = katalog("onboard", "mulai")
    assert code == 0
    assert "katalog record helpline" in out
    assert "site_url di mkdocs.yml" not in out
    assert Path(LETTERS).exists() == written


def test_letters_without_the_address_of_the_site_are_written_with_a_word_about_it(katalog):
    settings = Path("mkdocs.yml")
    settings.write_text(re.sub("^site_url:.*\n", "", settings.read_text("utf-8"), flags=re.MULTILINE), "utf-8")
    code, out, err = katalog("onboard", "mulai")
    assert (code, err, "site_url di mkdocs.yml" in out, "SITE_URL=https://" in out) == (0, "", True, True)
    assert "Alamat situsnya diberitahukan kemudian" in Path(LETTERS).read_text("utf-8")


def test_a_private_number_is_refused_and_nothing_is_written(filled):
    code, _, err = filled({"dinkes": {"Telepon kantor": "0812-0000-0000"}})
    assert code == 1
    assert "P003" in err
    assert Path(AGENCIES).read_text("utf-8") == (BASE / AGENCIES).read_text("utf-8")


def test_each_agency_in_force_has_a_letter_of_its_own(katalog):
    agencies_file = Path(AGENCIES)
    text = agencies_file.read_text("utf-8").replace("Dinas Kesehatan", "Dinas <b>Kesehatan</b>")
    agencies_file.write_text(
        text.replace("slug: rsud", "slug: rsud\n    berlaku_sampai: 2026-01-01\n    catatan: Bergabung."), "utf-8"
    )
    assert katalog("onboard", "mulai")[0] == 0
    page = Path(LETTERS).read_text("utf-8")
    assert page.count("<section>") == 4
    assert "RSUD" not in page
    assert "<b>Kesehatan" not in page
    assert "Posyandu Malam" in page
    assert "Sumber yang memuat nama resmi kantor ini" in page
    assert "formulir/?pd=dinkes" in page.replace("&#39;", "'")
    assert page.count("k-qr") >= 4


def test_nothing_is_overwritten_and_a_kind_may_be_chosen(katalog):
    assert katalog("onboard", "mulai", "--kind", "dinas")[0] == 0
    code, _, err = katalog("onboard", "mulai")
    assert (code, "misalnya mulai-2026-11-24" in err) == (2, True)
    assert katalog("onboard", "lain", "--kind", "antariksa")[0] == 2
    sheet = openpyxl.load_workbook(BOOK)[SHEET]
    assert [cell.value for cell in sheet["A"]][2:] == ["dinkes", "disdik", "dinas-ragu"]


def test_an_answer_that_is_neither_yes_nor_no_is_told(filled):
    source = {"Sumber": "Perda Nomor 6 Tahun 2016", "Tanggal dibaca": "2 Juni 2026"}
    before = Path(AGENCIES).read_text("utf-8")
    code, out, _ = filled(
        {"dinas-ragu": {"Nama sudah dicocokkan": "sudah", **source}, "rsud": {"Terikat": "entah", **source}}
    )
    assert code == 1
    assert '(Nama sudah dicocokkan) "sudah": bukan ya atau tidak - tulis ya atau tidak' in out
    assert '(Terikat) "entah": bukan ya atau tidak - tulis ya atau tidak' in out
    assert Path(AGENCIES).read_text("utf-8") == before


def test_what_is_to_be_kept_in_git_names_the_innovations_too(katalog):
    assert katalog("onboard", "mulai")[0] == 0
    book = openpyxl.load_workbook(BOOK)
    sheet = book[SHEET]
    heads, rows = ({cell.value: number for number, cell in enumerate(line, 1)} for line in (sheet[1], sheet["A"]))
    sheet.cell(rows["dinkes"], heads["Kantor"], "Bagian Umum")
    name = {"Nama inovasi": "Kapal Baca"}
    entry = {"Perangkat daerah": "Dinas Kesehatan", **name, "Ringkasan": "Warga membaca di kapal.",
             "Bentuk": "Pelayanan publik", "Urusan pemerintahan": "Kesehatan"}  # fmt: skip
    for part, row in (("Inovasi", entry), ("Riwayat", {**name, "Peristiwa": "Penerapan", "Tanggal": "2026-03"})):
        titles, at = {cell.value: cell.column for cell in book[part][1]}, book[part].max_row + 1
        for title, text in row.items():
            book[part].cell(at, titles[title], text)
    book.save("diisi.xlsx")
    _, out, _ = katalog("import", "diisi.xlsx")
    [line] = [line for line in out.splitlines() if line.startswith("Simpan ke Git")]
    assert "innovations/dinkes/kapal-baca.yml" in line
    assert AGENCIES in line
