"""A table as it was found, and a remark about something in it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from generator.contributing.table_import.files.sheet import Cell
from generator.contributing.table_import.words.columns import AGENCY, NAME, Keys, RecapColumn
from generator.schema.fields import one_line
from generator.spreadsheet import letters
from generator.text.spelling import folded

#: What a question is about that asks which column a title means.
WHICH: Final = "?"
#: The answer for a column, or a part of a cell, that no entry has room for.
NOT_KEPT: Final = "tidak disimpan"
#: The answer for a year that nobody knows.
UNKNOWN: Final = "tidak diketahui"
#: What one is about that asks for the year of a column of money.
BUDGET_YEAR: Final = "#"
#: What questions about a whole sheet are about: which of its columns has the names, which of its rows the titles.
NAME_COLUMN: Final = "?nama"
HEAD_ROW: Final = "?judul"
#: What one is about that asks where on a sheet the table begins that stands beside another.
NEXT_TABLE: Final = "?sebelah"
#: What one is about that asks whether the dates of a column have their day or their month first; the answers.
DAY_ORDER: Final = "?urutan"
DAY_FIRST: Final = "hari dahulu"
MONTH_FIRST: Final = "bulan dahulu"


@dataclass(frozen=True, slots=True)
class Asked:
    """A question that a remark asks, and what may be answered (nothing: whatever is right).

    `title` is the column's, `about` the text in question, "" of its empty cells, "*" of the column, `WHICH` of the
    title itself, `BUDGET_YEAR` of the year that its sums lack, with the year of the sheet where its name has one;
    of a question about a whole sheet (`NAME_COLUMN`, `HEAD_ROW`, `NEXT_TABLE`) `title` is the sheet's name. `text` is
    the question in words of its own, where what is told of the row is none.
    """

    title: str
    about: str
    options: tuple[str, ...]
    text: str = ""


@dataclass(frozen=True, slots=True)
class Remark:
    """Something in a file that was not taken, or (`note`) taken otherwise than it was written.

    `address` is a cell (`C7`) or a row (`baris 7`), `title` the column's title, `value` what stands there, personal
    data masked; `reason` and `cure` are Indonesian phrases. `whole_column`: the report may join it with its neighbours.
    `row` is set where the remark keeps that row from becoming an entry; `asked` where an answer would settle it;
    `unchanged` is a note that all of a row is on record already.
    """

    sheet: str
    address: str
    title: str
    value: str
    reason: str
    cure: str = ""
    note: bool = False
    whole_column: bool = False
    row: int = 0
    asked: Asked | None = None
    unchanged: bool = False


@dataclass(frozen=True, slots=True)
class RowName:
    """How an officer is told which row is meant: its sheet, its place as remarks say it, the name that stands there."""

    sheet: str = ""
    place: str = ""
    name: str = ""

    @property
    def key(self) -> tuple[str, ...]:
        """The same for two ways of writing it."""
        return folded(self.sheet), folded(self.place), folded(self.name)


@dataclass(frozen=True, slots=True)
class RecapRow:
    """One row of data: its cells by column, those of merged areas included.

    `band` is the heading that names the agency of its group, `above` the nearest agency above in the column of
    agencies where the table writes each once, `unsure` the cell that ended a group and cannot be read (hidden, struck),
    `unit` a heading below the agency's that names one of its units. `whose` is the agency of the whole table, by its
    title or as it was given. `below` is the heading above a row that names an office or a unit itself,
    or above the `band` the nearest one that names an agency. `filled` is what an officer filled in for this row alone.
    """

    number: int
    cells: Mapping[int, Cell]
    band: Cell | None = None
    above: Cell | None = None
    unsure: Cell | None = None
    unit: Cell | None = None
    whose: str = ""
    below: Cell | None = None
    filled: Mapping[Keys, Cell] = field(default_factory=dict)

    def holds(self, cell: Cell) -> bool:
        """Whether a cell is the row's own, and no area that it shares with others."""
        return not cell.shared and cell in self.cells.values()

    def says_whose(self, table: "RecapTable") -> bool:
        """Whether anything that it holds, or that stands over it, may say whose it is."""
        own = any(column.path == AGENCY and n in self.cells for n, column in table.columns.items())
        return own or any((self.band, self.above, self.unsure, self.whose))


