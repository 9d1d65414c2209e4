"""A choice as one column a word, with ticks in them: `Jenis` above `Digital` and `Non Digital`."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from functools import partial
from typing import Final

from generator.contributing.table_import.cells.legend import Signs, in_words
from generator.contributing.table_import.cells.places import DISTRICTS
from generator.contributing.table_import.cells.region import Region
from generator.contributing.table_import.cells.remark import Remark
from generator.contributing.table_import.files.sheet import Cell
from generator.contributing.table_import.shapes.header import Header
from generator.contributing.table_import.words.column_titles import Columns
from generator.contributing.table_import.words.columns import EVENTS_KEY, STAGE, YEAR_ALONE, Keys, RecapColumn
from generator.contributing.table_import.words.synonyms import cut_short, stands_for, surely
from generator.text.github import plain
from generator.text.spelling import folded

#: Among them what stands in a cell for the ticks of Wingdings.
_YES: Final = frozenset([*"v√✓✔☑✅🗸●•⚫■1y\uf0fc\uf0feüþ", "ya", "ada"])
_NO: Final = frozenset(["0", "tidak", "tdk", "t", "☐", "□", "○"])
#: A cross is a tick where nothing else is one, and none where the table says so.
_CROSSES: Final = frozenset([*"x✗✘☒×ûý\uf0fb\uf0fd"])
_CROSS_IS_NO = re.compile(r"(?<![a-z])[x✗✘×]\s*[=:]\s*(?:tidak|bukan|belum)\b")
_YEAR_LAST = re.compile(r"(?<![0-9])20[0-9]{2}\Z")
_LONGEST_NOTE: Final = 200
#: What years are that stand below no title.
_NO_EVENT: Final = "Tahun"
#: So many words of a choice at least make columns of ticks that no title gathers.
_FEWEST: Final = 2
_KIND: Final = ("jenis",)
_TOOL: Final = (
    r"(?:aplikasi|sistem (?:elektronik|informasi|digital)|teknologi (?:informasi|digital)|perangkat lunak|internet|"
    r"website|web|situs|daring|online|elektronik)"
)
_IS_DIGITAL = re.compile(
    r"\A(?:apakah )?(?:\w+ ){0,4}(?:berbasis )?(?:non)?digital\b|"
    r"\A(?:apakah )?(?:inovasi(?:nya)? )?(?:sudah )?"
    rf"(?:berbasis|pakai|memakai|menggunakan) {_TOOL}(?: (?:atau |dan )?{_TOOL}){{0,3}}(?: ya tidak)?\Z"
)
_IS_NOT = re.compile(r"\b(?:non|tidak|bukan) ?digital\b")
_ANSWERS: Final = frozenset(["ya", "y", "tidak", "tdk", "t"])
_CHOICES: Final = (("bentuk",), ("jenis",), ("inisiator",), DISTRICTS, ("urusan",), STAGE)


@dataclass(frozen=True, slots=True)
class Ticks:
    """The columns of one choice: what it is, what its titles say, and the word of each of its columns.

    Of years (`first`) only the first that is ticked counts: there it began.
    """

    column: RecapColumn
    title: str
    words: Mapping[int, str]
    crosses: bool
    negated: bool = False
    otherwise: str = ""
    first: bool = False

    def joined(self, cells: dict[int, Cell]) -> None:
        """Put the words that a row ticks into its first ticked cell, in the first of the columns."""
        said = [(cells.pop(n), word) for n, word in self.words.items() if n in cells]
        empty = len(said) == len(self.words) and not any(_mark(cell) in _YES for cell, _ in said)
        kept = [(cell, self._text(cell, word, empty=empty)) for cell, word in said]
        kept = [(cell, text) for cell, text in kept if text]
        kept = kept[:1] if self.first else kept
        if kept:
            cells[min(self.words)] = replace(kept[0][0], text="; ".join(text for _, text in kept), date="")

    def _text(self, cell: Cell, word: str, *, empty: bool) -> str:
        mark = _mark(cell)
        if mark in _YES or (self.crosses and mark in _CROSSES):
            return word
        if mark in _CROSSES:  # the question has to say under what it stands
            return "" if self.negated and not empty else f'{cell.text.strip()} di bawah "{word}"'
        return self.otherwise if mark in _NO else cell.text


def ticks(
    found: Header, cells: Mapping[int, Sequence[Cell]], columns: Columns, region: Region, signs: Signs
) -> list[Ticks]:
    """The choices that the columns of a table tick, by their words or what `signs` stand for."""
    made = [one for one in (_yes_or_no(found, cells, columns, region), _years(found, cells, columns)) if one]
    taken = {n for one in made for n in one.words}
    open_ = {n: title for n, title in found.titles.items() if n not in found.columns or _may_tick(found, n)}
    free = {n: title for n, title in open_.items() if _marks(cells.get(n, ()))}
    free = {n: title for n, title in free.items() if n not in taken}
    for path in _CHOICES:
        column = next((one for one in (*columns.known, columns.title_of(path[-1])) if one and one.path == path), None)
        vocabulary = path[-1]
        if column is None or vocabulary not in region.words:
            continue
        words = region.words[vocabulary]
        spelt = partial(in_words, signs=signs, vocabulary=vocabulary, words=words)
        said = {n: _word(title, found.groups.get(n, ""), vocabulary, words, spelt) for n, title in free.items()}
        named = {n: word for n, word in said.items() if word}
        named |= _parts_of_words(found, {n: title for n, title in free.items() if n not in named}, columns, path, words)
        named = named if len({*named.values()}) == len(named) else {n: word for n, word in said.items() if word}
        above = {found.groups.get(n, "") for n in named}
        titled = len(above) == 1 and (known := columns.title_of(min(above))) is not None and known.path == path
        named |= _unknown_words(found, cells, set(free) - set(named), min(above)) if titled else {}
        if named and (titled or len(named) >= _FEWEST) and any(cells.get(n) for n in named):
            title = min(above) if titled else column.title
            marks = {_mark(cell) for n in named for cell in cells.get(n, ())}
            made.append(Ticks(column, title, dict(sorted(named.items())), not marks & _YES, negated=_says_no(cells)))
            free = {n: title for n, title in free.items() if n not in named}
    return made


def _parts_of_words(
    found: Header, free: Mapping[int, str], columns: Columns, path: Keys, words: Mapping[str, str]
) -> dict[int, str]:
    """The words of a choice of which the columns below its title have a part each: `Insf`, `Uji`, `Terap`."""
    said = {n: found.groups.get(n, "") for n in free}
    below = {n for n, group in said.items() if group and (one := columns.title_of(group)) and one.path == path}
    parts = {n: stands_for(free[n].removeprefix(said[n]).strip(), path[-1], words) for n in below}
    slugs = [slug for slug in parts.values() if slug]
    sure = len(slugs) == len(below) == len(set(slugs)) and len({said[n] for n in below}) == 1
    return {n: words[slug] for n, slug in sorted(parts.items()) if slug} if sure else {}


def _unknown_words(
    found: Header, cells: Mapping[int, Sequence[Cell]], others: AbstractSet[int], group: str
) -> dict[int, str]:
    """What the other columns below the title of a choice say that are ticked: nobody knows it, so it is asked."""
    beside = {n for n in others if found.groups.get(n, "") == group and any(map(is_tick, cells.get(n, ())))}
    return {n: found.titles[n].removeprefix(group).strip() for n in sorted(beside)}


def _says_no(cells: Mapping[int, Sequence[Cell]]) -> bool:
    """Whether a note of the table says that a cross means no: `v = ya ; x = tidak`."""
    notes = (cell.text for column in cells.values() for cell in column if len(cell.text) <= _LONGEST_NOTE)
    return any(_CROSS_IS_NO.search(text.casefold()) for text in notes)


#: What answers a question and is no word of any choice.
YES_OR_NO: Final = _YES | _NO | _CROSSES


def is_tick(cell: Cell) -> bool:
    """Whether a cell is a tick or a cross and nothing else."""
    return _mark(cell) in _YES | _CROSSES


def _mark(cell: Cell) -> str:
    return cell.text.strip().casefold()


def _yes_or_no(found: Header, cells: Mapping[int, Sequence[Cell]], columns: Columns, region: Region) -> Ticks | None:
    """A column that asks whether an innovation is digital, answered by yes and no."""
    words, column = region.words.get(_KIND[0], {}), next((one for one in columns.known if one.path == _KIND), None)
    yes, no = (surely(word, _KIND[0], words) for word in ("digital", "nondigital"))
    asks = [n for n, title in found.titles.items() if n not in found.columns and _IS_DIGITAL.search(folded(title))]
    said = {n: {_mark(cell) for cell in cells.get(n, ())} for n in asks}
    number = next((n for n, marks in said.items() if marks and marks <= _ANSWERS), None)
    if number is None or not (column and yes and no):
        return None
    if _IS_NOT.search(folded(found.titles[number])):
        yes, no = no, yes
    return Ticks(column, column.title, {number: words[yes]}, crosses=False, otherwise=words[no])


def _years(found: Header, cells: Mapping[int, Sequence[Cell]], columns: Columns) -> Ticks | None:
    """Columns of years that are ticked, below the title of an event: `Tahun Pelaksanaan` above 2023 and 2024.

    Without one nobody knows of what the years are.
    """
    years = {
        n: title[-4:] for n, title in found.titles.items() if _YEAR_LAST.search(title) and _marks(cells.get(n, ()))
    }
    years = {n: year for n, year in years.items() if cells.get(n) and n not in found.columns}
    groups = {found.groups.get(n, "") or found.titles[n][:-4].strip() for n in years}
    title = (min(groups) or _NO_EVENT) if len(groups) == 1 else ""
    column = columns.title_of(title) if title else None
    dated = column if column and column.path[0] in (EVENTS_KEY, *YEAR_ALONE) else None
    if len(years) < _FEWEST or not dated or list(years.values()) != sorted(set(years.values())):
        return None
    return Ticks(dated, title, years, crosses=False, first=True)


def _marks(cells: Sequence[Cell]) -> bool:
    """Whether most of a column's cells are ticks; one without any may be the word that nobody ticked."""
    marks = [cell for cell in cells if _mark(cell) in _YES | _NO | _CROSSES]
    return 2 * len(marks) >= len(cells)


