"""Forms of one's own making: cards side by side, matrices, labels that nobody knows, dates below each other."""

import pytest
from recap_tables import HEADER, ROW, book
from test_recap_doubts import KNOWN, imported, told

from generator.contributing.table_import.cells.questions import questions
from generator.contributing.table_import.cells.reading import Defaults
from generator.contributing.table_import.entries import recap
from generator.contributing.table_import.files.delimited import sheets

FORM = (
    ("Nama Inovasi", "Kelas Ibu"),
    ("OPD", "Dinkes"),
    ("Ringkasan", ROW[2]),
    ("Bentuk", "Pelayanan publik"),
    ("Urusan", "Kesehatan"),
    ("Penerapan", "2024"),
)


def form(*, name="Kelas Ibu", counted=False, **other):
    """The rows of a form, some labels with other values or (as `label_`) another label."""
    rows = []
    for number, (label, value) in enumerate(FORM, 1):
        key = label.split()[0].casefold()
        row = [other.get(f"{key}_", label), name if label == "Nama Inovasi" else other.get(key, value)]
        rows.append([f"{number}.", *row] if counted else row)
    return rows


def side_by_side(*forms):
    return [[cell for row in rows for cell in (*row, None)] for rows in zip(*forms, strict=True)]


def test_cards_side_by_side_and_below_each_other_are_an_innovation_each():
    rows = [["Kartu 1", None, None, "Kartu 2"], *side_by_side(form(), form(name="Pos Gizi", opd="RSUD Contoh"))]
    rows += [[], *side_by_side(form(name="Loket"), form(name="Arsip", bentuk="Tata kelola"))]
    data, remarks = imported(book(rows))
    assert {one["nama"]: one["bentuk"] for one in data} == {
        "Kelas Ibu": "pelayanan-publik",
        "Loket": "pelayanan-publik",
        "Pos Gizi": "pelayanan-publik",
        "Arsip": "tata-kelola",
    }
    assert all(one.note for one in remarks)


def test_a_column_that_only_counts_the_labels_of_a_card_is_its_own():
    data, remarks = imported(book(side_by_side(form(counted=True), form(name="Pos Gizi", counted=True))))
    assert [one["nama"] for one in data] == ["Kelas Ibu", "Pos Gizi"]
    assert all(one.note for one in remarks)


def test_cards_two_abreast_are_no_table_with_a_column_of_labels_beside_its_names():
    rows = [*side_by_side(form(), form(name="Pos Gizi")), [], *side_by_side(form(name="Loket"), form(name="Arsip"))]
    data, _ = imported(book([["Nama" if cell == "Nama Inovasi" else cell for cell in row] for row in rows]))
    assert sorted(one["nama"] for one in data) == ["Arsip", "Kelas Ibu", "Loket", "Pos Gizi"]


@pytest.mark.parametrize(
    ("title", "units"),
    [
        ("SEKSI GIZI DINAS KESEHATAN", ["SEKSI GIZI"] * 4),
        ("DINAS KESEHATAN", [None] * 4),
        ("Dihimpun oleh Dinas Kesehatan", []),
    ],
)
def test_an_office_over_all_cards_is_that_of_each_and_a_unit_beside_it_too(title, units):
    rows = [row for row in side_by_side(form(), form(name="Pos Gizi")) if row[0] != "OPD"]
    below = [row for row in side_by_side(form(name="Loket"), form(name="Arsip")) if row[0] != "OPD"]
    data, _ = imported(book([[title], [], *rows, [], *below]))
    assert [one.get("unit", {}).get("nama") for one in data] == units


def test_innovations_of_a_matrix_with_the_same_values_are_no_cards():
    rows = [[label, value, "Pos Gizi" if label == "Nama Inovasi" else value] for label, value in FORM]
    data, _ = imported(book(rows))
    assert [one["nama"] for one in data] == ["Kelas Ibu", "Pos Gizi"]


def test_what_a_matrix_merges_over_several_innovations_is_that_of_each():
    rows = [["OPD", "Dinkes", None, "Disdik"]]
    rows += [[label, value, value, value] for label, value in FORM if label not in ("OPD", "Nama Inovasi")]
    rows.insert(1, ["Nama Inovasi", "Kelas Ibu", "Pos Gizi", "Arsip"])
    data, _ = imported(book(rows, merged=["B1:C1"]))
    assert [one["nama"] for one in data] == ["Kelas Ibu", "Pos Gizi", "Arsip"]


def test_a_label_of_few_words_is_asked_once_where_no_label_is_that_of_the_summary():
    raw = book([*form(ringkasan_="Cerita", ringkasan="Ibu belajar"), ["Warna", "biru"]])
    [asked] = {one.asked for one in imported(raw)[1] if one.asked and one.asked.about == "?"}
    assert (asked.title, asked.options) == ("Cerita", ("Ringkasan", "tidak disimpan"))
    found = recap(sheets(raw), KNOWN, Defaults(replies={("cerita", "?"): "Ringkasan"}))
    assert [draft.reading.data["ringkasan"] for draft in found.drafts] == ["Ibu belajar"]


