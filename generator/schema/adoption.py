"""Where else an innovation is used, and what copying it needs."""

from typing import Annotated

from pydantic import Field

from generator.schema.fields import Date, Line, Word, YesNo
from generator.schema.record import Record, items, key
from generator.schema.reference import Reference, Unit


class Copy(Record):
    """One replication, from or by another party."""

    party: Annotated[str, Line(200)] = key("pihak", "Pihak", "Daerah atau lembaga.", required=True)
    date: Date | None = key("tanggal", "Tanggal", "Kapan, setepat yang diketahui.")
    note: Annotated[str, Line(300)] | None = key("keterangan", "Keterangan", "Penjelasan singkat.")


class Replication(Record):
    """Where it came from and who took it over."""

    origin: tuple[Copy, ...] = items("dari", "Inovasi asal", "Yang ditiru, bila meniru.", most=10)
    takers: tuple[Copy, ...] = items("oleh", "Peniru", "Pihak yang meniru.", most=50)


class CopyingGuide(Record):
    """What another agency has to know to do the same."""

    cost: Annotated[str, Line(300)] | None = key("biaya", "Biaya", "Biaya memulai dan menjalankannya.")
    staff: Annotated[str, Line(300)] | None = key("tenaga", "Tenaga", "Siapa saja yang diperlukan, bukan nama orang.")
    time: Annotated[str, Line(300)] | None = key("waktu", "Waktu", "Berapa lama dari mulai sampai dipakai.")
    needs: tuple[Annotated[str, Line(300)], ...] = items(
        "syarat", "Syarat", "Yang harus sudah ada lebih dahulu.", most=12
    )
    risks: tuple[Annotated[str, Line(300)], ...] = items(
        "risiko", "Risiko", "Yang dapat menggagalkannya, dan pelajaran dari pengalaman.", most=12
    )
    documents: tuple[Reference, ...] = items(
        "dokumen", "Dokumen", "Yang dapat dibaca atau dipakai ulang: prosedur, formulir, peraturan.", most=12
    )


class Adoption(Record):
    """One place inside the region that uses it; where that lies may be unknown, and then stays so."""

    district: Annotated[str, Word("kecamatan")] | None = key(
        "kecamatan", "Kecamatan", "Kecamatan pemakai, atau tempat desa dan unit itu berada."
    )
    village: Annotated[str, Line(100)] | None = key("desa", "Desa", "Nama desa atau kelurahan pemakai.")
    unit: Unit | None = key("unit", "Unit", "Sekolah, puskesmas, atau unit lain yang memakai.")
    agency: Annotated[str, Word("perangkat_daerah")] | None = key(
        "perangkat_daerah", "Perangkat daerah", "Perangkat daerah yang memakai."
    )
    since: Date | None = key("sejak", "Sejak", "Mulai dipakai kapan, setepat yang diketahui.")
    until: Date | None = key("sampai", "Sampai", "Berhenti dipakai kapan, bila sudah.")
    state: Annotated[str, Word("keadaan_pemakaian")] = key(
        "keadaan", "Keadaan", "Uji coba, dipakai, berhenti, atau batal.", required=True
    )
    cause: Annotated[str, Word("alasan_berhenti")] | None = key(
        "alasan", "Alasan", "Mengapa berhenti atau batal, bila diketahui."
    )
    source: Annotated[str, Line(300)] | None = key(
        "sumber", "Sumber", "Asal keterangan. Bila sama dengan judul pada kolom sumber, situs menautkannya."
    )
    claim: YesNo = Field(
        default=False,
        alias="klaim",
        title="Klaim",
        description="true bila ini pernyataan pejabat, belum diperiksa di tempatnya.",
    )
