"""Records of two rows below titles of two things: `Nama / Pengelola`, and below the name who runs it.

The two titles of a column stand in one cell or, as what they head does, below each other.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from generator.contributing.table_import.cells.remark import Remark, is_number
from generator.contributing.table_import.cells.values import is_nothing
from generator.contributing.table_import.files.sheet import Cell, Sheet
from generator.contributing.table_import.shapes.broken_rows import holds_more, only_column, text_of
from generator.contributing.table_import.shapes.header import headers
from generator.contributing.table_import.words.column_titles import Columns
from generator.contributing.table_import.words.columns import AGENCY_LABEL, BUDGET, NAME, NUMBER
from generator.text.github import plain
from generator.text.spelling import folded

#: Between the two things that one title names; what stands in brackets is the second of them.
_BOTH = re.compile(r"\s*[/&|\n]\s*|\s+(?:dan|serta)\s+|\s*[(;,]\s*", re.IGNORECASE)
#: Who runs an innovation, and what it costs, as the second of two things.
_RUNS: Final = frozenset(["pengelola", "pelaksana", "pengusul", "penanggung jawab", "pemilik", "instansi", "pengampu"])
_COSTS: Final = frozenset(["biaya", "dana", "pembiayaan", "pagu"])
#: So many columns at least hold two things, and so many records at least have two rows.
_FEWEST: Final = 2
#: Titles stand in so many of the first rows.
_DEEPEST: Final = 15
_LONGEST: Final = 60


@dataclass(frozen=True, slots=True)
class _Head:
    """The row of the titles, those of each column that holds two things, and the row of the second titles, if any."""

    row: int
    parts: Mapping[int, tuple[str, str]]
    second: int = 0


def paired(sheet: Sheet, columns: Columns) -> tuple[Sheet, tuple[Remark, ...]]:
    """The sheet with each record in one row, and what is told of that; as it is if one is not sure."""
    head, starts = _mirrored(sheet, columns)
    if not head:
        head = _head(sheet, columns)
        starts = _starts(sheet, head) if head else []
    if not head or len(starts) < _FEWEST or any(holds_more(sheet, range(row, row + 2)) for row in starts):
        return sheet, ()
    return _made(sheet, head, starts)


def _head(sheet: Sheet, columns: Columns) -> _Head | None:
    rows: dict[int, dict[int, tuple[str, str]]] = {}
    for (row, n), cell in sorted(sheet.cells.items()):
        if row <= _DEEPEST and len(cell.text) <= _LONGEST and (both := _titles(cell.text, columns)):
            rows.setdefault(row, {})[n] = both
    for row, parts in rows.items():
        paths = {column.path for both in parts.values() for title in both if (column := columns.title_of(title))}
        if len(parts) >= _FEWEST and NAME in paths:
            return _Head(row, parts)
    return None


def _mirrored(sheet: Sheet, columns: Columns) -> tuple[_Head | None, list[int]]:
    """Titles below titles, and the first rows of the records that mirror them; None and [] if one is not sure."""
    found = next(iter(headers(sheet, columns)), None)
    number = only_column(found, NUMBER) if found and only_column(found, NAME) else 0
    rows: dict[int, dict[int, Cell]] = {}
    for (row, n), cell in sorted(sheet.cells.items()):
        if not is_nothing(cell):
            rows.setdefault(row, {})[n] = cell
    first = found.title_row if found and number else 0
    below = {n: cell.text.strip() for n, cell in rows.get(first + 1, {}).items()} if first else {}
    meant = {column.path for text in below.values() if ":" not in text and (column := columns.title_of(text))}
    meant -= {column.path for column in found.columns.values()} if found else set()
    starts = [
        row for row, cells in rows.items() if row > first + 1 and number in cells and is_number(cells[number].text)
    ]
    if not (below and len(meant) == len(below) and below.keys() <= rows[first].keys() and starts):
        return None, []
    seconds = {row + 1 for row in starts} & rows.keys()
    between = {row for row in rows if first + 1 < row <= starts[-1] + 1}
    said = all(rows[row].keys() <= below.keys() for row in seconds)
    if not said or between != seconds | {*starts} or seconds & {*starts} or len(seconds) < _FEWEST:
        return None, []
    return _Head(first, {n: (rows[first][n].text, text) for n, text in sorted(below.items())}, first + 1), starts


def _titles(title: str, columns: Columns) -> tuple[str, str] | None:
    """The titles of the two things that a title names, None where it names one, or one that nobody knows."""
    pieces = [piece.strip(" )") for piece in _BOTH.split(title) if piece.strip(" )")]
    if len(pieces) != _FEWEST:
        return None
    first, second = pieces
    second = AGENCY_LABEL if folded(second) in _RUNS else second
    second = BUDGET[0] if folded(second) in _COSTS else second
    one, other = columns.title_of(first), columns.title_of(second)
    return (first, second) if one and other and one.path != other.path else None


def _starts(sheet: Sheet, head: _Head) -> list[int]:
    """The first row of each record: what stands beside the two things stands there alone; [] if one is not sure."""
    rows: dict[int, set[int]] = {}
    for (row, n), cell in sheet.cells.items():
        if row > head.row and not is_nothing(cell):
            rows.setdefault(row, set()).add(n)
    beside: dict[int, list[int]] = {}
    for row, filled in sorted(rows.items()):
        if len(filled & head.parts.keys()) >= _FEWEST:
            for n in filled - head.parts.keys():
                beside.setdefault(n, []).append(row)
    wide = {row for row, filled in rows.items() if len(filled & head.parts.keys()) >= _FEWEST}
    return next((starts for starts in beside.values() if _tells(starts, wide)), [])


def _tells(starts: Sequence[int], wide: set[int]) -> bool:
    """Whether rows are the first of two each, which together are all rows that hold several of the things named."""
    seconds = {row + 1 for row in starts}
    filled = 2 * len(seconds & wide) >= len(seconds)
    return filled and not seconds & set(starts) and set(starts) <= wide <= seconds | set(starts)


def _made(sheet: Sheet, head: _Head, starts: Sequence[int]) -> tuple[Sheet, tuple[Remark, ...]]:
    cells = dict(sheet.cells)
    last = max(n for _, n in cells)
    beyond = {n: last + place for place, n in enumerate(head.parts, 1)}
    for n, (first, second) in head.parts.items():
        cells[head.row, n] = replace(cells[head.row, n], text=first)
        cells[head.row, beyond[n]] = Cell(head.row, n, second)
    told = []
    for row in starts:
        for at in sorted(at for at in sheet.cells if at[0] == row + 1):
            cell, n = cells.pop(at), at[1]
            if n in beyond:
                cells[row, beyond[n]] = cell
            elif (row, n) in cells:
                cells[row, n] = replace(cells[row, n], text=text_of([cells[row, n], cell], prose=True), date="")
            else:
                cells[row, n] = cell
        told.append(_told(sheet.name, row, cells[min(at for at in cells if at[0] == row)]))
    gone = {head.second, *(row + 1 for row in starts)}
    cells = {at: cell for at, cell in cells.items() if at[0] != head.second}
    merged = {at: origin for at, origin in sheet.merged.items() if origin in cells and at[0] not in gone}
    return replace(sheet, cells=cells, merged=merged), tuple(told)


def _told(sheet: str, row: int, first: Cell) -> Remark:
    reason = f"baris {row}-{row + 1} dibaca sebagai satu inovasi, karena judul kolomnya menyebut dua hal"
    cure = "tulis setiap inovasi pada satu baris bila bukan itu"
    return Remark(sheet, first.address, "", plain(first.text), reason, cure, note=True)
