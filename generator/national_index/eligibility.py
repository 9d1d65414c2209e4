"""Whether an innovation may take part in an edition, as far as the catalogue can see: yes, no, or not known.

The edition says what can be measured in `syarat_terukur`. What is not recorded is not known: it is never a no. The text
that the catalogue shows is no design (`rancang bangun`) that was handed in, so a short one says nothing of that; nor
does an old date say that nothing was developed since.
"""

import datetime as dt
from dataclasses import dataclass
from typing import Final

from generator.catalogue.catalogue import ENDINGS, UNKNOWN_STAGE, Innovation
from generator.catalogue.registry import Registry
from generator.dates import PartialDate, spoken
from generator.national_index.score import Scorecard
from generator.schema.indicators import Measured

#: What is said of a condition that is met, not met, or not known.
MET_WORDS: Final[dict[bool | None, str]] = {True: "Ya", False: "Belum", None: "Belum diketahui"}
#: The keys of all conditions, in their order.
EVIDENCE: Final = "indikator_wajib"
CONDITIONS: Final = ("masa", "tahapan", "rancang_bangun", EVIDENCE)
#: What a condition is about, where many are named in one line.
_TOPICS: Final = dict(
    zip(CONDITIONS, ("masa penilaian", "tahapan", "naskah rancang bangun", "bukti indikator wajib"), strict=True)
)
#: Events of `registry/taxonomy.yml` before which an innovation was not in use.
_BEGINNINGS: Final = ("inisiatif", "penerapan")


@dataclass(frozen=True, slots=True)
class Condition:
    """One condition: its words, whether it is met (None: cannot be seen from what is recorded), and why.

    `key` is its column in the open data.
    """

    key: str
    words: str
    met: bool | None
    why: str

    @property
    def topic(self) -> str:
        """What it is about, in two or three words."""
        return _TOPICS[self.key]


@dataclass(frozen=True, slots=True)
class Tally:
    """How many conditions are seen to be met, how many are not, and of how many it is not known."""

    met: int
    unmet: int
    unknown: int

    @property
    def all(self) -> int:
        """How many there are."""
        return self.met + self.unmet + self.unknown


def conditions(innovation: Innovation, card: Scorecard, registry: Registry) -> tuple[Condition, ...]:
    """Every condition of the edition; none where the edition measures none."""
    measured = card.edition.measured
    if measured is None:
        return ()
    return (
        _window(innovation, measured, registry),
        _stage(innovation, measured, registry),
        _length(innovation, measured),
        _duties(card),
    )


def standing(found: tuple[Condition, ...]) -> Tally:
    """The conditions of one innovation, counted."""
    met = [condition.met for condition in found]
    return Tally(met.count(True), met.count(False), met.count(None))


def _window(innovation: Innovation, measured: Measured, registry: Registry) -> Condition:
    kinds = " atau ".join(registry.term("peristiwa", kind).label.lower() for kind in measured.kinds)
    span = f"{spoken(measured.since)} sampai {spoken(measured.until)}"
    words = f"Ada {kinds} dari {span}"
    dates = [event.date for event in innovation.entry.events if event.kind in measured.kinds]
    if inside := [date for date in dates if _within(date, measured.since.first, measured.until.last)]:
        return Condition("masa", words, met=True, why=f"{kinds} tercatat {spoken(max(inside))}")
    if outside := _outside(innovation, measured):
        return Condition("masa", words, met=False, why=outside)
    if touching := [date for date in dates if _touches(date, measured)]:
        return Condition("masa", words, met=None, why=f"tanggal {kinds} baru diketahui {spoken(max(touching))}")
    if dates:
        told = f"{kinds} terakhir yang tercatat {spoken(max(dates))}; belum diketahui apakah dikembangkan lagi"
        return Condition("masa", words, met=None, why=told)
    return Condition("masa", words, met=None, why=f"tanggal {kinds} belum tercatat")


def _outside(innovation: Innovation, measured: Measured) -> str:
    """Why it cannot have been in use in the window: it begins after it, or has ended before it; "" if it may have."""
    events = innovation.entry.events
    begun = [event for event in events if event.kind in _BEGINNINGS]
    first = min(begun, key=lambda event: (event.date.first, event.date.last), default=None)
    earlier = [event for event in events if event.date.first <= measured.until.last]
    if first and not earlier:
        return f"baru mulai {spoken(first.date)}, sesudah masa penilaian"
    ends = [event.date for event in events if event.kind in ENDINGS]
    if innovation.stage.slug in ENDINGS and ends and max(ends).last < measured.since.first:
        return f"{innovation.stage.label.lower()} {spoken(max(ends))}, sebelum masa penilaian"
    return ""


def _touches(date: PartialDate, measured: Measured) -> bool:
    return date.first <= measured.until.last and date.last >= measured.since.first


def _within(date: PartialDate, since: dt.date, until: dt.date) -> bool:
    return since <= date.first and date.last <= until


def _stage(innovation: Innovation, measured: Measured, registry: Registry) -> Condition:
    wanted = " atau ".join(registry.term("tahapan", stage).label.lower() for stage in measured.stages)
    words = f"Tahapannya {wanted}"
    if innovation.stage.slug == UNKNOWN_STAGE:
        return Condition("tahapan", words, met=None, why="tahapan belum tercatat")
    met, why = innovation.stage.slug in measured.stages, f"tahapan yang tercatat {innovation.stage.label.lower()}"
    if not met and (seen := innovation.sighting):
        later = f"; laporan {spoken(seen.date)} menyebut {seen.state.label.lower()}"
        return Condition("tahapan", words, met=None, why=f"{why}{later}")
    return Condition("tahapan", words, met=met, why=why)


def _length(innovation: Innovation, measured: Measured) -> Condition:
    count = len((innovation.entry.solution or "").split())
    words = f"Rancang bangun paling sedikit {measured.words} kata"
    if count >= measured.words:
        return Condition("rancang_bangun", words, met=True, why=f"uraian di katalog {count} kata")
    told = f"ringkasan di katalog {count} kata" if count else "katalog belum memuat ringkasannya"
    return Condition("rancang_bangun", words, met=None, why=f"naskah rancang bangun belum dicatat; {told}")


def _duties(card: Scorecard) -> Condition:
    words = "Semua indikator wajib berbukti"
    missing = [indicator.name for indicator in card.unproven_duties]
    if missing and not card.filled:
        return Condition(EVIDENCE, words, met=None, why="bukti indikator belum dicatat")
    why = f"indikator wajib belum berbukti: {', '.join(missing)}" if missing else "semuanya berbukti"
    return Condition(EVIDENCE, words, met=not missing, why=why)
