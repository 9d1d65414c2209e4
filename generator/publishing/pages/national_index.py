"""Each innovation's completeness for the national index, and the page that all of them share."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from generator import addresses
from generator.catalogue.catalogue import Innovation
from generator.national_index.editions import course_of_editions
from generator.national_index.eligibility import Condition, conditions, eligible
from generator.national_index.score import Scorecard, edition_for, scorecard
from generator.publishing.view import Page, View, shortened
from generator.schema.indicators import IndicatorsFile
from generator.schema.registry import Term

#: Innovations that the shared page names; the others are a number.
SHOWN: Final = 24
_CRUMBS: Final = (("Beranda", addresses.HOME),)


@dataclass(frozen=True, slots=True)
class Sight:
    """Of one condition: how many innovations are seen to meet it, not to meet it, and of how many it is not known."""

    words: str
    met: int
    unmet: int
    unknown: int


def pages(view: View) -> Iterator[Page]:
    """The shared page, then one for each innovation; none in a region without an edition on record."""
    edition = edition_for(view.catalogue.registry, view.edition.as_of.year)
    if edition is None:
        return
    yield _shared(view, edition)
    for innovation in view.catalogue.innovations.values():
        yield _page(view, edition, innovation)


def _page(view: View, edition: IndicatorsFile, innovation: Innovation) -> Page:
    name, home = innovation.entry.name, addresses.innovation(innovation.slug)
    card = scorecard(edition, innovation.entry)
    found = conditions(innovation, card, view.catalogue.registry)
    return Page(
        address=addresses.completeness(innovation.slug),
        template="kelengkapan",
        title=f"Kelengkapan {name}",
        description=f"Bukti dan dokumen {name} untuk indeks nasional edisi {edition.edition}, penilaian mandiri.",
        crumbs=(*_CRUMBS, ("Inovasi", addresses.INNOVATIONS), (name, home)),
        image=addresses.card(home),
        withdrawn=not innovation.listed,
        context={
            "i": innovation,
            "edisi_iid": edition,
            "kartu": card,
            "syarat": found,
            "terpenuhi": eligible(found),
            "tahun_dihitung": view.counted_in.get(innovation.slug, ()),
        },
    )


def _shared(view: View, edition: IndicatorsFile) -> Page:
    registry = view.catalogue.registry
    cards = {innovation.slug: scorecard(edition, innovation.entry) for innovation in view.by_name}
    filled = [(i, cards[i.slug]) for i in view.by_name if cards[i.slug].filled]
    found = {i.slug: conditions(i, cards[i.slug], registry) for i in view.by_name}
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
            "terlihat": sights(found.values()),
            "terdekat": shortened(_nearest(view, found), SHOWN),
            "bernilai": shortened(_by_points(filled), SHOWN),
            "indikator": sorted(edition.indicators, key=lambda i: (-i.weight, not i.mandatory, i.number)),
            "pelayanan_dasar": list(_basic(view, edition)),
            "edisi_edisi": course_of_editions(registry),
        },
    )


def sights(found: Iterable[tuple[Condition, ...]]) -> list[Sight]:
    """Every condition with its counts, in their order."""
    rows: dict[str, list[bool | None]] = {}
    for one in found:
        for condition in one:
            rows.setdefault(condition.words, []).append(condition.met)
    return [Sight(words, met.count(True), met.count(False), met.count(None)) for words, met in rows.items()]


def _nearest(view: View, found: dict[str, tuple[Condition, ...]]) -> list[tuple[Innovation, list[Condition]]]:
    """Those that meet at least one condition, the most conditions first, each with what is still open."""
    near = [(i, [c for c in found[i.slug] if not c.met]) for i in view.by_name]
    return sorted((row for row in near if len(row[1]) < len(found[row[0].slug])), key=lambda row: len(row[1]))


def _by_points(filled: list[tuple[Innovation, Scorecard]]) -> list[tuple[Innovation, Scorecard]]:
    return sorted(filled, key=lambda row: -row[1].points)


def _basic(view: View, edition: IndicatorsFile) -> Iterator[tuple[Term, int]]:
    """Each affair of basic service and how many innovations touch it."""
    for slug in edition.basic_affairs:
        term = view.catalogue.registry.term("urusan", slug)
        yield term, sum(term in innovation.affairs for innovation in view.by_name)
