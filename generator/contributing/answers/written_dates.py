"""Dates as offices write them -> a year, a month or a day, at the precision they have; or the dates it may be."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from generator import dates
from generator.contributing.answers import spellings
from generator.dates import PartialDate
from generator.schema.fields import one_line

_BEFORE = re.compile(rf"\A(?:{spellings.BEFORE})+")
_BEHIND = re.compile(rf"(?<=[0-9]){spellings.BEHIND}\Z")
_YEAR: Final = "([0-9]{4})"
_OF: Final = r"(?:tahun |th\.? ?|thn\.? ?|t\.?a\.? ?)?"
_PART = re.compile(rf"\A{spellings.PART_OF_YEAR}[ ,/'’‘`-]*{_OF}{spellings.YEAR_OF_PART}\Z")
_PART_BEHIND = re.compile(rf"\A{_YEAR}[ ,/-]*{spellings.PART_OF_YEAR}\Z")
_SCHOOL = re.compile(rf"\A{spellings.SCHOOL_YEAR}\Z")
_TERM = re.compile(rf"\A{spellings.TERM_OF_YEAR}\Z")
_YEAR_NAMED = re.compile(spellings.YEAR_NAMED)
_PARTS_NAMED = re.compile(rf"\A{spellings.PARTS_NAMED}\Z")
_YEAR_BEFORE = re.compile(rf"\A{spellings.YEAR_BEFORE}\Z")
_TWO_MONTHS = re.compile(rf"\A{spellings.TWO_MONTHS}\Z")
_WITHIN = re.compile(rf"\A{spellings.WITHIN} ")
_ABOUT = re.compile(rf"\A{spellings.ABOUT} ?|\?\Z|(?<=[0-9]{{4}})-?an\Z")
_UNTIL = re.compile(spellings.UNTIL)
_OPEN = re.compile(rf"\A(.{{4,40}}?){spellings.UNTIL}{spellings.NOW}\Z")
_SHORT_YEAR = re.compile(r"\A([0-9]{1,2})([-/.])([0-9]{1,2})\2([0-9]{2})\Z")
_NUMERIC = re.compile(r"\A([0-9]{1,2})[-/. ]([0-9]{1,2})[-/. ]([0-9]{4})\Z")
_WORDS = re.compile(r"\A(?:([0-9]{1,2})[ /.-]*)?([a-z]{3,9})\.?(?:[ ,/.'’-]+|(?=[0-9]{4}\Z))([0-9]{4}|[0-9]{2})\Z")
_MONTH_DAY = re.compile(r"\A([a-z]{3,9})\.? ([0-9]{1,2}), ?([0-9]{4})\Z")
_ROMAN = re.compile(r"\A([0-9]{1,2})[-/ .]([ivx]{1,4})[-/ .]([0-9]{4})\Z")
_PACKED = re.compile(r"\A((?:19|20)[0-9]{2})([01][0-9])([0-3][0-9])\Z")
_TWO_YEARS = re.compile(rf"\A{_YEAR} ?[/-] ?{_YEAR}\Z")
_MONTHS: Final = 12
_NO_DATE = re.compile(rf"\A{spellings.NO_DATE}\Z")
_APOSTROPHE = re.compile(rf"\A{spellings.BARE_YEAR}\Z")
_ZEROS = re.compile(rf"\A{spellings.ZEROS}\Z")
#: Letters that are taken for digits, beside one.
_LETTER_O = re.compile(r"(?<=[0-9])o|o(?=[0-9])")
_LETTER_L = re.compile(r"(?<![a-z])[li](?=[0-9])|(?<=[0-9])[li](?![a-z])")
#: Signs that stand for a hyphen: of Word one that does not break, of others a minus or a dash.
_HYPHENS: Final = dict.fromkeys(map(ord, "‐‑‒–—−"), "-")
_LONGEST: Final = 80


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A date as `2023`, `2023-05` or `2023-05-17`; `whole` is false where the words say more than it can hold."""

    date: str
    whole: bool = True


