"""Rows with what an officer has filled in for them, and what of it is no use; what a row still lacks."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from generator.contributing.answers.outcome import Unusable
from generator.contributing.names import agency_called
from generator.contributing.table_import.cells.completions import Completion
from generator.contributing.table_import.cells.leftovers import is_no_name
from generator.contributing.table_import.cells.reading import Reading
from generator.contributing.table_import.cells.region import Region
from generator.contributing.table_import.cells.remark import RecapRow, RecapTable, Remark
from generator.contributing.table_import.cells.values import is_nothing, value_of
from generator.contributing.table_import.files.own_sheets import COMPLETION
from generator.contributing.table_import.files.sheet import Cell
from generator.contributing.table_import.words.columns import AGENCY, NAME, Keys, RecapColumn, required_columns
from generator.contributing.units import agency_and_unit
from generator.text.github import plain

#: The keys that no entry can live without and that only its row can say.
CANNOT_LACK: Final = frozenset(column.path[0] for column in required_columns())


@dataclass(slots=True)
class Completing:
    """What was filled in, given to the rows that it names and to no other; what of it is of no use is told."""

    lines: Sequence[Completion]
    region: Region
    told: list[Remark] = field(default_factory=list)

    def tables(self, tables: Sequence[RecapTable]) -> list[RecapTable]:
        """The tables, each row with what was filled in for it. A line that names no row, or several, serves none."""
        if not self.lines:
            return [*tables]
        names = Counter(table.name_of(row).key for table in tables for row in table.rows)
        filled: dict[tuple[str, ...], dict[Keys, Cell]] = {}
        for line in self.lines:
            if names[line.row.key] == 1:
                filled[line.row.key] = dict(self._usable(line.cells))
            else:
                self._unplaced(line)
        return [replace(one, rows=tuple(_with(one, row, filled) for row in one.rows)) for one in tables]

    def _usable(self, cells: Mapping[str, Cell]) -> Iterator[tuple[Keys, Cell]]:
        columns = {column.title: column for column in required_columns()}
        for title, cell in cells.items():
            column = columns.get(title)
            if column is None:
                self._tell(cell, title, "kolom ini tidak dikenal", f"isi di bawah judul ini: {', '.join(columns)}")
            elif refused := _refused(cell, column, self.region):
                self._tell(cell, title, refused.reason, refused.cure)
            elif not is_nothing(cell):
                yield column.path, cell

    def _unplaced(self, line: Completion) -> None:
        row = line.row
        place = f'{plain(row.place) or "baris"} dengan nama "{plain(row.name)}"'
        for title, cell in line.cells.items():
            reason = f'tidak dipakai: pada lembar "{plain(row.sheet)}" tidak ada {place}'
            self._tell(cell, title, reason, "minta salinan bertanda yang baru, lalu isi di sana")

    def _tell(self, cell: Cell, title: str, reason: str, cure: str) -> None:
        self.told.append(Remark(COMPLETION, cell.address, plain(title), plain(cell.text), reason, cure))


def _with(table: RecapTable, row: RecapRow, filled: Mapping[tuple[str, ...], Mapping[Keys, Cell]]) -> RecapRow:
    own = filled.get(table.name_of(row).key)
    return replace(row, filled=own) if own else row


def _refused(cell: Cell, column: RecapColumn, region: Region) -> Unusable | None:
    """Why what was filled in is no value; what is one only in part is none."""
    value = value_of(cell, column, region)
    if isinstance(value, Unusable) or value.left:
        return value if isinstance(value, Unusable) else value.left[0]
    [text, *_] = value.values
    registry, name = region.registry, region.name
    if column.path == AGENCY and not (agency_called(text, registry, name) or agency_and_unit(text, registry, name)):
        return Unusable("perangkat daerah ini tidak ada dalam daftar", "pilih dari daftarnya")
    return Unusable("bukan nama", "tulis nama inovasinya") if column.path == NAME and is_no_name(text) else None


@dataclass(frozen=True, slots=True)
class HeldRow:
    """A row that is held, and the keys of what it lacks."""

    read: Reading
    lacks: frozenset[str]

    def shown(self, column: RecapColumn) -> str:
        """What the row has under a required column, as an officer reads it; "" for what it lacks."""
        key, region = column.path[0], self.read.region
        if key in self.lacks:
            return ""
        if column.path == AGENCY:
            return region.registry.agencies[self.read.agency].name
        value = self.read.data[key]
        words = region.words.get(column.shape.vocabulary, {})
        return "; ".join(words.get(one, one) for one in (value if isinstance(value, list) else [value]))


def lacking(read: Reading) -> frozenset[str]:
    """The keys of `CANNOT_LACK` that a row does not have."""
    return CANNOT_LACK - {*read.data, *([AGENCY[0]] if read.agency else [])}
