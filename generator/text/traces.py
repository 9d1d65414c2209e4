"""A value, in whatever spelling, inside bytes of any file: to make sure that it stands nowhere any more."""

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Final

#: So many digits make a number that people write with blanks, dots and hyphens.
_NUMBER: Final = 6
#: Of a telephone the first digits are written as 0, as 62 or not at all; a longer number is none.
_LONGEST_PHONE: Final = 14
_BETWEEN: Final = r"[\s.()/-]{0,3}"
#: Of a workbook, unpacked; what is more is no file of this catalogue.
_MOST_UNPACKED: Final = 64 * 1024 * 1024
_SHORTEST: Final = 4
#: What stands where a value was; YAML takes it as text at every place.
ERASED: Final = "(dihapus)"


class ValueTooShortError(ValueError):
    """A value that stands everywhere; the message is Indonesian."""


def pattern_of(value: str) -> re.Pattern[bytes]:
    """What finds a value: a number with any separators and with 0 or 62 before it, a text in any case and spacing.

    Raises ValueTooShortError.
    """
    digits = re.sub(r"\D", "", value)
    letters = re.sub(r"[\W\d_]", "", value)
    if len(digits) >= _NUMBER and len(letters) == 0:
        if len(digits) > _LONGEST_PHONE:
            return re.compile(_BETWEEN.join(digits).encode(), re.ASCII)
        bare = re.sub(r"\A(?:62|0)", "", digits)
        return re.compile(rf"(?:\+?62{_BETWEEN}|\(?0)?{_BETWEEN.join(bare)}".encode(), re.ASCII)
    words = value.split()
    if sum(map(len, words)) < _SHORTEST:
        raise ValueTooShortError(f"tulis paling sedikit {_SHORTEST} karakter")
    return re.compile(rb"\s+".join(re.escape(word).encode() for word in words), re.IGNORECASE)


def erased(text: str, pattern: re.Pattern[bytes]) -> str:
    """A text of YAML without a value: a key that holds nothing else goes, elsewhere a word stands in its place."""
    alone = re.compile(rb"[ ]*[a-z_]+:[ ]*(['\"]?)(?:" + pattern.pattern + rb")\1[ ]*\r?", pattern.flags)
    kept = [line for line in text.encode().split(b"\n") if not alone.fullmatch(line)]
    return pattern.sub(ERASED.encode(), b"\n".join(kept)).decode()


def stands_in(raw: bytes, pattern: re.Pattern[bytes]) -> tuple[int, ...]:
    """The lines (from 1) of a file where it stands; 0 where it stands inside what is packed."""
    found = [raw.count(b"\n", 0, match.start()) + 1 for match in pattern.finditer(raw)]
    if not found and raw[:2] == b"PK":
        return (0,) if any(pattern.search(part) for part in _unpacked(raw)) else ()
    if not found and raw[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return stands_in(raw.decode("utf-16", "replace").encode(), pattern)
    return tuple(dict.fromkeys(found))


def _unpacked(raw: bytes) -> Iterator[bytes]:
    """The parts of a workbook."""
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            left = _MOST_UNPACKED
            for one in archive.infolist():
                if one.file_size <= left:
                    left -= one.file_size
                    yield archive.read(one)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, EOFError, ValueError):
        return
