"""The bytes of a table, whatever program wrote it -> sheets of cells. Goes by the content, not by the file's name."""

import csv
import io
import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from itertools import islice
from typing import Final

from generator.contributing.table_import.files.archive import is_open_document
from generator.contributing.table_import.files.other_formats import other_sheets
from generator.contributing.table_import.files.sheet import (
    MAX_CELL,
    MAX_COLUMNS,
    MAX_FILE,
    MAX_ROWS,
    Cell,
    Sheet,
    UnreadableError,
    checked_length,
)
from generator.contributing.table_import.files.xlsx import workbook

_ZIP: Final = b"PK\x03\x04"
#: The container of .xls, and of workbooks with a password.
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")
_DELIMITERS: Final = (";", "\t", ",")
_STATED = re.compile(r"(sep=([;,\t|]))(?=[\r\n])", re.IGNORECASE)
_SAMPLE: Final = 20
_OLDER: Final = "cp1252"
_GUESSED: Final = "berkas ini bukan UTF-8; huruf khususnya dibaca menurut Windows-1252 dan perlu diperiksa"


def sheets(raw: bytes) -> tuple[Sheet, ...]:
    """The sheets of a file, at least one of them filled: of a workbook (XLSX), or the one of a CSV file.

    Raises UnreadableError.
    """
    if len(raw) > MAX_FILE:
        raise UnreadableError(
            f"berkas lebih besar dari {MAX_FILE // 1024 // 1024} MB; salin tabelnya saja ke berkas baru"
        )
    found = _archived(raw) if raw.startswith(_ZIP) else _older(raw) if raw.startswith(_OLE) else (_text_table(raw),)
    if not any(sheet.cells for sheet in found):
        raise UnreadableError("berkas kosong")
    return found


def _archived(raw: bytes) -> tuple[Sheet, ...]:
    with suppress(zipfile.BadZipFile):  # the reader of workbooks says what is wrong
        if is_open_document(raw):
            return other_sheets(raw, "ods")
    return workbook(raw)


def _older(raw: bytes) -> tuple[Sheet, ...]:
    if _ENCRYPTED in raw:
        raise UnreadableError("berkas ini dilindungi kata sandi; simpan salinan tanpa kata sandi")
    return other_sheets(raw, "xls")


def _text_table(raw: bytes) -> Sheet:
    text, encoding = _decoded(raw)
    if text.lstrip()[:1] == "<":
        raise UnreadableError("berkas ini halaman web, bukan tabel; buka dengan Excel, lalu simpan sebagai .xlsx")
    return replace(_table(text), note=_GUESSED if encoding == _OLDER else "")


#: As many as a sheet of Excel has.
_MOST_LINES: Final = 1_048_576


def _decoded(raw: bytes) -> tuple[str, str]:
    """CSV as Excel writes it, and its encoding: UTF-8 with or without its mark, UTF-16 with it, or Windows-1252."""
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings = ["utf-16"]
    else:
        encodings = ["utf-8-sig"] if b"\0" in raw[:1024] else ["utf-8-sig", _OLDER]
    for encoding in encodings:
        try:
            text = raw.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text, encoding
    raise UnreadableError("berkas ini bukan tabel; simpan tabelnya sebagai .xlsx atau .csv")


def _table(text: str) -> Sheet:
    if text.count("\n") > _MOST_LINES:
        raise UnreadableError("tabel memuat terlalu banyak baris kosong; hapus baris kosongnya")
    cells: dict[tuple[int, int], Cell] = {}
    rows = 0
    stated = _STATED.match(text)  # Excel's own first line; its row stays empty, so that rows keep their numbers
    if stated:
        text = text[stated.end(1) :]
    try:
        for number, row in enumerate(_records(text, stated[2] if stated else _delimiter(text)), 1):
            rows += any(value.strip() for value in row)
            if rows > MAX_ROWS:
                raise UnreadableError(f"tabel memuat lebih dari {MAX_ROWS} baris berisi; bagi tabelnya")
            for column, value in enumerate(row, 1):
                if value.strip():
                    if column > MAX_COLUMNS:
                        raise UnreadableError(f"tabel memuat lebih dari {MAX_COLUMNS} kolom; bagi tabelnya")
                    cells[number, column] = Cell(number, column, checked_length(value, (number, column)))
    except csv.Error as error:
        long = "field limit" in str(error)
        why = (
            f"satu sel memuat lebih dari {MAX_CELL} karakter" if long else "tanda kutip di berkas CSV tidak berpasangan"
        )
        raise UnreadableError(f"{why}; simpan tabelnya sebagai .xlsx") from None
    return Sheet("CSV", cells)


def _records(text: str, delimiter: str) -> Iterator[list[str]]:
    """Strict: a quotation mark that is never closed would swallow the rest of the table."""
    return csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)


def _delimiter(text: str) -> str:
    """The sign that cuts most of the first rows into the same number of cells, at least two."""

    def fit(delimiter: str) -> tuple[int, int]:
        widths: Counter[int] = Counter()
        with suppress(csv.Error):
            filled = (row for row in _records(text, delimiter) if any(value.strip() for value in row))
            widths.update(len(row) for row in islice(filled, _SAMPLE))
        many = [(count, width) for width, count in widths.items() if width > 1]
        return max(many, default=(0, 0))

    return max(_DELIMITERS, key=fit)
