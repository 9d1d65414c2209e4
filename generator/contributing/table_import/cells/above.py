"""What a cell leaves to the one above it: rows merged into one by their name, and marks that say `the same`."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from generator.contributing.table_import.files.sheet import Cell, Sheet
from generator.contributing.table_import.words.columns import AGENCY, NAME, NUMBER, SLUG, SUMMARY, UNIT, RecapColumn
from generator.text.spelling import folded

#: So many rows at least leave a word to the first of their group.
_FEWEST_BELOW: Final = 0.3
#: A table of so many rows that names an agency in so many of them writes it in each.
_FLAT: Final = 5
_MOST_NAMED: Final = 0.9
_SIGNS: Final = frozenset(['"', "''", "″", "〃", "”", "“", "„", "‟", "ʺ", '-"-', '- " -', '–"–', '—"—', '"-', "-”-"])
_WORDS: Final = frozenset(
    ["sda", "s d a", "idem", "ditto", "sama dengan di atas", "sama dengan diatas", "sama dengan atas"]
)
_OWN: Final = (NAME, NUMBER, SLUG)


def is_ditto(text: str) -> bool:
    """Whether a cell says that it holds what the cell above it holds: `"`, `sda`, `idem`."""
    return text.strip() in _SIGNS or folded(text) in _WORDS


def repeated(
    cells: Mapping[int, Cell], before: Mapping[int, Cell], known: Mapping[int, RecapColumn]
) -> dict[int, Cell]:
    """A row with what stands above in place of the marks that say so; a mark with nothing above it stays."""
    found = dict(cells)
    for number, cell in cells.items():
        over = before.get(number)
        if (
            over
            and number in known
            and known[number].path not in _OWN
            and is_ditto(cell.text)
            and not is_ditto(over.text)
        ):
            found[number] = replace(over, row=cell.row, shared=False)
    return found


def continued(rows: Mapping[int, dict[int, Cell]], names: set[int], numbers: set[int]) -> dict[int, int]:
    """Rows in which the name of the row above goes on: in brackets, without a number where the other has one."""
    found: dict[int, int] = {}
    before = 0
    for number, cells in sorted(rows.items()):
        said = next((cells[n].text.strip() for n in names if n in cells), "")
        counted = any(n in cells for n in numbers)
        over = rows.get(before, {}).keys()
        if said.startswith("(") and said.endswith(")") and not counted and numbers & over and names & over:
            found[number] = before
        else:
            before = number
    return found


def texts_on(
    rows: Mapping[int, Mapping[int, Cell]],
    names: set[int],
    known: Mapping[int, RecapColumn],
    others: Mapping[int, int],
) -> dict[int, int]:
    """Rows right below an innovation that only go on with its texts or lists: number -> that of the innovation.

    `others` are rows of which it is known already.
    """
    found: dict[int, int] = {}
    first = last = 0
    for number, cells in sorted(rows.items()):
        own = {n: cell for n, cell in cells.items() if cell.row == number}
        if first and number == last + 1 and own and all(n in rows[first] and _may_go_on(known.get(n)) for n in own):
            found[number] = first
        elif number not in others:
            first = number if names & cells.keys() else 0
        last = number
    return found


def _may_go_on(column: RecapColumn | None) -> bool:
    """Whether what stands below a value may belong to it: of a text or a list, never of a figure or a choice of one."""
    if not column or column.path[0] in (NAME[0], NUMBER[0], SLUG[0], AGENCY[0]):
        return False
    return column.shape.kind == "prosa" or column.path == SUMMARY or (bool(column.shape.most) and not column.owner)


def go_on(rows: dict[int, dict[int, Cell]], found: Mapping[int, int], names: set[int]) -> None:
    """Put the cells of rows that go on (`continued`) to those of the row above."""
    for number, before in found.items():
        for n, cell in rows.pop(number).items():
            over = rows[before].get(n)
            text = f"{over.text}{' ' if n in names else chr(10)}{cell.text}" if over else cell.text
            rows[before][n] = replace(over or cell, text=text, row=before, date="")


def joined(rows: Mapping[int, dict[int, Cell]], names: set[int], sheet: Sheet) -> dict[int, dict[int, Cell]]:
    """Rows over which one name is merged are one innovation: what they hold below each other is one cell."""
    made: dict[int, dict[int, Cell]] = {}
    for number, cells in sorted(rows.items()):
        origins = {sheet.merged[number, n][0] for n in names if (number, n) in sheet.merged}
        first = min(origins, default=number)
        if first >= number or first not in made or any(n in cells for n in names):
            made[number] = cells
            continue
        for n, cell in cells.items():
            over = made[first].get(n)
            if over is None:
                made[first][n] = cell
            elif over.text != cell.text:
                made[first][n] = replace(over, text=f"{over.text}\n{cell.text}", date="")
    return made


def grouped(
    rows: Mapping[int, Mapping[int, Cell]], known: Mapping[int, RecapColumn], data: set[int], sheet: Sheet
) -> set[int]:
    """The columns to the left of the names that say a word of choice, or a unit, once for all rows of a group.

    `data` are the rows that name an innovation. The first of them has the word, and a good part of the others none, or
    all those and no others that leave their agency to the first of its group, which begins with the word. A unit is
    left to the first of the rows that leave such a word to it too, or where nothing else heads the groups. Who writes
    that there is none (`-`) leaves nothing to another row.
    """
    name = next((n for n, column in known.items() if column.path == NAME), 0)
    agency = next((n for n, column in known.items() if column.path == AGENCY), 0)
    owns = {n: frozenset(row for row in data if n in rows[row]) for n in known if n < name}
    led, first, found = frozenset(row for row in data if agency in rows[row]), min(data, default=0), set[int]()
    for n, own in sorted(owns.items(), key=lambda one: (known[one[0]].path == UNIT, one[0])):
        few = len(data) - len(own) >= _FEWEST_BELOW * len(data) or (bool(led) and led <= own < data)
        words = [folded(rows[row][n].text) for row in sorted(own)]
        anew = all(one != other for one, other in pairwise(words))  # who writes a word again leaves none to it
        if known[n].path == UNIT:
            alone = not agency and all(known[one].path == NUMBER for one in owns if one != n)
            few = few and (alone or own in {owns[one] for one in found} or (bool(led) and own == led))
        elif known[n].shape.kind != "kata":
            continue
        none = any((row, n) in sheet.cells for row in data - own)
        if n != agency and first in own and few and anew and not none:
            found.add(n)
    return found


def in_each_row(rows: Mapping[int, Mapping[int, Cell]], agency: int, data: Sequence[int]) -> bool:
    """Whether a table writes an agency in each of its rows, so that a missing one is no sign of a group.

    `agency` is its column, `data` are the rows that name an innovation.
    """
    own = {n: cells.get(agency) for n, cells in rows.items()}
    written = {n: cell.text if cell and cell.row == n else None for n, cell in own.items()}
    named = [written[n] for n in data]
    most = len(named) >= _FLAT and sum(one is not None for one in named) >= _MOST_NAMED * len(named)
    return most or any(one is not None and one == other for one, other in pairwise(written.values()))
