"""Recap tables for tests: workbooks and CSV files, honest and otherwise."""

import io
import re
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from openpyxl import Workbook

HEADER = ("Perangkat Daerah", "Nama Inovasi", "Ringkasan", "Bentuk", "Urusan", "Tanggal Penerapan")
ROW = ("Dinkes", "Kelas Ibu", "Ibu hamil belajar bersama bidan.", "Pelayanan publik", "Kesehatan", "17-8-2026")
#: The titles of the national input form.
NATIONAL = (
    "No", "OPD", "Nama Inovasi Daerah", "Tahapan Inovasi", "Inisiator Inovasi Daerah", "Jenis Inovasi", "Bentuk Inovasi Daerah",
    "Urusan Utama", "Urusan Beririsan", "Waktu Uji Coba Inovasi Daerah", "Waktu Penerapan Inovasi Daerah",
    "Rancang Bangun Inovasi Daerah dan Pokok Perubahan yang Dilakukan", "Tujuan Inovasi Daerah", "Manfaat yang Diperoleh", "Hasil Inovasi",
)  # fmt: skip


def book(
    *sheets: Sequence[Sequence[Any]],
    names: Iterable[str] = (),
    merged: Iterable[str] = (),
    formats: Mapping[str, str] | None = None,
) -> bytes:
    """A workbook with the given rows on each sheet; `merged` and `formats` are for the first."""
    workbook = Workbook()
    workbook.remove(workbook.active)
    titles = list(names) or [f"Lembar {number}" for number in range(1, len(sheets) + 1)]
    for title, rows in zip(titles, sheets, strict=True):
        sheet = workbook.create_sheet(title)
        for number, row in enumerate(rows, 1):
            for column, value in enumerate(row, 1):
                if value is not None:
                    sheet.cell(number, column, value)
    for area in merged:
        workbook.worksheets[0].merge_cells(area)
    for address, shown_as in (formats or {}).items():
        workbook.worksheets[0][address].number_format = shown_as
    return saved(workbook)


def saved(workbook: Workbook) -> bytes:
    out = io.BytesIO()
    workbook.save(out)
    return out.getvalue()


def changed(raw: bytes, name: str, content: bytes | None, old: bytes = b"", new: bytes = b"") -> bytes:
    """A workbook with another text in one of its parts, or (`old`, `new`) with a piece of it replaced."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as before, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as after:
        for part in before.namelist():
            text = before.read(part)
            if part == name:
                assert content is not None or old in text
                text = content if content is not None else text.replace(old, new)
            after.writestr(part, text)
        if name not in before.namelist():
            after.writestr(name, content or b"")
    return out.getvalue()


def as_excel(raw: bytes) -> bytes:
    """The same workbook with its texts where Excel has them: shared, in runs of their own fonts, with a reading aid."""
    texts: list[str] = []

    def shared(cell: re.Match[bytes]) -> bytes:
        texts.append(cell[2].decode())
        return b'%s t="s"><v>%d</v></c>' % (cell[1], len(texts) - 1)

    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml")
        types = archive.read("[Content_Types].xml")
    sheet = re.sub(rb'(<c r="\w+") t="inlineStr"><is><t[^>]*>(.*?)</t></is></c>', shared, sheet)
    items = "".join(
        f'<si><r><t xml:space="preserve">{text[:3]}</t></r><r><rPr><b/></rPr><t xml:space="preserve">{text[3:]}</t></r>'
        '<rPh sb="0" eb="1"><t>bantu</t></rPh></si>'
        for text in texts
    )
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    override = b'<Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml" /></Types>'
    raw = changed(raw, "xl/worksheets/sheet1.xml", sheet)
    raw = changed(raw, "[Content_Types].xml", types.replace(b"</Types>", override))
    return changed(raw, "xl/sharedStrings.xml", f'<sst xmlns="{main}">{items}</sst>'.encode())


def csv_of(*rows: Sequence[str], delimiter: str = ";") -> str:
    quoted = [[f'"{value.replace(chr(34), chr(34) * 2)}"' for value in row] for row in rows]
    return "".join(f"{delimiter.join(row)}\r\n" for row in quoted)
