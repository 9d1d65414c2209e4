"""Where an innovation is used: one place an item, in an order of time that can be, stopped where it says so.

Who took it over is not who it was taken from.
"""

from collections.abc import Iterator
from typing import Any

from generator.catalogue.subject import Subject
from generator.dates import spoken
from generator.problems import Problem, problem
from generator.reading.document import Document
from generator.schema.adoption import Adoption
from generator.schema.entry import Entry


def check(subject: Subject) -> Iterator[Problem]:
    """A place that is none or several, an end before the beginning, a stop of what goes on, a copy taken back."""
    if subject.catalogue is None:
        return
    states = subject.catalogue.registry.taxonomy["keadaan_pemakaian"]
    for innovation, document in subject.innovations():
        seen: list[tuple[Any, ...]] = []
        for number, adoption in enumerate(innovation.entry.adoptions):
            place = document.place(("pemakai", number))
            users = [user for user in (adoption.village, adoption.unit, adoption.agency) if user]
            if len(users) > 1 or not (users or adoption.district):
                yield problem("A024", place, field="pemakai")
            stopped = "sampai" if adoption.until else "alasan" if adoption.cause else ""
            if stopped and not states[adoption.state].ends:
                at = document.place(("pemakai", number, stopped))
                yield problem("A025", at, field=stopped, kolom=stopped, nilai=states[adoption.state].label)
            yield from _days(subject, adoption, number, document)
            key = (adoption.district, adoption.village, adoption.unit, adoption.agency, adoption.since)
            if key in seen:
                yield problem("I016", place, field="pemakai", nilai=user_words(adoption))
            seen.append(key)
        yield from _copied_back(innovation.entry, document)


def user_words(adoption: Adoption) -> str:
    """The user as it is written."""
    unit = adoption.unit and adoption.unit.name
    return adoption.village or unit or adoption.agency or adoption.district or ""


def _copied_back(entry: Entry, document: Document) -> Iterator[Problem]:
    if entry.replication is None:
        return
    origins = {copy.party.casefold() for copy in entry.replication.origin}
    for number, copy in enumerate(entry.replication.takers):
        if copy.party.casefold() in origins:
            place = document.place(("replikasi", "oleh", number, "pihak"))
            yield problem("A027", place, field="replikasi", nilai=copy.party)


def _days(subject: Subject, adoption: Adoption, number: int, document: Document) -> Iterator[Problem]:
    for key, date in (("sejak", adoption.since), ("sampai", adoption.until)):
        if date and date.first > subject.today:
            place = document.place(("pemakai", number, key))
            yield problem("A001", place, field=key, nilai=date, hari_ini=spoken(subject.today))
    if adoption.since and adoption.until and adoption.until.surely_before(adoption.since):
        place = document.place(("pemakai", number, "sampai"))
        yield problem("A026", place, field="sampai", nilai=spoken(adoption.until), sejak=spoken(adoption.since))
