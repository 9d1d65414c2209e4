"""One page as MkDocs renders it, outside of its own list of pages."""

import hashlib
import json
from dataclasses import dataclass
from functools import cached_property

from jinja2 import Environment
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from generator.aid import Memory


@dataclass(frozen=True)
class Engine:
    """A build of MkDocs that has its menu and its theme; called with the address and the Markdown of a page.

    `memory` has what it gave earlier; `same` is the signature of what else its menu and its theme show, None if that is
    not known.
    """

    config: MkDocsConfig
    menu: Navigation
    theme: Environment
    memory: Memory
    same: bytes | None

    def __call__(self, address: str, markdown: bytes) -> str:
        """The whole page as HTML."""
        if self.frame is None:
            return self._rendered(address, markdown)
        key = hashlib.sha256(self.frame + hashlib.sha256(address.encode()).digest() + markdown).digest()
        found = self.memory.get(key)
        if found is None:
            found = self._rendered(address, markdown).encode("utf-8", "surrogatepass")
            self.memory.put(key, found)
        return found.decode("utf-8", "surrogatepass")

    @cached_property
    def frame(self) -> bytes | None:
        """The digest of all that decides a page beside its address and its Markdown; None if that is not known."""
        told = json.dumps([self._settings(), str(self.menu)]).encode()
        return hashlib.sha256(self.same + told).digest() if self.same is not None else None

    def _settings(self) -> list[tuple[str, object]]:
        """What of the settings may come from elsewhere than from their file."""
        places = ("config_file_path", "docs_dir", "site_dir")
        return [(key, value) for key, value in self.config.items() if isinstance(value, str) and key not in places]

    def _rendered(self, address: str, markdown: bytes) -> str:
        page = Page(None, File.generated(self.config, f"{address}index.md", content=markdown), self.config)
        page.read_source(self.config)
        page.render(self.config, Files([]))
        return self.theme.get_template("main.html").render(get_context(self.menu, [], self.config, page))
