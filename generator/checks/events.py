"""The dates of an innovation: none in the future, none in an impossible order."""

import datetime as dt
from collections.abc import Iterator
from typing import Final

from generator.catalogue.catalogue import ENDINGS, REPORTED, STOPPED
from generator.catalogue.subject import Subject
from generator.dates import PartialDate, spoken
from generator.problems import Problem, problem
from generator.reading.document import Document
from generator.reading.spots import DataPath
from generator.schema.entry import Entry, Event

#: Each first event of a kind must be able to precede the first of the kinds after it.
ORDER: Final = ("inisiatif", "uji-coba", "penerapan", "pengembangan")


def check(subject: Subject) -> Iterator[Problem]:
    """Future dates, impossible order, a stop without a reason, a state seen by what is no report."""
    for innovation, document in subject.innovations():
        events = innovation.entry.events
        for number, event in enumerate(events):
            path = ("riwayat", number, "tanggal")
            if event.date.first > subject.today:
                yield problem(
                    "A001", document.place(path), field="tanggal", nilai=event.date, hari_ini=spoken(subject.today)
                )
            if event.kind == STOPPED and not event.reason:
                yield problem("A003", document.place(("riwayat", number)), field="alasan")
            if event.state and event.kind != REPORTED:
                place = document.place(("riwayat", number, "keadaan"))
                yield problem("A010", place, field="keadaan", nilai=event.state, peristiwa=event.kind)
        yield from _order(events, document)
        yield from _days(innovation.entry, document, subject.today)


def _days(entry: Entry, document: Document, today: dt.date) -> Iterator[Problem]:
    """The days that are no events: checked, and withdrawn, which cannot come before all that the entry tells."""
    withdrawn = entry.withdrawn.date if entry.withdrawn else None
    days: tuple[tuple[DataPath, PartialDate | None], ...] = (
        (("diperiksa",), entry.checked),
        (("ditarik", "tanggal"), withdrawn),
    )
    for path, day in days:
        if day and day.first > today:
            yield problem("A001", document.place(path), field=str(path[-1]), nilai=day, hari_ini=spoken(today))
    if withdrawn and all(withdrawn.surely_before(event.date) for event in entry.events):
        earliest = min(entry.events, key=lambda e: e.date)
        yield _out_of_order(document, ("ditarik", "tanggal"), "ditarik", withdrawn, earliest)


def _order(events: tuple[Event, ...], document: Document) -> Iterator[Problem]:
    first: dict[str, tuple[int, Event]] = {}
    for number, event in enumerate(events):
        if event.kind in ORDER and (event.kind not in first or event.date < first[event.kind][1].date):
            first[event.kind] = (number, event)
    kinds = [kind for kind in ORDER if kind in first]
    for position, kind in enumerate(kinds):
        number, event = first[kind]
        for earlier in kinds[:position]:
            other = first[earlier][1]
            if event.date.surely_before(other.date) and not _stopped_between(events, event, other):
                yield _out_of_order(document, ("riwayat", number, "tanggal"), event.kind, event.date, other)
    started = [event for _, event in first.values()]
    for number, event in enumerate(events):
        if event.kind in ENDINGS and started and all(event.date.surely_before(other.date) for other in started):
            earliest = min(started, key=lambda e: e.date)
            yield _out_of_order(document, ("riwayat", number, "tanggal"), event.kind, event.date, earliest)


def _stopped_between(events: tuple[Event, ...], one: Event, other: Event) -> bool:
    """Whether an ending lies between two events: what comes after it is a new beginning."""
    return any(
        e.kind in ENDINGS and one.date.surely_before(e.date) and e.date.surely_before(other.date) for e in events
    )


def _out_of_order(document: Document, path: DataPath, kind: str, date: PartialDate, other: Event) -> Problem:
    assert kind != REPORTED
    return problem(
        "A002",
        document.place(path),
        field="tanggal",
        nilai=spoken(date),
        peristiwa=kind,
        lain=other.kind,
        tanggal_lain=spoken(other.date),
    )
