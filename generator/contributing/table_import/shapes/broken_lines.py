"""Records that a word processor broke into lines, a row each: only the first has the number of the record."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import pairwise
from typing import Final

from generator.contributing.table_import.cells.remark import Remark, is_number
from generator.contributing.table_import.cells.values import is_nothing
from generator.contributing.table_import.files.sheet import Cell, Sheet
from generator.contributing.table_import.shapes.broken_rows import Lines, lines_of, only_column, text_of
from generator.contributing.table_import.shapes.furniture import is_of_page
from generator.contributing.table_import.shapes.header import Header, headers
from generator.contributing.table_import.words.column_titles import Columns
from generator.contributing.table_import.words.columns import NAME, NUMBER, SUMMARY
from generator.text.github import plain

#: So many records at least are broken before a table is taken for such a one.
_FEWEST: Final = 2
_ENDS: Final = (".", "!", "?", ";", ":")


def whole_records(sheet: Sheet, columns: Columns) -> tuple[Sheet, tuple[Remark, ...]]:
    """The sheet with the lines of each record put together, and what is told of that; as it is if one is not sure."""
    head = next(iter(headers(sheet, columns)), None)
    number, name = (only_column(head, NUMBER), only_column(head, NAME)) if head else (0, 0)
    if not (head and number and name):
        return sheet, ()
    records = list(_records(sheet, head, number))
    broken = [rows for rows in records if len(rows) > 1]
    texts = {n for n, column in head.columns.items() if column.shape.kind == "prosa" or column.path == SUMMARY}
    lines = [lines_of(sheet, rows, number) for rows in broken]
    sure = all(_goes_on(one, rows, name, texts) for one, rows in zip(lines, broken, strict=True))
    more = {n for one in lines for n, cells in one.items() if len(cells) > 1} - texts - {name}
    if len(broken) < _FEWEST or not sure or not more or _holds_more(sheet, lines):
        return sheet, ()
    return _made(sheet, lines, texts | {name})


def _holds_more(sheet: Sheet, records: list[Lines]) -> bool:
    """Whether lines hold what does not go into a text: links, notes, what is struck out or hidden."""
    cells = [cell for record in records for lines in record.values() for cell in lines]
    rows = {cell.row for cell, _ in sheet.left} | {row for row, _ in sheet.beside}
    return any(cell.link or cell.struck or cell.error or cell.row in rows for cell in cells)


def _records(sheet: Sheet, head: Header, number: int) -> Iterator[range]:
    """The rows of each record: from its number to before the next one, or to where the table ends."""
    rows: dict[int, dict[int, Cell]] = {}
    for (row, n), cell in sheet.cells.items():
        if row >= head.first_row and not is_nothing(cell):
            rows.setdefault(row, {})[n] = cell
    filled = {row for row, cells in rows.items() if not is_of_page(cells)}
    starts = [row for row in sorted(filled) if (at := sheet.cells.get((row, number))) and is_number(at.text)]
    for first, after in pairwise([*starts, max(filled, default=0) + 1]):
        end = next((row for row in range(first + 1, after) if row not in filled or (row, number) in sheet.cells), after)
        yield range(first, end)


def _goes_on(lines: Lines, rows: range, name: int, texts: set[int]) -> bool:
    """Whether all rows below the first only go on with what it says: a text in the middle of a sentence among them."""
    own = [cell for cells in lines.values() for cell in cells[:1]]
    named, *more = lines.get(name, [Cell(0, name, "")])
    if any(cell.row != rows[0] for cell in own) or named.row != rows[0]:
        return False
    if not all(cell.text.strip()[:1] == "(" or cell.text.strip()[:1].islower() for cell in more):
        return False
    broken = [cells for n, cells in lines.items() if n in texts and len(cells) > 1]
    return bool(broken) and all(_is_one_text(cells) for cells in broken)


def _is_one_text(cells: list[Cell]) -> bool:
    """Whether lines are one text: some break off in the middle of a sentence, and no further one begins another."""
    pairs = [(over.text.strip(), cell.text.strip()) for over, cell in pairwise(cells)]
    ended = [over.endswith(_ENDS) for over, _ in pairs]
    broken_off = [not end and under[:1].islower() for end, (_, under) in zip(ended, pairs, strict=True)]
    return any(broken_off) and all(one or end for one, end in zip(broken_off, ended, strict=True))


def _made(sheet: Sheet, records: list[Lines], texts: set[int]) -> tuple[Sheet, tuple[Remark, ...]]:
    cells: dict[tuple[int, int], Cell] = dict(sheet.cells)
    told = []
    for record in records:
        for n, lines in record.items():
            for cell in lines:
                del cells[cell.row, n]
            date = lines[0].date if len(lines) == 1 else ""
            cells[lines[0].row, n] = replace(lines[0], text=text_of(lines, prose=n in texts), date=date)
        told.append(_told(sheet.name, record))
    merged: Mapping[tuple[int, int], tuple[int, int]] = {
        at: origin for at, origin in sheet.merged.items() if origin in cells
    }
    return replace(sheet, cells=cells, merged=merged), tuple(told)


def _told(sheet: str, record: Lines) -> Remark:
    rows = [cell.row for lines in record.values() for cell in lines]
    first = next(cell for lines in record.values() for cell in lines if cell.row == min(rows))
    reason = f"baris {min(rows)}-{max(rows)} dibaca sebagai satu inovasi, karena hanya baris pertamanya bernomor"
    return Remark(sheet, first.address, "", plain(first.text), reason, "beri nomor bila bukan satu inovasi", note=True)
