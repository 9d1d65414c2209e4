"""The files of a build: what MkDocs has to know of, what is written past it in tasks, what its sitemap names."""

from collections.abc import Callable, Container, Iterator
from collections.abc import Set as AbstractSet
from functools import cached_property
from hashlib import sha256
from itertools import islice
from pathlib import Path
from typing import Any, Final, NamedTuple

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from generator.aid import Aid, Say, WorkerLostError
from generator.publishing import hand_written, pipeline
from generator.publishing.exports import Build, share_cards
from generator.publishing.gate.folder import Inspection, Seen
from generator.publishing.render import template_texts
from generator.publishing.shells import Shells
from generator.publishing.view import Page

_HOME = "index.md"
#: How the names of files end that are made of data, are no pages, and are led to by hand-written ones.
_NO_PAGE: Final = frozenset((".csv", ".json", ".jsonld", ".pdf", ".txt", ".xlsx", ".xml", ".yml"))
#: Pages of one task.
_BLOCK: Final = 40
_DIGEST: Final = sha256().digest_size
#: Hears the stage, how many pages there are already, and of how many.
Tell = Callable[[str, int, int], None]
_LOST: Final = (
    "{berkas}: proses yang mengerjakannya terhenti (kode {kode}), mungkin karena memori habis. "
    "Situs lama tidak berubah. Ulangi dengan --jobs 1."
)


class PouringTask(NamedTuple):
    """The files of an export, by its number; or, where that is None, the pages from `start` to before `stop`."""

    export: int | None
    start: int = 0
    stop: int = 0


class Pouring:
    """One build, written below `config.site_dir`."""

    def __init__(self, site: Build, config: MkDocsConfig) -> None:
        self._site, self._config = site, config
        self._known = {_HOME, *_named(config.nav), *hand_written.mentioned(site.written)}
        self._pages: Iterator[Page] = iter(())
        self._at = 0

    def known(self) -> Iterator[tuple[str, bytes]]:
        """What stands in the menu or behind a link of a hand-written page, as Markdown; of files only the name."""
        for page in self._whole(self._known):
            yield page.source, self._site.renderer.page(page)
        yield from ((path, b"") for path in sorted(self.promised))

    @property
    def beside(self) -> Path:
        """The folder into which MkDocs writes."""
        return Path(self._config.site_dir)

    @cached_property
    def promised(self) -> frozenset[str]:
        """What a hand-written page may link to and is no page."""
        folders = {page.source.partition("/")[0] for page in self._site.pages}
        named = (path for path in self._known - self._site.written.keys() if Path(path).suffix in _NO_PAGE)
        return frozenset(path for path in named if "/" not in path or path.partition("/")[0] in folders)

    def __len__(self) -> int:
        """How many pages there are."""
        return len(self._site.pages)

    def tasks(self) -> list[PouringTask]:
        """All that is left; what takes longest comes first."""
        count = len(self._site.pages)
        exports = sorted(range(len(pipeline.EXPORTS)), key=lambda number: pipeline.EXPORTS[number] is not share_cards)
        blocks = (PouringTask(None, start, min(start + _BLOCK, count)) for start in range(0, count, _BLOCK))
        return [*map(PouringTask, exports), *blocks]

    def exports(self, number: int) -> Iterator[tuple[str, bytes]]:
        """Path and bytes of what an export makes."""
        return iter(pipeline.EXPORTS[number].files(self._site))

    def pages(self, task: PouringTask) -> Iterator[Page]:
        """The pages that belong to `task`."""
        return (page for page in self._from_to(task.start, task.stop) if page.source not in self._known)

    def keys(self, page: Page) -> tuple[bytes, ...]:
        """The keys under one of which what is made of `page` is kept."""
        return self._site.renderer.keys(page)

    def page(self, page: Page, shells: Shells) -> tuple[bytes, bytes | None]:
        """The whole page as HTML, and the one of its keys by which it is kept."""
        parts = self._site.renderer.parts(page)
        return shells.page(parts), parts.key

    def _from_to(self, start: int, stop: int) -> Iterator[Page]:
        """Those pages with what they show. Tasks come in order, but for one that is tried again."""
        if start < self._at or not self._at:
            self._pages, self._at = pipeline.shown(self._site), 0
        left = islice(self._pages, start - self._at, stop - self._at)
        self._at = stop
        return left

    def _whole(self, sources: Container[str]) -> Iterator[Page]:
        """These pages with what they show."""
        return (page for page in pipeline.shown(self._site) if page.source in sources)

    def same_theme(self) -> bytes | None:
        """The signature of what pages of one menu show besides their own; None where nothing is remembered."""
        told = template_texts(self._site.root), Path(self._config.config_file_path).read_bytes()
        return self._site.aid.memory.key("theme", *told, dict(self._config.extra))

    def for_sitemap(self) -> list[Any]:
        """Every page as the template asks for one that MkDocs knows, of which nothing else is made."""
        site = self._config.site_url
        return [
            {
                "page": {
                    "canonical_url": f"{site}{page.address}" if site else None,
                    "meta": {"withdrawn": page.withdrawn, "changed": page.changed},
                }
            }
            for page in sorted(self._site.pages, key=lambda page: page.source)
        ]


