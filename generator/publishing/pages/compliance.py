"""The agency compliance index: the current year, each year on record, and the years before the duty."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from generator import addresses
from generator.catalogue.catalogue import Catalogue
from generator.compliance.doubts import clauses, gaps
from generator.compliance.earlier_years import earlier_years, produced
from generator.compliance.headline import headline
from generator.compliance.index import YearIndex
from generator.compliance.learned import recorded_later
from generator.compliance.wording import BASIS_LEADS, counted_events, not_closed, too_few
from generator.dates import PartialDate
from generator.publishing.pages import compliance_parts
from generator.publishing.pages.compliance_groups import groups, years_beside
from generator.publishing.pages.compliance_parts import MOST_ROWS, by_district, by_kind
from generator.publishing.view import Page, View

#: What people call the index.
_CALLED = (
    "belum lapor",
    "belum memenuhi",
    "sudah memenuhi",
    "belum berinovasi",
    "belum bikin inovasi",
    "belum punya inovasi",
    "tidak punya inovasi",
    "belum ada inovasi",
    "belum tercatat",
)
_CRUMBS = (("Beranda", addresses.HOME), ("Kepatuhan", addresses.COMPLIANCE))


def pages(view: View) -> Iterator[Page]:
    """`/kepatuhan/` shows the newest year; every year keeps its own address."""
    before = earlier_years(view.catalogue, view.edition.as_of)
    yield _index(view, view.current, addresses.COMPLIANCE, before) if view.current else _nothing(view, before)
    for index in view.indexes.values():
        yield _index(view, index, addresses.compliance(index.year), before)
        yield from compliance_parts.of_parts(view, index)
    for year in before:
        yield Page(
            address=addresses.compliance(year),
            named=True,
            template="kepatuhan-riwayat",
            title=f"Inovasi perangkat daerah {year}",
            description=f"Perangkat daerah yang memulai atau mengembangkan inovasi pada {year}, tanpa penilaian.",
            crumbs=_CRUMBS,
            context={
                "tahun": year,
                "baris": produced(view.catalogue, year, view.edition.as_of),
                "daftar_tahun": _years(view, before, addresses.compliance(year)),
            },
        )


@dataclass(frozen=True, slots=True)
class YearLink:
    """A year that has a page; `here` is true on that page, `history` for a year before the duty."""

    year: int
    address: str
    here: bool
    history: bool


def _years(view: View, before: tuple[int, ...], here: str) -> list[YearLink]:
    """The years to turn to, newest first."""
    return [
        YearLink(year, address, address == here, year in before)
        for year in (*view.years, *before)
        for address in [addresses.compliance(year)]
    ]


def _nothing(view: View, before: tuple[int, ...]) -> Page:
    """The index before any year has rules: a new catalogue's first day."""
    return Page(
        address=addresses.COMPLIANCE,
        named=True,
        template="kepatuhan-kosong",
        title="Kepatuhan perangkat daerah",
        description=view.unrecorded,
        crumbs=_CRUMBS[:1],
        context={"belum_dicatat": view.unrecorded, "daftar_tahun": _years(view, before, addresses.COMPLIANCE)},
    )


def _index(view: View, index: YearIndex, address: str, before: tuple[int, ...]) -> Page:
    current = address == addresses.COMPLIANCE
    return Page(
        address=address,
        image=addresses.card(address),
        named=True,
        template="kepatuhan",
        searches=len(index.verdicts) > MOST_ROWS,
        called=_CALLED if current else (),
        title="Kepatuhan perangkat daerah" if current else f"Kepatuhan perangkat daerah {index.year}",
        description=f"{headline(index)}.",
        crumbs=_CRUMBS[:1] if current else _CRUMBS,
        context={
            "indeks": index,
            **_rules(index, view.catalogue),
            "menurut_jenis": by_kind(view, index),
            "menurut_kecamatan": by_district(view, index),
            **(_rows(view, index) if len(index.verdicts) <= MOST_ROWS else {"kelompok": None, "baris_tahun": None}),
            "tercatat_kemudian": recorded_later(view.catalogue, index),
            "koreksi": list(_corrections(index)),
            "belum_dicatat": view.unrecorded if current else "",
            "daftar_tahun": _years(view, before, address),
        },
    )


def _rows(view: View, index: YearIndex) -> dict[str, Any]:
    """Every agency on the page itself, and the years side by side."""
    return {"kelompok": list(groups(view, index)), **years_beside(view)}


@dataclass(frozen=True, slots=True)
class Corrected:
    """A correction of a closed year's record, and what it is about: an agency by the name on record, the rules, ""."""

    date: PartialDate
    about: str
    reason: str


def _corrections(index: YearIndex) -> Iterator[Corrected]:
    """The corrections made by the as-of day, in the order of the file."""
    names = {verdict.agency.slug: verdict.agency.name for verdict in index.verdicts}
    for one in index.result.corrections if index.result else ():
        if one.date.first <= index.as_of:
            yield Corrected(one.date, names[one.agency] if one.agency else "aturan" if one.rules else "", one.reason)


def _rules(index: YearIndex, catalogue: Catalogue) -> dict[str, Any]:
    """What the page says of the duty itself."""
    basis, rules, deadline = index.obligation.legal_basis, index.obligation.rules, index.obligation.deadline
    days = (deadline.date.last - index.as_of).days if deadline else -1
    return {
        "belum_ditutup": not_closed(index),
        "dasar": basis,
        "belum_diketahui": gaps(basis),
        "kurang": too_few(index),
        "minimum": rules.minimum.value,
        "setiap": BASIS_LEADS[rules.minimum.basis],
        "peristiwa_dihitung": counted_events(index, catalogue),
        "aturan": clauses(rules),
        "tenggat": deadline,
        "sisa": f"{days} hari lagi" if days >= 0 else "",
    }