@dataclass(frozen=True, slots=True)
class RecapTable:
    """One table of a sheet.

    `month_first`: a date in the file has its month before its day, so that others are not sure; `band_below` is an
    office named under the last row, which heads the next table. `is_form`: the sheet is one of our own form. `asked` is
    what is asked of columns of which nobody knows what they are; `unsure_days` are columns of years with a day in them,
    `unordered` those whose dates are asked for their order at once;
    `year` is that of the recap, by its sheet or what stands over it, 0 where neither says one; `block` that of a table
    that stands beside those of other years, `first` the column from which on one does that stands beside another;
    `signed` is the year in which it was signed, to ask by; `over` what stands over its titles. `named` is the agency
    that its file names once outside of all tables, for rows that name none; `offices` are those that may be meant
    where that is not sure (slugs), or the one that is named beside its unit.
    """

    sheet: str
    titles: Mapping[int, str]
    columns: Mapping[int, RecapColumn]
    rows: tuple[RecapRow, ...]
    month_first: bool = False
    band_below: Cell | None = None
    is_form: bool = False
    asked: Mapping[int, Asked] = field(default_factory=dict)
    unsure_days: frozenset[int] = frozenset()
    unordered: frozenset[int] = frozenset()
    year: int = 0
    signed: int = 0
    over: str = ""
    block: int = 0
    first: int = 1
    named: Cell | None = None
    offices: tuple[str, ...] = ()

    def place(self, row: int) -> str:
        """A row of it as remarks call it: `baris 7`, beside another table `baris 7 dari kolom H`."""
        return f"baris {row}{f' dari kolom {letters(self.first)}' if self.first > 1 else ''}"

    def name_of(self, row: RecapRow) -> RowName:
        """How a row of it is named to an officer: by what stands in the table, whatever was answered."""
        number = next((n for n, column in self.columns.items() if column.path == NAME), 0)
        name = one_line(row.cells[number].text) if number in row.cells else ""
        return RowName(self.sheet, self.place(row.number), name)

    @property
    def budget_year(self) -> str:
        """The year of budgets that stands over the table as its only year (`TA 2026`), "" where none does."""
        years = set(re.findall(r"(?<![0-9])20[0-9]{2}(?![0-9])", self.over))
        named = re.search(r"\b(?:tahun anggaran|t\.? ?a\b)[. :]{0,3}(20[0-9]{2})", self.over, re.IGNORECASE)
        return named[1] if named and years == {named[1]} else ""

    @property
    def edition(self) -> int:
        """The year that tells it from other tables of the file: its own, or its sheet's; 0 where neither has one."""
        return self.block or year_named(self.sheet)


def is_number(text: str) -> bool:
    """Whether a cell only counts its row: `7`, `7.`, `(7)`, `VII`, `1.a`."""
    return re.fullmatch(r"(?:[0-9]{1,5}|[ivxl]{1,6}|[a-z])(?: ?[a-z]| [0-9]{1,3}){0,2}", folded(text)) is not None


def year_named(sheet: str) -> int:
    """The year in the name of a sheet, 0 where it has none."""
    year = re.search(r"(?<![0-9])20[0-9]{2}(?![0-9])", sheet)
    return int(year.group()) if year else 0


def recap_year(sheet: str, over: str) -> int:
    """The year of a recap: in its sheet's name, or the one year over its titles if nothing is planned there."""
    planned = re.search(r"\b(?:usulan|rencana|target|proyeksi)\b", over.casefold())
    said = set() if planned else set(re.findall(r"(?<![0-9])20[0-9]{2}(?![0-9])", over))
    return year_named(sheet) or (int(said.pop()) if len(said) == 1 else 0)


def about_budget_year(sheet: str) -> str:
    """What a question for the year of sums is about: sheets of different years have different budgets."""
    year = year_named(sheet)
    return f"{BUDGET_YEAR}{year}" if year else BUDGET_YEAR


def is_budget_year(about: str) -> bool:
    """Whether a question is about the year that sums lack; a cell may begin with the same sign (`#REF!`)."""
    return re.fullmatch(rf"{BUDGET_YEAR}(?:20[0-9]{{2}})?", about) is not None
