"""The repository's files -> registry and catalogue, with every problem of every file.

One bad file never hides another: what can be read is read, what cannot becomes a problem.
"""

import os
import stat
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel

from generator import layout
from generator.catalogue import pictures
from generator.catalogue.catalogue import REQUIRED_WORDS, Catalogue, Innovation, resolve
from generator.catalogue.registry import Registry, taxonomy_of
from generator.problems import Place, Problem, Problems, problem
from generator.reading.document import MAX_NODES, Document, read
from generator.schema.entry import Entry
from generator.schema.fields import Words, nearest
from generator.schema.map import MapFile
from generator.schema.refusals import salvage, validate
from generator.schema.registry import AgenciesFile, IndicatorsFile, ObligationFile, ResultFile, TaxonomyFile

_Model = TypeVar("_Model", bound=BaseModel)
_REGISTRY_NODES = 50_000


@dataclass(frozen=True, slots=True)
class Loaded:
    """What was read. `catalogue` is None if the registry is unusable.

    It holds sound entries and, of faulty ones, what could be understood, so that the rules miss
    nothing; it may be published only if `problems` has no errors. `documents` has the data
    and places of every readable file by its path, `texts` the text of every file, readable or not;
    `pictures` the picture files in an entry's folder, by slug.
    """

    catalogue: Catalogue | None
    documents: Mapping[str, Document]
    texts: Mapping[str, str]
    pictures: Mapping[str, tuple[Path, ...]]
    problems: Problems


@dataclass(slots=True)
class _Loading:
    root: Path
    problems: list[Problem] = field(default_factory=list)
    documents: dict[str, Document] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)
    pictures: dict[str, tuple[Path, ...]] = field(default_factory=dict)
    runs: dict[str, bool] = field(default_factory=dict)

    def report(self, code: str, path: str, **values: Any) -> None:
        self.problems.append(problem(code, Place(path), **values))

    def note_mode(self, path: str, mode: int) -> None:
        """Remember whether a file may be run as a program."""
        self.runs[path] = bool(mode & stat.S_IXUSR)

    def report_programs(self) -> None:
        """No data may be run. Where every file may, the disk keeps no such mark: a memory card, a drive of Windows."""
        if not all(self.runs.values()):
            for path in (path for path, runs in self.runs.items() if runs):
                self.report("B017", path, nilai=path)

    def document(self, path: str, *, limit: int, nodes: int = MAX_NODES) -> Document | None:
        """Read one file; problems are noted. None where the content cannot be used."""
        target = self.root / path
        try:
            found = target.stat()
            size = found.st_size
            self.note_mode(path, found.st_mode)
            raw = target.read_bytes() if size <= limit else b""
        except OSError:
            self.report("B016", path, sebab="tidak dapat dibuka")
            return None
        if size > limit:
            self.report("B007", path, nilai=size, batas=limit)
            return None
        try:
            document, problems = read(raw, path, limit=limit, nodes=nodes)
        except (MemoryError, RecursionError):  # no file within the limits is known to do this; if one does, it is alone
            self.report("B016", path, sebab="melampaui batas memori")
            return None
        self.problems += problems
        self.texts[path] = document.text if document else raw.decode("utf-8", "replace")
        if document is not None:
            self.documents[path] = document
        return document

    def mode(self, path: str) -> int | None:
        """What lies at `path`, a link not followed; None, and a problem is noted, if the system does not say."""
        try:
            return os.lstat(self.root / path).st_mode
        except OSError:
            self.report("B016", path, sebab="tidak dapat dibuka")
            return None

    def file(self, path: str, model: type[_Model], *, optional: bool = False) -> _Model | None:
        """Read one registry file into `model`; one that is `optional` may be absent."""
        target = self.root / path
        if target.is_symlink():
            self.report("B002", path, nilai=target.name)
            return None
        if not target.is_file():
            if target.exists() or not optional:
                self.report("R001", path)
            return None
        document = self.document(path, limit=layout.MAX_REGISTRY_BYTES, nodes=_REGISTRY_NODES)
        if document is None:
            return None
        value, problems = validate(model, document, None)
        self.problems += problems
        return value


