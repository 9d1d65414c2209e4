"""Where innovations are used, in words and as rows of a chart."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from generator.compliance.wording import listed, number
from generator.escort.reach import User, over_the_years

#: A course of one year shows nothing.
_LEAST_YEARS: Final = 2


@dataclass(frozen=True, slots=True)
class YearBar:
    """A year's end and in how many places it was used then; `length` is 0 to 100. Nothing in it is only possible."""

    year: int
    count: int
    length: int
    unknown: bool = False


def summary(users: Sequence[User]) -> str:
    """In how many places, in how many districts, of how many that is unknown, and where it has stopped."""
    now = [user for user in users if user.now]
    parts = []
    if now:
        districts = {user.district.slug for user in now if user.district}
        where = f" di {number(len(districts))} kecamatan" if districts else ""
        parts.append(f"Dipakai atau dicoba di {number(len(now))} tempat{where}.")
    if unknown := sum(user.district is None for user in now):
        parts.append(f"Kecamatan {number(unknown)} tempat belum diketahui.")
    ended: dict[str, int] = {}
    for user in users:
        if not user.now:
            ended[user.state.label.lower()] = ended.get(user.state.label.lower(), 0) + 1
    if ended:
        told = listed([f"{label} di {number(count)}" for label, count in ended.items()])
        parts.append(f"{told[:1].upper()}{told[1:]} tempat.")
    return " ".join(parts)


def year_bars(users: Sequence[User], day: dt.date) -> tuple[YearBar, ...]:
    """One row a year, the oldest first; none where there is no course to show."""
    ends = over_the_years(users, day)
    most = max((end.count for end in ends), default=0)
    if len(ends) < _LEAST_YEARS or not most:
        return ()
    return tuple(YearBar(end.year, end.count, round(100 * end.count / most)) for end in ends)


def undated(users: Sequence[User]) -> str:
    """What the rows of the years leave out; "" if nothing."""
    count = sum(user.adoption.since is None for user in users)
    return f"{number(count)} tempat tidak diketahui mulai kapan, sehingga tidak termasuk." if count else ""
