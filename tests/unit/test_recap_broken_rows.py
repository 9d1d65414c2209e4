"""Recaps pasted from a word processor: records in several rows, two things in one column, executors below districts."""

from dataclasses import replace

import pytest
from recap_tables import HEADER, ROW, book
from test_recap_doubts import CATALOGUE, KNOWN, imported, told

from generator.contributing.table_import.cells.reading import Defaults
from generator.contributing.table_import.entries import recap
from generator.contributing.table_import.files.delimited import sheets
from generator.contributing.table_import.settling import settle
from generator.problems import Problems

HEADS = ["Kecamatan", "No", "Nama inovasi dan penjelasan", "Pelaksana", "Lokasi", "Bentuk / urusan", "Waktu dan biaya"]
FIRST = [
    ["Kec. Utara", "1.", "LAYAR", "Kantor Camat", "Desa Kapur", "Pelayanan publik", "Uji coba Februari 2025"],
    [None, None, "Hasil timbang ditayangkan pada layar;", None, None, "Kesehatan", "Diterapkan Mei 2025"],
    [None, None, "kader memakai proyektor.", None, None, None, "BOK 2025 Rp 9.000.000,-"],
]
SECOND = [
    [None, "2.", "JARING", "Kantor Camat", "Desa Kubu", "Tata kelola", "2025"],
    [None, None, "Pendataan nelayan kecil dengan kartu.", None, None, "Pendidikan", None],
]
THIRD = [
    ["Kecamatan Utara", "1.", "LEMARI", "Kantor Camat", "Desa Kubu", "Pelayanan publik", "Mei 2025"],
    [None, None, "Lemari buku di ruang tunggu dermaga.", None, None, "Kesehatan", None],
]
MERGED = [
    f"{column}{rows}"
    for column, rows in [("A", "2:A6"), *((c, f"2:{c}4") for c in "BDE"), *((c, f"5:{c}6") for c in "BDE")]
]


def pasted(*, first=FIRST, second=SECOND, third=THIRD, again=False):
    """A table whose numbers are merged over the rows of their records, the districts over those of all of theirs."""
    rows = [HEADS, *first, *second, *([HEADS] if again else []), *third]
    at = 7 + again
    return book(rows, names=["Kecamatan"], merged=[*MERGED, *(f"{column}{at}:{column}{at + 1}" for column in "ABDE")])


@pytest.mark.parametrize("again", [True, False])
def test_rows_over_which_a_number_is_merged_are_one_innovation_and_each_column_keeps_its_own(again):
    data, remarks = imported(pasted(again=again))
    assert [one["nama"] for one in data] == ["LAYAR", "JARING", "LEMARI"]
    assert data[0]["ringkasan"] == "Hasil timbang ditayangkan pada layar; kader memakai proyektor."
    assert [one["ringkasan"] for one in data[1:]] == [SECOND[1][2], THIRD[1][2]]
    assert any("baris 2-4 dibaca sebagai satu inovasi" in reason for reason in told(remarks, "C2"))
    assert bool(told(remarks, "A7")[:1] == ["judul kolom yang berulang, bukan inovasi"]) is again


def test_columns_of_two_things_give_each_its_own_form_affair_dates_and_sum():
    data, _ = imported(pasted())
    assert [(one["bentuk"], one["urusan"]) for one in data] == [
        ("pelayanan-publik", ["kesehatan"]),
        ("tata-kelola", ["pendidikan"]),
        ("pelayanan-publik", ["kesehatan"]),
    ]
    assert [(one["peristiwa"], one["tanggal"]) for one in data[0]["riwayat"]] == [
        ("uji-coba", "2025-02"),
        ("penerapan", "2025-05"),
    ]
    assert [(sum_["tahun"], sum_["jumlah"]) for sum_ in data[0]["anggaran"]] == [("2025", "9000000")]


@pytest.mark.parametrize("title", ["Nama Inovasi", "Program Inovasi"])
def test_a_record_with_a_row_for_each_year_of_its_budget_is_one_innovation_whatever_its_names_are_called(title):
    heads = ["No", title, "OPD", *HEADER[2:], "Tahun Anggaran", "Pagu (Rp)"]
    rows = [
        [1, ROW[1], ROW[0], *ROW[2:], 2023, 5000000],
        [*([None] * 7), 2024, 6000000],
        [2, "Perahu Buku", ROW[0], *ROW[2:], 2023, 7000000],
        [*([None] * 7), 2024, 8000000],
        [3, "Antar Obat", ROW[0], *ROW[2:], 2025, 9000000],
    ]
    merged = [f"{column}{rows}" for column in "ABCDEFG" for rows in (f"2:{column}3", f"4:{column}5")]
    data, _ = imported(book([heads, *rows], merged=merged))
    assert [(one["nama"], [sum_["jumlah"] for sum_ in one["anggaran"]]) for one in data] == [
        (ROW[1], ["5000000", "6000000"]),
        ("Perahu Buku", ["7000000", "8000000"]),
        ("Antar Obat", ["9000000"]),
    ]