def read_date(text: str, *, month_first: bool = False) -> WrittenDate | tuple[str, ...] | None:
    """The date, or the dates that may be meant (at least one), or None where none can be seen.

    `month_first`: other dates beside it have the month before the day, so that `02/03/2024` is not sure.
    """
    plain = _plain(text)
    if not plain or len(plain) > _LONGEST:
        return None
    if about := _ABOUT.search(plain):
        rest = read_date(plain.replace(about.group(), "", 1).strip())
        return (rest.date,) if isinstance(rest, WrittenDate) else None
    if (match := _NUMERIC.match(plain)) and month_first and _ambiguous(match[1], match[2]):
        return tuple(filter(None, (_date(match[3], match[2], match[1]), _date(match[3], match[1], match[2]))))
    single = _single(plain)
    if single:
        return WrittenDate(single)
    return _short(plain) or _term(plain) or _part(plain) or _range(plain)


def begun(text: str) -> str:
    """The first date of a span that goes on into another year or until now; "" where it is none or not plain.

    `2023/2024` may be a school year or either of both.
    """
    plain = _plain(text) if len(text) <= _LONGEST else ""
    years = _TWO_YEARS.match(plain)
    if years:
        return years[1] if "-" in plain and years[1] < years[2] else ""
    if match := _OPEN.match(plain):
        return _begins(match[1]) or ""
    for sign in _UNTIL.finditer(plain):
        first, last = _begins(plain[: sign.start()]), _begins(plain[sign.end() :])
        if first and last and first[:4] < last[:4]:
            return first
    return next((first for first, last in _ends(plain) if first[:4] < last[:4]), "")


def _begins(plain: str) -> str | None:
    """A date or the year of its part."""
    bare = plain.strip()
    part = _PART.match(bare)
    return _century(part[1]) if part else _single(_BEFORE.sub("", bare))


def says_none(text: str) -> bool:
    """Whether a text says that there is no date: `belum`, `0000-00-00`. Nothing is lost with it."""
    plain = one_line(text).casefold().strip(" .,()-") if len(text) <= _LONGEST else ""
    return _NO_DATE.match(_BEHIND.sub("", plain).strip()) is not None


def is_first_day(date: str) -> bool:
    """Whether a date is the day from which programs count, which stands where nothing was filled in."""
    return date[:10] in spellings.FIRST_DAYS


def dates_meant(text: str) -> tuple[str, ...]:
    """What a slip of the hand may mean, to ask: `2O24` with a letter; () if none is seen."""
    plain = _plain(text)
    if len(plain) > _LONGEST:
        return ()
    digits = _LETTER_L.sub("1", _LETTER_O.sub("0", plain))
    found = _single(digits) if digits != plain else None
    return (found,) if found else ()


def is_month_first(text: str) -> bool:
    """Whether a date has its month before its day beyond doubt: `1/13/2024`."""
    match = _NUMERIC.match(_plain(text))
    return bool(match and int(match[1]) <= _MONTHS < int(match[2]))


def is_day_first(text: str) -> bool:
    """Whether a date has its day before its month beyond doubt: `13/02/2024`."""
    match = _NUMERIC.match(_plain(text))
    return bool(match and int(match[1]) > _MONTHS >= int(match[2]))


def may_be_two(text: str) -> bool:
    """Whether the day and the month of a date may be taken for each other: `05/06/2024`."""
    match = _NUMERIC.match(_plain(text))
    return bool(match and _ambiguous(match[1], match[2]))


def _plain(text: str) -> str:
    plain = one_line(text).casefold().translate(_HYPHENS)
    plain = _BEHIND.sub("", plain).strip(" .,;:") if len(plain) <= _LONGEST else plain
    if _PART.match(plain) or _SCHOOL.match(plain) or _PARTS_NAMED.match(plain):
        return plain
    return _YEAR_NAMED.sub(" ", _BEFORE.sub("", plain).strip())


def _ambiguous(one: str, other: str) -> bool:
    return one != other and int(one) <= _MONTHS and int(other) <= _MONTHS


def _date(year: str, month: str = "", day: str = "") -> str | None:
    parts = [year, *(part.zfill(2) for part in (month, day) if part)]
    try:
        return PartialDate.parse("-".join(parts)).text
    except ValueError:
        return None


