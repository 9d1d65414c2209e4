"""How near innovations are to the national index: each that meets a condition, all as counts; never a score."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.catalogue.catalogue import Innovation
from generator.compliance.wording import number
from generator.national_index.basic_service import basic_service
from generator.national_index.eligibility import Condition, Tally, standing
from generator.publishing.view import View


@dataclass(frozen=True, slots=True)
class Near:
    """An innovation that meets some conditions: what is met, what is not, what is not known."""

    innovation: Innovation
    met: Sequence[Condition]
    unmet: Sequence[Condition]
    unknown: Sequence[Condition]


def near(innovations: Sequence[Innovation], found: Mapping[str, tuple[Condition, ...]]) -> Sequence[Near]:
    """Those that meet at least one condition, each with what is still open; `found` is by slug."""
    rows = [_near(innovation, found[innovation.slug]) for innovation in innovations]
    return sorted((one for one in rows if one.met), key=lambda one: (-len(one.met), len(one.unmet)))


def _near(innovation: Innovation, told: tuple[Condition, ...]) -> Near:
    answers: dict[bool | None, list[Condition]] = {True: [], False: [], None: []}
    for condition in told:
        answers[condition.met].append(condition)
    return Near(innovation, answers[True], answers[False], answers[None])


def edition_words(view: View) -> str:
    """Where what is asked is from; "" without an edition."""
    if view.scorecards is None or not view.by_name:
        return ""
    edition = view.scorecards.edition
    unread = "" if edition.document_read else "; isinya dari sumber sekunder, pedoman resminya belum diperoleh"
    return f"Edisi {edition.edition}{unread}. Dihitung dari {number(len(view.by_name))} inovasi."


def readiness(view: View) -> Iterator[str]:
    """What counts most first. Nothing without an edition or entries.

    What is not on record is not known: it is never told as "none of so many".
    """
    registry = view.catalogue.registry
    if view.scorecards is None or not view.by_name:
        return
    basic = basic_service(view.by_name, view.scorecards.edition, registry)
    if basic.all:
        bare = f". Yang kosong: {'; '.join(term.label for term in basic.bare)}" if basic.bare else ""
        yield f"{basic.words}{bare}."
    found = [condition for innovation in view.by_name for condition in view.conditions[innovation.slug]]
    for words in dict.fromkeys(condition.words for condition in found):
        yield f"{words}: {_counts(standing(tuple(c for c in found if c.words == words)))}."
    if proven := sum(bool(view.scorecards.of(innovation.entry).proven) for innovation in view.by_name):
        yield f"Bukti indikator: tercatat pada {number(proven)} dari {number(len(view.by_name))} inovasi."


def _counts(tally: Tally) -> str:
    """How many meet it, do not, and of how many it is not known; the zeros are left out."""
    if tally.unknown == tally.all:
        return f"{number(tally.all)} inovasi, semuanya belum diketahui"
    counts = (("ya", tally.met), ("belum", tally.unmet), ("belum diketahui", tally.unknown))
    return ", ".join(f"{number(count)} {word}" for word, count in counts if count)
