"""Bytes as mail, chats and word processors leave them -> text that can be read as YAML."""

import re
from typing import Final

#: Signs that show nothing and mean nothing; they come along with copied text. What turns the direction of a text is
#: none of them: it changes what people read.
_INVISIBLE = re.compile("[\u00ad\u200b\u200e\u200f\u2060\ufeff]")
_LINE_END = re.compile("\r\n?|[\u0085\u2028\u2029]")
_WIDE: Final = ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
#: At the beginning of a line or behind a key's colon: what YAML does not take for a blank.
_INDENT = re.compile("^[ \t\u00a0]+", re.MULTILINE)
_HARD_BLANK = re.compile("(?<=[:-])\u00a0")


def text_of(raw: bytes, tab: str = "  ") -> tuple[str, list[str]] | None:
    """The text, and what was done to it (Indonesian phrases); None for bytes that are no text.

    A `tab` at the beginning of a line becomes these blanks.
    """
    decoded = _decoded(raw)
    if decoded is None or "\x00" in decoded[0]:
        return None
    text, done = decoded
    for pattern, instead, said in (
        (_LINE_END, "\n", ""),
        (_INVISIBLE, "", "karakter yang tidak terlihat dihapus"),
        (_HARD_BLANK, " ", "spasi khusus diganti spasi biasa"),
    ):
        text, count = pattern.subn(instead, text)
        done += [said] if count and said else []
    spaced = _INDENT.sub(lambda blank: blank.group().replace("\u00a0", " ").replace("\t", tab), text)
    return (spaced, [*done, "indentasi ditulis dengan spasi"]) if spaced != text else (text, done)


def _decoded(raw: bytes) -> tuple[str, list[str]] | None:
    """UTF-8; else UTF-16 where the bytes say so; else what Windows wrote."""
    for mark, encoding in _WIDE:
        if raw.startswith(mark):
            try:
                return raw.decode(encoding), ["disimpan sebagai UTF-8"]
            except UnicodeDecodeError:
                return None
    try:
        return raw.decode("utf-8-sig"), []
    except UnicodeDecodeError:
        pass
    try:
        return raw.decode("cp1252"), ["disimpan sebagai UTF-8"]
    except UnicodeDecodeError:
        return None
