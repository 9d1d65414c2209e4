"""Pages that explain the data: the field guide of an innovation file and the open data page."""

from collections.abc import Iterator, Mapping
from typing import Final

from generator import addresses
from generator.compliance.wording import number
from generator.publishing.tables import TABLES
from generator.publishing.view import Page, View
from generator.schema.shape import Shape, ValueKind, shapes
from generator.settings import LICENCE, LICENCE_ADDRESS


def pages(view: View) -> Iterator[Page]:
    """The guide and the data page."""
    yield Page(
        address=addresses.GUIDE,
        template="panduan",
        title="Panduan isian inovasi",
        description="Arti setiap kolom isian inovasi, batasnya, dan pilihan yang tersedia.",
        crumbs=(("Beranda", addresses.HOME), ("Kontribusi", addresses.CONTRIBUTE)),
        context={"kolom": shapes(), "jenis_kolom": kind_words, "kosakata": view.catalogue.registry.words()},
    )
    yield Page(
        address=addresses.DATA,
        template="data",
        title="Data terbuka",
        description="Berkas data katalog: JSON, CSV, skema, dan umpan, beserta arti kolomnya.",
        crumbs=(("Beranda", addresses.HOME),),
        context={"tabel": TABLES, "lisensi": LICENCE, "lisensi_alamat": LICENCE_ADDRESS},
    )


_WORDS: Final[Mapping[ValueKind, str]] = {
    "baris": "teks",
    "prosa": "paragraf, daftar, dan tautan",
    "kata": "pilihan",
    "tanggal": "tanggal: 2025, 2025-08, atau 2025-08-17",
    "hari": "tanggal lengkap: 2025-08-17",
    "tahun": "tahun",
    "bilangan": "bilangan bulat",
    "desimal": "bilangan desimal dengan titik",
    "ya_tidak": "true atau false",
    "url": "alamat web",
    "surel": "alamat surel",
    "telepon": "nomor telepon",
    "slug": "huruf kecil, angka, dan tanda hubung",
    "kelompok": "kelompok kolom",
}


def kind_words(shape: Shape) -> str:
    """What to write under a key, in one phrase."""
    words = _WORDS[shape.kind]
    if shape.keyed:
        return f"{words} per {shape.vocabulary}"
    if shape.most:
        words = f"daftar {words}, paling banyak {shape.most} butir"
    return f"{words}, paling panjang {number(shape.limit)} karakter" if shape.limit else words
