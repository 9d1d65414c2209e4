"""The leadership brief: one page that is taken into a meeting, as plain words and numbers.

Page, PDF and the lines for a chat are made of this one value, so that no figure can differ between them. No score of
the region is worked out and nothing is promised: it says what is on record, who has to do what, and what is missing.
"""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Final

from generator import addresses
from generator.catalogue.catalogue import Innovation
from generator.compliance.course import MonthEnd
from generator.compliance.earlier_years import produced
from generator.compliance.headline import waiting
from generator.compliance.index import JUDGED
from generator.compliance.wording import listed, number, rule_words
from generator.dates import PartialDate, spoken
from generator.publishing.changes import FROM_GIT, KIND_WORDS, ChangedMonth, by_month, changes
from generator.publishing.follow_up import Task, tasks
from generator.publishing.reach_words import summary
from generator.publishing.readiness import edition_words, readiness
from generator.publishing.view import View

#: What fits on one page of A4.
_YEARS: Final = 6
_KINDS: Final = 8
_TASKS: Final = 7
_CREDITS: Final = 4
#: What nobody may read out of the figures; it stands right below them.
CAUTION: Final = "Belum tercatat tidak berarti lalai atau tidak ada."


@dataclass(frozen=True, slots=True)
class Figure:
    """A large number, what it counts, and where that is told in full."""

    value: str
    words: str
    address: str


@dataclass(frozen=True, slots=True)
class Credit:
    """An award: the name of what won it, its words, and the page of the innovation."""

    name: str
    words: str
    address: str

    @property
    def line(self) -> str:
        """As one sentence."""
        return f"{self.name}: {self.words}."


@dataclass(frozen=True, slots=True)
class KindRow:
    """A kind of agency: how many have met the duty, of how many that can be judged, of how many in the register."""

    label: str
    met: int
    due: int
    all: int


@dataclass(frozen=True, slots=True)
class Brief:
    """All that the brief says.

    `standing` is what it all rests on, `duty` what is asked and how sure that is, `edition` where what the national
    index asks is from, `chat` the ten lines.
    `years` are counts of the innovations that began or were developed in a year, `undated` why
    they do not add up; `unjudged` names the kinds of which no agency can be judged.
    """

    title: str
    standing: str
    duty: str
    figures: tuple[Figure, ...]
    kinds: tuple[KindRow, ...]
    unjudged: str
    years: tuple[tuple[int, int], ...]
    undated: str
    changed: tuple[str, ...]
    tasks: tuple[Task, ...]
    edition: str
    missing: tuple[str, ...]
    credits: tuple[Credit, ...]
    spread: str
    chat: tuple[str, ...] = ()


def brief(view: View, address: str) -> Brief:
    """The brief of the as-of day; `address` is where it can be read, "" if the site has none yet."""
    kinds, years = _kinds(view), _years(view)
    made = Brief(
        title=f"Ringkasan inovasi {view.settings.region}",
        standing=f"Keadaan per {spoken(view.edition.as_of)}. {_standing(view)}".strip(),
        duty=_duty(view),
        figures=tuple(_figures(view)),
        kinds=tuple(row for row in kinds if row.due)[:_KINDS],
        unjudged=_unjudged(kinds),
        years=tuple((year, len(slugs)) for year, slugs in years[-_YEARS:]),
        undated=_undated(view, years[-_YEARS:]),
        changed=tuple(_changed(view)),
        tasks=tuple(islice(tasks(view), _TASKS)),
        edition=edition_words(view),
        missing=tuple(readiness(view)),
        credits=tuple(islice(_credits(view), _CREDITS)),
        spread=summary(view.reach.users),
    )
    return replace(made, chat=tuple(_chat(view, made, address)))


def _standing(view: View) -> str:
    index = view.current
    parts = [f"Hasil {index.year} masih sementara." if index and index.provisional else "", view.unrecorded]
    parts += ["" if view.settings.official else "Isinya dihimpun dari sumber terbuka; ini belum situs resmi."]
    return " ".join(part for part in parts if part)


def _duty(view: View) -> str:
    if view.current is None:
        return ""
    rule = rule_words(view.current.obligation.rules)
    return f"Kewajiban {view.current.year}: {rule}"


