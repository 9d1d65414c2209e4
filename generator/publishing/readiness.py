"""How near innovations are to the national index: each that meets a condition, all as counts; never a score."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.catalogue.catalogue import Innovation
from generator.compliance.wording import number
from generator.national_index.basic_service import basic_service
from generator.national_index.eligibility import Condition, Tally, conditions, standing
from generator.national_index.score import edition_for, scorecard
from generator.publishing.view import View


@dataclass(frozen=True, slots=True)
class Near:
    """An innovation that meets some conditions: how it stands, what is not met, what is not known."""

    innovation: Innovation
    standing: Tally
    unmet: Sequence[Condition]
    unknown: Sequence[Condition]


def near(innovations: Sequence[Innovation], found: Mapping[str, tuple[Condition, ...]]) -> Sequence[Near]:
    """Those that meet at least one condition, each with what is still open; `found` is by slug."""
    rows = [_near(innovation, told) for innovation in innovations if _some(told := found[innovation.slug])]
    return sorted(rows, key=lambda one: (-one.standing.met, one.standing.unmet))


def _some(told: Sequence[Condition]) -> bool:
    return any(condition.met for condition in told)


def _near(innovation: Innovation, told: tuple[Condition, ...]) -> Near:
    unmet = [condition for condition in told if condition.met is False]
    unknown = [condition for condition in told if condition.met is None]
    return Near(innovation, standing(told), unmet, unknown)


def readiness(view: View) -> Iterator[str]:
    """What counts most first; where what is asked for comes from stands last. Nothing without an edition or entries.

    What is not on record is not known: it is never told as "none of so many".
    """
    registry = view.catalogue.registry
    edition = edition_for(registry, view.edition.as_of.year)
    if edition is None or not view.by_name:
        return
    basic = basic_service(view.by_name, edition, registry)
    if basic.all:
        bare = f". Yang kosong: {'; '.join(term.label for term in basic.bare)}" if basic.bare else ""
        yield f"{basic.words}{bare}."
    cards = [(innovation, scorecard(edition, innovation.entry)) for innovation in view.by_name]
    found = [condition for innovation, card in cards for condition in conditions(innovation, card, registry)]
    for words in dict.fromkeys(condition.words for condition in found):
        yield f"{words}: {_counts(standing(tuple(c for c in found if c.words == words)))}."
    proven = sum(bool(card.proven) for _, card in cards)
    told = f"tercatat pada {number(proven)} dari {number(len(cards))} inovasi" if proven else "belum ada yang tercatat"
    yield f"Bukti indikator: {told}."
    if not edition.document_read:
        yield f"Isi edisi {edition.edition} dari sumber sekunder; pedoman resminya belum diperoleh."


def _counts(tally: Tally) -> str:
    if tally.unknown == tally.all:
        return f"{number(tally.all)} inovasi belum diketahui"
    told = f"{number(tally.met)} dari {number(tally.all)} inovasi"
    return f"{told}; {number(tally.unknown)} belum diketahui" if tally.unknown else told
