"""Columns whose titles leave it open what they are, by their cells: taken where both agree, else asked.

A column that is full is never an empty one. What it is is one question, and its answer serves all its cells.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from generator.contributing.table_import.cells.legend import Around
from generator.contributing.table_import.cells.places import DISTRICTS, PLACE
from generator.contributing.table_import.cells.reading import Against
from generator.contributing.table_import.cells.remark import NOT_KEPT, WHICH, Asked, Remark, recap_year
from generator.contributing.table_import.cells.told_events import told_events
from generator.contributing.table_import.files.sheet import Cell
from generator.contributing.table_import.recognition.by_content import ByContent
from generator.contributing.table_import.recognition.column_options import CHOICES, UNMISTAKABLE
from generator.contributing.table_import.recognition.date_parts import DateParts, date_parts
from generator.contributing.table_import.recognition.joined_columns import Inside, Joined, JoinedColumns, part_titles
from generator.contributing.table_import.recognition.second_look import CITED, all_funds, other_meanings
from generator.contributing.table_import.recognition.stage_years import (
    StageQuarters,
    StageYears,
    stage_quarters,
    stage_years,
)
from generator.contributing.table_import.recognition.stated_stage import OF_STAGE, of_stage
from generator.contributing.table_import.recognition.ticks import Ticks, ticks, told_ticks
from generator.contributing.table_import.recognition.two_in_one import ChoiceParts
from generator.contributing.table_import.shapes.header import Header
from generator.contributing.table_import.shapes.outside import scaled
from generator.contributing.table_import.words import title_signs as signs
from generator.contributing.table_import.words.columns import (
    AGENCY,
    BUDGET,
    EVENTS_KEY,
    FUND,
    OF_DISTRICTS,
    STAGE,
    YEAR_ALONE,
    RecapColumn,
)
from generator.contributing.table_import.words.title_forms import in_full
from generator.contributing.table_import.words.title_words import HINTS
from generator.text.spelling import folded

#: What a column of stages is called that may hold other remarks.
_NEARLY_ALL: Final = 0.9
_STATES: Final = frozenset(["status", "kondisi"])
#: So many of the cells must be what the title says.
_MOST_FIT: Final = 0.8
#: So many of them where title and cells both name a choice.
_HALF_FIT: Final = 0.5


@dataclass(frozen=True, slots=True)
class Recognised:
    """The columns of a table once their cells were looked at, what is told of it, and what is asked of others."""

    columns: Mapping[int, RecapColumn]
    remarks: Sequence[Remark]
    asked: Mapping[int, Asked]
    ticks: Sequence[Ticks] = ()
    parted: Sequence[Inside] = ()
    dates: Sequence[DateParts] = ()
    stages: Sequence[StageYears | StageQuarters] = ()

    @property
    def joined(self) -> tuple[Ticks | Inside | DateParts | StageYears | StageQuarters, ...]:
        """What puts the cells of a row where they are looked for."""
        return (*self.ticks, *self.parted, *self.dates, *self.stages)

    def header(self, found: Header) -> Header:
        """The header with the columns that were made out, those of ticks as one under its own title."""
        firsts = {min(one.words): one for one in self.ticks}
        columns = {**self.columns, **{n: one.column for n, one in firsts.items()}}
        titles = {**found.titles, **{n: one.title for n, one in firsts.items()}}
        for one in self.parted:
            columns |= one.columns
            titles |= part_titles(one, found.titles[one.number])
            titles |= one.unknown if isinstance(one, Joined) else {}
        return replace(found, columns=columns, titles=titles)


def recognised(
    sheet: str, found: Header, cells: Mapping[int, Sequence[Cell]], against: Against, around: Around
) -> Recognised:
    """Decide on every column of a table by its title, its cells (by column), and what was answered."""
    one = _Look(sheet, found, cells, against, dict(found.columns), around)
    ticked = ticks(found, cells, against.columns, against.region, around.signs)
    marked = {number for one in ticked for number in one.words}
    dates = date_parts(found, cells)
    marked |= {n for each in dates for n in each.others}
    one.known = {n: column for n, column in one.known.items() if n not in marked}
    one.remarks += [each.told(sheet, found, cells) for each in dates]
    stages = stage_years(found, cells, against.columns, ChoiceParts(against.region, around.signs))
    marked |= {n for each in stages for n in each.years}
    one.known = {n: column for n, column in one.known.items() if n not in marked}
    one.known |= {min(each.years): each.column for each in stages}
    one.remarks += [each.told(sheet, found, cells) for each in stages]
    quarters = stage_quarters(found, cells, against.columns, against.region, recap_year(sheet, around.over))
    marked |= {n for each in quarters for n in each.quarters}
    one.known |= {max(each.quarters): each.column for each in quarters}
    one.remarks += [each.told(sheet, found, cells) for each in quarters]
    inside = JoinedColumns(sheet, found, cells, against, one.known, around).found_but(marked)
    marked |= {each.number for each in inside}
    one.known = {n: column for n, column in one.known.items() if n not in {each.number for each in inside}}
    one.known |= {n: column for each in inside for n, column in each.beside.items()}
    one.remarks += [
        remark
        for each in inside
        for remark in (each.told(sheet, found, cells) if isinstance(each, Joined) else [each.told(sheet, found, cells)])
    ]
    one.elsewhere = frozenset(each.column.path for each in ticked)
    for number, title in sorted(found.titles.items(), key=lambda one: (not _is_of_state(one[1]), one[0])):
        if folded(title) and cells.get(number) and number not in marked:
            one.at(number, title)
    one.by_content(marked)
    one.remarks += [remark for each in ticked for remark in told_ticks(sheet, found, cells, each)]
    one.remarks += scaled(sheet, found, cells, one.known)
    return Recognised(one.known, one.remarks, one.asked, ticked, inside, dates, (*stages, *quarters))


def _is_of_state(title: str) -> bool:
    """Whether a title may be that of stages, which say of dates beside them what these are of."""
    return signs.REMARKS.fullmatch(folded(title)) is not None


@dataclass(slots=True)
class _Look(ByContent):
    """One look at the columns of a table."""

    def at(self, number: int, title: str) -> None:
        """Look at one column."""
        reply = self.against.defaults.reply(title, WHICH)
        if reply is not None and (number not in self.known or len(self._doubts(number, title)) > 1):
            self._answered(number, title, reply)
        elif number in self.known:
            self._known(number, title)
        elif not self._by_title(number, title) and (options := self._free(number, self._options(number, title))):
            self.asked[number] = Asked(title, WHICH, (*options, NOT_KEPT))

    def _answered(self, number: int, title: str, reply: str) -> None:
        """Take what a column was answered to be; what none of its cells can be is asked again."""
        options = (*self._labels(*self._doubts(number, title)), *self._options(number, title))
        self.known.pop(number, None)
        options = (*self._free(number, options), NOT_KEPT)
        column = self.against.columns.labelled(reply)
        if of_stage(reply) and not self._lacks(STAGE) and self._share(number, self._is_date) >= _HALF_FIT:
            column = replace(self._dates(), path=YEAR_ALONE, title=OF_STAGE)
        if column and self._may_be(number, column):
            self.known[number] = column
        elif folded(reply) != folded(NOT_KEPT):
            self.asked[number] = Asked(title, WHICH, options)

    def _known(self, number: int, title: str) -> None:
        """A title that is known, but not alone: money under `Biaya`, districts under `Lokasi`, a year of no budget."""
        column = self.known[number]
        doubts = self._doubts(number, title)
        if len(doubts) == 1:
            self._take(number, self._column(doubts[0]))
        elif doubts:
            del self.known[number]
            self.asked[number] = Asked(title, WHICH, (*self._labels(*doubts), NOT_KEPT))
        elif column.path[0] in CHOICES and (other := self._other_choice(number, title)):
            self._take(number, other)
        elif column.path == ("inisiator",) and self._gives(number, title):
            self._take(number, self._column(AGENCY))
        elif column.path == ("inisiator",) and "inisiator" not in folded(title) and not self._is_half(number, column):
            del self.known[number]  # below `Penggagas` most name a person
        elif column.path == DISTRICTS and self._are_offices(number):
            self._take(number, replace(self._column(AGENCY), rank=OF_DISTRICTS))
        elif column.path == PLACE and self._are_districts(number, title):
            self._take(number, self._column(DISTRICTS))
        elif column.path[:1] == BUDGET[:1] and not any(one.path == BUDGET for one in self.known.values()):
            del self.known[number]

    def _are_offices(self, number: int) -> bool:
        """Whether districts are those who report: the sheet says that it is theirs, and no column has agencies."""
        said = signs.OF_DISTRICTS.search(folded(self.around.over)) or "kecamatan" in folded(self.sheet).split()
        offices = self._share(number, lambda cell: self.against.region.office_of(cell.text) is not None)
        return bool(said) and self._lacks(AGENCY) and offices >= _MOST_FIT

    def _are_districts(self, number: int, title: str) -> bool:
        """Whether all places are districts, or most where the title says that they are: `Lokasi (Kec.)`."""
        least = _HALF_FIT if signs.DISTRICTS.search(folded(title)) else 1
        return self._share(number, self._fits(self._column(DISTRICTS))) >= least

    def _doubts(self, number: int, title: str) -> tuple[tuple[str, ...], ...]:
        """What a column that is known may be as well."""
        column, known = self.found.columns.get(number), {one.path for one in self.found.columns.values()}
        if any(signs.MONEY.search(folded(other)) for n, other in self.found.titles.items() if n != number):
            known.add(BUDGET)
        if any(
            n != number and all_funds(self.cells.get(n, ()))
            for n, one in self.found.columns.items()
            if one.path == CITED
        ):
            known.add(FUND)
        return other_meanings(title, column, self.cells[number], known, self.against.region) if column else ()

    def _gives(self, number: int, title: str) -> bool:
        """Whether the cells are the agencies whose innovations these are, and no column has those."""
        words = folded(title)
        giver = signs.GIVER.fullmatch(words) is not None
        called = giver or (signs.OFFICE.search(words) and not signs.NOT_ASKED.search(words))
        least = _HALF_FIT if giver else _MOST_FIT
        return bool(called) and self._lacks(AGENCY) and self._share(number, self._is_agency) >= least

    def _is_half(self, number: int, column: RecapColumn) -> bool:
        """Whether half of the cells at least are what a column has."""
        return self._share(number, self._fits(column)) >= _HALF_FIT

    def _by_title(self, number: int, title: str) -> bool:
        """Take a column of which a part of the title is known, and whose cells are what it says."""
        if spans := self._of_spans(number, title):
            self._take(number, spans)
            return True
        events = self._events(number, title)
        if self._begun(number, title, events):
            self._take(number, replace(self._dates(), path=YEAR_ALONE, title=OF_STAGE))
            return True
        if self._tells_events(number, title):
            self._take(number, replace(self._dates(), path=YEAR_ALONE, title="Riwayat"))
            return True
        if self._is_of_stages(number, title):
            self._take(number, self._column(STAGE))
            return True
        hints = [self._column((EVENTS_KEY, events[0]))] if len(events) == 1 else []
        hints += [self._column((key,)) for key in CHOICES if self._lists_words(title, key)]
        if signed := self._of_signs(title):
            self._take(number, signed)
            return True
        hints += [
            one for one in self.against.columns.hints(title, begun=False) if one.shape.kind == "kata" and not one.owner
        ]
        hints += [self._column((HINTS[word],)) for word in folded(title).split() if word in HINTS]

        if self._gives(number, title):
            self._take(number, self._column(AGENCY))
            return True
        for column in hints:
            free = all(one.path != column.path for one in self.known.values())
            # A word of choice is so of one column only; cells that are none are asked one by one.
            enough = _HALF_FIT if column.shape.kind in ("kata", "tanggal") else _MOST_FIT
            if free and self._share(number, self._fits(column)) >= enough:
                self._take(number, column)
                return True
        if said := self._agreed(number, title):
            self._take(number, said)
            return True
        return self._unmistakable(number)

    def _of_spans(self, number: int, title: str) -> RecapColumn | None:
        """The column of dates that a title of spans names before `s.d.`, where its cells are those."""
        bare = signs.UNTIL.sub("", title)
        column = self.against.columns.title_of(bare) if bare != title else None
        dated = column if column and column.shape.kind in ("tanggal", "hari") else None
        spans = self._share(number, lambda cell: signs.FROM_TO.search(cell.text) is not None)
        return dated if spans >= _MOST_FIT and self._share(number, self._is_date) >= _MOST_FIT else None

    def _unmistakable(self, number: int) -> bool:
        """Take a full column under any title whose every cell is a word of a choice that no other column has."""
        for column in (self._column((key,)) for key in UNMISTAKABLE if self._lacks((key,)) and self._is_full(number)):
            if self._share(number, self._fits(column)) == 1:
                self._take(number, column)
                return True
        return False

    def _begun(self, number: int, title: str, events: tuple[str, ...]) -> bool:
        """Whether a column has dates on which one of several events began, or the stage that stands beside it."""
        words = folded(title)
        several = len(events) > 1 and signs.BEGUN.search(words) is not None
        alone = signs.BEGUN_ALONE.fullmatch(words) or signs.OF_STAGE.fullmatch(in_full(title))
        beside = alone is not None and not self._lacks(STAGE)
        dated = (several or beside) and self._lacks(YEAR_ALONE)
        return dated and self._share(number, self._is_date) >= _HALF_FIT

    def _tells_events(self, number: int, title: str) -> bool:
        """Whether the cells themselves say of which events their dates are: `Uji coba: Mei 2024`."""
        told = self._lacks(YEAR_ALONE) and not signs.NOT_ASKED.search(folded(title))
        return told and self._share(number, lambda cell: bool(told_events(cell.text, self.against.region))) >= _MOST_FIT

    def _is_of_stages(self, number: int, title: str) -> bool:
        named = signs.REMARKS.fullmatch(folded(title)) is not None and self._lacks(STAGE)
        of_stages = bool(_STATES & set(folded(title).split()))  # remarks may be of anything
        enough = _HALF_FIT if of_stages else _NEARLY_ALL
        return named and (of_stages or self._is_full(number)) and self._share(number, self._is_stage) >= enough

    def _events(self, number: int, title: str) -> tuple[str, ...]:
        """The events that a title names, or the lowest of several where those above it name none and plan nothing."""
        columns, group = self.against.columns, self.found.groups.get(number, "")
        whole = columns.events_in(title)
        if whole or not group or signs.NOT_ASKED.search(folded(group)) or columns.events_in(group):
            return whole
        below = title.removeprefix(group).strip()
        known = columns.title_of(below)
        return known.path[1:] if known and known.path[:1] == (EVENTS_KEY,) else columns.events_in(below)
