"""What a picture tells besides its pixels: EXIF, XMP and other texts; which of it may stand in Git's history.

Numbers, dates and the name of a camera may. Any other text may be a name, and what cannot be read may be
anything, so neither may. A maker's notes are such: they hold serials, names of faces, names of places.
"""

import re
import struct
from collections.abc import Callable, Iterator
from typing import Final, NamedTuple
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException  # type: ignore[import-untyped]
from defusedxml.ElementTree import fromstring  # type: ignore[import-untyped]
from PIL.ExifTags import GPSTAGS, TAGS

from generator.problems import code_texts
from generator.text.personal_data import find, masked

UNREADABLE: Final = "yang tidak dapat dibaca"
SMALL_PICTURE: Final = "gambar kecil di dalam berkas"
PROFILE: Final = "profil warna"
_PLACE: Final = "tempat pemotretan"
#: Fields of EXIF and XMP, keywords and chunks of PNG that tell of devices, programs, times and formats alone.
_HARMLESS: Final = frozenset(
    {
        "Make", "Model", "LensMake", "LensModel", "Software", "ProcessingSoftware", "CreatorTool", "softwareAgent",
        "xmptk", "DateTime", "DateTimeOriginal", "DateTimeDigitized", "OffsetTime", "OffsetTimeOriginal",
        "OffsetTimeDigitized", "SubsecTime", "SubsecTimeOriginal", "SubsecTimeDigitized", "GPSTimeStamp",
        "GPSDateStamp", "CreateDate", "ModifyDate", "MetadataDate", "DateCreated", "when", "date:create", "date:modify",
        "date:timestamp", "tIME", "GPSVersionID", "GPSStatus", "GPSMapDatum", "ExifVersion", "FlashPixVersion",
        "InteropIndex", "InteropVersion", "ComponentsConfiguration", "FileSource", "SceneType", "CFAPattern",
        "Orientation", "XResolution", "YResolution", "ResolutionUnit", "PixelXDimension", "PixelYDimension",
        "ImageWidth", "ImageLength", "ColorSpace", "ColorMode", "ICCProfile", "format", "lang", "parseType",
        "action", "changed", "DocumentID", "InstanceID", "OriginalDocumentID", "documentID", "instanceID",
        "originalDocumentID", "Creation Time", PROFILE,
    }
)  # fmt: skip
#: What programs write where a person could.
_PROGRAM = re.compile(
    rb"(?:Created with GIMP|Screenshot|CREATOR: gd-jpeg v1\.\d [ -~]{0,60}|Lavc[\d.]{1,20}|uuid:[\da-fA-F-]{36})\s*\Z"
)
_READABLE = re.compile(rb"[\x20-\x7e]{6,}|(?:\0[\x20-\x7e]){6,}|(?:[\x20-\x7e]\0){6,}")
_BLANK: Final = b"\0\xff \t\r\n"


class Field(NamedTuple):
    """A named value; bytes, for many are no text."""

    name: str
    value: bytes


def hidden(block: str, told: bytes) -> Iterator[str]:
    """What may not stay of `told`, in words for its sender, numbers masked; `block` is "EXIF", "XMP" or its name."""
    if not told.strip(_BLANK):
        return
    fields = [*_READERS.get(block, lambda whole: [Field(block, whole)])(told)]
    for name, value in fields:
        if name not in _HARMLESS and value.strip(_BLANK) and not _PROGRAM.match(value):
            yield _PLACE if name.startswith("GPS") else name
    # In the whole block too: what no field points to any more is still there.
    spoken = (value.decode("utf-8", "ignore") for name, value in fields if name in _HARMLESS)
    text = " | ".join([_readable(told), *(_readable(value) for _, value in fields), *spoken])
    for finding in find(text):
        yield f"{code_texts()[finding.code].title} {masked(text, finding)}"


def _readable(value: bytes) -> str:
    return " | ".join(run.replace(b"\0", b"").decode("ascii") for run in _READABLE.findall(value))


# EXIF: a TIFF file without an image (CIPA DC-008)

