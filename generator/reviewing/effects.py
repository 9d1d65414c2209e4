"""What a proposal does to the agency compliance index: whose status changes, and by which events without a source."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator import layout
from generator.catalogue.catalogue import Innovation
from generator.compliance.index import Verdict, YearIndex, assess, years_on_record
from generator.compliance.wording import status_word
from generator.dates import spoken
from generator.reviewing.sides import Side


@dataclass(frozen=True, slots=True)
class BareEvent:
    """A new event that counts and for which the entry at `path` names no source, or (`known`) none but its old ones."""

    path: str
    event: str
    date: str
    known: bool


@dataclass(frozen=True, slots=True)
class Effect:
    """An agency whose status in a year's index differs; a word is "" where it is not in the register."""

    agency: str
    year: int
    before: str
    after: str
    bare: tuple[BareEvent, ...] = ()


@dataclass(frozen=True, slots=True)
class _Standing:
    verdict: Verdict
    index: YearIndex

    @property
    def word(self) -> str:
        return status_word(self.verdict.status, self.index).word


_Standings = Mapping[tuple[int, str], _Standing]


def effects(base: Side, head: Side, as_of: dt.date) -> tuple[Effect, ...] | None:
    """The agencies whose status differs on `as_of`, the newest year first; None where no index can be counted."""
    ahead = _rewritten_ahead(base, head, as_of)
    before, after = _standings(base, as_of, ahead), _standings(head, as_of, ahead)
    if before is None or after is None:
        return None
    found = []
    for year, slug in sorted(before.keys() | after.keys(), key=lambda key: (-key[0], key[1])):
        sides = before.get((year, slug)), after.get((year, slug))
        old, new = (side.word if side else "" for side in sides)
        if old != new:
            name = next(side.verdict.agency.name for side in reversed(sides) if side)
            bare = tuple(_bare(base, head, sides[1].verdict)) if sides[1] else ()
            found.append(Effect(name, year, old, new, bare))
    return tuple(found)


def _rewritten_ahead(base: Side, head: Side, as_of: dt.date) -> list[int]:
    """The years that have not begun and whose rules, there on both sides, are other ones now."""
    old, new = (side.catalogue.registry.obligations if side.catalogue else {} for side in (base, head))
    return [year for year in old.keys() & new.keys() if year > as_of.year and old[year] != new[year]]


def _standings(side: Side, as_of: dt.date, ahead: Sequence[int]) -> _Standings | None:
    """(year, agency) -> its standing; None if faulty registers allow no counting."""
    catalogue = side.catalogue
    if catalogue is None or side.checked.problems.errors.within([layout.REGISTRY]):
        return None
    indexes = [assess(catalogue, year, as_of) for year in (*ahead, *years_on_record(catalogue, as_of))]
    return {
        (index.year, verdict.agency.slug): _Standing(verdict, index) for index in indexes for verdict in index.verdicts
    }


def _bare(base: Side, head: Side, verdict: Verdict) -> Iterator[BareEvent]:
    """The new events of a verdict without a source; a correction names slugs alone, no events."""
    assert head.catalogue
    kinds = head.catalogue.registry.taxonomy["peristiwa"]
    for proof in verdict.proofs:
        innovation = head.catalogue.innovations.get(proof.slug)
        if proof.event is None or innovation is None:
            continue
        before = _before(base, innovation)
        if before and (proof.event.kind, proof.event.date) in {(one.kind, one.date) for one in before.entry.events}:
            continue
        old = before.entry.sources if before else ()
        if all(source in old for source in innovation.entry.sources):
            label, known = kinds[proof.event.kind].label, bool(innovation.entry.sources)
            yield BareEvent(innovation.path, label, spoken(proof.event.date), known)


def _before(base: Side, innovation: Innovation) -> Innovation | None:
    """The same innovation as it was, under this address or an old one."""
    recorded = base.catalogue.innovations if base.catalogue else {}
    return next((recorded[slug] for slug in (innovation.slug, *innovation.entry.aliases) if slug in recorded), None)
