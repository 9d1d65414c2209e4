"""One form of a sheet: which value belongs to which of its labels, and what belongs to none."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Final

from generator.contributing.table_import.cells.boxes import ticked
from generator.contributing.table_import.cells.remark import RecapRow, RecapTable, Remark
from generator.contributing.table_import.files.sheet import Cell, Sheet
from generator.contributing.table_import.forms.form_heads import is_section
from generator.contributing.table_import.forms.form_rows import LABELS, is_count, known_label
from generator.contributing.table_import.shapes import furniture
from generator.contributing.table_import.words.column_titles import Columns
from generator.contributing.table_import.words.columns import AGENCY, EVENTS_KEY, NAME, UNIT, YEAR_ALONE, RecapColumn
from generator.text.github import plain
from generator.text.spelling import folded

#: So many words at least has a text that stands under its label where others stand beside theirs.
_TEXT: Final = 4
#: A label once more before its value: `Nama Inovasi : Kelas Ibu`.
_SAID_AGAIN = re.compile(r"\s*([^:\n]{3,60}?)\s*:\s*(\S.*)", re.DOTALL)
#: A further event below the first beside a label of dates: `Uji coba : Oktober 2023`.
_EVENT = re.compile(r"\s*([^:=\n]{3,40}?)\s*[:=].{0,80}", re.DOTALL)
_UNKNOWN: Final = "label ini tidak dikenal"
#: A second label in a row has a key of its own, beyond all rows.
_SECOND: Final = 10_000_000
_COLUMNS: Final = 1_000


@dataclass(slots=True)
class FormWalk:
    """One walk down a form. `values` are the cells of each innovation by the key of their label."""

    sheet: Sheet
    rows: Mapping[int, Mapping[int, Cell]]
    labels: dict[int, RecapColumn]
    place: int
    known: Columns
    unknown: dict[int, Remark] = field(default_factory=dict)
    left: list[Remark] = field(default_factory=list)
    sections: list[Cell] = field(default_factory=list)
    values: dict[int, dict[int, Cell]] = field(default_factory=dict)
    titles: dict[int, str] = field(default_factory=dict)
    seconds: dict[tuple[int, int], int] = field(default_factory=dict)
    columns: list[int] = field(default_factory=list)
    named: int = 0
    current: int = 0
    beside: bool = True

    def __post_init__(self) -> None:
        self.named = next(row for row, column in self.labels.items() if column.path == NAME)
        self.titles = {row: _title(self.rows[row][self.place]) for row in self.labels}
        here = [column for column in self.rows[self.named] if column > self.place]
        filled = [row for row in self.labels if any(column > self.place for column in self.rows[row])]
        self.beside = 2 * len(filled) >= len(self.labels)
        first = min((column for row in filled for column in self.rows[row] if column > self.place), default=0)
        self.columns = here or [first or self.place + 1]

    def table(self, heading: Cell | None, year: int) -> RecapTable:
        """The form as a table, a row an innovation; `heading` names its agency."""
        shown = {key: replace(column, titled=self.titles[key]) for key, column in self.labels.items()}
        filled = [cells for _, cells in sorted(self.values.items()) if self.named in cells or self._says(cells)]
        if not filled:
            cell = self.rows[self.named][self.place]
            self.left = [self._told(cell, "formulir ini belum diisi", note=True)]
            self.sections = []
        made = (RecapRow(_number(cells, self.named), cells, heading) for cells in filled)
        return RecapTable(self.sheet.name, self.titles, shown, tuple(made), year=year)

    def _says(self, cells: Mapping[int, Cell]) -> bool:
        """Whether a form without a name says something of an innovation: more than whose it is, and open boxes."""
        labels = self.labels
        own = [cell for key, cell in cells.items() if key in labels and labels[key].path not in (AGENCY, UNIT)]
        return sum(ticked(cell.text) != "" for cell in own) >= LABELS

    def pair(self) -> None:
        """Find second labels in the rows of others, each with its value to the right; of one innovation only."""
        if len(self.columns) > 1 and all(
            known_label(self.rows[self.named][c], self.known) is None for c in self.columns[1:]
        ):
            return
        for row in list(self.labels):
            numbers = sorted(column for column in self.rows[row] if column > self.place)
            for column, behind in pairwise(numbers[1:]):
                known = known_label(self.rows[row][column], self.known)
                if known and (row, column) not in self.seconds and known not in self.labels.values():
                    key = _SECOND + row * _COLUMNS + column
                    self.labels[key], self.titles[key] = known, _title(self.rows[row][column])
                    self.seconds[row, column] = self.seconds[row, behind] = key
        self.columns = self.columns[:1]

    def take_all(self, end: int) -> None:
        """Take the rows from the first label on; from the row `end` on they are those of a table below."""
        for row in (row for row in self.rows if row >= min(self.labels)):
            if row < end:
                self.take(row, self._spread(row))
            else:
                self.left.append(_of_table(self.sheet.name, self.rows[row]))

    def _spread(self, row: int) -> Mapping[int, Cell]:
        """The cells of a row; of several innovations beside each other with one merged over theirs under each."""
        cells, merged = dict(self.rows[row]), self.sheet.merged
        for column in self.columns[1:]:
            origin = merged.get((row, column), (0, 0))
            if origin[0] == row and origin[1] in self.columns and origin[1] in cells:
                cells.setdefault(column, replace(cells[origin[1]], shared=True))
        return cells

    def take(self, row: int, cells: Mapping[int, Cell]) -> None:
        """Take one row: what belongs to a label goes to it, all else is told."""
        if row in self.labels:
            self.current = row
            for column, cell in cells.items():
                self._beside(row, column, cell)
        elif self._goes_on(cells):
            for column, cell in cells.items():
                _add(self.values.setdefault(column, {}), self.current, cell)
        elif furniture.is_below(cells) == "tanda tangan":
            self.current = 0
            reason = "dibaca sebagai tanda tangan, bukan isian"
            self.left += (self._told(cell, reason, note=True) for cell in cells.values())
        elif self.place in cells and (max(cells) > self.place or cells[self.place].text.strip().endswith(":")):
            self._unknown(cells)
        else:
            for column, cell in cells.items():
                if column >= self.place or not is_count(cell.text) or self.place not in cells:
                    self._below(column, cell)

    def _goes_on(self, cells: Mapping[int, Cell]) -> bool:
        """Whether a row only adds events to those beside the label of dates above it."""
        column = self.labels.get(self.current)
        if not column or column.path[0] not in (EVENTS_KEY, *YEAR_ALONE) or not set(cells) <= set(self.columns):
            return False
        said = [_EVENT.fullmatch(cell.text) for cell in cells.values()]
        return all(match and self.known.events_in(match[1]) for match in said)

    def _beside(self, row: int, column: int, cell: Cell) -> None:
        """A cell in the row of a label: its value, a second label or its value, or something else."""
        label = _SAID_AGAIN.fullmatch(cell.text)
        if label and folded(label[1]) == folded(self.titles[row]):
            cell = replace(cell, text=label[2])
        if key := self.seconds.get((row, column)):
            if folded(_title(cell)) != folded(self.titles[key]):
                _add(self.values.setdefault(self.columns[0], {}), key, cell)
        elif column in self.columns:
            _add(self.values.setdefault(column, {}), row, cell)
        elif column > self.place:
            self.left.append(self._told(cell, "di luar isian yang dikenal", title=self.titles[row]))

    def _below(self, column: int, cell: Cell) -> None:
        """A cell under a label: a further paragraph of its value, or the value itself where that stands below."""
        kind = self.labels[self.current].shape.kind if self.current else ""
        into = column if column in self.columns else self.columns[0] if column == self.place else 0
        has = self.current in self.values.get(into, {})
        words = len(cell.text.split())
        own = column in self.columns or not self.beside or (kind == "prosa" and words >= _TEXT)
        again = has and (kind == "prosa" or bool(self.labels[self.current].shape.most))
        below_text = column != self.place or not has or not self.beside or self._stood_below(into)
        if into and self.current and own and (again or not has) and below_text:
            _add(self.values.setdefault(into, {}), self.current, cell)
        elif is_section(cell, self.rows[cell.row]):
            self.sections.append(cell)
        else:
            self.left.append(self._told(cell, "judul atau isi di luar isian yang dikenal"))

    def _stood_below(self, into: int) -> bool:
        return self.values[into][self.current].column == self.place

    def _unknown(self, cells: Mapping[int, Cell]) -> None:
        """A label that nobody knows, with what stands beside it: never the text of the label above."""
        self.current = 0
        label = cells[self.place]
        values = {column: cell for column, cell in cells.items() if column > self.place}
        beside = "; ".join(cell.text.strip() for cell in values.values())
        if not beside:
            self.left.append(self._told(label, "label tanpa isi", note=True))
            return
        self.titles[label.row] = _title(label)
        for column in (column for column in values if column in self.columns):
            _add(self.values.setdefault(column, {}), label.row, values[column])
        self.unknown[label.row] = self._told(replace(label, text=f"{_title(label)}: {beside}"), _UNKNOWN)

    def _told(self, cell: Cell, reason: str, *, title: str = "", note: bool = False) -> Remark:
        cure = "" if note else "periksa judulnya, atau tulis pada isian yang sesuai"
        return Remark(self.sheet.name, cell.address, plain(title), plain(cell.text), reason, cure, note=note)


def _add(cells: dict[int, Cell], key: int, cell: Cell) -> None:
    """A value beside its label; what stands below it belongs to it as a further paragraph."""
    before = cells.get(key)
    cells[key] = replace(before, text=f"{before.text}\n{cell.text}", date="") if before else cell


def _of_table(sheet: str, cells: Mapping[int, Cell]) -> Remark:
    """A row of the table of indicators, whose scores and evidence are no part of the profile."""
    value = plain("; ".join(cell.text.strip() for cell in cells.values()))
    first = next(iter(cells.values()))
    if what := furniture.is_below(cells):
        return Remark(sheet, first.address, "", value, f"dibaca sebagai {what}, bukan isian", note=True)
    cure = "catat tingkat dan buktinya lewat formulir katalog"
    return Remark(sheet, first.address, "", value, "tabel di bawah isian, tidak dibaca", cure, whole_column=True)


def _number(cells: Mapping[int, Cell], named: int) -> int:
    return cells[named].row if named in cells else named


def _title(cell: Cell) -> str:
    return cell.text.strip().rstrip(":").strip()
