"""Names as people write them: the same innovation, the agency that is meant, the address a name suggests."""

import re
from collections.abc import Container, Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Final

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.registry import Registry
from generator.layout import ENTRY_SUFFIX, RESERVED_SLUGS, as_slug, short_slug
from generator.text.spelling import folded

#: `1. `, `a) `, `• ` before an answer.
_ENUMERATED = re.compile(r"\s*(?:\(?(?:[0-9]{1,2}|[A-Za-z]|[ivx]{1,5}|[IVX]{1,5})[.)](?=\s)|[•*-](?=\s))\s*")
#: How an office or a part of one is called.
_OFFICE = re.compile(
    r"(?:dinas|badan|kecamatan|sekretariat|inspektorat|bagian|rumah sakit|rsud|satuan|kantor|kelurahan|puskesmas|uptd?|"
    r"perangkat daerah|opd|bidang|asisten|satpol|bappe\w*|bpbd|bkpsdm\w*|dis\w+|din\w+)\b"
)
#: What is longer names no agency.
LONGEST_ANSWER: Final = 1_000
_LONGEST_LABEL: Final = 30
#: A name of which some words are initials has so many words at least, the first and the last of them whole.
_FEWEST_WORDS: Final = 3
#: No agency has a name of more words.
_MOST_WORDS: Final = 25
#: So many letters at least stand for a word that they begin: `Perdag.`.
_SHORTEST_PART: Final = 3
#: Shorter names may be the initials of another.
_SHORTEST_JOINED: Final = 12
_BRACKETS = re.compile(r"([^()]+)\(([^()]+)\)\s*")
#: Behind the name of an agency: that it goes on, how many there are, that it is the office and none of its units.
_COUNT = re.compile(
    r"lanjutan|lanj|[0-9]{1,3}(?: (?:inovasi|buah|usulan|kegiatan))?|(?:kantor |dinas |badan )?(?:induk|pusat)"
)
#: How kinds of offices are called, in full and where a short name follows in the same word: `Disperindag`.
_KINDS: Final = {"dinas": "dis", "badan": "ba"}
#: Spellings of one word that official lists and offices do not share.
_SPELT: Final = {
    "perlindungan": "pelindungan", "ketentraman": "ketenteraman", "sei": "sungai", "sui": "sungai", "kec": "kecamatan",
    "din": "dinas", "dns": "dinas", "bdn": "badan", "bag": "bagian", "sekr": "sekretariat", "adm": "administrasi",
    "pusk": "puskesmas", "tlk": "teluk", "telok": "teluk", "tjg": "tanjung", "masy": "masyarakat",
}  # fmt: skip


def names_office(text: str) -> bool:
    """Whether a text begins as the name of an office does."""
    return _OFFICE.match(folded(without_mark(text))) is not None


def without_mark(text: str) -> str:
    """A list item or an answer of a form without its `1.`, `b)` or bullet."""
    return _ENUMERATED.sub("", text, count=1) if _ENUMERATED.match(text) else text


def agency_called(text: str, registry: Registry, region: str = "") -> str | None:
    """The slug of the agency with this slug or name of any kind; None if there is none or more than one.

    Overlooked are the region's own name behind it, `OPD :` before it, and in brackets behind it the same agency again
    or a number (`(BPBD)`, `(2 inovasi)`). Nothing is guessed: credit goes by the agency.
    """
    names: dict[str, set[str]] = {}
    for slug, agency in registry.agencies.items() if folded(text[:LONGEST_ANSWER]) else ():
        for name in agency.names:
            names.setdefault(spelt(folded(name)), set()).add(slug)

    def called(part: str) -> str | None:
        plain = spelt(folded(without_mark(part)))
        ways = (plain, _without_region(plain, folded(region)))
        for wanted in ways:
            found = names.get(wanted, set())
            if len(found) == 1:
                return next(iter(found))
        firsts = {way.partition(" ")[0] for way in ways if way.count(" ") < _MOST_WORDS}
        like = [name for name in names if name.partition(" ")[0] in firsts]
        for alike in (_in_other_words, _in_another_order, _in_initials):
            short = {slug for name in like if any(alike(way, name) for way in ways) for slug in names[name]}
            if short:
                return short.pop() if len(short) == 1 else None
        return _by_kind(plain, names)

    text = text[:LONGEST_ANSWER]
    if found := called(text) or called(_behind_colon(text)):
        return found
    if match := _BRACKETS.fullmatch(_behind_colon(text)):
        before, inside = called(match[1]), called(match[2])
        return before if before and (inside == before or _COUNT.fullmatch(folded(match[2]))) else None
    return None


