"""An Excel workbook as sheets of cells, read within limits. Knows nothing of innovations."""

import datetime as dt
import io
import re
import warnings
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from generator.contributing.table_import.archive import guard
from generator.contributing.table_import.sheet import (
    MAX_COLUMNS,
    MAX_ROWS,
    Cell,
    Sheet,
    UnreadableError,
    check_total,
    checked_length,
)

_MAX_SHEETS: Final = 250
_LAST_ROW: Final = 1_048_576
_MAX_MERGED: Final = 200_000
#: Longer ones Excel does not write.
_LONGEST_FORMAT: Final = 255
_AREA = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7}):\$?([A-Z]{1,3})\$?([0-9]{1,7})", re.ASCII)
#: What in a number format is no date: texts, colours and conditions, escaped signs.
_QUOTED = re.compile(r'"[^"]*"|\[[^\]]*\]|[\\_*].')


def workbook(raw: bytes) -> tuple[Sheet, ...]:
    """The sheets of an XLSX file. Raises UnreadableError."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # openpyxl warns of pictures and rules, which nobody asked for
        try:
            guard(raw)
            return tuple(_sheets(raw))
        except UnreadableError:
            raise
        except Exception:  # noqa: BLE001 - openpyxl raises whatever it stumbles over in a damaged file
            raise UnreadableError(
                "berkas Excel ini rusak atau tidak lengkap; buka dengan Excel, lalu simpan ulang sebagai .xlsx"
            ) from None


def _sheets(raw: bytes) -> Iterator[Sheet]:
    reader = _opened(raw)
    parts = {sheet.name: rel.target for sheet, rel in reader.parser.find_sheets()}
    if len(parts) > _MAX_SHEETS or len(set(parts.values())) < len(parts):
        raise UnreadableError("lembarnya terlalu banyak; salin lembar yang diperlukan ke berkas baru")
    length = 0
    for sheet in reader.wb.worksheets:
        found, areas = _found(reader, sheet, parts[sheet.title])
        if any(cell.data_type == "f" for cell in found.values()):
            results, _ = _found(reader, sheet, parts[sheet.title], results=True)
            found |= {at: cell for at, cell in results.items() if at in found}
        cells = {at: _cell(at, cell) for at, cell in found.items()}
        length += sum(len(cell.text) for cell in cells.values())
        check_total(length)
        filled = {at: cell for at, cell in cells.items() if cell.text.strip() or cell.error}
        yield Sheet(sheet.title, filled, _merged(areas, filled), hidden=sheet.sheet_state != "visible")


def _opened(raw: bytes) -> Any:
    """The workbook as openpyxl reads it, without what no table needs: properties, theme, names of areas."""
    from openpyxl.reader.excel import ExcelReader  # type: ignore[import-untyped]  # noqa: PLC0415 - a tenth of a second
    from openpyxl.styles.stylesheet import apply_stylesheet  # type: ignore[import-untyped]  # noqa: PLC0415

    reader = ExcelReader(io.BytesIO(raw), read_only=True, keep_links=False)
    reader.read_manifest()
    reader.read_strings()
    reader.read_workbook()
    apply_stylesheet(reader.archive, reader.wb)
    reader.read_worksheets()
    return reader


def _found(
    reader: Any, sheet: Any, part: str, *, results: bool = False
) -> tuple[dict[tuple[int, int], Any], list[str]]:
    """The cells of openpyxl that hold something, by place, and the merged areas. Stops at the limits.

    Of a cell with a formula the cell says only that it has one, or (`results`) holds what was computed last.
    """
    from openpyxl.cell.read_only import ReadOnlyCell  # type: ignore[import-untyped]  # noqa: PLC0415

    found: dict[tuple[int, int], Any] = {}
    areas: list[str] = []
    rows = 0
    for number, row in _rows(reader, part, areas, results=results):
        filled = [cell for cell in row if cell["value"] is not None]
        rows += bool(filled)
        if rows > MAX_ROWS or number > _LAST_ROW:
            raise UnreadableError(f'lembar "{sheet.title}" memuat lebih dari {MAX_ROWS} baris berisi; bagi tabelnya')
        if any(cell["column"] > MAX_COLUMNS for cell in filled):
            raise UnreadableError(f'lembar "{sheet.title}" memuat lebih dari {MAX_COLUMNS} kolom; bagi tabelnya')
        found |= {(number, cell["column"]): ReadOnlyCell(sheet, **cell) for cell in filled}
    return found, areas


def _rows(reader: Any, part: str, areas: list[str], *, results: bool) -> Iterator[tuple[int, list[dict[str, Any]]]]:
    """The rows that a sheet's part has, none added between them; merged areas are put into `areas`.

    openpyxl's own walk fills each row up to its last column and reads rules, links and validations too.
    """
    from defusedxml.ElementTree import iterparse  # type: ignore[import-untyped]  # noqa: PLC0415
    from openpyxl.worksheet._reader import ROW_TAG, WorkSheetParser  # type: ignore[import-untyped]  # noqa: PLC0415

    book = reader.wb
    with reader.archive.open(part) as source:
        parser = WorkSheetParser(
            source,
            reader.shared_strings,
            results,
            book.epoch,
            book._date_formats,  # noqa: SLF001
            book._timedelta_formats,  # noqa: SLF001
        )
        parser.parse_formula = lambda _: "="  # a shared formula would be translated for each of its cells
        for _, element in iterparse(source):
            if element.tag == ROW_TAG:
                yield parser.parse_row(element)
                element.clear()
            elif element.tag == ROW_TAG.replace("row", "mergeCell"):
                areas.append(element.get("ref", ""))


def _cell(at: tuple[int, int], cell: Any) -> Cell:
    value, shown_as = cell.value, cell.number_format[:_LONGEST_FORMAT]
    if cell.data_type == "f":
        return Cell(*at, "", error="rumus tanpa hasil")
    if cell.data_type == "e":
        return Cell(*at, str(value), error=f"rumus menghasilkan {value}")
    if isinstance(value, dt.datetime | dt.date):
        day = value.strftime("%Y-%m-%d")
        date = day[: {"d": 10, "m": 7, "y": 4}[_precision(shown_as)]]
        return Cell(*at, date, date)
    if isinstance(value, bool):
        return Cell(*at, "true" if value else "false")
    if isinstance(value, int | float):
        return Cell(*at, _number(value, shown_as))
    text = str(value).replace("_x000D_", "")
    return Cell(*at, checked_length(text, at))


def _precision(number_format: str) -> str:
    """Whether a date cell shows a day (`d`), a month (`m`) or only a year (`y`)."""
    shown = _QUOTED.sub("", number_format.lower())
    return next((sign for sign in "dm" if sign in shown), "y") if "y" in shown else "d"


def _number(value: float, number_format: str) -> str:
    """A number in the Indonesian way, with a comma; a percentage as it is shown."""
    percent = "%" in _QUOTED.sub("", number_format)
    if isinstance(value, int) and not percent:
        return str(value)
    text = f"{value * 100 if percent else value:.10f}".rstrip("0").rstrip(".")
    return text.replace(".", ",") + ("%" if percent else "")


def _merged(areas: Iterable[str], cells: Mapping[tuple[int, int], Cell]) -> dict[tuple[int, int], tuple[int, int]]:
    """The places inside merged areas, as far as the sheet is filled."""
    last_row, last_column = (max((at[axis] for at in cells), default=0) for axis in (0, 1))
    places: dict[tuple[int, int], tuple[int, int]] = {}
    walked = 0
    for left, top, right, bottom in (area.groups() for area in map(_AREA.fullmatch, areas) if area):
        start = int(top), _column(left)
        if start in cells:
            rows = range(start[0], min(int(bottom), last_row) + 1)
            columns = range(start[1], min(_column(right), last_column) + 1)
            walked += len(rows) * len(columns)
            if walked > _MAX_MERGED:
                raise UnreadableError("terlalu banyak sel gabungan; pisahkan sel gabungannya (Unmerge Cells)")
            places.update({(row, column): start for row in rows for column in columns})
    return places


def _column(name: str) -> int:
    number = 0
    for letter in name:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
