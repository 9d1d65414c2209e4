"""Columns in which a day may be a month: one day among years, and days that a program of another country parted."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from generator.contributing.answers.written_dates import is_day_first, may_be_two
from generator.contributing.table_import.columns import EVENTS_KEY, YEAR_ALONE, RecapColumn
from generator.contributing.table_import.remark import RecapRow

_DAY = re.compile(r"\s*[0-9]{1,2}[-/.][0-9]{1,2}[-/.][0-9]{4}\s*")


def doubtful_days(
    rows: Sequence[RecapRow], known: Mapping[int, RecapColumn]
) -> tuple[tuple[RecapRow, ...], frozenset[int]]:
    """The rows, and the columns in which the order of day and month is not sure.

    Where nobody knows how dates are shown, and a program took only some of a column's days for dates, it read them with
    the month first, and left those as texts that have no such month.
    """
    among_years = _among_years(rows, known)
    parted = {n for n, column in known.items() if _is_dated(column) and _is_parted(rows, n)}
    made = tuple(_as_written(row, parted) for row in rows) if parted else tuple(rows)
    return made, frozenset(among_years | parted)


def _among_years(rows: Sequence[RecapRow], known: Mapping[int, RecapColumn]) -> set[int]:
    """The columns that only say `Tahun` and hold no day but one of which nobody knows what its month is."""
    found = set()
    for number in (n for n, column in known.items() if column.path == YEAR_ALONE):
        texts = [row.cells[number].text for row in rows if number in row.cells and not row.cells[number].date]
        days = [text for text in texts if _DAY.fullmatch(text)]
        if days and len(days) * 2 < len(texts) and all(may_be_two(text) for text in days):
            found.add(number)
    return found


def _is_dated(column: RecapColumn) -> bool:
    return column.path == YEAR_ALONE or column.path[:1] == (EVENTS_KEY,)


def _is_parted(rows: Sequence[RecapRow], number: int) -> bool:
    cells = [row.cells[number] for row in rows if number in row.cells]
    dates = [cell for cell in cells if len(cell.date) > len("2025-08")]
    left = any(is_day_first(cell.text) for cell in cells if not cell.date)
    return (
        left
        and bool(dates)
        and all(cell.unseen for cell in dates)
        and all(may_be_two(_written(cell.date)) for cell in dates)
    )


def _written(date: str) -> str:
    year, month, day = date[:10].split("-")
    return f"{day}/{month}/{year}"


def _as_written(row: RecapRow, parted: set[int]) -> RecapRow:
    dated = {n: row.cells[n] for n in parted if n in row.cells and row.cells[n].date}
    texts = {n: replace(cell, text=_written(cell.date), date="", vague=False) for n, cell in dated.items()}
    return replace(row, cells={**row.cells, **texts}) if texts else row
