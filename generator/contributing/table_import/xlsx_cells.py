"""A cell as openpyxl gives it -> what a person reads there: a date no finer than it shows, a number as it is shown."""

import datetime as dt
import re
from typing import Any, Final

from generator.contributing.table_import.sheet import Cell, checked_length

#: Longer ones Excel does not write.
_LONGEST_FORMAT: Final = 255
#: What in a number format is no date: texts, colours and conditions, escaped signs.
_QUOTED = re.compile(r'"[^"]*"|\[[^\]]*\]|[\\_*].')
#: A format that fills a number with zeros: 7 is shown as 0007.
_ZEROS = re.compile("0{2,20}")
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
        date = day[: {"d": 10, "m": 7, "y": 4}[_precision(shown_as)]]
        return Cell(*at, date, date)
    if isinstance(value, bool):
        return Cell(*at, "true" if value else "false")
    if isinstance(value, int | float):
        return Cell(*at, number(value, shown_as))
    text = _NO_ESCAPE.sub("_", str(value).replace("_x000D_", ""))
    return Cell(*at, checked_length(text, at), link=link)


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
