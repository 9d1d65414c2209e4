"""Records that a word processor broke into several rows of a sheet: their number is merged over all of them."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from generator.contributing.table_import.cells.remark import Remark, is_number
from generator.contributing.table_import.files.sheet import MAX_COLUMNS, Cell, Sheet
from generator.contributing.table_import.shapes.header import Header, headers, nearest_header
from generator.contributing.table_import.words.column_titles import Columns
from generator.contributing.table_import.words.columns import NAME, NUMBER, YEAR_ALONE, RecapColumn
from generator.text.github import plain
from generator.text.spelling import folded

#: Between the two things that one title names.
_BOTH = re.compile(r"[ \t]*/[ \t]*|[ \t]+(?:dan|&|serta)[ \t]+", re.IGNORECASE)
_MONEY = re.compile(r"\bRp\b", re.IGNORECASE)
_ENDS: Final = (".", "!", "?", ";", ",")
#: A line that ends in the middle of a word, and what stands before a sign that a word has of its own.
_CUT = re.compile(r"[^\W\d_]-\Z")
_BEFORE_SIGN: Final = frozenset(["non", "e", "pra", "pasca", "anti", "multi", "semi", "sub", "antar", "ke", "se"])
#: A name is no longer than this, in words.
_LONGEST_NAME: Final = 10
#: So many numbers at least stand over several rows before a table is taken for broken.
_FEWEST: Final = 2
_MONEY_WORDS: Final = frozenset(["biaya", "anggaran", "dana", "pembiayaan"])
_SUMS: Final = "Anggaran"

#: What stands in the rows of a record, by column from the top.
Lines = dict[int, list[Cell]]


@dataclass(frozen=True, slots=True)
class _Broken:
    """A table of broken rows: its head, its column of names, what its columns of two things hold, its further heads."""

    head: Header
    name: int
    parts: Mapping[int, tuple[str, ...]]
    again: Sequence[int]


def whole_rows(sheet: Sheet, columns: Columns) -> tuple[Sheet, tuple[Remark, ...]]:
    """The sheet with the rows of each record put together, and what is told of that; as it is if one is not sure."""
    head = next(iter(headers(sheet, columns)), None) or nearest_header(sheet, columns) if sheet.merged else None
    number = only_column(head, NUMBER) if head else 0
    name = (only_column(head, NAME) or _unnamed(head, number)) if head else 0
    if not (head and number and name):
        return sheet, ()
    areas = list(_records(sheet, head, number))
    records = [lines_of(sheet, rows, number) for rows in areas]
    sure = all(_sure(record.get(name, []), rows) for record, rows in zip(records, areas, strict=True))
    if len(records) < _FEWEST or not sure or any(holds_more(sheet, rows) for rows in areas):
        return sheet, ()
    parts = {n: made for n, title in head.titles.items() if (made := _titles(title, columns, is_name=n == name))}
    again = list(_heads_again(sheet, head))
    return _made(sheet, _Broken(head, name, parts, again), records)


def _unnamed(head: Header, number: int) -> int:
    """The column beside the numbers where no title is of names, if nobody knows its own."""
    return number + 1 if number + 1 in head.titles and number + 1 not in head.columns and not head.names else 0


def only_column(head: Header, path: tuple[str, ...]) -> int:
    """The one column of this path, 0 where there is none or several."""
    found = [n for n, column in head.columns.items() if column.path == path]
    return found[0] if len(found) == 1 else 0


def _records(sheet: Sheet, head: Header, number: int) -> Iterator[range]:
    """The rows over which each number is merged."""
    last: dict[int, int] = {}
    for (row, n), origin in sheet.merged.items():
        if n == number and origin[1] == number and origin[0] >= head.first_row:
            last[origin[0]] = max(row, last.get(origin[0], row))
    for first, end in sorted(last.items()):
        if end > first and is_number(sheet.cells[first, number].text):
            yield range(first, end + 1)


def _heads_again(sheet: Sheet, head: Header) -> Iterator[int]:
    """The rows below that repeat the titles."""
    by_row: dict[int, dict[int, str]] = {}
    for (row, n), cell in sheet.cells.items():
        by_row.setdefault(row, {})[n] = folded(cell.text)
    titles = by_row.get(head.title_row)
    yield from sorted(row for row, texts in by_row.items() if row > head.title_row and texts == titles)


def lines_of(sheet: Sheet, rows: range, number: int) -> Lines:
    """What stands in the rows beside the number, by column from the top."""
    found: Lines = {}
    for row in rows:
        for n in range(1, MAX_COLUMNS + 1):
            if n != number and (cell := sheet.cells.get((row, n))):
                found.setdefault(n, []).append(cell)
    return found


def holds_more(sheet: Sheet, rows: range) -> bool:
    """Whether lines below the first hold what does not go into a text: links, notes, what is struck out or hidden."""
    more = [cell for (row, _), cell in sheet.cells.items() if row in rows[1:]]
    left = any(cell.row in rows for cell, _ in sheet.left) or any(row in rows[1:] for row, _ in sheet.beside)
    return left or any(cell.link or cell.struck or cell.error for cell in more)


def _sure(lines: list[Cell], rows: range) -> bool:
    """A name in the first of the rows, and below it only sentences or what goes on with them: no further name."""
    first = lines[0].text.strip() if lines and lines[0].row == rows[0] else ""
    named = 0 < len(first.split()) <= _LONGEST_NAME and not first.endswith(_ENDS)
    return named and all(
        cell.text.strip().endswith(_ENDS) or over.text.strip().endswith((",", ";")) or cell.text.strip()[:1].islower()
        for over, cell in pairwise(lines)
    )


def _titles(title: str, columns: Columns, *, is_name: bool) -> tuple[str, ...]:
    """The titles of the two things that a column of such a table holds, () where it holds one or is not known."""
    pieces = [piece.strip() for piece in _BOTH.split(title)]
    if len(pieces) != len(("first", "second")):
        return ()
    second = columns.title_of(pieces[1])
    if is_name:
        return (pieces[0], pieces[1]) if second and second.shape.kind in ("prosa", "baris") else ()
    money = folded(pieces[1]) in _MONEY_WORDS and _is_time(columns.title_of(pieces[0]))
    return (pieces[0], _SUMS) if money else ()


def _is_time(column: RecapColumn | None) -> bool:
    return column is not None and column.path == YEAR_ALONE


def text_of(lines: list[Cell], *, prose: bool) -> str:
    """The lines as one text: with a blank where a text goes on, and a word in one piece that a line cut in two."""
    text = lines[0].text.strip()
    for cell in lines[1:]:
        own = cell.text.strip()
        if _CUT.search(text) and own[:1].islower():
            text = f"{text if _keeps_sign(text, own) else text[:-1]}{own}"
        else:
            text += f"{' ' if prose or own[:1].islower() or text.endswith(':') else chr(10)}{own}"
    return text


def _keeps_sign(text: str, own: str) -> bool:
    """Whether the sign at the end of a line is the word's own: `anak-anak`, `non-digital`."""
    begun, rest = folded(text).split()[-1:], folded(own).split()[:1]
    return begun == rest or bool(begun and begun[0] in _BEFORE_SIGN)


