"""Recaps with several tables, pages or headings on a sheet: each row has what stands over it, and no more."""

import pytest
from recap_tables import HEADER, ROW, book
from test_recap_doubts import KNOWN, imported, told

from generator.contributing.table_import.cells.reading import Defaults
from generator.contributing.table_import.entries import recap
from generator.contributing.table_import.files.delimited import sheets
from generator.contributing.table_import.settling import settle
from generator.problems import Problems

OTHER = ("Disdik", "Perahu Buku", "Buku diantar dengan perahu.", "Pelayanan publik", "Pendidikan", "2022")


def agencies(raw):
    """The agency of each entry."""
    outcome = settle(recap(sheets(raw), KNOWN, Defaults()), Problems())
    return [draft.reading.agency for draft in outcome.accepted]


def test_titles_that_come_again_below_the_sums_and_number_of_a_page_begin_no_further_table():
    titles = ["Instansi Pemegang", *HEADER[1:], "Dana (Rp)"]
    ends = [[None, "Jumlah dipindahkan", *[None] * 4, 5_000_000], [*[None] * 6, "Halaman 1"], []]
    rows = [titles, ["Puskesmas Utara - Dinkes", *ROW[1:], 5_000_000], *ends, titles, [*OTHER, 2_000_000]]
    data, remarks = imported(book(rows))
    assert [(one["nama"], one.get("unit", {}).get("nama")) for one in data] == [
        ("Kelas Ibu", "Puskesmas Utara"),
        ("Perahu Buku", None),
    ]
    assert agencies(book(rows)) == ["dinkes", "disdik"]
    assert len([one for one in remarks if "kolom ini dibaca sebagai" in one.reason]) == 1


@pytest.mark.parametrize("between", ["        ", " ; ", "\n", " | "])
@pytest.mark.parametrize("over", [False, True])
def test_a_heading_of_several_labels_says_each_of_the_rows_below_it(between, over):
    titles, first, second = HEADER[1:4], ROW[1:4], OTHER[1:4]
    bands = [[f"OPD: Dinas Kesehatan{between}Urusan: Kesehatan"], [f"Urusan: Pendidikan{between}OPD: Disdik"]]
    dated = [[*titles, "Tahun Penerapan"], [*first, 2023], [*second, 2024]]
    rows = [bands[0], *dated[:2]] if over else [dated[0], bands[0], dated[1], bands[1], dated[2]]
    data, _ = imported(book(rows))
    assert [one["urusan"] for one in data] == [["kesehatan"], ["pendidikan"]][: len(data)]
    assert agencies(book(rows)) == (["dinkes"] if over else ["dinkes", "disdik"])


@pytest.mark.parametrize(
    ("name", "title", "forms"),
    [
        ("Tata Kelola", None, ["tata-kelola"]),
        ("Inovasi Pelayanan Publik", None, ["pelayanan-publik"]),
        ("Tata Kelola", "Inovasi Pelayanan Publik", ["pelayanan-publik"]),
        ("Lainnya", None, []),
        ("Rekap", "LAINNYA", ["lainnya"]),
        ("Rekap", "DAFTAR INOVASI DAERAH KABUPATEN CONTOH", []),
        ("Rekap", "INOVASI DAERAH", []),
        ("Inovasi Daerah", None, []),
    ],
)
def test_the_name_of_a_sheet_says_the_form_of_its_innovations_where_nothing_else_does(name, title, forms):
    rows = [[title], [*HEADER[:3], *HEADER[4:]], [*ROW[:3], *ROW[4:]]]
    data, remarks = imported(book(rows if title else rows[1:], names=(name,)))
    assert [one["bentuk"] for one in data] == forms
    assert bool(told(remarks, "")) == (bool(forms) and not title)


@pytest.mark.parametrize(
    ("title", "event"),
    [
        ("INOVASI YANG MULAI DITERAPKAN PADA TAHUN 2023", ("penerapan", "2023")),
        ("Daftar Inovasi Dinas Kesehatan yang mulai uji coba tahun 2024", ("uji-coba", "2024")),
        ("INOVASI YANG DITERAPKAN PADA TAHUN 2023", ("dilaporkan", "2023")),
        ("Inovasi yang mulai dilombakan tahun 2023", ("dilaporkan", "2023")),
        ("Inovasi yang mulai diterapkan tahun 2023 dan 2024", None),
    ],
)
def test_a_title_that_says_when_its_innovations_began_dates_rows_without_a_date(title, event):
    data, _ = imported(book([[title], HEADER[:5], ROW[:5]]))
    events = [(one["peristiwa"], one["tanggal"]) for row in data for one in row["riwayat"]]
    assert events == ([event] if event else [])
    [dated], _ = imported(book([[title], HEADER, [*ROW[:5], "2022"]]))
    assert dated["riwayat"] == [{"peristiwa": "penerapan", "tanggal": "2022"}]


