"""The agency compliance index: who has met the yearly duty, by which innovations.

A pure function of (catalogue and registers, year, as-of day). What counts stands in
`registry/obligations/<year>.yml`; how it is counted stands here. A closed year is read from its
`hasil` file and its corrections, never computed anew.
"""

import datetime as dt
import hashlib
import json
from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final, get_args

from generator.catalogue.catalogue import Catalogue, Innovation
from generator.catalogue.registry import begun, ended
from generator.compliance.doubts import doubts, gaps
from generator.compliance.record import Standing, effective, obligation_then, recorded_rules
from generator.compliance.replies import replies_by
from generator.schema.entry import Event
from generator.schema.registry import Agency, Exemption, ObligationFile, Reply
from generator.schema.result import Correction, ResultFile, Status

#: Raised when the way of counting below changes; part of every rule version.
COUNTING: Final = 1
#: The statuses that are verdicts: the M of "N dari M".
JUDGED: Final[tuple[Status, ...]] = ("memenuhi", "belum", "tidak")
#: The order of the public list: not yet first, then those that need no look, unconfirmed apart.
ORDER: Final[tuple[Status, ...]] = ("tidak", "belum", "memenuhi", "belum-wajib", "dikecualikan", "belum-dikonfirmasi")


@dataclass(frozen=True, slots=True)
class Proof:
    """One innovation that counts and the event that makes it count.

    `complete` is False where the as-of day lies inside the event's interval, so that a fuller date could still change
    the answer. `name` is the one on record, "" in an open year; a correction names the slug alone.
    """

    slug: str
    event: Event | None = None
    complete: bool = True
    name: str = ""


@dataclass(frozen=True, slots=True)
class Verdict:
    """One agency's standing in one year, with all that explains it.

    Of a closed year `recorded` is the reason on record, and the agency has the name that it had then.
    """

    agency: Agency
    status: Status
    proofs: tuple[Proof, ...] = ()
    predecessors: tuple[Agency, ...] = ()
    exemption: Exemption | None = None
    replies: tuple[Reply, ...] = ()
    corrections: tuple[Correction, ...] = ()
    recorded: str = ""

    @property
    def under_review(self) -> bool:
        """Whether the agency has replied and this is being looked at again."""
        return any(reply.under_review for reply in self.replies)

    @property
    def innovations(self) -> tuple[Proof, ...]:
        """One proof of each innovation, in the order of slugs."""
        return tuple({proof.slug: proof for proof in sorted(self.proofs, key=lambda p: p.slug)}.values())

    @property
    def slugs(self) -> tuple[str, ...]:
        """The innovations that justify the status, sorted, each once."""
        return tuple(sorted({proof.slug for proof in self.proofs}))


@dataclass(frozen=True)
class YearIndex:
    """The index of one year on one day."""

    year: int
    as_of: dt.date
    obligation: ObligationFile
    verdicts: tuple[Verdict, ...]
    result: ResultFile | None = None

    @cached_property
    def counts(self) -> Mapping[Status, int]:
        """Agencies per status; the values sum to the register on that day."""
        counted = Counter(verdict.status for verdict in self.verdicts)
        return {status: counted[status] for status in get_args(Status)}

    @property
    def met(self) -> int:
        """N of the headline "N dari M"."""
        return self.counts["memenuhi"]

    @property
    def due(self) -> int:
        """M of the headline: those with a verdict."""
        return sum(self.counts[status] for status in JUDGED)

    @property
    def provisional(self) -> bool:
        """Whether the circular's text, number or date is still unknown, so that nobody may be accused."""
        return is_provisional(self.obligation)

    @property
    def overdue(self) -> bool:
        """Whether the year is over and nobody has closed it, so that late data still count."""
        return self.result is None and self.as_of > last_day(self.obligation)

    @cached_property
    def rules(self) -> str:
        """The version of the rules this was judged by."""
        if self.result is None:
            return rule_version(self.obligation)
        return recorded_rules(self.result, [c for c in self.result.corrections if c.date.first <= self.as_of])

    def of(self, slug: str) -> Verdict | None:
        """The verdict of one agency; None if it was not in the register on that day."""
        return next((verdict for verdict in self.verdicts if verdict.agency.slug == slug), None)


def is_provisional(obligation: ObligationFile) -> bool:
    """True while the legal basis lacks its number, its date or its text."""
    return bool(gaps(obligation.legal_basis))


