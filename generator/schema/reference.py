"""What an entry or a register refers to: something to read, something to use, a unit."""

from typing import Annotated

from generator.schema.fields import Line, Url, Word
from generator.schema.record import Record, key


class Reference(Record):
    """Something to read: a title and, where there is one, an address."""

    title: Annotated[str, Line(300)] = key("judul", "Judul", "Judul dokumen atau halaman.", required=True)
    url: Url | None = key("url", "Alamat", "Alamat halaman, dimulai dengan https://.")
    note: Annotated[str, Line(300)] | None = key("keterangan", "Keterangan", "Penjelasan singkat.")


class Link(Record):
    """A link for the user of the innovation."""

    title: Annotated[str, Line(150)] = key("judul", "Judul", "Tulisan pada tautan.", required=True)
    url: Url = key("url", "Alamat", "Alamat halaman, dimulai dengan https://.", required=True)


class Unit(Record):
    """Who below the agency made it."""

    kind: Annotated[str, Word("jenis_unit")] = key("jenis", "Jenis unit", "Puskesmas, sekolah, desa, …", required=True)
    name: Annotated[str, Line(150)] = key("nama", "Nama unit", "Nama lengkap unit.", required=True)
