"""Columns whose titles join several: `Nama Inovasi & Pengelola` above `Pelita - Puskesmas Kubu`, parted by one sign."""

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from generator.contributing.table_import.cells.remark import Remark
from generator.contributing.table_import.cells.values import is_nothing
from generator.contributing.table_import.files.sheet import MAX_COLUMNS, Cell
from generator.contributing.table_import.recognition.column_cells import ColumnCells
from generator.contributing.table_import.recognition.name_and_text import NameAndText, name_and_text
from generator.contributing.table_import.recognition.two_in_one import ChoiceParts, Parted, parted
from generator.contributing.table_import.shapes.header import Header
from generator.contributing.table_import.words.columns import AGENCY, NAME, STAGE, SUMMARY, YEAR_ALONE, RecapColumn
from generator.contributing.table_import.words.joined_titles import joined_titles, parted_cells
from generator.contributing.table_import.words.title_words import BEHIND
from generator.contributing.units import unit_kind
from generator.text.github import plain
from generator.text.spelling import folded

#: Where the further parts of a column are kept: beyond all columns of a sheet, and those of other columns with parts.
_BEYOND: Final = 2_000 * MAX_COLUMNS
_MOST_FIT: Final = 0.8
#: A sign that stands within dates too: only blanks around it part two, or years of more events than a date has parts.
_IN_DATES = re.compile(r"\S/\S")
_YEARS = re.compile(r"(?:20[0-9]{2}|[-–—])(?:/(?:20[0-9]{2}|[-–—])){2,3}")
_DATES: Final = ("tanggal", "hari")
#: What is read with more than one sign: a text behind a name, a stage with its date.
_OTHERWISE: Final = ({NAME, SUMMARY}, {STAGE, YEAR_ALONE})

_Parts = Sequence[tuple[str, RecapColumn | None]]


@dataclass(frozen=True, slots=True)
class Joined:
    """The parts of one column: its number, the title of each part, by the number of each what it is, if known."""

    number: int
    parts: Mapping[int, str]
    columns: Mapping[int, RecapColumn]
    said: Mapping[int, tuple[str, ...]]

    @property
    def beside(self) -> Mapping[int, RecapColumn]:
        """What no other column may be."""
        return self.columns

    @property
    def unknown(self) -> Mapping[int, str]:
        """The titles of the parts that no column is, under which each is told."""
        return {n: title for n, title in self.parts.items() if n not in self.columns}

    def joined(self, cells: dict[int, Cell]) -> None:
        """Put each part of a row where it is looked for."""
        cell = cells.get(self.number)
        if cell and (said := self.said.get(cell.row)):
            cells |= {n: replace(cell, text=text) for n, text in zip(self.parts, said, strict=False)}

    def told(self, sheet: str, found: Header, cells: Mapping[int, Sequence[Cell]]) -> Iterator[Remark]:
        """That a column is read as several; and of each cell that lacks a part, as what it is read."""
        *others, last = (f'"{column.title}"' for column in self.columns.values())
        named = f"{', '.join(others)} dan {last}" if others else last
        reason, cure = f"kolom ini dibaca sebagai {named}, menurut judulnya", "pisahkan kolomnya bila bukan itu"
        title, first = plain(found.titles[self.number]), cells[self.number][0]
        yield Remark(sheet, first.address, title, plain(first.text), reason, cure, note=True)
        first_part = self.columns.get(self.number)
        for cell in () if first_part and first_part.path == NAME else cells[self.number]:
            if len(said := self.said[cell.row]) < len(self.parts):
                parts = " dan ".join(f'"{plain(part)}"' for part in [*self.parts.values()][: len(said)])
                few = f"sel ini hanya memuat {len(said)} bagian; dibaca sebagai {parts}"
                yield Remark(sheet, cell.address, title, plain(cell.text), few, cure, note=True)


Inside = Parted | NameAndText | Joined


