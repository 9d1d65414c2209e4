"""The national form: labels at the left, the values beside or below them, one innovation a column of values."""

from dataclasses import replace
from typing import Final

from generator.contributing.table_import.columns import NAME, Columns, RecapColumn
from generator.contributing.table_import.remark import RecapRow, RecapTable, Remark
from generator.contributing.table_import.sheet import Cell, Sheet
from generator.contributing.table_import.values import is_nothing
from generator.spreadsheet import letters
from generator.text.github import plain

#: So many known labels below each other make a form.
_LABELS: Final = 3


def profiles(sheet: Sheet, columns: Columns) -> tuple[RecapTable, list[Remark]] | None:
    """The form of a sheet as a table, each label a column of it, and what of the sheet it leaves out; None if none."""
    labels, place = _labels(sheet, columns)
    if len(labels) < _LABELS or not any(column.path == NAME for column in labels.values()):
        return None
    said = {at: cell for at, cell in sheet.cells.items() if not is_nothing(cell) and cell.text.strip() != ":"}
    titles = {row: sheet.cells[row, place].text.strip().rstrip(":").strip() for row in labels}
    named = next(row for row, column in labels.items() if column.path == NAME)
    main = next((column for row, column in sorted(said) if row == named and column > place), place + 1)
    left: list[Remark] = []
    values: dict[int, dict[int, Cell]] = {}
    current, under = 0, set[int]()
    for (row, column), cell in sorted(said.items()):
        current = row if row in labels else current
        if (row, column) == (row, place) and row in labels:
            continue
        below = column == place and current and (current not in values.get(main, {}) or current in under)
        if column > place and current:
            _add(values.setdefault(column, {}), current, cell)
        elif below:  # a long text stands under its label
            under.add(current)
            _add(values.setdefault(main, {}), current, cell)
        else:
            current = current if column < place else 0
            if not (column < place and row in labels):  # the number of a label is nothing
                left.append(_outside(sheet, cell, min(labels)))
    shown = {row: replace(column, titled=titles[row]) for row, column in labels.items()}
    rows = tuple(RecapRow(cells[named].row if named in cells else named, cells) for _, cells in sorted(values.items()))
    return RecapTable(sheet.name, titles, shown, rows), left


def _labels(sheet: Sheet, columns: Columns) -> tuple[dict[int, RecapColumn], int]:
    """The known labels by row, and the column in which most of them stand."""
    found: dict[int, dict[int, RecapColumn]] = {}
    for (row, column), cell in sorted(sheet.cells.items()):
        known = columns.title_of(" ".join(cell.text.strip().rstrip(":").split()))
        if known and known not in found.get(column, {}).values():
            found.setdefault(column, {})[row] = known
    place = max(found, key=lambda column: (len(found[column]), -column), default=0)
    return found.get(place, {}), place


def _add(cells: dict[int, Cell], row: int, cell: Cell) -> None:
    """A value beside its label; what stands below it belongs to it as a further paragraph."""
    before = cells.get(row)
    cells[row] = replace(before, text=f"{before.text}\n{cell.text}", date="") if before else cell


def _outside(sheet: Sheet, cell: Cell, first: int) -> Remark:
    if cell.row < first:
        return Remark(sheet.name, cell.address, "", plain(cell.text), "di atas isian, tidak dibaca", note=True)
    title, reason = f"kolom {letters(cell.column)}", "judul atau isi di luar isian yang dikenal"
    return Remark(sheet.name, cell.address, title, plain(cell.text), reason, "periksa judulnya")
