"""The agency compliance index: the current year, each year on record, and the years before the duty."""

from collections.abc import Iterator

from generator import addresses
from generator.compliance import YearIndex, earlier_years, last_day, produced
from generator.pages import Page, View
from generator.wording import headline

_CRUMBS = (("Beranda", addresses.HOME), ("Kepatuhan", addresses.COMPLIANCE))


def pages(view: View) -> Iterator[Page]:
    """`/kepatuhan/` shows the newest year; every year keeps its own address."""
    before = earlier_years(view.catalogue, view.edition.as_of)
    if view.current:
        yield _index(view, view.current, addresses.COMPLIANCE, before)
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
            "hari_terakhir": last_day(index.obligation),
            "tahun_berjalan": view.edition.as_of.year,
            "aturan_belum_dicatat": current and index.year != view.edition.as_of.year,
            "tahun_tercatat": view.years,
            "tahun_sebelumnya": before,
            "catatan_kaki": _limits(view),
        },
    )


def _limits(view: View) -> dict[str, int]:
    agencies = view.catalogue.registry.agencies.values()
    return {"terdaftar": len(agencies), "terkonfirmasi": sum(agency.name_confirmed for agency in agencies)}