@pytest.mark.parametrize(
    ("affairs", "found"),
    [
        (("Kesehatan", None, "Pendidikan", "Perpustakaan"), ["kesehatan", "kesehatan", "pendidikan", "perpustakaan"]),
        (("Kesehatan", None, None, "Perpustakaan"), ["kesehatan", "kesehatan", None, "perpustakaan"]),
    ],
)
def test_an_affair_left_out_below_the_first_row_of_an_agency_is_that_of_the_row_above(affairs, found):
    offices = ("RSUD", None, "Disdik", None)
    texts = [(f"Nama {n}", f"Warga dilayani dengan cara ke-{n}.", "Tata Kelola", 2023) for n in range(4)]
    rows = [[office, affair, *text] for office, affair, text in zip(offices, affairs, texts, strict=True)]
    data, _ = imported(book([["OPD", "Urusan", "Nama Inovasi", "Ringkasan", "Bentuk", "Tahun Penerapan"], *rows]))
    said = {one["nama"]: one["urusan"] for one in data}
    assert [said.get(f"Nama {n}", [None])[0] for n in range(4)] == found


@pytest.mark.parametrize("said", ["Urusan: Pendidikan (semua)", "Seluruh inovasi termasuk urusan pendidikan."])
def test_a_note_that_holds_for_all_innovations_says_what_no_column_does(said):
    heads, row = [*HEADER[:4], HEADER[5]], [*ROW[:4], ROW[5]]
    [data], _ = imported(book([heads, row, [], [said]]))
    assert data["urusan"] == ["pendidikan"]
    [other], _ = imported(book([HEADER, ROW, [], [said]]))
    assert other["urusan"] == ["kesehatan"]


def test_a_number_before_the_form_that_a_title_says_does_not_hide_it():
    heads, row = [*HEADER[:3], *HEADER[4:]], [*ROW[:3], *ROW[4:]]
    [data], _ = imported(book([["KLASTER II : INOVASI TATA KELOLA"], heads, row]))
    assert data["bentuk"] == "tata-kelola"


@pytest.mark.parametrize(
    ("heading", "unit"),
    [
        ("DINAS KESEHATAN (SEKRETARIAT DAN BIDANG)", None),
        ("1) Dinas Kesehatan - jenjang dasar", None),
        ("DINKES : 2 inovasi", None),
        ("DINAS KESEHATAN TAHUN 2024", None),
        ("Usulan dari Dinas Kesehatan", None),
        ("Dinas Kesehatan \u2013 Jumlah: 2", None),
        ("Dinas Kesehatan - Sekretariat", "Sekretariat"),
        ("Dinas Kesehatan, Bidang Mutu", "Bidang Mutu"),
    ],
)
def test_what_stands_beside_the_agency_of_a_heading_hides_it_not_and_is_its_unit_where_it_is_one(heading, unit):
    rows = [HEADER[1:], [heading], ROW[1:]]
    outcome = settle(recap(sheets(book(rows)), KNOWN, Defaults()), Problems())
    [made] = [draft.reading for draft in outcome.accepted]
    assert (made.agency, (made.data.get("unit") or {}).get("nama")) == ("dinkes", unit)


@pytest.mark.parametrize("heading", ["Dinas Kesehatan / Dinas Pendidikan", "Dinas Kesehatan (Disdik)"])
def test_a_heading_that_names_two_agencies_is_asked(heading):
    _, remarks = imported(book([HEADER[1:], [heading], ROW[1:]]))
    assert any(one.asked and one.asked.about == heading for one in remarks)


YEAR_HEADINGS = [
    "MASUK TAHUN 2019",
    "Inovasi Tahun 2019",
    "TAHUN 2019",
    "Usulan masuk 2019",
    "Tahun pengusulan 2019",
    "Inovasi yang dilaporkan tahun 2019 (1 inovasi)",
    "Diterapkan tahun 2019",
]


@pytest.mark.parametrize("heading", YEAR_HEADINGS)
def test_a_year_in_a_heading_is_that_of_the_rows_below_it(heading):
    rows = [HEADER[:5], [heading], ROW[:5], ["TAHUN 2021"], [ROW[0], "Perahu Buku", *ROW[2:5]]]
    data, remarks = imported(book(rows))
    assert [[event["tanggal"] for event in one["riwayat"]] for one in data] == [["2019"], ["2021"]]
    assert not any(one.row for one in remarks)


@pytest.mark.parametrize("heading", ["2019", 2019])
def test_a_year_alone_in_the_column_of_numbers_is_a_heading(heading):
    rows = [["No", *HEADER[:5]], [heading], [1, *ROW[:5]], ["Penerapan 2021"], [2, ROW[0], "Perahu Buku", *ROW[2:5]]]
    data, remarks = imported(book(rows))
    told = [[(event["peristiwa"], event["tanggal"]) for event in one["riwayat"]] for one in data]
    assert told == [[("dilaporkan", "2019")], [("penerapan", "2021")]]
    assert not any(one.row for one in remarks)