def _single(plain: str) -> str | None:
    """One date with a year of four digits, or a month in words."""
    if known := dates.suggestion(plain):
        return known
    if match := _ZEROS.match(plain):
        return _date(*match[1].split("-"))
    if match := _APOSTROPHE.match(plain):
        return _date(_century(match[1]))
    if match := _NUMERIC.match(plain):  # the day is no month, so the other is
        return _date(match[3], match[1], match[2])
    if (match := _WORDS.match(plain)) and (month := dates.month_number(match[2])):  # else `VIII` may be a number
        return _date(_century(match[3]), str(month), match[1] or "")
    if match := _MONTH_DAY.match(plain):
        month = dates.month_number(match[1])
        return _date(match[3], str(month), match[2]) if month else None
    if (match := _ROMAN.match(plain)) and match[2] in spellings.ROMAN_MONTHS:
        return _date(match[3], str(spellings.ROMAN_MONTHS.index(match[2]) + 1), match[1])
    if match := _PARTS_NAMED.match(plain):
        return _in_month(match[3], match[2], match[1])
    if match := _YEAR_BEFORE.match(plain):
        return _in_month(match[1], match[2] or match[3], match[4])
    packed = _PACKED.match(plain)
    return _date(*packed.groups()) if packed else None


def _in_month(year: str, month: str, day: str | None) -> str | None:
    number = month if month.isdecimal() else str(dates.month_number(month) or "")
    return _date(year, number, day or "") if number else None


def _century(year: str) -> str:
    return year if len(year) > 2 else f"{'19' if int(year) >= spellings.PIVOT else '20'}{year}"


def _short(plain: str) -> WrittenDate | tuple[str, ...] | None:
    """`17/8/23`: sure where only one order makes a date of it."""
    if not (match := _SHORT_YEAR.match(plain)):
        return None
    day, _, month, year = match.groups()
    if int(year) <= _MONTHS or (int(day) > 31):
        return tuple(filter(None, (_date(_century(year), month, day), _date(_century(day), month, year))))
    found = _date(_century(year), month, day)
    return WrittenDate(found) if found else None


def _term(plain: str) -> WrittenDate | tuple[str, ...] | None:
    """Half a school year: `Semester Genap 2025` may be that of 2024/2025 or that of 2025/2026."""
    if (match := _SCHOOL.match(plain)) and int(match[3]) == int(match[2]) + 1:
        return _partly(match[3] if match[1] in spellings.SECOND_TERMS else match[2])
    if not (match := _TERM.match(plain)):
        return None
    if match[1] not in spellings.SECOND_TERMS:
        return _partly(match[2])
    return tuple(filter(None, (_date(match[2]), _date(str(int(match[2]) + 1))))) or None


def _partly(year: str) -> WrittenDate | None:
    return WrittenDate(year, whole=False) if _date(year) else None


def _part(plain: str) -> WrittenDate | None:
    """A part of a year or of a month: the date is the whole of it."""
    if match := _PART.match(plain) or _PART_BEHIND.match(plain):
        return _partly(_century(match[1]))
    if match := _WITHIN.match(plain):
        within = _BEFORE.sub("", plain[match.end() :])
        found = _single(within)
        return WrittenDate(found, whole=False) if found else _part(within)
    if match := _TWO_MONTHS.match(plain):
        return _partly(match[3]) if all(map(dates.month_number, match.groups()[:2])) else None
    if match := _OPEN.match(plain):
        found = _single(match[1].strip())
        return WrittenDate(found, whole=False) if found else None
    return None


def _range(plain: str) -> WrittenDate | tuple[str, ...] | None:
    """From one date to another: the month or year that holds both, from months of one year the first, else asked."""
    if match := _TWO_YEARS.match(plain):
        return match.groups() if all(map(_date, match.groups())) else None
    for first, last in _ends(plain):
        if first[:4] != last[:4]:
            return (first, last)
        whole = first[4:7] in ("", "-01") and last[4:7] in ("", "-12")
        begun = first[:4] if whole or not last[4:] else first[:7]
        return WrittenDate(begun, whole=False)
    return None


def _ends(plain: str) -> Iterator[tuple[str, str]]:
    for sign in _UNTIL.finditer(plain):
        left, right = plain[: sign.start()].strip(), plain[sign.end() :].strip()
        last = _single(_BEFORE.sub("", right)) if left else None
        if last:
            words = right.split()
            tails = (" ".join(words[at:]) for at in range(1, len(words)))
            candidates = (left, *(f"{left} {tail}" for tail in tails), f"{left} {last[:4]}")
            first = next((found for one in candidates if (found := _single(one))), None)
            if first and first <= last:
                yield first, last
