"""What an entry says of its level in each indicator of the national index, and on what evidence."""

from typing import Annotated

from generator.schema.fields import Date, Line, Url
from generator.schema.record import Record, items, key
from generator.schema.whole_numbers import Whole


class Evidence(Record):
    """A document that supports an indicator; the document itself stays out of Git."""

    title: Annotated[str, Line(200)] = key("judul", "Judul", "Judul dokumen bukti.", required=True)
    kind: Annotated[str, Line(60)] | None = key("jenis", "Jenis", "SK, laporan, foto, …")
    date: Date | None = key("tanggal", "Tanggal", "Tanggal dokumen.")
    url: Url | None = key("tautan", "Tautan", "Alamat dokumen bila terbuka untuk umum.")


class Maturity(Record):
    """The level reached in one indicator of the national index."""

    level: Annotated[int, Whole(1, 3)] = key("tingkat", "Tingkat", "1, 2 atau 3 menurut pedoman.", required=True)
    basis: Annotated[str, Line(60)] | None = key(
        "dasar", "Dasar hitung", "Untuk indikator yang punya pilihan dasar hitung."
    )
    evidence: tuple[Evidence, ...] = items("bukti", "Bukti", "Dokumen pendukung.", most=10)
