"""Recaps that write short signs and say elsewhere what they stand for: no line of that is an innovation or asked of."""

import pytest
from recap_tables import HEADER, ROW, book
from test_recap_doubts import imported

TITLES = ["No", "Nama Inovasi", "Ringkasan", "Btk", "Jns", "Thp", "Mulai tahap", "Urusan", "OPD"]
ROWS = (
    [1, "Kelas Ibu", "Ibu hamil belajar bersama bidan.", "2", "N", "3", "2023", "Kesehatan", "Dinas Kesehatan"],
    [2, "Pos Malam", "Pos buka sampai malam.", "1", "D", "2", "2024", "Kesehatan", "Dinas Kesehatan"],
)
BELOW = (
    ["Keterangan:"],
    ["Btk", "1 = Pelayanan Publik; 2 = Tata Kelola; 3 = Inovasi Lainnya"],
    ["Jns", "D = Digital; N = Nondigital"],
    ["Thp", "1 = Inisiatif; 2 = Uji Coba; 3 = Penerapan"],
)
BESIDE = (
    ["KETERANGAN KODE"],
    ["Btk", "1 = Pelayanan Publik"],
    [None, "2 = Tata Kelola"],
    [None, "3 = Inovasi Lainnya"],
    ["Jns", "D = Digital; N = Nondigital"],
    ["Thp", "1 = Inisiatif"],
    [None, "2 = Uji Coba"],
    [None, "3 = Penerapan"],
)


def beside():
    """The table with its list at the right: longer than the table."""
    table = [TITLES, *ROWS, *([[None] * len(TITLES)] * (len(BESIDE) - 3))]
    return [[*row, None, *said] for row, said in zip(table, BESIDE, strict=True)]


@pytest.mark.parametrize("rows", [[TITLES, *ROWS, [], *BELOW], [TITLES, *ROWS, *BELOW[1:]], beside()])
def test_signs_are_read_by_the_list_beside_or_below_the_table_and_its_lines_are_only_noted(rows):
    data, remarks = imported(book(rows))
    assert [(one["nama"], one["bentuk"], one["jenis"]) for one in data] == [
        ("Kelas Ibu", "tata-kelola", "nondigital"),
        ("Pos Malam", "pelayanan-publik", "digital"),
    ]
    assert [one["riwayat"][0] for one in data] == [
        {"peristiwa": "penerapan", "tanggal": "2023"},
        {"peristiwa": "uji-coba", "tanggal": "2024"},
    ]
    assert [one for one in remarks if one.asked or not one.note] == []


def test_a_column_beside_a_list_of_signs_that_says_more_than_whose_they_are_stays():
    rows = [[*row[:9], "Catatan" if row is TITLES else said] for row, said in zip([TITLES, *ROWS], "-ab", strict=True)]
    rows = [
        [*row, None if row[0] == "No" else code]
        for row, code in zip(rows, ("", f"{BELOW[1][1]}; D = Digital; N = Nondigital", BELOW[3][1]), strict=True)
    ]
    data, _ = imported(book(rows))
    assert [one.get("catatan") for one in data] == ["a", "b"]


@pytest.mark.parametrize(
    ("listed", "forms"),
    [
        ((("Kode", "Arti"), ("A", "Pelayanan publik"), ("B", "Tata kelola"), ("C", "Lainnya")), ["tata-kelola"]),
        ((("Kode", "Arti"), ("1", "Pelayanan publik"), ("2", "Tata kelola")), ["tata-kelola"]),
        ((("No", "Arti"), ("1", "Pelayanan publik"), ("2", "Tata kelola")), []),
        ((("Kode", "Arti"), ("X", "Pelayanan publik"), ("Y", "Tata kelola")), []),
    ],
)
def test_signs_are_read_by_a_list_of_two_columns_apart_where_the_table_holds_them(listed, forms):
    sign = {"A": "B", "1": "2", "X": "B"}[listed[1][0]]
    table = [[*HEADER], [*ROW[:3], sign, *ROW[4:]], *[[None] * 6] * 2]
    rows = [[*row, None, *one] for row, one in zip(table, [*listed, *[(None, None)] * 2], strict=False)]
    data, remarks = imported(book(rows))
    assert [one["bentuk"] for one in data] == forms
    assert any("keterangan kode" in one.reason for one in remarks) == bool(forms)


