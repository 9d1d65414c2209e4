"""Recaps as offices lay them out: titles in two rows, ticks, marks for `the same`, names merged, an agency in a title."""

import datetime as dt
import io

import pytest
from openpyxl import load_workbook
from recap_tables import HEADER, ROW, book, saved
from test_recap_doubts import CATALOGUE, imported, one_row, told

from generator.contributing.table_import.cells.remark import RecapRow
from generator.contributing.table_import.files.delimited import sheets
from generator.contributing.table_import.files.sheet import Cell, Sheet
from generator.contributing.table_import.marked import marked
from generator.contributing.table_import.shapes.day_order import doubtful_days
from generator.contributing.table_import.words.column_titles import Columns
from generator.text.spelling import folded

NAMES = ("Kelas Pagi", "Kelas Sore", "Kelas Malam")


def three(*columns, heads=HEADER, note="", **more):
    """Three rows that differ in their names, with further columns (title, three values) and a note below."""
    rows = [[*heads, *(title for title, _ in columns)]]
    for number, name in enumerate(NAMES):
        rows.append([ROW[0], name, *ROW[2:], *(values[number] for _, values in columns)])
    return book([*rows, *([[None, note]] if note else [])], **more)


# Titles in two rows


def in_two_rows(group, parts, values, *, merged=True):
    """A recap of one row whose last columns stand below the title of a group."""
    above = [*HEADER, group, *[None] * (len(parts) - 1)]
    areas = [f"{'ABCDEFGHIJ'[n]}1:{'ABCDEFGHIJ'[n]}2" for n in range(len(HEADER))]
    areas.append(f"G1:{'ABCDEFGHIJ'[len(above) - 1]}1")
    below = [[None] * len(HEADER) + list(parts)]
    return book([above, *below, [*ROW, *values]], merged=areas if merged else [])


@pytest.mark.parametrize("merged", [True, False])
@pytest.mark.parametrize("group", ["Hasil", "Tak Seorang Pun Kenal"])
def test_a_row_that_parts_the_titles_above_it_is_one_of_titles_whatever_they_are(group, merged):
    [data], remarks = imported(in_two_rows(group, ["Ini", "Itu"], ["satu", "dua"], merged=merged))
    assert data["nama"] == ROW[1]
    assert not any("bukan inovasi" in one.reason or one.row for one in remarks)


def test_a_part_says_what_it_is_by_itself_only_where_its_group_says_nothing_else():
    [data], remarks = imported(in_two_rows("Informasi", ["Masalah", "Manfaat"], ["Antre lama.", "Antre singkat."]))
    assert (data["masalah"], data["manfaat"], remarks) == ("Antre lama.", "Antre singkat.", [])
    [data], _ = imported(in_two_rows("Replikasi", ["Lokasi", "Manfaat"], ["Kota lain", "Ditiru."]))
    assert not {"lokasi", "manfaat"} & set(data)


def test_dates_below_a_group_that_plans_nothing_are_those_of_the_event_that_their_own_title_names():
    [data], _ = imported(in_two_rows("Anu Itu", ["Uji Coba", "Manfaat"], ["Mei 2024", "Hemat."]))
    assert [one["peristiwa"] for one in data["riwayat"]] == ["uji-coba", "penerapan"]
    [data], _ = imported(in_two_rows("Rencana", ["Uji Coba", "Manfaat"], ["Mei 2024", "Hemat."]))
    assert [one["peristiwa"] for one in data["riwayat"]] == ["penerapan"]


def test_a_first_row_of_data_without_its_name_is_none_of_titles():
    rows = [HEADER, ["Dinkes", None, "Tanpa nama.", *ROW[3:]], ROW]
    [data], remarks = imported(book(rows))
    assert data["nama"] == ROW[1]
    assert told(remarks, "baris 2") == ["baris tanpa nama inovasi"]


# Columns of ticks


