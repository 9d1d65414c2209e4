"""The national form: labels at the left, the values beside or below them, one innovation a column of values."""

import re
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Final

from generator.contributing.table_import import furniture
from generator.contributing.table_import.boxes import ticked
from generator.contributing.table_import.columns import AGENCY, NAME, Columns, RecapColumn
from generator.contributing.table_import.form_heads import (
    cells_of,
    heads_further,
    is_section,
    named_over,
    told_above,
    told_sections,
)
from generator.contributing.table_import.form_rows import (
    LABELS,
    explained,
    form_rows,
    forms_of,
    is_count,
    known_label,
    office_label,
    with_name,
)
from generator.contributing.table_import.lettered import spelt_letters
from generator.contributing.table_import.listed_choices import Rows, listed_choices
from generator.contributing.table_import.reading import Against
from generator.contributing.table_import.remark import RecapRow, RecapTable, Remark, recap_year
from generator.contributing.table_import.sheet import Cell, Sheet
from generator.text.github import plain
from generator.text.spelling import folded

#: So many words at least has a text that stands under its label where others stand beside theirs.
_TEXT: Final = 4
#: Heads of the table of indicators, which the national form has below: two of them in a row begin it.
_HEADS: Final = frozenset(
    ["no", "nomor", "indikator", "skor", "nilai", "bobot", "parameter", "bukti", "data pendukung", "informasi"]
)
_FEWEST_HEADS: Final = 3
#: What heads a column of values: `Uraian | Inovasi 1 | Inovasi 2`.
_HEAD = re.compile(
    r"(?:inovasi|isian|jawaban|keterangan|uraian|isi|data|contoh)(?: (?:ke )?(?:[0-9]{1,3}|[ivx]{1,5}))?"
)
#: A label once more before its value: `Nama Inovasi : Kelas Ibu`.
_SAID_AGAIN = re.compile(r"\s*([^:\n]{3,60}?)\s*:\s*(\S.*)", re.DOTALL)
_UNKNOWN: Final = "label ini tidak dikenal"
_UNIT: Final = ("unit", "nama")
#: A second label in a row has a key of its own, beyond all rows.
_SECOND: Final = 10_000_000
_COLUMNS: Final = 1_000


def profiles(sheet: Sheet, against: Against) -> tuple[list[RecapTable], list[Remark]] | None:
    """The forms of a sheet as tables, each label a column, and what of the sheet they leave out; None if it has none.

    Several forms may stand below each other, each with the labels of the first.
    """
    rows = form_rows(sheet, against.columns)
    heads, explaining = explained(rows)
    rows = {row: cells for row, cells in rows.items() if row != heads}
    columns, told = with_name(sheet, rows, against)
    made: list[RecapTable] = []
    left: list[Remark] = [*told]
    sections: list[Cell] = []
    head, forms = forms_of(rows, columns)
    heading = named_over(head, against)
    left += told_above(sheet.name, cells_of(head))
    for part in forms:
        first = next(
            (row for row, cells in part.items() if any(known_label(one, columns) for one in cells.values())), 0
        )
        tabled = (row for row, cells in part.items() if row > first and _begins_table(cells))
        end = next(tabled, max(part, default=0) + 1)
        labels, place = _labels(part, columns, end)
        if len(labels) < LABELS or not any(column.path == NAME for column in labels.values()):
            return ([], left) if left else None
        labels |= office_label(part, labels, place, against)
        listed, letters = spelt_letters(listed_choices(part, labels, place, end), labels, place)
        one = _Form(sheet.name, _without(listed, explaining), labels, place)
        one.left += [*_aside(sheet.name, listed, explaining), *_lettered(sheet.name, letters)]
        one.pair(columns)
        over = {row: cells for row, cells in part.items() if row < min(labels)}
        named = named_over(over, against) or heading
        heading = named if len(forms) == 1 or heads_further(named, part) else heading
        one.left += told_above(sheet.name, cells_of(over))
        one.take_all(end)
        said = " ; ".join(cell.text for cell in cells_of({**head, **over}))
        read = one.table(named, recap_year(sheet.name, said) or against.defaults.year)
        made.append(replace(read, signed=furniture.signed_year(sheet.cells.values()), over=said))
        left += one.left
        sections += one.sections
    return made, [*left, *told_sections(sheet.name, sections)]


def _number(cells: Mapping[int, Cell], named: int) -> int:
    return cells[named].row if named in cells else named


def _without(rows: Rows, explaining: AbstractSet[int]) -> Rows:
    return {row: {c: cell for c, cell in cells.items() if c not in explaining} for row, cells in rows.items()}


