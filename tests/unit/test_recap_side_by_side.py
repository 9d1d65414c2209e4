"""Tables that stand beside each other on one sheet: no innovation gets what is said of another."""

import io

import pytest
from openpyxl import load_workbook
from recap_tables import book
from test_recap_doubts import KNOWN, imported, told

from generator.contributing.table_import.cells.reading import Defaults
from generator.contributing.table_import.cells.remark import NEXT_TABLE
from generator.contributing.table_import.entries import recap
from generator.contributing.table_import.files.delimited import sheets
from generator.contributing.table_import.marked import marked
from generator.contributing.table_import.settling import settle
from generator.problems import Problems

#: Last year's table at the left: less columns, other rows; this year's at the right.
LEFT = ("No", "OPD", "Nama Inovasi", "Urusan", "Bentuk", "Uraian", "Penerapan")
RIGHT = ("No", "OPD", "Nama Inovasi", "Uraian", "Bentuk", "Urusan", "Penerapan")
OLD = (
    (1, "Dinkes", "Kelas Ibu", "Kesehatan", "Tata kelola", "Ibu belajar bersama bidan.", "2023"),
    (2, "Disdik", "Perahu Buku", "Pendidikan", "Pelayanan publik", "Buku diantar dengan perahu.", "2022"),
)
NEW = (
    (1, "Disdik", "Arsip Lurus", "Berkas disimpan dengan satu cara.", "Tata kelola", "Pendidikan", "2024"),
    (2, "Dinkes", "Kelas Ibu", "Ibu hamil belajar bersama bidan.", "Pelayanan publik", "Kesehatan", "2023"),
    (3, "Dinkes", "Pos Malam", "Pos buka sampai malam.", "Pelayanan publik", "Kesehatan", "2025"),
)


def beside(over, gap, cut=0, *, right=RIGHT):
    """Both tables on one sheet, `gap` empty columns between them, each without its first `cut` columns."""
    apart = [None] * gap
    rows = [[over[0], *[None] * (len(LEFT[cut:]) - 1 + gap), over[1]], [*LEFT[cut:], *apart, *right[cut:]]]
    for number, new in enumerate(NEW):
        old = OLD[number] if number < len(OLD) else [None] * len(LEFT)
        rows.append([*old[cut:], *apart, *new[cut:]])
    return book(rows)


def by_name(data):
    return {one["nama"]: one for one in data}


@pytest.mark.parametrize(
    ("over", "gap", "cut"),
    [(("Tahun lalu (2025)", "Tahun ini (2026)"), 1, 0), (("2025", "2026"), 0, 0), (("2025", "2026"), 0, 1)],
)
def test_each_innovation_has_what_its_own_table_says_and_the_last_year_wins(over, gap, cut):
    data, remarks = imported(beside(over, gap, cut))
    found = by_name(data)
    assert {name: one["ringkasan"] for name, one in found.items()} == {
        row[2]: row[place] for place, row in [(5, OLD[1]), *((3, row) for row in NEW)]
    }
    assert found["Kelas Ibu"]["bentuk"] == "pelayanan-publik"
    assert {one["riwayat"][0]["tanggal"] for one in data} == {"2022", "2023", "2024", "2025"}
    assert any("berbeda dari baris 4 tabel 2026" in one.reason and one.value == "Tata kelola" for one in remarks)
    assert any("hanya ada pada tabel 2025" in one.reason and one.value == "Perahu Buku" for one in remarks)


@pytest.mark.parametrize(("gap", "cut", "over"), [(1, 0, (None, None)), (1, 1, (None, None)), (0, 1, ("Lama", "Baru"))])
def test_tables_of_no_year_are_parted_too_and_an_innovation_in_both_is_asked(gap, cut, over):
    data, remarks = imported(beside(over, gap, cut))
    assert {name: one["ringkasan"] for name, one in by_name(data).items()}["Pos Malam"] == NEW[2][3]
    assert any(one.asked and "Kelas Ibu" in one.asked.about for one in remarks)


def test_tables_that_nobody_can_tell_apart_are_held_until_it_is_answered_where_the_next_one_begins():
    raw = beside((None, None), 0, 1, right=("No", "Dinas", *RIGHT[2:]))
    data, remarks = imported(raw)
    [asked] = {one.asked for one in remarks if one.asked}
    assert data == []
    assert asked.about == NEXT_TABLE
    assert "G: Dinas" in asked.options
    assert {one.row for one in remarks if one.row} == {3, 4, 5}
    data, remarks = imported(raw, replies={("lembar 1", NEXT_TABLE): "G: Dinas"})
    assert by_name(data)["Pos Malam"]["ringkasan"] == NEW[2][3]
    assert by_name(data)["Perahu Buku"]["bentuk"] == "pelayanan-publik"
    assert any(one.asked and "Kelas Ibu" in one.asked.about for one in remarks)


def test_a_name_that_every_row_repeats_is_still_one_innovation():
    rows = [(*LEFT, "Nama Inovasi"), *((*row, row[2]) for row in OLD)]
    data, remarks = imported(book(rows))
    assert sorted(by_name(data)) == ["Kelas Ibu", "Perahu Buku"]
    assert any("sudah dipakai" in reason for reason in told(remarks, "H2"))


def test_a_row_of_the_table_at_the_right_is_told_and_marked_there():
    raw = beside(("2025", "2026"), 1, right=(*RIGHT[:3], None, *RIGHT[4:]))
    outcome = settle(recap(sheets(raw), KNOWN, Defaults()), Problems())
    places = {one.address for one in outcome.remarks if "Ringkasan" in one.reason and one.row}
    assert places == {"baris 3 dari kolom I", "baris 4 dari kolom I", "baris 5 dari kolom I"}
    copy = load_workbook(io.BytesIO(marked(raw, sheets(raw), outcome.remarks)[0]))["Lembar 1"]
    assert (copy["A3"].comment, "Ringkasan" in copy["I3"].comment.text) == (None, True)


@pytest.mark.parametrize(
    ("over", "merged", "agencies"),
    [
        ("Rekap Inovasi Dinas Kesehatan", "", ["dinkes", "dinkes"]),
        ("Rekap Inovasi Dinas Kesehatan", "A1:N1", ["dinkes", "dinkes"]),
        ("Dinas Kesehatan", "A1:F1", ["dinkes"]),
    ],
)
def test_a_title_over_all_tables_is_that_of_each_and_one_merged_over_the_first_is_its_own(over, merged, agencies):
    titles, old, new = (row[:1] + row[2:] for row in (RIGHT, NEW[0], NEW[1]))
    raw = book([[over], [*titles, None, *titles], [*old, None, *new]], merged=(merged,) if merged else ())
    data, _ = imported(raw)
    outcome = settle(recap(sheets(raw), KNOWN, Defaults()), Problems())
    assert [draft.reading.agency for draft in outcome.accepted] == agencies
    assert len(data) == len(agencies)
