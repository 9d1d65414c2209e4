"""Sheets of values -> the bytes of an Excel workbook (Office Open XML): the same bytes from the same values, cheaply.

Texts stand in their cells as texts, so that nothing in a workbook of ours is ever calculated.
"""

import datetime as dt
import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import chain
from typing import Final, Literal

from generator.dates import PartialDate

#: Text, a whole or broken number, a date at the precision known, nothing.
Value = str | int | float | PartialDate | None
#: How the cells of a column are shown: as text whatever is typed, as a sum of money, as Excel thinks best.
Look = Literal["teks", "jumlah", "umum"]

#: Stamps that tell nothing of the machine and the hour.
_STAMP: Final = "2000-01-01T00:00:00Z"
_FIRST_DAY: Final = dt.date(1899, 12, 30)
#: Excel's limits for the hint beside a cell, its title, the name of a sheet.
_HINT, _HINT_TITLE, _SHEET_NAME = 255, 32, 31
_LONGEST_COLUMN: Final = 3  # letters: XFD is the last
#: What stands for the number of a row until that is known; no text of a cell can hold it.
_NUMBER: Final = "\0"
#: Signs that no XML can hold, and those that Excel would take for an escaped sign.
_FORBIDDEN: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LOOKS_ESCAPED: Final = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_NOT_IN_NAMES: Final = re.compile(r"[\\/*?:\[\]']")
# Places in `_STYLES`.
_HEAD, _HELP, _TEXT, _DAY, _MONTH, _MONEY, _GENERAL, _NEEDED = range(1, 9)
_LOOKS: Final[dict[Look, int]] = {"teks": _TEXT, "jumlah": _MONEY, "umum": _GENERAL}
_MAIN: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_KIND: Final = "application/vnd.openxmlformats"
_DECLARED: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_TYPES: Final = (
    f'<Default Extension="rels" ContentType="{_KIND}-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/xl/workbook.xml" ContentType="{_KIND}-officedocument.spreadsheetml.sheet.main+xml"/>'
    f'<Override PartName="/xl/styles.xml" ContentType="{_KIND}-officedocument.spreadsheetml.styles+xml"/>'
    f'<Override PartName="/docProps/core.xml" ContentType="{_KIND}-package.core-properties+xml"/>'
)
_TOP_RELATIONS: Final = (
    f'{_DECLARED}<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/>'
    f'<Relationship Id="rId2" Type="{_PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/>'
    "</Relationships>"
)
_FONT: Final = '<sz val="11"/><name val="Calibri"/>'
_FILL: Final = '<fill><patternFill patternType="solid"><fgColor rgb="FF{}"/></patternFill></fill>'
_STYLES: Final = (
    f'{_DECLARED}<styleSheet xmlns="{_MAIN}">'
    '<numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/>'
    '<numFmt numFmtId="165" formatCode="yyyy\\-mm"/></numFmts>'
    f'<fonts count="3"><font>{_FONT}</font><font><b/>{_FONT}</font><font><i/>{_FONT}</font></fonts>'
    '<fills count="5"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>'
    f"{_FILL.format('DDE8E1')}{_FILL.format('F4F4F4')}{_FILL.format('FFE08A')}</fills>"
    '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="9"><xf/>'
    + "".join(
        f'<xf numFmtId="{shown}" fontId="{font}" fillId="{fill}" applyNumberFormat="1" applyFont="1" applyFill="1" '
        'applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>'
        for shown, font, fill in (
            *((49, 1, 2), (49, 2, 3), (49, 0, 0), (164, 0, 0), (165, 0, 0), (3, 0, 0), (0, 0, 0), (49, 1, 4)),
        )
    )
    + '</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
)


@dataclass(frozen=True, slots=True)
class BookColumn:
    """One column: its head, what belongs in it ("" for none), its width in signs, how its cells are shown.

    `choices` is the area with the words of a choice (`Pilihan!$A$2:$A$9`) or the words themselves (`"ya,tidak"`);
    where it is `strict` Excel takes nothing else. The head of one that is `needed` has another ground.
    """

    head: str
    help: str = ""
    width: int = 22
    look: Look = "umum"
    choices: str = ""
    strict: bool = False
    needed: bool = False


