"""The repository's files -> registry and catalogue, with every problem of every file.

One bad file never hides another: what can be read is read, what cannot becomes a problem.
"""

import stat
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from generator import layout
from generator.aid import Memory
from generator.catalogue.catalogue import REQUIRED_WORDS, Catalogue, Innovation, resolve
from generator.catalogue.data_files import DataFiles
from generator.catalogue.registry import Registry, taxonomy_of
from generator.problems import Problems, problem
from generator.reading.document import Document
from generator.schema.entry import Entry
from generator.schema.everyday import EverydayWords
from generator.schema.fields import Words, nearest
from generator.schema.handins import HAND_IN_NUMBER, HandIn, HandInFile, HandInsFile
from generator.schema.indicators import IndicatorsFile
from generator.schema.links_seen import LinksFile
from generator.schema.map import MapFile
from generator.schema.needs import NeedsFile
from generator.schema.refusals import salvage, validate
from generator.schema.registry import AgenciesFile, ObligationFile, TaxonomyFile
from generator.schema.result import ResultFile

_Model = TypeVar("_Model", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class Loaded:
    """What was read. `catalogue` is None if the registry is unusable.

    It holds sound entries and, of faulty ones, what could be understood, so that the rules miss
    nothing; it may be published only if `problems` has no errors. `documents` has the data
    and places of every readable file by its path, `texts` the text of every file, readable or not;
    `pictures` the picture files in an entry's folder, by slug. `unchanged` are files that stand as they stood before,
    `keys` those under which what is in a file may be remembered.
    """

    catalogue: Catalogue | None
    documents: Mapping[str, Document]
    texts: Mapping[str, str]
    pictures: Mapping[str, tuple[Path, ...]]
    problems: Problems
    unchanged: frozenset[str] = frozenset()
    keys: Mapping[str, bytes] = field(default_factory=dict)


def load(root: Path, near: Iterable[str] = (), before: Loaded | None = None, memory: Memory | None = None) -> Loaded:
    """Read everything under `registry/` and `innovations/` of the repository at `root`.

    Where only the entries `near` (paths) are asked about, the others are left out that can change nothing in them. What
    was read `before` and was sound is not read again where it still stands so; what is in `memory` of the very same
    bytes need not be read from them.
    """
    loading = DataFiles(root, frozenset(near), memory=memory or Memory())
    registry = _registry(loading)
    if before and before.catalogue and registry:
        of_registry = {path: text for path, text in before.texts.items() if path.startswith(f"{layout.REGISTRY}/")}
        if of_registry == loading.texts:
            registry = before.catalogue.registry
            loading.sound = _sound(before)
    innovations = dict(sorted(_entries(loading, registry)))
    loading.report_programs()
    catalogue = Catalogue(innovations, registry) if registry else None
    problems = Problems(loading.problems)
    unchanged = frozenset(loading.unchanged)
    return Loaded(catalogue, loading.documents, loading.texts, loading.pictures, problems, unchanged, loading.keys)


def _sound(before: Loaded) -> dict[str, tuple[Document, Innovation]]:
    """The entries that were read without a problem, by path."""
    faulty = {one.place.file for one in before.problems}
    found = before.catalogue.innovations.values() if before.catalogue else ()
    return {one.path: (before.documents[one.path], one) for one in found if one.path not in faulty}


def _registry(loading: DataFiles) -> Registry | None:
    if loading.linked(layout.REGISTRY):
        return None
    agencies = loading.file(layout.AGENCIES, AgenciesFile)
    taxonomy = loading.file(layout.TAXONOMY, TaxonomyFile)
    obligations = _years(loading, layout.OBLIGATIONS, ".yml", ObligationFile)
    results = _years(loading, layout.OBLIGATIONS, layout.RESULT_SUFFIX, ResultFile)
    indicators = _years(loading, layout.INDICATORS, ".yml", IndicatorsFile)
    district_map = loading.file(layout.MAP, MapFile, optional=True)
    everyday = loading.file(layout.WORDS, EverydayWords, optional=True)
    needs = loading.file(layout.NEEDS, NeedsFile, optional=True)
    links = loading.file(layout.LINKS, LinksFile, optional=True)
    hand_ins = tuple(_hand_ins(loading))
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
        everyday=everyday or EverydayWords(),
        needs=needs.needs if needs else (),
        links=links.links if links else (),
        hand_ins=hand_ins,
    )


def _words_hold(loading: DataFiles, taxonomy: TaxonomyFile) -> bool:
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


def _years(loading: DataFiles, folder: str, suffix: str, model: type[_Model]) -> dict[int, _Model]:
    """The files `<year><suffix>` of a registry folder."""
    found = {}
    for name in loading.names(folder):
        year = layout.year_in(name, suffix)
        value = loading.file(f"{folder}/{name}", model) if year is not None else None
        if year is not None and value is not None:
            found[year] = value
    return found


def _hand_ins(loading: DataFiles) -> Iterator[HandIn]:
    """Those of the list that was written before, then those that have a file each."""
    before = loading.file(layout.HAND_INS_LIST, HandInsFile, optional=True)
    for at, row in enumerate(before.hand_ins if before else ()):
        yield HandIn(row.number, row, layout.HAND_INS_LIST, ("kiriman", at))
    for name in loading.names(layout.HAND_INS):
        number, path = name.removesuffix(".yml"), f"{layout.HAND_INS}/{name}"
        said = loading.file(path, HandInFile) if _is_hand_in(name) else None
        if said:
            yield HandIn(number, said, path)


def _is_hand_in(name: str) -> bool:
    return name.endswith(".yml") and HAND_IN_NUMBER.match(name.removesuffix(".yml")) is not None


