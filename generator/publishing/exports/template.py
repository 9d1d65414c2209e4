"""The empty tables under `/kontribusi/` that an office fills in and `katalog import` reads: CSV and Excel."""

import datetime as dt
import io
import zipfile
from collections.abc import Mapping, Sequence
from typing import Any, Final

from generator import addresses
from generator.compliance.index import in_force
from generator.contributing.table_import.columns import AGENCY, Columns, RecapColumn
from generator.contributing.table_import.sheet import MAX_ROWS, letters
from generator.contributing.table_import.table import CHOICES
from generator.publishing.exports import Build, Files
from generator.publishing.exports.open_data import office_csv
from generator.publishing.view import View
from generator.table import Column, Table

_SHEET: Final = "Inovasi"
#: Excel's limit for the hint beside a cell.
_HINT: Final = 255
#: The same bytes from the same data: neither openpyxl's clock nor the archive's.
_STAMP: Final = dt.datetime(2000, 1, 1)  # noqa: DTZ001 - openpyxl writes it as it is
_WIDE: Final = frozenset(["prosa", "baris"])
_SEVERAL: Final = "Beberapa nilai dipisahkan titik koma."


def files(build: Build) -> Files:
    """Both tables: the titles, below them what belongs in each column (the import skips that row), room to fill in."""
    view = build.view
    columns = Columns(view.catalogue.registry).template
    hints = {column.title: column.help for column in columns}
    table = Table("templat", "Templat", tuple(Column(title, hint) for title, hint in hints.items()))
    yield addresses.TEMPLATE_CSV, office_csv(table, [hints])
    yield addresses.TEMPLATE_XLSX, _archive(_workbook(columns, view))


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
    book.properties.created = book.properties.modified = _STAMP
    sheet = book.active
    sheet.title = _SHEET
    sheet.freeze_panes = "C3"
    for number, column in enumerate(columns, 1):
        sheet.column_dimensions[letters(number)].width = 36 if column.shape.kind in _WIDE else 22
        for row, text in ((1, column.title), (2, column.help)):
            cell = _text(sheet, row, number, text)
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            cell.font = Font(bold=row == 1, italic=row == 2)
            cell.fill = PatternFill("solid", fgColor="DDE8E1" if row == 1 else "F4F4F4")
    _lists(book, columns, _choices(view))
    return book


def _text(sheet: Any, row: int, column: int, text: str) -> Any:
    """A cell that stays text, whatever it begins with."""
    cell = sheet.cell(row, column, text)
    cell.data_type = "s"
    return cell


def _lists(book: Any, columns: Sequence[RecapColumn], choices: Mapping[str, Sequence[str]]) -> None:
    """A sheet with the words of every choice, and on the cells of each column its list and its hint."""
    from openpyxl.worksheet.datavalidation import DataValidation  # type: ignore[import-untyped]  # noqa: PLC0415

    sheet, places = book.create_sheet(CHOICES), dict[str, str]()
    used = dict.fromkeys(_vocabulary(column) for column in columns if _vocabulary(column) in choices)
    for number, (name, labels) in enumerate(((name, choices[name]) for name in used), 1):
        sheet.column_dimensions[letters(number)].width = 44
        for row, label in enumerate(labels, 1):
            _text(sheet, row, number, label)
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


def _archive(book: Any) -> bytes:
    """The workbook's file with the stamps of archive members fixed, and unpacked, since packers differ."""
    from openpyxl.writer.excel import ExcelWriter  # type: ignore[import-untyped]  # noqa: PLC0415

    written, fixed = io.BytesIO(), io.BytesIO()
    ExcelWriter(book, zipfile.ZipFile(written, "w")).save()
    with zipfile.ZipFile(written) as archive, zipfile.ZipFile(fixed, "w") as target:
        for name in archive.namelist():
            member = zipfile.ZipInfo(name)
            member.create_system = 3  # it would name the machine's own
            target.writestr(member, archive.read(name))
    return fixed.getvalue()
