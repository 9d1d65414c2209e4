"""The registers as one object: who is bound, which words exist, what each year asks.

Only references inside the registry are resolved here; whether the registers contradict each other
is for `checks.registers`.
"""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from generator.dates import PartialDate
from generator.layout import hyphened
from generator.schema.entry import entry_fields
from generator.schema.everyday import EverydayWords
from generator.schema.fields import EVERYDAY, Words
from generator.schema.handins import HandIn
from generator.schema.indicators import IndicatorRecord, IndicatorsFile
from generator.schema.links_seen import SeenLink
from generator.schema.map import MapFile
from generator.schema.needs import Need
from generator.schema.registry import Agency, ObligationFile, TaxonomyFile, Term
from generator.schema.result import ResultFile


@dataclass(frozen=True, slots=True)
class Registry:
    """Everything under `registry/`, keyed by slug or by year; `note` says how sure the list of agencies is.

    `district_map` is None in a region that has drawn none, `everyday` empty in one that keeps no such words.
    """

    agencies: Mapping[str, Agency]
    note: str | None
    taxonomy: Mapping[str, Mapping[str, Term]]
    obligations: Mapping[int, ObligationFile]
    results: Mapping[int, ResultFile]
    indicators: Mapping[int, IndicatorsFile]
    district_map: MapFile | None = None
    everyday: EverydayWords = field(default_factory=EverydayWords)
    needs: tuple[Need, ...] = ()
    links: tuple[SeenLink, ...] = ()
    hand_ins: tuple[HandIn, ...] = ()

    def term(self, vocabulary: str, slug: str) -> Term:
        """The word `slug` of a vocabulary; a KeyError is a bug, for the border has checked it."""
        return self.taxonomy[vocabulary][slug]

    def words(self) -> dict[str, Words]:
        """Slug -> label of every vocabulary that an innovation file may use."""
        words: dict[str, Words] = {
            name: {slug: term.label for slug, term in terms.items()} for name, terms in self.taxonomy.items()
        }
        words["perangkat_daerah"] = {slug: agency.name for slug, agency in self.agencies.items()}
        words["indikator"] = {slug: indicator.name for slug, indicator in self.indicators_by_slug().items()}
        words["kolom"] = entry_fields()
        return words

    def indicators_by_slug(self) -> dict[str, IndicatorRecord]:
        """Every indicator of every edition, as the newest edition that has it says."""
        return {i.slug: i for edition in sorted(self.indicators) for i in self.indicators[edition].indicators}

    def words_as_typed(self) -> dict[str, Words]:
        """`words`, and what people type for one affair alone: what an answer is checked against and mended by."""
        return {**self.words(), f"urusan{EVERYDAY}": self.sole_affairs()}

    def sole_affairs(self) -> Words:
        """Hyphened word or phrase -> the affair, where people can mean one alone."""
        return {word: slugs[0] for word, slugs in self.typed_affairs().items() if len(slugs) == 1}

    def typed_affairs(self) -> dict[str, tuple[str, ...]]:
        """Hyphened word or phrase -> the affairs that people may mean by it: to ask back, never to decide."""
        found: dict[str, dict[str, None]] = {}
        for slug, affair in self.taxonomy["urusan"].items():
            for word in affair.everyday:
                found.setdefault(hyphened(word), {})[slug] = None
        for other in self.everyday.others:
            meant = found.get(hyphened(other.word), {})
            found |= {hyphened(form): meant for form in other.forms if meant}
        for ambiguous in self.everyday.ambiguous:
            affairs = [meaning.affair for meaning in ambiguous.meanings if meaning.affair]
            found[hyphened(ambiguous.word)] = {**dict.fromkeys(affairs), **found.get(hyphened(ambiguous.word), {})}
        return {word: tuple(slugs) for word, slugs in found.items() if slugs}

    def predecessors(self, agency: Agency, day: dt.date) -> tuple[Agency, ...]:
        """All agencies that `agency` continues on `day`, directly or through others, in the order of slugs.

        One that still stands on that day has handed on nothing; nor has anybody through it.
        """
        return tuple(self.agencies[slug] for slug in sorted(self._before(agency.slug, day, {agency.slug})))

    def _before(self, slug: str, day: dt.date, seen: set[str]) -> Iterator[str]:
        for other in self.agencies.values():
            if ended(other, day) and slug in other.successors and other.slug not in seen:
                seen.add(other.slug)
                yield other.slug
                yield from self._before(other.slug, day, seen)

    def district(self, agency: Agency) -> str:
        """The district whose office the agency is or, link by link, stands under; "" if none.

        A district's office is the one whose slug is its kind and the district: `kecamatan-batu-ampar`.
        """
        above: list[str] = []
        current: Agency | None = agency
        while current and current.slug not in above:
            above.append(current.slug)
            district = current.slug.removeprefix(f"{current.kind}-")
            if district != current.slug and district in self.taxonomy["kecamatan"]:
                return district
            current = self.agencies.get(current.parent or "")
        return ""

    def line(self, agency: Agency) -> tuple[Agency, ...]:
        """All that an agency continues and all that continue it, whatever the day."""
        return *self.predecessors(agency, dt.date.max), *self._after(agency, dt.date.max)

    def heirs(self, agency: Agency, day: dt.date) -> tuple[Agency, ...]:
        """Those that stand on `day` and go on with what `agency` did, through all who have ended, in order.

        None if it has not ended itself, if nobody continues it, or if those that will have not begun.
        """
        return tuple(heir for heir in self._after(agency, day) if begun(heir, day) and not ended(heir, day))

    def coming_heirs(self, agency: Agency, day: dt.date) -> tuple[Agency, ...]:
        """Those that have not begun on `day` and will go on with what an agency did that has ended, in order."""
        return tuple(heir for heir in self._after(agency, day) if not begun(heir, day))

    def _after(self, agency: Agency, day: dt.date) -> list[Agency]:
        """Who follows an agency that has ended by `day`, directly or through others that have, each once."""
        ahead = [agency]
        for current in ahead:
            following = [self.agencies[slug] for slug in current.successors if slug in self.agencies]
            ahead += [heir for heir in following if ended(current, day) and heir not in ahead]
        return ahead[1:]


def begun(agency: Agency, day: dt.date) -> bool:
    """Whether the agency's first day has come; one whose first day is not known was always there."""
    return agency.since is None or agency.since.first <= day


def ended(agency: Agency, day: dt.date) -> bool:
    """Whether the agency's last day is over."""
    return agency.until is not None and agency.until.last < day


def stood_by(agency: Agency, date: PartialDate) -> bool:
    """Whether the agency may have stood on some day of an interval."""
    return begun(agency, date.last) and not ended(agency, date.first)


def taxonomy_of(file: TaxonomyFile) -> dict[str, dict[str, Term]]:
    """The vocabularies of `taxonomy.yml`, each slug -> word in the order of the file."""
    return {name: {term.slug: term for term in getattr(file, name)} for name in TaxonomyFile.model_fields}
