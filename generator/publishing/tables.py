"""The open data as tables: one place for columns and rows; CSV, JSON, pages and the command read them."""

from collections.abc import Iterator, Sequence
from typing import Final

from generator import addresses
from generator.catalogue.catalogue import Catalogue, Innovation
from generator.compliance.agency_years import AgencyYears
from generator.compliance.course import MonthEnd
from generator.compliance.headline import missing, parted, waiting
from generator.compliance.index import Verdict, YearIndex
from generator.compliance.wording import not_closed, reason, status_word
from generator.publishing.completeness_table import COMPLETENESS
from generator.schema.registry import Agency
from generator.settings import LICENCE, LICENCE_ADDRESS, Edition, Settings
from generator.table import Column, Row, Table

INNOVATIONS: Final = Table(
    "inovasi",
    "Inovasi",
    (
        Column("slug", "Alamat tetap inovasi; nama berkasnya di repositori."),
        Column("nama", "Nama inovasi."),
        Column("ringkasan", "Satu kalimat tentang inovasi."),
        Column("perangkat_daerah", "Slug perangkat daerah pemilik."),
        Column("bentuk", "Slug bentuk inovasi."),
        Column("jenis", "Slug jenis inovasi; kosong bila belum diketahui."),
        Column("urusan", "Slug urusan, utama lebih dulu; dipisahkan titik koma.", many=True),
        Column("tahapan", "Slug tahapan, dihitung dari riwayat bertanggal."),
        Column("tahun", "Tahun setiap peristiwanya, selain dilaporkan; dipisahkan titik koma.", "bilangan", many=True),
        Column("kecamatan", "Slug kecamatan; dipisahkan titik koma.", many=True),
        Column("seluruh_wilayah", "true bila berlaku di semua kecamatan.", "benar"),
        Column("usulan_penyusun", "Kolom yang belum dipastikan perangkat daerah; dipisahkan titik koma.", many=True),
        Column("diperiksa", "Tanggal perangkat daerah terakhir memeriksa; kosong bila belum pernah.", "hari"),
        Column("alamat", "Alamat halaman di situs ini."),
        Column(
            "ditarik",
            "Tanggal inovasi ditarik dari katalog dan tidak lagi didaftar; kosong bila tidak ditarik.",
            "hari",
        ),
        Column(
            "keadaan", "Slug keadaan menurut laporan terbaru; kosong bila tidak disebut atau sudah ada peristiwa lain."
        ),
        Column("keadaan_tanggal", "Tanggal laporan yang menyebut keadaan itu.", "tanggal"),
        Column("nama_lain", "Sebutan dan singkatan lain; dipisahkan titik koma.", many=True),
        Column(
            "belum_tercatat",
            "Penggolongan yang belum tercatat: jenis, tahapan, kecamatan, tahun; dipisahkan titik koma. "
            "Inovasi ini mungkin juga termasuk di setiap pilihannya.",
            many=True,
        ),
    ),
)
AGENCIES: Final = Table(
    "perangkat-daerah",
    "Perangkat daerah",
    (
        Column("slug", "Alamat tetap; nama foldernya di repositori."),
        Column("nama_resmi", "Nama lengkap."),
        Column("nama_pendek", "Singkatan."),
        Column("jenis", "Slug jenis perangkat daerah."),
        Column("nama_terkonfirmasi", "true bila nama lengkapnya dibaca pada sumber.", "benar"),
        Column("terikat", "ya atau belum-dikonfirmasi."),
        Column("berlaku_dari", "Hari pertama; kosong bila tidak diketahui.", "hari"),
        Column("berlaku_sampai", "Hari terakhir; kosong bila masih ada.", "hari"),
        Column("penerus", "Slug penerus; dipisahkan titik koma.", many=True),
        Column("jumlah_inovasi", "Jumlah inovasi dalam foldernya, tanpa yang ditarik.", "bilangan"),
        Column("sumber", "Asal nama."),
        Column("alamat", "Alamat halaman di situs ini."),
        Column("nama_lain", "Sebutan dan singkatan lain; dipisahkan titik koma.", many=True),
        Column("nama_dahulu", "Nama yang dahulu dipakai; dipisahkan titik koma.", many=True),
    ),
)
COMPLIANCE: Final = Table(
    "kepatuhan",
    "Kepatuhan",
    (
        Column("tahun", "Tahun kewajiban.", "bilangan"),
        Column("perangkat_daerah", "Slug perangkat daerah."),
        Column("nama", "Nama lengkap perangkat daerah."),
        Column("status", "memenuhi, belum, tidak, belum-wajib, dikecualikan, atau belum-dikonfirmasi."),
        Column("status_kata", "Kata yang tampil di situs."),
        Column("sementara", "true selama naskah, nomor, atau tanggal dasar hukumnya belum diketahui.", "benar"),
        Column(
            "inovasi", "Slug inovasi dengan peristiwa yang dihitung pada tahun itu; dipisahkan titik koma.", many=True
        ),
        Column("jumlah_inovasi", "Jumlah inovasi pada kolom inovasi.", "bilangan"),
        Column("alasan", "Alasan status dalam kalimat."),
        Column("per_tanggal", "Hari penilaian.", "hari"),
        Column("versi_aturan", "Pengenal aturan yang dipakai."),
        Column(
            "menunggu",
            "Yang harus dipastikan sebelum dinilai: nama, kewajiban; kosong bila tahunnya ditutup.",
            many=True,
        ),
        Column("ditutup", "true bila tahun itu sudah ditutup; hasilnya tetap dan hanya berubah oleh koreksi.", "benar"),
        Column("catatan_tahun", "Yang berlaku bagi tahun itu sesudah berakhir dan belum ditutup; kosong di luar itu."),
    ),
)
COURSE: Final = Table(
    "riwayat",
    "Riwayat kepatuhan",
    (
        Column("bulan", "Bulan, misalnya 2026-05.", "tanggal"),
        Column(
            "per_tanggal", "Hari penilaian: hari terakhir bulan itu, atau hari data bila bulannya belum habis.", "hari"
        ),
        Column("tahun", "Tahun kewajiban yang dinilai.", "bilangan"),
        Column("memenuhi", "Jumlah perangkat daerah yang memenuhi menurut peristiwa sampai hari itu.", "bilangan"),
        Column("memenuhi_pasti", "Bagian dari memenuhi yang tanggal peristiwanya lengkap.", "bilangan"),
        Column(
            "memenuhi_belum_lengkap", "Bagian dari memenuhi yang bergantung pada tanggal belum lengkap.", "bilangan"
        ),
        Column("dari", "Jumlah perangkat daerah yang dinilai.", "bilangan"),
        Column("ditutup", "true bila pada hari itu tahunnya sudah ditutup.", "benar"),
    ),
)
TABLES: Final = (INNOVATIONS, AGENCIES, COMPLIANCE, COURSE, COMPLETENESS)


