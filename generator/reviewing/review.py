"""Two states of the catalogue side by side: what a proposal adds, changes, takes away and puts at risk.

Pure: both sides come in as read by `pipeline.check`, with the digests of all files of the two trees.
"""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal

from generator import layout
from generator.catalogue.catalogue import Catalogue
from generator.compliance.index import assess, years_on_record
from generator.compliance.learned import Learned, learned
from generator.compliance.wording import status_word
from generator.problems import Place, Problem, Problems, problem
from generator.publishing.pipeline import Checked
from generator.reviewing.differences import Difference, differences
from generator.reviewing.similarity import Likeness, alike

ChangeKind = Literal["baru", "diubah", "ganti-nama", "pindah", "dihapus"]
#: What a touched file belongs to: an agency's entries and pictures, the registers, what runs or governs, pages.
Area = Literal["data", "registri", "kode", "halaman"]
#: How the digest of a repository inside the repository begins: Git's mode of such an entry.
GITLINK: Final = "160000 "
_PAGES: Final = frozenset(["docs", "CHANGELOG.md", "CONTRIBUTING.md", "README.md"])


@dataclass(frozen=True, slots=True)
class Side:
    """One state: the catalogue as read, and every file of its tree by path with a digest of its content."""

    checked: Checked
    files: Mapping[str, str]

    @property
    def catalogue(self) -> Catalogue | None:
        """None where the registry cannot be read."""
        return self.checked.loaded.catalogue

    def data(self, path: str) -> dict[str, Any]:
        """The file's data as typed; empty if there is no such file or it cannot be read."""
        document = self.checked.loaded.documents.get(path)
        return document.data if document else {}

    def readable(self, path: str) -> bool:
        """Whether the file's data could be had."""
        return path in self.checked.loaded.documents


@dataclass(frozen=True, slots=True)
class EntryChange:
    """What happens to one innovation. `path` is its file now, `was` its file before (of a deleted one the same).

    `stages` are the derived stages before and after, where both are known and differ; `withdrawn`: from now on.
    """

    kind: ChangeKind
    path: str
    was: str
    agency: str
    name: str
    readable: bool = True
    differences: tuple[Difference, ...] = ()
    stages: tuple[str, str] | None = None
    withdrawn: bool = False
    twins: tuple[Likeness, ...] = ()

    @property
    def slug(self) -> str:
        """The entry's address now."""
        return _slug_of(self.path)


@dataclass(frozen=True, slots=True)
class Effect:
    """An agency whose status in a year's index differs; a word is "" where it is not in the register."""

    agency: str
    year: int
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Review:
    """All that a reviewer should know of a proposal.

    `effects` is None where no index can be counted; `overtaken`: the entry has changed since the proposal was written;
    `learned` is what the proposal makes known of closed years: a task for maintainers, no fault of the proposal.
    """

    as_of: dt.date
    entries: tuple[EntryChange, ...]
    touched: Mapping[Area, tuple[str, ...]]
    agencies: tuple[str, ...]
    lost_addresses: tuple[str, ...]
    effects: tuple[Effect, ...] | None
    problems: Problems
    old_errors: int
    base_readable: bool
    overtaken: bool = False
    learned: tuple[Learned, ...] = ()

    @property
    def mixed(self) -> bool:
        """Whether code comes with data that it would judge. What is written from the registry belongs to the data."""
        written = frozenset([layout.SCHEMA, layout.OWNERS])
        return bool(set(self.touched["kode"]) - written and (self.touched["data"] or self.touched["registri"]))


def review(base: Side, head: Side, as_of: dt.date) -> Review:
    """Compare two states of the catalogue; both indexes are judged on `as_of`."""
    touched = sorted(
        path for path in base.files.keys() | head.files.keys() if base.files.get(path) != head.files.get(path)
    )
    areas: dict[Area, list[str]] = {"data": [], "registri": [], "kode": [], "halaman": []}
    for path in touched:
        areas[area_of(path)].append(path)
    problems = _problems(base, head, touched)
    return Review(
        as_of=as_of,
        entries=tuple(_entries(base, head, areas["data"])),
        touched={area: tuple(paths) for area, paths in areas.items()},
        agencies=tuple(dict.fromkeys(_agency_of(path) for path in areas["data"])),
        lost_addresses=tuple(_lost_addresses(base, head)),
        effects=_effects(base, head, as_of),
        problems=problems,
        old_errors=len(set(head.checked.problems.errors) - set(problems)),
        base_readable=base.catalogue is not None,
        learned=tuple(one for one in _learned(head) if one not in _learned(base)),
    )


def _learned(side: Side) -> tuple[Learned, ...]:
    """What a state knows of closed years beyond their records; nothing where faulty registers allow no counting."""
    if (catalogue := side.catalogue) is None or side.checked.problems.errors.within([layout.REGISTRY]):
        return ()
    return tuple(one for result in catalogue.registry.results.values() for one in learned(catalogue, result))


