"""Recaps in which a value may be taken for another one: it is asked or told, and never changed without a word."""

import datetime as dt

import pytest
from conftest import BASE, TODAY
from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.styles import Font
from recap_tables import HEADER, ROW, book, saved

from generator import checking
from generator.contributing.table_import.cells.questions import questions
from generator.contributing.table_import.cells.reading import Defaults
from generator.contributing.table_import.entries import recap
from generator.contributing.table_import.files.delimited import sheets
from generator.contributing.table_import.rows.room import Known
from generator.contributing.table_import.settling import settle
from generator.problems import Problems
from generator.text.spelling import folded

CATALOGUE = checking.check(BASE, TODAY).catalogue
KNOWN = Known(CATALOGUE, frozenset(i.path for i in CATALOGUE.innovations.values()), "Kabupaten Contoh")


def imported(raw, **replies):
    """What an import of a workbook gives: (data of each entry, remarks)."""
    outcome = settle(recap(sheets(raw), KNOWN, Defaults(**replies)), Problems())
    return [draft.reading.data for draft in outcome.accepted], list(outcome.remarks)


def told(remarks, address):
    """The reasons that are told of a cell or a row."""
    return [one.reason for one in remarks if one.address == address]


def one_row(*columns, row=ROW, **more):
    """A table of one row, with further columns given as (title, value)."""
    return book([[*HEADER, *(title for title, _ in columns)], [*row, *(value for _, value in columns)]], **more)


# Two values are not one


@pytest.mark.parametrize("written", ["Digital dan Non Digital", "Digital & Nondigital", "Digital/Non Digital"])
def test_a_choice_of_one_that_names_two_is_asked_with_both(written):
    [data], remarks = imported(one_row(("Jenis", written)))
    [asked] = [one.asked for one in remarks if one.asked]
    assert "jenis" not in data
    assert asked.options == ("Digital (daring)", "Nondigital (luring)")


@pytest.mark.parametrize(
    ("written", "slugs"),
    [
        ("Kesehatan dan Pendidikan", ["kesehatan", "pendidikan"]),
        ("Kesehatan / Perpustakaan & Pendidikan", ["kesehatan", "perpustakaan", "pendidikan"]),
        ("Kesehatan, Pendidikan serta Perpustakaan", ["kesehatan", "pendidikan", "perpustakaan"]),
    ],
)
def test_affairs_joined_by_words_or_signs_are_all_taken(written, slugs):
    [data], remarks = imported(book([HEADER, [*ROW[:4], written, ROW[5]]]))
    assert (data["urusan"], remarks) == (slugs, [])


@pytest.mark.parametrize(
    ("written", "slugs"),
    [("Kesehatan dan Anu", ["kesehatan", "pendidikan"]), ("Anu / Kesehatan", ["pendidikan", "kesehatan"])],
)
def test_of_affairs_the_one_that_is_no_word_is_asked_alone_and_no_half_is_lost(written, slugs):
    raw = book([HEADER, [*ROW[:4], written, ROW[5]]])
    [data], [found] = imported(raw)
    assert (data["urusan"], found.value, "Anu" in found.reason) == (["kesehatan"], written, True)
    [data], _ = imported(raw, replies={("urusan", "Anu"): "Pendidikan"})
    assert data["urusan"] == slugs


def test_one_sum_merged_over_several_innovations_is_given_to_none_of_them():
    rows = [[*HEADER, "Anggaran: Tahun", "Anggaran: Jumlah"]]
    rows += [[ROW[0], f"Kelas {name}", *ROW[2:], 2025, 90_000_000 if name == "A" else None] for name in "ABC"]
    data, remarks = imported(book(rows, merged=["H2:H4"]))
    assert [one.get("anggaran") for one in data] == [[{"tahun": "2025"}]] * 3
    assert told(remarks, "H2") == ["satu angka untuk beberapa baris"] * 3


# Words that are struck out, numbers with their unit


def test_words_struck_out_within_a_cell_are_left_out_and_told():
    struck = TextBlock(InlineFont(strike=True), "batang ")
    workbook = Workbook()
    workbook.active.append(HEADER)
    workbook.active.append([*ROW[:2], CellRichText("Ditandai kode ", struck, "dan dicatat."), *ROW[3:]])
    [data], [found] = imported(saved(workbook))
    assert data["ringkasan"] == "Ditandai kode dan dicatat."
    assert (found.address, '"batang"' in found.reason) == ("C2", True)


@pytest.mark.parametrize(
    ("shown_as", "text"),
    [
        ('#,##0" orang"', "1250 orang"),
        ('#,##0 "orang"', "1250 orang"),
        ('"Rp" #,##0', "Rp 1250"),
        ('#,##0," ribu"', "1250"),
        ("#,##0", "1250"),
    ],
)
def test_a_number_keeps_the_unit_that_its_format_shows(shown_as, text):
    [data], _ = imported(one_row(("Manfaat", 1250), formats={"G2": shown_as}))
    assert data["manfaat"] == text


@pytest.mark.parametrize(
    ("title", "written", "options", "key"),
    [
        ("Sumber", "Komite sekolah", ("Anggaran: Sumber dana", "Sumber: Judul"), "sumber"),
        ("Desa / Pelaksana", "Karang Taruna", ("Unit pembuat: Nama unit", "Lokasi: Tempat"), "lokasi"),
    ],
)
def test_a_title_that_may_mean_two_columns_is_asked_and_its_cells_are_not_stored(title, written, options, key):
    columns = (("Anggaran 2025", "Rp 5.000.000"), (title, written))
    [data], remarks = imported(one_row(*columns))
    [asked] = questions(remarks)
    assert (key in data, asked.title, asked.options[:2]) == (False, title, options)
    [data], remarks = imported(one_row(*columns), replies={(folded(title), "?"): options[1]})
    assert (key in data, questions(remarks)) == (True, [])


def test_villages_under_a_title_that_names_doers_too_are_places():
    [data], _ = imported(one_row(("Desa / Pelaksana", "Desa Sungai Hulu")))
    assert data["lokasi"] == {"tempat": "Desa Sungai Hulu"}


def test_the_question_of_a_form_for_a_few_words_on_the_innovation_is_the_summary():
    heads = [*HEADER[:2], "Jelaskan inovasi Anda secara singkat", *HEADER[3:]]
    [data], remarks = imported(book([heads, ROW]))
    assert (data["ringkasan"], remarks) == (ROW[2], [])


