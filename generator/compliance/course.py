"""How the index went: who had met the duty at each month's end, by the events dated until then, as the records are now.

What was confirmed or added later counts as if it had been known all along: it is no diary of what the site said. A
closed year follows its record and its corrections: its last month is the record, and before it only what is on record
there counts.
"""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from generator.catalogue.catalogue import Catalogue
from generator.compliance.index import JUDGED, Verdict, YearIndex, assess, compute, judged_on, years_on_record
from generator.dates import PartialDate


@dataclass(frozen=True, slots=True)
class MonthEnd:
    """How `year` stood on `day`, the last of a month or the day that the site speaks for.

    `certain` and `incomplete` are slugs of agencies that had met it: by complete dates, or only with events whose
    month or day is unknown and which may still lie ahead on that day. `due` had a verdict: the M of "N dari M".
    """

    year: int
    day: dt.date
    due: int
    certain: frozenset[str]
    incomplete: frozenset[str]
    closed: bool = False

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
        return MonthEnd(now.year, day, now.due, met, frozenset(), closed=True)
    then = compute(catalogue, now.year, day).verdicts
    if now.result is not None:
        record = {verdict.agency.slug: verdict for verdict in now.verdicts}
        then = tuple(_held(verdict, record, now) for verdict in then)
    met = frozenset(v.agency.slug for v in then if v.status == "memenuhi")
    certain = frozenset(v.agency.slug for v in then if v.agency.slug in met and _for_certain(v, now))
    return MonthEnd(now.year, day, sum(v.status in JUDGED for v in then), certain, met - certain)


def _held(then: Verdict, record: Mapping[str, Verdict], now: YearIndex) -> Verdict:
    """A verdict before the closing, by what the record of the closed year knows of the agency."""
    kept = record.get(then.agency.slug)
    if kept is None:
        return then
    proofs = tuple(proof for proof in then.proofs if proof.slug in kept.slugs)
    held = replace(then, status=kept.status, proofs=proofs)
    if kept.status not in JUDGED:
        return held
    enough = kept.status == "memenuhi" and len(held.slugs) >= now.obligation.rules.minimum.value
    return replace(held, status="memenuhi" if enough else "belum")


def _for_certain(verdict: Verdict, now: YearIndex) -> bool:
    """Whether the events with complete dates suffice."""
    complete = {proof.slug for proof in verdict.proofs if proof.complete}
    return len(complete) >= now.obligation.rules.minimum.value
