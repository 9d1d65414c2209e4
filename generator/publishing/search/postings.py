"""Words -> the documents that hold them: by weight of the place, by families of words, and by what people type instead.

A word stands for itself and for every root it may have (`generator.text.word_roots`), so that words of one family meet.
Several words that mean one thing are one key, written together: `rumahsakit_`. So is a name that is written apart or
together, and one word finds what another way of writing it finds.
"""

from array import array
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import chain
from typing import Final, TypeAlias

from generator.publishing.search.documents import Searchable
from generator.publishing.search.told import (
    JOINED,
    PLACES,
    SAID,
    SKIPPED,
    Phrases,
    WordsByPlace,
    joined_phrases,
    key_of,
)
from generator.schema.everyday import EverydayWords
from generator.text.spelling import folded
from generator.text.word_roots import roots, words

#: Documents kept per word: the most telling come first, and a word that nearly all hold tells nothing.
MOST_ENTRIES: Final = 800
_ALL_PLACES: Final = len(PLACES)
#: Letters up to which a word of a phrase says too little alone.
_SHORTEST_PART: Final = 3
#: Numbers of the documents of which it is the whole name; that hold it in their names, in their head, in the rest; of
#: which people say it. Each with its place: there are more words than entries, and most stand in one document.
Places: TypeAlias = "array[int]"
_PLACE: Final = 8
#: Keys by place, then the words to look for as well; or the one word that a root comes from.
Posting = list[str] | str


class WordIndex:
    """The words of all `documents`, counted in their order, and then of entries, of which these are `told`."""

    def __init__(
        self, documents: Sequence[Searchable], everyday: EverydayWords, phrases: Phrases, told: Iterable[WordsByPlace]
    ) -> None:
        self.written: dict[str, Places] = defaultdict(_nowhere)
        #: Several words in one key.
        self.joined: dict[str, Places] = defaultdict(_nowhere)
        self.instead: dict[str, list[str]] = defaultdict(list)
        #: What says too little alone.
        self._vague = {folded(row.word) for row in everyday.misleading}
        self._vague |= {folded(text) for text in (*everyday.requests, *everyday.wide)}
        self._rootless = rootless(documents, everyday)
        #: What is found in a longer query too, its words parted: it stands for one thing.
        self.spoken = {**phrases.by_key, **_called(documents)}
        self._spoken_words = {word for phrase in self.spoken.values() for word in phrase}
        for number, one in enumerate(chain(map(phrases.told, documents), told)):
            self._take(number, one)
        for number, document in enumerate(documents):
            if document.address:
                self._take_parts(number, document)
        for row in everyday.others:
            for form in row.forms:
                self.instead[key_of(form)].append(key_of(row.word))
        for ambiguous in everyday.ambiguous:
            self.instead[key_of(ambiguous.word)] += [key_of(meaning.meaning) for meaning in ambiguous.meanings]

    @property
    def single(self) -> set[str]:
        """Every word that stands for itself or for another one here: what somebody may have meant to type."""
        known = self.written.keys() | self.joined.keys() | self._spoken_words
        leading = (form for form, others in self.instead.items() if not known.isdisjoint(others))
        return {*self.written, *(form for form in leading if not form.endswith(JOINED))}

    def _take(self, number: int, told: WordsByPlace) -> None:
        for taken, by_place in zip((self.written, self.joined), told, strict=True):
            for place, keys in enumerate(by_place):
                for key in keys:
                    taken[key].append(number * _PLACE + place)

    def _take_parts(self, number: int, document: Searchable) -> None:
        """Of what people say in several words, those that no text holds and that lead to nothing else."""
        for text in document.everyday:
            for word in words(text):
                telling = len(word) > _SHORTEST_PART and self._vague.isdisjoint(roots(word))
                if telling and all(spot % _PLACE == SAID for spot in self.written[word]):
                    self.written[word].append(number * _PLACE + SAID)

    def postings(self, keys: Sequence[str]) -> dict[str, Posting]:
        """Every word, root and joined key -> where it is; a root of one word only points to that word."""
        families: dict[str, list[str]] = {}
        for word in sorted(self.written):
            for root in self._roots(word):
                families.setdefault(root, []).append(word)
        found: dict[str, list[Places]] = {
            root: [self.written[word] for word in family] for root, family in families.items()
        }
        for key, places in self.joined.items():
            found.setdefault(key, []).append(places)
        for form, others in self.instead.items():
            # What says another form of a word says the word.
            if said := [places[form] for places in (self.written, self.joined) if form in places]:
                for other in others:
                    found.setdefault(other, []).extend(said)
        alone = {
            root: family[0]
            for root, family in families.items()
            if len(found[root]) == 1 and family[0] != root and root not in self.instead
        }
        made: dict[str, Posting] = {root: alone.get(root) or _entries(places, keys) for root, places in found.items()}
        for form, others in self.instead.items():
            known = (other for other in dict.fromkeys(others) if other in made or other in self._spoken_words)
            if leading := [other for other in known if other != form]:
                here = list(made.get(form, ()))
                made[form] = [*here, *[""] * (_ALL_PLACES - len(here)), " ".join(leading)]
        return made

    def _roots(self, word: str) -> Iterable[str]:
        return (word,) if word in self._rootless else roots(word)


