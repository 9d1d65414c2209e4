"""The static ways in: lists by bentuk, affair, stage, district and year, each with its index."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any, Final

from generator import addresses
from generator.catalogue.catalogue import BY_YEAR, UNKNOWN_STAGE, Innovation
from generator.compliance.wording import number
from generator.layout import UNRECORDED
from generator.publishing.pages.district_map import drawing
from generator.publishing.stage_words import reported_states
from generator.publishing.view import Page, View, numbered, paged
from generator.schema.registry import Term


@dataclass(frozen=True, slots=True)
class Facet:
    """One way to sort innovations: its address, its heading and the words an innovation has in it.

    `lacking` is what an innovation without a word lacks, "" where none can; `unknown` the address of their list.
    """

    name: str
    heading: str
    intro: str
    prefix: str
    slugs: Callable[[Innovation], Sequence[str]]
    lacking: str = ""
    unknown: str = UNRECORDED


FACETS: Final = (
    Facet("bentuk", "Bentuk inovasi", "Tiga bentuk inovasi daerah.", "", lambda i: [i.sphere.slug]),
    Facet("jenis", "Jenis inovasi", "Inovasi digital dan nondigital.", "Jenis: ",
          lambda i: [i.mode.slug] if i.mode else [], "jenisnya"),
    Facet("urusan", "Urusan pemerintahan", "Inovasi menurut urusan pemerintahan yang dilayani.", "Urusan ",
          lambda i: [term.slug for term in i.affairs]),
    Facet("tahapan", "Tahapan", "Sejauh mana inovasi berjalan, dibaca dari riwayat bertanggal.", "Tahapan: ",
          lambda i: [i.stage.slug], "tahapannya", UNKNOWN_STAGE),
    Facet("kecamatan", "Kecamatan", "Inovasi yang dapat dipakai di tiap kecamatan.", "Inovasi di Kecamatan ",
          lambda i: [term.slug for term in i.districts], "tempatnya"),
    Facet("tahun", "Tahun", BY_YEAR, "Tahun ",
          lambda i: [str(year) for year in i.years], "tahunnya"),
)  # fmt: skip
#: The facet in which an innovation may have every word.
DISTRICT: Final = "kecamatan"
STAGE: Final = "tahapan"


@dataclass(frozen=True, slots=True)
class FacetWord:
    """One word of a facet, how many innovations have it and how many others may have it."""

    term: Term
    address: str
    count: int
    possible: int


@dataclass(frozen=True, slots=True)
class Unknown:
    """Those of which it is unknown which word of a facet they have, what they lack, and where they are listed."""

    innovations: Sequence[Innovation] = ()
    lacking: str = ""
    address: str = ""

    @property
    def count(self) -> int:
        """How many they are."""
        return len(self.innovations)


def words(view: View, facet: Facet) -> tuple[Term, ...]:
    """The words of a facet in their own order; years come from the data, newest first.

    A year keeps its page when the last innovation in it is withdrawn.
    """
    if facet.name != "tahun":
        return tuple(view.catalogue.registry.taxonomy[facet.name].values())
    years = sorted({year for i in view.catalogue.innovations.values() for year in i.years}, reverse=True)
    missing = {view.edition.as_of.year: view.unrecorded or None}
    return tuple(
        Term.model_validate({"slug": str(year), "label": str(year), "definisi": missing.get(year)}) for year in years
    )


def members(view: View, facet: Facet) -> dict[str, list[Innovation]]:
    """Slug of a word -> its innovations in the order of names; what serves all districts comes last in each."""
    found: dict[str, list[Innovation]] = {}
    for innovation in view.by_name:
        for slug in facet.slugs(innovation):
            found.setdefault(slug, []).append(innovation)
    if facet.name == DISTRICT:
        everywhere = [innovation for innovation in view.by_name if innovation.everywhere]
        for term in words(view, facet):
            here = found.setdefault(term.slug, [])
            here += [innovation for innovation in everywhere if innovation not in here]
    return found


def unknown(view: View, facet: Facet) -> Unknown:
    """Who may have any word of a facet, in the order of names."""
    found = [innovation for innovation in view.by_name if facet.name in innovation.unknown_in]
    return Unknown(found, facet.lacking, addresses.facet(facet.name, facet.unknown))


def counted(view: View, facet: Facet, found: Mapping[str, list[Innovation]]) -> tuple[FacetWord, ...]:
    """The words of a facet with the counts of `found`; who is listed under the word "unknown" is not there perhaps."""
    possible = unknown(view, facet).count
    return tuple(
        FacetWord(
            term,
            addresses.facet(facet.name, term.slug),
            len(found.get(term.slug, ())),
            possible if term.slug != facet.unknown else 0,
        )
        for term in words(view, facet)
    )


def on_map(view: View, rows: Sequence[FacetWord]) -> dict[str, Any]:
    """What a template needs to draw the map: `peta`, None in a region without one, and the tiles in it.

    A tile is (row, box, its numbers as text, the size of their letters where it is not the usual one).
    """
    drawn = drawing(view.catalogue.registry)
    if drawn is None:
        return {"peta": None, "petak": ()}
    tiles = []
    for row in rows:
        box = drawn.boxes[row.term.slug]
        numbers = number(row.count) + (f" +{number(row.possible)}" if row.possible else "")
        tiles.append((row, box, numbers, box.letter(numbers)))
    return {"peta": drawn, "petak": tiles}


def used_in(view: View, *, by_district: bool) -> dict[str, Any]:
    """The districts by where innovations are used, with their map: `dipakai`, none where nobody is known to use any."""
    if not by_district or not view.reach.here:
        return {"dipakai": (), "petak_dipakai": ()}
    rows = [
        FacetWord(term, f"{addresses.facet(DISTRICT, term.slug)}#dipakai", len(view.reach.here.get(term.slug, ())), 0)
        for term in view.catalogue.registry.taxonomy[DISTRICT].values()
    ]
    return {"dipakai": rows, "petak_dipakai": on_map(view, rows)["petak"]}


def made_in(view: View, slug: str) -> list[Innovation]:
    """The innovations of a district's office and of all that stand under it, in the order of names."""
    registry = view.catalogue.registry
    offices = {agency.slug for agency in registry.agencies.values() if registry.district(agency) == slug}
    return [innovation for innovation in view.by_name if innovation.agency.slug in offices]


