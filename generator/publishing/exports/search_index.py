"""The search index under `/cari/`: small files of which a search fetches only the few it needs.

    cari/indeks.json         where each file of words begins; the words that searches skip
    cari/kata/k-<start>.json word -> the entries that hold it: in the name, in the head, in the rest
    cari/ejaan/e-<start>.json what is left of a word's beginning with one letter dropped -> the words it may be
    cari/isi/<key>.json      one entry as a search result: name, summary, texts to quote from

A word stands for itself and for every root it may have (`generator.text.word_roots`), so that words of one family
meet. Words are cut into files by their beginning, so that no file grows with the catalogue and one changed entry
changes few files. Nothing refers to an entry by its position: a page that was opened before an update still finds the
right one.

The spelling files hold the deletion neighbourhood of the first letters (Mor and Fraenkel, "A hash code method for
detecting and correcting spelling errors", CACM 25, 1982): two words at most one letter apart share an item.
"""

import base64
import hashlib
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from generator import addresses
from generator.catalogue.catalogue import Innovation
from generator.publishing.exports import Build, Files
from generator.publishing.stage_words import stage_words
from generator.publishing.view import View
from generator.text.word_roots import roots, words

#: Bytes of JSON in a file of the index, unless one word alone is longer.
SHARD_BYTES: Final = 12_000
#: Entries kept per word: the most telling come first, and a word that nearly all hold tells nothing.
MOST_ENTRIES: Final = 800
#: Letters at the beginning of a word within which the spelling files find a slip; the browser checks the rest.
SPELLING_LETTERS: Final = 5
SPELLING_SHORTEST: Final = 4
#: Characters of an entry's texts that a result can quote from.
QUOTED: Final = 4_000
KEY_LETTERS: Final = 5

#: Words that stand everywhere and help nobody to find anything.
SKIPPED: Final = frozenset(
    words(
        "ada adalah agar akan antara atas atau bagi bahwa belum beberapa bisa cara dalam dan dapat dari daripada "
        "dengan di dia hal hanya harus ia ini itu jika juga kami karena ke kepada kita lagi lain lebih maka mana "
        "masih melalui mereka namun oleh pada para per pun saat saja sampai sangat saya sebagai sebuah secara "
        "sedang sejak semua seperti serta setiap sudah suatu supaya tak telah tentang terhadap tersebut tidak "
        "untuk yaitu yakni yang"
    )
)
_SIGNS = re.compile(r"[*_`#>|[]|\n[-+] ")
_MARKUP = re.compile(r"!?\[([^\]]{0,500})\]\([^)]{0,500}\)|[*_`#>|]+|\n\s*[-+] ")
#: Numbers of entries whose name, head or other text holds a word.
Places = tuple[set[int], set[int], set[int]]
#: Keys by place, or the one word that a root comes from.
Posting = list[str] | str


def files(build: Build) -> Files:
    """Every file under `/cari/` that a search by words needs."""
    view = build.view
    keys = entry_keys(view.catalogue.listed)
    written = _written(view)
    postings = _with_roots(written, [keys[innovation.slug] for innovation in view.newest])
    starts: dict[str, str] = {}
    for name, letter, items in (("kata", "k", postings), ("ejaan", "e", _spelling(written))):
        parts = dict(shards(items))
        starts[name] = " ".join(parts)
        yield from ((f"{addresses.SEARCH}{name}/{letter}-{start}.json", _json(part)) for start, part in parts.items())
    yield (
        f"{addresses.SEARCH}indeks.json",
        _json({"jumlah": len(keys), "terbanyak": MOST_ENTRIES, "dilewati": " ".join(sorted(SKIPPED)), **starts}),
    )
    for slug, innovation in view.catalogue.listed.items():
        yield addresses.search_entry(keys[slug]), _json(_shown(innovation))


def entry_keys(slugs: Mapping[str, object]) -> dict[str, str]:
    """Slug -> its short name in the index: a hash, so that other entries coming or going do not change it."""
    taken: dict[str, str] = {}
    for slug in sorted(slugs):
        seed = slug
        while (key := base64.b32encode(hashlib.sha256(seed.encode()).digest()).decode()[:KEY_LETTERS].lower()) in taken:
            seed += "+"
        taken[key] = slug
    return {slug: key for key, slug in taken.items()}


