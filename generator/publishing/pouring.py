"""The files of a build: what MkDocs has to know of, what is written past it in tasks, what its sitemap names."""

from collections.abc import Callable, Container, Iterator
from collections.abc import Set as AbstractSet
from functools import cached_property
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

    def files(self, task: PouringTask, shells: Shells, say: Say) -> Iterator[tuple[str, bytes]]:
        """Path and bytes of what belongs to `task`."""
        if task.export is not None:
            for path, content in pipeline.EXPORTS[task.export].files(self._site):
                say(path)
                yield path, content
            return
        for page in self._from_to(task.start, task.stop):
            if page.source not in self._known:
                say(page.file)
                yield page.file, shells.page(self._site.renderer.parts(page))

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
        self._folder, self._aid = folder, aid

    def done(self, files: dict[str, bytes | None], tell: Tell) -> None:
        """Do them. What is no page comes to the `files` of the plan.

        Raises TwoProducersError, PluginError if a process was lost, and what the making of a file raises.
        """
        tasks, made, paths = self._pouring.tasks(), 0, set[str]()

        def work(task: PouringTask, say: Say) -> list[Seen]:
            return [self._passed(path, content, files, task) for path, content in self._files(task, say)]

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

    def _files(self, task: PouringTask, say: Say) -> Iterator[tuple[str, bytes]]:
        return self._pouring.files(task, self._shells, say)

    def _passed(self, path: str, content: bytes, files: dict[str, bytes | None], task: PouringTask) -> Seen:
        if task.export is not None:
            files[path] = None
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
