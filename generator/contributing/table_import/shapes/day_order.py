"""Columns in which a day may be a month: one day among years, and days that a program of another country parted."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from generator.contributing.answers.written_dates import is_day_first, is_month_first, may_be_two
from generator.contributing.table_import.cells.reading import Defaults
from generator.contributing.table_import.cells.remark import (
    DAY_FIRST,
    DAY_ORDER,
    MONTH_FIRST,
    Asked,
    RecapRow,
    RecapTable,
    Remark,
)
from generator.contributing.table_import.files.sheet import Cell
from generator.contributing.table_import.words.columns import EVENTS_KEY, YEAR_ALONE, RecapColumn
from generator.text.github import plain
from generator.text.spelling import folded

#: What says in a title in which order its dates are: `(tgl/bln/thn)`.
_ORDER = re.compile(r"(?:tgl|tanggal|hari|dd|hh)\s?[-/. ]\s?(?:bln|bulan|mm|bb)", re.IGNORECASE)
#: So many dates at least that can only have their month first show the order of their column.
_FEWEST: Final = 2
_FULL: Final = len("2025-08-17")
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


def ordered(tables: Sequence[RecapTable], defaults: Defaults) -> tuple[list[RecapTable], list[Remark]]:
    """The tables of a file with the order of day and month that its dates show or that was answered, and what is told.

    The day is read first, as it is written here, and told once a column; where some date has its month first the order
    is asked, once for a column whose dates may all have one. A column of which several show it is read so.
    """
    odd = any(table.month_first for table in tables)
    sure = odd or any(is_day_first(cell.text) for table in tables for _, cell in _days(table))
    written: dict[str, set[str]] = {}
    for table in tables:
        for n, cell in _days(table):
            written.setdefault(folded(table.titles[n]), set()).add(cell.text.strip())
    made, told = [], []
    for table in map(_with_full_days, tables):
        unsure = {n: cell for n, cell in reversed(_days(table)) if may_be_two(cell.text)}
        answers = {n: defaults.reply(table.titles[n], DAY_ORDER) or "" for n in unsure}
        open_ = [n for n in sorted(unsure) if not answers[n] and not _ORDER.search(table.titles[n])]
        shown = [n for n in open_ if _shows_months(written[folded(table.titles[n])])]
        answers |= dict.fromkeys(shown, MONTH_FIRST)
        told += [_told_months(table, n, unsure[n]) for n in shown]
        asked = frozenset(
            n for n in unsure if (odd or n in table.unsure_days) and _one_order(written[folded(table.titles[n])])
        )
        rows = tuple(_as_answered(row, answers) for row in table.rows)
        made.append(replace(table, month_first=odd, rows=rows, unordered=asked))
        for n in sorted(unsure.keys() - table.unsure_days) if not (sure or table.is_form) else ():
            told += [] if answers[n] or _ORDER.search(table.titles[n]) else [_told(table, n, unsure[n])]
    return made, told


def _with_full_days(table: RecapTable) -> RecapTable:
    """A table in which the first of a month is a day where a column has full dates only, and most are other days.

    Where nobody knows how dates are shown, it may else stand for a month of which no day is known.
    """
    full = {n for n, column in table.columns.items() if _is_dated(column) and _is_full(table.rows, n)}
    rows = (replace(row, cells={**row.cells, **_sure(row, full)}) for row in table.rows)
    return replace(table, rows=tuple(rows)) if full else table


def _is_full(rows: Sequence[RecapRow], number: int) -> bool:
    cells = [row.cells[number] for row in rows if number in row.cells]
    firsts = sum(cell.vague for cell in cells)
    return 0 < 2 * firsts <= len(cells) and all(cell.unseen and len(cell.date) == _FULL for cell in cells)


def _sure(row: RecapRow, numbers: Iterable[int]) -> dict[int, Cell]:
    return {n: replace(row.cells[n], vague=False) for n in numbers if n in row.cells}


def _one_order(texts: Iterable[str]) -> bool:
    """Whether several dates of a column leave their order open, and no two show that it has both."""
    days = set(texts)
    both = any(map(is_day_first, days)) and any(map(is_month_first, days))
    return sum(map(may_be_two, days)) > 1 and not both


def _shows_months(texts: Iterable[str]) -> bool:
    """Whether the dates of a column show that all of it has the month first: several can only, and none can not."""
    days = set(texts)
    return sum(map(is_month_first, days)) >= _FEWEST and not any(map(is_day_first, days))


def _days(table: RecapTable) -> list[tuple[int, Cell]]:
    """The cells of a table that hold a date as a text, with their columns."""
    dated = [n for n, column in table.columns.items() if _is_dated(column)]
    cells = [(n, row.cells[n]) for row in table.rows for n in dated if n in row.cells]
    return [(n, cell) for n, cell in cells if not cell.date]


def _told(table: RecapTable, number: int, cell: Cell) -> Remark:
    reason = "dibaca sebagai hari, bulan, tahun; tidak ada tanggal lain yang memastikan urutannya"
    cure = "tulis nama bulannya bila bukan itu"
    return Remark(table.sheet, cell.address, plain(table.titles[number]), plain(cell.text), reason, cure, note=True)


def _told_months(table: RecapTable, number: int, cell: Cell) -> Remark:
    title, reason = table.titles[number], "dibaca sebagai bulan, hari, tahun, seperti tanggal lain di kolom ini"
    asked = Asked(title, DAY_ORDER, (MONTH_FIRST, DAY_FIRST))
    cure = "jawab pada lembar Pertanyaan bila bukan itu"
    return Remark(table.sheet, cell.address, plain(title), plain(cell.text), reason, cure, note=True, asked=asked)


def _as_answered(row: RecapRow, answers: Mapping[int, str]) -> RecapRow:
    """A row with the dates of some columns in the order that was answered for them."""
    cells = {n: row.cells[n] for n in answers if n in row.cells and may_be_two(row.cells[n].text)}
    dates = {n: replace(cell, date=date) for n, cell in cells.items() if (date := _in_order(cell.text, answers[n]))}
    return replace(row, cells={**row.cells, **dates}) if dates else row


def _in_order(text: str, answer: str) -> str:
    """A date by the answer on its order, "" where that says none."""
    first, second, year = re.findall(r"[0-9]+", text)
    orders = {DAY_FIRST: (second, first), MONTH_FIRST: (first, second)}
    month, day = orders.get(folded(answer), ("", ""))
    return f"{year}-{month:0>2}-{day:0>2}" if month else ""


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