def shards(items: Mapping[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Cut sorted words into files of about `SHARD_BYTES`: (the beginning from which a file holds words, its words).

    Cuts fall between beginnings, not at counted positions, so a new word moves no cut elsewhere. The beginnings are
    ASCII letters and digits; other letters come after them, under `~`.
    """
    ordered = sorted(items)
    sizes = {word: len(json.dumps([word, items[word]], separators=(",", ":"))) for word in ordered}
    for start, part in _cut(ordered, "", sizes):
        yield start, {word: items[word] for word in part}


def _cut(ordered: Sequence[str], start: str, sizes: Mapping[str, int]) -> Iterator[tuple[str, list[str]]]:
    groups: dict[str, list[str]] = {}
    for word in ordered:
        letter = word[len(start) : len(start) + 1]
        groups.setdefault(start + (letter if letter.isascii() else "~"), []).append(word)
    run: list[str] = []
    begin, size = "", 0
    for group, part in groups.items():
        weight = sum(sizes[word] for word in part)
        if run and size + weight > SHARD_BYTES:
            yield begin, run
            run, size = [], 0
        if weight > SHARD_BYTES and len(part) > 1 and len(group) > len(start) and not group.endswith("~"):
            yield from _cut(part, group, sizes)
            continue
        begin, run, size = (begin if run else group), run + part, size + weight
    if run:
        yield begin, run


def _written(view: View) -> dict[str, Places]:
    """Each word as written -> the entries that hold it, counted from the newest, by the weightiest place."""
    found = defaultdict[str, Places](lambda: (set(), set(), set()))
    for number, innovation in enumerate(view.newest):
        seen = set(SKIPPED)
        for place, text in enumerate(_texts(innovation, view)):
            fresh = set(words(text)) - seen
            seen |= fresh
            for word in fresh:
                found[word][place].add(number)
    return found


def _with_roots(written: Mapping[str, Places], keys: Sequence[str]) -> dict[str, Posting]:
    """Words and roots -> the entries of all words of that root. A root of one word only points to that word."""
    families: dict[str, list[str]] = {}
    for word in sorted(written):
        for root in roots(word):
            families.setdefault(root, []).append(word)
    alone = {root: family[0] for root, family in families.items() if len(family) == 1 and family[0] != root}
    return {
        root: alone.get(root) or _entries([written[word] for word in family], keys) for root, family in families.items()
    }


def _entries(places: Sequence[Places], keys: Sequence[str]) -> list[str]:
    """The keys by place, each place one string, the weightiest first; empty places at the end left out."""
    joined, seen = [], set[int]()
    for numbers in zip(*places, strict=True):
        fresh = set[int]().union(*numbers) - seen
        kept = sorted(fresh)[: MOST_ENTRIES - len(seen)] if len(seen) < MOST_ENTRIES else []
        seen |= fresh
        joined.append("".join(sorted(keys[number] for number in kept)))
    while not joined[-1]:
        joined.pop()
    return joined


def _texts(innovation: Innovation, view: View) -> tuple[str, str, str]:
    """The entry's words by weight: its names; what it is and whose; all else that it says."""
    entry, agency = innovation.entry, innovation.agency
    every = view.catalogue.registry.taxonomy["kecamatan"].values()
    districts = every if innovation.everywhere else innovation.districts
    head = [entry.summary, agency.name, agency.short, *(term.label for term in (*innovation.affairs, *districts))]
    rest = [*_quotable(innovation)]
    rest += [entry.unit.name] if entry.unit else []
    rest += [entry.location.place] if entry.location and entry.location.place else []
    return "\n".join([entry.name, *entry.others]), "\n".join(filter(None, head)), "\n".join(rest)


def _quotable(innovation: Innovation) -> list[str]:
    entry = innovation.entry
    usage = [*entry.usage.steps, entry.usage.cost, *entry.usage.needs] if entry.usage else []
    texts = [entry.benefit, entry.problem, entry.solution, " ".join(filter(None, usage)), entry.novelty]
    return [plain for text in texts if text and (plain := _plain(text))]


def _plain(text: str) -> str:
    """One line without the signs of Markdown."""
    bare = _MARKUP.sub(r" \1", f"\n{text}") if _SIGNS.search(f"\n{text}") else text
    return " ".join(bare.split())


def _shown(innovation: Innovation) -> dict[str, Any]:
    """What a result shows."""
    entry, left, texts = innovation.entry, QUOTED, []
    for text in _quotable(innovation):
        texts.append(text[:left])
        left -= len(text)
        if left <= 0:
            break
    return {
        "alamat": addresses.innovation(innovation.slug),
        "nama": entry.name,
        "ringkasan": entry.summary,
        "perangkat_daerah": innovation.agency.short or innovation.agency.name,
        "tahapan": [innovation.stage.slug, stage_words(innovation)],
        "teks": texts,
    }


def _spelling(written: Iterable[str]) -> dict[str, str]:
    """Item of the deletion neighbourhood -> the words it may have come from, with spaces between."""
    found: dict[str, list[str]] = {}
    for spelling in sorted(written):
        if len(spelling) >= SPELLING_SHORTEST and not spelling.isdigit():
            for item in neighbourhood(spelling):
                found.setdefault(item, []).append(spelling)
    return {item: " ".join(near) for item, near in found.items()}


def neighbourhood(word: str) -> set[str]:
    """The beginning of a word, whole and with each of its letters dropped once."""
    head = word[:SPELLING_LETTERS]
    return {head, *(head[:at] + head[at + 1 :] for at in range(len(head)))}


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode()
