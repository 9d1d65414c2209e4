"""The words of one document, by the place where it tells them: what the index takes in, and what can be kept of it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from generator.publishing.search.documents import Searchable
from generator.schema.everyday import EverydayWords
from generator.text.word_roots import words

#: How a key ends that joins words, so that nobody takes it for a word.
JOINED: Final = "_"
#: Words that one key may join.
LONGEST_PHRASE: Final = 4
#: Where a document tells a word: it is its whole name; in its names, in its head, in the rest; people say it.
WHOLE, NAME, HEAD, REST, SAID = range(5)
PLACES: Final = range(5)
#: What people leave out when they call an office.
_OFFICE: Final = re.compile(r"^dinas ", re.IGNORECASE)
_ASIDE: Final = re.compile(r"\([^)]{0,300}\)")
#: Letters of initials: two are too few to tell, more are no initials.
_INITIALS: Final = range(3, 7)
#: Words that stand everywhere and help nobody to find anything.
SKIPPED: Final = frozenset(
    words(
        "ada adalah agar akan antara atas atau bagi bahwa belum beberapa bisa cara dalam dan dapat dari daripada "
        "dengan di dia hal hanya harus ia ini itu jika juga kami karena ke kepada kita lagi lain lebih maka mana "
        "masih melalui mereka namun oleh pada para per pun saat saja sampai sangat saya sebagai sebuah secara "
        "sedang sejak semua seperti serta setiap sudah suatu supaya tak telah tentang terhadap tersebut tidak "
        "untuk yaitu yakni yang"
    )
)
#: By place: the words that stand for themselves, and the keys of several words in one.
WordsByPlace = tuple[list[list[str]], list[list[str]]]


class Phrases:
    """All of several words that people say, in `documents` and in the list of everyday words."""

    def __init__(self, documents: Iterable[Searchable], everyday: EverydayWords) -> None:
        said = [text for document in documents for text in document.everyday]
        said += [text for row in everyday.others for text in (row.word, *row.forms)]
        said += [text for row in everyday.ambiguous for text in (row.word, *(one.meaning for one in row.meanings))]
        self.by_key = joined_phrases(said)
        self._firsts = {phrase[0] for phrase in self.by_key.values()}

    def told(self, document: Searchable) -> WordsByPlace:
        """The words of a document; one that it tells in several places is told in the weightiest alone."""
        written, several = [list[str]() for _ in PLACES], [list[str]() for _ in PLACES]

        def add(text: str, place: int) -> None:
            said = words(text)
            (written if len(said) == 1 else several)[place].append(key_of(text))

        for line in (*document.names.split("\n"), *document.called):
            add(_ASIDE.sub(" ", line), WHOLE)
        for line in document.called:
            add(_OFFICE.sub("", line), WHOLE)
            several[NAME] += self._found(words(line), name=False, called=False)
        seen = set(SKIPPED)
        for place, text in enumerate((document.names, document.head, document.rest), NAME):
            here = set[str]()
            for line in text.split("\n"):
                found = words(line)
                here.update(found)
                several[place] += self._found(found, name=place == NAME, called=place == NAME and not document.begin)
            written[place] += here - seen
            seen |= here
        for text in document.everyday:
            add(text, SAID)
        return written, several

    def _found(self, found: Sequence[str], *, name: bool, called: bool) -> Iterator[str]:
        for at, word in enumerate(found):
            if word in self._firsts:
                for length in range(2, LONGEST_PHRASE + 1):
                    key = joined(*found[at : at + length])
                    if self.by_key.get(key) == tuple(found[at : at + length]):
                        yield key
            if name and at + 1 < len(found):
                yield joined(word, found[at + 1])
        if called:
            initials = "".join(word[0] for word in found if word not in SKIPPED)
            yield from [joined(initials)] if len(initials) in _INITIALS else []


def joined_phrases(said: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """The texts of several words, not too many, by their keys."""
    parts = (tuple(words(text)) for text in said)
    return {joined(*part): part for part in parts if 1 < len(part) <= LONGEST_PHRASE}


def joined(*said: str) -> str:
    """The key of several words, or of what is written as one and may be several."""
    return "".join(said) + JOINED


def key_of(text: str) -> str:
    """The key of a word or of several."""
    said = words(text)
    return said[0] if len(said) == 1 else joined(*said)
