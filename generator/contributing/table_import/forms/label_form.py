"""The national form: labels at the left, the values beside or below them, one innovation a column of values."""

import re
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from typing import Final

from generator.contributing.table_import.cells.reading import Against
from generator.contributing.table_import.cells.remark import RecapTable, Remark, recap_year
from generator.contributing.table_import.files.sheet import Cell, Sheet
from generator.contributing.table_import.forms.cards import cards
from generator.contributing.table_import.forms.form_columns import FormRead, made_out
from generator.contributing.table_import.forms.form_heads import (
    cells_of,
    heads_further,
    named_over,
    told_above,
    told_sections,
)
from generator.contributing.table_import.forms.form_rows import (
    LABELS,
    explained,
    form_rows,
    forms_of,
    known_label,
    office_label,
    with_name,
)
from generator.contributing.table_import.forms.form_walk import FormWalk
from generator.contributing.table_import.forms.lettered import spelt_letters
from generator.contributing.table_import.forms.listed_choices import Rows, listed_choices
from generator.contributing.table_import.shapes import furniture
from generator.contributing.table_import.shapes.outside import over_text
from generator.contributing.table_import.words.column_titles import Columns
from generator.contributing.table_import.words.columns import NAME, RecapColumn
from generator.text.github import plain
from generator.text.spelling import folded

#: Heads of the table of indicators, which the national form has below: two of them in a row begin it.
_HEADS: Final = frozenset(
    ["no", "nomor", "indikator", "skor", "nilai", "bobot", "parameter", "bukti", "data pendukung", "informasi"]
)
_FEWEST_HEADS: Final = 3
#: What heads a column of values: `Uraian | Inovasi 1 | Inovasi 2`.
_HEAD = re.compile(
    r"(?:inovasi|isian|jawaban|keterangan|uraian|isi|data|contoh)(?: (?:ke )?(?:[0-9]{1,3}|[ivx]{1,5}))?"
)


@dataclass(slots=True)
class _Part:
    """What was read of a sheet of forms, or of a part of it."""

    forms: list[FormRead] = field(default_factory=list)
    left: list[Remark] = field(default_factory=list)
    sections: list[Cell] = field(default_factory=list)
    over: list[Cell] = field(default_factory=list)


def profiles(sheet: Sheet, against: Against) -> tuple[list[RecapTable], list[Remark]] | None:
    """The forms of a sheet as tables, each label a column, and what of the sheet they leave out; None if it has none.

    Several forms may stand below each other or side by side, each with the labels of the first.
    """
    read = [_part(one, against) for one in cards(sheet, against.columns)]
    parts = [part for part in read if part and part.forms]
    if len(parts) < len(read) or not parts:  # what stands beside forms is none: the sheet is read as it is
        whole = _part(sheet, against)
        if not whole or not whole.forms:
            return ([], whole.left) if whole and whole.left else None
        parts = [whole]
    over = over_text(cell for part in parts for cell in part.over)
    made, told = made_out(sheet, [form for part in parts for form in part.forms], over, against)
    left = dict.fromkeys(remark for part in parts for remark in part.left)
    sections = [cell for part in parts for cell in part.sections]
    return made, [*left, *told, *told_sections(sheet.name, sections)]


def _part(sheet: Sheet, against: Against) -> _Part | None:
    """The forms below each other of a sheet or of a part of it; None where it has none and nothing is told."""
    rows = form_rows(sheet, against.columns)
    heads, explaining = explained(rows)
    rows = {row: cells for row, cells in rows.items() if row != heads}
    columns, told = with_name(sheet, rows, against)
    head, forms = forms_of(rows, columns)
    heading = named_over(head, against)
    made = _Part(left=[*told, *told_above(sheet.name, cells_of(head))], over=cells_of(head))
    for part in forms:
        first = next(
            (row for row, cells in part.items() if any(known_label(one, columns) for one in cells.values())), 0
        )
        tabled = (row for row, cells in part.items() if row > first and _begins_table(cells))
        end = next(tabled, max(part, default=0) + 1)
        labels, place = _labels(part, columns, end)
        if len(labels) < LABELS or not any(column.path == NAME for column in labels.values()):
            return replace(made, forms=[]) if made.left else None
        labels |= office_label(part, labels, place, against)
        listed, letters = spelt_letters(listed_choices(part, labels, place, end), labels, place)
        one = FormWalk(sheet, _without(listed, explaining), labels, place, columns)
        one.left += [*_aside(sheet.name, listed, explaining), *_lettered(sheet.name, letters)]
        one.pair()
        over = {row: cells for row, cells in part.items() if row < min(labels)}
        named = named_over(over, against) or heading
        heading = named if len(forms) == 1 or heads_further(named, part) else heading
        one.left += told_above(sheet.name, cells_of(over))
        one.take_all(end)
        made.over += cells_of(over)
        said = " ; ".join(cell.text for cell in cells_of({**head, **over}))
        table = one.table(named, recap_year(sheet.name, said) or against.defaults.year)
        signed = furniture.signed_year(sheet.cells.values())
        table = replace(table, signed=signed, first=sheet.first, over=said)
        made.forms.append(FormRead(table, one.unknown))
        made.left += one.left
        made.sections += one.sections
    return made


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
