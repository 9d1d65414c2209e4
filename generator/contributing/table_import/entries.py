"""The sheets of a recap -> drafts of entries; and with what `check` says of the drafts, which may be written."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Final

from generator.catalogue.catalogue import Innovation, stage_of
from generator.contributing.entry_text import entry_text
from generator.contributing.names import taken_slugs
from generator.contributing.table_import.cells.reading import Against, Defaults, Reading
from generator.contributing.table_import.cells.region import Region
from generator.contributing.table_import.cells.remark import Asked, RecapRow, RecapTable, Remark, RowName, year_named
from generator.contributing.table_import.cells.stopped import stopped
from generator.contributing.table_import.cells.told_events import told_events
from generator.contributing.table_import.earlier_sheets import from_earlier, newest_first
from generator.contributing.table_import.files.own_sheets import FORM_SHEET, NO_TABLES, OF_COPY, of_copy
from generator.contributing.table_import.files.sheet import Sheet
from generator.contributing.table_import.rows.completed import Completing, HeldRow, lacking
from generator.contributing.table_import.rows.copied import Copies
from generator.contributing.table_import.rows.odd_rows import odd_row
from generator.contributing.table_import.rows.own_rows import RecapForm, form_in
from generator.contributing.table_import.rows.room import Known, Room
from generator.contributing.table_import.rows.rows import reading
from generator.contributing.table_import.rows.undated import reported_over
from generator.contributing.table_import.shapes.day_order import ordered
from generator.contributing.table_import.shapes.index_sheets import gathered
from generator.contributing.table_import.shapes.named_once import served
from generator.contributing.table_import.shapes.outside import told_columns
from generator.contributing.table_import.shapes.sign_lists import with_references
from generator.contributing.table_import.shapes.withdrawn import without_withdrawn
from generator.contributing.table_import.table import tables
from generator.contributing.table_import.update import FieldChange, as_data, merged, spliced
from generator.contributing.table_import.words.column_titles import Columns
from generator.contributing.table_import.words.columns import EVENTS_KEY, NAME, STATE
from generator.contributing.table_import.words.synonyms import meant
from generator.schema.entry import Event
from generator.text.github import plain

#: Stages in which an innovation is over.
_ENDS: Final = frozenset(["dihentikan", "selesai"])
#: The state that a report tells of what is over.
_OLD: Final = "dicatat seperti tertulis di sana; periksa apakah masih berjalan"


@dataclass(frozen=True, slots=True)
class Draft:
    """The file that a row would make; of an innovation that is known also its data before and after, and `changes`.

    `known` is the text of its file as it is.
    """

    path: str
    text: str
    reading: Reading
    changes: tuple[FieldChange, ...] = ()
    before: Mapping[str, Any] = field(default_factory=dict)
    data: Mapping[str, Any] = field(default_factory=dict)
    known: str = ""

    @property
    def fills(self) -> bool:
        """Whether it only adds what was answered: nothing that stands in the entry changes."""
        return all(change.first for change in self.changes)


@dataclass(slots=True)
class Recap:
    """What a table gives: drafts of entries, still to be checked, what was not taken, and rows (sheet, number) lost.

    `seen` are the slugs of innovations that are known and stand in it; `held` are lost rows that lack something.
    """

    drafts: list[Draft] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    lost: list[tuple[str, int]] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)
    held: list[HeldRow] = field(default_factory=list)


def recap(sheets: Iterable[Sheet], known: Known, defaults: Defaults) -> Recap:
    """The drafts of all sheets, none of them at the address or under the name of an innovation that exists."""
    registry = known.catalogue.registry
    columns, region = Columns(registry), Region(registry, known.region, known.catalogue.by_agency)
    against = Against(columns, region, defaults)
    sheets = [sheet for sheet in sheets if not of_copy(sheet)]
    form = form_in(sheets, columns)
    sheets, withdrawn = (sheets, []) if form else without_withdrawn(sheets, columns)
    sheets, signs = (sheets, []) if form else with_references(sheets, columns, region)
    one = _Import(region, defaults, Room(known, taken_slugs(known.catalogue, known.files)), form)
    one.newest = max((year_named(sheet.name) for sheet in sheets), default=0)
    lists = {part.table.sheet for part in form.parts} if form else set()
    read = [
        tables(sheet, against, form.header if form and sheet.name == FORM_SHEET else None)
        for sheet in sheets
        if sheet.name not in lists
    ]
    made, order = ordered(newest_first([table for made, _ in read for table in made]), defaults)
    one.newest = max([one.newest, *(table.edition for table in made)])
    found, told = gathered(made)
    completing = Completing(defaults.completions, region)
    found = completing.tables(found)
    found, earlier = from_earlier(served(sheets, found, region, defaults), region, defaults)
    for table in found:
        for row in table.rows:
            one.take(table, row)
    left = told_columns((remark for _, left in read for remark in left), one.found.remarks, defaults)
    one.found.remarks += [*withdrawn, *left, *signs, *told, *earlier, *order, *completing.told]
    one.found.remarks += form.left() if form else []
    one.found.remarks += _beside_recap(sheets, OF_COPY if form else NO_TABLES)
    return one.found


def _beside_recap(sheets: Iterable[Sheet], names: Collection[str]) -> Iterator[Remark]:
    """Sheets that a recap of one's own calls as we call those that hold no innovations: told, not read."""
    for sheet in (sheet for sheet in sheets if sheet.name in names and sheet.cells):
        first = min(sheet.cells.items())[1]
        cure = "ganti nama lembarnya bila memuat inovasi"
        reason = f"lembar ini tidak dibaca ({len(sheet.cells)} sel)"
        yield Remark(sheet.name, first.address, "", plain(first.text), reason, cure, note=sheet.name not in OF_COPY)