@pytest.mark.parametrize(
    ("answer", "events"),
    [
        ("penerapan 2023", [("penerapan", "2023")]),
        ("uji coba 2023; penerapan 2023", [("uji-coba", "2023"), ("penerapan", "2023")]),
    ],
)
def test_a_date_merged_over_two_events_is_asked_and_given_to_those_that_were_answered(answer, events):
    heads = [*HEADER[:5], "Tanggal Uji Coba", "Tanggal Penerapan"]
    raw = book([heads, [*ROW[:5], "2023"], [ROW[0], "Kelas Ayah", *ROW[2:5], "2023", "2024"]], merged=["F2:G2"])
    [other], remarks = imported(raw)
    [asked] = questions(remarks)
    assert (len(other["riwayat"]), asked.about, answer in asked.options) == (2, "F2: 2023", True)
    [data, same], _ = imported(raw, replies={(folded(heads[5]), asked.about): answer})
    assert [(one["peristiwa"], one["tanggal"]) for one in data["riwayat"]] == events
    assert same == other


@pytest.mark.parametrize(("answer", "kept"), [("2025-02-05", 2), ("belum ada", 1)])
def test_an_event_on_the_very_day_of_a_forms_response_is_asked(answer, kept):
    raw = one_row(("Timestamp", "05/02/2025 10:11:12"), ("Tanggal Uji Coba", "5 Februari 2025"))
    [data], remarks = imported(raw)
    [asked] = questions(remarks)
    assert (len(data["riwayat"]), asked.about) == (1, "H2: 5 Februari 2025")
    [data], remarks = imported(raw, replies={("tanggal uji coba", asked.about): answer})
    assert (len(data["riwayat"]), questions(remarks)) == (kept, [])


def test_a_blank_within_a_sum_that_parts_no_thousands_is_asked():
    columns = (("Anggaran: Tahun", 2025), ("Anggaran: Jumlah", "Rp. 4 5.000.000"))
    [data], [found] = imported(one_row(*columns))
    assert data["anggaran"] == [{"tahun": "2025"}]
    assert "45000000" in found.asked.options
    [data], _ = imported(one_row(columns[0], ("Anggaran: Jumlah", "Rp 45 000 000")))
    assert data["anggaran"][0]["jumlah"] == "45000000"


def test_the_number_of_a_row_is_no_part_of_a_name_and_of_its_address():
    [data], [found] = imported(book([HEADER, [ROW[0], "1. Klinik Terapung", *ROW[2:]]]))
    assert data["nama"] == "Klinik Terapung"
    assert "nomor" in found.reason
    [data], remarks = imported(book([HEADER, [ROW[0], "1000 Hari Pertama", *ROW[2:]]]))
    assert (data["nama"], remarks) == ("1000 Hari Pertama", [])


# Dates


def test_one_date_with_its_month_first_makes_those_of_the_whole_file_unsure_and_a_column_is_asked_once():
    heads = [*HEADER[:5], "Tanggal Uji Coba", "Tanggal Penerapan"]
    first = [*ROW[:5], "02/03/2024", "1/13/2025"]
    other = [heads, ["Disdik", "Kelas Bapak", *ROW[2:5], "04/05/2024", None]]
    _, remarks = imported(book([heads, first], other))
    assert {one.value for one in remarks if one.asked} == {"02/03/2024", "04/05/2024"}
    assert len(questions(remarks)) == 1


def test_a_range_of_years_is_not_told_as_a_day_and_a_month():
    _, remarks = imported(one_row(("Tanggal Uji Coba", "2021 s.d. 2024")))
    assert not any("hari dan bulannya" in one.reason for one in remarks)


def test_a_hyphen_of_word_that_does_not_break_parts_a_date():
    [data], _ = imported(book([HEADER, [*ROW[:5], "02\u201101\u20112025"]]))
    assert data["riwayat"][0]["tanggal"] == "2025-01-02"


# Columns whose title nobody knows


SPHERES = ("Pelayanan publik", "Tata kelola pemerintahan", "Pelayanan publik", "Inovasi lainnya")


def under(title, values, at=3):
    """A recap whose column of spheres (or another) has this title and these cells."""
    heads = [title if number == at else head for number, head in enumerate(HEADER)]
    rows = [[value if number == at else cell for number, cell in enumerate(ROW)] for value in values]
    for number, row in enumerate(rows):
        row[1] = f"Kelas {'ABCDE'[number]}"
    return book([heads, *rows])


def answered(raw, answer):
    """The import once the one question that holds rows is answered."""
    data, remarks = imported(raw)
    asked = {one.asked for one in remarks if one.row}
    assert (data, len(asked)) == ([], 1)
    [one] = asked
    return one, imported(raw, replies={(folded(one.title), one.about): answer})


@pytest.mark.parametrize("title", ["Rumpun Bentuk", "Kelompok/Bentuk", "Bentuk & Kategori"])
def test_a_title_that_is_known_in_part_is_taken_where_the_cells_are_its_words(title):
    data, [note] = imported(under(title, SPHERES))
    assert [one["bentuk"] for one in data] == ["pelayanan-publik", "tata-kelola", "pelayanan-publik", "lainnya"]
    assert (note.note, '"Bentuk"' in note.reason) == (True, True)


def test_a_required_column_under_an_unknown_title_is_asked_for_and_is_never_called_empty():
    raw = under("Macam", (*SPHERES[:3], "Urusan dalam"))
    data, remarks = imported(raw)
    [asked] = {one.asked for one in remarks if one.asked and one.asked.title == "Macam"}
    assert (data, asked.about, asked.options[0]) == ([], "?", "Bentuk")
    assert not any("kosong" in one.reason for one in remarks)
    data, _ = imported(raw, replies={("macam", "?"): "Bentuk"})
    assert [one["bentuk"] for one in data] == ["pelayanan-publik", "tata-kelola", "pelayanan-publik"]


def test_a_full_column_under_any_title_whose_cells_can_be_nothing_else_is_taken_and_told():
    data, [note] = imported(under("Macam", SPHERES))
    assert [one["bentuk"] for one in data] == ["pelayanan-publik", "tata-kelola", "pelayanan-publik", "lainnya"]
    assert (note.note, note.reason) == (True, 'kolom ini dibaca sebagai "Bentuk"')


