"""How the index went: who had met the duty at each month's end, by the events dated until then, as the records are now.

What was confirmed or added later counts as if it had been known all along: it is no diary of what the site said. A
closed year follows its record and its corrections: its last month is the record, and before it what is on record there
counts from the dates on record on, whatever became of the entries since.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.registry import ended
from generator.compliance.index import (
    JUDGED,
    Proof,
    Verdict,
    YearIndex,
    assess,
    compute,
    in_force,
    judged_on,
    proofs_of,
    years_on_record,
)
from generator.dates import PartialDate


@dataclass(frozen=True, slots=True)
class MonthEnd:
    """How `year` stood on `day`, the last of a month or the day that the site speaks for.

    `certain` and `incomplete` are slugs of agencies that had met it: by complete dates, or only with events whose
    month or day is unknown and which may still lie ahead on that day. `due` had a verdict: the M of "N dari M".
    `record` is the day on which the year was closed, where its record is the figure; None while events make it.
    """

    year: int
    day: dt.date
    due: int
    certain: frozenset[str]
    incomplete: frozenset[str]
    record: dt.date | None = None

    @property
    def closed(self) -> bool:
        """Whether people had closed the year by then: between its end and that day late data could still come."""
        return self.record is not None and self.record <= self.day

    @property
    def met(self) -> frozenset[str]:
        """The N of the headline."""
        return self.certain | self.incomplete


def course(catalogue: Catalogue, as_of: dt.date) -> tuple[MonthEnd, ...]:
    """Every month from the first year with rules on, of the year that the index showed then; the last is `as_of`."""
    years = years_on_record(catalogue, as_of)
    now = {year: assess(catalogue, year, as_of) for year in years}
    return tuple(
        _month(catalogue, now[years_on_record(catalogue, day)[0]], day)
        for day in (_month_ends(min(years), as_of) if years else ())
    )


def _month_ends(year: int, as_of: dt.date) -> Iterator[dt.date]:
    first = dt.date(year, 1, 1)
    while first <= as_of:
        last = PartialDate.parse(first.isoformat()[:7]).last
        yield min(last, as_of)
        first = last + dt.timedelta(days=1)


def _month(catalogue: Catalogue, now: YearIndex, day: dt.date) -> MonthEnd:
    if now.result is not None and day >= judged_on(now.year, now.as_of):
        met = frozenset(v.agency.slug for v in now.verdicts if v.status == "memenuhi")
        return MonthEnd(now.year, day, now.due, met, frozenset(), now.result.as_of.first)
    then = compute(catalogue, now.year, day).verdicts if now.result is None else _on_record(catalogue, now, day)
    met = frozenset(v.agency.slug for v in then if v.status == "memenuhi")
    certain = frozenset(v.agency.slug for v in then if v.agency.slug in met and _for_certain(v, now))
    return MonthEnd(now.year, day, sum(v.status in JUDGED for v in then), certain, met - certain)


def _on_record(catalogue: Catalogue, now: YearIndex, day: dt.date) -> tuple[Verdict, ...]:
    """The verdicts of a day before a year was closed, by its record; of who had gone by its end, by today's data."""
    gone = [
        verdict
        for verdict in compute(catalogue, now.year, day).verdicts
        if now.of(verdict.agency.slug) is None and not in_force(verdict.agency, judged_on(now.year, now.as_of))
    ]
    return (*gone, *(_held(catalogue, verdict, now, day) for verdict in now.verdicts if in_force(verdict.agency, day)))


def _held(catalogue: Catalogue, verdict: Verdict, now: YearIndex, day: dt.date) -> Verdict:
    """A verdict on record as it stood on `day`, by what had happened until then."""
    if verdict.status not in JUDGED:
        return verdict
    proofs = tuple(_recorded_until(catalogue, verdict, now, day))
    enough = verdict.status == "memenuhi" and len({p.slug for p in proofs}) >= now.obligation.rules.minimum.value
    return replace(verdict, status="memenuhi" if enough else "belum", proofs=proofs)


def _recorded_until(catalogue: Catalogue, verdict: Verdict, now: YearIndex, day: dt.date) -> Iterator[Proof]:
    """The events on record behind a verdict; of innovations that a correction brought, those of today."""
    outcomes = now.result.outcomes if now.result else ()
    recorded = [p for outcome in outcomes if outcome.agency == verdict.agency.slug for p in outcome.proofs]
    not_yet = {agency.slug for agency in verdict.predecessors if not ended(agency, day)}

    def earned(slug: str) -> bool:
        """Whether it was the agency's own on `day`: a predecessor keeps what it earned while it stands."""
        found = catalogue.at(slug)
        return slug in verdict.slugs and not (found and found.agency.slug in not_yet)

    for proof in recorded:
        if earned(proof.innovation) and proof.date.begun_by(day):
            yield Proof(proof.innovation, proof, proof.date.complete_by(day), proof.name)
    known = {proof.innovation for proof in recorded}
    brought = [found for slug in verdict.slugs if slug not in known and earned(slug) and (found := catalogue.at(slug))]
    yield from proofs_of(brought, now.obligation.rules.counted.value, now.year, day)


def _for_certain(verdict: Verdict, now: YearIndex) -> bool:
    """Whether the events with complete dates suffice."""
    complete = {proof.slug for proof in verdict.proofs if proof.complete}
    return len(complete) >= now.obligation.rules.minimum.value
