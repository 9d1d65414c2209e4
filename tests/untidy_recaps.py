"""Recaps as offices make them: bands, two rows of titles, totals, signatures, hidden parts, old formats, damage.

Each of `TABLES` gives the bytes of a file and how many innovations a person counts in it. All names are made up.
"""

import csv
import datetime as dt
import io
import zipfile
from collections.abc import Callable
from typing import Any, Final

from openpyxl import Workbook
from openpyxl.styles import Font
from recap_tables import saved

#: Name, summary, sphere, affair, date of application.
ROWS: Final = (
    ("Antre Pintar", "Warga mengambil nomor antrean puskesmas dari rumah.", "Pelayanan Publik", "Kesehatan", "17 Agustus 2023"),
    ("Kelas Ibu Sungai", "Ibu hamil di tepi sungai belajar bersama bidan.", "Inovasi Pelayanan Publik", "Urusan Kesehatan", "Mei-23"),
    ("Posbindu Keliling", "Pemeriksaan kesehatan datang ke desa dengan perahu.", "Pelayanan publik", "Kesehatan", "Th. 2022"),
    ("Rapor Daring", "Orang tua melihat nilai anak dari telepon genggam.", "Pelayanan Publik", "Pendidikan", "TA. 2024"),
    ("Guru Tamu", "Petani dan nelayan mengajar di sekolah sekali sebulan.", "Inovasi daerah lainnya", "Pendidikan", "01/02/2024"),
    ("Arsip Lurus", "Berkas sekolah disimpan dengan satu cara penamaan.", "Tata Kelola Pemerintahan Daerah", "Pendidikan", "Januari 2024"),
    ("Pojok Baca Dermaga", "Buku anak dapat dipinjam di dermaga desa.", "Pelayanan Publik", "Perpustakaan", "3 Nopember 2021"),
)  # fmt: skip
HEALTH, SCHOOL = ROWS[:3], ROWS[3:]


def _sheet(book: Workbook, title: str, rows: list[list[Any]], merged: tuple[str, ...] = ()) -> Any:
    sheet = book.create_sheet(title)
    for number, row in enumerate(rows, 1):
        for column, value in enumerate(row, 1):
            if value is not None:
                sheet.cell(number, column, value)
    for area in merged:
        sheet.merge_cells(area)
    return sheet


def _book() -> Workbook:
    book = Workbook()
    book.remove(book.active)
    return book


def bands() -> bytes:
    """An agency's name above its rows, a total below them, a signature at the end."""
    rows: list[list[Any]] = [
        ["REKAPITULASI INOVASI DAERAH"], ["KABUPATEN CONTOH TAHUN 2024"], [],
        ["No", "Judul Inovasi", "Ringkasan / Deskripsi Singkat", "Bentuk Inovasi", "Urusan pemerintahan utama", "Waktu Penerapan"],
        ["1", "2", "3", "4", "5", "6"], ["A", "DINAS KESEHATAN"],
    ]  # fmt: skip
    rows += [[number, *row] for number, row in enumerate(HEALTH, 1)]
    rows += [["Jumlah", None, None, None, None, 3], ["B", "DINAS PENDIDIKAN KABUPATEN CONTOH"]]
    rows += [[number, *row] for number, row in enumerate(SCHOOL, 1)]
    rows += [["Jumlah Total", None, None, None, None, 7], [], [None] * 4 + ["Contoh, 12 Januari 2025"]]
    rows += [[None] * 4 + ["Kepala Bidang Inovasi,"], [], [None] * 4 + ["(............................)"]]
    rows += [["*) Data sementara"]]
    book = _book()
    _sheet(book, "Rekap", rows, ("A1:F1", "A2:F2", "B6:F6"))
    return saved(book)


