"""The innovations as one table for people: Indonesian heads, names beside codes, lists in words."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from generator import addresses
from generator.catalogue.catalogue import Catalogue, Innovation
from generator.compliance.wording import rupiah
from generator.publishing.stage_words import stage_words
from generator.schema.entry import Result, entry_fields
from generator.schema.registry import Term
from generator.settings import Settings
from generator.table import Column, Row, Table

_FIELDS: Final = entry_fields()
READERS: Final = Table(
    "inovasi-tabel",
    "Inovasi untuk dibaca",
    (
        Column("Nama inovasi", "Nama inovasi."),
        Column("Alamat tetap", "Nama berkas inovasi, sama dengan slug pada data untuk program."),
        Column("Perangkat daerah", "Nama lengkap perangkat daerah pemilik."),
        Column("Kode perangkat daerah", "Slug perangkat daerah pemilik."),
        Column("Ringkasan", "Satu kalimat tentang inovasi."),
        Column("Bentuk", "Bentuk inovasi."),
        Column("Kode bentuk", "Slug bentuk inovasi."),
        Column("Jenis", "Digital atau nondigital; kosong bila belum diketahui."),
        Column("Kode jenis", "Slug jenis inovasi."),
        Column("Inisiator", "Yang memulai; kosong bila belum diketahui."),
        Column("Urusan", "Urusan pemerintahan, yang utama lebih dulu.", many=True),
        Column("Kode urusan", "Slug urusan, dengan urutan yang sama.", many=True),
        Column("Tahapan", "Tahapan menurut riwayat bertanggal, atau keadaan menurut laporan terbaru."),
        Column("Kode tahapan", "Slug tahapan."),
        Column("Tahun", "Tahun setiap peristiwanya, selain dilaporkan.", "bilangan", many=True),
        Column("Riwayat", "Setiap peristiwa dengan tanggalnya, setepat yang diketahui.", many=True),
        Column("Kecamatan", "Kecamatan tempat inovasi dapat dipakai.", many=True),
        Column("Kode kecamatan", "Slug kecamatan, dengan urutan yang sama.", many=True),
        Column("Seluruh wilayah", "ya bila berlaku di semua kecamatan, selain itu tidak."),
        Column("Hasil", "Angka sebelum dan sesudah, dengan tahun dan asalnya.", many=True),
        Column("Biaya bagi pemakai", "Biaya yang dibayar pemakai."),
        Column("Anggaran", "Anggaran menurut tahun dan sumber dananya.", many=True),
        Column("Sumber", "Judul dan alamat halaman yang menjadi dasar isian.", many=True),
        Column("Belum tercatat", "Penggolongan yang belum tercatat; inovasi mungkin termasuk di sana.", many=True),
        Column("Usulan penyusun", "Kolom yang diisi penyusun katalog dan belum dipastikan.", many=True),
        Column("Diperiksa", "Hari perangkat daerah terakhir memeriksa; kosong bila belum pernah.", "hari"),
        Column("Ditarik", "Hari inovasi ditarik dari katalog; kosong bila tidak ditarik.", "hari"),
        Column("Alamat halaman", "Alamat halaman di situs."),
    ),
    separator="; ",
)


def reader_rows(innovations: Iterable[Innovation], catalogue: Catalogue, settings: Settings) -> Iterator[Row]:
    """One row per innovation, withdrawn ones included."""
    for innovation in innovations:
        entry = innovation.entry
        page = addresses.innovation(innovation.slug)
        yield {
            "Nama inovasi": entry.name,
            "Alamat tetap": innovation.slug,
            "Perangkat daerah": innovation.agency.name,
            "Kode perangkat daerah": innovation.agency.slug,
            "Ringkasan": entry.summary,
            **_classed(innovation),
            "Tahapan": stage_words(innovation),
            "Kode tahapan": innovation.stage.slug,
            "Tahun": innovation.years,
            "Riwayat": _history(innovation, catalogue),
            **_served(innovation),
            "Hasil": [_outcome(result) for result in entry.results],
            "Biaya bagi pemakai": entry.usage.cost if entry.usage else None,
            "Anggaran": _budgets(innovation),
            "Sumber": [" ".join(filter(None, (one.title, one.url))) for one in entry.sources],
            "Belum tercatat": innovation.unknown_in,
            "Usulan penyusun": [_FIELDS[key] for key in entry.suggested],
            "Diperiksa": str(entry.checked) if entry.checked else None,
            "Ditarik": str(entry.withdrawn.date) if entry.withdrawn else None,
            "Alamat halaman": settings.absolute(page) or f"/{page}",
        }


def _classed(innovation: Innovation) -> Row:
    sphere, mode, initiator = innovation.sphere, innovation.mode, innovation.initiator
    return {
        "Bentuk": sphere.label,
        "Kode bentuk": sphere.slug,
        "Jenis": mode.label if mode else None,
        "Kode jenis": mode.slug if mode else None,
        "Inisiator": initiator.label if initiator else None,
        **_both("urusan", innovation.affairs),
    }


def _served(innovation: Innovation) -> Row:
    return {
        **_both("kecamatan", innovation.districts),
        "Seluruh wilayah": "ya" if innovation.everywhere else "tidak",
    }


def _both(name: str, terms: Sequence[Term]) -> Row:
    """Labels, and the codes in the same order."""
    return {name.capitalize(): [term.label for term in terms], f"Kode {name}": [term.slug for term in terms]}


def _history(innovation: Innovation, catalogue: Catalogue) -> list[str]:
    words = catalogue.registry.taxonomy["peristiwa"]
    return [f"{words[event.kind].label} {event.date}" for event in innovation.entry.events]


def _outcome(result: Result) -> str:
    """`Desa pemakai: 3 menjadi 10 desa (2024, laporan), sasaran`."""
    figures = " menjadi ".join(filter(None, (result.before, result.after)))
    where = ", ".join(filter(None, (str(result.year or ""), result.source)))
    said = " ".join(filter(None, (f"{result.measure}: {figures}", result.unit, f"({where})" if where else "")))
    marks = (word for word, holds in (("pernyataan", result.claim), ("sasaran", result.target)) if holds)
    return ", ".join((said, *marks))


def _budgets(innovation: Innovation) -> list[str]:
    return [
        f"{one.year}: {rupiah(one.amount)}" + (f" ({one.source})" if one.source else "")
        for one in innovation.entry.budget
    ]