def test_a_column_that_may_be_a_required_one_does_not_hide_what_is_asked_if_it_is_not():
    values = ("Layanan A", "Urusan dalam", "Layanan A", "Urusan dalam")
    raw = under("Macam", values)
    data, remarks = imported(raw)
    assert data == []
    assert not any("kosong" in one.reason for one in remarks)
    assert {(one.asked.title, one.asked.about) for one in remarks if one.row} == {("Macam", "?"), ("Bentuk", "")}
    data, _ = imported(raw, replies={("macam", "?"): "tidak disimpan", ("bentuk", ""): "Tata kelola"})
    assert [one["bentuk"] for one in data] == ["tata-kelola"] * 4
    _, remarks = imported(raw, replies={("macam", "?"): "Bentuk"})
    assert {one.asked.about for one in remarks if one.row} == set(values)


@pytest.mark.parametrize("title", ["Penerapan", "Diterapkan", "Implementasi", "Mulai Penerapan", "Tgl Launching"])
def test_the_name_of_an_event_is_a_column_of_dates_where_its_cells_are_dates(title):
    data, remarks = imported(under(title, ["2024", dt.date(2025, 2, 3), "Mei 2025"], at=5))
    assert [one["riwayat"] for one in data] == [
        [{"peristiwa": "penerapan", "tanggal": date}] for date in ("2024", "2025-02-03", "2025-05")
    ]
    assert all(one.note for one in remarks)
    data, remarks = imported(under("Penerapan", ["di semua posyandu", "di sekolah", "di kantor"], at=5))
    assert (data, any("dibaca sebagai" in one.reason for one in remarks)) == ([], False)


@pytest.mark.parametrize(
    ("title", "first"), [("Sejak", "Tanggal penerapan"), ("Tahun Ujicoba/Penerapan", "Tanggal uji coba")]
)
def test_dates_that_do_not_say_of_which_event_they_are_hold_their_rows_for_one_question(title, first):
    asked, (data, _) = answered(under(title, ["2023", "Mei 2024"], at=5), "Tanggal penerapan")
    assert asked.options[0] == first
    assert [one["riwayat"][0] for one in data] == [
        {"peristiwa": "penerapan", "tanggal": "2023"},
        {"peristiwa": "penerapan", "tanggal": "2024-05"},
    ]


def test_money_under_biaya_is_no_price_for_citizens_until_that_is_answered():
    raw = one_row(("BIAYA (Rp)", "95.000.000"))
    [data], [found] = imported(raw)
    assert "cara_memakai" not in data
    assert found.asked.options == ("Anggaran: Jumlah", "Cara memakai: Biaya", "tidak disimpan")
    [data], _ = imported(raw, replies={("biaya rp", "?"): "Cara memakai: Biaya"})
    assert data["cara_memakai"] == {"biaya": "95.000.000"}
    [data], [found] = imported(raw, replies={("biaya rp", "?"): "tidak disimpan"})
    assert ("anggaran" in data, found.asked) == (False, None)
    [data], remarks = imported(one_row(("Biaya", "Gratis")))
    assert (data["cara_memakai"], remarks) == ({"biaya": "Gratis"}, [])


def test_sums_without_a_year_are_asked_for_it_once():
    raw = one_row(("Anggaran", "Rp 45 juta"))
    [data], [found] = imported(raw)
    assert ("anggaran" in data, found.asked.about) == (False, "#")
    [data], remarks = imported(raw, replies={("anggaran", "#"): "2024"})
    assert (data["anggaran"], remarks) == ([{"tahun": "2024", "jumlah": "45000000"}], [])


@pytest.mark.parametrize(
    ("title", "fund", "year"),
    [
        ("Anggaran", "Dana Desa th 2024", "2024"),
        ("Anggaran", "BOK 2023", "2023"),
        ("Anggaran", "(APBD 2024)", "2024"),
        ("Anggaran", "rencana APBD 2026", "2025"),
        ("Anggaran", "BOK 2023 dan 2024", "2025"),
        ("Anggaran 2022", "BOK 2023", "2022"),
    ],
)
def test_the_year_that_the_name_of_a_fund_has_goes_before_the_one_that_was_answered(title, fund, year):
    raw = one_row((title, "Rp 45 juta"), ("Sumber Dana", fund))
    [data], remarks = imported(raw, replies={(folded(title), "#"): "2025"})
    assert [one["tahun"] for one in data["anggaran"]] == [year]
    assert any(f"anggarannya {year}" in one.reason for one in remarks) == (year != "2025")


@pytest.mark.parametrize(
    ("title", "written", "options"),
    [
        ("Anggaran (juta Rp)", "Rp 25.000.000 tahun 2025", ("25000000", "25000000000000")),
        ("Anggaran (ribu)", "25.000.000 tahun 2025", ("25000000", "25000000000")),
    ],
)
def test_a_whole_sum_below_a_head_of_thousands_or_millions_is_asked(title, written, options):
    [data], remarks = imported(one_row((title, written)))
    assert "anggaran" not in data
    assert [one.asked.options for one in remarks if one.asked] == [options]


def test_a_sum_below_a_head_of_noughts_is_multiplied():
    [data], _ = imported(one_row(("Anggaran (Rp. 000)", "25.000 tahun 2025")))
    assert data["anggaran"] == [{"tahun": "2025", "jumlah": "25000000"}]


def test_a_column_of_persons_is_never_asked_for():
    _, remarks = imported(one_row(("Nama Inovator", "seorang pegawai yang bekerja di kantor")))
    assert [one.asked for one in remarks] == [None]


def test_a_soft_break_of_a_word_processor_parts_words_and_is_no_text():
    row = list(ROW)
    row[HEADER.index("Nama Inovasi")] = "Kelas Budaya_x000B_Melayu"
    [data], _ = imported(one_row(row=row))
    assert data["nama"] == "Kelas Budaya Melayu"


# Whose rows they are


def grouped(*agencies, hidden=(), struck=()):
    """A recap with one row an agency (None: not written); rows hidden or cells of agencies struck out, by number."""
    workbook = Workbook()
    sheet = workbook.active
    sheet.append(HEADER)
    for number, agency in enumerate(agencies):
        sheet.append([agency, f"Kelas {'ABCDEF'[number]}", *ROW[2:]])
    for row in hidden:
        sheet.row_dimensions[row].hidden = True
    for row in struck:
        sheet.cell(row, 1).font = Font(strike=True)
    return saved(workbook)


def owners(raw, **more):
    """The agency of each entry, and what is asked of rows that are held."""
    outcome = settle(recap(sheets(raw), KNOWN, Defaults(**more)), Problems())
    asked = dict.fromkeys(one.asked for one in outcome.remarks if one.row)
    return [draft.path.split("/")[1] for draft in outcome.accepted], list(asked)


