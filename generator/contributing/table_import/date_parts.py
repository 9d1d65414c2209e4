"""Dates that take a column for the month and one for the year: `Mulai` above `Bulan` and `Tahun`. They are one."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from generator.contributing.table_import.columns import EVENTS_KEY, YEAR_ALONE
from generator.contributing.table_import.header import Header
from generator.contributing.table_import.remark import Remark
from generator.contributing.table_import.sheet import Cell
from generator.dates import month_number
from generator.text.github import plain
from generator.text.spelling import folded

_MONTH: Final = re.compile(r"(?:bulan|bln)\Z|\A(?:bulan|bln)\b")
_YEAR: Final = re.compile(r"(?:tahun|thn)\Z|\A(?:tahun|thn)\b")
_ONE_YEAR: Final = re.compile(r"(?:19|20)[0-9]{2}")
_MONTHS: Final = 12
_SHORTEST: Final = 3
_MOST: Final = 0.8


@dataclass(frozen=True, slots=True)
class DateParts:
    """The columns of one date: that of its month, and that of its year, in which the whole of it is read."""

    month: int
    year: int

    def joined(self, cells: dict[int, Cell]) -> None:
        """Put the month of a row before its year."""
        month, year = cells.pop(self.month, None), cells.get(self.year)
        if month and year and not year.date:
            number = _number(month.text)
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
        beside = next(near, 0)
        below = folded(title.removeprefix(group))
        years = beside and _YEAR.search(folded(found.titles[beside].removeprefix(group)))
        if not (years and _MONTH.search(below)) or (below not in ("bulan", "bln") and not group):
            continue
        months = cells.get(number, ())
        known = found.columns.get(beside)
        dated = known.path[0] in (EVENTS_KEY, *YEAR_ALONE) if known else _are_years(cells.get(beside, ()))
        if dated and months and sum(_number(cell.text) > 0 for cell in months) >= _MOST * len(months):
            made.append(DateParts(number, beside))
    return made


def _are_years(cells: Sequence[Cell]) -> bool:
    return sum(_ONE_YEAR.fullmatch(cell.text.strip()) is not None for cell in cells) >= _MOST * len(cells) > 0


def _number(text: str) -> int:
    """The number of a month that a text is, 0 if it is none."""
    plain_text = folded(text)
    if plain_text.isdecimal():
        return int(plain_text) if int(plain_text) <= _MONTHS else 0
    return (month_number(plain_text) or 0) if len(plain_text) >= _SHORTEST else 0
