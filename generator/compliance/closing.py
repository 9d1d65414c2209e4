"""Closing a year: write its record once, and hold later edits of it and of the year's rules against it."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, Final

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.subject import Subject
from generator.compliance.doubts import gaps
from generator.compliance.index import Proof, Verdict, YearIndex, closed, compute, last_day, rule_version
from generator.compliance.learned import Learned, learned
from generator.compliance.record import as_typed, as_yaml, digest, recorded_rules
from generator.compliance.wording import closing_reason, name_of
from generator.dates import PartialDate, spoken
from generator.layout import (
    MAX_REGISTRY_BYTES,
    MAX_REGISTRY_NODES,
    OBLIGATIONS,
    RESULT_SUFFIX,
    obligation_path,
    result_path,
    year_in,
)
from generator.problems import Place, Problem, problem
from generator.reading.document import Document, read
from generator.reading.spots import DataPath
from generator.schema.result import Correction, ResultFile, Status

#: What a page prints of a year's rules.
_PRINTED: Final = {"legal_basis", "rules", "deadline"}
_HEAD: Final = "# Hasil tahun {year}. Berkas ini tidak diubah lagi; perubahan ditulis pada koreksi.\n"


def result_text(catalogue: Catalogue, year: int, as_of: dt.date) -> str:
    """The content of the `hasil` file of `year`, judged on `as_of` (YAML)."""
    index = compute(catalogue, year, as_of)
    outcomes = [_outcome(verdict, index, catalogue) for verdict in sorted(index.verdicts, key=lambda v: v.agency.slug)]
    head: dict[str, Any] = {"tahun": year, "per_tanggal": as_of, "versi_aturan": index.rules}
    rest = {**as_typed(index.obligation, _PRINTED), "hasil": outcomes, "koreksi": []}
    file = result_path(year)
    limits = {"limit": MAX_REGISTRY_BYTES, "nodes": MAX_REGISTRY_NODES}
    document, problems = read(as_yaml({**head, **rest}).encode(), file, **limits)
    if document is None or problems:
        raise ValueError(f"{file} would not be read back: {problems}")
    return _HEAD.format(year=year) + as_yaml({**head, "sidik": digest(document.data), **rest})


def _outcome(verdict: Verdict, index: YearIndex, catalogue: Catalogue) -> Mapping[str, Any]:
    """One agency as the record keeps it."""
    held = replace(verdict, status=closed(verdict.status, index.obligation))
    outcome = {
        "perangkat_daerah": held.agency.slug,
        "nama": held.agency.name,
        "status": held.status,
        "alasan": closing_reason(held, index, catalogue),
        "bukti": [_proof(proof, catalogue) for proof in held.proofs],
        "pendahulu": [agency.slug for agency in held.predecessors],
    }
    return {key: value for key, value in outcome.items() if value}


def _proof(proof: Proof, catalogue: Catalogue) -> Mapping[str, str]:
    assert proof.event, "computed proofs have their event"
    return {
        "inovasi": proof.slug,
        "nama": name_of(proof.slug, catalogue),
        "peristiwa": proof.event.kind,
        "tanggal": str(proof.event.date),
    }


def check(subject: Subject) -> Iterator[Problem]:
    """Edits of a closed year's record or rules; and, for maintainers, verdicts that would be others today."""
    if (catalogue := subject.catalogue) is None:
        return
    yield from _edits(subject.documents)
    for year, result in sorted(catalogue.registry.results.items()):
        document = subject.documents[result_path(year)]
        if result.year != year:
            continue  # R006 says so
        if year not in catalogue.registry.obligations:
            if obligation_path(year) not in subject.loaded.texts:
                yield problem("R009", Place(document.file), tahun=year)
            continue
        yield from _days(catalogue, result, document, subject.today)
        yield from _impossible(subject, result, document)
        yield from _rule_edits(catalogue, result, document)
        yield from (_told(found, document) for found in learned(catalogue, result))


def _edits(documents: Mapping[str, Document]) -> Iterator[Problem]:
    """Records that are not what the closing wrote, told from the file as typed: it may lack more than its digest."""
    for file, document in documents.items():
        folder, _, name = file.rpartition("/")
        year = year_in(name, RESULT_SUFFIX) if folder == OBLIGATIONS else None
        if year is None or (written := document.data.get("sidik")) == digest(document.data):
            continue
        cause = f'sidiknya "{written}" tidak cocok dengan isinya' if written else "sidiknya tidak ada"
        day = document.data.get("per_tanggal") or "TANGGAL"
        yield problem("R007", document.place(("sidik",)), field="sidik", tahun=year, sebab=cause, hari=day, berkas=file)


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