@pytest.mark.parametrize("left", [{"hidden": (4,)}, {"struck": (4,)}])
def test_a_hidden_or_struck_agency_ends_the_group_before_it_and_is_asked(left):
    raw = grouped("Dinkes", None, "Disdik", None, None, **left)
    agencies, [asked] = owners(raw)
    assert (agencies, asked.about, asked.options) == (["dinkes"] * 2, "A4: Disdik", ("Dinas Pendidikan",))
    agencies, _ = owners(raw, replies={("perangkat daerah", "A4: Disdik"): "Dinas Pendidikan"})
    assert set(agencies[2:]) == {"disdik"}


def test_an_agency_that_is_hidden_between_rows_of_its_own_group_changes_nothing():
    assert owners(grouped("Dinkes", None, "Dinkes", None, hidden=(4,))) == (["dinkes"] * 3, [])


def banded(*bands):
    rows = [HEADER[1:]]
    for number, band in enumerate(bands):
        rows += [[band], [f"Kelas {'ABCDEF'[number]}", *ROW[2:]]]
    return rows


def test_a_heading_of_an_office_that_nobody_knows_ends_the_group_before_it_which_is_offered():
    agencies, [asked] = owners(book(banded("Dinas Kesehatan", "Perumda Air Minum")))
    assert (agencies, asked.about, asked.options[0]) == (["dinkes"], "Perumda Air Minum", "Dinas Kesehatan")


@pytest.mark.parametrize(
    ("over", "unit"),
    [
        ("Dinas Kesehatan", "UPT Puskesmas Sungai"),
        ("Dinas Pendidikan", "SMPN 3 Utara"),
        ("Dinas Pendidikan", "UPTD Sanggar"),
        ("Kecamatan Utara", "Desa Muara"),
    ],
)
def test_a_heading_of_a_unit_below_that_of_its_agency_is_a_unit_of_it(over, unit):
    data, remarks = imported(book(banded(over, unit)))
    assert [one.get("unit", {}).get("nama") for one in data] == [None, unit]
    assert not any(one.row for one in remarks)


def test_a_heading_of_a_unit_below_another_agency_is_of_the_one_that_has_its_kind():
    agencies, asked = owners(book(banded("Dinas Pendidikan", "UPT Puskesmas Sungai")))
    assert (agencies, asked) == (["disdik", "dinkes"], [])


def test_a_struck_heading_is_asked_and_not_passed_over():
    workbook = Workbook()
    for row in banded("Dinas Kesehatan", "Dinas Pendidikan"):
        workbook.active.append(row)
    workbook.active["A4"].font = Font(strike=True)
    agencies, [asked] = owners(saved(workbook))
    assert (agencies, asked.about) == (["dinkes"], "A4: Dinas Pendidikan")


@pytest.mark.parametrize(
    "written",
    [
        "Dinas Kesehatan:",
        "OPD : Dinas Kesehatan",
        "DINKES (Dinas Kesehatan)",
        "Dinas Kesehatan (2 Inovasi)",
        "Dinkes (3)",
    ],
)
def test_what_stands_around_the_name_of_an_agency_makes_no_other_of_it(written):
    assert owners(book(banded(written))) == (["dinkes"], [])


def test_another_agency_in_brackets_is_asked():
    assert owners(book(banded("Dinas Kesehatan (Disdik)")))[0] == []


def test_a_unit_beside_its_agency_or_answered_for_one_is_kept():
    raw = book([HEADER, ["Dinas Kesehatan / Puskesmas Utara", *ROW[1:]]])
    [data], [note] = imported(raw)
    assert (data["unit"], note.note) == ({"jenis": "puskesmas", "nama": "Puskesmas Utara"}, True)
    raw = book([HEADER, ["Pustu Utara", *ROW[1:]]])
    _, [found] = imported(raw)
    assert found.asked.options[0] == "Dinas Kesehatan"
    [data], [note] = imported(raw, replies={("perangkat daerah", "Pustu Utara"): "Dinkes"})
    assert data["unit"]["nama"] == "Pustu Utara"


def test_a_health_centre_in_the_column_of_agencies_can_only_be_of_one_agency():
    [data], remarks = imported(book([HEADER, ["Puskesmas Utara", *ROW[1:]]]))
    assert data["unit"] == {"jenis": "puskesmas", "nama": "Puskesmas Utara"}
    assert 'unit dari "Dinas Kesehatan"' in told(remarks, "A2")
    assert imported(book([["Inisiator", *HEADER[1:]], ["Puskesmas Utara", *ROW[1:]]]))[0] == []


# Words of everyday


@pytest.mark.parametrize("title", ["Kecamatan", "Lokasi"])
@pytest.mark.parametrize("written", ["Seluruh kecamatan", "2 Kecamatan", "Semua", "Semua kecamatan di Kab. Contoh"])
def test_all_districts_are_the_whole_region_and_no_place_of_that_name(title, written):
    [data], remarks = imported(one_row((title, written)))
    assert (data["lokasi"], all(one.note for one in remarks)) == ({"seluruh_wilayah": True}, True)


def test_as_many_districts_as_there_are_not_are_asked_and_the_whole_region_may_be_answered():
    raw = one_row(("Kecamatan", "7 Kecamatan"))
    [data], [found] = imported(raw)
    assert ("lokasi" in data, found.asked.options[-1]) == (False, "Seluruh kecamatan")
    [data], _ = imported(raw, replies={("kecamatan", "7 Kecamatan"): "Seluruh kecamatan"})
    assert data["lokasi"] == {"seluruh_wilayah": True}


def test_a_column_of_places_that_are_all_districts_is_one_of_districts():
    [data], [note] = imported(one_row(("Lokasi", "Utara dan Kec. Selatan")))
    assert (data["lokasi"], note.note) == ({"kecamatan": ["utara", "selatan"]}, True)
    [data], remarks = imported(one_row(("Lokasi", "Balai desa")))
    assert (data["lokasi"], remarks) == ({"tempat": "Balai desa"}, [])


# What is no innovation


def test_a_subtotal_whose_formula_has_no_result_is_still_one():
    total = ["Sub Jumlah Dinas Kesehatan", None, None, None, None, None, "=SUM(G2:G2)"]
    data, remarks = imported(book([[*HEADER, "Manfaat"], [*ROW, "x"], total]))
    assert (len(data), [one.note for one in remarks]) == (1, [True])


