"""The files of a build, one by one: what MkDocs has to know of, what is written past it, what its sitemap names."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File
from mkdocs.structure.pages import Page as MkDocsPage

from generator.publishing import hand_written, pipeline
from generator.publishing.exports import Build
from generator.publishing.shells import Shells
from generator.publishing.view import Page

_HOME = "index.md"


class Pouring:
    """One build, written below `config.site_dir`."""

    def __init__(self, site: Build, config: MkDocsConfig) -> None:
        self._site, self._config = site, config
        #: The pages without what they show, which is made again when its turn comes.
        self._pages = [replace(page, context={}, structured={}) for page in pipeline.pages(site.view)]
        self._known = {_HOME, *_named(config.nav), *hand_written.mentioned(site.written)}
        self._exported: list[str] = []

    def exports(self) -> Iterator[tuple[str, bytes]]:
        """Every file that is no page."""
        for path, content in pipeline.exports(self._site):
            self._exported.append(path)
            yield path, content

    def known(self) -> Iterator[tuple[str, bytes]]:
        """What stands in the menu or behind a link of a hand-written page, as Markdown or as it was exported."""
        for page in pipeline.pages(self._site.view):
            if page.source in self._known:
                yield page.source, self._site.renderer.page(page)
        for path in self._exported:
            if path in self._known:
                yield path, Path(self._config.site_dir, path).read_bytes()

    def pages(self, shells: Shells) -> Iterator[tuple[str, bytes]]:
        """Every other page as HTML."""
        for page in pipeline.pages(self._site.view):
            if page.source not in self._known:
                yield page.file, shells.page(self._site.renderer.parts(page))

    def for_sitemap(self) -> list[File]:
        """Every page as MkDocs's own template asks for it."""
        return [self._file(page) for page in sorted(self._pages, key=lambda page: page.source)]

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