def _may_tick(found: Header, number: int) -> bool:
    """Whether a column below the title of a choice may have ticks of one of its words: `Tahapan` above `UC`."""
    return found.columns[number].path in _CHOICES and bool(found.groups.get(number))


def _word(title: str, group: str, vocabulary: str, words: Mapping[str, str], spelt: Callable[[str], str]) -> str:
    """The word that the lowest title of a column is or stands for, or the whole of it; "" if it is none."""
    below = title.removeprefix(group).strip()
    if spelt(below) and (slug := surely(spelt(below), vocabulary, words)):
        return words[slug]
    said = [one for one in (below, title) if folded(one)]
    found = next(
        (slug for is_one in (surely, cut_short) for one in said if (slug := is_one(one, vocabulary, words))), None
    )
    return words[found] if found else ""


def told_ticks(sheet: str, found: Header, cells: Mapping[int, Sequence[Cell]], one: Ticks) -> Iterator[Remark]:
    """What each column of ticks is read as, told at its first cell."""
    for number, word in one.words.items():
        for cell in cells.get(number, ())[:1]:
            title, reason = plain(found.titles[number]), f'tanda di kolom ini dibaca sebagai "{one.title}: {word}"'
            reason += "; yang disimpan hanya tahun pertama yang dicentang" if one.first else ""
            cure = "betulkan judulnya bila bukan itu"
            yield Remark(sheet, cell.address, title, plain(cell.text), reason, cure, note=True)
