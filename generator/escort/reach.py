"""Where innovations are used inside the region, and how that grew. What is not known stays unknown, a claim a claim."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from generator.catalogue.catalogue import Catalogue, Innovation
from generator.catalogue.registry import Registry
from generator.schema.adoption import Adoption
from generator.schema.registry import Agency, Term
from generator.text.spelling import folded

#: How the name of a village may begin already.
_VILLAGES: Final = ("desa ", "kelurahan ")


@dataclass(frozen=True, slots=True)
class User:
    """One place that uses an innovation, or did; `district` is None where it is not known in which one it lies."""

    innovation: Innovation
    adoption: Adoption
    name: str
    state: Term
    cause: Term | None
    agency: Agency | None
    district: Term | None

    @property
    def lies_in(self) -> bool:
        """Whether its district is something else to tell than its name."""
        told = self.adoption
        return self.district is not None and bool(told.village or told.unit or (told.agency and told.district))

    @property
    def is_district(self) -> bool:
        """Whether a whole district uses it."""
        return not (self.adoption.village or self.adoption.unit or self.agency)

    @property
    def now(self) -> bool:
        """Whether it is used or tried there."""
        return not self.state.ends


@dataclass(frozen=True, slots=True)
class YearEnd:
    """In how many places it was used or tried at a year's end, or on the day where the year is not over."""

    year: int
    count: int


@dataclass(frozen=True)
class Spread:
    """All users, those of one innovation together, in the order of the files."""

    users: tuple[User, ...]
    day: dt.date

    @cached_property
    def of(self) -> Mapping[str, tuple[User, ...]]:
        """Slug of an innovation that somebody uses or did -> who."""
        return _grouped((user.innovation.slug, user) for user in self.users)

    @cached_property
    def here(self) -> Mapping[str, tuple[User, ...]]:
        """Slug of a district -> who uses something there now."""
        return _grouped((user.district.slug, user) for user in self.users if user.district and user.now)

    @cached_property
    def by_agency(self) -> Mapping[str, tuple[User, ...]]:
        """Slug of an agency -> what it uses now."""
        return _grouped((user.agency.slug, user) for user in self.users if user.agency and user.now)


def reach(catalogue: Catalogue, day: dt.date) -> Spread:
    """Who uses what on `day`; what is withdrawn is not told of."""
    villages = _villages(catalogue.registry)
    users = (
        _user(innovation, adoption, catalogue.registry, villages)
        for innovation in catalogue.listed.values()
        for adoption in innovation.entry.adoptions
        if adoption.since is None or adoption.since.begun_by(day)
    )
    return Spread(tuple(users), day)


def over_the_years(users: Sequence[User], day: dt.date) -> tuple[YearEnd, ...]:
    """Each year's end from the first user on, the oldest first.

    Whose beginning is not known is in none of them; nor is who has stopped on a day that is not known.
    """
    dated = [user for user in users if user.adoption.since]
    first = min((user.adoption.since.first.year for user in dated if user.adoption.since), default=day.year + 1)
    return tuple(YearEnd(year, _count(dated, min(dt.date(year, 12, 31), day))) for year in range(first, day.year + 1))


def _count(users: Iterable[User], day: dt.date) -> int:
    return sum(_used(user, day) for user in users)


def _used(user: User, day: dt.date) -> bool:
    since, until = user.adoption.since, user.adoption.until
    if since is None or not since.begun_by(day):
        return False
    return user.now if until is None else until.first > day


def _user(innovation: Innovation, adoption: Adoption, registry: Registry, villages: Mapping[str, set[str]]) -> User:
    agency = registry.agencies[adoption.agency] if adoption.agency else None
    slug = adoption.district or (registry.district(agency) if agency else "")
    if not slug and adoption.village:
        possible = villages.get(folded(_bare(adoption.village)), set())
        slug = next(iter(possible)) if len(possible) == 1 else ""
    return User(
        innovation,
        adoption,
        _name(adoption, agency, registry),
        registry.term("keadaan_pemakaian", adoption.state),
        registry.term("alasan_berhenti", adoption.cause) if adoption.cause else None,
        agency,
        registry.term("kecamatan", slug) if slug else None,
    )


def _name(adoption: Adoption, agency: Agency | None, registry: Registry) -> str:
    if adoption.village:
        told = adoption.village.casefold().startswith(_VILLAGES)
        return adoption.village if told else f"Desa {adoption.village}"
    if adoption.unit:
        return f"{adoption.unit.name} ({registry.term('jenis_unit', adoption.unit.kind).label})"
    if agency:
        return agency.name
    return f"Kecamatan {registry.term('kecamatan', str(adoption.district)).label}"


def _bare(village: str) -> str:
    """The name of a village without the word for one."""
    start = next((word for word in _VILLAGES if village.casefold().startswith(word)), "")
    return village[len(start) :]


def _villages(registry: Registry) -> Mapping[str, set[str]]:
    """A village as the region's words name it -> the districts that have one of that name."""
    found: dict[str, set[str]] = {}
    for places in registry.everyday.places:
        for name in places.names:
            found.setdefault(folded(name), set()).add(places.district)
    return found


def _grouped(pairs: Iterable[tuple[str, User]]) -> dict[str, tuple[User, ...]]:
    found: dict[str, list[User]] = {}
    for slug, user in pairs:
        found.setdefault(slug, []).append(user)
    return {slug: tuple(users) for slug, users in found.items()}
