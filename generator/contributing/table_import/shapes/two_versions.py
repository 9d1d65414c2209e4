"""Columns that stand twice, as they were and as they are to be: `Semula | Menjadi`, `Isian OPD | Hasil Verifikasi`."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from generator.contributing.table_import.cells.remark import Remark
from generator.contributing.table_import.cells.values import is_nothing
from generator.contributing.table_import.files.sheet import Cell, Sheet
from generator.contributing.table_import.words.column_titles import Columns
from generator.spreadsheet import letters
from generator.text.github import plain
from generator.text.spelling import folded

_ENTERED: Final = r"(?:isian|data|usulan|versi|entri|input|menurut)"
_DONE: Final = r"(?:verifikasi|perbaikan|perubahan|koreksi|validasi|penyesuaian|revisi|reviu|review)"
_OLD = re.compile(
    rf"semula|lama|sebelum(?:nya)?(?: {_DONE})?|{_ENTERED} (?:opd|awal|lama|semula|perangkat daerah|pengusul|"
    rf"unit|dinas|sebelum(?:nya)?)|sebelum di\w+|tertulis|salah"
)
_NEW = re.compile(
    rf"menjadi|baru|sesudah(?:nya)?(?: {_DONE})?|setelah(?:nya)?(?: {_DONE})?|(?:hasil )?{_DONE}|setelah di\w+|"
    rf"{_ENTERED} (?:baru|akhir|final|terbaru|hasil \w+)|final|seharusnya|betul|benar|yang benar"
)
#: What stands for a value that was left as it was.
_KEPT = re.compile(
    r"(?:masih )?(?:tetap|sama|idem|tidak (?:ada )?(?:berubah|perubahan)|sda|s d a)"
    r"(?: (?:(?:dengan|seperti) )?(?:semula|sebelumnya|yang lama))?"
)
_KEPT_BEHIND = re.compile(r"\s{0,3}\((?:tetap|sama|tidak berubah)\)\s*\Z", re.IGNORECASE)
#: Titles stand in so many of the first rows.
_DEEPEST: Final = 15
_LONGEST: Final = 60


@dataclass(frozen=True, slots=True)
class _Pair:
    """A column as it was, the one that took its place, the title of both, the first row of the titles and of data."""

    old: int
    new: int
    title: str
    top: int
    first: int


def in_force(sheet: Sheet, columns: Columns) -> tuple[Sheet, tuple[Remark, ...]]:
    """The sheet with only the later of such columns, and what is told of the others."""
    heads = {at: cell for at, cell in sheet.cells.items() if at[0] <= _DEEPEST and len(cell.text) <= _LONGEST}
    news = [cell for cell in heads.values() if _NEW.fullmatch(folded(cell.text))]
    olds = [cell for cell in heads.values() if _OLD.fullmatch(folded(cell.text))] if news else []
    rows = {cell.row for cell in news} & {cell.row for cell in olds}
    pairs = [pair for row in sorted(rows)[:1] for pair in _pairs(sheet, row, olds, news, columns)]
    return _made(sheet, pairs) if pairs and _both_filled(sheet, pairs) else (sheet, ())


def _both_filled(sheet: Sheet, pairs: list[_Pair]) -> bool:
    """Whether rows have something in both columns, as they have not where either is ticked."""
    rows = {row for row, n in sheet.cells if n == pairs[0].new and row >= pairs[0].first}
    olds = {row for row, n in sheet.cells if n == pairs[0].old and row >= pairs[0].first}
    return bool(rows & olds) and len(rows & olds) * 2 >= len(olds)


def _pairs(sheet: Sheet, row: int, olds: list[Cell], news: list[Cell], columns: Columns) -> Iterator[_Pair]:
    """The pairs of columns whose titles, or the groups of them, stand in a row, where these titles are known."""
    for old in (cell for cell in olds if cell.row == row):
        new = next((one for one in news if one.row == row and one.column > old.column), None)
        if new is None:
            continue
        over = _shown(sheet, row - 1, old.column)
        below = {n: _shown(sheet, row + 1, n) for n in range(old.column, _end(sheet, new) + 1)}
        width = new.column - old.column
        filled = [n for n in range(old.column, new.column) if below[n]]
        same = all(folded(below[n]) == folded(below.get(n + width, "")) for n in filled)
        if width == 1 and over and _shown(sheet, row - 1, new.column) in (over, ""):
            column = columns.title_of(over)
            # How it was before an innovation, in words, is its reason: no older version of it.
            if column and not (column.shape.kind == "prosa" and folded(old.text).startswith("sebelum")):
                yield _Pair(old.column, new.column, over, row - 1, row + 1)
        elif same and any(columns.title_of(below[n]) for n in filled):
            yield from (_Pair(n, n + width, below[n], row, row + 2) for n in filled)


def _end(sheet: Sheet, cell: Cell) -> int:
    """The last column of a group: as far as it is merged, else of what stands below it."""
    wide = [n for (row, n), origin in sheet.merged.items() if origin == (cell.row, cell.column) and row == cell.row]
    return max([cell.column, *wide])


def _shown(sheet: Sheet, row: int, column: int) -> str:
    at = sheet.merged.get((row, column), (row, column))
    return sheet.cells[at].text.strip() if at in sheet.cells else ""


def _made(sheet: Sheet, pairs: list[_Pair]) -> tuple[Sheet, tuple[Remark, ...]]:
    cells = dict(sheet.cells)
    told: list[Remark] = []
    for pair in pairs:
        for row in range(pair.top, pair.first):
            for n in (pair.old, pair.new):
                cells.pop((row, n), None)
        cells[pair.top, pair.new] = Cell(pair.top, pair.new, pair.title)
        for row in sorted(row for row, n in sheet.cells if n in (pair.old, pair.new) and row >= pair.first):
            old, new = cells.pop((row, pair.old), None), cells.get((row, pair.new))
            kept = old is not None and (new is None or is_nothing(new) or _KEPT.fullmatch(folded(new.text)) is not None)
            if old and kept:
                cells[row, pair.new] = replace(old, column=pair.new)
            elif new:
                cells[row, pair.new] = replace(new, text=_KEPT_BEHIND.sub("", new.text))
            if old:
                told.append(_told(sheet.name, old, pair, kept=kept))
    heads = {(row, n) for pair in pairs for row in range(pair.top, pair.first) for n in (pair.old, pair.new)}
    gone = {pair.old for pair in pairs}
    merged: Mapping[tuple[int, int], tuple[int, int]] = {
        at: origin
        for at, origin in sheet.merged.items()
        if origin in cells and at not in heads and origin not in heads and at[1] not in gone
    }
    return replace(sheet, cells=cells, merged=merged), tuple(told)


def _told(sheet: str, cell: Cell, pair: _Pair, *, kept: bool) -> Remark:
    new = letters(pair.new)
    reason = (
        f"dipakai, karena kolom {new} tidak mengubahnya"
        if kept
        else f"isian sebelum perubahan; yang dipakai kolom {new}"
    )
    return Remark(sheet, cell.address, plain(pair.title), plain(cell.text), reason, note=True, whole_column=True)
