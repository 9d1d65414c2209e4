"""The cells of a table's columns, held against what a column might be: how many of them are that."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from generator.contributing.answers.outcome import Taken, Unusable
from generator.contributing.names import agency_called
from generator.contributing.table_import.cells.legend import Around, in_words, vocabulary_of
from generator.contributing.table_import.cells.places import DISTRICTS, is_everywhere
from generator.contributing.table_import.cells.reading import Against
from generator.contributing.table_import.cells.stopped import stopped
from generator.contributing.table_import.cells.values import value_of
from generator.contributing.table_import.files.sheet import Cell
from generator.contributing.table_import.shapes.header import Header
from generator.contributing.table_import.words import title_signs as signs
from generator.contributing.table_import.words.columns import EVENTS_KEY, NAME, STAGE, RecapColumn
from generator.contributing.table_import.words.synonyms import one_letter_off, surely
from generator.contributing.units import agency_and_unit
from generator.text.spelling import folded

#: So many cells of a column are looked at, none of them longer than this.
_SAMPLE: Final = 30
_LONGEST_LOOK: Final = 400
_DATES: Final = ("tanggal", "hari")


@dataclass(slots=True)
class ColumnCells:
    """The columns of a table by number: those that are known so far, and the cells below all titles."""

    sheet: str
    found: Header
    cells: Mapping[int, Sequence[Cell]]
    against: Against
    known: dict[int, RecapColumn]
    around: Around

    def _is_stage(self, cell: Cell) -> bool:
        first, words = cell.text.partition("\n")[0], self.against.region.words[STAGE[0]]
        said = surely(first, STAGE[0], words) or one_letter_off(first, STAGE[0], words)
        return said is not None or stopped(cell.text) is not None

    def _is_agency(self, cell: Cell) -> bool:
        """Whether a cell names an agency, alone or with a unit of it."""
        registry, name = self.against.region.registry, self.against.region.name
        named = agency_called(cell.text, registry, name) or agency_and_unit(cell.text, registry, name)
        return named is not None

    def _is_full(self, number: int) -> bool:
        """Whether a column says something of every innovation."""
        names = (n for n, column in self.known.items() if column.path == NAME)
        return len(self.cells[number]) >= max((len(self.cells.get(n, ())) for n in names), default=0)

    def _lacks(self, path: tuple[str, ...]) -> bool:
        return all(column.path != path for column in self.known.values())

    def _full(self, number: int) -> bool:
        """Whether a column is filled in at least half of the rows that any other column has."""
        return 2 * len(self.cells[number]) >= max(map(len, self.cells.values()))

    def _fits(self, column: RecapColumn) -> Callable[[Cell], bool]:
        def fits(cell: Cell) -> bool:
            if column.path == DISTRICTS and is_everywhere(cell.text, self.against.region):
                return True
            value = value_of(cell, column, self.against.region)
            dated = column.shape.kind in _DATES and isinstance(value, Unusable) and bool(value.options)
            return dated or (isinstance(value, Taken) and not value.left)

        return fits

    def _near(self, column: RecapColumn) -> Callable[[Cell], bool]:
        def near(cell: Cell) -> bool:
            value = value_of(cell, column, self.against.region)
            return isinstance(value, Taken) or value.cure.startswith("mungkin")

        return near

    def _signed(self, column: RecapColumn) -> Callable[[Cell], bool]:
        """Whether the notes of the table say of a cell's sign which word of a choice it is."""
        vocabulary, signs_ = vocabulary_of(column), self.around.signs
        words = self.against.region.words.get(vocabulary, {})
        return lambda cell: bool(words) and bool(in_words(cell.text.strip(), signs_, vocabulary, words))

    def _is_date(self, cell: Cell) -> bool:
        return self._fits(self._dates())(cell) and re.search(r"[0-9]{2}", cell.text) is not None

    def _share(self, number: int, is_one: Callable[[Cell], bool]) -> float:
        looked_at = [cell for cell in self.cells[number][:_SAMPLE] if len(cell.text) <= _LONGEST_LOOK]
        said = [cell for cell in looked_at if not signs.NOT_YET.search(folded(cell.text))]
        return sum(map(is_one, said)) / len(said) if said else 0

    def _dates(self) -> RecapColumn:
        return self._column((EVENTS_KEY, "penerapan"))

    def _column(self, path: tuple[str, ...]) -> RecapColumn:
        if path == STAGE and (stage := self.against.columns.title_of(STAGE[0])):
            return stage
        return next(column for column in self.against.columns.known if column.path == path)

    def _labels(self, *paths: tuple[str, ...]) -> list[str]:
        return [self._column(path).title for path in dict.fromkeys(paths)]
