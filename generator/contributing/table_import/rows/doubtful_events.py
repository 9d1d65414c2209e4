"""Dates that can be read and yet may not be those of the event above them: these are asked, each cell for itself."""

from typing import Final

from generator.contributing.answers.outcome import Taken, Unusable
from generator.contributing.table_import.cells.form_day import answered_on
from generator.contributing.table_import.cells.reading import Reading
from generator.contributing.table_import.cells.values import value_of
from generator.contributing.table_import.files.sheet import Cell
from generator.contributing.table_import.words.columns import EVENTS_KEY

_WHOLE_DAY: Final = len("2025-08-17")


def doubtful_event(found: Reading, cell: Cell, number: int) -> Unusable | None:
    """What to ask of a date in column `number` of a row, or None: it stands under several events, or is today's.

    People who fill in a form take the day's date for the one that they do not know.
    """
    value = value_of(cell, found.table.columns[number], found.region, month_first=found.table.month_first)
    if not isinstance(value, Taken):
        return None
    date, about = value.values[0], f"{cell.address}: {cell.text.strip()}"
    columns = (found.table.columns.get(n) for n in range(number, cell.last + 1))
    slugs = [column.path[1] for column in columns if column and column.path[0] == EVENTS_KEY and len(column.path) > 1]
    terms = found.region.registry.taxonomy["peristiwa"]
    said = [f"{terms[slug].label.lower()} {date}" for slug in slugs if slug in terms]
    if len(said) > 1:
        reason = "satu tanggal di bawah beberapa peristiwa"
        return Unusable(reason, "tulis tanggal setiap peristiwa di selnya sendiri", (*said, "; ".join(said)), about)
    if len(date) == _WHOLE_DAY and date == answered_on(found):
        reason = f"{date} juga hari formulir ini diisi; mungkin bukan tanggal peristiwanya"
        return Unusable(reason, "tulis tanggal peristiwanya", (date, "belum ada"), about)
    return None
