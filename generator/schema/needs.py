"""`registry/problems.yml` as it is typed: problems that an agency asks others to help with. None is an innovation."""

from typing import Annotated

from generator.schema.escort import Sought
from generator.schema.fields import Day, Line, Prose, Slug
from generator.schema.record import Record, items, key


class Need(Sought):
    """One problem: whose it is, what is sought from whom, and what came of it."""

    slug: Slug = key("slug", "Slug", "Ejaan tetap; bagian alamatnya.", required=True)
    title: Annotated[str, Line(200)] = key("judul", "Judul", "Masalahnya dalam satu baris.", required=True)
    agency: Slug = key("perangkat_daerah", "Perangkat daerah", "Slug yang meminta.", required=True)
    text: Annotated[str, Prose(2000)] | None = key("uraian", "Uraian", "Masalahnya, dengan angka bila ada.")
    date: Day = key("tanggal", "Tanggal", "Hari permintaan ini dicatat.", required=True)
    innovation: Slug | None = key("inovasi", "Inovasi", "Slug inovasi yang menjawabnya, bila ada.")


class NeedsFile(Record):
    """`registry/problems.yml`."""

    note: Annotated[str, Line(500)] | None = key("keterangan", "Keterangan", "Dari mana daftar ini.")
    needs: tuple[Need, ...] = items("masalah", "Masalah", "Daftar.", most=500)
