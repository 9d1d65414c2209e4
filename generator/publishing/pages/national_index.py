"""Each innovation's completeness for the national index, and the page that all of them share."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any, Final

from generator import addresses
from generator.catalogue.catalogue import Innovation
from generator.national_index.basic_service import basic_service
from generator.national_index.editions import course_of_editions
from generator.national_index.eligibility import Condition, conditions, standing
from generator.national_index.score import Scorecard, Scorecards, spelt
from generator.publishing.readiness import near
from generator.publishing.view import Later, Page, Shortened, View, shortened
from generator.schema.indicators import IndicatorRecord

#: Innovations that the shared page names in one place; the others are a number.
SHOWN: Final = 24
#: What is shown at once of a list of what to do next; the others are folded.
FIRST: Final = 5
_CRUMBS: Final = (("Beranda", addresses.HOME),)


@dataclass(frozen=True, slots=True)
class Sight:
    """Of one condition: which innovations are seen to meet it, not to meet it, and of which it is not known."""

    words: str
    met: Sequence[Innovation]
    unmet: Sequence[Innovation]
    unknown: Sequence[Innovation]

    @property
    def groups(self) -> Iterator[tuple[bool | None, int, Shortened]]:
        """Each answer that some have, how many, and who."""
        for answer, found in ((True, self.met), (False, self.unmet), (None, self.unknown)):
            if found:
                yield answer, len(found), shortened(found, SHOWN)


def pages(view: View) -> Iterator[Page]:
    """The shared page, then one for each innovation; none in a region without an edition on record."""
    if view.scorecards is None:
        return
    yield _shared(view, view.scorecards)
    for innovation in view.catalogue.innovations.values():
        yield _page(view, view.scorecards, innovation)


def _page(view: View, cards: Scorecards, innovation: Innovation) -> Page:
    edition = cards.edition
    name, home = innovation.entry.name, addresses.innovation(innovation.slug)
    return Page(
        address=addresses.completeness(innovation.slug),
        template="kelengkapan",
        title=f"Kelengkapan {name}",
        description=f"Bukti dan dokumen {name} untuk indeks nasional edisi {edition.edition}, penilaian mandiri.",
        crumbs=(*_CRUMBS, ("Inovasi", addresses.INNOVATIONS), (name, home)),
        image=addresses.card(home),
        withdrawn=not innovation.listed,
        context=Later(
            lambda: _assessed(view, cards, innovation), of=(innovation, view.counted_in.get(innovation.slug))
        ),
    )


def _assessed(view: View, cards: Scorecards, innovation: Innovation) -> dict[str, Any]:
    """How an innovation stands."""
    card = cards.of(innovation.entry)
    found = conditions(innovation, card, view.catalogue.registry)
    return {
        "i": innovation,
        "edisi_iid": cards.edition,
        "kartu": card,
        "syarat": found,
        "keadaan_syarat": standing(found),
        "dahulu": card.steps[:FIRST],
        "kemudian": [
            (gain, [step.held.indicator for step in steps])
            for gain, steps in groupby(card.steps[FIRST:], key=lambda step: step.gain)
        ],
        "sisa": len(card.steps[FIRST:]),
        "tahun_dihitung": view.counted_in.get(innovation.slug, ()),
    }


def _shared(view: View, scorecards: Scorecards) -> Page:
    registry, edition = view.catalogue.registry, scorecards.edition
    cards = [(innovation, scorecards.of(innovation.entry)) for innovation in view.by_name]
    filled = [(innovation, card) for innovation, card in cards if card.filled]
    nearest = near(view.by_name, view.conditions)
    return Page(
        address=addresses.NATIONAL_INDEX,
        named=True,
        template="kelengkapan-indeks",
        called=(
            "indeks inovasi daerah",
            "IID",
            "IGA",
            "kematangan inovasi",
            "bukti inovasi",
            "rancang bangun 300 kata",
        ),
        title="Kelengkapan untuk indeks nasional",
        description=f"Yang diminta Indeks Inovasi Daerah edisi {edition.edition}, dan yang sudah tercatat di katalog.",
        crumbs=_CRUMBS,
        context={
            "edisi_iid": edition,
            "jumlah": len(view.by_name),
            "terlihat": sights(view.by_name, view.conditions),
            "terdekat": nearest[:FIRST],
            "berikutnya": shortened(nearest[FIRST:], SHOWN),
            "bernilai": shortened(_by_points(filled), SHOWN),
            "indikator": sorted(edition.indicators, key=lambda i: (not i.mandatory, -i.most, i.number)),
            "berdasar": [(one.name, list(_bases(one))) for one in edition.indicators if one.bases],
            "dasar": basic_service(view.by_name, edition, registry),
            "edisi_edisi": course_of_editions(registry),
        },
    )


def sights(innovations: Sequence[Innovation], found: Mapping[str, tuple[Condition, ...]]) -> list[Sight]:
    """Every condition with those that meet it, do not, or may, in their order."""
    rows: dict[str, dict[bool | None, list[Innovation]]] = {}
    for innovation in innovations:
        for condition in found[innovation.slug]:
            answers = rows.setdefault(condition.words, {True: [], False: [], None: []})
            answers[condition.met].append(innovation)
    return [Sight(words, told[True], told[False], told[None]) for words, told in rows.items()]


def _by_points(filled: list[tuple[Innovation, Scorecard]]) -> list[tuple[Innovation, Scorecard]]:
    return sorted(filled, key=lambda row: -row[1].points)


def _bases(indicator: IndicatorRecord) -> Iterator[tuple[str, list[str]]]:
    """Each way to count in words, and what its levels are, "" where it has none."""
    for basis in indicator.bases or ():
        levels = indicator.levels_of(basis)
        yield spelt(basis), [levels.get(level, "") for level in indicator.levels_of_any]
