"""What changed, month by month, and the newest month as ten lines for a chat."""

from collections.abc import Iterator
from typing import Final, get_args

from generator import addresses
from generator.compliance.headline import headline
from generator.compliance.wording import number
from generator.dates import spoken
from generator.publishing.changes import FROM_GIT, KIND_WORDS, ChangedMonth, Happening, by_month, changes
from generator.publishing.view import Page, Shortened, View, shortened

#: So many months are on the page: the newest in which something changed.
MONTHS_SHOWN: Final = 12
#: So many changes of one kind are named on the page, and in a line for the chat.
_ON_PAGE: Final = 8
_IN_CHAT: Final = 3


def pages(view: View) -> Iterator[Page]:
    """One page."""
    months = list(by_month(changes(view)))
    yield Page(
        address=addresses.CHANGES,
        named=True,
        template="perubahan",
        title="Perubahan",
        description="Yang terbit, diubah, baru memenuhi, dihentikan, dikoreksi, dan ditarik, bulan demi bulan.",
        crumbs=(("Beranda", addresses.HOME),),
        context={
            "riwayat_git": view.edition.record_gap,
            "terpotong": view.edition.shallow,
            "bulan": shortened([(month, list(_rows(month))) for month in months], MONTHS_SHOWN),
            "pesan": "\n".join(_chat(view, months)),
            "umpan": addresses.feed(addresses.CHANGES),
        },
        feed=addresses.feed(addresses.CHANGES),
    )


def _rows(month: ChangedMonth) -> Iterator[tuple[str, Shortened]]:
    """Each kind with its number, and the first changes of it."""
    for kind, found in month.changes.items():
        yield f"{KIND_WORDS[kind]} ({number(len(found))})", shortened(found, _ON_PAGE)


def _chat(view: View, months: list[ChangedMonth]) -> Iterator[str]:
    """Ten lines: the newest month that is known as such, the index, the day and the address."""
    newest = next((month for month in months if "-" in month.text), None)
    yield f"{view.settings.name}: perubahan {newest.name if newest else 'belum tercatat'}"
    for kind in get_args(Happening):
        yield f"{KIND_WORDS[kind]}: {_names(view, kind, newest)}"
    yield " ".join(filter(None, (f"{headline(view.current)}." if view.current else "", view.unrecorded)))
    yield f"Data per {spoken(view.edition.as_of)}."
    yield f"Selengkapnya: {view.settings.absolute(addresses.CHANGES) or 'halaman Perubahan di katalog'}"


def _names(view: View, kind: Happening, month: ChangedMonth | None) -> str:
    """How many, and the first few by name."""
    if kind in FROM_GIT and (gap := view.edition.record_gap):
        return f"tidak diketahui, riwayat Git {gap}"
    names = list(dict.fromkeys(change.name for change in month.changes.get(kind, ()))) if month else []
    if not names:
        return "tidak ada"
    short = shortened(names, _IN_CHAT)
    return f"{len(names)}. {'; '.join(short.shown)}{f'; {short.rest}' if short.rest else ''}"
