"""Titles of columns in plain words, and what a title means once the words are left out that say nothing of its column.

`Kategori Bentuk Inovasi Daerah sesuai Permendagri 104/2018` is `Bentuk`, `Jns Urusan` is `Urusan`.
"""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Final, Protocol, TypeVar

from generator.contributing.table_import.words.synonyms import is_slip
from generator.contributing.table_import.words.title_words import (
    ACCORDING,
    ASKING,
    BEFORE,
    BEHIND,
    FILLING,
    FIRST,
    IN_FULL,
    NO_SLIPS,
    OF_PEOPLE,
    OFFICES,
    TITLES,
    WORKS,
)
from generator.text.spelling import folded

#: So many letters at least has a word in which a slip is looked for.
_SHORTEST_SLIP: Final = 6
#: So many words at most has a title that is looked at word by word.
_MOST_WORDS: Final = 16
_DOUBLED: Final = re.compile(r"(.)\1")
#: Letters that are taken for each other: `Diskripsi`, `Inofasi`.
_CONFUSED: Final = (frozenset("aeiou"), frozenset("fvp"))
#: Words that titles of columns carry or do without.
_NOISE: Final = frozenset(["daerah", "wajib", "diisi", "isian"])
#: The mark of a note: `Bentuk Inovasi 1)`.
_NOTE = re.compile(r"\s[0-9]\)\s*\Z")
INNOVATION: Final = "inovasi"
#: Words of titles that are labels of the models.
_HEADS: Final = frozenset([
    INNOVATION, "bentuk", "inisiator", "ringkasan", "inisiatif", "penerapan", "pengembangan", "dihentikan",
])  # fmt: skip
_NAMES: Final = frozenset(["nama", "judul"])
_TOLD: Final = frozenset(word for phrases in TITLES.values() for phrase in phrases for word in phrase.split())
#: Every word that titles are made of, and those of them by their first letter that a slip may stand for.
_WORDS: Final = _TOLD.union(FILLING, WORKS, OF_PEOPLE, *BEFORE.values(), *BEHIND.values(), IN_FULL.values())
_BY_LETTER: Final = {
    first: tuple(word for word in _TOLD - FILLING | _HEADS if word[0] == first and len(word) >= _SHORTEST_SLIP)
    for first in {word[0] for word in _WORDS}
}


class _Column(Protocol):
    @property
    def path(self) -> tuple[str, ...]: ...

    @property
    def lead(self) -> str: ...


_C = TypeVar("_C", bound=_Column)


@lru_cache(maxsize=256)  # one title is looked at in several ways
def in_full(title: str) -> str:
    """A title in plain words, those in full that are cut short and right that have a slip: `Thn. Mulai`, `Inovsi`."""
    words = folded(title).split()
    return " ".join(map(_full, words)) if len(words) <= _MOST_WORDS else " ".join(words)


@lru_cache(maxsize=4_096)  # a table has the same words row by row
def _full(word: str) -> str:
    bare = word.removesuffix("nya")
    if bare in _WORDS and word not in OF_PEOPLE:
        return IN_FULL.get(bare, bare)
    if word in IN_FULL or word in _WORDS or word in NO_SLIPS or len(word) < _SHORTEST_SLIP:
        return IN_FULL.get(word, word)
    meant = [known for known in _BY_LETTER.get(word[0], ()) if is_slip(word, known) and _is_easy(word, known)]
    return meant[0] if len(meant) == 1 else word


def _is_easy(word: str, known: str) -> bool:
    """Whether a slip is one that makes no other word: not `Penetapan` or `Penyerapan` for `Penerapan`."""
    if len(word) > len(known):
        return _DOUBLED.sub(r"\1", word) == _DOUBLED.sub(r"\1", known)
    changed = [{one, other} for one, other in zip(word, known, strict=False) if one != other]
    return len(word) < len(known) or len(changed) > 1 or any(changed[0] <= alike for alike in _CONFUSED)