@pytest.mark.parametrize("mark", ["√", "v", "V", "✓", "1", "x"])
def test_ticks_below_the_words_of_a_choice_are_the_word(mark):
    [data], remarks = imported(in_two_rows("Jenis Inovasi", ["Digital", "Non Digital"], [None, mark]))
    assert data["jenis"] == "nondigital"
    assert [one.note for one in remarks] == [True]
    rows = three(("Digital", [mark, None, None]), ("Non Digital", [None, mark, None]))
    assert [one.get("jenis") for one in imported(rows)[0]] == ["digital", "nondigital", None]


def test_two_ticks_for_a_choice_of_one_are_asked_and_crosses_beside_ticks_too():
    [data], remarks = imported(in_two_rows("Jenis", ["Digital", "Non Digital"], ["v", "v"]))
    [asked] = [one.asked for one in remarks if one.asked]
    assert ("jenis" in data, asked.options) == (False, ("Digital (daring)", "Nondigital (luring)"))
    data, remarks = imported(three(("Digital", ["v", "x", None]), ("Non Digital", ["x", "v", "v"])))
    assert [one.get("jenis") for one in data] == [None, None, "nondigital"]
    assert len([one for one in remarks if one.asked]) == 2


def test_a_tick_below_a_sign_that_nobody_knows_is_asked_and_puts_the_other_tick_in_doubt():
    [one], remarks = imported(in_two_rows("Jenis", ["Digital", "XQ"], ["v", "v"]))
    assert "jenis" not in one
    assert [asked.about for asked in (each.asked for each in remarks) if asked] == ["Digital (daring); XQ"]
    [one], remarks = imported(in_two_rows("Jenis", ["Digital", "XQ"], [None, "v"]))
    assert ("jenis" in one, [each.asked.about for each in remarks if each.asked]) == (False, ["XQ"])


def test_what_a_sign_stands_for_ends_where_the_next_sentence_begins():
    note = ["D = Digital; N = Non Digital. Beri tanda v pada satu."]
    rows = [[*HEADER, "Jenis", None], [None] * 6 + ["D", "N"], [*ROW, None, "v"], [], note]
    merged = ["G1:H1", *(f"{letter}1:{letter}2" for letter in "ABCDEF")]
    assert [one["jenis"] for one in imported(book(rows, merged=merged))[0]] == ["nondigital"]


def test_ticks_below_districts_are_all_of_them():
    [data], _ = imported(in_two_rows("Kecamatan", ["Utara", "Selatan"], ["v", "v"]))
    assert data["lokasi"]["kecamatan"] == ["utara", "selatan"]


# What a cell leaves to the one above it


@pytest.mark.parametrize("mark", ['"', "sda", "s.d.a.", "Idem", "〃"])
def test_a_mark_for_the_same_is_the_value_above_and_is_told(mark):
    data, remarks = imported(three(("Manfaat", ["Antrean singkat.", mark, mark])))
    assert [one["manfaat"] for one in data] == ["Antrean singkat."] * 3
    assert told(remarks, "G3") == ['dibaca sama dengan G2: "Antrean singkat."']
    assert told(remarks, "G4") == ['dibaca sama dengan G3: "Antrean singkat."']


def test_a_mark_for_the_same_below_a_hidden_row_is_no_value_of_another_row():
    workbook = load_workbook(io.BytesIO(three(("Jenis", ["Digital", "Non Digital", "sda"]))))
    workbook.active.row_dimensions[3].hidden = True
    data, remarks = imported(saved(workbook))
    assert [one.get("jenis") for one in data] == ["digital", None]
    assert any(one.asked and one.address == "G4" for one in remarks)


def test_rows_over_which_one_name_is_merged_are_one_innovation():
    rows = [[*HEADER, "Manfaat"], [*ROW, "Warga hemat."], [None] * 6 + ["Kader terlatih."]]
    [data], remarks = imported(book(rows, merged=["B2:B3", "A2:A3"]))
    assert (data["manfaat"], remarks) == ("Warga hemat.\nKader terlatih.", [])


# Whose innovations they are


