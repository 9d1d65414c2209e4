"""The agencies of a year's index in groups of one status, each with its last innovation and what it can do."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from generator.catalogue.catalogue import Innovation
from generator.compliance.index import JUDGED, ORDER, Verdict, YearIndex
from generator.compliance.wording import StatusWord, reason, status_word
from generator.publishing.view import View
from generator.schema.registry import Term

#: What an agency can do about its row: record an innovation, record how one went on, correct its name, tell its case.
Cure = Literal["catat", "pengembangan", "ralat", "jelaskan", ""]
#: Years side by side: as many as a phone can hold.
YEARS_SHOWN: Final = 8


@dataclass(frozen=True, slots=True)
class Row:
    """One agency: its verdict, why (where the group does not say it), its last dated innovation, how many it has."""

    verdict: Verdict
    reason: str
    last: Innovation | None
    count: int
    cure: Cure


@dataclass(frozen=True, slots=True)
class Group:
    """The agencies of one status; `reason` is the one that most of them share, "" where each has its own.

    Those who are `judged` stand open on every screen.
    """

    word: StatusWord
    reason: str
    rows: tuple[Row, ...]
    judged: bool


def groups(view: View, index: YearIndex) -> Iterator[Group]:
    """Each status that somebody has, those first who can still do something."""
    for status in ORDER:
        verdicts = [verdict for verdict in index.verdicts if verdict.status == status]
        if verdicts:
            reasons = [reason(verdict, index, view.catalogue) for verdict in verdicts]
            shared = _shared(reasons)
            rows = (
                _row(view, index, verdict, "" if why == shared else why)
                for verdict, why in zip(verdicts, reasons, strict=True)
            )
            yield Group(status_word(status, index), shared, tuple(rows), status in JUDGED)


def _shared(reasons: Sequence[str]) -> str:
    [(most, count)] = Counter(reasons).most_common(1)
    return most if count > 1 else ""


def _row(view: View, index: YearIndex, verdict: Verdict, why: str) -> Row:
    own = [i for i in view.catalogue.by_agency.get(verdict.agency.slug, ()) if i.listed]
    last = max((i for i in own if i.years), key=lambda i: (i.latest.date.last, i.slug), default=None)
    return Row(verdict, why, last, len(own), _cure(verdict, index, last))


def _cure(verdict: Verdict, index: YearIndex, last: Innovation | None) -> Cure:
    """A closed year is the maintainers' to correct; who is exempt or not yet bound needs nothing."""
    if index.result is not None:
        return ""
    match verdict.status:
        case "belum":
            return "pengembangan" if last else "catat"
        case "belum-dikonfirmasi":
            return "jelaskan" if verdict.agency.name_confirmed else "ralat"
    return ""


def by_kind(view: View, index: YearIndex) -> list[tuple[Term, list[Verdict]]]:
    """Each kind of agency with its verdicts, in the order of the vocabulary."""
    kinds: Mapping[str, Term] = view.catalogue.registry.taxonomy["jenis_perangkat_daerah"]
    found: dict[str, list[Verdict]] = {slug: [] for slug in kinds}
    for status in ORDER:
        for verdict in index.verdicts:
            if verdict.status == status:
                found[verdict.agency.kind].append(verdict)
    return [(kinds[slug], verdicts) for slug, verdicts in found.items() if verdicts]
