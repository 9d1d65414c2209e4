"""The sheets of our own in a marked copy: what is asked, rows that lack something, and the report."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from generator.contributing.table_import.cells.completions import COMPLETION_GUIDE, HAS, Completion
from generator.contributing.table_import.cells.completions import TITLES as ROW_TITLES
from generator.contributing.table_import.cells.questions import (
    GUIDE,
    TITLES,
    GivenAnswer,
    cells_given,
    cells_of,
    questions,
)
from generator.contributing.table_import.cells.remark import Remark, RowName
from generator.contributing.table_import.files.own_sheets import COMPLETION, QUESTIONS
from generator.contributing.table_import.files.sheet import MAX_CELL, Cell
from generator.contributing.table_import.files.xlsx_notes import AUTHOR
from generator.contributing.table_import.rows.completed import HeldRow
from generator.contributing.table_import.words.columns import AGENCY, RecapColumn, required_columns
from generator.spreadsheet import letters
from generator.text.github import plain
from generator.text.spelling import folded

NOT_TAKEN: Final = "F8C9C4"
_HEAD: Final = "DDE8E1"
_HAD: Final = "E3E3E3"
_ANSWER: Final = 5
_FIRST: Final = 3
_GUIDE_HEIGHT: Final = 48


def put(sheet: Any, row: int, column: int, text: str) -> Any:
    """A cell that stays text, whatever it begins with."""
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE  # type: ignore[import-untyped]  # noqa: PLC0415

    cell = sheet.cell(row, column, ILLEGAL_CHARACTERS_RE.sub("", text)[:MAX_CELL])
    cell.data_type = "s"
    cell.number_format = "@"
    return cell


def fill(sheet: Any, lines: Sequence[Sequence[str]], head: int = 1) -> None:
    """Put lines of texts on a sheet; what stands over the `head` is a guide."""
    from openpyxl.styles import Alignment, Font, PatternFill  # type: ignore[import-untyped]  # noqa: PLC0415

    for number, line in enumerate(lines, 1):
        for column, text in enumerate(line, 1):
            cell = put(sheet, number, column, text)
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            if number == head:
                cell.font, cell.fill = Font(bold=True), PatternFill("solid", fgColor=_HEAD)
    wide = len(lines[head - 1])
    for column in range(1, wide + 1):
        sheet.column_dimensions[letters(column)].width = 28
    sheet.freeze_panes = f"A{head + 1}"
    if head > 1:
        sheet.merge_cells(start_row=1, start_column=1, end_row=1, end_column=wide)
        sheet.row_dimensions[1].height = _GUIDE_HEIGHT


def ask(book: Any, remarks: Sequence[Remark], given: Sequence[GivenAnswer]) -> None:
    """The sheet of questions, each answer with its drop-down, and of earlier answers; none if there is neither."""
    asked = questions(remarks, given)
    open_ = {(folded(one.title), one.about) for one in asked}
    kept = [one for one in given if one.key not in open_]
    if not asked and not kept:
        return
    sheet = book.create_sheet(QUESTIONS, 0 if asked else None)
    lines = [cells_of(number, one) for number, one in enumerate(asked, 1)]
    lines += [cells_given(number, one) for number, one in enumerate(kept, len(asked) + 1)]
    fill(sheet, [[GUIDE], list(TITLES), *lines], head=2)
    for row, one in enumerate(asked, _FIRST):
        if one.options:
            last = letters(len(TITLES) - 1 + len(one.options))
            _offer(sheet, f"{letters(_ANSWER)}{row}", f"${letters(len(TITLES))}${row}:${last}${row}")


def _offer(sheet: Any, cells: str, area: str) -> None:
    """Give cells a drop-down of what stands in an area; what else is right may be typed."""
    from openpyxl.worksheet.datavalidation import DataValidation  # type: ignore[import-untyped]  # noqa: PLC0415

    rule = DataValidation(type="list", formula1=area, allow_blank=True)
    rule.showErrorMessage = False
    rule.add(cells)
    sheet.add_data_validation(rule)


def complete(book: Any, remarks: Sequence[Remark], held: Sequence[HeldRow], given: Sequence[Completion]) -> None:
    """The sheet of rows that lack something, then those that were completed before; none if there is neither."""
    keys = {one.read.line.key for one in held}
    kept = [one for one in given if one.row.key not in keys]
    if not held and not kept:
        return
    columns, before = list(_columns(held, given)), {one.row.key: one.cells for one in given}
    lines = [(one.read.line, one, before.get(one.read.line.key, {})) for one in held]
    texts = [[*_row(name), *(_text(column, one, cells) for column in columns)] for name, one, cells in lines]
    texts += [[*_row(one.row), *(_text(column, None, one.cells) for column in columns)] for one in kept]
    asks = QUESTIONS in book.sheetnames[:1]
    sheet = book.create_sheet(COMPLETION, int(asks) if held else None)
    fill(sheet, [[COMPLETION_GUIDE], [*ROW_TITLES, *(column.title for column in columns)], *texts], head=2)
    told = {(one.address, one.value): one.reason for one in remarks if one.sheet == COMPLETION and not one.note}
    for place, column in enumerate(columns, len(ROW_TITLES) + 1):
        for row, (_, one, cells) in enumerate(lines, _FIRST):
            _lay(sheet.cell(row, place), column, one, cells.get(column.title), told)
        _offer_choices(sheet, place, place + len(columns), column, held)


def _columns(held: Iterable[HeldRow], given: Iterable[Completion]) -> Iterable[RecapColumn]:
    lacks = {key for one in held for key in one.lacks}
    titles = {title for one in given for title in one.cells}
    return (column for column in required_columns() if column.path[0] in lacks or column.title in titles)


def _row(name: RowName) -> tuple[str, ...]:
    return name.sheet, name.place, name.name


def _text(column: RecapColumn, one: HeldRow | None, cells: Mapping[str, Cell]) -> str:
    """What was filled in, of use or not; else what the row has."""
    shown = one.shown(column) if one else ""
    return cells[column.title].text if column.title in cells else f"{HAS}{shown}" if shown else ""


def _lay(
    cell: Any, column: RecapColumn, one: HeldRow, filled: Cell | None, told: Mapping[tuple[str, str], str]
) -> None:
    """Grey what the row has; colour what was filled in and is of no use, and say why."""
    from openpyxl.comments import Comment  # type: ignore[import-untyped]  # noqa: PLC0415
    from openpyxl.styles import PatternFill  # noqa: PLC0415

    if column.path[0] not in one.lacks:
        cell.fill = PatternFill("solid", fgColor=_HAD) if not filled else PatternFill()
    elif filled:
        cell.fill = PatternFill("solid", fgColor=NOT_TAKEN)
        if reason := told.get((filled.address, plain(filled.text))):
            cell.comment = Comment(reason, AUTHOR)


def _offer_choices(sheet: Any, place: int, at: int, column: RecapColumn, held: Sequence[HeldRow]) -> None:
    """Give a field of choice its drop-down; what may be chosen stands in a hidden column at the right."""
    region = held[0].read.region if held else None
    words = region.words.get(column.shape.vocabulary, {}).values() if region else ()
    agencies = region.registry.agencies.values() if region and column.path == AGENCY else ()
    options = [*words, *(agency.name for agency in agencies)]
    for row, text in enumerate(options, _FIRST):
        put(sheet, row, at, text)
    if options:
        sheet.column_dimensions[letters(at)].hidden = True
        cells = f"{letters(place)}{_FIRST}:{letters(place)}{_FIRST + len(held) - 1}"
        _offer(sheet, cells, f"${letters(at)}${_FIRST}:${letters(at)}${_FIRST + len(options) - 1}")
