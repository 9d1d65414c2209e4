"""Who waits for whom: every help that is not over yet, the overdue and the oldest first; and of whom nothing was heard.

What has stood still is asked after, never accused: it may well go on without anybody having told so.
"""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import Final

from generator.catalogue.catalogue import ENDINGS, UNKNOWN_STAGE, Catalogue, Innovation
from generator.catalogue.registry import Registry
from generator.dates import PartialDate, months_old
from generator.schema.escort import Support
from generator.schema.registry import Agency, Term

#: After so many months without news an innovation that people do not use yet is asked after.
MONTHS_STILL: Final = 6
#: One that people use changes seldom: so much longer it may be quiet.
MONTHS_IN_USE: Final = 24
#: Who waits where the next step is with somebody else than owner and escort.
SOMEBODY: Final = "pihak lain"
#: The stage at which people benefit (`registry/taxonomy.yml`); one still on its way there may be stuck.
IN_USE: Final = "penerapan"

_USED: Final = "dipakai"
#: What is asked of an innovation of which a report saw this state last (`keadaan` of `registry/taxonomy.yml`).
_ASKED: Final[Mapping[str, str]] = {
    _USED: "Apakah masih dipakai? Sejak kapan diterapkan, dan kapan terakhir dikembangkan?",
    "uji-coba": "Apakah masih diuji coba, atau sudah diterapkan? Sejak kapan?",
    "dirancang": "Apakah sudah dimulai? Bila sudah, sejak kapan?",
    "ditunda": "Apakah dilanjutkan atau dihentikan? Sejak kapan?",
    "berhenti": "Apakah memang sudah berhenti? Sejak kapan?",
}


@dataclass(frozen=True)
class Step:
    """One help for one innovation, as it stands on a day: what is given, by whom, and who has to take the next step.

    `helper` is None where the office is in no register; then `support.office` names it. `agency` is who is waited for,
    None if that is such an office, somebody else or, where the help is over, nobody.
    """

    innovation: Innovation
    support: Support
    kind: Term
    state: Term
    helper: Agency | None
    day: dt.date

    @property
    def pending(self) -> bool:
        """Whether somebody has to take a next step."""
        return self.state.waits is not None

    @property
    def owner(self) -> Agency | None:
        """The innovation's own agency, where it is waited for."""
        return self.innovation.agency if self.state.waits == "pemilik" else None

    @property
    def next(self) -> str:
        """The next step as a part of a sentence, "" if none is known or the help is over."""
        return (self.support.step or "").removesuffix(".") if self.pending else ""

    @property
    def agency(self) -> Agency | None:
        """The agency that is waited for."""
        return self.helper if self.state.waits == "pendamping" else self.owner

    @property
    def helper_name(self) -> str:
        """Who gives the help, in full."""
        return self.helper.name if self.helper else str(self.support.office)

    @property
    def waited_for(self) -> str:
        """Who is waited for, in full; "" if nobody is."""
        if not self.pending:
            return ""
        if self.agency:
            return self.agency.name
        return self.helper_name if self.state.waits == "pendamping" else SOMEBODY

    @property
    def late(self) -> int:
        """The days by which the next step is overdue, 0 if it is not."""
        due = self.support.due if self.pending else None
        return max(0, (self.day - due.first).days) if due else 0

    @property
    def due_later(self) -> bool:
        """Whether the next step has a day that has not gone by."""
        return self.pending and self.support.due is not None and not self.late


@dataclass(frozen=True, slots=True)
class Still:
    """An innovation of which nothing was heard for long: when something was heard last, what, and who can tell more.

    `agency` is its own or, where that has ended, the one that goes on with what it did.
    """

    innovation: Innovation
    heard: PartialDate
    news: str
    agency: Agency

    @property
    def question(self) -> str:
        """What would be news, by how far it is known to be: by a report that came last, else by its stage."""
        stage, seen = self.innovation.stage.slug, self.innovation.sighting
        if seen and seen.state.slug in _ASKED and (stage, seen.state.slug) != (IN_USE, _USED):
            return _ASKED[seen.state.slug]
        if stage == IN_USE:
            return "Apakah masih berjalan, dan kapan terakhir dikembangkan?"
        if stage == UNKNOWN_STAGE:
            return "Apakah masih berjalan? Sejak kapan diterapkan, dan kapan terakhir dikembangkan?"
        return "Sampai di mana sekarang? Bila sudah diterapkan, sejak kapan?"