@pytest.mark.parametrize(
    "row", [[None, "Terbilang: tiga ratus juta rupiah"], ["*)", "Biaya lain dari perusahaan"], ["Halaman 2 dari 3"]]
)
def test_a_note_under_a_recap_is_no_innovation_and_nothing_is_asked_of_it(row):
    data, remarks = imported(book([["No", *HEADER[1:]], [1, *ROW[1:]], row], names=["Dinkes"]))
    assert (len(data), [(one.note, one.asked) for one in remarks]) == (1, [(True, None)])


# The national form


FORM = [
    ["Nama Perangkat Daerah", "Dinkes"],
    ["Nama Inovasi", "Kelas Ibu"],
    ["Bentuk Inovasi Daerah", "Pelayanan publik"],
    ["Urusan", "Kesehatan"],
    ["Waktu Penerapan", "2024"],
    ["Tujuan", "Ibu hamil belajar bersama bidan."],
]


def filled(*rows):
    return imported(book([*FORM, *rows]))


def test_a_table_of_indicators_below_the_form_is_no_part_of_the_profile():
    rows = [[], ["No", "Indikator", "Parameter", "Skor", "Bukti"], [1, "Regulasi Inovasi Daerah", "SK", 2, "SK tim"]]
    [data], remarks = filled(*rows)
    assert "dasar_hukum" not in data
    assert [one.value for one in remarks if "tabel di bawah" in one.reason][
        -1
    ] == "1; Regulasi Inovasi Daerah; SK; 2; SK tim"
    assert not any(one.row for one in remarks)


def test_a_label_that_nobody_knows_is_never_the_text_of_the_one_above():
    [data], remarks = filled(["Hasil Inovasi", None], ["Kualitas Inovasi", "baik"], ["Nilai", 80])
    assert "manfaat" not in data
    assert {"Kualitas Inovasi: baik", "Nilai: 80"} <= {one.value for one in remarks}
    [data], remarks = filled(["Anggaran (jika diperlukan)", None], ["Profil Bisnis (jika ada) :"])
    assert ("anggaran" in data, [one.note for one in remarks][-1]) == (False, True)


def test_a_second_label_in_a_row_has_its_own_value():
    [data], remarks = filled(
        ["Manfaat", "Ibu tenang.", "Hasil Inovasi", "Naik 5 persen."], ["Anggaran", "Rp 5 jt TA 2024"]
    )
    assert data["manfaat"] == "Ibu tenang.\n\nHasil: Naik 5 persen."
    assert data["anggaran"] == [{"tahun": "2024", "jumlah": "5000000"}]
    assert all(one.note for one in remarks)


def test_a_choice_under_its_label_does_not_take_the_next_label_too():
    rows = [[cell] for row in FORM for cell in row]
    bentuk = rows.index(["Pelayanan publik"]) + 1
    [data], remarks = imported(book([*rows[:bentuk], ["Tematik"], ["Non Tematik"], *rows[bentuk:]]))
    assert data["bentuk"] == "pelayanan-publik"
    assert {"Tematik", "Non Tematik"} <= {one.value for one in remarks}


# Words of the report


def test_a_question_names_the_rows_that_wait_and_says_no_text_twice():
    rows = [[ROW[0], f"Kelas {name}", *ROW[2:4], "Kesehtn", ROW[5]] for name in "AB"]
    _, remarks = imported(book([HEADER, *rows]))
    [one] = questions(remarks)
    assert (one.rows, one.text.count("Kesehtn")) == ("2 baris: 2, 3", 1)


def test_a_row_that_only_last_years_sheet_has_is_taken_and_told():
    old = [HEADER, ROW, [ROW[0], "Kelas Lama", *ROW[2:]]]
    outcome = settle(recap(sheets(book([HEADER, ROW], old, names=["2026", "2025"])), KNOWN, Defaults()), Problems())
    assert [draft.reading.name for draft in outcome.accepted] == ["Kelas Ibu", "Kelas Lama"]
    assert ["2025" in one.reason for one in outcome.remarks if one.value == "Kelas Lama"] == [True]


def test_an_address_in_place_of_the_title_of_a_source_leads_there():
    [data], _ = imported(one_row(("Sumber", "https://contoh.go.id/berita")))
    assert data["sumber"] == [{"judul": "https://contoh.go.id/berita", "url": "https://contoh.go.id/berita"}]


def test_a_cell_of_many_thousand_signs_is_looked_at_within_a_moment():
    for text in ("a, " * 10_000, " " * 30_000 + "dan", "Kesehatan dan " * 2_000):
        imported(one_row(("Jenis", text), ("Urusan beririsan", text), ("Kelompok", text)))


def test_a_note_that_somebody_has_set_to_a_cell_is_told_and_our_own_is_not():
    workbook = Workbook()
    for row in (HEADER, ROW):
        workbook.active.append(row)
    workbook.active["F2"].comment = Comment("Tanggal salah, seharusnya 2022", "pegawai")
    workbook.active["C2"].comment = Comment("terlalu panjang", "katalog")
    _, [note] = imported(saved(workbook))
    assert (note.address, note.note, "seharusnya 2022" in note.reason) == ("F2", True, True)


def test_two_names_that_differ_only_in_brackets_are_told_as_a_likely_double():
    rows = [HEADER, ROW, [ROW[0], f"{ROW[1].upper()} (versi lama)", *ROW[2:]]]
    data, [note] = imported(book(rows))
    assert (len(data), note.address, note.note, "baris 2" in note.reason) == (2, "B3", True, True)


@pytest.mark.parametrize(
    ("name", "summary"),
    [
        ("Posyandu Ceria", "Anak belajar menimbang di posyandu dan orang tua menunggu."),
        ("Kelas Senja", "Posyandu dibuka malam hari agar orang tua yang bekerja datang."),
    ],
)
def test_a_row_of_which_only_a_word_of_the_name_or_the_text_is_known_is_told_and_not_held(name, summary):
    [data], [note] = imported(book([HEADER, [ROW[0], name, summary, *ROW[3:]]]))
    assert (data["nama"], note.note, note.asked) == (name, True, None)
    assert note.reason == 'agak mirip dengan "Posyandu Malam" yang sudah tercatat'


def test_a_title_that_only_begins_like_a_known_one_is_asked_and_not_taken():
    [data], [found] = imported(one_row(("Kecamatan asal", "Utara")))
    assert ("lokasi" in data, found.asked.options[0]) == (False, "Lokasi: Kecamatan")


