"""The sheets of a recap -> drafts of entries; and with what `check` says of the drafts, which may be written."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from generator.catalogue.catalogue import Catalogue, stage_of
from generator.contributing.entry_text import entry_text
from generator.contributing.names import proposed_slug, same_name, short_slug, taken_slugs
from generator.contributing.table_import.columns import EVENTS_KEY, NAME, SLUG, Columns
from generator.contributing.table_import.furniture import names_innovation
from generator.contributing.table_import.reading import Defaults, Reading
from generator.contributing.table_import.remark import RecapRow, RecapTable, Remark
from generator.contributing.table_import.rows import reading
from generator.contributing.table_import.sheet import Sheet
from generator.contributing.table_import.synonyms import meant
from generator.contributing.table_import.table import tables
from generator.contributing.table_import.values import Region
from generator.layout import RESERVED_SLUGS, as_slug, entry_path, is_slug
from generator.schema.entry import Event
from generator.text.github import plain
from generator.text.spelling import folded


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


def recap(sheets: Iterable[Sheet], known: Known, defaults: Defaults) -> Recap:
    """The drafts of all sheets, none of them at the address or under the name of an innovation that exists."""
    registry = known.catalogue.registry
    columns, region = Columns(registry), Region(registry, known.region)
    one = _Import(region, defaults, _Room(known, taken_slugs(known.catalogue, known.files)))
    for sheet in sorted(sheets, key=_newest_first):
        made, left = tables(sheet, columns, region)
        for table in made:
            for row in table.rows:
                one.take(table, row)
        one.found.remarks += left
    return one.found


def _newest_first(sheet: Sheet) -> int:
    """Of sheets of several years the last comes first: what an earlier one repeats is compared with it."""
    year = re.search(r"(?<![0-9])20[0-9]{2}(?![0-9])", sheet.name)
    return -int(year.group()) if year else 0


@dataclass(slots=True)
class _Import:
    """One walk through all rows of a file."""

    region: Region
    defaults: Defaults
    room: "_Room"
    found: Recap = field(default_factory=Recap)

    def take(self, table: RecapTable, row: RecapRow) -> None:
        """Make a draft of a row, or tell why there is none."""
        if not names_innovation(row.cells, table.columns):
            self.found.remarks.append(_nameless(table, row))
            self.found.lost.append((table.sheet, row.number))
            return
        read = reading(table, row, self.region, self.defaults)
        _compare_stage(read)
        path = self.room.path_for(read)
        self.found.remarks += read.remarks
        if path:
            self.found.drafts.append(Draft(path, entry_text(read.data), read))
        elif not self.room.repeated:
            self.found.lost.append((table.sheet, row.number))


def _nameless(one: RecapTable, row: RecapRow) -> Remark:
    cells = [cell for cell in row.cells.values() if cell.row == row.number]
    value = "; ".join(f"{cell.address}: {cell.text or cell.error}" for cell in cells)
    return Remark(
        one.sheet,
        f"baris {row.number}",
        "",
        plain(value),
        "baris tanpa nama inovasi",
        "isi namanya, bila ini inovasi",
        row=row.number,
    )


@dataclass(slots=True)
class _Room:
    """The addresses and names that are still free."""

    known: Known
    taken: set[str]
    names: dict[tuple[str, str], Reading] = field(default_factory=dict)
    #: Whether the last row only repeats one of another sheet.
    repeated: bool = False

    def path_for(self, read: Reading) -> str:
        """The file of a row, or "" (and a remark, if there is none yet) where it cannot have one."""
        self.repeated = False
        if not read.agency:
            return ""
        name = str(read.data.get(NAME[0], ""))
        here = entry_path(read.agency, read.slug or short_slug(name))
        exists = same_name(name, read.agency, self.known.catalogue) or (here if here in self.known.files else "")
        earlier = self.names.get((read.agency, folded(name)))
        if earlier and earlier.table.sheet != read.table.sheet:
            self.repeated = True
            repeat(read, earlier)
            return ""
        if exists or earlier:
            reason = f"sudah ada di {exists}" if exists else f"sama dengan {_place(earlier)}"
            read.refuse(
                reason,
                "bila inovasinya sama, perbaiki yang sudah ada; bila berbeda, bedakan namanya",
                read.sources.get(NAME),
            )
            return ""
        slug = self._slug(read, name)
        if slug:
            self.taken.add(slug)
            self.names[read.agency, folded(name)] = read
        return entry_path(read.agency, slug) if slug else ""

    def _slug(self, read: Reading, name: str) -> str:
        free = is_slug(read.slug) and read.slug not in self.taken and read.slug not in RESERVED_SLUGS
        slug = (read.slug if free else "") if read.slug else proposed_slug(name, read.agency, self.taken)
        if not slug:
            proposal = proposed_slug(as_slug(read.slug) or name, read.agency, self.taken)
            cure = f'tulis "{proposal}" pada kolom slug' if proposal else "tulis nama berkas yang lain pada kolom slug"
            at = read.sources.get(SLUG) or read.sources.get(NAME)
            read.refuse("nama berkasnya tidak dapat dipakai", cure, at)
        return slug


def _place(read: Reading | None) -> str:
    return f'baris {read.row.number} lembar "{read.table.sheet}"' if read else ""


def repeat(read: Reading, earlier: Reading) -> None:
    """A row that another sheet has too: where both say the same nothing is lost, and every difference is told."""
    same = f"sama dengan {_place(earlier)}"
    read.remarks = [one for one in read.remarks if not one.row]
    read.tell(f"{same}; tidak dibuat dua kali", "", read.sources.get(NAME), note=True)
    for path, at in read.sources.items():
        key = path[0]
        mine, other = read.data.get(str(key)), earlier.data.get(str(key))
        if key == EVENTS_KEY and isinstance(mine, list):
            other, mine = mine[int(path[1])] in (other or []), True
        if mine != other and key in read.data:
            read.tell(f"berbeda dari {_place(earlier)}, yang dipakai", "betulkan salah satu lembarnya", at)


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