def test_a_heading_that_says_nothing_known_ends_what_the_one_above_it_said():
    heads, row = [*HEADER[:4], HEADER[5]], [*ROW[:4], ROW[5]]
    other = ["Disdik", "Perahu Buku", *row[2:]]
    data, remarks = imported(book([heads, ["URUSAN KESEHATAN"], row, ["Lain-lain yang belum ditentukan"], other]))
    assert [one["urusan"] for one in data if one["nama"] == ROW[1]] == [["kesehatan"]]
    assert not any(one["urusan"] == ["kesehatan"] for one in data if one["nama"] != ROW[1])
    assert any(one.row == 4 and one.asked for one in remarks)


@pytest.mark.parametrize("added", [" - PAUD", " \u2013 PAUD", ": PAUD", " (PAUD)", " : PAUD"])
@pytest.mark.parametrize("named", ["A. URUSAN {}", "Urusan: {}"])
def test_an_affair_whose_heading_adds_a_part_of_it_is_that_of_the_rows_below_and_the_addition_is_told(named, added):
    heads, row = ["No", *HEADER[:4], HEADER[5]], [*ROW[2:4], ROW[5]]
    rows = [[named.format("PENDIDIKAN") + added], [1, "Disdik", "Perahu Buku", *row]]
    rows += [[named.format("KESEHATAN")], [2, *ROW[:2], *row]]
    data, remarks = imported(book([heads, *rows]))
    assert [one["urusan"] for one in data] == [["pendidikan"], ["kesehatan"]]
    assert [reason.endswith('; "PAUD" tidak disimpan') for reason in told(remarks, "A2")] == [True]
    assert not any(one.row for one in remarks)


@pytest.mark.parametrize("added", [" - KESEHATAN", " (2023)", " (DINAS PENDIDIKAN)"])
def test_an_affair_whose_heading_adds_another_value_is_not_taken_alone(added):
    heads, row = ["No", *HEADER[:4], HEADER[5]], [*ROW[2:4], ROW[5]]
    data, _ = imported(book([heads, [f"URUSAN PENDIDIKAN{added}"], [1, "Dinkes", "Perahu Buku", *row]]))
    assert [one["urusan"] for one in data] in ([], [["kesehatan"]])


@pytest.mark.parametrize("heading", ["FUNGSI PENUNJANG PENDIDIKAN", "Unsur Pendukung: Pendidikan"])
def test_a_heading_may_say_that_an_affair_serves_the_others(heading):
    heads, row = [*HEADER[:4], HEADER[5]], [*ROW[:4], ROW[5]]
    [data], _ = imported(book([heads, [heading], row]))
    assert data["urusan"] == ["pendidikan"]


@pytest.mark.parametrize(
    "stated", ["{} (urusan {})", "{} - Urusan: {}", "{} \u2013 urusan {}", "{} (Urusan: {})", "{}, urusan {}"]
)
def test_an_affair_behind_an_agency_in_its_heading_is_that_of_the_rows_below_it_and_of_no_other_agency(stated):
    heads, row = ["No", *HEADER[1:4], HEADER[5]], [*ROW[2:4], ROW[5]]
    rows = [[stated.format("A. DINAS KESEHATAN", "Pendidikan")], [1, "Kelas Ibu", *row]]
    rows += [[stated.format("B. DINAS PENDIDIKAN", "Perpustakaan")], [2, "Buku", *row]]
    rows += [["C. DINAS PENDIDIKAN"], [3, "Ronda", *row]]
    data, remarks = imported(book([heads, *rows]))
    assert [one["urusan"] for one in data] == [["pendidikan"], ["perpustakaan"]]
    assert agencies(book([heads, *rows])) == ["dinkes", "disdik"]
    assert [one.asked.title for one in remarks if one.row == 7] == ["Urusan pemerintahan"]
    assert any('"Perpustakaan" dibaca sebagai "Urusan pemerintahan"' in reason for reason in told(remarks, "A4"))
    over = [[stated.format("DINAS KESEHATAN KABUPATEN CONTOH", "Pendidikan")], [], heads, [1, "Kelas Ibu", *row]]
    [data], remarks = imported(book(over))
    assert (data["urusan"], [one for one in remarks if one.asked]) == (["pendidikan"], [])


def test_an_affair_that_nobody_knows_behind_an_agency_in_its_heading_is_told():
    rows = [["No", *HEADER[1:4], HEADER[5]], ["A. DINAS KESEHATAN (urusan Anu)"], [1, "Kelas Ibu", *ROW[2:4], ROW[5]]]
    _, remarks = imported(book(rows))
    assert '"Urusan: Anu" pada judul ini tidak dikenal' in told(remarks, "A2")
