"""Corrections and replies: what was objected to, how it ended, and after how many days."""

from collections.abc import Iterator, Sequence
from typing import Final

from generator import addresses
from generator.compliance.public_log import LogEntry, public_log
from generator.compliance.wording import listed, number
from generator.publishing.view import Page, View, shortened

#: What people call it.
_CALLED: Final = ("hak jawab", "keberatan", "sanggahan", "ralat kepatuhan")
#: So many entries are on the page.
_ROWS: Final = 100


def pages(view: View) -> Iterator[Page]:
    """One page."""
    found = public_log(view.indexes, view.catalogue.registry.agencies)
    yield Page(
        address=addresses.CORRECTIONS,
        named=True,
        called=_CALLED,
        template="kepatuhan-koreksi",
        title="Koreksi dan tanggapan",
        description="Koreksi hasil kepatuhan dan tanggapan perangkat daerah, dengan keadaan dan lamanya ditinjau.",
        crumbs=(("Beranda", addresses.HOME), ("Kepatuhan", addresses.COMPLIANCE)),
        context={"ringkas": _summary(found), "catatan_publik": shortened(found, _ROWS)},
        empty=not found,
    )


def _summary(found: Sequence[LogEntry]) -> str:
    """How many corrections and replies there are, how many are not settled, and how long the others took."""
    replies = [entry.reply for entry in found if entry.reply]
    corrections = len(found) - len(replies)
    if not found:
        return "Belum ada koreksi dan belum ada tanggapan."
    parts = [f"{number(corrections)} koreksi", f"{number(len(replies))} tanggapan"]
    settled = [reply.days for reply in replies if reply.done]
    took = f" Yang selesai ditinjau memerlukan paling lama {number(max(settled))} hari." if settled else ""
    waiting = sum(reply.state in ("diterima", "ditinjau") for reply in replies)
    open_ones = f" {number(waiting)} tanggapan belum selesai." if waiting else ""
    return f"Tercatat {listed(parts)}.{open_ones}{took}"