def serving_all(view: View) -> str:
    """What to know beside numbers of districts: how much is in every one of them; "" if nothing is."""
    count = sum(innovation.everywhere for innovation in view.by_name)
    return f"Angka mencakup {number(count)} inovasi yang berlaku di semua kecamatan." if count else ""


def note(view: View, name: str) -> str:
    """What the numbers of a facet do not say; "" if nothing."""
    if name == STAGE:
        return reported_states(view.by_name)
    return serving_all(view) if name == DISTRICT else ""


def pages(view: View) -> Iterator[Page]:
    """An index per facet, and a numbered list per word."""
    for facet in FACETS:
        found, apart = members(view, facet), unknown(view, facet)
        rows = counted(view, facet, found)
        by_district = facet.name == DISTRICT
        yield Page(
            address=addresses.facet(facet.name),
            named=True,
            template="faset-indeks",
            title=facet.heading,
            description=facet.intro,
            crumbs=(("Beranda", addresses.HOME),),
            context={
                "pengantar": facet.intro,
                "mungkin": apart,
                "catatan_angka": note(view, facet.name),
                "kelompok": [(name, tuple(group)) for name, group in groupby(rows, key=lambda row: row.term.group)],
                **(on_map(view, rows) if by_district else {"peta": None}),
                **used_in(view, by_district=by_district),
            },
        )
        for row in rows:
            here = found.get(row.term.slug, [])
            yield from _list(view, facet, row, here, apart if row.possible else None)
        if facet.lacking and facet.unknown == UNRECORDED:
            yield from _list(view, facet, _unrecorded(facet, apart), apart.innovations)


def _of_the_place(view: View, row: FacetWord) -> dict[str, Any] | None:
    """What is made and what is used in a district; None of the page of those whose place is not recorded."""
    if row.term.slug == UNRECORDED:
        return None
    users = view.reach.here.get(row.term.slug, ())
    return {"dibuat": made_in(view, row.term.slug), "dipakai": users}


def _unrecorded(facet: Facet, apart: Unknown) -> FacetWord:
    """What is listed beside the words of a facet, as if it were one of them."""
    meaning = f"Inovasi yang {facet.lacking} belum tercatat: mungkin juga termasuk {facet.heading.lower()} mana pun."
    term = Term.model_validate({"slug": UNRECORDED, "label": "Belum tercatat", "definisi": meaning})
    return FacetWord(term, apart.address, apart.count, 0)


def _list(
    view: View, facet: Facet, row: FacetWord, innovations: Sequence[Innovation], apart: Unknown | None = None
) -> Iterator[Page]:
    title = f"{facet.prefix}{row.term.label}" if row.term.slug != UNRECORDED else f"{facet.heading} belum tercatat"
    intro = [facet.intro, row.term.definition] if facet.name == "tahun" else [row.term.definition]
    more = f", {number(row.possible)} lagi mungkin juga" if row.possible else ""
    for address, items, pager in paged(innovations, row.address):
        yield Page(
            address=address,
            template="faset",
            title=numbered(title, pager),
            description=f"{title}: {len(innovations)} inovasi di {view.settings.region}{more}.",
            crumbs=(("Beranda", addresses.HOME), (facet.heading, addresses.facet(facet.name))),
            context={
                "pengantar": " ".join(filter(None, intro)) if pager.is_first else "",
                "inovasi": items,
                "jumlah": len(innovations),
                "catatan_angka": reported_states(innovations) if facet.name == STAGE and pager.is_first else "",
                "seluruh_wilayah": sum(i.everywhere for i in innovations) if facet.name == DISTRICT else 0,
                "hanya_umum": facet.name == DISTRICT and all(i.everywhere for i in innovations),
                "mungkin": apart,
                "di_sini": _of_the_place(view, row) if facet.name == DISTRICT and pager.is_first else None,
                "halaman": pager,
            },
            feed=addresses.feed(row.address) if facet.name == "urusan" else addresses.FEED,
        )