@pytest.mark.parametrize("name", ["KARTU NELAYAN", "Kartu nelayan"])
def test_a_number_merged_over_two_names_makes_no_innovation_of_both(name):
    second = [SECOND[0], [*SECOND[1][:2], name, *SECOND[1][3:]]]
    data, remarks = imported(pasted(second=second))
    assert not any(one["nama"] in ("LAYAR", "JARING") and "ringkasan" in one for one in data)
    assert not any("satu inovasi" in one.reason for one in remarks)


@pytest.mark.parametrize(
    ("executor", "agency"),
    [
        ("Kantor Camat", "kecamatan-utara"),
        ("Dinas Kesehatan", "dinkes"),
        ("SDN 3 Kubu", "disdik"),
        ("Penyuluh / Camat (?)", ""),
    ],
)
def test_the_executor_of_a_row_goes_before_the_district_that_holds_for_many_and_one_not_known_is_asked(
    executor, agency
):
    raw = pasted(second=[[None, "2.", "JARING", executor, *SECOND[0][4:]], SECOND[1]])
    outcome = settle(recap(sheets(raw), KNOWN, Defaults()), Problems())
    assert [draft.reading.agency for draft in outcome.accepted] == [
        "kecamatan-utara",
        *([agency] if agency else []),
        "kecamatan-utara",
    ]
    assert not any("tidak dikenal" in one.reason for one in outcome.remarks if one.title == "Pelaksana")
    for draft in outcome.accepted:  # a district that is not the agency is where it is
        own = draft.reading.agency == "kecamatan-utara"
        assert draft.reading.data["lokasi"].get("kecamatan") == (None if own else ["utara"])


@pytest.mark.parametrize("second", ["Bentuk lainnya", "Tata kelola"])
def test_lines_of_two_choices_below_a_merged_number_are_read_whichever_the_rest_of_the_table_holds(second):
    heads = ["Kecamatan", "Desa", "No", "Judul Inovasi", "Gambaran Umum", "Urusan / Bentuk", "Tahap dan Waktu"]
    one = ["Kecamatan Utara", "Hulu", "1", "Kompos", "Sampah diolah.", "Kesehatan", "Uji coba: Juni 2025"]
    other = [None, "Kantor Camat", "2", "Antar Surat", "Surat diantar.", "Pendidikan", "Penerapan: 2024"]
    more = [None, None, None, None, "Kompos dijual.", "Pelayanan publik", "Penerapan: Januari 2026"]
    last = [None, None, None, None, None, second, None]
    merged = ["A2:A5", *(f"{column}{rows}" for column in "BCD" for rows in ("2:{0}3", "4:{0}5"))]
    raw = book([heads, one, more, other, last], names=["Kecamatan"], merged=[area.format(area[0]) for area in merged])
    data, _ = imported(raw)
    assert [(entry["nama"], entry["urusan"]) for entry in data] == [
        ("Kompos", ["kesehatan"]),
        ("Antar Surat", ["pendidikan"]),
    ]
    assert [entry["bentuk"] for entry in data] == ["pelayanan-publik", "lainnya" if "lain" in second else "tata-kelola"]
    assert data[0]["ringkasan"] == "Sampah diolah. Kompos dijual."
    assert [len(entry["riwayat"]) for entry in data] == [2, 1]


def test_in_a_column_of_villages_the_districts_own_office_is_no_village():
    kinds = CATALOGUE.registry.taxonomy["jenis_unit"]
    village = kinds["lainnya"].model_copy(update={"slug": "desa", "label": "Desa"})
    taxonomy = {**CATALOGUE.registry.taxonomy, "jenis_unit": {**kinds, "desa": village}}
    known = replace(KNOWN, catalogue=replace(CATALOGUE, registry=replace(CATALOGUE.registry, taxonomy=taxonomy)))
    rows = [["Kecamatan Utara", f"Kelas {name}", *ROW[2:], name] for name in ("Hulu", "Kantor Camat")]
    outcome = settle(recap(sheets(book([[*HEADER, "Desa"], *rows])), known, Defaults()), Problems())
    units = [draft.reading.data.get("unit") for draft in outcome.accepted]
    assert units == [{"jenis": "desa", "nama": "Hulu"}, None]