def files_of(table: Table) -> str:
    """Where the files of an open table lie: their common address, without an ending."""
    return f"{addresses.COMPLIANCE if table is COURSE else addresses.DATA}{table.name}"


def innovation_row(innovation: Innovation, settings: Settings) -> Row:
    """One innovation as a row of the table."""
    entry, seen = innovation.entry, innovation.sighting
    return {
        "slug": innovation.slug,
        "nama": entry.name,
        "ringkasan": entry.summary,
        "perangkat_daerah": innovation.agency.slug,
        "bentuk": innovation.sphere.slug,
        "jenis": innovation.mode.slug if innovation.mode else None,
        "urusan": [affair.slug for affair in innovation.affairs],
        "tahapan": innovation.stage.slug,
        "tahun": list(innovation.years),
        "kecamatan": [district.slug for district in innovation.districts],
        "seluruh_wilayah": innovation.everywhere,
        "usulan_penyusun": list(entry.suggested),
        "diperiksa": _text(entry.checked),
        "alamat": _address(settings, addresses.innovation(innovation.slug)),
        "ditarik": _text(entry.withdrawn and entry.withdrawn.date),
        "keadaan": seen.state.slug if seen else None,
        "keadaan_tanggal": _text(seen and seen.date),
        "nama_lain": list(entry.others),
        "belum_tercatat": list(innovation.unknown_in),
    }


def agency_rows(catalogue: Catalogue, settings: Settings) -> Iterator[Row]:
    """One row per agency of the register, past ones included, in the order of slugs."""
    for slug in sorted(catalogue.registry.agencies):
        agency = catalogue.registry.agencies[slug]
        yield _agency(agency, len(catalogue.by_agency[slug]), settings)


