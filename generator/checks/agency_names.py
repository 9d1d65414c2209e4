"""The names of agencies: what people call one of them may not mean another, for credit goes by the agency."""

from collections.abc import Iterator

from generator import layout
from generator.catalogue.subject import Subject
from generator.problems import Problem, problem
from generator.reading.spots import DataPath
from generator.schema.registry import Agency
from generator.text.spelling import folded


def check(subject: Subject) -> Iterator[Problem]:
    """Names that are another agency's too.

    An agency that has ended may have had the official name of one that stands. Two may have been one office before: a
    name that both only bore formerly is no problem and means neither.
    """
    if subject.catalogue is None:
        return
    agencies = subject.catalogue.registry.agencies
    fixed = {folded(name): slug for slug, one in agencies.items() for name in (slug, one.name, one.short or slug)}
    rows = subject.documents[layout.AGENCIES].data["perangkat_daerah"]
    numbers = {row["slug"].strip(): number for number, row in enumerate(rows)}
    standing: dict[str, str] = {}
    for slug, agency in agencies.items():
        for key, name in (("nama_resmi", agency.name), ("nama_pendek", agency.short)) if agency.until is None else ():
            if name and (owner := standing.setdefault(folded(name), slug)) != slug:
                place = subject.place(layout.AGENCIES, "perangkat_daerah", numbers[slug], key)
                yield problem("R061", place, field=key, nilai=name, slug=slug, lain=owner)
    seen: dict[str, tuple[str, bool]] = {}
    for slug, agency in agencies.items():
        for path, name, former in _further(agency):
            owner, only_formerly = seen.setdefault(folded(name), (slug, former))
            other = fixed.get(folded(name), owner)
            if other != slug and not (other == owner and former and only_formerly):
                place = subject.place(layout.AGENCIES, "perangkat_daerah", numbers[slug], *path)
                yield problem("R061", place, field=str(path[0]), nilai=name, slug=slug, lain=other)


def _further(agency: Agency) -> Iterator[tuple[DataPath, str, bool]]:
    """Every name beside the official and the short one: its place, the name, whether it is a former one."""
    for number, name in enumerate(agency.others):
        yield ("nama_lain", number), name, False
    for number, old in enumerate(agency.formers):
        yield ("nama_dahulu", number, "nama"), old.name, True