def title_key(title: str, *, bare: bool = True) -> str:
    """A column's title without remarks and words that make no difference; `bare`: of what it is all about neither."""
    plain = folded(title.partition("(")[0]) or folded(title)
    kept = [word for word in plain.split() if word not in _NOISE and not (bare and word == INNOVATION)]
    # `Nama Daerah` is none of an innovation.
    return " ".join(kept) if kept and (kept != ["nama"] or INNOVATION in plain) else plain


def calls_name(title: str) -> bool:
    """Whether a title calls the name of an innovation, and not that of who made it: `Judul Karya Inovasi`."""
    full = in_full(title).split()
    if full[:1] == [INNOVATION] and "yang" in full[:-1] and FILLING.issuperset(full):  # `Inovasi yang Dilakukan`
        return True
    if full[:1] == [INNOVATION] and len(full) > 1 and OFFICES.issuperset(full[1:]):  # `Inovasi Desa`, beside `Desa`
        return True
    words = [word for word in full if word == INNOVATION or word not in (*FILLING, "daftar")]
    if INNOVATION not in words or len(words) > _MOST_WORDS:
        return False
    at = words.index(INNOVATION)
    before, behind = words[:at], words[at + 1 :]
    if not before and behind[-1:] == ["nama"]:  # `Inovasi Pelayanan Publik (Nama)`
        before = behind[-1:]
    return bool(_NAMES & set(before[:2])) and set(before) <= WORKS and not OF_PEOPLE & set(behind)


def calls_work(title: str) -> bool:
    """Whether a title calls an innovation a work, be it by name or by what is done: `Kegiatan Inovatif`."""
    words = {word for word in in_full(title).split() if word not in _NOISE}
    return INNOVATION in words and words - {INNOVATION} <= WORKS and len(words) > 1


def leads(title: str, column: _Column) -> bool:
    """Whether a part of a title only stands before that of a column: `Bidang` of `Bidang/UPTD`."""
    words = in_full(title).split()
    return 0 < len(words) <= len(_beside(BEFORE, column).intersection(words))


def left(title: str, *, asks: bool = False) -> list[str]:
    """The words of a title without those that say nothing of its column; `asks`: nor those of a question."""
    words = in_full(_NOTE.sub("", title)).split()
    end = next((at for at, word in enumerate(words) if at and word in ACCORDING), len(words))
    begin = next((word for word in words[:end] if word not in FIRST), "")
    if len(words) > _MOST_WORDS or (begin in FILLING and not asks) or not words or words[0].isdecimal():
        return []
    nothing = FILLING | ASKING if asks else FILLING
    pairs = zip(["", *words], words[:end], strict=False)
    return [word for before, word in pairs if not (word in nothing or _is_aside(word, before))]


def composed(rest: Sequence[str], phrases: Mapping[tuple[str, ...], _C]) -> _C | None:
    """The one column whose known title is left of one, by its words in any order; None if it is not sure.

    What stands before and behind that title says nothing of the column, or is another title of the same one. Of
    several the longest title counts.
    """
    for long in range(len(rest), 0, -1):
        starts = range(len(rest) - long + 1)
        found = [(at, column) for at in starts if (column := phrases.get(tuple(sorted(rest[at : at + long]))))]
        fit = {
            (column.path, column.lead): column
            for at, column in found
            if _says_nothing(rest[:at], column, BEFORE, phrases)
            and _says_nothing(rest[at + long :], column, BEHIND, phrases)
        }
        if fit:
            return next(iter(fit.values())) if len(fit) == 1 else None
    return None


def _is_aside(word: str, before: str) -> bool:
    """Whether a word only says whose the innovation is: `Bentuk Inovasi Pemda`."""
    return word in OFFICES and before in (INNOVATION, "daerah")


def _says_nothing(
    words: Sequence[str], column: _C, side: Mapping[str, frozenset[str]], phrases: Mapping[tuple[str, ...], _C]
) -> bool:
    rest = [word for word in words if word not in _beside(side, column)]
    same = phrases.get(tuple(sorted(rest)))
    return not rest or (same is not None and (same.path, same.lead) == (column.path, column.lead))


def _beside(side: Mapping[str, frozenset[str]], column: _Column) -> frozenset[str]:
    return side.get(".".join(column.path), side.get(column.path[0], frozenset()))
