"""`registry/tautan.yml` as it is written: what was found when the links of evidence were looked at."""

from typing import Annotated, Literal

from generator.schema.fields import Day, Line, Url
from generator.schema.record import Record, items, key

#: Open; shut for certain (no such page, no such host); or no clear answer (refused, too slow, a fault of the server).
LinkState = Literal["terbuka", "tidak-terbuka", "tidak-pasti"]


class SeenLink(Record):
    """One address as it was found last."""

    url: Url = key("alamat", "Alamat", "Alamat bukti, seperti pada isian.", required=True)
    looked: Day = key("dilihat", "Dilihat", "Hari alamat ini terakhir dilihat.", required=True)
    state: LinkState = key("keadaan", "Keadaan", "terbuka, tidak-terbuka, atau tidak-pasti.", required=True)
    since: Day | None = key("sejak", "Sejak", "Hari alamat ini pertama kali ditemukan tidak terbuka.")
    answer: Annotated[str, Line(60)] | None = key("jawaban", "Jawaban", "Kode atau sebab, misalnya 404.")
    archive: Url | None = key("arsip", "Arsip", "Salinannya di arsip umum, bila ada.")


class LinksFile(Record):
    """`registry/tautan.yml`, which `katalog links` writes."""

    note: Annotated[str, Line(500)] | None = key("keterangan", "Keterangan", "Bagaimana tautan dilihat.")
    links: tuple[SeenLink, ...] = items("tautan", "Tautan", "Satu butir satu alamat.", most=5000)
