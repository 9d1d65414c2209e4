"""The package that the form hands over: one text file with an entry, whose it is, its pictures, and a number.

It comes as it was made, or as mail, chats and hands have left it. Its digest tells whether anything was lost.
`site_templates/browser/form/package.js` writes it.
"""

import base64
import binascii
import email
import email.policy
import hashlib
import html
import quopri
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from generator.layout import MAX_ENTRY_BYTES, MAX_PICTURE_BYTES, is_slug
from generator.schema.handins import HAND_IN_NUMBER
from generator.text.printable import printable

MOST_BYTES: Final = 12_000_000
_MOST_PICTURES: Final = 8
_BEGIN, _TEXT, _END = "==PAKET KATALOG INOVASI==", "==ISI==", "==AKHIR PAKET=="
_PICTURE = re.compile(r"==GAMBAR (.{1,200})==\Z")
_NAME = re.compile(r"[a-z0-9][a-z0-9._-]{0,75}\.(?:jpg|jpeg|png|webp)\Z")
_KEYS: Final = ("versi", "nomor", "perangkat_daerah", "jenis_usulan", "alamat")
_EDITION: Final = "katalog-paket-1"
_QUOTED = re.compile(r"\A[ \t]*(?:>[ \t]?)+")
_MAIL = re.compile(
    rb"\A(?:From |(?:Received|Return-Path|Delivered-To|MIME-Version|From|To|Subject|Date|X-[\w-]+):)", re.IGNORECASE
)
#: What ends a line of a page; a break at the end of a block ends it only once.
_LINES = re.compile(r"(?:<br[^<>]{0,500}>\s*)?</(?:p|div|tr|li|pre)>|<br[^<>]{0,500}>", re.IGNORECASE)
_TAGS = re.compile(r"</?[a-z][^<>]{0,2000}>", re.IGNORECASE)
#: An equals sign that begins no escape and ends no line.
_BARE = re.compile(r"=(?![0-9A-F]{2})")


class PackageError(ValueError):
    """A package that cannot be used; the message is an Indonesian sentence with the cure."""


@dataclass(frozen=True, slots=True)
class Package:
    """An entry as it was handed in: where it belongs, its text as its sender has it, its pictures by name."""

    number: str
    agency: str
    slug: str
    correction: bool
    text: str
    digest: str
    pictures: Mapping[str, bytes] = field(default_factory=dict)


def content_digest(agency: str, slug: str, text: str, pictures: Sequence[str] = (), *, correction: bool) -> str:
    """What the six signs of a number are the beginning of; `pictures` are names and base64 by turns."""
    kind = "perbaikan" if correction else "baru"
    parts = (_EDITION, agency, kind, slug, text.rstrip("\n"), *pictures)
    return hashlib.sha256("\n".join(parts).encode("utf-8", "surrogatepass")).hexdigest()


def is_package(raw: bytes) -> bool:
    """Whether some bytes mean to be a package, in whatever a mail has made of them."""
    return any(_BEGIN in text for text in _texts(raw))


def unpacked(raw: bytes) -> Package:
    """The package in a file. Raises PackageError; its message says what to ask the sender."""
    if len(raw) > MOST_BYTES:
        raise PackageError(f"berkas ini lebih besar dari {MOST_BYTES // 1_000_000} MB; minta gambar yang lebih sedikit")
    failed: PackageError | None = None
    for text in _texts(raw):
        found: dict[str, Package] = {}
        try:
            for lines in _blocks(text):
                package = _read(lines)
                found[package.digest] = package
        except PackageError as error:
            failed = failed or error
            continue
        if len(found) > 1:
            raise PackageError("berkas ini memuat dua paket yang berbeda; simpan masing-masing dalam berkas sendiri")
        if found:
            return next(iter(found.values()))
    raise failed or PackageError("tidak ada paket di berkas ini; minta pengirim mengirim berkasnya sebagai lampiran")


def _texts(raw: bytes) -> Iterator[str]:
    """The file as text; then what stands in it where it is a mail, or a page of the web."""
    wide = raw[:2] in (b"\xff\xfe", b"\xfe\xff")
    text = raw.decode("utf-16" if wide else "utf-8-sig", "replace")
    if _MAIL.match(raw):
        for part in email.message_from_bytes(raw, policy=email.policy.default).walk():
            if part.get_content_maintype() == "text":
                payload = part.get_payload(decode=True)
                text = payload.decode("utf-8", "replace") if isinstance(payload, bytes) else ""
                yield from _pages(text)
    else:
        yield from _pages(text)


def _pages(text: str) -> Iterator[str]:
    """What a text says where it is a page: its lines are those that are seen, or those that it has itself."""
    bare = _clean(text)
    yield bare
    for shown in (_LINES.sub("\n", bare.replace("\n", "")), bare):
        yield html.unescape(_TAGS.sub("", shown)).replace("\u00a0", " ")