@dataclass(slots=True)
class _Import:
    """One walk through all rows of a file."""

    region: Region
    defaults: Defaults
    room: "Room"
    form: RecapForm | None = None
    newest: int = 0
    copies: Copies = field(default_factory=Copies)
    found: Recap = field(default_factory=Recap)

    def take(self, table: RecapTable, row: RecapRow) -> None:
        """Make a draft of a row, or tell why there is none."""
        odd = odd_row(table, row, self.defaults, self.region.words)
        self.found.remarks += odd.told
        self.found.lost += [(table.sheet, row.number)] if odd.lost else []
        form, line = self.form if table.is_form else None, table.name_of(row)
        if odd.row is None:
            if odd.lost:
                self._hold(reading(table, row, self.region, self.defaults, form), line, odd.lacks)
            return
        row, told = self.copies.without(table, odd.row, self.defaults)
        self.found.remarks += told
        read = reading(table, row, self.region, self.defaults, form)
        read.line = line
        known = self.room.known_as(read)
        if known:
            self._compare(read, known)
            return
        _compare_stage(read)
        path = self.room.path_for(read)
        if path and 0 < table.edition < self.newest:
            where = f"tabel {table.block}" if table.block else f'lembar "{plain(table.sheet)}"'
            read.tell(f"hanya ada pada {where}", _OLD, read.sources.get(NAME), note=True)
        self.found.remarks += read.remarks
        if path:
            self.found.drafts.append(Draft(path, entry_text(read.data), read))
        elif not self.room.repeated:
            self.found.lost.append((table.sheet, row.number))
            self._hold(read, line)

    def _hold(self, read: Reading, line: RowName, lacks: frozenset[str] = frozenset()) -> None:
        """Keep a row of which no draft comes, if that is for what it lacks."""
        read.line = line
        if lacks := lacks | lacking(read):
            self.found.held.append(HeldRow(read, lacks))

    def _compare(self, read: Reading, known: Innovation) -> None:
        """Hold a row against the entry that it is about; what it does not say is no reason to hold it."""
        self.found.seen.add(known.slug)
        read.remarks = [
            replace(one, row=0) for one in read.remarks if not (one.row and one.address.startswith("baris"))
        ]
        data, changes = merged(read, known.entry)
        if changes:
            before = self.room.known.texts.get(known.path, "")
            text = spliced(before, data, [change.key for change in changes])
            read.refused = False
            self.found.drafts.append(Draft(known.path, text, read, tuple(changes), as_data(known.entry), data, before))
        else:
            told = f"sudah tercatat di {known.path}, tidak ada yang berubah"
            read.tell(told, "", read.sources.get(NAME), note=True, unchanged=True)
        self.found.remarks += read.remarks


