"""The table of contents of the whole program: load -> check -> index -> pages and exports -> SiteTree."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator import addresses, layout
from generator.catalogue import pictures
from generator.catalogue.catalogue import Catalogue
from generator.catalogue.load import Loaded, load
from generator.checks import Subject, completeness, content, events, identity, privacy, registers
from generator.compliance import closing
from generator.problems import Problems
from generator.publishing.cache import Derived
from generator.publishing.exports import (
    feeds,
    filter_table,
    form_data,
    open_data,
    redirects,
    search_index,
    share_cards,
    site_files,
    template,
)
from generator.publishing.pages import agency, compliance, facets, form, guide, home, innovation, statistics
from generator.publishing.render import Renderer
from generator.publishing.view import Page, View
from generator.settings import Edition, Settings

SiteTree = Mapping[str, bytes]
_RULES = (registers, identity, events, content, completeness)
_PAGES = (home, innovation, agency, facets, statistics, compliance, guide, form)


@dataclass(frozen=True, slots=True)
class Checked:
    """The catalogue, fit to be published only if `problems` has no errors."""

    loaded: Loaded
    problems: Problems

    @property
    def catalogue(self) -> Catalogue:
        """The catalogue of a repository whose registry could be read."""
        if self.loaded.catalogue is None:
            raise ValueError("the registry could not be read; look at the problems first")
        return self.loaded.catalogue


def check(root: Path, today: dt.date) -> Checked:
    """Read the repository at `root` and apply every rule; `today` decides what lies in the future."""
    loaded = load(root)
    found = [*loaded.problems, *privacy.check(loaded.texts, loaded.documents)]
    if loaded.catalogue is not None:
        subject = Subject(loaded.catalogue, loaded.documents, loaded.pictures, today)
        for rule in _RULES:
            found += rule.check(subject)
        found += closing.check(loaded.catalogue, loaded.documents, today)
    return Checked(loaded, Problems(found))


def build(root: Path, checked: Checked, settings: Settings, edition: Edition) -> SiteTree:
    """Every generated file of the site by path: Markdown pages, data, feeds, pictures."""
    derived = Derived(root / layout.CACHE)
    images = dict(_pictures(checked.loaded, derived))
    view = View(checked.catalogue, settings, edition, {path: pictures.size(image) for path, image in images.items()})
    renderer = Renderer(root, view)
    tree = {f"{page.address}index.md": renderer.page(page) for page in pages(view)}
    tree.update(open_data.files(view))
    tree.update(feeds.files(view, renderer))
    tree.update(redirects.files(view, renderer))
    tree.update(search_index.files(view))
    tree.update(filter_table.files(view))
    tree.update(form_data.files(view))
    tree.update(site_files.files(view))
    tree.update(template.files(view))
    tree.update(images)
    tree.update(share_cards.files(view, derived))
    return dict(sorted(tree.items()))


def pages(view: View) -> Iterator[Page]:
    """Every generated page."""
    for kind in _PAGES:
        yield from kind.pages(view)


def _pictures(loaded: Loaded, derived: Derived) -> Iterator[tuple[str, bytes]]:
    given = [(slug, path) for slug, paths in sorted(loaded.pictures.items()) for path in paths]
    for kind, make in pictures.KINDS.items():
        made = derived.many(make, lambda one: one[1].read_bytes(), given)
        for (slug, path), image in zip(given, made, strict=True):
            yield addresses.picture(slug, path.name, kind), image
