"""The years before the duty: who began or developed what, as history and without a verdict."""

import datetime as dt

from generator.catalogue.catalogue import Catalogue
from generator.compliance.index import Proof, proofs_of
from generator.schema.registry import Agency


def earlier_years(catalogue: Catalogue, as_of: dt.date) -> tuple[int, ...]:
    """The years before the first rule file in which something began or was developed, newest first."""
    first = min(catalogue.registry.obligations, default=as_of.year)
    years = {
        event.date.first.year
        for innovation in catalogue.listed.values()
        for event in innovation.entry.events
        if event.kind in _creative(catalogue, event.date.first.year) and event.date.begun_by(as_of)
    }
    return tuple(sorted((year for year in years if year < first), reverse=True))


def produced(catalogue: Catalogue, year: int, as_of: dt.date) -> tuple[tuple[Agency, tuple[Proof, ...]], ...]:
    """Who began or developed what in a year before the duty: history, without a verdict."""
    kinds = _creative(catalogue, year)
    rows = []
    for slug, innovations in catalogue.by_agency.items():
        proofs = proofs_of(innovations, kinds, year, as_of)
        if proofs:
            rows.append((catalogue.registry.agencies[slug], proofs))
    return tuple(sorted(rows, key=lambda row: row[0].name))


def _creative(catalogue: Catalogue, year: int) -> tuple[str, ...]:
    """The events that count in `year`: by its own rules, or the first known rules after it."""
    obligations = catalogue.registry.obligations
    later = [y for y in sorted(obligations) if y >= year] or sorted(obligations)[-1:]
    return obligations[later[0]].rules.counted.value if later else ()
