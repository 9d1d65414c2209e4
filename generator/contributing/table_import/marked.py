"""The officer's own workbook back: cells that were not taken are coloured and say why, with a sheet of questions."""

import datetime as dt
import io
import re
import warnings
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from generator.contributing.table_import.cells.completions import Completion
from generator.contributing.table_import.cells.questions import GivenAnswer
from generator.contributing.table_import.cells.remark import Remark
from generator.contributing.table_import.copy_sheets import NOT_TAKEN, ask, complete, fill, put
from generator.contributing.table_import.files.archive import as_transitional, guard
from generator.contributing.table_import.files.own_sheets import OF_COPY, REPORT_SHEET, of_copy
from generator.contributing.table_import.files.sheet import Sheet
from generator.contributing.table_import.files.xlsx_cells import AS_STORED
from generator.contributing.table_import.files.xlsx_notes import AUTHOR
from generator.contributing.table_import.report import REPORT, rows
from generator.contributing.table_import.rows.completed import HeldRow
from generator.spreadsheet import letters
from generator.table import cell as as_text

_LOOK: Final = "FFF2B3"
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


@dataclass(frozen=True, slots=True)
class Given:
    """What an officer gave with a table: answers to questions, and what single rows lacked."""

    answers: Sequence[GivenAnswer] = ()
    completions: Sequence[Completion] = ()


def marked(
    raw: bytes,
    sheets: Sequence[Sheet],
    remarks: Sequence[Remark],
    held: Sequence[HeldRow] = (),
    given: Given = Given(),
) -> tuple[bytes, list[str]]:
    """The marked copy as an XLSX file, and what it has lost of the original (Indonesian).

    `held` are rows that lack something. What was `given` the copy keeps, so that it alone can be sent again.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # openpyxl warns of what it will not keep; the caller is told
        book, lost = _copy(raw, sheets)
    ours = {sheet.name for sheet in sheets if of_copy(sheet)}
    for name in (name for name in OF_COPY if name in book.sheetnames):
        if name in ours:
            del book[name]
        else:
            book[name].title = f"{name} (asli)"
    for sheet in book.worksheets:
        _mark(sheet, [one for one in remarks if one.sheet == sheet.title])
    ask(book, remarks, given.answers)
    complete(book, remarks, held, given.completions)
    heads = [column.name for column in REPORT.columns]
    fill(book.create_sheet(REPORT_SHEET), [heads, *([as_text(row[head]) for head in heads] for row in rows(remarks))])
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
            laid = put(made, row, column, cell.text)
            if cell.unseen:
                laid.value, laid.number_format = dt.date.fromisoformat(cell.date), AS_STORED
        for area in _areas(sheet):
            made.merge_cells(area)
    return book, ["tampilan sel"]


def _areas(sheet: Sheet) -> list[str]:
    """The merged areas of a sheet, as `B7:B9`."""
    ends: dict[tuple[int, int], tuple[int, int]] = {}
    for at, origin in sheet.merged.items():
        ends[origin] = max(ends.get(origin, origin), at)
    return [f"{letters(c)}{r}:{letters(last[1])}{last[0]}" for (r, c), last in ends.items() if last != (r, c)]


def _mark(sheet: Any, remarks: Sequence[Remark]) -> None:
    from openpyxl.cell.cell import MergedCell  # type: ignore[import-untyped]  # noqa: PLC0415
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
            cell.fill = PatternFill("solid", fgColor=_LOOK if only_notes else NOT_TAKEN)


def _clear(sheet: Any) -> None:
    """Take away what an earlier copy has told of the cells: what was answered since is told no more."""
    from openpyxl.styles import PatternFill  # noqa: PLC0415

    filled = list(sheet._cells.values())  # noqa: SLF001  # a walk over all rows would make those of a far one
    for cell in (one for one in filled if one.comment and one.comment.author == AUTHOR):
        cell.comment = None
        if str(cell.fill.fgColor.rgb)[-len(_LOOK) :] in (_LOOK, NOT_TAKEN):
            cell.fill = PatternFill()
