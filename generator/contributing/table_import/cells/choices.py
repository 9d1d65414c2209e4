"""Words of choice in a cell: one, several, or what has to be asked. No half of an answer is taken for the whole."""

import re
from collections.abc import Sequence
from itertools import takewhile
from typing import Final

from generator.contributing.answers.outcome import Taken, Unusable
from generator.contributing.names import agency_called, spelt, without_mark
from generator.contributing.table_import.cells.affairs import (
    AFFAIRS,
    OTHER,
    affairs_touched,
    serves_others,
    typed_affairs,
)
from generator.contributing.table_import.cells.places import DISTRICTS, EVERYWHERE
from generator.contributing.table_import.cells.region import Region
from generator.contributing.table_import.words.columns import AGENCY, RecapColumn
from generator.contributing.table_import.words.synonyms import Meant, cut_short, meant, one_letter_off, surely
from generator.schema.fields import nearest, one_line
from generator.text.spelling import folded

_SHOWN_CHOICES: Final = 12
#: Between two words of choice, or inside one: `Komunikasi dan informatika`.
_REMARKED = re.compile(r"([^()]{1,100})\(([^()]{2,200})\)")
_BETWEEN = re.compile(r"\s*(?:[;,/&+|\n]|\b(?:dan|serta)\b)\s*(?:\bdan\b\s*)?", re.IGNORECASE)
#: More pieces no cell of choices has.
_MOST_PIECES: Final = 12
#: From so many letters on one that is wrong makes no other of many words.
_LONG_WORD: Final = 8
#: What is longer is no list of choices.
_LONGEST: Final = 600
#: So many are offered first.
_MOST_LIKELY: Final = 4


def items(text: str) -> list[str]:
    """The items of a cell that holds several: one a line, or parted by semicolons."""
    return [one for part in re.split(r"[\n;|]", text) if (one := one_line(without_mark(part)))]


def chosen(text: str, column: RecapColumn, region: Region) -> Taken | Unusable:
    """The words of choice of a cell: the whole of it, else each of its items, else its parts that are words.

    Of several items those that are no words are told while the others are taken, if the first of them is one.
    """
    one = _Choice(column, region)
    several = bool(column.shape.most or column.owner)
    whole = [one_line(text)]
    ways = [whole, items(text), items(text.replace(",", ";"))] if several else [whole]
    for way in ways:
        sure = [slug for slug in takewhile(bool, map(one.surely, way)) if slug]
        if way and len(sure) == len(way):
            return Taken(tuple(sure if column.owner else dict.fromkeys(sure)), one.otherwise(way, sure))
    if not column.owner and (aside := one.with_remark(whole[0])):
        return aside
    if not several:
        return one.single(whole[0])
    if column.owner:
        return next(one.unknown(piece) for piece in ways[1] or whole if not one.is_sure(piece))
    listed = ways[1] or whole
    return one.several([piece for item in listed for piece in one.parted(item)], listed[0])


