"""A sheet -> its tables: headers, rows of data, whose agency they are, and what lies outside of what is known."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import pairwise
from typing import Final

from generator.contributing.answers.written_dates import is_month_first
from generator.contributing.names import agency_called
from generator.contributing.table_import import furniture
from generator.contributing.table_import.columns import AGENCY, NAME, NUMBER, Columns, RecapColumn
from generator.contributing.table_import.header import Header, headers
from generator.contributing.table_import.label_form import profiles
from generator.contributing.table_import.region import Region
from generator.contributing.table_import.remark import RecapRow, RecapTable, Remark, is_number
from generator.contributing.table_import.sheet import Cell, Sheet
from generator.contributing.table_import.values import is_nothing
from generator.spreadsheet import letters
from generator.text.github import plain
from generator.text.spelling import folded

#: Where the words of choice stand in the template, and what stands beside a recap; no tables.
CHOICES: Final = "Pilihan"
#: Where the template says how it is filled in.
GUIDE: Final = "Petunjuk"
NO_TABLES: Final = frozenset([CHOICES, GUIDE, "Pertanyaan", "Laporan impor"])


def tables(
    sheet: Sheet, columns: Columns, region: Region, form: Header | None = None
) -> tuple[list[RecapTable], list[Remark]]:
    """The tables of a sheet and what of the sheet is left out. The heads of our own `form` are known beforehand."""
    if not sheet.cells or sheet.name in NO_TABLES:
        return [], []
    if sheet.hidden:
        return [], [Remark(sheet.name, "", "", "", "lembar tersembunyi tidak dibaca", note=True)]
    left = [Remark(sheet.name, "", "", "", sheet.note, note=True)] if sheet.note else []
    left += _left_out(sheet)
    found = [form] if form else headers(sheet, columns)
    if not found:
        made = profiles(sheet, columns)
        if made:
            return [made[0]], [*left, *made[1]]
        reason = f"tidak ada baris judul dengan kolom nama inovasi; {len(sheet.cells)} sel tidak dibaca"
        return [], [*left, Remark(sheet.name, "", "", "", reason, "beri judul kolom seperti pada templat")]
    made_of: list[RecapTable] = []
    left += _above(sheet, found[0])
    for place, one in enumerate(found):
        last = found[place + 1].title_row - 1 if place + 1 < len(found) else max(row for row, _ in sheet.cells)
        known, twice = _once(one)
        walk = _Walk(sheet, one, known, region)
        heading = made_of[-1].band_below if made_of else _band_above(sheet, one, region)
        rows = tuple(walk.rows(last, heading))
        left += [*walk.left, *(_unknown_titles(sheet, one) if place else ())]
        left += [remark for row in rows for remark in _unknown(sheet.name, row, one, known, twice)]
        dated = {n for n, column in known.items() if column.shape.kind in ("tanggal", "hari")}
        odd = any(n in dated and is_month_first(cell.text) for row in rows for n, cell in row.cells.items())
        made_of.append(RecapTable(sheet.name, one.titles, known, rows, odd, walk.next_band, is_form=bool(form)))
    return made_of, left


def _left_out(sheet: Sheet) -> Iterator[Remark]:
    for cell, why in sheet.left:
        yield Remark(
            sheet.name, cell.address, "", plain(cell.text), f"{why}, tidak dibaca", note=True, whole_column=True
        )
    for cell in sheet.cells.values():
        if cell.struck:
            reason = f'kata yang dicoret di sel ini tidak dibaca: "{plain(cell.struck)}"'
            yield Remark(sheet.name, cell.address, "", plain(cell.text), reason, note=True)


def _above(sheet: Sheet, found: Header) -> Iterator[Remark]:
    """What stands over the titles, in one note."""
    over = [cell for (row, _), cell in sorted(sheet.cells.items()) if row < found.title_row and not is_nothing(cell)]
    if over:
        texts = plain("; ".join(cell.text for cell in over))
        yield Remark(sheet.name, over[0].address, "", texts, "di atas judul kolom, tidak dibaca", note=True)


def _unknown_titles(sheet: Sheet, found: Header) -> Iterator[Remark]:
    """What stands in the titles of a further table and is not known: nobody looks for titles so far down."""
    for (row, column), cell in sorted(sheet.cells.items()):
        mute = column not in found.columns or not folded(cell.text)
        if found.title_row <= row < found.first_row and mute and not is_nothing(cell):
            reason = "dibaca sebagai judul kolom, bukan inovasi"
            yield Remark(sheet.name, cell.address, "", plain(cell.text), reason, note=True)


def _band_above(sheet: Sheet, found: Header, region: Region) -> Cell | None:
    """An agency that stands alone over the titles."""
    over = [cell for (row, _), cell in sorted(sheet.cells.items()) if row < found.title_row and not is_nothing(cell)]
    named = [cell for cell in over if agency_called(_own(cell.text), region.registry, region.name)]
    return named[-1] if len(named) == 1 else None


def _own(text: str) -> str:
    """`OPD : Dinas Kesehatan` -> `Dinas Kesehatan`."""
    before, colon, behind = text.partition(":")
    return behind.strip() if colon and behind.strip() and len(before) < 30 else text


def _once(found: Header) -> tuple[dict[int, RecapColumn], dict[int, int]]:
    """The known columns without repeats, and of each repeat the column that came first."""
    first: dict[tuple[tuple[str, ...], str, int], int] = {}
    twice = {}
    for number, column in sorted(found.columns.items()):
        key = column.path, column.lead, column.rank
        if first.setdefault(key, number) != number:
            twice[number] = first[key]
    named = {n: replace(column, titled=found.titles[n]) for n, column in found.columns.items() if n not in twice}
    return named, twice


class _Walk:
    """One walk down the rows of a table."""

    def __init__(self, sheet: Sheet, found: Header, known: Mapping[int, RecapColumn], region: Region) -> None:
        self.sheet, self.found, self.known, self.region = sheet, found, known, region
        self.left: list[Remark] = []
        self.next_band: Cell | None = None
        self.agency = next((n for n, column in known.items() if column.path == AGENCY), None)

    def rows(self, last: int, heading: Cell | None) -> Iterator[RecapRow]:
        """The rows of data, each with the agency that holds for it."""
        filled = self._filled(last)
        named = [n for n, cells in filled.items() if furniture.names_innovation(cells, self.known) and len(cells) > 1]
        end = max((n for n in named if self._is_data(filled[n])), default=0)
        repeats = self._repeats(filled)
        above: Cell | None = None
        signed = False
        for number, cells in filled.items():
            what, cell = self._furniture(number, cells, below=number > end, signed=signed)
            signed = signed or what == "tanda tangan"
            if what == "perangkat daerah":
                assert cell
                heading, above = cell, None
                self.next_band = cell if number > end else None
            if what:
                self._tell(cells, what)
                continue
            own = cells.get(self.agency) if self.agency else None
            above = own or above
            yield RecapRow(number, cells, heading if own is None else None, None if own or repeats else above)

    def _filled(self, last: int) -> dict[int, dict[int, Cell]]:
        by_row: dict[int, dict[int, Cell]] = {}
        for (number, column), cell in self.sheet.cells.items():
            if self.found.first_row <= number <= last and not is_nothing(cell):
                by_row.setdefault(number, {})[column] = cell
        names = {number for number, column in self.known.items() if column.path == NAME}
        for (number, column), origin in self.sheet.merged.items():
            # One agency beside many innovations; a text across several columns belongs to the first.
            if number in by_row and origin[1] == column and origin[0] >= self.found.first_row and column not in names:
                shared = replace(self.sheet.cells[origin], shared=True)
                by_row[number].setdefault(column, shared)
                if number != origin[0] and column in by_row.get(origin[0], {}):
                    by_row[origin[0]][column] = shared
        return {number: dict(sorted(cells.items())) for number, cells in sorted(by_row.items())}

    def _is_data(self, cells: Mapping[int, Cell]) -> bool:
        counts = furniture.counts_columns(cells, self.found.titles)
        return not (counts or furniture.is_total(cells) or furniture.band(cells, self.known))

    def _repeats(self, filled: Mapping[int, Mapping[int, Cell]]) -> bool:
        """Whether the table writes an agency in each of its rows, so that a missing one is no sign of a group."""
        agency = self.agency or 0
        own = [(n, cells.get(agency)) for n, cells in filled.items()]
        written = [cell.text if cell and cell.row == n else None for n, cell in own]
        return any(one is not None and one == other for one, other in pairwise(written))

    def _furniture(self, number: int, cells: dict[int, Cell], *, below: bool, signed: bool) -> tuple[str, Cell | None]:
        """What a row is that is no innovation, and the cell that says so; "" for an innovation."""
        if furniture.is_title_again(cells, self.found.titles, self.known):
            return "judul kolom", None
        if furniture.counts_columns(cells, self.found.titles):
            return "nomor kolom", None
        if all(c in self.known and self.known[c].path == NUMBER and is_number(cell.text) for c, cell in cells.items()):
            return "nomor urut", None
        if furniture.is_total(cells):
            return "jumlah", None
        own = {c: cell for c, cell in cells.items() if cell.row == number} or cells
        alone = furniture.band(own, self.known)
        if alone and (
            agency_called(_own(alone.text), self.region.registry, self.region.name) or self._heads(alone, below=below)
        ):
            return "perangkat daerah", alone
        if below and not self._named(own):
            return (furniture.is_below(own) or ("tanda tangan" if signed and len(own) < 4 else "")), None
        return "", None

    def _heads(self, cell: Cell, *, below: bool) -> bool:
        if agency_called(_own(cell.text), self.region.registry, self.region.name):
            return True
        return not below and furniture.names_office(cell.text) and not furniture.is_below({1: cell})

    def _named(self, cells: Mapping[int, Cell]) -> bool:
        return furniture.names_innovation(cells, self.known) and len(cells) > 1

    def _tell(self, cells: Mapping[int, Cell], what: str) -> None:
        own = {cell.address: cell for cell in cells.values()}
        first = next(iter(own.values()))
        value = plain("; ".join(cell.text or cell.error for cell in own.values()))
        if what not in ("judul kolom", "nomor kolom", "nomor urut"):
            self.left.append(
                Remark(self.sheet.name, first.address, "", value, f"dibaca sebagai {what}, bukan inovasi", note=True)
            )


def _unknown(
    sheet: str, row: RecapRow, found: Header, known: Mapping[int, RecapColumn], twice: Mapping[int, int]
) -> Iterator[Remark]:
    for column, cell in row.cells.items():
        if column in known or cell.row != row.number:
            continue
        title = plain(found.titles.get(column, "")) or "tanpa judul"
        if column in twice:
            reason = f"judul kolom ini sudah dipakai kolom {letters(twice[column])}"
            cure = "satukan kedua kolom, atau ubah judulnya"
        else:
            reason, cure = "kolom ini tidak dikenal", "pindahkan isinya ke kolom templat yang sesuai, bila ada"
        yield Remark(sheet, cell.address, title, plain(cell.text), reason, cure, whole_column=True)
