"""What only the sheet of an earlier year says of an innovation that goes on, and that no entry can live without."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from generator.contributing.table_import.cells.reading import Defaults
from generator.contributing.table_import.cells.region import Region
from generator.contributing.table_import.cells.remark import RecapRow, RecapTable, Remark, year_named
from generator.contributing.table_import.files.sheet import Cell
from generator.contributing.table_import.rows.rows import reading
from generator.contributing.table_import.shapes.index_sheets import BEYOND
from generator.contributing.table_import.words.columns import NAME, SUMMARY, Keys
from generator.text.github import plain
from generator.text.spelling import folded

_SERVE: Final[tuple[Keys, ...]] = (SUMMARY, ("bentuk",), ("urusan",))


def from_earlier(
    tables: Sequence[RecapTable], region: Region, defaults: Defaults
) -> tuple[list[RecapTable], list[Remark]]:
    """The tables of a file, those of its last year with what only earlier ones say; and what is told of it."""
    newest = max((year_named(one.sheet) for one in tables), default=0)
    before = sorted(
        (one for one in tables if 0 < year_named(one.sheet) < newest), key=lambda one: -year_named(one.sheet)
    )
    made, told = [], []
    for one in tables:
        filled = _Filling(one, before, region, defaults) if before and year_named(one.sheet) == newest else None
        made.append(filled.table() if filled and not one.is_form else one)
        told += filled.told if filled else []
    return made, told


class _Filling:
    """One table of the last year, and what it takes from those before it."""

    def __init__(self, one: RecapTable, before: Sequence[RecapTable], region: Region, defaults: Defaults) -> None:
        self.one, self.before, self.region, self.defaults = one, before, region, defaults
        self.columns, self.titles = dict(one.columns), dict(one.titles)
        self.told: list[Remark] = []

    def table(self) -> RecapTable:
        """The table with its cells and the columns that they stand in."""
        names = [_name(self.one, row) for row in self.one.rows]
        rows = tuple(
            self._row(row) if name and names.count(name) == 1 else row
            for name, row in zip(names, self.one.rows, strict=True)
        )
        return replace(self.one, rows=rows, columns=self.columns, titles=self.titles)

    def _row(self, row: RecapRow) -> RecapRow:
        has = {self.one.columns[n].path for n in row.cells if n in self.one.columns}
        cells = dict(row.cells)
        for path in (path for path in _SERVE if path not in has):
            for older, other in self._others(row):
                n = next((n for n, column in older.columns.items() if column.path == path and n in other.cells), 0)
                if n and self._same_agency(row, older, other):
                    cells[self._place(older, n)] = replace(other.cells[n], sheet=older.sheet)
                    self.told.append(self._say(row, older, other.cells[n], older.titles[n]))
                    break
        return replace(row, cells=cells)

    def _others(self, row: RecapRow) -> Iterator[tuple[RecapTable, RecapRow]]:
        for older in self.before:
            same = [other for other in older.rows if _name(older, other) == _name(self.one, row)]
            if len(same) == 1:
                yield older, same[0]

    def _same_agency(self, row: RecapRow, older: RecapTable, other: RecapRow) -> bool:
        mine = reading(self.one, row, self.region, self.defaults).agency
        return bool(mine) and mine == reading(older, other, self.region, self.defaults).agency

    def _place(self, older: RecapTable, n: int) -> int:
        column = older.columns[n]
        own = next((c for c, one in self.one.columns.items() if one.path == column.path), 0)
        place = own or BEYOND * year_named(older.sheet) + n
        self.columns.setdefault(place, column)
        self.titles.setdefault(place, older.titles[n])
        return place

    def _say(self, row: RecapRow, older: RecapTable, cell: Cell, title: str) -> Remark:
        reason = f'dipakai untuk baris {row.number} lembar "{self.one.sheet}", yang tidak mengisinya'
        cure = "isi di sana bila sudah berubah"
        return Remark(older.sheet, cell.address, plain(title), plain(cell.text), reason, cure, note=True)


def _name(one: RecapTable, row: RecapRow) -> str:
    number = next((n for n, column in one.columns.items() if column.path == NAME), 0)
    return folded(row.cells[number].text) if number in row.cells else ""
