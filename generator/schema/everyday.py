"""`registry/words.yml` as it is typed: how the words that people type stand to the words of the catalogue.

Only the words of an affair itself stand elsewhere, with the affair in `registry/taxonomy.yml`.
"""

from typing import Annotated

from generator.schema.fields import Line, Slug
from generator.schema.record import Record, items, key
from generator.schema.reference import Reference

#: A word or a phrase, as people type it; two are equal once they are folded (`text/spelling.py`).
Everyday = Annotated[str, Line(60)]


class OtherForms(Record):
    """What people type in place of a word: spelling, short form, older term, local speech."""

    word: Everyday = key("kata", "Kata", "Kata yang dipakai katalog.", required=True)
    forms: tuple[Everyday, ...] = items("juga", "Juga ditulis", "Yang diketik orang.", most=60, least=1)


class Meaning(Record):
    """One meaning of a word; no affair = it lies outside the catalogue."""

    meaning: Annotated[str, Line(120)] = key("arti", "Arti", "Kepanjangan atau arti.", required=True)
    affair: Slug | None = key("urusan", "Urusan", "Slug urusan; null = di luar katalog.")


class Ambiguous(Record):
    """A word that means several things: all are offered, none is chosen."""

    word: Everyday = key("kata", "Kata", "Kata atau singkatan.", required=True)
    meanings: tuple[Meaning, ...] = items("arti", "Arti", "Sedikitnya dua, yang paling lazim dahulu.", most=10, least=2)


class Misleading(Record):
    """A word that must never stand for another: everywhere, or only as a word of these affairs."""

    word: Everyday = key("kata", "Kata", "Kata yang menyesatkan.", required=True)
    reason: Annotated[str, Line(300)] = key("sebab", "Sebab", "Mengapa menyesatkan.", required=True)
    affairs: tuple[Slug, ...] = items("urusan", "Urusan", "Hanya pada urusan ini; kosong = di mana pun.", most=40)
    answer: Annotated[str, Line(200)] | None = key(
        "jawaban", "Jawaban", "Yang dikatakan pencarian kepada warga yang mencarinya: satu kalimat."
    )


class PageNames(Record):
    """What people say for one page of the site, beside its title."""

    address: Annotated[str, Line(120)] = key("alamat", "Alamat", "Alamat halaman, misalnya data/.", required=True)
    names: tuple[Everyday, ...] = items("sebutan", "Sebutan", "Yang diketik orang.", most=200, least=1)


class DistrictPlaces(Record):
    """Villages and places of one district, as one source names them."""

    district: Slug = key("kecamatan", "Kecamatan", "Slug kecamatan.", required=True)
    names: tuple[Everyday, ...] = items("nama", "Nama", "Nama desa dan tempat.", most=200, least=1)
    source: Reference = key("sumber", "Sumber", "Asal nama-nama ini.", required=True)


class EverydayWords(Record):
    """`registry/words.yml`; a region without the file has none of these words."""

    requests: tuple[Everyday, ...] = items("permintaan", "Kata permintaan", "Lepas bila ada kata lain.", most=400)
    wide: tuple[Everyday, ...] = items(
        "kata_luas", "Kata yang luas", "Dicari juga, tetapi menentukan sedikit.", most=400
    )
    own_places: tuple[Everyday, ...] = items("tempat_sendiri", "Nama daerah sendiri", "Lepas sebagai frasa.", most=40)
    offices: tuple[Everyday, ...] = items(
        "kantor", "Kata kantor", "Yang mengetiknya mencari perangkat daerah.", most=40
    )
    pages: tuple[PageNames, ...] = items("halaman", "Sebutan halaman", "Yang dikatakan orang.", most=200)
    others: tuple[OtherForms, ...] = items("bentuk_lain", "Bentuk lain", "Yang diketik dan yang dimaksud.", most=2000)
    ambiguous: tuple[Ambiguous, ...] = items("makna_ganda", "Makna ganda", "Kata dengan beberapa arti.", most=400)
    misleading: tuple[Misleading, ...] = items("menyesatkan", "Menyesatkan", "Bukan padanan apa pun.", most=1000)
    rootless: tuple[Everyday, ...] = items("tanpa_akar", "Tanpa akar", "Nama yang tidak diambil akarnya.", most=400)
    places: tuple[DistrictPlaces, ...] = items("tempat", "Tempat", "Nama desa dan tempat, menurut kecamatan.", most=400)