def _impossible(subject: Subject, result: ResultFile, document: Document) -> Iterator[Problem]:
    """Corrections that cannot hold: against the rules of the closing, resting on nothing, or against each other."""
    recorded = {outcome.agency for outcome in result.outcomes}
    for number, correction in enumerate(result.corrections):
        if correction.status is None or correction.agency not in recorded:
            continue  # R003, R012 and R042 say so
        wrong = [*_unfit(result, correction), *_unknown(subject, result, correction)]
        for path, cause, cure in (*wrong, *_opposed(result, document, number)):
            place = document.place(("koreksi", number, *path))
            about = {"nilai": correction.status, "sebab": cause, "ganti": cure}
            yield problem("R044", place, field=str(path[0]), tahun=result.year, pd=correction.agency, **about)


#: Where in a correction something is wrong, why it cannot hold, and what to write instead.
_Wrong = tuple[DataPath, str, str]


def _unfit(result: ResultFile, correction: Correction) -> Iterator[_Wrong]:
    """What the closing did not know: blame in a provisional year, time left in any other, a duty met by too few."""
    least, provisional = result.clauses.minimum.value, bool(gaps(result.legal_basis))
    if correction.status == "tidak" and provisional:
        cause = f"tahun {result.year} ditutup sebagai sementara, jadi tidak ada yang dinyatakan lalai"
        yield ("status",), cause, "statusnya belum"
    if correction.status == "belum" and not provisional:
        cause = f"tahun {result.year} sudah ditutup, jadi yang belum memenuhi dinyatakan tidak memenuhi"
        yield ("status",), cause, "statusnya tidak"
    if correction.status == "memenuhi" and len(set(correction.innovations)) < least:
        cause = f"inovasi yang disebut kurang dari {least}"
        yield ("status",), cause, f"sebutkan paling sedikit {least} inovasi (--innovations)"


def _unknown(subject: Subject, result: ResultFile, correction: Correction) -> Iterator[_Wrong]:
    """Innovations of which nobody knows: neither an entry, though withdrawn, nor a former address, nor on record."""
    recorded = {proof.innovation for outcome in result.outcomes for proof in outcome.proofs}
    for number, slug in enumerate(correction.innovations):
        if slug not in recorded and not subject.knows(slug):
            cause = f'inovasi "{slug}" tidak ada di katalog'
            cure = "sebutkan inovasi yang ada (yang ditarik tetap disimpan, yang berganti nama menyebut alias)"
            yield ("inovasi", number), cause, cure


def _opposed(result: ResultFile, document: Document, number: int) -> Iterator[_Wrong]:
    """An earlier correction of the same agency on the same day: which of the two holds, nobody could tell."""
    correction = result.corrections[number]
    for other, earlier in enumerate(result.corrections[:number]):
        if earlier.status and (earlier.agency, earlier.date.first) == (correction.agency, correction.date.first):
            line = document.place(("koreksi", other)).line
            cause = f'koreksi pada baris {line} memberi {earlier.agency} status "{earlier.status}" pada hari yang sama'
            yield ("status",), cause, "satu koreksi saja, atau hari yang berbeda bila salah satunya menyusul"


def _rule_edits(catalogue: Catalogue, result: ResultFile, document: Document) -> Iterator[Problem]:
    recorded = recorded_rules(result, result.corrections)
    current = rule_version(catalogue.registry.obligations[result.year])
    if recorded != current:
        place = document.place(("versi_aturan",))
        yield problem("R008", place, field="versi_aturan", tahun=result.year, nilai=recorded, baru=current)


def _told(found: Learned, document: Document) -> Problem:
    rows = {row["perangkat_daerah"]: number for number, row in enumerate(document.data["hasil"])}
    path: DataPath = ("hasil", rows[found.agency], "perangkat_daerah") if found.agency in rows else ("hasil",)
    return problem(
        "R041",
        document.place(path),
        field="hasil",
        tahun=found.year,
        perangkat_daerah=found.agency,
        nilai=_standing(found.recorded, "tidak ada"),
        baru=_standing(found.now, "tidak ada dalam daftar"),
        maksud=found.acceptable and found.now,
        inovasi="; ".join(found.slugs),
    )


def _standing(status: Status | None, absent: str) -> str:
    return f'berstatus "{status}"' if status else absent
