"""The table of contents of the whole program: read -> check -> pages and exports -> SiteTree."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Final

from generator import layout
from generator.catalogue import pictures
from generator.catalogue.catalogue import Catalogue
from generator.catalogue.load import Loaded, load
from generator.catalogue.subject import Subject, Version
from generator.checks import (
    agency_names,
    completeness,
    content,
    events,
    everyday_words,
    identity,
    lost,
    privacy,
    registers,
    successions,
    year_dates,
)
from generator.compliance import closing, exemptions
from generator.problems import Problems
from generator.publishing.cache import Cache
from generator.publishing.exports import (
    Build,
    change_feed,
    clean_pictures,
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
from generator.publishing.pages import (
    about,
    agency,
    changes,
    compliance,
    course,
    facets,
    figures,
    form,
    guide,
    home,
    innovation,
)
from generator.publishing.view import Page, View
from generator.settings import Edition, Settings

SiteTree = Mapping[str, bytes]
NOTHING_WRITTEN: Final[Mapping[str, bytes]] = MappingProxyType({})
#: Each has `check(subject)`.
RULES = (
    privacy,
    registers,
    agency_names,
    everyday_words,
    successions,
    year_dates,
    identity,
    lost,
    events,
    content,
    completeness,
    exemptions,
    closing,
)
#: Each has `pages(view)`.
PAGES = (home, innovation, agency, facets, figures, compliance, course, changes, guide, form, about)
#: Each has `files(build)`.
EXPORTS = (
    change_feed,
    clean_pictures,
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


class TwoProducersError(Exception):
    """Two stages made a file at one path; neither may overwrite the other."""


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


def check(root: Path, today: dt.date, published: Sequence[Version] = ()) -> Checked:
    """Read the repository at `root` and apply every rule; `today` decides what lies in the future.

    What was `published` before must still answer.
    """
    loaded = load(root)
    subject = Subject(loaded, today, published)
    return Checked(loaded, Problems([*loaded.problems, *(found for rule in RULES for found in rule.check(subject))]))


def build(
    root: Path, checked: Checked, settings: Settings, edition: Edition, written: Mapping[str, bytes] = NOTHING_WRITTEN
) -> SiteTree:
    """Every generated file of the site by path: Markdown pages, data, feeds, pictures.

    What is `written` by hand, by its path below `docs/`, is only read for the search.
    Raises TwoProducersError if two stages make the same file.
    """
    clean = clean_pictures.clean(checked.loaded.pictures, Cache(root / layout.CACHE))
    view = View(checked.catalogue, settings, edition, {path: pictures.size(image) for path, image in clean.items()})
    parts = Build(root, view, clean, [page for page in pages(view) if page.named or page.prose], written)
    return _joined([_pages(parts), *(export.files(parts) for export in EXPORTS)])


def pages(view: View) -> Iterator[Page]:
    """Every generated page."""
    for kind in PAGES:
        yield from kind.pages(view)


def _pages(build: Build) -> Iterator[tuple[str, bytes]]:
    for page in pages(build.view):
        yield f"{page.address}index.md", build.renderer.page(page)


def _joined(producers: Iterable[Iterable[tuple[str, bytes]]]) -> SiteTree:
    tree: dict[str, bytes] = {}
    for files in producers:
        for path, made in files:
            if path in tree:
                raise TwoProducersError(path)
            tree[path] = made
    return dict(sorted(tree.items()))
