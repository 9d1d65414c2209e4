"""The table of contents of what is published: checked catalogue -> pages and exports -> SiteTree."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from pathlib import Path
from types import MappingProxyType
from typing import Final

from generator.aid import aid_of
from generator.catalogue import pictures
from generator.checking import Checked
from generator.publishing.exports import (
    Build,
    brief_pdf,
    change_feed,
    clean_pictures,
    data_catalogue,
    data_package,
    feeds,
    filter_table,
    form_addresses,
    form_data,
    form_names,
    open_data,
    reader_data,
    redirects,
    search_index,
    share_cards,
    site_files,
    template,
    workbooks,
)
from generator.publishing.pages import (
    about,
    agency,
    agency_report,
    calls,
    changes,
    compliance,
    corrections,
    course,
    escort,
    facets,
    figures,
    form,
    guide,
    hand_ins,
    home,
    innovation,
    leadership,
    national_index,
    rights,
)
from generator.publishing.view import Later, Page, View
from generator.settings import Edition, Settings

SiteTree = Mapping[str, bytes]
NOTHING_WRITTEN: Final[Mapping[str, bytes]] = MappingProxyType({})
#: Each has `pages(view)`.
PAGES = (
    home,
    innovation,
    national_index,
    agency,
    agency_report,
    facets,
    figures,
    compliance,
    course,
    corrections,
    changes,
    leadership,
    escort,
    calls,
    rights,
    guide,
    form,
    hand_ins,
    about,
)
#: Each has `files(build)`. The quick ones come first: a preview makes them by turns until it has what is asked for.
EXPORTS = (
    site_files,
    redirects,
    clean_pictures,
    form_addresses,
    form_data,
    form_names,
    filter_table,
    change_feed,
    feeds,
    brief_pdf,
    open_data,
    reader_data,
    data_catalogue,
    data_package,
    template,
    search_index,
    workbooks,
    share_cards,
)


class TwoProducersError(Exception):
    """Two stages made a file at one path; neither may overwrite the other."""


def prepared(
    root: Path, checked: Checked, settings: Settings, edition: Edition, written: Mapping[str, bytes] = NOTHING_WRITTEN
) -> Build:
    """All that pages and files are made of. What is `written` by hand, by its path below `docs/`, is only searched."""
    aid = aid_of(root)
    clean = clean_pictures.clean(checked.loaded.pictures, aid)
    view = View(checked.catalogue, settings, edition, {path: pictures.size(image) for path, image in clean.items()})
    return Build(root, view, clean, list(pages(view)), written, aid)


def shown(parts: Build) -> Iterator[Page]:
    """Every generated page; what it shows is worked out when somebody looks, and let go when the next one comes."""
    for page in parts.pages:
        yield page
        if isinstance(page.context, Later):
            page.context.forget()


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
    for page in shown(parts):
        yield page.source, parts.renderer.page(page)


def _distinct(*producers: Iterable[tuple[str, bytes]]) -> Iterator[tuple[str, bytes]]:
    seen: set[str] = set()
    for path, made in chain.from_iterable(producers):
        if path in seen:
            raise TwoProducersError(path)
        seen.add(path)
        yield path, made
