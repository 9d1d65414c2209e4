"""Which rows of a table are no innovations: numbers of columns, totals, bands of agencies, notes, signatures."""

import re
from collections.abc import Iterable, Mapping
from typing import Final

from generator.contributing.names import without_mark
from generator.contributing.table_import.cells.legend import explains
from generator.contributing.table_import.cells.remark import is_number
from generator.contributing.table_import.files.sheet import Cell
from generator.contributing.table_import.words.columns import AGENCY, NAME, NUMBER, RecapColumn
from generator.text.spelling import folded

_COUNTING = re.compile(r"\(?(?:[0-9]{1,2}|[a-z])[.)]?\s*(?:=\s*[0-9a-z+x*/():.\s-]{1,30})?\)?", re.IGNORECASE)
_NUMERIC = re.compile(
    r"(?:rp\.?\s*)?[-0-9.,%()\s]+(?:,-)?(?:\s*(?:inovasi|buah|kegiatan|usulan|program|judul|data|opd|ribu|rb|juta|jt|mil[iy]ar|m))?\.?|#+",
    re.IGNORECASE,
)
_TOTAL = re.compile(r"(?:sub ?|grand )?(?:jumlah|total|jml|rata rata|rerata)\b")
_ALL = re.compile(r"(?:sub ?|grand )?(?:jumlah|total|jml)(?: (?:total|seluruh\w*|keseluruhan|semua))?")
_NOTE = re.compile(
    r"\s*(?:\*|(?:catatan|keterangan|ket|sumber|nb|dicetak|terbilang|dibuat oleh|demikian|tembusan|"
    r"atas perhatian|diunduh|diolah|diperbarui|update|"
    r"(?:data|keadaan|kondisi|posisi|status) (?:ini )?(?:per|s\.? ?/?d|sampai|hingga|sementara|diambil|pada)|"
    r"per (?:tanggal|tgl|[0-9]{1,2}))\b|"
    r"(?:[¹²³⁴-⁹]\)?|[0-9]\))\s{0,3}(?:di ?isi|isi|beri|pilih|centang|coret|tulis|contoh|lihat|sesuai)\b)",
    re.IGNORECASE,
)
#: What an office writes that has nothing to report.
_NONE = re.compile(r"nihil|(?:tidak|belum) (?:ada|memiliki|mempunyai)(?: inovasi)?(?: yang dilaporkan)?")
#: `- 2 -` between two pages.
_PAGE_SIGN = re.compile(r"[-–—]\s?[0-9]{1,3}\s?[-–—]")
_PAGE = re.compile(
    r"(?:halaman|hal) [0-9]{1,3}(?: dari [0-9]{1,3})?|"
    r"lanjutan(?: (?:dari halaman|tabel|halaman|lampiran)(?: [0-9ivx]{1,4})?)?"
)
_SIGNED = re.compile(
    r"(?:ditetapkan di|pada tanggal|"
    r"mengetahui|menyetujui|disetujui|disahkan|kepala|plt|plh|pj|sekretaris|bupati|camat|lurah|direktur|inspektur|kadis|kaban|kabid|"
    r"kasubbag|a n|an|nip|ttd|tertanda|tanda tangan|penyusun|pembuat|dibuat oleh|pembina|penata|yang membuat|"
    r"tim (?:verifikasi|verifikator|penilai|penyusun|pelaksana|kelitbangan))\b"
)
_PLACE_AND_DAY = re.compile(
    r"[^\W\d_][\w .]{1,40}, ?(?:(?:[0-9]{1,2}|[ ._…]{0,40}) ?[^\W\d_]{3,9}|[._…][ ._…]{0,60}) ?[0-9. _…]{0,12}",
    re.UNICODE,
)
_LINE = re.compile(r"[\s(){}\[\]._…-]+")
#: How an agency is called, and none of its parts.
_AGENCY = re.compile(
    r"(?:dinas|badan|kec|kecamatan|inspektorat|rumah sakit|rs\w*|satuan|kantor|satpol|bappe\w*|bpbd|bkpsdm\w*|dis\w+|"
    r"din\w+|sekretariat (?:daerah|dprd|dewan)|perangkat daerah|opd)\b"
)
_COUNTER = re.compile(r"\W*(?:[0-9]{1,3}|[ivxlc]{1,6}|[a-z])\W*", re.IGNORECASE)
#: So many cells at least have the numbers of columns.
_FEWEST: Final = 3
_A_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_YEAR = re.compile(r"(?<![0-9])20[0-9]{2}\Z")
_LONGEST_SIGNATURE: Final = 80
#: So many words at least make a sentence.
_SENTENCE: Final = 3
#: Brackets below titles, as those at the end of them.
_ASIDE = re.compile(r"\([^\W\d_][^()0-9]{1,60}\)")
#: A word of a title that the end of a line parts: `DILAK-` above `SANAKAN`.
_PARTED = re.compile(r"(?<=[^\W\d_])-[ \t]*\n[ \t]*(?=[^\W\d_])")
#: The mark of a note at the end of a title: `Bentuk *)`, `Nama inovasi 1)`, `Anggaran (Rp) ¹`.
_MARK = re.compile(r"(?:(?<=[^\W_¹²³⁴-⁹])|(?<=\)))\s{0,3}(?:(?:\*{1,3}|[¹²³⁴-⁹]{1,2})\)?|(?<=\s)[0-9]\))\s*\Z")


