"""What the YAML parser refuses -> where the slip is, what it is and how to mend it, in Indonesian.

The parser stops where it can no longer go on, which is often a line below the slip.
"""

import re
from collections.abc import Sequence
from typing import Final

import yaml

from generator.problems import Place, Problem, problem

#: What is wrong, and what to type instead.
_Cause = tuple[str, str]

_QUOTE: Final = "tulis nilainya di antara tanda kutip ganda"
_TAB: Final = (
    "indentasi memakai tab, bukan spasi",
    "ganti tab dengan spasi: sejajar dengan baris yang setingkat, dua spasi lebih dalam dari nama kolom di atasnya",
)
_NO_COLON: Final = (
    "nama kolom tanpa titik dua, atau teks panjang tanpa indentasi",
    "tulis titik dua dan satu spasi sesudah nama kolom; lanjutan teks panjang diawali dua spasi",
)
_HARD_BLANK: Final = (
    "ada spasi khusus (no-break space) di awal baris atau sesudah titik dua",
    "hapus spasi itu, lalu ketik spasi biasa",
)
_WORD_QUOTES: Final = (
    "ada titik dua, dan tanda kutip lengkung dari Word tidak dibaca sebagai tanda kutip",
    'ganti tanda kutip lengkung di kedua ujung nilai dengan tanda kutip ganda biasa (")',
)
_AFTER_QUOTE: Final = (
    "ada tulisan sesudah tanda kutip penutup",
    "hapus tulisan itu bila tidak perlu; bila perlu, tulis seluruh nilai di antara satu pasang tanda kutip ganda",
)
_UNKNOWN: Final = ("susunan YAML tidak dapat dibaca", "")
# libyaml's own words -> the cause. The first that is contained in the message wins.
_CAUSES: Final[Sequence[tuple[str, _Cause]]] = (
    (
        "mapping values are not allowed",
        (
            "tanda titik dua di dalam nilai atau indentasi yang tidak sejajar",
            'tulis nilai bertitik dua di antara tanda kutip ganda (nama: "SIAP: Layanan"), atau sejajarkan barisnya',
        ),
    ),
    (
        "cannot start any token",
        ("nilai tidak boleh dimulai dengan tanda @, `, % atau tab", f"{_QUOTE}; tab di awalnya dihapus"),
    ),
    ("tab character", _TAB),
    (
        "unexpected end of stream",
        ("tanda kutip dibuka tetapi tidak ditutup", "tulis tanda kutip yang sama di akhir nilainya"),
    ),
    ("could not find expected ':'", _NO_COLON),
    (
        "did not find expected key",
        (
            "indentasi tidak sejajar, atau ada tanda kutip di tengah nilai",
            "sejajarkan kolom yang setingkat; tanda kutip mengapit seluruh nilai atau tidak dipakai",
        ),
    ),
    (
        "did not find expected '-' indicator",
        (
            "butir daftar tidak dimulai dengan tanda hubung, atau tidak sejajar",
            "mulai setiap butir dengan tanda hubung dan spasi, sejajar dengan butir pertama",
        ),
    ),
    (
        "did not find expected ',' or",
        (
            "kurung siku atau kurung kurawal tidak ditutup, atau koma di dalamnya kurang",
            "tutup kurungnya, dan pisahkan butir di dalamnya dengan koma",
        ),
    ),
    (
        "did not find expected node content",
        (
            "tanda koma ganda, atau tanda koma bukan pada tempatnya",
            "hapus koma itu; di luar kurung, butir daftar diawali tanda hubung",
        ),
    ),
    ("while scanning an a", ("nilai tidak boleh dimulai dengan tanda * atau &", _QUOTE)),
    ("while scanning a block scalar", ("nilai tidak boleh dimulai dengan tanda > atau | tanpa tanda kutip", _QUOTE)),
    (
        "escape",
        (
            "garis miring terbalik di dalam tanda kutip ganda",
            "ganti dengan garis miring biasa (/), atau ganti kedua tanda kutip ganda dengan tanda kutip tunggal",
        ),
    ),
    (
        "block sequence entries are not allowed",
        (
            "tanda hubung di tempat yang bukan daftar",
            f"tulis butir daftar pada baris baru di bawah nama kolom; bila bukan daftar, {_QUOTE}",
        ),
    ),
)
_HARD_BLANK_PLACES = re.compile(r"^\s*\u00a0|:\u00a0")
_KEY = re.compile(r":(?:[ \t]|$)")
_CLOSED_QUOTE = re.compile(r""":\s+(?:"[^"]*"|'[^']*')\s*\Z""")


def syntax_problem(error: yaml.MarkedYAMLError, file: str, lines: Sequence[str]) -> Problem:
    """The problem Y001 for what the parser raised on the text of `file`, given as its `lines`."""
    said = f"{error.context or ''} {error.problem or ''}"
    mark = error.problem_mark or error.context_mark
    if mark is None:
        return problem("Y001", Place(file, 1, 1), sebab=_UNKNOWN[0])
    if error.context_mark and ("quoted scalar" in said or "could not find expected ':'" in said):
        mark = error.context_mark  # where it was opened; the parser stops only where it is not closed
    line, column = mark.line, mark.column
    cause = next((ours for theirs, ours in _CAUSES if theirs in said), _UNKNOWN)
    if "mapping values" in said and _continues_a_key(lines, line, column):
        line, cause = line - 1, _NO_COLON
        column = len(lines[line]) - len(lines[line].lstrip())
    what, mend = _seen_there(lines[line] if line < len(lines) else "", column, said) or cause
    return problem("Y001", Place(file, line + 1, column + 1), sebab=what, maksud=mend)


def _continues_a_key(lines: Sequence[str], line: int, column: int) -> bool:
    """Whether the line above was taken for the beginning of this line's key: it has no colon of its own."""
    if not 0 < line < len(lines):
        return False
    above = lines[line - 1].strip()
    first = _KEY.search(lines[line])
    return bool(above) and above[0] not in "#-" and not _KEY.search(above) and bool(first and first.start() == column)


def _seen_there(line: str, column: int, said: str) -> _Cause | None:
    """A cause that the line itself shows better than the parser's words."""
    if line[column : column + 1] == "\t":
        return _TAB
    if _HARD_BLANK_PLACES.search(line):
        return _HARD_BLANK
    if "mapping values" in said and re.search("[\u201c\u201d\u2018\u2019]", line):
        return _WORD_QUOTES
    if "did not find expected key" in said and _CLOSED_QUOTE.search(line[:column]):
        return _AFTER_QUOTE
    return None
