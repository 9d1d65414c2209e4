"""What a word with one slip may have been meant to be, and which words are no slips at all.

The deletion neighbourhood of the first letters (Mor and Fraenkel, "A hash code method for detecting and correcting
spelling errors", CACM 25, 1982): two words at most one letter apart share an item.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import takewhile
from pathlib import Path
from typing import Final

from generator.text.word_roots import words

#: Letters at the beginning of a word within which the spelling files find a slip; the browser checks the rest.
SPELLING_LETTERS: Final = 5
SPELLING_SHORTEST: Final = 4
#: How a word is marked that is a word of Indonesian and none of the index: it is never taken for another.
REAL: Final = "="
_PAIR: Final = 2
#: The words of the dictionary of LibreOffice for Indonesian; see the licence beside it.
_DICTIONARY: Final = Path(__file__).with_name("kata-indonesia.txt")


def spelling(written: Iterable[str]) -> dict[str, str]:
    """Item of the deletion neighbourhood -> the words it may have come from, with spaces between.

    A real word that lies one slip from a written one stands, marked, with its own beginning alone.
    """
    known = [word for word in sorted(set(written)) if len(word) >= SPELLING_SHORTEST and not word.isdigit()]
    found: dict[str, list[str]] = {}
    for word in known:
        for item in neighbourhood(word):
            found.setdefault(item, []).append(word)
    for word in sorted(_real_words_near(known)):
        found.setdefault(word[:SPELLING_LETTERS], []).append(f"{REAL}{word}")
    return {item: " ".join(near) for item, near in found.items()}


def neighbourhood(word: str) -> set[str]:
    """The beginning of a word, whole and with each of its letters dropped once."""
    return _shortened(word[:SPELLING_LETTERS])


def _shortened(word: str) -> set[str]:
    return {word, *(word[:at] + word[at + 1 :] for at in range(len(word)))}


def _real_words_near(known: Iterable[str]) -> Iterator[str]:
    """Real words that somebody could be "corrected" away from: those one slip from a known word."""
    near_by: dict[str, list[str]] = {}
    for word in known:
        for item in _shortened(word):
            near_by.setdefault(item, []).append(word)
    written = set(known)
    for real in _listed():
        items = [real, *(real[:at] + real[at + 1 :] for at in range(len(real)))]
        if near_by.keys().isdisjoint(items) or real in written:
            continue
        if any(near(word, real) for item in items for word in near_by.get(item, ())):
            yield real


def near(one: str, other: str) -> bool:
    """Whether at most one letter is wrong, missing, too many, or swapped with its neighbour."""
    begin = _common(one, other)
    end = _common(one[begin:][::-1], other[begin:][::-1])
    left, right = one[begin : len(one) - end], other[begin : len(other) - end]
    return max(len(left), len(right)) < _PAIR or (len(left) == _PAIR and left == right[::-1])


def _common(one: str, other: str) -> int:
    """How many letters both begin with."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


@cache
def _listed() -> Sequence[str]:
    """The words of the dictionary, each once."""
    return tuple(dict.fromkeys(words(_DICTIONARY.read_text("utf-8"))))