def _nowhere() -> Places:
    return array("I")


def _with_forms(texts: Iterable[str], everyday: EverydayWords) -> set[str]:
    """The words of each text run together, and of every other form of it."""
    found = {"".join(words(text)) for text in texts}
    forms = (form for row in everyday.others if "".join(words(row.word)) in found for form in row.forms)
    return found | {"".join(words(form)) for form in forms}


def rootless(documents: Iterable[Searchable], everyday: EverydayWords) -> Collection[str]:
    """The words of names of places, which only look as if they held an affix."""
    names = [*everyday.rootless, *(document.name for document in documents if document.is_place)]
    return frozenset(word for name in names for word in words(name))


def _called(documents: Iterable[Searchable]) -> dict[str, tuple[str, ...]]:
    """Everything of several words that is called so and that no entry is, so that it does not grow with them."""
    return joined_phrases(text for document in documents if document.begin for text in document.called)


def _entries(places: Sequence[Places], keys: Sequence[str]) -> list[str]:
    """The keys by place, each place one string, the weightiest first; empty places at the end left out."""
    if len(places) == 1 and len(places[0]) == 1:  # most words stand in one document
        number, place = divmod(places[0][0], _PLACE)
        return [*[""] * place, keys[number]]
    made, seen = [], set[int]()
    by_place = [set[int]() for _ in range(_ALL_PLACES)]
    for spot in chain.from_iterable(places):
        by_place[spot % _PLACE].add(spot // _PLACE)
    for numbers in by_place[:SAID]:
        fresh = numbers - seen
        kept = sorted(fresh)[: MOST_ENTRIES - len(seen)] if len(seen) < MOST_ENTRIES else []
        seen |= fresh
        made.append("".join(sorted(keys[number] for number in kept)))
    made.append("".join(keys[number] for number in sorted(by_place[SAID])))
    while made and not made[-1]:
        made.pop()
    return made


def requests(everyday: EverydayWords) -> Mapping[str, list[str]]:
    """What a query may say without meaning it, its words run together.

    Words of a request and words that lead to too much, in all their forms; the region's own names; words for an office.
    """
    misleading = (row.word for row in everyday.misleading if not (row.affairs or row.answer))
    return {
        "permintaan": sorted(_with_forms(everyday.requests, everyday) | SKIPPED),
        "luas": sorted(_with_forms(everyday.wide, everyday) | {"".join(words(text)) for text in misleading}),
        "sendiri": sorted({"".join(words(text)) for text in everyday.own_places}),
        "kantor": sorted({"".join(words(text)) for text in everyday.offices}),
    }
