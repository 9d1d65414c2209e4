"""The affair of an innovation whose table says none, where its office or unit has only one in its name."""

from typing import Final

from generator.contributing.table_import.reading import Reading
from generator.contributing.units import matter_of
from generator.text.spelling import folded

_BETWEEN: Final = frozenset(["dan", "serta"])


def own_labels(found: Reading, words: dict[str, str]) -> dict[str, str]:
    """Slug -> label of the affairs that the office of a row is named after."""
    named = set(folded(found.region.registry.agencies[found.agency].name).split()) if found.agency else set()
    return {slug: label for slug, label in words.items() if set(folded(label).split()) - _BETWEEN <= named}


def own_affair(found: Reading, words: dict[str, str]) -> str:
    """The slug of the one affair that can be meant, "" where there are several or none."""
    if not found.agency:
        return ""
    unit = str(found.data.get("unit", {}).get("nama", ""))
    own, agency = own_labels(found, words), found.region.registry.agencies[found.agency]
    by_unit = {
        slug for slug, label in own.items() if set(folded(label).split()) - _BETWEEN <= set(folded(unit).split())
    }
    matters = {slug for slug, label in words.items() if folded(label) in (matter_of(unit), matter_of(agency.name))}
    for found_here in (by_unit, matters & own.keys() or (set() if own else matters), set(own)):
        if len(found_here) == 1:
            return min(found_here)
    return ""