def _by_kind(text: str, names: Mapping[str, set[str]]) -> str | None:
    """The one office of the kind that a text says whose short name follows: `Disperindag`, `Dinas Nakertrans`."""
    for kind, begun in _KINDS.items():
        short = text.removeprefix(f"{kind} ") if text.startswith(f"{kind} ") else text.removeprefix(begun).strip()
        found = names.get(short, set()) if short != text and len(short) >= _SHORTEST_PART else set()
        if len(found) == 1 and any(name.startswith(f"{kind} ") and found <= slugs for name, slugs in names.items()):
            return next(iter(found))
    return None


def _in_other_words(text: str, name: str) -> bool:
    """Whether a text only parts words that a name joins: `Olah Raga`."""
    return len(text) > _SHORTEST_JOINED and text.replace(" ", "") == name.replace(" ", "")


def _in_another_order(text: str, name: str) -> bool:
    """Whether a text has the words of a name in another order: `Dinas Pertanian dan Ketahanan Pangan`."""
    words = text.split()
    return len(words) >= _FEWEST_WORDS and sorted(words) == sorted(name.split())


def _in_initials(text: str, name: str) -> bool:
    """Whether a text is a name with words cut short or as their initials: `Dinas Koperasi, UKM, Perdag. ...`."""
    words, wanted = [word for word in name.split() if word != "dan"], [word for word in text.split() if word != "dan"]
    if wanted[:1] != words[:1] or wanted == words or not _FEWEST_WORDS <= len(wanted) <= len(words):
        return False
    initials = "".join(word[0] for word in words[-len(wanted[-1]) :]) if wanted else ""
    if wanted[-1] not in (words[-1], initials) and not _is_cut(wanted[-1], words[-1]):
        return False
    at = 0
    for word in wanted:
        if at < len(words) and (word == words[at] or word == words[at][0] or _is_cut(word, words[at])):
            at += 1
        elif len(word) > 1 and "".join(one[0] for one in words[at : at + len(word)]) == word:
            at += len(word)
        else:
            return False
    return at == len(words)


def _is_cut(text: str, word: str) -> bool:
    return len(text) >= _SHORTEST_PART and word.startswith(text)


@lru_cache(maxsize=4_096)  # each cell is held against the same names
def spelt(text: str) -> str:
    """Folded words in the spelling that official lists have."""
    return " ".join(_SPELT.get(word, word) for word in text.split())


def _behind_colon(text: str) -> str:
    """`OPD : Dinas Kesehatan` -> `Dinas Kesehatan`; `Dinas Kesehatan:` as it is, without its sign."""
    before, colon, behind = text.strip().rstrip(":").partition(":")
    return behind.strip() if colon and behind.strip() and len(before) < _LONGEST_LABEL else text.strip().rstrip(":")


def _without_region(name: str, region: str) -> str:
    """`dinas kesehatan kab contoh` -> `dinas kesehatan`, where the region is `kabupaten contoh`."""
    kind, _, own = region.partition(" ")
    initials = "".join(word[0] for word in region.split())
    short = (initials, f"{kind[:3]} {initials}") if len(initials) > 2 else ()
    tails = (region, f"{kind[:3]} {own}", own, f"pemkab {own}", *short) if own else (region,)
    longest = sorted(filter(None, tails), key=len, reverse=True)
    return next((name.removesuffix(f" {tail}") for tail in longest if name.endswith(f" {tail}")), name)


def taken_slugs(catalogue: Catalogue, files: Iterable[str]) -> set[str]:
    """The addresses that no new entry may have: living ones, old ones, and those of `files` that cannot be read."""
    aliases = {alias for innovation in catalogue.innovations.values() for alias in innovation.entry.aliases}
    stems = {path.rpartition("/")[2].removesuffix(ENTRY_SUFFIX) for path in files}
    return {*catalogue.innovations, *aliases, *stems}


def proposed_slug(name: str, agency: str, taken: Container[str]) -> str:
    """A free address for an innovation of this name: short where it can be; "" if none is to be had."""
    return next((slug for slug in _slugs(name, agency) if slug not in taken and slug not in RESERVED_SLUGS), "")


def _slugs(name: str, agency: str) -> Iterator[str]:
    for slug in (short_slug(name), as_slug(name)):
        if slug:
            yield slug
            yield as_slug(f"{slug} {agency}")


def same_name(name: str, agency: str, catalogue: Catalogue) -> str | None:
    """The file of the innovation that already bears this name in the agency's folder, or None."""
    here: Mapping[str, str] = {folded(i.entry.name): i.path for i in catalogue.by_agency.get(agency, ())}
    return here.get(folded(name))
