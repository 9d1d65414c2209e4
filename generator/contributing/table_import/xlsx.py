"""An Excel workbook as sheets of cells, read within limits. Knows nothing of innovations."""

import datetime as dt
import io
import re
import warnings
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

#: An honest recap of a regency has some hundred rows; these limits keep a hostile file from filling memory.
MAX_FILE: Final = 10 * 1024 * 1024
MAX_ROWS: Final = 2_000
MAX_COLUMNS: Final = 100
#: The longest text that Excel itself allows in a cell.
MAX_CELL: Final = 32_767
_MAX_UNPACKED: Final = 40 * 1024 * 1024
_MAX_ELEMENTS: Final = 3_000_000
_LAST_ROW: Final = 1_048_576
_MAX_MERGED: Final = 200_000
_MERGED = re.compile(
    rb"""<(?:\w+:)?mergeCell\s[^>]*?ref=["']\$?([A-Z]{1,3})\$?([0-9]+):\$?([A-Z]{1,3})\$?([0-9]+)["']"""
)
#: What in a number format is no date: texts, colours and conditions, escaped signs.
_QUOTED = re.compile(r'"[^"]*"|\[[^\]]*\]|[\\_*].')


class UnreadableError(Exception):
    """The file as a whole cannot be used; the message is an Indonesian sentence for the contributor."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell that holds something, row and column counted from 1.

    `text` is what a person reads there; `date` the day, month or year of a date cell as `2025-08-17`, at the
    precision that the cell shows; `error` says (Indonesian) why a formula gave nothing.
    """

    row: int
    column: int
    text: str
    date: str = ""
    error: str = ""

    @property
    def address(self) -> str:
        """The place as spreadsheets name it: `C7`."""
        return f"{letters(self.column)}{self.row}"


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: its cells by (row, column); `merged` leads from a place inside a merged area to the cell it shows.

    `note` says (Indonesian) what was guessed in reading it.
    """

    name: str
    cells: Mapping[tuple[int, int], Cell]
    merged: Mapping[tuple[int, int], tuple[int, int]] = field(default_factory=dict)
    hidden: bool = False
    note: str = ""


def letters(column: int) -> str:
    """The name of a column: 1 -> `A`, 28 -> `AB`."""
    name = ""
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def workbook(raw: bytes) -> tuple[Sheet, ...]:
    """The sheets of an XLSX file. Raises UnreadableError."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # openpyxl warns of pictures and rules, which nobody asked for
        try:
            _guard(raw)
            return tuple(_sheets(raw))
        except UnreadableError:
            raise
        except Exception:  # noqa: BLE001 - openpyxl raises whatever it stumbles over in a damaged file
            raise UnreadableError(
                "berkas Excel ini rusak atau tidak lengkap; buka dengan Excel, lalu simpan ulang sebagai .xlsx"
            ) from None


def _guard(raw: bytes) -> None:
    """Refuse archives that are no workbook or that unpack to more than a recap can need.

    The unpacked sizes that an archive states cannot be understated: reading stops there.
    """
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        names = set(archive.namelist())
        if "xl/workbook.bin" in names:
            raise UnreadableError("berkas .xlsb belum dapat dibaca; simpan sebagai .xlsx")
        if "content.xml" in names:
            raise UnreadableError("berkas OpenDocument (.ods) belum dapat dibaca; simpan sebagai .xlsx")
        if "[Content_Types].xml" not in names:
            raise UnreadableError("berkas ini bukan buku kerja Excel; simpan tabelnya sebagai .xlsx atau .csv")
        if sum(info.file_size for info in archive.infolist()) > _MAX_UNPACKED:
            raise UnreadableError("isi berkas terlalu besar; salin tabelnya saja ke berkas baru, tanpa gambar")
        if sum(archive.read(name).count(b"<") for name in names if name.endswith(".xml")) > _MAX_ELEMENTS:
            raise UnreadableError(
                "lembarnya memuat terlalu banyak sel, mungkin sel kosong yang berformat; "
                "salin tabelnya saja ke berkas baru"
            )


def _sheets(raw: bytes) -> Iterator[Sheet]:
    from openpyxl.reader.excel import ExcelReader  # type: ignore[import-untyped]  # noqa: PLC0415 - a tenth of a second

    reader = ExcelReader(io.BytesIO(raw), read_only=True, keep_links=False)
    reader.read()
    parts = {sheet.name: rel.target for sheet, rel in reader.parser.find_sheets()}
    results = None
    for sheet in reader.wb.worksheets:
        found = dict(_found(sheet))
        if any(cell.data_type == "f" for cell in found.values()):
            if results is None:
                computed = ExcelReader(io.BytesIO(raw), read_only=True, data_only=True, keep_links=False)
                computed.read()
                results = computed.wb
            found |= {at: cell for at, cell in _found(results[sheet.title]) if at in found}
        cells = {at: _cell(at, cell) for at, cell in found.items()}
        filled = {at: cell for at, cell in cells.items() if cell.text.strip() or cell.error}
        merged = _merged(reader.archive.read(parts[sheet.title]), filled)
        yield Sheet(sheet.title, filled, merged, hidden=sheet.sheet_state != "visible")


def _found(sheet: Any) -> Iterator[tuple[tuple[int, int], Any]]:
    """The cells of openpyxl that hold something, by place. Stops at the limits."""
    sheet.reset_dimensions()  # what a file says of its size need not be true
    rows = 0
    for number, row in enumerate(sheet.iter_rows(), 1):
        filled = [(column, cell) for column, cell in enumerate(row, 1) if cell.value is not None]
        rows += bool(filled)
        if rows > MAX_ROWS or number > _LAST_ROW:
            raise UnreadableError(f'lembar "{sheet.title}" memuat lebih dari {MAX_ROWS} baris berisi; bagi tabelnya')
        for column, cell in filled:
            if column > MAX_COLUMNS:
                raise UnreadableError(f'lembar "{sheet.title}" memuat lebih dari {MAX_COLUMNS} kolom; bagi tabelnya')
            yield (number, column), cell


def _cell(at: tuple[int, int], cell: Any) -> Cell:
    value, shown_as = cell.value, cell.number_format
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


def checked_length(text: str, at: tuple[int, int]) -> str:
    """`text` as it is. Raises UnreadableError if it is longer than a cell of Excel can be."""
    if len(text) > MAX_CELL:
        raise UnreadableError(f"sel {letters(at[1])}{at[0]} memuat lebih dari {MAX_CELL} karakter")
    return text


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


def _merged(part: bytes, cells: Mapping[tuple[int, int], Cell]) -> dict[tuple[int, int], tuple[int, int]]:
    """The places inside merged areas, as far as the sheet is filled."""
    last_row, last_column = (max((at[axis] for at in cells), default=0) for axis in (0, 1))
    places: dict[tuple[int, int], tuple[int, int]] = {}
    for left, top, right, bottom in _MERGED.findall(part):
        start = int(top), _column(left)
        if start in cells:
            rows = range(start[0], min(int(bottom), last_row) + 1)
            columns = range(start[1], min(_column(right), last_column) + 1)
            if len(rows) * len(columns) + len(places) > _MAX_MERGED:
                raise UnreadableError("terlalu banyak sel gabungan; pisahkan sel gabungannya (Unmerge Cells)")
            places.update({(row, column): start for row in rows for column in columns})
    return places


def _column(name: bytes) -> int:
    number = 0
    for letter in name:
        number = number * 26 + letter - ord("A") + 1
    return number
