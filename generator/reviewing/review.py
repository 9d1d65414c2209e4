"""Two states of the catalogue side by side: what a proposal adds, changes, takes away and puts at risk.

Pure: both sides come in as read by `checking.check`, with the digests of all files of the two trees.
"""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from generator import layout
from generator.compliance.learned import Learned
from generator.contributing.table_import.cells.region import Region
from generator.contributing.tidying.tidy import tidied
from generator.problems import Place, Problem, Problems, problem
from generator.reviewing.closed_years import learned_of
from generator.reviewing.effects import Effect, effects
from generator.reviewing.entry_changes import EntryChange, entry_changes
from generator.reviewing.registry_changes import RegistryChange, registry_changes
from generator.reviewing.sides import GITLINK, Area, Side, agency_of, area_of, is_entry, slug_of
from generator.reviewing.site_changes import SiteChange, site_changes


@dataclass(frozen=True, slots=True)
class Review:
    """All that a reviewer should know of a proposal.

    `effects` is None where no index can be counted; `overtaken`: the entry has changed since the proposal was written;
    `learned` is what the proposal makes known of closed years: a task for maintainers, no fault of the proposal.
    """

    as_of: dt.date
    entries: tuple[EntryChange, ...]
    registers: tuple[RegistryChange, ...]
    site: tuple[SiteChange, ...]
    touched: Mapping[Area, tuple[str, ...]]
    agencies: tuple[str, ...]
    lost_addresses: tuple[str, ...]
    effects: tuple[Effect, ...] | None
    problems: Problems
    old_errors: int
    base_readable: bool
    overtaken: bool = False
    learned: tuple[Learned, ...] = ()
    hand_ins: tuple[RegistryChange, ...] = ()
    #: Path -> what `katalog tidy` would mend in it.
    untidy: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    #: Errors of the registers, new or old: with one of them no index can be counted.
    faults: tuple[Problem, ...] = ()

    @property
    def mixed(self) -> bool:
        """Whether code comes with data that it would judge. What is written from the registry belongs to the data."""
        written = frozenset([layout.SCHEMA, layout.OWNERS])
        return bool(
            set(self.touched["kode"]) - written
            and (self.touched["data"] or self.touched["kiriman"] or self.touched["registri"])
        )


def review(base: Side, head: Side, as_of: dt.date) -> Review:
    """Compare two states of the catalogue; both indexes are judged on `as_of`."""
    touched = sorted(
        path for path in base.files.keys() | head.files.keys() if base.files.get(path) != head.files.get(path)
    )
    areas: dict[Area, list[str]] = {"data": [], "kiriman": [], "registri": [], "kode": [], "halaman": []}
    for path in touched:
        area = area_of(path)
        # The record of a hand-in comes along with its entry; one that goes away is a matter of the registers.
        areas["registri" if area == "kiriman" and path not in head.files else area].append(path)
    problems = _problems(base, head, touched)
    before = learned_of(base)
    return Review(
        as_of=as_of,
        entries=tuple(entry_changes(base, head, areas["data"])),
        registers=tuple(registry_changes(base, head, areas["registri"])),
        hand_ins=tuple(registry_changes(base, head, areas["kiriman"])),
        site=tuple(site_changes(base, head, touched)),
        touched={area: tuple(paths) for area, paths in areas.items()},
        agencies=tuple(dict.fromkeys(agency_of(path) for path in areas["data"])),
        lost_addresses=tuple(_lost_addresses(base, head)),
        effects=effects(base, head, as_of),
        problems=problems,
        old_errors=len(set(head.checked.problems.errors) - set(problems)),
        base_readable=base.catalogue is not None,
        learned=tuple(one for one in learned_of(head) if one not in before),
        untidy=dict(_untidy(head, areas["data"])),
        faults=tuple(head.checked.problems.errors.within([layout.REGISTRY])),
    )


def _untidy(head: Side, touched: list[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The touched entries that are spelt otherwise than a file has it, each with its cures."""
    if head.catalogue is None:
        return
    region, faulty = Region(head.catalogue.registry, ""), {one.place.file for one in head.checked.problems.errors}
    for path in touched:
        text = head.checked.loaded.texts.get(path, "") if is_entry(path) and path in faulty else ""
        found = tidied(text.encode(), region) if text else None
        if found and found.cures:
            yield path, tuple(map(str, found.cures))


def _lost_addresses(base: Side, head: Side) -> Iterator[str]:
    """Slugs that led somewhere before and that no entry or alias holds now."""

    def leading(side: Side) -> set[str]:
        entries = {slug_of(path) for path in side.files if area_of(path) == "data" and is_entry(path)}
        innovations = side.catalogue.innovations.values() if side.catalogue else ()
        return entries | {alias for innovation in innovations for alias in innovation.entry.aliases}

    yield from sorted(leading(base) - leading(head))


def _problems(base: Side, head: Side, touched: list[str]) -> Problems:
    """The problems of the touched files, and those elsewhere that were not there before."""

    def lasting(problem: Problem) -> tuple[str, ...]:
        """What stays of a problem when lines above it are added or removed."""
        return problem.place.file, problem.code, problem.field, problem.message

    known = {lasting(problem) for problem in base.checked.problems}
    fresh = [problem for problem in head.checked.problems if lasting(problem) not in known]
    return Problems([*head.checked.problems.within(touched), *fresh, *_repositories(head, touched)])


def _repositories(head: Side, touched: list[str]) -> Iterator[Problem]:
    """What Git keeps as a repository of its own. No check of files can see it: it is an empty folder or none."""
    for path in touched:
        if head.files.get(path, "").startswith(GITLINK):
            yield problem("B018", Place(path), nilai=path)