@pytest.mark.parametrize(
    "title",
    [
        "REKAP INOVASI DINAS KESEHATAN KABUPATEN CONTOH TAHUN 2025",
        "Daftar Inovasi Daerah pada Dinas Kesehatan",
        "OPD : DINKES",
        "LAPORAN INOVASI DINKES S.D. DESEMBER 2025",
        "Inovasi yang dikelola Dinas Kesehatan Kab. Contoh",
    ],
)
def test_an_agency_in_the_title_of_a_recap_that_names_no_other_is_that_of_its_rows(title):
    raw = book([[title], HEADER[1:], ROW[1:]])
    [data], remarks = imported(raw)
    assert data["nama"] == ROW[1]
    assert [one.reason for one in remarks if one.address == "baris 3"] == ["perangkat daerahnya diambil dari A1"]


@pytest.mark.parametrize(
    "title", ["Dihimpun oleh Dinas Kesehatan", "Seksi Promosi Dinas Kesehatan", "REKAP INOVASI 2025"]
)
def test_a_title_that_says_more_of_an_agency_than_whose_the_rows_are_is_asked(title):
    data, remarks = imported(book([[title], HEADER[1:], ROW[1:]]))
    assert data == []
    assert any(one.row and one.asked for one in remarks)


# Dates


@pytest.mark.parametrize(
    "nothing", ["0000-00-00", "0000-00-00 00:00:00", "belum", "Belum diterapkan", "1900-01-00", "n/a"]
)
def test_what_stands_for_no_date_is_none_and_holds_no_row(nothing):
    [data], remarks = imported(one_row(("Tanggal Uji Coba", nothing)))
    assert [one["peristiwa"] for one in data["riwayat"]] == ["penerapan"]
    assert [(one.note, one.asked) for one in remarks] == [(True, None)]


def test_a_row_of_which_every_date_is_none_is_asked_for_the_year_of_its_recap():
    raw = book([[*HEADER, "Tanggal Uji Coba"], [*ROW[:5], "0000-00-00", "belum"]])
    data, remarks = imported(raw)
    [asked] = [one.asked for one in remarks if one.asked]
    assert (data, asked.title) == ([], "Tahun rekap")
    [data], _ = imported(raw, replies={("tahun rekap", ""): "2025"})
    assert data["riwayat"] == [{"peristiwa": "dilaporkan", "tanggal": "2025"}]


@pytest.mark.parametrize("day", ["1970-01-01 00:00:00", "1/1/1970", dt.date(1970, 1, 1)])
def test_the_day_from_which_programs_count_is_asked_and_not_taken(day):
    raw = one_row(("Tanggal Uji Coba", day))
    [data], [found] = imported(raw)
    assert [one["peristiwa"] for one in data["riwayat"]] == ["penerapan"]
    assert found.asked.options[0] == "belum ada"
    [_], remarks = imported(raw, replies={("tanggal uji coba", found.asked.about): "belum ada"})
    assert not any(one.asked for one in remarks)


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Tahun Mulai", "2024 (uji coba), 2025 (penerapan)"),
        ("Tahun", "Uji coba: 2024; diterapkan: 2025"),
        ("Tanggal Penerapan", "uji coba 2024, penerapan 2025"),
    ],
)
def test_a_cell_that_names_the_events_of_its_dates_gives_both_and_tells_it(title, text):
    [data], [note] = imported(book([[*HEADER[:5], title], [*ROW[:5], text]]))
    assert data["riwayat"] == [
        {"peristiwa": "uji-coba", "tanggal": "2024"},
        {"peristiwa": "penerapan", "tanggal": "2025"},
    ]
    assert note.note


@pytest.mark.parametrize(("written", "options"), [("2O24", ("2024",)), ("l7-8-2024", ("2024-08-17",))])
def test_a_slip_of_the_hand_in_a_date_is_asked_with_what_it_may_be(written, options):
    _, remarks = imported(one_row(("Tanggal Uji Coba", written)))
    assert [one.asked.options for one in remarks] == [options]


