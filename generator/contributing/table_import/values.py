"""One cell of a recap -> the values that an entry holds, or why it cannot be taken. Lenient about spelling only."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import takewhile
from typing import Final

from generator import dates
from generator.catalogue.registry import Registry
from generator.contributing.names import agency_called, without_mark
from generator.contributing.table_import.columns import RecapColumn
from generator.contributing.table_import.sheet import Cell
from generator.contributing.table_import.synonyms import Meant, meant
from generator.dates import PartialDate
from generator.layout import hyphened
from generator.schema.fields import TRUE_WORDS, Words, nearest, one_line, paragraphs

#: Marks that do not show; copied texts carry them.
_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff]")
_LINE_END = re.compile(r"\r\n?|[\v\f\u2028\u2029\x85]")
_MIDNIGHT = re.compile(r"(?<![ T])[ T]+(?:00[:.]00(?:[:.]00)?)(?:\.0+)?\Z")
_THOUSANDS = re.compile(r"(\d{1,3}(?:([.,])\d{3})(?:\2\d{3})*|\d+)(?:[.,](?:0+|-)|,-)?\Z", re.ASCII)
_SHOWN_CHOICES: Final = 12
#: What people write into a cell that they leave empty.
_NOTHING: Final = frozenset(["", "-", "--", "–", "—", "_", "."])


@dataclass(frozen=True, slots=True)
class Taken:
    """The values of a cell as texts; `note` says (Indonesian) what the reader had to guess."""

    values: tuple[str, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Unusable:
    """Why a cell cannot be taken, and how to mend it: two Indonesian phrases."""

    reason: str
    cure: str


@dataclass(frozen=True)
class Region:
    """What answers are read against: the registers and the region's own name."""

    registry: Registry
    name: str

    @cached_property
    def words(self) -> Mapping[str, Words]:
        """The words of every choice."""
        return self.registry.words()

    @cached_property
    def typed_affairs(self) -> Mapping[str, Sequence[str]]:
        """What people type for affairs."""
        return self.registry.typed_affairs()


def is_nothing(cell: Cell) -> bool:
    """Whether a cell says that it is empty."""
    return not cell.error and _INVISIBLE.sub("", cell.text).strip() in _NOTHING


def cleaned(text: str) -> str:
    """`text` with plain line ends and blanks, without marks that do not show."""
    return _LINE_END.sub("\n", _INVISIBLE.sub("", text)).replace("\t", " ")


def value_of(cell: Cell, column: RecapColumn, region: Region) -> Taken | Unusable:
    """The values of one cell under a known column."""
    if cell.error:
        return Unusable(cell.error, "buka tabel di Excel, pastikan hasilnya tampil, lalu simpan")
    text = cleaned(cell.text)
    shape = column.shape
    if shape.kind == "kata":
        return _words(text, column, region)
    if shape.kind == "prosa":
        return Taken((paragraphs(text),))
    pieces = items(text) if shape.most or column.owner else [one_line(text)]
    taken = [_single(piece, cell, column) for piece in pieces]
    refused = next((one for one in taken if isinstance(one, Unusable)), None)
    if not taken:
        return Unusable("tidak ada yang terbaca di sel ini", "isi, atau kosongkan")
    return refused or Taken(tuple(one for one in taken if isinstance(one, str)))


def items(text: str) -> list[str]:
    """The items of a cell that holds several: one a line, or parted by semicolons."""
    return [one for part in re.split(r"[\n;]", text) if (one := one_line(without_mark(part)))]


