"""One cell of a recap -> the values that an entry holds, or why it cannot be taken. Lenient about spelling only."""

import datetime as dt
import re
from dataclasses import replace
from typing import Final

from generator import dates
from generator.catalogue.catalogue import STOPPED
from generator.contributing.answers.amounts import amounts_meant, read_amount, unit_of
from generator.contributing.answers.damage import FORMULA, mended
from generator.contributing.answers.funds import funded
from generator.contributing.answers.outcome import Taken, Unusable
from generator.contributing.answers.written_dates import WrittenDate, begun, dates_meant, is_first_day, read_date
from generator.contributing.table_import.cells.boxes import in_rank, ticked
from generator.contributing.table_import.cells.choices import chosen, items
from generator.contributing.table_import.cells.leftovers import not_meant, without_footnote
from generator.contributing.table_import.cells.region import Region
from generator.contributing.table_import.cells.sums import sums_in, without_sum
from generator.contributing.table_import.files.sheet import Cell
from generator.contributing.table_import.words.columns import NAME, NUMBER, SLUG, STAGE, RecapColumn
from generator.dates import PartialDate
from generator.schema.fields import FALSE_WORDS, TRUE_WORDS, one_line, paragraphs
from generator.text.github import plain
from generator.text.spelling import folded

#: Marks that do not show; copied texts carry them.
_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff]")
#: A word that the end of a line parts: with a hyphen that only shows there, or with one that may belong to it.
_SOFT_PARTED = re.compile("(?<=[^\\W\\d_])\u00ad[ \\t]*\n[ \\t]*(?=[^\\W\\d_])")
_PARTED = re.compile("(?<=[^\\W\\d_])([-\u2010\u2011])[ \\t]*\n[ \\t]*(?=[^\\W\\d_])")
_LINE_END = re.compile(r"\r\n?|[\v\f\u2028\u2029\x85]")
#: What programs set before a number that is kept as text: `'2024`, but not `'24`.
_MARK_OF_TEXT = re.compile(r"\A\s*['’](?=[0-9][0-9.,/-]{3,}\s*\Z)")
#: The number of a row before a name: `1. Klinik Terapung`.
_COUNTED = re.compile(r"\s*(?:\([0-9]{1,3}\)|[0-9]{1,3}[.)])\s+(?=\S)")
#: Why a date is not taken whose day may be its month.
ORDER: Final = "urutan hari dan bulannya tidak pasti"
#: Day 0 of a spreadsheet's numbers for dates.
_FIRST_DAY: Final = dt.date(1899, 12, 30)
#: From so many rupiah on, a sum in a column of thousands or millions may have been written whole.
_UNLIKELY: Final = 10**10
#: A budget of less was hardly written whole.
_UNLIKELY_LITTLE: Final = 100_000
_BUDGET: Final = ("anggaran", "jumlah")
#: Behind a date, what it goes by: `17 Juli 2023 (SK Nomor 12 Tahun 2023)`.
_REASON_BEHIND = re.compile(
    r"([^()]{4,40}?)\s*\((?:sk|surat|berdasarkan|sesuai|nomor|no|perbup|perda|kepbup)\b[^()]{0,200}\)", re.IGNORECASE
)
#: Behind a date, a remark that is no other date, no event and no plan: `2 Mei 2026 (Hardiknas)`.
_REMARK_BEHIND = re.compile(r"([^()]{4,40}?)\s*\(([^()]{3,100})\)")
_OTHER_DATE = re.compile(
    r"(?:19|20)[0-9]{2}|kembang|terap|coba|inisia|gagas|launch|luncur|laksana|mulai|henti|stop|batal|tunda|rencana|target|"
    r"belum|blm|usul|draf|selesai|perkira|sekitar|estimasi|\?",
    re.IGNORECASE,
)
#: What stands before an address and says nothing itself.
_NO_TEXT = re.compile(
    r"(?:silakan |silahkan )?(?:klik|buka|lihat)(?: di)? ?(?:sini|link|tautan|ini)?|link|tautan", re.IGNORECASE
)
#: A date in brackets and nothing else: `(2023)`.
_BRACKETED = re.compile(r"\(([^()]{4,40})\)")
#: `12,5` below a head of millions.
_PARTS_OF_UNIT = re.compile(r"(?:rp\.? ?)?([0-9]{1,9})[.,]([0-9]{1,2})", re.IGNORECASE)
_THOUSANDTHS = re.compile(r"([0-9]{1,3}),([0-9]{3})")
#: What stands for no money.
_NO_MONEY: Final = frozenset(
    ["nihil", "tidak ada", "tanpa anggaran", "tanpa biaya", "non anggaran", "tidak ada anggaran"]
)
_ZERO = re.compile(r"(?:rp\.? ?)?0(?:[.,]0{1,3}){0,3}(?:,?-)?", re.IGNORECASE)
#: A line to write on, as forms have it.
_TO_FILL_IN = re.compile(r"[.…_](?:[ .…_]*[.…_])?")
#: What people write into a cell that they leave empty.
_NOTHING: Final = frozenset(["", "-", "--", "–", "—", "_", ".", "rp -", "rp. -", "rp-", "rp.-"])


