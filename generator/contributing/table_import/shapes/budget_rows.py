"""Budgets by rows: programmes and activities with their codes and sums, the innovations among them marked as such."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from generator.contributing.table_import.cells.remark import Remark
from generator.contributing.table_import.files.sheet import Cell, Sheet
from generator.text.github import plain

_MARKED = re.compile(r"\s*inovasi\s?:\s*(?=\S)", re.IGNORECASE)
_ABOVE = re.compile(r"\s*(?:program|(?:sub ?)?kegiatan)\b(?!\s*(?:/|$))", re.IGNORECASE)
#: The affair of a programme and of all below it: `Program Pelatihan Kerja (urusan tenaga kerja)`.
_AFFAIR = re.compile(r"\(\s?urusan:? ([^()]{3,80})\)\s*\Z", re.IGNORECASE)
_INNOVATION = re.compile(r"\binovasi\b", re.IGNORECASE)
_NAMES: Final = "Nama Inovasi"
#: So many innovations at least are marked.
_FEWEST: Final = 2
#: What has so much of the so many cells that each innovation has is no programme: `Program Ibu Sehat` may be a name.
_MOST: Final = 0.7
_ENTRY: Final = 5


def without_budget_rows(sheet: Sheet) -> tuple[Sheet, tuple[Remark, ...]]:
    """The sheet with only those rows of a budget that are innovations, below what a programme says of their affair."""
    marked: dict[int, list[int]] = {}
    for (row, n), cell in sorted(sheet.cells.items()):
        if _MARKED.match(cell.text):
            marked.setdefault(n, []).append(row)
    column = next((n for n, rows in marked.items() if len(rows) >= _FEWEST), 0)
    above = _above(sheet, column, marked[column]) if column else {}
    tops = [row for row, n in sheet.cells if above and n == column and row < min(marked[column][0], *above)]
    if not tops and above and _INNOVATION.search(above[min(above)].text):  # `Program, Kegiatan, dan Inovasi`
        tops = [min(above)]
        del above[tops[0]]
    return _made(sheet, column, max(tops), above) if above and tops else (sheet, ())


def _above(sheet: Sheet, column: int, marked: Sequence[int]) -> dict[int, Cell]:
    """The cells of programmes and activities. A row that has most of what each innovation has is one itself."""
    filled: dict[int, set[int]] = {}
    for row, n in sheet.cells:
        filled.setdefault(row, set()).add(n)
    each = set.intersection(*(filled[row] for row in marked))
    return {
        row: cell
        for (row, n), cell in sorted(sheet.cells.items())
        if n == column and row <= marked[-1] and _ABOVE.match(cell.text)
        if len(each) < _ENTRY or len(each & filled[row]) <= _MOST * len(each)
    }


def _made(sheet: Sheet, column: int, over: int, above: Mapping[int, Cell]) -> tuple[Sheet, tuple[Remark, ...]]:
    cells = {at: cell for at, cell in sheet.cells.items() if at[0] not in above}
    told = []
    for row, cell in sorted(above.items()):
        texts = [cell.text, *(one.text for at, one in sorted(sheet.cells.items()) if at[0] == row and one is not cell)]
        reason = "dibaca sebagai program atau kegiatan, bukan inovasi"
        told.append(Remark(sheet.name, cell.address, "", plain("; ".join(texts)), reason, note=True))
        if match := _AFFAIR.search(cell.text):
            cells[row, column] = replace(cell, text=f"Urusan: {match[1].strip()}")
    for at, cell in cells.items():
        if at[1] == column:
            text = _NAMES if at[0] == over and _INNOVATION.search(cell.text) else _MARKED.sub("", cell.text, count=1)
            cells[at] = replace(cell, text=text)
    merged = {at: origin for at, origin in sheet.merged.items() if origin in cells and at[0] not in above}
    return replace(sheet, cells=dict(sorted(cells.items())), merged=merged), tuple(told)
