"""The problems that agencies ask others to help with: each has an agency that can be asked, and an order of days."""

from collections.abc import Iterator

from generator import layout
from generator.catalogue.registry import Registry, ended
from generator.catalogue.subject import Subject
from generator.dates import spoken
from generator.problems import Problem, problem
from generator.schema.fields import nearest
from generator.schema.needs import Need


def check(subject: Subject) -> Iterator[Problem]:
    """Repeats, dangling references, an open problem of an agency that has ended, days out of order."""
    registry = subject.catalogue.registry if subject.catalogue else None
    seen = set()
    for number, need in enumerate(registry.needs if registry else ()):
        if need.slug in seen:
            yield problem("R002", subject.place(layout.NEEDS, "masalah", number, "slug"), field="slug", nilai=need.slug)
        seen.add(need.slug)
        assert registry is not None
        yield from _agency(subject, registry, number, need)
        if need.innovation and not subject.knows(need.innovation):
            place = subject.place(layout.NEEDS, "masalah", number, "inovasi")
            yield problem("R003", place, field="inovasi", nilai=need.innovation, maksud="")
        if need.date.first > subject.today:
            place = subject.place(layout.NEEDS, "masalah", number, "tanggal")
            yield problem("A001", place, field="tanggal", nilai=need.date, hari_ini=spoken(subject.today))
        if need.until and need.until.surely_before(need.date):
            place = subject.place(layout.NEEDS, "masalah", number, "sampai")
            yield problem("R082", place, field="sampai", nilai=spoken(need.until), tanggal=spoken(need.date))


def _agency(subject: Subject, registry: Registry, number: int, need: Need) -> Iterator[Problem]:
    place = subject.place(layout.NEEDS, "masalah", number, "perangkat_daerah")
    agency = registry.agencies.get(need.agency)
    if agency is None:
        labels = {slug: one.name for slug, one in registry.agencies.items()}
        meant = nearest(need.agency, labels) or ""
        yield problem("R003", place, field="perangkat_daerah", nilai=need.agency, maksud=meant)
    elif agency.until and ended(agency, subject.today) and not need.outcome:
        heirs = ", ".join(heir.slug for heir in registry.heirs(agency, subject.today))
        until = spoken(agency.until)
        yield problem("R081", place, field="perangkat_daerah", nilai=agency.name, sampai=until, maksud=heirs)
