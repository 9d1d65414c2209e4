"""A cell as openpyxl gives it -> what a person reads there: a date no finer than it shows, a number as it is shown."""

import datetime as dt
import re
from typing import Any, Final

from generator.contributing.table_import.files.sheet import Cell, checked_length

#: How a marked copy shows a date of which nobody knows how its table showed it, so that it is asked again.
AS_STORED: Final = 'yyyy-mm-dd" "'
#: Longer ones Excel does not write.
_LONGEST_FORMAT: Final = 255
#: What in a number format is no date: texts, colours and conditions, escaped signs.
_QUOTED = re.compile(r'"[^"]*"|\[[^\]]*\]|[\\_*].')
#: A format that fills a number with zeros: 7 is shown as 0007.
_ZEROS = re.compile("0{2,20}")
#: Words that a format shows before or behind the digits.
_BEFORE = re.compile(r'\A"([^"]*[^\W\d_][^"]*)"( ?)(?=[#0?])')
_AFTER = re.compile(r'(?<=[0#?])( ?)"([^"]*[^\W\d_][^"]*)"\Z')
_SCALED = re.compile(r"[0#?],+(?![0#?,])")
#: What looks like an escaped sign and is none, as workbooks write it.
_NO_ESCAPE = re.compile(r"_x005F_(?=x[0-9A-Fa-f]{4}_)")


def cell_of(at: tuple[int, int], cell: Any, link: str = "") -> Cell:
    """One of openpyxl's cells as a person reads it, with the address behind it. Raises UnreadableError."""
    value, shown_as = cell.value, cell.number_format[:_LONGEST_FORMAT]
    if cell.data_type == "f":
        return Cell(*at, "", error="rumus tanpa hasil")
    if cell.data_type == "e":
        return Cell(*at, str(value), error=f"rumus menghasilkan {value}")
    if isinstance(value, dt.datetime | dt.date):
        day = value.strftime("%Y-%m-%d")
        if shown_as == AS_STORED:
            return Cell(*at, day, day, vague=value.day == 1, unseen=True)
        date = day[: {"d": 10, "m": 7, "y": 4}[_precision(shown_as)]]
        return Cell(*at, date, date)
    if isinstance(value, bool):
        return Cell(*at, "true" if value else "false")
    if isinstance(value, int | float):
        before, after = _beside(shown_as, value)
        return Cell(*at, f"{before}{number(value, shown_as)}{after}")
    if isinstance(value, list):  # runs of letters: what is struck out among them is not read
        kept = "".join(str(run) for run in value if not _struck(run))
        struck = "".join(str(run) for run in value if _struck(run)).strip()
        return Cell(*at, checked_length(_clean(kept), at), link=link, struck=_clean(struck)[:_LONGEST_FORMAT])
    return Cell(*at, checked_length(_clean(str(value)), at), link=link)


def _clean(text: str) -> str:
    return _NO_ESCAPE.sub("_", text.replace("_x000D_", "").replace("_x000B_", "\v"))


def _struck(run: Any) -> bool:
    return bool(getattr(getattr(run, "font", None), "strike", False))


def _beside(number_format: str, value: float) -> tuple[str, str]:
    """What a format shows before and behind a number: `#,##0" orang"`."""
    shown = number_format.partition(";")[0]
    # A format that shows thousands or millions (`0,," jt"`) has its unit for the shown number, not for the stored one.
    if value < 0 or _SCALED.search(_QUOTED.sub("", shown)):
        return "", ""
    before, after = _BEFORE.match(shown), _AFTER.search(shown)
    return "".join(before.groups()) if before else "", "".join(after.groups()) if after else ""


def _precision(number_format: str) -> str:
    """Whether a date cell shows a day (`d`), a month (`m`) or only a year (`y`)."""
    shown = _QUOTED.sub("", number_format.lower())
    return next((sign for sign in "dm" if sign in shown), "y") if "y" in shown else "d"


def number(value: float, number_format: str) -> str:
    """A number in the Indonesian way, with a comma; a percentage as it is shown."""
    percent = "%" in _QUOTED.sub("", number_format)
    if isinstance(value, int) and not percent:
        return str(value).zfill(len(number_format)) if _ZEROS.fullmatch(number_format) and value >= 0 else str(value)
    text = f"{value * 100 if percent else value:.10f}".rstrip("0").rstrip(".")
    return text.replace(".", ",") + ("%" if percent else "")
