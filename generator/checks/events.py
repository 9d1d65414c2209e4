"""The dated events of an innovation: none in the future, none in an impossible order."""

from collections.abc import Iterator
from typing import Final

from generator.catalogue.catalogue import ENDINGS, REPORTED, STOPPED
from generator.catalogue.subject import Subject
from generator.dates import spoken
from generator.problems import Problem, problem
from generator.reading.document import Document
from generator.schema.entry import Event

#: Each first event of a kind must be able to precede the first of the kinds after it.
ORDER: Final = ("inisiatif", "uji-coba", "penerapan", "pengembangan")


def check(subject: Subject) -> Iterator[Problem]:
    """Future dates, impossible order, a stop without a reason."""
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
        yield from _order(events, document)
        checked = innovation.entry.checked
        if checked and checked.first > subject.today:
            yield problem(
                "A001", document.place(("diperiksa",)), field="diperiksa", nilai=checked, hari_ini=spoken(subject.today)
            )


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
                yield _out_of_order(document, number, event, other)
    started = [event for _, event in first.values()]
    for number, event in enumerate(events):
        if event.kind in ENDINGS and started and all(event.date.surely_before(other.date) for other in started):
            yield _out_of_order(document, number, event, min(started, key=lambda e: e.date))


def _stopped_between(events: tuple[Event, ...], one: Event, other: Event) -> bool:
    """Whether an ending lies between two events: what comes after it is a new beginning."""
    return any(
        e.kind in ENDINGS and one.date.surely_before(e.date) and e.date.surely_before(other.date) for e in events
    )


def _out_of_order(document: Document, number: int, event: Event, other: Event) -> Problem:
    assert event.kind != REPORTED
    return problem(
        "A002",
        document.place(("riwayat", number, "tanggal")),
        field="tanggal",
        nilai=spoken(event.date),
        peristiwa=event.kind,
        lain=other.kind,
        tanggal_lain=spoken(other.date),
    )