def test_a_table_of_other_words_is_taken_where_titles_hint_and_cells_agree():
    heads = ["Dinas Pengirim", "Judul Inovasi", "Gambaran Umum", "Kelompok Inovasi", "Bidang", "Pertama Dilaksanakan"]
    [data], remarks = imported(book([heads, ROW]))
    assert (data["bentuk"], data["urusan"], data["riwayat"]) == (
        "pelayanan-publik",
        ["kesehatan"],
        [{"peristiwa": "penerapan", "tanggal": "2026-08-17"}],
    )
    assert [one.note for one in remarks] == [True] * 4
    _, remarks = imported(book([heads, [*ROW[:4], "Bidang Informasi Publik", ROW[5]]]))
    assert [one.asked.options[0] for one in remarks if one.row] == ["Urusan pemerintahan", "Kesehatan"]


# What is no value of its cell


@pytest.mark.parametrize("sign", [" *)", "*", " **)"])
def test_the_sign_of_a_note_behind_a_name_is_no_part_of_it_and_told(sign):
    [data], remarks = imported(one_row(row=[ROW[0], f"Kelas Ibu{sign}", *ROW[2:]]))
    assert (data["nama"], told(remarks, "B2")) == ("Kelas Ibu", ["tanda catatan kaki dilepas"])


def test_a_note_in_brackets_behind_a_name_is_asked_and_either_answer_is_taken():
    raw = one_row(row=[ROW[0], "Kelas Ibu (lanjutan 2023)", *ROW[2:]])
    data, [found] = imported(raw)
    assert (data, found.asked.options) == ([], ("Kelas Ibu", "Kelas Ibu (lanjutan 2023)"))
    for answer in found.asked.options:
        [data], _ = imported(raw, replies={("nama inovasi", "Kelas Ibu (lanjutan 2023)"): answer})
        assert data["nama"] == answer


def test_two_names_in_one_cell_are_asked_and_never_joined():
    data, [found] = imported(one_row(row=[ROW[0], "1. Kelas Ibu\n2. Kelas Ayah", *ROW[2:]]))
    assert (data, found.asked.options) == ([], ("Kelas Ibu", "Kelas Ayah"))


@pytest.mark.parametrize("left", ["(diisi uraian minimal 300 kata)", "(pilih salah satu)", "sda", "idem"])
def test_an_instruction_or_a_mark_that_points_nowhere_is_told_and_not_stored(left):
    [data], remarks = imported(one_row(("Masalah", left)))
    assert ("masalah" in data, len(told(remarks, "G2"))) == (False, 1)


def test_a_budget_too_small_to_be_whole_is_asked_and_the_answer_is_taken_as_it_is():
    raw = one_row(("Anggaran 2025", "45.000"))
    [data], [found] = imported(raw)
    assert ("anggaran" in data, found.asked.options) == (False, ("45000", "45000000"))
    [data], _ = imported(raw, replies={("anggaran 2025", "45.000"): "45000"})
    assert data["anggaran"] == [{"tahun": "2025", "jumlah": "45000"}]


def test_an_answer_below_a_head_of_thousands_is_in_rupiah():
    raw = one_row(("Anggaran 2025 (ribu Rp)", "± 500"))
    [_], [found] = imported(raw)
    [data], _ = imported(raw, replies={("anggaran 2025 ribu rp", "± 500"): found.asked.options[0]})
    assert data["anggaran"] == [{"tahun": "2025", "jumlah": "500000"}]


def test_a_day_in_a_column_of_years_of_which_the_month_is_not_sure_is_asked():
    rows = [[*HEADER[:5], "Tahun Mulai"]]
    rows += [[ROW[0], f"Kelas {n}", *ROW[2:5], said] for n, said in enumerate(("2023", "2024", "05/06/2024", "2022"))]
    _, remarks = imported(book(rows))
    assert [one.asked.options for one in remarks if one.address == "F4"] == [("2024-06-05", "2024-05-06")]


def test_a_long_text_that_another_innovation_has_is_asked_and_kept_where_it_is_the_same():
    text = "Ibu hamil belajar bersama bidan di balai desa, dan setiap bulan catatannya dibaca lagi bersama kader. " * 2
    rows = [[*HEADER, "Solusi"], [*ROW, text], [ROW[0], "Kelas Ayah", *ROW[2:], text]]
    [first, second], [found] = imported(book(rows))
    assert ("solusi" in first, "solusi" in second, found.address) == (True, False, "G3")
    [_, second], _ = imported(book(rows), replies={("solusi", found.asked.about): found.asked.options[0]})
    assert "solusi" in second


def test_a_date_that_goes_beyond_the_stage_of_its_row_is_asked_and_may_be_of_that_stage():
    raw = one_row(("Tahapan", "Uji Coba"))
    [_], [found] = imported(raw)
    assert found.asked.options == ("uji coba 2026-08-17", "penerapan 2026-08-17")
    [data], _ = imported(raw, replies={("tanggal penerapan", ROW[5]): found.asked.options[0]})
    assert data["riwayat"] == [{"peristiwa": "uji-coba", "tanggal": "2026-08-17"}]


def test_a_year_of_beginning_is_that_of_the_stage_beside_it():
    raw = book([[*HEADER[:5], "Tahapan", "Tahun Mulai"], [*ROW[:5], "Uji coba", 2024]])
    [data], remarks = imported(raw)
    assert data["riwayat"] == [{"peristiwa": "uji-coba", "tanggal": "2024"}]
    assert [one.note for one in remarks] == [True]


def test_a_name_that_goes_on_in_brackets_in_a_row_without_number_is_one_and_told():
    rows = [["No", *HEADER], [1, *ROW], [None, None, "(Gerakan Ibu Sehat)"], [2, ROW[0], "Kelas Ayah", *ROW[2:]]]
    data, remarks = imported(book(rows))
    assert [one["nama"] for one in data] == ["Kelas Ibu (Gerakan Ibu Sehat)", "Kelas Ayah"]
    assert told(remarks, "C3") == ["dibaca sebagai lanjutan nama di baris 2"]


def test_an_answer_is_found_whatever_blanks_the_cell_has():
    raw = one_row(("Jenis", "Digital   Non   Digital"))
    [_], [found] = imported(raw)
    [data], _ = imported(raw, replies={("jenis", found.asked.about): "Nondigital (luring)"})
    assert data["jenis"] == "nondigital"


# What the table lacks