class Labour:
    """All tasks of one build: the files are made, looked at by the gate, and put into the folder of the site."""

    def __init__(self, pouring: Pouring, shells: Shells, inspection: Inspection, folder: Path, aid: Aid) -> None:
        self._pouring, self._shells, self._inspection = pouring, shells, inspection
        self._folder, self._aid, self._memory = folder, aid, aid.memory

    def done(self, files: dict[str, bytes | None], tell: Tell) -> None:
        """Do them. What is no page comes to the `files` of the plan.

        Raises TwoProducersError, PluginError if a process was lost, and what the making of a file raises.
        """
        tasks, made, paths = self._pouring.tasks(), 0, set[str]()

        def work(task: PouringTask, say: Say) -> list[Seen]:
            return [*self._exported(task.export, files, say)] if task.export is not None else [*self._paged(task, say)]

        def heard(task: PouringTask, seen: list[Seen]) -> None:
            nonlocal made
            for one in seen:
                if one.path in paths:
                    raise pipeline.TwoProducersError(one.path)
                paths.add(one.path)
                if task.export is not None:
                    files[one.path] = None
                self._inspection.note(one)
            made += sum(one.path.endswith("index.html") for one in seen)
            tell("Menyusun halaman", made, len(self._pouring))

        try:
            self._aid.share(tasks, work, heard, len(self._pouring))
        except WorkerLostError as lost:
            at = self._inspection.source(lost.at) or "Situs"
            raise PluginError(_LOST.format(berkas=at, kode=lost.code)) from None
        complete(self._aid, self._folder, self._pouring.beside, paths, self._pouring.promised)

    def _exported(self, export: int, files: dict[str, bytes | None], say: Say) -> Iterator[Seen]:
        for path, content in self._pouring.exports(export):
            say(path)
            files[path] = None
            yield self._passed(path, content)

    def _paged(self, task: PouringTask, say: Say) -> Iterator[Seen]:
        for page in self._pouring.pages(task):
            say(page.file)
            yield self._known(page) or self._made(page)

    def _known(self, page: Page) -> Seen | None:
        """A page that was made of the same and passed, and lies there whole."""
        for key in self._pouring.keys(page):
            if (kept := self._memory.get(self._whole(key))) is not None:
                digest, size = kept[:_DIGEST], int.from_bytes(kept[_DIGEST:])
                lies = self._aid.lies(self._folder / page.file, digest)
                return self._inspection.known(page.file, digest, size) if lies else None
        return None

    def _made(self, page: Page) -> Seen:
        content, key = self._pouring.page(page, self._shells)
        seen = self._passed(page.file, content)
        if key and not seen.facts.problems:
            self._memory.put(self._whole(key), seen.digest + seen.size.to_bytes(4))
        return seen

    def _whole(self, key: bytes) -> bytes | None:
        """By which a page is kept with its frame."""
        return sha256(b"whole" + self._shells.frame + key).digest() if self._shells.frame else None

    def _passed(self, path: str, content: bytes) -> Seen:
        self._aid.settle(self._folder / path, content)
        return self._inspection.look(path, content)


def complete(aid: Aid, folder: Path, more: Path, made: AbstractSet[str], void: AbstractSet[str]) -> None:
    """Make `folder` hold what was `made` there (paths), and of the folder `more` all else but empty files of `void`."""
    kept = set(made)
    for file in (file for file in more.rglob("*") if file.is_file()):
        path = file.relative_to(more).as_posix()
        if path not in made and (path not in void or file.stat().st_size):
            aid.settle(folder / path, file.read_bytes())
            kept.add(path)
    aid.clear(folder, kept)


def _named(menu: Any) -> Iterator[str]:
    """The paths that a menu names, as MkDocs is told it."""
    if isinstance(menu, str):
        yield menu
    elif isinstance(menu, dict):
        yield from _named(list(menu.values()))
    elif isinstance(menu, list):
        for item in menu:
            yield from _named(item)