def _aside(sheet: str, rows: Rows, explaining: AbstractSet[int]) -> Iterator[Remark]:
    """What stands in columns that explain the labels: told, and not read."""
    cells = [cell for row in rows.values() for column, cell in row.items() if column in explaining]
    if cells:
        texts = plain("; ".join(dict.fromkeys(cell.text.strip() for cell in cells)))
        yield Remark(sheet, cells[0].address, "", texts, "penjelasan di samping isian, tidak dibaca", note=True)


def _lettered(sheet: str, letters: Iterable[tuple[Cell, str]]) -> Iterator[Remark]:
    """The answers that were letters, with what these stand for on the form."""
    for cell, words in letters:
        reason = f'dibaca "{plain(words)}", menurut pilihan pada formulir ini'
        yield Remark(sheet, cell.address, "", plain(cell.text), reason, "betulkan bila bukan itu", note=True)


def _begins_table(cells: Mapping[int, Cell]) -> bool:
    texts = {folded(cell.text) for cell in cells.values()}
    return len(cells) >= _FEWEST_HEADS and len(texts & _HEADS) > 1


def _labels(rows: Mapping[int, Mapping[int, Cell]], columns: Columns, end: int) -> tuple[dict[int, RecapColumn], int]:
    """The known labels by row, and the column in which most of them stand."""
    found: dict[int, dict[int, RecapColumn]] = {}
    for row in (row for row in rows if row < end):
        for column, cell in rows[row].items():
            beside = [other for place, other in rows[row].items() if place > column]
            heads = beside and all(_HEAD.fullmatch(folded(other.text)) for other in beside)
            known = None if heads else known_label(cell, columns)
            before = next((one for one, other in found.get(column, {}).items() if other == known), 0)
            if before and max(rows[before]) == column < max(rows[row]):
                del found[column][before]  # a label above others, without a value of its own
                before = 0
            if known and not before:
                found.setdefault(column, {})[row] = known
    place = max(found, key=lambda column: (len(found[column]), -column), default=0)
    return found.get(place, {}), place


def _title(cell: Cell) -> str:
    return cell.text.strip().rstrip(":").strip()


@dataclass(slots=True)
class _Form:
    """One walk down a form. `values` are the cells of each innovation by the key of their label."""

    sheet: str
    rows: Mapping[int, Mapping[int, Cell]]
    labels: dict[int, RecapColumn]
    place: int
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
            kept = (one for one in self.left if one.reason == _UNKNOWN)  # what somebody wrote is told in any form
            self.left = [*kept, self._told(cell, "formulir ini belum diisi", note=True)]
            self.sections = []
        made = (RecapRow(_number(cells, self.named), cells, heading) for cells in filled)
        return RecapTable(self.sheet, self.titles, shown, tuple(made), year=year)

    def _says(self, cells: Mapping[int, Cell]) -> bool:
        """Whether a form without a name says something of an innovation: more than whose it is, and open boxes."""
        own = [cell for key, cell in cells.items() if self.labels[key].path not in (AGENCY, _UNIT)]
        return sum(ticked(cell.text) != "" for cell in own) >= LABELS

    def pair(self, columns: Columns) -> None:
        """Find second labels in the rows of others, each with its value to the right; of one innovation only."""
        if len(self.columns) > 1 and all(
            known_label(self.rows[self.named][c], columns) is None for c in self.columns[1:]
        ):
            return
        for row in list(self.labels):
            numbers = sorted(column for column in self.rows[row] if column > self.place)
            for column, behind in pairwise(numbers[1:]):
                known = known_label(self.rows[row][column], columns)
                if known and (row, column) not in self.seconds and known not in self.labels.values():
                    key = _SECOND + row * _COLUMNS + column
                    self.labels[key], self.titles[key] = known, _title(self.rows[row][column])
                    self.seconds[row, column] = self.seconds[row, behind] = key
        self.columns = self.columns[:1]

    def take_all(self, end: int) -> None:
        """Take the rows from the first label on; from the row `end` on they are those of a table below."""
        for row in (row for row in self.rows if row >= min(self.labels)):
            if row < end:
                self.take(row)
            else:
                self.left.append(_of_table(self.sheet, self.rows[row]))

    def take(self, row: int) -> None:
        """Take one row: what belongs to a label goes to it, all else is told."""
        cells = self.rows[row]
        if row in self.labels:
            self.current = row
            for column, cell in cells.items():
                self._beside(row, column, cell)
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
        beside = "; ".join(cell.text.strip() for column, cell in cells.items() if column > self.place)
        value = f"{_title(label)}: {beside}" if beside else label.text
        reason = _UNKNOWN if beside else "label tanpa isi"
        self.left.append(self._told(replace(label, text=value), reason, note=not beside))

    def _told(self, cell: Cell, reason: str, *, title: str = "", note: bool = False) -> Remark:
        cure = "" if note else "periksa judulnya, atau tulis pada isian yang sesuai"
        return Remark(self.sheet, cell.address, plain(title), plain(cell.text), reason, cure, note=note)


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
