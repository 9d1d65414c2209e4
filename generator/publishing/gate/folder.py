"""The whole built folder: every file judged, then what must hold between them."""

import json
import os
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from hashlib import sha256
from operator import itemgetter
from pathlib import Path
from sys import intern
from typing import Final, NamedTuple

from generator import addresses
from generator.aid import Memory
from generator.publishing.gate import MISSING, Facts, Plan, formats, markup
from generator.publishing.gate.personal import PersonalData

_SHOWN: Final = 20
#: The one table whose rows nobody but the table knows; its two forms hold each other.
_INDEX: Final = f"{addresses.DATA}kepatuhan"
#: No name of a file comes after it.
_BEHIND_ALL: Final = chr(0x10FFFF)
_NOTHING: Final = Memory()
Told = Iterator[tuple[str, str]]


class Gate:
    """Judges files one by one, from path and bytes alone. Each process that judges may have its own."""

    def __init__(self, plan: Plan, memory: Memory = _NOTHING) -> None:
        """Of bytes that were judged before and found good, `memory` has the facts."""
        self._plan, self._memory = plan, memory
        self._personal = PersonalData(plan.numbers)
        self._same = f"{plan.site}\0{sorted(plan.numbers)}".encode()
        self._known = (plan.pages, plan.files, plan.made, plan.loose)

    def judge(self, path: str, content: bytes, digest: bytes = b"") -> Facts:
        """The facts of one file, the `digest` of whose bytes may be known."""
        if not any(path in known for known in self._known):
            return Facts(["tidak direncanakan"])
        if (planned := self._plan.files.get(path)) is not None and planned != content:
            return Facts(["isinya berubah saat situs dibangun"])
        if not self._memory:
            return self._judged(path, content)
        key = self._key(path, digest or sha256(content).digest())
        if found := self._kept(key):
            return found
        facts = self._judged(path, content)
        if not facts.problems:
            self._memory.put(key, json.dumps([sorted(facts.links), facts.ids, facts.records]).encode())
        return facts

    def known(self, path: str, digest: bytes) -> Facts | None:
        """The facts of one file by the digest (SHA-256) of its bytes, if they were judged before and found good."""
        planned = any(path in known for known in self._known) and self._plan.files.get(path) is None
        return self._kept(self._key(path, digest)) if planned else None

    def _kept(self, key: bytes) -> Facts | None:
        if (kept := self._memory.get(key)) is None:
            return None
        links, ids, records = json.loads(kept)
        return Facts([], set(links), tuple(map(intern, ids)), tuple(records))

    def _key(self, path: str, digest: bytes) -> bytes:
        """All that the facts of a file follow from: its bytes, its path, and what of the plan speaks of it alone."""
        told = [path, self._plan.pages.get(path), *(path in known for known in self._known)]
        return sha256(digest + self._same + json.dumps(told).encode()).digest()

    def _judged(self, path: str, content: bytes) -> Facts:
        as_page = path.endswith(".html") and path not in self._plan.loose
        judged = markup.judge if as_page else formats.judge
        facts = judged(path, content, self._plan, self._personal)
        facts.problems += self._personal.problems([path])
        return facts