def _single(text: str, cell: Cell, column: RecapColumn) -> str | Unusable:
    match column.shape.kind:
        case "tanggal" | "hari":
            return _date(text, cell, full=column.shape.kind == "hari")
        case "tahun":
            year = cell.date[:4] or text
            return year if re.fullmatch(r"[0-9]{4}", year) else Unusable("bukan tahun", "tulis empat angka: 2025")
        case "bilangan":
            return _whole(text)
        case "desimal":
            return text.replace(",", ".").replace("−", "-")
        case "ya_tidak":
            word = text.casefold()
            known = word in (*TRUE_WORDS, "tidak", "false")
            return (
                ("true" if word in TRUE_WORDS else "false")
                if known
                else Unusable("bukan ya atau tidak", "tulis ya atau tidak")
            )
    return text


def date_in(text: str) -> str | None:
    """A date as an Indonesian writes it (`Senin, 17 Agustus 2025`) -> `2025-08-17`, `2025-08` or `2025`; else None."""
    plain = _MIDNIGHT.sub("", one_line(text)).replace(",", ", ")
    try:
        return PartialDate.parse(plain).text
    except ValueError:
        return dates.suggestion(" ".join(plain.split()))


def _date(text: str, cell: Cell, *, full: bool) -> str | Unusable:
    date = cell.date or date_in(text)
    if date is None and re.fullmatch(r"[0-9]{5}(?:,[0-9]+)?", text):
        return Unusable("angka, bukan tanggal", "beri sel itu format tanggal di Excel, atau tulis 17-8-2025")
    if date is None:
        return Unusable("tanggal tidak terbaca", "tulis 17-8-2025, 17 Agustus 2025, Agustus 2025, atau 2025")
    try:
        PartialDate.parse(date)
    except ValueError:
        return Unusable(f"tahunnya di luar {dates.FIRST_YEAR} sampai {dates.LAST_YEAR}", "betulkan tanggalnya")
    if full and len(date) < len("2025-08-17"):
        return Unusable("tanggalnya belum lengkap", "tulis hari, bulan, dan tahun")
    return date


def _whole(text: str) -> str | Unusable:
    match = _THOUSANDS.match(re.sub(r"^rp\.?\s*|\s", "", text.casefold()))
    if not match:
        return Unusable("bukan bilangan bulat", "tulis angka saja: 25000000")
    return re.sub(r"\D", "", match.group(1))


def _words(text: str, column: RecapColumn, region: Region) -> Taken | Unusable:
    """Words of choice: the whole cell, else each of its items, else its parts between commas if all are words."""
    vocabulary = column.shape.vocabulary
    words = region.words[vocabulary]

    def known(answer: str) -> Meant | None:
        if vocabulary == "perangkat_daerah":
            slug = agency_called(answer, region.registry, region.name)
            return Meant(slug, sure=True) if slug else None
        return meant(answer, vocabulary, words)

    several = bool(column.shape.most or column.owner)
    ways = [[one_line(text)], items(text), items(text.replace(",", ";"))] if several else [[one_line(text)]]
    for way in ways:
        sure = [one for one in takewhile(bool, map(known, way)) if one]
        if way and len(sure) == len(way):
            guesses = [f'"{words[one.slug]}"' for one in sure if not one.sure]
            note = f"dibaca sebagai {', '.join(guesses)}" if guesses else ""
            slugs = [one.slug for one in sure]
            return Taken(tuple(slugs if column.owner else dict.fromkeys(slugs)), note)
    unknown = next((answer for answer in ways[min(1, len(ways) - 1)] if not known(answer)), one_line(text))
    typed = region.typed_affairs if vocabulary == "urusan" else {}
    return Unusable(f'"{unknown}" tidak ada dalam pilihan', _offer(unknown, words, typed))


def _offer(answer: str, words: Words, typed: Mapping[str, Sequence[str]]) -> str:
    near = nearest(answer, words)
    meant = typed.get(hyphened(answer)) or ([near] if near else [])
    if meant:
        return "mungkin maksudnya " + " atau ".join(f'"{words[slug]}"' for slug in meant)
    if len(words) <= _SHOWN_CHOICES:
        return f"pilih salah satu: {'; '.join(words.values())}"
    return "lihat pilihannya di panduan isian"
