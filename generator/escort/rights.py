"""Intellectual property of all innovations: how far each is, what of it ends soon."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from generator.catalogue.catalogue import Catalogue, Innovation
from generator.dates import months_old
from generator.schema.entry import Property
from generator.schema.registry import Term

#: Statuses of `registry/taxonomy.yml` of what could be filed and is not.
_UNFILED: Final = ("potensi", "direkomendasikan")
_REGISTERED: Final = "terdaftar"
#: Who has to renew something wants to know it so many months before.
MONTHS_AHEAD: Final = 12


@dataclass(frozen=True, slots=True)
class Right:
    """One right or potential right; `kind` is None where that is not recorded."""

    innovation: Innovation
    told: Property
    kind: Term | None
    status: Term
    day: dt.date

    @property
    def name(self) -> str:
        """What is registered, else the innovation."""
        return self.told.title or self.innovation.entry.name

    @property
    def over(self) -> bool:
        """Whether its last day has gone by, though its status says nothing of it."""
        return not self.status.ends and self.told.expires is not None and self.told.expires.last < self.day

    @property
    def ends_soon(self) -> bool:
        """Whether it ends within a year."""
        if self.status.ends or self.over or self.told.expires is None:
            return False
        return not months_old(self.day, self.told.expires.first, MONTHS_AHEAD)


@dataclass(frozen=True)
class Rights:
    """All rights, in the order of names."""

    all: tuple[Right, ...]
    statuses: tuple[Term, ...]

    @cached_property
    def by_status(self) -> tuple[tuple[Term, tuple[Right, ...]], ...]:
        """Each status that some have, in the order of the register."""
        groups = ((term, tuple(right for right in self.all if right.status == term)) for term in self.statuses)
        return tuple(group for group in groups if group[1])

    @cached_property
    def unfiled(self) -> tuple[Right, ...]:
        """What an entry says could be filed, and nobody has."""
        return tuple(right for right in self.all if right.status.slug in _UNFILED)

    @cached_property
    def registered(self) -> tuple[Right, ...]:
        """What is registered."""
        return tuple(right for right in self.all if right.status.slug == _REGISTERED)

    @cached_property
    def by_kind(self) -> Mapping[str, int]:
        """How many there are of each kind, by its label; "" for those whose kind is not recorded."""
        found: dict[str, int] = {}
        for right in self.all:
            label = right.kind.label if right.kind else ""
            found[label] = found.get(label, 0) + 1
        return found

    @cached_property
    def urgent(self) -> tuple[Right, ...]:
        """What is over or ends soon, the first day first."""
        found = [right for right in self.all if right.over or right.ends_soon]
        return tuple(sorted(found, key=lambda right: right.told.expires.last if right.told.expires else right.day))


def rights(catalogue: Catalogue, day: dt.date) -> Rights:
    """What is known on `day`; of what is withdrawn nothing is told."""
    found = sorted(_rights(catalogue, day), key=lambda right: (right.name.casefold(), right.innovation.slug))
    return Rights(tuple(found), tuple(catalogue.registry.taxonomy["status_ki"].values()))


def _rights(catalogue: Catalogue, day: dt.date) -> Iterator[Right]:
    term = catalogue.registry.term
    for innovation in catalogue.listed.values():
        for told in innovation.entry.properties:
            if told.date is None or told.date.begun_by(day):
                kind = term("jenis_ki", told.kind) if told.kind else None
                yield Right(innovation, told, kind, term("status_ki", told.status), day)
