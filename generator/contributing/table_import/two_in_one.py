"""Columns that hold two choices, one beside the other: `Bentuk / Jenis` above `Pelayanan publik / digital`."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from generator.contributing.table_import.columns import Columns, RecapColumn
from generator.contributing.table_import.header import Header
from generator.contributing.table_import.region import Region
from generator.contributing.table_import.remark import Remark
from generator.contributing.table_import.sheet import MAX_COLUMNS, Cell
from generator.contributing.table_import.synonyms import surely
from generator.text.github import plain

#: Between two titles, and between what stands below them.
_BETWEEN = re.compile(r"[/;|\n,&]|\bdan\b", re.IGNORECASE)
#: Where the further choices of a column are kept: beyond all columns of a sheet.
_BEYOND: Final = 10 * MAX_COLUMNS
_MOST_FIT: Final = 0.8


@dataclass(frozen=True, slots=True)
class Parted:
    """The choices that one column holds, by the number under which each is kept; the first stays in its place."""

    columns: Mapping[int, RecapColumn]
    region: Region

    @property
    def number(self) -> int:
        """The number of the column itself."""
        return min(self.columns)

    def joined(self, cells: dict[int, Cell]) -> None:
        """Put each choice of a row where it is looked for; a cell that is not sure stays whole."""
        cell = cells.get(self.number)
        said = parts(cell.text, tuple(self.columns.values()), self.region) if cell else ()
        if cell and said:
            cells |= {n: replace(cell, text=text) for n, text in zip(self.columns, said, strict=True)}


def parts(text: str, columns: Sequence[RecapColumn], region: Region) -> tuple[str, ...]:
    """What a text says for each of the columns, () where a piece is no word of one, or two are of the same."""
    found: dict[str, str] = {}
    for piece in (piece.strip() for piece in _BETWEEN.split(text) if piece.strip()):
        of = [one.path[0] for one in columns if surely(piece, one.shape.vocabulary, region.words[one.shape.vocabulary])]
        if len(of) != 1 or of[0] in found:
            return ()
        found[of[0]] = piece
    return tuple(found[one.path[0]] for one in columns) if len(found) == len(columns) else ()


def parted(found: Header, cells: Mapping[int, Sequence[Cell]], columns: Columns, region: Region) -> list[Parted]:
    """The columns of a table that hold several choices, each of which no column has alone."""
    known = {column.path for column in found.columns.values()}
    made = []
    for number, title in found.titles.items():
        named = [columns.title_of(part) for part in _BETWEEN.split(title) if part.strip()]
        choices = [one for one in named if one and one.shape.kind == "kata" and not one.shape.most and not one.owner]
        paths = {one.path for one in choices}
        if number in found.columns or len(choices) < 2 or len(choices) < len(named) or len(paths) < len(named):
            continue
        below = cells.get(number, ())
        fit = sum(bool(parts(cell.text, choices, region)) for cell in below)
        if not paths & known and below and fit >= _MOST_FIT * len(below):
            made.append(Parted({number + _BEYOND * n: column for n, column in enumerate(choices)}, region))
    return made


def told_parts(sheet: str, found: Header, cells: Mapping[int, Sequence[Cell]], one: Parted) -> Remark:
    """That a column is read as several."""
    titles = " dan ".join(f'"{column.title}"' for column in one.columns.values())
    first, reason = cells[one.number][0], f"kolom ini dibaca sebagai {titles}"
    title, cure = plain(found.titles[one.number]), "betulkan judulnya bila bukan itu"
    return Remark(sheet, first.address, title, plain(first.text), reason, cure, note=True)
