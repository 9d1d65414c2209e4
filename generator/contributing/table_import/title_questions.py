"""Titles that are questions of a form: `Berapa anggarannya?`, `Ceritakan hasilnya`, `Jelaskan inovasi Anda`."""

import re

from generator.contributing.table_import.title_words import ADDRESSED, ASKING
from generator.text.spelling import folded

#: What begins a question of a form, and whom it asks.
_QUESTION = re.compile(
    r"\A(?:berapa(?:kah)?|sebutkan|tuliskan|ceritakan|jelaskan|uraikan|apa saja|apakah|apa|silakan isi|mohon isi) "
)
#: The rest of `Jelaskan inovasi Anda secara singkat`.
_IN_SHORT = re.compile(
    r"inovasi(?:nya)?(?: (?:ini|tersebut|anda|saudara|bapak ibu))?|"
    r"(?:(?:mengenai|tentang|soal) )?inovasi(?:nya)?(?: (?:ini|tersebut|anda|saudara|bapak ibu|opd anda))?"
    r"(?: (?:secara|dengan))? (?:singkat|ringkas)(?: dan (?:jelas|padat))?|"
    r"(?:secara|dengan) (?:singkat|ringkas)(?: (?:mengenai|tentang|soal))? inovasi(?:nya)?(?: (?:ini|tersebut|anda))?"
)
#: `Apa inovasinya? Jelaskan singkat`.
_WHAT = re.compile(
    r"(?:apa|seperti apa|bagaimana) inovasi(?:nya)?(?: (?:ini|itu|anda))?(?: (?:jelaskan|uraikan|ceritakan|"
    r"tuliskan|secara|dengan|singkat|ringkas|saja))*"
)


def _rest(title: str) -> tuple[str, str]:
    plain = folded(title.partition("(")[0])
    return plain, _QUESTION.sub("", plain)


def asks_in_short(title: str) -> bool:
    """Whether a title asks for a few words on the innovation."""
    parts = [_rest(part) for part in (title, *title.split("?"))]
    return (
        any(rest != plain and _IN_SHORT.fullmatch(rest) for plain, rest in parts)
        or _WHAT.fullmatch(folded(title)) is not None
    )


def asked_words(title: str) -> tuple[str, ...]:
    """What a question asks for, with and without the words of asking; () for a title that is no question."""
    plain, rest = _rest(title)
    if _IN_SHORT.fullmatch(rest) or (rest == plain and "?" not in title):
        return ()
    words = [word.removesuffix("nya") for word in rest.split() if word not in ADDRESSED]
    bare = " ".join(word for word in words if word not in ASKING).removesuffix(" dan")
    return (" ".join(words), bare) if words and bare else ()
