"""The table of contents of the whole program: read -> check -> pages and exports -> SiteTree."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
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
    helpline,
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
    helpline,
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


def check(
    root: Path,
    today: dt.date,
    published: Sequence[Version] = (),
    settings: Settings | None = None,
    near: Sequence[str] = (),
) -> Checked:
    """Read the repository at `root` and apply every rule; `today` decides what lies in the future.

    What was `published` before must still answer. The `settings` of a site, where given, are looked at too. Where only
    the entries `near` (paths) are asked about, of these all problems are told, and others are left out.
    """
    loaded = load(root, near)
    subject = Subject(loaded, today, published, settings)
    return Checked(loaded, Problems([*loaded.problems, *(found for rule in RULES for found in rule.check(subject))]))


def prepared(
    root: Path, checked: Checked, settings: Settings, edition: Edition, written: Mapping[str, bytes] = NOTHING_WRITTEN
) -> Build:
    """All that pages and files are made of. What is `written` by hand, by its path below `docs/`, is only searched."""
    clean = clean_pictures.clean(checked.loaded.pictures, Cache(root / layout.CACHE))
    view = View(checked.catalogue, settings, edition, {path: pictures.size(image) for path, image in clean.items()})
    return Build(root, view, clean, [page for page in pages(view) if page.named or page.prose], written)


def build(
    root: Path, checked: Checked, settings: Settings, edition: Edition, written: Mapping[str, bytes] = NOTHING_WRITTEN
) -> SiteTree:
    """Every generated file of the site by path: Markdown pages, data, feeds, pictures.

    Raises TwoProducersError if two stages make the same file.
    """
    return tree(prepared(root, checked, settings, edition, written))


def tree(parts: Build) -> SiteTree:
    """The whole site at once. Raises TwoProducersError."""
    return dict(sorted(_distinct(_pages(parts), exports(parts))))


def pages(view: View) -> Iterator[Page]:
    """Every generated page."""
    for kind in PAGES:
        yield from kind.pages(view)


def exports(parts: Build) -> Iterator[tuple[str, bytes]]:
    """Every generated file that is no page, one by one. Raises TwoProducersError."""
    yield from _distinct(*(export.files(parts) for export in EXPORTS))


def _pages(parts: Build) -> Iterator[tuple[str, bytes]]:
    for page in pages(parts.view):
        yield page.source, parts.renderer.page(page)


def _distinct(*producers: Iterable[tuple[str, bytes]]) -> Iterator[tuple[str, bytes]]:
    seen: set[str] = set()
    for path, made in chain.from_iterable(producers):
        if path in seen:
            raise TwoProducersError(path)
        seen.add(path)
        yield path, made
