"""Who waits for whom: every help that is not over, and the innovations of which nothing was heard for long."""

from collections.abc import Iterator
from typing import Final

from generator import addresses
from generator.compliance.wording import number
from generator.escort import reminders
from generator.escort.waiting import MONTHS_IN_USE, MONTHS_STILL
from generator.publishing.stage_words import dated_words
from generator.publishing.view import Page, View, shortened

#: What people call it.
_CALLED: Final = ("menunggu siapa", "dikawal siapa", "inovasi macet", "didampingi siapa")
#: So many rows of one kind are on the page.
_ROWS: Final = 60


def pages(view: View) -> Iterator[Page]:
    """One page."""
    found, terms = view.escort, view.catalogue.registry.taxonomy
    yield Page(
        address=addresses.ESCORT,
        named=True,
        called=_CALLED,
        template="pendampingan",
        title="Pendampingan",
        description="Inovasi yang didampingi, siapa yang ditunggu, dan inovasi yang ditanyakan kabarnya.",
        crumbs=(("Beranda", addresses.HOME),),
        context={
            "pendampingan": found,
            "ringkas": _summary(view),
            "menunggu": shortened(found.pending, _ROWS),
            "selesai": shortened(found.over[::-1], _ROWS),
            "bulan": (MONTHS_STILL, MONTHS_IN_USE),
            "diam": shortened([(one, dated_words(one.innovation)) for one in found.still], _ROWS),
            "bantuan": [term for term in terms["bentuk_pendampingan"].values() if term.definition],
            "pesan": reminders.messages(found.pending[:_ROWS], found.still[:_ROWS], view.settings),
        },
    )


def _summary(view: View) -> str:
    """What is known, in two or three sentences."""
    found = view.escort
    owners = len({one.agency.slug for one in found.still})
    asked = f"{number(len(found.still))} inovasi dari {number(owners)} perangkat daerah perlu ditanyakan kabarnya."
    asked = asked if found.still else ""
    if not found.steps:
        return f"{asked} Belum ada pendampingan yang tercatat; kantor yang sedang membantu dapat mencatatnya.".strip()
    late = f", {number(len(found.late))} di antaranya lewat tenggat" if found.late else ""
    helped = f"{number(found.innovations)} inovasi tercatat didampingi."
    return f"{helped} {number(len(found.pending))} langkah masih ditunggu{late}. {asked}".strip()