def _agency(agency: Agency, count: int, settings: Settings) -> Row:
    return {
        "slug": agency.slug,
        "nama_resmi": agency.name,
        "nama_pendek": agency.short,
        "jenis": agency.kind,
        "nama_terkonfirmasi": agency.name_confirmed,
        "terikat": agency.bound,
        "berlaku_dari": _text(agency.since),
        "berlaku_sampai": _text(agency.until),
        "penerus": list(agency.successors),
        "jumlah_inovasi": count,
        "sumber": agency.source.url or agency.source.title,
        "alamat": _address(settings, addresses.agency(agency.slug)),
        "nama_lain": list(agency.others),
        "nama_dahulu": [old.name for old in agency.formers],
    }


def compliance_rows(catalogue: Catalogue, index: YearIndex) -> Iterator[Row]:
    """One row per agency of the year's register, in the order of the public list."""
    for verdict in index.verdicts:
        yield _verdict(catalogue, index, verdict)


def _verdict(catalogue: Catalogue, index: YearIndex, verdict: Verdict) -> Row:
    return {
        "tahun": index.year,
        "perangkat_daerah": verdict.agency.slug,
        "nama": verdict.agency.name,
        "status": verdict.status,
        "status_kata": status_word(verdict.status, index).word,
        "sementara": index.provisional,
        "inovasi": list(verdict.slugs),
        "jumlah_inovasi": len(verdict.slugs),
        "alasan": reason(verdict, index, catalogue),
        "per_tanggal": str(index.result.as_of) if index.result else index.as_of.isoformat(),
        "versi_aturan": index.rules,
        "menunggu": list(missing(verdict, index)),
        **_state(index),
    }


def _state(index: YearIndex) -> Row:
    """Whether the year is closed, and what holds where it is over and is not."""
    return {"ditutup": index.result is not None, "catatan_tahun": not_closed(index) or None}


def course_rows(course: Sequence[MonthEnd]) -> Iterator[Row]:
    """One row per month, the oldest first."""
    for month in course:
        yield {
            "bulan": month.day.isoformat()[:7],
            "per_tanggal": month.day.isoformat(),
            "tahun": month.year,
            "memenuhi": len(month.met),
            "memenuhi_pasti": len(month.certain),
            "memenuhi_belum_lengkap": len(month.incomplete),
            "dari": month.due,
            "ditutup": month.closed,
        }


def agency_year_rows(agencies: Sequence[AgencyYears]) -> Iterator[Row]:
    """One row per agency, each with its years; `status` is None in a year without rules."""
    for row in agencies:
        years = [
            {"tahun": y.year, "jumlah_inovasi": y.count, "status": y.status, "keterangan": y.note or None}
            for y in row.years
        ]
        yield {"slug": row.agency.slug, "nama": row.agency.name, "tahun": years}


def headline_counts(index: YearIndex) -> Row:
    """N, M, all, the counts per status of one year, and who waits for what; `nama_dan_kewajiban` are among `nama`."""
    found = waiting(index)
    return {
        "tahun": index.year,
        "memenuhi": index.met,
        "dari": index.due,
        "per_status": dict(index.counts),
        "seluruhnya": len(index.verdicts),
        "menunggu": {"nama": found.name, "nama_dan_kewajiban": found.both, "kewajiban": found.duty},
        "rincian": f"{parted(index)}.",
        **_state(index),
    }


def about(table: Table, settings: Settings, edition: Edition) -> Row:
    """Who says this, when, from which commit, under which licence, and what the columns mean."""
    return {
        "katalog": settings.name,
        "pengelola": settings.operator,
        "resmi": settings.official,
        "lisensi": LICENCE,
        "lisensi_alamat": LICENCE_ADDRESS,
        "per_tanggal": edition.as_of.isoformat(),
        "commit": edition.commit or None,
        "situs": settings.site or None,
        "repositori": settings.repository or None,
        "kolom": {column.name: column.meaning for column in table.columns},
        "skema": _address(settings, addresses.SCHEMA),
    }


def _address(settings: Settings, address: str) -> str:
    """Absolute where the site's address is known, else from the root."""
    return settings.absolute(address) or f"/{address}"


def _text(value: object) -> str | None:
    return None if value is None else str(value)
