"""An innovation's page, its sheet for the service counter, its guide to copying, and the list of all innovations."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final
from zoneinfo import ZoneInfo

from generator import addresses
from generator.catalogue.catalogue import FINISHED, STOPPED, UNKNOWN_STAGE, Innovation
from generator.checks.completeness import is_unread, missing_fields
from generator.compliance.wording import listed
from generator.publishing.asking import question, to_fill_in
from generator.publishing.desks import desks_of, nobody_stands
from generator.publishing.pages import structured_data
from generator.publishing.reach_words import summary, undated, year_bars
from generator.publishing.view import Later, Page, View, numbered, out_of_time, paged, shortened
from generator.schema.entry import Picture, entry_fields
from generator.schema.registry import Term

RELATED: Final = 4
STEPS_ON_A_SHEET: Final = 3
_CRUMBS: Final = (("Beranda", addresses.HOME), ("Inovasi", addresses.INNOVATIONS))


def pages(view: View) -> Iterator[Page]:
    """The numbered list, then the pages of each innovation."""
    for address, items, pager in paged(view.by_name, addresses.INNOVATIONS):
        yield Page(
            address=address,
            template="daftar",
            title=numbered("Semua inovasi", pager),
            description=f"Daftar {len(view.by_name)} inovasi perangkat daerah {view.settings.region}.",
            crumbs=_CRUMBS[:1],
            context={"inovasi": items, "jumlah": len(view.by_name), "halaman": pager},
            named=pager.is_first,
        )
    kin = _kin(view)
    for innovation in view.catalogue.innovations.values():
        yield _page(view, innovation, kin)
        yield _poster(view, innovation)
        if innovation.entry.guide:
            yield _guide(view, innovation)


def _page(view: View, innovation: Innovation, kin: dict[Term, list[Innovation]]) -> Page:
    entry, slug = innovation.entry, innovation.slug
    related = _related(innovation, kin)
    return Page(
        address=addresses.innovation(slug),
        template="inovasi",
        title=entry.name,
        description=entry.summary,
        crumbs=_CRUMBS,
        image=addresses.card(addresses.innovation(slug)),
        structured=Later(
            lambda: structured_data.innovation_page(innovation, _CRUMBS, view),
            of=(innovation, view.publications[slug]),
        ),
        withdrawn=not innovation.listed,
        changed=_changed(view, innovation),
        context=Later(lambda: _told(view, innovation, related), of=_looked_at(view, innovation, related)),
    )


def _looked_at(view: View, innovation: Innovation, related: list[Innovation]) -> tuple[object, ...]:
    """All that `_told` looks at, beside the registry, the settings and the day."""
    slug = innovation.slug
    places = [view.escort.quiet, view.escort.of, view.reach.of, view.calls.of, view.counted_in, view.publications]
    photos = [addresses.picture(slug, picture.file, "jpg") for picture in innovation.entry.pictures]
    return (
        innovation,
        related,
        [view.picture_sizes.get(photo) for photo in photos],
        [place.get(slug) for place in places],
    )


def _told(view: View, innovation: Innovation, related: list[Innovation]) -> dict[str, Any]:
    """All that the page of an innovation tells."""
    entry, target = innovation.entry, _absolute(view, innovation)
    return {
        **_shared(view, innovation),
        **_standing(view, innovation),
        **_dates(view, innovation),
        **_beside_the_texts(view, innovation),
        "riwayat": [
            (event, out_of_time(innovation.agency, event.date))
            for event in sorted(entry.events, key=lambda e: (e.date.first, e.date.last))
        ],
        **_escorted(view, innovation),
        **_used(view, innovation),
        "permintaan": view.calls.of.get(innovation.slug, ()),
        "terkait": related,
        "bagikan": f"{entry.name} {target}" if target and innovation.listed else "",
        "ada_edisi": bool(view.catalogue.registry.indicators),
        "berkas_sumber": view.settings.source_of(innovation.path),
    }


def _escorted(view: View, innovation: Innovation) -> dict[str, Any]:
    """Who helps it, and when it was last heard of where that is asked."""
    still = view.escort.quiet.get(innovation.slug)
    return {"pendampingan": view.escort.of.get(innovation.slug, ()), "kabar_terakhir": still and still.heard}


def _used(view: View, innovation: Innovation) -> dict[str, Any]:
    """Who uses it inside the region, each with the address of its source, and how that grew."""
    users = view.reach.of.get(innovation.slug, ())
    sources = {source.title: source.url for source in innovation.entry.sources}
    return {
        "pemakai": [(user, sources.get(user.adoption.source or "")) for user in users],
        "jangkauan": summary(users),
        "jangkauan_tahun": year_bars(users, view.edition.as_of),
        "jangkauan_lain": undated(users),
    }


def _shared(view: View, innovation: Innovation) -> dict[str, Any]:
    """What page and sheet both say."""
    desks, nobody = desks_of(innovation, view), nobody_stands(innovation.agency, view)
    asked = [desk.name for desk in desks if not desk.former]
    return {
        "i": innovation,
        "isi": innovation.entry,
        "berhenti": _ending(innovation),
        "meja_tanya": desks,
        "tanpa_penerus": nobody,
        "kantor": listed([view.settings.operator] if nobody else asked),
        "dapat_dihubungi": any(desk.reachable for desk in desks),
        "pertanyaan": to_fill_in(question(view.settings, desks, innovation.entry.name, _absolute(view, innovation))),
        "tahun_dihitung": view.counted_in.get(innovation.slug, ()),
    }


def _absolute(view: View, innovation: Innovation) -> str:
    return view.settings.absolute(addresses.innovation(innovation.slug))


def _dates(view: View, innovation: Innovation) -> dict[str, dt.date | None]:
    """The days on which it was published and last changed in the region, None where Git's record is missing."""
    known, zone = view.publications[innovation.slug], ZoneInfo(view.settings.zone)
    return {
        "terbit": known.published and known.published.astimezone(zone).date(),
        "diubah": known.changed and known.changed.astimezone(zone).date(),
    }


