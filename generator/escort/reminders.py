"""The messages for whoever accompanies, ready to paste into a chat: one for each agency, with what is asked of it."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator import addresses
from generator.compliance.wording import number
from generator.dates import spoken
from generator.escort.waiting import SOMEBODY, Escort, Step, Still
from generator.settings import Settings


@dataclass(frozen=True, slots=True)
class Inquiry:
    """What is sent to one office: `lines` of the text, of which some are empty; it asks after `count` things."""

    to: str
    count: int
    lines: tuple[str, ...]


def messages(steps: Sequence[Step], still: Sequence[Still], settings: Settings) -> tuple[Inquiry, ...]:
    """One for each office that is waited for or asked, in the order in which they are first named."""
    waited: dict[str, tuple[list[Step], list[Still]]] = {}
    for step in steps:
        waited.setdefault(step.waited_for, ([], []))[0].append(step)
    for one in still:
        waited.setdefault(one.agency.name, ([], []))[1].append(one)
    return tuple(
        Inquiry(name, len(own) + len(quiet), tuple(_text(name, own, quiet, settings)))
        for name, (own, quiet) in waited.items()
    )


def lines(found: Escort, day: dt.date, settings: Settings) -> Iterator[str]:
    """All messages, each under a line for whom it is; the overdue and the oldest first."""
    yield f"Pendampingan inovasi per {spoken(day)}"
    made = messages(found.pending, found.still, settings)
    if not made:
        yield "Tidak ada yang ditunggu."
    for message in made:
        yield ""
        yield f"--- Untuk {message.to} ({number(message.count)}) ---"
        yield from message.lines


def _text(name: str, steps: Sequence[Step], still: Sequence[Still], settings: Settings) -> Iterator[str]:
    yield "Yth. pihak yang ditunggu," if name == SOMEBODY else f"Yth. {name},"
    if steps:
        yield f"{settings.name} mencatat langkah pendampingan berikut menunggu Anda."
        yield ""
        for place, step in enumerate(steps, 1):
            yield f"{place}. {_step(step)}"
            yield from _link(step.innovation.slug, settings)
        yield ""
    if still:
        yield f"{settings.name} {'juga ' if steps else ''}menanyakan kabar inovasi berikut."
        yield ""
        for place, one in enumerate(still, 1):
            yield f"{place}. {one.innovation.entry.name}. Kabar terakhir: {one.news} ({spoken(one.heard)})."
            yield f"   {one.question}"
            yield from _link(one.innovation.slug, settings)
        yield ""
    if settings.helpline.known:
        yield f"Jawaban dapat dikirim ke {settings.helpline.words}."
    if not settings.official:
        yield "Isi katalog dihimpun dari sumber terbuka; situsnya belum resmi."
    yield "Jawaban singkat sudah cukup. Terima kasih."


def _link(slug: str, settings: Settings) -> Iterator[str]:
    """The page of an innovation; nothing while the address of the site is not known."""
    if address := settings.absolute(addresses.innovation(slug)):
        yield f"   {address}"


def _step(step: Step) -> str:
    asked = step.next or f"{step.kind.label}, {step.state.label.lower()}"
    return f"{step.innovation.entry.name}: {asked}; {when(step)}."


def when(step: Step) -> str:
    """Since when, until when, and by how much that is over."""
    words = f"sejak {spoken(step.support.since)}"
    if step.support.due and step.pending:
        words += f", tenggat {spoken(step.support.due)}"
    return words + (f" (lewat {number(step.late)} hari)" if step.late else "")
