"""Rows of recaps that show or explain how a table is filled in: never innovations, never asked, always told."""

import pytest
from recap_tables import HEADER, ROW, book
from test_recap_doubts import imported, told

HEADS = ["No", *HEADER]
OWN = [1, *ROW]
SAMPLE = ["Dinkes", "Sistem Antar Obat", "Obat diantar ke rumah pasien.", "Pelayanan publik", "Kesehatan", "2020"]
EXPLAINED = "dibaca sebagai petunjuk pengisian, bukan inovasi"
SHOWN = "dibaca sebagai contoh pengisian, bukan inovasi"


def only_own(raw):
    """The remarks of a table of which the one innovation is `ROW`, and nothing else is asked or held."""
    [data], remarks = imported(raw)
    assert (data["nama"], data["ringkasan"]) == (ROW[1], ROW[2])
    assert all(one.note and not one.asked for one in remarks)
    return remarks


@pytest.mark.parametrize(
    "sample",
    [
        ["Contoh:", *SAMPLE],
        ["(contoh)", *SAMPLE],
        ["Cth.", *SAMPLE],
        ["Misal:", *SAMPLE],
        ["contoh", "Dinas ABC", "Contoh: SIPINTAR", *SAMPLE[2:]],
        [1, SAMPLE[0], "Contoh pengisian: SIPINTAR", *SAMPLE[2:]],
        [1, SAMPLE[0], "SIPINTAR (contoh)", *SAMPLE[2:]],
        [1, "Contoh: Dinkes", SAMPLE[1], "Contoh: obat diantar ke rumah.", *SAMPLE[3:]],
    ],
)
def test_a_row_that_says_that_it_is_an_example_is_no_innovation(sample):
    assert told(only_own(book([HEADS, sample, OWN])), "A2") == [SHOWN]
    only_own(book([HEADS, OWN, sample]))


def test_an_example_below_titles_of_which_none_is_of_names_is_none_of_them_either():
    heads = ["No", *HEADER[:1], "Puskesmas / Judul", *HEADER[2:]]
    explained = ["diisi", *(["oleh puskesmas"] * 3), "pilih salah satu", *(["oleh puskesmas"] * 2)]
    data, remarks = imported(book([heads, ["Contoh:", *SAMPLE], explained, OWN]))
    assert [one["nama"] for one in data] == [ROW[1]]
    assert (told(remarks, "A2"), told(remarks, "A3")) == ([SHOWN], [EXPLAINED])


def test_the_row_below_a_line_that_says_so_is_an_example_and_all_before_the_numbers_begin_again():
    only_own(book([HEADS, ["CONTOH PENGISIAN"], [1, *SAMPLE], OWN]))
    second = [2, SAMPLE[0], "Obat Malam", *SAMPLE[2:]]
    remarks = only_own(book([HEADS, ["Contoh:"], [1, *SAMPLE], second, OWN]))
    assert [told(remarks, f"A{row}") for row in (2, 3, 4)] == [[SHOWN]] * 3


@pytest.mark.parametrize(
    "explains",
    [
        ["diisi nama OPD", "diisi nama/akronim", "maks. 3 kalimat", "pilih: PP / TK / Lainnya", "lihat lampiran", "tahun"],
        ["nama instansi", "nama lengkap", "gambaran paling banyak 100 kata", "sesuai Permendagri", "wajib atau pilihan", "dd-mm-yyyy"],
        [None, "Nama inovasi", "Tuliskan dengan singkat", "Pilih salah satu", "isi urusan wajib/pilihan", "tgl-bln-thn"],
    ],
)  # fmt: skip
def test_a_row_that_says_what_belongs_in_each_column_is_no_innovation(explains):
    place = "B3" if explains[0] else "C3"
    numbers = [str(number) for number in range(1, 8)]
    remarks = only_own(book([HEADS, numbers, [None, *explains], ["Contoh:", *SAMPLE], OWN]))
    assert told(remarks, place) == [EXPLAINED]
    place = place.replace("3", "2")
    assert told(only_own(book([HEADS, [None, *explains], numbers, OWN])), place) == [EXPLAINED]


def test_a_sheet_that_only_shows_how_another_is_filled_in_is_not_read():
    remarks = only_own(book([HEADS, [1, *SAMPLE]], [HEADS, OWN], names=["Contoh Pengisian", "Isian"]))
    assert [one.reason for one in remarks if one.sheet == "Contoh Pengisian"] == [
        "lembar contoh pengisian tidak dibaca"
    ]


@pytest.mark.parametrize(
    "row",
    [
        [1, ROW[0], "Contoh Baik Posyandu", *ROW[2:]],
        [1, ROW[0], "Pilih Sehat", "Isi piring dibagi menurut gizi.", *ROW[3:]],
        [1, ROW[0], ROW[1], "Contoh: ibu hamil belajar bersama bidan.", *ROW[3:]],
    ],
)
def test_an_innovation_that_speaks_of_examples_or_of_choosing_is_one(row):
    [data], _ = imported(book([HEADS, row]))
    assert data["nama"] == row[2]
