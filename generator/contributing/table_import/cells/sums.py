"""The sums of one cell, each with its fund and year: `2023: Rp 10 juta; 2024: Rp 15 juta`, `APBD 25 jt, DAK 10 jt`."""

import re
from typing import Final

from generator.contributing.answers.amounts import read_amount
from generator.contributing.answers.funds import YEAR_MARK, Funded, funded, is_fund
from generator.contributing.table_import.cells.choices import items
from generator.schema.fields import one_line

_BETWEEN = re.compile(r"[;\n+&]|,(?=\s)|\bdan\b", re.IGNORECASE)
#: Between sums of several funds.
_BETWEEN_FUNDS = re.compile(rf"{_BETWEEN.pattern}|\s/\s|/(?=[^\W\d_])", re.IGNORECASE)
_YEAR_BEFORE = re.compile(
    rf"\(?(?:{YEAR_MARK} ?)?((?:19|20)[0-9]{{2}})\)? ?[:=–-]? ?"
    r"((?:rp\.? ?)?[0-9][0-9.,]* ?[a-z.,=-]*)(?P<rest> \([^()]{2,40}\))?",
    re.IGNORECASE,
)
#: A year that can only stand for itself before a sum: `2025: 7.000.000`, `2025 Rp 7 juta`.
_BEFORE = re.compile(rf"\(?(?:{YEAR_MARK} ?)?(?:19|20)[0-9]{{2}}\)? ?(?:[:=]|[–-]? ?rp\b)", re.IGNORECASE)
_LONGEST: Final = 300
#: A line that is a sum by itself, and not the end of one that its cell broke, is none smaller.
_LEAST: Final = 10_000


def sums_in(text: str) -> tuple[Funded, ...]:
    """The sums of a cell: of several years, on lines of their own, or one with its fund on the next line."""
    if found := _by_year(text):
        return found
    if found := _by_fund(text)[0]:
        return found
    whole, parts = funded(one_line(text)), tuple(map(funded, items(text)))
    lines = [read_amount(one.amount) for one in parts] if "\n" in text and len(text) <= _LONGEST else []
    if len(lines) > 1 and all(isinstance(one, int) and one >= _LEAST for one in lines):
        return parts
    return (whole,) if "\n" in text and read_amount(whole.amount) is not None else parts


def without_sum(text: str) -> tuple[str, ...]:
    """The funds that a cell names beside its sums without a sum: `APBD 25 jt + swadaya`."""
    return () if _by_year(text) else _by_fund(text)[1]


def _by_fund(text: str) -> tuple[tuple[Funded, ...], tuple[str, ...]]:
    """The sums of a cell that name a fund each, no two the same one, and its funds without a sum; else none of both."""
    if len(text) > _LONGEST or isinstance(read_amount(funded(one_line(text)).amount), int):
        return (), ()
    pieces = [piece for part in _BETWEEN_FUNDS.split(text) if (piece := one_line(part).strip(" .-"))]
    bare = tuple(piece for piece in pieces if is_fund(piece))
    found = tuple(funded(piece) for piece in pieces if piece not in bare)
    sums = all(one.fund and isinstance(read_amount(one.amount), int) for one in found)
    several = len({one.fund.casefold() for one in found}) == len(found) and len(pieces) > 1
    return (found, bare) if found and sums and several else ((), ())


def _by_year(text: str) -> tuple[Funded, ...]:
    """The pieces of a cell; () where a year stands twice, a piece is not both, or the only one has its year behind."""
    if len(text) > _LONGEST:
        return ()
    pieces = [piece for part in _BETWEEN.split(text) if (piece := one_line(part).strip(" .,-"))]
    found = tuple(map(_of_year, pieces))
    sums = all(one.year and isinstance(read_amount(one.amount), int) for one in found)
    years = len({one.year for one in found})
    before = years == 1 and _BEFORE.match(pieces[0]) is not None
    return found if sums and years == len(found) and (years > 1 or before) else ()


def _of_year(piece: str) -> Funded:
    if match := _YEAR_BEFORE.fullmatch(piece):
        own = funded(f"{match[2]}{match['rest'] or ''}")
        return Funded(own.amount, own.fund, match[1])
    return funded(piece)