def part_titles(one: Inside, whole: str) -> dict[int, str]:
    """The title of each part of a column, under which it is asked and answered by itself.

    The first keeps that of the column, in which it stays; not of two dates, which only their events tell apart.
    """
    kept = [n for n, column in one.columns.items() if n == one.number and column.shape.kind not in _DATES]
    return {n: whole if n in kept else f"{whole}: {column.title}" for n, column in one.columns.items()}


class JoinedColumns(ColumnCells):
    """The columns of a table, among them those whose titles join several."""

    def found_but(self, others: Collection[int]) -> list[Inside]:
        """Those whose cells are parted into what the title says; not those of `others`, which are read already."""
        columns, parts = self.against.columns, ChoiceParts(self.against.region, self.around.signs)
        inside: list[Inside] = [*parted(self.found, self.cells, columns, parts)]
        inside += name_and_text(self.found, self.cells, columns)
        done = {*others, *(one.number for one in inside)}
        known = [column for n, column in self.known.items() if n not in done]
        known += [column for one in inside for column in one.columns.values()]
        for number, title in sorted(self.found.titles.items()):
            one = self._joined(number, title) if number not in done and self.cells.get(number) else None
            beside = {column.path for column in known if column is not self.known.get(number)}
            if one and not beside & {column.path for column in one.columns.values()}:
                inside.append(one)
                known += one.columns.values()
        return inside

    def _joined(self, number: int, title: str) -> Joined | None:
        """A column whose title joins several, where one sign parts its cells and the parts are what the title says.

        A name that was made out to stand there needs no more: what stands beside it may be anything.
        """
        parts, named = joined_titles(title, self.against.columns), self.known.get(number)
        meant = [column.path for _, column in parts if column]
        paths = set(meant)
        if (
            len(meant) > len(paths)
            or not paths
            or any(both <= paths for both in _OTHERWISE)
            or (named and named.path != NAME)
        ):
            return None
        one = self._read(number, parts)
        said = {column.path for column in one.columns.values()} if one else set()
        made_out = named and self.against.columns.title_of(title) is None
        return one if paths <= said or (made_out and NAME in said) else None

    def _read(self, number: int, parts: _Parts) -> Joined | None:
        """What the parts of a column are; None if no sign parts them, or two dates by one that dates have."""
        below = self.cells[number]
        said = parted_cells([cell.text for cell in below], [title for title, _ in parts])
        dated = sum(column is not None and column.shape.kind in _DATES for _, column in parts)
        unsure = any(_IN_DATES.search(one.text) and not _YEARS.fullmatch(one.text.strip()) for one in below)
        if not said or (dated > 1 and unsure):
            return None
        columns = {}
        for n, (title, column) in enumerate(parts):
            pieces = [replace(cell, text=texts[n]) for cell, texts in zip(below, said, strict=True) if n < len(texts)]
            if is_one := self._is_one(pieces, title, column):
                columns[number + n * _BEYOND] = is_one
        titles = {number + n * _BEYOND: title for n, (title, _) in enumerate(parts)}
        return Joined(number, titles, columns, {cell.row: texts for cell, texts in zip(below, said, strict=True)})

    def _is_one(self, pieces: Sequence[Cell], title: str, column: RecapColumn | None) -> RecapColumn | None:
        """The column that pieces below a part of a title are: the one it names, or by what they say, of agencies."""
        if column is None:
            owner = bool(BEHIND[AGENCY[0]] & set(folded(title).split()))
            return self._column(AGENCY) if owner and all(map(self._is_office, pieces)) else None
        fits: Callable[[Cell], bool] = self._fits(column)
        pieces = [piece for piece in pieces if not is_nothing(piece)]  # `- / 2023 / 2024`
        if column.path == AGENCY:
            fits = self._is_office
        elif column.path == STAGE:
            fits = self._is_stage
        elif column.path == NAME:
            return column
        elif column.shape.kind in _DATES:
            fits = self._is_date
        return column if sum(map(fits, pieces)) >= _MOST_FIT * len(pieces) > 0 else None

    def _is_office(self, cell: Cell) -> bool:
        return self._is_agency(cell) or unit_kind(cell.text) != ""