def test_a_year_of_a_beginning_that_names_no_event_is_recorded_as_such_and_asked_once():
    data, remarks = imported(three(heads=[*HEADER[:5], "Tahun Mulai"]))
    assert [one["riwayat"][0]["peristiwa"] for one in data] == ["dilaporkan"] * 3
    assert all('"Tahun Mulai"' in one["riwayat"][0]["keterangan"] for one in data)
    assert len({one.asked for one in remarks}) == 1
    data, _ = imported(three(heads=[*HEADER[:5], "Tahun Mulai"]), replies={("tahun mulai", "*"): "Uji coba"})
    assert [one["riwayat"][0]["peristiwa"] for one in data] == ["uji-coba"] * 3


# Values


@pytest.mark.parametrize(("written", "stored"), [("12.5", "12500000"), ("12,5", "12500000"), (12.5, "12500000")])
def test_a_part_of_a_million_below_a_head_of_millions_is_that_part(written, stored):
    columns = (("Anggaran: Tahun", 2025), ("Anggaran (juta Rp)", written))
    [data], _ = imported(one_row(*columns))
    assert data["anggaran"] == [{"tahun": "2025", "jumlah": stored}]


@pytest.mark.parametrize(
    ("written", "options"),
    [
        ("± Rp 50 juta", ("50000000",)),
        ("Rp 10.000.000 s.d. 15.000.000", ("10000000", "15000000")),
        ("15-20 juta", ("15000000", "20000000")),
        ("25000000.5", ("25000000",)),
    ],
)
def test_a_sum_that_is_not_certain_is_asked_with_what_it_may_be(written, options):
    [data], [found] = imported(one_row(("Anggaran: Tahun", 2025), ("Anggaran: Jumlah", written)))
    assert (data["anggaran"], found.asked.options) == ([{"tahun": "2025"}], options)


def test_a_date_that_a_spreadsheet_made_of_a_result_is_asked():
    columns = (("Hasil: Ukuran", "Kelas"), ("Hasil: Sebelum", dt.date(2024, 5, 3)))
    [data], [found] = imported(one_row(*columns))
    assert data["hasil"] == [{"ukuran": "Kelas"}]
    assert found.asked.options[:2] == ("3-5", "5-3")


def test_a_word_parted_at_the_end_of_a_line_is_joined_and_a_hyphen_that_stays_is_told():
    [data], [note] = imported(one_row(("Manfaat", "Dilihat dari pon-\nsel oleh warga.")))
    assert (data["manfaat"], '"pon-sel"' in note.reason) == ("Dilihat dari pon-sel oleh warga.", True)
    [data], remarks = imported(one_row(("Manfaat", "Dilihat dari pon\u00ad\nsel.")))
    assert (data["manfaat"], remarks) == ("Dilihat dari ponsel.", [])


# Titles


@pytest.mark.parametrize("title", ["Nama Inovasi yang Dilaksanakan", "Nama / Judul Inovasi", "Judul Inovasi Daerah"])
def test_a_title_that_says_more_of_the_name_of_an_innovation_is_still_its_name(title):
    [data], remarks = imported(book([[HEADER[0], title, *HEADER[2:]], ROW]))
    assert (data["nama"], remarks) == (ROW[1], [])


@pytest.mark.parametrize(
    "title", ["Nama Inovator", "Nama OPD Inovasi", "Nama Tim Inovasi", "Nama Penanggung Jawab Inovasi"]
)
def test_the_name_of_somebody_is_no_name_of_an_innovation(title):
    data, remarks = imported(book([[HEADER[0], title, *HEADER[2:]], ROW]))
    assert (data, ["nama inovasi" in one.reason for one in remarks]) == ([], [True])


@pytest.mark.parametrize("title", ["Anggaran TA 2025", "ANGGARAN TAHUN 2025 (RP)", "Pagu Anggaran T.A. 2025"])
def test_the_year_in_a_title_of_money_is_that_of_its_sums(title):
    [data], remarks = imported(one_row((title, "45 juta")))
    assert (data["anggaran"], remarks) == ([{"tahun": "2025", "jumlah": "45000000"}], [])