class _Choice:
    """What the words of one column are held against."""

    def __init__(self, column: RecapColumn, region: Region) -> None:
        self.region, self.vocabulary = region, column.shape.vocabulary
        self.words, self.many = region.words[self.vocabulary], bool(column.shape.most)

    def known(self, answer: str) -> Meant | None:
        """The word that an answer means, if one does."""
        if self.vocabulary == "perangkat_daerah":
            slug = agency_called(answer, self.region.registry, self.region.name)
            return Meant(slug, sure=True) if slug else None
        found = meant(answer, self.vocabulary, self.words)
        if self.vocabulary == DISTRICTS[-1] and not (found and found.sure):
            return self._district(answer) or found
        return found

    def _district(self, answer: str) -> Meant | None:
        slug = self.region.districts.get(spelt(folded(without_mark(answer))).removeprefix(f"{DISTRICTS[-1]} "))
        return Meant(slug, sure=True) if slug else None

    def surely(self, answer: str) -> str | None:
        """The word that an answer means beyond doubt, without a look at words that are only like it."""
        if self.vocabulary == "perangkat_daerah":
            return agency_called(answer, self.region.registry, self.region.name)
        slug = surely(answer, self.vocabulary, self.words)
        district = self._district(answer) if not slug and self.vocabulary == DISTRICTS[-1] else None
        return district.slug if district else slug

    def is_sure(self, answer: str) -> bool:
        """Whether an answer is a word beyond doubt."""
        return self.surely(answer) is not None

    def with_remark(self, text: str) -> Taken | None:
        """A word with a remark in brackets that is none itself, or in brackets behind its number; told with a note."""
        if not (match := _REMARKED.fullmatch(text)):
            return None
        before, inside = match[1].strip(), match[2].strip()
        word, rest = (inside, before) if before.isdecimal() else (before, inside)
        if self.many and not self.is_sure(word) and self.is_sure(rest):  # `Air bersih (PU)`
            word, rest = rest, word
        found = self.known(word) if self.is_sure(word) else None
        others = {self.surely(piece) for piece in (rest, *self.parted(rest))} - {None, found.slug if found else None}
        if not found or (others and not before.isdecimal()):
            return None
        return Taken((found.slug,), f'disimpan tanpa "{rest}"')

    def slip(self, text: str) -> Taken | None:
        """The word that an answer is a letter away from or cuts short, where there are few to choose from; told."""
        few = len(self.words) <= _SHOWN_CHOICES and self.vocabulary not in (AGENCY[0], DISTRICTS[-1])
        slug = self.letter_off(text) or (cut_short(text, self.vocabulary, self.words) if few else None)
        return Taken((slug,), f'dibaca sebagai "{self.words[slug]}"') if slug else None

    def otherwise(self, said: Sequence[str], slugs: Sequence[str]) -> str:
        """What is told of affairs whose words are none of their labels: `Penanggulangan bencana`; "" of others."""
        if self.vocabulary != AFFAIRS:
            return ""
        read = zip(said, (self.words[slug] for slug in slugs), strict=True)
        other = [(one, label) for one, label in read if not set(folded(one).split()) & set(folded(label).split())]
        return "; ".join(f'"{one}" dibaca sebagai "{label}"' for one, label in other)

    def letter_off(self, text: str) -> str | None:
        """The one word that an answer is a letter away from; of many words only for a long one, of names never."""
        if self.vocabulary in (AGENCY[0], DISTRICTS[-1]) or (
            len(self.words) > _SHOWN_CHOICES and len(folded(text)) < _LONG_WORD
        ):
            return None
        return one_letter_off(text, self.vocabulary, self.words)

    def single(self, text: str) -> Taken | Unusable:
        """A choice of one that is not sure; where two are named, both are offered."""
        named = dict.fromkeys(found.slug for piece in self.parted(text) if (found := self.known(piece)) and found.sure)
        if len(named) < 2:
            return self.slip(text) or self.unknown(text)
        options = tuple(self.words[slug] for slug in named)
        return Unusable(f'"{text}" menyebut lebih dari satu pilihan', "pilih satu saja", options, text)

    def several(self, pieces: Sequence[str], first: str) -> Taken | Unusable:
        """Those of the pieces that are words, if one of the first item is; else what the first may mean.

        Halves of an item that a slash parts say the same (`PAUD / Pendidikan`), those of a list have their order.
        """
        said = {piece: self.surely(piece) or self.serving(piece) or self.letter_off(piece) for piece in pieces}
        left = tuple(self.unknown(piece) for piece, slug in said.items() if not slug)
        sure = tuple(dict.fromkeys(slug for slug in said.values() if slug))
        read = {piece: slug for piece, slug in said.items() if slug and not self.is_sure(piece)}
        note = "; ".join(f'"{piece}" dibaca sebagai "{self.words[slug]}"' for piece, slug in read.items())
        stands = said[pieces[0]] or any(map(self.is_sure, first.split("/")))
        return Taken(sure, note, left=left) if not left or (sure and stands) else left[0]

    def serving(self, text: str) -> str | None:
        """The affair of offices that serve the others, where a text says no more than what they are: `Kesbangpol`."""
        return OTHER if self.vocabulary == AFFAIRS and serves_others(text, self.words) else None

    def parted(self, text: str) -> list[str]:
        """The fewest pieces of a text that are all words, else with as many words as can be; itself if none is.

        `Kearsipan dan Komunikasi dan Informatika` -> `Kearsipan`, `Komunikasi dan Informatika`.
        """
        spans = _spans(text) if len(text) <= _LONGEST else []
        if not 1 < len(spans) <= _MOST_PIECES:
            return [text]
        best: list[tuple[int, list[str]]] = [(0, [])]
        for end in range(1, len(spans) + 1):
            ways = []
            for start in range(end):
                piece = text[spans[start][0] : spans[end - 1][1]]
                cost = 1 if self.is_sure(piece) else 100 * (end - start)
                ways.append((best[start][0] + cost, [*best[start][1], piece]))
            best.append(min(ways, key=lambda way: way[0]))
        found = [piece for piece in best[-1][1] if piece]
        return found if any(map(self.is_sure, found)) else [text]

    def unknown(self, answer: str) -> Unusable:
        """What to ask of an answer that is no word: what it may mean first, all words where they are few."""
        guess = self.known(answer)
        slugs = [guess.slug] if guess else []
        touched: list[str] = []
        if self.vocabulary == AFFAIRS:
            slugs = [*typed_affairs(answer, self.words, self.region.typed_affairs)] or slugs
            touched = [*affairs_touched(answer, self.words, self.region.typed_affairs)]
        if not (slugs or touched) and (near := nearest(answer, self.words)):
            slugs = [near]
        likely = tuple(dict.fromkeys(self.words[slug] for slug in (*slugs, *touched)))[:_MOST_LIKELY]
        few = len(self.words) <= _SHOWN_CHOICES and not (likely and self.many)
        other = bool(likely) and self.vocabulary == AFFAIRS  # who is offered one affair must be able to say another
        every = tuple(self.words.values()) if few or other else ()
        whole = (EVERYWHERE,) if self.vocabulary == DISTRICTS[-1] and not likely else ()
        options = tuple(dict.fromkeys([*likely, *every, *whole]))
        if likely:
            says = "mungkin maksudnya" if slugs else "pilih urusannya, misalnya"
            cure = f"{says} " + " atau ".join(f'"{option}"' for option in likely)
        elif options:
            cure = f"pilih salah satu: {'; '.join(options)}"
        else:
            cure = "lihat pilihannya di panduan isian"
        return Unusable(f'"{answer}" tidak ada dalam pilihan', cure, options, answer)


def _spans(text: str) -> list[tuple[int, int]]:
    """Where the pieces of a text stand that words or signs part."""
    ends = [(match.start(), match.end()) for match in _BETWEEN.finditer(text)]
    starts, stops = [0, *(end for _, end in ends)], [*(start for start, _ in ends), len(text)]
    return [(start, stop) for start, stop in zip(starts, stops, strict=True) if text[start:stop].strip()]
