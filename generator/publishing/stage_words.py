"""How far an innovation is, in words: its stage or, where no step tells, what a dated report saw."""

from collections import Counter
from collections.abc import Iterable

from generator.catalogue.catalogue import ENDINGS, UNKNOWN_STAGE, Innovation
from generator.compliance.wording import listed, number
from generator.schema.registry import Term


def stage_words(innovation: Innovation) -> str:
    """`Penerapan`; `Dipakai, menurut laporan 2024` in place of a stage not known; both where the report came later."""
    stage, seen = innovation.stage, innovation.sighting
    if seen is None:
        return stage.label
    words = f"{state_words(seen.state)} {seen.date.first.year}"
    return words if stage.slug == UNKNOWN_STAGE else f"{stage.label}; {words[0].lower()}{words[1:]}"


def dated_words(innovation: Innovation) -> str:
    """`stage_words` with its year, `Penerapan sejak 2020`, `Selesai 2023`; "" where nothing tells it."""
    words, stage = stage_words(innovation), innovation.stage
    if stage.slug == UNKNOWN_STAGE:
        return words if innovation.sighting else ""
    years = [event.date.first.year for event in innovation.entry.events if event.kind == stage.slug]
    if not years:  # a step that leads to this stage under another name
        return words
    when = f" {max(years)}" if stage.slug in ENDINGS else f" sejak {min(years)}"
    return f"{stage.label}{when}{words.removeprefix(stage.label)}"


def state_words(state: Term) -> str:
    """A state of a report as a word of choice."""
    return f"{state.label}, menurut laporan"


def reported_states(innovations: Iterable[Innovation]) -> str:
    """How many of those whose stage is not known are known by a report, in one sentence; "" if none is."""
    states = Counter(i.sighting.state.label for i in innovations if i.sighting and i.stage.slug == UNKNOWN_STAGE)
    counts = [f"{number(count)} {label.lower()}" for label, count in states.items()]
    return f"Di antara yang tahapannya belum diketahui, menurut laporan: {listed(counts)}." if counts else ""