def rule_version(obligation: ObligationFile) -> str:
    """Twelve hex digits that change with every edit of a rule, its wording, number, date or deadline."""
    basis = obligation.legal_basis
    content = {
        "counting": COUNTING,
        "rules": obligation.rules.model_dump(mode="json", by_alias=True),
        "basis": [basis.kind, basis.title, basis.number, str(basis.date), basis.text],
        "deadline": str(obligation.deadline.date) if obligation.deadline else None,
    }
    text = json.dumps(content, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def assess(catalogue: Catalogue, year: int, as_of: dt.date) -> YearIndex:
    """The index of `year` as of a day: from the record if the year was closed by then, else computed.

    Raises KeyError if `registry/obligations/<year>.yml` does not exist.
    """
    result = catalogue.registry.results.get(year)
    if result is not None and as_of >= result.as_of.first:
        return _recorded(catalogue, result, as_of)
    return compute(catalogue, year, as_of)


def compute(catalogue: Catalogue, year: int, as_of: dt.date) -> YearIndex:
    """Count afresh, whatever is on record."""
    obligation = catalogue.registry.obligations[year]
    day = judged_on(year, as_of)
    verdicts = [
        _judge(catalogue, obligation, agency, as_of)
        for agency in catalogue.registry.agencies.values()
        if in_force(agency, day)
    ]
    return YearIndex(year, as_of, obligation, _sorted(verdicts))


def judged_on(year: int, as_of: dt.date) -> dt.date:
    """The day whose register counts: the year's last, while it runs the as-of day."""
    return min(as_of, dt.date(year, 12, 31))


def in_force(agency: Agency, day: dt.date) -> bool:
    """Whether the agency exists on `day`."""
    return begun(agency, day) and not ended(agency, day)


def years_on_record(catalogue: Catalogue, as_of: dt.date) -> tuple[int, ...]:
    """The years with a rule file up to the as-of day's year, newest first."""
    return tuple(sorted((y for y in catalogue.registry.obligations if y <= as_of.year), reverse=True))


def _judge(catalogue: Catalogue, obligation: ObligationFile, agency: Agency, as_of: dt.date) -> Verdict:
    rules, year = obligation.rules, obligation.year
    before = catalogue.registry.predecessors(agency, judged_on(year, as_of))
    lineage = (agency, *before)
    own = [i for a in lineage for i in catalogue.by_agency[a.slug]]
    if rules.partners_count.value:
        own += _shared(catalogue, lineage)
    proofs = proofs_of(own, rules.counted.value, year, as_of)
    exemption = _exemption(obligation, agency, as_of)
    status = _status(obligation, lineage, proofs, exemption)
    return Verdict(
        agency,
        status,
        proofs,
        _givers(catalogue, before, proofs),
        exemption,
        replies_by(obligation, as_of, agency.slug),
    )


def _givers(catalogue: Catalogue, before: Collection[Agency], proofs: Collection[Proof]) -> tuple[Agency, ...]:
    """The predecessors whose innovations are among the proofs."""
    slugs = {proof.slug for proof in proofs}
    return tuple(p for p in before if any(i.slug in slugs for i in catalogue.by_agency[p.slug]))


def _exemption(obligation: ObligationFile, agency: Agency, as_of: dt.date) -> Exemption | None:
    """The first in time that has been decided by the day; of two of one day the one that stands first."""
    decided = (e for e in obligation.exemptions if e.agency == agency.slug and e.date.first <= as_of)
    return min(decided, key=lambda e: e.date.first, default=None)


def _shared(catalogue: Catalogue, lineage: tuple[Agency, ...]) -> list[Innovation]:
    slugs = {agency.slug for agency in lineage}
    return [
        innovation
        for innovation in catalogue.shared
        if innovation.agency.slug not in slugs and any(partner.agency in slugs for partner in innovation.entry.partners)
    ]


def proofs_of(
    innovations: Collection[Innovation], kinds: Collection[str], year: int, as_of: dt.date
) -> tuple[Proof, ...]:
    """The events of these kinds in `year`, on or before `as_of`, sorted by innovation and date."""
    found = [
        Proof(innovation.slug, event, event.date.complete_by(as_of))
        for innovation in innovations
        if year in innovation.event_years
        for event in innovation.entry.events
        if event.kind in kinds and event.date.within_year(year) and event.date.begun_by(as_of)
    ]
    return tuple(sorted(found, key=lambda p: (p.slug, p.event.date if p.event else None)))


def _status(
    obligation: ObligationFile,
    lineage: tuple[Agency, ...],
    proofs: tuple[Proof, ...],
    exemption: Exemption | None,
) -> Status:
    agency, rules = lineage[0], obligation.rules
    if doubts(agency, obligation):
        return "belum-dikonfirmasi"
    if exemption is not None:
        return "dikecualikan"
    founded = [member.since.first for member in lineage if member.since is not None]
    if len(founded) == len(lineage) and min(founded) > rules.start.value.first:
        return "belum-wajib"
    if len({proof.slug for proof in proofs}) >= rules.minimum.value:
        return "memenuhi"
    return "belum"


def closed(status: Status, obligation: ObligationFile) -> Status:
    """What closing the year makes of a status. People close it, never the clock; a provisional year accuses nobody."""
    return "tidak" if status == "belum" and not is_provisional(obligation) else status


def last_day(obligation: ObligationFile) -> dt.date:
    """The last day on which the year may still be met: its end, or a later deadline with a source."""
    end = dt.date(obligation.year, 12, 31)
    return max(end, obligation.deadline.date.last) if obligation.deadline else end


def _recorded(catalogue: Catalogue, result: ResultFile, as_of: dt.date) -> YearIndex:
    """The closed year as its file has it, with the corrections made by the as-of day."""
    obligation = obligation_then(result, catalogue.registry.obligations[result.year])
    corrections = [c for c in result.corrections if c.date.first <= as_of]
    verdicts = [
        replace(
            _held(catalogue, standing),
            replies=replies_by(obligation, as_of, standing.outcome.agency),
            corrections=tuple(c for c in corrections if c.agency == standing.outcome.agency),
        )
        for standing in effective(result, corrections)
    ]
    return YearIndex(result.year, as_of, obligation, _sorted(verdicts), result)


def _held(catalogue: Catalogue, standing: Standing) -> Verdict:
    """One agency as the record has it. The register only says where its page is."""
    agencies, outcome = catalogue.registry.agencies, standing.outcome
    recorded = {p.innovation: Proof(p.innovation, p, name=p.name) for p in outcome.proofs}
    return Verdict(
        agency=agencies[outcome.agency].model_copy(update={"name": outcome.name}),
        status=standing.status,
        proofs=tuple(recorded.get(slug) or Proof(slug) for slug in standing.slugs),
        predecessors=tuple(agencies[slug] for slug in outcome.predecessors),
        recorded=outcome.reason,
    )


def _sorted(verdicts: Collection[Verdict]) -> tuple[Verdict, ...]:
    return tuple(sorted(verdicts, key=lambda v: (ORDER.index(v.status), v.agency.name, v.agency.slug)))
