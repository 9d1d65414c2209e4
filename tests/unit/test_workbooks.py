"""Workbooks that go out: what people and offices get, typed, calculated nowhere, and read back without loss."""

import datetime as dt
import io
import json
import re
import shutil
import zipfile
from pathlib import Path

import pytest
from conftest import BASE, ENTRY, ROOT, SETTINGS, TODAY
from openpyxl import load_workbook

from generator import checking
from generator.contributing.table_import.files.other_formats import other_sheets
from generator.contributing.table_import.words.form_parts import own_sheets
from generator.publishing.exports import Build, open_data, template, workbooks
from generator.publishing.view import View
from generator.settings import LICENCE_ADDRESS, Edition
from generator.spreadsheet import Book, BookColumn, BookSheet, column_number, letters, sheet_name, workbook_bytes

SMALL = ROOT / "tests/golden/small/source"
COMMIT = "89abcdef89abcdef89abcdef89abcdef89abcdef"
FORMULAS = ('=HYPERLINK("https://contoh.go.id")', "+62 rekaan", "-1+1", "@SUM(A1)", "\uff1dA1")


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """The golden region, every field in use: its catalogue and its files."""
    root = tmp_path_factory.mktemp("small")
    shutil.copytree(BASE, root, dirs_exist_ok=True)
    shutil.copytree(SMALL, root, dirs_exist_ok=True)
    return made(root)


def made(root):
    catalogue = checking.check(root, TODAY).catalogue
    parts = Build(root, View(catalogue, SETTINGS, Edition(TODAY, TODAY, COMMIT)))
    return catalogue, {**dict(workbooks.files(parts)), **dict(open_data.files(parts))}


def opened(raw):
    return load_workbook(io.BytesIO(raw))


def rows(sheet, skipped=2):
    heads = [cell.value for cell in sheet[1]]
    return [dict(zip(heads, (cell.value for cell in row), strict=True)) for row in sheet.iter_rows(min_row=skipped + 1)]


# What the site offers


def test_every_innovation_stands_in_the_whole_workbook_and_in_that_of_its_agency(built):
    catalogue, files = built
    every = [row["Alamat tetap"] for row in rows(opened(files["data/inovasi.xlsx"])["Inovasi"])]
    assert every == list(catalogue.innovations)
    for slug in catalogue.registry.agencies:
        sheets = {sheet.name: sheet for sheet in other_sheets(files[f"data/perangkat-daerah/{slug}.xlsx"], "xlsx")}
        (column,) = (at[1] for at, cell in sheets["Inovasi"].cells.items() if cell.text == "Alamat tetap")
        own = [cell.text for at, cell in sorted(sheets["Inovasi"].cells.items()) if at[0] > 2 and at[1] == column]
        assert own == [one.slug for one in catalogue.folders[slug]]


def test_numbers_and_dates_are_typed_and_names_stand_beside_codes(built):
    _, files = built
    book = opened(files["data/inovasi.xlsx"])
    dates = [row["Tanggal"] for row in rows(book["Riwayat"])]
    assert any(isinstance(day, dt.datetime) for day in dates)
    assert any(isinstance(year, int) for year in dates)
    assert any(isinstance(row["Jumlah"], int) for row in rows(book["Anggaran"]))
    first = rows(book["Inovasi"])[0]
    assert first["Kode bentuk (dihitung)"] != first["Bentuk"] != None  # noqa: E711
    assert first["Perangkat daerah"] != first["Kode perangkat daerah (dihitung)"]
    choices = rows(book["Pilihan"], 1)
    assert {"tata-kelola", "pelayanan-publik", "lainnya"} <= {row["Kode bentuk"] for row in choices}


def test_the_duty_has_its_years_and_its_history_with_typed_cells(built):
    _, files = built
    book = opened(files["data/kepatuhan.xlsx"])
    body = json.loads(files["data/kepatuhan.json"])["kepatuhan"]
    told = rows(book["Kepatuhan"], 1)
    assert [(row["Tahun"], row["Kode perangkat daerah"], row["Status"]) for row in told] == [
        (row["tahun"], row["perangkat_daerah"], row["status_kata"]) for row in body
    ]
    months = json.loads(files["kepatuhan/riwayat.json"])["riwayat"]
    course = rows(book["Riwayat kepatuhan"], 1)
    assert [(row["Memenuhi"], row["Dari"]) for row in course] == [(row["memenuhi"], row["dari"]) for row in months]
    assert all(isinstance(row["Per tanggal"], dt.datetime) for row in (*told, *course))