REFERENCE = (["Kode", "Bentuk"], ["PP", "Pelayanan Publik"], ["TKP", "Tata Kelola Pemerintahan Daerah"])


def test_signs_are_read_by_a_sheet_of_reference_which_is_told():
    row = [*ROW[:3], "TKP", *ROW[4:]]
    [data], remarks = imported(book([HEADER, row], REFERENCE, names=("Isian", "Referensi")))
    assert data["bentuk"] == "tata-kelola"
    assert ["menjelaskan kode" in one.reason for one in remarks if one.sheet == "Referensi"] == [True]


LISTED = (
    ("Btk", "1", "Pelayanan publik"),
    ("Btk", "2", "Tata kelola"),
    ("Jns", "1", "Digital"),
    ("Jns", "2", "Nondigital"),
)


@pytest.mark.parametrize(
    "listed",
    [
        [[f"{title} {sign}", words] for title, sign, words in LISTED],
        [["Kelompok", "Kode", "Arti"], *LISTED],
        [["Kelompok", "Kode", "Arti"], *[[None if row[1] == "2" else row[0], *row[1:]] for row in LISTED]],
    ],
)
def test_signs_of_a_sheet_of_reference_may_stand_behind_or_beside_the_title_of_their_column(listed):
    heads, row = [*HEADER[:3], "Btk", *HEADER[4:], "Jns"], [*ROW[:3], "2", *ROW[4:], "1"]
    other = [row[0], "Kelas Bapak", row[2], "1", *row[4:6], "2"]
    data = imported(book([heads, row, other], listed))[0][0]
    assert (data["bentuk"], data["jenis"]) == ("tata-kelola", "digital")


def test_a_sheet_of_reference_has_the_title_of_each_column_over_its_signs_and_says_funds_too():
    listed = [["Btk", "Bentuk"], ["1", "Pelayanan publik"], ["2", "Tata kelola"], [], ["JNS", "Jenis"]]
    listed += [["D", "Digital"], ["N", "Nondigital"], [], ["SD", "Sumber dana"], ["A", "APBD"], ["B", "BLUD"]]
    heads = [*HEADER[:3], "Btk", *HEADER[4:], "JNS", "Anggaran 2024", "SD"]
    rows = [
        [*ROW[:3], "2", *ROW[4:], "N", 5_000_000, "A"],
        [ROW[0], "Kelas Bapak", ROW[2], "1", *ROW[4:6], "D", 7_000_000, "B"],
    ]
    data, remarks = imported(book([heads, *rows], listed, names=("Isian", "Kode")))
    assert [(one["bentuk"], one["jenis"]) for one in data] == [
        ("tata-kelola", "nondigital"),
        ("pelayanan-publik", "digital"),
    ]
    assert [one["anggaran"][0]["sumber"].casefold() for one in data] == ["apbd", "blud"]
    assert all(one.note for one in remarks)


@pytest.mark.parametrize(
    "listed",
    [
        [["1", "Kelas Ibu"], ["2", "Pos Malam"], ["3", "Buku Antar"]],
        [["1", "SIMPUS", "Digital"], ["2", "PARIT", "Nondigital"], ["3", "BUKU", "Nondigital"]],
    ],
)
def test_a_sheet_that_numbers_names_is_no_reference(listed):
    _, remarks = imported(book([HEADER, ROW], listed, names=("Isian", "Daftar")))
    assert not any("menjelaskan kode" in one.reason for one in remarks)
    assert any(one.sheet == "Daftar" and not one.note for one in remarks)


SAID = "Kode bentuk: P = pelayanan publik, T = tata kelola, L = lainnya."
CODED = [
    [ROW[0], f"Kelas {name}", f"Ibu belajar di {name}.", sign, *ROW[4:]]
    for name, sign in zip("ABCD", "PTL?", strict=True)
]