def says_no_money(text: str, *, zero: bool = True) -> bool:
    """Whether a text says that there is no budget; a `zero` too, except where somebody chose to record one."""
    return folded(text) in _NO_MONEY or (zero and _ZERO.fullmatch(text.strip()) is not None)


def is_nothing(cell: Cell) -> bool:
    """Whether a cell says that it is empty."""
    text = _INVISIBLE.sub("", cell.text).strip().casefold()
    return not cell.error and (text in _NOTHING or _TO_FILL_IN.fullmatch(text) is not None)


def cleaned(text: str) -> str:
    """`text` with plain line ends and blanks, without marks that do not show."""
    plain = _SOFT_PARTED.sub("", _LINE_END.sub("\n", text))
    return _INVISIBLE.sub("", plain).replace("\t", " ")


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
    text, done = _MARK_OF_TEXT.sub("", cleaned(whole[0])), whole[1]
    if column.shape.kind in ("baris", "prosa") and (parted := _PARTED.search(text)):
        words = f"{text[: parted.start()].split()[-1]}-{text[parted.end() :].split(maxsplit=1)[0]}"
        text = _PARTED.sub("-", text)
        done = "; ".join(filter(None, [done, f'kata yang terpotong di akhir baris disambung: "{words}"']))
    if refused := not_meant(text, column):
        return refused
    if column.path == NAME and (match := _COUNTED.match(text)):
        text, done = text[match.end() :], "; ".join(filter(None, [done, "nomor di depan nama dilepas"]))
    if column.path == NAME and (bare := without_footnote(text)) != text:
        text, done = bare, "; ".join(filter(None, [done, "tanda catatan kaki dilepas"]))
    found = _read(text, replace(cell, text=text), column, region, month_first=month_first)
    if isinstance(found, Taken) and done:
        return replace(found, note="; ".join(filter(None, [done, found.note])))
    return found


def _read(text: str, cell: Cell, column: RecapColumn, region: Region, *, month_first: bool) -> Taken | Unusable:
    shape = column.shape
    if shape.kind == "kata" or column.path == STAGE:
        boxes = ticked(text)
        if boxes == "":
            return Unusable("tidak ada kotak yang dicentang", "centang salah satu, atau tulis pilihannya")
        text = in_rank(text if boxes is None else boxes)
    if cell.date and shape.kind in ("baris", "prosa", "bilangan", "desimal") and column.path[:1] not in (STAGE, NUMBER):
        _, month, day = (*cell.date.split("-"), "", "")[:3]
        shown = (f"{int(day)}-{int(month)}", f"{int(month)}-{int(day)}") if day else ()
        options = tuple(dict.fromkeys((*shown, cell.text.strip())))
        reason = "tanggal di kolom yang bukan kolom tanggal; mungkin Excel mengubahnya"
        return Unusable(reason, "tulis sebagai teks", options)
    if cell.shared and shape.kind == "bilangan":
        return Unusable("satu angka untuk beberapa baris", "tulis angka setiap inovasi pada barisnya sendiri")
    if shape.kind == "kata":
        return chosen(text, column, region)
    if shape.kind == "prosa":
        bare = cell.link and _NO_TEXT.fullmatch(text.strip())
        return Taken((cell.link,), "alamat di balik teks ini yang disimpan") if bare else Taken((paragraphs(text),))
    if shape.kind in ("tanggal", "hari") and not column.owner:
        return _of_event(one_line(text), cell, column, month_first=month_first)
    if shape.kind == "url" and cell.link:
        return Taken((cell.link,))
    taken = [_single(piece, cell, column, month_first=month_first) for piece in _pieces(text, column)]
    refused = next((one for one in taken if isinstance(one, Unusable)), None)
    if not taken:
        return Unusable("tidak ada yang terbaca di sel ini", "isi, atau kosongkan")
    funds = without_sum(text) if column.path == _BUDGET else ()
    left = tuple(
        Unusable(f'"{plain(one)}" tanpa jumlah, tidak disimpan', "tulis jumlahnya", about=one) for one in funds
    )
    return refused or Taken(tuple(one for one in taken if isinstance(one, str)), left=left)


