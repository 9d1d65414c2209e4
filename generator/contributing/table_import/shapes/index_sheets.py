"""Sheets that only list what others hold in full, or add to it: their rows go to the innovations of the same name."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from generator.contributing.table_import.cells.remark import RecapRow, RecapTable, Remark
from generator.contributing.table_import.files.sheet import MAX_COLUMNS, Cell
from generator.contributing.table_import.words.columns import NAME, NUMBER, SUMMARY, Keys, RecapColumn
from generator.text.github import plain
from generator.text.spelling import folded

#: A table that lacks so many of these says little of its innovations.
_SAYS: Final[tuple[Keys, ...]] = (SUMMARY, ("bentuk",), ("urusan",))
_LACKS: Final = 2
#: Where the values of such a table are kept: beyond all columns of the one that they are added to.
BEYOND: Final = 1_000 * MAX_COLUMNS
_MOST: Final = 0.5
#: What says in the name of a sheet that another took its place.
OLD = re.compile(r"(?<![^\W_])(?:lama|arsip|salinan|cadangan|backup|bak|old|sebelumnya)(?![^\W_])", re.IGNORECASE)


@dataclass(slots=True)
class _Full:
    """A table that says much, with what others add to its rows (by number of row)."""

    table: RecapTable
    columns: dict[int, RecapColumn] = field(default_factory=dict)
    titles: dict[int, str] = field(default_factory=dict)
    cells: dict[int, dict[int, Cell]] = field(default_factory=dict)

    def made(self) -> RecapTable:
        """The table with what was added."""
        rows = (replace(row, cells={**row.cells, **self.cells.get(row.number, {})}) for row in self.table.rows)
        columns, titles = {**self.table.columns, **self.columns}, {**self.table.titles, **self.titles}
        return replace(self.table, rows=tuple(rows), columns=columns, titles=titles) if self.columns else self.table


def gathered(tables: Sequence[RecapTable]) -> tuple[list[RecapTable], list[Remark]]:
    """The tables of a file, those that only list the innovations of others joined to these; and what is told of it."""
    thin = [one for one in tables if _is_thin(one)]
    full = [_Full(one) for one in tables if not _is_thin(one)]
    names: dict[str, list[tuple[_Full, RecapRow]]] = {}
    for one in full:
        for row in one.table.rows:
            names.setdefault(_name(one.table, row), []).append((one, row))
    once = {name: places[0] for name, places in names.items() if name and len(places) == 1}
    kept: list[RecapTable] = []
    told: list[Remark] = []
    for number, listed in enumerate(thin, 1):
        known = [row for row in listed.rows if _name(listed, row) in once]
        if not known or len(known) < _MOST * len(listed.rows):
            kept.append(listed)
            continue
        for row in known:
            told += _added(*once[_name(listed, row)], listed, row, number)
        reason = f"{len(known)} baris mendaftar inovasi dari lembar lain, dan dibaca bersamanya"
        told.append(Remark(listed.sheet, "", "", "", reason, note=True))
        kept.append(replace(listed, rows=tuple(row for row in listed.rows if row not in known)))
    joined = {id(one.table): one.made() for one in full}
    left = {id(old): new for old, new in zip(thin, kept, strict=True)}
    made = joined | left
    return [made[id(one)] for one in tables], told


def _is_thin(one: RecapTable) -> bool:
    paths = {column.path for column in one.columns.values()}
    lacks = sum(path not in paths for path in _SAYS)
    return not one.is_form and NAME in paths and lacks >= _LACKS and (not one.edition or bool(OLD.search(one.sheet)))


def _name(one: RecapTable, row: RecapRow) -> str:
    number = next((n for n, column in one.columns.items() if column.path == NAME), 0)
    return folded(row.cells[number].text) if number in row.cells else ""


def _added(full: _Full, row: RecapRow, one: RecapTable, other: RecapRow, number: int) -> Iterator[Remark]:
    """Put to a row what another sheet says of its innovation; where both say something else, tell it."""
    own: Mapping[Keys, int] = {column.path: n for n, column in full.table.columns.items()}
    for n, column in one.columns.items():
        cell = other.cells.get(n)
        if cell is None or column.path in (NAME, NUMBER):
            continue
        said = row.cells.get(own.get(column.path, 0))
        if said is None:
            place = number * BEYOND + n
            full.columns[place], full.titles[place] = column, one.titles[n]
            full.cells.setdefault(row.number, {})[place] = replace(cell, sheet=one.sheet)
        elif folded(said.text) != folded(cell.text):
            reason = f'berbeda dari {said.address} lembar "{full.table.sheet}", yang dipakai'
            title, value = plain(one.titles[n]), plain(cell.text)
            yield Remark(one.sheet, cell.address, title, value, reason, "samakan keduanya", note=True)
