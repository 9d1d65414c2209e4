"""The search index under `/cari/`: small files of which a search fetches only the few it needs.

    cari/indeks.json         where each file of words begins; the words of a query that mean nothing by themselves
    cari/kata/k-<start>.json word, or words in one -> what holds it: in the names, in the head, in the rest;
                             those of which people say it; other words to look for as well
    cari/ejaan/e-<start>.json what is left of a word's beginning with one letter dropped -> the words it may be
    cari/isi/<key>.json      one document as a search result; of an affair or a district, `anggota` too: its entries
    cari/frasa.json          what people say in several words, found in a longer query too
    cari/tempat.json         the entries of which no place is recorded
    cari/saran.json          what the box suggests: name, kind, address, what people say for it

Words are cut into files by their beginning, so that no file grows with the catalogue and one changed entry changes few
files. Nothing refers to a document by its position: a page that was opened before an update still finds the right one.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from mkdocs.utils.meta import get_data

from generator import addresses
from generator.catalogue.catalogue import Innovation
from generator.publishing.exports import Build, Files
from generator.publishing.pages.facets import DISTRICT
from generator.publishing.search import keys
from generator.publishing.search.documents import Searchable, entry_of, no_entries, page, seed_of
from generator.publishing.search.postings import MOST_ENTRIES, WordIndex, requests, rootless
from generator.publishing.search.shards import packed, shards
from generator.publishing.search.spelling import spelling
from generator.publishing.search.told import Phrases, WordsByPlace
from generator.publishing.view import MOST_SUGGESTED, View

#: Entries that an affair or a district leads to; its page has them all.
MOST_MEMBERS: Final = 300
_HEADING: Final = re.compile(r"^# +(.+)", re.MULTILINE)


def files(build: Build) -> Files:
    """Every file under `/cari/` that a search by words needs."""
    view = build.view
    every, everyday = list(no_entries(view, _pages(build))), view.catalogue.registry.everyday
    phrases = Phrases(every, everyday)
    entries = build.aid.memory.each(lambda one: _found(one, view, phrases), view.newest, "search", phrases.by_key)
    named = document_keys(every, view.catalogue.listed)
    found = WordIndex(every, everyday, phrases, (told for _, _, told in entries))
    starts: dict[str, str] = {}
    postings = found.postings([*(named[document.seed] for document in every), *(named[i.slug] for i in view.newest)])
    for name, letter, items in (("kata", "k", postings), ("ejaan", "e", _spelling(found.single, build))):
        parts = dict(shards(items))
        starts[name] = packed(parts)
        yield from ((f"{addresses.SEARCH}{name}/{letter}-{start}.json", _json(part)) for start, part in parts.items())
    yield f"{addresses.SEARCH}indeks.json", _json(_contents(every, named, build) | starts)
    yield f"{addresses.SEARCH}saran.json", _json(_suggestions(every, [row for row, _, _ in entries]))
    spoken = sorted({" ".join(phrase) for phrase in found.spoken.values()})
    yield f"{addresses.SEARCH}frasa.json", _json({"frasa": spoken})
    unplaced = [named[i.slug] for i in view.newest if DISTRICT in i.unknown_in]
    yield f"{addresses.SEARCH}tempat.json", _json({"belum": "".join(unplaced[:MOST_ENTRIES])})
    for document in every:
        members = document.members
        lead = {"anggota": "".join(named[i.slug] for i in members[:MOST_MEMBERS])} if members is not None else {}
        if document.offices:
            lead["dinas"] = "".join(named[seed_of(agency)] for agency in document.offices)
        yield addresses.search_entry(named[document.seed]), _json(document.shown | lead)
    for innovation, (_, shown, _) in zip(view.newest, entries, strict=True):
        yield addresses.search_entry(named[innovation.slug]), shown


def _found(innovation: Innovation, view: View, phrases: Phrases) -> tuple[list[str], bytes, WordsByPlace]:
    """Of an entry: its row among the suggestions, what a result shows of it, and its words."""
    document = entry_of(innovation, view)
    return _suggestion(document), _json(document.shown), phrases.told(document)


def _spelling(written: Iterable[str], build: Build) -> Mapping[str, str]:
    """By which a slip is found: to look through the dictionary takes long, and few changes bring a new word."""
    ordered = sorted(written)
    made: Mapping[str, str] = json.loads(
        build.aid.memory.made(lambda: _json(spelling(ordered)), "spelling", "\n".join(ordered))
    )
    return made


def entry_keys(slugs: Iterable[str]) -> dict[str, str]:
    """Slug of a listed entry -> its key in the index."""
    return keys.keys(slugs)


def document_keys(every: Iterable[Searchable], listed: Iterable[str]) -> dict[str, str]:
    """Seed of any document -> its key."""
    named = entry_keys(listed)
    others: dict[str, list[str]] = {}
    for document in every:
        if document.begin:
            others.setdefault(document.begin, []).append(document.seed)
    for begin, seeds in others.items():
        named |= keys.keys(seeds, begin)
    return named


def _suggestions(every: Sequence[Searchable], entries: Sequence[list[str]]) -> list[list[str]]:
    """The rows of entries, of the newest ones in a large catalogue, then one for each agency and word of a list."""
    return [*entries[:MOST_SUGGESTED], *(_suggestion(one) for one in every if one.begin in (keys.AGENCY, keys.WORD))]


def _suggestion(one: Searchable) -> list[str]:
    return [one.name, one.kind, one.address, one.said]


def _contents(every: Iterable[Searchable], named: Mapping[str, str], build: Build) -> dict[str, Any]:
    everyday = build.view.catalogue.registry.everyday
    said = {name: " ".join(found) for name, found in requests(everyday).items()}
    return {
        "jumlah": len(named),
        "terbanyak": MOST_ENTRIES,
        "tempat": "".join(named[document.seed] for document in every if document.is_place),
        "tanpa_akar": " ".join(sorted(rootless(every, everyday))),
        **said,
    }


def _pages(build: Build) -> Iterator[Searchable]:
    """Generated pages, and those written by hand, whose words are all searched; never two at one address."""
    taken = {made.address for made in build.named}
    said = {page.address: page.names for page in build.view.catalogue.registry.everyday.pages}
    for made in build.named:
        text = build.renderer.page(made).decode() if made.prose else ""
        yield page(
            made.address, made.title, made.description, get_data(text)[0], (*made.called, *said.get(made.address, ()))
        )
    for path, content in build.written.items():
        if path.endswith(".md") and _address(path) not in taken:
            text, head = get_data(content.decode("utf-8-sig"))
            heading = _HEADING.search(text)
            title = head.get("title") or (heading[1] if heading else path)
            line = str(head.get("description", ""))
            yield page(_address(path), str(title), line, text, said.get(_address(path), ()))


def _address(path: str) -> str:
    """Where MkDocs puts a page of `docs/`."""
    stem = path.removesuffix(".md")
    return stem.removesuffix("index") if stem.rpartition("/")[2] == "index" else f"{stem}/"


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode()
