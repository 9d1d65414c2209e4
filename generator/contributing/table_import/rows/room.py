"""What there is already: which innovation a row is about or may be about, and which address is still free."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final

from generator.catalogue.catalogue import REPORTED, Catalogue, Innovation
from generator.catalogue.similarity import SPELLING, alike
from generator.contributing.names import proposed_slug, same_name
from generator.contributing.table_import.cells.reading import Reading
from generator.contributing.table_import.cells.remark import Asked
from generator.contributing.table_import.words.columns import EVENTS_KEY, NAME, SLUG
from generator.layout import RESERVED_SLUGS, as_slug, entry_path, is_slug, short_slug
from generator.schema.entry import Entry
from generator.text.github import plain
from generator.text.spelling import folded

#: Under what it is asked whether a row is one of those that are known.
LIKE: Final = "Inovasi yang mirip"
#: What is answered of an innovation that is none of those that are known, or that the table has already.
NEW: Final = "inovasi baru"
SAME: Final = "inovasi yang sama"
_SAME_OR_NEW: Final = "bila inovasinya sama, perbaiki yang sudah ada; bila berbeda, jawab pada lembar Pertanyaan"
_SAME_OR_NAME: Final = "bila inovasinya sama, perbaiki yang sudah ada; bila berbeda, bedakan namanya"


@dataclass(frozen=True, slots=True)
class Known:
    """What is there already: the catalogue, every entry's file whether it can be read or not, the region's name.

    `texts` are the files' own, as far as they may have to be written anew.
    """

    catalogue: Catalogue
    files: frozenset[str]
    region: str
    texts: Mapping[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class Room:
    """The addresses and names that are still free."""

    known: Known
    taken: set[str]
    names: dict[tuple[str, str], Reading] = field(default_factory=dict)
    #: The same without what stands in brackets.
    short_names: dict[tuple[str, str], Reading] = field(default_factory=dict)
    #: The innovations that a row has named by their address.
    by_address: set[str] = field(default_factory=set)
    #: Whether the last row only repeats one of another sheet.
    repeated: bool = False

    def known_as(self, read: Reading) -> Innovation | None:
        """The innovation that a row is about: by its address, its name, or by what was answered; None for a new one.

        A row that repeats another, or that may be one of them, is left to `path_for`.
        """
        innovations, name = self.known.catalogue.innovations, str(read.data.get(NAME[0], ""))
        here = [one for one in self.known.catalogue.by_agency.get(read.agency, ()) if name]
        found = innovations.get(read.slug) if name else None
        if found and found.agency.slug == read.agency and found.slug not in self.by_address:
            self.by_address.add(found.slug)
            self.names.setdefault((read.agency, _called(name)), read)
            return found
        if not name or (read.agency, _called(name)) in self.names:
            return None
        called = (
            one for one in here if folded(name) in {folded(other) for other in (one.entry.name, *one.entry.others)}
        )
        answer = folded(read.defaults.reply(LIKE, name) or "")
        meant_ = (one for one in here if answer in (folded(one.slug), folded(one.entry.name)))
        found = next(called, None) or next(meant_, None)
        if found:
            self.names[read.agency, _called(name)] = read
        return found

    def _likes(self, read: Reading, name: str) -> tuple[str, ...]:
        """The names of the agency's innovations that a new one may repeat, unless it was answered that it does not.

        Only a name that is like theirs holds a row; what only the words of two texts say, or a part of a name, is told.
        """
        if read.defaults.reply(LIKE, name):
            return ()
        said = read.data.get
        entry = Entry.model_construct(
            name=name,
            summary=str(said("ringkasan", "")),
            problem=said("masalah"),
            solution=said("solusi"),
            novelty=said("kebaruan"),
            benefit=said("manfaat"),
        )
        here = {one.slug: one.entry for one in self.known.catalogue.by_agency.get(read.agency, ())}
        found = alike(entry, here)
        likes = tuple(here[one.slug].name for one in found if one.name >= SPELLING and not one.weak)
        if found and not likes:
            told = f'agak mirip dengan "{here[found[0].slug].name}" yang sudah tercatat'
            read.tell(told, "hapus salah satu bila inovasinya sama", read.sources.get(NAME), note=True)
        return likes

    def path_for(self, read: Reading) -> str:
        """The file of a row, or "" (and a remark, if there is none yet) where it cannot have one."""
        self.repeated = False
        name = read.name
        if name and not read.agency and (only := self._elsewhere(read, name)):
            self.repeated = True
            repeat(read, only)
            return ""
        if not read.agency or not name:
            return ""
        here = entry_path(read.agency, read.slug or short_slug(name))
        exists = same_name(name, read.agency, self.known.catalogue)
        if not exists and here in self.known.files and not read.defaults.reply(LIKE, name):
            exists = here
        at = read.sources.get(NAME)
        earlier = self.names.get((read.agency, _called(name)))
        if not earlier and (likely := self.short_names.get((read.agency, folded(name.partition("(")[0])))):
            earlier = likely if likely.table.edition > read.table.edition > 0 else None
        if earlier and (earlier.table.sheet, earlier.table.block) != (read.table.sheet, read.table.block):
            self.repeated = True
            repeat(read, earlier)
            return ""
        if earlier:
            return self._twice(read, earlier)
        if exists:
            asked = Asked(LIKE, name, (*self._names_at(exists), NEW))
            read.refuse(f"sudah ada di {exists}", _SAME_OR_NEW, at, asked)
            return ""
        if likes := self._likes(read, name):
            reason = f'mungkin sama dengan "{likes[0]}" yang sudah tercatat'
            asked = Asked(LIKE, name, (*likes, NEW))
            read.refuse(reason, 'jawab pada lembar Pertanyaan: nama yang tercatat, atau "inovasi baru"', at, asked)
            return ""
        slug = self._slug(read, name)
        if slug:
            self._tell_double(read, name)
            self.taken.add(slug)
            self.names[read.agency, _called(name)] = read
        return entry_path(read.agency, slug) if slug else ""

    def _elsewhere(self, read: Reading, name: str) -> Reading | None:
        """The one innovation of this name on sheets before, where a row says nothing of whose it is."""
        same = [one for (_, called), one in self.names.items() if called == _called(name)]
        alone = len(same) == 1 and same[0].table.sheet != read.table.sheet
        return same[0] if alone and not read.row.says_whose(read.table) else None

    def _twice(self, read: Reading, earlier: Reading) -> str:
        """The file of a row that has the name of another one, as it was answered: under its own name, or none."""
        at = read.sources.get(NAME)
        same = f"sama dengan {_place(earlier)}"
        title, about = (at[1], f"{at[0].address}: {at[0].text.strip()}") if at else ("", "")
        reply = (read.defaults.reply(title, about) or "").strip()
        if folded(reply) == SAME:
            self.repeated = True
            repeat(read, earlier)
            return ""
        if reply and _called(reply) != _called(read.name):
            read.data[NAME[0]] = reply
            return self.path_for(read)
        text = (
            f'Baris {read.row.number}: "{plain(read.name)}" {same}. Pilih "{SAME}", atau ketik nama yang membedakannya.'
        )
        asked = Asked(title, about, (SAME,), text) if at else None
        read.refuse(same, _SAME_OR_NAME, at, asked)
        return ""

    def _names_at(self, path: str) -> tuple[str, ...]:
        return tuple(one.entry.name for one in self.known.catalogue.innovations.values() if one.path == path)

    def _tell_double(self, read: Reading, name: str) -> None:
        """Two names of an agency that differ only in what stands in brackets may be one innovation."""
        short = folded(name.partition("(")[0])
        earlier = self.short_names.setdefault((read.agency, short), read)
        if earlier is read or not short:
            return
        cure = "hapus salah satu bila inovasinya sama"
        read.tell(f"mungkin sama dengan {_place(earlier)}", cure, read.sources.get(NAME), note=True)

    def _slug(self, read: Reading, name: str) -> str:
        free = is_slug(read.slug) and read.slug not in self.taken and read.slug not in RESERVED_SLUGS
        slug = (read.slug if free else "") if read.slug else proposed_slug(name, read.agency, self.taken)
        if not slug:
            proposal = proposed_slug(as_slug(read.slug) or name, read.agency, self.taken)
            cure = f'tulis "{proposal}" pada kolom slug' if proposal else "tulis nama berkas yang lain pada kolom slug"
            at = read.sources.get(SLUG) or read.sources.get(NAME)
            read.refuse("nama berkasnya tidak dapat dipakai", cure, at)
        return slug


def _called(name: str) -> str:
    """A name without signs and case; an apostrophe parts no words: `Jum'at` is `Jumat`."""
    return folded(re.sub("['\u2018\u2019`]", "", name))


def _place(read: Reading | None) -> str:
    if not read:
        return ""
    block = f" tabel {read.table.block}" if read.table.block else ""
    return f'baris {read.row.number}{block} lembar "{read.table.sheet}"'


def repeat(read: Reading, earlier: Reading) -> None:
    """A row that another sheet has too: where both say the same nothing is lost, and every difference is told."""
    same = f"sama dengan {_place(earlier)}"
    read.remarks = [replace(one, asked=None) for one in read.remarks if not one.row]
    read.tell(f"{same}; tidak dibuat dua kali", "", read.sources.get(NAME), note=True)
    for path, at in read.sources.items():
        key = path[0]
        mine, other = read.data.get(str(key)), earlier.data.get(str(key))
        if key == EVENTS_KEY and isinstance(mine, list):
            other, mine = _has_event(other or [], mine[int(path[1])]), True
        if mine != other and key in read.data:
            cure = "bila yang lama masih benar, tulis juga pada lembar yang dipakai"
            known = other is not None
            reason = f"{'berbeda dari' if known else 'tidak disebut pada'} {_place(earlier)}, yang dipakai"
            read.tell(reason, cure, at)


def _has_event(events: Sequence[Mapping[str, Any]], one: Mapping[str, Any]) -> bool:
    """Whether an event is among others, perhaps told with a day; a year that says of nothing what it is, within one."""
    if one["peristiwa"] == REPORTED and "keadaan" not in one:
        return any(other["tanggal"].startswith(one["tanggal"]) for other in events)
    more = [other for other in events if other["peristiwa"] == one["peristiwa"]]
    plain_one = one.keys() == {"peristiwa", "tanggal"}
    return one in events or (plain_one and any(other["tanggal"].startswith(one["tanggal"]) for other in more))
