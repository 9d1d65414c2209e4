"""Each agency's report on one printed page: what it is known for, how it stands against its own past, what to do next.

It is compared with nobody but itself. What is not on record takes one line.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any, Final

from generator import addresses
from generator.catalogue.catalogue import ENDINGS, Innovation
from generator.compliance.agency_years import AgencyYear
from generator.compliance.doubts import doubts, gaps
from generator.compliance.index import Verdict, YearIndex, in_force
from generator.compliance.wording import listed, number, rule_words, status_word
from generator.dates import spoken
from generator.escort.waiting import IN_USE
from generator.national_index.score import Scorecard
from generator.publishing.deeds import DOUBTED, deeds
from generator.publishing.reach_words import summary
from generator.publishing.readiness import near
from generator.publishing.stage_words import stage_words
from generator.publishing.view import Later, Page, Shortened, View, shortened
from generator.schema.entry import Award, Result
from generator.schema.indicators import IndicatorsFile
from generator.schema.registry import Agency

#: So much of each part fits on one printed page.
YEARS: Final = 6
_MOST: Final = 5
_DEEDS: Final = 7
_NAMED: Final = 3
_ROWS: Final = 10
_CRUMBS: Final = (("Beranda", addresses.HOME), ("Perangkat daerah", addresses.AGENCIES))


@dataclass(frozen=True, slots=True)
class Own:
    """A row of the agency's own innovations: its stage in words, and since which year; "" where that is not known."""

    innovation: Innovation
    stage: str
    year: str


@dataclass(frozen=True, slots=True)
class Duty:
    """What the year asks: the rule, its legal basis, until when, and what settles it, "" where nothing has to."""

    rule: str
    basis: str
    deadline: str
    settles: str


@dataclass(frozen=True, slots=True)
class Complete:
    """How the agency's innovations stand for the national index.

    `conditions` are what the edition asks of each, in a few words; `nearest` those that meet some of it, `others` how
    many meet none that is on record; `proven` are those with evidence, and the points of each.
    """

    edition: IndicatorsFile
    conditions: Sequence[str]
    nearest: Shortened
    others: int
    proven: Sequence[tuple[Innovation, Scorecard]]


def pages(view: View) -> Iterator[Page]:
    """One page for each agency of the register."""
    years = {row.agency.slug: row.years for row in view.agency_years}
    for agency in view.catalogue.registry.agencies.values():
        yield _page(view, agency, years[agency.slug])


def _page(view: View, agency: Agency, years: Sequence[AgencyYear]) -> Page:
    return Page(
        address=addresses.agency_report(agency.slug),
        template="rapor",
        title=f"Rapor {agency.name}",
        description=f"Kewajiban, inovasi, pendampingan, dan kelengkapan {agency.name} pada satu halaman cetak.",
        crumbs=(*_CRUMBS, (agency.name, addresses.agency(agency.slug))),
        context=Later(lambda: _reported(view, agency, years)),
    )


def _reported(view: View, agency: Agency, years: Sequence[AgencyYear]) -> dict[str, Any]:
    """All that is told of an agency."""
    own = sorted(view.catalogue.by_agency[agency.slug], key=lambda i: i.entry.name.casefold())
    index = view.current
    verdict = index.of(agency.slug) if index else None
    awards, reached = list(_awards(own)), list(_reach(own))
    usage = summary([user for user in view.reach.users if user.innovation.agency.slug == agency.slug])
    helps = view.escort.concerning.get(agency.slug, ())
    lacking = {"penghargaan": awards, "hasil": reached, "pemakai lain": usage, "pendampingan": helps}
    return {
        "pd": agency,
        "jenis": view.catalogue.registry.term("jenis_perangkat_daerah", agency.kind),
        "jumlah": len(own),
        "diterapkan": sum(innovation.stage.slug == IN_USE for innovation in own),
        "milik": shortened([_own(innovation) for innovation in own], _ROWS),
        "penghargaan": shortened(awards, _MOST),
        "capaian": shortened(reached, _MOST),
        "pemakaian": usage,
        "dampingan": shortened(helps, _MOST),
        "kosong": [name for name, found in lacking.items() if not found],
        "indeks": index,
        "verdict": verdict,
        "kewajiban": _duty(index, verdict) if index and verdict else None,
        "tahun": list(_courses(view, years[-YEARS:])),
        "tanpa_tahun": _beside_the_years(own, years[-YEARS:]),
        "kelengkapan": _complete(view, own),
        "langkah": list(deeds(view, agency, own, verdict))[:_DEEDS] if in_force(agency, view.edition.as_of) else [],
    }


