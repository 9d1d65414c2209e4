"""Columns of recaps whose titles join those of several, parted by the one sign that stands in all their cells."""

import pytest
from recap_tables import HEADER, ROW, book
from test_recap_doubts import imported, told

from generator.contributing.table_import.cells.remark import NAME_COLUMN
from generator.contributing.table_import.words.joined_titles import parted_cells

PLACES = ("Desa Ayak; bayi", "Seluruh desa; lansia")


def table(title, cells, *further):
    """Two innovations whose names stand in a column of this title, and further columns as (title, cells)."""
    rows = [[*ROW[:1], cell, *ROW[2:], *(beside[at] for _, beside in further)] for at, cell in enumerate(cells)]
    return book([[HEADER[0], title, *HEADER[2:], *(title for title, _ in further)], *rows])


@pytest.mark.parametrize(
    ("title", "between"),
    [
        ("Nama Inovasi & Pengelola", " - "),
        ("Nama Inovasi dan Inovator", "\n"),
        ("Judul / Keterangan lain", " / "),
        ("Nama inovasi, pengelola", "; "),
    ],
)
def test_a_name_stands_before_the_sign_that_parts_all_cells_and_what_is_behind_it_is_told(title, between):
    raw = table(title, [f"Kelas Ibu{between}Budi", f"Kelas Bapak{between}Wati"], ("Lokasi dan Sasaran", PLACES))
    data, remarks = imported(raw)
    assert [one["nama"] for one in data] == ["Kelas Ibu", "Kelas Bapak"]
    assert [one["lokasi"]["tempat"] for one in data] == ["Desa Ayak", "Seluruh desa"]
    left = {(one.address, one.value) for one in remarks if one.reason.startswith("bagian ")}
    assert {("B2", "Budi"), ("B3", "Wati")} <= left
    assert {value for _, value in left} >= {"bayi", "lansia"}


@pytest.mark.parametrize("names", [["Kelas Ibu", "Kelas Bapak"], ["Kelas - Ibu - Budi", "Kelas Bapak - Wati"]])
def test_no_other_column_has_the_names_where_a_title_joins_theirs_with_others_and_no_sign_parts_them(names):
    raw = table("Nama Inovasi & Pengelola", names, ("Lokasi dan Sasaran", PLACES))
    data, remarks = imported(raw)
    [asked] = {one.asked for one in remarks if one.asked and one.asked.about == NAME_COLUMN}
    assert data == []
    assert asked.options[0] == "Nama Inovasi & Pengelola"


@pytest.mark.parametrize(
    ("title", "cells"),
    [("Inovasi (OPD)", "{} ({})"), ("Inovasi / OPD", "{} / {}"), ("Nama inovasi dan perangkat daerah", "{}\n{}")],
)
def test_an_agency_beside_the_name_is_whose_it_is_and_a_name_stays_whole_behind_which_none_stands(title, cells):
    heads, offices = [title, *HEADER[2:]], ("Dinkes", "Disdik")
    raw = book([heads, *([cells.format("Kelas Ibu", one), *ROW[2:]] for one in offices)])
    data, remarks = imported(raw)
    assert {one["nama"] for one in data} == {"Kelas Ibu"}
    assert told(remarks, "A2") == ['kolom ini dibaca sebagai "Nama inovasi" dan "Perangkat daerah", menurut judulnya']
    raw = book(
        [heads, *([cells.format("Kelas Ibu", one), *ROW[2:]] for one in ("Sahabat", "Bahagia"))], names=["Dinkes"]
    )
    data, _ = imported(raw)
    whole = cells.replace("\n", " ")
    assert [one["nama"] for one in data] == [whole.format("Kelas Ibu", one) for one in ("Sahabat", "Bahagia")]


def test_every_column_of_a_table_may_join_several():
    heads = ["Judul dan Tautan", "Ringkasan", "Bentuk & Jenis", "Urusan / OPD", "Uji coba s.d. Penerapan"]
    rows = [
        [
            "Kelas Ibu (https://a.example)",
            ROW[2],
            "Pelayanan publik & digital",
            f"Kesehatan / {ROW[0]}",
            "2022 s.d. 2023",
        ],
        ["Kelas Bapak", ROW[2], "Tata kelola & nondigital", f"Pendidikan / {ROW[0]}", "Mei 2023 s.d. Juni 2024"],
        ["Kelas Anak (b.example)", ROW[2], "Pelayanan publik & digital", f"Perpustakaan / {ROW[0]}", "2020 s.d. 2021"],
    ]
    data = imported(book([heads, *rows]))[0][:2]
    assert [(one["nama"], one["bentuk"], one["jenis"], *one["urusan"]) for one in data] == [
        ("Kelas Ibu", "pelayanan-publik", "digital", "kesehatan"),
        ("Kelas Bapak", "tata-kelola", "nondigital", "pendidikan"),
    ]
    assert [[(event["peristiwa"], str(event["tanggal"])) for event in one["riwayat"]] for one in data] == [
        [("uji-coba", "2022"), ("penerapan", "2023")],
        [("uji-coba", "2023-05"), ("penerapan", "2024-06")],
    ]
    assert data[0]["tautan"][0]["url"] == "https://a.example"
    assert "tautan" not in data[1]


