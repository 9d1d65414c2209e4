"""Whether an innovation may take part in an edition, as far as the catalogue can see: yes, no, or not known.

The edition says what can be measured in `syarat_terukur`. What is not recorded is not known: it is never a no.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from generator.catalogue.catalogue import UNKNOWN_STAGE, Innovation
from generator.catalogue.registry import Registry
from generator.dates import PartialDate, spoken
from generator.national_index.score import Scorecard
from generator.schema.indicators import Measured

#: What is said of a condition that is met, not met, or not known.
MET_WORDS: Final[dict[bool | None, str]] = {True: "Ya", False: "Belum", None: "Belum diketahui"}
#: The keys of all conditions, in their order.
CONDITIONS: Final = ("masa", "tahapan", "rancang_bangun", "indikator_wajib")


@dataclass(frozen=True, slots=True)
class Condition:
    """One condition: its words, whether it is met (None: cannot be seen from what is recorded), and why.

    `key` is its column in the open data.
    """

    key: str
    words: str
    met: bool | None
    why: str


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


def eligible(found: tuple[Condition, ...]) -> bool:
    """Whether all conditions are seen to be met; not if there are none to see."""
    return bool(found) and all(condition.met for condition in found)


def _window(innovation: Innovation, measured: Measured, registry: Registry) -> Condition:
    kinds = " atau ".join(registry.term("peristiwa", kind).label.lower() for kind in measured.kinds)
    span = f"{spoken(measured.since)} sampai {spoken(measured.until)}"
    words = f"Ada {kinds} dari {span}"
    dates = [event.date for event in innovation.entry.events if event.kind in measured.kinds]
    inside = [date for date in dates if _within(date, measured.since.first, measured.until.last)]
    if inside:
        return Condition("masa", words, met=True, why=f"{kinds} tercatat {spoken(max(inside))}")
    touching = [date for date in dates if date.first <= measured.until.last and date.last >= measured.since.first]
    if touching:
        return Condition("masa", words, met=None, why=f"tanggal {kinds} baru diketahui {spoken(max(touching))}")
    if dates:
        return Condition("masa", words, met=False, why=f"{kinds} terakhir yang tercatat {spoken(max(dates))}")
    return Condition("masa", words, met=None, why=f"tanggal {kinds} belum tercatat")


def _within(date: PartialDate, since: dt.date, until: dt.date) -> bool:
    return since <= date.first and date.last <= until


def _stage(innovation: Innovation, measured: Measured, registry: Registry) -> Condition:
    wanted = " atau ".join(registry.term("tahapan", stage).label.lower() for stage in measured.stages)
    words = f"Tahapannya {wanted}"
    if innovation.stage.slug == UNKNOWN_STAGE:
        return Condition("tahapan", words, met=None, why="tahapannya belum diketahui")
    met = innovation.stage.slug in measured.stages
    return Condition("tahapan", words, met=met, why=f"tahapannya {innovation.stage.label.lower()}")


def _length(innovation: Innovation, measured: Measured) -> Condition:
    count = len((innovation.entry.solution or "").split())
    words = f"Rancang bangun paling sedikit {measured.words} kata"
    told = f"rancang bangun di katalog {count} kata"
    if not count:
        return Condition("rancang_bangun", words, met=None, why="rancang bangun belum ditulis di katalog")
    return Condition("rancang_bangun", words, met=count >= measured.words, why=told)


def _duties(card: Scorecard) -> Condition:
    words = "Semua indikator wajib berbukti"
    missing = [indicator.name for indicator in card.unproven_duties]
    if missing and not card.filled:
        return Condition("indikator_wajib", words, met=None, why="indikator belum diisi di katalog")
    why = f"indikator wajib belum berbukti: {', '.join(missing)}" if missing else "semuanya berbukti"
    return Condition("indikator_wajib", words, met=not missing, why=why)


def reasons(found: tuple[Condition, ...]) -> Iterator[str]:
    """Why it is not seen to be eligible yet."""
    return (condition.why for condition in found if not condition.met)