@pytest.mark.parametrize("path", ["data/inovasi.xlsx", "data/perangkat-daerah/dinkes.xlsx", "data/kepatuhan.xlsx"])
def test_licence_day_and_commit_stand_in_the_guide_and_the_properties(built, path):
    book = opened(built[1][path])
    guide = "\n".join(str(row[0].value) for row in book["Petunjuk"].iter_rows())
    for said in (guide, book.properties.description):
        assert LICENCE_ADDRESS in said
        assert TODAY.isoformat() in said
        assert COMMIT in said


def test_no_workbook_calculates_is_protected_or_leads_elsewhere(built):
    books = {path: raw for path, raw in built[1].items() if path.endswith(".xlsx")}
    assert len(books) > 5
    for path, raw in books.items():
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
            for name in archive.namelist():
                found = re.findall(
                    rb"<f[ >]|Protection|externalLink|hyperlink|vbaProject|TargetMode", archive.read(name)
                )
                assert found == [], (path, name)
                assert re.findall(rb"<(?:c|row)(?! r=\")[ />]", archive.read(name)) == [], (
                    "not every reader counts places"
                )


def test_a_name_like_a_formula_is_a_text_in_every_workbook(project):
    entries = {
        f"innovations/dinkes/uji-{place}.yml": ENTRY.replace("Posyandu Malam", json.dumps(text, ensure_ascii=False), 1)
        for place, text in enumerate(FORMULAS)
    }
    _, files = made(project(entries))
    for path in ("data/inovasi.xlsx", "data/perangkat-daerah/dinkes.xlsx"):
        cells = {
            cell.value.removeprefix("\\"): cell for (cell,) in opened(files[path])["Inovasi"]["B3:B8"] if cell.value
        }
        assert set(FORMULAS) <= set(cells)
        assert {(cell.data_type, cell.number_format) for cell in cells.values()} == {("s", "@")}
    told = [cell for row in opened(files["data/kepatuhan.xlsx"])["Kepatuhan"].iter_rows() for cell in row if cell.value]
    assert not [cell for cell in told if cell.data_type == "f"]


# The bytes


def test_columns_have_the_names_that_spreadsheets_give_them():
    assert [letters(number) for number in (1, 26, 27, 52, 703)] == ["A", "Z", "AA", "AZ", "AAA"]
    assert [column_number(letters(number)) for number in range(1, 800)] == list(range(1, 800))


def test_what_no_sheet_may_be_called_and_no_xml_holds_is_left_out():
    name = sheet_name("Replikasi: [asal] / oleh * siapa? " + "panjang " * 9)
    assert len(name) <= 31
    assert not set(name) & set("[]:*?/\\'")
    raw = workbook_bytes(
        Book("a\x00b", "c", "d", (BookSheet("L", (BookColumn('<a> & "b"\x0b'),), [["x\x01y _x000D_"]]),))
    )
    book = opened(raw)
    assert book["L"]["A1"].value == '<a> & "b"'
    assert "\x01" not in book["L"]["A2"].value


# `katalog export rekap`


def exported(katalog, *given, name="rekap.xlsx"):
    code, out, err = katalog("export", "rekap", name, *given)
    assert code == 0, err
    return load_workbook(name), out


def texts():
    return {path.as_posix(): path.read_text("utf-8") for path in sorted(Path("innovations").rglob("*.yml"))}


def test_what_is_exported_and_imported_again_changes_nothing(katalog):
    before = texts()
    exported(katalog)
    code, out, _ = katalog("import", "rekap.xlsx", "--update", "--yes")
    assert code == 0, out
    assert texts() == before


