"""Headings that say for the rows below them what a column would: an affair, a form, a stage, a year."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from generator.contributing.answers.written_dates import WrittenDate, read_date
from generator.contributing.names import names_office, without_mark
from generator.contributing.table_import.cells.region import Region
from generator.contributing.table_import.cells.remark import Remark
from generator.contributing.table_import.files.sheet import MAX_COLUMNS, Cell
from generator.contributing.table_import.words.column_titles import Columns
from generator.contributing.table_import.words.columns import (
    AGENCY,
    EVENTS_KEY,
    NAME,
    NUMBER,
    STAGE,
    YEAR_ALONE,
    Keys,
    RecapColumn,
)
from generator.contributing.table_import.words.synonyms import surely
from generator.text.github import plain
from generator.text.spelling import folded

#: What a row is called that is such a heading.
OF_VALUES: Final = "judul kelompok"
#: What a heading may say, the plainest first.
_CHOICES: Final[tuple[Keys, ...]] = (("bentuk",), ("jenis",), ("urusan",), STAGE, ("inisiator",))
_AFFAIR: Final = ("urusan",)
#: Where the values of headings are kept that no column has: beyond all columns of a sheet.
BEYOND: Final = 100 * MAX_COLUMNS
_COUNT = re.compile(r"\s*[(:=-]?\s*[0-9]{1,3}\s*(?:inovasi|buah|usulan|kegiatan|judul)\s*\)?\s*\Z", re.IGNORECASE)
_OF_YEAR = re.compile(r"\s(?:tahun|th\.?|ta) 20[0-9]{2}\Z", re.IGNORECASE)
_STAGE = re.compile(r"\A(?:tahapan|tahap) ")
#: Words around the year of a heading that say nothing of what was in it: `MASUK TAHUN 2019`, `Tahun pengusulan 2021`.
_AROUND_YEAR = re.compile(
    r"(?<![^\W_])(?:inovasi|masuk|usulan|daftar|rekap\w*|data|periode|lomba|yang|pada|di|dari|untuk|tahun|thn?|ta|"
    r"mulai|dimulai|pengusulan|diusulkan|pelaporan|dilaporkan|pendataan|didata|pencatatan|dicatat|penjaringan|lama|baru)"
    r"(?![^\W_])[.:]?|[()–—-]",
    re.IGNORECASE,
)
_DATES: Final = (EVENTS_KEY, YEAR_ALONE[0])
_ONE_YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
#: A unit of an office may be called like an affair.
_UNIT = re.compile(r"(?:bidang|seksi|bagian|sub)\b")
#: Words of a title around a form or a kind of innovation: `DAFTAR INOVASI PELAYANAN PUBLIK`.
_IN_TITLE: Final[tuple[Keys, ...]] = (("bentuk",), ("jenis",))
_OF_LISTS = re.compile(
    r"\A(?:(?:daftar|data|rekap\w*|tabel|laporan|inventarisasi|matriks?|formulir|kumpulan|usulan) )+"
    r"(?:(?:bentuk|jenis|kategori) )?(inovasi (.{3,200}))\Z"
)
#: `Semua inovasi termasuk urusan kesehatan`, `Urusan: Kesehatan (semua)`.
_OF_ALL = re.compile(
    r"(?=.*\b(?:semua|seluruh|seluruhnya)\b)(?:(?:semua|seluruh) inovasi (?:(?:di atas|ini|tersebut|pada tabel ini) )?"
    r"(?:termasuk|masuk|merupakan|adalah) (?:dalam )?)?(?P<said>[^()]{4,80}?)\s*"
    r"(?:\((?:untuk )?(?:semua|seluruh)[^()]{0,30}\))?[.]?\Z",
    re.IGNORECASE,
)
_MOST_WORDS: Final = 7
#: So many cells at least has a row of data.
_FEWEST_CELLS: Final = 3
#: What names a form or a kind, and all innovations of a region or what is left of anything as well.
_SAYS_LITTLE: Final = frozenset(["inovasi daerah", "inovasi", "daerah"])
#: What a sheet may be called that holds what is left.
_REST: Final = frozenset(["lainnya", "lain", "lain lain"])
#: Between several labels in one heading.
_BETWEEN = re.compile(r"\s{2,}|[;|\n\t]")
#: An affair behind an agency, in brackets or behind a dash: `DINAS PERIKANAN (urusan Kelautan dan Perikanan)`.
_AFFAIR_BEHIND = re.compile(r"(?:\s[-–—]\s?|[(,]\s?)urusan\b(?:\s?:)?\s([^():;]{3,80})\)?\Z", re.IGNORECASE)
#: What a heading adds to its affair, in brackets or behind a dash or colon: `URUSAN PENDIDIKAN - PAUD`.
_ADDED = re.compile(r"\A(urusan\b(?:\s?:)?\s[^()\n–—:]{3,80}?)(?:\s-|\s?[–—:(])\s?([^()\n]{2,60})\)?\Z", re.IGNORECASE)
#: `REGISTER INOVASI (URUSAN PENANAMAN MODAL), POSISI 30 JUNI`.
_IN_BRACKETS = re.compile(r"\(urusan\b(?:\s?:)?\s([^()]{3,80})\)", re.IGNORECASE)
_YEAR = re.compile(r"\b20[0-9]{2}\b")
_BEGUN = re.compile(r"\b(?:mulai|dimulai) (.{3,40}?) (?:(?:pada|sejak|di|dalam|tahun|th|thn) )*(20[0-9]{2})\b")
_AND: Final = frozenset(["dan", "serta", "atau"])
_LONGEST: Final = 120


def heading_pieces(cell: Cell, columns: Columns) -> list[Cell]:
    """What a heading says under several labels, each by itself: `OPD: Dinas Kesehatan   Urusan: Kesehatan`.

    An affair needs no label before the agency that it stands behind.
    """
    text = cell.text.strip()
    affair = _AFFAIR_BEHIND.search(text) if len(text) <= 2 * _LONGEST else None
    if affair and folded(text[: affair.start()]):
        of_affair = replace(cell, text=f"Urusan: {affair[1].strip()}")
        return [*heading_pieces(replace(cell, text=text[: affair.start()]), columns), of_affair]
    pieces = [piece.strip(" ,-") for piece in _BETWEEN.split(cell.text) if folded(piece)]
    labels = [columns.title_of(piece.partition(":")[0]) if ":" in piece else None for piece in pieces]
    parted = len(cell.text) <= 2 * _LONGEST and len(pieces) > 1 and all(labels)
    return [replace(cell, text=piece) for piece in pieces] if parted else [cell]


@dataclass(slots=True)
class ValueBands:
    """What the headings passed so far say for the rows below them, by number of column.

    `known` are the columns of the table, to which those of headings are added; `titles` their titles. `headed` has the
    column in which the heading of each value stands, `places` the number of each column that only headings have.
    """

    sheet: str
    columns: Columns
    region: Region
    known: dict[int, RecapColumn]
    titles: dict[int, str]
    values: dict[int, Cell] = field(default_factory=dict)
    inner: set[int] = field(default_factory=set)
    headed: dict[int, int] = field(default_factory=dict)
    places: dict[Keys, int] = field(default_factory=dict)

    def over(self, cells: Iterable[Cell], above: Iterable[Cell]) -> Iterator[Remark]:
        """What stands over the whole table and says what its innovations are, where no column does.

        Where several values of one column stand there, as in a list of what they mean, none of them is said. What
        stands `above` all tables of the sheet holds where nothing over this one says otherwise.
        """
        found = [(cell, said) for cell in cells if (said := self.of_table(cell))]
        nearer = {column.path for _, (column, _) in found}
        found += [(cell, said) for cell in above if (said := self.of_table(cell)) and said[0].path not in nearer]
        for cell, (column, text) in found:
            alone = all(other == text for _, (one, other) in found if one.path == column.path)
            if alone and column.path not in {one.path for one in self.known.values()}:
                yield self._put(cell, column, text)
        named = self._choice(self.sheet, _IN_TITLE) or self._in_title(f"daftar inovasi {folded(self.sheet)}")
        if (
            named
            and folded(self.sheet) not in _SAYS_LITTLE | _REST
            and named[0].path not in {one.path for one in (*self.known.values(), *(column for _, (column, _) in found))}
        ):
            yield replace(self._put(Cell(1, 1, self.sheet), *named), address="")

    def of_table(self, cell: Cell) -> tuple[RecapColumn, str] | None:
        """What a text over a table says of all its innovations: the title of a list, or the value and no more."""
        if len(cell.text) > 2 * _LONGEST:
            return None
        text = _OF_YEAR.sub("", _COUNT.sub("", without_mark(cell.text.strip()))).strip()
        every = _OF_ALL.match(text)
        title, colon, behind = (every["said"] if every else text).partition(":")
        named = self.columns.title_of(title) if colon and behind.strip() else None
        paths = (*_IN_TITLE, STAGE, *([_AFFAIR] if "urusan" in folded(text).split() else []))
        if folded(text) in _SAYS_LITTLE:
            return None
        alone = self._choice(behind.strip(), (named.path,)) if named else self._choice(title if every else text, paths)
        alone = alone or (self._choice(behind.strip(), _IN_TITLE) if not named else None)  # `Klaster I: Tata Kelola`
        affair = _IN_BRACKETS.search(text)
        return (
            alone
            or self._in_title(folded(cell.text))
            or self._begun(folded(cell.text))
            or (self._choice(affair[1].strip(), (_AFFAIR,)) if affair else None)
        )

    def of_all(self, cells: Iterable[Cell], over: Iterable[Cell], last: int) -> list[Cell]:
        """What stands `over` a table, and whatever else of its sheet holds for all innovations.

        It says so itself, or is the only label of its kind with a value, below all rows of data, up to the row `last`.
        """
        made, rows = list(over), dict[int, list[Cell]]()
        for cell in cells:
            rows.setdefault(cell.row, []).append(cell)
            if len(cell.text) <= _LONGEST and _OF_ALL.match(cell.text.strip()) and cell not in made:
                made.append(cell)
        end = max((row for row, filled in rows.items() if row <= last and len(filled) >= _FEWEST_CELLS), default=0)
        alone = [(filled[0], self._labelled(filled[0])) for filled in rows.values() if len(filled) == 1]
        paths = [path for _, path in alone]
        below = [cell for cell, path in alone if path and paths.count(path) == 1 and end < cell.row <= last]
        return [*made, *(cell for cell in below if cell not in made)]

    def _labelled(self, cell: Cell) -> Keys:
        """The column whose label a text has before the one value of it that follows; () for any other text."""
        title, _, behind = cell.text[:_LONGEST].partition(":")
        named = self.columns.title_of(title) if behind.strip() else None
        return named.path if named and named.path != STAGE and self._choice(behind.strip(), (named.path,)) else ()

    def _in_title(self, title: str) -> tuple[RecapColumn, str] | None:
        """The one form or kind that a title names behind `inovasi`, unless it goes on to name another."""
        match = _OF_LISTS.match(title)
        words = match[1].split() if match else []
        for length in range(min(_MOST_WORDS, len(words)), 1, -1):
            if " ".join(words[:length]) in _SAYS_LITTLE:
                return None
            if found := self._choice(" ".join(words[:length]), _IN_TITLE):
                return None if _AND & set(words[length - 1 : length + 1]) else found
        return None

    def _begun(self, title: str) -> tuple[RecapColumn, str] | None:
        """When all innovations of a title began to be what it says: `Inovasi yang mulai diterapkan pada tahun 2023`."""
        match = _BEGUN.search(title) if len(set(_YEAR.findall(title))) == 1 else None
        events = self.columns.events_in(match[1]) if match else ()
        dated = any(column.path[0] in (EVENTS_KEY, YEAR_ALONE[0]) for column in self.known.values())
        column = self.columns.title_of(f"{EVENTS_KEY} {events[0]}") if len(events) == 1 and not dated else None
        return (column, match[2]) if match and column else None

    def meant(self, cell: Cell) -> tuple[RecapColumn, str] | None:
        """The column and the value that a heading says, None if it says none."""
        if len(cell.text) > _LONGEST or not self._at_left(cell):
            return None
        text = _COUNT.sub("", without_mark(cell.text.strip())).strip()
        title, colon, behind = text.partition(":")
        named = self.columns.title_of(title) if colon and behind.strip() else None
        said = behind.strip() if named else text
        found = self._choice(said, (named.path,) if named else _CHOICES) or self._of_part(text) or self._date(said)
        return found if named or not found or found[0].path != _AFFAIR or not self._may_be_unit(text) else None

    def _of_part(self, text: str) -> tuple[RecapColumn, str] | None:
        """The affair of a heading that goes on to say of which part of it the rows are, unless that is a value too."""
        added = _ADDED.match(text)
        other = added and (self._choice(added[2], _CHOICES) or self._date(added[2]) or names_office(added[2]))
        return self._choice(added[1], (_AFFAIR,)) if added and not other else None

    def _at_left(self, cell: Cell) -> bool:
        """Whether a cell stands where headings do: in the column of names, or with only numbers to its left."""
        known = self.known.get(cell.column)
        first = all(column.path == NUMBER for n, column in self.known.items() if n < cell.column)
        return first or not known or known.path in (NUMBER, NAME)

    def begin(self, cell: Cell, *, inside: bool) -> Iterator[Remark]:
        """Take a heading, or tell that it says no value. `inside`: an agency's heading stands above it."""
        if found := self.meant(cell):
            added = _ADDED.match(without_mark(cell.text.strip())) if found[0].path == _AFFAIR else None
            more = f'; "{plain(added[2])}" tidak disimpan' if added and not self._choice(added[0], (_AFFAIR,)) else ""
            told = self._put(cell, *found)
            yield replace(told, reason=f"{told.reason}{more}")
            number = self._number(found[0].path)
            self.headed[number] = cell.column
            self.inner = self.inner | {number} if inside else self.inner - {number}
        else:
            reason, cure = f'"{plain(cell.text)}" pada judul ini tidak dikenal', "tulis pada kolomnya bagi setiap baris"
            yield Remark(self.sheet, cell.address, "", plain(cell.text), reason, cure)

    def passed(self, cells: Mapping[int, Cell]) -> None:
        """A lone text where headings stand that says nothing known ends what the heading above it said."""
        for number in [n for n, column in self.headed.items() if len(cells) == 1 and column in cells]:
            self.values.pop(number, None)
            self.inner = self.inner - {number}

    def leave(self) -> None:
        """Another agency begins: what was said below the heading of the last one is over."""
        for number in self.inner:
            self.values.pop(number, None)
        self.inner = set()

    def joined(self, cells: Mapping[int, Cell]) -> dict[int, Cell]:
        """The cells of a row, with what the headings say where it says nothing itself."""
        return {**self.values, **cells}

    def _may_be_unit(self, text: str) -> bool:
        own = any(column.path == AGENCY for column in self.known.values())
        return not own and _UNIT.match(folded(text)) is not None

    def _choice(self, text: str, paths: tuple[Keys, ...]) -> tuple[RecapColumn, str] | None:
        for path in paths:
            words = self.region.words.get(path[-1], {})
            bare = _STAGE.sub("", folded(text)) if path == STAGE else text
            column = self.columns.title_of(path[-1])
            if path in _CHOICES and column and (slug := surely(bare, path[-1], words)):
                return column, words[slug]
        return None

    def _date(self, text: str) -> tuple[RecapColumn, str] | None:
        """The year of a heading, or what happened in it: `Diterapkan tahun 2023`."""
        if isinstance(read_date(text), WrittenDate) and (column := self.columns.title_of(YEAR_ALONE[0])):
            return column, text
        years = _ONE_YEAR.findall(text)
        left = folded(_AROUND_YEAR.sub(" ", _ONE_YEAR.sub(" ", text)))
        events = self.columns.events_in(left) if left and len(left.split()) <= _MOST_WORDS else ()
        if len(years) != 1 or len(events) > 1 or (left and not events):
            return None
        column = self.columns.title_of(f"{EVENTS_KEY} {events[0]}" if events else YEAR_ALONE[0])
        return (column, years[0]) if column else None

    def _number(self, path: Keys) -> int:
        number = next((n for n, column in self.known.items() if column.path == path), 0)
        return number or self.places.setdefault(path, BEYOND + len(self.places))

    def _put(self, cell: Cell, column: RecapColumn, text: str) -> Remark:
        number, title = self._number(column.path), column.title
        dated = column.path[0] in _DATES and any(
            one.path[0] in _DATES for n, one in self.known.items() if n < BEYOND and n != number
        )
        reason = f'judul kelompok: "{plain(text)}" dibaca sebagai "{title}" bagi baris di bawahnya'
        if dated:
            reason = f'judul kelompok "{plain(text)}" tidak disimpan, karena tabel mempunyai kolom tanggal'
        else:
            if column.path[0] in _DATES:  # one year heads the rows, whatever was in it
                self.values = {n: one for n, one in self.values.items() if self.known[n].path[0] not in _DATES}
            if number not in self.known:
                self.known[number] = replace(column, titled=title)
                self.titles[number] = title
            self.values[number] = replace(cell, text=text, date="", link="")
        return Remark(
            self.sheet, cell.address, "", plain(cell.text), reason, "tulis kolomnya bila bukan itu", note=True
        )