def load(root: Path) -> Loaded:
    """Read everything under `registry/` and `innovations/` of the repository at `root`."""
    loading = _Loading(root)
    registry = _registry(loading)
    innovations = dict(sorted(_entries(loading, registry)))
    loading.report_programs()
    catalogue = Catalogue(innovations, registry) if registry else None
    return Loaded(catalogue, loading.documents, loading.texts, loading.pictures, Problems(loading.problems))


def _registry(loading: _Loading) -> Registry | None:
    if _linked(loading, layout.REGISTRY):
        return None
    agencies = loading.file(layout.AGENCIES, AgenciesFile)
    taxonomy = loading.file(layout.TAXONOMY, TaxonomyFile)
    obligations = _years(loading, layout.OBLIGATIONS, ".yml", ObligationFile)
    results = _years(loading, layout.OBLIGATIONS, layout.RESULT_SUFFIX, ResultFile)
    indicators = _years(loading, layout.INDICATORS, ".yml", IndicatorsFile)
    district_map = loading.file(layout.MAP, MapFile, optional=True)
    _strays(loading)
    if agencies is None or taxonomy is None or not _words_hold(loading, taxonomy):
        return None
    return Registry(
        agencies={agency.slug: agency for agency in agencies.agencies},
        note=agencies.note,
        taxonomy=taxonomy_of(taxonomy),
        obligations=obligations,
        results=results,
        indicators=indicators,
        district_map=district_map,
    )


def _words_hold(loading: _Loading, taxonomy: TaxonomyFile) -> bool:
    """Whether the words that stages are derived from are there; without them no entry can be read."""
    document = loading.documents[layout.TAXONOMY]
    problems = []
    for vocabulary, words in REQUIRED_WORDS.items():
        there = {term.slug for term in getattr(taxonomy, vocabulary)}
        missing = [word for word in words if word not in there]
        problems += [problem("R013", document.place((vocabulary,)), field=vocabulary, nilai=word) for word in missing]
    stages = {term.slug: term.label for term in taxonomy.tahapan}
    for number, event in enumerate(taxonomy.peristiwa):
        if event.stage and event.stage not in stages:
            place = document.place(("peristiwa", number, "tahapan"))
            meant = nearest(event.stage, stages) or ""
            problems.append(problem("R003", place, field="tahapan", nilai=event.stage, maksud=meant))
    loading.problems += problems
    return not problems


def _years(loading: _Loading, folder: str, suffix: str, model: type[_Model]) -> dict[int, _Model]:
    """The files `<year><suffix>` of a registry folder."""
    found = {}
    for name in _names(loading, folder):
        year = layout.year_in(name, suffix)
        value = loading.file(f"{folder}/{name}", model) if year is not None else None
        if year is not None and value is not None:
            found[year] = value
    return found


def _strays(loading: _Loading) -> None:
    """Anything in `registry/` that no reader would ever open."""
    files = (layout.AGENCIES, layout.TAXONOMY, layout.MAP)
    suffixes = {layout.OBLIGATIONS: (".yml", layout.RESULT_SUFFIX), layout.INDICATORS: (".yml",)}
    dated = dict.fromkeys(f"<tahun>{suffix}" for found in suffixes.values() for suffix in found)
    known = ", ".join([*(path.removeprefix(f"{layout.REGISTRY}/") for path in files), *dated])
    for folder in (layout.REGISTRY, *suffixes):
        for name in _names(loading, folder):
            path = f"{folder}/{name}"
            of_a_year = any(layout.year_in(name, suffix) is not None for suffix in suffixes.get(folder, ()))
            if path not in (*files, *suffixes) and not of_a_year:
                loading.report("R010", path, nilai=name, dikenal=known)


def _linked(loading: _Loading, folder: str) -> bool:
    """Whether a folder is a link, which is a problem: nothing behind it is read."""
    if linked := (loading.root / folder).is_symlink():
        loading.report("B002", folder, nilai=folder.rpartition("/")[2])
    return linked


def _names(loading: _Loading, folder: str) -> list[str]:
    """The names in a folder of the repository, sorted; one that is a link or cannot be opened is a problem.

    So is a repository of its own, which Git would take up without its files.
    """
    place = loading.root / folder
    if _linked(loading, folder):
        return []
    try:
        names = sorted(path.name for path in place.iterdir()) if place.is_dir() else []
    except OSError:
        loading.report("B016", folder, sebab="tidak dapat dibuka")
        return []
    if layout.GIT in names:
        loading.report("B018", folder, nilai=folder)
        names.remove(layout.GIT)
    return names


