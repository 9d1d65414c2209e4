"""One page as MkDocs renders it, outside of its own list of pages."""

from dataclasses import dataclass

from jinja2 import Environment
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page


@dataclass(frozen=True, slots=True)
class Engine:
    """A build of MkDocs that has its menu and its theme; called with the address and the Markdown of a page."""

    config: MkDocsConfig
    menu: Navigation
    theme: Environment

    def __call__(self, address: str, markdown: bytes) -> str:
        """The whole page as HTML."""
        page = Page(None, File.generated(self.config, f"{address}index.md", content=markdown), self.config)
        page.read_source(self.config)
        page.render(self.config, Files([]))
        return self.theme.get_template("main.html").render(get_context(self.menu, [], self.config, page))
