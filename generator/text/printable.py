"""Any text made fit for a terminal, a log or a report."""

from collections.abc import Iterator
from typing import Final

SHOWN_LENGTH: Final = 160
#: Of a text that is shown cut so many times as much is looked at. What is masked becomes shorter, but not by so much:
#: what is shown ends well before the place where a number was cut in two.
_LOOKED_AT: Final = 10


def head(text: str, length: int = SHOWN_LENGTH) -> str:
    """As much of `text` as can decide what its first `length` characters are once personal data is masked."""
    return text[: length * _LOOKED_AT]


def printable(text: str, *, length: int = SHOWN_LENGTH) -> str:
    """`text` fit for a terminal or a log: one line, control characters by their number, shortened.

    Log lines are read by machines too (workflow commands), so nothing from a file may move the
    cursor, start a new line or hide behind an invisible character.
    """
    cut = text if len(text) <= length else text[: length - 1] + "…"
    return cut if cut.isprintable() else "".join(_visible(cut))


def _visible(text: str) -> Iterator[str]:
    for char in text:
        if char.isprintable():
            yield char
        elif ord(char) < 0x100:
            yield f"\\x{ord(char):02x}"
        else:
            yield f"\\u{ord(char):04x}"
