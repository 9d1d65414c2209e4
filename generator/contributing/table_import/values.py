"""One cell of a recap -> the values that an entry holds, or why it cannot be taken. Lenient about spelling only."""

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import takewhile
from typing import Final

from generator import dates
from generator.catalogue.registry import Registry
from generator.contributing.answers.amounts import read_amount, unit_of
from generator.contributing.answers.damage import FORMULA, mended
from generator.contributing.answers.outcome import Taken, Unusable
from generator.contributing.answers.written_dates import WrittenDate, read_date
from generator.contributing.names import agency_called, without_mark
from generator.contributing.table_import.columns import NAME, SLUG, RecapColumn
from generator.contributing.table_import.sheet import Cell
from generator.contributing.table_import.synonyms import Meant, meant
from generator.dates import PartialDate
from generator.layout import hyphened
from generator.schema.fields import TRUE_WORDS, Words, nearest, one_line, paragraphs

#: Marks that do not show; copied texts carry them.
_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff]")
_LINE_END = re.compile(r"\r\n?|[\v\f\u2028\u2029\x85]")
#: Day 0 of a spreadsheet's numbers for dates.
_FIRST_DAY: Final = dt.date(1899, 12, 30)
_SHOWN_CHOICES: Final = 12
#: What people write into a cell that they leave empty.
_NOTHING: Final = frozenset(["", "-", "--", "–", "—", "_", "."])


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


def value_of(cell: Cell, column: RecapColumn, region: Region, *, month_first: bool = False) -> Taken | Unusable:
    """The values of one cell under a known column.

    `month_first`: another date in the column has its month before its day.
    """
    if cell.error:
        return Unusable(cell.error, "buka tabel di Excel, pastikan hasilnya tampil, lalu simpan")
    whole = mended(cell.text)
    if isinstance(whole, Unusable):
        return whole
    if column.path in (NAME, SLUG) and FORMULA.match(cell.text):
        return Unusable("rumus, bukan nama", "tulis namanya sebagai teks")
    text = cleaned(whole[0])
    found = _read(text, replace(cell, text=text), column, region, month_first=month_first)
    if isinstance(found, Taken) and whole[1]:
        return replace(found, note="; ".join(filter(None, [whole[1], found.note])))
    return found


def _read(text: str, cell: Cell, column: RecapColumn, region: Region, *, month_first: bool) -> Taken | Unusable:
    shape = column.shape
    if shape.kind == "kata":
        return _words(text, column, region)
    if shape.kind == "prosa":
        return Taken((paragraphs(text),))
    if shape.kind in ("tanggal", "hari") and not column.owner:
        return _date(one_line(text), cell, full=shape.kind == "hari", month_first=month_first)
    if shape.kind == "url" and cell.link:
        return Taken((cell.link,))
    pieces = items(text) if shape.most or column.owner else [one_line(text)]
    taken = [_single(piece, cell, column, month_first=month_first) for piece in pieces]
    refused = next((one for one in taken if isinstance(one, Unusable)), None)
    if not taken:
        return Unusable("tidak ada yang terbaca di sel ini", "isi, atau kosongkan")
    return refused or Taken(tuple(one for one in taken if isinstance(one, str)))


def items(text: str) -> list[str]:
    """The items of a cell that holds several: one a line, or parted by semicolons."""
    return [one for part in re.split(r"[\n;]", text) if (one := one_line(without_mark(part)))]


def _single(text: str, cell: Cell, column: RecapColumn, *, month_first: bool) -> str | Unusable:
    match column.shape.kind:
        case "tanggal" | "hari":
            found = _date(text, cell, full=column.shape.kind == "hari", month_first=month_first)
            if isinstance(found, Taken) and found.words:
                return Unusable("tanggalnya bagian dari tahun atau rentang", "tulis tahunnya saja", found.values)
            return found.values[0] if isinstance(found, Taken) else found
        case "tahun":
            year = cell.date[:4] or date_in(text) or ""
            return year if re.fullmatch(r"[0-9]{4}", year) else Unusable("bukan tahun", "tulis empat angka: 2025")
        case "bilangan":
            return _whole(text, unit_of(column.titled))
        case "desimal":
            return text.replace(",", ".").replace("−", "-")
        case "ya_tidak":
            word = text.casefold()
            known = word in (*TRUE_WORDS, "tidak", "false")
            return (
                ("true" if word in TRUE_WORDS else "false")
                if known
                else Unusable("bukan ya atau tidak", "tulis ya atau tidak", ("ya", "tidak"))
            )
    return text


