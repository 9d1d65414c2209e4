"""What changed, from Git and dates: entries that came, changed, ended or were withdrawn, duties met, corrections."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import Final, Literal, get_args
from zoneinfo import ZoneInfo

from generator import addresses
from generator.catalogue.catalogue import ENDINGS, Innovation
from generator.compliance.course import MonthEnd
from generator.dates import PartialDate, spoken
from generator.publishing.view import View

Happening = Literal["terbit", "diubah", "memenuhi", "berakhir", "dikoreksi", "ditarik"]
#: What Git alone knows.
FROM_GIT: Final[tuple[Happening, ...]] = ("terbit", "diubah")
KIND_WORDS: Final[Mapping[Happening, str]] = {
    "terbit": "Terbit",
    "diubah": "Diubah",
    "memenuhi": "Baru memenuhi",
    "berakhir": "Dihentikan atau selesai",
    "dikoreksi": "Dikoreksi",
    "ditarik": "Ditarik",
}


@dataclass(frozen=True, slots=True)
class Change:
    """One change: whose page it is about, and on which date; `key` is the same in every build, `note` may be ""."""

    kind: Happening
    date: PartialDate
    key: str
    name: str
    address: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class ChangedMonth:
    """The changes of one month by kind, each page once; `text` is `2026-05`, or `2026` if the month is not known."""

    text: str
    changes: Mapping[Happening, tuple[Change, ...]]

    @property
    def name(self) -> str:
        """As a heading has it."""
        date = PartialDate.parse(self.text)
        return spoken(date) if "-" in self.text else f"{date}, bulannya belum tercatat"


def changes(view: View) -> tuple[Change, ...]:
    """Every change up to the as-of day, the newest first. Without Git's record those of `FROM_GIT` are missing."""
    found = [*_of_files(view), *_met(view), *_ends(view), *_corrections(view), *_withdrawals(view)]
    order = get_args(Happening)
    return tuple(
        sorted(
            sorted(found, key=lambda change: (order.index(change.kind), change.name, change.key)),
            key=lambda change: change.date.text,
            reverse=True,
        )
    )


def by_month(found: Iterable[Change]) -> Iterator[ChangedMonth]:
    """The months in which something changed, in the order of `found`, which has the newest first."""
    for text, group in groupby(found, key=lambda change: change.date.text[:7]):
        kinds: dict[Happening, dict[str, Change]] = {kind: {} for kind in get_args(Happening)}
        for change in group:
            kinds[change.kind].setdefault(f"{change.address} {change.note}", change)
        yield ChangedMonth(text, {kind: tuple(once.values()) for kind, once in kinds.items() if once})


def _of_files(view: View) -> Iterator[Change]:
    """A moved or renamed entry keeps the history of its old files."""
    zone = ZoneInfo(view.settings.zone)
    for innovation in view.catalogue.listed.values():
        days = sorted({moment.astimezone(zone).date() for moment in view.publications[innovation.slug].moments})
        for number, day in enumerate(day for day in days if day <= view.edition.as_of):
            yield _change(FROM_GIT[min(number, 1)], view, innovation, PartialDate.day(day))


def _change(kind: Happening, view: View, innovation: Innovation, date: PartialDate, note: str = "") -> Change:
    """The key has the first address, which stays when the entry is renamed."""
    first = view.publications[innovation.slug].first_slug
    name, address = innovation.entry.name, addresses.innovation(innovation.slug)
    return Change(kind, date, f"{kind}-{first}-{date}", name, address, note)


def _met(view: View) -> Iterator[Change]:
    """Who meets a year at a month's end and did not at the end of the month before."""
    for before, after in pairwise((None, *view.course)):
        if after is None:
            continue
        month = PartialDate.parse(after.day.isoformat()[:7])
        for slug in _newly(before, after):
            note = f"kewajiban {after.year}" + (", tanggal belum lengkap" if slug in after.incomplete else "")
            name = view.catalogue.registry.agencies[slug].name
            yield Change("memenuhi", month, f"memenuhi-{slug}-{after.year}-{month}", name, addresses.agency(slug), note)


def _newly(before: MonthEnd | None, after: MonthEnd) -> frozenset[str]:
    same = before is not None and before.year == after.year
    return after.met - before.met if before and same else after.met


def _ends(view: View) -> Iterator[Change]:
    for innovation in view.catalogue.listed.values():
        for event in innovation.entry.events:
            if event.kind in ENDINGS and event.date.begun_by(view.edition.as_of):
                word = view.catalogue.registry.term("peristiwa", event.kind).label.lower()
                note = f"{word}: {event.reason}" if event.reason else word
                yield _change("berakhir", view, innovation, event.date, note)


def _corrections(view: View) -> Iterator[Change]:
    """Results and rules that were corrected; where the record was let stand (`hitungan_diketahui`) nothing was."""
    for year, result in view.catalogue.registry.results.items():
        for number, correction in enumerate(result.corrections):
            if (correction.status or correction.rules) and correction.date.first <= view.edition.as_of:
                agency = view.catalogue.registry.agencies.get(correction.agency or "")
                yield Change(
                    "dikoreksi",
                    correction.date,
                    f"dikoreksi-{year}-{number}",
                    agency.name if agency else f"Hasil {year}",
                    addresses.compliance(year),
                    f"hasil {year}: {correction.reason}",
                )


def _withdrawals(view: View) -> Iterator[Change]:
    for innovation in view.catalogue.innovations.values():
        withdrawn = innovation.entry.withdrawn
        if withdrawn and withdrawn.date.first <= view.edition.as_of:
            yield _change("ditarik", view, innovation, withdrawn.date, withdrawn.reason)