def two_rows() -> bytes:
    """Two rows of merged titles, numbers of columns with a formula, the agency in the first row of its group."""
    head = [
        ["No.", "Perangkat Daerah/OPD", "Inovasi", None, "Bentuk", "Urusan Utama", "Waktu Pelaksanaan", None],
        [None, None, "Nama", "Uraian Singkat", None, None, "Uji Coba", "Penerapan"],
        ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)", "8=6+7"],
    ]
    rows: list[list[Any]] = [*head]
    for agency, group in (("Dinas Kesehatan", HEALTH), ("Dinas Pendidikan", SCHOOL)):
        for number, (name, summary, sphere, affair, date) in enumerate(group):
            rows.append([len(rows) - 2, agency if not number else None, name, summary, sphere, affair, "2020", date])
    book = _book()
    _sheet(
        book, "Sheet1", rows, ("A1:A2", "B1:B2", "C1:D1", "E1:E2", "F1:F2", "G1:H1", "B4:B6")
    )  # the second group's cells are not merged
    return saved(book)


def older_csv() -> bytes:
    """As Excel in Indonesian saves it: Windows-1252, semicolons, its own first line."""
    out = io.StringIO()
    out.write("sep=;\r\n")
    writer = csv.writer(out, delimiter=";")
    writer.writerow(["#", "Nama OPD", "Nama Inovasi", "Deskripsi", "Bentuk", "Urusan", "Tahun", "Anggaran (Rp)"])
    money = ("Rp 45 jt", "45.000.000,-", "Rp 45,000,000", "25.000,000", "10.000.0", "-", "Rp1.250.000,00")
    for number, (row, amount) in enumerate(zip(ROWS, money, strict=True), 1):
        agency = "Dinkes" if row in HEALTH else "Disdik"
        writer.writerow(
            [number, agency, row[0], f"{row[1][:-1]} – “gratis”.", row[2], row[3], 2019 + number % 5, amount]
        )
    return out.getvalue().encode("cp1252")


def unicode_text() -> bytes:
    """Excel's "Unicode text": UTF-16, tabs; texts damaged on the way."""
    names = ("Antre &nbsp;Pintar", "<p>Kelas Ibu Sungai</p>", '="Posbindu Keliling"', "Sekolah â€œRapor Daringâ€\x9d")
    rows = [["No", "Instansi", "Nama Inovasi Daerah", "Gambaran Singkat", "Bentuk", "Bidang Urusan", "Tahun Penerapan"]]
    for name, row in zip(names, ROWS, strict=False):
        agency = "Dinas Kesehatan" if row in HEALTH else "Dinas Pendidikan"
        rows.append(["1", agency, name, row[1], row[2], row[3], "2023"])
    rows.append(["5", "Dinas Pendidikan", "3,2E+15", ROWS[4][1], ROWS[4][2], ROWS[4][3], "2023"])
    rows.append(["6", "Dinas Pendidikan", "Arsip Lurus", ROWS[5][1], ROWS[5][2], "#REF!", "2023"])
    return "\r\n".join("\t".join(row) for row in rows).encode("utf-16")


def hidden() -> bytes:
    """Hidden rows and columns, cells struck out, a link behind a text, zeros that a format shows."""
    rows: list[list[Any]] = [
        ["Kode", "Dibuat Oleh", "Nama Inovasi", "Ringkasan", "Bentuk", "Urusan", "Waktu Penerapan", "Link Aplikasi", "Catatan intern"]
    ]  # fmt: skip
    for number, (name, summary, sphere, affair, date) in enumerate(ROWS, 1):
        agency = "Dinas Kesehatan" if number < 4 else "Dinas Pendidikan"
        rows.append([number, agency, name, summary, sphere, affair, date, "Klik di sini", "rahasia"])
    rows[5][6] = dt.date(2024, 2, 1)
    book = _book()
    sheet = _sheet(book, "Data", rows)
    sheet.row_dimensions[3].hidden = True
    sheet.column_dimensions["I"].hidden = True
    sheet["C4"].font = Font(strike=True)
    for number in range(2, 9):
        sheet.cell(number, 1).number_format = "0000"
        sheet.cell(number, 8).hyperlink = f"https://contoh.go.id/{number}"
    sheet["G6"].number_format = "mmm-yy"
    return saved(book)


