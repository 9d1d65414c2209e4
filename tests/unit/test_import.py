"""`katalog import`: what of a recap becomes an entry, and that whatever does not is told, cell by cell."""

import csv
import datetime as dt
import io
import re
import zipfile
from contextlib import suppress
from pathlib import Path

import pytest
from conftest import BASE, TODAY, check
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook
from recap_tables import HEADER, NATIONAL, ROW, as_excel, book, changed, csv_of, saved

from generator import checking
from generator.contributing.table_import.cells.reading import Defaults
from generator.contributing.table_import.cells.values import date_in
from generator.contributing.table_import.entries import recap
from generator.contributing.table_import.files import archive, sheet
from generator.contributing.table_import.files.delimited import sheets
from generator.contributing.table_import.files.sheet import UnreadableError
from generator.contributing.table_import.rows.room import Known
from generator.contributing.table_import.settling import settle
from generator.contributing.table_import.words.column_titles import Columns
from generator.contributing.table_import.words.synonyms import meant
from generator.contributing.table_import.words.title_forms import title_key
from generator.problems import Problems

CATALOGUE = checking.check(BASE, TODAY).catalogue
WORDS = CATALOGUE.registry.words()
KNOWN = Known(CATALOGUE, frozenset(i.path for i in CATALOGUE.innovations.values()), "Kabupaten Contoh")
MADE = "innovations/dinkes/kelas-ibu.yml"
EXISTING = "innovations/dinkes/posyandu-malam.yml"
WORDED = (
    '"Posyandu dibuka malam hari agar orang tua yang bekerja dapat datang." menjadi "Ibu hamil belajar bersama bidan."'
)


def read(raw, **defaults):
    """(data of each draft that stands by its own, remarks that are no notes, notes)."""
    outcome = settle(
        recap(sheets(raw if isinstance(raw, bytes) else raw.encode()), KNOWN, Defaults(**defaults)), Problems()
    )
    return (
        [draft.reading.data for draft in outcome.accepted],
        [one for one in outcome.remarks if not one.note],
        [one for one in outcome.remarks if one.note],
    )


def table(*columns, header=HEADER, row=ROW):
    """A table of one row, with further columns given as (title, value)."""
    return [[*header, *(title for title, _ in columns)], [*row, *(value for _, value in columns)]]


def value_under(title, value):
    """What the entry holds that a cell under `title` makes, as the whole data of the row."""
    rows = table((title, value))
    [data], remarks, _ = read(csv_of(*rows) if isinstance(value, str) else book(rows))
    assert remarks == []
    return data


# Files that are no tables


def _ole(*streams):
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"".join(name.encode("utf-16-le") for name in streams) * 3


def _zip(**parts):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml").replace("_bin", ".bin"), content)
    return out.getvalue()


def _bomb():
    return changed(book([HEADER]), "xl/media/kosong.xml", b"\0" * (50 * 1024 * 1024))


def _entities():
    evil = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha">' + b"".join(
        b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(9)
    )
    return changed(book([HEADER, ROW]), "xl/worksheets/sheet1.xml", None, b"<worksheet ", evil + b"]><worksheet ")


def _far_row():
    return changed(
        book([HEADER]),
        "xl/worksheets/sheet1.xml",
        None,
        b"</sheetData>",
        b'<row r="2000000000"><c r="A2000000000"><v>1</v></c></row></sheetData>',
    )


_SHEET = "xl/worksheets/sheet1.xml"


def _row(cells: bytes, behind: bytes = b"") -> bytes:
    rest = b'<row r="3">' + cells + b"</row></sheetData>" + behind
    return changed(book([HEADER, ROW]), _SHEET, None, b"</sheetData>", rest)


UNUSABLE = {
    "empty": (b"", "berkas kosong"),
    "blanks": (b" \r\n ;;; \r\n".replace(b";", b" "), "berkas kosong"),
    "picture": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4, "bukan tabel"),
    "old-excel": (_ole("Workbook"), ".xls"),
    "password": (_ole("EncryptionInfo", "EncryptedPackage"), "kata sandi"),
    "web-page": (b"<html><table><tr><td>Nama Inovasi</td></tr></table></html>", "halaman web"),
    "other-archive": (_zip(surat_xml=b"<a/>"), "bukan buku kerja"),
    "open-document": (_zip(content_xml=b"<a/>"), ".ods"),
    "binary-excel": (_zip(xl__workbook_bin=b"x"), ".xlsb"),
    "cut-off": (book([HEADER, ROW])[:2000], "rusak"),
    "no-parts": (changed(book([HEADER]), "xl/workbook.xml", b"no markup"), "rusak"),
    "zip-bomb": (_bomb(), "terlalu besar"),
    "entity-bomb": (_entities(), "rusak"),
    "row-two-thousand-million": (_far_row(), "baris"),
    "too-big": (b"a;b\n" * 3_000_000, "lebih besar"),
    "long-cell": (csv_of(HEADER, ["x" * 32_768]).encode(), "A2 memuat lebih dari 32767"),
    "open-quote": (b'Nama Inovasi;Ringkasan\n"Kelas Ibu;Ibu belajar\nLain;Lagi\n', "tanda kutip"),
    "row-without-end": (_row(b'<c r="A3"/>' * 100_000), "tidak lazim"),
    "tag-without-end": (_row(b'<c r="A3" a="' + b"a" * 300_000 + b'"/>'), "tidak lazim"),
    "attributes-without-end": (_row(b"<c " + b" ".join(b'a%d=""' % n for n in range(50_000)) + b"/>"), "tidak lazim"),
    "comment-without-end": (_row(b"<!--" + b"a" * 300_000 + b"-->"), "tidak lazim"),
    "elements-behind-the-cells": (_row(b"", b"<y/>" * 300_001), "tidak lazim"),
    "odd-encoding": (changed(book([HEADER, ROW]), _SHEET, b'<?xml version="1.0" encoding="utf-7"?>'), "tidak lazim"),
    "lines-without-end": (b"\n" * 1_048_577, "baris kosong"),
    "wide": (csv_of(["Nama Inovasi"] * 101).encode(), "100 kolom"),
    "wide-book": (book([["x"] * 101]), "100 kolom"),
}  # fmt: skip


