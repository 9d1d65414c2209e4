"""Titles of recaps that are cut short: `Btk` for `Bentuk`, `Perangkat Drh`, `Desk. singkat`."""

from collections.abc import Iterator
from typing import Final

from generator.catalogue.registry import Registry
from generator.contributing.table_import.words.column_titles import Columns
from generator.contributing.table_import.words.columns import EVENTS_KEY, RecapColumn
from generator.contributing.table_import.words.title_forms import in_full, title_key
from generator.contributing.table_import.words.title_words import EVENTS
from generator.text.spelling import folded

#: So many letters at least stand for a word, and so many words at most has a title that is cut short.
_SHORTEST: Final = 2
_MOST_WORDS: Final = 5
_SHORTEST_EVENT: Final = 4
_LONGEST: Final = 60
_VOWELS: Final = frozenset("aeiou")


def cut_title(title: str, columns: Columns) -> RecapColumn | None:
    """The one column whose known title has the words of `title`, some of them with fewer letters; else None.

    Each word is the beginning of the word that it stands for, or has letters of it in their order and no vowel behind
    the first. Whether the cells are what that column has is for the caller to see.
    """
    both = (
        (folded(title).split(), title_key(in_full(title.partition("(")[0])).split()) if len(title) <= _LONGEST else ()
    )
    ways = [way for way in both if 0 < len(way) <= _MOST_WORDS and all(len(word) >= _SHORTEST for word in way)]
    known = [(words.split(), column) for words, column in _known(columns)] if ways else []
    found = {column.path: column for whole, column in known if any(_cuts(way, whole) for way in ways)}
    return next(iter(found.values())) if len(found) == 1 else None


def cut_event(title: str, columns: Columns) -> RecapColumn | None:
    """The dates of the one event whose word a title of one word cuts short: `Pnrpn`. The cells are to be seen too."""
    slug = event_cut_short(folded(title), columns.registry)
    return columns.titles[title_key(f"{EVENTS_KEY} {slug}")] if slug else None


def event_cut_short(short: str, registry: Registry) -> str:
    """The slug of the one event whose word a word in small letters cuts short, "" of none or of several."""
    if not _SHORTEST_EVENT <= len(short) <= _LONGEST or " " in short:
        return ""
    kinds = registry.taxonomy["peristiwa"].items()
    words = {slug: (folded(term.label), *EVENTS.get(slug, ())) for slug, term in kinds}
    found = [slug for slug, said in words.items() if any(_stands_for(short, word) for word in said)]
    return found[0] if len(found) == 1 else ""


def _known(columns: Columns) -> Iterator[tuple[str, RecapColumn]]:
    """Every known title with its column; those of what is added to other keys are left."""
    yield from ((title, column) for title, column in columns.titles.items() if not column.lead)
    for column in columns.known:
        yield folded(column.title), column


def _cuts(words: list[str], whole: list[str]) -> bool:
    return len(words) == len(whole) and all(map(_stands_for, words, whole))


def _stands_for(short: str, word: str) -> bool:
    letters = iter(word)
    in_order = short[0] == word[0] and all(letter in letters for letter in short)
    return word.startswith(short) or (in_order and not _VOWELS & set(short[1:]))
