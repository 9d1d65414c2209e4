"""Each agency's years side by side: its standing where a year has rules, else how much it began or developed."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.registry import begun, ended
from generator.compliance.earlier_years import produced
from generator.compliance.index import YearIndex, judged_on
from generator.dates import spoken
from generator.schema.registry import Agency
from generator.schema.result import Status


@dataclass(frozen=True, slots=True)
class AgencyYear:
    """One year of an agency: how many innovations count in it, or would if it had been judged.

    `status` is None in a year without rules, and where the agency is not in the year's register; `note` says why: it
    had ended by the year's last day, had not begun, or is not in the record; "" if nothing of this holds.
    """

    year: int
    count: int
    status: Status | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class AgencyYears:
    """One agency's row, the oldest year first."""

    agency: Agency
    years: tuple[AgencyYear, ...]


def agency_years(catalogue: Catalogue, indexes: Mapping[int, YearIndex], as_of: dt.date) -> tuple[AgencyYears, ...]:
    """A row for every agency in the order of names; `indexes` by year with rules.

    A row begins with the first dated event, or with the first year in which the agency was judged, if that is earlier,
    and has every year since.
    """
    first = {slug: _first(catalogue, slug, indexes, as_of) for slug in catalogue.registry.agencies}
    counts = {
        year: {
            agency.slug: len({proof.slug for proof in proofs}) for agency, proofs in produced(catalogue, year, as_of)
        }
        for year in range(min(first.values(), default=as_of.year), as_of.year + 1)
    }
    return tuple(
        AgencyYears(agency, tuple(_years(agency, range(first[agency.slug], as_of.year + 1), indexes, counts, as_of)))
        for agency in sorted(catalogue.registry.agencies.values(), key=lambda agency: (agency.name, agency.slug))
    )


def _first(catalogue: Catalogue, slug: str, indexes: Mapping[int, YearIndex], as_of: dt.date) -> int:
    dated = [year for innovation in catalogue.by_agency[slug] for year in innovation.years if year <= as_of.year]
    judged = [year for year, index in indexes.items() if index.of(slug)]
    return min([*dated, *judged], default=as_of.year)


def _years(
    agency: Agency,
    years: range,
    indexes: Mapping[int, YearIndex],
    counts: Mapping[int, Mapping[str, int]],
    as_of: dt.date,
) -> Iterator[AgencyYear]:
    for year in years:
        index = indexes.get(year)
        if verdict := index and index.of(agency.slug):
            yield AgencyYear(year, len(verdict.slugs), verdict.status)
        else:
            yield AgencyYear(year, counts[year].get(agency.slug, 0), None, _note(agency, judged_on(year, as_of), index))


def _note(agency: Agency, day: dt.date, index: YearIndex | None) -> str:
    """Why an agency has no standing in the year that was judged, or would have been, on `day`."""
    return absent(agency, day) or ("tidak tercantum dalam hasil yang ditutup" if index else "")


def absent(agency: Agency, day: dt.date) -> str:
    """That there was no such agency on `day`: it had ended, or had not begun; "" if it stood."""
    if agency.until and ended(agency, day):
        return f"berakhir {spoken(agency.until)}"
    return f"belum ada, mulai {spoken(agency.since)}" if agency.since and not begun(agency, day) else ""
