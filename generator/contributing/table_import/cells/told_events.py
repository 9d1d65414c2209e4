"""A cell that says itself of which events its dates are: `2024 (uji coba), 2025 (penerapan)`. Taken only as a whole."""

import re
from collections.abc import Iterator
from typing import Final

from generator.contributing.answers.written_dates import WrittenDate, read_date, says_none
from generator.contributing.table_import.cells.region import Region
from generator.contributing.table_import.words.title_words import EVENTS
from generator.schema.fields import one_line
from generator.text.spelling import folded

_BETWEEN = re.compile(r"[;,\n&]|\s/\s|\bdan\b")
_LONGEST: Final = 200
#: Words beside the name of an event: `mulai diterapkan Mei 2024`.
_BESIDE = re.compile(r"\b(?:mulai|sejak|tahap|masa|pada|waktu|sudah|sdh|telah)\b")


def told_events(text: str, region: Region) -> list[tuple[str, WrittenDate]]:
    """(slug of the event, date) of each part of a cell; nothing where one part is not both."""
    if len(text) > _LONGEST:
        return []
    parts = [part for part in _BETWEEN.split(text) if folded(part)]
    found = [_told(part, region) for part in parts if not _has_none(part, region)]
    if all(found):
        return [one for one in found if one]
    whole = _told(text.replace(",", " "), region)  # `Penerapan, 2022`
    return [whole] if whole else []


def _has_none(part: str, region: Region) -> bool:
    """Whether a part says that its event has no date: `Penerapan: -`."""
    name, sign, behind = part.partition(":")
    named = sign and folded(name) in {word for _, word in _names(region)}
    return bool(named) and (not folded(behind) or says_none(behind))


def _told(part: str, region: Region) -> tuple[str, WrittenDate] | None:
    plain = one_line(part).casefold()
    names = {word: slug for slug, word in _names(region)}
    for word in sorted(names, key=len, reverse=True):
        pattern = rf"(?<![^\W_])\(?{'[ -]?'.join(word.split())}\)?(?![^\W_]) ?[:=]?"
        rest, count = re.subn(pattern, " ", plain)
        if count == 1:
            date = read_date(_BESIDE.sub(" ", rest).strip(" :()-–—=/|>→"))
            return (names[word], date) if isinstance(date, WrittenDate) else None
    return None


def _names(region: Region) -> Iterator[tuple[str, str]]:
    for slug, term in region.registry.taxonomy["peristiwa"].items():
        yield from ((slug, word) for word in (folded(term.label), *EVENTS.get(slug, ())))
