"""Names as people write them: the same innovation, the agency that is meant, the address a name suggests."""

import re
from collections.abc import Container, Iterable, Iterator, Mapping
from difflib import SequenceMatcher
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
#: No agency has a longer one, so what follows tells nothing.
_LONGEST_NAME: Final = 200
#: From here on two names of agencies are like enough to ask.
_LIKE: Final = 0.6
#: By so much may one that is offered be less like than the likest.
_FARTHER: Final = 0.2
#: Words that names of many agencies share.
_OF_MANY: Final = frozenset(["dinas", "badan", "kecamatan", "dan", "kantor", "daerah"])
#: What is longer names no agency.
_LONGEST_ANSWER: Final = 1_000
_LONGEST_LABEL: Final = 30
#: A name of which some words are initials has so many words at least, the first and the last of them whole.
_FEWEST_WORDS: Final = 3
#: Shorter names may be the initials of another.
_SHORTEST_JOINED: Final = 12
_BRACKETS = re.compile(r"([^()]+)\(([^()]+)\)\s*")
#: Behind the name of an agency: that it goes on, how many there are, that it is the office and none of its units.
_COUNT = re.compile(
    r"lanjutan|lanj|[0-9]{1,3}(?: (?:inovasi|buah|usulan|kegiatan))?|(?:kantor |dinas |badan )?(?:induk|pusat)"
)
#: Between an agency and a unit of it.
_BESIDE: Final = (" / ", "/", " - ", " – ", ",", "(")
#: First words of units -> the kind of unit; a second word says it better (`UPT Puskesmas`).
_UNITS: Final = {
    "puskesmas": "puskesmas", "pkm": "puskesmas", "uptd": "upt", "upt": "upt", "sekolah": "sekolah",
    "sd": "sekolah", "sdn": "sekolah",
    "smp": "sekolah", "smpn": "sekolah", "tk": "sekolah", "paud": "sekolah", "desa": "desa", "bagian": "lainnya",
    "bidang": "lainnya", "seksi": "lainnya", "subbagian": "lainnya", "pustu": "lainnya", "posyandu": "lainnya",
    "kelurahan": "lainnya", "subbag": "lainnya", "subbid": "lainnya", "sub": "lainnya",
    "kelompok": "lainnya", "smk": "sekolah", "smkn": "sekolah", "sma": "sekolah", "sman": "sekolah", "mts": "sekolah",
}  # fmt: skip
#: First words of units -> a word of the name of the agency that they belong to: to ask, never to decide.
_OVER: Final = {
    "puskesmas": "kesehatan", "pkm": "kesehatan", "pustu": "kesehatan", "posyandu": "kesehatan",
    "sekolah": "pendidikan",
    "sd": "pendidikan", "sdn": "pendidikan", "smp": "pendidikan", "smpn": "pendidikan", "tk": "pendidikan",
    "paud": "pendidikan", "bagian": "setda",
}  # fmt: skip
_MATTERS: Final = {word: of for word, of in _OVER.items() if of != "setda"} | {
    "rsud": "kesehatan", "dikmas": "pendidikan", "sma": "pendidikan", "smk": "pendidikan",
}  # fmt: skip
#: Units that only one agency of a regency has: health centres (Permenkes 43/2019), its own schools (UU 23/2014).
_ONLY_OF: Final = frozenset(["puskesmas", "pkm", "sdn", "smpn"])
#: Units that any agency may have.
_OF_ANY: Final = frozenset(["bidang", "seksi", "subbagian", "subbag", "subbid"])
#: Spellings of one word that official lists and offices do not share.
_SPELT: Final = {
    "perlindungan": "pelindungan", "ketentraman": "ketenteraman", "sei": "sungai", "sui": "sungai", "kec": "kecamatan",
    "din": "dinas", "dns": "dinas", "bdn": "badan", "bag": "bagian", "sekr": "sekretariat", "adm": "administrasi",
    "tlk": "teluk", "telok": "teluk", "tjg": "tanjung", "masy": "masyarakat",
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
    for slug, agency in registry.agencies.items():
        for name in agency.names:
            names.setdefault(spelt(folded(name)), set()).add(slug)

    def called(part: str) -> str | None:
        plain = spelt(folded(without_mark(part)))
        ways = (plain, _without_region(plain, folded(region)))
        for wanted in ways:
            found = names.get(wanted, set())
            if len(found) == 1:
                return next(iter(found))
        for alike in (_in_other_words, _in_another_order, _in_initials):
            short = {slug for name, slugs in names.items() if any(alike(way, name) for way in ways) for slug in slugs}
            if short:
                return short.pop() if len(short) == 1 else None
        return None

    text = text[:_LONGEST_ANSWER]
    if found := called(text) or called(_behind_colon(text)):
        return found
    if match := _BRACKETS.fullmatch(_behind_colon(text)):
        before, inside = called(match[1]), called(match[2])
        return before if before and (inside == before or _COUNT.fullmatch(folded(match[2]))) else None
    return None


def _in_other_words(text: str, name: str) -> bool:
    """Whether a text only parts words that a name joins: `Olah Raga`."""
    return len(text) > _SHORTEST_JOINED and text.replace(" ", "") == name.replace(" ", "")


def _in_another_order(text: str, name: str) -> bool:
    """Whether a text has the words of a name in another order: `Dinas Pertanian dan Ketahanan Pangan`."""
    words = text.split()
    return len(words) >= _FEWEST_WORDS and sorted(words) == sorted(name.split())


def _in_initials(text: str, name: str) -> bool:
    """Whether a text is a name with some of its words as their initials: `Dinas Koperasi, UKM, ...`, `RSUD TB ...`."""
    words, wanted = [word for word in name.split() if word != "dan"], [word for word in text.split() if word != "dan"]
    ends = wanted[:1] == words[:1] and wanted[-1:] == words[-1:]
    if not ends or wanted == words or not _FEWEST_WORDS <= len(wanted) <= len(words):
        return False
    at = 0
    for word in wanted:
        if (at < len(words) and word == words[at]) or (len(word) == 1 and at < len(words) and words[at][0] == word):
            at += 1
        elif len(word) > 1 and "".join(one[0] for one in words[at : at + len(word)]) == word:
            at += len(word)
        else:
            return False
    return at == len(words)


def agency_and_unit(text: str, registry: Registry, region: str = "") -> tuple[str, str] | None:
    """The agency and the unit of it that a text names (`Dinas Kesehatan / Puskesmas Kubu`); None if it does not."""
    for sign in _BESIDE:
        before, parted, behind = text[:_LONGEST_ANSWER].partition(sign)
        for one, other in ((before, behind), (behind, before)):
            slug, unit = agency_called(one, registry, region), other.strip(" ()")
            if parted and slug and unit_kind(unit) and not agency_called(unit, registry, region):
                return slug, unit
    words = text[:_LONGEST_NAME].split()
    for at in range(1, len(words)):  # `Bagian Organisasi Setda`
        slug, unit = agency_called(" ".join(words[at:]), registry, region), " ".join(words[:at])
        if slug and unit_name(unit) and unit_kind(unit) and not agency_called(unit, registry, region):
            return slug, unit
    return None


def unit_kind(text: str) -> str:
    """The kind of unit that a name begins with (a slug of the kinds of units), "" if it names none."""
    words = spelt(folded(without_mark(text))).split()
    kinds = [_UNITS[word] for word in words[:2] if word in _UNITS]
    if not words or words[0] not in _UNITS:
        return ""
    return kinds[0] if words[0] in _OF_ANY else kinds[-1]


def unit_name(text: str) -> str:
    """The name of a unit without its `a.`; "" where it names a kind of units only (`UPT Puskesmas`)."""
    name = without_mark(text).strip()
    return "" if set(folded(name).split()) <= _UNITS.keys() else name


def is_unit_of(text: str, names: Iterable[str]) -> bool:
    """Whether a heading is of units of the agency with these names: its own kind of unit, or `Bidang`, `Seksi`.

    A unit that has a name of its own may be of another agency, unless only this one has its kind (`Bagian`).
    """
    words = folded(without_mark(text)).split()
    if not words or words[0] not in _UNITS:
        return False
    whole = words[0] == "bagian" or not unit_name(text)
    return words[0] in _OF_ANY or (whole and _over(words) in _words_of(names))


def matter_of(text: str) -> str:
    """The matter of a unit or an office by the kind that its name says: `SMPN 3 Kubu` -> `pendidikan`; "" if none."""
    matters = {_MATTERS[word] for word in folded(text).split() if word in _MATTERS}
    return matters.pop() if len(matters) == 1 else ""


def agency_over(text: str, registry: Registry) -> str | None:
    """The one agency that a unit can only be of (`Puskesmas Kubu`), by the matter in its name; None if none is sure."""
    words = folded(without_mark(text)).split()
    state = {f"{word} negeri": word for word in ("sd", "smp", "tk", "paud")}
    words = [state.get(" ".join(words[:2]), words[0]), *words[1:]] if words else []
    only = _ONLY_OF | (set(state.values()) if "negeri" in words[:2] else set())
    kind = next((word for word in words[:2] if word in only), "") if unit_name(text) else ""
    slugs = [slug for slug, one in registry.agencies.items() if kind and _OVER[kind] in folded(one.name).split()]
    return slugs[0] if len(slugs) == 1 else None


def may_be_below(text: str, names: Iterable[str]) -> bool:
    """Whether nothing in a heading says that it is of another agency than the one with these names: `SEKRETARIAT`."""
    over = _over(folded(without_mark(text)).split())
    return not over or over in _words_of(names)


def _over(words: list[str]) -> str:
    """A word of the name of the agency that a unit with these first words belongs to, "" if any may have it."""
    return next((_OVER[word] for word in words[:2] if word in _OVER), "")


def _words_of(names: Iterable[str]) -> set[str]:
    return {word for name in names for word in folded(name).split()}


@lru_cache(maxsize=4_096)  # each cell is held against the same names
def spelt(text: str) -> str:
    """Folded words in the spelling that official lists have."""
    return " ".join(_SPELT.get(word, word) for word in text.split())


def _behind_colon(text: str) -> str:
    """`OPD : Dinas Kesehatan` -> `Dinas Kesehatan`; `Dinas Kesehatan:` as it is, without its sign."""
    before, colon, behind = text.strip().rstrip(":").partition(":")
    return behind.strip() if colon and behind.strip() and len(before) < _LONGEST_LABEL else text.strip().rstrip(":")


def agencies_like(text: str, registry: Registry, most: int = 4) -> tuple[str, ...]:
    """The names of agencies that may be meant, the likest first: to ask back, never to decide."""
    wanted = folded(without_mark(text))[:_LONGEST_NAME]
    over = next((_OVER[word] for word in wanted.split()[:2] if word in _OVER), "")
    scored = []
    for agency in registry.agencies.values():
        likest = max(_like(wanted, folded(name)) for name in agency.names)
        if over and any(over in folded(name).split() for name in agency.names):
            likest = 1.0  # whose unit it is comes before whatever has a like name
        if likest >= _LIKE:
            scored.append((-likest, agency.name))
    worst = min(scored, default=(0.0, ""))[0] + _FARTHER  # what is much less like than the likest is no choice
    return tuple(name for score, name in sorted(scored)[:most] if score <= worst)


def _like(one: str, other: str) -> float:
    """How like two names are, from 0 to 1: by their letters, or by the words of the shorter in the longer."""
    first, second = (set(name.split()) - _OF_MANY for name in (one, other))
    shared, fewest = first & second, min(len(first), len(second)) or 1
    letters = SequenceMatcher(None, one, other, autojunk=False)
    # Cheaper measures that are never less come first: most names are like no other.
    bounds = (letters.real_quick_ratio, letters.quick_ratio)
    alike = letters.ratio() if all(bound() >= _LIKE for bound in bounds) else 0
    return max(alike, len(shared) / fewest * 0.9)


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
