"""Personal data that must not become public: every file is read as raw text too, comments included.

UU 27/2022 on personal data; a number once merged stays in Git's history, so this runs before.
"""

import re
import unicodedata
from collections.abc import Iterator
from typing import Any, Final

from generator.checks import Subject
from generator.fields import TRUE_WORDS
from generator.problems import Place, Problem, problem
from generator.yaml_events import Document

_SEPARATOR: Final = r"[ .\-]{0,2}"
_LONG = re.compile(rf"(?<![0-9])[0-9](?:{_SEPARATOR}[0-9]){{15,17}}(?![0-9])")
_MOBILE = re.compile(rf"(?<![0-9A-Za-z])(?:(?:\+|00)?62{_SEPARATOR}|0)8(?:{_SEPARATOR}[0-9]){{7,11}}(?![0-9])")
_WHATSAPP = re.compile(r"(?:wa\.me/|phone=)\+?[0-9]{8,15}")
_MAIL = re.compile(r"[A-Za-z0-9._%+-]+@((?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,})")


def check(subject: Subject) -> Iterator[Problem]:
    """NIK, NIP, private mobiles and private mail in any readable file. The number itself is never shown."""
    for document in subject.documents.values():
        yield from _scan(document, _service_number(document.data.get("kontak")))


def _service_number(contact: Any) -> str | None:
    """The digits of a mobile that is marked as a service number, as typed: the file may have other faults."""
    if not isinstance(contact, dict) or str(contact.get("layanan")).casefold() not in TRUE_WORDS:
        return None
    return _digits(_fold(str(contact.get("telepon"))))


def _scan(document: Document, service: str | None) -> Iterator[Problem]:
    text = _fold(document.text)
    seen = set()
    for code, start, found in _findings(text, service):
        seen.add((code, _digits(found) or found))
        line = text.count("\n", 0, start) + 1
        column = start - text.rfind("\n", 0, start)
        yield _fault(code, Place(document.file, line, column), found)
    # An escape ("\x30") hides a digit from the raw text but not from the site.
    for path, value in _values(document.data):
        for code, _, found in _findings(_fold(value), service):
            if (code, _digits(found) or found) not in seen:
                yield _fault(code, document.place(path), found)


def _findings(text: str, service: str | None) -> Iterator[tuple[str, int, str]]:
    for match in _LONG.finditer(text):
        digits = _digits(match.group())
        if len(digits) == 16 and _is_nik(digits):
            yield "P001", match.start(), match.group()
        elif len(digits) == 18 and _is_nip(digits):
            yield "P002", match.start(), match.group()
    for match in (*_MOBILE.finditer(text), *_WHATSAPP.finditer(text)):
        if service is None or not _same_number(_digits(match.group()), service):
            yield "P003", match.start(), match.group()
    for match in _MAIL.finditer(text):
        domain = match.group(1).casefold()
        if domain != "go.id" and not domain.endswith(".go.id"):
            yield "P004", match.start(), match.group()


def _fault(code: str, place: Place, found: str) -> Problem:
    digits = _digits(found)
    masked = f"{digits[:2]}… ({len(digits)} angka)" if digits and code != "P004" else f"…@{found.partition('@')[2]}"
    return problem(code, place, nilai=masked)


def _is_nik(digits: str) -> bool:
    province, day, month = int(digits[:2]), int(digits[6:8]), int(digits[8:10])
    return 11 <= province <= 96 and (1 <= day <= 31 or 41 <= day <= 71) and 1 <= month <= 12


def _is_nip(digits: str) -> bool:
    year, month, day = int(digits[:4]), int(digits[4:6]), int(digits[6:8])
    return 1940 <= year <= 2015 and 1 <= month <= 12 and 1 <= day <= 31


def _same_number(one: str, other: str) -> bool:
    return one.removeprefix("0").removeprefix("62") == other.removeprefix("0").removeprefix("62")


def _fold(text: str) -> str:
    """Digits of any script as ASCII, character for character, so that places stay true."""
    return "".join(str(unicodedata.decimal(c)) if not c.isascii() and c.isdecimal() else c for c in text)


def _digits(text: str) -> str:
    return "".join(char for char in text if char.isdigit())


def _values(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _values(inner, (*path, key))
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _values(inner, (*path, number))