def test_a_summary_that_a_table_lacks_is_asked_of_each_row_and_the_answer_is_its_own():
    rows = [[title for title in HEADER if title != "Ringkasan"]]
    rows += [[ROW[0], name, *ROW[3:]] for name in ("Kelas Ibu", "Kelas Ayah")]
    data, remarks = imported(book(rows))
    asked = [one.asked for one in remarks if one.row]
    assert (data, [(one.title, one.about) for one in asked]) == (
        [],
        [("Ringkasan", "Kelas Ibu"), ("Ringkasan", "Kelas Ayah")],
    )
    [data], _ = imported(book(rows), replies={("ringkasan", "Kelas Ibu"): ROW[2]})
    assert (data["nama"], data["ringkasan"]) == ("Kelas Ibu", ROW[2])


@pytest.mark.parametrize(("agency", "first"), [("Dinkes", "Pelayanan publik"), ("Disdik", "Tata kelola")])
def test_a_form_that_stands_nowhere_is_one_question_that_offers_first_what_the_agency_mostly_has(agency, first):
    heads, rows = [*HEADER[:3], *HEADER[4:]], [[agency, f"Kelas {n}", ROW[2], *ROW[4:]] for n in range(2)]
    _, remarks = imported(book([heads, *rows]))
    [asked] = questions(remarks)
    assert asked.options[0].startswith(first)


def test_affairs_that_a_table_of_several_offices_lacks_are_those_of_their_names_and_asked_of_each():
    rows = [[title for title in HEADER if title != "Urusan"]]
    rows += [[office, f"Kelas {office}", *ROW[2:4], ROW[5]] for office in ("Dinkes", "Dinas Pendidikan", "Dinkes")]
    rows[3][1] = "Kelas Lansia"
    data, remarks = imported(book(rows))
    asked = questions(remarks)
    assert [one["urusan"] for one in data] == [["kesehatan"], ["pendidikan"], ["kesehatan"]]
    assert [one.about for one in asked] == ["Dinas Kesehatan", "Dinas Pendidikan"]
    assert [one.options[0] for one in asked] == ["Kesehatan", "Pendidikan"]
    data, _ = imported(book(rows), replies={("urusan pemerintahan", "Dinas Kesehatan"): "Perpustakaan"})
    assert [one["urusan"] for one in data] == [["perpustakaan"], ["pendidikan"], ["perpustakaan"]]


# Whose rows these are


@pytest.mark.parametrize("sign", ["II. ", "IV. ", "XIV. ", "xii) ", "VIII.  "])
def test_a_roman_number_before_an_office_is_no_part_of_its_name(sign):
    assert owners(book(banded("I. Dinas Pendidikan", f"{sign}Dinkes"))) == (["disdik", "dinkes"], [])


@pytest.mark.parametrize(
    ("unit", "stored"),
    [("B. UPT PUSKESMAS", None), ("a. Bidang Promosi", "Bidang Promosi"), ("Seksi Gizi", "Seksi Gizi")],
)
def test_a_heading_of_units_stays_with_the_office_above_it(unit, stored):
    data, remarks = imported(book(banded("A. Dinas Kesehatan (Induk)", unit)))
    assert [one.get("unit", {}).get("nama") for one in data] == [None, stored]
    assert told(remarks, "A4")[-1] == "dibaca sebagai unit, bukan inovasi"


@pytest.mark.parametrize(("unit", "kept"), [("Puskesmas Utara", False), ("SDN 3 Utara", False), ("Desa Utara", True)])
def test_a_unit_that_only_another_office_can_have_is_asked_in_the_table_of_a_district(unit, kept):
    raw = book([[*HEADER, "Desa / Unit"], ["Kecamatan Utara", *ROW[1:], unit]])
    data, remarks = imported(raw)
    assert bool(data) == kept
    for one in (one for one in remarks if one.row):
        assert one.asked.options[1] == "Kecamatan Utara"
        about = (folded(one.asked.title), one.asked.about)
        assert len(imported(raw, replies={about: one.asked.options[0]})[0]) == 1


@pytest.mark.parametrize("given", ["", "dinkes"])
def test_headings_within_the_table_of_one_office_are_its_units_and_another_office_is_asked(given):
    over = [[] if given else ["DATA INOVASI DINAS KESEHATAN"]]
    raw = book([*over, *banded("I. SEKRETARIAT", "IV. UPT PUSKESMAS", "DINAS ANU")])
    outcome = settle(recap(sheets(raw), KNOWN, Defaults(agency=given)), Problems())
    found = [(one.reading.agency, one.reading.data.get("unit", {}).get("nama")) for one in outcome.accepted]
    assert found == [("dinkes", "SEKRETARIAT"), ("dinkes", None)]
    assert [one.asked.about for one in outcome.remarks if one.asked] == ["DINAS ANU"]


@pytest.mark.parametrize("title", ["Nama Inisiator", "Inisiator"])
def test_initiators_that_are_agencies_are_whose_innovations_these_are_and_others_are_asked_one_by_one(title):
    offices = ("Dinas Kesehatan", "Dinas Kesehatan", "Kelompok Tani", "Karang Taruna", None)
    rows = [[title, *HEADER[1:]], *([one, f"Kelas {n}", *ROW[2:]] for n, one in enumerate(offices))]
    agencies, asked = owners(book(rows))
    assert (agencies, [one.about for one in asked]) == (
        ["dinkes", "dinkes"],
        ["Kelompok Tani", "Karang Taruna", "Kelas 4"],
    )
    answers = {(folded(title), "Kelas 4"): "Dinkes", (folded(title), "Kelompok Tani"): "Dinas Pendidikan"}
    data, _ = imported(book(rows), replies=answers)
    assert [(one["nama"], one.get("unit")) for one in data] == [(f"Kelas {n}", None) for n in (0, 1, 2, 4)]


def test_an_office_above_is_asked_where_a_row_names_it_beside_another():
    rows = [[*HEADER[1:], "Pelaksana"], ["KECAMATAN UTARA"], ["Kelas A", *ROW[2:], "Kantor camat"]]
    raw = book([*rows, ["Kelas B", *ROW[2:], "Kerjasama Kec. Utara & Dinkes"]])
    agencies, [asked] = owners(raw)
    assert (agencies, asked.about, len(asked.options)) == (
        ["kecamatan-utara"],
        "F4: Kerjasama Kec. Utara & Dinkes",
        2,
    )
    agencies, _ = owners(raw, replies={("pelaksana", asked.about): asked.options[1]})
    assert agencies == ["kecamatan-utara", "dinkes"]


