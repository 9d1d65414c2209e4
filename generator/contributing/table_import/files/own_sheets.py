"""The sheets that we make ourselves: what they are called, which of them hold no innovations, and their lines."""

from collections.abc import Iterator, Mapping
from typing import Final

from generator.contributing.table_import.files.sheet import Cell, Sheet

#: Where our own form has its innovations.
FORM_SHEET: Final = "Inovasi"
#: Where the words of choice stand in the template.
CHOICES: Final = "Pilihan"
#: Where the template says how it is filled in.
GUIDE: Final = "Petunjuk"
#: What a marked copy has beside the table: questions, rows that lack something, what was told.
QUESTIONS: Final = "Pertanyaan"
COMPLETION: Final = "Lengkapi"
REPORT_SHEET: Final = "Laporan impor"
OF_COPY: Final = (QUESTIONS, COMPLETION, REPORT_SHEET)
#: Some of the titles that each of them has: an office may call a sheet of its own so.
_HEADS: Final = {
    QUESTIONS: {"Kolom", "Isi", "Jawaban"}, COMPLETION: {"Lembar", "Baris"}, REPORT_SHEET: {"lembar", "tempat", "sebab"}
}  # fmt: skip
NO_TABLES: Final = frozenset([CHOICES, GUIDE, *OF_COPY])


def lines_below(sheet: Sheet, titles: frozenset[str]) -> Iterator[Mapping[str, Cell]]:
    """The rows of a sheet by title, once one of its rows has all of these; none where no row has."""
    rows: dict[int, dict[int, Cell]] = {}
    for (row, column), cell in sorted(sheet.cells.items()):
        rows.setdefault(row, {})[column] = cell
    places: Mapping[int, str] = {}
    for cells in rows.values():
        if places:
            yield {places[column]: cell for column, cell in cells.items() if column in places}
        elif titles <= {cell.text.strip() for cell in cells.values()}:
            places = {column: cell.text.strip() for column, cell in cells.items()}


def of_copy(sheet: Sheet) -> bool:
    """Whether a sheet is one that a marked copy has beside the table, by its name and the titles on it."""
    rows: dict[int, set[str]] = {}
    for (row, _), cell in sheet.cells.items():
        rows.setdefault(row, set()).add(cell.text.strip())
    titles = _HEADS.get(sheet.name)
    return titles is not None and (not rows or any(titles <= said for said in rows.values()))
