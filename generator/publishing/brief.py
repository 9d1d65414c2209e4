"""The leadership brief: one page that is taken into a meeting, as plain words and numbers.

Page, PDF and the lines for a chat are made of this one value, so that no figure can differ between them. No score of
the region is worked out and nothing is promised: it says what is on record, who is waited for, and what is missing.
"""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Final

from generator.catalogue.catalogue import Innovation
from generator.checks.completeness import is_stale
from generator.compliance.course import MonthEnd
from generator.compliance.doubts import gaps
from generator.compliance.earlier_years import produced
from generator.compliance.headline import waiting
from generator.compliance.index import JUDGED
from generator.compliance.wording import listed, number
from generator.dates import PartialDate, spoken
from generator.national_index.eligibility import conditions
from generator.national_index.score import edition_for, scorecard
from generator.publishing.changes import FROM_GIT, KIND_WORDS, ChangedMonth, by_month, changes
from generator.publishing.reach_words import summary
from generator.publishing.view import View

#: What fits on one page of A4.
_YEARS: Final = 6
_KINDS: Final = 8
_WAITS: Final = 7
_CREDITS: Final = 4
_NEAREST: Final = 2


@dataclass(frozen=True, slots=True)
class Figure:
    """A large number and what it counts."""

    value: str
    words: str


@dataclass(frozen=True, slots=True)
class KindRow:
    """A kind of agency: how many have met the duty, of how many that can be judged, of how many in the register."""

    label: str
    met: int
    due: int
    all: int


@dataclass(frozen=True, slots=True)
class Wait:
    """What is waited for, from whom, and what it brings."""

    matter: str
    who: str
    brings: str


@dataclass(frozen=True, slots=True)
class Brief:
    """All that the brief says; `standing` is what it all rests on, `chat` the ten lines."""

    title: str
    standing: str
    figures: tuple[Figure, ...]
    kinds: tuple[KindRow, ...]
    years: tuple[tuple[int, int], ...]
    changed: tuple[str, ...]
    waits: tuple[Wait, ...]
    missing: tuple[str, ...]
    nearest: str
    credits: tuple[str, ...]
    spread: str
    chat: tuple[str, ...] = ()


def brief(view: View, address: str) -> Brief:
    """The brief of the as-of day; `address` is where it can be read, "" if the site has none yet."""
    made = Brief(
        title=f"Ringkasan inovasi {view.settings.region}",
        standing=f"Keadaan per {spoken(view.edition.as_of)}. {_standing(view)}".strip(),
        figures=tuple(_figures(view)),
        kinds=_kinds(view),
        years=_years(view)[-_YEARS:],
        changed=tuple(_changed(view)),
        waits=tuple(islice(_waits(view), _WAITS)),
        missing=tuple(_missing(view)),
        nearest=_nearest(view),
        credits=tuple(islice(_credits(view), _CREDITS)),
        spread=summary(view.reach.users),
    )
    return replace(made, chat=tuple(_chat(view, made, address)))


def _standing(view: View) -> str:
    index = view.current
    parts = [f"Hasil {index.year} masih sementara." if index and index.provisional else "", view.unrecorded]
    parts += ["" if view.settings.official else "Belum situs resmi."]
    return " ".join(part for part in parts if part)


def _figures(view: View) -> Iterator[Figure]:
    if index := view.current:
        also = sum(waiting(index))
        verb = "tercatat memenuhi" if index.provisional else "memenuhi"
        more = f"; {number(also)} menunggu kepastian" if also else ""
        yield Figure(f"{index.met} dari {index.due}", f"perangkat daerah {verb} kewajiban {index.year}{more}")
    owners = {innovation.agency.slug for innovation in view.by_name}
    yield Figure(number(len(view.by_name)), f"inovasi tercatat, dari {number(len(owners))} perangkat daerah")
    last = next((row for row in reversed(_years(view)) if row[1]), None)
    if last:
        yield Figure(str(last[0]), f"tahun terakhir ada inovasi dimulai atau dikembangkan ({number(last[1])})")


