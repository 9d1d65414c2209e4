"""The index in parts: by kind of agency and by district, each with a page of its own.

A large register is shown by its parts first; the rows of a part are cut into pages that a phone can bear.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from generator import addresses
from generator.compliance.headline import headline
from generator.compliance.index import ORDER, Verdict, YearIndex
from generator.publishing.pages.compliance_groups import groups
from generator.publishing.view import Page, View, numbered, paged

#: Above so many agencies the index counts by kind and by district, and leaves the rows to their pages.
MOST_ROWS: Final = 60
#: Rows on a page of one part: names and links do not compress, and a page may weigh 20 KB.
ROWS_A_PAGE: Final = 300


@dataclass(frozen=True, slots=True)
class IndexPart:
    """Some agencies of an index, as an index of their own."""

    label: str
    address: str
    index: YearIndex


def by_kind(view: View, index: YearIndex) -> list[IndexPart]:
    """Each kind of agency that somebody is of, in the order of the vocabulary."""
    kinds = view.catalogue.registry.taxonomy["jenis_perangkat_daerah"]
    return [
        _part(index, kinds[slug].label, addresses.compliance_kind(index.year, slug), found)
        for slug in kinds
        if (found := [verdict for verdict in index.verdicts if verdict.agency.kind == slug])
    ]


def by_district(view: View, index: YearIndex) -> list[IndexPart]:
    """Each district that has an office in the register, with all that stand under it."""
    registry = view.catalogue.registry
    found: dict[str, list[Verdict]] = {slug: [] for slug in registry.taxonomy["kecamatan"]}
    for verdict in index.verdicts:
        if district := registry.district(verdict.agency):
            found[district].append(verdict)
    return [
        _part(index, registry.term("kecamatan", slug).label, addresses.compliance_district(index.year, slug), verdicts)
        for slug, verdicts in found.items()
        if verdicts
    ]


def _part(index: YearIndex, label: str, address: str, verdicts: Iterable[Verdict]) -> IndexPart:
    ordered = sorted(verdicts, key=lambda verdict: ORDER.index(verdict.status))
    return IndexPart(label, address, replace(index, verdicts=tuple(ordered)))


def of_parts(view: View, index: YearIndex) -> Iterator[Page]:
    """A page for each kind and each district of a year, as many pages as its rows need."""
    for lead, parts in (("", by_kind(view, index)), ("Kecamatan ", by_district(view, index))):
        for part in parts:
            yield from _pages(view, part, f"{lead}{part.label}")


def _pages(view: View, part: IndexPart, name: str) -> Iterator[Page]:
    index = part.index
    year = ("Kepatuhan", addresses.COMPLIANCE), (str(index.year), addresses.compliance(index.year))
    for address, verdicts, pager in paged(index.verdicts, part.address, ROWS_A_PAGE):
        yield Page(
            address=address,
            template="kepatuhan-bagian",
            title=numbered(f"Kepatuhan {index.year}: {name}", pager),
            description=f"{name}: {headline(index)}.",
            crumbs=(("Beranda", addresses.HOME), *year),
            context={
                "indeks": index,
                "kelompok": list(groups(view, replace(index, verdicts=verdicts))),
                "halaman": pager,
                "alamat_tahun": addresses.compliance(index.year),
            },
        )
