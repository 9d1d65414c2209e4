"""What a column may be whose title nobody knows, by its cells: what is offered, the likeliest first."""

import re
from collections.abc import Sequence
from typing import Final

from generator.contributing.answers.amounts import read_amount
from generator.contributing.answers.funds import funded
from generator.contributing.table_import.cells.legend import fund_of, listed_signs
from generator.contributing.table_import.cells.places import DISTRICTS
from generator.contributing.table_import.files.sheet import Cell
from generator.contributing.table_import.recognition.column_cells import ColumnCells
from generator.contributing.table_import.recognition.stated_stage import OF_STAGE
from generator.contributing.table_import.recognition.ticks import YES_OR_NO
from generator.contributing.table_import.words import title_signs as signs
from generator.contributing.table_import.words.columns import (
    AGENCY,
    BUDGET,
    EVENTS_KEY,
    FUND,
    NOTE,
    PRICE,
    STAGE,
    SUMMARY,
    UNIT,
    Keys,
    RecapColumn,
)
from generator.contributing.table_import.words.cut_titles import cut_event, cut_title
from generator.contributing.table_import.words.synonyms import by_initials, surely
from generator.contributing.table_import.words.title_words import ASKING, FILLING
from generator.contributing.units import unit_kind
from generator.schema.fields import one_line
from generator.schema.shape import shapes
from generator.text.spelling import folded

#: So many of them make it worth asking.
_SOME_FIT: Final = 0.3
#: From so many words on a cell is a text.
_TEXT: Final = 4
_FEW_KINDS: Final = 6
#: So many parts has a title that describes twice.
_BOTH: Final = 2
#: So many signs at least tell a choice.
_FEWEST_SIGNS: Final = 2
_REQUIRED: Final = frozenset(shape.key for shape in shapes() if shape.required)
_TEXTS: Final = ("masalah", "solusi", "kebaruan", "manfaat", "catatan")
_OF_WORDS: Final[tuple[Keys, ...]] = (("inisiator",), ("jenis",), DISTRICTS, ("urusan",))
_WORD = re.compile(r"[a-z]{3}")
_CODE = re.compile(r"[^\s0-9]{0,20}[0-9]\S{0,20}")
#: No sum of money for an innovation is smaller.
_LEAST_SUM: Final = 100_000
#: So many of the cells must be what the title says.
_MOST_FIT: Final = 0.8


#: So many where nothing else may be meant.
_HALF: Final = 0.5

#: Choices of one, by their keys.
CHOICES: Final = ("bentuk", "jenis", "inisiator")

#: Those whose words a table may write as signs that it explains.
_SIGNED: Final[tuple[Keys, ...]] = (*((key,) for key in CHOICES), STAGE, ("urusan",))

#: Those whose words are no other column's.
UNMISTAKABLE: Final = ("bentuk", "jenis")


def _is_sum(cell: Cell) -> bool:
    """Whether a cell says a sum of money, and that it is money: `Rp 9.500.000,- APBD 2024`, `16 jt`."""
    said = signs.IN_RUPIAH.search(cell.text) is not None
    return said and isinstance(read_amount(funded(one_line(cell.text)).amount), int)


