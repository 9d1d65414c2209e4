"""Values that are sound alone but not together."""

from collections.abc import Iterator, Sequence
from typing import Any

from generator.catalogue.catalogue import Innovation
from generator.catalogue.subject import Subject
from generator.problems import Problem, problem
from generator.reading.document import Document


def check(subject: Subject) -> Iterator[Problem]:
    """Repeats in lists, half-filled groups, pictures that do not match their list."""
    for innovation, document in subject.innovations():
        yield from _repeats(innovation, document)
        yield from _partners(innovation, document)
        for number, result in enumerate(innovation.entry.results):
            if result.before is None and result.after is None:
                yield problem("A007", document.place(("hasil", number)), field="hasil", nilai=result.measure)
        for number, name in enumerate(innovation.entry.suggested):
            if name not in document.data or document.data[name] is None:
                place = document.place(("usulan_penyusun", number))
                yield problem("A009", place, field="usulan_penyusun", nilai=name)
        yield from _pictures(innovation, document, subject)


def _repeats(innovation: Innovation, document: Document) -> Iterator[Problem]:
    entry = innovation.entry
    lists: list[tuple[tuple[str, ...], Sequence[Any]]] = [
        (("urusan",), entry.affairs),
        (("riwayat",), [(e.kind, e.date) for e in entry.events]),
        (("usulan_penyusun",), entry.suggested),
        (("lokasi", "kecamatan"), entry.location.districts if entry.location else ()),
    ]
    for path, values in lists:
        for number, value in enumerate(values):
            if value in values[:number]:
                shown = " ".join(map(str, value)) if isinstance(value, tuple) else value
                yield problem("I016", document.place((*path, number)), field=".".join(path), nilai=shown)


def _partners(innovation: Innovation, document: Document) -> Iterator[Problem]:
    for number, partner in enumerate(innovation.entry.partners):
        place = document.place(("kolaborator", number))
        if (partner.agency is None) == (partner.name is None):
            yield problem("A005", place, field="kolaborator")
        elif partner.agency == innovation.agency.slug:
            yield problem("A006", place, field="kolaborator", nilai=partner.agency)


def _pictures(innovation: Innovation, document: Document, subject: Subject) -> Iterator[Problem]:
    there = {path.name for path in subject.pictures_of(innovation.slug)}
    named = [picture.file for picture in innovation.entry.pictures]
    for number, name in enumerate(named):
        if name not in there:
            place = document.place(("gambar", number, "berkas"))
            yield problem("B014", place, field="gambar", nilai=name, folder=f"{innovation.slug}/")
    for name in sorted(there - set(named)):
        yield problem("B015", document.place(("gambar",)), field="gambar", nilai=name)