def counts_columns(cells: Mapping[int, Cell], titles: Mapping[int, str]) -> bool:
    """Whether a row numbers the columns: `1 2 3`, `(a) (b) (c)`, `8=6+7`."""
    texts = [cell.text.strip() for cell in cells.values()]
    enough = len(texts) >= min(_FEWEST, len(titles)) and len(texts) > 1
    return enough and all(map(_COUNTING.fullmatch, texts)) and len(set(texts)) == len(texts)


def is_total(cells: Mapping[int, Cell]) -> bool:
    """Whether a row adds up the others: a word for it, and numbers."""
    texts = {cell.address: cell.text.strip() for cell in cells.values() if not cell.error}
    if any(_ALL.fullmatch(folded(text)) for text in list(texts.values())[:2]):
        return True
    words = [text for text in texts.values() if not _NUMERIC.fullmatch(text)]
    return len(words) == 1 and _TOTAL.match(folded(words[0])) is not None


def band(cells: Mapping[int, Cell], columns: Mapping[int, RecapColumn]) -> Cell | None:
    """The one cell of a row that says more than a number or letter and may head a group of rows, or None."""
    own = {cell.address: cell for cell in cells.values()}
    said = [cell for cell in own.values() if not _COUNTER.fullmatch(cell.text)]
    beside = [c for c, cell in cells.items() if cell not in said]
    counted = all(c not in columns or columns[c].path in (NUMBER, NAME) for c in beside)
    return said[0] if len(said) == 1 and counted else None


def only_counts(cells: Mapping[int, Cell], columns: Mapping[int, RecapColumn]) -> bool:
    """Whether a row has nothing but its number; what may be a year heads those below it."""
    texts = [cell.text for c, cell in cells.items() if c in columns and columns[c].path == NUMBER]
    return len(texts) == len(cells) and all(is_number(text) and not _A_YEAR.fullmatch(text.strip()) for text in texts)


def names_agency(text: str) -> bool:
    """Whether a text begins as the name of an agency does, and not of a part of one."""
    return _AGENCY.match(folded(without_mark(text))) is not None


def is_of_page(cells: Mapping[int, Cell]) -> bool:
    """Whether a row only counts the pages of what was printed."""
    texts = [cell.text.strip() for cell in cells.values()]
    return all(_PAGE.fullmatch(folded(text)) or _PAGE_SIGN.fullmatch(text) for text in texts)