class ColumnOptions(ColumnCells):
    """What the columns of a table may be that are not known."""

    def _options(self, number: int, title: str) -> list[str]:
        """What an unknown column may be, the likeliest first; nothing where it is not worth asking."""
        cells = self.cells[number]
        if not cells or signs.NOT_ASKED.search(folded(title)):
            return self._needed(number) if cells and not signs.OF_NOBODY_ELSE.search(folded(title)) else []
        if signs.REMARKS.fullmatch(folded(title)):
            stages = self._share(number, self._is_stage) >= _SOME_FIT
            texts = sum(len(cell.text.split()) for cell in cells) >= _TEXT * len(cells) and self._is_full(number)
            summary = self._labels(SUMMARY) if texts and self._lacks(SUMMARY) else []
            money = self._lacks(BUDGET) and self._share(number, _is_sum) >= _SOME_FIT
            likely = [*([STAGE[0].capitalize()] if stages else []), *(self._labels(BUDGET) if money else [])]
            return [*likely, *summary, *self._unit(number), *self._labels(NOTE), *self._words(number)]
        cut = cut_title(title, self.against.columns)
        cut_short = [cut.title] if cut and self._lacks(cut.path) else []
        hinted = [*cut_short, *(one.title for one in self.against.columns.hints(title))]
        named = self.against.columns.events_in(title)
        dates = self._share(number, self._is_date)
        if dates >= (_SOME_FIT if named else _MOST_FIT):
            return self._of_dates(named)
        if self._of_year(number, title):
            return self._labels(BUDGET)
        money = signs.MONEY.search(folded(title)) is not None
        if money and self._share(number, lambda cell: read_amount(cell.text) is not None) >= _MOST_FIT:
            return [*hinted, *self._labels(BUDGET, PRICE)]
        needed = [*self._parts(number, title), *self._needed(number)]
        words = [len(cell.text.split()) for cell in cells]
        if sum(words) >= _TEXT * len(words):
            lacking = self._labels(SUMMARY) if self._lacks(SUMMARY) else []
            return [*hinted, *lacking, *needed, *self._labels(*((key,) for key in _TEXTS))]
        return [*needed, *hinted] or (self._of_dates(()) if dates >= _HALF else self._else(number, title))

    def _of_dates(self, named: Sequence[str]) -> list[str]:
        """What dates may be of: the events that are named, else the stage of their row, or any event."""
        of_row = [] if self._lacks(STAGE) else [OF_STAGE]
        events = named or ("penerapan", *self.against.region.registry.taxonomy["peristiwa"])
        return [*of_row, *self._labels(*((EVENTS_KEY, slug) for slug in events))]

    def _else(self, number: int, title: str) -> list[str]:
        """What a column may be that is half filled with words; of ticks, scores and codes there is no end."""
        texts = [folded(cell.text) for cell in self.cells[number] if not _CODE.fullmatch(cell.text.strip())]
        told = [text for text in texts if _WORD.search(text)]
        several = len(set(told)) > 1 and not all(one in YES_OR_NO or signs.NOT_YET.search(one) for one in told)
        if not folded(title) or 2 * len(told) <= len(self.cells[number]) or not several or not self._full(number):
            return []
        lacking = [path for path in _OF_WORDS if self._lacks(path)]
        fit = [path for path in lacking if self._share(number, self._near(self._column(path))) >= _MOST_FIT]
        return [*self._unit(number), *self._labels(*fit, NOTE)]

    def _of_year(self, number: int, title: str) -> bool:
        """Whether a title is a year and no more, and its cells are sums, large as those of money."""
        sums = self._share(number, lambda cell: isinstance(one := read_amount(cell.text), int) and one >= _LEAST_SUM)
        return signs.YEAR_ONLY.fullmatch(folded(title)) is not None and sums >= _MOST_FIT

    def _agreed(self, number: int, title: str) -> RecapColumn | None:
        """The column that an unknown title and the cells below it agree on, by all that stands around them."""
        yearly = self._of_year(number, title) and signs.MONEY.search(folded(self.around.over))
        found = self._column(BUDGET) if yearly else self._cut_short(number, title)
        return found or self._by_signs(number, title) or self._described(number, title)

    def _cut_short(self, number: int, title: str) -> RecapColumn | None:
        """The column whose title one cuts short (`Btk`), if the cells or what the table says of their signs agree."""
        columns = self.against.columns
        if signs.NOT_ASKED.search(folded(title)):
            return None
        may = (self._stands_for(title), cut_title(title, columns), cut_event(title, columns))
        return next((one for one in may if one and self._lacks(one.path) and self._agrees(number, one)), None)

    def _stands_for(self, title: str) -> RecapColumn | None:
        """The column that a note of the table says that a short title stands for: `U : urusan`."""
        columns = self.against.columns
        found: dict[Keys, RecapColumn] = {}
        for words in self.around.signs.get(folded(title), ()):
            event = columns.events_in(words)
            column = self._column((EVENTS_KEY, event[0])) if len(event) == 1 else columns.title_of(words)
            found |= {column.path: column} if column else {}
        return next(iter(found.values())) if len(found) == 1 else None

    def _agrees(self, number: int, column: RecapColumn) -> bool:
        """Whether most cells are what a column has, as they stand or as their signs are explained."""
        if column.path == AGENCY:
            agrees = self._share(number, self._is_agency)
        elif column.path == STAGE:
            signed = self._signed(column)
            agrees = self._share(number, lambda cell: self._is_stage(cell) or signed(cell))
        elif column.path == FUND:
            agrees = self._share(number, lambda cell: bool(fund_of(cell.text.strip(), self.around.signs)))
        elif column.path == SUMMARY or column.shape.kind == "prosa":
            agrees = self._share(number, lambda cell: len(cell.text.split()) >= _TEXT)
        elif column.shape.kind in ("kata", "tanggal", "bilangan"):
            fits, signed = self._fits(column), self._signed(column)
            agrees = self._share(number, lambda cell: fits(cell) or signed(cell))
        else:
            agrees = 0
        return agrees >= _MOST_FIT

    def _by_signs(self, number: int, title: str) -> RecapColumn | None:
        """The one choice of which a note of the table says that the cells are signs of it: `D = digital`.

        Numbers may count anything, but below `Kode`.
        """
        texts = {cell.text.strip().casefold() for cell in self.cells[number]}
        if any(text.isdecimal() for text in texts) and not signs.CODES.search(folded(title)):
            return None
        said = self._explained(number, _MOST_FIT)
        return said[0] if len(said) == 1 else None

    def _explained(self, number: int, least: float) -> list[RecapColumn]:
        """The choices that no column is, of which notes of the table say that so many of the cells are signs."""
        cells = [cell for cell in self.cells[number] if folded(cell.text)]  # `?` is none
        found = []
        for column in (self._column(path) for path in _SIGNED if self._lacks(path)):
            said = [cell.text.strip().casefold() for cell in filter(self._signed(column), cells)]
            if len({*said}) >= _FEWEST_SIGNS and len(said) >= least * len(cells):
                found.append(column)
        return found

    def _described(self, number: int, title: str) -> RecapColumn | None:
        """The summary, where no other column may be it: one part of a title of two says so, the other describes too.

        `Manfaat / Gambaran Singkat`, `Kondisi Setelah Inovasi (Penjelasan)`.
        """
        others = (one for n, one in self.found.titles.items() if n != number and self.cells.get(n))
        alone = self._lacks(SUMMARY) and not any(self._summarises(one) for one in others)
        texts = self._share(number, lambda cell: len(cell.text.split()) >= _TEXT) >= _MOST_FIT
        return self._column(SUMMARY) if alone and texts and self._describes(title) else None

    def _summarises(self, title: str) -> bool:
        """Whether a title, or a part of it, may be that of the summary."""
        columns = self.against.columns
        cut = cut_title(title, columns)
        return any(one.path == SUMMARY for one in (*columns.hints(title, begun=False), *([cut] if cut else [])))

    def _describes(self, title: str) -> bool:
        """Whether a title has two parts, of which one is the summary's and the other a text's."""
        parts = [part for part in re.split(r"[/(|]", title.replace(")", " ")) if folded(part)]
        if len(parts) != _BOTH or signs.NOT_ASKED.search(folded(title)):
            return False
        said = [self.against.columns.title_of(part.strip()) for part in parts]
        texts = [
            one.path == SUMMARY or (one.shape.kind == "prosa" and one.path != STAGE)
            if one
            else signs.DESCRIBES.match(folded(part)) is not None
            for one, part in zip(said, parts, strict=True)
        ]
        return all(texts) and any(one and one.path == SUMMARY for one in said)

    def _words(self, number: int) -> list[str]:
        """The required choices that no column is, where the cells look like their words, or like a choice at all."""
        lacking = [(shape.key,) for shape in shapes() if shape.key in _REQUIRED and shape.kind == "kata"]
        lacking = [path for path in lacking if self._lacks(path)]
        if signs.MONEY.search(folded(self.found.titles[number])):
            return []
        signed = {column.path for column in self._explained(number, _SOME_FIT)}
        near = (path for path in lacking if self._share(number, self._near(self._column(path))) >= _SOME_FIT)
        fit = list(dict.fromkeys([*(path for path in lacking if path in signed), *near]))
        texts = [folded(cell.text) for cell in self.cells[number]]
        kinds = set(texts)
        chosen = len(kinds) <= _FEW_KINDS and (len(kinds) < len(texts) or len(texts) == 1)
        chosen = chosen and not kinds <= YES_OR_NO
        short = all(
            0 < len(text.split()) <= _TEXT and not (text.isdecimal() and text not in self.around.signs)
            for text in texts
        )
        return self._labels(*(fit or (lacking if chosen and short and self._full(number) else [])))

    def _needed(self, number: int) -> list[str]:
        """What no entry can be without, no column is, and the cells may be."""
        return self._agency(number) or self._words(number)

    def _agency(self, number: int) -> list[str]:
        lacks = self._lacks(AGENCY) and self._share(number, self._is_agency) >= _SOME_FIT
        return self._labels(AGENCY) if lacks else []

    def _unit(self, number: int) -> list[str]:
        """The unit of an agency, where cells begin as the names of units do: `Bidang PAUD`, `SD Negeri 12`."""
        units = self._lacks(UNIT) and self._share(number, lambda cell: unit_kind(cell.text) != "") >= _SOME_FIT
        return self._labels(UNIT) if units else []

    def _parts(self, number: int, title: str) -> list[str]:
        """The unit of an agency, where most cells below `Bidang` are no affairs: `Perizinan`, `Sekretariat`."""
        named = signs.OF_PARTS.fullmatch(folded(title)) is not None and self._lacks(UNIT)
        kinds = {folded(cell.text) for cell in self.cells[number]}
        of_affairs = self._share(number, self._fits(self._column(("urusan",)))) >= _HALF
        return self._labels(UNIT) if named and len(kinds) > 1 and not of_affairs else []

    def _other_choice(self, number: int, title: str) -> RecapColumn | None:
        """The choice that a column has whose title calls it another: forms of innovation below `Jenis Inovasi`."""
        if self._share(number, self._fits(self.known[number])) > 0:
            return None
        lacking = [self._column((key,)) for key in CHOICES if self._lacks((key,))]
        fit = [column for column in lacking if self._share(number, self._fits(column)) >= _MOST_FIT]
        return fit[0] if len(fit) == 1 else self._of_signs(title)

    def _of_signs(self, title: str) -> RecapColumn | None:
        """The one choice whose words a title lists by their initials: `Basis (D/ND)`."""
        signs_ = listed_signs(title)
        words = self.against.region.words
        keys = [
            key
            for key in CHOICES
            if len(signs_) > 1 and self._lacks((key,)) and all(by_initials(sign, key, words[key]) for sign in signs_)
        ]
        return self._column((keys[0],)) if len(keys) == 1 else None

    def _lists_words(self, title: str, vocabulary: str) -> bool:
        """Whether a title only names words of a choice: `Digital/Non`, `Termasuk digital atau tidak digital?`."""
        said = (folded(part).split() for part in re.split(r"[/|]|\batau\b", title, flags=re.IGNORECASE))
        parts = [" ".join(word for word in words if word not in ASKING | FILLING) for words in said if words]
        words = self.against.region.words.get(vocabulary, {})
        return len(parts) > 1 and all(surely(part, vocabulary, words) for part in parts)
