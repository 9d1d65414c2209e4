"""The front page: what this is, what is new, what is near, how the region stands."""

from collections.abc import Iterator
from typing import Final

from generator import addresses
from generator.pages import Page, View
from generator.pages.facets import FACETS, counted

LATEST: Final = 6


def pages(view: View) -> Iterator[Page]:
    """One page."""
    facets = {facet.name: counted(view, facet) for facet in FACETS}
    region = view.settings.region
    yield Page(
        address=addresses.HOME,
        template="beranda",
        title=view.settings.name,
        description=f"Inovasi perangkat daerah {region}: manfaatnya, cara memakainya, dan kantor yang dapat ditanya.",
        context={
            "terbaru": view.newest[:LATEST],
            "urusan": [row for row in facets["urusan"] if row.count],
            "kecamatan": facets["kecamatan"],
            "indeks": view.current,
        },
    )
