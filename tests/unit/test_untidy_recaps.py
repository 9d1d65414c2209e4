"""Recaps as offices make them: their rows are taken, each value is the one that stands there, and nothing vanishes."""

from functools import cache

import pytest
from conftest import BASE, TODAY
from untidy_recaps import HEALTH, ROWS, TABLES

from generator import checking
from generator.contributing.table_import.cells.reading import Defaults
from generator.contributing.table_import.entries import recap
from generator.contributing.table_import.files.delimited import sheets
from generator.contributing.table_import.rows.room import Known
from generator.contributing.table_import.settling import settle
from generator.contributing.table_import.words.column_titles import Columns
from generator.problems import Problems
from generator.text.spelling import folded

CATALOGUE = checking.check(BASE, TODAY).catalogue
KNOWN = Known(CATALOGUE, frozenset(i.path for i in CATALOGUE.innovations.values()), "Kabupaten Contoh")
SPHERES = ("pelayanan-publik",) * 4 + ("lainnya", "tata-kelola", "pelayanan-publik")
AFFAIRS = ("kesehatan",) * 3 + ("pendidikan",) * 3 + ("perpustakaan",)
DATES = ("2023-08-17", "2023-05", "2022", "2024", "2024-02-01", "2024-01", "2021-11-03")
#: Rows that are held until a question is answered or a damaged name is written again.
HELD = {"unicode-text": 2, "month-first": 3}
#: Rows of a list of something else under the table, which might be innovations; one of which the name is struck out.
ELSE = {"side-by-side": 2, "hidden": 1}
#: Where the dates are not those of `ROWS`.
DATED = {
    "older-csv": ["2020", "2021", "2022", "2023", "2019", "2020", "2021"],
    "unicode-text": ["2023"] * 4,
    "national-application": [f"2023-03-{12 + number}" for number in range(1, 8)],
    "side-by-side": ["2023"] * 3 + ["2024-01"] * 4,
    "month-first": [None, "2024-01-13", "2024-03-15", None, "2024", None, "2023-12-25"],
    "hidden": ["2023-08-17", None, None, "2024", "2024-02", "2024-01", "2021-11-03"],
}
DATED["strict"] = DATED["national-application"]


@cache
def imported(name):
    found = sheets(TABLES[name][0]())
    return found, settle(recap(found, KNOWN, Defaults()), Problems())


@pytest.mark.parametrize("name", TABLES)
def test_the_rows_of_an_untidy_recap_are_taken_or_asked(name):
    _, outcome = imported(name)
    assert len(outcome.accepted) == TABLES[name][1] - HELD.get(name, 0)
    asked = {one.row for one in outcome.remarks if one.row and one.asked}
    assert len(asked) == HELD.get(name, 0) + ELSE.get(name, 0)


@pytest.mark.parametrize("name", TABLES)
def test_no_row_is_lost_without_a_question(name):
    _, outcome = imported(name)
    asked = {(one.sheet, one.row) for one in outcome.remarks if one.asked}
    assert set(outcome.lost) <= asked


@pytest.mark.parametrize("name", TABLES)
def test_each_value_is_the_one_that_stands_there(name):
    dates = DATED.get(name, DATES)
    for draft in imported(name)[1].accepted:
        data = draft.reading.data
        [place] = [n for n, row in enumerate(ROWS) if folded(row[0]) in folded(data["nama"])]
        assert draft.path.split("/")[1] == ("dinkes" if ROWS[place] in HEALTH else "disdik")
        said = folded(f"{data.get('ringkasan')} {data.get('solusi')}")
        assert folded(ROWS[place][1]) in said or name == "older-csv"
        assert (data["bentuk"], data["urusan"][0]) == (SPHERES[place], AFFAIRS[place])
        last = data["riwayat"][-1]
        assert last["tanggal"] == dates[place]


@pytest.mark.parametrize("name", TABLES)
def test_every_cell_is_stored_or_told(name):
    found, outcome = imported(name)
    titled = Columns(CATALOGUE.registry).title_of
    told = {(one.sheet, one.address) for one in outcome.remarks}
    told |= {
        (draft.reading.table.sheet, cell.address)
        for draft in outcome.accepted
        for cell, _ in [*draft.reading.sources.values(), *([draft.reading.stage] if draft.reading.stage else [])]
    }
    agencies = folded(str([agency.names for agency in CATALOGUE.registry.agencies.values()]))
    texts = [agencies, *(folded(str(draft.reading.data)) for draft in outcome.accepted)]
    texts += [folded(one.value) for one in outcome.remarks]
    again = {(one.sheet, one.address.lstrip("ABCDEFGH")) for one in outcome.remarks if "dua kali" in one.reason}
    for sheet in found:
        for cell, _ in sheet.left:
            assert (sheet.name, cell.address) in told
        for cell in sheet.cells.values():
            text = cell.text.strip(" :\n")
            known = titled(text) or folded(text) in (
                "waktu pelaksanaan",
                "nama pegawai",
                "skor kematangan",
                "nama pemda",
            )
            kept = (sheet.name, cell.address) in told or (sheet.name, cell.row) in outcome.lost
            counted = len(text) < 6 or text == "Kode" or (sheet.name, str(cell.row)) in again
            assert known or kept or counted or any(folded(text) in one for one in texts), (sheet.name, cell)
