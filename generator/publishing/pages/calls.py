"""Who seeks whom: what innovations and agencies ask of others, and what came of it."""

from collections.abc import Iterator
from typing import Final

from generator import addresses
from generator.compliance.wording import number
from generator.publishing.view import Page, View, shortened

#: What people call it.
_CALLED: Final = ("cari mitra", "kerja sama", "kolaborasi inovasi", "butuh bantuan", "masalah yang dicari solusinya")
#: So many items of one kind are on the page.
_ROWS: Final = 60


def pages(view: View) -> Iterator[Page]:
    """One page."""
    found = view.calls
    yield Page(
        address=addresses.CALLS,
        named=True,
        prose=bool(found.all),
        called=_CALLED,
        template="cari-mitra",
        title="Cari mitra",
        description="Yang dicari inovasi dan perangkat daerah dari pihak lain, sampai kapan, dan apa hasilnya.",
        crumbs=(("Beranda", addresses.HOME),),
        context={
            "ringkas": _summary(view),
            "terbuka": shortened(found.waiting, _ROWS),
            "lewat": shortened(found.past, _ROWS),
            "terjawab": shortened(found.answered[::-1], _ROWS),
        },
        empty=not found.all,
    )


def _summary(view: View) -> str:
    found = view.calls
    if not found.all:
        return "Belum ada inovasi atau perangkat daerah yang mencari mitra lewat katalog ini."
    problems = sum(call.need is not None for call in found.waiting)
    kinds = f", {number(problems)} di antaranya masalah yang belum mempunyai inovasi" if problems else ""
    waiting, answered = number(len(found.waiting)), number(len(found.answered))
    return f"{waiting} permintaan menunggu jawaban{kinds}. {answered} sudah terjawab."
