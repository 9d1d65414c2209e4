"""The first lines of the index: N of M, and every other agency once, under the first reason why it is not in M."""

import datetime as dt
from typing import NamedTuple

from generator.catalogue.catalogue import Catalogue
from generator.compliance.doubts import Doubt, doubts
from generator.compliance.index import Verdict, YearIndex
from generator.compliance.wording import number


class Waiting(NamedTuple):
    """Agencies without a verdict: their name is not certain, in `both` of these the duty neither; the duty alone."""

    name: int
    both: int
    duty: int


def headline(index: YearIndex) -> str:
    """N of M in words."""
    verb = "tercatat memenuhi" if index.provisional else "memenuhi"
    return f"{index.met} dari {index.due} perangkat daerah {verb} kewajiban inovasi {index.year}"


def missing(verdict: Verdict, index: YearIndex) -> tuple[Doubt, ...]:
    """What a verdict waits for. A closed year waits for nothing: its record has the reason in words."""
    if index.result is not None or verdict.status != "belum-dikonfirmasi":
        return ()
    return doubts(verdict.agency, index.obligation)


def waiting(index: YearIndex) -> Waiting:
    """How many wait for what, each agency counted once."""
    found = [missing(verdict, index) for verdict in index.verdicts]
    both = found.count(("nama", "kewajiban"))
    return Waiting(found.count(("nama",)) + both, both, found.count(("kewajiban",)))


def parted(index: YearIndex) -> str:
    """What is known and what is missing: M of all, N, and why the others are not in M. The numbers sum to all."""
    counts = index.counts
    parts = [
        f"{number(index.due)} dari {number(len(index.verdicts))} dapat dinilai",
        f"{number(index.met)} {'tercatat' if index.provisional else 'memenuhi'}",
        _waiting(waiting(index))
        if index.result is None
        else _counted(counts["belum-dikonfirmasi"], "belum dikonfirmasi"),
        _counted(counts["dikecualikan"], "dikecualikan"),
        _counted(counts["belum-wajib"], "belum wajib"),
    ]
    return "; ".join(part for part in parts if part)


def rises(index: YearIndex) -> str:
    """Why M grows without anything else having changed; "" if nobody waits."""
    if not sum(waiting(index)):
        return ""
    return (
        f"Angka {number(index.due)} naik setiap kali nama atau kewajiban perangkat daerah dipastikan, "
        "karena sejak itu perangkat daerah tersebut ikut dinilai."
    )


def unrecorded(catalogue: Catalogue, as_of: dt.date) -> str:
    """That the year of `as_of` has no rules, wherever that year is spoken of; "" if it has."""
    return "" if as_of.year in catalogue.registry.obligations else not_recorded(as_of.year)


def not_recorded(year: int) -> str:
    """That a year has no rules."""
    return f"Aturan {year} belum dicatat."


def _waiting(found: Waiting) -> str:
    also = (
        f" ({'satu' if found.both == 1 else number(found.both)} di antaranya juga kewajibannya)" if found.both else ""
    )
    words = []
    if found.name:
        words.append(f"{number(found.name)} menunggu kepastian nama{also}")
    if found.duty:
        words.append(f"{number(found.duty)} {'' if words else 'menunggu '}kepastian kewajiban")
    return ", ".join(words)


def _counted(count: int, words: str) -> str:
    return f"{number(count)} {words}" if count else ""
