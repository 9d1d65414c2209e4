"""The front page: what people may need, what they can use now, how the region stands, what changed, what is near."""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any, Final

from generator import addresses
from generator.catalogue.catalogue import ENDINGS, Innovation
from generator.compliance.index import in_force
from generator.compliance.wording import not_closed
from generator.publishing.changes import KIND_WORDS, Change, changes
from generator.publishing.pages.facets import DISTRICT, FACETS, FacetWord, counted, members, unknown
from generator.publishing.pages.structured_data import PUBLIC_SERVICE
from generator.publishing.view import Page, View

_AFFAIRS: Final = "urusan"
_BY_NAME: Final = {facet.name: facet for facet in FACETS}
_TILES: Final = 8
_CARDS: Final = 6
_NEWS: Final = 4
#: The stage and the state of a report that say that something is in use.
_IN_USE: Final = ("penerapan", "dipakai")
#: Arms of a delta: nine lines that part from the left to the right, each a little lower.
_ORNAMENT: Final = "".join(
    f"M0 {40 + 35 * n}C{150 - 4 * n} {10 + 27 * n} {260 - 2 * n} {120 + 17 * n} {380 - 2 * n} {70 + 15 * n}"
    f"S540 {60 + 10 * n} 640 {20 + 5 * n}"
    for n in range(9)
)


def pages(view: View) -> Iterator[Page]:
    """One page."""
    region = view.settings.region
    yield Page(
        address=addresses.HOME,
        template="beranda",
        searches=True,
        title=view.settings.name,
        description=f"Inovasi perangkat daerah {region}: manfaatnya, cara memakainya, dan kantor yang dapat ditanya.",
        context={
            "semboyan": f"Layanan baru di {region}",
            "hiasan": _ORNAMENT,
            "jumlah": len(view.by_name),
            **_needs(view),
            **standing(view),
            "kabar": list(islice(_news(view), _NEWS)),
        },
    )


def _news(view: View) -> Iterator[tuple[str, Change]]:
    """What changed, the newest first, in words; what was withdrawn stands in the list of changes alone."""
    return ((KIND_WORDS[change.kind], change) for change in changes(view) if change.kind != "ditarik")


def _needs(view: View) -> dict[str, Any]:
    """The affairs with most innovations, what the public can use, and the districts."""
    served = [row for row in _rows(view, _AFFAIRS) if row.count]
    return {
        "keperluan": sorted(served, key=lambda row: -row.count)[:_TILES],
        "dapat_dipakai": list(islice(filter(_usable, view.newest), _CARDS)),
        "kecamatan": _rows(view, DISTRICT),
        "mungkin": unknown(view, _BY_NAME[DISTRICT]),
    }


def _rows(view: View, name: str) -> Sequence[FacetWord]:
    facet = _BY_NAME[name]
    return counted(view, facet, members(view, facet))


def _usable(innovation: Innovation) -> bool:
    """Whether the public can use it now, as far as steps and reports tell."""
    stage = innovation.sighting.state.slug if innovation.sighting else innovation.stage.slug
    return innovation.sphere.slug == PUBLIC_SERVICE and stage in _IN_USE and innovation.stage.slug not in ENDINGS


def standing(view: View) -> dict[str, Any]:
    """How many of the agencies that stand have an innovation, their own or left to them, and the index of the year."""
    registry, day = view.catalogue.registry, view.edition.as_of
    standing = [agency for agency in registry.agencies.values() if in_force(agency, day)]
    lines = [(agency, *registry.predecessors(agency, day)) for agency in standing]
    return {
        "pemilik": sum(any(view.catalogue.by_agency[agency.slug] for agency in line) for line in lines),
        "semua_pd": len(standing),
        "indeks": view.current,
        "belum_dicatat": view.unrecorded,
        "belum_ditutup": not_closed(view.current) if view.current else "",
    }
