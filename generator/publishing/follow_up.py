"""Who has to do what next, in sentences that a meeting can decide on: names of offices, never of persons."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final

from generator import addresses
from generator.checks.completeness import is_unread
from generator.compliance.doubts import Doubt, unknown_parts
from generator.compliance.headline import missing
from generator.compliance.index import JUDGED, YearIndex
from generator.compliance.wording import listed, number
from generator.publishing.view import View
from generator.schema.registry import Agency

#: So many agencies are named, so many desks at which steps wait.
_NAMED: Final = 18
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
    if view.current:
        yield from _of_the_year(view, view.current)
    for who, steps in islice(view.escort.by_waiting.items(), _DESKS):
        late = sum(bool(step.late) for step in steps)
        overdue = f", {number(late)} lewat tenggat" if late else ""
        what = f"ditunggu untuk {number(len(steps))} langkah pendampingan{overdue}"
        yield Task(
            who, f"{what}; berikutnya: {steps[0].next or steps[0].kind.label.lower()}.", address=addresses.ESCORT
        )
    yield from _of_the_entries(view)


def _of_the_entries(view: View) -> Iterator[Task]:
    """What the owners of innovations are asked for."""
    quiet = view.escort.still
    unread = [i for i in view.by_name if is_unread(i.entry, view.edition.as_of)]
    asked = [f"memeriksa kebenaran {number(len(unread))} isian"] if unread else []
    asked += [f"memberi kabar apakah {number(len(quiet))} inovasi masih berjalan"] if quiet else []
    if asked:
        count = len({i.slug for i in unread} | {one.innovation.slug for one in quiet})
        more = " Pesan siap kirim ada di halaman Pendampingan." if quiet else ""
        address = addresses.ESCORT if quiet else addresses.INNOVATIONS
        yield Task(f"Para pemilik {number(count)} inovasi", f"perlu {listed(asked)}.{more}", address=address)


def _of_the_year(view: View, index: YearIndex) -> Iterator[Task]:
    """What is missing of the rules, who has not met the duty, who cannot be judged."""
    address, basis = addresses.compliance(index.year), index.obligation.legal_basis
    if parts := unknown_parts(basis):
        parts += ["tenggat"] if index.obligation.deadline is None else []
        lacking = f"{listed(parts).capitalize()}nya belum diketahui; karena itu hasil {index.year} masih sementara."
        what = f"perlu menyampaikan salinannya kepada pengelola katalog. {lacking}"
        yield Task(f"Pemegang {basis.kind}", what, address=address)
    open_ones = [v.agency for v in index.verdicts if v.status in JUDGED and v.status != "memenuhi"]
    if open_ones:
        yield _for_the_duty(view, open_ones, index.year)
    if found := [(verdict.agency, lacks) for verdict in index.verdicts if (lacks := missing(verdict, index))]:
        yield _for_the_register(view, found, index)


def _for_the_duty(view: View, open_ones: Sequence[Agency], year: int) -> Task:
    """Those who have innovations look whether they developed them; the others are asked whether they have any."""
    near = [agency for agency in open_ones if view.catalogue.by_agency[agency.slug]]
    others = [agency for agency in open_ones if agency not in near]
    what = f"belum tercatat berinovasi pada {year}."
    if near:
        some = f"{number(len(near))} di antaranya" if others else "Semuanya"
        what += f" {some} sudah punya inovasi di katalog: perlu diperiksa apakah dikembangkan pada {year}."
    if others:
        rest = f"{number(len(others))} lainnya" if near else "Semuanya"
        what += f" {rest} belum punya inovasi di katalog ({_kinds(view, others)}): perlu ditanya."
    named = [f"Sudah punya: {_few(view, near)}."] if near else []
    named += [f"Belum: {_few(view, others)}."] if others else []
    return Task(_offices(len(open_ones)), what, " ".join(named), addresses.compliance(year))


def _for_the_register(view: View, found: Sequence[tuple[Agency, Sequence[Doubt]]], index: YearIndex) -> Task:
    """Who cannot be judged, by what has to be settled; whoever lacks both stands under both."""
    judged = f"{number(index.due + len(found))} dari {number(len(index.verdicts))}"
    groups = {
        "nama resminya": [agency for agency, lacks in found if "nama" in lacks],
        "kewajibannya": [agency for agency, lacks in found if "kewajiban" in lacks],
    }
    counts = listed([f"{number(len(them))} karena {what} belum pasti" for what, them in groups.items() if them])
    named = [f"{what.capitalize()}: {_few(view, them)}." for what, them in groups.items() if them]
    proof = "Nama dipastikan dengan peraturan yang membentuknya, kewajiban dengan edarannya."
    what = f"belum dapat dinilai: {counts}. Setelah dipastikan, {judged} dapat dinilai."
    return Task(_offices(len(found)), what, " ".join([*named, proof]), addresses.compliance(index.year))


def _offices(count: int) -> str:
    return f"{number(count)} perangkat daerah"


def _kinds(view: View, agencies: Sequence[Agency]) -> str:
    """How many there are of each kind, the most first."""
    kinds = view.catalogue.registry.taxonomy["jenis_perangkat_daerah"]
    counts = Counter(kinds[agency.kind].label.lower() for agency in agencies)
    return listed([f"{number(count)} {label}" for label, count in counts.most_common()])


def _few(view: View, agencies: Sequence[Agency]) -> str:
    """The first agencies, with the number of their innovations where they have any, and how many more there are."""
    own = view.catalogue.by_agency
    ordered = sorted(agencies, key=lambda agency: -len(own[agency.slug]))
    names = [
        (agency.short or agency.name) + (f" ({number(len(found))})" if (found := own[agency.slug]) else "")
        for agency in ordered
    ]
    rest = len(names) - _NAMED
    return "; ".join([*names[:_NAMED], f"dan {number(rest)} lainnya"] if rest > 0 else names)
