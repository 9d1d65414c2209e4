"""An edition of the national index adds up, and what an entry says of its indicators is what the edition asks for."""

from collections.abc import Iterator

from generator import layout
from generator.catalogue.subject import Subject
from generator.problems import Problem, problem
from generator.reading.document import Document
from generator.schema.indicators import IndicatorRecord, IndicatorsFile
from generator.schema.maturity import Maturity


def check(subject: Subject) -> Iterator[Problem]:
    """Weights and window of every edition; levels, bases and evidence of every entry."""
    if subject.catalogue is None:
        return
    for edition, indicators in subject.catalogue.registry.indicators.items():
        yield from _edition(subject, f"{layout.INDICATORS}/{edition}.yml", indicators)
    known = subject.catalogue.registry.indicators_by_slug()
    for innovation, document in subject.innovations():
        for slug, stated in innovation.entry.maturity.items():
            yield from _stated(document, known[slug], stated)


def _edition(subject: Subject, file: str, edition: IndicatorsFile) -> Iterator[Problem]:
    reached = sum(indicator.most for indicator in edition.indicators)
    if reached != edition.maximum:
        place = subject.place(file, "nilai_tertinggi")
        yield problem("R091", place, field="nilai_tertinggi", nilai=edition.maximum, jumlah=reached)
    measured = edition.measured
    if measured and measured.until.surely_before(measured.since):
        place = subject.place(file, "syarat_terukur", "sampai")
        yield problem("R092", place, field="sampai", nilai=measured.until, dari=measured.since)


def _stated(document: Document, indicator: IndicatorRecord, stated: Maturity) -> Iterator[Problem]:
    at = ("kematangan", indicator.slug)
    bases = indicator.bases or {}
    if bases and stated.basis not in bases:
        choice, given = ", ".join(bases), stated.basis or ""
        yield problem("A041", document.place(at), field="dasar", nilai=given, indikator=indicator.slug, pilihan=choice)
    elif stated.level not in indicator.levels_of(stated.basis or ""):
        place = document.place((*at, "tingkat"))
        yield problem("A042", place, field="tingkat", nilai=stated.level, indikator=indicator.slug)
    for number, evidence in enumerate(stated.evidence):
        if evidence.date is None:
            place = document.place((*at, "bukti", number))
            yield problem("K006", place, field="bukti", nilai=evidence.title)