def is_none(cells: Mapping[int, Cell], columns: Mapping[int, RecapColumn]) -> bool:
    """Whether a row only says that there is nothing to report, by itself or beside whose row it is."""
    rest = {n: cell for n, cell in cells.items() if not _COUNTER.fullmatch(cell.text)}
    texts = [cell.text for n, cell in rest.items() if n not in columns or columns[n].path != AGENCY]
    return bool(texts) and all(_NONE.fullmatch(folded(text)) for text in texts)


def is_aside(cells: Mapping[int, Cell], columns: Mapping[int, RecapColumn]) -> bool:
    """Whether a row only holds a note, in the columns of numbers and names (`*)`, and what it stands for), or signs."""
    here = all(number not in columns or columns[number].path in (NUMBER, NAME) for number in cells)
    what = is_below(cells)
    return explains(cells) or (here and what == "catatan") or (what == "tanda tangan" and len(cells) > 1)


def is_below(cells: Mapping[int, Cell]) -> str:
    """What a row under the last innovation is, in Indonesian ("catatan", "tanda tangan"); "" if it is neither."""
    texts = [cell.text for cell in {cell.address: cell for cell in cells.values()}.values()]
    if len(texts) > 3:
        return ""
    if _NOTE.match(texts[0]) or explains(cells):
        return "catatan"
    signed = all(
        _SIGNED.match(folded(text)) or _PLACE_AND_DAY.fullmatch(text.strip()) or _LINE.fullmatch(text) for text in texts
    )
    return "tanda tangan" if signed else ""


def is_dated(cells: Mapping[int, Cell]) -> bool:
    """Whether a row only says where and when a table was signed: `Sungai Utara, 20 Desember 2024` heads no rows."""
    return all(
        _PLACE_AND_DAY.fullmatch(cell.text.strip()) and _YEAR.search(cell.text.strip()) for cell in cells.values()
    )


def signed_year(cells: Iterable[Cell]) -> int:
    """The year in which a table was signed (`Kubu, 3 Juli 2026`), 0 where that is not said."""
    texts = (cell.text.strip() for cell in cells if len(cell.text) <= _LONGEST_SIGNATURE)
    return next((int(text[-4:]) for text in texts if _PLACE_AND_DAY.fullmatch(text) and _YEAR.search(text)), 0)


def foot(cells: Mapping[int, Cell], columns: Mapping[int, RecapColumn]) -> str:
    """What a row below the last innovation is that only says a sentence, in no column of names; "" for others."""
    beside = all(n not in columns or columns[n].path == NUMBER for n in cells)
    sentence = len(cells) == 1 and all(len(cell.text.split()) >= _SENTENCE for cell in cells.values())
    return "catatan" if beside and sentence else ""


def bare_title(title: str) -> str:
    """A title whose words are not parted at the ends of its lines, without the mark of a note behind it."""
    whole = _PARTED.sub("", title)
    bare = _MARK.sub("", whole)
    return bare if bare.count("(") == bare.count(")") else whole


def is_title_again(cells: Mapping[int, Cell], titles: Mapping[int, str], columns: Mapping[int, RecapColumn]) -> bool:
    """Whether a row is the header again, what brackets add to it (`(bln/thn)`), or the template's help."""
    if all(_ASIDE.fullmatch(cell.text.strip()) for cell in cells.values()):
        return True
    texts = {column: folded(bare_title(cell.text)) for column, cell in cells.items()}
    named = names_innovation(cells, columns)  # what stands under other titles may be a text of the first row
    if named and all(text == folded(titles.get(column, "")) != "" for column, text in texts.items()):
        return True
    return all(column in columns and is_help(text, columns[column]) for column, text in texts.items())


def helps(column: RecapColumn) -> tuple[str, ...]:
    """The template's help for a column, as it is and as templates handed out before had it."""
    return tuple(filter(None, (column.help, column.shape.help)))


def is_help(text: str, column: RecapColumn) -> bool:
    """Whether a text is the template's help for a column."""
    return folded(text) in map(folded, helps(column))


def names_innovation(cells: Mapping[int, Cell], columns: Mapping[int, RecapColumn]) -> bool:
    """Whether the column of names is filled."""
    return any(column.path == NAME and number in cells for number, column in columns.items())
