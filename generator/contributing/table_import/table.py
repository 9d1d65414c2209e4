"""A sheet -> its table: the header found, the rows of data, and what lies outside of what is known."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from generator.contributing.table_import.columns import NAME, NUMBER, Columns, Header, RecapColumn, header
from generator.contributing.table_import.sheet import Cell, Sheet, letters
from generator.contributing.table_import.values import is_nothing
from generator.text.github import plain
from generator.text.spelling import folded

#: Where the words of choice stand in the template; no table.
CHOICES: Final = "Pilihan"
#: So many known titles in one row of data are the titles of another table.
_TITLES: Final = 3
#: A header stands among the first filled rows.
_TOP: Final = 40


@dataclass(frozen=True, slots=True)
class Remark:
    """Something in a file that was not taken, or (`note`) taken otherwise than it was written.

    `address` is a cell (`C7`) or a row (`baris 7`), `title` the column's title, `value` what stands there, personal
    data masked; `reason` and `cure` are Indonesian phrases. `whole_column`: the report may join it with its neighbours.
    """

    sheet: str
    address: str
    title: str
    value: str
    reason: str
    cure: str = ""
    note: bool = False
    whole_column: bool = False


@dataclass(frozen=True, slots=True)
class RecapRow:
    """One row of data: its cells by column, those of merged areas included."""

    number: int
    cells: Mapping[int, Cell]


@dataclass(frozen=True, slots=True)
class RecapTable:
    """The table of one sheet."""

    sheet: str
    titles: Mapping[int, str]
    columns: Mapping[int, RecapColumn]
    rows: tuple[RecapRow, ...]


def table(sheet: Sheet, columns: Columns) -> tuple[RecapTable | None, list[Remark]]:
    """The table of a sheet, or None if it has none, and what of the sheet is left out."""
    if not sheet.cells:
        return None, []
    if sheet.hidden:
        return None, [Remark(sheet.name, "", "", "", "lembar tersembunyi tidak dibaca", note=True)]
    found = header(_top(sheet), columns)
    if found is None:
        if sheet.name == CHOICES:
            return None, []
        reason = f"tidak ada baris judul dengan kolom nama inovasi; {len(sheet.cells)} sel tidak dibaca"
        return None, [Remark(sheet.name, "", "", "", reason, "beri judul kolom seperti pada templat")]
    known, twice = _once(found)
    rows, below = _until_another(tuple(_rows(sheet, found, known)), columns)
    left = [Remark(sheet.name, "", "", "", sheet.note, note=True)] if sheet.note else []
    left += [*_above(sheet, found, columns), *(_other_table(sheet.name, row.number, row.cells) for row in below)]
    left += [remark for row in rows for remark in _unknown(sheet.name, row, found, known, twice)]
    return RecapTable(sheet.name, found.titles, known, rows), left


def _above(sheet: Sheet, found: Header, columns: Columns) -> Iterator[Remark]:
    """What stands over the titles: another table row by row, anything else in one note."""
    rows: dict[int, dict[int, Cell]] = {}
    for (number, column), cell in sorted(sheet.cells.items()):
        if number < found.title_row and not is_nothing(cell):
            rows.setdefault(number, {})[column] = cell
    if header([one for one in _top(sheet) if one[0] < found.title_row], columns):
        yield from (_other_table(sheet.name, number, cells) for number, cells in rows.items())
    elif rows:
        texts = [cell.text for row in rows.values() for cell in row.values()]
        first = next(iter(next(iter(rows.values())).values()))
        yield Remark(
            sheet.name, first.address, "", plain("; ".join(texts)), "di atas judul kolom, tidak dibaca", note=True
        )


def _until_another(rows: tuple[RecapRow, ...], columns: Columns) -> tuple[tuple[RecapRow, ...], tuple[RecapRow, ...]]:
    """The rows of this table, and those from the titles of another one on."""
    for place, row in enumerate(rows):
        named = {column.path for cell in row.cells.values() if (column := columns.title_of(cell.text))}
        if len(named) >= _TITLES and NAME in named:
            return rows[:place], rows[place:]
    return rows, ()


def _other_table(sheet: str, number: int, cells: Mapping[int, Cell]) -> Remark:
    value = plain("; ".join(cell.text for cell in cells.values()))
    cure = "pindahkan tabel itu ke lembar tersendiri"
    return Remark(sheet, f"baris {number}", "", value, "termasuk tabel lain pada lembar ini, tidak dibaca", cure)


def _top(sheet: Sheet) -> list[tuple[int, dict[int, str]]]:
    """The first filled rows as text; a merged title shows in every column that it spans."""
    numbers = sorted({row for row, _ in sheet.cells})[:_TOP]
    filled: dict[int, dict[int, str]] = {number: {} for number in numbers}
    for row, column in (*sheet.cells, *sheet.merged):
        if row in filled:
            origin = sheet.merged.get((row, column), (row, column))
            filled[row][column] = " ".join(sheet.cells[origin].text.split())
    return [(number, dict(sorted(row.items()))) for number, row in filled.items()]


def _once(found: Header) -> tuple[dict[int, RecapColumn], dict[int, int]]:
    """The known columns without repeats, and of each repeat the column that came first."""
    first: dict[tuple[tuple[str, ...], str, int], int] = {}
    twice = {}
    for number, column in sorted(found.columns.items()):
        key = column.path, column.lead, column.rank
        if first.setdefault(key, number) != number:
            twice[number] = first[key]
    return {number: column for number, column in found.columns.items() if number not in twice}, twice


def _rows(sheet: Sheet, found: Header, known: Mapping[int, RecapColumn]) -> Iterator[RecapRow]:
    by_row: dict[int, dict[int, Cell]] = {}
    for (number, column), cell in sheet.cells.items():
        if number >= found.first_row and not is_nothing(cell):
            by_row.setdefault(number, {})[column] = cell
    names = {number for number, column in known.items() if column.path == NAME}
    for (number, column), origin in sheet.merged.items():
        # One agency beside many innovations; a text across several columns belongs to the first.
        if number in by_row and origin[1] == column and origin[0] >= found.first_row and column not in names:
            by_row[number].setdefault(column, sheet.cells[origin])
    for number, cells in sorted(by_row.items()):
        row = RecapRow(number, dict(sorted(cells.items())))
        if not _is_furniture(row, found, known):
            yield row


def _is_furniture(row: RecapRow, found: Header, known: Mapping[int, RecapColumn]) -> bool:
    """Whether a row is part of the form: the header again, the template's help, the numbers (1), (2), (3)."""
    texts = {column: cell.text for column, cell in row.cells.items()}
    if all(folded(text) == folded(found.titles.get(column, "")) != "" for column, text in texts.items()):
        return True
    if all(column in known and folded(text) == folded(known[column].help) != "" for column, text in texts.items()):
        return True
    if len(texts) > 2 and all(folded(text) == str(number) for number, text in enumerate(texts.values(), 1)):
        return True
    return all(column in known and known[column].path == NUMBER and is_number(text) for column, text in texts.items())


def is_number(text: str) -> bool:
    """Whether a cell only counts its row: `7`, `7.`, `(7)`, `VII`."""
    return re.fullmatch(r"[0-9]{1,5}|[ivxl]{1,6}", folded(text)) is not None


def _unknown(
    sheet: str, row: RecapRow, found: Header, known: Mapping[int, RecapColumn], twice: Mapping[int, int]
) -> Iterator[Remark]:
    for column, cell in row.cells.items():
        if column in known or cell.row != row.number:
            continue
        title = plain(found.titles.get(column, "")) or "tanpa judul"
        if column in twice:
            reason = f"judul kolom ini sudah dipakai kolom {letters(twice[column])}"
            cure = "satukan kedua kolom, atau ubah judulnya"
        else:
            reason, cure = "kolom ini tidak dikenal", "pindahkan isinya ke kolom templat yang sesuai, bila ada"
        yield Remark(sheet, cell.address, title, plain(cell.text), reason, cure, whole_column=True)
