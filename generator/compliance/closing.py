"""Closing a year: write its result once, and hold later edits of data or rules against it."""

import datetime as dt
import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import replace

from generator.catalogue.catalogue import Catalogue, Innovation
from generator.catalogue.subject import Subject
from generator.compliance.index import closed, compute, effective, last_day, recorded_rules, rule_version
from generator.dates import PartialDate, spoken
from generator.layout import result_path
from generator.problems import Place, Problem, problem
from generator.reading.document import DataPath, Document
from generator.schema.registry import ResultFile

#: Agency -> (status, justifying slugs).
Standing = Mapping[str, tuple[str, tuple[str, ...]]]


def result_text(catalogue: Catalogue, year: int, as_of: dt.date) -> str:
    """The content of the `hasil` file of `year`, judged on `as_of` (YAML)."""
    index = compute(catalogue, year, as_of)
    lines = [
        f"# Hasil tahun {year}. Berkas ini tidak diubah lagi; perubahan ditulis pada koreksi.",
        f"tahun: {year}",
        f"per_tanggal: {as_of.isoformat()}",
        f'versi_aturan: "{index.rules}"',
        "hasil:",
    ]
    for verdict in sorted(index.verdicts, key=lambda v: v.agency.slug):
        lines.append(f"  - perangkat_daerah: {verdict.agency.slug}")
        lines.append(f"    status: {closed(verdict.status, index.obligation)}")
        if verdict.slugs:
            lines.append("    inovasi:")
            lines += [f'      - "{slug}"' for slug in verdict.slugs]
    return "\n".join([*lines, "koreksi: []", ""])


def check(subject: Subject) -> Iterator[Problem]:
    """Every difference between a closed year's record and what data and rules give today.

    A late entry, a deleted one, a changed date, register or rule shows up here until a correction
    with date and reason stands in the `hasil` file.
    """
    if (catalogue := subject.catalogue) is None:
        return
    for year, result in sorted(catalogue.registry.results.items()):
        document = subject.documents[result_path(year)]
        if result.year != year:
            continue  # R006 says so
        if year not in catalogue.registry.obligations:
            yield problem("R009", Place(document.file), tahun=year)
            continue
        yield from _days(catalogue, result, document, subject.today)
        yield from _rule_edits(catalogue, result, document)
        yield from _differences(catalogue, result, document)


def _days(catalogue: Catalogue, result: ResultFile, document: Document, today: dt.date) -> Iterator[Problem]:
    """A year is closed after its last day, corrected after that, and neither in the future."""
    last = last_day(catalogue.registry.obligations[result.year])
    days: list[tuple[DataPath, PartialDate, dt.date, str]] = [
        (("per_tanggal",), result.as_of, last + dt.timedelta(days=1), f"tahunnya berjalan sampai {spoken(last)}")
    ]
    days += [
        (("koreksi", number, "tanggal"), correction.date, result.as_of.first, "mendahului penutupan tahun")
        for number, correction in enumerate(result.corrections)
    ]
    for path, day, earliest, why in days:
        if not earliest <= day.first <= today:
            cause = why if day.first < earliest else "hari itu belum tiba"
            yield problem("R016", document.place(path), field=str(path[-1]), nilai=spoken(day), sebab=cause)


def _rule_edits(catalogue: Catalogue, result: ResultFile, document: Document) -> Iterator[Problem]:
    recorded = recorded_rules(result, result.corrections)
    current = rule_version(catalogue.registry.obligations[result.year])
    if recorded != current:
        place = document.place(("versi_aturan",))
        yield problem("R008", place, field="versi_aturan", tahun=result.year, nilai=recorded, baru=current)


def _differences(catalogue: Catalogue, result: ResultFile, document: Document) -> Iterator[Problem]:
    record = {o.agency: (o.status, tuple(sorted(o.innovations))) for o in effective(result, result.corrections)}
    computed = compute(_before_withdrawals(catalogue, result, record), result.year, result.as_of.first)
    now = {
        verdict.agency.slug: (closed(verdict.status, computed.obligation), verdict.slugs)
        for verdict in computed.verdicts
    }
    code = fingerprint(now, record)
    if code in {correction.known for correction in result.corrections}:
        return
    rows = {outcome.agency: number for number, outcome in enumerate(result.outcomes)}
    for slug in sorted(now.keys() | record.keys()):
        if now.get(slug) != record.get(slug):
            path = ("hasil", rows[slug], "perangkat_daerah") if slug in rows else ("hasil",)
            yield problem(
                "R007",
                document.place(path),
                field="hasil",
                tahun=result.year,
                perangkat_daerah=slug,
                nilai=_spoken(record.get(slug)),
                baru=_spoken(now.get(slug)),
                kode=code,
            )


def _before_withdrawals(catalogue: Catalogue, result: ResultFile, record: Standing) -> Catalogue:
    """The catalogue as if nothing had been withdrawn since the closing: a withdrawal changes no closed year."""
    proofs = {slug for _, slugs in record.values() for slug in slugs}

    def stood(innovation: Innovation) -> bool:
        withdrawn = innovation.entry.withdrawn
        return withdrawn is None or withdrawn.date.first > result.as_of.first or innovation.slug in proofs

    return Catalogue(
        {slug: replace(found, listed=stood(found)) for slug, found in catalogue.innovations.items()}, catalogue.registry
    )


def fingerprint(now: Standing, record: Standing) -> str:
    """Twelve hex digits that stand for what is counted now and what is on record."""
    content = [sorted((slug, *outcome) for slug, outcome in side.items()) for side in (now, record)]
    return hashlib.sha256(json.dumps(content).encode()).hexdigest()[:12]


def _spoken(outcome: tuple[str, tuple[str, ...]] | None) -> str:
    if outcome is None:
        return "tidak ada dalam daftar"
    status, slugs = outcome
    return f"{status} ({', '.join(slugs) or 'tanpa inovasi'})"