@pytest.mark.parametrize("title", ["Kode", "Ket", "P/T/L", "Gol", "Status"])
def test_a_column_of_signs_that_a_legend_explains_is_that_choice_whatever_its_title(title):
    data, remarks = imported(book([[SAID], [*HEADER[:3], title, *HEADER[4:]], *CODED]))
    assert [one["bentuk"] for one in data] == ["pelayanan-publik", "tata-kelola", "lainnya"]
    assert [one.asked.about for one in remarks if one.asked] == ["?"]
    assert any(one.title == title and 'dibaca sebagai "Bentuk"' in one.reason for one in remarks)


@pytest.mark.parametrize(
    ("title", "signs", "asked"),
    [
        ("Kode", "PTPT", True),
        ("Target", "PTPT", True),
        ("Kode", "1234", False),
        ("Nama Petugas", "PTPT", False),
        ("Tanggal cetak", "PTPT", False),
    ],
)
def test_what_a_table_lacks_is_asked_of_a_column_that_may_be_it_though_its_title_is_else_passed_over(
    title, signs, asked
):
    rows = [[*row[:3], sign, *row[4:]] for row, sign in zip(CODED, signs, strict=True)]
    data, remarks = imported(book([[*HEADER[:3], title, *HEADER[4:]], *rows]))
    options = {one.asked.options for one in remarks if one.asked and one.asked.title == title}
    assert (data, options) == ([], {("Bentuk", "tidak disimpan")} if asked else set())
    full = [[*row[:3], "Tata kelola", *row[4:], sign] for row, sign in zip(CODED, signs, strict=True)]
    _, remarks = imported(book([[*HEADER, title], *full]))
    assert not any(one.asked for one in remarks)


def test_a_sentence_over_the_table_may_say_in_brackets_what_signs_stand_for():
    said = ["Kolom 4 diisi PP (pelayanan publik), TK (tata kelola) atau IL (inovasi lainnya)"]
    rows = [[*row[:3], sign, "D", "3", *row[6:]] for sign, row in zip(("TK", "IL"), ROWS, strict=True)]
    data, _ = imported(book([said, [], TITLES, *rows]))
    assert [one["bentuk"] for one in data] == ["tata-kelola", "lainnya"]


@pytest.mark.parametrize(
    "notes",
    [
        (
            "B : P = pelayanan publik, T = tata kelola",
            "U : urusan, PD = pendidikan",
            "J : D = digital, N = nondigital",
        ),
        (
            "B = bentuk, U. = urusan, J = jenis",
            "P = pelayanan publik; T = tata kelola; PD = pendidikan",
            "D = digital, N = non digital",
        ),
    ],
)
def test_titles_of_a_letter_are_what_a_list_at_the_right_says_that_they_stand_for(notes):
    heads = [*HEADER[:3], "B", "U", HEADER[5], "J", None, "Keterangan kolom:"]
    rows = [[*ROW[:3], sign, "PD", ROW[5], kind, None] for sign, kind in zip("PTP", "DND", strict=True)]
    rows = [[row[0], f"Kelas {note[-4:]}", *row[2:], note] for row, note in zip(rows, notes, strict=True)]
    data, remarks = imported(book([heads, *rows]))
    said = [(one["bentuk"], one["urusan"], one["jenis"]) for one in data]
    first = ("pelayanan-publik", ["pendidikan"], "digital")
    assert said == [first, ("tata-kelola", ["pendidikan"], "nondigital"), first]
    assert all(one.note for one in remarks)


def test_notes_behind_titles_that_explain_no_signs_stay():
    rows = [[ROW[0], f"Kelas {name}", *ROW[2:], f"{name}: sudah ada"] for name in "ABC"]
    data, _ = imported(book([[*HEADER, "Catatan"], *rows]))
    assert [one["catatan"] for one in data] == ["A: sudah ada", "B: sudah ada", "C: sudah ada"]


def test_a_sign_of_a_stage_may_have_its_date_behind_it():
    rows = [[*ROW[:5], "P 14/2/2026"], [ROW[0], "Kelas Ayah", *ROW[2:5], "U (06/2025)"]]
    data, _ = imported(book([[*HEADER[:5], "Thp"], *rows, ["Keterangan: P = Penerapan; U = Uji coba"]]))
    assert [(one["peristiwa"], one["tanggal"]) for entry in data for one in entry["riwayat"]] == [
        ("penerapan", "2026-02-14"),
        ("uji-coba", "2025-06"),
    ]