@pytest.mark.parametrize(
    ("texts", "titles", "parts"),
    [
        (["a; b", "c; d"], ["x", "y"], [("a", "b"), ("c", "d")]),
        (["a; b", "c - d"], ["x", "y"], []),  # each by its own sign
        (["a; b; c", "d; e"], ["x", "y"], []),
        (["a; b", "c"], ["x", "y"], []),  # of two one says nothing
        (["a", "b"], ["x", "y"], []),
        (["a / b / c", "d / e / f"], ["x", "y", "z"], [("a", "b", "c"), ("d", "e", "f")]),
        (["Masalah: jauh. Solusi: dekat"], ["Masalah", "Solusi"], [("jauh.", "dekat")]),
        (["Solusi: dekat. Masalah: jauh"], ["Masalah", "Solusi"], []),
        (["; b", "c; d"], ["x", "y"], []),
    ],
)
def test_cells_are_parted_only_by_one_sign_that_all_of_them_have(texts, titles, parts):
    assert parted_cells(texts, titles) == parts


def test_a_column_stays_whole_whose_parts_are_not_what_its_title_says():
    raw = table("Nama Inovasi", ["Kelas Ibu", "Kelas Bapak"], ("Kecamatan & Mitra", ["Bukan - ya", "Lain - tidak"]))
    data, remarks = imported(raw)
    assert [one["nama"] for one in data] == ["Kelas Ibu", "Kelas Bapak"]
    assert all("lokasi" not in one for one in data)
    assert told(remarks, "G2") == ["kolom ini belum jelas"]


EVENTS = ("inisiatif", "uji-coba", "penerapan")


@pytest.mark.parametrize(
    ("cells", "years"),
    [
        (["- / 2023 / 2024", "2021 / - / 2022", "2020 / 2021 / 2022"],
         [(None, "2023", "2024"), ("2021", None, "2022"), ("2020", "2021", "2022")]),
        (["-/2023/2024", "2021/2022/-"], [(None, "2023", "2024"), ("2021", "2022", None)]),
        (["\u2013\n\u2013\n2024", "2021\n2022\n2023"], [(None, None, "2024"), ("2021", "2022", "2023")]),
    ],
)  # fmt: skip
def test_a_dash_in_the_place_of_an_event_says_that_it_was_not_and_leaves_the_others_in_theirs(cells, years):
    heads = [*HEADER[:-1], "Tahun Inisiatif / Uji Coba / Penerapan"]
    rows = [[ROW[0], f"Kelas {n}", *ROW[2:-1], cell] for n, cell in enumerate(cells)]
    data, _ = imported(book([heads, *rows]))
    said = [{one["peristiwa"]: one["tanggal"] for one in each["riwayat"]} for each in data]
    assert said == [{event: year for event, year in zip(EVENTS, one, strict=True) if year} for one in years]


@pytest.mark.parametrize("cells", [["/ 2023 / 2024", "2021 / 2022 / 2023"], ["2021 / 2022 / 2022 / 2023"]])
def test_no_date_is_offered_for_a_column_of_which_no_cell_can_be_one(cells):
    heads = [*HEADER[:-1], "Tahun Inisiatif / Uji Coba / Penerapan"]
    rows = [[ROW[0], f"Kelas {n}", *ROW[2:-1], cell] for n, cell in enumerate(cells)]
    _, remarks = imported(book([heads, *rows]))
    [asked] = {one.asked for one in remarks if one.asked and one.asked.title == heads[-1]}
    assert not any(option.startswith("Tanggal") for option in asked.options)


def test_what_a_cell_is_read_as_that_lacks_a_part_is_told():
    cells = ("Antre lama / loket daring", "Jalan jauh / antar jemput", "Warga butuh buku 24/7")
    rows = [[*ROW[:1], f"Kelas {n}", *ROW[2:], cell] for n, cell in enumerate(cells)]
    data, remarks = imported(book([[*HEADER, "Masalah / Solusi"], *rows]))
    assert [(one["masalah"], "solusi" in one) for one in data][2:] == [(cells[2], False)]
    assert told(remarks, "G4") == ['sel ini hanya memuat 1 bagian; dibaca sebagai "Masalah"']
    assert not any("hanya memuat" in one.reason for one in remarks if one.address != "G4")
