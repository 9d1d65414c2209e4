"""Tables that stand beside each other on one sheet: each has its own column of names, and begins where it is shown."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from generator.contributing.table_import.cells.reading import Against
from generator.contributing.table_import.cells.remark import NEXT_TABLE, Asked, Remark
from generator.contributing.table_import.cells.values import is_nothing
from generator.contributing.table_import.files.sheet import Cell, Sheet
from generator.contributing.table_import.shapes.header import Header
from generator.contributing.table_import.shapes.numbered_groups import answers_apart
from generator.contributing.table_import.words.columns import NAME
from generator.spreadsheet import letters
from generator.text.github import plain
from generator.text.spelling import folded

_YEAR = re.compile(r"(?<![0-9])20[0-9]{2}(?![0-9])")
_LETTERS = re.compile(r"\b[A-Z]{1,2}\b")
#: So many titles are offered as the first of a next table.
_MOST_OPTIONS: Final = 20
#: So many rows at least are read for one innovation before two columns of the same names count as one.
_FEWEST: Final = 2


@dataclass(frozen=True, slots=True)
class Beside:
    """The parts of a sheet, one a table, the newest first; and what is asked where nobody can tell them apart."""

    parts: tuple[Sheet, ...] = ()
    asked: tuple[Remark, ...] = ()


def beside(sheet: Sheet, found: Header, against: Against) -> Beside:
    """The tables under the titles of a sheet; nothing where it has one only."""
    if parts := answers_apart(sheet, found, against.columns):
        return Beside(tuple(parts))
    names = _names(sheet, found)
    firsts = _firsts(sheet, found, names) if len(names) > 1 else []
    if not firsts:
        if not _others_again(found, names):
            return Beside()
        reply = (against.defaults.reply(sheet.name, NEXT_TABLE) or "").upper()
        said = {letter for part in reply.split(";") for letter in _LETTERS.findall(part)[:1]}
        firsts = [1, *(n for n in sorted(found.titles) if letters(n) in said)]
        if not _parts_names(firsts, names, found):
            return Beside(asked=tuple(_ask(sheet, found, names)))
    ends = [*firsts[1:], max(column for _, column in sheet.cells) + 1]
    shared = over_all(sheet, found.title_row, firsts[1])
    parts = [part_of(sheet, first, end, shared) for first, end in zip(firsts, ends, strict=True)]
    years = _years(parts, found) or [0] * len(parts)
    dated = [replace(part, block=year) for part, year in zip(parts, years, strict=True)]
    return Beside(tuple(sorted(dated, key=lambda part: -part.block)))


def over_all(sheet: Sheet, first: int, second: int) -> list[Cell]:
    """What stands over all tables or forms: alone in its row at the left, not merged over the first of them only.

    They begin in the row `first`, the second of them in the column `second`.
    """
    ends: dict[tuple[int, int], int] = {}
    for (_, n), origin in sheet.merged.items():
        ends[origin] = max(n, ends.get(origin, n))
    rows: dict[int, list[Cell]] = {}
    for (row, _), cell in sorted(sheet.cells.items()):
        if row < first and not is_nothing(cell):
            rows.setdefault(row, []).append(cell)
    alone = [cells[0] for cells in rows.values() if len(cells) == 1 and cells[0].column < second]
    return [cell for cell in alone if ends.get((cell.row, cell.column), second) >= second]


def _names(sheet: Sheet, found: Header) -> list[int]:
    """The columns of names under titles that come again, but for the year in them; not where all hold the same."""
    called: dict[str, list[int]] = {}
    for n, column in sorted(found.columns.items()):
        origin = sheet.merged.get((found.first_row - 1, n), (0, n))
        if column.path == NAME and origin[1] == n:
            called.setdefault(folded(_YEAR.sub("", found.titles[n])), []).append(n)
    again = max(called.values(), key=len, default=[])
    rows: dict[int, list[str]] = {}
    for (row, n), cell in sorted(sheet.cells.items()):
        if n in again and row >= found.first_row:
            rows.setdefault(row, []).append(folded(cell.text))
    same = len(rows) >= _FEWEST and all(len(row) == len(again) and len(set(row)) == 1 for row in rows.values())
    return [] if same else again


def _firsts(sheet: Sheet, found: Header, names: Sequence[int]) -> list[int]:
    """The columns in which the tables begin, by the first sign that parts all the names; [] where none does."""
    titles = {n: folded(title) for n, title in sorted(found.titles.items()) if folded(title)}
    first = next(iter(titles.values()), "")
    again = [n for n, title in titles.items() if title == first]
    last = max(titles)
    above = sorted({row for row, _ in sheet.cells if row < found.title_row}, reverse=True)
    over = [sorted({n for (r, n), cell in sheet.cells.items() if r == row and not is_nothing(cell)}) for row in above]
    filled = {n for (row, n), cell in sheet.cells.items() if row >= found.title_row and not is_nothing(cell)}
    after_gaps = [n for n in range(2, last + 1) if n in filled and n - 1 not in filled]
    for starts in (again, after_gaps, *over):
        made = [1, *(n for n in starts if n > names[0])]
        if _parts_names(made, names, found):
            return made
    return []


def _parts_names(firsts: Sequence[int], names: Sequence[int], found: Header) -> bool:
    """Whether each of the tables that begin in these columns has one column of names, and knows another."""
    spans = list(zip(firsts, [*firsts[1:], max(found.titles) + 1], strict=True))
    known = [sum(start <= n < end for n in found.columns) for start, end in spans]
    own = all(sum(start <= n < end for n in names) == 1 for start, end in spans)
    return len(firsts) == len(names) and own and min(known) > 1


def _others_again(found: Header, names: Sequence[int]) -> bool:
    """Whether more comes again than the name: then what stands beside it may be another table."""
    paths = [column.path for n, column in found.columns.items() if n not in names]
    return len(names) > 1 and len(set(paths)) < len(paths)


def _years(parts: Sequence[Sheet], found: Header) -> list[int]:
    """The years of the tables, each its own, by the nearest row over them or their titles; [] where none says all."""
    for row in (*range(found.title_row - 1, 0, -1), *range(found.title_row, found.first_row)):
        said = [
            {year for (r, _), cell in part.cells.items() if r == row for year in _YEAR.findall(cell.text)}
            for part in parts
        ]
        if all(len(years) == 1 for years in said) and len(set.union(*said)) == len(parts):
            return [int(years.pop()) for years in said]
    return []


def _ask(sheet: Sheet, found: Header, names: Sequence[int]) -> list[Remark]:
    """The question where the next table begins, which every row waits for."""
    options = [f"{letters(n)}: {plain(found.titles[n])}" for n in sorted(found.titles) if names[0] < n <= names[-1]]
    places = " dan ".join(map(letters, names))
    reason = f'judul "{plain(found.titles[names[0]])}" ada pada kolom {places}; batas kedua tabel tidak jelas'
    text = f'Lembar "{sheet.name}": {reason}. Pada kolom mana tabel yang di sebelahnya bermula?'
    asked = Asked(sheet.name, NEXT_TABLE, tuple(options[:_MOST_OPTIONS]), text)
    cure = "jawab pada lembar Pertanyaan, atau pisahkan kedua tabel dengan satu kolom kosong"
    rows = sorted({row for (row, n), cell in sheet.cells.items() if n in names and row >= found.first_row})
    return [
        Remark(sheet.name, f"baris {row}", "", "", reason, cure, whole_column=True, row=row, asked=asked)
        for row in rows
    ]


def part_of(sheet: Sheet, first: int, end: int, shared: Sequence[Cell]) -> Sheet:
    """The cells from one column to before another, where they stand, below those that all parts share."""
    cells = {at: cell for at, cell in sheet.cells.items() if first <= at[1] < end}
    cells |= {(cell.row, max(cell.column, first)): cell for cell in shared}
    notes = {at: text for at, text in sheet.beside.items() if first <= at[1] < end}
    merged = {at: origin for at, origin in sheet.merged.items() if first <= min(at[1], origin[1]) and at[1] < end}
    left = tuple(one for one in sheet.left if first <= one[0].column < end)
    note = sheet.note if first == 1 else ""
    return replace(sheet, cells=cells, merged=merged, left=left, beside=notes, note=note, first=first)
