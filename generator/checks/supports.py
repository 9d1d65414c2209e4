"""Who accompanies an innovation: one office an item, in an order of time that can be, ended where it says so."""

from collections.abc import Iterator

from generator.catalogue.catalogue import Innovation
from generator.catalogue.subject import Subject
from generator.dates import spoken
from generator.problems import Problem, problem
from generator.reading.document import Document
from generator.schema.escort import Support


def check(subject: Subject) -> Iterator[Problem]:
    """Help by nobody or by two, help that ends before it begins, an end of what is still going on."""
    if subject.catalogue is None:
        return
    states = subject.catalogue.registry.taxonomy["keadaan_pendampingan"]
    for innovation, document in subject.innovations():
        for number, support in enumerate(innovation.entry.supports):
            place = document.place(("pendampingan", number))
            if (support.agency is None) == (support.office is None):
                yield problem("A021", place, field="pendampingan")
            if support.ended and states[support.state].waits:
                at = document.place(("pendampingan", number, "selesai"))
                yield problem("A023", at, field="selesai", nilai=states[support.state].label)
            yield from _days(subject, support, number, document)
        yield from _repeats(innovation, document)


def _days(subject: Subject, support: Support, number: int, document: Document) -> Iterator[Problem]:
    for key, date in (("sejak", support.since), ("selesai", support.ended)):
        if date and date.first > subject.today:
            place = document.place(("pendampingan", number, key))
            yield problem("A001", place, field=key, nilai=date, hari_ini=spoken(subject.today))
    for key, date in (("tenggat", support.due), ("selesai", support.ended)):
        if date and date.surely_before(support.since):
            place = document.place(("pendampingan", number, key))
            yield problem("A022", place, field=key, kolom=key, nilai=spoken(date), sejak=spoken(support.since))


def _repeats(innovation: Innovation, document: Document) -> Iterator[Problem]:
    seen = []
    for number, support in enumerate(innovation.entry.supports):
        key = (support.agency or support.office, support.kind, support.since)
        if key in seen:
            place = document.place(("pendampingan", number))
            yield problem("I016", place, field="pendampingan", nilai=" ".join(map(str, key)))
        seen.append(key)
