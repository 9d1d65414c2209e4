"""Which word of choice an answer in a recap means."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Final

from generator.contributing.names import spelt, without_mark
from generator.contributing.table_import.words.answer_words import ANSWERS
from generator.contributing.table_import.words.choice_words import by_words
from generator.schema.fields import Words
from generator.text.spelling import folded

# fmt: off
#: What is said around a word of choice: `Urusan Kesehatan`.
ANSWER_NOISE: Final = frozenset(
    ["inovasi", "urusan", "bidang", "pemerintah", "pemerintahan", "daerah", "kecamatan", "kec", "wajib", "pilihan"]
)
#: What a word of choice may be said to accord with.
_ACCORDS: Final = frozenset([
    "dengan", "urusan", "bidang", "pemerintahan", "yang", "menjadi", "kewenangan", "daerah", "ketentuan", "peraturan",
    "perundang", "undangan", "undang", "pemerintah",
])
# fmt: on
_CLOSE: Final = 0.86
_SHORTEST_SLIP: Final = 6
#: So many letters at least stand for a word that they begin.
_SHORTEST_CUT: Final = 3
#: So many at least are a part of a word that stands for it below the title of its choice.
_SHORTEST_PART: Final = 3
_HALVES = re.compile(r"[/|]|\batau\b", re.IGNORECASE)
_LONGEST_TWICE: Final = 200
#: Before an affair: `Pelayanan administrasi kependudukan`.
_SERVED = re.compile(
    r"\A(?:pelayanan|layanan|penyelenggaraan|(?:fungsi|unsur) (?:penunjang|pendukung)) (?:bidang |urusan )?"
)
#: Behind a stage, where it is so.
_WHERE = re.compile(r" di (?:[a-z0-9]{1,30} ?){1,6}\Z")
#: A word that is written twice by a figure: `Lain2`.
_DOUBLED = re.compile(r"\b([a-z]{3,20})2\b")
#: The number of an affair in national lists: `1.02 Kesehatan`, `2.16.01 ...`.
_CODE = re.compile(r"\A[0-9] [0-9]{2} (?:[0-9]{2} )?(?=[a-z])")


@dataclass(frozen=True, slots=True)
class Meant:
    """The word that an answer means; `sure` is false where spelling or words differ and the report should say so."""

    slug: str
    sure: bool


def meant(answer: str, vocabulary: str, words: Words) -> Meant | None:
    """The word of `words` (slug -> label) that stands in a cell; None if none or more than one may be meant."""
    return _meant(answer, vocabulary, tuple(words.items()))


def surely(answer: str, vocabulary: str, words: Words) -> str | None:
    """The word that an answer means beyond doubt: `meant` without looking for words that are only like it."""
    said = _DOUBLED.sub(r"\1 \1", folded(without_mark(answer)))
    wanted, every = _CODE.sub("", spelt(said)), tuple(words.items())
    # `Inovasi lainnya sesuai kewenangan daerah`: what it accords with makes no other word of it.
    bare, _, behind = wanted.partition(" sesuai " if " sesuai " in wanted else " dengan ")
    accords = bool(behind) and set(behind.split()) <= _ACCORDS
    served = _SERVED.sub("", wanted) if vocabulary == "urusan" else wanted
    if vocabulary == "tahapan":  # `Baru dicoba di 2 RT`
        served = _WHERE.sub("", wanted)
    found = _sure(wanted, vocabulary, every) or (_sure(bare, vocabulary, every) if accords else None)
    found = found or (_sure(served, vocabulary, every) if served != wanted else None)
    made = by_words(wanted, vocabulary) if "(" not in answer else None  # what stands in brackets is told
    return found or _twice(answer, vocabulary, every) or (made if made in words else None)


def _twice(answer: str, vocabulary: str, words: tuple[tuple[str, str], ...]) -> str | None:
    """The word that both halves of an answer mean: `ide / rancangan`."""
    halves = [half for half in _HALVES.split(answer[:_LONGEST_TWICE]) if folded(half)]
    said = {_sure(spelt(folded(half)), vocabulary, words) for half in halves}
    return said.pop() if len(halves) > 1 and len(said) == 1 else None


@lru_cache(maxsize=4_096)  # the same few answers stand in every row
def _meant(answer: str, vocabulary: str, words: tuple[tuple[str, str], ...]) -> Meant | None:
    wanted = spelt(folded(without_mark(answer)))
    if slug := surely(answer, vocabulary, dict(words)):
        return Meant(slug, sure=True)
    spellings = _spellings(vocabulary, words)
    parts = set(_bare(wanted).split())
    holding = {slug for spelling, slug in spellings if parts and parts <= set(_bare(spelling).split())}
    close = {slug for spelling, slug in spellings if _alike(spelling, wanted)}
    for found in (holding, close):
        if len(found) == 1:
            return Meant(found.pop(), sure=False)
    return None


def one_letter_off(answer: str, vocabulary: str, words: Words) -> str | None:
    """The one word that an answer is a letter away from: too many, too few, another, or two that changed places.

    None if there is not just one. Short words are left: there a letter makes another word.
    """
    wanted = spelt(folded(without_mark(answer)))
    if len(wanted) < _SHORTEST_SLIP:
        return None
    found = {slug for spelling, slug in _spellings(vocabulary, tuple(words.items())) if is_slip(wanted, spelling)}
    return found.pop() if len(found) == 1 else None


def is_slip(one: str, other: str) -> bool:
    """Whether two spellings differ by one letter."""
    shorter, longer = sorted((one, other), key=len)
    if len(longer) - len(shorter) > 1 or one == other:
        return False
    same = next((n for n, (a, b) in enumerate(zip(shorter, longer, strict=False)) if a != b), len(shorter))
    if len(shorter) == len(longer) and shorter[same : same + 2] == longer[same : same + 2][::-1]:
        return shorter[same + 2 :] == longer[same + 2 :]  # two that changed places
    return shorter[same + (len(shorter) == len(longer)) :] == longer[same + 1 :]


def by_initials(sign: str, vocabulary: str, words: Words) -> str | None:
    """The one word of which a sign is the initials: `PP` for public service, `ND` for what is not digital."""
    wanted = folded(sign)
    spellings = _spellings(vocabulary, tuple(words.items()))
    found = {slug for spelling, slug in spellings if "".join(word[0] for word in spelling.split()) == wanted}
    return found.pop() if len(found) == 1 else None


def cut_short(answer: str, vocabulary: str, words: Words) -> str | None:
    """The one word whose words an answer cuts short: `Non Dig`, `Pel. Publik`; None if there is not just one."""
    wanted = spelt(folded(without_mark(answer))).split()
    if not wanted or any(len(one) < _SHORTEST_CUT for one in wanted):
        return None
    each = [(spelling.split(), slug) for spelling, slug in _spellings(vocabulary, tuple(words.items()))]
    found = {slug for parts, slug in each if len(parts) == len(wanted) and all(map(str.startswith, parts, wanted))}
    return found.pop() if len(found) == 1 else None


def stands_for(short: str, vocabulary: str, words: Words) -> str | None:
    """The one word of a choice of which a short title has a part, or letters in their order: `Uji`, `Terap`, `Insf`.

    None if there is not just one. Only below the title of the choice can it be sure.
    """
    wanted = spelt(folded(short))
    if len(wanted) < _SHORTEST_PART or not wanted.isalpha():
        return None
    spellings = _spellings(vocabulary, tuple(words.items()))
    found = {slug for spelling, slug in spellings if any(_is_part(wanted, word) for word in spelling.split())}
    return found.pop() if len(found) == 1 else None


def _is_part(short: str, word: str) -> bool:
    letters = iter(word)
    in_order = short[0] == word[0] and all(letter in letters for letter in short)
    return word.startswith(short) or (len(short) > _SHORTEST_PART and short in word) or in_order


def _sure(wanted: str, vocabulary: str, words: tuple[tuple[str, str], ...]) -> str | None:
    for form, slugs in zip(_FORMS, _by_form(vocabulary, words), strict=True):
        found = slugs.get(form(wanted), frozenset())
        if len(found) == 1 and form(wanted):
            return next(iter(found))
    if " " not in wanted:  # one word alone may begin many
        return None
    begun = {slug for spelling, slug in _spellings(vocabulary, words) if spelling.startswith(f"{wanted} ")}
    return begun.pop() if len(begun) == 1 else None


@lru_cache(maxsize=64)
def _by_form(vocabulary: str, words: tuple[tuple[str, str], ...]) -> tuple[Mapping[str, frozenset[str]], ...]:
    """For each of `_FORMS`: spelling in that form -> the slugs that it may mean."""
    found: list[dict[str, frozenset[str]]] = [{} for _ in _FORMS]
    for spelling, slug in _spellings(vocabulary, words):
        for form, slugs in zip(_FORMS, found, strict=True):
            slugs[form(spelling)] = slugs.get(form(spelling), frozenset()) | {slug}
    return tuple(found)


@lru_cache(maxsize=64)
def _spellings(vocabulary: str, words: tuple[tuple[str, str], ...]) -> list[tuple[str, str]]:
    """(spelling, slug): slug, label, label before and inside its brackets, further words."""
    more = ANSWERS.get(vocabulary, {})
    return [
        (spelt(spelling), slug)
        for slug, label in words
        for spelling in (
            folded(slug),
            folded(label),
            folded(label.partition("(")[0]),
            folded(label.partition("(")[2]),
            *more.get(slug, ()),
        )
        if spelling
    ]


def _joined(text: str) -> str:
    return text.replace(" ", "")


def _bare(text: str) -> str:
    # No word is dropped that comes twice: "digital dan non digital" is not "non digital".
    return " ".join(sorted(word for word in text.split() if word not in (*ANSWER_NOISE, "dan", "serta")))


_FORMS: Final[tuple[Callable[[str], str], ...]] = (str, _joined, _bare)


def _alike(one: str, other: str) -> bool:
    """Whether two spellings are near; the cheap bounds come first, for a table may hold thousands of unknown words."""
    if abs(len(one) - len(other)) >= 8:
        return False
    match = SequenceMatcher(None, one, other, autojunk=False)
    return all(bound() >= _CLOSE for bound in (match.real_quick_ratio, match.quick_ratio, match.ratio))
