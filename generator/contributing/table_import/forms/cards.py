"""Forms that stand beside each other on a sheet, each with the same labels at its left: every one is read by itself."""

from collections.abc import Mapping

from generator.contributing.table_import.files.sheet import Cell, Sheet
from generator.contributing.table_import.forms.form_rows import LABELS, is_count, known_label
from generator.contributing.table_import.shapes.side_by_side import over_all, part_of
from generator.contributing.table_import.words.column_titles import Columns
from generator.text.spelling import folded

#: So many of the labels of the first form at least come again in one beside it.
_MOST = 0.6


def cards(sheet: Sheet, columns: Columns) -> list[Sheet]:
    """The parts of a sheet with a form each, from the left; the sheet itself where no labels come again."""
    by_column: dict[int, dict[int, Cell]] = {}
    for (row, column), cell in sorted(sheet.cells.items()):
        by_column.setdefault(column, {})[row] = cell
    known = {
        n: {folded(one.text) for one in cells.values() if known_label(one, columns)} for n, cells in by_column.items()
    }
    first = next((n for n in sorted(known) if len(known[n]) >= LABELS), 0)
    again = [n for n in sorted(known) if n > first > 0 and len(known[n] & known[first]) >= _MOST * len(known[first])]
    firsts = [1, *(_with_counts(n, by_column) for n in again if len(known[n]) >= LABELS)]
    if len(firsts) < 2:
        return [sheet]
    ends = [*firsts[1:], max(by_column) + 1]
    labels = (row for row, cell in by_column[first].items() if known_label(cell, columns))
    over = over_all(sheet, next(labels), firsts[1])
    return [part_of(sheet, at, end, over) for at, end in zip(firsts, ends, strict=True)]


def _with_counts(column: int, by_column: Mapping[int, Mapping[int, Cell]]) -> int:
    """Where a form begins: a column before its labels that only counts them is its own."""
    before = by_column.get(column - 1, {})
    return column - 1 if before and all(is_count(cell.text) for cell in before.values()) else column
