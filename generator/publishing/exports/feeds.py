"""Atom feeds (RFC 4287): all innovations, one agency's, one affair's; what stands where of an entry's dates."""

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from generator import addresses
from generator.catalogue.catalogue import Innovation
from generator.catalogue.registry import begun
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
    edge = _midnight(view.edition.as_of) - dt.timedelta(days=DAYS)
    shown = [i for number, i in enumerate(feed.innovations) if number < LEAST or _came_after(edge, view, i)][:MOST]
    text = renderer.text(
        "umpan.xml.j2",
        address=feed.address,
        id=view.settings.absolute(address) or f"urn:katalog:{feed.address or '/'}",
        title=feed.title,
        pd=feed.agency if feed.agency and _bounded(feed.agency, view.edition.as_of) else None,
        penerus=[view.catalogue.registry.agencies[slug] for slug in feed.agency.successors] if feed.agency else [],
        lisensi=LICENCE,
        riwayat_git=view.edition.record_gap,
        entries=[_entry(view, i) for i in shown],
        updated=(max(_changed(view, i) for i in shown) if shown else _beginning(view)).isoformat(),
    )
    return address, text.encode()


def _bounded(agency: Agency, day: dt.date) -> bool:
    """Whether there is something to say of its first or its last day."""
    return agency.until is not None or not begun(agency, day)


def _entry(view: View, innovation: Innovation) -> tuple[Innovation, str, str, str]:
    """The innovation, the address that stands for it for ever, when it was published ("" if unknown) and changed."""
    known = view.publications[innovation.slug]
    published = known.published.isoformat() if known.published else ""
    return innovation, addresses.innovation(known.first_slug), published, _changed(view, innovation).isoformat()


def _newest(view: View, innovations: Iterable[Innovation]) -> list[Innovation]:
    """The last to be published first."""
    return sorted(innovations, key=lambda i: (_came(view, i), i.slug), reverse=True)


def _came(view: View, innovation: Innovation) -> dt.datetime:
    return view.publications[innovation.slug].published or _latest_event(innovation)


def _came_after(edge: dt.datetime, view: View, innovation: Innovation) -> bool:
    published = view.publications[innovation.slug].published
    return published is not None and published >= edge


def _changed(view: View, innovation: Innovation) -> dt.datetime:
    """When the entry last changed. Atom demands a moment: where Git's record is missing that of its latest event."""
    return view.publications[innovation.slug].changed or _latest_event(innovation)


def _latest_event(innovation: Innovation) -> dt.datetime:
    return _midnight(innovation.latest.date.first)


def _beginning(view: View) -> dt.datetime:
    """When the first entry of all came: since then a feed without any has not changed."""
    return min((_came(view, i) for i in view.catalogue.innovations.values()), default=_midnight(view.edition.as_of))


def _midnight(day: dt.date) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(), dt.UTC)
