"""Which recorded innovations a new one may repeat: the same name spelt otherwise, or the same thing in other words.

Two texts are alike by the roots they share, a rare root weighing more than a common one (tf-idf). It is a hint to a
reviewer, never a problem. The bounds were set on the first catalogue, where they name all of eleven retellings and, of
its 210 pairs of different innovations, the two whose texts are nearly the same sentence.
"""

import math
from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final

from generator.schema.entry import NAME_MAX, Entry
from generator.text.word_roots import roots, words

#: From here on a reviewer is told: texts alike, names spelt alike (the writer of one is told too), or a word of the
#: name and some of the text.
_TEXT: Final = 0.30
SPELLING: Final = 0.85
_NAME: Final = 0.50
_TEXT_WITH_NAME: Final = 0.15
#: From here on one name has the whole of the other.
_WHOLE_NAME: Final = 0.999
_SHORTEST_ROOT: Final = 3
_MOST: Final = 3

_Roots = frozenset[str]


@dataclass(frozen=True, slots=True)
class Likeness:
    """How like an innovation is to another (`slug`), each from 0 to 1."""

    slug: str
    name: float
    text: float
    #: Whether only a part of a name speaks for it, such as one word that both have.
    weak: bool = False

    @property
    def score(self) -> float:
        """What to look at first."""
        return max(self.name, self.text)


def alike(entry: Entry, others: Mapping[str, Entry]) -> tuple[Likeness, ...]:
    """The at most three of `others` (by slug) that `entry` may repeat, the likest first."""
    texts = {slug: _roots(_text(other)) for slug, other in others.items()}
    own = _roots(_text(entry))
    weights = _weights(texts.values(), own | _roots(entry.name))
    found = []
    for slug, other in others.items():
        text = _cosine(own, texts[slug], weights)
        spelling, shared = spelled_alike(entry.name, other.name), _shared(entry.name, other.name, weights)
        sure = text >= _TEXT or spelling >= SPELLING
        if sure or (shared >= _NAME and text >= _TEXT_WITH_NAME):
            weak = not sure and shared < _WHOLE_NAME
            found.append(Likeness(slug, max(spelling, shared), text, weak))
    return tuple(sorted(found, key=lambda one: (-one.score, one.slug))[:_MOST])


def _text(entry: Entry) -> str:
    parts = (entry.name, entry.summary, entry.problem, entry.solution, entry.novelty, entry.benefit)
    return " ".join(part for part in parts if part)


def _roots(text: str) -> _Roots:
    """Every root that a word of the text may have; a wrong reading is rare elsewhere and weighs little."""
    return frozenset(root for word in set(words(text)) for root in roots(word) if len(root) >= _SHORTEST_ROOT)


def _weights(texts: Collection[_Roots], own: _Roots) -> Mapping[str, float]:
    """Root -> its weight: the logarithm of how seldom it is recorded; one of `own` that never is counts as once."""
    counts = Counter(root for text in texts for root in text)
    return {root: math.log((len(texts) + 1) / (counts[root] or 1)) for root in own | counts.keys()}


def _cosine(one: _Roots, other: _Roots, weights: Mapping[str, float]) -> float:
    lengths = [math.sqrt(sum(weights[root] ** 2 for root in side)) for side in (one, other)]
    return sum(weights[root] ** 2 for root in one & other) / math.prod(lengths) if all(lengths) else 0.0


def _shared(one: str, other: str, weights: Mapping[str, float]) -> float:
    """How much of the shorter name's weight the other has too."""
    first, second = _roots(one), _roots(other)
    shorter = min(sum(weights[root] for root in side) for side in (first, second))
    return sum(weights[root] for root in first & second) / shorter if shorter else 0.0


def spelled_alike(one: str, other: str) -> float:
    """How like two names are letter by letter, without blanks, case and signs: `Si Lastri`, `SILASTRI`.

    As much of them is read as a name may have: the time grows with the square of it.
    """
    first, second = ("".join(words(name))[:NAME_MAX] for name in (one, other))
    return SequenceMatcher(None, first, second, autojunk=False).ratio() if first and second else 0.0
