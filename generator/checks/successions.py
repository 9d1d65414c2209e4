"""Agencies through time: who ends has a day and an heir, who goes on can do so, nobody acts out of time."""

import datetime as dt
from collections.abc import Iterator
from typing import Final

from generator import layout
from generator.catalogue.catalogue import REPORTED
from generator.catalogue.registry import Registry, stood_by
from generator.catalogue.subject import Subject
from generator.dates import PartialDate, spoken
from generator.problems import Place, Problem, problem
from generator.schema.registry import Agency

#: Who stood so long before the other ended is an older agency that takes it in; no new one begins so early by intent.
STOOD_BEFORE: Final = dt.timedelta(days=365)


def check(subject: Subject) -> Iterator[Problem]:
    """Impossible years, rings of succession, successors that cannot go on, an end without any, events out of time."""
    if subject.catalogue is None:
        return
    registry = subject.catalogue.registry
    rows = subject.documents[layout.AGENCIES].data["perangkat_daerah"]
    numbers = {row["slug"].strip(): number for number, row in enumerate(rows)}
    for slug, agency in registry.agencies.items():
        places = _Places(subject, numbers[slug])
        yield from _lifetime(agency, places)
        if _returns_to(registry, slug):
            yield problem("R004", places.of("penerus"), field="penerus", nilai=slug)
        else:
            yield from _successors(registry, agency, places)
    yield from _events(subject, registry)


def _events(subject: Subject, registry: Registry) -> Iterator[Problem]:
    """What happened while neither the entry's agency nor anybody of its line stood, without a word that says why.

    It counts all the same: what a predecessor began may be told as the agency's own. A report is no act of an agency.
    """
    for innovation, document in subject.innovations():
        agency = innovation.agency
        for number, event in enumerate(innovation.entry.events):
            if event.kind == REPORTED or event.note or stood_by(agency, event.date):
                continue
            if not any(stood_by(one, event.date) for one in registry.line(agency)):
                place = document.place(("riwayat", number, "tanggal"))
                when = _life(agency, event.date)
                yield problem("R054", place, field="tanggal", nilai=spoken(event.date), pd=agency.slug, sebab=when)


def _life(agency: Agency, date: PartialDate) -> str:
    """Which bound of an agency's life a date lies beyond."""
    if agency.since and date.last < agency.since.first:
        return f"mulai {spoken(agency.since)}"
    assert agency.until, "it has stood and stands no more"
    return f"berakhir {spoken(agency.until)}"


class _Places:
    """Where the values of one agency stand."""

    def __init__(self, subject: Subject, number: int) -> None:
        self._subject, self._number = subject, number

    def of(self, *path: str | int) -> Place:
        return self._subject.place(layout.AGENCIES, "perangkat_daerah", self._number, *path)


def _lifetime(agency: Agency, places: _Places) -> Iterator[Problem]:
    if agency.since and agency.until and agency.until.first < agency.since.first:
        yield problem("R005", places.of("berlaku_sampai"), nilai=agency.slug, sebab="berakhir sebelum mulai berlaku")
    if agency.successors and agency.until is None:
        place = places.of("penerus")
        yield problem("R005", place, nilai=agency.slug, sebab="punya penerus tetapi berlaku_sampai kosong")
    if agency.until and not agency.successors and not agency.note:
        yield problem("R052", places.of("berlaku_sampai"), nilai=agency.slug, sampai=spoken(agency.until))


def _successors(registry: Registry, agency: Agency, places: _Places) -> Iterator[Problem]:
    if agency.until is None:
        return
    about = {"field": "penerus", "lama": agency.slug, "sampai": spoken(agency.until)}
    for number, slug in enumerate(agency.successors):
        heir = registry.agencies.get(slug)
        if heir and (why := _cannot_continue(heir, agency.until.last)):
            yield problem("R051", places.of("penerus", number), nilai=slug, sebab=why, **about)


def _cannot_continue(heir: Agency, last: dt.date) -> str:
    """Why `heir` cannot go on with the work of an agency whose last day is `last`, "" if it can."""
    if heir.until and heir.until.last <= last:
        return f"sudah berakhir {spoken(heir.until)}"
    if heir.since and last - STOOD_BEFORE < heir.since.first <= last:
        return f"mulai {spoken(heir.since)}"
    return ""


def _returns_to(registry: Registry, slug: str) -> bool:
    """Whether following the successors of `slug` leads back to it."""
    ahead, seen = list(registry.agencies[slug].successors), set()
    while ahead:
        current = ahead.pop()
        if current == slug:
            return True
        if current not in seen and current in registry.agencies:
            seen.add(current)
            ahead += registry.agencies[current].successors
    return False
