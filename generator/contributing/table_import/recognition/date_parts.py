"""Dates that take a column for the month and one for the year, and for the day: `Mulai` above `Bulan` and `Tahun`."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from generator.contributing.table_import.cells.remark import Remark
from generator.contributing.table_import.files.sheet import Cell
from generator.contributing.table_import.shapes.header import Header
from generator.contributing.table_import.words.columns import EVENTS_KEY, YEAR_ALONE
from generator.dates import month_number
from generator.text.github import plain
from generator.text.spelling import folded

_MONTH: Final = re.compile(r"(?:bulan|bln)\Z|\A(?:bulan|bln)\b")
_YEAR: Final = re.compile(r"(?:tahun|thn)\Z|\A(?:tahun|thn)\b")
_ONE_YEAR: Final = re.compile(r"(?:19|20)[0-9]{2}")
_DAYS: Final = frozenset(["tgl", "tanggal", "hari"])
_MONTHS: Final = 12
_LONGEST_MONTH: Final = 31
_SHORTEST: Final = 3
_MOST: Final = 0.8


@dataclass(frozen=True, slots=True)
class DateParts:
    """The columns of one date: of its month, of its year, in which the whole is read, and of its day, 0 without one."""

    month: int
    year: int
    day: int = 0

    @property
    def others(self) -> frozenset[int]:
        """The columns that are read with that of the year."""
        return frozenset([self.month, self.day]) - {0}

    def joined(self, cells: dict[int, Cell]) -> None:
        """Put the month of a row before its year, and its day before both."""
        month, year, day = cells.pop(self.month, None), cells.get(self.year), cells.get(self.day)
        if month and year and not year.date:
            number = _number(month.text)
            if day and number and _is_day(day) and _ONE_YEAR.fullmatch(year.text.strip()):
                del cells[self.day]
                cells[self.year] = replace(year, text=f"{year.text.strip()}-{number:02}-{int(day.text):02}")
                return
            text = f"{number:02}/{year.text.strip()}" if number else f"{month.text.strip()} {year.text.strip()}"
            cells[self.year] = replace(year, text=text)
        elif month and not year:
            cells[self.year] = replace(month, column=self.year)

    def told(self, sheet: str, found: Header, cells: Mapping[int, Sequence[Cell]]) -> Remark:
        """That the months are read with their years."""
        first, title = cells[self.month][0], plain(found.titles[self.month])
        reason = f'dibaca bersama kolom "{plain(found.titles[self.year])}"'
        return Remark(
            sheet, first.address, title, plain(first.text), reason, "betulkan judulnya bila bukan itu", note=True
        )


def date_parts(found: Header, cells: Mapping[int, Sequence[Cell]]) -> list[DateParts]:
    """The columns of months, each beside that of its years."""
    made = []
    for number, title in sorted(found.titles.items()):
        group = found.groups.get(number, "")
        near = (n for n in (number + 1, number - 1) if n in found.titles and found.groups.get(n, "") == group)
        beside = next((n for n in near if _YEAR.search(folded(found.titles[n].removeprefix(group)))), 0)
        below = folded(title.removeprefix(group))
        if not (beside and _MONTH.search(below)) or (below not in ("bulan", "bln") and not group):
            continue
        months = cells.get(number, ())
        known = found.columns.get(beside)
        dated = known.path[0] in (EVENTS_KEY, *YEAR_ALONE) if known else _are_years(cells.get(beside, ()))
        if dated and months and sum(_number(cell.text) > 0 for cell in months) >= _MOST * len(months):
            made.append(DateParts(number, beside, _day_beside(found, cells, (number, beside))))
    return made


def _day_beside(found: Header, cells: Mapping[int, Sequence[Cell]], date: tuple[int, int]) -> int:
    """The column of days right before or behind those of months and years, below the same title; 0 without one."""
    group = found.groups.get(date[0], "")
    for n in (min(date) - 1, max(date) + 1):
        below = folded(found.titles.get(n, "").removeprefix(group))
        days = cells.get(n, ())
        if group and found.groups.get(n) == group and below in _DAYS and days and all(map(_is_short, days)):
            return n
    return 0


def _is_short(cell: Cell) -> bool:
    text = cell.text.strip()
    return len(text) < _SHORTEST and text.isdecimal()


def _is_day(cell: Cell) -> bool:
    return _is_short(cell) and 0 < int(cell.text) <= _LONGEST_MONTH


def _are_years(cells: Sequence[Cell]) -> bool:
    return sum(_ONE_YEAR.fullmatch(cell.text.strip()) is not None for cell in cells) >= _MOST * len(cells) > 0


def _number(text: str) -> int:
    """The number of a month that a text is, 0 if it is none."""
    plain_text = folded(text)
    if plain_text.isdecimal():
        return int(plain_text) if int(plain_text) <= _MONTHS else 0
    return (month_number(plain_text) or 0) if len(plain_text) >= _SHORTEST else 0