def _figures(view: View) -> Iterator[Figure]:
    """How many have met the duty, what there is, and of whom it may only lack a word."""
    if index := view.current:
        also, page = sum(waiting(index)), addresses.compliance(index.year)
        verb = "tercatat memenuhi" if index.provisional else "memenuhi"
        more = f"; {number(also)} dari {number(len(index.verdicts))} belum dapat dinilai" if also else ""
        words = f"perangkat daerah yang dapat dinilai {verb} kewajiban {index.year}{more}"
        yield Figure(f"{index.met} dari {index.due}", words, page)
    owners = {innovation.agency.slug for innovation in view.by_name}
    words = f"inovasi tercatat, dari {number(len(owners))} perangkat daerah"
    yield Figure(number(len(view.by_name)), words, addresses.INNOVATIONS)
    if last := next((row for row in reversed(_years(view)) if row[1]), None):
        words = "tahun terakhir ada inovasi yang tercatat dimulai atau dikembangkan"
        yield Figure(str(last[0]), words, addresses.STATISTICS)


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
    return tuple(sorted(rows, key=lambda row: (-row.all, row.label)))


def _unjudged(kinds: Sequence[KindRow]) -> str:
    told = [f"{row.label} ({number(row.all)})" for row in kinds if not row.due]
    return f"Belum ada yang dapat dinilai: {listed(told)}." if told else ""


def _years(view: View) -> tuple[tuple[int, frozenset[str]], ...]:
    """Each year since the first dated event, and the innovations that began or were developed in it."""
    day = view.edition.as_of
    first = min((year for i in view.by_name for year in i.years), default=day.year)
    return tuple(
        (year, frozenset(proof.slug for _, proofs in produced(view.catalogue, year, day) for proof in proofs))
        for year in range(first, day.year + 1)
    )


def _undated(view: View, years: Sequence[tuple[int, frozenset[str]]]) -> str:
    """Why the years do not add up to all innovations."""
    told = frozenset[str]().union(*(slugs for _, slugs in years))
    rest = sum(innovation.slug not in told for innovation in view.by_name)
    earlier = f"lain dimulai sebelum {years[0][0]}, atau " if years else ""
    parts = [f"{number(rest)} inovasi {earlier}tahunnya belum diketahui."] if rest else []
    if sum(len(slugs) for _, slugs in years) > len(told):
        parts.append("Satu inovasi dapat terhitung pada beberapa tahun.")
    return " ".join(parts)


def _changed(view: View) -> Iterator[str]:
    """Against the end of last month and the same month a year ago, then what this month brought.

    Where all there is came this month there is nothing to compare with.
    """
    now, day = view.current, view.edition.as_of
    months_told = {month.text: month for month in by_month(changes(view))}
    month = months_told.get(day.isoformat()[:7])
    if month and len(month.changes.get("terbit", ())) == len(view.by_name):
        yield f"Belum ada pembanding: isi katalog baru terbit pada {month.name}."
        return
    for months, words in ((1, "Bulan lalu"), (12, "Setahun lalu")):
        end = _month_before(view.course, day, months)
        if now and end:
            then, today = f"{len(end.met)} dari {end.due}", f"{now.met} dari {now.due}"
            since = f"{spoken(end.day)}: {then} memenuhi kewajiban {end.year}"
            yield f"{words}, {since}; kini {today} untuk {now.year}."
        else:
            yield f"{words}: belum dapat dibandingkan; aturan tahun itu tidak tercatat di katalog."
    if gap := view.edition.record_gap:
        yield f"Yang terbit dan diubah tidak diketahui: riwayat Git {gap}."
    yield from _month(month, day, known=not view.edition.record_gap)


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


def _credits(view: View) -> Iterator[Credit]:
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
            yield Credit(innovation.entry.name, words, addresses.innovation(innovation.slug))


def _chat(view: View, made: Brief, address: str) -> Iterator[str]:
    """Ten lines, whatever is known: what they rest on stands before any figure."""
    yield f"{made.title}, {spoken(view.edition.as_of)}"
    yield " ".join(part for part in (_standing(view), CAUTION) if part)
    yield from [*(f"{figure.value} {figure.words}." for figure in made.figures[:2]), "-"][:2]
    tasks = [f"{task.who} {task.what}" for task in made.tasks]
    yield from (tasks + ["Tidak ada tindak lanjut lain yang tercatat."] * 4)[:4]
    yield f"Penghargaan: {made.credits[0].line}" if made.credits else "Penghargaan belum tercatat."
    yield f"Selengkapnya: {address or 'halaman Ringkasan di katalog'}"
