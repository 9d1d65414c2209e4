"""Dates at the precision known: a year, a month or a day, each an interval of days."""

import calendar
import datetime as dt
import re
from dataclasses import dataclass
from functools import total_ordering
from typing import Final

FIRST_YEAR: Final = 1945
LAST_YEAR: Final = 2100
# fmt: off
MONTHS: Final = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni",
    "Juli", "Agustus", "September", "Oktober", "November", "Desember",
)
# fmt: on
PARTIAL: Final = re.compile(r"\A([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?\Z")
DAY_FIRST: Final = re.compile(r"\A([0-9]{1,2})[-/. ]([0-9]{1,2})[-/. ]([0-9]{4})\Z")
YEAR_FIRST: Final = re.compile(r"\A([0-9]{4})[-/.]([0-9]{1,2})(?:[-/.]([0-9]{1,2}))?\Z")
MONTH_FIRST: Final = re.compile(r"\A([0-9]{1,2})[-/.]([0-9]{4})\Z")
IN_WORDS: Final = re.compile(r"\A(?:([0-9]{1,2})[ \t-\r-]*)?([A-Za-z]{3,9})[ \t-\r-]+([0-9]{4})\Z")
#: How months are also spelt: once, in English, or abbreviated by more than their beginning.
OTHER_MONTHS: Final = {
    "january": 1, "pebruari": 2, "february": 2, "febuari": 2, "march": 3, "mrt": 3, "may": 5, "june": 6, "july": 7,
    "august": 8, "agt": 8, "agst": 8, "october": 10, "nopember": 11, "december": 12,
}  # fmt: skip
#: What letters put before and between the parts of a date.
AROUND: Final = re.compile(
    r"\A(?:Senin|Selasa|Rabu|Kamis|Jum['\u2019]?at|Sabtu|Minggu|Ahad)[, ] *(?=[0-9]{1,2}[^0-9])|\A(?:Tahun|TA) +"
    r"|(?<=[A-Za-z0-9])[.,](?= |\Z)",
    re.ASCII | re.IGNORECASE,
)
#: A dash with the blanks around it; a run of blanks is walked once, from its beginning.
DASH: Final = re.compile("(?:(?<! ) +)?[-\u2013] *")


@total_ordering
@dataclass(frozen=True, slots=True)
class PartialDate:
    """The days from `first` to `last`, written `2019`, `2019-05` or `2019-05-03`."""

    text: str
    first: dt.date
    last: dt.date

    @classmethod
    def parse(cls, text: str) -> "PartialDate":
        """Read `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; anything else, or no such day, is a ValueError."""
        match = PARTIAL.match(text)
        if not match:
            raise ValueError(text)
        year, *rest = (int(part) for part in match.groups() if part)
        if not FIRST_YEAR <= year <= LAST_YEAR:
            raise ValueError(text)
        if not rest:
            return cls(text, dt.date(year, 1, 1), dt.date(year, 12, 31))
        first = dt.date(year, rest[0], rest[1] if len(rest) > 1 else 1)
        last = first if len(rest) > 1 else first.replace(day=calendar.monthrange(year, rest[0])[1])
        return cls(text, first, last)

    @classmethod
    def day(cls, day: dt.date) -> "PartialDate":
        """A date known to the day."""
        return cls(day.isoformat(), day, day)

    def __lt__(self, other: "PartialDate") -> bool:
        return (self.first, self.last) < (other.first, other.last)

    def __str__(self) -> str:
        return self.text

    def within_year(self, year: int) -> bool:
        """Whether the whole interval lies in `year`."""
        return self.first.year == year == self.last.year

    def begun_by(self, day: dt.date) -> bool:
        """Whether it may be said on `day` that this has happened: it is past, or `day` lies in it."""
        return self.first <= day

    def complete_by(self, day: dt.date) -> bool:
        """Whether it is past on `day` for certain, whatever the missing part is."""
        return self.last <= day

    def surely_before(self, other: "PartialDate") -> bool:
        """Whether every day of this lies before every day of `other`."""
        return self.last < other.first


def spoken(date: PartialDate | dt.date) -> str:
    """`3 Mei 2019`, `Mei 2019` or `2019`: as one writes it in an Indonesian letter."""
    text = date.isoformat() if isinstance(date, dt.date) else date.text
    year, *rest = text.split("-")
    month = [MONTHS[int(rest[0]) - 1]] if rest else []
    day = [str(int(rest[1]))] if len(rest) > 1 else []
    return " ".join([*day, *month, year])


def months_old(date: dt.date, day: dt.date, months: int) -> bool:
    """Whether on `day` more than so many months have gone by since `date`."""
    between = (day.year - date.year) * 12 + day.month - date.month
    return between > months or (between == months and day.day > date.day)


def suggestion(text: str) -> str | None:
    """What a wrongly written date (`17-8-2025`, `Senin, 4 Agustus 2025`, `2025/8/7`) most likely means."""
    text = AROUND.sub("", DASH.sub("-", text.strip()))
    year, month, day = text, None, None
    if match := DAY_FIRST.match(text):
        day, month, year = match.groups()
    elif match := YEAR_FIRST.match(text):
        year, month, day = match.groups()
    elif match := MONTH_FIRST.match(text):
        month, year, day = *match.groups(), None
    elif match := IN_WORDS.match(text):
        day, name, year = match.groups()
        number = month_number(name)
        if number is None:
            return None
        month = str(number)
    parts = [year, *(part.zfill(2) for part in (month, day) if part)]
    try:
        return PartialDate.parse("-".join(parts)).text
    except ValueError:
        return None


def month_number(name: str) -> int | None:
    """The month whose name begins so; three letters at least, as in `Agu`."""
    known = {**{month.casefold(): number for number, month in enumerate(MONTHS, 1)}, **OTHER_MONTHS}
    return next((number for month, number in known.items() if month.startswith(name.casefold())), None)