def area_of(path: str) -> Area:
    """Whose business a file is, by its path. What is not known to be harmless counts as code."""
    parts = path.split("/")
    if parts[0] == layout.INNOVATIONS and len(parts) > 2:
        return "data"
    if parts[0] == layout.REGISTRY:
        return "registri"
    return "halaman" if parts[0] in _PAGES and not path.startswith("docs/dev/") else "kode"


def _agency_of(path: str) -> str:
    return path.split("/")[1]


def _slug_of(path: str) -> str:
    return path.rsplit("/", 1)[-1].removesuffix(layout.ENTRY_SUFFIX)


def _is_entry(path: str) -> bool:
    return path.count("/") == 2 and path.endswith(layout.ENTRY_SUFFIX)


def _entries(base: Side, head: Side, touched: list[str]) -> Iterator[EntryChange]:
    paths = [path for path in touched if _is_entry(path)]
    gone = [path for path in paths if path not in head.files]
    for path in paths:
        if path in head.files:
            was = path if path in base.files else _predecessor(path, gone, base, head)
            if was and was != path:
                gone.remove(was)
            yield _entry(base, head, path, was)
    for path in gone:
        name = str(base.data(path).get("nama") or _slug_of(path))
        yield EntryChange("dihapus", path, path, _agency_name(base, path), name)


def _predecessor(path: str, gone: list[str], base: Side, head: Side) -> str:
    """The deleted file that a new one continues: it names it as alias, or has its address, content or name."""
    data = head.data(path)
    aliases = data.get("alias")
    old = aliases if isinstance(aliases, list) else []
    for other in gone:
        same = base.files[other] == head.files[path] or (
            data.get("nama") and data["nama"] == base.data(other).get("nama")
        )
        if _slug_of(other) in [*old, _slug_of(path)] or same:
            return other
    return ""


def _entry(base: Side, head: Side, path: str, was: str) -> EntryChange:
    kind: ChangeKind = "baru"
    if was:
        kind = "diubah" if was == path else "pindah" if _slug_of(was) == _slug_of(path) else "ganti-nama"
    before, after = base.data(was), head.data(path)
    registered = head.catalogue or base.catalogue
    words = registered.registry.words() if registered else {}
    return EntryChange(
        kind=kind,
        path=path,
        was=was,
        agency=_agency_name(head, path),
        name=str(after.get("nama") or _slug_of(path)),
        readable=head.readable(path),
        differences=differences(before, after, words) if head.readable(path) else (),
        stages=_stages(base, head, path, was),
        withdrawn=bool(after.get("ditarik")) and not before.get("ditarik"),
        twins=_twins(head, path) if kind == "baru" or before.get("nama") != after.get("nama") else (),
    )


def _agency_name(side: Side, path: str) -> str:
    slug = _agency_of(path)
    agency = side.catalogue.registry.agencies.get(slug) if side.catalogue else None
    return agency.name if agency else slug


def _stages(base: Side, head: Side, path: str, was: str) -> tuple[str, str] | None:
    if not was or not base.catalogue or not head.catalogue:
        return None
    before = base.catalogue.innovations.get(_slug_of(was))
    after = head.catalogue.innovations.get(_slug_of(path))
    if before is None or after is None or before.stage.slug == after.stage.slug:
        return None
    return before.stage.label, after.stage.label


def _twins(head: Side, path: str) -> tuple[Likeness, ...]:
    innovations = head.catalogue.innovations if head.catalogue else {}
    own = innovations.get(_slug_of(path))
    if own is None or own.path != path:
        return ()
    return alike(own.entry, {slug: other.entry for slug, other in innovations.items() if slug != own.slug})


def _lost_addresses(base: Side, head: Side) -> Iterator[str]:
    """Slugs that led somewhere before and that no entry or alias holds now."""

    def leading(side: Side) -> set[str]:
        entries = {_slug_of(path) for path in side.files if area_of(path) == "data" and _is_entry(path)}
        innovations = side.catalogue.innovations.values() if side.catalogue else ()
        return entries | {alias for innovation in innovations for alias in innovation.entry.aliases}

    yield from sorted(leading(base) - leading(head))


def _effects(base: Side, head: Side, as_of: dt.date) -> tuple[Effect, ...] | None:
    before, after = _standings(base, as_of), _standings(head, as_of)
    if before is None or after is None:
        return None
    found = []
    for year, slug in sorted(before.keys() | after.keys(), key=lambda key: (-key[0], key[1])):
        name, old = before.get((year, slug), ("", ""))
        name, new = after.get((year, slug), (name, ""))
        if old != new:
            found.append(Effect(name, year, old, new))
    return tuple(found)


def _standings(side: Side, as_of: dt.date) -> Mapping[tuple[int, str], tuple[str, str]] | None:
    """(year, agency) -> its name and its status in words; None if faulty registers allow no counting."""
    catalogue = side.catalogue
    if catalogue is None or side.checked.problems.errors.within([layout.REGISTRY]):
        return None
    indexes = [assess(catalogue, year, as_of) for year in years_on_record(catalogue, as_of)]
    return {
        (index.year, verdict.agency.slug): (verdict.agency.name, status_word(verdict.status, index).word)
        for index in indexes
        for verdict in index.verdicts
    }


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
