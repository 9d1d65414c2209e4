"""Where the tables of a sheet begin: rows of titles, one to three deep, and the columns that are known under them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from generator.contributing.table_import.columns import NAME, Columns, RecapColumn
from generator.contributing.table_import.sheet import Sheet

#: So many known titles make a row one of titles; the first table of a sheet needs one less.
_TITLES: Final = 3
#: As many rows may titles take.
_DEEPEST: Final = 3

_Row = tuple[int, Mapping[int, str]]


@dataclass(frozen=True, slots=True)
class Header:
    """Where a table begins: the rows of its titles and of its first data, the titles, the columns that are known."""

    title_row: int
    first_row: int
    titles: Mapping[int, str]
    columns: Mapping[int, RecapColumn]

    @property
    def known(self) -> int:
        """How many different columns are known."""
        return len({(column.path, column.lead, column.rank) for column in self.columns.values()})


def headers(sheet: Sheet, columns: Columns) -> list[Header]:
    """All headers of a sheet, from above; none if no row names innovations.

    Titles may take two rows or three: `Waktu` above `Uji Coba` and `Penerapan`.
    """
    rows = _texts(sheet)
    found: list[Header] = []
    for place, (number, row) in enumerate(rows):
        if any(columns.title_of(text) for text in row.values()):
            best = max(_candidates(rows, place, columns), key=lambda one: one.known, default=None)
            if best and best.known >= (_TITLES if found else _TITLES - 1):
                if not found or number >= found[-1].first_row:
                    found.append(best)
                elif best.known > found[-1].known:
                    found[-1] = best
    return found


def _candidates(rows: Sequence[_Row], place: int, columns: Columns) -> Iterator[Header]:
    """The headers that begin with one row, if they name innovations."""
    number, titles = rows[place]
    for deep in range(_DEEPEST):
        if deep:
            if place + deep >= len(rows) or rows[place + deep][0] != number + deep:
                return
            below = rows[place + deep][1]
            titles = {c: _stacked(titles.get(c, ""), below.get(c, "")) for c in sorted({*titles, *below})}
        known = {c: column for c, title in titles.items() if (column := columns.title_of(title))}
        named = any(column.path == NAME for column in known.values())
        if named:
            yield Header(number, number + deep + 1, titles, known)


def _stacked(above: str, below: str) -> str:
    return above if below in ("", above) else f"{above} {below}".strip()


def _texts(sheet: Sheet) -> list[_Row]:
    """The filled rows as text; a merged title shows in every column that it spans."""
    filled: dict[int, dict[int, str]] = {row: {} for row in sorted({row for row, _ in sheet.cells})}
    for row, column in (*sheet.cells, *sheet.merged):
        if row in filled:
            origin = sheet.merged.get((row, column), (row, column))
            filled[row][column] = " ".join(sheet.cells[origin].text.split())
    return [(number, dict(sorted(row.items()))) for number, row in filled.items()]
