"""The list for whoever accompanies, ready to paste into a chat: who is waited for, for what, since when."""

import datetime as dt
from collections.abc import Iterator

from generator.compliance.wording import number
from generator.dates import spoken
from generator.escort.waiting import Escort, Step, Still


def lines(found: Escort, day: dt.date) -> Iterator[str]:
    """One line an item, under a line for who is waited for; the overdue and the oldest first."""
    yield f"Pendampingan inovasi per {spoken(day)}"
    if not found.pending and not found.still:
        yield "Tidak ada yang ditunggu."
    for name, steps in found.by_waiting.items():
        yield ""
        yield f"Menunggu {name}:"
        yield from (f"- {_step(step)}" for step in steps)
    if found.still:
        yield ""
        yield "Belum ada kabar lebih dari enam bulan. Bagaimana keadaannya sekarang?"
        yield from (f"- {_still(one)}" for one in found.still)


def _step(step: Step) -> str:
    asked = step.next or f"{step.kind.label}, {step.state.label.lower()}"
    return f"{step.innovation.entry.name}: {asked}; {when(step)}"


def when(step: Step) -> str:
    """Since when, until when, and by how much that is over."""
    words = f"sejak {spoken(step.support.since)}"
    if step.support.due and step.pending:
        words += f", tenggat {spoken(step.support.due)}"
    return words + (f" (lewat {number(step.late)} hari)" if step.late else "")


def _still(one: Still) -> str:
    return f"{one.innovation.entry.name} ({one.innovation.agency.name}): kabar terakhir {spoken(one.heard)}"
