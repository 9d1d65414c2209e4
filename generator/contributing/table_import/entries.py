"""The sheets of a recap -> drafts of entries; and with what `check` says of the drafts, which may be written."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from generator.catalogue.catalogue import Catalogue, stage_of
from generator.contributing.entry_text import entry_text
from generator.contributing.names import proposed_slug, same_name, short_slug, taken_slugs
from generator.contributing.table_import.columns import EVENTS_KEY, NAME, SLUG, Columns
from generator.contributing.table_import.rows import Defaults, Reading, is_named, reading
from generator.contributing.table_import.sheet import Cell, Sheet
from generator.contributing.table_import.synonyms import meant
from generator.contributing.table_import.table import RecapRow, RecapTable, Remark, table
from generator.contributing.table_import.values import Region, cleaned
from generator.layout import RESERVED_SLUGS, as_slug, entry_path, is_slug
from generator.problems import Problem, Problems
from generator.reading.document import DataPath, Document
from generator.reading.document import read as read_yaml
from generator.schema.entry import Event
from generator.text.github import plain
from generator.text.spelling import folded

#: `check` says it too, but of a file that nobody has; here the row's empty cells are told.
_MISSING: Final = "I001"


@dataclass(frozen=True, slots=True)
class Draft:
    """The file that a row would make."""

    path: str
    text: str
    reading: Reading


@dataclass(frozen=True, slots=True)
class Known:
    """What is there already: the catalogue, every entry's file whether it can be read or not, the region's name."""

    catalogue: Catalogue
    files: frozenset[str]
    region: str


@dataclass(slots=True)
class Recap:
    """What a table gives: drafts of entries, still to be checked, what was not taken, and rows (sheet, number) lost."""

    drafts: list[Draft] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    lost: list[tuple[str, int]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class ImportOutcome:
    """Which drafts may be written, what was not taken, and which rows (sheet, number) make no entry."""

    accepted: Sequence[Draft]
    remarks: Sequence[Remark]
    lost: Sequence[tuple[str, int]]


def recap(sheets: Iterable[Sheet], known: Known, defaults: Defaults) -> Recap:
    """The drafts of all sheets, none of them at the address or under the name of an innovation that exists."""
    found = Recap()
    registry = known.catalogue.registry
    columns, words = Columns(registry), Region(registry, known.region)
    room = _Room(known, taken_slugs(known.catalogue, known.files))
    for sheet in sheets:
        one, left = table(sheet, columns)
        for row in one.rows if one else ():
            assert one
            if not is_named(one, row):
                found.remarks.append(_nameless(one, row))
                found.lost.append((one.sheet, row.number))
                continue
            read = reading(one, row, words, defaults)
            _compare_stage(read)
            path = room.path_for(read)
            found.remarks += read.remarks
            if path:
                found.drafts.append(Draft(path, entry_text(read.data), read))
            else:
                found.lost.append((one.sheet, row.number))
        found.remarks += left
    return found


def _nameless(one: RecapTable, row: RecapRow) -> Remark:
    cells = [cell for cell in row.cells.values() if cell.row == row.number]
    value = "; ".join(f"{cell.address}: {cell.text or cell.error}" for cell in cells)
    return Remark(
        one.sheet, f"baris {row.number}", "", plain(value), "baris tanpa nama inovasi", "isi namanya, bila ini inovasi"
    )


@dataclass(slots=True)
class _Room:
    """The addresses and names that are still free."""

    known: Known
    taken: set[str]
    names: dict[tuple[str, str], str] = field(default_factory=dict)

    def path_for(self, read: Reading) -> str:
        """The file of a row, or "" (and a remark, if there is none yet) where it cannot have one."""
        if not read.agency:
            return ""
        name = str(read.data.get(NAME[0], ""))
        here = entry_path(read.agency, read.slug or short_slug(name))
        exists = same_name(name, read.agency, self.known.catalogue) or (here if here in self.known.files else "")
        earlier = self.names.get((read.agency, folded(name)))
        if exists or earlier:
            reason = f"sudah ada di {exists}" if exists else f"sama dengan {earlier}"
            read.tell(
                reason,
                "bila inovasinya sama, perbaiki yang sudah ada; bila berbeda, bedakan namanya",
                read.sources.get(NAME),
            )
            return ""
        slug = self._slug(read, name)
        if slug:
            self.taken.add(slug)
            self.names[read.agency, folded(name)] = f'baris {read.row.number} lembar "{read.table.sheet}"'
        return entry_path(read.agency, slug) if slug else ""

    def _slug(self, read: Reading, name: str) -> str:
        free = is_slug(read.slug) and read.slug not in self.taken and read.slug not in RESERVED_SLUGS
        slug = (read.slug if free else "") if read.slug else proposed_slug(name, read.agency, self.taken)
        if not slug:
            proposal = proposed_slug(as_slug(read.slug) or name, read.agency, self.taken)
            cure = f'tulis "{proposal}" pada kolom slug' if proposal else "tulis nama berkas yang lain pada kolom slug"
            read.tell("nama berkasnya tidak dapat dipakai", cure, read.sources.get(SLUG) or read.sources.get(NAME))
        return slug


def _compare_stage(read: Reading) -> None:
    """The stage a table states is not stored; it must not vanish where the dates say otherwise."""
    if read.stage is None or EVENTS_KEY not in read.data:
        return
    registry, words = read.region.registry, read.region.words["tahapan"]
    derived = stage_of(tuple(Event.model_validate(event) for event in read.data[EVENTS_KEY]), registry)
    stated = meant(read.stage[0].text, "tahapan", words)
    if stated is None or stated.slug != derived:
        reason = f'tahapan ditentukan dari tanggal, dan tanggalnya menunjukkan "{words[derived]}"'
        read.tell(reason, "isi tanggal peristiwa tahapan itu", read.stage)


def settle(found: Recap, problems: Problems) -> ImportOutcome:
    """What may be written, with all remarks: those of the table and, cell by cell, those of `check`."""
    accepted, remarks, lost = [], list(found.remarks), list(found.lost)
    by_file: dict[str, list[Problem]] = {}
    for problem in problems.errors:
        by_file.setdefault(problem.place.file, []).append(problem)
    for draft in found.drafts:
        errors = by_file.get(draft.path, [])
        if errors or draft.reading.refused:
            lost.append((draft.reading.table.sheet, draft.reading.row.number))
        else:
            accepted.append(draft)
        remarks += _told(draft, errors)
    return ImportOutcome(accepted, remarks, sorted(lost))


def _told(draft: Draft, errors: Sequence[Problem]) -> Iterator[Remark]:
    document, _ = read_yaml(draft.text.encode(), draft.path) if errors else (None, [])
    spots = document.spots if document else {}
    lowest = sorted(spots, key=lambda one: spots[one].key, reverse=True)
    for error in errors:
        if not (error.code == _MISSING and draft.reading.refused):
            at = _source(draft, document, lowest, error)
            address, title, value = (at[0].address, plain(at[1]), plain(at[0].text)) if at else ("", "", "")
            row = f"baris {draft.reading.row.number}"
            yield Remark(draft.reading.table.sheet, address or row, title, value, error.message, error.cure)


def _source(
    draft: Draft, document: Document | None, lowest: Sequence[DataPath], error: Problem
) -> tuple[Cell, str] | None:
    """The cell that a problem of the drafted file is about; `lowest` are the paths of the document from its end up."""
    if document is None:  # a hidden sign, at which the reader stops
        return next((at for at in draft.reading.sources.values() if not _readable(at[0].text)), None)
    if not error.place.line:
        return None
    at = bisect_left(lowest, -error.place.line, key=lambda one: -document.spots[one].key[0])
    path = lowest[at] if at < len(lowest) else ()
    whole = (path[:end] for end in range(len(path), 0, -1))
    inner = (one for one in draft.reading.sources if path and one[:1] == path[:1])
    return next((draft.reading.sources[one] for one in (*whole, *inner) if one in draft.reading.sources), None)


def _readable(text: str) -> bool:
    document, _ = read_yaml(entry_text({NAME[0]: cleaned(text)}).encode(), "")
    return document is not None
