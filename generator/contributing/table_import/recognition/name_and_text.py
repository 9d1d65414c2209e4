"""Names with what they are behind them, where the title says so: `Nama dan penjelasan` above `Pelita: warga ...`."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from generator.contributing.table_import.cells.remark import Remark
from generator.contributing.table_import.files.sheet import MAX_COLUMNS, Cell
from generator.contributing.table_import.shapes.header import Header
from generator.contributing.table_import.words.column_titles import Columns
from generator.contributing.table_import.words.columns import NAME, SUMMARY, RecapColumn
from generator.text.github import plain
from generator.text.spelling import folded

#: What says in the title of names that more stands below it than these.
_SAYS_MORE = re.compile(r"\b(?:penjelasan|uraian|deskripsi|ringkasan|gambaran|keterangan|sinopsis)(?:nya)?\b")
#: Between a name and what it is, once no two blanks follow each other: a line, a colon, a dash between blanks.
_BETWEEN = re.compile(r"\n| ?: | [-–—] ")
_FEWEST_WORDS: Final = 4
_MOST_FIT: Final = 0.8
#: Where the text is kept: beyond all columns of a sheet.
_BEYOND: Final = 1_000 * MAX_COLUMNS


@dataclass(frozen=True, slots=True)
class NameAndText:
    """The column of names and the summary that stands behind each; a cell that has none stays whole."""

    number: int
    name: RecapColumn
    summary: RecapColumn

    @property
    def columns(self) -> Mapping[int, RecapColumn]:
        """The column of names, and the number under which the summary is kept."""
        return {self.number: self.name, _BEYOND + self.number: self.summary}

    beside = columns

    def joined(self, cells: dict[int, Cell]) -> None:
        """Put the text of a row where its summary is looked for."""
        cell = cells.get(self.number)
        if cell and (said := _parted(cell.text)):
            cells |= {n: replace(cell, text=text) for n, text in zip(self.columns, said, strict=True)}

    def told(self, sheet: str, found: Header, cells: Mapping[int, Sequence[Cell]]) -> Remark:
        """That a column is read as two."""
        first, reason = cells[self.number][0], 'kolom ini dibaca sebagai nama dan "Ringkasan" di belakangnya'
        title, cure = plain(found.titles[self.number]), "pisahkan ke dua kolom bila bukan itu"
        return Remark(sheet, first.address, title, plain(first.text), reason, cure, note=True)


def name_and_text(found: Header, cells: Mapping[int, Sequence[Cell]], columns: Columns) -> list[NameAndText]:
    """The column of a table that holds names and texts, where its title says so and no other has a summary."""
    number = next((n for n, column in found.columns.items() if column.path == NAME), 0)
    summary = columns.labelled(SUMMARY[0])
    below = cells.get(number, ())
    said = sum(bool(_parted(cell.text)) for cell in below)
    if not below or said < _MOST_FIT * len(below) or not _SAYS_MORE.search(folded(found.titles[number])):
        return []
    own = any(column.path == SUMMARY for column in found.columns.values())
    return [NameAndText(number, found.columns[number], summary)] if summary and not own else []


def _parted(text: str) -> tuple[str, ...]:
    """The name and the text behind it, () where there are no two."""
    lines = (" ".join(line.split()) for line in text.split("\n"))
    name, *rest = _BETWEEN.split("\n".join(filter(None, lines)), maxsplit=1)
    return (name, rest[0].strip()) if name and rest and len(rest[0].split()) >= _FEWEST_WORDS else ()
