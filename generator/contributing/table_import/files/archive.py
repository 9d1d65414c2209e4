"""A workbook's archive, looked at before anything reads it: its kind, its size, the shape of its parts."""

import io
import re
import zipfile
from itertools import pairwise
from typing import Final

from generator.contributing.table_import.files.sheet import MAX_CELL, UnreadableError

_MAX_PARTS: Final = 5_000
_MAX_UNPACKED: Final = 40 * 1024 * 1024
_MAX_ELEMENTS: Final = 3_000_000
#: Of one part that holds no cells (list of the sheets, styles): each element becomes an object.
_MAX_OBJECTS: Final = 300_000
_OF_CELLS = re.compile(r"xl/(?:sharedStrings\.xml|(?!_rels/)[^/]+/[^/]+)\Z", re.IGNORECASE)
#: Signs between two tags, or in one: six for each of the longest text if every one of them is escaped.
_MAX_TOKEN: Final = 8 * MAX_CELL
#: Elements of one row: all columns that Excel has, some elements in each.
_MAX_IN_ROW: Final = 6 * 16_384
#: What a sheet holds behind its cells: merged areas, links, rules.
_BEHIND_CELLS = re.compile(rb"</(?:[\w.-]{1,20}:)?sheetData\s*>")
_ROW_EDGE = re.compile(rb"<(/?)(?:[\w.-]{1,20}:)?row[\s/>]")
_ENCODING = re.compile(rb"""encoding\s*=\s*["']([\w.-]+)""")
_ENCODINGS: Final = (b"utf-8", b"us-ascii", b"iso-8859-1", b"windows-1252")
_STRICT: Final = b"http://purl.oclc.org/ooxml/"
#: Names of Strict Open XML and what everybody else writes.
_SPACES: Final = (
    (_STRICT + b"spreadsheetml/main", b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"),
    (_STRICT + b"drawingml/", b"http://schemas.openxmlformats.org/drawingml/2006/"),
    (_STRICT + b"officeDocument/", b"http://schemas.openxmlformats.org/officeDocument/2006/"),
)
_CHUNK: Final = 1024 * 1024


def guard(raw: bytes) -> None:
    """Refuse archives that are no workbook or that unpack to more than a recap can need.

    Raises UnreadableError, BadZipFile. The unpacked size that an archive states is held to: whoever understates it has
    a part that ends too early.
    """
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        names = set(archive.namelist())
        if "xl/workbook.bin" in names:
            raise UnreadableError("berkas .xlsb belum dapat dibaca; simpan sebagai .xlsx")
        if "[Content_Types].xml" not in names:
            raise UnreadableError("berkas ini bukan buku kerja Excel; simpan tabelnya sebagai .xlsx atau .csv")
        if any(name.endswith("vbaProject.bin") for name in names):
            raise UnreadableError("berkas ini memuat makro; simpan sebagai .xlsx tanpa makro")
        if any(name.startswith("xl/externalLinks/") for name in names):
            raise UnreadableError(
                "berkas ini mengambil isi dari buku kerja lain; tempelkan nilainya saja (Paste Values) ke berkas baru"
            )
        _bounded(archive)
        # Whatever a part is called: a sheet is found by what the workbook says, not by its name.
        sizes = {name: _measured(archive, name) for name in names}
        if sum(sizes.values()) > _MAX_ELEMENTS or any(
            size > _MAX_OBJECTS for name, size in sizes.items() if not _OF_CELLS.match(name)
        ):
            raise UnreadableError(
                "lembarnya memuat terlalu banyak sel, mungkin sel kosong yang berformat; "
                "salin tabelnya saja ke berkas baru"
            )


def _bounded(archive: zipfile.ZipFile) -> None:
    if len(archive.infolist()) > _MAX_PARTS or sum(info.file_size for info in archive.infolist()) > _MAX_UNPACKED:
        raise UnreadableError("isi berkas terlalu besar; salin tabelnya saja ke berkas baru, tanpa gambar")


def is_open_document(raw: bytes) -> bool:
    """Whether an archive is an OpenDocument table. Raises UnreadableError, BadZipFile."""
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        _bounded(archive)
        return "content.xml" in archive.namelist() and "[Content_Types].xml" not in archive.namelist()


def as_transitional(raw: bytes) -> bytes:
    """A workbook in the form that openpyxl knows: "Strict Open XML" calls the same things by other names."""
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    if not any(_STRICT in part for part in parts.values()):
        return raw
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as target:
        for name, part in parts.items():
            for strict, usual in _SPACES:
                part = part.replace(strict, usual)  # noqa: PLW2901 - one after the other
            target.writestr(name, part)
    return out.getvalue()


def _measured(archive: zipfile.ZipFile, name: str) -> int:
    """How many elements a part has at most. Raises UnreadableError for one that no spreadsheet writes."""
    with archive.open(name) as source:
        part = b"".join(iter(lambda: source.read(_CHUNK), b""))
    if part.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] == b"<":
        declared = _ENCODING.search(part, 0, 200)
        odd = declared is not None and declared[1].lower() not in _ENCODINGS
        behind = sum(piece.count(b"<") for piece in _BEHIND_CELLS.split(part)[1:])
        longest = max(map(len, part.split(b"<")), default=0)
        if odd or longest > _MAX_TOKEN or _longest_row(part) > _MAX_IN_ROW or behind > _MAX_OBJECTS:
            raise UnreadableError("susunan lembarnya tidak lazim; salin tabelnya saja ke berkas baru")
    return part.count(b"<")


def _longest_row(part: bytes) -> int:
    """How many elements the fullest row has: a row is read as a whole."""
    ends = [*_ROW_EDGE.finditer(part), None]
    return max(
        (
            part.count(b"<", edge.start(), following.start() if following else len(part))
            for edge, following in pairwise(ends)
            if edge and not edge[1]
        ),
        default=0,
    )
