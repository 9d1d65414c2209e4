"""Atom feeds (RFC 4287): all innovations, one agency's, one affair's; which of a file's two Git dates stands where."""

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from generator import addresses
from generator.catalogue.catalogue import Innovation
from generator.publishing.exports import Build, Files
from generator.publishing.render import Renderer
from generator.publishing.view import View
from generator.schema.registry import Agency
from generator.settings import LICENCE

#: The newest so many entries, and all that came within so many days, so that a burst of merges
#: pushes nothing out unseen; but never more than `MOST`.
LEAST: Final = 20
DAYS: Final = 14
MOST: Final = 200


def files(build: Build) -> Files:
    """`/feed.xml` and the feeds below agencies and affairs."""
    view, renderer = build.view, build.renderer
    everything = _newest(view, view.catalogue.listed.values())
    title = f"Inovasi terbaru, {view.settings.name}"
    yield _feed(view, renderer, _Feed(addresses.HOME, title, everything))
    for slug, agency in view.catalogue.registry.agencies.items():
        innovations = _newest(view, view.catalogue.by_agency[slug])
        yield _feed(view, renderer, _Feed(addresses.agency(slug), agency.name, innovations, agency))
    by_affair: dict[str, list[Innovation]] = {slug: [] for slug in view.catalogue.registry.taxonomy["urusan"]}
    for innovation in everything:
        for affair in innovation.affairs:
            by_affair[affair.slug].append(innovation)
    for slug, affair in view.catalogue.registry.taxonomy["urusan"].items():
        address = addresses.facet("urusan", slug)
        yield _feed(view, renderer, _Feed(address, f"Urusan {affair.label}", by_affair[slug]))


class _Feed(NamedTuple):
    """What a feed is about. Whoever follows an `agency` that ends must learn who goes on, and where."""

    address: str
    title: str
    innovations: Sequence[Innovation]
    agency: Agency | None = None


def _feed(view: View, renderer: Renderer, feed: _Feed) -> tuple[str, bytes]:
    address = addresses.feed(feed.address)
    moments = [(innovation, *_moments(view, innovation)) for innovation in feed.innovations]
    edge = _midnight(view.edition.as_of) - dt.timedelta(days=DAYS)
    known = bool(view.edition.dates)
    shown = [row for number, row in enumerate(moments) if number < LEAST or (known and row[1] >= edge)][:MOST]
    text = renderer.text(
        "umpan.xml.j2",
        address=feed.address,
        id=view.settings.absolute(address) or f"urn:katalog:{feed.address or '/'}",
        title=feed.title,
        pd=feed.agency,
        penerus=[view.catalogue.registry.agencies[slug] for slug in feed.agency.successors] if feed.agency else [],
        lisensi=LICENCE,
        entries=[(innovation, first.isoformat(), last.isoformat()) for innovation, first, last in shown],
        updated=max((last for _, _, last in shown), default=_midnight(view.edition.as_of)).isoformat(),
    )
    return address, text.encode()


def _newest(view: View, innovations: Iterable[Innovation]) -> list[Innovation]:
    """The last to enter the repository first."""
    return sorted(innovations, key=lambda i: (_moments(view, i)[0], i.slug), reverse=True)


def _moments(view: View, innovation: Innovation) -> tuple[dt.datetime, dt.datetime]:
    """When the entry came and when it last changed; the as-of day where Git's record is missing."""
    dates = view.edition.dates.get(innovation.path)
    if dates is None:
        return (_midnight(view.edition.as_of),) * 2
    return dates.first, dates.last


def _midnight(day: dt.date) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(), dt.UTC)
