"""Addresses that were published and answer no more: an address once published answers for ever."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from generator import addresses, layout
from generator.catalogue.subject import Subject, Version
from generator.problems import Place, Problem, problem
from generator.reading.document import read

#: The vocabularies whose words have a page. That of a year (`/tahun/`) comes and goes with the events' dates.
_WITH_PAGES: Final = ("bentuk", "jenis", "urusan", "tahapan", "kecamatan")
#: Address -> the word or slug that it is made of.
_Answers = Mapping[str, str]


def check(subject: Subject) -> Iterator[Problem]:
    """Each published address that no file answers, once, with the last file that did.

    Whether a name was given to another innovation after its own had gone cannot be told from a file that was put back.
    """
    data = {path: document.data for path, document in subject.documents.items()}
    told = {address for path in subject.loaded.texts for address in answers(path, data.get(path, {}))}
    unreadable = subject.loaded.texts.keys() - data.keys()
    for version in subject.published:
        if version.path in unreadable:  # it has a problem of its own
            continue
        for address, word in answers(version.path, _data(version)).items():
            if address not in told:
                told.add(address)
                yield _lost(subject, version, address, word)


def answers(path: str, data: Mapping[str, Any]) -> _Answers:
    """The addresses for which a file of the data stands; none for a file of another kind."""
    folder, _, name = path.rpartition("/")
    if folder.startswith(f"{layout.INNOVATIONS}/"):
        slugs = [name.removesuffix(layout.ENTRY_SUFFIX), *_texts(data.get("alias"))]
        return {addresses.innovation(slug): slug for slug in slugs}
    if path == layout.AGENCIES:
        return {addresses.agency(slug): slug for slug in _slugs(data.get("perangkat_daerah"))}
    if path == layout.TAXONOMY:
        words = ((name, slug) for name in _WITH_PAGES for slug in _slugs(data.get(name)))
        return {addresses.facet(name, slug): slug for name, slug in words}
    year = layout.year_in(name, layout.ENTRY_SUFFIX) if folder == layout.OBLIGATIONS else None
    return {addresses.compliance(year): str(year)} if year else {}


def _data(version: Version) -> Mapping[str, Any]:
    """What the version held, so far as it can be read; of an entry only an alias matters, however its key is typed."""
    plain = b"alias" not in version.content and b"\\" not in version.content
    if version.path.startswith(layout.INNOVATIONS) and plain:
        return {}
    document, _ = read(version.content, version.path, limit=layout.MAX_REGISTRY_BYTES, nodes=layout.MAX_REGISTRY_NODES)
    return document.data if document else {}


def _texts(value: object) -> list[str]:
    return [item for item in value if isinstance(item, str)] if isinstance(value, list) else []


def _slugs(rows: object) -> list[str]:
    return _texts([row.get("slug") for row in rows if isinstance(row, dict)] if isinstance(rows, list) else None)


def _lost(subject: Subject, version: Version, address: str, word: str) -> Problem:
    document = subject.documents.get(version.path)
    of_entry = address.startswith(addresses.INNOVATIONS)
    return problem(
        "B019" if of_entry else "R020",
        document.place(("alias",)) if document and of_entry else Place(version.path),
        field="alias" if document and of_entry else "",
        nilai=f"/{address}",
        slug=word,
        berkas=version.path,
        komit=version.commit[:12],
    )
