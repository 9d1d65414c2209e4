"""What only an older sheet of a file says of an innovation that goes on, and that no entry can live without."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from generator.contributing.table_import.cells.reading import Defaults
from generator.contributing.table_import.cells.region import Region
from generator.contributing.table_import.cells.remark import RecapRow, RecapTable, Remark, recap_year
from generator.contributing.table_import.files.sheet import Cell
from generator.contributing.table_import.rows.rows import reading
from generator.contributing.table_import.shapes.index_sheets import BEYOND, OLD
from generator.contributing.table_import.words.columns import EVENTS_KEY, NAME, SUMMARY, YEAR_ALONE, Keys
from generator.contributing.table_import.words.columns import RecapColumn as Column
from generator.text.github import plain
from generator.text.spelling import folded

_SERVE: Final[tuple[Keys, ...]] = (SUMMARY, ("bentuk",), ("urusan",))
_DATES: Final = (EVENTS_KEY, YEAR_ALONE[0])
#: How what stands over a table begins that another took the place of.
_COPY = re.compile(r"\W*(?:salinan|arsip|cadangan|backup|(?:data|daftar|rekap|lembar|versi) lama)\b", re.IGNORECASE)
#: Beyond the places of what lists add to their innovations.
_PLACES: Final = 1_000

#: The rows of each table that alone have their name in it, by that name.
_Names = list[tuple[RecapTable, Mapping[str, RecapRow]]]


def newest_first(tables: Sequence[RecapTable]) -> list[RecapTable]:
    """The tables of a file, those that say more of themselves to be the ones in use before those of old.

    Copies of old come last, of several years the last comes first. What has no year comes behind those that have one,
    unless it is the fuller one.
    """
    dated = [one for one in tables if _year(one) and not _is_old(one)]
    most = max(map(_fullness, dated), default=0.0)
    newest = max(map(_year, dated), default=0)

    def age(one: RecapTable) -> tuple[bool, int]:
        fuller = dated and not _year(one) and _fullness(one) > most
        return _is_old(one), -(newest + 1 if fuller else _year(one))

    return sorted(tables, key=age)


def from_earlier(
    tables: Sequence[RecapTable], region: Region, defaults: Defaults
) -> tuple[list[RecapTable], list[Remark]]:
    """The tables as they come (`newest_first`), each with what only those after it say; and what is told of it."""
    names: _Names = [(one, _alone(one)) for one in tables]
    made, told = [], []
    for place, one in enumerate(tables):
        later = [(n, *pair) for n, pair in enumerate(names) if n > place and pair[0].sheet != one.sheet]
        if one.is_form or not any(names[place][1].keys() & rows.keys() for _, _, rows in later):
            made.append(one)
            continue
        filled = _Filling(one, names[place][1], later, region, defaults)
        made.append(filled.table())
        told += filled.told
    return made, told


class _Filling:
    """One table, and what it takes from those that come after it."""

    def __init__(
        self,
        one: RecapTable,
        own: Mapping[str, RecapRow],
        later: Sequence[tuple[int, RecapTable, Mapping[str, RecapRow]]],
        region: Region,
        defaults: Defaults,
    ) -> None:
        self.one, self.own, self.later, self.region, self.defaults = one, own, later, region, defaults
        self.columns, self.titles = dict(one.columns), dict(one.titles)
        self.told: list[Remark] = []

    def table(self) -> RecapTable:
        """The table with its cells and the columns that they stand in."""
        alone = {id(row): name for name, row in self.own.items()}
        rows = tuple(self._row(alone[id(row)], row) if id(row) in alone else row for row in self.one.rows)
        return replace(self.one, rows=rows, columns=self.columns, titles=self.titles)

    def _row(self, name: str, row: RecapRow) -> RecapRow:
        has = {self.one.columns[n].path for n in row.cells if n in self.one.columns}
        lacks = [path for path in _SERVE if path not in has]
        undated = not any(path[0] in _DATES for path in has)
        cells = dict(row.cells)
        for place, older, rows in self.later if lacks or undated else ():
            other = rows.get(name)
            if other is None or not self._same_agency(row, older, other):
                continue
            for n, column in older.columns.items():
                if n in other.cells and (column.path in lacks or (undated and column.path[0] in _DATES)):
                    cells[self._place(place, older, n, cells)] = replace(other.cells[n], sheet=older.sheet)
                    self.told.append(self._say(row, older, other.cells[n], older.titles[n]))
            given = {older.columns[n].path for n in other.cells if n in older.columns}
            lacks = [path for path in lacks if path not in given]
            undated = undated and not any(path[0] in _DATES for path in given)
        return replace(row, cells=cells)

    def _same_agency(self, row: RecapRow, older: RecapTable, other: RecapRow) -> bool:
        """Whether both rows are of one agency, or the older one names none at all."""
        mine = reading(self.one, row, self.region, self.defaults).agency
        theirs = reading(older, other, self.region, self.defaults).agency
        return bool(mine) and (mine == theirs or (not theirs and not other.says_whose(older)))

    def _place(self, number: int, older: RecapTable, n: int, taken: Mapping[int, Cell]) -> int:
        column = older.columns[n]
        own = next((c for c, one in self.one.columns.items() if _key(one) == _key(column) and c not in taken), 0)
        place = own or BEYOND * (_PLACES + number) + n
        self.columns.setdefault(place, column)
        self.titles.setdefault(place, older.titles[n])
        return place

    def _say(self, row: RecapRow, older: RecapTable, cell: Cell, title: str) -> Remark:
        reason = f'dipakai untuk baris {row.number} lembar "{self.one.sheet}", yang tidak mengisinya'
        cure = "isi di sana bila sudah berubah"
        return Remark(older.sheet, cell.address, plain(title), plain(cell.text), reason, cure, note=True)


def _key(column: Column) -> tuple[Keys, str, int]:
    return column.path, column.lead, column.rank


def _year(one: RecapTable) -> int:
    return one.edition or recap_year("", one.over)


def _is_old(one: RecapTable) -> bool:
    return OLD.search(one.sheet) is not None or any(map(_COPY.match, one.over.split(" ; ")))


def _fullness(one: RecapTable) -> float:
    """How many of what no entry can live without the rows of a table have, on average."""
    numbers = [n for n, column in one.columns.items() if column.path in _SERVE]
    return sum(n in row.cells for row in one.rows for n in numbers) / max(len(one.rows), 1)


def _alone(one: RecapTable) -> dict[str, RecapRow]:
    named: dict[str, list[RecapRow]] = {}
    for row in one.rows:
        named.setdefault(_name(one, row), []).append(row)
    return {name: rows[0] for name, rows in named.items() if name and len(rows) == 1}


def _name(one: RecapTable, row: RecapRow) -> str:
    number = next((n for n, column in one.columns.items() if column.path == NAME), 0)
    return folded(row.cells[number].text) if number in row.cells else ""