@dataclass(frozen=True, slots=True)
class BookSheet:
    """One sheet: its columns, the rows below their heads, and how many columns stay in sight.

    With `room` rows below the heads may be filled in, and each cell shows its hint; the second row then says what
    belongs in each column. Rows that are `ready` follow the others.
    """

    name: str
    columns: tuple[BookColumn, ...]
    rows: Sequence[Sequence[Value]] = ()
    kept: int = 0
    room: int = 0
    ready: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Book:
    """A workbook: what it is called, who makes it, what is said of it, its sheets, and which of them is seen first."""

    title: str
    creator: str
    about: str
    sheets: tuple[BookSheet, ...]
    shown: int = 0


def letters(column: int) -> str:
    """The name of a column: 1 -> `A`, 28 -> `AB`."""
    name = ""
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


_letters: Final = cache(letters)


def column_number(name: str) -> int:
    """`A` -> 1, `AB` -> 28. No sheet has a column of more than three letters."""
    number = 0
    for letter in name[:_LONGEST_COLUMN]:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def sheet_name(text: str) -> str:
    """The name that a sheet can have for `text`."""
    return " ".join(_NOT_IN_NAMES.sub(" ", text).split())[:_SHEET_NAME]


def workbook_bytes(book: Book) -> bytes:
    """The file. What it holds is the same everywhere; how tightly that is packed is up to the machine's own zlib."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, text in _parts(book):
            member = zipfile.ZipInfo(name)
            member.compress_type = zipfile.ZIP_DEFLATED
            member.create_system = 3  # it would name the machine's own
            archive.writestr(member, text)
    return out.getvalue()


def _parts(book: Book) -> Iterator[tuple[str, str]]:
    numbered = list(enumerate(book.sheets, 1))
    kind = f"{_KIND}-officedocument.spreadsheetml.worksheet+xml"
    sheets = "".join(f'<Override PartName="/xl/worksheets/sheet{n}.xml" ContentType="{kind}"/>' for n, _ in numbered)
    yield "[Content_Types].xml", f'{_DECLARED}<Types xmlns="{_PACKAGE}/content-types">{_TYPES}{sheets}</Types>'
    yield "_rels/.rels", _TOP_RELATIONS
    yield "docProps/core.xml", _properties(book)
    names = "".join(f'<sheet name="{_quoted(one.name)}" sheetId="{n}" r:id="rId{n}"/>' for n, one in numbered)
    views = f'<bookViews><workbookView activeTab="{book.shown}"/></bookViews>'
    opened = f'{_DECLARED}<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}">'
    yield "xl/workbook.xml", f"{opened}{views}<sheets>{names}</sheets></workbook>"
    parts = [("worksheet", f"worksheets/sheet{n}.xml") for n, _ in numbered] + [("styles", "styles.xml")]
    leads = "".join(
        f'<Relationship Id="rId{n}" Type="{_OFFICE}/{what}" Target="{target}"/>'
        for n, (what, target) in enumerate(parts, 1)
    )
    opened = f'{_DECLARED}<Relationships xmlns="{_PACKAGE}/relationships">'
    yield "xl/_rels/workbook.xml.rels", f"{opened}{leads}</Relationships>"
    yield "xl/styles.xml", _STYLES
    for number, sheet in numbered:
        yield f"xl/worksheets/sheet{number}.xml", "".join(_sheet(sheet, shown=number - 1 == book.shown))


def _properties(book: Book) -> str:
    said = "".join(
        f"<{name}>{_escaped(text)}</{name}>"
        for name, text in (("dc:title", book.title), ("dc:creator", book.creator), ("dc:description", book.about))
        if text
    )
    stamps = "".join(
        f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{_STAMP}</dcterms:{name}>' for name in ("created", "modified")
    )
    return (
        f'{_DECLARED}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        f'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">{said}{stamps}</cp:coreProperties>'
    )


def _sheet(sheet: BookSheet, *, shown: bool) -> Iterator[str]:
    heads = 2 if sheet.room else 1
    corner = f"{letters(sheet.kept + 1)}{heads + 1}"
    sides, part = (f'xSplit="{sheet.kept}" ', "bottomRight") if sheet.kept else ("", "bottomLeft")
    chosen = 'tabSelected="1" ' if shown else ""
    yield f'{_DECLARED}<worksheet xmlns="{_MAIN}"><sheetViews><sheetView {chosen}workbookViewId="0">'
    yield f'<pane {sides}ySplit="{heads}" topLeftCell="{corner}" activePane="{part}" state="frozen"/>'
    yield "</sheetView></sheetViews><cols>"
    for number, column in enumerate(sheet.columns, 1):
        style = _LOOKS[column.look]
        yield f'<col min="{number}" max="{number}" width="{column.width}" style="{style}" customWidth="1"/>'
    yield "</cols><sheetData>"
    rows = [_row(_text(one.head, _NEEDED if one.needed else _HEAD) for one in sheet.columns)]
    if sheet.room:
        rows.append(_row(_text(column.help, _HELP) for column in sheet.columns))
    rows += (ready_row(sheet.columns, row) for row in sheet.rows)
    yield from (row.replace(_NUMBER, str(number)) for number, row in enumerate(chain(rows, sheet.ready), 1))
    yield "</sheetData>"
    if sheet.room:
        yield f'<dataValidations count="{len(sheet.columns)}">'
        yield from (_rule(column, number, sheet.room) for number, column in enumerate(sheet.columns, 1))
        yield "</dataValidations>"
    yield "</worksheet>"


def ready_row(columns: Sequence[BookColumn], row: Iterable[Value]) -> str:
    """A row of a sheet with these columns, but for its number, which it has when all rows are known."""
    return _row(_cell(value, _LOOKS[column.look]) for column, value in zip(columns, row, strict=True))


def _row(cells: Iterable[str]) -> str:
    """A row of cells, each with its place: not every reader counts them."""
    filled = (f'<c r="{_letters(place)}{_NUMBER}"{cell}' for place, cell in enumerate(cells, 1) if cell)
    return f'<row r="{_NUMBER}">{"".join(filled)}</row>'


def _cell(value: Value, look: int) -> str:
    """A cell behind its place, "" if it is empty: how it is shown, and what it holds."""
    if value is None or value == "":
        return ""
    if isinstance(value, str):
        return _text(value, look)
    if isinstance(value, PartialDate):
        if len(value.text) <= len("2025"):
            return f' s="{_GENERAL}"><v>{value.text}</v></c>'
        style = _DAY if value.first == value.last else _MONTH
        return f' s="{style}"><v>{(value.first - _FIRST_DAY).days}</v></c>'
    return f' s="{look if look != _TEXT else _GENERAL}"><v>{value}</v></c>'


@lru_cache(maxsize=4_096)  # heads, hints and words of choice come again in every workbook
def _text(text: str, style: int) -> str:
    escaped = _escaped(_LOOKS_ESCAPED.sub("_x005F_", text))
    return f' s="{style}" t="inlineStr"><is><t xml:space="preserve">{escaped}</t></is></c>'


@lru_cache(maxsize=1_024)
def _rule(column: BookColumn, number: int, room: int) -> str:
    """The drop-down of a column and the hint beside its cells."""
    stops = ' showErrorMessage="1"' if column.choices and column.strict else ""
    area = f"{letters(number)}3:{letters(number)}{room}"
    kind = ' type="list"' if column.choices else ""
    listed = f"<formula1>{_escaped(column.choices)}</formula1>" if column.choices else ""
    hint = f'promptTitle="{_quoted(column.head[:_HINT_TITLE])}" prompt="{_quoted(column.help[:_HINT])}"'
    begun = f'<dataValidation{kind} allowBlank="1" showInputMessage="1"{stops} {hint} sqref="{area}">'
    return f"{begun}{listed}</dataValidation>"


def _escaped(text: str) -> str:
    return _FORBIDDEN.sub("", text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _quoted(text: str) -> str:
    return _escaped(text).replace('"', "&quot;").replace("\n", "&#10;")
