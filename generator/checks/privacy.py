"""Personal data that must not become public: every file is read as raw text too, comments included.

A number once merged stays in Git's history, so this runs before, and on files with other problems.
"""

import shlex
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any, Final

from generator import layout
from generator.catalogue.subject import Subject
from generator.problems import Place, Problem, problem
from generator.reading.document import Document
from generator.reading.spots import DataPath
from generator.schema.fields import TRUE_WORDS
from generator.text import safe_html
from generator.text.personal_data import Finding, find, masked
from generator.text.readings import digits_of

#: Findings told per file; beyond that more lines say nothing more.
MOST: Final = 50
_PHONE: Final = ("kontak", "telepon")
_MOBILE: Final = "P003"


def check(subject: Subject) -> Iterator[Problem]:
    """NIK, NIP, private mobiles and private mail in every file that could be decoded."""
    texts = {path: text for path, text in subject.loaded.texts.items() if path not in subject.cleared}
    return personal_data(texts, subject.documents)


def personal_data(texts: Mapping[str, str], documents: Mapping[str, Document]) -> Iterator[Problem]:
    """The same in `texts` by the path of their file; `documents` has those that could be read."""
    for file, text in texts.items():
        for finding in find(file):
            yield problem(finding.code, Place(file), nilai=masked(file, finding))
        yield from islice(_scan(file, text, documents.get(file)), MOST)


def _scan(file: str, text: str, document: Document | None) -> Iterator[Problem]:
    service = _service_number(document)
    seen = set()
    for finding in find(_without(service, text, document)):
        line = text.count("\n", 0, finding.start) + 1
        column = finding.start - text.rfind("\n", 0, finding.start)
        seen.add(_key(finding, text))
        command = _office_phone(document, line) if finding.code == _MOBILE else ""
        yield problem(finding.code, Place(file, line, column), command=command, nilai=masked(text, finding))
    # An escape ("\x30") hides a digit from the raw text but not from the site.
    for path, value in _values(document.data) if document else ():
        for shown in () if service and path == _PHONE else (value, *_linked(value)):
            for finding in find(shown):
                if document and _key(finding, shown) not in seen:
                    seen.add(_key(finding, shown))
                    yield problem(finding.code, document.place(path), nilai=masked(shown, finding))


def _office_phone(document: Document | None, line: int) -> str:
    """The command that empties the telephone of an agency which stands on a line of their register, "" elsewhere."""
    if document is None or document.file != layout.AGENCIES:
        return ""
    phones = (path for path, spot in document.spots.items() if path[2:] == _PHONE and spot.value[0] == line)
    rows = [document.data[str(agencies)][number] for agencies, number, *_ in phones]
    slug = str(rows[0].get("slug")).strip() if rows else ""
    return f"katalog record contact --agency {shlex.quote(slug)} --phone kosong" if slug else ""


def _linked(value: str) -> Iterator[str]:
    """A text with links as its page shows it: what stands on both sides of a target meets there."""
    if "](" in value:
        yield safe_html.prose(value).striptags()


def _key(finding: Finding, text: str) -> tuple[str, str]:
    return finding.code, finding.digits or text[finding.start : finding.end]


def _service_number(document: Document | None) -> str:
    """The contact's phone if it is marked as a service number and is one mobile and nothing else; or ""."""
    contact = document.data.get("kontak") if document else None
    if not isinstance(contact, dict) or str(contact.get("layanan")).casefold() not in TRUE_WORDS:
        return ""
    phone = str(contact.get("telepon"))
    found = [(finding.code, finding.digits) for finding in find(phone)]
    spoken = any(map(str.isalpha, phone))
    return phone if found == [("P003", digits_of(phone))] and not spoken else ""


def _without(service: str, text: str, document: Document | None) -> str:
    """`text` with letters where the service number stands as the contact's phone: only that one is excused."""
    if not service or document is None:
        return text
    line, column = document.spots[_PHONE].value
    start = sum(len(before) + 1 for before in text.split("\n")[: line - 1]) + column - 1
    start += text[start : start + 1] in ("'", '"')
    end = start + len(service)
    return f"{text[:start]}{'x' * len(service)}{text[end:]}" if text[start:end] == service else text


def _values(value: Any, path: DataPath = ()) -> Iterator[tuple[DataPath, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _values(inner, (*path, key))
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _values(inner, (*path, number))
