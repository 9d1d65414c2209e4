"""A cell's value with the officer's answers in place of what was not sure; in the form also what stands as it is."""

import re
from dataclasses import replace
from typing import Final

from generator.contributing.answers.outcome import Taken, Unusable
from generator.contributing.answers.written_dates import begun
from generator.contributing.table_import.cells.choices import items
from generator.contributing.table_import.cells.leftovers import ELSEWHERE, is_no_answer
from generator.contributing.table_import.cells.reading import Reading
from generator.contributing.table_import.cells.region import Region
from generator.contributing.table_import.cells.values import value_of
from generator.contributing.table_import.files.sheet import Cell
from generator.contributing.table_import.words.columns import SUMMARY, RecapColumn
from generator.schema.fields import one_line, paragraphs
from generator.text.spelling import folded

#: In the form: before a text, or before an item of a list, that is meant exactly as it stands.
AS_WRITTEN: Final = "\\"
#: Kinds of value that an answer is as it was offered, though the same text in a cell would be asked.
_AS_ANSWERED: Final = ("baris", "bilangan")
#: Between the words of a cell that says more than one thing: `A/N`.
_PIECES = re.compile(r"[/;|\n,&+]|\bdan\b", re.IGNORECASE)
#: So many answers to one cell at most.
_REPLIES: Final = 20


def form_value(cell: Cell, column: RecapColumn, region: Region, *, month_first: bool = False) -> Taken | Unusable:
    """The values of a cell of the form."""
    lines = cell.text.split("\n")
    several = bool(column.shape.most)
    if not several and cell.text.startswith(AS_WRITTEN):
        return Taken((cell.text.removeprefix(AS_WRITTEN),))
    if several and any(line.startswith(AS_WRITTEN) for line in lines):
        return Taken(tuple(value for line in lines for value in _line(line)))
    return value_of(cell, column, region, month_first=month_first)


def _line(line: str) -> list[str]:
    return [line.removeprefix(AS_WRITTEN)] if line.startswith(AS_WRITTEN) else items(line)


def answered_value(found: Reading, cell: Cell, column: RecapColumn, number: int) -> Taken | Unusable:
    """What a cell holds, with the officer's answers in place of what was not sure."""
    written = cell.text
    title, month_first = found.table.titles[number], found.table.month_first or number in found.table.unsure_days
    read, reply = form_value if found.table.is_form else value_of, found.defaults.reply
    own = reply(title, f"{cell.address}: {cell.text.strip()}") if column.path == SUMMARY else None
    if (whole := own or reply(title, cell.text)) is not None:
        if column.path == SUMMARY and is_no_answer(whole):
            return Unusable("belum diisi", "tulis ringkasannya")
        cell = replace(cell, text=whole, date="", error="", vague=False)
        if column.shape.kind == "bilangan":  # sums are asked and answered in whole rupiah
            column = replace(column, titled="")
    value = read(cell, column, found.region, month_first=month_first)
    if whole and (taken := _as_answered(value, whole, written, column)):
        return taken
    for _ in range(_REPLIES):
        open_ = [one for one in ([value] if isinstance(value, Unusable) else value.left) if one.about]
        known = next(((one.about, text) for one in open_ if (text := reply(title, one.about)) is not None), None)
        if known is None:
            break
        cell = replace(cell, text=cell.text.replace(*known))
        value = read(cell, column, found.region, month_first=month_first)
    return value


def _as_answered(value: Taken | Unusable, whole: str, written: str, column: RecapColumn) -> Taken | None:
    """A value as it was answered, where that says more or less than its cell; None where it is to be read like one."""
    kind = column.shape.kind
    if isinstance(value, Unusable):
        if whole in value.options and kind in _AS_ANSWERED:
            return Taken((whole,))
        return Taken((paragraphs(written),)) if whole == written.strip() and value.reason == ELSEWHERE else None
    if kind == "kata" and not column.shape.most and sum(bool(folded(one)) for one in _PIECES.split(written)) > 1:
        return replace(value, note=f'menurut jawaban; selebihnya dari "{one_line(written)}" tidak disimpan')
    if kind == "tanggal" and begun(written):
        return replace(value, words=value.words or one_line(written))  # what the date cannot hold stays beside it
    return None