def test_what_an_office_adds_to_its_export_is_told_first_and_written_with_update(katalog, monkeypatch):
    before = texts()
    (path,) = before
    book, _ = exported(katalog, "--agency", "dinkes")
    heads = [cell.value for cell in book["Inovasi"][1]]
    book["Inovasi"].cell(3, heads.index("Manfaat") + 1, "Antrean lebih pendek.")
    book["Riwayat"]["E3"] = "Dimulai di satu posyandu."
    book["Hasil"].append(["Posyandu Malam", None, "Ibu yang dilayani", "orang", 10, "25", 2026])
    book["Sumber"].append([None, "posyandu-malam", "Laporan", "https://contoh.go.id/laporan"])
    book.save("lagi.xlsx")
    code, out, _ = katalog("import", "lagi.xlsx")
    assert (code, texts()) == (1, before)
    for told in ("Manfaat: ditambah", "Riwayat: ", "Hasil: ditambah", "Sumber: ditambah"):
        assert told in out
    shown = katalog("import", "lagi.xlsx", "--update", "--dry-run")[1]
    assert ("Pengaruh pada indeks" in shown, texts() == before) == (True, True)
    monkeypatch.setattr("sys.stdin", io.StringIO())
    code, _, err = katalog("import", "lagi.xlsx", "--update")
    assert (code, "tambahkan --yes" in err, texts() == before) == (2, True, True)
    code, out, _ = katalog("import", "lagi.xlsx", "--update", "--yes")
    assert (code, f"git add --all {path} && git commit" in out) == (0, True)
    text = texts()[path]
    assert "manfaat: |\n  Antrean lebih pendek." in text
    assert "keterangan: Dimulai di satu posyandu." in text
    assert '    sebelum: "10"\n' in text or "    sebelum: 10\n" in text
    assert "url: https://contoh.go.id/laporan" in text
    again = texts()
    assert katalog("import", "lagi.xlsx", "--update", "--yes")[0] == 0
    assert texts() == again


def test_a_row_of_a_list_that_an_office_corrects_is_told_as_a_change_and_takes_the_place_of_the_old_one(katalog):
    (path,) = map(Path, texts())
    results = "hasil:\n  - ukuran: Ibu yang dilayani\n    sesudah: 10\n    tahun: 2025\n  - ukuran: Posyandu\n    sesudah: 3\n"
    path.write_text(path.read_text("utf-8") + results, "utf-8")
    book, _ = exported(katalog)
    heads = [cell.value for cell in book["Hasil"][1]]
    book["Hasil"].cell(3, heads.index("Sesudah") + 1, "12")
    book["Hasil"].append(["Posyandu Malam", None, "Ibu yang dilayani", None, None, "30", 2026])
    book.save("lagi.xlsx")
    code, out, _ = katalog("import", "lagi.xlsx")
    assert code == 1
    assert 'Hasil: "Ibu yang dilayani" 10 2025 menjadi "Ibu yang dilayani" 12 2025' in out
    assert katalog("import", "lagi.xlsx", "--update", "--yes")[0] == 0
    entry = checking.check(Path.cwd(), TODAY).catalogue.innovations[path.stem].entry
    assert [(one.measure, one.after, one.year) for one in entry.results] == [
        ("Ibu yang dilayani", "12", 2025), ("Posyandu", "3", None), ("Ibu yang dilayani", "30", 2026),
    ]  # fmt: skip


def test_what_no_entry_can_hold_is_told_and_the_rest_of_the_row_is_taken(katalog):
    (path,) = map(Path, texts())
    book, _ = exported(katalog)
    heads = [cell.value for cell in book["Inovasi"][1]]
    book["Inovasi"].cell(3, heads.index("Ringkasan") + 1, "Terlalu panjang. " * 60)
    book["Inovasi"].cell(3, heads.index("Solusi (rancang bangun)") + 1, "Tetap.")
    book["Inovasi"].cell(3, heads.index("Manfaat") + 1, "Antrean lebih pendek.")
    book.save("lagi.xlsx")
    code, out, _ = katalog("import", "lagi.xlsx", "--update", "--yes")
    assert code == 1
    assert 'isi "Ringkasan" tidak dapat disimpan' in out
    text = path.read_text("utf-8")
    assert "Antrean lebih pendek." in text
    assert "Terlalu panjang" not in text


def test_an_export_is_of_one_agency_where_one_is_named_by_any_of_its_names(katalog):
    book, out = exported(katalog, "--agency", "Dinas Kesehatan")
    assert "(1 inovasi)" in out
    assert [row["Perangkat daerah"] for row in rows(book["Inovasi"])] == ["Dinas Kesehatan"]
    book, out = exported(katalog, "--agency", "disdik", name="lain.xlsx")
    assert "(0 inovasi)" in out
    assert {sheet.title for sheet in book} >= {own.name for own in own_sheets()}