def _kinds(view: View) -> tuple[KindRow, ...]:
    """Each kind in the register of the newest year, the largest first."""
    kinds = view.catalogue.registry.taxonomy["jenis_perangkat_daerah"]
    found: dict[str, list[str]] = {}
    for verdict in view.current.verdicts if view.current else ():
        found.setdefault(verdict.agency.kind, []).append(verdict.status)
    rows = [
        KindRow(kinds[kind].label, statuses.count("memenuhi"), sum(one in JUDGED for one in statuses), len(statuses))
        for kind, statuses in found.items()
    ]
    return tuple(sorted(rows, key=lambda row: (-row.all, row.label))[:_KINDS])


def _years(view: View) -> tuple[tuple[int, int], ...]:
    """Each year since the first dated event, and how many innovations began or were developed in it."""
    day = view.edition.as_of
    first = min((year for i in view.by_name for year in i.years), default=day.year)
    return tuple(
        (year, len({proof.slug for _, proofs in produced(view.catalogue, year, day) for proof in proofs}))
        for year in range(first, day.year + 1)
    )


def _changed(view: View) -> Iterator[str]:
    """Against the end of last month and the same month a year ago, then what this month brought."""
    now, day = view.current, view.edition.as_of
    for months, words in ((1, "Bulan lalu"), (12, "Setahun lalu")):
        end = _month_before(view.course, day, months)
        if now and end:
            then, today = f"{len(end.met)} dari {end.due}", f"{now.met} dari {now.due}"
            since = f"{spoken(end.day)}: {then} memenuhi kewajiban {end.year}"
            yield f"{words}, {since}; kini {today} untuk {now.year}."
        else:
            yield f"{words}: belum dapat dibandingkan, aturannya belum ada saat itu."
    if gap := view.edition.record_gap:
        yield f"Yang terbit dan diubah tidak diketahui: riwayat Git {gap}."
    months_told = {month.text: month for month in by_month(changes(view))}
    yield from _month(months_told.get(day.isoformat()[:7]), day, known=not view.edition.record_gap)


def _month(month: ChangedMonth | None, day: dt.date, *, known: bool) -> Iterator[str]:
    name = spoken(PartialDate.parse(day.isoformat()[:7]))
    told = [
        f"{KIND_WORDS[kind].lower()} {number(len(found))}"
        for kind, found in (month.changes.items() if month else ())
        if known or kind not in FROM_GIT
    ]
    yield f"{name}: {', '.join(told)}." if told else f"{name}: belum ada perubahan yang tercatat."


def _month_before(course: Sequence[MonthEnd], day: dt.date, months: int) -> MonthEnd | None:
    """The end of the month that lies so many months before that of `day`."""
    number_of = day.year * 12 + day.month - 1 - months
    return next((end for end in course if end.day.year * 12 + end.day.month - 1 == number_of), None)


def _waits(view: View) -> Iterator[Wait]:
    """Who waits for whom: the rules, the register, escort, the duty, the entries."""
    index, day = view.current, view.edition.as_of
    if index and (lacking := gaps(index.obligation.legal_basis)):
        yield Wait(f"Surat edaran: {listed(lacking)}", "pemegang naskah", "hasil tidak lagi sementara")
    if index and (unsure := sum(waiting(index))):
        brings = f"sampai {number(index.due + unsure)} kantor dapat dinilai"
        yield Wait(f"Kepastian nama atau kewajiban {number(unsure)} kantor", "kantor masing-masing", brings)
    for who, steps in islice(view.escort.by_waiting.items(), _NEAREST):
        late = sum(bool(step.late) for step in steps)
        words = f"{number(len(steps))} langkah pendampingan{f', {number(late)} lewat tenggat' if late else ''}"
        yield Wait(words, who, steps[0].next or steps[0].kind.label.lower())
    if index and index.due > index.met:
        left = number(index.due - index.met)
        yield Wait(
            f"Inovasi {index.year} dari {left} kantor", "kantor masing-masing", "yang sudah berjalan ikut tercatat"
        )
    unread = [i for i in view.by_name if i.entry.checked is None or is_stale(i.entry.checked.first, day)]
    if unread:
        offices = number(len({i.agency.slug for i in unread}))
        yield Wait(f"Pemeriksaan {number(len(unread))} isian", f"{offices} perangkat daerah", "isian menjadi pasti")
    if quiet := view.escort.still:
        yield Wait(
            f"Kabar {number(len(quiet))} inovasi", "pemiliknya masing-masing", "diketahui berjalan atau berhenti"
        )


