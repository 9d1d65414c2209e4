"""Pages that explain the data: the field guide of an innovation file and the open data page."""

from collections.abc import Iterator, Mapping
from typing import Final

from generator import addresses
from generator.compliance.wording import number
from generator.publishing.tables import TABLES, files_of
from generator.publishing.view import Page, View
from generator.schema.shape import Shape, ValueKind, shapes
from generator.settings import LICENCE, LICENCE_ADDRESS
from generator.table import Table


def pages(view: View) -> Iterator[Page]:
    """The guide and the data page."""
    yield Page(
        address=addresses.GUIDE,
        prose=True,
        template="panduan",
        title="Panduan isian inovasi",
        description="Arti setiap kolom isian inovasi, batasnya, dan pilihan yang tersedia.",
        crumbs=(("Beranda", addresses.HOME), ("Catat inovasi", addresses.CONTRIBUTE)),
        context={
            "wajib": [shape.key for shape in shapes() if shape.required],
            "kolom": shapes(),
            "jenis_kolom": kind_words,
            "pilihan_kolom": _listed_choice,
            "kata_pilihan": _choice_words,
            "pilihan": [
                (name, "Indikator kematangan" if name == "indikator" else _choice_words(name).capitalize(), words)
                for name, words in view.catalogue.registry.words().items()
                if name not in (*_ELSEWHERE, *_NOT_TYPED)
            ],
        },
    )
    yield Page(
        address=addresses.DATA,
        prose=True,
        template="data",
        called=("unduh data", "unduh Excel", "ekspor data"),
        title="Data terbuka",
        description="Unduh data katalog: JSON, CSV, skema, dan umpan, beserta arti kolomnya.",
        crumbs=(("Beranda", addresses.HOME),),
        context={
            "tabel_tabel": [(table, _data_files(table)) for table in TABLES],
            "commit": view.edition.commit[:12],
            "lisensi": LICENCE,
            "lisensi_alamat": LICENCE_ADDRESS,
        },
    )


def _data_files(table: Table) -> tuple[tuple[str, str], ...]:
    """Address and name of each file of a table."""
    base = files_of(table)
    return (f"{base}.csv", "CSV"), (f"{base}.json", "JSON"), (f"{base}.csv-metadata.json", "keterangan CSV (CSVW)")


#: Vocabularies of keys that have their own list: the guide itself, and the pages of agencies.
_ELSEWHERE: Final = ("kolom", "perangkat_daerah")
#: Vocabularies that no key of an innovation takes its words from.
_NOT_TYPED: Final = ("tahapan", "jenis_perangkat_daerah")
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


def _listed_choice(shape: Shape) -> str:
    """The vocabulary that the guide lists for a key, "" if there is none."""
    return "" if shape.vocabulary in _ELSEWHERE else shape.vocabulary


def _choice_words(vocabulary: str) -> str:
    """A vocabulary as it is called in a sentence."""
    return vocabulary.replace("_ki", " kekayaan intelektual").replace("_", " ")