def _courses(view: View, years: Sequence[AgencyYear]) -> Iterator[tuple[str, str]]:
    """Each year in words; of those that say the same one after the other, the first and the last."""
    for words, rows in groupby(years, key=lambda row: _year_words(view, row)):
        first, *others = rows
        each = "setiap tahun " if others and first.count else ""
        yield (f"{first.year}-{others[-1].year}" if others else str(first.year)), f"{each}{words}"


def _beside_the_years(own: Sequence[Innovation], years: Sequence[AgencyYear]) -> str:
    """Of which years nobody is judged, and how many innovations stand in none because nobody told which."""
    free = "Tahun yang aturannya tidak tercatat tidak dinilai." if any(not row.status for row in years) else ""
    count = sum(not innovation.years for innovation in own)
    undated = f"{number(count)} inovasi belum diketahui tahunnya, sehingga tidak terhitung." if count else ""
    return f"{free} {undated}".strip()


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
    return f"{result.measure}: {result.after}{unit}{year}{', menurut pernyataan pejabat' if result.claim else ''}"


def _own(innovation: Innovation) -> Own:
    years = [event.date.first.year for event in innovation.entry.events if event.kind == innovation.stage.slug]
    year = str(max(years) if innovation.stage.slug in ENDINGS else min(years)) if years else ""
    return Own(innovation, stage_words(innovation), year)


def _duty(index: YearIndex, verdict: Verdict) -> Duty:
    """Of what is not known it says so; what settles it is told of who is not judged and of who has not met it."""
    rules, basis = index.obligation.rules, index.obligation.legal_basis
    known = (basis.number and f"Nomor {basis.number}", basis.date and f"tanggal {spoken(basis.date)}")
    named = " ".join([basis.kind, *(part for part in known if part)])
    deadline = index.obligation.deadline
    minimum = rules.minimum
    settles = ""
    if verdict.status == "belum-dikonfirmasi":
        waits = listed([f"{DOUBTED[doubt]}nya" for doubt in doubts(verdict.agency, index.obligation)])
        settles = f"Perangkat daerah ini dinilai setelah {waits or 'kedudukannya'} dipastikan."
    elif verdict.status == "belum":
        asked = f"paling sedikit {minimum.value} inovasi yang dimulai atau dikembangkan pada {index.year}"
        settles = f"Terpenuhi bila tercatat {asked}."
    return Duty(
        rule=rule_words(rules),
        basis=f"Dasar: {'; '.join([named, *gaps(basis)])}.",
        deadline=f"Tenggat {spoken(deadline.date)}." if deadline else "Tenggat belum diketahui.",
        settles=settles,
    )


def _complete(view: View, own: Sequence[Innovation]) -> Complete | None:
    if view.scorecards is None or not own:
        return None
    cards = [(innovation, view.scorecards.of(innovation.entry)) for innovation in own]
    nearest = near(own, view.conditions)
    proven = sorted((row for row in cards if row[1].filled), key=lambda row: -row[1].points)
    return Complete(
        view.scorecards.edition,
        [condition.topic for condition in view.conditions[own[0].slug]],
        shortened(nearest, _NAMED),
        len(own) - len(nearest),
        proven[:_NAMED],
    )
