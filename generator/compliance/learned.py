"""What was learned of a year after it was closed: a task for maintainers, never a fault of who contributes late."""

import datetime as dt
import hashlib
import json
import shlex
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from generator.catalogue.catalogue import Catalogue
from generator.compliance.index import Verdict, YearIndex, closed, compute
from generator.compliance.record import Standing, effective, obligation_then
from generator.schema.result import ResultFile, Status

_ACCEPTED: Final = "Isian diterima sesudah tahun ditutup."
_KEPT: Final = "Hasil yang tercatat tetap berlaku."
_COMMAND: Final = ("katalog", "record", "correction")


@dataclass(frozen=True, slots=True)
class Learned:
    """What counting anew gives for one agency of a closed year where the record has another verdict.

    A status is None where the agency does not stand on that side; `slugs` justify the one of today.
    """

    year: int
    agency: str
    recorded: Status | None
    now: Status | None
    slugs: tuple[str, ...]

    @property
    def code(self) -> str:
        """Twelve hex digits by which a correction says that this is known and the record stands."""
        content = [self.year, self.agency, self.recorded, self.now, self.slugs]
        return hashlib.sha256(json.dumps(content).encode()).hexdigest()[:12]

    @property
    def acceptable(self) -> bool:
        """Whether a ready correction gives the agency its verdict of today: only to its good, and if it is on record.

        Who was not judged, or had met the year, is not accused by what is only learned later; people may still say so.
        """
        return self.recorded is not None and self.now == "memenuhi"


def learned(catalogue: Catalogue, result: ResultFile) -> tuple[Learned, ...]:
    """The verdicts that would be others today, agency by agency, but for those that a correction takes note of."""
    known = {correction.known for correction in result.corrections}
    return tuple(one for one in differing(catalogue, result) if one.code not in known)


def differing(catalogue: Catalogue, result: ResultFile) -> tuple[Learned, ...]:
    """The verdicts that would be others today, taken note of or not.

    A further proof of an agency whose verdict stays is no difference.
    """
    record = {standing.outcome.agency: standing for standing in effective(result, result.corrections)}
    now = _counted_now(catalogue, result, record)
    sides = [
        Learned(
            result.year,
            slug,
            record[slug].status if slug in record else None,
            now[slug].status if slug in now else None,
            now[slug].slugs if slug in now else (),
        )
        for slug in sorted(now.keys() | record.keys())
    ]
    return tuple(one for one in sides if one.recorded != one.now)


def _counted_now(catalogue: Catalogue, result: ResultFile, record: Mapping[str, Standing]) -> Mapping[str, Verdict]:
    """Agency -> its verdict if the year were closed today for the day of its closing.

    A withdrawal changes no closed year: what an agency has on record counts for it as if it had not been withdrawn.
    """
    now = _verdicts(catalogue, result)
    for slug in now.keys() & record.keys():
        if withdrawn := _living(catalogue, [record[slug]]) - catalogue.listed.keys():
            now[slug] = _verdicts(_with(catalogue, withdrawn), result)[slug]
    return now


def _verdicts(catalogue: Catalogue, result: ResultFile) -> dict[str, Verdict]:
    index = compute(catalogue, result.year, result.as_of.first)
    then = obligation_then(result, index.obligation)  # a year that was closed as provisional accuses nobody
    return {v.agency.slug: replace(v, status=closed(v.status, then)) for v in index.verdicts}


def _with(catalogue: Catalogue, withdrawn: Collection[str]) -> Catalogue:
    """The catalogue as if these had not been withdrawn."""
    listed = {slug: replace(catalogue.innovations[slug], listed=True) for slug in withdrawn}
    return Catalogue({**catalogue.innovations, **listed}, catalogue.registry)


def _living(catalogue: Catalogue, standings: Iterable[Standing]) -> frozenset[str]:
    """The innovations on record under the addresses that they have today."""
    recorded = {slug for standing in standings for slug in standing.slugs}
    return frozenset(found.slug for slug in recorded if (found := catalogue.at(slug)))


def recorded_later(catalogue: Catalogue, index: YearIndex) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """What would count in a closed year and is not in its record: (agency's name, slugs), none in an open year."""
    if (result := index.result) is None:
        return ()
    corrections = [c for c in result.corrections if c.date.first <= index.as_of]
    record = {standing.outcome.agency: standing for standing in effective(result, corrections)}
    recorded = {slug: _living(catalogue, [standing]) for slug, standing in record.items()}
    names = {slug: standing.outcome.name for slug, standing in record.items()}
    later = [
        (names.get(slug, verdict.agency.name), tuple(s for s in verdict.slugs if s not in recorded.get(slug, ())))
        for slug, verdict in _counted_now(catalogue, result, record).items()
    ]
    return tuple(sorted((name, slugs) for name, slugs in later if slugs))


def correction_commands(found: Learned, today: dt.date) -> Iterator[tuple[str, str]]:
    """What maintainers may type: (what it does, in words; the command)."""
    about = ["--year", str(found.year), "--agency", found.agency, "--date", today.isoformat()]
    if found.acceptable:
        verdict = ["--kind", "hasil", "--status", str(found.now), "--innovations", "; ".join(found.slugs)]
        yield "Bila diterima:", shlex.join([*_COMMAND, *about, *verdict, "--reason", _ACCEPTED])
    yield "Bila hasil tetap:", shlex.join([*_COMMAND, *about, "--kind", "diketahui", "--reason", _KEPT])