_SIZES: Final = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, 13: 4, 129: 1}
_TEXT: Final = 2
_TEXTUAL: Final = (1, _TEXT, 6, 7, 129)
_EXIF, _GPS, _INTEROP = 0x8769, 0x8825, 0xA005
_ORIENTATION, _USER_COMMENT = 0x0112, 0x9286
#: Fields that lead to another picture inside: a thumbnail shows what was cut off later.
_PICTURES: Final = (0x0111, 0x014A, 0x0201)
_NAMES: Final = {_GPS: GPSTAGS, _INTEROP: {1: "InteropIndex", 2: "InteropVersion"}}


class _Tag(NamedTuple):
    folder: int
    number: int
    kind: int
    value: bytes


def upright(tiff: bytes) -> bytes:
    """An EXIF block that says which side is up, as `tiff` does, and nothing else; b"" for a picture that stands."""
    try:
        value = next(tag.value for tag in _tags(tiff) if tag.folder == 0 and tag.number == _ORIENTATION)
    except (StopIteration, KeyError, struct.error):
        return b""
    turned = int.from_bytes(value, "big" if tiff.startswith(b"MM") else "little")
    return b"MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0%c\0\0\0\0\0\0" % turned if 2 <= turned <= 8 else b""


def _exif(tiff: bytes) -> Iterator[Field]:
    try:
        for folder, number, kind, value in _tags(tiff):
            name = _NAMES.get(folder, TAGS).get(number, f"EXIF {number:#06x}")
            if folder == _GPS:
                yield Field(f"GPS{name.removeprefix('GPS')}", value)
            elif number in _PICTURES:
                yield Field(SMALL_PICTURE, b"there")
            elif kind in _TEXTUAL:
                yield Field(name, value[8:] if number == _USER_COMMENT else value)  # its first eight name a charset
                if kind == _TEXT and (rest := value.partition(b"\0")[2]).strip(_BLANK):
                    yield Field(f"teks di belakang {name}", rest)
    except (KeyError, struct.error):
        yield Field(f"EXIF {UNREADABLE}", tiff)


def _tags(tiff: bytes) -> Iterator[_Tag]:
    """The tags of every folder. Raises KeyError or struct.error where the block breaks off, after the tags before."""
    order = {b"II*\0": "<", b"MM\0*": ">"}[tiff[:4]]
    waiting = [(0, *struct.unpack_from(f"{order}L", tiff, 4))]
    left = 2 * len(tiff)  # tags may share a value, but not without end
    while waiting:
        folder, at = waiting.pop()
        (count,) = struct.unpack_from(f"{order}H", tiff, at)
        end = at + 2 + 12 * count
        left -= end - at
        for place in range(at + 2, end, 12):
            number, kind, many = struct.unpack_from(f"{order}HHL", tiff, place)
            (target,) = struct.unpack_from(f"{order}L", tiff, place + 8)
            size = many * _SIZES[kind]
            start = target if size > 4 else place + 8
            left -= size
            if left < 0 or start + size > len(tiff):
                raise struct.error("outside of the block, or in a circle")
            if number in (_EXIF, _GPS, _INTEROP):
                waiting.append((number, target))
            yield _Tag(folder, number, kind, tiff[start : start + size])
        if left < 0:
            raise struct.error("in a circle")
        if folder == 0 and (following := struct.unpack_from(f"{order}L", tiff, end)[0]):
            waiting.append((0, following))


# XMP (ISO 16684-1)

#: What stands beside the elements: comments, and instructions but those that open and close a packet.
_ASIDE = re.compile(rb"<!--|<\?(?!xpacket |xml )[^?]{0,80}")
_RDF: Final = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"


def _xmp(packet: bytes) -> Iterator[Field]:
    try:
        waiting: list[tuple[str, Element]] = [("XMP", fromstring(packet.strip(b"\0")))]
    except (ParseError, DefusedXmlException, ValueError, LookupError):
        yield Field(f"XMP {UNREADABLE}", packet)
        return
    yield from (Field("XMP komentar", aside) for aside in _ASIDE.findall(packet))
    while waiting:
        around, element = waiting.pop()
        # The items of a list are told by the name of the list.
        name = around if element.tag.startswith(_RDF) else element.tag.rpartition("}")[2]
        yield Field(name, (element.text or "").encode())
        yield Field(around, (element.tail or "").encode())
        yield from (Field(key.rpartition("}")[2], value.encode()) for key, value in element.attrib.items())
        waiting += [(name, inner) for inner in element]


_READERS: Final[dict[str, Callable[[bytes], Iterator[Field]]]] = {"EXIF": _exif, "XMP": _xmp}
