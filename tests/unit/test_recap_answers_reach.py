"""An answer reaches the rows that its question names, and no other: what those say or give is not touched unseen."""

import re

import pytest
from recap_tables import HEADER, ROW, book
from test_recap_doubts import KNOWN
from untidy_recaps import TABLES

from generator.contributing.table_import.cells.questions import questions
from generator.contributing.table_import.cells.reading import Defaults
from generator.contributing.table_import.cells.remark import (
    BUDGET_YEAR,
    DAY_ORDER,
    HEAD_ROW,
    NAME_COLUMN,
    NEXT_TABLE,
    WHICH,
)
from generator.contributing.table_import.entries import recap
from generator.contributing.table_import.files.delimited import sheets
from generator.text.spelling import folded

#: What questions are about that say themselves that they are of a whole column or sheet.
WHOLE = (WHICH, "*", BUDGET_YEAR, DAY_ORDER, HEAD_ROW, NAME_COLUMN, NEXT_TABLE)


def without(title, *rows):
    """Rows of `HEADER` without one of its columns."""
    place = HEADER.index(title)
    return [[*row[:place], *row[place + 1 :]] for row in rows]


def named(name, agency, **more):
    row = [agency, name, *ROW[2:]]
    for title, value in more.items():
        row[HEADER.index(title)] = value
    return row


MADE = {
    "an agency that one row leaves out": lambda: book(
        without(
            "Urusan",
            HEADER,
            *(named(name, "Dinkes") for name in ("Pos", "Loket", "Antre", "Buku", "Kelas", "Kursus", "Perahu")),
            *(named(name, "Disdik") for name in ("Ronda", "Jaga", "Peta")),
            named("Arsip", None),
        )
    ),
    "an agency written in two ways": lambda: book(
        without(
            "Urusan",
            HEADER,
            *(named(name, "Kecamatan Utara") for name in ("Pos", "Loket")),
            *(named(name, "Kec. Utara") for name in ("Arsip", "Buku")),
        )
    ),
    "an agency that nobody knows": lambda: book(
        without("Urusan", HEADER, named("Pos", "Dinkes"), named("Arsip", "Dinas Angin"), named("Buku", "Dinas Angin"))
    ),
    "a sheet of a year and one of none, both without some dates": lambda: book(
        [HEADER, named("Pos", "Dinkes", **{"Tanggal Penerapan": None}), named("Buku", "Disdik")],
        [HEADER, named("Arsip", "Dinkes", **{"Tanggal Penerapan": None}), named("Kelas", "Disdik")],
        names=("Rekap 2025", "Lain"),
    ),
    "an agency above and one asked for": lambda: book(
        [HEADER, ROW, named("Pos", None), named("Arsip", "Disdik")], without("Perangkat Daerah", HEADER, named("Buku", ""))
    ),
}  # fmt: skip


def drafts(raw, replies):
    found = recap(sheets(raw), KNOWN, Defaults(replies=replies))
    return found, {
        (one.reading.table.sheet, one.path): (one.reading.row.number, one.reading.data) for one in found.drafts
    }


@pytest.mark.parametrize("make", [*MADE.values(), *(one[0] for one in TABLES.values())], ids=[*MADE, *TABLES])
def test_an_answer_changes_only_the_rows_that_its_question_names(make):
    raw = make()
    found, before = drafts(raw, {})
    for one in (one for one in questions(found.remarks) if not one.about.startswith(WHOLE)):
        key = folded(one.title), one.about
        group = [told for told in found.remarks if told.asked and (folded(told.asked.title), told.asked.about) == key]
        rows = {(told.sheet, told.row or int(re.findall(r"[0-9]+", told.address)[0])) for told in group}
        _, after = drafts(raw, {key: one.options[-1] if one.options else "2021"})
        for (sheet, path), (number, data) in before.items():
            assert (sheet, number) in rows or after[sheet, path] == (number, data), (one, path)


def test_the_office_of_villages_is_asked_for_each_of_their_districts():
    heads = ["Kecamatan", "Desa", *HEADER[1:]]
    rows = [[place, f"Muara {n}", f"Kelas {n}", *ROW[2:]] for n, place in enumerate(("Utara", "Utara", "Selatan"))]
    raw = book([heads, *rows])
    found, _ = drafts(raw, {})
    asked = {one.about: one for one in questions(found.remarks)}
    assert list(asked) == ["Utara", "Selatan"]
    assert asked["Utara"].options == ("Kecamatan Utara",)
    _, after = drafts(raw, {(folded(asked["Utara"].title), "Utara"): "Kecamatan Utara"})
    assert [path.split("/")[1] for _, path in after] == ["kecamatan-utara"] * 2


def test_an_office_that_is_answered_with_its_unit_is_both():
    raw = book(without("Perangkat Daerah", HEADER, ROW))
    found, _ = drafts(raw, {})
    [asked] = questions(found.remarks)
    _, after = drafts(raw, {(folded(asked.title), asked.about): "Puskesmas Muara, Dinas Kesehatan"})
    [((_, path), (_, data))] = after.items()
    assert (path.split("/")[1], data["unit"]["nama"]) == ("dinkes", "Puskesmas Muara")
