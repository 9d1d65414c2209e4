"""Records of two rows below titles that name two things each; and rows of one each that are left alone."""

import pytest
from recap_tables import ROW, book
from test_recap_doubts import KNOWN, imported, told

from generator.contributing.table_import.cells.reading import Defaults
from generator.contributing.table_import.entries import recap
from generator.contributing.table_import.files.delimited import sheets
from generator.contributing.table_import.settling import settle
from generator.problems import Problems

FIRST = [1, ROW[1], ROW[2], "Pelayanan publik", "Uji coba: Mei 2024\nPenerapan: 2025"]
SECOND = [None, "Dinas Kesehatan", None, "Kesehatan", "Rp 9.000.000,- (APBD 2025)"]
OTHER = [2, "Perahu Buku", "Buku diantar perahu.", "Tata kelola", "Penerapan: 2023"]
BELOW = [None, "Disdik", "Setiap Jumat.", "Pendidikan", "-"]
TITLES = [
    ("Nama dan Pengelola", "Bentuk / Urusan", "Waktu dan Dana"),
    ("Inovasi / Perangkat Daerah", "Bentuk & Urusan", "Tahapan / Biaya"),
    ("Nama (OPD)", "Bentuk\nUrusan", "Waktu & Anggaran"),
]


def heads(titles):
    return ["No", titles[0], "Ringkasan", *titles[1:]]


def drafts(raw):
    return [draft.reading for draft in settle(recap(sheets(raw), KNOWN, Defaults()), Problems()).accepted]


@pytest.mark.parametrize("titles", TITLES)
@pytest.mark.parametrize("merged", [(), ("A2:A3", "C2:C3", "A4:A5")])
def test_each_row_of_a_record_gives_one_of_the_two_things_that_a_title_names(titles, merged):
    made = drafts(book([heads(titles), FIRST, SECOND, OTHER, BELOW], merged=merged))
    assert [one.agency for one in made] == ["dinkes", "disdik"]
    assert [(one.data["nama"], one.data["bentuk"], one.data["urusan"]) for one in made] == [
        (ROW[1], "pelayanan-publik", ["kesehatan"]),
        ("Perahu Buku", "tata-kelola", ["pendidikan"]),
    ]
    assert [event["peristiwa"] for event in made[0].data["riwayat"]] == ["uji-coba", "penerapan"]
    assert [one["jumlah"] for one in made[0].data["anggaran"]] == ["9000000"]
    assert made[1].data["ringkasan"] == "Buku diantar perahu. Setiap Jumat."


def test_records_of_two_rows_are_told():
    _, remarks = imported(book([heads(TITLES[0]), FIRST, SECOND, OTHER, BELOW]))
    assert any("baris 2-3 dibaca sebagai satu inovasi" in reason for reason in told(remarks, "A2"))


def test_rows_that_each_hold_both_things_are_records_of_their_own():
    rows = [
        [1, f"{ROW[1]} / Dinas Kesehatan", ROW[2], "Pelayanan publik / Kesehatan", "2024"],
        [2, "Perahu Buku / Disdik", "Buku diantar perahu.", "Tata kelola / Pendidikan", "2023"],
    ]
    _, remarks = imported(book([heads(TITLES[0]), *rows]))
    assert not any("satu inovasi" in one.reason for one in remarks)


MIRRORED = (
    ["No", "Nama Inovasi", "Bentuk", "Tanggal Penerapan", "OPD"],
    [None, "Uraian singkat", "Urusan"],
    [1, "Kelas Ibu", "Pelayanan publik", "2024", "Dinkes"],
    [None, "Ibu hamil belajar bersama bidan.", "Kesehatan"],
    [2, "Perahu Buku", "Tata kelola", "2023", "Disdik"],
    [None, "Buku diantar perahu.", "Pendidikan"],
)


@pytest.mark.parametrize("merged", [(), ("A1:A2", "A3:A4", "A5:A6"), ("A3:A4", "A5:A6", "D5:D6")])
def test_records_of_two_rows_mirror_titles_of_two_rows(merged):
    made = drafts(book(MIRRORED, merged=merged))
    assert [(one.data["nama"], one.data["ringkasan"], one.data["urusan"]) for one in made] == [
        ("Kelas Ibu", "Ibu hamil belajar bersama bidan.", ["kesehatan"]),
        ("Perahu Buku", "Buku diantar perahu.", ["pendidikan"]),
    ]


@pytest.mark.parametrize(("row", "text"), [(1, "Pos Gizi"), (3, None), (5, 3)])
def test_rows_that_do_not_mirror_titles_of_two_rows_are_left_alone(row, text):
    rows = [[*one] for one in MIRRORED]
    rows[row] = (
        [text, *rows[row][1:]] if text == 3 else [None, text, *rows[row][2:]] if text else [None, None, None, "2023"]
    )
    assert not [one for one in recap(sheets(book(rows)), KNOWN, Defaults()).remarks if "menyebut dua hal" in one.reason]