def test_an_export_overwrites_nothing_and_takes_no_other_form(katalog):
    Path("ada.xlsx").write_bytes(b"milik saya")
    assert katalog("export", "rekap", "ada.xlsx")[0] == 2
    assert Path("ada.xlsx").read_bytes() == b"milik saya"
    assert katalog("export", "rekap", "rekap.csv")[0] == 2
    assert katalog("export", "lain", "rekap.xlsx")[0] == 2
    assert katalog("export", "rekap", "rekap.xlsx", "--agency", "tidak ada")[0] == 2
    assert not Path("rekap.xlsx").exists()


def test_a_catalogue_with_errors_is_not_exported(katalog):
    path = next(Path("innovations").rglob("*.yml"))
    path.write_text(path.read_text("utf-8").replace("bentuk:", "bentuq:"), "utf-8")
    assert katalog("export", "rekap", "rekap.xlsx")[0] == 1
    assert not Path("rekap.xlsx").exists()


@pytest.mark.walk
def test_an_officers_walk_over_the_template_its_marked_copy_and_next_years_export(katalog):
    catalogue = checking.check(Path.cwd(), TODAY).catalogue
    view = View(catalogue, SETTINGS, Edition(TODAY, TODAY))
    book = opened(dict(template.files(Build(Path.cwd(), view)))["kontribusi/templat.xlsx"])
    heads = {cell.value.removesuffix(" (wajib)"): cell.column for cell in book["Inovasi"][1]}
    names = [
        f"Layanan {word}"
        for word in [
            "anggrek",
            "bakau",
            "cemara",
            "damar",
            "enau",
            "flamboyan",
            "gaharu",
            "haur",
            "ipuh",
            "jati",
            "kenari",
            "lada",
            "meranti",
            "nipah",
            "ometan",
        ]
    ]
    for row, name in enumerate(names, 3):
        given = {"Perangkat daerah": "Dinas Kesehatan", "Nama inovasi": name, "Ringkasan": f"Apa itu {name}, untuk warga.",
                 "Bentuk": "Pelayanan publik", "Urusan pemerintahan": "Kesehtn" if row in (5, 6) else "Kesehatan"}  # fmt: skip
        for head, value in given.items():
            book["Inovasi"].cell(row, heads[head], value)
        book["Riwayat"].append([name, None, "Penerapan", "kemarin dulu" if row == 8 else "Mei 2026", None, None, None])
    book["Hasil"].append([names[0], None, "Warga yang dilayani", "orang", None, 120, 2026])
    book.save("isi.xlsx")
    code, out, _ = katalog("import", "isi.xlsx", "--report", "tandai.xlsx")
    assert code == 1
    assert len(texts()) == 1 + 12, out
    copy = load_workbook("tandai.xlsx")
    assert copy.sheetnames[0] == "Pertanyaan"
    assert "tanggal tidak terbaca" in copy["Riwayat"]["D8"].comment.text
    asked = {row[3].value: row[4] for row in copy["Pertanyaan"].iter_rows()}
    asked["Kesehtn"].value = "Kesehatan"
    copy["Riwayat"]["D8"] = "2026-06-03"
    copy.save("dijawab.xlsx")
    code, out, _ = katalog("import", "dijawab.xlsx")
    assert (code, len(texts())) == (0, 1 + 15), out
    before = texts()
    later, _ = exported(katalog, "--agency", "dinkes", name="tahun-depan.xlsx")
    later["Riwayat"].append([names[1], None, "Pengembangan", "2026-11", "Ditambah jam sore."])
    later.save("tahun-depan.xlsx")
    assert katalog("import", "tahun-depan.xlsx")[0] == 1
    assert texts() == before
    code, out, _ = katalog("import", "tahun-depan.xlsx", "--update", "--yes")
    assert code == 0, out
    (changed,) = (path for path, text in texts().items() if text != before[path])
    assert "peristiwa: pengembangan\n    tanggal: 2026-11\n    keterangan: Ditambah jam sore." in texts()[changed]