def test_sheets_of_two_years_are_asked_for_the_years_of_their_budgets_each():
    rows = [[*HEADER, "Anggaran"], [*ROW, "45 juta"]]
    other = [rows[0], [ROW[0], "Kelas Lain", *ROW[2:], "15 juta"]]
    raw = book(rows, other, names=["2025", "2024"])
    asked = {one.asked for one in imported(raw)[1] if one.asked}
    assert {(one.about, one.options) for one in asked} == {("#2025", ("2025", "2026")), ("#2024", ("2024", "2026"))}
    data, _ = imported(raw, replies={("anggaran", "#2025"): "2025", ("anggaran", "#2024"): "2024"})
    assert [one["anggaran"][0]["tahun"] for one in data] == ["2025", "2024"]


@pytest.mark.parametrize("title", ["Kategori", "Kelompok Inovasi", "Klasifikasi"])
def test_a_choice_that_title_and_most_cells_name_is_taken_and_its_other_cells_are_asked(title):
    heads = [*HEADER[:3], title, *HEADER[4:]]
    rows = [
        [*ROW[:1], name, ROW[2], sphere, *ROW[4:]]
        for name, sphere in zip(NAMES, ("Tata kelola", "Lainnya", "Anu"), strict=True)
    ]
    data, remarks = imported(book([heads, *rows]))
    assert [one["bentuk"] for one in data] == ["tata-kelola", "lainnya"]
    assert [one.asked.about for one in remarks if one.row] == ["Anu"]


def test_a_word_and_what_it_accords_with_are_one_word_and_no_second_is_lost():
    for kind in ("lainnya sesuai kewenangan daerah", "daerah lainnya dengan urusan yang menjadi kewenangan daerah"):
        [data], _ = imported(book([HEADER, [*ROW[:3], f"Inovasi {kind}", *ROW[4:]]]))
        assert data["bentuk"] == "lainnya"
    [data], _ = imported(book([HEADER, [*ROW[:4], "Kesehatan sesuai kewenangan daerah; Pendidikan", ROW[5]]]))
    assert data["urusan"] == ["kesehatan", "pendidikan"]


def test_remarks_of_an_office_are_asked_for_once_and_never_taken_for_something():
    raw = three(("Ket.", ["Masih berjalan", "Berhenti 2025", None]))
    data, remarks = imported(raw)
    assert len({one.asked for one in remarks}) == 1
    assert remarks[0].asked.options == ("Tahapan", "Catatan data", "tidak disimpan")
    assert not any("catatan" in one or len(one["riwayat"]) > 1 for one in data)
    data, _ = imported(raw, replies={("ket", "?"): "Catatan data"})
    assert [one.get("catatan") for one in data] == ["Masih berjalan", "Berhenti 2025", None]


def test_a_unit_says_its_kind_by_its_first_word_or_waits_for_it():
    data, remarks = imported(three(("Unit Pelaksana", ["Puskesmas Kubu", "Seksi Layanan", "Layanan Kita"])))
    assert [one.get("unit", {}).get("jenis") for one in data] == ["puskesmas", "lainnya", None]
    assert [one.note for one in remarks] == [True, True, False]


def test_a_cross_means_no_where_the_table_says_so_and_two_of_them_are_asked():
    raw = three(("Digital", ["v", "x", "x"]), ("Non Digital", ["x", "v", "x"]), note="Ket : v = ya ; x = tidak")
    data, remarks = imported(raw)
    assert [one.get("jenis") for one in data] == ["digital", "nondigital", None]
    [asked] = [one.asked for one in remarks if one.asked]
    assert "di bawah" in asked.about


@pytest.mark.parametrize("mark", ["ü", "þ", "\uf0fc"])
def test_the_letter_behind_a_tick_of_wingdings_is_that_tick(mark):
    [data], _ = imported(in_two_rows("Jenis Inovasi", ["Digital", "Non Digital"], [None, mark]))
    assert data["jenis"] == "nondigital"


@pytest.mark.parametrize(
    ("written", "slug"), [("Yan. Publik", "pelayanan-publik"), ("yanpublik", "pelayanan-publik"), ("TK", "tata-kelola")]
)
def test_short_forms_of_choices_are_known(written, slug):
    [data], remarks = imported(book([HEADER, [*ROW[:3], written, *ROW[4:]]]))
    assert (data["bentuk"], remarks) == (slug, [])


