"""Offices that a text outside of tables names: a title, a letterhead, a cover, a signature; and how surely."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import Final

from generator.contributing.names import agency_called, spelt
from generator.contributing.table_import.cells.region import DISTRICT_OFFICE, Region
from generator.contributing.table_import.files.sheet import Cell
from generator.contributing.units import agency_over, unit_kind
from generator.text.spelling import folded

#: What is longer is a text and no title: whom it names has only to do with it.
_LONGEST: Final = 300
_MOST_WORDS: Final = 30
#: So many words of a text are tried that might begin the name of an agency, and do not.
_MOST_TRIED: Final = 3
_LONGEST_NAME: Final = 14
#: Whom something is sent to, or who is only spoken of.
_OTHERS: Final = re.compile(
    r"\b(?:kepada|kpd|yth|melalui|via|lewat|tembusan|cc|ke|dikirim\w*|kirim\w*|disampaikan|diserahkan|hubungi|"
    r"menindaklanjuti|sesuai|berdasarkan|menunjuk|memenuhi|sehubungan|bersama|mitra|kerja ?sama|kolaborasi|"
    r"contoh\w*|misal\w*|seperti|alamat|perihal|hal|belum termasuk|kecuali|selain|dasar|edaran|undangan)\b"
)
#: Who put the table together.
_COMPILERS: Final = re.compile(
    r"\b(?:oleh|direkap\w*|dihimpun|diolah|disusun|dikompilasi|kompilasi|verifikator|verifikasi|diverifikasi|petugas|"
    r"admin|narahubung|sekretariat tim|penilai|penilaian|dinilai|pembina|dibina|binaan|pendamping|fasilitasi|"
    r"diunduh|unduhan|aplikasi|laman|website|situs|portal|server)\b"
)
#: Whose innovations they are, whatever others do with them: `OPD yang diverifikasi: Dinas Kesehatan`.
_THOSE: Final = re.compile(r"\b(?:perangkat daerah|opd|skpd|instansi|dinas|unit kerja) yang di\w+")
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
_HEADS: Final = {
    "camat": "kecamatan",
    "kadis": "dinas",
    "kaban": "badan",
    "inspektur": "inspektorat",
    "sekretaris": "sekretariat",
}
_SOURCE: Final = re.compile(
    r"(?:sumber|sumber data|opd|skpd|perangkat daerah|instansi|unit kerja)\s*[:=]", re.IGNORECASE
)
#: What parts a title: `BAGIAN UMUM - DINAS SOSIAL`.
_PARTS: Final = re.compile(r"\s[-–—]+\s|[;:\n]")
#: What stands behind the name of a unit and is no part of it.
_BEHIND_UNIT: Final = frozenset([
    "tahun", "th", "ta", "kecamatan", "kabupaten", "kab", "semester", "triwulan", "bulan", "se", "seluruh", "semua",
    "dan", "dinas", "yang", "untuk", "per", "di", "pada", "keadaan", "inovasi", "dalam", "oleh",
])  # fmt: skip
_LONGEST_UNIT: Final = 6
_YEAR: Final = re.compile(r"20[0-9]{2}")
_COORDINATES: Final = frozenset(["perencanaan", "riset", "penelitian"])


@dataclass(frozen=True, slots=True)
class Mention:
    """An agency that a cell names: `called` as it stands there; `sure` if nothing says that it may be another's.

    `unit`: what is called is a unit that only this agency can have; `gathers`: it is unsure only because the agency
    gathers the innovations of all others too.
    """

    cell: Cell
    sheet: str
    slug: str
    called: str
    sure: bool
    unit: bool = False
    gathers: bool = False

    @property
    def named(self) -> Cell:
        """The cell with nothing but the name, on its sheet."""
        return replace(self.cell, text=self.called, sheet=self.sheet)


def mentions_in(cell: Cell, sheet: str, before: str, region: Region) -> Iterator[Mention]:
    """The agencies that a text names; `before` is what stands before it, in its row and right above."""
    words = spelt(folded(cell.text)).split() if len(cell.text) <= _LONGEST else []
    parts = list(accumulate(len(spelt(folded(part)).split()) for part in _PARTS.split(cell.text[:_LONGEST])))
    at = start = 0
    tried = 0
    while at < len(words) <= _MOST_WORDS and tried < _MOST_TRIED:
        length, slug = _longest(words, at, region)
        tried += not slug and _HEADS.get(words[at], words[at]) in region.first_words
        unit = not slug
        if unit:
            length, slug = _unit_at(words, at, region)
        if not slug:
            at += 1
            continue
        said = " ".join([*folded(before).split(), *words[start:at]])
        called = _as_written(cell.text, words, at, at + length) if unit else _office(words, at, length)
        place = slug.startswith(DISTRICT_OFFICE)
        only_place = place and (_AT.search(said) is not None or words[at] not in _DISTRICT)
        if not only_place and not _OTHERS.search(said):
            beside = " ".join(words[max([start, *(end for end in parts if end <= at)]) : at])
            unsure = _COMPILERS.search(_THOSE.sub("", said)) or _names_unit(beside)
            unsure = unsure or words[at : at + 2] == ["sekretaris", "daerah"]  # who signs for all
            gathers = coordinates(slug, region)
            yield Mention(cell, sheet, slug, called, not (unsure or gathers), unit, gathers and not unsure)
        at += length
        start = at


def _longest(words: Sequence[str], at: int, region: Region) -> tuple[int, str]:
    """The longest name of an agency that begins with a word: how many words it has, and whose it is."""
    if _HEADS.get(words[at], words[at]) not in region.first_words:
        return 0, ""
    for length in range(min(len(words) - at, _LONGEST_NAME), 0, -1):
        if slug := agency_called(_office(words, at, length), region.registry, region.name):
            return length, slug
    return 0, ""


def _office(words: Sequence[str], at: int, length: int) -> str:
    return " ".join([_HEADS.get(words[at], words[at]), *words[at + 1 : at + length]])


def _unit_at(words: Sequence[str], at: int, region: Region) -> tuple[int, str]:
    """A unit by name that only one agency can have (`Puskesmas Melati`): how many words it has, and whose it is."""
    if not unit_kind(words[at]):
        return 0, ""
    ends = (n for n in range(at + 1, len(words)) if words[n] in _BEHIND_UNIT or _YEAR.fullmatch(words[n]))
    length = min(next(ends, len(words)) - at, _LONGEST_UNIT)
    return length, agency_over(" ".join(words[at : at + length]), region.registry) or ""


def _as_written(text: str, words: Sequence[str], at: int, end: int) -> str:
    """The words of a text from one to before another, as they stand there."""
    places = [match.span() for match in re.finditer(r"[^\W_]+", text)]
    return text[places[at][0] : places[end - 1][1]] if len(places) == len(words) else " ".join(words[at:end])


def _names_unit(text: str) -> bool:
    """Whether what stands right before an agency is a unit of it by name: `Seksi Promosi`."""
    words = text.split()
    return any(unit_kind(" ".join(words[at:])) for at in range(len(words) - 1))


def coordinates(slug: str, region: Region) -> bool:
    """Whether an agency gathers the innovations of all others: of planning, or of research and innovation."""
    return bool(_COORDINATES & set(folded(region.registry.agencies[slug].name).split()))


def may_mention(text: str, region: Region) -> bool:
    """Whether a text has a word with which a name of an agency may begin."""
    return any(_HEADS.get(word, word) in region.first_words for word in spelt(folded(text[:_LONGEST])).split())


def is_signature(text: str) -> bool:
    """Whether a text begins as the line above a signature does: `Plt. Kepala Dinas Kesehatan`, `CAMAT KUBU`."""
    return _SIGNS.match(folded(text)) is not None


def is_of_many(text: str) -> bool:
    """Whether a title says that a table is of many offices: `Seluruh Perangkat Daerah`, `se-Kabupaten`."""
    return _OF_MANY.search(folded(text[:_LONGEST])) is not None


def names_source(text: str) -> bool:
    """Whether a text says whose data these are: `Sumber: Dinas Kesehatan`, `OPD: Dinas Kesehatan`."""
    return _SOURCE.match(text.strip()) is not None
