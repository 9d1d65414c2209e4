"""Several sums in one cell, each with its year: `2023: Rp 10 juta; 2024: Rp 15 juta`."""

import re
from typing import Final

from generator.contributing.answers.amounts import read_amount, year_behind
from generator.schema.fields import one_line

_BETWEEN = re.compile(r"[;\n+&]|,(?=\s)|\bdan\b", re.IGNORECASE)
_YEAR_BEFORE = re.compile(
    r"\(?(?:(?:tahun anggaran|tahun|thn|th|t\.?a)\.? ?)?((?:19|20)[0-9]{2})\)? ?[:=–-]? ?"
    r"((?:rp\.? ?)?[0-9][0-9.,]* ?[a-z.,=-]*)",
    re.IGNORECASE,
)
_LONGEST: Final = 300


def sums_by_year(text: str) -> tuple[tuple[str, str], ...]:
    """(sum, year) of each piece of a cell; () where it has only one, one year twice, or a piece that is not both."""
    if len(text) > _LONGEST:
        return ()
    pieces = [piece for part in _BETWEEN.split(text) if (piece := one_line(part).strip(" .,-"))]
    found = [_of_year(piece) for piece in pieces]
    years = {year for _, year in found}
    sums = all(year and isinstance(read_amount(amount), int) for amount, year in found)
    return tuple(found) if sums and 1 < len(years) == len(found) else ()


def _of_year(piece: str) -> tuple[str, str]:
    if match := _YEAR_BEFORE.fullmatch(piece):
        return match[2], match[1]
    return year_behind(piece)
