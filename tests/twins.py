"""What exists twice, once for the program and once for the browser: each pair by its name, and strings to try them on."""

import functools
import json
import random
import re
import subprocess
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import islice, pairwise
from typing import Any, Final

import yaml
from catalogues import ROOT
from javascript import NODE, SETTINGS
from odd_words import DATES, NO_DATES, ODD
from personal_numbers import GAPS, INVISIBLE, ODD_DIGITS, SHOWN, WRITTEN, ZEROS, honest

from generator import dates, layout
from generator.catalogue.similarity import spelled_alike
from generator.contributing.answers.amounts import read_amount
from generator.contributing.answers.written_dates import WrittenDate, read_date
from generator.contributing.entry_text import entry_text, is_empty
from generator.contributing.names import proposed_slug
from generator.dates import PartialDate
from generator.reading.document import BANNED
from generator.schema import fields
from generator.schema.shape import as_data, shapes
from generator.text import web_address
from generator.text.personal_data import find, masked
from generator.text.personal_shapes import SHAPES
from generator.text.readings import as_read
from generator.text.word_roots import roots, words

#: Argument and answer of both, pair by pair.
TABLE: Final = yaml.safe_load((ROOT / "tests/twins.yml").read_text("utf-8"))
WORDS: Final = {
    "kesehatan": "Kesehatan",
    "pekerjaan-umum": "Pekerjaan umum",
    "uji-coba": "Uji coba (rintisan)",
    "constructor": "Ada",
}
#: Addresses that are given away, among them those that no page may have.
TAKEN: Final = ("siap", "siap-disdik", "pojok-baca", *sorted(layout.RESERVED_SLUGS))
_KEYS: Final = ("nama", "solusi", "bentuk", "diperiksa", "riwayat", "cara_memakai", "kematangan", "alias")


def _date(text: str) -> PartialDate | None:
    try:
        return PartialDate.parse(text)
    except ValueError:
        return None


def _compared(both: Sequence[str]) -> Any:
    one, other = map(_date, both)
    return one and other and [(one > other) - (one < other), one.surely_before(other)]


def _written(text: str) -> Any:
    read = read_date(text)
    return [read.date, read.whole] if isinstance(read, WrittenDate) else list(read or ())


def _amount(text: str) -> Any:
    read = read_amount(text)
    sure = isinstance(read, int)
    amounts = [read] if sure else list(read or ())
    return [list(map(str, amounts)), sure]


def _read(text: str) -> Any:
    date = _date(text)
    return date and [date.text, date.first.isoformat(), date.last.isoformat()]


def _cause(address: str) -> str:
    why = web_address.web_address_refusal(address)
    return next((key for key, cause in web_address.CAUSES.items() if cause == why), "")


def _shapes() -> Iterator[str]:
    """Every pattern among the shapes of personal data."""
    yield from (
        SHAPES[name]
        for name in ("wajar", "angka", "senarai", "awal", "bertitik", "alamat", "disebut", "obrolan", "tampil", "hampa")
    )
    yield from (shape for shape in SHAPES["surel"].values() if isinstance(shape, str))
    yield from (
        number[name]
        for number in SHAPES["nomor"]
        for name in ("pola", "daftar", "setelah", "kecuali")
        if name in number
    )


OWN_PATTERNS: Final = SETTINGS.patterns()
PATTERNS: Final = {**OWN_PATTERNS, **{shape: re.compile(shape, re.IGNORECASE) for shape in _shapes()}}


def _matched(both: Sequence[str]) -> Any:
    name, text = both
    return [[match.group(), *match.groups()] for match in PATTERNS[name].finditer(text)]


#: The program's half. Answers are plain data.
PROGRAM: Final[Mapping[str, Callable[[Any], Any]]] = {
    "pattern": _matched,
    "slug": layout.as_slug,
    "written_date": _written,
    "amount": _amount,
    "names_alike": lambda text: round(spelled_alike(text, "Pojok Baca (SIAP) digital"), 9),
    "proposed_slug": lambda text: proposed_slug(text, "disdik", TAKEN),
    "is_slug": layout.is_slug,
    "words": words,
    "roots": lambda text: sorted(roots(text), key=_utf16),
    "one_line": fields.one_line,
    "paragraphs": fields.paragraphs,
    "stripped": str.strip,
    "length": len,
    "visible": lambda text: any(map(str.isalnum, text)),
    "printable": str.isprintable,
    "banned": BANNED.findall,
    "mail": lambda text: bool(fields.MAIL.match(text)),
    "phone": lambda text: bool(fields.PHONE.match(text)),
    "date": _read,
    "date_meant": lambda text: dates.suggestion(text) or "",
    "date_spoken": lambda text: (date := _date(text)) and dates.spoken(date),
    "dates_compared": _compared,
    "address": _cause,
    "word_meant": lambda text: fields.surely_meant(text, WORDS) or "",
    "personal": lambda text: [[one.code, masked(text, one)] for one in find(text)],
    "as_read": as_read,
    "empty": is_empty,
    "entry": entry_text,
}