@pytest.mark.parametrize("name", UNUSABLE)
def test_a_file_that_is_no_table_is_refused_with_a_reason(name):
    raw, reason = UNUSABLE[name]
    with pytest.raises(UnreadableError, match=re.escape(reason)) as refused:
        sheets(raw)
    assert str(refused.value)[0].islower() or str(refused.value)[0] == "."


def test_a_table_of_a_hundred_thousand_rows_is_refused():
    rows = "".join(f"Inovasi {number};r\n" for number in range(100_000))
    with pytest.raises(UnreadableError, match="2000 baris"):
        sheets(f"Nama Inovasi;Ringkasan\n{rows}".encode())
    cells = b"".join(
        b'<row r="%d"><c r="A%d" t="inlineStr"><is><t>Inovasi %d</t></is></c></row>' % (number, number, number)
        for number in range(3, 100_000)
    )
    with pytest.raises(UnreadableError, match="2000 baris"):
        sheets(changed(book([HEADER, ROW]), "xl/worksheets/sheet1.xml", None, b"</sheetData>", cells + b"</sheetData>"))


def test_cells_that_are_only_formatted_do_not_count_as_rows():
    cells = b"".join(b'<row r="%d"><c r="A%d" s="0"/></row>' % (n, n) for n in range(3, 30_000))
    raw = changed(book([HEADER, ROW]), "xl/worksheets/sheet1.xml", None, b"</sheetData>", cells + b"</sheetData>")
    assert len(read(raw)[0]) == 1


def test_a_sheet_of_millions_of_cells_is_refused_before_it_is_read(monkeypatch):
    monkeypatch.setattr(archive, "_MAX_ELEMENTS", 50)
    with pytest.raises(UnreadableError, match="terlalu banyak sel"):
        sheets(book([HEADER, ROW]))


