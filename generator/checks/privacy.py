"""Personal data that must not become public: every file is read as raw text too, comments included.

A number once merged stays in Git's history, so this runs before, and on files with other problems.
"""

from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any, Final

from generator.catalogue.subject import Subject
from generator.problems import Place, Problem, problem
from generator.reading.document import Document
from generator.schema.fields import TRUE_WORDS
from generator.text.personal_data import Finding, as_read, digits_of, find, masked

#: Findings told per file; beyond that more lines say nothing more.
MOST: Final = 50
_SERVICE_PATH: Final = ("kontak", "telepon")


def check(subject: Subject) -> Iterator[Problem]:
    """NIK, NIP, private mobiles and private mail in every file that could be decoded."""
    return personal_data(subject.loaded.texts, subject.documents)


def personal_data(texts: Mapping[str, str], documents: Mapping[str, Document]) -> Iterator[Problem]:
    """The same in `texts` by the path of their file; `documents` has those that could be read."""
    for file, text in texts.items():
        for finding in find(file):
            yield problem(finding.code, Place(file), nilai=masked(file, finding))
        yield from islice(_scan(file, text, documents.get(file)), MOST)


def _scan(file: str, text: str, document: Document | None) -> Iterator[Problem]:
    service = _service_line(document)
    seen = set()
    for finding in find(text):
        line = text.count("\n", 0, finding.start) + 1
        column = finding.start - text.rfind("\n", 0, finding.start)
        seen.add(_key(finding, text))
        if finding.code != "P003" or line != service:
            yield problem(finding.code, Place(file, line, column), nilai=masked(text, finding))
    # An escape ("\x30") hides a digit from the raw text but not from the site.
    for path, value in _values(document.data) if document else ():
        shown = as_read(value)
        for finding in find(shown):
            if document and _key(finding, shown) not in seen:
                yield problem(finding.code, document.place(path), nilai=masked(shown, finding))


def _key(finding: Finding, text: str) -> tuple[str, str]:
    return finding.code, finding.digits or text[finding.start : finding.end]


def _service_line(document: Document | None) -> int | None:
    """The line on which a mobile may stand: the contact's phone, if it is marked as a service number."""
    contact = document.data.get("kontak") if document else None
    if document is None or not isinstance(contact, dict) or _SERVICE_PATH not in document.spots:
        return None
    marked = str(contact.get("layanan")).casefold() in TRUE_WORDS and digits_of(str(contact.get("telepon")))
    return document.spots[_SERVICE_PATH].value[0] if marked else None


def _values(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _values(inner, (*path, key))
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _values(inner, (*path, number))