@pytest.mark.parametrize("written", ["Lainya", "Lainnyaa", "Lajnnya"])
def test_a_choice_from_few_words_that_is_a_letter_off_is_taken_and_told(written):
    [data], [found] = imported(book([HEADER, [*ROW[:3], written, *ROW[4:]]]))
    assert (data["bentuk"], found.note, found.reason[:15]) == ("lainnya", True, "dibaca sebagai ")
    assert imported(book([HEADER, [*ROW[:3], "Layny", *ROW[4:]]]))[0] == []


def test_districts_are_who_reports_where_the_sheet_is_one_of_districts():
    rows = [["Data Inovasi Kecamatan"], ["Kecamatan", *HEADER[1:]], ["Utara", *ROW[1:]], [None, "Kelas B", *ROW[2:]]]
    data, remarks = imported(book(rows, names=["Rekap"]))
    assert [(one["nama"], "lokasi" in one) for one in data] == [(ROW[1], False), ("Kelas B", False)]
    assert told(remarks, "A3")[0] == 'kolom ini dibaca sebagai "Perangkat daerah"'
    data, _ = imported(book([["Data Inovasi"], *rows[1:]], names=["Rekap"]))
    assert data == []


def test_a_title_or_a_short_word_says_what_kind_of_unit_it_is():
    for column in (("Nama Puskesmas", "Sungai Durian"), ("Unit Pelaksana", "PKM Sungai Durian")):
        [data], _ = imported(one_row(column))
        assert data["unit"] == {"jenis": "puskesmas", "nama": column[1]}
    for title, name, kind in (
        ("Sekolah / Unit", "Bid. Ketenagaan", "lainnya"),
        ("Unit Sekolah", "Kantor Camat", "lainnya"),
        ("Upt", "UPT. Pusk. Sungai Durian", "puskesmas"),
    ):
        [data], _ = imported(one_row((title, name)))
        assert data["unit"] == {"jenis": kind, "nama": name}


def test_the_mark_of_text_before_a_number_is_no_part_of_it():
    raw = book([[*HEADER, "Anggaran 2025"], [*ROW[:5], "'2024", "'25000000"]])
    [data], _ = imported(raw)
    assert (data["riwayat"][0]["tanggal"], data["anggaran"][0]["jumlah"]) == ("2024", "25000000")


def test_years_of_several_stages_in_one_cell_are_asked_of_that_cell():
    raw = book([[*HEADER[:5], "Tahun Mulai"], [*ROW[:5], "2021,2022,2023"]])
    data, remarks = imported(raw)
    [asked] = [one.asked for one in remarks if one.asked]
    assert (data, asked.about) == ([], "2021,2022,2023")
    answer = "inisiatif 2021, uji coba 2022, penerapan 2023"
    [data], _ = imported(raw, replies={("tahun mulai", "2021,2022,2023"): answer})
    assert [one["tanggal"] for one in data["riwayat"]] == ["2021", "2022", "2023"]


# Forms


def test_of_boxes_in_one_cell_the_ticked_one_is_the_choice():
    for said in ("☐ Digital  ☒ Non Digital", "[ ] Digital [x] Non Digital", "Digital ☐, Non Digital ☑"):
        [data], _ = imported(one_row(("Jenis", said), ("Tahapan", "☐ Uji Coba ☑ Penerapan")))
        assert data["jenis"] == "nondigital"
    [data], [found] = imported(one_row(("Jenis", "☐ Digital  ☐ Non Digital")))
    assert ("jenis" in data, found.reason) == (False, "tidak ada kotak yang dicentang")


def test_affairs_come_in_their_rank_without_the_words_that_say_so():
    raw = book([HEADER, [*ROW[:4], "Pendidikan (beririsan); Kesehatan (utama)", ROW[5]]])
    [data], remarks = imported(raw)
    assert (data["urusan"], remarks) == (["kesehatan", "pendidikan"], [])