def _changed(view: View, innovation: Innovation) -> str:
    day = _dates(view, innovation)["diubah"]
    return day.isoformat() if day else ""


def _standing(view: View, innovation: Innovation) -> dict[str, Any]:
    """How far the entry may be relied on, and what is missing in it."""
    entry, labels = innovation.entry, entry_fields()
    return {
        "perlu_periksa": is_unread(entry, view.edition.as_of),
        "usulan": [labels[key].lower() for key in entry.suggested],
        "kosong": [labels[key].lower() for key in missing_fields(innovation)] if innovation.listed else [],
        "tahapan_diketahui": innovation.stage.slug != UNKNOWN_STAGE,
    }


def _beside_the_texts(view: View, innovation: Innovation) -> dict[str, Any]:
    """Pictures, results with the address of their source, the self-assessment."""
    entry, indicators = innovation.entry, view.catalogue.registry.indicators_by_slug()
    sources = {source.title: source.url for source in entry.sources}
    photos = [_photo(view, innovation.slug, picture) for picture in entry.pictures]
    maturity = [(indicators[slug], maturity) for slug, maturity in entry.maturity.items()]
    return {
        "gambar": photos[:1],
        "gambar_lain": photos[1:],
        "hasil": [(result, sources.get(result.source or "")) for result in entry.results],
        "ada_klaim": any(result.claim for result in entry.results),
        "kematangan": sorted(maturity, key=lambda row: row[0].number),
    }


@dataclass(frozen=True, slots=True)
class Photo:
    """A published picture: its two addresses, the size in pixels, the words that go with it."""

    jpg: str
    avif: str
    width: int
    height: int
    alt: str
    credit: str


def _photo(view: View, slug: str, picture: Picture) -> Photo:
    jpg, avif = (addresses.picture(slug, picture.file, kind) for kind in ("jpg", "avif"))
    return Photo(jpg, avif, *view.picture_sizes[jpg], picture.alt, picture.credit)


def _poster(view: View, innovation: Innovation) -> Page:
    usage = innovation.entry.usage
    target = view.settings.absolute(addresses.innovation(innovation.slug))
    return Page(
        address=addresses.poster(innovation.slug),
        template="poster",
        title=innovation.entry.name,
        description=f"Lembar cetak {innovation.entry.name} untuk loket layanan.",
        crumbs=(*_CRUMBS, (innovation.entry.name, addresses.innovation(innovation.slug))),
        image=addresses.card(addresses.innovation(innovation.slug)),
        withdrawn=not innovation.listed,
        changed=_changed(view, innovation),
        context=Later(
            lambda: {
                **_shared(view, innovation),
                "langkah": shortened(usage.steps if usage else (), STEPS_ON_A_SHEET),
                "alamat": target,
            },
            of=(innovation, view.counted_in.get(innovation.slug)),
        ),
    )


def _guide(view: View, innovation: Innovation) -> Page:
    name = innovation.entry.name
    return Page(
        address=addresses.copying_guide(innovation.slug),
        template="meniru",
        title=f"Meniru {name}",
        description=f"Biaya, tenaga, waktu, syarat, risiko, dan dokumen untuk meniru {name}.",
        crumbs=(*_CRUMBS, (name, addresses.innovation(innovation.slug))),
        image=addresses.card(addresses.innovation(innovation.slug)),
        withdrawn=not innovation.listed,
        changed=_changed(view, innovation),
        context=Later(lambda: _shared(view, innovation), of=(innovation, view.counted_in.get(innovation.slug))),
    )


def _ending(innovation: Innovation) -> object:
    """The event that ended it, if it has ended."""
    if innovation.stage.slug not in (STOPPED, FINISHED):
        return None
    ended = [e for e in innovation.entry.events if e.kind == innovation.stage.slug]
    return max(ended, key=lambda e: (e.date.last, e.date.first))


def _kin(view: View) -> dict[Term, list[Innovation]]:
    """Each affair and each district with its innovations, the newest first."""
    found: dict[Term, list[Innovation]] = {}
    for innovation in view.newest:
        for term in (*innovation.affairs, *innovation.districts):
            found.setdefault(term, []).append(innovation)
    return found


def _related(innovation: Innovation, kin: dict[Term, list[Innovation]]) -> list[Innovation]:
    """At most four others: of the same affairs, the main one first, then of the same districts; the newest first."""
    found: dict[str, Innovation] = {}
    for term in (*innovation.affairs, *innovation.districts):
        for other in kin.get(term, [])[: RELATED + 1]:
            if other is not innovation:
                found.setdefault(other.slug, other)
    return list(found.values())[:RELATED]
