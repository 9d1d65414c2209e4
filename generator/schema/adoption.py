"""Where else an innovation is used, and what copying it needs."""

from typing import Annotated

from generator.schema.fields import Date, Line
from generator.schema.record import Record, items, key
from generator.schema.reference import Reference


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