@dataclass(frozen=True)
class Escort:
    """All helps on a day, and what has stood still; `steps` are the overdue first, then the oldest."""

    steps: tuple[Step, ...]
    still: tuple[Still, ...]

    @cached_property
    def pending(self) -> tuple[Step, ...]:
        """Where somebody is waited for."""
        return tuple(step for step in self.steps if step.pending)

    @cached_property
    def over(self) -> tuple[Step, ...]:
        """What has ended."""
        return tuple(step for step in self.steps if not step.pending)

    @cached_property
    def late(self) -> tuple[Step, ...]:
        """What is overdue."""
        return tuple(step for step in self.pending if step.late)

    @cached_property
    def innovations(self) -> int:
        """How many innovations have help, be it over."""
        return len({step.innovation.slug for step in self.steps})

    @cached_property
    def by_waiting(self) -> dict[str, tuple[Step, ...]]:
        """Who is waited for -> for what; whose first step is overdue longest, or oldest, comes first."""
        found: dict[str, list[Step]] = {}
        for step in self.pending:
            found.setdefault(step.waited_for, []).append(step)
        return {name: tuple(steps) for name, steps in found.items()}

    @cached_property
    def of(self) -> Mapping[str, tuple[Step, ...]]:
        """Slug of an innovation that has help -> the helps for it."""
        found: dict[str, tuple[Step, ...]] = {}
        for step in self.steps:
            found[step.innovation.slug] = (*found.get(step.innovation.slug, ()), step)
        return found

    @cached_property
    def quiet(self) -> Mapping[str, Still]:
        """Slug of an innovation that has stood still -> what was heard last."""
        return {one.innovation.slug: one for one in self.still}

    @cached_property
    def concerning(self) -> Mapping[str, tuple[Step, ...]]:
        """Slug of an agency -> the open helps that it gives or gets."""
        found: dict[str, tuple[Step, ...]] = {}
        for step in self.pending:
            for agency in {step.helper.slug if step.helper else "", step.innovation.agency.slug} - {""}:
                found[agency] = (*found.get(agency, ()), step)
        return found


def escort(catalogue: Catalogue, day: dt.date) -> Escort:
    """How every innovation is accompanied on `day`; what is withdrawn is not."""
    own = {slug: tuple(_steps(found, catalogue.registry, day)) for slug, found in catalogue.listed.items()}
    quiet = [i for slug, i in catalogue.listed.items() if not _moves(i, catalogue.registry, own[slug], day)]
    still = [_still(innovation, catalogue.registry, day) for innovation in quiet]
    return Escort(
        tuple(sorted(chain.from_iterable(own.values()), key=_urgency)),
        tuple(sorted(still, key=lambda one: (one.heard.last, one.heard.first, one.innovation.slug))),
    )


def _still(innovation: Innovation, registry: Registry, day: dt.date) -> Still:
    heard, news = _last_heard(innovation, registry)
    [agency, *others] = registry.heirs(innovation.agency, day) or [innovation.agency]
    return Still(innovation, heard, news, innovation.agency if others else agency)


def _last_heard(innovation: Innovation, registry: Registry) -> tuple[PartialDate, str]:
    """The newest day that the entry tells of, and of what: an event, a check by its agency, help."""
    entry, told = innovation.entry, list[tuple[PartialDate, str]]()
    for event in entry.events:
        state = f"{registry.term('keadaan', event.state).label.lower()} menurut laporan" if event.state else ""
        told.append((event.date, state or registry.term("peristiwa", event.kind).label.lower()))
    if entry.checked:
        told.append((entry.checked, "isian diperiksa"))
    for support in entry.supports:
        told.append((support.since, "mulai didampingi"))
        if support.ended:
            told.append((support.ended, "pendampingan selesai"))
    return max(told, key=lambda one: (one[0].last, one[0].first))


def _steps(innovation: Innovation, registry: Registry, day: dt.date) -> Iterator[Step]:
    for support in innovation.entry.supports:
        if support.since.begun_by(day):
            yield Step(
                innovation,
                support,
                registry.term("bentuk_pendampingan", support.kind),
                registry.term("keadaan_pendampingan", support.state),
                registry.agencies[support.agency] if support.agency else None,
                day,
            )


def _urgency(step: Step) -> tuple[int, dt.date, dt.date, str, str]:
    since = step.support.since
    return -step.late, since.first, since.last, step.innovation.slug, step.helper_name


def _moves(innovation: Innovation, registry: Registry, own: Sequence[Step], day: dt.date) -> bool:
    """Whether there is nothing to ask after: it has ended, there was news, or a day is set for some."""
    if innovation.stage.slug in ENDINGS or any(step.due_later for step in own):
        return True
    used = innovation.stage.slug == IN_USE and not any(step.pending for step in own)
    newest = _last_heard(innovation, registry)[0]
    return not months_old(newest.last, day, MONTHS_IN_USE if used else MONTHS_STILL)
