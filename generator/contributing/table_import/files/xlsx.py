"""An Excel workbook as sheets of cells, read within limits. Knows nothing of innovations."""

import io
import re
import warnings
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Final

from generator.contributing.table_import.files.archive import as_transitional, guard
from generator.contributing.table_import.files.sheet import (
    MAX_COLUMNS,
    MAX_ROWS,
    Cell,
    Sheet,
    UnreadableError,
    check_total,
)
from generator.contributing.table_import.files.xlsx_cells import cell_of
from generator.contributing.table_import.files.xlsx_notes import cell_notes
from generator.spreadsheet import column_number

_MAX_SHEETS: Final = 250
_LAST_ROW: Final = 1_048_576
_MAX_MERGED: Final = 200_000
#: Longer ones Excel does not write.
_LONGEST_LINK: Final = 2_083
_AREA = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7}):\$?([A-Z]{1,3})\$?([0-9]{1,7})", re.ASCII)
_FIRST = re.compile(r"\A\$?([A-Z]{1,3})\$?([0-9]{1,7})", re.ASCII)
_HYPERLINK = re.compile(r'\A=HYPERLINK\("([^"]+)"')
_TRUE: Final = ("1", "true")


def workbook(raw: bytes) -> tuple[Sheet, ...]:
    """The sheets of an XLSX file. Raises UnreadableError."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # openpyxl warns of pictures and rules, which nobody asked for
        try:
            guard(raw)
            return tuple(_sheets(as_transitional(raw)))
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
        one = _found(reader, sheet, parts[sheet.title])
        found, links = one.cells, _links(reader, parts[sheet.title], one)
        if any(cell.data_type == "f" for cell in found.values()):
            results = _found(reader, sheet, parts[sheet.title], results=True).cells
            found = found | {at: cell for at, cell in results.items() if at in found}
        cells = {at: cell_of(at, cell, links.get(at, "")) for at, cell in found.items()}
        length += sum(len(cell.text) + len(cell.link) for cell in cells.values())
        check_total(length)
        filled = {at: cell for at, cell in cells.items() if cell.text.strip() or cell.error or cell.struck}
        left = {at: why for at, cell in filled.items() if (why := _left_out(cell, found[at], one))}
        shown = {at: cell for at, cell in filled.items() if at not in left}
        yield Sheet(
            sheet.title,
            shown,
            _merged(one.areas, shown),
            hidden=sheet.sheet_state != "visible",
            left=tuple((_whole(filled[at]), why) for at, why in left.items()),
            beside=dict(cell_notes(reader.archive, parts[sheet.title])),
        )


def _left_out(cell: Cell, source: Any, one: "_Part") -> str:
    """Why a cell is left out that stands in the file (Indonesian), or ""."""
    if cell.row in one.hidden_rows:
        return "baris tersembunyi"
    if any(first <= cell.column <= last for first, last in one.hidden_columns):
        return "kolom tersembunyi"
    return "sel dicoret" if source.font.strike or not (cell.text.strip() or cell.error) else ""


def _whole(cell: Cell) -> Cell:
    """A cell that is left out, with the words that are struck out in it."""
    return cell if cell.text.strip() else replace(cell, text=cell.struck)


def _links(reader: Any, part: str, one: "_Part") -> dict[tuple[int, int], str]:
    """The addresses behind the texts of a sheet: those set in the sheet, and those of a formula."""
    from openpyxl.packaging.relationship import get_dependents, get_rels_path  # type: ignore[import-untyped]  # noqa: PLC0415

    links = {at: match[1] for at, cell in one.cells.items() if (match := _HYPERLINK.match(str(cell.value)))}
    relations = get_rels_path(part)
    if one.links and relations in reader.archive.namelist():
        targets = {relation.Id: relation.Target or "" for relation in get_dependents(reader.archive, relations)}
        for area, number in one.links.items():
            if match := _FIRST.match(area):
                links.setdefault((int(match[2]), column_number(match[1])), targets.get(number, "")[:_LONGEST_LINK])
    return links


def _opened(raw: bytes) -> Any:
    """The workbook as openpyxl reads it, without what no table needs: properties, theme, names of areas."""
    from openpyxl.reader.excel import ExcelReader  # type: ignore[import-untyped]  # noqa: PLC0415 - a tenth of a second
    from openpyxl.styles.stylesheet import apply_stylesheet  # type: ignore[import-untyped]  # noqa: PLC0415

    reader = ExcelReader(io.BytesIO(raw), read_only=True, keep_links=False, rich_text=True)
    reader.read_manifest()
    reader.read_strings()
    reader.read_workbook()
    apply_stylesheet(reader.archive, reader.wb)
    _add_sheets(reader)
    return reader


def _add_sheets(reader: Any) -> None:
    """As openpyxl adds them, but for its walk through every sheet that does not say how large it is."""
    from openpyxl.worksheet._read_only import ReadOnlyWorksheet  # type: ignore[import-untyped]  # noqa: PLC0415

    class Unmeasured(ReadOnlyWorksheet):  # type: ignore[misc]
        def _get_size(self) -> None:
            pass

    for sheet, relation in reader.parser.find_sheets():
        if relation.target in reader.valid_files and not relation.Type.endswith("/chartsheet"):
            one = Unmeasured(reader.wb, sheet.name, relation.target, reader.shared_strings)
            one.sheet_state = sheet.state
            reader.wb._sheets.append(one)  # noqa: SLF001


@dataclass(slots=True)
class _Part:
    """What the part of one sheet holds: openpyxl's cells by place, merged areas, what is hidden, links by area."""

    cells: dict[tuple[int, int], Any] = field(default_factory=dict)
    areas: list[str] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)
    links: dict[str, str] = field(default_factory=dict)


