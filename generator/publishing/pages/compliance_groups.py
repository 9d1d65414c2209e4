"""The agencies of a year's index in groups of one status, each with its last innovation and what it can do."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from generator import addresses
from generator.catalogue.catalogue import Innovation
from generator.compliance.agency_years import absent
from generator.compliance.headline import rises
from generator.compliance.index import JUDGED, ORDER, Verdict, YearIndex, judged_on
from generator.compliance.wording import StatusWord, reason, status_word
from generator.publishing.view import View
from generator.schema.registry import Agency

#: Years side by side: as many as a phone can hold.
YEARS_SHOWN: Final = 8


@dataclass(frozen=True, slots=True)
class Cure:
    """What an agency can do about its row: `words`, `about` for who only hears them, the way there.

    `address` is a page of this site; `further` is what the form opens with there, or the part of the page.
    """

    words: str
    address: str
    further: str
    about: str


@dataclass(frozen=True, slots=True)
class IndexRow:
    """One agency: its verdict, why (where the group does not say it), its last dated innovation, how many it has."""

    verdict: Verdict
    reason: str
    last: Innovation | None
    last_year: int
    count: int
    cures: tuple[Cure, ...]


@dataclass(frozen=True, slots=True)
class StatusGroup:
    """The agencies of one status; `reason` is the one that most of them share, "" where each has its own.

    Those who are `judged` stand open on every screen; `note` says why the number of the judged will rise.
    """

    word: StatusWord
    reason: str
    note: str
    rows: tuple[IndexRow, ...]
    judged: bool


@dataclass(frozen=True, slots=True)
class YearCell:
    """One year of one agency: how many innovations it began or developed; else its status, else why it has none."""

    count: int = 0
    word: StatusWord | None = None
    note: str = ""


def groups(view: View, index: YearIndex) -> Iterator[StatusGroup]:
    """Each status that somebody has, in the order of the public list."""
    for status in ORDER:
        verdicts = [verdict for verdict in index.verdicts if verdict.status == status]
        if verdicts:
            reasons = [reason(verdict, index, view.catalogue) for verdict in verdicts]
            shared = _shared(reasons)
            pairs = zip(verdicts, reasons, strict=True)
            rows = tuple(_row(view, index, verdict, "" if why == shared else why) for verdict, why in pairs)
            note = rises(index) if status == "belum-dikonfirmasi" else ""
            yield StatusGroup(status_word(status, index), shared, note, rows, status in JUDGED)


def _shared(reasons: Sequence[str]) -> str:
    [(most, count)] = Counter(reasons).most_common(1)
    return most if count > 1 else ""


def _row(view: View, index: YearIndex, verdict: Verdict, why: str) -> IndexRow:
    own = view.catalogue.by_agency.get(verdict.agency.slug, ())
    dated = [innovation for innovation in own if innovation.years]
    last = max(dated, key=lambda i: (i.years[-1], i.slug), default=None)
    cures = tuple(_cures(verdict, index, last)) if index.result is None else ()
    return IndexRow(verdict, why, last, last.years[-1] if last else 0, len(own), cures)


def _cures(verdict: Verdict, index: YearIndex, last: Innovation | None) -> Iterator[Cure]:
    """A closed year is the maintainers' to correct; who is exempt or not yet bound needs nothing."""
    agency = verdict.agency
    if verdict.status == "belum":
        yield Cure("Catat", addresses.FORM, f"?pd={agency.slug}", f"inovasi {index.year} {agency.name}")
        if last:
            about = f"catat pengembangan {index.year} dari {last.entry.name}"
            yield Cure("Lanjutkan", addresses.FORM, f"?ubah={last.slug}&ke=riwayat", about)
    elif verdict.status == "belum-dikonfirmasi":
        words = "Jelaskan" if agency.name_confirmed else "Ralat nama"
        yield Cure(words, addresses.agency(agency.slug), addresses.REPORT, agency.name)


def years_beside(view: View) -> dict[str, Any]:
    """Who began or developed how much in which year; those of whom no year tells anything are only counted."""
    last = view.edition.as_of.year
    shown = range(last - YEARS_SHOWN + 1, last + 1)
    rows = [(row.agency, {year.year: year for year in row.years if year.year in shown}) for row in view.agency_years]
    told: list[tuple[Agency, list[YearCell]]] = [
        (agency, [_cell(view, year, years[year].count if year in years else 0, agency) for year in shown])
        for agency, years in rows
        if any(year.count for year in years.values())
    ]
    return {
        "tahun_awal": shown[0],
        "tahun_akhir": shown[-1],
        "kepala_tahun": ["Perangkat daerah", *(f"’{year % 100:02}" for year in shown)],
        "baris_tahun": told,
        "tanpa_tahun": len(rows) - len(told),
    }


def _cell(view: View, year: int, count: int, agency: Agency) -> YearCell:
    index = view.indexes.get(year)
    verdict = index.of(agency.slug) if index else None
    if count:
        return YearCell(count)
    if index and verdict:
        return YearCell(word=status_word(verdict.status, index))
    return YearCell(note=absent(agency, judged_on(year, view.edition.as_of)) or "belum ada yang tercatat")