def _missing(view: View) -> Iterator[str]:
    """What the national index asks for and the catalogue does not hold, as counts; never a score."""
    registry = view.catalogue.registry
    edition = edition_for(registry, view.edition.as_of.year)
    if edition is None or not view.by_name:
        return
    rows: dict[str, int] = {}
    filled = 0
    for innovation in view.by_name:
        card = scorecard(edition, innovation.entry)
        filled += bool(card.proven)
        for condition in conditions(innovation, card, registry):
            rows[condition.words] = rows.get(condition.words, 0) + (condition.met is True)
    every = number(len(view.by_name))
    for words, met in rows.items():
        yield f"{words}: terlihat pada {number(met)} dari {every} inovasi."
    yield f"Bukti indikator: tercatat pada {number(filled)} dari {every} inovasi."
    bare = [registry.term("urusan", slug).label for slug in edition.basic_affairs if not _touched(view, slug)]
    if bare:
        yield f"Urusan pelayanan dasar tanpa inovasi di katalog: {'; '.join(bare)}."


def _touched(view: View, affair: str) -> bool:
    return any(term.slug == affair for innovation in view.by_name for term in innovation.affairs)


def _nearest(view: View) -> str:
    """Which agencies that have not met the duty have innovations that may have been developed this year."""
    index = view.current
    if index is None:
        return ""
    open_ones = [v.agency for v in index.verdicts if v.status in JUDGED and v.status != "memenuhi"]
    near = [(len(found), agency) for agency in open_ones if (found := view.catalogue.by_agency[agency.slug])]
    if not near:
        return ""
    most = sorted(near, key=lambda row: (-row[0], row[1].name))[:_NEAREST]
    names = listed([f"{agency.short or agency.name} ({number(count)})" for count, agency in most])
    return (
        f"{number(len(near))} kantor yang dapat dinilai sudah punya inovasi di katalog; pengembangannya pada "
        f"{index.year}, bila ada, dapat langsung dicatat. Terbanyak: {names}."
    )


def _credits(view: View) -> Iterator[str]:
    """Awards, the newest first, each innovation once."""
    told: list[tuple[str, Innovation, str]] = []
    for innovation in view.by_name:
        for award in innovation.entry.awards:
            year = f" {award.date.first.year}" if award.date and str(award.date.first.year) not in award.name else ""
            told.append((award.date.text if award.date else "", innovation, f"{award.name}{year}"))
    seen: set[str] = set()
    for _, innovation, words in sorted(told, key=lambda row: row[0], reverse=True):
        if innovation.slug not in seen:
            seen.add(innovation.slug)
            yield f"{innovation.entry.name}: {words}."


def _chat(view: View, made: Brief, address: str) -> Iterator[str]:
    """Ten lines, whatever is known."""
    yield f"{made.title}, {spoken(view.edition.as_of)}"
    figures = [f"{figure.value} {figure.words}" for figure in made.figures]
    yield from (f"{n}. {words}" for n, words in enumerate((figures + ["-"] * 3)[:3], 1))
    yield made.changed[0]
    waits = [f"Menunggu {wait.who}: {wait.matter[:1].lower()}{wait.matter[1:]}" for wait in made.waits]
    yield from (waits + ["Tidak ada lagi yang tercatat ditunggu"] * 2)[:2]
    yield made.missing[-1] if made.missing else "Kelengkapan untuk indeks nasional belum tercatat."
    yield f"Sudah diakui: {made.credits[0]}" if made.credits else "Penghargaan belum tercatat."
    yield f"Selengkapnya: {address or 'halaman Ringkasan di katalog'}"
