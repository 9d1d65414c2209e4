"""The officer's own workbook back: cells that were not taken are coloured and say why, with a sheet of questions."""

import datetime as dt
import io
import re
import warnings
import zipfile
from collections.abc import Sequence
from typing import Any, Final

from generator.contributing.table_import.cells.questions import (
    GUIDE,
    QUESTIONS,
    TITLES,
    GivenAnswer,
    cells_given,
    cells_of,
    questions,
)
from generator.contributing.table_import.cells.remark import Remark
from generator.contributing.table_import.files.archive import as_transitional, guard
from generator.contributing.table_import.files.sheet import MAX_CELL, Sheet
from generator.contributing.table_import.files.xlsx_cells import AS_STORED
from generator.contributing.table_import.files.xlsx_notes import AUTHOR
from generator.contributing.table_import.report import REPORT, rows
from generator.spreadsheet import letters
from generator.table import cell as as_text
from generator.text.spelling import folded

REPORT_SHEET: Final = "Laporan impor"
_NOT_TAKEN: Final = "F8C9C4"
_LOOK: Final = "FFF2B3"
_HEAD: Final = "DDE8E1"
_ANSWER: Final = 5
_GUIDE_HEIGHT: Final = 48
_CELL = re.compile(r"[A-Z]{1,3}[1-9][0-9]{0,6}")
_ROW = re.compile(r"baris ([1-9][0-9]{0,6})(?: dari kolom ([A-Z]{1,3}))?")
_ZIP: Final = b"PK\x03\x04"
#: Parts of a workbook that a copy does not keep, and what people call them.
_LOST: Final = (
    ("xl/drawings/drawing", "gambar, bentuk, dan kotak teks"),
    ("xl/charts/", "bagan"),
    ("xl/pivot", "tabel pivot"),
    ("xl/ctrlProps/", "tombol"),
)


