"""Closing a year: write its result once, and hold later edits of data or rules against it."""

import datetime as dt
import hashlib
import json
from collections.abc import Iterator, Mapping

from generator.catalogue import Catalogue
from generator.compliance import YearIndex, compute, effective, rule_version
from generator.layout import result_path
from generator.problems import Place, Problem, problem
from generator.registry_schema import ResultFile
from generator.yaml_events import Document


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
        lines.append(f"    status: {verdict.status}")
        if verdict.slugs:
            lines.append("    inovasi:")
            lines += [f'      - "{slug}"' for slug in verdict.slugs]
    return "\n".join([*lines, "koreksi: []", ""])


def check(catalogue: Catalogue, documents: Mapping[str, Document]) -> Iterator[Problem]:
    """Every difference between a closed year's record and what data and rules give today.

    A late entry, a deleted one, a changed date, register or rule shows up here until a correction
    with date and reason stands in the `hasil` file.
    """
    for year, result in sorted(catalogue.registry.results.items()):
        document = documents[result_path(year)]
        if result.year != year:
            continue  # R006 says so
        if year not in catalogue.registry.obligations:
            yield problem("R009", Place(document.file), tahun=year)
            continue
        yield from _rule_edits(catalogue, result, document)
        yield from _differences(catalogue, result, document)


def _rule_edits(catalogue: Catalogue, result: ResultFile, document: Document) -> Iterator[Problem]:
    versions = [result.rules, *(c.rules for c in result.corrections if c.rules)]
    today = rule_version(catalogue.registry.obligations[result.year])
    if versions[-1] != today:
        place = document.place(("versi_aturan",))
        yield problem("R008", place, field="versi_aturan", tahun=result.year, nilai=versions[-1], baru=today)


def _differences(catalogue: Catalogue, result: ResultFile, document: Document) -> Iterator[Problem]:
    computed = compute(catalogue, result.year, result.as_of.first)
    code = fingerprint(computed)
    if code in {correction.known for correction in result.corrections}:
        return
    now = {verdict.agency.slug: (verdict.status, verdict.slugs) for verdict in computed.verdicts}
    record = {o.agency: (o.status, tuple(sorted(o.innovations))) for o in effective(result, result.corrections)}
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


def fingerprint(index: YearIndex) -> str:
    """Twelve hex digits that stand for all statuses and their innovations."""
    rows = sorted((verdict.agency.slug, verdict.status, *verdict.slugs) for verdict in index.verdicts)
    return hashlib.sha256(json.dumps(rows).encode()).hexdigest()[:12]


def _spoken(outcome: tuple[str, tuple[str, ...]] | None) -> str:
    if outcome is None:
        return "tidak ada dalam daftar"
    status, slugs = outcome
    return f"{status} ({', '.join(slugs) or 'tanpa inovasi'})"