def test_a_label_that_nobody_knows_is_what_its_answers_in_all_forms_are():
    rows = [
        *form(bentuk_="Kelompok bentuknya"),
        [],
        *form(name="Arsip", bentuk_="Kelompok bentuknya", bentuk="Tata kelola"),
    ]
    data, remarks = imported(book(rows))
    assert [one["bentuk"] for one in data] == ["pelayanan-publik", "tata-kelola"]
    assert told(remarks, "B4") == ['kolom ini dibaca sebagai "Bentuk"']


def test_a_label_that_may_be_what_an_entry_needs_is_asked_once_for_all_forms_and_of_others_nobody_is():
    other = ("Ukuran kelompok sasaran", "Kader dan bidan di semua desa")
    rows = [
        *form(bentuk_="Golongan", bentuk="umum"),
        other,
        [],
        *form(name="Arsip", bentuk_="Golongan", bentuk="umum"),
        other,
    ]
    raw = book(rows)
    data, remarks = imported(raw)
    assert data == []
    [asked] = [one for one in questions(remarks) if one.title == "Golongan"]
    assert "Bentuk" in asked.options
    assert [one.title for one in questions(remarks) if one.title == other[0]] == []
    assert "label ini tidak dikenal" in told(remarks, "A7")


def test_events_below_each_other_beside_one_label_are_all_of_it():
    rows = [[label, ":", value] for label, value in FORM if label != "Penerapan"]
    rows += [
        ["Waktu", ":", "Inisiatif : Agustus 2023"],
        [None, None, "Uji coba : Oktober 2023"],
        [None, None, "Penerapan : -"],
    ]
    [data], remarks = imported(book(rows))
    assert [(one["peristiwa"], one["tanggal"]) for one in data["riwayat"]] == [
        ("inisiatif", "2023-08"),
        ("uji-coba", "2023-10"),
    ]
    assert all(one.note for one in remarks)
    [data, other], remarks = imported(book([*rows, [], *([*rows[0][:2], "Pos Gizi"], *rows[1:])]))
    assert data["riwayat"] == other["riwayat"]
    assert all(one.note for one in remarks)


def test_the_cost_of_a_form_with_the_fund_that_pays_is_its_budget():
    [data], _ = imported(book([*form(), ["Biaya", "Rp 35.000.000 (APBD 2023)"]]))
    assert data["anggaran"] == [{"tahun": "2023", "jumlah": "35000000", "sumber": "APBD"}]
    assert "cara_memakai" not in data


# Several innovations in one row of answers

TITLES = ("Nama Inovasi", "Ringkasan", "Bentuk", "Urusan", "Tanggal Penerapan")


@pytest.mark.parametrize(
    "called",
    [
        ("{} 1", "{} 2"),
        ("{} (inovasi pertama)", "{} (inovasi kedua)"),
        ("{} ke-1", "{} ke-2"),
        ("{}", "{}2"),
        ("{}", "{}.1"),
    ],
)
def test_columns_that_are_numbered_hold_an_innovation_each_under_the_agency_of_their_row(called):
    heads = ["Timestamp", "OPD", *(one.format(title) for one in called for title in TITLES), "Ada lagi?"]
    first, second = ROW[1:], ("Arsip", "Berkas disimpan rapi.", "Tata kelola", "Pendidikan", "Mei 2025")
    rows = [["1/2/2026", "Dinkes", *first, *second], ["1/2/2026", "Disdik", "Buku", *first[1:], *[None] * 5, "Tidak"]]
    raw = book([heads, *rows])
    found = recap(sheets(raw), KNOWN, Defaults())
    read = {one.reading.name: (one.reading.agency, one.reading.data["bentuk"]) for one in found.drafts}
    assert read == {
        "Kelas Ibu": ("dinkes", "pelayanan-publik"),
        "Arsip": ("dinkes", "tata-kelola"),
        "Buku": ("disdik", "pelayanan-publik"),
    }
    assert [one.row for one in found.remarks if one.row] == []


def test_a_number_above_the_titles_of_each_innovation_parts_them_too():
    heads = [["OPD", "Inovasi 1", *[None] * 4, "Inovasi 2"], [None, *TITLES, *TITLES]]
    raw = book([*heads, ["Dinkes", *ROW[1:], "Arsip", *ROW[2:]]], merged=["A1:A2", "B1:F1", "G1:K1"])
    assert [one["nama"] for one in imported(raw)[0]] == ["Kelas Ibu", "Arsip"]


def test_numbers_of_affairs_part_no_innovations():
    [data], remarks = imported(book([[*HEADER, "Urusan 2"], [*ROW, "Pendidikan"]]))
    assert data["nama"] == ROW[1]
    assert not any("dari kolom" in one.address for one in remarks)
