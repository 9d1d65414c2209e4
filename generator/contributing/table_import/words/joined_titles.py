"""Titles that join those of several columns, and what joins what stands below them: `Lokasi dan Sasaran`."""

import re
from collections.abc import Sequence
from typing import Final

from generator.contributing.table_import.words.column_titles import Columns
from generator.contributing.table_import.words.columns import EVENTS_KEY, NAME, RecapColumn
from generator.text.spelling import folded

_JOINS = re.compile(r"[/&+,;|\n]|(?<!\w)(?:dan|serta|beserta|s\.? ?/?d\.?|sampai(?: dengan)?)(?!\w)", re.IGNORECASE)
_MOST_PARTS: Final = 4
_LONGEST_TITLE: Final = 100
#: What stands between the parts of a cell: the first that does so in all of them counts.
_DIVIDERS: Final = tuple(
    re.compile(sign, re.IGNORECASE)
    for sign in (
        r"\n", r";", r"\|", r" / ", r" [-–—] ", r" & ", r" \+ ", r"(?<!\w)s\.? ?/?d\.?(?!\w)|(?<!\w)sampai(?!\w)", r"/",
    )
)  # fmt: skip
#: A second part in brackets behind the first.
_BRACKETED = re.compile(r"([^()]{1,300})\(([^()]{1,300})\)")
_LONGEST_CELL: Final = 1_000
#: So many of the cells have all parts; where one is missing, it is the last one.
_MOST: Final = 0.6


def joined_titles(title: str, columns: Columns) -> tuple[tuple[str, RecapColumn | None], ...]:
    """The parts of a title and the column of each, None where nobody knows it; () where it joins none that are known.

    An event alone stands for its dates: `Uji coba s.d. Penerapan`.
    """
    if len(title) > _LONGEST_TITLE:
        return ()
    before, _, inside = title.partition("(")
    parts = [part.strip() for part in _JOINS.split(before) if folded(part)]
    if len(parts) == 1 and (name := columns.title_of(parts[0])) and name.path == NAME:  # `Inovasi (OPD)`
        parts += [inside.strip(" )")] if columns.title_of(inside.strip(" )")) else []
    if not 2 <= len(parts) <= _MOST_PARTS:
        return ()
    found = tuple((part, columns.title_of(part) or _dates(part, columns)) for part in parts)
    return found if any(column for _, column in found) else ()


def joins_name(title: str, columns: Columns) -> bool:
    """Whether a title joins that of the names with others: `Nama Inovasi & Pengelola`."""
    return any(column and column.path == NAME for _, column in joined_titles(title, columns))


def all_known(title: str, columns: Columns) -> bool:
    """Whether a title joins those of several columns, all of which are known."""
    found = joined_titles(title, columns)
    return bool(found) and len({column.path if column else () for _, column in found} - {()}) == len(found)


def parted_cells(texts: Sequence[str], titles: Sequence[str]) -> list[tuple[str, ...]]:
    """The parts of cells below a joined title; [] where not one sign parts all of them.

    A cell may lack the last part, but none may have more than there are titles.
    """
    if not texts or any(len(text) > _LONGEST_CELL for text in texts):
        return []
    made = [_labelled(text, titles) for text in texts]
    if all(made):
        return made
    for sign in _DIVIDERS:
        made = [tuple(part.strip() for part in sign.split(text.strip())) for text in texts]
        if _agree(made, len(titles)):
            return made
    made = [_with_brackets(text) for text in texts] if len(titles) == 2 else []
    return made if _agree(made, 2) else []


def _dates(part: str, columns: Columns) -> RecapColumn | None:
    """The column of the dates of the one event that a part names."""
    events = columns.events_in(part)
    return next((one for one in columns.known if one.path == (EVENTS_KEY, *events)), None)


def _agree(made: Sequence[tuple[str, ...]], count: int) -> bool:
    whole = sum(len(parts) == count for parts in made)
    return whole >= _MOST * len(made) > 0 and all(all(parts) and len(parts) in (count, count - 1) for parts in made)


def _with_brackets(text: str) -> tuple[str, ...]:
    said = _BRACKETED.fullmatch(text.strip())
    return tuple(part.strip() for part in said.groups()) if said else (text.strip(),)


def _labelled(text: str, titles: Sequence[str]) -> tuple[str, ...]:
    """The parts of a cell that names each by its title: `Masalah: ... Solusi: ...`; () where it does not."""
    places: list[tuple[int, int]] = []
    for title in titles:
        label = re.search(rf"(?<!\w){re.escape(title)}\s?:", text, re.IGNORECASE)
        if not label or (places and label.start() < places[-1][1]) or (not places and label.start()):
            return ()
        places.append(label.span())
    ends = [*(start for start, _ in places[1:]), len(text)]
    parts = tuple(text[begin:end].strip(" ;,/\n") for (_, begin), end in zip(places, ends, strict=True))
    return parts if all(parts) else ()
