"""Each agency's years side by side: its standing where a year has rules, else how much it began or developed."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.catalogue.catalogue import Catalogue
from generator.compliance.earlier_years import produced
from generator.compliance.index import YearIndex
from generator.schema.registry import Agency
from generator.schema.result import Status


@dataclass(frozen=True, slots=True)
class AgencyYear:
    """One year of an agency: how many innovations count in it; `status` is None in a year without rules."""

    year: int
    count: int
    status: Status | None = None


@dataclass(frozen=True, slots=True)
class AgencyYears:
    """One agency's row, the oldest year first."""

    agency: Agency
    years: tuple[AgencyYear, ...]


def agency_years(catalogue: Catalogue, indexes: Mapping[int, YearIndex], as_of: dt.date) -> tuple[AgencyYears, ...]:
    """A row for every agency in the order of names, from its first dated event on; `indexes` by year with rules."""
    first = {
        slug: min((year for innovation in own for year in innovation.years if year <= as_of.year), default=as_of.year)
        for slug, own in catalogue.by_agency.items()
    }
    begun = min([*first.values(), *indexes], default=as_of.year)
    counts = {
        year: {
            agency.slug: len({proof.slug for proof in proofs}) for agency, proofs in produced(catalogue, year, as_of)
        }
        for year in range(begun, as_of.year + 1)
        if year not in indexes
    }
    return tuple(
        AgencyYears(agency, tuple(_years(agency, range(begun, as_of.year + 1), first[agency.slug], indexes, counts)))
        for agency in sorted(catalogue.registry.agencies.values(), key=lambda agency: (agency.name, agency.slug))
    )


def _years(
    agency: Agency,
    years: range,
    first: int,
    indexes: Mapping[int, YearIndex],
    counts: Mapping[int, Mapping[str, int]],
) -> Iterator[AgencyYear]:
    for year in years:
        if year in indexes:
            verdict = indexes[year].of(agency.slug)
            if verdict is not None:
                yield AgencyYear(year, len(verdict.slugs), verdict.status)
        elif first <= year <= (agency.until.last.year if agency.until else year):
            yield AgencyYear(year, counts[year].get(agency.slug, 0))
