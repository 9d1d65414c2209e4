"""The day on which somebody filled in the form that a row came from: `Cap waktu`, `Timestamp`."""

import re
from typing import Final

from generator.contributing.table_import.cells.reading import Reading
from generator.contributing.table_import.cells.values import date_in
from generator.text.spelling import folded

_TITLE: Final = re.compile(
    r"(?:form )?(?:timestamp|stempel waktu|cap waktu|submitted(?: at| on)?|(?:completion|start|submission) time|"
    r"(?:waktu|tanggal) (?:mulai|selesai|pengisian|pengiriman|kirim|input|entri))"
)


def is_of_form(title: str) -> bool:
    """Whether a form notes under this title when it was answered."""
    return _TITLE.fullmatch(folded(title)) is not None


def answered_on(found: Reading) -> str:
    """The day on which the form of a row was answered, "" where it is no form's."""
    columns = (n for n, title in found.table.titles.items() if n not in found.table.columns and is_of_form(title))
    cells = (found.row.cells.get(n) for n in columns)
    return next((cell.date or date_in(cell.text.split()[0]) or "" for cell in cells if cell and cell.text.split()), "")
