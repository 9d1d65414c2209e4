"""Each agency's report on one printed page: what it is known for, how it stands against its own past, what to do next.

It is compared with nobody but itself; of its kind only the counts are told. What is not on record takes one line.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from generator import addresses
from generator.catalogue.catalogue import Innovation
from generator.checks.completeness import is_stale
from generator.compliance.agency_years import AgencyYear
from generator.compliance.doubts import Doubt, doubts
from generator.compliance.index import JUDGED, Verdict, YearIndex, in_force
from generator.compliance.wording import listed, number, status_word
from generator.national_index.eligibility import conditions, eligible
from generator.national_index.score import Scorecard, edition_for, scorecard
from generator.publishing.reach_words import summary
from generator.publishing.view import Page, Shortened, View, shortened
from generator.schema.entry import Award, Result
from generator.schema.registry import Agency, Term

#: So much of each part fits on one printed page.
YEARS: Final = 6
_MOST: Final = 5
_DEEDS: Final = 7
_NAMED: Final = 3
_DOUBTED: Final[Mapping[Doubt, str]] = {"nama": "nama resmi", "kewajiban": "kewajiban"}
_CRUMBS: Final = (("Beranda", addresses.HOME), ("Perangkat daerah", addresses.AGENCIES))


@dataclass(frozen=True, slots=True)
class Deed:
    """What can be done next: in words, and where."""

    words: str
    address: str = ""


@dataclass(frozen=True, slots=True)
class Kin:
    """How many agencies of a kind there are in a year, how many can be judged, how many have met the duty."""

    kind: Term
    year: int
    all: int
    due: int
    met: int


@dataclass(frozen=True, slots=True)
class Complete:
    """Of an agency's innovations: how many may take part as far as seen, how many state levels, the best by points."""

    edition: int
    most: int
    eligible: int
    filled: Sequence[tuple[Innovation, Scorecard]] = field(default_factory=tuple)


def pages(view: View) -> Iterator[Page]:
    """One page for each agency of the register."""
    years = {row.agency.slug: row.years for row in view.agency_years}
    kinds = {index.year: _kins(view, index) for index in view.indexes.values()}
    for agency in view.catalogue.registry.agencies.values():
        yield _page(view, agency, years[agency.slug], kinds)


def _page(view: View, agency: Agency, years: Sequence[AgencyYear], kinds: dict[int, dict[str, Kin]]) -> Page:
    own = sorted(view.catalogue.by_agency[agency.slug], key=lambda i: i.entry.name.casefold())
    home = addresses.agency(agency.slug)
    index = view.current
    verdict = index.of(agency.slug) if index else None
    return Page(
        address=addresses.agency_report(agency.slug),
        template="rapor",
        title=f"Rapor {agency.name}",
        description=f"Kewajiban, inovasi, pendampingan, dan kelengkapan {agency.name} pada satu halaman cetak.",
        crumbs=(*_CRUMBS, (agency.name, home)),
        context={
            "pd": agency,
            "jenis": view.catalogue.registry.term("jenis_perangkat_daerah", agency.kind),
            "jumlah": len(own),
            "penghargaan": shortened(list(_awards(own)), _MOST),
            "capaian": shortened(list(_reach(own)), _MOST),
            "indeks": index,
            "verdict": verdict,
            "sejenis": kinds.get(index.year, {}).get(agency.kind) if index else None,
            "tahun": [(row.year, _year_words(view, row)) for row in years[-YEARS:]],
            "tahapan": _stages(view, own),
            "pemakaian": summary([user for user in view.reach.users if user.innovation.agency.slug == agency.slug]),
            "dampingan": shortened(view.escort.concerning.get(agency.slug, ()), _MOST),
            "kelengkapan": _complete(view, own),
            "langkah": list(deeds(view, agency, own, verdict))[:_DEEDS] if in_force(agency, view.edition.as_of) else [],
        },
    )


def _kins(view: View, index: YearIndex) -> dict[str, Kin]:
    """Kind -> its counts in that year."""
    kinds = view.catalogue.registry.taxonomy["jenis_perangkat_daerah"]
    statuses: dict[str, list[str]] = {}
    for verdict in index.verdicts:
        statuses.setdefault(verdict.agency.kind, []).append(verdict.status)
    return {
        kind: Kin(kinds[kind], index.year, len(found), sum(one in JUDGED for one in found), found.count("memenuhi"))
        for kind, found in statuses.items()
    }


def _year_words(view: View, row: AgencyYear) -> str:
    """How many it began or developed in a year, and how that was judged."""
    count = f"{number(row.count)} inovasi" if row.count else "belum ada yang tercatat"
    index = view.indexes.get(row.year)
    judged = status_word(row.status, index).word.lower() if row.status and index else row.note
    return f"{count}; {judged}" if judged and (row.count or row.status != "belum") else count


def _awards(own: Sequence[Innovation]) -> Iterator[tuple[Innovation, str]]:
    """The awards of each innovation as a phrase."""
    for innovation in own:
        if innovation.entry.awards:
            yield innovation, "; ".join(_award(award) for award in innovation.entry.awards)


def _award(award: Award) -> str:
    giver, year = f" ({award.giver})" if award.giver else "", f", {award.date.first.year}" if award.date else ""
    return f"{award.name}{giver}{year}"


