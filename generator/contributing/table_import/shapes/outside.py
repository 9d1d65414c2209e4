"""What of a sheet lies outside of its tables or under titles that nobody knows, told cell by cell."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from generator.contributing.answers.amounts import read_amount, unit_of
from generator.contributing.names import agency_called, without_mark
from generator.contributing.table_import.cells.form_day import is_of_form
from generator.contributing.table_import.cells.reading import Against, Defaults
from generator.contributing.table_import.cells.remark import NOT_KEPT, WHICH, Asked, RecapRow, Remark
from generator.contributing.table_import.cells.values import is_nothing
from generator.contributing.table_import.files.sheet import MAX_COLUMNS, Cell, Sheet
from generator.contributing.table_import.shapes.furniture import counts_columns, is_of_page, is_title_again, is_total
from generator.contributing.table_import.shapes.header import Header
from generator.contributing.table_import.shapes.heading import agency_above
from generator.contributing.table_import.shapes.name_column import told_name
from generator.contributing.table_import.shapes.value_bands import BEYOND, ValueBands
from generator.contributing.table_import.words.columns import AGENCY, BUDGET, RecapColumn
from generator.spreadsheet import letters
from generator.text.github import plain
from generator.text.spelling import folded

_LONGEST_OVER: Final = 2_000
_UNKNOWN: Final = "kolom ini tidak dikenal"
#: What stands over titles is called so; what it says of whose the innovations are, and when, is told of the rows.
_TITLE: Final = "judul tabel"
#: So many cells at least has a row of data in a table that has such rows.
_WIDE: Final = 3
#: How the caption of a table begins.
_CAPTION = re.compile(r"(?:tabel|lampiran|daftar|rekap\w*|data|matriks?|usulan|inovasi)\b")


def left_out(sheet: Sheet) -> Iterator[Remark]:
    """What was guessed in reading a sheet; cells hidden or struck out, notes set to cells, words struck out in them."""
    if sheet.note:
        yield Remark(sheet.name, "", "", "", sheet.note, note=True)
    for cell, why in sheet.left:
        yield Remark(
            sheet.name, cell.address, "", plain(cell.text), f"{why}, tidak dibaca", note=True, whole_column=True
        )
    for cell, text in ((sheet.cells[at], text) for at, text in sheet.beside.items() if at in sheet.cells):
        reason, cure = f"catatan pada sel ini tidak diambil: {plain(text)}", "betulkan isinya bila perlu"
        yield Remark(sheet.name, cell.address, "", plain(cell.text), reason, cure, note=True)
    for cell in sheet.cells.values():
        if cell.struck:
            reason = f'kata yang dicoret di sel ini tidak dibaca: "{plain(cell.struck)}"'
            yield Remark(sheet.name, cell.address, "", plain(cell.text), reason, note=True)


def over_titles(sheet: Sheet, found: Header) -> Iterator[Remark]:
    """What stands over the titles, in one note."""
    over = cells_over(sheet, found)
    if over:
        texts = plain("; ".join(cell.text for cell in over))
        yield Remark(sheet.name, over[0].address, "", texts, f"dibaca sebagai {_TITLE}, bukan inovasi", note=True)


def over_text(cells: Iterable[Cell]) -> str:
    """What stands over titles, as one text."""
    return " ; ".join(cell.text for cell in cells)[:_LONGEST_OVER]


def cells_over(sheet: Sheet, found: Header) -> list[Cell]:
    """The cells that stand over the titles of the first table of a sheet."""
    return [cell for (row, _), cell in sorted(sheet.cells.items()) if row < found.title_row and not is_nothing(cell)]


def captions(sheet: Sheet, after: int, found: Header, against: Against) -> list[Cell]:
    """What stands over the titles of a further table, below the row `after`: `Tabel 2. Inovasi Dinas Kesehatan`.

    An agency may stand beside its label: `OPD :` | `Dinas Kesehatan`; others say a value of all: `B. NONDIGITAL`.
    """
    bands = ValueBands(sheet.name, against.columns, against.region, {}, {})
    rows: dict[int, list[Cell]] = {}
    for (row, _), cell in sheet.cells.items():
        if after < row < found.title_row and not is_nothing(cell):
            rows.setdefault(row, []).append(cell)
    made: list[Cell] = []
    for _, cells in sorted(rows.items(), reverse=True):
        if not (_is_caption(cells[0], bands, against) if len(cells) == 1 else _is_agency(cells, against)):
            break
        made[:0] = sorted(cells, key=lambda cell: cell.column)
    return made


def _is_caption(cell: Cell, bands: ValueBands, against: Against) -> bool:
    """Whether a text that stands alone in its row says of a table what it is, or is a label without its value."""
    titled = cell.text.strip().endswith(":") or _CAPTION.match(folded(without_mark(cell.text)))
    return bool(titled or bands.of_table(cell) or bands.meant(cell) or agency_above(cell, against.region))


def _is_agency(cells: Sequence[Cell], against: Against) -> bool:
    """Whether a row is the label of agencies with the name of one beside it."""
    if len(cells) != 2:
        return False
    label, name = sorted(cells, key=lambda cell: cell.column)
    column = against.columns.title_of(label.text.strip(" :"))
    called = agency_called(name.text, against.region.registry, against.region.name)
    return bool(column and column.path == AGENCY and called)


def told_captions(sheet: Sheet, over: Sequence[Cell], heading: Cell | None, told: Iterable[Remark]) -> Iterator[Remark]:
    """The captions of a further table, in notes; not those of which is `told` already what they say."""
    known = {one.address for one in told}
    for cell in (cell for cell in over if cell.address not in known):
        what = "perangkat daerah" if heading and heading.address == cell.address else _TITLE
        reason = f"dibaca sebagai {what}, bukan inovasi"
        yield Remark(sheet.name, cell.address, "", plain(cell.text), reason, note=True)


def unknown_titles(sheet: Sheet, found: Header) -> Iterator[Remark]:
    """What stands in the titles of a further table and is not known: nobody looks for titles so far down."""
    for (row, column), cell in sorted(sheet.cells.items()):
        if row == found.title_row and column == found.made_out:
            yield told_name(sheet.name, cell.text, cell)
        mute = column not in found.columns or not folded(cell.text)
        if found.title_row <= row < found.first_row and mute and not is_nothing(cell):
            reason = "dibaca sebagai judul kolom, bukan inovasi"
            yield Remark(sheet.name, cell.address, "", plain(cell.text), reason, note=True)


def unknown_cells(
    sheet: str, row: RecapRow, found: Header, twice: Mapping[int, int], asked: Mapping[int, Asked]
) -> Iterator[Remark]:
    """The cells of a row whose column is not known, or has a title that another one had before."""
    for column, cell in row.cells.items():
        known = column in found.columns and column not in twice
        of_heading = BEYOND <= column < BEYOND + MAX_COLUMNS
        if known or of_heading or cell.row < row.number:  # or merged from above
            continue
        title = plain(found.titles.get(column, "")) or "tanpa judul"
        if column in twice:
            reason = f"judul kolom ini sudah dipakai kolom {letters(twice[column])}"
            cure = "satukan kedua kolom, atau ubah judulnya"
        elif column in asked:
            reason, cure = "kolom ini belum jelas", "jawab pada lembar Pertanyaan, atau beri judul seperti pada templat"
        elif column > MAX_COLUMNS:
            reason, cure = f'bagian "{title}" dari sel ini tidak dikenal', "pindahkan isinya ke kolom tersendiri"
        elif is_of_form(title):
            reason, cure = "waktu formulir diisi; dipakai hanya untuk baris tanpa tanggal lain", ""
        else:
            reason, cure = _UNKNOWN, "pindahkan isinya ke kolom templat yang sesuai, bila ada"
        if cell.link:
            reason = f"{reason}; tautan di balik teks ini: {plain(cell.link)}"
        yield Remark(
            sheet,
            cell.address,
            title,
            plain(cell.text),
            reason,
            cure,
            not cure,
            whole_column=True,
            asked=asked.get(column),
        )


def told_columns(left: Iterable[Remark], rows: Iterable[Remark], defaults: Defaults) -> Iterator[Remark]:
    """What is left out of the tables of a file, without what its `rows` tell of a cell, and as it was answered."""
    read = {(one.sheet, one.address) for one in rows}
    for one in left:
        unknown = one.reason == _UNKNOWN
        if unknown and folded(defaults.reply(one.title, WHICH) or "") == folded(NOT_KEPT):
            yield replace(one, reason="tidak disimpan, menurut jawaban", cure="", note=True)
        elif not unknown or (one.sheet, one.address) not in read:
            yield one


def told_furniture(
    sheet: str, cells: Mapping[int, Cell], what: str, known: Mapping[int, RecapColumn]
) -> Iterator[Remark]:
    """A row that is no innovation but `what`; titles that are known and numbers of rows say nothing new."""
    own = {cell.address: cell for cell in cells.values()}
    reason = f"dibaca sebagai {what}, bukan inovasi"
    if what == "judul kolom":
        for cell in (cell for column, cell in cells.items() if column not in known):
            yield Remark(sheet, cell.address, "", plain(cell.text), reason, note=True)
    elif what not in ("nomor kolom", "nomor urut"):
        value = plain("; ".join(cell.text or cell.error for cell in own.values()))
        yield Remark(sheet, next(iter(own)), "", value, reason, note=True)


def rows_below(sheet: Sheet, found: Header, last: int) -> dict[int, dict[int, Cell]]:
    """The filled cells below the titles, each where it stands."""
    by_row: dict[int, dict[int, Cell]] = {}
    for (number, column), cell in sorted(sheet.cells.items()):
        if found.first_row <= number <= last and not is_nothing(cell):
            by_row.setdefault(number, {})[column] = cell
    return by_row


def cells_below(found: Header, rows: Iterable[Mapping[int, Cell]]) -> dict[int, list[Cell]]:
    """The filled cells of each column of a table, without its titles again, numbers of columns, totals and pages.

    Headings and notes are under 0.
    """
    by_column: dict[int, list[Cell]] = {number: [] for number in found.titles}
    bare = (row for row in rows if not is_title_again(row, found.titles, found.columns))
    kept = [row for row in bare if not (counts_columns(row, found.titles) or is_total(row) or is_of_page(row))]
    least = _WIDE if any(len(row) >= _WIDE for row in kept) else 0
    for cells in kept:
        for number, cell in cells.items():
            by_column.setdefault(number if len(cells) >= least else 0, []).append(cell)
    return by_column


def scaled(
    sheet: str, found: Header, cells: Mapping[int, Sequence[Cell]], known: Mapping[int, RecapColumn]
) -> Iterator[Remark]:
    """The sums that a title says are thousands or millions are told once."""
    for number in (n for n, column in known.items() if column.path == BUDGET and cells.get(n)):
        unit = unit_of(found.titles[number])
        cell = next((cell for cell in cells[number] if isinstance(read_amount(cell.text), int)), None)
        if unit > 1 and cell:
            shown = f"{unit:,}".replace(",", ".")
            reason = f"angka di kolom ini dikalikan {shown} menurut judulnya"
            title, cure = plain(found.titles[number]), "tulis rupiah seluruhnya bila bukan itu"
            yield Remark(sheet, cell.address, title, plain(cell.text), reason, cure, note=True)
