"""Sheets beside a recap that hold no innovations: scores of indicators, and how many there are of each kind."""

import re
from typing import Final

from generator.contributing.table_import.cells.remark import Remark
from generator.contributing.table_import.cells.values import is_nothing
from generator.contributing.table_import.files.sheet import Cell, Sheet
from generator.text.github import plain
from generator.text.spelling import folded

_SCORES: Final = frozenset(
    ["indikator", "parameter", "bobot", "skor", "nilai", "bukti dukung", "data dukung", "variabel"]
)
_NUMERIC = re.compile(r"[0-9., %]{1,20}")
_FEWEST: Final = 2


def told_counts(sheet: Sheet) -> Remark | None:
    """That a sheet without titles of innovations only has scores or counts; None of any other."""
    rows: dict[int, list[Cell]] = {}
    for (row, _), cell in sorted(sheet.cells.items()):
        if not is_nothing(cell):
            rows.setdefault(row, []).append(cell)
    wide = [cells for cells in rows.values() if len(cells) >= _FEWEST]
    scored = any(len({folded(cell.text) for cell in cells} & _SCORES) >= _FEWEST for cells in wide[:1])
    counted = len(wide) > _FEWEST and all(_counts(cells) for cells in wide[1:])
    if not (scored or counted):
        return None
    first = wide[0][0]
    reason = f"lembar ini memuat {'skor indikator' if scored else 'jumlah'}, bukan daftar inovasi; tidak dibaca"
    return Remark(sheet.name, first.address, "", plain("; ".join(cell.text for cell in wide[0])), reason, note=True)


def _counts(cells: list[Cell]) -> bool:
    """Whether a row has one thing, perhaps with its number, and how many there are of it: `Penerapan | 7`."""
    words = [cell for cell in cells if not _NUMERIC.fullmatch(cell.text.strip())]
    return len(words) == 1 and _NUMERIC.fullmatch(cells[-1].text.strip()) is not None