def _compare_stage(read: Reading) -> None:
    """The stage a table states is not stored; it must not vanish where the dates say otherwise."""
    if read.stage is None or EVENTS_KEY not in read.data:
        return
    own = any(column.path == STATE for column in read.table.columns.values())
    if not own and any(STATE[1] in event for event in read.data[EVENTS_KEY]):  # there it is kept
        return
    registry, words = read.region.registry, read.region.words["tahapan"]
    derived = stage_of(tuple(Event.model_validate(event) for event in read.data[EVENTS_KEY]), registry)
    stated = meant(read.stage_words, "tahapan", words)
    ended = stopped(read.stage_words) is not None or (stated and stated.sure and stated.slug in _ENDS)
    if ended:
        if derived not in _ENDS:
            _ask_for_end(read)
        return
    if not stated and derived in {slug for slug, _ in told_events(read.stage_words, read.region)}:
        return
    if stated is None or stated.slug != derived:
        reason = f'tahapan ditentukan dari tanggal, dan tanggalnya menunjukkan "{words[derived]}"'
        asked = _ask_of_which(read, stated.slug, derived) if stated and stated.sure else None
        read.tell(reason, "isi tanggal peristiwa tahapan itu", read.stage, asked=asked)


def _ask_for_end(read: Reading) -> None:
    """What is over must not come in as running: when it ended, and why, is asked.

    Until then the recap of a later year than all its events tells that it is over; without that the row is held.
    """
    assert read.stage
    cell, title = read.stage
    shown = plain(cell.text)
    text = f'Baris {read.row.number}: "{shown}". Kapan berakhir, dan mengapa? Misalnya: Berhenti 2024, alatnya rusak.'
    asked = Asked(title, cell.text.strip(), (), text)
    reason, cure = "sudah berakhir, tetapi tanggal berakhirnya tidak disebut", "tulis tanggal dan alasannya"
    if over := reported_over(read):
        read.data[EVENTS_KEY] = [*read.data[EVENTS_KEY], over]
        read.tell(reason, cure, read.stage, asked=asked)
    else:
        read.refuse(reason, cure, read.stage, asked)


def _ask_of_which(read: Reading, stated: str, derived: str) -> Asked | None:
    """Asks of which event a date is that goes beyond the stage that its row states."""
    registry, events = read.region.registry, read.data[EVENTS_KEY]
    order, terms = list(registry.taxonomy["tahapan"]), registry.taxonomy["peristiwa"]
    place = next((n for n, one in enumerate(events) if terms[one["peristiwa"]].stage == derived), None)
    at = read.sources.get((EVENTS_KEY, place)) if place is not None else None
    if at is None or stated not in terms or order.index(stated) > order.index(derived):
        return None
    if at[0].text.strip() == "" or read.defaults.reply(at[1], at[0].text):
        return None
    date = events[place]["tanggal"]
    has = any(one["peristiwa"] == stated for one in events)
    other = "belum ada" if has else f"{terms[stated].label.casefold()} {date}"
    return Asked(at[1], at[0].text.strip(), (other, f"{terms[derived].label.casefold()} {date}"))