def test_a_form_may_have_label_and_value_in_one_cell():
    said = [f"{n}. {title} : {value}" for n, (title, value) in enumerate(zip(HEADER, ROW, strict=True), 1)]
    [data], [found] = imported(book([["PROFIL INOVASI"], *[[line] for line in said]]))
    assert (data["nama"], data["riwayat"][0]["tanggal"]) == (ROW[1], "2026-08-17")
    assert found.note


def test_a_date_may_say_what_it_goes_by_and_a_second_event_in_brackets():
    [data], _ = imported(book([HEADER, [*ROW[:5], "17 Juli 2023 (SK Nomor 188/12/2023 tanggal 3 Juli 2023)"]]))
    [event] = data["riwayat"]
    assert (event["tanggal"], event["keterangan"][:12]) == ("2023-07-17", "17 Juli 2023")
    [data], [found] = imported(book([HEADER, [*ROW[:5], "2019 (dikembangkan 2024)"]]))
    assert [(one["peristiwa"], one["tanggal"]) for one in data["riwayat"]] == [
        ("penerapan", "2019"),
        ("pengembangan", "2024"),
    ]
    assert found.note


def test_a_sum_may_be_said_again_in_words():
    [data], remarks = imported(one_row(("Anggaran 2025", "Rp 20.000.000,- (dua puluh juta rupiah)")))
    assert (data["anggaran"], remarks) == ([{"tahun": "2025", "jumlah": "20000000"}], [])


# Several tables, and the answers of a form


def test_a_caption_over_a_further_table_says_whose_it_is_and_its_columns_are_its_own():
    rows = [["Tabel 1. Inovasi Dinas Kesehatan"], ["No", *HEADER[1:]], [1, *ROW[1:]], []]
    rows += [["Tabel 2. Inovasi Dinas Pendidikan"], ["No", "Tanggal Penerapan", "Uraian / Nama Inovasi", *HEADER[2:5]]]
    rows += [[1, "Mei 2024", "Kelas Baca", *ROW[2:5]]]
    data, remarks = imported(book(rows))
    assert [one["nama"] for one in data] == [ROW[1], "Kelas Baca"]
    assert [one.row for one in remarks if one.row] == []
    assert told(remarks, "A5") == ["dibaca sebagai perangkat daerah, bukan inovasi"]


ANSWERS = (
    "Timestamp", "Nama Perangkat Daerah", "Nama inovasi yang dilaporkan", "Apakah inovasi berbasis digital?",
    "Tahapan saat ini", "Sejak kapan diterapkan / diuji coba?", "Berapa anggarannya? (dalam juta rupiah)",
    "Ceritakan hasilnya", *HEADER[2:5],
)  # fmt: skip


def test_the_questions_of_a_form_are_titles_and_its_date_is_of_the_stage_that_was_answered():
    line = [dt.date(2026, 3, 4), "Dinkes", "Kelas Ibu", "Tidak", "Uji coba", "13/02/2024", "25", "Naik 5%"]
    raw = book([ANSWERS, [*line, *ROW[2:5]]])
    [data], remarks = imported(raw, replies={(folded(ANSWERS[6]), "#"): "2024"})
    assert data["riwayat"] == [{"peristiwa": "uji-coba", "tanggal": "2024-02-13"}]
    assert (data["jenis"], data["anggaran"]) == ("nondigital", [{"tahun": "2024", "jumlah": "25000000"}])
    assert data["manfaat"] == "Hasil: Naik 5%"
    assert all(one.note for one in remarks)
    assert told(remarks, "A2") == ["waktu formulir diisi; dipakai hanya untuk baris tanpa tanggal lain"]


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Apakah inovasi memakai aplikasi atau sistem elektronik?", "nondigital"),
        ("Apakah sudah menggunakan website/internet?", "nondigital"),
        ("Apakah memakai aplikasi milik kementerian?", None),
    ],
)
def test_a_question_for_a_tool_that_is_digital_asks_for_the_kind(title, kind):
    [data], _ = imported(book([[*HEADER, title], [*ROW, "Tidak"]]))
    assert data.get("jenis") == kind


