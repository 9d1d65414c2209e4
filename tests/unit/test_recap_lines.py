"""Recaps in which one innovation takes several rows: its lines, or what else is said of it, are no others."""

import pytest
from recap_tables import book
from test_recap_doubts import imported

HEADS = ["No", "Nama Inovasi", "Uraian", "Bentuk dan Urusan", "Waktu", "OPD"]
FIRST = (
    [1, "Kelas Ibu", "Ibu hamil belajar bersama", "Pelayanan Publik", "Uji coba", "Dinkes"],
    [None, "(Kelasbu)", "bidan agar bayinya sehat dan", "Kesehatan", "April 2024"],
    [None, None, "tumbuh."],
)
SECOND = (
    [2, "Perahu Buku", "Buku diantar dengan perahu ke", "Tata Kelola", "Penerapan", "Disdik"],
    [None, None, "sekolah di seberang.", "Pendidikan", "10 Juni 2023"],
)


def test_rows_without_a_number_that_go_on_with_a_sentence_are_lines_of_the_innovation_above():
    data, remarks = imported(book([HEADS, *FIRST, *SECOND]))
    assert [one["nama"] for one in data] == ["Kelas Ibu (Kelasbu)", "Perahu Buku"]
    assert data[0]["ringkasan"] == "Ibu hamil belajar bersama bidan agar bayinya sehat dan tumbuh."
    assert [(one["bentuk"], one["urusan"]) for one in data] == [
        ("pelayanan-publik", ["kesehatan"]),
        ("tata-kelola", ["pendidikan"]),
    ]
    assert [(one["riwayat"][0]["peristiwa"], one["riwayat"][0]["tanggal"]) for one in data] == [
        ("uji-coba", "2024-04"),
        ("penerapan", "2023-06-10"),
    ]
    assert len([one for one in remarks if "dibaca sebagai satu inovasi" in one.reason and one.note]) == 2


@pytest.mark.parametrize(
    ("row", "place", "text"),
    [(1, 1, "Pos Malam"), (1, 2, "Bidan berkunjung."), (2, 2, "Bidan berkunjung.")],
)
def test_rows_that_may_be_innovations_of_their_own_are_not_put_to_the_one_above(row, place, text):
    lines = [[*one] for one in FIRST]
    lines[row] = [*lines[row], *[None] * 4][:6]
    lines[row][place] = text
    _, remarks = imported(book([HEADS, *lines, *SECOND]))
    assert not any("dibaca sebagai satu inovasi" in one.reason for one in remarks)


WRAPPED = (
    ["No", "Nama", "Latar belakang dan", "Bentuk", "Urusan", "Waktu", "OPD"],
    [None, "Inovasi", "cara kerja", "inovasi", None, "mulai"],
    [1, "Kandang", "Kandang sapi dibuat bersama", "Tata kelola", "Kese-", "Inisiatif:", "Dinkes"],
    [None, "Kelompok", "dan kotorannya diolah men-", "pemerintahan", "hatan", "Januari 2022"],
    [None, "Sehat", "jadi pupuk bagi anak-", None, None, "Penerapan:"],
    [None, None, "anak di kebun.", None, None, "Juni 2022"],
    [2, "Vaksin", "Petugas mendatangi kandang", "Pelayanan", "Kesehatan", "Uji coba:", "Dinkes"],
    [None, "Keliling", "warga sesuai jadwalnya.", "publik", None, "Maret 2023"],
)


def test_lines_of_a_name_go_on_in_capitals_beside_a_text_that_goes_on_and_titles_of_two_lines_are_one():
    data, remarks = imported(book(WRAPPED))
    assert [one["nama"] for one in data] == ["Kandang Kelompok Sehat", "Vaksin Keliling"]
    assert data[0]["ringkasan"].endswith("kotorannya diolah menjadi pupuk bagi anak-anak di kebun.")
    assert [(one["bentuk"], one["urusan"]) for one in data] == [
        ("tata-kelola", ["kesehatan"]),
        ("pelayanan-publik", ["kesehatan"]),
    ]
    assert [[(event["peristiwa"], event["tanggal"]) for event in one["riwayat"]] for one in data] == [
        [("inisiatif", "2022-01"), ("penerapan", "2022-06")],
        [("uji-coba", "2023-03")],
    ]
    assert not [one for one in remarks if not one.note]


