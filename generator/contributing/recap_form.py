"""Innovations -> the workbook that people fill in, keep and send again; `table_import` reads it back without loss.

Empty it is the template, filled it is the recap of an agency, with what was worked out beside it the site's own table.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Final

from generator.catalogue.catalogue import Innovation
from generator.catalogue.registry import Registry
from generator.contributing.answers.outcome import Taken
from generator.contributing.names import agency_called
from generator.contributing.table_import.cells.as_written import AS_WRITTEN, form_value
from generator.contributing.table_import.cells.region import Region
from generator.contributing.table_import.cells.values import is_nothing
from generator.contributing.table_import.files.own_sheets import CHOICES, FORM_SHEET, GUIDE
from generator.contributing.table_import.files.sheet import MAX_ROWS, Cell
from generator.contributing.table_import.update import as_data
from generator.contributing.table_import.words.column_titles import Columns
from generator.contributing.table_import.words.columns import AGENCY, EVENTS_KEY, SLUG, Keys, RecapColumn, dated_title
from generator.contributing.table_import.words.form_parts import (
    COMPUTED_MARK,
    NAME_HERE,
    REQUIRED_MARK,
    OwnSheet,
    form_columns,
    own_sheets,
)
from generator.dates import PartialDate
from generator.spreadsheet import Book, BookColumn, BookSheet, Look, Value, letters, ready_row
from generator.table import Row

_WIDE: Final = frozenset(["prosa", "baris"])
#: Texts that the import surely reads as they stand, since nothing in them could be meant otherwise; in a list an item
#: must not begin as one that is numbered. Whatever else there is, is read back before it is written.
_SURE: Final = re.compile(r"""[A-Za-z][A-Za-z0-9 .,()/:;'"%?!_=#+@*~$\[\]–—“”‘’…\n-]*\Z""")
_SURE_ITEM: Final = re.compile(r"""[A-Za-z]{4}[A-Za-z0-9 .,()/:'"%?!_=#+@*~$\[\]–—“”‘’…-]*\Z""")
_SEVERAL: Final = "Beberapa nilai: satu nilai satu baris, atau dipisahkan titik koma."
_SHORTCUT: Final = "Wajib paling sedikit satu tanggal, di sini atau pada lembar Riwayat."
_NEEDED: Final = f"Kolom yang judulnya berakhiran{REQUIRED_MARK} dan berlatar kuning harus diisi."
_HELP: Final = (
    "Lembar Inovasi memuat satu baris untuk satu inovasi.",
    "Yang wajib: perangkat daerah, nama, ringkasan, bentuk, urusan, dan satu peristiwa bertanggal.",
    "Daftar seperti riwayat, hasil, dan sumber mempunyai lembarnya sendiri: satu baris untuk satu butir.",
    "Pada lembar itu tulis nama inovasinya persis seperti pada lembar Inovasi.",
    "Alamat tetap adalah nama berkas inovasi yang sudah tercatat. Kosongkan untuk inovasi baru, dan jangan diubah.",
    "Tanggal ditulis setepat yang diketahui: 2025, 2025-08, atau 2025-08-17.",
    "Beberapa nilai dalam satu sel ditulis satu nilai satu baris (Alt+Enter), atau dipisahkan titik koma.",
    "Sel kosong berarti belum diketahui. Mengosongkan sel atau menghapus baris tidak menghapus yang sudah tercatat.",
    "Lembar Pilihan memuat semua kata pilihan di samping kodenya. Keduanya boleh ditulis.",
    f"Kolom yang judulnya berakhiran {COMPUTED_MARK} disusun oleh katalog dan tidak dibaca kembali.",
    f"Tanda {AS_WRITTEN} di awal teks berarti teks itu dibaca persis seperti tertulis. Biarkan tanda itu.",
    "Lembar Gambar menyebut nama berkas gambar. Gambarnya sendiri dikirim terpisah.",
    "Jangan menulis data pribadi: nama orang, NIK, NIP, nomor ponsel, dan surel pribadi.",
)


#: The rows of one innovation, ready but for their numbers: on the first sheet, and on the sheet of each list.
Ready = tuple[str, list[list[str]]]


def _nothing(_: Innovation) -> Row:
    return {}


@dataclass(frozen=True)
class RecapBook:
    """What a workbook of innovations is made with.

    `region` is the region's own name, `offered` the names of agencies in the drop-down, `about` lines that stand first
    in the guide (whose data, from when, under which licence), `computed` the heads of what is `worked_out` of an
    innovation. `shortcuts` are columns for the dates of events on the first sheet.
    """

    registry: Registry
    region: str
    creator: str
    offered: Sequence[str]
    about: tuple[str, ...] = ()
    computed: Sequence[str] = ()
    worked_out: Callable[[Innovation], Row] = _nothing
    shortcuts: bool = False
    _words: dict[tuple[Any, ...], str] = field(default_factory=dict)

    def book(self, title: str, innovations: Sequence[Innovation]) -> Book:
        """The workbook of these innovations, none for an empty one."""
        return self.book_of(title, list(map(self.rows, innovations)))

    def book_of(self, title: str, rows: Sequence[Ready]) -> Book:
        """The workbook of innovations whose `rows` are ready."""
        first = [main for main, _ in rows]
        main = BookSheet(FORM_SHEET, self._heads[FORM_SHEET], kept=2, room=MAX_ROWS, ready=first)
        lists = [
            BookSheet(
                own.name,
                self._heads[own.name],
                (),
                1,
                MAX_ROWS,
                [row for _, of_lists in rows for row in of_lists[number]],
            )
            for number, own in enumerate(own_sheets())
        ]
        guide = BookSheet(GUIDE, (BookColumn(title, width=120, look="teks"),), self._guide)
        shown = 0 if self.shortcuts else 1  # who begins reads first where it goes
        return Book(title, self.creator, " ".join(self.about), (guide, main, *lists, self._choices[0]), shown)

    @cached_property
    def _region(self) -> Region:
        return Region(self.registry, self.region)

    @cached_property
    def _columns(self) -> tuple[RecapColumn, ...]:
        return form_columns(Columns(self.registry), shortcuts=self.shortcuts)

    @cached_property
    def _guide(self) -> list[list[Value]]:
        lists = [f"Lembar {own.name}: {own.help}" for own in own_sheets()]
        begin = (_NEEDED, *self._example) if self.shortcuts else ()
        return [[line] for line in (*self.about, *begin, *_HELP, *lists)]

    @property
    def _example(self) -> Iterator[str]:
        """A row as somebody would fill it in, with the words of this registry."""
        words = self.registry.words()
        yield f"Contoh satu baris pada lembar {FORM_SHEET}:"
        yield f"Perangkat daerah: {next(iter(self.offered), 'nama kantor Anda')}"
        yield "Nama inovasi: Pojok Baca Desa"
        yield "Ringkasan: Warga meminjam buku di balai desa, tanpa datang ke perpustakaan kabupaten."
        yield f"Bentuk: {_first(words['bentuk'], 'pelayanan-publik')}"
        yield f"Urusan pemerintahan: {_first(words['urusan'], 'perpustakaan')}"
        yield f"{dated_title(_first(words['peristiwa'], 'penerapan'))}: 2025-08"

    @cached_property
    def _choices(self) -> tuple[BookSheet, Mapping[str, str]]:
        """The sheet with the words of every choice beside their codes, and the area of each vocabulary's words."""
        words: dict[str, Mapping[str, str]] = {AGENCY[0]: {}, **self._region.words}
        agencies = {name: slug for slug, name in words[AGENCY[0]].items()}
        words[AGENCY[0]] = {agencies.get(name, ""): name for name in self.offered}
        used = [name for name in words if name in self._vocabularies and words[name]]
        heads: list[BookColumn] = []
        columns: list[list[str]] = []
        places: dict[str, str] = {}
        for name in used:
            first = letters(len(heads) + 1)
            title = name.replace("_", " ").capitalize()
            heads += [
                BookColumn(title, width=44, look="teks"),
                BookColumn(f"Kode {title[0].lower()}{title[1:]}", width=22, look="teks"),
            ]
            columns += [list(words[name].values()), list(words[name])]
            places[name] = f"{CHOICES}!${first}$2:${first}${len(words[name]) + 1}"
        longest = max(map(len, columns), default=0)
        rows: list[list[Value]] = [
            [column[number] if number < len(column) else None for column in columns] for number in range(longest)
        ]
        return BookSheet(CHOICES, tuple(heads), rows), places

    @cached_property
    def _vocabularies(self) -> frozenset[str]:
        columns = [*self._columns, *(column for own in own_sheets() for column in own.heads)]
        return frozenset(vocabulary for column in columns if (vocabulary := _vocabulary(column)))

    @cached_property
    def _heads(self) -> Mapping[str, tuple[BookColumn, ...]]:
        """Name of a sheet -> its columns."""
        heads = {own.name: tuple(self._head(one, of_list=True) for one in own.heads) for own in own_sheets()}
        told = "Disusun oleh katalog; tidak dibaca kembali."
        computed = (BookColumn(f"{name} {COMPUTED_MARK}", told, look="teks") for name in self.computed)
        return {FORM_SHEET: (*map(self._head, self._columns), *computed), **heads}

    def _head(self, column: RecapColumn, *, of_list: bool = False) -> BookColumn:
        several = bool(column.shape.most)
        places = self._choices[1]
        choices = places.get(_vocabulary(column), "") or ('"ya,tidak"' if column.shape.kind == "ya_tidak" else "")
        more = _SEVERAL if several else _SHORTCUT if column.path[0] == EVENTS_KEY and len(column.path) > 1 else ""
        look: Look = _LOOKS.get(column.shape.kind, "teks")
        width = 36 if column.shape.kind in _WIDE else 22
        is_required = column.shape.required or column is NAME_HERE or (column.path == AGENCY and not of_list)
        needed = self.shortcuts and len(column.path) == 1 and is_required  # a group that is not filled needs nothing
        head = column.title + REQUIRED_MARK * needed
        return BookColumn(head, f"{column.help} {more}".strip(), width, look, choices, not several, needed)

    def rows(self, one: Innovation) -> Ready:
        """The rows of an innovation, which stand in the workbook of its agency and in that of all."""
        data, computed = as_data(one.entry), self.worked_out(one)
        main = [self._main_cell(column, one, data) for column in self._columns]
        lists = [[ready_row(self._heads[own.name], row) for row in self._items(own, one, data)] for own in own_sheets()]
        return ready_row(self._heads[FORM_SHEET], [*main, *(computed[head] for head in self.computed)]), lists

    def _main_cell(self, column: RecapColumn, one: Innovation, data: Mapping[str, Any]) -> Value:
        if column.path == AGENCY:
            return self._agencies[one.agency.slug]
        if column.path == SLUG:
            return one.slug
        return None if column.path[0] == EVENTS_KEY else self._written(_at(data, column.path), column)

    @cached_property
    def _agencies(self) -> Mapping[str, str]:
        """Slug -> the name that the import takes for this agency, else its slug."""
        return {
            slug: agency.name if agency_called(agency.name, self.registry, self.region) == slug else slug
            for slug, agency in self.registry.agencies.items()
        }

    def _items(self, own: OwnSheet, one: Innovation, data: Mapping[str, Any]) -> list[list[Value]]:
        found = _at(data, own.path)
        if not found:
            return []
        name = self._written(one.entry.name, own.heads[0])
        return [[name, one.slug, *(self._written(v, c) for v, c in cells)] for cells in _rows(own, found)]

    def _written(self, value: Any, column: RecapColumn) -> Value:
        """A value as a cell that is read back as the same value."""
        if value is None or value is False:
            return None
        match column.shape.kind:
            case "tanggal" | "hari":
                return PartialDate.parse(str(value))
            case "tahun" | "bilangan":
                return int(value)
            case "desimal":
                return float(value)
            case "ya_tidak":
                return "ya"
        values = [str(one) for one in (value if isinstance(value, list) else [value])]
        if column.shape.kind != "kata":
            return self._text(values, column)
        key = column.shape.vocabulary, bool(column.shape.most), *values
        if key not in self._words:  # the same few words stand in every row
            self._words[key] = self._text(values, column)
        return self._words[key]

    def _text(self, values: Sequence[str], column: RecapColumn) -> str:
        """The text of a cell: labels in place of codes, or what stands for itself where it would be read otherwise."""
        several = bool(column.shape.most)
        sure = _SURE_ITEM if several else _SURE
        if column.shape.kind != "kata" and all(map(sure.match, values)):
            return "\n".join(values)
        labels = self._region.words.get(column.shape.vocabulary, {})
        ways = (
            [labels.get(one, one) for one in values],
            values,
            [f"{AS_WRITTEN}{one}" for one in values],
        )
        texts = ("\n".join(way) for way in ways)
        return next((text for text in texts if self._reads_back(text, column, values)), "\n".join(ways[-1]))

    def _reads_back(self, text: str, column: RecapColumn, values: Sequence[str]) -> bool:
        cell = Cell(1, 1, text)
        read = None if is_nothing(cell) else form_value(cell, column, self._region)
        return isinstance(read, Taken) and list(read.values) == list(values) and not read.left and not read.note


#: Kinds whose cells are numbers and dates.
_LOOKS: Final[Mapping[str, Look]] = {
    "tanggal": "umum",
    "hari": "umum",
    "tahun": "umum",
    "bilangan": "jumlah",
    "desimal": "umum",
}


def _first(words: Mapping[str, str], wanted: str) -> str:
    """What a word is called, or another where a registry does not have it."""
    return words.get(wanted) or next(iter(words.values()), "")


def _vocabulary(column: RecapColumn) -> str:
    return AGENCY[0] if column.path == AGENCY else column.shape.vocabulary


def _at(data: Mapping[str, Any], path: Keys) -> Any:
    value: Any = data
    for key in path:
        value = value.get(key) if isinstance(value, Mapping) else None
    return value


def _rows(own: OwnSheet, found: Any) -> Iterator[list[tuple[Any, RecapColumn]]]:
    """The values of each row of a list with their columns; what is found by words stands in their order."""
    for word, item in sorted(found.items()) if isinstance(found, Mapping) else (("", one) for one in found or ()):
        for one in item.get(own.inner, ()) if own.inner else (item,):
            named = [(word, own.word)] if own.word else []
            yield [*named, *((_at(one, column.path), column) for column in own.columns)]
