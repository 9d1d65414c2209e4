"""`/cari/saring.json`: every innovation in one row with its value in each facet, for filters that combine.

Counts per value under any combination need every entry once, so this table is whole; it holds no texts (at 1,000
entries about 13 kB compressed, at 10,000 under 100 kB) and is fetched only when somebody opens the filters.
"""

import json
from collections.abc import Callable, Sequence
from typing import Any, Final

from generator import addresses
from generator.catalogue.catalogue import Innovation
from generator.dates import FIRST_YEAR
from generator.publishing.exports import Build, Files
from generator.publishing.exports.search_index import entry_keys
from generator.publishing.pages.facets import DISTRICT, FACETS, words
from generator.publishing.view import View

#: The facets in the order of the form: what citizens ask first comes first.
ORDER: Final = ("kecamatan", "urusan", "bentuk", "jenis", "perangkat-daerah", "tahapan", "tahun")
AGENCY: Final = "perangkat-daerah"


def files(build: Build) -> Files:
    """One file; rows are in the order of names."""
    view = build.view
    keys = entry_keys(view.catalogue.listed)
    latest = [innovation.latest.date.last for innovation in view.by_name]
    table = {
        "kunci": "".join(keys[innovation.slug] for innovation in view.by_name),
        "bulan": [(date.year - FIRST_YEAR) * 12 + date.month for date in latest],
        "saringan": [_facet(view, name) for name in ORDER],
    }
    yield addresses.FILTERS, json.dumps(table, ensure_ascii=False, separators=(",", ":")).encode()


def _facet(view: View, name: str) -> dict[str, Any]:
    """A facet: its values [slug, label], the sets of values that occur, and which set each row has.

    `belum` is the number of the set that means "not recorded", None if no row has it: such a row may have any value.
    """
    label, values, slugs = _values(view, name)
    place = {slug: number for number, (slug, _) in enumerate(values)}
    kinds: dict[tuple[int, ...], int] = {}
    column = [
        kinds.setdefault(tuple(sorted({place[slug] for slug in slugs(innovation)})), len(kinds))
        for innovation in view.by_name
    ]
    unknown = next((kind for kind, i in zip(column, view.by_name, strict=True) if name in i.unknown_in), None)
    sets = [list(kind) for kind in kinds]
    return {"nama": name, "label": label, "nilai": values, "ragam": sets, "isi": column, "belum": unknown}


def _values(view: View, name: str) -> tuple[str, list[tuple[str, str]], Callable[[Innovation], Sequence[str]]]:
    registry = view.catalogue.registry
    if name == AGENCY:
        agencies = sorted(registry.agencies.values(), key=lambda agency: agency.name.casefold())
        return "Perangkat daerah", [(a.slug, a.short or a.name) for a in agencies], lambda i: [i.agency.slug]
    facet = next(facet for facet in FACETS if facet.name == name)
    terms = [(term.slug, term.label) for term in words(view, facet)]
    if name == DISTRICT:
        every = [slug for slug, _ in terms]
        return facet.heading, terms, lambda i: every if i.everywhere else facet.slugs(i)
    return facet.heading, terms, facet.slugs