def years() -> bytes:
    """Last year's sheet beside this year's: five rows stand in both, unchanged or with one event more."""
    head = [
        "No",
        "Perangkat Daerah",
        "Nama Inovasi",
        "Ringkasan",
        "Bentuk",
        "Urusan",
        "Waktu Uji Coba",
        "Waktu Penerapan",
    ]
    book = _book()
    for year, group in (("2024", ROWS[:5]), ("2025", ROWS)):
        rows: list[list[Any]] = [[f"DATA INOVASI TAHUN {year}"], head]
        for number, (name, summary, sphere, affair, date) in enumerate(group, 1):
            agency = "Dinas Kesehatan" if number < 4 else "Dinas Pendidikan"
            rows.append([number, agency, name, summary, sphere, affair, "2020", date if year == "2025" else None])
        _sheet(book, year, rows)
    return saved(book)


def national_form() -> bytes:
    """The national form: labels at the left, one innovation a sheet."""
    book = _book()
    for number, (name, summary, sphere, affair, date) in enumerate(ROWS, 1):
        rows: list[list[Any]] = [
            ["PROFIL INOVASI DAERAH"], [],
            ["1.", "Nama Inovasi", ":", name],
            ["2.", "Dibuat Oleh", ":", "Dinas Kesehatan" if number < 4 else "Dinas Pendidikan"],
            ["3.", "Tahapan Inovasi", ":", "Penerapan"],
            ["4.", "Inisiator Inovasi Daerah", ":", "OPD"],
            ["5.", "Jenis Inovasi", ":", "Non Digital"],
            ["6.", "Bentuk Inovasi Daerah", ":", sphere],
            ["7.", "Urusan Inovasi Daerah", ":", affair],
            ["8.", "Waktu Uji Coba Inovasi Daerah", ":", "Jan 2020"],
            ["9.", "Waktu Implementasi", ":", date],
            ["10.", "Rancang Bangun dan Pokok Perubahan Yang Dilakukan", ":"],
            [None, summary],
            [None, "Petugas mencatat lewat kader."],
            ["11.", "Tujuan Inovasi Daerah", ":", "Layanan lebih dekat dengan warga desa."],
        ]  # fmt: skip
        _sheet(book, f"Inovasi {number}", rows, ("A1:D1",))
    return saved(book)


def national_application() -> bytes:
    """The table that the national application gives."""
    head = [
        "No", "Nama Pemda", "Nama Inovasi", "Tahapan Inovasi", "Urusan Utama", "Urusan Lain yang Beririsan", "Dibuat Oleh",
        "Bentuk Inovasi", "Jenis Inovasi", "Waktu Uji Coba Inovasi", "Waktu Penerapan Inovasi", "Tujuan Inovasi", "Skor Kematangan",
    ]  # fmt: skip
    rows: list[list[Any]] = [head]
    for number, (name, summary, sphere, affair, _) in enumerate(ROWS, 1):
        agency = "Dinas Kesehatan" if number < 4 else "Dinas Pendidikan"
        tried, used = dt.datetime(2022, 1, number), dt.datetime(2023, 3, 12 + number)  # noqa: DTZ001
        rows.append(
            [number, "Kabupaten Contoh", name, "Penerapan", affair, "Perpustakaan", agency, sphere, "Digital", tried, used, summary, 61.0]
        )  # fmt: skip
    book = _book()
    _sheet(book, "Worksheet", rows)
    return saved(book)


def side_by_side() -> bytes:
    """Two tables below each other, each with its own titles and columns; then a list of something else."""
    rows: list[list[Any]] = [
        ["DINAS KESEHATAN"],
        ["No", "Nama Inovasi", "Ringkasan", "Bentuk", "Urusan", "Tahun Penerapan"],
        *([number, *row[:4], "Triwulan II 2023"] for number, row in enumerate(HEALTH, 1)),
        [], ["DINAS PENDIDIKAN"],
        ["No", "Inovasi", "Urusan", "Bentuk", "Deskripsi Singkat", "Tgl Penerapan"],
        *([number, row[0], row[3], row[2], row[1], "Januari s.d. Maret 2024"] for number, row in enumerate(SCHOOL, 1)),
        [], ["Nama Pegawai", "Jabatan"], ["(diisi)", "Analis"],
    ]  # fmt: skip
    book = _book()
    _sheet(book, "Gabungan", rows)
    return saved(book)


