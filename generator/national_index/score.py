"""The points that an innovation's evidence reaches in one edition, and the documents that would bring more.

Pure: an edition and an entry come in. The rule is the edition's `aturan_nilai`: weight times level, and nothing without
evidence. No score of the region is worked out, for that rests on what a catalogue cannot know.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from generator.catalogue.registry import Registry
from generator.layout import is_slug
from generator.schema.entry import Entry
from generator.schema.indicators import IndicatorRecord, IndicatorsFile
from generator.schema.maturity import Evidence


@dataclass(frozen=True, slots=True)
class Rung:
    """One level of an indicator in plain words; `words` has a line for each basis on which it may be counted."""

    level: int
    words: tuple[str, ...]
    reached: bool

    @property
    def open(self) -> bool:
        """Whether it may be counted in more than one way."""
        return len(self.words) > 1


@dataclass(frozen=True)
class Held:
    """What an entry says of one indicator: `level` is 0 where it says nothing, `basis` "" where there is no choice."""

    indicator: IndicatorRecord
    level: int = 0
    basis: str = ""
    evidence: tuple[Evidence, ...] = ()

    @cached_property
    def points(self) -> int:
        """Weight times level; 0 without evidence."""
        return self.indicator.weight * self.level if self.evidence else 0

    @cached_property
    def most(self) -> int:
        """The points of its highest level."""
        return self.indicator.weight * max((rung.level for rung in self.rungs), default=0)

    @cached_property
    def rungs(self) -> tuple[Rung, ...]:
        """Its levels, the lowest first."""
        return tuple(_rungs(self.indicator, self.basis, self.level))


@dataclass(frozen=True, slots=True)
class NextDocument:
    """The next document of one indicator: which level it proves, how many points it brings.

    It is `stated` where the entry names the level already and only the document is wanting.
    """

    held: Held
    rung: Rung
    gain: int
    stated: bool


@dataclass(frozen=True)
class Scorecard:
    """One innovation in one edition: a row for every indicator of the edition, in its numbering.

    `retired` are indicators that the entry fills and the edition no longer asks for.
    """

    edition: IndicatorsFile
    rows: tuple[Held, ...]
    retired: tuple[str, ...]

    @cached_property
    def points(self) -> int:
        """The sum over all indicators."""
        return sum(row.points for row in self.rows)

    @cached_property
    def filled(self) -> tuple[Held, ...]:
        """The indicators for which the entry states a level."""
        return tuple(row for row in self.rows if row.level)

    @cached_property
    def proven(self) -> tuple[Held, ...]:
        """Those with evidence."""
        return tuple(row for row in self.rows if row.points)

    @cached_property
    def unproven_duties(self) -> tuple[IndicatorRecord, ...]:
        """The mandatory indicators without points."""
        return tuple(row.indicator for row in self.rows if row.indicator.mandatory and not row.points)

    @cached_property
    def steps(self) -> tuple[NextDocument, ...]:
        """The next document of each indicator: the mandatory first, then by points gained, then by number."""
        steps = [step for row in self.rows if (step := _next(row))]
        return tuple(sorted(steps, key=lambda s: (not s.held.indicator.mandatory, -s.gain, s.held.indicator.number)))


def edition_for(registry: Registry, year: int) -> IndicatorsFile | None:
    """The newest edition that is not later than `year`, else the earliest on record; None where there is none."""
    begun = [edition for edition in registry.indicators if edition <= year]
    chosen = max(begun) if begun else min(registry.indicators, default=None)
    return registry.indicators[chosen] if chosen is not None else None


class Scorecards:
    """How entries stand in one edition; all that say nothing of any indicator stand alike."""

    def __init__(self, edition: IndicatorsFile) -> None:
        self.edition = edition
        self._asked = sorted(edition.indicators, key=lambda indicator: indicator.number)
        self._slugs = {indicator.slug for indicator in self._asked}
        self._bare = Scorecard(edition, tuple(map(Held, self._asked)), ())

    def of(self, entry: Entry) -> Scorecard:
        """That of one entry."""
        if not entry.maturity:
            return self._bare
        rows = tuple(_held(indicator, entry) for indicator in self._asked)
        return Scorecard(self.edition, rows, tuple(slug for slug in sorted(entry.maturity) if slug not in self._slugs))


def _rungs(indicator: IndicatorRecord, basis: str, reached: int) -> Iterator[Rung]:
    """The words of each level: those of the basis where one is chosen, else of all that may be chosen, each named."""
    bases = indicator.bases or {}
    if bases and basis not in bases:
        told = [(f"{spelt(name)}: ", indicator.levels_of(name)) for name in bases]
    else:
        told = [("", indicator.levels_of(basis))]
    for level in indicator.levels_of_any:
        words = tuple(f"{lead}{levels[level]}" for lead, levels in told if level in levels)
        if words:
            yield Rung(level, words, level == reached)


def spelt(basis: str) -> str:
    """A basis in words, of which its slug is made; any other text as it is."""
    return basis.replace("-", " ") if is_slug(basis) else basis


def _held(indicator: IndicatorRecord, entry: Entry) -> Held:
    stated = entry.maturity.get(indicator.slug)
    return Held(indicator, stated.level, stated.basis or "", stated.evidence) if stated else Held(indicator)


def _next(row: Held) -> NextDocument | None:
    if row.level and not row.evidence:
        here = next((rung for rung in row.rungs if rung.reached), None)
        return NextDocument(row, here, row.indicator.weight * row.level, stated=True) if here else None
    above = next((rung for rung in row.rungs if rung.level > row.level), None)
    return NextDocument(row, above, row.indicator.weight * (above.level - row.level), stated=False) if above else None