def _entries(loading: _Loading, registry: Registry | None) -> Iterator[tuple[str, Innovation]]:
    words = registry.words() if registry else None
    seen: dict[str, str] = {}
    for path, agency, slug in _entry_files(loading, words):
        document = loading.document(path, limit=layout.MAX_ENTRY_BYTES)
        if slug in seen:
            loading.report("B006", path, nilai=slug, lain=seen[slug])
            loading.report("B006", seen[slug], nilai=slug, lain=path)
        seen.setdefault(slug, path)
        if document is None:
            continue
        entry, problems = validate(Entry, document, words)
        loading.problems += problems
        entry = entry or salvage(Entry, document, words)
        if entry and registry and agency in registry.agencies and seen[slug] == path:
            yield slug, resolve(slug, registry.agencies[agency], entry, registry)


def _entry_files(loading: _Loading, words: Mapping[str, Words] | None) -> Iterator[tuple[str, str, str]]:
    """(path, agency, slug) of every entry file; everything else under `innovations/` is a problem."""
    folder = loading.root / layout.INNOVATIONS
    if not folder.is_dir() and not folder.is_symlink():
        loading.report("B011", layout.INNOVATIONS)
    for agency in _names(loading, layout.INNOVATIONS):
        path = f"{layout.INNOVATIONS}/{agency}"
        mode = loading.mode(path)
        if mode is None:
            continue
        if stat.S_ISLNK(mode):
            loading.report("B002", path, nilai=agency)
        elif not stat.S_ISDIR(mode):
            loading.report("B001", path, nilai=agency)
        elif words is not None and agency not in words["perangkat_daerah"]:
            if _names(loading, path):  # an empty one is what a moved file leaves behind; Git keeps none
                loading.report("B005", path, nilai=agency, maksud=nearest(agency, words["perangkat_daerah"]) or "")
            yield from _agency_files(loading, agency)
        else:
            yield from _agency_files(loading, agency)


def _agency_files(loading: _Loading, agency: str) -> Iterator[tuple[str, str, str]]:
    folder = f"{layout.INNOVATIONS}/{agency}"
    names = _names(loading, folder)
    slugs = {name.removesuffix(layout.ENTRY_SUFFIX) for name in names if name.endswith(layout.ENTRY_SUFFIX)}
    for name in names:
        path = f"{folder}/{name}"
        mode = loading.mode(path)
        slug = name.removesuffix(layout.ENTRY_SUFFIX)
        if mode is None:
            continue
        if stat.S_ISLNK(mode):
            loading.report("B002", path, nilai=name)
        elif stat.S_ISDIR(mode):
            _picture_folder(loading, path, name, slugs)
        elif slug == name or not stat.S_ISREG(mode):
            loading.report("B001", path, nilai=name)
        elif not layout.is_slug(slug):
            loading.report("B003", path, nilai=name, maksud=layout.as_slug(slug))
        elif slug in layout.RESERVED_SLUGS:
            loading.report("B004", path, nilai=slug)
        else:
            yield path, agency, slug


def _picture_folder(loading: _Loading, folder: str, slug: str, slugs: set[str]) -> None:
    if slug not in slugs:
        loading.report("B010", folder, nilai=slug)
        return
    found = []
    for name in _names(loading, folder):
        path = f"{folder}/{name}"
        mode = loading.mode(path)
        if mode is None:
            continue
        if stat.S_ISLNK(mode):
            loading.report("B002", path, nilai=name)
        elif not stat.S_ISREG(mode) or not name.lower().endswith(layout.PICTURE_SUFFIXES):
            loading.report("B001", path, nilai=name)
        else:
            found.append(loading.root / path)
            loading.note_mode(path, mode)
            try:
                why = pictures.refusal(loading.root / path)
            except OSError:
                loading.report("B016", path, sebab="tidak dapat dibuka")
                continue
            if why:
                loading.report("B013", path, nilai=name, sebab=why)
    loading.pictures[slug] = tuple(found)