def marked(
    raw: bytes, sheets: Sequence[Sheet], remarks: Sequence[Remark], given: Sequence[GivenAnswer] = ()
) -> tuple[bytes, list[str]]:
    """The marked copy as an XLSX file, and what it has lost of the original (Indonesian).

    `given` are the answers that were read with it: the copy keeps them, so that it alone can be sent again.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # openpyxl warns of what it will not keep; the caller is told
        book, lost = _copy(raw, sheets)
    for name in (QUESTIONS, REPORT_SHEET):
        if name in book.sheetnames:
            del book[name]
    for sheet in book.worksheets:
        _mark(sheet, [one for one in remarks if one.sheet == sheet.title])
    _ask(book, remarks, given)
    heads = [column.name for column in REPORT.columns]
    _fill(book.create_sheet(REPORT_SHEET), [heads, *([as_text(row[head]) for head in heads] for row in rows(remarks))])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue(), lost


def _copy(raw: bytes, sheets: Sequence[Sheet]) -> tuple[Any, list[str]]:
    """The workbook itself, formulas as their results; of another format a new workbook with the same cells."""
    from openpyxl import Workbook, load_workbook  # type: ignore[import-untyped]  # noqa: PLC0415

    if raw.startswith(_ZIP) and b"[Content_Types].xml" in raw:
        guard(raw)
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            names = archive.namelist()
            formulas = any(b"<f>" in archive.read(name) for name in names if name.startswith("xl/worksheets/sheet"))
        lost = [what for begin, what in _LOST if any(name.startswith(begin) for name in names)]
        book = load_workbook(io.BytesIO(as_transitional(raw)), data_only=True, keep_links=False, rich_text=True)
        return book, [*lost, *(["rumus (hasilnya tetap ada)"] if formulas else [])]
    book = Workbook()
    book.remove(book.active)
    for sheet in sheets:
        made = book.create_sheet(re.sub(r"[\\/*?:\[\]]", " ", sheet.name)[:31] or "Lembar")
        for (row, column), cell in sheet.cells.items():
            put = _put(made, row, column, cell.text)
            if cell.unseen:
                put.value, put.number_format = dt.date.fromisoformat(cell.date), AS_STORED
        for area in _areas(sheet):
            made.merge_cells(area)
    return book, ["tampilan sel"]


def _areas(sheet: Sheet) -> list[str]:
    """The merged areas of a sheet, as `B7:B9`."""
    ends: dict[tuple[int, int], tuple[int, int]] = {}
    for at, origin in sheet.merged.items():
        ends[origin] = max(ends.get(origin, origin), at)
    return [f"{letters(c)}{r}:{letters(last[1])}{last[0]}" for (r, c), last in ends.items() if last != (r, c)]


def _put(sheet: Any, row: int, column: int, text: str) -> Any:
    """A cell that stays text, whatever it begins with."""
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE  # type: ignore[import-untyped]  # noqa: PLC0415

    cell = sheet.cell(row, column, ILLEGAL_CHARACTERS_RE.sub("", text)[:MAX_CELL])
    cell.data_type = "s"
    cell.number_format = "@"
    return cell


def _mark(sheet: Any, remarks: Sequence[Remark]) -> None:
    from openpyxl.cell.cell import MergedCell  # noqa: PLC0415
    from openpyxl.comments import Comment  # type: ignore[import-untyped]  # noqa: PLC0415
    from openpyxl.styles import PatternFill  # type: ignore[import-untyped]  # noqa: PLC0415

    _clear(sheet)
    at: dict[str, list[Remark]] = {}
    for one in remarks:
        if _CELL.fullmatch(one.address):
            at.setdefault(one.address, []).append(one)
        elif match := _ROW.fullmatch(one.address):
            at.setdefault(f"{match[2] or 'A'}{match[1]}", []).append(one)
    for address, several in at.items():
        cell = sheet[address]
        if not isinstance(cell, MergedCell):
            said = "\n".join(f"{one.reason}{f' - {one.cure}' if one.cure else ''}" for one in several)
            cell.comment = Comment(said[:2_000], AUTHOR, width=320, height=120)
            only_notes = all(one.note for one in several)
            cell.fill = PatternFill("solid", fgColor=_LOOK if only_notes else _NOT_TAKEN)


def _clear(sheet: Any) -> None:
    """Take away what an earlier copy has told of the cells: what was answered since is told no more."""
    from openpyxl.styles import PatternFill  # noqa: PLC0415

    filled = list(sheet._cells.values())  # noqa: SLF001  # a walk over all rows would make those of a far one
    for cell in (one for one in filled if one.comment and one.comment.author == AUTHOR):
        cell.comment = None
        if str(cell.fill.fgColor.rgb)[-len(_LOOK) :] in (_LOOK, _NOT_TAKEN):
            cell.fill = PatternFill()


def _ask(book: Any, remarks: Sequence[Remark], given: Sequence[GivenAnswer]) -> None:
    """The sheet of questions, each answer with its drop-down, and of earlier answers; none if there is neither."""
    from openpyxl.worksheet.datavalidation import DataValidation  # type: ignore[import-untyped]  # noqa: PLC0415

    asked = questions(remarks, given)
    open_ = {(folded(one.title), one.about) for one in asked}
    kept = [one for one in given if one.key not in open_]
    if not asked and not kept:
        return
    sheet = book.create_sheet(QUESTIONS, 0 if asked else None)
    lines = [cells_of(number, one) for number, one in enumerate(asked, 1)]
    lines += [cells_given(number, one) for number, one in enumerate(kept, len(asked) + 1)]
    _fill(sheet, [[GUIDE], list(TITLES), *lines], head=2)
    sheet.merge_cells(start_row=1, start_column=1, end_row=1, end_column=len(TITLES))
    sheet.row_dimensions[1].height = _GUIDE_HEIGHT
    for row, one in enumerate(asked, 3):
        if one.options:
            last = letters(len(TITLES) - 1 + len(one.options))
            area = f"${letters(len(TITLES))}${row}:${last}${row}"
            rule = DataValidation(type="list", formula1=area, allow_blank=True)
            rule.showErrorMessage = False
            rule.add(f"{letters(_ANSWER)}{row}")
            sheet.add_data_validation(rule)


def _fill(sheet: Any, lines: Sequence[Sequence[str]], head: int = 1) -> None:
    from openpyxl.styles import Alignment, Font, PatternFill  # noqa: PLC0415

    for number, line in enumerate(lines, 1):
        for column, text in enumerate(line, 1):
            cell = _put(sheet, number, column, text)
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            if number == head:
                cell.font, cell.fill = Font(bold=True), PatternFill("solid", fgColor=_HEAD)
    for column in range(1, len(lines[head - 1]) + 1):
        sheet.column_dimensions[letters(column)].width = 28
    sheet.freeze_panes = f"A{head + 1}"
