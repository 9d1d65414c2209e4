"""The fields that differ as rows of a table, each value cut to the place where it changes."""

from collections.abc import Iterator, Sequence
from typing import Final

from generator.reviewing.differences import Difference
from generator.reviewing.review_style import Passage, Style
from generator.text import personal_data
from generator.text.printable import head

_MOST_ROWS: Final = 40
_VALUE: Final = 300
_CONTEXT: Final = 40
#: Characters before the place where two texts part.
_LOOKED_AT: Final = 10 * _CONTEXT


def rows(found: Sequence[Difference], style: Style, *, whole: bool) -> Iterator[Passage]:
    """A table of what differs, and how much more does; `whole`: there was nothing before."""
    if found:
        titles = ("Kolom", "Isi") if whole else ("Kolom", "Sebelum", "Sesudah")
        yield list(style.table(titles, [_row(one, style, whole=whole) for one in found[:_MOST_ROWS]]))
    if (more := len(found) - _MOST_ROWS) > 0:
        yield [f"Ada {more} kolom lagi yang berubah. Baca pada berkas."]


def both(one: Difference, style: Style, limit: int) -> tuple[str, str]:
    """The values before and after, each of at most `limit` characters; "" for nothing."""
    before, after = one.before or "", one.after or ""
    # What is masked whole cannot be cut in two by what is shown; so much is looked at as may decide that.
    begin = max(0, _alike(before, after) - _LOOKED_AT)
    before, after = (personal_data.mask(head(text[begin:], limit)) for text in (before, after))
    if begin or (before and after and len(before) + len(after) > limit):
        before, after = _window(before, after)
    return style.value(before, limit) if before else "", style.value(after, limit) if after else ""


def _place(one: Difference, style: Style) -> str:
    """Which field differs, and of what."""
    return f"{one.label} ({style.value(one.about, 60)})" if one.about else one.label


def _row(one: Difference, style: Style, *, whole: bool) -> Sequence[str]:
    before, after = both(one, style, _VALUE)
    return (_place(one, style), after) if whole else (_place(one, style), before or "—", after or "—")


def _window(before: str, after: str) -> tuple[str, str]:
    """Two long texts without most of what they begin and end with alike."""
    start = _alike(before, after)
    end = _alike(before[start:][::-1], after[start:][::-1])
    first = before.find(" ", start - _CONTEXT, start) + 1 if start > _CONTEXT else 0
    shown = []
    for text in (before, after):
        last = min(len(text), len(text) - end + _CONTEXT)
        shown.append(f"{'… ' if first else ''}{text[first:last]}{' …' if last < len(text) else ''}")
    return shown[0], shown[1]


def _alike(one: str, other: str) -> int:
    """How many characters two texts begin with alike."""
    differing = (number for number, (a, b) in enumerate(zip(one, other, strict=False)) if a != b)
    return next(differing, min(len(one), len(other)))