def renamed(raw: bytes, old: bytes, new: bytes) -> bytes:
    """The workbook with a part under another name, in the list of parts too."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as before, zipfile.ZipFile(out, "w") as after:
        for part in before.namelist():
            after.writestr(part.replace(old.decode(), new.decode()), before.read(part).replace(old, new))
    return out.getvalue()


def test_a_sheet_counts_for_the_limit_whatever_its_part_is_called(monkeypatch):
    raw = renamed(book([HEADER, ROW]), b"worksheets/sheet1.xml", b"worksheets/sheet1.bin")
    assert len(read(raw)[0]) == 1
    with zipfile.ZipFile(io.BytesIO(raw)) as book_:
        others = sum(book_.read(part).count(b"<") for part in book_.namelist() if part.endswith(".xml"))
    monkeypatch.setattr(archive, "_MAX_ELEMENTS", others)
    with pytest.raises(UnreadableError, match="terlalu banyak sel"):
        sheets(raw)


def test_a_part_without_cells_may_hold_fewer_elements(monkeypatch):
    monkeypatch.setattr(archive, "_MAX_OBJECTS", 10)
    with pytest.raises(UnreadableError, match="terlalu banyak sel"):
        sheets(book([HEADER, ROW]))


def test_a_filled_cell_far_to_the_right_is_refused_and_an_empty_one_is_nothing():
    def with_cell(inside: bytes) -> bytes:
        row = b'<row r="3"><c r="XFD3">%s</c></row></sheetData>' % inside
        return changed(book([HEADER, ROW]), "xl/worksheets/sheet1.xml", None, b"</sheetData>", row)

    assert max(column for _, column in sheets(with_cell(b""))[0].cells) == len(HEADER)
    with pytest.raises(UnreadableError, match="100 kolom"):
        sheets(with_cell(b"<v>1</v>"))


def test_two_sheets_of_one_part_are_refused():
    raw = book([HEADER, ROW], [HEADER, ROW])
    rels = b"/xl/worksheets/sheet2.xml"
    with pytest.raises(UnreadableError, match="lembarnya terlalu banyak"):
        sheets(changed(raw, "xl/_rels/workbook.xml.rels", None, rels, b"/xl/worksheets/sheet1.xml"))


def test_texts_that_many_cells_share_count_for_each_of_them(monkeypatch):
    monkeypatch.setattr(sheet, "MAX_TEXT", 1_000)
    raw = as_excel(book([HEADER, *[[*ROW[:1], f"Kelas {number}", "a" * 100, *ROW[3:]] for number in range(12)]]))
    with pytest.raises(UnreadableError, match="1000 karakter"):
        sheets(raw)


def test_a_cell_of_a_text_file_may_be_no_longer_than_one_of_excel_and_is_called_so():
    for length in (40_000, 200_000):  # the reader of the standard library has its own limit
        with pytest.raises(UnreadableError, match="32767 karakter"):
            sheets(f"Nama Inovasi;Bentuk\n{'a' * length};b\n".encode())


def test_an_archive_of_many_parts_is_refused(monkeypatch):
    monkeypatch.setattr(archive, "_MAX_PARTS", 3)
    with pytest.raises(UnreadableError, match="terlalu besar"):
        sheets(book([HEADER, ROW]))


@settings(max_examples=80, deadline=None, derandomize=True, database=None)
@given(st.one_of(st.binary(max_size=300), st.text(max_size=100).map(str.encode)))
def test_whatever_the_bytes_there_is_a_table_or_a_reason(raw):
    with suppress(UnreadableError):
        assert any(sheet.cells for sheet in sheets(raw))


@settings(max_examples=60, deadline=None, derandomize=True, database=None)
@given(st.integers(0, 5_000), st.binary(min_size=1, max_size=4))
def test_a_damaged_workbook_is_a_table_or_a_reason(at, noise):
    whole = book([HEADER, ROW])
    raw = whole[: at % len(whole)] + noise + whole[at % len(whole) + len(noise) :]
    with suppress(UnreadableError):
        assert any(sheet.cells for sheet in sheets(raw))


# CSV


@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_csv_is_read_in_the_encodings_and_with_the_signs_of_office_programs(encoding, delimiter):
    summary = "Ibu belajar; 3 hari, “gratis” – café."
    raw = csv_of(HEADER, [*ROW[:2], summary, *ROW[3:]], delimiter=delimiter).encode(encoding)
    [data], remarks, _ = read(raw)
    assert data["ringkasan"] == summary
    assert remarks == []


def test_a_cell_with_line_ends_keeps_them_and_the_rows_below_keep_their_numbers():
    _, remarks, _ = read(csv_of([*HEADER, "Solusi"], [*ROW, "Satu.\r\nDua.\n\n- tiga"], ["Anu", *ROW[1:], ""]))
    [data], _, _ = read(csv_of([*HEADER, "Solusi"], [*ROW, "Satu.\r\nDua.\n\n- tiga"]))
    assert data["solusi"] == "Satu.\nDua.\n\n- tiga"
    assert [one.address for one in remarks if one.title == "Perangkat Daerah"] == ["A3"]


# Where the table is


def test_the_header_is_found_below_titles_and_over_two_rows():
    rows = [
        ["REKAPITULASI INOVASI DAERAH TAHUN 2026"],
        [],
        ["No", "OPD", "Nama Inovasi", "Ringkasan", "Bentuk", "Urusan", "Waktu", None],
        [None, None, None, None, None, None, "Uji Coba", "Implementasi"],
        ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)", "(8)"],
        [1, "Dinkes", "Kelas Ibu", "Ibu belajar.", "Pelayanan publik", "Kesehatan", "Januari 2026", "2026-03-02"],
    ]
    merged = ["A1:H1", "G3:H3", *(f"{column}3:{column}4" for column in "ABCDEF")]
    [data], remarks, [note] = read(book(rows, merged=merged))
    assert remarks == []
    assert (note.address, note.value) == ("A1", "REKAPITULASI INOVASI DAERAH TAHUN 2026")
    assert data["riwayat"] == [
        {"peristiwa": "uji-coba", "tanggal": "2026-01"},
        {"peristiwa": "penerapan", "tanggal": "2026-03-02"},
    ]


def test_several_tables_on_a_sheet_are_read_each_under_its_own_titles():
    other = ["Dinkes", "Kelas Bapak", *ROW[2:]]
    turned = [HEADER[-1], *HEADER[:-1]]
    data, remarks, _ = read(book([HEADER, ROW, [], turned, [other[-1], *other[:-1]]]))
    assert remarks == []
    assert [(one["nama"], one["ringkasan"]) for one in data] == [("Kelas Ibu", ROW[2]), ("Kelas Bapak", ROW[2])]


def test_a_file_in_the_older_encoding_is_read_and_said_to_be_a_guess():
    raw = csv_of(HEADER, [value.replace("Kelas", "Étoilé") for value in ROW]).encode("cp1252")
    _, _, notes = read(raw + "Étoilé".encode("cp1252"))
    assert any("Windows-1252" in one.reason for one in notes)


def test_the_form_of_the_national_index_is_understood():
    row = [
        1, "Dinas Kesehatan Kab. Contoh", "SIAP (Sistem Antrean)", "Penerapan", "OPD", "Non Digital", "b. Inovasi Pelayanan Publik",
        "Urusan Kesehatan", "1. Pendidikan\n2. Perpustakaan", dt.date(2026, 1, 5), "17 Agustus 2026", "Antrean daring.",
        "Mempercepat layanan bagi warga desa. Lainnya.", "Cepat.", "Waktu tunggu turun.",
    ]  # fmt: skip
    [data], remarks, notes = read(book([NATIONAL, row]))
    assert remarks == []
    assert data == {
        "nama": "SIAP (Sistem Antrean)",
        "ringkasan": "Mempercepat layanan bagi warga desa.",
        "bentuk": "pelayanan-publik",
        "jenis": "nondigital",
        "inisiator": "perangkat-daerah",
        "urusan": ["kesehatan", "pendidikan", "perpustakaan"],
        "riwayat": [
            {"peristiwa": "uji-coba", "tanggal": "2026-01-05"},
            {"peristiwa": "penerapan", "tanggal": "2026-08-17"},
        ],
        "solusi": "Antrean daring.\n\nTujuan: Mempercepat layanan bagi warga desa. Lainnya.",
        "manfaat": "Cepat.\n\nHasil: Waktu tunggu turun.",
        "usulan_penyusun": ["ringkasan"],
    }
    assert [(one.address, one.title) for one in notes] == [("M2", "Tujuan Inovasi Daerah")]


@pytest.mark.parametrize(
    ("title", "key"),
    [
        ("NAMA INOVASI *", "nama"),
        ("Nama inovasi (wajib diisi)", "nama"),
        ("Bentuk_Inovasi", "bentuk"),
        ("Rancang Bangun", "rancang bangun"),
        ("Waktu Uji Coba (dd/mm/yyyy)", "waktu uji coba"),
        ("(Kosong)", "kosong"),
    ],
)
def test_titles_are_compared_without_case_signs_and_filling_words(title, key):
    assert title_key(title) == key


def test_texts_are_read_where_excel_keeps_them():
    raw = as_excel(book([["Rekap"], HEADER, ROW], merged=["A1:F1"]))
    assert b"inlineStr" not in zipfile.ZipFile(io.BytesIO(raw)).read("xl/worksheets/sheet1.xml")
    assert read(raw) == read(book([["Rekap"], HEADER, ROW], merged=["A1:F1"]))
    assert len(read(raw)[0]) == 1


def test_several_sheets_are_read_and_a_sheet_may_be_one_agency():
    rows = [HEADER[1:], ROW[1:]]
    other = [HEADER[1:], ["Kelas Sungai", *ROW[2:]]]
    raw = book(rows, other, [["Sampul"], ["Rekap 2026"]], names=["Dinkes", "Dinas Pendidikan", "Sampul"])
    outcome = settle(recap(sheets(raw), KNOWN, Defaults()), Problems())
    assert [draft.path for draft in outcome.accepted] == [MADE, "innovations/disdik/kelas-sungai.yml"]
    [cover] = outcome.remarks
    assert (cover.sheet, cover.note) == ("Sampul", False)
    assert "2 sel tidak dibaca" in cover.reason
    assert cover.value == "Sampul; Rekap 2026"


def test_a_sheet_that_is_called_as_one_of_our_form_is_told_where_it_is_none_of_it():
    raw = book([HEADER, ROW], [["Isi semua kolom"], HEADER, ROW], names=["Rekap", "Petunjuk"])
    outcome = settle(recap(sheets(raw), KNOWN, Defaults()), Problems())
    assert [draft.path for draft in outcome.accepted] == [MADE]
    [sheet] = outcome.remarks
    assert (sheet.sheet, sheet.address, sheet.note) == ("Petunjuk", "A1", True)
    assert "13 sel" in sheet.reason


def test_a_hidden_sheet_is_named_and_not_read():
    workbook_ = Workbook()
    workbook_.active.append(["x"])
    hidden = workbook_.create_sheet("Rahasia")
    for row in (HEADER, ROW):
        hidden.append(row)
    hidden.sheet_state = "hidden"
    data, _, notes = read(saved(workbook_))
    assert data == []
    assert [(one.sheet, one.reason) for one in notes] == [("Rahasia", "lembar tersembunyi tidak dibaca")]


def test_one_agency_beside_many_rows_counts_for_all_of_them():
    rows = [HEADER, ROW, [None, "Kelas Bapak", *ROW[2:]], [None, "Kelas Anak", *ROW[2:]]]
    outcome = settle(recap(sheets(book(rows, merged=["A2:A4"])), KNOWN, Defaults()), Problems())
    assert [draft.path.split("/")[1] for draft in outcome.accepted] == ["dinkes"] * 3
    # Written in the first row of a group alone it counts for the group too, and that is said;
    data, remarks, notes = read(book(rows))
    assert (len(data), remarks) == (3, [])
    assert [(one.address, "A2" in one.reason) for one in notes] == [("baris 3", True), ("baris 4", True)]
    # but where it stands in every row, a row without it is nobody's.
    data, [found], _ = read(book([*rows[:2], ["Dinkes", "Kelas Bapak", *ROW[2:]], rows[3]]))
    assert (len(data), found.address) == (2, "baris 4")


def test_a_text_across_columns_belongs_to_the_first():
    rows = table(("Solusi", "Satu."), ("Manfaat", None))
    [data], _, _ = read(book(rows, merged=["G2:H2"]))
    assert data["solusi"] == "Satu."
    assert "manfaat" not in data


def test_a_header_that_comes_again_is_no_row():
    assert read(book([HEADER, ROW, HEADER, ["Dinkes", "Kelas Bapak", *ROW[2:]]]))[1] == []


def test_a_title_that_comes_twice_is_told_with_its_cells():
    [data], [found], _ = read(book(table(("Nama  inovasi", "Nama lain"))))
    assert data["nama"] == "Kelas Ibu"
    assert (found.address, found.value) == ("G2", "Nama lain")
    assert "kolom B" in found.reason


def test_an_unknown_column_is_told_with_each_of_its_cells():
    rows = [[*HEADER, "Asta Cita", None], [*ROW, "4", None], ["Dinkes", "Kelas Bapak", *ROW[2:], "5", "lepas"]]
    data, remarks, _ = read(book(rows))
    assert len(data) == 2
    assert [(one.address, one.title, one.value) for one in remarks] == [
        ("G2", "Asta Cita", "4"),
        ("G3", "Asta Cita", "5"),
        ("H3", "tanpa judul", "lepas"),
    ]


def test_a_row_without_a_name_is_told_with_what_it_holds():
    data, [found], _ = read(book([HEADER, ROW, ["Jumlah: 1", None, None, None, "x"]]))
    assert len(data) == 1
    assert (found.address, found.value) == ("baris 3", "A3: Jumlah: 1; E3: x")


def test_numbers_of_rows_are_dropped_and_other_numbers_told():
    rows = [["No", *HEADER], ["1.", *ROW], ["INV-7", "Dinkes", "Kelas Bapak", *ROW[2:]]]
    data, [found], _ = read(book(rows))
    assert len(data) == 2
    assert (found.address, found.value) == ("A3", "INV-7")


# Values


@pytest.mark.parametrize(
    ("written", "date"),
    [
        ("2026", "2026"),
        ("2026-08", "2026-08"),
        ("17-8-2026", "2026-08-17"),
        ("17/08/2026", "2026-08-17"),
        ("17.8.2026", "2026-08-17"),
        ("17 Agustus 2026", "2026-08-17"),
        ("17 agt 2026", "2026-08-17"),
        ("Senin, 17 Agustus 2026", "2026-08-17"),
        ("Jum'at 14 Agustus 2026", "2026-08-14"),
        ("Agustus 2026", "2026-08"),
        ("8-2026", "2026-08"),
        ("2026-08-17 00:00:00", "2026-08-17"),
        ("2026/8/17", "2026-08-17"),
        (" 17\u00a0Agustus  2026 ", "2026-08-17"),
        ("08/17/2026", "2026-08-17"),
        ("17/8/26", "2026-08-17"),
        ("triwulan II 2026", None),
        ("Januari s.d. Maret 2026", None),
        ("31-2-2026", None),
        ("46000", None),
        ("1890", None),
    ],
)
def test_dates_are_read_as_indonesians_write_them(written, date):
    assert date_in(written) == date


@pytest.mark.parametrize(
    ("shown_as", "date"),
    [
        ("dd/mm/yyyy", "2026-08-17"),
        ("[$-421]dd mmmm yyyy;@", "2026-08-17"),
        ("[$-421]mmmm yyyy", "2026-08"),
        ("mmm-yy", "2026-08"),
        ("yyyy", "2026"),
        ('"tahun" yyyy', "2026"),
    ],
)
def test_a_date_cell_says_no_more_than_it_shows(shown_as, date):
    rows = [
        HEADER,
        [
            *ROW[:5],
            dt.datetime(2026, 8, 17, 9, 30),  # noqa: DTZ001 - a cell knows no zone
        ],
    ]
    [data], _, _ = read(book(rows, formats={"F2": shown_as}))
    assert data["riwayat"][0]["tanggal"] == date


def test_a_bare_number_is_no_date():
    data, [found], _ = read(book([HEADER, [*ROW[:5], 46251]]))
    assert data == []
    assert (found.address, found.title, found.value) == ("F2", "Tanggal Penerapan", "46251")
    assert "format tanggal" in found.cure


@pytest.mark.parametrize(
    ("vocabulary", "written", "slug"),
    [
        ("bentuk", "2. Pelayanan Publik", "pelayanan-publik"),
        ("bentuk", "tata-kelola", "tata-kelola"),
        ("bentuk", "Inovasi Tata Kelola Pemerintahan", "tata-kelola"),
        (
            "bentuk",
            "Inovasi daerah lainnya sesuai dengan urusan pemerintahan yang menjadi kewenangan daerah",
            "lainnya",
        ),
        ("jenis", "DIGITAL", "digital"),
        ("jenis", "Non-Digital", "nondigital"),
        ("jenis", "luring", "nondigital"),
        ("jenis", "semi digital", None),
        ("inisiator", "OPD", "perangkat-daerah"),
        ("urusan", "Bidang Pendidikan", "pendidikan"),
        ("urusan", "Kesehtan", "kesehatan"),
        ("urusan", "Kelautan", None),
        ("urusan", "", None),
        ("kecamatan", "Kec. Utara", "utara"),
        ("kecamatan", "Kecamatan", None),
    ],
)
def test_words_are_known_by_slug_label_or_what_else_they_are_called(vocabulary, written, slug):
    found = meant(written, vocabulary, WORDS[vocabulary])
    assert (found.slug if found else None) == slug


def test_a_word_that_may_only_be_meant_is_asked_and_never_taken():
    data, [found], _ = read(book([HEADER, [*ROW[:4], "Kesehtn", ROW[5]]]))
    assert data == []
    assert (found.address, found.row, found.asked.about) == ("E2", 2, "Kesehtn")
    assert found.asked.options == ("Kesehatan", "Pendidikan", "Perpustakaan")
    replies = {("urusan", "Kesehtn"): "Kesehatan"}
    [data], remarks, _ = read(book([HEADER, [*ROW[:4], "Kesehtn", ROW[5]]]), replies=replies)
    assert (data["urusan"], remarks) == (["kesehatan"], [])


@pytest.mark.parametrize(
    "written",
    [
        "Kesehatan; Pendidikan",
        "1. Kesehatan\n2. Pendidikan",
        "Kesehatan, Pendidikan",
        "• Kesehatan\n\n• Pendidikan;",
        "kesehatan;pendidikan;Kesehatan",
    ],
)
def test_several_words_stand_behind_semicolons_commas_or_on_lines(written):
    [data], _, _ = read(book([HEADER, [*ROW[:4], written, ROW[5]]]))
    assert data["urusan"] == ["kesehatan", "pendidikan"]


def test_an_unknown_word_is_told_with_the_choices_and_only_a_required_one_costs_the_row():
    [data], [found], _ = read(book(table(("Jenis", "semi"))))
    assert "jenis" not in data
    assert (found.address, found.value) == ("G2", "semi")
    assert "Digital (daring); Nondigital (luring)" in found.cure
    [data], [found], _ = read(book([HEADER, [*ROW[:4], "Kesehatan; Anu", ROW[5]]]))
    assert data["urusan"] == ["kesehatan"]
    assert (found.address, found.reason) == ("E2", '"Anu" tidak ada dalam pilihan')
    # The first is the main affair: without it the others do not stand for it.
    assert read(book([HEADER, [*ROW[:4], "Anu; Kesehatan", ROW[5]]]))[0] == []


@pytest.mark.parametrize(
    ("title", "value", "path", "expected"),
    [
        ("Manfaat", "satu\ttab\x0bbaris", ("manfaat",), "satu tab\nbaris"),
        ("Manfaat", "\u200bsatu\ufeff dua\u00ad", ("manfaat",), "satu dua"),
        ("Kecamatan", "Utara; Selatan", ("lokasi", "kecamatan"), ["utara", "selatan"]),
        ("Lokasi: Seluruh wilayah", "Ya", ("lokasi", "seluruh_wilayah"), True),
        ("Lokasi: Seluruh wilayah", True, ("lokasi", "seluruh_wilayah"), True),
        ("Cara memakai: Langkah", "1. Datang\n2. Pulang", ("cara_memakai", "langkah"), ["Datang", "Pulang"]),
        ("Diperiksa", "24 November 2026", ("diperiksa",), "2026-11-24"),
        ("Dasar hukum", "Perbup 1; Perbup 2", ("dasar_hukum",), [{"judul": "Perbup 1"}, {"judul": "Perbup 2"}]),
        ("Catatan", "a;b", ("catatan",), "a;b"),
    ],
)
def test_a_cell_becomes_the_value_of_its_kind(title, value, path, expected):
    data = value_under(title, value)
    for key in path:
        data = data[key]
    assert data == expected


def test_columns_of_a_group_make_its_items_together():
    columns = (
        ("Hasil: Ukuran", "Kunjungan; Antrean"),
        ("Hasil: Sesudah", "1.850; 4,5"),
        ("Hasil: Tahun", "2025\n2026"),
    )
    [data], remarks, _ = read(book(table(*columns)))
    assert remarks == []
    assert data["hasil"] == [
        {"ukuran": "Kunjungan", "sesudah": "1.850", "tahun": "2025"},
        {"ukuran": "Antrean", "sesudah": "4,5", "tahun": "2026"},
    ]
    [data], remarks, _ = read(book(table(("Hasil: Ukuran", "Kunjungan; Antrean"), ("Hasil: Sesudah", "1"))))
    assert "hasil" not in data
    assert [one.address for one in remarks] == ["G2", "H2"]


def test_a_group_that_lacks_its_name_is_told_and_costs_only_itself():
    [data], [found], _ = read(book(table(("Kontak: Telepon", "0561 123456"))))
    assert "kontak" not in data
    assert found.address == "G2"
    assert "Kantor" in found.cure


@pytest.mark.parametrize(
    ("written", "amount"),
    [
        (25_000_000, "25000000"),
        ("Rp 25.000.000,00", "25000000"),
        ("Rp25.000.000,-", "25000000"),
        ("25,000,000", "25000000"),
        ("25 juta", "25000000"),
        ("25.000,000", None),
        (2.5, None),
    ],
)
def test_money_is_read_with_the_signs_of_money(written, amount):
    data, remarks, _ = read(book(table(("Anggaran: Tahun", 2026), ("Anggaran: Jumlah", written))))
    found = data[0].get("anggaran")
    assert found == ([{"tahun": "2026", "jumlah": amount}] if amount else [{"tahun": "2026"}])
    assert bool(remarks) == (amount is None)


@pytest.mark.parametrize(
    ("number", "shown_as", "text"),
    [
        (0.85, "0%", "85%"),
        (4.5, "General", "4,5"),
        (1850, "#,##0", "1850"),
        (0.1 + 0.2, "0.00", "0,3"),
        (20.0, "0", "20"),
    ],
)
def test_a_number_is_written_as_it_is_shown(number, shown_as, text):
    data, _, _ = read(book(table(("Hasil: Ukuran", "x"), ("Hasil: Sesudah", number)), formats={"H2": shown_as}))
    assert data[0]["hasil"][0]["sesudah"] == text


def test_a_formula_counts_by_its_result_and_is_told_where_it_has_none():
    raw = book([HEADER, [*ROW[:2], "=A1&B1", *ROW[3:]]])
    data, [found], _ = read(raw)
    assert data == []
    assert (found.address, found.reason) == ("C2", "rumus tanpa hasil")
    part = "xl/worksheets/sheet1.xml"
    computed = changed(
        raw,
        part,
        None,
        b'<c r="C2"><f>A1&amp;B1</f><v /></c>',
        b'<c r="C2" t="str"><f>A1&amp;B1</f><v>Ibu belajar.</v></c>',
    )
    [data], remarks, _ = read(computed)
    assert data["ringkasan"] == "Ibu belajar."
    assert remarks == []
    broken = changed(
        raw, part, None, b'<c r="C2"><f>A1&amp;B1</f><v /></c>', b'<c r="C2" t="e"><f>A1</f><v>#REF!</v></c>'
    )
    assert "#REF!" in read(broken)[1][0].reason


@pytest.mark.parametrize("text", ['=HYPERLINK("http://contoh")', "+62", "@SUM(A1)", "-1"])
def test_what_looks_like_a_formula_in_a_text_file_stays_text(text):
    [data], _, _ = read(csv_of([*HEADER, "Manfaat"], [*ROW, f"x {text}"], delimiter=";"))
    assert data["manfaat"] == f"x {text}"
    [data], _, _ = read(csv_of([*HEADER, "Catatan"], [*ROW, text]))
    assert data["catatan"] == text


@pytest.mark.parametrize("nothing", ["-", "–", " ", "\u200b", "\u00a0"])
def test_a_dash_means_an_empty_cell(nothing):
    [data], remarks, _ = read(book(table(("Manfaat", nothing))))
    assert "manfaat" not in data
    assert remarks == []


# Events


def test_only_dates_make_events_and_a_stage_that_they_do_not_bear_out_is_told():
    [data], remarks, _ = read(book(table(("Tahapan Inovasi", "Penerapan"))))
    assert [event["peristiwa"] for event in data["riwayat"]] == ["penerapan"]
    assert remarks == []
    [data], [found], _ = read(book(table(("Tahapan Inovasi", "Inisiatif"))))
    assert (found.address, found.value) == ("G2", "Inisiatif")
    assert '"Penerapan"' in found.reason


def test_without_a_date_the_row_is_told_unless_the_year_of_the_report_is_given():
    rows = [HEADER[:5], ROW[:5]]
    data, [found], _ = read(book(rows))
    assert data == []
    assert (found.address, "--reported" in found.cure) == ("baris 2", True)
    [data], remarks, _ = read(book(rows), reported="2025")
    assert data["riwayat"] == [{"peristiwa": "dilaporkan", "tanggal": "2025"}]
    assert remarks == []
    # A date that cannot be read is no missing date: it is asked, and the report stands for it.
    [data], [found], _ = read(book([HEADER, [*ROW[:5], "kemarin"]]), reported="2025")
    assert data["riwayat"] == [{"peristiwa": "dilaporkan", "tanggal": "2025"}]
    assert (found.address, found.row, found.asked.about) == ("F2", 0, "kemarin")


def test_events_stand_in_the_order_of_time_and_an_end_has_its_reason():
    columns = (("Tanggal Uji Coba", "2026-01"), ("Tanggal dihentikan", "2026-10"), ("Alasan dihentikan", "Dana habis."))
    [data], remarks, _ = read(book(table(*columns)))
    assert remarks == []
    assert [event["peristiwa"] for event in data["riwayat"]] == ["uji-coba", "penerapan", "dihentikan"]
    assert data["riwayat"][2]["alasan"] == "Dana habis."
    _, [found], _ = read(book(table(("Alasan dihentikan", "Dana habis."))))
    assert found.address == "G2"


def test_the_state_that_a_report_saw_goes_to_that_report():
    state = ("Keadaan menurut laporan", "Dipakai")
    [data], remarks, _ = read(book([[*HEADER[:5], "Tanggal dilaporkan", state[0]], [*ROW[:5], "2024", state[1]]]))
    assert (data["riwayat"], remarks) == ([{"peristiwa": "dilaporkan", "tanggal": "2024", "keadaan": "dipakai"}], [])
    [data], _, _ = read(book([[*HEADER[:5], state[0]], [*ROW[:5], state[1]]]), reported="2025")
    assert data["riwayat"] == [{"peristiwa": "dilaporkan", "tanggal": "2025", "keadaan": "dipakai"}]
    [data], [found], _ = read(book(table(state)))
    assert (found.address, found.reason) == ("G2", "keadaan tanpa tanggal dilaporkan")
    assert "keadaan" not in str(data)


# What is there already


def test_a_row_that_is_there_already_is_told_and_never_written_over():
    rows = [HEADER, ["Dinkes", " POSYANDU malam", *ROW[2:]], ROW, ["Dinas Kesehatan", "KELAS IBU", *ROW[2:]]]
    data, remarks, _ = read(book(rows))
    assert len(data) == 1
    assert [(one.address, one.reason) for one in remarks] == [
        ("B4", 'sama dengan baris 3 lembar "Lembar 1"'),
        ("B2", f'berbeda dari yang tercatat di {EXISTING}. Nama inovasi: "Posyandu Malam" menjadi "POSYANDU malam"'),
        ("C2", f"berbeda dari yang tercatat di {EXISTING}. Ringkasan: {WORDED}"),
        ("F2", f"berbeda dari yang tercatat di {EXISTING}. Riwayat: penerapan 2026-03-02 menjadi penerapan 2026-08-17"),
    ]


def test_the_same_name_in_two_agencies_makes_two_addresses():
    rows = [HEADER, ROW, ["Disdik", *ROW[1:]], ["Disdik", "Posyandu Malam", *ROW[2:]]]
    outcome = settle(recap(sheets(book(rows)), KNOWN, Defaults()), Problems())
    assert [draft.path for draft in outcome.accepted] == [
        MADE,
        "innovations/disdik/kelas-ibu-disdik.yml",
        "innovations/disdik/posyandu-malam-disdik.yml",
    ]


def test_an_address_may_be_given_and_must_be_free():
    rows = [
        [*HEADER, "Slug"],
        [*ROW, "ibu"],
        ["Dinkes", "Kelas Bapak", *ROW[2:], "Kelas Bapak"],
        ["Disdik", "Kelas Anak", *ROW[2:], "ibu"],
    ]
    outcome = settle(recap(sheets(book(rows)), KNOWN, Defaults()), Problems())
    assert [draft.path for draft in outcome.accepted] == ["innovations/dinkes/ibu.yml"]
    assert [one.address for one in outcome.remarks] == ["G3", "G4"]
    assert '"kelas-bapak"' in outcome.remarks[0].cure
    assert list(outcome.lost) == [("Lembar 1", 3), ("Lembar 1", 4)]


# The command


def entries():
    return sorted(path.as_posix() for path in Path("innovations").rglob("*.yml"))


def put(raw, name="rekap.xlsx"):
    Path(name).write_bytes(raw if isinstance(raw, bytes) else raw.encode())
    return name


def test_a_whole_table_is_written_and_passes_the_check(katalog):
    rows = [
        HEADER,
        ROW,
        ["Dinas Pendidikan", 'Kelas: "Sungai" #1', *ROW[2:4], "Pendidikan; Perpustakaan", dt.date(2026, 2, 1)],
    ]
    code, out, err = katalog("import", put(book(rows)))
    assert (code, err) == (0, "")
    assert entries() == ["innovations/dinkes/kelas-ibu.yml", EXISTING, "innovations/disdik/kelas-sungai-1.yml"]
    assert 'innovations/dinkes/kelas-ibu.yml (lembar "Lembar 1", baris 2)' in out
    assert "2 isian ditulis, 0 baris tidak menjadi isian, 0 hal tidak diambil" in out
    assert check(Path.cwd()).errors == ()
    before = {path: Path(path).read_bytes() for path in entries()}
    assert katalog("import", "rekap.xlsx", "--update", "--yes")[0] == 0
    assert {path: Path(path).read_bytes() for path in entries()} == before


def test_a_dry_run_reports_the_same_and_writes_nothing(katalog):
    name = put(book([HEADER, ROW, ["Anu", "Kelas Bapak", *ROW[2:]]]))
    code, dry, _ = katalog("import", name, "--dry-run")
    assert code == 1
    assert entries() == [EXISTING]
    code, out, _ = katalog("import", name)
    assert code == 1
    assert entries() == [MADE, EXISTING]
    assert dry.replace("Akan ditulis", "Ditulis").replace("akan ditulis", "ditulis") == out


FAULTY = (
    (2, "x" * 401, "400"),
    (1, "x" * 301, "300"),
    (2, "Hubungi 0812-0000-0000", "ponsel"),
    (2, "NIK 6199010101900001", "NIK"),
    (2, "arah \u202e terbalik", "U+202E"),
)


@pytest.mark.parametrize(("column", "value", "said"), FAULTY)
def test_a_row_that_fails_the_check_is_told_by_its_cell_and_the_rest_is_written(katalog, column, value, said):
    bad = ["Dinkes", "Kelas Bapak", *ROW[2:]]
    bad[column] = value
    code, out, _ = katalog("import", put(book([HEADER, ROW, bad])))
    assert code == 1
    assert entries() == [MADE, EXISTING]
    [line] = [line for line in out.splitlines() if f"{'ABCDEF'[column]}3 ({HEADER[column]})" in line]
    assert said in line
    assert "081" not in out
    assert "6199" not in out
    assert "\u202e" not in out
    assert 'Baris yang tidak menjadi isian:\n  lembar "Lembar 1": 3\n' in out


@pytest.mark.parametrize(
    ("title", "value", "said"),
    [
        ("Manfaat", "m" * 5_000, "5000"),
        ("Urusan lain yang beririsan", "Pendidikan", None),
        ("Solusi", "s" * 5_000, None),
        ("Tautan", "javascript:alert(1)", "https"),
        ("Kontak: Kantor", "Hubungi a@example.com", "…@example.com"),
    ],
)
def test_a_cell_too_long_or_out_of_bounds_is_told_whatever_column_it_stands_in(katalog, title, value, said):
    more = [("Tautan: Judul", "x")] if title == "Tautan" else []
    code, out, _ = katalog("import", put(book(table((title, value), *more))))
    assert code == (1 if said else 0)
    assert (f"G2 ({title})" in out) == bool(said)
    assert (said or "1 isian ditulis") in out
    assert MADE in entries()  # what the entry can do without costs only itself


@pytest.mark.parametrize("further", [("Tanggal Uji Coba", "2026-10"), ("Tanggal Pengembangan", "2027")])
def test_dates_that_cannot_be_are_told_at_their_cell_and_cost_only_themselves(katalog, further):
    code, out, _ = katalog("import", put(book(table(further))))
    assert code == 1
    assert "A002" not in out
    assert re.search(r"[FG]2 \(Tanggal", out)
    assert entries() == [MADE, EXISTING]
    assert further[1] not in Path(MADE).read_text("utf-8")


def test_what_is_told_of_personal_data_does_not_hold_it(katalog):
    name = put(book(table(("Contact Person", "Ani 081200000000"), ("NIK", 6199010101900001))))
    code, out, _ = katalog("import", name, "--report", "laporan.csv")
    assert code == 1
    told = out + Path("laporan.csv").read_text("utf-8-sig")
    assert "Contact Person" in told
    assert "081200" not in told
    assert "6199" not in told


def test_the_report_has_one_row_a_cell_and_opens_in_a_spreadsheet(katalog):
    rows = [[*HEADER, "Asta Cita", "Jenis"], [*ROW, "=1+1", "semi"], ["Dinkes", "Kelas Bapak", *ROW[2:], "5", None]]
    code, out, _ = katalog(
        "import", put(csv_of(*[[cell or "" for cell in row] for row in rows]), "rekap.csv"), "--report", "laporan.csv"
    )
    assert code == 1
    raw = Path("laporan.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbflembar;tempat;")
    found = list(csv.DictReader(io.StringIO(raw.decode("utf-8-sig"), newline=""), delimiter=";"))
    assert [(row["tempat"], row["kolom"], row["isi"]) for row in found] == [
        ("H2", "Jenis", "semi"),
        ("G2", "Asta Cita", "'=1+1"),
        ("G3", "Asta Cita", "5"),
    ]
    assert 'G2:G3 (Asta Cita) "=1+1" dan 1 sel lain' in out
    code, _, err = katalog("import", "rekap.csv", "--report", "laporan.csv")
    assert (code, "laporan.csv" in err) == (2, True)


@pytest.mark.parametrize("name", ["picture", "password", "old-excel", "cut-off"])
def test_a_file_that_cannot_be_used_gives_1_and_one_sentence(katalog, name):
    code, out, err = katalog("import", put(UNUSABLE[name][0]))
    assert (code, out) == (1, "")
    assert len(err.strip().splitlines()) == 1
    assert err.startswith("rekap.xlsx: ")
    assert entries() == [EXISTING]


def test_a_table_without_rows_gives_no_entries(katalog):
    code, out, _ = katalog("import", put(book([HEADER])))
    assert (code, out) == (0, "0 isian ditulis, 0 baris tidak menjadi isian, 0 hal tidak diambil, 0 perlu dilihat.\n")


@pytest.mark.parametrize(
    "arguments",
    [
        ("tidak-ada.xlsx",),
        ("innovations",),
        (),
        ("rekap.xlsx", "--agency", "Anu"),
        ("rekap.xlsx", "--reported", "kemarin"),
        ("rekap.xlsx", "--report", "laporan.docx"),
        ("rekap.xlsx", "--replies", "tidak-ada.csv"),
    ],
)
def test_wrong_usage_gives_2(katalog, arguments):
    put(book([HEADER, ROW]))
    code, out, err = katalog("import", *arguments)
    assert (code, out) == (2, "")
    assert len(err.strip().splitlines()) == 1
    assert entries() == [EXISTING]


def test_a_table_of_one_agency_needs_no_column_for_it(katalog):
    name = put(book([HEADER[1:], ROW[1:]]))
    assert katalog("import", name, "--dry-run")[0] == 1
    assert katalog("import", name, "--agency", "Dinas Kesehatan")[0] == 0
    assert entries() == [MADE, EXISTING]


def test_an_entry_that_cannot_be_read_is_not_written_over(katalog):
    Path(MADE).write_text("nama: [\n", "utf-8")
    code, out, _ = katalog("import", put(book([HEADER, ROW])))
    assert code == 1
    assert f"sudah ada di {MADE}" in out
    assert Path(MADE).read_text("utf-8") == "nama: [\n"


def test_a_folder_that_is_a_link_is_not_followed(katalog, tmp_path):
    elsewhere = tmp_path / "lain"
    elsewhere.mkdir()
    Path("innovations/disdik").symlink_to(elsewhere)
    code, _, err = katalog("import", put(book([HEADER, ["Disdik", *ROW[1:]], ROW])))
    assert code == 1
    assert "innovations/disdik" in err
    assert list(elsewhere.iterdir()) == []
    assert entries() == [EXISTING]


# Nothing vanishes

CELLS = st.one_of(
    st.sampled_from(
        ["", "-", *ROW, *HEADER, ";", "1.", "a;b", "Anu", "2026", "46000", "081200000000", "ya", "=1", "x" * 450, "•"]
    ),
    st.text(st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff"), max_size=12),
)
TITLES = (*HEADER, "Urusan beririsan", "Tujuan", "Hasil", "Tahapan", "Jenis", "Kecamatan", "Hasil: Ukuran", "Hasil: Sesudah", "No", "Slug", "Lain", "")  # fmt: skip


@settings(max_examples=60, deadline=None, derandomize=True, database=None)
@given(
    st.permutations(TITLES).map(lambda titles: titles[:12]),
    st.lists(st.lists(CELLS, min_size=12, max_size=12), max_size=4),
)
def test_every_cell_is_in_an_entry_or_in_the_report(titles, rows):
    raw = csv_of(["Nama Inovasi", *(title for title in titles if title != "Nama Inovasi")], *rows).encode()
    try:
        found = sheets(raw)
    except UnreadableError:
        return
    outcome = settle(recap(found, KNOWN, Defaults()), Problems())
    told = {one.address for one in outcome.remarks if not one.note}
    told |= {cell.address for draft in outcome.accepted for cell, _ in draft.reading.sources.values()}
    told |= {draft.reading.stage[0].address for draft in outcome.accepted if draft.reading.stage}
    lost = {row for _, row in outcome.lost}
    told |= {
        address for one in outcome.remarks if one.note for address in [one.address] if "bukan inovasi" in one.reason
    }
    header = [title.casefold() for title in TITLES]  # those of a further table too, and what else a title is called
    titled = Columns(CATALOGUE.registry).title_of
    for (row, _), cell in found[0].cells.items():
        if row > 1 and row not in lost and cell.address not in told:
            blank = cell.text.strip(" \u00a0\u200b\u00ad\u2060\ufeff") in ("", "-", "–", "—", "_", ".", "--")
            counted = re.fullmatch(r"\W*(?:[0-9]{1,5}|[ivxl]{1,6})\W*", cell.text, re.IGNORECASE)
            whole = f"baris {row}" in told
            assert blank or counted or whole or cell.text.casefold() in header or titled(cell.text), (
                cell,
                outcome.remarks,
            )
