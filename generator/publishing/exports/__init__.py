"""Catalogue -> files for machines: tables, feeds, redirects. One module a kind; each has `files(build)`."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from generator import layout
from generator.publishing.cache import Cache
from generator.publishing.render import Renderer
from generator.publishing.view import Page, View

Files = Iterable[tuple[str, bytes]]


@dataclass(frozen=True)
class Build:
    """One build of the site for the repository at `root`.

    `pictures` are the clean copies by address, `named` the generated pages that a search finds, `written` the files of
    `docs/` by path.
    """

    root: Path
    view: View
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    named: Sequence[Page] = ()
    written: Mapping[str, bytes] = field(default_factory=dict)

    @cached_property
    def renderer(self) -> Renderer:
        """The templates."""
        return Renderer(self.root, self.view)

    @cached_property
    def cache(self) -> Cache:
        """What is slow to make, kept from one build to the next."""
        return Cache(self.root / layout.CACHE)