def date_in(text: str) -> str | None:
    """A date as an Indonesian writes it (`Senin, 17 Agustus 2025`) -> `2025-08-17`, `2025-08` or `2025`; else None."""
    found = read_date(text)
    return found.date if isinstance(found, WrittenDate) and found.whole else None


def _date(text: str, cell: Cell, *, full: bool, month_first: bool) -> Taken | Unusable:
    cure = "tulis 17-8-2025, 17 Agustus 2025, Agustus 2025, atau 2025"
    if cell.date:
        return _shown(cell)
    found = read_date(text, month_first=month_first)
    if isinstance(found, tuple) and found:
        order = month_first and len(found) > 1
        why = "urutan hari dan bulannya tidak pasti" if order else "tanggalnya tidak pasti"
        return Unusable(why, cure, found)
    if found is None and re.fullmatch(r"[0-9]{5}(?:,[0-9]+)?", text):
        day = (_FIRST_DAY + dt.timedelta(int(text[:5]))).isoformat()
        return Unusable("angka, bukan tanggal", "beri sel itu format tanggal di Excel, atau tulis 17-8-2025", (day,))
    if not isinstance(found, WrittenDate):
        return Unusable("tanggal tidak terbaca", cure)
    if full and len(found.date) < len("2025-08-17"):
        return Unusable("tanggalnya belum lengkap", "tulis hari, bulan, dan tahun")
    note = "" if found.whole else f"disimpan sebagai {found.date}, dan tulisannya sebagai keterangan"
    return Taken((found.date,), note, "" if found.whole else text)


def _shown(cell: Cell) -> Taken | Unusable:
    """A date cell; where nobody knows how it is shown, the first of a month may stand for all of it."""
    try:
        PartialDate.parse(cell.date)
    except ValueError:
        return Unusable(f"tahunnya di luar {dates.FIRST_YEAR} sampai {dates.LAST_YEAR}", "betulkan tanggalnya")
    if cell.vague:
        options = (cell.date, cell.date[:7], *([cell.date[:4]] if cell.date.endswith("-01-01") else []))
        return Unusable("tidak terbaca apakah harinya diketahui", "tulis tanggalnya sebagai teks", options)
    return Taken((cell.date,))


def _whole(text: str, unit: int) -> str | Unusable:
    found = read_amount(text)
    if isinstance(found, int):
        stated = re.search(r"[a-z]{2}|[mt]\b", re.sub(r"\A(?:rp|idr)|rupiah", "", text.casefold()))
        return str(found if stated else found * unit)
    if found:
        options = tuple(str(one * unit) for one in found)
        return Unusable("angkanya dapat dibaca lebih dari satu cara", "tulis angka saja: 25000000", options)
    return Unusable("bukan bilangan bulat", "tulis angka saja: 25000000")


def _words(text: str, column: RecapColumn, region: Region) -> Taken | Unusable:
    """Words of choice: the whole cell, else each of its items, else its parts between commas if all are words.

    Of several items those that are no words are told while the others are taken, if the first of them is one.
    """
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
        sure = [one.slug for one in takewhile(bool, map(known, way)) if one and one.sure]
        if way and len(sure) == len(way):
            return Taken(tuple(sure if column.owner else dict.fromkeys(sure)))
    pieces = ways[min(1, len(ways) - 1)] or [one_line(text)]
    typed = region.typed_affairs if vocabulary == "urusan" else {}
    read = [(piece, known(piece)) for piece in pieces]
    left = tuple(_unknown(piece, one, words, typed) for piece, one in read if not (one and one.sure))
    taken = [one.slug for _, one in read if one and one.sure]
    if taken and not column.owner and read[0][1] and read[0][1].sure:
        return Taken(tuple(dict.fromkeys(taken)), left=left)
    return left[0]


def _unknown(answer: str, guess: Meant | None, words: Words, typed: Mapping[str, Sequence[str]]) -> Unusable:
    near = nearest(answer, words)
    slugs = typed.get(hyphened(answer)) or ([guess.slug] if guess else [near] if near else [])
    options = tuple(words[slug] for slug in slugs) or (tuple(words.values()) if len(words) <= _SHOWN_CHOICES else ())
    if slugs:
        cure = "mungkin maksudnya " + " atau ".join(f'"{option}"' for option in options)
    elif options:
        cure = f"pilih salah satu: {'; '.join(options)}"
    else:
        cure = "lihat pilihannya di panduan isian"
    return Unusable(f'"{answer}" tidak ada dalam pilihan', cure, options, answer)
