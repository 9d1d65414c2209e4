"""What was handed in: each number once and of its digest, no state without what it needs, no day out of order."""

from collections.abc import Iterator
from itertools import pairwise

from generator.catalogue.registry import Registry
from generator.catalogue.subject import Subject
from generator.dates import spoken
from generator.problems import Place, Problem, problem
from generator.schema.fields import nearest
from generator.schema.handins import HandIn


def check(subject: Subject) -> Iterator[Problem]:
    """Repeats, foreign numbers, dangling references, states without a reason, days that have not come."""
    registry = subject.catalogue.registry if subject.catalogue else None
    seen = set()
    for one in registry.hand_ins if registry else ():
        assert registry is not None
        if one.number in seen:
            yield problem("R002", _place(subject, one, "nomor"), field="nomor", nilai=one.number)
        seen.add(one.number)
        if not one.said.digest.startswith(one.number[-6:]):
            yield problem("R095", _place(subject, one, "sidik"), field="sidik", nilai=one.number)
        yield from _references(subject, one, registry)
        yield from _steps(subject, one)


def _place(subject: Subject, one: HandIn, *path: str | int) -> Place:
    return subject.place(one.path, *one.at, *path)


def _taken_in(one: HandIn) -> str:
    """The command that says which entry a hand-in is in."""
    return f"katalog record handin --number {one.number} --state diterima"


def _references(subject: Subject, one: HandIn, registry: Registry) -> Iterator[Problem]:
    if one.said.agency not in registry.agencies:
        names = {slug: agency.name for slug, agency in registry.agencies.items()}
        place, meant = _place(subject, one, "perangkat_daerah"), nearest(one.said.agency, names) or ""
        yield problem("R003", place, field="perangkat_daerah", nilai=one.said.agency, maksud=meant)
    if one.said.taken_in and one.said.innovation and not subject.knows(one.said.innovation):
        told = {"nilai": one.said.innovation, "saran": "sebutkan inovasi yang memuatnya sekarang"}
        yield problem("R003", _place(subject, one, "inovasi"), field="inovasi", command=_taken_in(one), **told)


def _steps(subject: Subject, one: HandIn) -> Iterator[Problem]:
    for at, step in enumerate(one.said.steps):
        place = _place(subject, one, "perjalanan", at, "keadaan")
        if step.state != "diterima" and not step.note:
            yield problem("R096", place, field="keadaan", nilai=one.number, sebab=f"{step.state} tanpa keterangan")
        if step.state == "diterima" and not one.said.innovation:
            told = {"nilai": one.number, "sebab": "diterima tanpa inovasi"}
            yield problem("R096", place, field="keadaan", command=_taken_in(one), **told)
        if step.date.first > subject.today:
            place = _place(subject, one, "perjalanan", at, "tanggal")
            yield problem("A001", place, field="tanggal", nilai=step.date, hari_ini=spoken(subject.today))
    for at, (before, after) in enumerate(pairwise(one.said.steps), 1):
        if after.date.first < before.date.first:
            place = _place(subject, one, "perjalanan", at, "tanggal")
            yield problem("R097", place, field="tanggal", nilai=spoken(after.date), sebelum=spoken(before.date))
