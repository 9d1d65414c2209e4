"""Who has to do what next, in sentences that a meeting can decide on: names of offices, never of persons."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final

from generator.checks.completeness import is_stale
from generator.compliance.doubts import gaps
from generator.compliance.headline import missing, waiting
from generator.compliance.index import JUDGED, YearIndex
from generator.compliance.wording import listed, number
from generator.publishing.view import View
from generator.schema.registry import Agency

#: So many agencies are named, so many desks at which steps wait.
_NAMED: Final = 12
_DESKS: Final = 2


@dataclass(frozen=True, slots=True)
class Task:
    """What has to happen next: whose it is, and what, as one sentence that begins with `who`."""

    who: str
    what: str


def tasks(view: View) -> Iterator[Task]:
    """The most weighty first: the rules, the duty, the register, escort, the entries."""
    index, day = view.current, view.edition.as_of
    if index and (lacking := gaps(index.obligation.legal_basis)):
        lacking += ["tenggatnya belum diketahui"] if index.obligation.deadline is None else []
        what = f"perlu menyampaikan salinannya: {listed(lacking)}. Sampai saat itu hasil {index.year} tetap sementara."
        yield Task("Pemegang surat edaran", what)
    if index and index.due > index.met:
        yield Task(_offices(index.due - index.met), _for_the_duty(view, index))
    if index and (unsure := sum(waiting(index))):
        names = [_short(verdict.agency) for verdict in index.verdicts if missing(verdict, index)]
        judged = f"{number(index.due + unsure)} dari {number(len(index.verdicts))}"
        what = f"perlu memastikan nama atau kewajibannya, agar {judged} dapat dinilai: {_few(names)}."
        yield Task(_offices(unsure), what)
    for who, steps in islice(view.escort.by_waiting.items(), _DESKS):
        late = sum(bool(step.late) for step in steps)
        overdue = f", {number(late)} lewat tenggat" if late else ""
        what = f"ditunggu untuk {number(len(steps))} langkah pendampingan{overdue}"
        yield Task(who, f"{what}; berikutnya: {steps[0].next or steps[0].kind.label.lower()}.")
    unread = [i for i in view.by_name if i.entry.checked is None or is_stale(i.entry.checked.first, day)]
    if unread:
        offices = _offices(len({i.agency.slug for i in unread}))
        yield Task(offices, f"perlu memeriksa kebenaran {number(len(unread))} isian inovasinya.")
    if quiet := view.escort.still:
        yield Task(f"Pemilik {number(len(quiet))} inovasi", "perlu memberi kabar: masih berjalan atau sudah berhenti.")


def _offices(count: int) -> str:
    return f"{number(count)} perangkat daerah"


def _short(agency: Agency) -> str:
    return agency.short or agency.name


def _few(names: Sequence[str]) -> str:
    rest = len(names) - _NAMED
    return listed([*names[:_NAMED], f"{number(rest)} lainnya"] if rest > 0 else names)


def _for_the_duty(view: View, index: YearIndex) -> str:
    near = nearest(view, index)
    said = f"belum tercatat berinovasi pada {index.year}"
    if not near:
        return f"{said}; inovasi yang sudah berjalan tinggal dicatat."
    names = _few([f"{_short(agency)} ({number(count)})" for count, agency in near])
    return f"{said}. Yang sudah punya inovasi di katalog tinggal mencatat pengembangannya, bila ada: {names}."


def nearest(view: View, index: YearIndex) -> Sequence[tuple[int, Agency]]:
    """Agencies that have not met the duty but have innovations, and how many, the most first.

    What they developed this year, if anything, only has to be recorded.
    """
    open_ones = [v.agency for v in index.verdicts if v.status in JUDGED and v.status != "memenuhi"]
    near = [(len(found), agency) for agency in open_ones if (found := view.catalogue.by_agency[agency.slug])]
    return sorted(near, key=lambda row: (-row[0], row[1].name))
