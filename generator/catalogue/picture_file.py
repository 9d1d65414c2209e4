"""A JPEG, PNG or WebP file as its parts, and the same picture without what is not seen; no coded byte changes.

Git keeps a file as it was sent, for ever, so what nobody sees in a picture must be out before. Colour
profiles stay, for colours need them, unless a number that points to a person stands in one. Every walk
looks at each byte a fixed number of times; of parts and of what they tell there is a most.
"""

import re
import struct
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import islice
from typing import Final

from generator.catalogue import picture_metadata
from generator.catalogue.picture_metadata import PROFILE, SMALL_PICTURE, UNREADABLE

_AFTER: Final = "data sesudah akhir gambar"
_BETWEEN: Final = "data di antara bagian gambar"
#: A PNG of 5 MB in chunks of one kilobyte has five thousand.
_MOST_PARTS: Final = 10_000
#: Bytes that are read of what a file tells; a camera's EXIF has at most 64 KiB.
_MOST_TOLD: Final = 256 * 1024
_Join = Callable[[bytes, bytes], bytes]


class PictureError(ValueError):
    """The file is no picture, or a broken one; says so in Indonesian."""

    def __init__(self, sentence: str = "isinya rusak atau terpotong") -> None:
        super().__init__(sentence)


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a file: the name of what it holds, what it tells besides pixels, what of it stays."""

    name: str
    told: bytes = b""
    kept: bytes = b""


def stripped(raw: bytes) -> bytes:
    """The picture with nothing but its image, its colour profile and which side is up. Raises PictureError."""
    parts, join = _read(raw)
    tiff = next((part.told for part in parts if part.name == "EXIF"), b"")
    return join(b"".join(part.kept for part in parts), picture_metadata.upright(tiff))


def taken(raw: bytes) -> tuple[str, ...]:
    """The names of the parts that `stripped` leaves out, each once. Raises PictureError."""
    return tuple(dict.fromkeys(part.name for part in _read(raw)[0] if part.told and not part.kept))


def hidden(raw: bytes) -> tuple[str, ...]:
    """What may not stay in the file, in words for its sender, each once; numbers masked. Raises PictureError."""
    words: dict[str, None] = {}
    left = _MOST_TOLD
    for part in (part for part in _read(raw)[0] if part.told and not part.kept):
        left -= len(part.told)
        words |= dict.fromkeys(picture_metadata.hidden(part.name, part.told) if left >= 0 else [part.name])
    return tuple(words)


def in_rows(raw: bytes) -> bool:
    """Whether a file is a JPEG that is read row by row; any other picture fills memory. Raises PictureError."""
    parts, join = _read(raw)
    kept = [part.kept for part in parts if part.kept]
    scan = next((piece for piece in kept if piece[1] == _SCAN), b"")
    frames = [piece for piece in kept if piece[1] in _FRAMES]
    # A scan with fewer colours than the frame is not the only one.
    return join is _join_jpeg and all(frame[1] in _SEQUENTIAL and frame[9:10] == scan[4:5] for frame in frames)


def _read(raw: bytes) -> tuple[tuple[Part, ...], _Join]:
    """The parts of a file in its order, and how its kind is put together again. Raises PictureError."""
    for mark, walk, join in _KINDS:
        if mark.match(raw):
            return _without_numbers(_all(walk(raw))), join
    raise PictureError("isinya bukan gambar JPG, PNG, atau WebP")


def _all(parts: Iterator[Part]) -> tuple[Part, ...]:
    try:
        found = tuple(islice(parts, _MOST_PARTS + 1))
    except struct.error:
        raise PictureError from None
    if len(found) > _MOST_PARTS:
        raise PictureError("tersusun dari terlalu banyak bagian")
    return found


def _without_numbers(parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """The parts; a colour profile that holds a number of a person does not stay. Its texts stand in front."""
    profile = b"".join(part.told for part in parts if part.name == PROFILE)[: _MOST_TOLD // 4]
    if not any(picture_metadata.hidden(PROFILE, profile)):
        return parts
    return tuple(replace(part, kept=b"") if part.name == PROFILE else part for part in parts)


# JPEG (ITU-T T.81): segments, and the coded image behind the last one of each scan

_SCAN, _END, _COMMENT = 0xDA, 0xD9, 0xFE
_SEQUENTIAL: Final = (0xC0, 0xC1)
_FRAMES: Final = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_IMAGE: Final = _FRAMES | {0xC4, 0xCC, 0xDA, 0xDB, 0xDC, 0xDD}
#: Bytes of segments that hold one number: lines, interval of restarts.
_LENGTHS: Final = {0xDC: 2, 0xDD: 2}
_MARKER = re.compile(rb"\xff[^\x00\x01\xd0-\xd7\xff]")


def _jpeg(raw: bytes) -> Iterator[Part]:
    at = 2
    while marker := _MARKER.search(raw, at):
        if marker.start() > at:
            yield Part(_BETWEEN, raw[at : marker.start()])
        code, start = raw[marker.start() + 1], marker.end()
        if code == _END:
            yield Part("", kept=marker.group())
            yield Part(_AFTER, raw[start:])
            return
        at = start + max(2, *struct.unpack_from(">H", raw, start))
        if at > len(raw):
            break
        if code == _SCAN:
            following = _MARKER.search(raw, at)
            at = following.start() if following else len(raw)
        yield from _segment(code, raw[marker.start() : at], raw[start + 2 : at])
    raise PictureError


def _segment(code: int, whole: bytes, body: bytes) -> Iterator[Part]:
    if code in _IMAGE and len(body) <= _LENGTHS.get(code, len(body)):
        yield Part("", kept=whole)
    elif code == 0xE0 and body.startswith(b"JFIF\0"):
        yield Part("", kept=b"\xff\xe0\0\x10" + body[:12].ljust(14, b"\0"))
        yield Part(SMALL_PICTURE, body[14:])
    elif code == 0xEE and body.startswith(b"Adobe"):
        yield Part("", kept=b"\xff\xee\0\x0e" + body[:12].ljust(12, b"\0"))
        yield Part("APP14", body[12:])
    elif code == 0xE2 and body.startswith(b"ICC_PROFILE\0"):
        yield Part(PROFILE, body[14:], whole)
    elif code == 0xE1 and body.startswith(b"Exif\0"):
        yield Part("EXIF", body[6:] or b"\0")
    elif code == 0xE1 and body.startswith(b"http://ns.adobe.com/xap/1.0/\0"):
        yield Part("XMP", body[29:] or b"\0")
    elif code == _COMMENT:
        yield Part("komentar", body or b"\0")
    else:
        yield Part("IPTC" if code == 0xED else f"APP{code - 0xE0}" if code >= 0xE0 else f"{code:02X}", body or b"\0")


def _join_jpeg(kept: bytes, upright: bytes) -> bytes:
    block = b"\xff\xe1" + struct.pack(">H", len(upright) + 8) + b"Exif\0\0" + upright if upright else b""
    return b"\xff\xd8" + block + kept


# PNG (W3C, third edition): chunks

_PNG: Final = b"\x89PNG\r\n\x1a\n"
#: The chunks of an image and the most bytes each has, the coded ones aside.
_CHUNKS: Final = {
    b"IHDR": 13, b"PLTE": 768, b"IEND": 0, b"tRNS": 256, b"gAMA": 4, b"cHRM": 32, b"sRGB": 1, b"sBIT": 4, b"bKGD": 6,
    b"pHYs": 9, b"cICP": 4, b"mDCV": 24, b"cLLI": 8, b"acTL": 8, b"fcTL": 26,
}  # fmt: skip
_CODED: Final = (b"IDAT", b"fdAT")
#: The keywords that the standard registers, and what ImageMagick adds.
_KEYWORDS: Final = (
    b"Title", b"Author", b"Description", b"Copyright", b"Creation Time", b"Software", b"Disclaimer", b"Warning",
    b"Source", b"Comment", b"XML:com.adobe.xmp", b"date:create", b"date:modify", b"date:timestamp",
)  # fmt: skip
_MOST_PROFILE: Final = 4 * 1024 * 1024


def _png(raw: bytes) -> Iterator[Part]:
    at, kind, profiles = len(_PNG), b"", 0
    while kind != b"IEND":
        length, kind = struct.unpack_from(">L4s", raw, at)
        start, at = at, at + 12 + length
        if at > len(raw):
            raise PictureError
        whole, body = raw[start:at], raw[start + 8 : at - 4]
        profiles += kind == b"iCCP"
        if kind in _CODED or len(body) <= _CHUNKS.get(kind, -1):
            yield Part("", kept=whole)
        elif kind == b"iCCP" and profiles == 1:
            yield _packed_profile(body, whole)
        else:
            yield _chunk(kind.decode("latin-1"), body)
    yield Part(_AFTER, raw[at:])


def _packed_profile(body: bytes, whole: bytes) -> Part:
    name, _, packed = body.partition(b"\0")
    unpacker = zlib.decompressobj()
    try:
        profile = unpacker.decompress(packed[1:], _MOST_PROFILE)
    except zlib.error:
        profile = b""
    if not unpacker.eof:
        return Part(f"{PROFILE} {UNREADABLE}", body)
    return Part(PROFILE, b"\0".join((name, profile, unpacker.unused_data)), whole)


def _chunk(kind: str, body: bytes) -> Part:
    """A chunk that is no part of the image. Compressed text is refused unread: it could be of any length."""
    keyword, _, text = body.partition(b"\0")
    name = keyword.decode("latin-1") if keyword in _KEYWORDS else kind  # others could name a person
    if kind == "eXIf":
        return Part("EXIF", body.removeprefix(b"Exif\0\0") or b"\0")
    if kind == "tEXt":
        return Part(name, text.strip(b"\0 ") or keyword)
    if kind == "iTXt" and text[:4] == b"\0\0\0\0":  # neither compressed, nor of a language, nor under another name
        return Part("XMP" if name == "XML:com.adobe.xmp" else name, text[4:].strip(b"\0 ") or keyword)
    return Part(f"{name} {UNREADABLE}" if kind in ("iTXt", "zTXt") else kind, body or b"\0")


def _join_png(kept: bytes, upright: bytes) -> bytes:
    chunk = b"eXIf" + upright
    turned = struct.pack(">L", len(upright)) + chunk + struct.pack(">L", zlib.crc32(chunk)) if upright else b""
    return _PNG + kept[:25] + turned + kept[25:]  # behind IHDR, which comes first


# WebP (RFC 9649): chunks of a RIFF file

_WEBP: Final = frozenset((b"VP8X", b"VP8 ", b"VP8L", b"ALPH", b"ANIM", b"ANMF"))
_HAS_PROFILE, _HAS_EXIF, _HAS_XMP = 0x20, 0x08, 0x04


def _webp(raw: bytes) -> Iterator[Part]:
    end = 8 + struct.unpack_from("<L", raw, 4)[0]
    if end > len(raw):
        raise PictureError
    at = 12
    while at < end:
        kind, length = struct.unpack_from("<4sL", raw, at)
        start, at = at, at + 8 + length + length % 2
        if at > end:
            raise PictureError
        whole, body = raw[start:at], raw[start + 8 : start + 8 + length]
        if kind in _WEBP:
            yield Part("", kept=whole)
        elif kind == b"ICCP":
            yield Part(PROFILE, body, whole)
        elif kind == b"EXIF":
            yield Part("EXIF", body.removeprefix(b"Exif\0\0") or b"\0")
        else:
            yield Part(kind.decode("latin-1").strip(), body or b"\0")
    yield Part(_AFTER, raw[end:])


def _join_webp(kept: bytes, upright: bytes) -> bytes:
    """Only a file that begins with VP8X says what it has, and may have EXIF."""
    if kept.startswith(b"VP8X"):
        has = kept[8] & ~(_HAS_PROFILE | _HAS_EXIF | _HAS_XMP)
        has |= _HAS_PROFILE * (kept[18:22] == b"ICCP") | _HAS_EXIF * bool(upright)
        turned = b"EXIF" + struct.pack("<L", len(upright)) + upright if upright else b""
        kept = kept[:8] + bytes([has]) + kept[9:] + turned
    return b"RIFF" + struct.pack("<L", len(kept) + 4) + b"WEBP" + kept


_KINDS: Final = (
    (re.compile(rb"\xff\xd8\xff"), _jpeg, _join_jpeg),
    (re.compile(re.escape(_PNG)), _png, _join_png),
    (re.compile(rb"RIFF....WEBP", re.DOTALL), _webp, _join_webp),
)
