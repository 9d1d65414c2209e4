"""Each agency's page: its standing this year with the reason, its record, its innovations."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any

from generator import addresses
from generator.catalogue.catalogue import Innovation
from generator.catalogue.registry import begun, ended
from generator.compliance.earlier_years import earlier_years, produced
from generator.compliance.index import Proof, Verdict, YearIndex, in_force
from generator.publishing.desks import nobody_stands, successors_desks
from generator.publishing.view import Later, Page, Pager, View, numbered, paged
from generator.schema.registry import Agency

_CRUMBS = (("Beranda", addresses.HOME), ("Perangkat daerah", addresses.AGENCIES))


def pages(view: View) -> Iterator[Page]:
    """The register, then the pages of each agency."""
    agencies = view.catalogue.registry.agencies
    kinds = view.catalogue.registry.taxonomy["jenis_perangkat_daerah"]
    by_name = sorted(agencies.values(), key=lambda agency: agency.name)
    groups = [
        (kind, [(a, len(view.catalogue.by_agency[a.slug])) for a in by_name if a.kind == kind.slug])
        for kind in kinds.values()
    ]
    yield Page(
        address=addresses.AGENCIES,
        named=True,
        template="perangkat-daerah-indeks",
        title="Perangkat daerah",
        description=f"{len(agencies)} perangkat daerah {view.settings.region} dalam daftar katalog.",
        crumbs=_CRUMBS[:1],
        context={
            "keterangan": view.catalogue.registry.note,
            "kelompok": [group for group in groups if group[1]],
        },
    )
    history = _history(view)
    joined = _joined(view)
    for agency in agencies.values():
        yield from _agency(view, agency, history.get(agency.slug, []), joined.get(agency.slug, []))


def _agency(view: View, agency: Agency, history: list[Proof], joined: list[Innovation]) -> Iterator[Page]:
    base = addresses.agency(agency.slug)
    innovations = [i for i in view.by_name if i.agency.slug == agency.slug]
    beside = Later(partial(_told, view, agency, history, joined), shared=True)
    for address, items, pager in paged(innovations, base):
        yield Page(
            address=address,
            template="perangkat-daerah",
            title=numbered(agency.name, pager),
            description=f"{agency.name}: {len(innovations)} inovasi dan status kewajiban inovasi tahunan.",
            crumbs=_CRUMBS,
            context=Later(partial(_numbered, items, pager, beside), of=(items, pager, beside)),
            feed=addresses.feed(base),
        )


def _numbered(items: Sequence[Innovation], pager: Pager, beside: Later) -> dict[str, Any]:
    """One page of an agency: the innovations that are listed there, and what stands `beside` them."""
    return {"inovasi": items, "halaman": pager, **beside}


def _told(view: View, agency: Agency, history: list[Proof], joined: list[Innovation]) -> dict[str, Any]:
    """What is told of an agency beside its innovations: what it began before the duty, where it `joined` others."""
    registry, folder = view.catalogue.registry, view.catalogue.folders[agency.slug]
    count = len(view.catalogue.by_agency[agency.slug])
    verdicts: list[tuple[YearIndex, Verdict | None]] = [
        (index, index.of(agency.slug)) for index in view.indexes.values()
    ]
    return {
        "pd": agency,
        "jenis": registry.term("jenis_perangkat_daerah", agency.kind),
        "jumlah": count,
        "ditarik": len(folder) - count,
        "belum_dicatat": view.unrecorded,
        "tahun": [(index, verdict) for index, verdict in verdicts if verdict],
        "diwariskan": _inherited(view, agency),
        "sebelumnya": _by_innovation(history),
        "ikut_serta": joined,
        "permintaan": view.calls.by_agency.get(agency.slug, ()),
        "dipakai": view.reach.by_agency.get(agency.slug, ()),
        "langkah": view.escort.concerning.get(agency.slug, ()),
        "diam": [one for one in view.escort.still if one.agency is agency],
        "berdiri": in_force(agency, view.edition.as_of),
        "pendahulu": _before(view, agency),
        "penerus": [registry.agencies[slug] for slug in agency.successors],
        "meja_penerus": successors_desks(agency, view),
        "tanpa_penerus": nobody_stands(agency, view),
        "warisan": _handed_on(view, agency),
        "kolaborasi_dihitung": view.current and view.current.obligation.rules.partners_count.value,
    }


def _by_innovation(history: Sequence[Proof]) -> list[list[Proof]]:
    """What each innovation has to show, the one with the latest event first."""
    found: dict[str, list[Proof]] = {}
    for proof in history:
        found.setdefault(proof.slug, []).append(proof)
    return list(found.values())


def _before(view: View, agency: Agency) -> list[tuple[str, list[Agency]]]:
    """The verb, and which agencies this one continues already, then which it will."""
    day = view.edition.as_of
    named = [a for a in view.catalogue.registry.agencies.values() if agency.slug in a.successors]
    past = [a for a in named if begun(agency, day) and ended(a, day)]
    return [("Meneruskan", past), ("Akan meneruskan", [a for a in named if a not in past])]


def _handed_on(view: View, agency: Agency) -> list[tuple[Agency, list[Innovation]]]:
    """The innovations in the folders of those that it continues, each apart; they keep their addresses."""
    day = view.edition.as_of
    before = view.catalogue.registry.predecessors(agency, day) if begun(agency, day) else ()
    left = [(a, sorted(view.catalogue.by_agency[a.slug], key=lambda i: i.entry.name.casefold())) for a in before]
    return [(a, innovations) for a, innovations in left if innovations]


def _inherited(view: View, agency: Agency) -> list[tuple[YearIndex, Verdict]]:
    """The years in which an agency that has ended still counts, through the one that continues it."""
    return [
        (index, verdict)
        for index in view.indexes.values()
        if index.of(agency.slug) is None
        for verdict in index.verdicts
        if agency in verdict.predecessors
    ]


def _history(view: View) -> dict[str, list[Proof]]:
    """Agency -> what it began or developed in the years before the duty, newest first."""
    found: dict[str, list[Proof]] = {}
    for year in earlier_years(view.catalogue, view.edition.as_of):
        for agency, proofs in produced(view.catalogue, year, view.edition.as_of):
            found.setdefault(agency.slug, []).extend(proofs)
    return found


def _joined(view: View) -> dict[str, list[Innovation]]:
    """Agency -> innovations of others in which it takes part."""
    found: dict[str, list[Innovation]] = {}
    for innovation in view.catalogue.listed.values():
        for partner in innovation.entry.partners:
            if partner.agency:
                found.setdefault(partner.agency, []).append(innovation)
    return found
