"""The affair of an innovation whose table says none, where its office or unit has only one in its name."""

import re
from collections.abc import Iterator
from typing import Final

from generator.contributing.answers.outcome import Taken
from generator.contributing.table_import.cells.affairs import OTHER
from generator.contributing.table_import.cells.choices import chosen
from generator.contributing.table_import.cells.reading import Reading
from generator.contributing.table_import.words.columns import UNIT, RecapColumn
from generator.contributing.table_import.words.title_signs import OF_PARTS
from generator.contributing.units import matter_of
from generator.schema.shape import Shape
from generator.text.spelling import folded

#: What kind of office it is, before what it is for.
_KIND = re.compile(r"\A(?:dinas|badan|satuan|kantor) ", re.IGNORECASE)
_LOOKED_AT: Final = 30
#: So many different ones that are no affairs make a column one of parts.
_FEWEST_PARTS: Final = 2
_BETWEEN: Final = frozenset(["dan", "serta"])


def own_affairs(found: Reading, shape: Shape) -> tuple[str, ...]:
    """The slugs of the affairs that the office of a row is named after."""
    if not found.agency:
        return ()
    named = _KIND.sub("", found.region.registry.agencies[found.agency].name)
    said = chosen(named, RecapColumn((shape.key,), shape.label, "", shape), found.region)
    return said.values if isinstance(said, Taken) else ()


def own_affair(found: Reading, shape: Shape) -> str:
    """The slug of the one affair that can be meant, "" where there are several or none."""
    if not found.agency:
        return ""
    unit, words = str(found.data.get("unit", {}).get("nama", "")), found.region.words[shape.vocabulary]
    own, agency = set(own_affairs(found, shape)), found.region.registry.agencies[found.agency]
    by_unit = {slug for slug in own if set(folded(words[slug]).split()) - _BETWEEN <= set(folded(unit).split())}
    matters = {slug for slug, label in words.items() if folded(label) in (matter_of(unit), matter_of(agency.name))}
    if not matters:  # what holds for the other units of the table holds for one of a kind that nobody knows
        beside = {matter_of(text) for text in _units_beside(found)} - {""}
        matters = {slug for slug, label in words.items() if len(beside) == 1 and folded(label) in beside}
    for found_here in (by_unit, matters & own or (set() if own else matters), own):
        if len(found_here) == 1:
            return min(found_here)
    return ""


def names_parts(found: Reading, shape: Shape, number: int) -> bool:
    """Whether a column that may be of affairs has parts of an office of one affair, and no other affair: `Bidang`."""
    table, own = found.table, own_affair(found, shape)
    column = RecapColumn((shape.key,), shape.label, "", shape)
    if not own or not OF_PARTS.fullmatch(folded(table.titles[number])):
        return False
    texts = {row.cells[number].text.strip() for row in table.rows[:_LOOKED_AT] if number in row.cells}
    values = [chosen(text, column, found.region) for text in texts]
    others = {slug for value in values if isinstance(value, Taken) for slug in value.values} - {own, OTHER}
    return not others and sum(not isinstance(value, Taken) for value in values) >= _FEWEST_PARTS


def _units_beside(found: Reading) -> Iterator[str]:
    """The units of the first rows of the table."""
    column = next((n for n, one in found.table.columns.items() if one.path == UNIT), 0)
    rows = found.table.rows[:_LOOKED_AT] if column else ()
    return (row.cells[column].text for row in rows if column in row.cells)
