"""A choice of a form whose words stand below each other beside one label, with a tick beside what is chosen."""

from collections.abc import Mapping
from dataclasses import replace
from itertools import takewhile

from generator.contributing.table_import.files.sheet import Cell
from generator.contributing.table_import.recognition.ticks import is_tick
from generator.contributing.table_import.words.columns import STAGE, RecapColumn

Rows = Mapping[int, Mapping[int, Cell]]


def listed_choices(rows: Rows, labels: Mapping[int, RecapColumn], place: int, end: int) -> Rows:
    """The rows of a form with what is ticked of each list in one cell beside its label; the whole list if nothing is.

    `place` is the column of the labels; rows from `end` on are no part of the form. A list is one only of a choice of
    one; further affairs below each other are all meant.
    """
    made = dict(rows)
    for row, column in labels.items():
        if (column.shape.kind != "kata" and column.path != STAGE) or column.shape.most or column.owner:
            continue
        below = takewhile(lambda at: place not in rows[at], (at for at in sorted(rows) if row < at < end))
        lines = [{n: cell for n, cell in rows[at].items() if n > place} for at in (row, *below)]
        first = min(lines[0], default=0)
        words = [(line.get(first), any(is_tick(cell) for n, cell in line.items() if n != first)) for line in lines]
        others = [cell for line in lines for n, cell in line.items() if n != first and not is_tick(cell)]
        if len(words) < 2 or others or not all(cell for cell, _ in words):
            continue
        chosen = [cell for cell, ticked in words if ticked and cell] or [cell for cell, _ in words if cell]
        text = "; ".join(cell.text.strip() for cell in chosen)
        at_label = {n: cell for n, cell in rows[row].items() if n <= place}
        made[row] = at_label | {first: replace(chosen[0], text=text)}
        for at in [at for at in rows if row < at <= max(cell.row for cell, _ in words if cell)]:
            made.pop(at, None)
    return made