def _clean(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\u00a0", " ").replace("\ufeff", "")


def _blocks(text: str) -> Iterator[list[str]]:
    """The lines of each package: from the first marker to the last, without the signs of a quoted mail."""
    lines: list[str] | None = None
    quoted = re.compile("")
    for line in text.split("\n"):
        begin = _QUOTED.match(line)
        if line.strip(" \t>") == _BEGIN:
            lines, depth = [], begin.group().count(">") if begin else 0
            quoted = re.compile(rf"\A[ \t]*(?:>[ \t]?){{{depth}}}" if depth else "")
            continue
        bare = quoted.sub("", line, count=1)
        if bare.strip() == _END and lines is not None:
            yield lines
            lines = None
        elif lines is not None:
            lines.append(bare.rstrip())
    if lines is not None:
        raise PackageError("paket ini terpotong: baris akhirnya tidak ada; minta pengirim mengirimnya sekali lagi")


def _read(lines: list[str]) -> Package:
    parts: dict[str, list[str]] = {"": []}
    here = parts[""]
    for line in lines:
        mark = line.strip()
        picture = _PICTURE.match(mark)
        if mark == _TEXT or picture:
            name = picture[1] if picture else _TEXT
            if name in parts:
                raise PackageError(f'bagian "{printable(name, length=80)}" ada dua kali; minta paket yang baru')
            here = parts[name] = []
        else:
            here.append(line)
    head = _head(parts.pop(""))
    if _TEXT not in parts:
        raise PackageError("isi isian tidak ada di dalam paket; minta pengirim mengirimnya sekali lagi")
    text = _entry(parts.pop(_TEXT))
    coded = {name: "".join("".join(block).split()) for name, block in parts.items()}
    correction = head["jenis_usulan"] == "perbaikan"
    flat = [part for pair in coded.items() for part in pair]
    digest = content_digest(head["perangkat_daerah"], head["alamat"], text, flat, correction=correction)
    pictures = dict(_pictures(coded))
    if not head["nomor"].endswith(digest[:6]):
        raise PackageError(
            "paket rusak di perjalanan: isinya tidak cocok dengan nomornya; minta dikirim lagi sebagai lampiran"
        )
    return Package(head["nomor"], head["perangkat_daerah"], head["alamat"], correction, text, digest, pictures)


def _head(lines: list[str]) -> Mapping[str, str]:
    head: dict[str, str] = {}
    for line in filter(str.strip, lines):
        key, colon, value = (part.strip() for part in line.partition(":"))
        if not colon or key not in _KEYS or key in head:
            shown = printable(line.strip(), length=80)
            raise PackageError(f'baris "{shown}" tidak dikenal di kepala paket; minta paket yang tidak disunting')
        head[key] = value
    if missing := [key for key in _KEYS if key not in head]:
        raise PackageError(f"kepala paket tidak menyebut {', '.join(missing)}; minta paket yang tidak disunting")
    if head["versi"] != "1":
        shown = printable(head["versi"], length=20)
        raise PackageError(f"paket versi {shown} belum dikenal; perbarui katalog, atau minta paket yang baru")
    if not HAND_IN_NUMBER.match(head["nomor"]) or head["jenis_usulan"] not in ("baru", "perbaikan"):
        raise PackageError("nomor atau jenis usulan paket tidak terbaca; minta paket yang tidak disunting")
    if not is_slug(head["perangkat_daerah"]) or not is_slug(head["alamat"]):
        raise PackageError("perangkat daerah atau alamat paket tidak terbaca; minta paket yang tidak disunting")
    return head


def _entry(lines: list[str]) -> str:
    coded = "\n".join(lines)
    if _BARE.search(re.sub(r"=\n", "", coded)):
        raise PackageError("isi paket rusak di perjalanan; minta dikirim lagi sebagai lampiran")
    raw = quopri.decodestring(coded.encode("ascii", "replace"))
    if len(raw) > MAX_ENTRY_BYTES:
        raise PackageError(f"isi isian lebih besar dari {MAX_ENTRY_BYTES} bita; minta teksnya diringkas")
    try:
        return f"{raw.decode().rstrip(chr(10))}\n"
    except UnicodeDecodeError:
        raise PackageError("isi paket rusak di perjalanan; minta dikirim lagi sebagai lampiran") from None


def _pictures(coded: Mapping[str, str]) -> Iterator[tuple[str, bytes]]:
    if len(coded) > _MOST_PICTURES:
        raise PackageError(f"paket memuat {len(coded)} gambar, batasnya {_MOST_PICTURES}")
    for name, text in coded.items():
        shown = printable(name, length=80)
        if not _NAME.match(name):
            raise PackageError(f'nama gambar "{shown}" tidak dapat dipakai; minta paket yang tidak disunting')
        try:
            raw = base64.b64decode(text, validate=True)
        except (binascii.Error, ValueError):
            raise PackageError(f"gambar {shown} terpotong atau rusak; minta dikirim lagi sebagai lampiran") from None
        if len(raw) > MAX_PICTURE_BYTES:
            raise PackageError(
                f"gambar {shown} lebih besar dari {MAX_PICTURE_BYTES // 1_048_576} MB; minta yang lebih kecil"
            )
        yield name, raw
