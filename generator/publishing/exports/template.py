"""The empty tables under `/kontribusi/` that an office fills in and `katalog import` reads: CSV and Excel."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from generator import addresses
from generator.compliance.index import in_force
from generator.contributing.table_import.columns import AGENCY, Columns, RecapColumn
from generator.contributing.table_import.sheet import MAX_ROWS, letters
from generator.contributing.table_import.table import CHOICES
from generator.publishing.exports import Build, Files
from generator.publishing.exports.open_data import office_csv
from generator.publishing.exports.workbook import STAMP, archived, put
from generator.publishing.view import View
from generator.table import Column, Table

_SHEET: Final = "Inovasi"
#: Excel's limit for the hint beside a cell.
_HINT: Final = 255
_WIDE: Final = frozenset(["prosa", "baris"])
_SEVERAL: Final = "Beberapa nilai dipisahkan titik koma."


def files(build: Build) -> Files:
    """Both tables: the titles, below them what belongs in each column (the import skips that row), room to fill in."""
    view = build.view
    columns = Columns(view.catalogue.registry).template
    hints = {column.title: column.help for column in columns}
    table = Table("templat", "Templat", tuple(Column(title, hint) for title, hint in hints.items()))
    yield addresses.TEMPLATE_CSV, office_csv(table, [hints])
    yield addresses.TEMPLATE_XLSX, archived(_workbook(columns, view))


def _choices(view: View) -> dict[str, list[str]]:
    """Vocabulary -> labels, of agencies the names of those that still exist."""
    words = {name: list(labels.values()) for name, labels in view.catalogue.registry.words().items()}
    agencies = view.catalogue.registry.agencies.values()
    words[AGENCY[0]] = [agency.name for agency in agencies if in_force(agency, view.edition.as_of)]
    return {name: labels for name, labels in words.items() if labels}


def _workbook(columns: Sequence[RecapColumn], view: View) -> Any:
    from openpyxl import Workbook  # type: ignore[import-untyped]  # noqa: PLC0415 - a tenth of a second
    from openpyxl.styles import Alignment, Font, PatternFill  # type: ignore[import-untyped]  # noqa: PLC0415

    book = Workbook()
    book.properties.creator = view.settings.name
    book.properties.created = book.properties.modified = STAMP
    sheet = book.active
    sheet.title = _SHEET
    sheet.freeze_panes = "C3"
    for number, column in enumerate(columns, 1):
        sheet.column_dimensions[letters(number)].width = 36 if column.shape.kind in _WIDE else 22
        for row, text in ((1, column.title), (2, column.help)):
            cell = put(sheet, row, number, text)
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            cell.font = Font(bold=row == 1, italic=row == 2)
            cell.fill = PatternFill("solid", fgColor="DDE8E1" if row == 1 else "F4F4F4")
    _lists(book, columns, _choices(view))
    return book


def _lists(book: Any, columns: Sequence[RecapColumn], choices: Mapping[str, Sequence[str]]) -> None:
    """A sheet with the words of every choice, and on the cells of each column its list and its hint."""
    from openpyxl.worksheet.datavalidation import DataValidation  # type: ignore[import-untyped]  # noqa: PLC0415

    sheet, places = book.create_sheet(CHOICES), dict[str, str]()
    used = dict.fromkeys(_vocabulary(column) for column in columns if _vocabulary(column) in choices)
    for number, (name, labels) in enumerate(((name, choices[name]) for name in used), 1):
        sheet.column_dimensions[letters(number)].width = 44
        for row, label in enumerate(labels, 1):
            put(sheet, row, number, label)
        places[name] = f"{CHOICES}!${letters(number)}$1:${letters(number)}${len(labels)}"
    for number, column in enumerate(columns, 1):
        several = bool(column.shape.most or column.owner)
        formula = places.get(_vocabulary(column), '"ya,tidak"' if column.shape.kind == "ya_tidak" else None)
        rule = DataValidation(type="list" if formula else None, formula1=formula, allow_blank=True)
        rule.showErrorMessage, rule.showInputMessage = bool(formula) and not several, True
        rule.promptTitle = column.title[:32]
        rule.prompt = f"{column.help} {_SEVERAL if several else ''}".strip()[:_HINT]
        rule.add(f"{letters(number)}3:{letters(number)}{MAX_ROWS}")
        book[_SHEET].add_data_validation(rule)


def _vocabulary(column: RecapColumn) -> str:
    return AGENCY[0] if column.path == AGENCY else column.shape.vocabulary
