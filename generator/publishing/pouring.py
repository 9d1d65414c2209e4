"""The files of a build, one by one: what MkDocs has to know of, what is written past it, what its sitemap names."""

from collections.abc import Container, Iterator
from pathlib import Path
from typing import Any, Final

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File
from mkdocs.structure.pages import Page as MkDocsPage

from generator.publishing import hand_written, pipeline
from generator.publishing.exports import Build
from generator.publishing.shells import Shells
from generator.publishing.view import Page

_HOME = "index.md"
#: How the names of files end that are made of data, are no pages, and are led to by hand-written ones.
_NO_PAGE: Final = frozenset((".csv", ".json", ".jsonld", ".pdf", ".txt", ".xlsx", ".xml", ".yml"))


class Pouring:
    """One build, written below `config.site_dir`."""

    def __init__(self, site: Build, config: MkDocsConfig) -> None:
        self._site, self._config = site, config
        self._known = {_HOME, *_named(config.nav), *hand_written.mentioned(site.written)}
        self._exported: list[str] = []

    def exports(self) -> Iterator[tuple[str, bytes]]:
        """Every file that is no page."""
        for path, content in pipeline.exports(self._site):
            self._exported.append(path)
            yield path, content

    def known(self) -> Iterator[tuple[str, bytes]]:
        """What stands in the menu or behind a link of a hand-written page, as Markdown or as it was exported."""
        for page in self._whole(self._known):
            yield page.source, self._site.renderer.page(page)
        for path in self._exported:
            if path in self._known:
                yield path, Path(self._config.site_dir, path).read_bytes()

    def promised(self) -> Iterator[tuple[str, bytes]]:
        """What a hand-written page may link to and is no page, before it is made."""
        folders = {page.source.partition("/")[0] for page in self._site.pages}
        for path in sorted(self._known - self._site.written.keys()):
            if Path(path).suffix in _NO_PAGE and ("/" not in path or path.partition("/")[0] in folders):
                yield path, b""

    def pages(self, shells: Shells) -> Iterator[tuple[str, bytes]]:
        """Every other page as HTML."""
        for page in pipeline.pages(self._site.view):
            if page.source not in self._known:
                yield page.file, shells.page(self._site.renderer.parts(page))

    def _whole(self, sources: Container[str]) -> Iterator[Page]:
        """These pages with what they show."""
        wanted = [page for page in self._site.pages if page.source in sources]
        if all(page.context for page in wanted):
            yield from wanted
        else:
            yield from (page for page in pipeline.pages(self._site.view) if page.source in sources)

    def for_sitemap(self) -> list[File]:
        """Every page as MkDocs's own template asks for it."""
        return [self._file(page) for page in sorted(self._site.pages, key=lambda page: page.source)]

    def _file(self, page: Page) -> File:
        file = File.generated(self._config, page.source, content=b"")
        MkDocsPage(None, file, self._config).meta = {"withdrawn": page.withdrawn, "changed": page.changed}
        return file


def _named(menu: Any) -> Iterator[str]:
    """The paths that a menu names, as MkDocs is told it."""
    if isinstance(menu, str):
        yield menu
    elif isinstance(menu, dict):
        yield from _named(list(menu.values()))
    elif isinstance(menu, list):
        for item in menu:
            yield from _named(item)