def test_titles_once_more_on_the_next_page_change_nothing():
    rows = [*banded("Dinas Kesehatan"), HEADER[1:], ["Perumda"], ["Kelas Z", *ROW[2:]]]
    agencies, [asked] = owners(book(rows))
    assert (agencies, asked.about) == (["dinkes"], "Perumda")
    heads = [*HEADER[:5], "Tanggal Pene-\nrapan"]
    rows = [heads, ROW, [None, None, "Dan ayah."], heads, [ROW[0], "Kelas Ayah", *ROW[2:]]]
    assert [one["nama"] for one in imported(book(rows))[0]] == [ROW[1], "Kelas Ayah"]


@pytest.mark.parametrize("nothing", ["NIHIL", "Belum ada inovasi"])
def test_an_office_without_innovations_makes_none(nothing):
    rows = [*banded("Dinas Kesehatan"), ["Dinas Pendidikan"], [nothing], ["Dinas Kesehatan"], ["Kelas Z", *ROW[2:]]]
    assert owners(book(rows)) == (["dinkes"] * 2, [])


def test_a_total_in_words_of_money_and_notes_that_go_on_are_no_innovations():
    rows = [[*HEADER, "Anggaran 2025"], [*ROW, "Rp 2 jt"], [None, "JUMLAH", *[None] * 4, "Rp 2,2 M"], []]
    rows += [[None, "Catatan: 1. Data sementara"], [None, "2. Anggaran bersumber dari APBD dan BOK"]]
    data, remarks = imported(book(rows))
    assert (len(data), [one.row for one in remarks if not one.note]) == (1, [])


@pytest.mark.parametrize(
    ("title", "written", "answer"),
    [("Anggaran 2025", "Rp 7.500.000/bulan", "90000000"), ("Tanggal Uji Coba", "s.d. Maret 2024", "2023-11")],
)
def test_figures_that_cannot_be_read_hold_no_row_and_are_asked(title, written, answer):
    raw = one_row((title, written))
    [_], [found] = imported(raw)
    assert (found.row, found.asked.about, found.asked.options) == (0, written, ())
    _, remarks = imported(raw, replies={(folded(title), written): answer})
    assert remarks == []
    [_], [found] = imported(one_row((title, "swadaya")))
    assert found.asked is None


# Names that are none, and rows at the foot


@pytest.mark.parametrize("written", ["(belum ada judul)", "menyusul", "idem no. 7", "????", "Nama inovasi belum ada"])
def test_what_only_stands_in_the_place_of_a_name_is_asked_and_never_taken(written):
    raw = book([HEADER, ROW, [ROW[0], written, *ROW[2:]]])
    data, remarks = imported(raw)
    [asked] = [one.asked for one in remarks if one.row]
    assert ([one["nama"] for one in data], "tidak memuat nama" in asked.text) == ([ROW[1]], True)
    key = (folded(asked.title), asked.about)
    assert len(imported(raw, replies={key: "Kelas Ayah"})[0]) == 2
    assert len(imported(raw, replies={key: "masih menyusul"})[0]) == 1


def test_a_summary_that_is_still_to_come_is_asked_for_each_row_by_itself():
    rows = [[*ROW[:1], f"Kelas {name}", "menyusul", *ROW[3:]] for name in "AB"]
    _, remarks = imported(book([HEADER, *rows]))
    asked = [one.asked for one in remarks if one.row]
    assert len({one.about for one in asked}) == 2
    data, _ = imported(book([HEADER, *rows]), replies={("ringkasan", asked[0].about): "Warga belajar."})
    assert [(one["nama"], one["ringkasan"]) for one in data] == [("Kelas A", "Warga belajar.")]


@pytest.mark.parametrize(
    "foot", ["Demikian disampaikan untuk bahan seperlunya.", "Data ini masih akan dilengkapi lagi"]
)
def test_a_sentence_at_the_foot_is_told_and_not_asked_as_an_innovation(foot):
    raw = book([["No", *HEADER], [1, *ROW], [], [foot]])
    data, remarks = imported(raw)
    assert (len(data), [one for one in remarks if one.row]) == (1, [])
    assert told(remarks, "A4") == ["dibaca sebagai catatan, bukan inovasi"]


def test_a_sheet_that_only_counts_is_told_and_asks_nothing():
    counts = [["OPD", "Tahun lalu", "Tahun ini"], ["Dinkes", 2, 3], ["Disdik", 1, 0]]
    data, remarks = imported(book([HEADER, ROW], counts, names=["Daftar", "Jumlah"]))
    assert (len(data), [one for one in remarks if one.asked]) == (1, [])
    assert any(one.sheet == "Jumlah" for one in remarks)


def test_words_of_a_choice_that_are_cut_short_are_read_and_told():
    [data], remarks = imported(one_row(("Jenis", "Non Dig")))
    assert data["jenis"] == "nondigital"
    assert any("Nondigital" in reason for reason in told(remarks, "G2"))
    heads, below = [*HEADER, "Jenis", ""], [*[""] * 6, "Dig", "Non Dig"]
    [data], _ = imported(book([heads, below, [*ROW, "", "v"]], merged=["G1:H1"]))
    assert data["jenis"] == "nondigital"


def test_a_column_is_not_offered_to_be_what_another_one_is_and_such_an_answer_is_asked_again():
    columns = (("Jenis", "Digital"), ("Klasifikasi Jenis", "Sederhana"))
    _, remarks = imported(one_row(*columns))
    assert not any(one.asked and "Jenis" in one.asked.options for one in remarks)
    heads = [title if title != "Bentuk" else "Macam" for title in HEADER]
    rows = [[*ROW[:1], f"Kelas {name}", *ROW[2:3], "Anu", *ROW[4:]] for name in "AB"]
    _, remarks = imported(book([heads, *rows]), replies={("macam", "?"): "Ringkasan"})
    assert any(one.asked and one.asked.about == "?" for one in remarks if one.row)


@pytest.mark.parametrize("name", ["Lengkapi", "Pertanyaan", "Laporan impor"])
def test_a_sheet_of_an_office_that_is_called_like_one_of_a_marked_copy_is_told(name):
    data, remarks = imported(book([HEADER, ROW], [HEADER, [ROW[0], "Antar Obat", *ROW[2:]]], names=["Daftar", name]))
    assert [one["nama"] for one in data] == [ROW[1]]
    [one] = [one for one in remarks if one.sheet == name]
    assert (one.note, one.cure) == (False, "ganti nama lembarnya bila memuat inovasi")
