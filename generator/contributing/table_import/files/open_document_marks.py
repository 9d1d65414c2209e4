"""What an OpenDocument table hides, strikes out, and merges, and how it shows dates: what its reader does not tell."""

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final

from generator.contributing.table_import.files.sheet import MAX_COLUMNS, MAX_ROWS

_TABLE: Final = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE: Final = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TEXT: Final = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_STYLE: Final = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_HIDDEN: Final = ("collapse", "filter")
_MOST_AREAS: Final = 20_000
_MOST_BLANKS: Final = 100
_LONGEST_DATE: Final = 80

_At = tuple[int, int]


@dataclass(slots=True)
class Marks:
    """Of one sheet: merged areas (row, column, rows, columns), hidden rows and columns, struck cells.

    `partly` has for a cell with struck words what is left of its text, and those words; `shown` what a date looks like.
    """

    areas: list[tuple[int, int, int, int]] = field(default_factory=list)
    rows: set[int] = field(default_factory=set)
    columns: list[tuple[int, int]] = field(default_factory=list)
    struck: set[_At] = field(default_factory=set)
    partly: dict[_At, tuple[str, str]] = field(default_factory=dict)
    shown: dict[_At, str] = field(default_factory=dict)

    def left_out(self, at: _At) -> str:
        """Why a cell is left out (Indonesian), or ""."""
        if at[0] in self.rows:
            return "baris tersembunyi"
        if any(first <= at[1] <= last for first, last in self.columns):
            return "kolom tersembunyi"
        return "sel dicoret" if at in self.struck or self.partly.get(at, ("-", ""))[0] == "" else ""


def marks_of(raw: bytes) -> dict[str, Marks]:
    """The marks of each sheet by its name. Raises what zipfile and the XML parser raise."""
    from defusedxml.ElementTree import iterparse  # type: ignore[import-untyped]  # noqa: PLC0415

    made: dict[str, Marks] = {}
    struck: set[str] = set()
    one, row, column = Marks(), 1, 1
    with zipfile.ZipFile(io.BytesIO(raw)) as archive, archive.open("content.xml") as source:
        for event, element in iterparse(source, events=("start", "end")):
            tag = element.tag
            if event == "start" and tag == f"{_TABLE}table":
                one, row, column = Marks(), 1, 1
                made.setdefault(element.get(f"{_TABLE}name", ""), one)
            elif event == "end" and tag == f"{_STYLE}style":
                struck |= {element.get(f"{_STYLE}name", "")} if _strikes(element) else set()
            elif event == "end" and tag == f"{_TABLE}table-column":
                last = column + _count(element, "columns") - 1
                if element.get(f"{_TABLE}visibility") in _HIDDEN:
                    one.columns.append((column, last))
                column = last + 1
            elif event == "end" and tag == f"{_TABLE}table-row":
                _take(one, element, row, struck)
                row += _count(element, "rows")
                element.clear()
    return made


def _strikes(element: Any) -> bool:
    return any(
        child.get(f"{_STYLE}text-line-through-{kind}", "none") != "none"
        for child in element
        for kind in ("style", "type")
    )


def _count(element: Any, what: str) -> int:
    text = element.get(f"{_TABLE}number-{what}-repeated", "1")
    return int(text) if text.isascii() and text.isdecimal() and len(text) < len(str(10**8)) else 1


def _take(one: Marks, element: Any, row: int, struck: set[str]) -> None:
    """Note the marks of one row; a row that is repeated is empty but for its form."""
    if element.get(f"{_TABLE}visibility") in _HIDDEN:
        one.rows |= set(range(row, row + min(_count(element, "rows"), MAX_ROWS)))
    column = 1
    for cell in element:
        if column > MAX_COLUMNS or row > MAX_ROWS:
            return
        rows, columns = (_spanned(cell, what) for what in ("rows", "columns"))
        if rows * columns > 1 and len(one.areas) < _MOST_AREAS:
            one.areas.append((row, column, rows, columns))
        if len(cell):
            _words(one, cell, (row, column), struck)
        if cell.get(f"{_OFFICE}value-type") == "date":
            text = "".join(
                text for part in cell if part.tag == f"{_TEXT}p" for text, _ in _pieces(part, set(), out=False)
            )
            last = min(column + _count(cell, "columns") - 1, MAX_COLUMNS)
            one.shown |= dict.fromkeys(((row, at) for at in range(column, last + 1)), text[:_LONGEST_DATE].strip())
        column += _count(cell, "columns")


def _spanned(cell: Any, what: str) -> int:
    text = cell.get(f"{_TABLE}number-{what}-spanned", "1")
    return min(int(text), MAX_ROWS) if text.isascii() and text.isdecimal() and len(text) < len(str(10**8)) else 1


def _words(one: Marks, cell: Any, at: _At, struck: set[str]) -> None:
    if cell.get(f"{_TABLE}style-name") in struck:
        one.struck.add(at)
        return
    pieces = [list(_pieces(part, struck, out=False)) for part in cell if part.tag == f"{_TEXT}p"]
    gone = " ".join(text.strip() for part in pieces for text, out in part if out)
    if gone.strip():
        kept = "\n".join("".join(text for text, out in part if not out) for part in pieces)
        one.partly[at] = kept.strip(), gone.strip()


def _pieces(element: Any, struck: set[str], *, out: bool) -> Iterator[tuple[str, bool]]:
    """The texts of a paragraph, each with whether it is struck out."""
    here = out or element.get(f"{_TEXT}style-name") in struck
    if element.tag == f"{_TEXT}s":
        blanks = element.get(f"{_TEXT}c", "1")
        yield " " * (min(int(blanks), _MOST_BLANKS) if blanks.isdecimal() and len(blanks) < 4 else 1), here
    elif element.tag == f"{_TEXT}line-break":
        yield "\n", here
    if element.text:
        yield element.text, here
    for child in element:
        yield from _pieces(child, struck, out=here)
        if child.tail:
            yield child.tail, here