def browser(ask: Mapping[str, Sequence[Any]]) -> Mapping[str, list[Any]]:
    """What the browser's half answers: pair -> arguments becomes pair -> answers."""
    known = {
        "shapes": SHAPES,
        "fields": [as_data(shape) for shape in shapes()],
        "comment": layout.SCHEMA_COMMENT,
        "months": dates.MONTHS,
        "longest": layout.SLUG_MAX,
        "vocabulary": WORDS,
        "taken": TAKEN,
        "ask": ask,
    }
    done = subprocess.run(
        [NODE, ROOT / "tests/browser/twins.mjs"], input=json.dumps(known), capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


# Strings

_ATTACKS: Final = (
    "a: b", " #b", "- a", "? ", "!!", "&a ", "*a", "%", "@", "`", "|", ">", "[a]", "{a: b}", '"', "'", "\\", "no", "NO", "Ya", "null", "Null", "~", "0012", "1e3",
    "0x1F", "0o7", "12:30", "1_000", ".inf", "<<", "=", "---", "...", "\t", " ", "\n", "\r", "\r\n", "\x00", "\x0b", "\x1c", "\x85", "\u2028", "<script>", "<!--", "]]>",
    "${a}", "{{a}}", "__proto__", "constructor", "toString", "../", "..\\", "%00", "%2B", "&#48;", "&#x30;", "&nbsp;", "&commat;", "](", "**", "\u202e", "\ufeff", "+62",
)  # fmt: skip
#: Signs that change under folding or composing, or that one language counts as blank, digit or letter and the other may not.
_ODD_SIGNS: Final = (
    "\u00b2\u00b9\u00bd\u00aa\u00ba\u2460\u2160\u2170\u3220\uff21\uff41\uff10\uff05\u0130\u0131\u0049\u017f\u212a\u212b\u00df\u1e9e\u0149\u01f0\u03a3\u03c2\u03c3\u0345\u1f80\u1fb3"
    "\ufb00\ufb01\ufb05\ufb06\ufb13\ufdfa\u0132\u01c4\u01c5\u01c6\u0587\u1e96\u00e9\u0301\u0307\u0308\u0323\u0327\u0338\u20dd\u1ab0\u0483\u0e33\u0e34\u0f73\u0344\u0958\u2126\u2000\u2001"
    "\u00a0\u1680\u180e\u200a\u200b\u200c\u200d\u202f\u205f\u3000\u0085\u001c\u001f\u00ad\u034f\u0640\u1100\u1161\u11a8\uac00\u0660\u06f0\u0966\u4e00\u3007\u5341\u00d8\u0142\u0111"
    "\u00e6\u0153\u00f0\u00fe\u2019\u2013\u2014\u2212\u00b7\uf0b7\ue000\ue005\ue006\ufffd\ufffe\uffff\U0001f600\U0001d7d8\U0001d400\U000e0041\U000f0000\U0010ffff\U00010400\U0001e900"
    "\u13a0\uab70\u10a0\u2d00\u1c90\u10d0\u2c2f\ua64a\u1c88"
)  # fmt: skip
_INDONESIAN: Final = (
    "Layanan", "pengaduan", "mengurus", "persalinan", "kata-kata", "berlomba-lomba", "ketidakbertanggungjawaban", "Dinas Kesehatan", "Jum'at", "e-KTP", "Uji²", "(SIPINTAR)",
    "Gerakan 1.000 hari", "Kec. Sungai Raya", "kesehatan", "Pekerjaan Umum", "uji coba", "rintisan", "Rp25.000.000,00", "dan", "di", "ke", "meng", "peny", "nya", "lah", "kan",
)  # fmt: skip
_DATED: Final = (
    "2025", "1945", "1944", "2100", "2101", "-", "/", ".", " ", " - ", "\u2013", "02", "2", "29", "30", "31", "00", "13", "12", "Agustus", "agu", "Agt", "Mei", "may", "nopember", "Sept.",
    "Senin, ", "Jumat ", "Jum\u2019at, ", "Tahun ", "TA ", ",", "0", "1", "\u0661", "\uff11", "²",
)  # fmt: skip
#: As offices write dates and money besides.
_OFFICIAL: Final = (
    "17-Mei-23", "17 Mei '23", "tgl. ", "17-5-2023", "17-V-2023", "20230517", "17 Mei 2023 pukul 09.00 WIB", "17/5/23", "05/06/07", "2021/2022", "Triwulan II 2023", "Smt. 1 TA 2023",
    "awal ", "akhir tahun 2023", "Januari s.d. Maret 2023", "1 s/d 5 Mei 2023", " sampai ", "s.d. sekarang", "sekitar ", "\u00b1 2023", "?", "Mei 17, 2023", "2023", "3\u017fd",
)  # fmt: skip
_SUMS: Final = (
    "45 juta", "1,5 M", "2.500 rb", "1,250 juta", "Rp", "Rp. ", "IDR ", "25.000.000", ",00", ",-", ",--", "1,250,000", ".00", "25.00", "1.5", "0", "12", "jt", " rupiah", "milyar", "T.", ".", ",", "m",
)  # fmt: skip
_ADDRESSED: Final = (
    "https://", "http://", "HTTPS://", "ftp://", "//", "javascript:", "contoh.go.id", "localhost", "127.0.0.1", "0x7f.1", "[::1]", "1.2.3", "a@", ":80", ":", ":65536", ":0", ":٣", "/", "?", "#",
    ".", "-", "xn--a", "a_b", "\u3002", "\uff0f", "%2e", "\u0130", "\u212a", "K", "ß", "local", "a" * 64, "https", ":443x", ":+1", ": 1", "\\", "[", "]", "256.1.1.1", "01.1.1.1", "é",
)  # fmt: skip
_HOSTS: Final = (
    "contoh.go.id", "255.1.1.1", "256.1.1.1", "127.0.0.1", "01.1.1.1", "[::1]", "[::1", "localhost", "a.local", "0x7f.1", "a" * 63 + ".id", "a" * 64 + ".id", "-a.id", "a-.id", "a..id", "",
)  # fmt: skip
_PORTS: Final = ("", "", ":", ":0", ":80", ":65535", ":65536", ":065535", ":x", ":80:80", ":\u0663")
_WRITTEN: Final = (
    "https://contoh.go.id/a?b=1", "http://contoh.go.id", "ftp://a", "\tteks", " teks", "\nteks", "teks\n", "a\nb", "a\u00a0", "a \r\n", "\n\n\n", "12", "2025-02-03", "-1", "1.5", "x-y", "NULL", "true",
)  # fmt: skip
_MAILED: Final = (
    "@",
    "budi",
    "gmail.com",
    " ",
    "(",
    "kantor@contoh.go.id",
    ".",
    "+",
    "%",
    "com",
    "GMAIL",
    "İ",
    "ı",
    "ſ",
    "K",
    "0561",
    "(0561) ",
    "721234",
    "-",
    " ext. ",
    "EXT",
    "12",
)
_LONGEST_PIECE: Final = 90
_YEARS: Final = ("2024", "2025-02", "2025-02-28", "2025-03-01", "2025", "2026-01", "2025-01", "2025-01-01", "2024-12-31", "1945", "2100-12-31", "2024-02-29", "2025-02-30", "2025-2")  # fmt: skip


def _utf16(text: str) -> bytes:
    """By which JavaScript sorts."""
    return text.encode("utf-16-be", "surrogatepass")


def _joined(text: str) -> str:
    """Two halves of a pair that stand side by side are one character to JavaScript."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")


@functools.cache
def _alike() -> Sequence[range]:
    """Code points that both editions of Unicode know, or that neither does: the younger one's own differ rightly."""
    theirs = [(first, last) for first, last in browser({"unassigned": [None]})["unassigned"][0]]
    edges = [edge for first, last in theirs for edge in (first, last + 1)]
    cuts = sorted({0, *edges, 0x110000, *_turns()})
    parts = [range(first, last) for first, last in pairwise(cuts)]
    return [
        part
        for part in parts
        if (bisect_right(edges, part[0]) % 2 == 1) == (unicodedata.category(chr(part[0])) == "Cn")
    ]


def characters() -> Iterator[str]:
    """Every character that both editions know, and the edges of what neither does; of those for private use too."""
    for part in _alike():
        whole = unicodedata.category(chr(part[0])) not in ("Cn", "Co")
        yield from map(chr, part if whole else {part[0], part[-1]})


def _turns() -> Iterator[int]:
    """Where the characters of our own edition begin and end, and those for private use."""
    before = ""
    for code in range(0x110000):
        now = category if (category := unicodedata.category(chr(code))) in ("Cn", "Co") else ""
        if now != before:
            yield code
        before = now


def _characters(dice: random.Random) -> str:
    """Up to eight characters of any script, or of none."""
    parts = _alike()
    return "".join(chr(dice.choice(dice.choice(parts))) for _ in range(dice.randint(1, 8)))


def _numbers(dice: random.Random) -> str:
    number = dice.choice(("6112010101800001", "198001012005011001", "081234567890", "6281234567890", "60123456789"))
    cuts = sorted(dice.sample(range(1, len(number)), dice.randint(0, 5)))
    gaps = [dice.choice((*GAPS, *INVISIBLE, "", "")) for _ in cuts]
    text = "".join(
        number[start:end] + gap
        for (start, end), gap in zip(pairwise((0, *cuts, len(number))), (*gaps, ""), strict=True)
    )
    digits = dice.choice(
        ("0123456789", dice.choice(ODD_DIGITS), "".join(chr(ord(dice.choice(ZEROS)) + more) for more in range(10)))
    )
    return text.translate({ord(str(value)): sign for value, sign in enumerate(digits)}) if dice.random() < 0.3 else text


_PERSONAL: Final = (*(text for text, _ in (*WRITTEN, *SHOWN)), "https://contoh.go.id/?hp=", "wa.me/", "NIB ", "NIP.", "hp", "WA", "0561-", *islice(honest(), 200))  # fmt: skip
_LISTS: Final[Mapping[str, Sequence[str]]] = {
    **dict.fromkeys(("date", "date_meant", "date_spoken"), (*_DATED, *DATES, *NO_DATES)),
    "written_date": (*_DATED, *DATES, *NO_DATES, *_OFFICIAL),
    "amount": _SUMS,
    "address": _ADDRESSED,
    "mail": _MAILED,
    "paragraphs": (" ", "\u00a0", "\t", "\n", "\r\n", "\r", "a", "e\u0301", "\uf0b7", "\u200b"),
    **dict.fromkeys(("entry", "empty"), (*_ATTACKS, *_WRITTEN, *_INDONESIAN, *ODD)),
    "phone": _MAILED,
    "personal": (*_PERSONAL, *_MAILED),
    "as_read": (*_PERSONAL, *_MAILED),
}


def strings(pair: str, count: int, seed: int) -> Iterator[str]:
    """`count` strings, half of them made of what matters to `pair` most; the same for the same seed."""
    dice = random.Random(f"{pair} {seed}")
    own = [piece[:_LONGEST_PIECE] for piece in _LISTS.get(pair, (*_INDONESIAN, *ODD))]
    makers = (
        lambda: _characters(dice),
        lambda: "".join(dice.choices(_ODD_SIGNS, k=dice.randint(1, 4))),
        lambda: dice.choice(_ATTACKS),
        lambda: dice.choice(_INDONESIAN),
        lambda: "".join(dice.choices("abcdeiknmprstuAIKS019 .,-", k=dice.randint(1, 12))),
        lambda: _numbers(dice),
        lambda: (
            dice.choice(("https://", "http://", ""))
            + dice.choice(_HOSTS)
            + dice.choice(_PORTS)
            + dice.choice(("", "/", "?a"))
        ),
    )
    for number in range(count):
        # Every fourth is one piece alone, so that no other hides what it does.
        pieces = dice.randint(2, 5) if number % 4 else 1
        kinds = [(lambda: dice.choice(own)) if dice.random() < 0.5 else dice.choice(makers) for _ in range(pieces)]
        yield _joined("".join(make() for make in kinds))


def _entry(texts: Sequence[str], dice: random.Random) -> Mapping[str, Any]:
    """An entry with a text in every kind of place."""
    one, other = texts
    both = {
        "nama": one,
        "solusi": f"{other}\n{one}",
        "bentuk": one,
        "diperiksa": other,
        "riwayat": [{"peristiwa": one, "tanggal": other, other: one}, {"keterangan": one}],
        "cara_memakai": {"langkah": [one, other], "syarat": other},
        "kematangan": {one or "a": {"nilai": other}},
        "alias": [one, True, False, 12],
    }
    kept = {key: both[key] for key in dice.sample(_KEYS, dice.randint(1, 4))}
    return kept | {other: one}


def arguments(pair: str, count: int, seed: int = 1) -> list[Any]:
    """What to ask both halves of a pair."""
    dice = random.Random(seed)
    if pair == "dates_compared":
        return [dice.choices(_YEARS, k=2) for _ in range(count)]
    if pair == "pattern":
        texts = [
            text
            for kind in ("date", "address", "phone", "personal", "slug")
            for text in strings(kind, count // 5, seed)
        ]
        names = [(name, text) for text in texts for name in dice.sample(sorted(PATTERNS), 6)]
        return [[name, text if name in OWN_PATTERNS else as_read(text)] for name, text in names]
    if pair in ("entry", "empty"):
        many = [*strings(pair, 2 * count, seed)]
        return [_entry(two, dice) for two in zip(many[::2], many[1::2], strict=True)]
    return [*strings(pair, count, seed)]