def _strays(loading: DataFiles) -> None:
    """Anything in `registry/` that no reader would ever open."""
    files = (layout.AGENCIES, layout.TAXONOMY, layout.MAP, layout.WORDS, layout.NEEDS, layout.LINKS)
    suffixes = {layout.OBLIGATIONS: (".yml", layout.RESULT_SUFFIX), layout.INDICATORS: (".yml",)}
    dated = dict.fromkeys(f"<tahun>{suffix}" for found in suffixes.values() for suffix in found)
    known = ", ".join([*(path.removeprefix(f"{layout.REGISTRY}/") for path in files), "kiriman/<nomor>.yml", *dated])
    for folder in (layout.REGISTRY, layout.HAND_INS, *suffixes):
        for name in loading.names(folder):
            path = f"{folder}/{name}"
            of_a_year = any(layout.year_in(name, suffix) is not None for suffix in suffixes.get(folder, ()))
            of_its_own = of_a_year or (folder == layout.HAND_INS and _is_hand_in(name))
            if path not in (*files, layout.HAND_INS, layout.HAND_INS_LIST, *suffixes) and not of_its_own:
                loading.report("R010", path, nilai=name, dikenal=known)


def _entries(loading: DataFiles, registry: Registry | None) -> Iterator[tuple[str, Innovation]]:
    words = registry.words_as_typed() if registry else None
    seen: dict[str, str] = {}
    for number, (path, agency, slug) in enumerate(_entry_files(loading, words)):
        if why := _spent(loading, number):
            loading.report("B020", path, sebab=why)
            seen.setdefault(slug, path)
            continue
        if slug in seen:
            loading.report("B006", path, nilai=slug, lain=seen[slug])
            loading.report("B006", seen[slug], nilai=slug, lain=path)
        seen.setdefault(slug, path)
        if (known := loading.still(path)) and seen[slug] == path:
            yield slug, known
            continue
        document = loading.document(path, limit=layout.MAX_ENTRY_BYTES) if loading.bears(path, slug) else None
        if document is None:
            continue
        entry, problems = validate(Entry, document, words)
        loading.problems += problems
        entry = entry or salvage(Entry, document, words)
        if entry and registry and agency in registry.agencies and seen[slug] == path:
            yield slug, resolve(slug, registry.agencies[agency], entry, registry)


def _spent(loading: DataFiles, entries: int) -> str:
    """Why no further entry is read after so many, or ""; every file that is not is a problem of its own."""
    if entries >= layout.MAX_ENTRIES:
        return f"katalog memuat lebih dari {layout.MAX_ENTRIES} isian"
    if loading.size > layout.MAX_ENTRIES_BYTES:
        return f"isian katalog bersama-sama lebih dari {layout.MAX_ENTRIES_BYTES // 1024 // 1024} MB"
    if len(loading.problems) >= layout.MAX_PROBLEMS:
        return f"sudah ada {layout.MAX_PROBLEMS} masalah di berkas lain"
    return ""


def _entry_files(loading: DataFiles, words: Mapping[str, Words] | None) -> Iterator[tuple[str, str, str]]:
    """(path, agency, slug) of every entry file; everything else under `innovations/` is a problem."""
    folder = loading.root / layout.INNOVATIONS
    if not folder.is_dir() and not folder.is_symlink():
        loading.report("B011", layout.INNOVATIONS)
    for agency in loading.names(layout.INNOVATIONS):
        path = f"{layout.INNOVATIONS}/{agency}"
        mode = loading.mode(path)
        if mode is None:
            continue
        if stat.S_ISLNK(mode):
            loading.report("B002", path, nilai=agency)
        elif not stat.S_ISDIR(mode):
            loading.report("B001", path, nilai=agency)
        elif words is not None and agency not in words["perangkat_daerah"]:
            if loading.names(path):  # an empty one is what a moved file leaves behind; Git keeps none
                loading.report("B005", path, nilai=agency, maksud=nearest(agency, words["perangkat_daerah"]) or "")
            yield from _agency_files(loading, agency)
        else:
            yield from _agency_files(loading, agency)


def _agency_files(loading: DataFiles, agency: str) -> Iterator[tuple[str, str, str]]:
    folder = f"{layout.INNOVATIONS}/{agency}"
    names = loading.names(folder)
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
            if not loading.is_far(f"{path}{layout.ENTRY_SUFFIX}"):
                _picture_folder(loading, path, name, slugs)
        elif slug == name or not stat.S_ISREG(mode):
            loading.report("B001", path, nilai=name)
        elif not layout.is_slug(slug):
            loading.report("B003", path, nilai=name, maksud=_better(loading, path, slugs))
        elif slug in layout.RESERVED_SLUGS:
            loading.report("B004", path, nilai=slug, maksud=_better(loading, path, slugs))
        else:
            yield path, agency, slug


def _better(loading: DataFiles, path: str, taken: set[str]) -> str:
    """The address that the entry's own name gives it: what its file is called on its way says nothing of it."""
    slug = layout.short_slug(loading.name_in(path))
    return "" if slug in taken or slug in layout.RESERVED_SLUGS else slug


def _picture_folder(loading: DataFiles, folder: str, slug: str, slugs: set[str]) -> None:
    from generator.catalogue import pictures  # noqa: PLC0415 - most catalogues, and most checks, look at no picture

    if slug not in slugs:
        loading.report("B010", folder, nilai=slug)
        return
    found = []
    for name in loading.names(folder):
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
            if told := pictures.hidden(loading.root / path):
                loading.report("P005", path, nilai=name, temuan=told, berkas=path)
    loading.pictures[slug] = tuple(found)
