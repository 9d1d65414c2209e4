"""Who has to do what next, in sentences that a meeting can decide on: names of offices, never of persons."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final

from generator import addresses
from generator.checks.completeness import is_stale
from generator.compliance.doubts import gaps
from generator.compliance.headline import missing
from generator.compliance.index import JUDGED, YearIndex
from generator.compliance.wording import listed, number
from generator.publishing.view import View
from generator.schema.registry import Agency

#: So many agencies are named, so many desks at which steps wait.
_NAMED: Final = 12
_DESKS: Final = 2


@dataclass(frozen=True, slots=True)
class Task:
    """What has to happen next: whose it is, and what, as a sentence that begins with `who`.

    `named` says who or what exactly, where that is more than a meeting wants to hear at once; `address` is where the
    catalogue tells more. Both may be "".
    """

    who: str
    what: str
    named: str = ""
    address: str = ""


def tasks(view: View) -> Iterator[Task]:
    """The most weighty first: the rules, the duty, the register, escort, the entries."""
    index, day = view.current, view.edition.as_of
    if index:
        yield from _of_the_year(view, index)
    for who, steps in islice(view.escort.by_waiting.items(), _DESKS):
        late = sum(bool(step.late) for step in steps)
        overdue = f", {number(late)} lewat tenggat" if late else ""
        what = f"ditunggu untuk {number(len(steps))} langkah pendampingan{overdue}"
        yield Task(
            who, f"{what}; berikutnya: {steps[0].next or steps[0].kind.label.lower()}.", address=addresses.ESCORT
        )
    unread = [i for i in view.by_name if i.entry.checked is None or is_stale(i.entry.checked.first, day)]
    if unread:
        offices = _offices(len({i.agency.slug for i in unread}))
        what = f"perlu memeriksa kebenaran {number(len(unread))} isian inovasinya, lalu melaporkan yang keliru."
        yield Task(offices, what, address=addresses.INNOVATIONS)
    if quiet := view.escort.still:
        what = "perlu memberi kabar: masih berjalan atau sudah berhenti. Pesan untuk setiap pemilik sudah tersedia."
        yield Task(f"Pemilik {number(len(quiet))} inovasi", what, address=addresses.ESCORT)


def _of_the_year(view: View, index: YearIndex) -> Iterator[Task]:
    """What is missing of the rules, who has not met the duty, who cannot be judged."""
    address = addresses.compliance(index.year)
    if lacking := gaps(index.obligation.legal_basis):
        lacking += ["tenggatnya belum diketahui"] if index.obligation.deadline is None else []
        what = f"perlu menyampaikan salinannya kepada pengelola. Sampai saat itu hasil {index.year} tetap sementara."
        yield Task("Pemegang surat edaran", what, f"Yang belum lengkap: {listed(lacking)}.", address)
    if open_ones := index.due - index.met:
        yield _for_the_duty(nearest(view, index), open_ones, index.year)
    waits = [verdict.agency for verdict in index.verdicts if missing(verdict, index)]
    if waits:
        judged = f"{number(index.due + len(waits))} dari {number(len(index.verdicts))}"
        what = f"belum dapat dinilai: nama atau kewajibannya perlu dipastikan, agar {judged} dapat dinilai."
        owning = [_counted(len(own), agency) for agency in waits if (own := view.catalogue.by_agency[agency.slug])]
        also = f" Yang sudah punya inovasi: {_few(owning)}." if owning else ""
        proof = "Nama dipastikan dengan peraturan yang membentuknya, kewajiban dengan surat edaran."
        yield Task(_offices(len(waits)), what, f"{_few([_short(a) for a in waits])}.{also} {proof}", address)


def _for_the_duty(near: Sequence[tuple[int, Agency]], open_ones: int, year: int) -> Task:
    """Those who have innovations look whether they developed them; the others are asked whether they have any."""
    rest = open_ones - len(near)
    what = f"belum tercatat berinovasi pada {year}."
    if near:
        some = f"{number(len(near))} di antaranya" if rest else "Semuanya"
        what += f" {some} sudah punya inovasi di katalog: perlu diperiksa apakah dikembangkan pada {year}."
    if rest:
        others = f"{number(rest)} lainnya" if near else "Semuanya"
        what += f" {others} belum punya inovasi di katalog: perlu ditanya."
    named = f"Yang sudah punya: {_few([_counted(*row) for row in near])}." if near else ""
    return Task(_offices(open_ones), what, named, addresses.compliance(year))


def _counted(count: int, agency: Agency) -> str:
    return f"{_short(agency)} ({number(count)})"


def _offices(count: int) -> str:
    return f"{number(count)} perangkat daerah"


def _short(agency: Agency) -> str:
    return agency.short or agency.name


def _few(names: Sequence[str]) -> str:
    rest = len(names) - _NAMED
    return "; ".join([*names[:_NAMED], f"dan {number(rest)} lainnya"] if rest > 0 else names)


def nearest(view: View, index: YearIndex) -> Sequence[tuple[int, Agency]]:
    """Agencies that have not met the duty but have innovations, and how many, the most first.

    What they developed this year, if anything, is not on record yet.
    """
    open_ones = [v.agency for v in index.verdicts if v.status in JUDGED and v.status != "memenuhi"]
    near = [(len(found), agency) for agency in open_ones if (found := view.catalogue.by_agency[agency.slug])]
    return sorted(near, key=lambda row: (-row[0], row[1].name))