def _pieces(text: str, column: RecapColumn) -> list[str]:
    """The items of a cell; of a budget its sums, without their years and funds."""
    if column.path == _BUDGET:
        return [one.amount for one in sums_in(text)]
    return items(text) if column.shape.most or column.owner else [one_line(text)]


def _single(text: str, cell: Cell, column: RecapColumn, *, month_first: bool) -> str | Unusable:
    match column.shape.kind:
        case "tanggal" | "hari":
            found = _date(text, cell, full=column.shape.kind == "hari", month_first=month_first)
            if isinstance(found, Taken) and found.words:
                return Unusable("tanggalnya bagian dari tahun atau rentang", "tulis tahunnya saja", found.values)
            return found.values[0] if isinstance(found, Taken) else found
        case "tahun":
            year = cell.date[:4] or date_in(text) or ""
            said = tuple(dict.fromkeys(re.findall(r"(?<![0-9])20[0-9]{2}(?![0-9])", text)))
            return year if re.fullmatch(r"[0-9]{4}", year) else Unusable("bukan tahun", "tulis empat angka: 2025", said)
        case "bilangan":
            return _whole(text, unit_of(column.titled), of_budget=column.path == _BUDGET)
        case "desimal":
            return text.replace(",", ".").replace("−", "-")
        case "ya_tidak":
            word = text.casefold()
            known = word in (*TRUE_WORDS, *FALSE_WORDS)
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


def _of_event(text: str, cell: Cell, column: RecapColumn, *, month_first: bool) -> Taken | Unusable:
    """The date of an event; of a span of time its first date, but where it is what has ended."""
    begins = column.shape.kind == "tanggal" and column.path[-1] != STOPPED and not (month_first or cell.date)
    if begins and (first := begun(text)):
        return Taken((first,), f"awal rentangnya disimpan sebagai {first}, dan tulisannya sebagai keterangan", text)
    return _date(text, cell, full=column.shape.kind == "hari", month_first=month_first)


def _date(text: str, cell: Cell, *, full: bool, month_first: bool) -> Taken | Unusable:
    cure = "tulis 17-8-2025, 17 Agustus 2025, Agustus 2025, atau 2025"
    if bracketed := _BRACKETED.fullmatch(text):
        text = bracketed[1]
    if not cell.date and (beside := _with_remark(text, month_first=month_first)):
        return beside
    found = read_date(text, month_first=month_first)
    if is_first_day(cell.date or (found.date if isinstance(found, WrittenDate) else "")):
        said = cell.date or text[:10]
        options = ("belum ada", *([said] if said > f"{dates.FIRST_YEAR}" else []))
        return Unusable("hari pertama hitungan komputer, biasanya berarti tidak diisi", cure, options)
    if cell.date:
        return _shown(cell)
    if isinstance(found, tuple) and found:
        order = month_first and len({one[:4] for one in found}) == 1 < len(found)
        why = ORDER if order else "tanggalnya tidak pasti"
        return Unusable(why, cure, found)
    if found is None and re.fullmatch(r"[0-9]{5}(?:,[0-9]+)?", text):
        day = (_FIRST_DAY + dt.timedelta(int(text[:5]))).isoformat()
        return Unusable("angka, bukan tanggal", "beri sel itu format tanggal di Excel, atau tulis 17-8-2025", (day,))
    if not isinstance(found, WrittenDate):
        return Unusable("tanggal tidak terbaca", cure, dates_meant(text))
    if full and len(found.date) < len("2025-08-17"):
        return Unusable("tanggalnya belum lengkap", "tulis hari, bulan, dan tahun")
    note = "" if found.whole else f"disimpan sebagai {found.date}, dan tulisannya sebagai keterangan"
    return Taken((found.date,), note, "" if found.whole else text)