@pytest.mark.parametrize(
    ("row", "place", "text"),
    [
        (2, 2, "kandang sapi dibuat bersama"),  # texts in small letters may be of one innovation each
        (6, 2, "Petugas"),  # the next word would have stood in the same line
        (3, 2, "Dan kotorannya diolah."),
        (7, 1, None),  # one name of many is no column of broken names
    ],
)
def test_a_name_in_capitals_without_a_number_is_left_alone_where_texts_may_be_whole(row, place, text):
    rows = [[*one] for one in WRAPPED]
    rows[row][place] = text
    _, remarks = imported(book(rows))
    assert not any("dibaca sebagai satu inovasi" in one.reason for one in remarks)


@pytest.mark.parametrize("filled", [(3, 4), (5,), (3, 4, 5)])
def test_rows_without_a_number_that_say_all_anew_are_innovations_of_their_own(filled):
    heads = ["No", "Nama Inovasi", "Uraian", "Bentuk", "Urusan", "Tahun Penerapan", "OPD"]
    first = [1, "Kelas Ibu", "Ibu hamil belajar bersama", "Pelayanan publik", "Kesehatan", "2023", "Dinkes"]
    again = [None, "Pos Gizi", "balita ditimbang tiap bulan", "Pelayanan publik", "Kesehatan", "2024"]
    second = [2, "Perahu Buku", "Buku diantar dengan perahu", "Tata kelola", "Pendidikan", "2022", "Disdik"]
    more = [None, "Rumah Baca", "anak membaca tiap hari", "Pelayanan publik", "Pendidikan", "2023"]
    again, more = ([cell if n < 3 or n in filled else None for n, cell in enumerate(row)] for row in (again, more))
    _, remarks = imported(book([heads, first, again, second, more]))
    assert not any("dibaca sebagai satu inovasi" in one.reason for one in remarks)


def test_a_row_of_data_that_makes_no_known_titles_with_those_above_it_is_no_second_line_of_them():
    rows = [
        ["No", "Nama", "Ringkasan", "Bentuk", "Urusan", "OPD"],
        [None, "Pos Gizi", "Balita makan.", "Pelayanan publik"],
    ]
    _, remarks = imported(book([*rows, [1, "Kelas Ibu", "Ibu belajar.", "Pelayanan publik", "Kesehatan", "Dinkes"]]))
    assert any(one.row == 2 for one in remarks)


TITLES = ["No", "Nama Inovasi", "Bentuk", "Urusan", "Tanggal Penerapan", "OPD"]
ROWS = (
    [1, "Kelas Ibu", "Tata Kelola", "Kesehatan", "2023", "Dinkes"],
    [2, "Perahu Buku", "Tata Kelola", "Pendidikan", "2024", "Disdik"],
)


def test_a_row_of_a_label_and_a_text_below_each_innovation_says_that_of_it():
    more = ([None, "Ringkasan: Ibu belajar."], [None, "Manfaat: sehat"], [None, "Manfaat: pandai"])
    raw = book([TITLES, ROWS[0], *more, ROWS[1], [None, "Ringkasan: Buku diantar."]], merged=("B3:F3", "B7:F7"))
    data, remarks = imported(raw)
    assert [(one["nama"], one["ringkasan"]) for one in data] == [
        ("Kelas Ibu", "Ibu belajar."),
        ("Perahu Buku", "Buku diantar."),
    ]
    assert data[0]["manfaat"] == "sehat\npandai"
    assert [one for one in remarks if one.row] == []


def test_a_label_below_one_innovation_of_many_is_not_taken_for_its_own():
    data, remarks = imported(book([TITLES, ROWS[0], [None, "Ringkasan: Ibu belajar."], ROWS[1], ROWS[1]]))
    assert data == []
    assert any(one.row == 3 for one in remarks)
