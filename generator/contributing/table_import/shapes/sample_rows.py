"""Rows below titles that show or say how a table is filled in: examples, and what belongs in each column."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Final

from generator.contributing.names import agency_called
from generator.contributing.table_import.cells.reading import Against
from generator.contributing.table_import.cells.remark import Remark, is_number
from generator.contributing.table_import.cells.values import is_nothing
from generator.contributing.table_import.files.sheet import Cell, Sheet
from generator.contributing.table_import.shapes.furniture import counts_columns
from generator.contributing.table_import.shapes.header import Header, headers, nearest_header
from generator.contributing.table_import.words.columns import AGENCY, NAME, NUMBER
from generator.text.github import plain
from generator.text.spelling import folded

EXAMPLE: Final = "contoh pengisian"
_EXPLAINS: Final = "petunjuk pengisian"
#: Words of which one at least stands in each sheet that has such rows.
_ANY = re.compile(r"contoh|cth|misal|di ?isi|isi|pilih|tulis|maks|kata|kalimat|sesuai|lihat", re.IGNORECASE)
_SIGN: Final = r"(?:contoh|cth|misal|misalnya)(?: (?:pengisian|isian|cara pengisian|cara mengisi|inovasi|data))?"
#: What stands alone before an example: `Contoh:`, `(cth.)`.
_MARK = re.compile(rf"\s*\(?{_SIGN}[ ]?(?:[0-9]{{1,2}})?[\s.:)]*", re.IGNORECASE)
#: Before or behind a text of one: `Contoh: Dinas ABC`, `SIPINTAR (contoh)`.
_SHOWS = re.compile(rf"\s*\(?{_SIGN} ?(?::|\.{{3}}|\)|\Z)|[\w\W]{{1,200}}\({_SIGN}\)\s*\Z", re.IGNORECASE)
#: What a sheet is called that only shows how another one is filled in.
_SHEET = re.compile(rf"(?:lembar |form |format |sheet |tabel )?{_SIGN}(?: (?:form|format|tabel))?")
#: How what belongs in a column begins: `diisi nama OPD`, `maks. 3 kalimat`, `pilih: PP / TK`, `tgl-bln-thn`.
_SAYS_HOW = re.compile(
    r"(?:di ?isi|isi(?:kan|lah)?|pilih(?:lah|an)?|tulis(?:kan|lah)?|sebut(?:kan)?|jelaskan|uraikan|ceritakan|lihat|"
    r"maks|maksimal|min|minimal|paling (?:banyak|sedikit|lama)|sesuai|format|dalam (?:rupiah|ribuan|jutaan|rp)|"
    r"cantumkan|lampirkan|centang|beri tanda|ketik|gunakan|cukup|contoh|cth|misal|otomatis|opsional|"
    r"(?:boleh )?(?:kosong|dikosongkan)|kosongkan|salah satu|(?:bila|jika|kalau) ada|"
    r"(?:urusan )?wajib(?: atau)? pilihan|"
    r"(?:hari|tgl|tanggal|dd) (?:bulan|bln|mm) (?:tahun|thn|yyyy|yy))\b"
)
_AT_MOST = re.compile(r"\b[0-9]{1,4}(?: [0-9]{1,4})? (?:kata|kalimat|karakter|huruf|paragraf)\b")
#: What only names what belongs in a column, beside others that say how.
_NAMES_WHAT = re.compile(
    r"(?:nama|judul|tahun|thn|tanggal|tgl|bulan|angka|teks|rupiah|rp|uraian|gambaran|alamat|tautan|link|url|ya|"
    r"digital|pp|tk|jumlah|nomor|no)\b|"
    r"oleh (?:opd|perangkat daerah|puskesmas|sekolah|desa|kecamatan|dinas|unit|pengusul|admin|bappe\w*)\Z"
)
_LONGEST: Final = 160
#: So many cells at least say how, and so many of all say what or how.
_FEWEST: Final = 2
_NEARLY_ALL: Final = 0.75
#: So many rows below the first of the titles may such a row stand; so many texts of one say that they are examples.
_NEAR: Final = 6
_TWO: Final = 2


def not_read(sheet: Sheet) -> Remark | None:
    """What is told of a sheet that is hidden, or only shows how another is filled in (`Contoh Pengisian`)."""
    if sheet.hidden:
        return Remark(sheet.name, "", "", "", "lembar tersembunyi tidak dibaca", note=True)
    if _SHEET.fullmatch(folded(sheet.name)):
        reason = "lembar contoh pengisian tidak dibaca"
        return Remark(sheet.name, "", "", "", reason, "ganti nama lembarnya bila bukan contoh", note=True)
    return None


def without_samples(sheet: Sheet, against: Against) -> tuple[Sheet, tuple[Remark, ...]]:
    """The sheet without rows that explain its columns or show how they are filled in, and what is told of these."""
    if not any(_ANY.search(cell.text) for cell in sheet.cells.values()):
        return sheet, ()
    head, name = _head(sheet, against)
    if head is None:
        return sheet, ()
    rows: dict[int, dict[int, Cell]] = {}
    for (number, column), cell in sorted(sheet.cells.items()):
        if number > head.title_row and not is_nothing(cell):
            rows.setdefault(number, {})[column] = cell
    what = dict.fromkeys(_explaining(rows, head, against), _EXPLAINS)
    what |= dict.fromkeys(_examples({n: cells for n, cells in rows.items() if n not in what}, head, name), EXAMPLE)
    kept = {at: cell for at, cell in sheet.cells.items() if at[0] not in what}
    merged = {at: origin for at, origin in sheet.merged.items() if origin[0] not in what}
    told = tuple(_told(sheet.name, rows[number], said) for number, said in sorted(what.items()))
    return (replace(sheet, cells=kept, merged=merged), told) if what else (sheet, ())


def _head(sheet: Sheet, against: Against) -> tuple[Header | None, int]:
    """The titles of a sheet and its one column of names; where none is known, that beside the numbers."""
    found = headers(sheet, against.columns)
    head = found[0] if found else nearest_header(sheet, against.columns)
    columns = head.columns.items() if head else ()
    names = [n for n, column in columns if column.path == (NAME if found else NUMBER)]
    one = head if len(names) == 1 else None  # tables that stand side by side are looked at one by one
    return one, names[0] + (not found) if one else 0


def _told(sheet: str, cells: Mapping[int, Cell], what: str) -> Remark:
    value = plain("; ".join(cell.text or cell.error for cell in cells.values()))
    address = next(iter(cells.values())).address
    return Remark(sheet, address, "", value, f"dibaca sebagai {what}, bukan inovasi", note=True)


def _explaining(rows: Mapping[int, Mapping[int, Cell]], head: Header, against: Against) -> Iterator[int]:
    """The rows right below the titles in which nearly every cell says what belongs in its column."""
    for number, cells in list(rows.items())[:_NEAR]:
        texts = [folded(cell.text) for cell in cells.values() if len(cell.text) <= _LONGEST]
        how = [text for text in texts if _SAYS_HOW.match(text) or _AT_MOST.search(text)]
        what = [text for text in texts if text not in how and _NAMES_WHAT.match(text)]
        enough = len(how) >= _FEWEST and len(how) + len(what) >= _NEARLY_ALL * len(cells)
        if enough and not counts_columns(cells, head.titles) and not _is_of_one(cells, head, against):
            yield number


def _is_of_one(cells: Mapping[int, Cell], head: Header, against: Against) -> bool:
    """Whether a row has its number or an agency, as an innovation has."""
    paths = {n: head.columns[n].path for n in cells if n in head.columns}
    registry, name = against.region.registry, against.region.name
    return any(
        (path == NUMBER and is_number(cells[n].text))
        or (path == AGENCY and agency_called(cells[n].text, registry, name))
        for n, path in paths.items()
    )


def _examples(rows: Mapping[int, Mapping[int, Cell]], head: Header, name: int) -> Iterator[int]:
    """The rows that say of themselves that they are examples, and those below a line that says so of them."""
    numbers = list(rows)
    for place, (number, cells) in enumerate(rows.items()):
        if len(cells) == 1 and _MARK.fullmatch(next(iter(cells.values())).text):
            yield number
            yield from _below_mark(rows, numbers[place + 1 :], head)
        elif _shows(cells, name):
            yield number


def _shows(cells: Mapping[int, Cell], name: int) -> bool:
    """Whether a row says that it is an example: before its name, in its name, or in several of its texts."""
    marked = any(_MARK.fullmatch(cell.text) for n, cell in cells.items() if n < name)
    named = name in cells and _SHOWS.match(cells[name].text) is not None
    return marked or named or sum(_SHOWS.match(cell.text) is not None for cell in cells.values()) >= _TWO


def _below_mark(rows: Mapping[int, Mapping[int, Cell]], below: list[int], head: Header) -> Iterator[int]:
    """The rows below a line that calls them examples: the first, or all of them before the numbers begin again."""
    counts = [n for n, column in head.columns.items() if column.path == NUMBER]
    first = [row for row in below if any(n in rows[row] and _is_first(rows[row][n]) for n in counts)]
    again = first[1] if len(first) > 1 and first[0] == below[0] else (below[1] if len(below) > 1 else 0)
    yield from (row for row in below if not again or row < again)


def _is_first(cell: Cell) -> bool:
    return re.sub(r"\W", "", cell.text) in ("1", "a", "A", "I")