def _reach(own: Sequence[Innovation]) -> Iterator[tuple[Innovation, str]]:
    """What each innovation reached, as it was told, and who took it over; a target is no reach."""
    for innovation in own:
        takers = innovation.entry.replication.takers if innovation.entry.replication else ()
        told = [f"direplikasi {listed([taker.party for taker in takers])}"] if takers else []
        told += [_result(result) for result in innovation.entry.results if result.after and not result.target]
        if told:
            yield innovation, "; ".join(told[:_NAMED])


def _result(result: Result) -> str:
    unit, year = f" {result.unit}" if result.unit else "", f" ({result.year})" if result.year else ""
    return f"{result.measure}: {result.after}{unit}{year}{', klaim' if result.claim else ''}"


def _stages(view: View, own: Sequence[Innovation]) -> list[tuple[Term, int]]:
    counts = Counter(innovation.stage.slug for innovation in own)
    return [(term, counts[slug]) for slug, term in view.catalogue.registry.taxonomy["tahapan"].items() if counts[slug]]


def _complete(view: View, own: Sequence[Innovation]) -> Complete | None:
    registry = view.catalogue.registry
    edition = edition_for(registry, view.edition.as_of.year)
    if edition is None:
        return None
    cards = [(innovation, scorecard(edition, innovation.entry)) for innovation in own]
    fit = sum(eligible(conditions(innovation, card, registry)) for innovation, card in cards)
    filled = sorted((row for row in cards if row[1].filled), key=lambda row: -row[1].points)
    return Complete(edition.edition, edition.maximum, fit, tuple(filled[:_NAMED]))


def deeds(view: View, agency: Agency, own: Sequence[Innovation], verdict: Verdict | None) -> Iterator[Deed]:
    """What to do, the most urgent first: what is overdue, what the duty asks, what makes entries certain, documents.

    Nothing is asked of who has ended or has not begun.
    """
    if not in_force(agency, view.edition.as_of):
        return
    for step in view.escort.concerning.get(agency.slug, ()):
        if step.late and step.agency is agency:
            words = f"Lewat tenggat {number(step.late)} hari: {step.next or step.kind.label.lower()}"
            yield Deed(f"{words} ({step.innovation.entry.name})", addresses.innovation(step.innovation.slug))
    if view.current and verdict and verdict.status == "belum-dikonfirmasi":
        waits = listed(
            [{"nama": "nama resmi", "kewajiban": "kewajiban"}[d] for d in doubts(agency, view.current.obligation)]
        )
        yield Deed(f"Kirim dasar yang memastikan {waits or 'kedudukan'} kantor ini kepada pengelola", addresses.REPORT)
    if view.current and not (verdict and verdict.slugs):
        yield _for_the_duty(view.current.year, agency, own)
    yield from _certainty(view, own)
    yield from _documents(view, own)


def _for_the_duty(year: int, agency: Agency, own: Sequence[Innovation]) -> Deed:
    running = [i for i in own if not i.stage.slug.startswith(("dihentikan", "selesai"))]
    if running:
        newest = max(running, key=lambda i: (i.latest.date.last, i.slug))
        words = f"Catat inovasi {year}, atau pengembangan {newest.entry.name} pada {year} bila ada"
        return Deed(words, f"{addresses.FORM}?ubah={newest.slug}")
    return Deed(f"Catat inovasi {year} yang sudah berjalan", f"{addresses.FORM}?pd={agency.slug}")


def _certainty(view: View, own: Sequence[Innovation]) -> Iterator[Deed]:
    day = view.edition.as_of
    unread = [i for i in own if i.entry.checked is None or is_stale(i.entry.checked.first, day)]
    if unread:
        yield Deed(f"Periksa isian {_named(unread)}, lalu beri tahu yang keliru", addresses.innovation(unread[0].slug))
    suggested = [i for i in own if i.entry.suggested]
    if suggested:
        words = f"Pastikan penggolongan {_named(suggested)} yang disusun dari sumber"
        yield Deed(words, addresses.innovation(suggested[0].slug))
    quiet = [i for i in own if i.slug in view.escort.quiet]
    if quiet:
        yield Deed(f"Beri kabar tentang {_named(quiet)}", f"{addresses.FORM}?ubah={quiet[0].slug}")


def _documents(view: View, own: Sequence[Innovation]) -> Iterator[Deed]:
    """The next document of the innovation that has most points, else the first of all."""
    edition = edition_for(view.catalogue.registry, view.edition.as_of.year)
    if edition is None or not own:
        return
    best = max(own, key=lambda i: (scorecard(edition, i.entry).points, len(i.entry.solution or ""), i.slug))
    steps = scorecard(edition, best.entry).steps[:_NAMED]
    if steps:
        words = f"Siapkan bukti {best.entry.name}: {listed([step.held.indicator.name.lower() for step in steps])}"
        yield Deed(words, addresses.completeness(best.slug))


def _named(innovations: Sequence[Innovation]) -> str:
    """The first few names, and how many more there are."""
    short: Shortened = shortened([i.entry.name for i in innovations], _NAMED)
    return listed([*short.shown, f"{number(len(innovations) - _NAMED)} lainnya"]) if short.rest else listed(short.shown)
