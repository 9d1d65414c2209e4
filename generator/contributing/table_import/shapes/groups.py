"""Whose rows these are: bands and first rows of groups. What nobody can read ends the group before it too."""

from collections.abc import Mapping
from itertools import groupby

from generator.contributing.names import agency_called, names_office, without_mark
from generator.contributing.table_import.cells.region import DISTRICT_OFFICE, OWN_OFFICES, Region
from generator.contributing.table_import.cells.remark import RecapRow, is_number
from generator.contributing.table_import.files.sheet import Cell, Sheet
from generator.contributing.table_import.shapes import furniture
from generator.contributing.table_import.shapes.band_names import named_by
from generator.contributing.table_import.words.columns import AGENCY, NAME, NUMBER, RecapColumn
from generator.contributing.units import is_unit_of, may_be_below
from generator.text.spelling import folded


class RowGroup:
    """The group of rows that a walk down a table is in: its heading, or the last agency above in its column.

    `unsure` is the cell that ended the group before and gives no agency itself: hidden, or struck out. `whose` is the
    agency of the whole table, by its title or as it was given; "" where further headings name others.
    """

    def __init__(
        self, sheet: Sheet, known: Mapping[int, RecapColumn], first: int, region: Region, heading: Cell | None
    ) -> None:
        self.known, self.region, self.heading = known, region, heading
        self.whose = ""
        self.above: Cell | None = None
        self.unsure: Cell | None = None
        self.unit: Cell | None = None
        self.over: Cell | None = None  # the nearest heading above that names an agency
        self.bands, self.counted = 0, 0
        self.column = next((n for n, column in known.items() if column.path == AGENCY), 0)
        left = sorted((cell for cell, _ in sheet.left if cell.row >= first), key=lambda one: (one.row, one.column))
        shown = {row for row, _ in sheet.cells}
        names = {n for n, column in known.items() if column.path == NAME}
        #: Rows that were struck out with their name: what is left of one is its reason, and heads nothing.
        self.struck = {cell.row for cell, _ in sheet.left if cell.column in names and cell.row in shown}
        self.ends = [
            end for row, cells in groupby(left, key=lambda one: one.row) if (end := self._end([*cells], row, shown))
        ]

    def _end(self, cells: list[Cell], row: int, shown: set[int]) -> Cell | None:
        """The cell among those left out of a row that would begin a group, if one would."""
        if self.column:
            return next((cell for cell in cells if cell.column == self.column), None)
        return furniture.band({cell.column: cell for cell in cells}, self.known) if row not in shown else None

    def down_to(self, row: int) -> None:
        """Pass what was left out above a row, or in it."""
        while self.ends and self.ends[0].row <= row:
            end = self.ends.pop(0)
            before = self.above or self.heading
            if before is None or self._agency(end) is None or self._agency(end) != self._agency(before):
                self.above, self.heading, self.unsure = None, None, end

    def begin(self, band: Cell) -> None:
        """A heading begins a group, whoever it names."""
        band, unit = named_by(band, self.region)
        self.unit = band if self._is_unit(band) else unit
        self.counted, self.bands = 0, self.bands + 1
        if (unit or not self.unit) and not self._is_own_office(band):
            self.over = self.heading if self.heading and self.names_agency(self.heading) else self.over
            self.heading, self.above, self.unsure = band, None, None

    def row(self, number: int, cells: Mapping[int, Cell], own: Cell | None, *, repeats: bool) -> RecapRow:
        """A row of data with whatever may say whose it is."""
        self.counted = self._counter(cells) or self.counted
        if own:
            self.above, self.unsure = own, None
            return RecapRow(number, cells, whose=self.whose, below=self.heading if self.bands else None)
        above = None if repeats else self.above
        return RecapRow(number, cells, self.heading, above, self.unsure, self.unit, below=self.over)

    def is_heading(self, cell: Cell, cells: Mapping[int, Cell], *, below: bool) -> bool:
        """Whether the one cell of a row that says something heads a group.

        Where a table has no column of agencies and has had a heading, so is another one, even of an office that nobody
        knows: its rows are not those of the office before. A number that goes on counting is an innovation's.
        """
        if self.names_agency(cell):
            return True
        if below or furniture.is_below({1: cell}):
            return False
        if names_office(cell.text):
            return True
        at_left = all(n not in self.known or self.known[n].path in (NUMBER, NAME) for n in cells)
        return not self.column and self.bands > 0 and at_left and self._counter(cells) != self.counted + 1

    def names_agency(self, cell: Cell) -> bool:
        """Whether a heading names an agency."""
        return self._agency(cell) is not None

    def _is_unit(self, band: Cell) -> bool:
        """Whether a heading names only a unit of the agency that the rows above it have: `a. Bagian Umum`.

        Where all of a table is one agency's, every heading is that names no other: `I. SEKRETARIAT`.
        """
        agency = self._agency(self.heading) if self.heading else self.whose
        if not agency or self._agency(band):
            return False
        names = self.region.registry.agencies[agency].names
        below = self.whose == agency and not furniture.names_agency(band.text) and may_be_below(band.text, names)
        return below or is_unit_of(band.text, names)

    def _is_own_office(self, band: Cell) -> bool:
        """Whether a heading names the office of the district whose heading is above it: `b. Kantor Camat`."""
        over = self._agency(self.heading) if self.heading else self.whose
        own = folded(without_mark(band.text)) in OWN_OFFICES
        return own and (over or "").startswith(DISTRICT_OFFICE)

    def _counter(self, cells: Mapping[int, Cell]) -> int:
        texts = [
            cell.text.strip(" .)") for n, cell in cells.items() if n in self.known and self.known[n].path == NUMBER
        ]
        return next((int(text) for text in texts if is_number(text) and text.isdecimal()), 0)

    def _agency(self, cell: Cell) -> str | None:
        return agency_called(named_by(cell, self.region)[0].text, self.region.registry, self.region.name)
