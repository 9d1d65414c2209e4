"""What an entry or a register refers to: something to read, something to use."""

from typing import Annotated

from generator.schema.fields import Line, Url
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