def _with_remark(text: str, *, month_first: bool) -> Taken | None:
    """A date with what it goes by, or with a remark that says of no other date, in brackets behind it."""
    beside = _REASON_BEHIND.fullmatch(text) or _REMARK_BEHIND.fullmatch(text)
    if not beside or (beside.re is _REMARK_BEHIND and _OTHER_DATE.search(beside[2])):
        return None
    found = read_date(beside[1], month_first=month_first)
    note = "disimpan sebagai {}, dan tulisannya sebagai keterangan"
    return Taken((found.date,), note.format(found.date), text) if isinstance(found, WrittenDate) else None


def _shown(cell: Cell) -> Taken | Unusable:
    """A date cell; where nobody knows how it is shown, the first of a month may stand for all of it."""
    try:
        PartialDate.parse(cell.date)
    except ValueError:
        return Unusable(f"tahunnya di luar {dates.FIRST_YEAR} sampai {dates.LAST_YEAR}", "betulkan tanggalnya")
    if cell.vague:  # what is true however it is shown; the rest is asked
        sure = cell.date[:4] if cell.date.endswith("-01-01") else cell.date[:7]
        options = tuple(dict.fromkeys((cell.date, cell.date[:7], sure)))
        reason = f"tidak terbaca apakah harinya diketahui; sementara disimpan sebagai {sure}"
        return Taken((sure,), left=(Unusable(reason, "tulis tanggalnya sebagai teks", options, cell.text.strip()),))
    return Taken((cell.date,))


def _whole(text: str, unit: int, *, of_budget: bool) -> str | Unusable:
    text = funded(text).amount  # the year is kept where the sum is put into its list
    found = read_amount(text)
    if isinstance(found, int):
        stated = re.search(r"[a-z]{2}|[mt]\b", re.sub(r"\A(?:rp|idr)|rupiah", "", text.casefold()))
        if unit > 1 and not stated and found * unit >= _UNLIKELY:
            cure = "tulis seluruh angkanya, tanpa singkatan pada judul kolom"
            return Unusable("angkanya mungkin sudah dalam rupiah", cure, (str(found), str(found * unit)))
        if of_budget and not stated and unit == 1 and 0 < found < _UNLIKELY_LITTLE:
            little = (str(found), str(found * 1_000))
            return Unusable("terlalu kecil untuk anggaran; mungkin dalam ribuan", "tulis seluruh angkanya", little)
        return str(found if stated else found * unit)
    if found and unit > 1 and (match := _PARTS_OF_UNIT.fullmatch(text.strip())):
        return str(int(match[1]) * unit + int(match[2].ljust(6, "0")) * unit // 10**6)
    if unit > 1 and (match := _THOUSANDTHS.fullmatch(text.strip())):  # 12,500 thousand, or 12.5 thousand
        both = (int(match[1] + match[2]) * unit, int(match[1]) * unit + int(match[2]) * unit // 1_000)
        return Unusable(
            "angkanya dapat dibaca lebih dari satu cara", "tulis angka saja: 25000000", tuple(map(str, both))
        )
    if meant := amounts_meant(text) or found:
        options = tuple(str(one * unit) for one in meant)
        return Unusable("angkanya dapat dibaca lebih dari satu cara", "tulis angka saja: 25000000", options)
    if of_budget and not re.search(r"[0-9]", text):  # `BPJS`: no fund that is known
        cure = 'tulis jumlahnya: 25000000; sumber dana tanpa jumlah ditulis di "Anggaran: Sumber dana", dengan tahunnya'
        return Unusable("tidak menyebut jumlah uang", cure)
    return Unusable("bukan bilangan bulat", "tulis angka saja: 25000000")
