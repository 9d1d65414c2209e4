"""The front page: what this is, what is new, what is near, how the region stands."""

from collections.abc import Iterator
from typing import Final

from generator import addresses
from generator.publishing.pages.facets import FACETS, counted, members, on_map, serving_all
from generator.publishing.view import Page, View

LATEST: Final = 6
SHOWN: Final = ("urusan", "kecamatan")


def pages(view: View) -> Iterator[Page]:
    """One page."""
    rows = {facet.name: counted(view, facet, members(view, facet)) for facet in FACETS if facet.name in SHOWN}
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
            "kecamatan": rows["kecamatan"],
            "catatan_kecamatan": serving_all(view),
            **on_map(view, rows["kecamatan"]),
            "indeks": view.current,
            "belum_dicatat": view.unrecorded,
        },
    )
