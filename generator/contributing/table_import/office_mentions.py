"""Offices that a text outside of tables names: a title, a letterhead, a cover, a signature; and how surely."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import Final

from generator.contributing.names import agency_called, spelt
from generator.contributing.table_import.region import DISTRICT_OFFICE, Region
from generator.contributing.table_import.sheet import Cell
from generator.contributing.units import unit_kind
from generator.text.spelling import folded

#: What is longer is a text and no title: whom it names has only to do with it.
_LONGEST: Final = 300
_MOST_WORDS: Final = 30
_LONGEST_NAME: Final = 14
#: Whom something is sent to, or who is only spoken of.
_OTHERS: Final = re.compile(
    r"\b(?:kepada|kpd|yth|melalui|via|lewat|tembusan|cc|ke|dikirim\w*|kirim\w*|disampaikan|diserahkan|hubungi|"
    r"menindaklanjuti|sesuai|berdasarkan|menunjuk|memenuhi|sehubungan|bersama|mitra|kerja ?sama|kolaborasi|"
    r"contoh\w*|misal\w*|seperti|alamat|perihal|hal|belum termasuk|kecuali|selain)\b"
)
#: Who put the table together.
_COMPILERS: Final = re.compile(
    r"\b(?:oleh|direkap\w*|dihimpun|diolah|disusun|dikompilasi|kompilasi|verifikator|verifikasi|diverifikasi|petugas|"
    r"admin|narahubung|sekretariat tim|tim penilai|penilai|pembina|pendamping|fasilitasi)\b"
)
#: What stands before a district that is only a place.
_AT: Final = re.compile(r"\b(?:jalan|jl|jln|desa|ds|kelurahan|kel|dusun|rt|rw|km|di|wilayah)\b")
_DISTRICT: Final = frozenset(["kecamatan", "camat", "kantor"])
#: What says that a table is of many offices.
_OF_MANY: Final = re.compile(
    r"\b(?:seluruh|semua|setiap|tiap|masing masing|antar|lintas|para)(?: [a-z]+)? "
    r"(?:opd|skpd|perangkat daerah|dinas|instansi|kecamatan|badan|organisasi)\b|\bse kab(?:upaten)?\b|"
    r"\blingkungan (?:pemerintah(?:an)? )?(?:daerah )?(?:kabupaten|kab|kota|pemkab|pemda)\b"
)
#: How the line begins under which a head of an office signs.
_SIGNS: Final = re.compile(
    r"(?:(?:mengetahui|menyetujui|a ?n|atas nama|plt|plh|pj|pjs|yang membuat|hormat kami) )*"
    r"(?:kepala|camat|direktur|inspektur|sekretaris|kasat|kasatpol|kadis|kaban|pimpinan)\b"
)
#: How the head of an office is called -> the office.
_HEADS: Final = {"camat": "kecamatan", "inspektur": "inspektorat", "sekretaris": "sekretariat"}
_SOURCE: Final = re.compile(
    r"(?:sumber|sumber data|opd|skpd|perangkat daerah|instansi|unit kerja)\s*[:=]", re.IGNORECASE
)
#: What parts a title: `BAGIAN UMUM - DINAS SOSIAL`.
_PARTS: Final = re.compile(r"\s[-–—]+\s|[;:\n]")
_COORDINATES: Final = frozenset(["perencanaan", "riset", "penelitian"])


@dataclass(frozen=True, slots=True)
class Mention:
    """An agency that a cell names: `called` as it stands there; `sure` if nothing says that it may be another's."""

    cell: Cell
    sheet: str
    slug: str
    called: str
    sure: bool

    @property
    def named(self) -> Cell:
        """The cell with nothing but the name, on its sheet."""
        return replace(self.cell, text=self.called, sheet=self.sheet)


def mentions_in(cell: Cell, sheet: str, before: str, region: Region) -> Iterator[Mention]:
    """The agencies that a text names; `before` is what stands before it, in its row and right above."""
    words = spelt(folded(cell.text)).split() if len(cell.text) <= _LONGEST else []
    parts = list(accumulate(len(spelt(folded(part)).split()) for part in _PARTS.split(cell.text[:_LONGEST])))
    at = start = 0
    while at < len(words) <= _MOST_WORDS:
        length, slug = _longest(words, at, region)
        if not slug:
            at += 1
            continue
        said = " ".join([*folded(before).split(), *words[start:at]])
        called, place = " ".join(words[at : at + length]), slug.startswith(DISTRICT_OFFICE)
        only_place = place and (_AT.search(said) is not None or words[at] not in _DISTRICT)
        if not only_place and not _OTHERS.search(said):
            beside = " ".join(words[max([start, *(end for end in parts if end <= at)]) : at])
            unsure = _COMPILERS.search(said) or _names_unit(beside) or coordinates(slug, region)
            yield Mention(cell, sheet, slug, called, not unsure)
        at += length
        start = at


def _longest(words: Sequence[str], at: int, region: Region) -> tuple[int, str]:
    """The longest name of an agency that begins with a word: how many words it has, and whose it is."""
    first = _HEADS.get(words[at], words[at])
    if first not in region.first_words:
        return 0, ""
    for length in range(min(len(words) - at, _LONGEST_NAME), 0, -1):
        if slug := agency_called(" ".join([first, *words[at + 1 : at + length]]), region.registry, region.name):
            return length, slug
    return 0, ""


def _names_unit(text: str) -> bool:
    """Whether what stands right before an agency is a unit of it by name: `Seksi Promosi`."""
    words = text.split()
    return any(unit_kind(" ".join(words[at:])) for at in range(len(words) - 1))


def coordinates(slug: str, region: Region) -> bool:
    """Whether an agency gathers the innovations of all others: of planning, or of research and innovation."""
    return bool(_COORDINATES & set(folded(region.registry.agencies[slug].name).split()))


def is_signature(text: str) -> bool:
    """Whether a text begins as the line above a signature does: `Plt. Kepala Dinas Kesehatan`, `CAMAT KUBU`."""
    return _SIGNS.match(folded(text)) is not None


def is_of_many(text: str) -> bool:
    """Whether a title says that a table is of many offices: `Seluruh Perangkat Daerah`, `se-Kabupaten`."""
    return _OF_MANY.search(folded(text[:_LONGEST])) is not None


def names_source(text: str) -> bool:
    """Whether a text says whose data these are: `Sumber: Dinas Kesehatan`, `OPD: Dinas Kesehatan`."""
    return _SOURCE.match(text.strip()) is not None
