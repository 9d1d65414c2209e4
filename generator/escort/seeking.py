"""Who seeks whom: what innovations seek of others, and the problems that agencies ask others to help with."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from generator.catalogue.catalogue import Catalogue, Innovation
from generator.schema.escort import Sought
from generator.schema.needs import Need
from generator.schema.registry import Agency


@dataclass(frozen=True, slots=True)
class Call:
    """Something sought by an agency for an `innovation`, or for a problem without one: then `need` is it.

    `answer` is the innovation that came of a problem, None if none did or is known.
    """

    agency: Agency
    asked: Sought
    day: dt.date
    innovation: Innovation | None = None
    need: Need | None = None
    answer: Innovation | None = None

    @property
    def answered(self) -> bool:
        """Whether it is known what came of it."""
        return self.asked.outcome is not None

    @property
    def past(self) -> bool:
        """Whether its last day has gone by and nothing is known to have come of it."""
        return not self.answered and self.asked.until is not None and self.asked.until.last < self.day

    @property
    def name(self) -> str:
        """The innovation or the problem."""
        return self.innovation.entry.name if self.innovation else self.need.title if self.need else ""


@dataclass(frozen=True)
class Calls:
    """All calls on a day: those with the nearest last day first, then those without one."""

    all: tuple[Call, ...]

    @cached_property
    def waiting(self) -> tuple[Call, ...]:
        """What may still be answered."""
        return tuple(call for call in self.all if not call.answered and not call.past)

    @cached_property
    def past(self) -> tuple[Call, ...]:
        """What was to be answered by a day that has gone by."""
        return tuple(call for call in self.all if call.past)

    @cached_property
    def answered(self) -> tuple[Call, ...]:
        """What somebody answered."""
        return tuple(call for call in self.all if call.answered)

    @cached_property
    def of(self) -> dict[str, tuple[Call, ...]]:
        """Slug of an innovation that seeks something, or did -> what."""
        found: dict[str, list[Call]] = {}
        for call in self.all:
            if call.innovation:
                found.setdefault(call.innovation.slug, []).append(call)
        return {slug: tuple(own) for slug, own in found.items()}

    @cached_property
    def by_agency(self) -> dict[str, tuple[Call, ...]]:
        """Slug of an agency -> what it seeks and nobody has answered."""
        found: dict[str, list[Call]] = {}
        for call in self.all:
            if not call.answered:
                found.setdefault(call.agency.slug, []).append(call)
        return {slug: tuple(calls) for slug, calls in found.items()}


def calls(catalogue: Catalogue, day: dt.date) -> Calls:
    """What is sought on `day`; what is withdrawn seeks nothing, and a problem not before it was told."""
    return Calls(tuple(sorted(_calls(catalogue, day), key=_nearness)))


def _calls(catalogue: Catalogue, day: dt.date) -> Iterator[Call]:
    for innovation in catalogue.listed.values():
        for asked in innovation.entry.sought:
            yield Call(innovation.agency, asked, day, innovation)
    for need in catalogue.registry.needs:
        if need.date.first <= day:
            answer = catalogue.at(need.innovation) if need.innovation else None
            yield Call(catalogue.registry.agencies[need.agency], need, day, need=need, answer=answer)


def _nearness(call: Call) -> tuple[dt.date, str]:
    return call.asked.until.last if call.asked.until else dt.date.max, call.name.casefold()
