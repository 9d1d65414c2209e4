"""Catalogue -> files for machines: tables, feeds, redirects. One module a kind; each has `files(build)`."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from generator.aid import Aid
from generator.publishing.render import Renderer
from generator.publishing.view import Page, View

Files = Iterable[tuple[str, bytes]]


@dataclass(frozen=True)
class Build:
    """One build of the site for the repository at `root`.

    `pictures` are the clean copies by address, `pages` all generated pages, `written` the files of `docs/` by path.
    What `aid` can spare is not made again.
    """

    root: Path
    view: View
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    pages: Sequence[Page] = ()
    written: Mapping[str, bytes] = field(default_factory=dict)
    aid: Aid = field(default_factory=Aid)

    @property
    def named(self) -> Iterator[Page]:
        """The pages that a search finds by themselves."""
        return (page for page in self.pages if page.named or page.prose)

    @cached_property
    def renderer(self) -> Renderer:
        """The templates."""
        return Renderer(self.root, self.view, self.aid)
