"""A text as it is written and as a page shows it, digits and signs in plain ASCII, every character with its place."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from generator.text.personal_shapes import LETTERS, SHAPES

_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
_LETTER = re.compile("[A-Za-z]")
_SHOWN, _EMPTY = re.compile(SHAPES["tampil"]), re.compile(SHAPES["hampa"])
#: What a letter or the number in a circle stands for, where Unicode itself does not say so.
_PLAIN: Final = LETTERS | {
    chr(sign): str(number + sign - ord(first))
    for first, last, number in SHAPES["bulatan"]
    for sign in range(ord(first), ord(last) + 1)
}


@dataclass(frozen=True, slots=True)
class Rendition:
    """A text as somebody reads it, made of what was typed or of another reading (`source`).

    `pieces` are its parts in their order: where each begins here, where it began in the source, and whether it is the
    source's own text or stands for something else.
    """

    text: str
    source: "Rendition | None" = None
    pieces: Sequence[tuple[int, int, bool]] = ()

    def but(self, pattern: re.Pattern[str], instead: Callable[[re.Match[str]], str]) -> "Rendition":
        """The same with every match put otherwise."""
        texts: list[str] = []
        pieces: list[tuple[int, int, bool]] = []
        at = length = 0
        for match in pattern.finditer(self.text):
            start, put = match.start(), instead(match)
            pieces += (length, at, True), (length + start - at, start, False)
            texts += self.text[at:start], put
            length += start - at + len(put)
            at = match.end()
        return Rendition("".join([*texts, self.text[at:]]), self, [*pieces, (length, at, True)]) if pieces else self

    def place(self, at: int) -> int:
        """Where the character that stands here at `at` stands in what was typed."""
        if self.source is None:
            return at
        here, there, own = self.pieces[bisect_right(self.pieces, (at, len(self.source.text), True)) - 1]
        return self.source.place(there + (at - here) * own)


def as_written(text: str) -> Rendition:
    """`text` with digits and signs of other shapes as ASCII, and without what does not show."""
    return Rendition(text).but(_NOT_ASCII, lambda match: _plain(match.group()))


def as_shown(written: Rendition) -> Rendition:
    """What a page shows of it: links without targets, no emphasis, references as their signs, lines joined."""
    return written.but(_SHOWN, _as_shown)


def as_read(text: str) -> str:
    """`text` as readers of a page see it, digits and signs in plain."""
    return as_shown(as_written(text)).text


def digits_of(text: str) -> str:
    """The digits of a text, nothing else."""
    return "".join(char for char in text if char.isdigit())


@lru_cache(maxsize=4096)
def _plain(char: str) -> str:
    """A character as ASCII if it is a digit or a sign of another shape, as nothing if it does not show."""
    category = unicodedata.category(char)
    if category[0] == "M" or category == "Cf" or _EMPTY.match(char):
        return ""
    if category == "Nd":
        return str(unicodedata.decimal(char))
    if category == "Pd" or char == "\u2212":
        return "-"
    if char in "\u3002\uff61":  # a stop that browsers take for the dot of an address (UTS 46)
        return "."
    simple = _PLAIN.get(char) or unicodedata.normalize("NFKC", char)
    if len(simple) == 1 and simple.isascii():
        return simple
    whole = simple.isascii() and not _LETTER.search(simple)
    return (digits_of(simple) if whole else "") or char


def _as_shown(mark: re.Match[str]) -> str:
    """What a page shows of a mark of `tampil`."""
    decimal, hexadecimal, named, list_mark = mark.groups()
    if decimal or hexadecimal:
        code = int(decimal) if decimal else int(hexadecimal, 16)
        return "".join(map(_plain, chr(code))) if code <= 0x10FFFF else " "
    if named:
        return str(SHAPES["rujukan"].get(named, " "))
    if mark.group()[0] in "]*":
        return ""
    return " " if "\n" in mark.group() else f" {list_mark or ''}"
