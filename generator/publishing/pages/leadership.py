"""The leadership brief as a page; see `generator.publishing.brief`."""

from collections.abc import Iterator

from generator import addresses
from generator.publishing.brief import CAUTION, brief
from generator.publishing.view import Page, View


def pages(view: View) -> Iterator[Page]:
    """One page."""
    made = brief(view, view.settings.absolute(addresses.BRIEF))
    yield Page(
        address=addresses.BRIEF,
        named=True,
        called=("laporan pimpinan", "bahan rapat"),
        template="ringkasan",
        title=made.title,
        description=f"Keadaan inovasi {view.settings.region} pada satu lembar, dengan yang perlu ditindaklanjuti.",
        crumbs=(("Beranda", addresses.HOME),),
        context={
            "r": made,
            "peringatan": CAUTION,
            "indeks_nasional": addresses.NATIONAL_INDEX,
            "pdf": addresses.BRIEF_PDF,
            "terbanyak": max((count for _, count in made.years), default=0) or 1,
            "pesan": "\n".join(made.chat),
        },
    )
