"""A choice as boxes in one cell: `☐ Inisiatif ☑ Penerapan`; and what forms write beside the words of a choice."""

import re
from typing import Final

from generator.schema.fields import one_line

_OPEN: Final = "☐□▢❏❑⬜"
_TICKED: Final = "☑☒⊠▣✅"
_BOX = re.compile(rf"([{_OPEN}{_TICKED}]|\[ ?\]|\[ ?[xv✓✔√] ?\]|\( {{0,3}}\)|\( ?[xv✓✔√] ?\))", re.IGNORECASE)
#: Behind an affair: which of several it is.
_RANK = re.compile(r"\((?:urusan )?(utama|beririsan|pendukung|terkait|wajib|pilihan)\)", re.IGNORECASE)
_FIRST: Final = "utama"
_FEWEST: Final = 2


def ticked(text: str) -> str | None:
    """The words of the boxes that are ticked, parted by semicolons, "" if none is; None if a text has no boxes."""
    parts = _BOX.split(one_line(text))
    signs, around = parts[1::2], parts[::2]
    if len(signs) < _FEWEST:
        return None
    words = around[1:] if not around[0].strip() else around[:-1]
    said = [word.strip(" ,;/") for sign, word in zip(signs, words, strict=False) if not _is_open(sign)]
    return "; ".join(filter(None, said))


def _is_open(sign: str) -> bool:
    return sign in _OPEN or not sign.strip("[]() ")


def in_rank(text: str) -> str:
    """Affairs in their rank, the main one first, without the words that say so: `Keuangan (utama); Perhubungan`."""
    if not _RANK.search(text):
        return text
    items = [one for one in re.split(r"[;\n]", text) if one.strip()]
    main = [one for one in items if (match := _RANK.search(one)) and match[1].casefold() == _FIRST]
    rest = [one for one in items if one not in main]
    return "; ".join(_RANK.sub("", one).strip() for one in [*main, *rest])