class Together:
    """The facts of all files, as far as others must confirm them."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._ids: dict[str, tuple[str, ...]] = {}
        self._links: dict[str, str] = {}
        self._rows: dict[str, Counter[str]] = defaultdict(Counter)
        self._told: list[tuple[str, str]] = []

    def add(self, path: str, facts: Facts) -> None:
        """Take in one file, in whatever order they come. A link is told of the first file by name that has it."""
        self._told += [(path, problem) for problem in facts.problems]
        self._ids[path] = facts.ids
        for link in facts.links:
            if path < self._links.get(link, _BEHIND_ALL):
                self._links[link] = path
        alone = path in _LISTS or path.startswith(_INDEX)
        self._rows[path if alone else f"{path.rpartition('/')[0]}/"].update(facts.records)
        if path.endswith("/index.html") and path.count("/") == 2 and path in self._plan.pages:
            top, slug, _ = path.split("/")
            self._rows[f"{top}/"][slug] += 1
        if path.endswith(".html") and path in self._plan.files and not facts.links <= self._plan.pages.keys():
            self._told.append((path, "mengalihkan ke alamat yang bukan halaman"))

    def problems(self) -> Told:
        """Path and problem: what each file has alone, then what only all together show."""
        yield from sorted(self._told, key=itemgetter(0))
        planned = self._plan.pages.keys() | self._plan.files.keys()
        yield from ((path, "direncanakan tetapi tidak ada di situs") for path in sorted(planned - self._ids.keys()))
        for link, path in sorted(self._links.items(), key=itemgetter(1, 0)):
            file, _, part = link.partition("#")
            if file not in self._ids:
                yield path, f"menunjuk {file}, yang tidak ada di situs"
            elif part and part not in self._ids[file]:
                yield path, f"menunjuk bagian #{part}, yang tidak ada di {file}"
        for place, wanted in _wanted(self._plan).items():
            yield from _compared(place, wanted, self._rows[place])
        index = self._rows[f"{_INDEX}.json"]
        yield from _compared(f"{_INDEX}.csv", frozenset(index), self._rows[f"{_INDEX}.csv"])


def _wanted(plan: Plan) -> Mapping[str, frozenset[str]]:
    """Entries read = pages = rows of each table = results of a search, agencies likewise, pages = the sitemap.

    By the file that lists them, or the folder that has one file for each. Slugs; in the sitemap addresses.
    """
    every = plan.listed | plan.unlisted
    hidden = tuple(addresses.innovation(slug) for slug in plan.unlisted)
    pages = [page.removesuffix("index.html") for page in plan.pages if page != MISSING]
    sitemap = frozenset(plan.site + page for page in pages if plan.site and not page.startswith(hidden))
    return {
        addresses.INNOVATIONS: every,
        f"{addresses.DATA}inovasi/": every,
        f"{addresses.DATA}inovasi.json": every,
        f"{addresses.DATA}inovasi.csv": every,
        f"{addresses.DATA}inovasi-tabel.csv": every,
        f"{addresses.DATA}{addresses.AGENCIES}": every,
        f"{addresses.DATA}kelengkapan.json": plan.listed,
        f"{addresses.DATA}kelengkapan.csv": plan.listed,
        f"{addresses.SEARCH}isi/": plan.listed,
        addresses.AGENCIES: plan.agencies,
        f"{addresses.DATA}perangkat-daerah.json": plan.agencies,
        f"{addresses.DATA}perangkat-daerah.csv": plan.agencies,
        addresses.FILTERS: plan.keys,
        addresses.FORM_ADDRESSES: every,
        "sitemap.xml": sitemap,
        "sitemap.xml.gz": sitemap,
    }


#: The places that list something, whatever they are to list.
_LISTS: Final = frozenset(_wanted(Plan()))


def _compared(place: str, wanted: frozenset[str], rows: Counter[str]) -> Told:
    yield from ((place, f"tidak memuat {name}") for name in sorted(wanted - rows.keys()))
    yield from ((place, f"memuat {name}, yang tidak ada di data") for name in sorted(rows.keys() - wanted))
    yield from ((place, f"memuat {name} {count} kali") for name, count in sorted(rows.items()) if count > 1)


class Seen(NamedTuple):
    """A file that passed: its path, how long it is, the digest of its bytes (SHA-256), and its facts."""

    path: str
    size: int
    digest: bytes
    facts: Facts


class Inspection:
    """The look at one build: at each file as it passes, then at what else lies in the folder."""

    def __init__(self, plan: Plan, memory: Memory = _NOTHING) -> None:
        self._plan, self._gate, self._whole = plan, Gate(plan, memory), Together(plan)
        self._passed: dict[str, int] = {}
        #: The digest of each file that was written as it passed, and how many files the site has.
        self.digests: dict[str, bytes] = {}
        self.files = 0

    def look(self, path: str, content: bytes) -> Seen:
        """What is to be said of a file that is written as it is, by whichever process."""
        digest = sha256(content).digest()
        return Seen(path, len(content), digest, self._gate.judge(path, content, digest))

    def known(self, path: str, digest: bytes, size: int) -> Seen | None:
        """The same of a file that need not be written, by the digest of its bytes, if they once passed."""
        facts = self._gate.known(path, digest)
        return Seen(path, size, digest, facts) if facts else None

    def note(self, seen: Seen) -> None:
        """Take in what was seen, by this process or a copy of it."""
        self._passed[seen.path] = seen.size
        self.digests[seen.path] = seen.digest
        self._whole.add(seen.path, seen.facts)

    def source(self, path: str) -> str:
        """The file that a person can mend, where there is one; else `path` itself."""
        return self._plan.sources.get(path, path)

    def deviations(self, site: Path) -> list[str]:
        """What is wrong with the site built in the folder `site`: a few sentences (Indonesian), empty if nothing is.

        What passed is not read again; it must only lie there, as long as it was.
        """
        found = sorted(_files(os.fspath(site)))
        self.files = len(found)
        for path, size in found:
            if self._passed.pop(path, -1) != size:
                self._whole.add(path, self._gate.judge(path, (site / path).read_bytes()))
        lost = [(path, "hilang saat situs dibangun") for path in self._passed]
        told = [f"{self.source(path)}: {problem}" for path, problem in [*self._whole.problems(), *lost]]
        more = len(told) - _SHOWN
        return told if more <= 0 else [*told[:_SHOWN], f"Masih ada {more} hal lain."]


def _files(folder: str, below: str = "") -> Iterator[tuple[str, int]]:
    """The path of each file and its size."""
    with os.scandir(folder) as found:
        for one in found:
            if one.is_dir(follow_symlinks=False):
                yield from _files(one.path, f"{below}{one.name}/")
            elif not one.is_dir():
                yield below + one.name, one.stat().st_size


def deviations(site: Path, plan: Plan) -> list[str]:
    """What is wrong with the site in the folder `site`, none of which was seen before."""
    return Inspection(plan).deviations(site)
