"""Columns that hold two choices, one beside the other: `Bentuk / Jenis` above `Pelayanan publik / digital`."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from generator.contributing.table_import.cells.legend import Signs, in_words
from generator.contributing.table_import.cells.region import Region
from generator.contributing.table_import.cells.remark import Remark
from generator.contributing.table_import.files.sheet import MAX_COLUMNS, Cell
from generator.contributing.table_import.shapes.header import Header
from generator.contributing.table_import.words.column_titles import Columns
from generator.contributing.table_import.words.columns import RecapColumn
from generator.contributing.table_import.words.synonyms import surely
from generator.text.github import plain

#: Between two titles, and between what stands below them.
_BETWEEN = re.compile(r"[/;|\n,&]|\bdan\b", re.IGNORECASE)
#: Between two that hold no such sign themselves.
_PLAINLY = re.compile(r"[/;|\n]")
#: Between two codes: `PP-N`, `PP.N`.
_CODES = re.compile(r"[-–.\s]")
_LONGEST_CODES: Final = 8
#: Where the further choices of a column are kept: beyond all columns of a sheet.
_BEYOND: Final = 10 * MAX_COLUMNS
_MOST_FIT: Final = 0.8


@dataclass(frozen=True, slots=True)
class ChoiceParts:
    """What parts the cells of columns with several choices: the words of the region, and what signs stand for."""

    region: Region
    signs: Signs

    def of(self, text: str, columns: Sequence[RecapColumn]) -> tuple[str, ...]:
        """What a text says for each of the columns, () where a piece is no word of one, or two are of the same."""
        return (
            self._parted(text.split("\n"), columns)  # `Kelautan dan perikanan` is one
            or self._parted(_PLAINLY.split(text), columns)
            or self._parted(_BETWEEN.split(text), columns)
            or (self._parted(_CODES.split(text), columns) if len(text) <= _LONGEST_CODES else ())
        )

    def by_place(self, text: str, columns: Sequence[RecapColumn]) -> tuple[str, ...]:
        """The lines of a text, one for each of the columns, where all but one are sure to stand in their place."""
        lines = [line.strip() for line in text.split("\n") if line.strip()]
        if len(lines) != len(columns):
            return ()
        sure = sum(bool(self.word(line, one.shape.vocabulary)) for line, one in zip(lines, columns, strict=True))
        return tuple(lines) if sure >= len(columns) - 1 else ()

    def _parted(self, pieces: Sequence[str], columns: Sequence[RecapColumn]) -> tuple[str, ...]:
        found: dict[str, str] = {}
        for piece in (piece.strip() for piece in pieces if piece.strip()):
            said = {one.path[0]: word for one in columns if (word := self.word(piece, one.shape.vocabulary))}
            if len(said) != 1 or said.keys() & found.keys():
                return ()
            found |= said
        return tuple(found[one.path[0]] for one in columns) if len(found) == len(columns) else ()

    def word(self, piece: str, vocabulary: str) -> str:
        """A piece as a word of a choice, by itself or by what it stands for; "" where it is none."""
        words = self.region.words[vocabulary]
        return piece if surely(piece, vocabulary, words) else in_words(piece, self.signs, vocabulary, words)


@dataclass(frozen=True, slots=True)
class Parted:
    """The choices that one column holds, by the number under which each is kept; the first stays in its place."""

    columns: Mapping[int, RecapColumn]
    parts: ChoiceParts

    @property
    def number(self) -> int:
        """The number of the column itself."""
        return min(self.columns)

    @property
    def beside(self) -> Mapping[int, RecapColumn]:
        """What no other column may be: of the further choices one that stands alone may yet be."""
        return {self.number: self.columns[self.number]}

    def joined(self, cells: dict[int, Cell]) -> None:
        """Put each choice of a row where it is looked for; a cell that is not sure stays whole."""
        cell = cells.get(self.number)
        columns = tuple(self.columns.values())
        said = self.parts.of(cell.text, columns) or self.parts.by_place(cell.text, columns) if cell else ()
        if cell and said:
            cells |= {n: replace(cell, text=text) for n, text in zip(self.columns, said, strict=True)}

    def told(self, sheet: str, found: Header, cells: Mapping[int, Sequence[Cell]]) -> Remark:
        """That a column is read as several."""
        titles = " dan ".join(f'"{column.title}"' for column in self.columns.values())
        first, reason = cells[self.number][0], f"kolom ini dibaca sebagai {titles}"
        title, cure = plain(found.titles[self.number]), "betulkan judulnya bila bukan itu"
        return Remark(sheet, first.address, title, plain(first.text), reason, cure, note=True)


def parted(found: Header, cells: Mapping[int, Sequence[Cell]], columns: Columns, parts: ChoiceParts) -> list[Parted]:
    """The columns of a table that hold several choices, each of which no column has alone."""
    known = {column.path for column in found.columns.values()}
    made = []
    for number, title in found.titles.items():
        named = _named(title, columns) or _named(title.removeprefix(found.groups.get(number, "")), columns)
        said = [cell.text for cell in cells.get(number, ())]  # words of a list have signs between them
        lined = any("\n" in text for text in said) or all(len(_PLAINLY.findall(text)) == 1 for text in said)
        kept = [one for one in named if one and one.shape.kind == "kata" and not one.owner]
        choices = [one for one in kept if lined or not one.shape.most]
        paths = {one.path for one in choices}
        if number in found.columns or len(choices) < 2 or len(choices) < len(named) or len(paths) < len(named):
            continue
        below = cells.get(number, ())
        fit = sum(bool(parts.of(cell.text, choices)) for cell in below)
        if not paths & known and below and fit >= _MOST_FIT * len(below):
            made.append(Parted({number + _BEYOND * n: column for n, column in enumerate(choices)}, parts))
    return made


def _named(title: str, columns: Columns) -> list[RecapColumn | None]:
    """The columns that the parts of a title name, [] where none of them is known."""
    named = [columns.title_of(part.strip()) for part in _BETWEEN.split(title) if part.strip()]
    return named if any(named) else []
