"""Titles of one table that differ in their brackets alone: `Inovasi (nama)` beside `Inovasi (ringkasan)`."""

from collections.abc import Mapping
from typing import Final

from generator.contributing.table_import.words.column_titles import Columns
from generator.contributing.table_import.words.columns import RecapColumn
from generator.contributing.table_import.words.title_words import NEUTRAL_GROUPS
from generator.text.spelling import folded

_LONGEST_TITLE: Final = 100


def told_apart(titles: Mapping[int, str], columns: Columns) -> dict[int, RecapColumn]:
    """The columns of such titles, each by what its brackets say: with what stands before them, else alone.

    Alone it counts only behind a word that says nothing of a column; a year or unit in brackets says none.
    """
    parts = {c: _parts(title) for c, title in titles.items() if "(" in title and len(title) <= _LONGEST_TITLE}
    found = {}
    for c, (before, inside) in parts.items():
        beside = {other for said, other in parts.values() if said == before}
        if len(beside) > 1 and before and inside:
            column = columns.title_of(f"{inside} {before}") or columns.title_of(f"{before} {inside}")
            neutral = set(before.split()) <= NEUTRAL_GROUPS
            if one := column or (columns.title_of(inside) if neutral else None):
                found[c] = one
    return found


def _parts(title: str) -> tuple[str, str]:
    before, _, inside = title.partition("(")
    return folded(before), folded(inside)