def test_days_that_a_program_of_another_country_parted_are_asked():
    rows = [
        RecapRow(n, {1: cell})
        for n, cell in enumerate([Cell(1, 1, "13/02/2024"), Cell(2, 1, "2024-01-09", "2024-01-09", unseen=True)])
    ]
    column = next(one for one in Columns(CATALOGUE.registry).known if one.path == ("riwayat", "penerapan"))
    made, unsure = doubtful_days(rows, {1: column})
    assert (unsure, [row.cells[1].text for row in made]) == ({1}, ["13/02/2024", "09/01/2024"])
    shown = [rows[0], RecapRow(2, {1: Cell(2, 1, "2024-01-09", "2024-01-09")})]
    assert doubtful_days(shown, {1: column}) == (tuple(shown), frozenset())


def test_the_copy_of_another_format_keeps_merged_cells_and_dates_of_which_nobody_knows_how_they_showed():
    cells = {(1, 1): Cell(1, 1, "A"), (1, 2): Cell(1, 2, "2024-05-01", "2024-05-01", vague=True, unseen=True)}
    cells[2, 2] = Cell(2, 2, "B")
    sheet = Sheet("Rekap", cells, {(1, 1): (1, 1), (2, 1): (1, 1)})
    again, *_ = sheets(marked(b"", [sheet], [])[0])
    assert (again.merged[2, 1], again.cells[1, 2]) == ((1, 1), cells[1, 2])


def test_sums_of_two_years_below_one_title_are_two_budgets():
    raw = book(
        [[*HEADER, "Anggaran (Rp. 000)", None], [*[None] * 6, 2023, 2024], [*ROW, 45_000, 60_000]], merged=["G1:H1"]
    )
    [data], _ = imported(raw)
    assert data["anggaran"] == [{"jumlah": "45000000", "tahun": "2023"}, {"jumlah": "60000000", "tahun": "2024"}]


def test_the_year_over_a_table_is_that_of_its_report_and_is_offered_for_sums_without_a_year():
    raw = book(
        [["Rekapitulasi Inovasi Tahun 2024"], [*HEADER[:5], "Anggaran"], [*ROW[:5], 25_000_000]], names=["Rekap"]
    )
    [data], remarks = imported(raw)
    asked = {one.asked.title: one.asked.options for one in remarks if one.asked}
    assert (data["riwayat"][0]["tanggal"], asked) == ("2024", {"Anggaran": ("2024",)})


def test_rows_without_dates_on_sheets_of_two_years_are_reported_each_in_its_own():
    rows = [[list(HEADER[:5]), [ROW[0], name, *ROW[2:5]]] for name in ("Kelas A", "Kelas B")]
    raw = book(*rows, names=["2024", "2023"])
    data, _ = imported(raw)
    assert [one["riwayat"][0]["tanggal"] for one in data] == ["2024", "2023"]


def test_three_digits_behind_a_comma_below_a_head_of_thousands_are_asked_as_both():
    _, [found] = imported(one_row(("Anggaran 2025 (ribu)", "12,500")))
    assert found.asked.options == ("12500000", "12500")


def test_sums_below_a_head_of_millions_are_told_once_as_what_they_became():
    raw = three(("Anggaran 2025 (juta)", ["25", "30", "12,5"]))
    data, remarks = imported(raw)
    assert [one["anggaran"][0]["jumlah"] for one in data] == ["25000000", "30000000", "12500000"]
    assert [one.reason for one in remarks] == ["angka di kolom ini dikalikan 1.000.000 menurut judulnya"]


def test_a_text_that_only_points_to_a_link_is_that_link_and_a_date_in_brackets_is_a_date():
    workbook = load_workbook(io.BytesIO(one_row(("Catatan", "Klik di sini"), ("Tanggal Uji Coba", "(2023)"))))
    workbook.active["G2"].hyperlink = "https://contoh.go.id/bukti.pdf"
    [data], _ = imported(saved(workbook))
    assert (data["catatan"], data["riwayat"][0]["tanggal"]) == ("https://contoh.go.id/bukti.pdf", "2023")
