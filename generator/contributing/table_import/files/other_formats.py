"""Tables in the formats before and beside .xlsx (.xls, .ods) as sheets of cells, by python-calamine.

It tells neither which rows are hidden nor which texts are struck out nor how a date is shown; the sheet says so. Of an
.ods file these are read beside it.
"""

import datetime as dt
import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, Final
from xml.etree.ElementTree import ParseError

from generator.contributing.answers.written_dates import WrittenDate, read_date
from generator.contributing.table_import.files.open_document_marks import Marks, marks_of
from generator.contributing.table_import.files.sheet import (
    MAX_COLUMNS,
    MAX_ROWS,
    Cell,
    Sheet,
    UnreadableError,
    check_total,
    checked_length,
)
from generator.contributing.table_import.files.xlsx_cells import number

_UNSEEN_LINKS: Final = "dari format ini tidak terbaca tautan di balik teks; periksa bila ada, atau simpan sebagai .xlsx"
_UNSEEN: Final = (
    "dari format ini tidak terbaca baris dan kolom tersembunyi, sel yang dicoret, dan tautan di balik teks; "
    "periksa bila ada, atau simpan sebagai .xlsx"
)


def other_sheets(raw: bytes, kind: str) -> tuple[Sheet, ...]:
    """The sheets of an .xls or .ods file (`kind`). Raises UnreadableError."""
    import python_calamine  # noqa: PLC0415 - only few tables need it

    try:
        book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(raw))
        return tuple(_sheets(book, marks_of(raw) if kind == "ods" else {}))
    except python_calamine.PasswordError:
        raise UnreadableError("berkas ini dilindungi kata sandi; simpan salinan tanpa kata sandi") from None
    except (python_calamine.CalamineError, zipfile.BadZipFile, ParseError, KeyError, OSError, ValueError):
        raise UnreadableError(
            f"berkas .{kind} ini rusak atau tidak lengkap; buka dengan Excel, lalu simpan sebagai .xlsx"
        ) from None


def _sheets(book: Any, marks: Mapping[str, Marks]) -> Iterator[Sheet]:
    import python_calamine  # noqa: PLC0415

    length = 0
    for about in book.sheets_metadata:
        if about.typ != python_calamine.SheetTypeEnum.WorkSheet:
            continue
        source = book.get_sheet_by_name(about.name)
        if source.width > MAX_COLUMNS or source.height > MAX_ROWS:
            raise UnreadableError(
                f'lembar "{about.name}" memuat lebih dari {MAX_ROWS} baris atau {MAX_COLUMNS} kolom; bagi tabelnya'
            )
        values = enumerate(source.to_python(skip_empty_area=False), 1)
        cells = {(r, c): _cell((r, c), v) for r, row in values for c, v in enumerate(row, 1) if v not in ("", None)}
        length += sum(len(cell.text) for cell in cells.values())
        check_total(length)
        filled = {at: cell for at, cell in cells.items() if cell.text.strip()}
        merged = {
            (row, column): (top + 1, left + 1)
            for (top, left), (bottom, right) in source.merged_cell_ranges or ()
            if (top + 1, left + 1) in filled
            for row in range(top + 1, min(bottom + 1, MAX_ROWS) + 1)
            for column in range(left + 1, min(right + 1, MAX_COLUMNS) + 1)
        }
        hidden = about.visible != python_calamine.SheetVisibleEnum.Visible
        known = marks.get(about.name)
        if known is None:
            yield Sheet(about.name, filled, merged, hidden=hidden, note=_UNSEEN)
        else:
            yield _with_marks(about.name, filled, known, hidden=hidden)


def _with_marks(name: str, filled: Mapping[tuple[int, int], Cell], marks: Marks, *, hidden: bool) -> Sheet:
    """A sheet of which is known what it hides, strikes out and merges."""
    left = {at: why for at in filled if (why := marks.left_out(at))}
    shown = {
        at: replace(cell, text=marks.partly[at][0], struck=marks.partly[at][1], date="")
        if at in marks.partly
        else _as_shown(cell, marks.shown.get(at, ""))
        for at, cell in filled.items()
        if at not in left
    }
    last = max((row for row, _ in shown), default=0), max((column for _, column in shown), default=0)
    merged = {
        (row, column): (top, first)
        for top, first, rows, columns in marks.areas
        if (top, first) in shown
        for row in range(top, min(top + rows - 1, last[0]) + 1)
        for column in range(first, min(first + columns - 1, last[1]) + 1)
    }
    out = tuple((filled[at], why) for at, why in left.items())
    return Sheet(name, shown, merged, hidden=hidden, left=out, note=_UNSEEN_LINKS)


def _as_shown(cell: Cell, shown: str) -> Cell:
    """A date as exact as it is shown: `Feb 2026` is no day."""
    if not cell.date or not shown:
        return cell
    read = read_date(shown)
    date = read.date if isinstance(read, WrittenDate) and cell.date.startswith(read.date) else ""
    numbers, words = re.findall(r"[0-9]+", shown), re.findall(r"[^\W\d_]{3,}", shown)
    if not date and len(numbers) + bool(words) > 2 and int(cell.date[-2:]) in map(int, numbers):
        date = cell.date  # day, month and year, in whatever order
    return replace(cell, text=shown, date=date, vague=False, unseen=False) if date else cell


def _cell(at: tuple[int, int], value: Any) -> Cell:
    if isinstance(value, bool):
        return Cell(*at, "true" if value else "false")
    if isinstance(value, dt.date):  # a datetime is one too
        day = value.strftime("%Y-%m-%d")
        return Cell(*at, day, day, vague=value.day == 1, unseen=True)
    if isinstance(value, float | int):
        return Cell(*at, number(int(value) if float(value).is_integer() else value, ""))
    return Cell(*at, checked_length(str(value), at))
