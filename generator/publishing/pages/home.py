"""The front page: what this is, what is new, what is near, how the region stands."""

from collections.abc import Iterator
from typing import Final

from generator import addresses
from generator.publishing.pages.facets import DISTRICT, FACETS, counted, members, on_map, serving_all, unknown
from generator.publishing.view import Page, View

LATEST: Final = 6
SHOWN: Final = ("urusan", DISTRICT)


def pages(view: View) -> Iterator[Page]:
    """One page."""
    shown = {facet.name: facet for facet in FACETS if facet.name in SHOWN}
    rows = {name: counted(view, facet, members(view, facet)) for name, facet in shown.items()}
    region = view.settings.region
    yield Page(
        address=addresses.HOME,
        template="beranda",
        title=view.settings.name,
        description=f"Inovasi perangkat daerah {region}: manfaatnya, cara memakainya, dan kantor yang dapat ditanya.",
        context={
            "jumlah": len(view.by_name),
            "terbaru": view.newest[:LATEST],
            "urusan": [row for row in rows["urusan"] if row.count],
            "kecamatan": rows[DISTRICT],
            "catatan_kecamatan": serving_all(view),
            "mungkin": unknown(view, shown[DISTRICT]),
            **on_map(view, rows[DISTRICT]),
            "indeks": view.current,
            "belum_dicatat": view.unrecorded,
        },
    )