def _found(reader: Any, sheet: Any, part: str, *, results: bool = False) -> _Part:
    """What a sheet holds. Stops at the limits.

    Of a cell with a formula the cell says only that it has one, or (`results`) holds what was computed last.
    """
    from openpyxl.cell.read_only import ReadOnlyCell  # type: ignore[import-untyped]  # noqa: PLC0415

    one = _Part()
    rows = 0
    for number, row in _rows(reader, part, one, results=results):
        filled = [cell for cell in row if cell["value"] is not None]
        rows += bool(filled)
        if rows > MAX_ROWS or number > _LAST_ROW:
            raise UnreadableError(f'lembar "{sheet.title}" memuat lebih dari {MAX_ROWS} baris berisi; bagi tabelnya')
        if any(cell["column"] > MAX_COLUMNS for cell in filled):
            raise UnreadableError(f'lembar "{sheet.title}" memuat lebih dari {MAX_COLUMNS} kolom; bagi tabelnya')
        one.cells |= {(number, cell["column"]): ReadOnlyCell(sheet, **cell) for cell in filled}
    return one


def _rows(reader: Any, part: str, one: _Part, *, results: bool) -> Iterator[tuple[int, list[dict[str, Any]]]]:
    """The rows that a sheet's part has, none added between them; what stands around them is put into `one`.

    openpyxl's own walk fills each row up to its last column and reads rules and validations too.
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
            rich_text=True,
        )
        parser.parse_formula = _formula  # a shared formula would be translated for each of its cells
        for _, element in iterparse(source):
            if element.tag == ROW_TAG:
                if not any(map(len, element)):
                    del element[:]  # formatted and empty, as programs leave them by the hundred thousand
                row = parser.parse_row(element)
                if element.get("hidden") in _TRUE:
                    one.hidden_rows.add(row[0])
                yield row
                element.clear()
            else:
                _around(element, one, ROW_TAG.removesuffix("row"))


def _formula(element: Any) -> str:
    """That there is a formula; of a link what it leads to."""
    text = next((child.text or "" for child in element if child.tag.endswith("}f")), "")
    return f"={text[:_LONGEST_LINK]}" if text.startswith("HYPERLINK(") else "="


def _around(element: Any, one: _Part, space: str) -> None:
    match element.tag.removeprefix(space):
        case "mergeCell":
            one.areas.append(element.get("ref", ""))
        case "col" if element.get("hidden") in _TRUE and element.get("min", "").isdecimal():
            last = element.get("max", "")
            one.hidden_columns.append((int(element.get("min")), int(last) if last.isdecimal() else 0))
        case "hyperlink":
            one.links[element.get("ref", "")] = next((v for k, v in element.items() if k.endswith("}id")), "")


def _merged(areas: Iterable[str], cells: Mapping[tuple[int, int], Cell]) -> dict[tuple[int, int], tuple[int, int]]:
    """The places inside merged areas, as far as the sheet is filled."""
    last_row, last_column = (max((at[axis] for at in cells), default=0) for axis in (0, 1))
    places: dict[tuple[int, int], tuple[int, int]] = {}
    walked = 0
    for left, top, right, bottom in (area.groups() for area in map(_AREA.fullmatch, areas) if area):
        start = int(top), column_number(left)
        if start in cells:
            rows = range(start[0], min(int(bottom), last_row) + 1)
            columns = range(start[1], min(column_number(right), last_column) + 1)
            walked += len(rows) * len(columns)
            if walked > _MAX_MERGED:
                raise UnreadableError("terlalu banyak sel gabungan; pisahkan sel gabungannya (Unmerge Cells)")
            places.update({(row, column): start for row in rows for column in columns})
    return places
