"""Innovations with every reference resolved: what all later stages read."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from generator.catalogue.registry import Registry
from generator.dates import PartialDate
from generator.layout import entry_path
from generator.schema.entry import Entry, Event
from generator.schema.registry import Agency, Term

#: Words of `registry/taxonomy.yml` that the rules below rest on.
REPORTED: Final = "dilaporkan"
STOPPED: Final = "dihentikan"
FINISHED: Final = "selesai"
UNKNOWN_STAGE: Final = "belum-diketahui"
ENDINGS: Final = (STOPPED, FINISHED)
REQUIRED_WORDS: Final[Mapping[str, tuple[str, ...]]] = {
    "peristiwa": (REPORTED, *ENDINGS),
    "tahapan": (UNKNOWN_STAGE, *ENDINGS),
}
#: Events that never meet a duty, whatever a year's rules say.
NEVER_COUNTED: Final = (REPORTED, *ENDINGS)


@dataclass(frozen=True, slots=True)
class Sighting:
    """What the newest report saw (`keadaan`), and when. It is no step of the innovation: no stage follows from it."""

    state: Term
    date: PartialDate


@dataclass(frozen=True)
class Innovation:
    """One innovation and what its words stand for; `listed` is False once it is withdrawn (`ditarik`).

    `sighting` is None where no report tells a state, or where a step may have followed the report.
    """

    slug: str
    agency: Agency
    entry: Entry
    sphere: Term
    mode: Term | None
    initiator: Term | None
    affairs: tuple[Term, ...]
    districts: tuple[Term, ...]
    stage: Term
    listed: bool = True
    sighting: Sighting | None = None

    @property
    def path(self) -> str:
        """Its file in the repository."""
        return entry_path(self.agency.slug, self.slug)

    @cached_property
    def years(self) -> tuple[int, ...]:
        """The years with any dated event but `dilaporkan`, ascending."""
        return tuple(sorted({e.date.first.year for e in self.entry.events if e.kind != REPORTED}))

    @cached_property
    def event_years(self) -> frozenset[int]:
        """The years in which any event may have begun: one within a year has begun in it."""
        return frozenset(event.date.first.year for event in self.entry.events)

    @cached_property
    def everywhere(self) -> bool:
        """Whether it serves all districts."""
        return self.entry.location is not None and self.entry.location.everywhere

    @cached_property
    def unknown_in(self) -> tuple[str, ...]:
        """The keys of the lists in which it is unknown where it belongs, so that it may stand under any word.

        What an entry must have (`bentuk`, `urusan`, its agency) is never unknown.
        """
        known = {
            "jenis": self.mode,
            "tahapan": self.stage.slug != UNKNOWN_STAGE,
            "kecamatan": self.everywhere or self.districts,
            "tahun": self.years,
        }
        return tuple(name for name, found in known.items() if not found)

    @cached_property
    def latest(self) -> Event:
        """The newest event, by the last day it may have been."""
        return max(self.entry.events, key=lambda e: (e.date.last, e.date.first))


#: What a year is wherever innovations are listed, filtered or counted by it: `Innovation.years` in words.
BY_YEAR: Final = (
    "Dikelompokkan menurut tahun setiap peristiwanya, selain dilaporkan. Satu inovasi dapat masuk beberapa tahun. "
    "Yang dihitung untuk kewajiban tercantum di halaman kepatuhan."
)


@dataclass(frozen=True)
class Catalogue:
    """All innovations by slug, in the order of slugs, and the registry they refer to.

    What is listed or counted reads `listed` or `by_agency`; only what answers for every address, every name that is
    taken or every file reads `innovations`, which has the withdrawn ones too.
    """

    innovations: Mapping[str, Innovation]
    registry: Registry

    @cached_property
    def listed(self) -> Mapping[str, Innovation]:
        """All but those that are withdrawn."""
        return {slug: innovation for slug, innovation in self.innovations.items() if innovation.listed}

    @cached_property
    def shared(self) -> tuple[Innovation, ...]:
        """The listed ones that name partners."""
        return tuple(innovation for innovation in self.listed.values() if innovation.entry.partners)

    def at(self, slug: str) -> Innovation | None:
        """The innovation that answers at this address, be it a former one; None if none does."""
        return self.innovations.get(self._moved.get(slug, slug))

    @cached_property
    def _moved(self) -> Mapping[str, str]:
        """Former address -> the one that an innovation has now."""
        return {alias: slug for slug, innovation in self.innovations.items() for alias in innovation.entry.aliases}

    @cached_property
    def folders(self) -> Mapping[str, tuple[Innovation, ...]]:
        """The innovations in each agency's folder; an agency without any has an empty tuple."""
        folders: dict[str, list[Innovation]] = {slug: [] for slug in self.registry.agencies}
        for innovation in self.innovations.values():
            folders[innovation.agency.slug].append(innovation)
        return {slug: tuple(found) for slug, found in folders.items()}

    @cached_property
    def by_agency(self) -> Mapping[str, tuple[Innovation, ...]]:
        """The listed ones of `folders`."""
        return {slug: tuple(one for one in found if one.listed) for slug, found in self.folders.items()}


def resolve(slug: str, agency: Agency, entry: Entry, registry: Registry) -> Innovation:
    """Join an entry, already checked against the registry's words, with those words."""
    term = registry.term
    return Innovation(
        slug=slug,
        agency=agency,
        entry=entry,
        sphere=term("bentuk", entry.sphere),
        mode=term("jenis", entry.mode) if entry.mode else None,
        initiator=term("inisiator", entry.initiator) if entry.initiator else None,
        affairs=tuple(term("urusan", slug) for slug in entry.affairs),
        districts=tuple(term("kecamatan", s) for s in entry.location.districts) if entry.location else (),
        stage=term("tahapan", stage_of(entry.events, registry)),
        listed=entry.withdrawn is None,
        sighting=_sighting(entry.events, registry),
    )


def _sighting(events: tuple[Event, ...], registry: Registry) -> Sighting | None:
    told = [event for event in events if event.kind == REPORTED and event.state]
    if not told:
        return None
    newest = max(told, key=lambda e: (e.date.last, e.date.first))
    if not all(e.kind == REPORTED or e.date.surely_before(newest.date) for e in events):
        return None
    return Sighting(registry.term("keadaan", str(newest.state)), newest.date)


def stage_of(events: tuple[Event, ...], registry: Registry) -> str:
    """The stage that the events alone give.

    The furthest stage reached counts, since partial dates do not always give an order. An ending
    holds unless something certainly later (a restart) follows it. Only reports: not known.
    """
    order = list(registry.taxonomy["tahapan"])
    stages = {slug: word.stage for slug, word in registry.taxonomy["peristiwa"].items()}
    live = [e for e in events if stages[e.kind] and e.kind not in ENDINGS]
    endings = [e for e in events if e.kind in ENDINGS]
    if endings:
        last = max(endings, key=lambda e: (e.date.last, e.date.first))
        if not any(last.date.surely_before(e.date) for e in live):
            return last.kind
        live = [e for e in live if last.date.surely_before(e.date)]
    reached = [stage for e in live if (stage := stages[e.kind])]
    return max(reached, key=order.index) if reached else UNKNOWN_STAGE
