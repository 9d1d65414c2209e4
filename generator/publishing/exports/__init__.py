"""Catalogue -> files for machines: tables, feeds, redirects. One module a kind; each has `files(build)`."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from generator import layout
from generator.publishing.cache import Cache
from generator.publishing.render import Renderer
from generator.publishing.store import Store
from generator.publishing.view import Page, View

Files = Iterable[tuple[str, bytes]]


@dataclass(frozen=True)
class Build:
    """One build of the site for the repository at `root`.

    `pictures` are the clean copies by address, `pages` all generated pages, `written` the files of `docs/` by path.
    What is in `store` is not made again.
    """

    root: Path
    view: View
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    pages: Sequence[Page] = ()
    written: Mapping[str, bytes] = field(default_factory=dict)
    store: Store | None = None

    @property
    def named(self) -> Iterator[Page]:
        """The pages that a search finds by themselves."""
        return (page for page in self.pages if page.named or page.prose)

    def kept(self, make: Callable[[], bytes], kind: str, *told: object) -> bytes:
        """What `make` gives: a file of a `kind`, which follows from what is `told` and the registry alone."""
        key = self.view.signatures.of(kind, *told) if self.store else None
        if key is None or self.store is None:
            return make()
        found = self.store.get(key)
        if found is None:
            found = make()
            self.store.put(key, found)
        return found

    @cached_property
    def renderer(self) -> Renderer:
        """The templates."""
        return Renderer(self.root, self.view, self.store)

    @cached_property
    def cache(self) -> Cache:
        """What is slow to make, kept from one build to the next."""
        return Cache(self.root / layout.CACHE)
