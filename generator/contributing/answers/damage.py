"""Texts that were damaged on their way into a table: mended where that is sure, else refused."""

import html
import re
from typing import Final

from generator.contributing.answers import spellings
from generator.contributing.answers.outcome import Unusable

_QUOTED = re.compile(r'\A\s*="(.*)"\s*\Z', re.DOTALL)
_NO_RESULT = re.compile(rf"\A\s*{spellings.NO_RESULT}\s*\Z")
_ROUNDED = re.compile(rf"\A\s*{spellings.ROUNDED}\s*\Z")
_TWICE = re.compile(spellings.TWICE_ENCODED)
_LINES = re.compile(spellings.LINE_ELEMENTS, re.IGNORECASE)
_INLINE = re.compile(spellings.INLINE_ELEMENTS, re.IGNORECASE)
_ENTITIES = re.compile(spellings.ENTITIES, re.IGNORECASE)
_LOST: Final = "\ufffd"
#: Where a text reaches the address of a page, a formula is never text.
FORMULA = re.compile(r"\A\s*[=@+][A-Za-z][A-Za-z0-9.]{0,30}\(")


def mended(text: str) -> tuple[str, str] | Unusable:
    """The text as it was before, and what was done to it (Indonesian, "" if nothing)."""
    if _NO_RESULT.match(text):
        return Unusable(f"rumusnya menghasilkan {text.strip()}", "tulis hasilnya sebagai teks")
    if _ROUNDED.match(text):
        return Unusable("angka panjang yang dipotong Excel", "beri sel itu format Teks, lalu tulis angkanya lengkap")
    done = []
    if match := _QUOTED.match(text):
        text = match[1].replace('""', '"')
        done.append('tanda ="..." dilepas')
    if _LINES.search(text) or _INLINE.search(text):
        text = re.sub(r"\n{2,}", "\n", _INLINE.sub("", _LINES.sub("\n", text))).strip()
        done.append("kode halaman web dilepas")
    if _ENTITIES.search(text):
        text = html.unescape(_ENTITIES.sub(lambda one: one.group().lower(), text)).replace("\u00a0", " ")
        done.append("kode huruf dijadikan huruf")
    if _TWICE.search(text):
        text = _encoded_once(text)
        done.append("huruf yang rusak dipulihkan")
    if _TWICE.search(text) or _LOST in text:
        return Unusable("ada huruf yang rusak", "tulis lagi isinya")
    return text, "; ".join(done)


def _encoded_once(text: str) -> str:
    import ftfy  # noqa: PLC0415 - only few tables need it

    return ftfy.fix_encoding(text)
