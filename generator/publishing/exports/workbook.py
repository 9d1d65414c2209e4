"""Excel files of our own: every cell text or a number and never a formula, the same bytes from the same data."""

import datetime as dt
import io
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from generator.contributing.table_import.sheet import letters

#: Neither openpyxl's clock nor the archive's.
STAMP: Final = dt.datetime(2000, 1, 1)  # noqa: DTZ001 - openpyxl writes it as it is
#: What one cell can hold in Excel.
_LONGEST: Final = 32_767
_NARROW, _WIDE, _LONG = 16, 44, 30


@dataclass(frozen=True, slots=True)
class WrittenSheet:
    """A sheet: its name, its heads, its rows of texts and numbers."""

    title: str
    heads: Sequence[str]
    rows: Sequence[Sequence[object]]


def workbook_of(sheets: Sequence[WrittenSheet], author: str) -> bytes:
    """A workbook with these sheets; heads stay in view."""
    from openpyxl import Workbook  # type: ignore[import-untyped]  # noqa: PLC0415 - a tenth of a second
    from openpyxl.styles import Alignment, Font, PatternFill  # type: ignore[import-untyped]  # noqa: PLC0415

    book = Workbook()
    book.properties.creator = author
    book.properties.created = book.properties.modified = STAMP
    book.remove(book.active)
    for one in sheets:
        sheet = book.create_sheet(one.title)
        sheet.freeze_panes = "A2"
        for number, row in enumerate((one.heads, *one.rows), 1):
            for column, value in enumerate(row, 1):
                cell = put(sheet, number, column, value)
                cell.alignment = Alignment(wrap_text=True, vertical="top")
                if number == 1:
                    cell.font, cell.fill = Font(bold=True), PatternFill("solid", fgColor="DDE8E1")
        for column in range(1, len(one.heads) + 1):
            longest = max((len(str(row[column - 1])) for row in (one.heads, *one.rows)), default=0)
            sheet.column_dimensions[letters(column)].width = _WIDE if longest > _LONG else _NARROW
    return archived(book)


def put(sheet: Any, row: int, column: int, value: object) -> Any:
    """A cell: a number stays one, all else stays text, whatever it begins with."""
    if isinstance(value, int):
        return sheet.cell(row, column, value)
    cell = sheet.cell(row, column, str(value)[:_LONGEST])
    cell.data_type = "s"
    return cell


def archived(book: Any) -> bytes:
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
