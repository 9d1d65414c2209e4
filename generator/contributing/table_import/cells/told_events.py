"""A cell that says itself of which events its dates are: `2024 (uji coba), 2025 (penerapan)`. Taken only as a whole."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from generator.contributing.answers.written_dates import WrittenDate, read_date, says_none
from generator.contributing.table_import.cells.region import Region
from generator.contributing.table_import.words.cut_titles import event_cut_short
from generator.contributing.table_import.words.title_words import EVENTS
from generator.schema.fields import one_line
from generator.text.spelling import folded

_BETWEEN = re.compile(r"[;,\n&]|\s/\s|\bdan\b")
_LONGEST: Final = 200
#: Words beside the name of an event: `mulai diterapkan Mei 2024`.
_BESIDE = re.compile(r"\b(?:mulai|sejak|tahap|masa|pada|waktu|sudah|sdh|telah|lalu|kemudian|selanjutnya)\b")
#: Signs around a date, those between events among them: `2022 →`, `(2023) -`.
_SIGNS: Final = " :()[]-–—=/|>→➔•·,;"
#: Before the first event, its number in a list.
_NUMBERED = re.compile(r"\A\s*(?:\(?[0-9a-e][.)]|[-•*])\s*(?=[^\W\d_])")


def told_events(text: str, region: Region) -> list[tuple[str, WrittenDate]]:
    """(slug of the event, date) of each part of a cell; nothing where one part is not both."""
    if len(text) > _LONGEST:
        return []
    if found := _all_told([part for part in _BETWEEN.split(text) if folded(part)], region):
        return found
    whole = _told(text.replace(",", " "), region)  # `Penerapan, 2022`
    return [whole] if whole else _by_names(text, region)


def _all_told(parts: Sequence[str], region: Region) -> list[tuple[str, WrittenDate]]:
    """What parts tell that each name an event and its date, or say that it has none."""
    found = [_told(part, region) for part in parts if not _has_none(part, region)]
    return [one for one in found if one] if all(found) else []


def _by_names(text: str, region: Region) -> list[tuple[str, WrittenDate]]:
    """The events of a cell whose names part it, each before its date or each behind it: `Ide 2022 → uji coba 2023`.

    Nothing where both may be meant.
    """
    plain = one_line(text).casefold()
    any_name = "|".join(_spelt(word) for word in sorted({word for _, word in _names(region)}, key=len, reverse=True))
    names = list(re.finditer(rf"(?<![^\W_])(?:{any_name})(?![^\W_])", plain))
    ways = []
    if len(names) > 1 and not plain[: names[0].start()].strip(_SIGNS):
        ways.append([plain[one:other] for one, other in pairwise([*(name.start() for name in names), len(plain)])])
    if len(names) > 1 and not plain[names[-1].end() :].strip(_SIGNS):
        ways.append([plain[one:other] for one, other in pairwise([0, *(name.end() for name in names)])])
    told = [found for parts in ways if len(found := _all_told(parts, region)) > 1]
    return told[0] if len(told) == 1 else []


def _has_none(part: str, region: Region) -> bool:
    """Whether a part says that its event has no date: `Penerapan: -`, `belum penerapan`."""
    event, rest = _named(part, region)
    return bool(event) and (rest.strip(" ()") in (":", "=", "-", ": -", "= -") or says_none(rest.strip(_SIGNS)))


def _told(part: str, region: Region) -> tuple[str, WrittenDate] | None:
    event, rest = _named(_NUMBERED.sub("", part), region)
    date = read_date(_BESIDE.sub(" ", rest).strip(_SIGNS)) if event else None
    return (event, date) if isinstance(date, WrittenDate) else None


def _named(part: str, region: Region) -> tuple[str, str]:
    """(slug of the event that a part names once, the part without its name); "" of both where it names none."""
    plain = one_line(part).casefold()
    names = {word: slug for slug, word in _names(region)}
    for word in sorted(names, key=len, reverse=True):
        rest, count = re.subn(rf"(?<![^\W_])\(?{_spelt(word)}\)?(?![^\W_])", " ", plain)
        if count == 1:
            return names[word], rest
    first, _, rest = plain.partition(" ")
    slug = event_cut_short(first.strip(" .:()"), region.registry)  # `Terap Mei-24`
    return (slug, rest) if slug else ("", "")


def _spelt(word: str) -> str:
    return "[ -]?".join(word.split())


def _names(region: Region) -> Iterator[tuple[str, str]]:
    for slug, term in region.registry.taxonomy["peristiwa"].items():
        yield from ((slug, word) for word in (folded(term.label), *EVENTS.get(slug, ())))
