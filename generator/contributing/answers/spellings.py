"""How dates, money and damage are spelt: data that the readers of this room read, and the form in the browser may.

Patterns mean the same in Python and in JavaScript; all are for text in small letters with single blanks.
"""

from typing import Final

#: Before a date, and nothing of it: `tgl. 17-8-2023`, `Th. 2023`, `TA. 2023`.
BEFORE: Final = (
    r"(?:pada|sejak|mulai|per|tmt|tanggal|tgl|bulan|bln|tahun anggaran|tahun|thn|th|t\.a|ta)"
    r"(?:\. ?| (?:= ?)?|: ?|(?=[0-9]))"
)  # fmt: skip
#: Behind a date: `pukul 09.00 WIB`, `00:00:00`.
BEHIND: Final = (
    r"(?:[,t] ?| )(?:(?:pukul|jam) ?)?[0-9]{1,2}[:.][0-9]{2}(?:[:.][0-9]{2}(?:\.[0-9]{1,6})?)?(?: ?(?:wib|wita|wit|z))?"
)
#: What a date names between its parts, and nothing of it: `Juni tahun 2024`.
YEAR_NAMED: Final = r"(?<=[a-z])[.,]? (?:tahun anggaran|tahun|thn|th|t\.a|ta)(?:\. ?| )(?=['\u2019\u2018`]?[0-9]{2,4}$)"
#: A date that names each of its parts: `1 bulan 2 tahun 2024`, `bulan 2 thn. 2024`.
PARTS_NAMED: Final = (
    r"(?:(?:tanggal|tgl)\.? ?)?(?:([0-9]{1,2}),? ?)?(?:bulan|bln)\.? ?([0-9]{1,2}|[a-z]{3,9}),? ?"
    r"(?:tahun|thn|th)\.? ?([0-9]{4})"
)
#: A date that begins with its year: `2024 Juni`, `tahun 2024 bulan 6`, `2024-Jun-05`.
YEAR_BEFORE: Final = (
    r"([0-9]{4})[ ,/-]{1,2}(?:(?:bulan|bln)\.? ?([0-9]{1,2}|[a-z]{3,9})|([a-z]{3,9}))(?:[ /-]([0-9]{1,2}))?"
)
#: Two months of a year, nobody knows which: `Juni/Juli 2024`.
TWO_MONTHS: Final = r"([a-z]{3,9})\.? ?(?:/|&|dan |atau ) ?([a-z]{3,9})\.?[ ,]{0,2}([0-9]{4})"
_PARTS: Final = (
    r"(?:tri[ -]?wulan|trwln|trw|t\.?w\.?|kuartal|kwartal|quartal|quarter|kw|q|semester|sem|smt|smtr|catur ?wulan|cawu)"
)
#: A part of a year: the date is the year, and the words stay beside it.
PART_OF_YEAR: Final = _PARTS + r"(?:\.| )? ?-?(?:(?:ke-?)?(?:iv|i{1,3}|[1-4]|satu|dua|tiga|empat)|pertama)"
#: A year without its century behind the part of it: `Q3/25`, `TW IV '23`.
YEAR_OF_PART: Final = "([0-9]{4}|(?<=['\u2019\u2018`/-])(?:1[3-9]|[23][0-9]))"
_TERM: Final = r"(?:semester|smtr|smt|sem)\.? ?"
_SCHOOL: Final = r"(?:tahun ajaran|tahun pelajaran|thn\.? ajaran|t\.?p\.?)"
#: A school year, and which half of it: the first half lies in the first of its two years, the second in the other.
SCHOOL_YEAR: Final = (
    rf"(?:{_TERM}(ganjil|gasal|genap|ii?|[12])(?: (?:{_SCHOOL}|t\.?a\.?|tahun|thn|th))?|{_SCHOOL})"
    r"\.? ?([0-9]{4}) ?[/-] ?([0-9]{4})"
)
#: Half a school year beside one year: the second half may be that of the school year that begins then.
TERM_OF_YEAR: Final = rf"{_TERM}(ganjil|gasal|genap)(?: (?:tahun|thn|th|t\.?a)\.?)? ([0-9]{{4}})"
SECOND_TERMS: Final = ("genap", "ii", "2")
#: Less than what follows says: `awal 2023`, `akhir Mei 2023`, `Ramadan 2024` (whose month moves from year to year).
WITHIN: Final = (
    r"(?:(?:awal|pertengahan|tengah|medio|akhir|penghujung)(?: (?:bulan|tahun))?|"
    r"musim (?:kemarau|hujan|panen|tanam|penghujan)|(?:bulan )?(?:ramadh?an|puasa)|"
    r"(?:hari raya )?(?:lebaran|idul ?fitri|idul ?adha|imlek|natal|nyepi|waisak)|"
    r"(?:minggu|pekan) (?:(?:ke-?|ke )?(?:v|iv|i{1,3}|[1-5])|pertama|kedua|ketiga|keempat|terakhir)(?: bulan)?)"
)
#: Not certain: `sekitar 2023`, `± 2023`.
ABOUT: Final = r"(?:sekitar|kira-kira|kurang lebih|k\.l\.|±|\+/-|~)"
#: Between two dates.
UNTIL: Final = r" ?(?:s\.? ?d\.?|s/d|sampai dengan|sampai|hingga|-) ?"
#: What has no end yet.
NOW: Final = r"(?:sekarang|kini|saat ini|seterusnya|selesai)"
#: What stands in place of a date that there is not: words, and what programs write for nothing.
NO_DATE: Final = (
    r"(?:(?:masih |dalam |tahap )*(?:belum|proses)(?: (?:ada|pernah|diterapkan|ditetapkan|ditentukan|dilaksanakan|"
    r"terlaksana|diketahui|diisi|uji ?coba|diuji ?coba(?:kan)?|penerapan|dilakukan|berjalan))*|tidak ada|nihil|"
    r"kosong|n/?a|null|none|0000-00-00|00[-/.]00[-/.]0000|1900-01-00|0?0[-/]0?1[-/]1900|0|:)"
)
#: A year, or a month of it, of which the rest is filled with zeros: `2020-00-00`, `2020-05-00`.
ZEROS: Final = r"([0-9]{4}(?:-(?:0[1-9]|1[0-2]))?)(?:-00){1,2}"
#: A year without its century: `'24`.
BARE_YEAR: Final = "['\u2019\u2018`]([0-9]{2})"
#: Days that programs count from: they stand where nothing was filled in.
FIRST_DAYS: Final = ("1970-01-01", "1969-12-31", "1900-01-01", "1899-12-30", "1899-12-31", "1900-01-02")
ROMAN_MONTHS: Final = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
#: Years of two digits from here on belong to the century before.
PIVOT: Final = 45
#: Names of multiples, in money and in the title of its column.
MULTIPLES: Final = {
    "ribu": 10**3, "ribuan": 10**3, "rb": 10**3, "juta": 10**6, "jutaan": 10**6, "jt": 10**6, "miliar": 10**9,
    "milyar": 10**9, "milyard": 10**9, "m": 10**9, "triliun": 10**12, "trilyun": 10**12, "t": 10**12,
}  # fmt: skip
#: What a spreadsheet shows in place of a result.
NO_RESULT: Final = r"#(?:REF!|N/A|VALUE!|NAME\?|DIV/0!|NULL!|NUM!|SPILL!|CALC!|#{2,})"
#: A long number that a spreadsheet has cut to its first digits.
ROUNDED: Final = r"[-+]?[0-9](?:[.,][0-9]+)?[eE]\+?[0-9]{1,3}"
#: Signs that one encoding read as another leaves behind.
TWICE_ENCODED: Final = (
    "(?:\u00e2\u20ac|\u00c3[\u0080-\u00bf\u0152\u0153\u0160\u0161\u017d\u017e\u20ac\u2122]|\u00c2[\u00a0-\u00bf])"
)
#: Elements of web pages that come along with a copied text; those that end a line first.
LINE_ELEMENTS: Final = r"</?(?:p|br|div|li|ul|ol|tr|table)(?: [^<>]{0,200})? ?/?>"
INLINE_ELEMENTS: Final = r"</?(?:b|i|u|em|strong|span|font|td|th|tbody|a|sup|sub|small)(?: [^<>]{0,200})? ?/?>"
ENTITIES: Final = r"&(?:nbsp|amp|lt|gt|quot|apos|ndash|mdash|rsquo|lsquo|ldquo|rdquo|hellip|bull|#[0-9]{1,5});"
