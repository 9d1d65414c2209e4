"""The agency compliance index: the current year, each year on record, and the years before the duty."""

from collections.abc import Iterator

from generator import addresses
from generator.compliance.earlier_years import earlier_years, produced
from generator.compliance.index import YearIndex
from generator.compliance.wording import headline
from generator.publishing.view import Page, View

_CRUMBS = (("Beranda", addresses.HOME), ("Kepatuhan", addresses.COMPLIANCE))


def pages(view: View) -> Iterator[Page]:
    """`/kepatuhan/` shows the newest year; every year keeps its own address."""
    before = earlier_years(view.catalogue, view.edition.as_of)
    yield _index(view, view.current, addresses.COMPLIANCE, before) if view.current else _nothing(view, before)
    for index in view.indexes.values():
        yield _index(view, index, addresses.compliance(index.year), before)
    for year in before:
        yield Page(
            address=addresses.compliance(year),
            template="kepatuhan-riwayat",
            title=f"Inovasi perangkat daerah {year}",
            description=f"Perangkat daerah yang memulai atau mengembangkan inovasi pada {year}, tanpa penilaian.",
            crumbs=_CRUMBS,
            context={
                "tahun": year,
                "baris": produced(view.catalogue, year, view.edition.as_of),
                "tahun_tercatat": view.years,
                "tahun_sebelumnya": before,
            },
        )


def _nothing(view: View, before: tuple[int, ...]) -> Page:
    """The index before any year has rules: a new catalogue's first day."""
    return Page(
        address=addresses.COMPLIANCE,
        template="kepatuhan-kosong",
        title="Kepatuhan perangkat daerah",
        description=f"Aturan {view.edition.as_of.year} belum dicatat.",
        crumbs=_CRUMBS[:1],
        context={"tahun_berjalan": view.edition.as_of.year, "tahun_tercatat": (), "tahun_sebelumnya": before},
    )


def _index(view: View, index: YearIndex, address: str, before: tuple[int, ...]) -> Page:
    judged = [v for v in index.verdicts if v.status != "belum-dikonfirmasi"]
    current = address == addresses.COMPLIANCE
    return Page(
        address=address,
        template="kepatuhan",
        title="Kepatuhan perangkat daerah" if current else f"Kepatuhan perangkat daerah {index.year}",
        description=f"{headline(index)}.",
        crumbs=_CRUMBS[:1] if current else _CRUMBS,
        context={
            "indeks": index,
            "dinilai": judged,
            "tidak_dinilai": [v for v in index.verdicts if v.status == "belum-dikonfirmasi"],
            "koreksi": [c for c in index.result.corrections if c.date.first <= index.as_of] if index.result else [],
            "tahun_berjalan": view.edition.as_of.year,
            "aturan_belum_dicatat": current and index.year != view.edition.as_of.year,
            "tahun_tercatat": view.years,
            "tahun_sebelumnya": before,
        },
    )
