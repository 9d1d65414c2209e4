"""What was handed in: each number once and of its digest, no state without what it needs, no day out of order."""

from collections.abc import Iterator
from itertools import pairwise

from generator import layout
from generator.catalogue.subject import Subject
from generator.dates import spoken
from generator.problems import Problem, problem
from generator.schema.fields import nearest
from generator.schema.handins import HandIn


def check(subject: Subject) -> Iterator[Problem]:
    """Repeats, foreign numbers, dangling references, states without a reason, days that have not come."""
    registry = subject.catalogue.registry if subject.catalogue else None
    seen = set()
    for number, one in enumerate(registry.hand_ins if registry else ()):
        assert registry is not None
        if one.number in seen:
            place = subject.place(layout.HAND_INS, "kiriman", number, "nomor")
            yield problem("R002", place, field="nomor", nilai=one.number)
        seen.add(one.number)
        if not one.digest.startswith(one.number[-6:]):
            place = subject.place(layout.HAND_INS, "kiriman", number, "sidik")
            yield problem("R095", place, field="sidik", nilai=one.number)
        if one.agency not in registry.agencies:
            place = subject.place(layout.HAND_INS, "kiriman", number, "perangkat_daerah")
            meant = nearest(one.agency, {slug: agency.name for slug, agency in registry.agencies.items()}) or ""
            yield problem("R003", place, field="perangkat_daerah", nilai=one.agency, maksud=meant)
        if one.innovation and not subject.knows(one.innovation):
            place = subject.place(layout.HAND_INS, "kiriman", number, "inovasi")
            yield problem("R003", place, field="inovasi", nilai=one.innovation, maksud="")
        yield from _steps(subject, number, one)


def _steps(subject: Subject, number: int, one: HandIn) -> Iterator[Problem]:
    for at, step in enumerate(one.steps):
        place = subject.place(layout.HAND_INS, "kiriman", number, "perjalanan", at, "keadaan")
        if step.state != "diterima" and not step.note:
            yield problem("R096", place, field="keadaan", nilai=one.number, sebab=f"{step.state} tanpa keterangan")
        if step.state == "diterima" and not one.innovation:
            yield problem("R096", place, field="keadaan", nilai=one.number, sebab="diterima tanpa inovasi")
        if step.date.first > subject.today:
            place = subject.place(layout.HAND_INS, "kiriman", number, "perjalanan", at, "tanggal")
            yield problem("A001", place, field="tanggal", nilai=step.date, hari_ini=spoken(subject.today))
    for at, (before, after) in enumerate(pairwise(one.steps), 1):
        if after.date.first < before.date.first:
            place = subject.place(layout.HAND_INS, "kiriman", number, "perjalanan", at, "tanggal")
            yield problem("R097", place, field="tanggal", nilai=spoken(after.date), sebelum=spoken(before.date))