def _split(lines: list[Cell], *, is_name: bool) -> tuple[list[Cell], list[Cell]]:
    if is_name:
        return lines[:1], lines[1:]
    return [c for c in lines if not _MONEY.search(c.text)], [c for c in lines if _MONEY.search(c.text)]


def _made(sheet: Sheet, broken: _Broken, records: list[Lines]) -> tuple[Sheet, tuple[Remark, ...]]:
    cells = {at: cell for at, cell in sheet.cells.items() if at[0] not in broken.again}
    last, row = max(n for _, n in cells), broken.head.title_row
    beyond = {n: last + place for place, n in enumerate(broken.parts, 1)}
    for n, titles in broken.parts.items():
        cells[row, n] = replace(cells.get((row, n), Cell(row, n, "")), text=titles[0])
        cells[row, beyond[n]] = Cell(row, n, titles[1])
    told = [_told_head(sheet, again) for again in broken.again]
    for record in records:
        first = record[broken.name][0]
        told.append(_told(sheet.name, record, first))
        for n, lines in record.items():
            for cell in lines:
                del cells[cell.row, n]
            pieces = _split(lines, is_name=n == broken.name) if n in broken.parts else (lines, [])
            for at, piece in zip((n, beyond.get(n, 0)), pieces, strict=True):
                if piece:
                    text, date = text_of(piece, prose=n == broken.name), piece[0].date if len(piece) == 1 else ""
                    cells[first.row, at] = replace(piece[0], text=text, date=date)
    merged = {at: origin for at, origin in sheet.merged.items() if origin in cells}
    return replace(sheet, cells=cells, merged=merged), tuple(told)


def _told(sheet: str, record: Lines, first: Cell) -> Remark:
    last = max(cell.row for lines in record.values() for cell in lines)
    reason = f"baris {first.row}-{last} dibaca sebagai satu inovasi, karena nomornya digabung"
    cure = "pisahkan gabungan nomornya bila bukan satu inovasi"
    return Remark(sheet, first.address, "", plain(first.text), reason, cure, note=True)


def _told_head(sheet: Sheet, row: int) -> Remark:
    first = next(cell for at, cell in sorted(sheet.cells.items()) if at[0] == row)
    return Remark(
        sheet.name, first.address, "", plain(first.text), "judul kolom yang berulang, bukan inovasi", note=True
    )
