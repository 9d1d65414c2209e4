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


def test_a_sheet_that_numbers_names_is_no_reference():
    listed = [["1", "Kelas Ibu"], ["2", "Pos Malam"], ["3", "Buku Antar"]]
    _, remarks = imported(book([HEADER, ROW], listed, names=("Isian", "Daftar")))
    assert not any("menjelaskan kode" in one.reason for one in remarks)
    assert any(one.sheet == "Daftar" and not one.note for one in remarks)
