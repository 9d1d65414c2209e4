"""`/cari/saring.json`: every innovation in one row with its value in each facet, for filters that combine.

Counts per value under any combination need every entry once, so this table is whole; it holds no texts (at 1,000
entries about 13 kB compressed, at 10,000 under 100 kB) and is fetched only when somebody opens the filters.
"""

import json
from collections.abc import Callable, Sequence
from typing import Any, Final

from generator import addresses
from generator.catalogue.catalogue import UNKNOWN_STAGE, Innovation
from generator.dates import FIRST_YEAR
from generator.publishing.exports import Build, Files
from generator.publishing.exports.search_index import entry_keys
from generator.publishing.pages.facets import DISTRICT, FACETS, STAGE, words
from generator.publishing.stage_words import state_words
from generator.publishing.view import View, time_words
from generator.schema.registry import Agency, Term

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

    `belum` are the numbers of the sets of which the word is not recorded: such a row may have any value but those in
    `pasti`, which an innovation has or has not.
    """
    label, values, slugs = _values(view, name)
    place = {slug: number for number, (slug, _) in enumerate(values)}
    kinds: dict[tuple[int, ...], int] = {}
    column = [
        kinds.setdefault(tuple(sorted({place[slug] for slug in slugs(innovation)})), len(kinds))
        for innovation in view.by_name
    ]
    unknown = {kind for kind, i in zip(column, view.by_name, strict=True) if name in i.unknown_in}
    stages = view.catalogue.registry.taxonomy[STAGE].keys() - {UNKNOWN_STAGE}
    return {
        "nama": name,
        "label": label,
        "nilai": values,
        "ragam": [list(kind) for kind in kinds],
        "isi": column,
        "belum": sorted(unknown),
        "pasti": [number for slug, number in place.items() if name == STAGE and slug not in stages],
    }


def _shown(agency: Agency, view: View) -> str:
    when = time_words(agency, view.edition.as_of)
    return f"{agency.short or agency.name} ({when})" if when else agency.short or agency.name


def _values(view: View, name: str) -> tuple[str, list[tuple[str, str]], Callable[[Innovation], Sequence[str]]]:
    registry = view.catalogue.registry
    if name == AGENCY:
        agencies = sorted(registry.agencies.values(), key=lambda agency: agency.name.casefold())
        return "Perangkat daerah", [(a.slug, _shown(a, view)) for a in agencies], lambda i: [i.agency.slug]
    facet = next(facet for facet in FACETS if facet.name == name)
    terms = [(term.slug, term.label) for term in words(view, facet)]
    if name == STAGE:
        states = registry.taxonomy["keadaan"].values()
        return facet.heading, terms + [(_seen(state), state_words(state)) for state in states], _stage
    if name == DISTRICT:
        every = [slug for slug, _ in terms]
        return facet.heading, terms, lambda i: every if i.everywhere else facet.slugs(i)
    return facet.heading, terms, facet.slugs


def _stage(innovation: Innovation) -> list[str]:
    """The stage and, beside it, the state that a later report saw."""
    return [innovation.stage.slug, *([_seen(innovation.sighting.state)] if innovation.sighting else [])]


def _seen(state: Term) -> str:
    """The value of a state among the stages, which have words of their own (`uji-coba`)."""
    return f"laporan-{state.slug}"