def pasted() -> bytes:
    """Pasted from Word: marks that do not show, breaks inside the cells, a paragraph over several rows."""
    rows: list[list[Any]] = [
        ["No", "Nama\nInovasi", "Perangkat\u00a0Daerah", "Ringkasan", "Bentuk", "Urusan", "Waktu\nPenerapan"]
    ]
    for number, (name, summary, sphere, affair, date) in enumerate(ROWS, 1):
        agency = "Dinas\nKesehatan" if number < 4 else "Dinas\n Pendidikan"
        broken = name.replace(" ", "\u00a0\n", 1)
        rows.append([f"{number}.", broken, agency, summary.replace(" ", " \u00ad", 2), f"{sphere}\u200b", affair, date])
    book = _book()
    _sheet(book, "Sheet1", rows)
    return saved(book)


def month_first() -> bytes:
    """Days before months and months before days in one column."""
    dates = ("02/03/2024", "1/13/2024", "15/3/2024", "05/06/2024", "2024", "", "12/25/2023")
    rows = [["Perangkat Daerah", "Nama Inovasi", "Ringkasan", "Bentuk", "Urusan", "Waktu Penerapan"]]
    for row, date in zip(ROWS, dates, strict=True):
        rows.append(["Dinkes" if row in HEALTH else "Disdik", *row[:4], date])
    book = _book()
    _sheet(book, "Rekap", [list(row) for row in rows])
    return saved(book)


def strict() -> bytes:
    """The same as `national_application`, saved as Strict Open XML."""
    main = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    relations = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(national_application())) as before, zipfile.ZipFile(out, "w") as after:
        for name in before.namelist():
            part = before.read(name)
            part = part.replace(main, b"http://purl.oclc.org/ooxml/spreadsheetml/main")
            after.writestr(name, part.replace(relations, b"http://purl.oclc.org/ooxml/officeDocument/relationships"))
    return out.getvalue()


def open_document() -> bytes:
    """A table of LibreOffice (.ods)."""

    def cell(value: str) -> str:
        return f'<table:table-cell office:value-type="string"><text:p>{value}</text:p></table:table-cell>'

    lines = [["Perangkat Daerah", "Nama Inovasi", "Ringkasan", "Bentuk", "Urusan", "Waktu Penerapan"]]
    lines += [["Dinkes" if row in HEALTH else "Disdik", *row] for row in ROWS]
    body = "".join(f"<table:table-row>{''.join(map(cell, line))}</table:table-row>" for line in lines)
    spaces = "".join(
        f' xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text")
    )
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content{spaces} office:version="1.2"><office:body>'
        f'<office:spreadsheet><table:table table:name="Rekap">{body}</table:table></office:spreadsheet>'
        "</office:body></office:document-content>"
    )
    mime = "application/vnd.oasis.opendocument.spreadsheet"
    spot = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
    entries = "".join(
        f'<manifest:file-entry manifest:full-path="{path}" manifest:media-type="{kind}"/>'
        for path, kind in (("/", mime), ("content.xml", "text/xml"))
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", mime)
        archive.writestr("content.xml", content)
        archive.writestr(
            "META-INF/manifest.xml", f'<manifest:manifest xmlns:manifest="{spot}">{entries}</manifest:manifest>'
        )
    return out.getvalue()


#: How each is made, and how many innovations a person counts who leaves out what is hidden or struck out.
TABLES: Final[dict[str, tuple[Callable[[], bytes], int]]] = {
    "bands": (bands, 7),
    "two-rows": (two_rows, 7),
    "older-csv": (older_csv, 7),
    "unicode-text": (unicode_text, 6),
    "hidden": (hidden, 5),
    "years": (years, 7),
    "national-form": (national_form, 7),
    "national-application": (national_application, 7),
    "side-by-side": (side_by_side, 7),
    "pasted": (pasted, 7),
    "month-first": (month_first, 7),
    "strict": (strict, 7),
    "open-document": (open_document, 7),
}
