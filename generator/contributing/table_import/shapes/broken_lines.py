"""Records that a word processor broke into lines, a row each: only the first has the number of the record."""

import re
from collections.abc import Iterator, Mapping, Sequence
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
#: With these a line goes on in the next one, whatever that begins with.
_GO_ON: Final = (":", "/", ",", "&", "-", "(")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
#: So much of the width of its column at least a line and the next word would fill, where letters differ in width.
_FILLS: Final = 0.8


def whole_records(sheet: Sheet, columns: Columns) -> tuple[Sheet, tuple[Remark, ...]]:
    """The sheet with the lines of each record put together, and what is told of that; as it is if one is not sure."""
    head = next(iter(headers(sheet, columns)), None)
    number, name = (only_column(head, NUMBER), only_column(head, NAME)) if head else (0, 0)
    if not (head and number and name):
        return sheet, ()
    records = list(_records(sheet, head, number))
    broken = [rows for rows in records if len(rows) > 1]
    lines = [lines_of(sheet, rows, number) for rows in broken]
    texts = {n for n, column in head.columns.items() if column.shape.kind == "prosa" or column.path == SUMMARY}
    texts |= {n for n in head.titles.keys() - head.columns.keys() if _is_text(n, lines)}
    wide = _are_wrapped(name, texts, lines)
    sure = all(_goes_on(one, rows, name, texts, wide=wide) for one, rows in zip(lines, broken, strict=True))
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


def _goes_on(lines: Lines, rows: range, name: int, texts: set[int], *, wide: bool) -> bool:
    """Whether all rows below the first only go on with what it says: a text in the middle of a sentence among them."""
    own = [cell for cells in lines.values() for cell in cells[:1]]
    named, *more = lines.get(name, [Cell(0, name, "")])
    if any(cell.row != rows[0] for cell in own) or named.row != rows[0]:
        return False
    inside = {row for row in _inside(lines, texts) if not _is_own(lines, row, texts | {name})} if wide else set[int]()
    if not all(cell.text.strip()[:1] == "(" or _is_lower(cell) or cell.row in inside for cell in more):
        return False
    broken = [cells for n, cells in lines.items() if n in texts and len(cells) > 1]
    return bool(broken) and all(_is_one_text(cells) for cells in broken)


def _is_own(lines: Lines, row: int, texts: set[int]) -> bool:
    """Whether a row begins anew what several columns say, or says another year: it is an innovation of its own."""
    others = (pair for n, cells in lines.items() if n not in texts for pair in pairwise(cells))
    begun = [
        (over.text, under.text)
        for over, under in others
        if under.row == row and not _is_lower(under) and not over.text.strip().endswith(_GO_ON)
    ]
    return len(begun) >= _FEWEST or any(_YEAR.search(over) and _YEAR.search(under) for over, under in begun)


def _are_wrapped(name: int, texts: set[int], records: Sequence[Lines]) -> bool:
    """Whether lines end where their column does, in names of several records too: then a name goes on in any letters.

    A text begins with a capital, and where it breaks off the next word would not have stood beside it any more.
    """
    inside = [_inside(lines, texts) for lines in records]
    pairs = zip(records, inside, strict=True)
    named = [lines for lines, rows in pairs if any(cell.row in rows for cell in lines.get(name, ())[1:])]
    columns = [[cells for lines in records if (cells := lines.get(n))] for n in texts]
    return len(named) >= _FEWEST and all(_fill(column) for column in columns)


def _fill(column: Sequence[list[Cell]]) -> bool:
    widest = max((len(cell.text.strip()) for cells in column for cell in cells), default=0)
    broken = [pair for cells in column for pair in pairwise(cells) if _breaks_off(*pair)]
    full = (len(f"{over.text.strip()} {under.text.split()[0]}") >= _FILLS * widest for over, under in broken)
    return not any(map(_is_lower, (cells[0] for cells in column))) and all(full)


def _inside(lines: Lines, texts: set[int]) -> set[int]:
    """The rows in which a text goes on in the middle of a sentence."""
    pairs = [pair for n, cells in lines.items() if n in texts for pair in pairwise(cells)]
    return {under.row for over, under in pairs if under.row == over.row + 1 and _breaks_off(over, under)}


def _is_lower(cell: Cell) -> bool:
    return cell.text.strip()[:1].islower()


def _breaks_off(over: Cell, under: Cell) -> bool:
    return not over.text.strip().endswith(_ENDS) and _is_lower(under)


def _is_text(n: int, records: Sequence[Lines]) -> bool:
    """Whether a column whose title nobody knows has texts of several lines."""
    broken = [cells for lines in records if len(cells := lines.get(n, [])) > 1]
    return len(broken) >= _FEWEST and all(map(_is_one_text, broken))


def _is_one_text(cells: list[Cell]) -> bool:
    """Whether lines are one text: some break off in the middle of a sentence, and no further one begins another."""
    ended = [over.text.strip().endswith(_ENDS) for over, _ in pairwise(cells)]
    broken_off = [_breaks_off(*pair) for pair in pairwise(cells)]
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
