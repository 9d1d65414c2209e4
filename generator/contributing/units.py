"""Units of agencies as people name them: their kind, their own name, and the agency that they are or may be of."""

from collections.abc import Iterable
from difflib import SequenceMatcher
from typing import Final

from generator.catalogue.registry import Registry
from generator.contributing.names import LONGEST_ANSWER, agency_called, names_office, spelt, without_mark
from generator.layout import as_slug
from generator.text.spelling import folded

#: No agency has a longer one, so what follows tells nothing.
_LONGEST_NAME: Final = 200
#: From here on two names of agencies are like enough to ask.
_LIKE: Final = 0.6
#: By so much may one that is offered be less like than the likest.
_FARTHER: Final = 0.2
#: Words that names of many agencies share.
_OF_MANY: Final = frozenset(["dinas", "badan", "kecamatan", "dan", "kantor", "daerah"])
#: Between an agency and a unit of it.
_BESIDE: Final = (" / ", "/", " - ", " – ", ",", "(")
#: First words of units -> the kind of unit; a second word says it better (`UPT Puskesmas`).
_UNITS: Final = {
    "puskesmas": "puskesmas", "pkm": "puskesmas", "uptd": "upt", "upt": "upt", "sekolah": "sekolah",
    "sd": "sekolah", "sdn": "sekolah",
    "smp": "sekolah", "smpn": "sekolah", "tk": "sekolah", "paud": "sekolah", "desa": "desa", "bagian": "lainnya",
    "bidang": "lainnya", "seksi": "lainnya", "subbagian": "lainnya", "pustu": "lainnya", "posyandu": "lainnya",
    "kelurahan": "lainnya", "bid": "lainnya", "subbag": "lainnya", "subbid": "lainnya", "sub": "lainnya",
    "kelompok": "lainnya", "pkbm": "lainnya", "skb": "lainnya", "instalasi": "lainnya", "poli": "lainnya",
    "poliklinik": "lainnya", "ruang": "lainnya", "ruangan": "lainnya", "rawat": "lainnya", "komite": "lainnya",
    "laboratorium": "lainnya", "rekam": "lainnya", "igd": "lainnya", "icu": "lainnya", "kamar": "lainnya",
    "smk": "sekolah", "smkn": "sekolah", "sma": "sekolah", "sman": "sekolah", "mts": "sekolah",
}  # fmt: skip
#: First words of units in a column of units, where they name no office: elsewhere a team or a secretariat is one too.
_IN_COLUMN: Final = frozenset(["sekretariat", "tim", "loket", "subkoordinator", "klinik", "apotek", "gudang"])
#: First words of units -> a word of the name of the agency that they belong to: to ask, never to decide.
_OVER: Final = {
    "puskesmas": "kesehatan", "pkm": "kesehatan", "pustu": "kesehatan", "posyandu": "kesehatan",
    "sekolah": "pendidikan",
    "sd": "pendidikan", "sdn": "pendidikan", "smp": "pendidikan", "smpn": "pendidikan", "tk": "pendidikan",
    "paud": "pendidikan", "bagian": "setda",
}  # fmt: skip
_MATTERS: Final = {word: of for word, of in _OVER.items() if of != "setda"} | {
    "rsud": "kesehatan", "dikmas": "pendidikan", "sma": "pendidikan", "smk": "pendidikan",
    "sman": "pendidikan", "smkn": "pendidikan", "pkbm": "pendidikan", "skb": "pendidikan",
}  # fmt: skip
#: Units that only one agency of a regency has: health centres (Permenkes 43/2019), its own schools (UU 23/2014).
_ONLY_OF: Final = frozenset(["puskesmas", "pkm", "sdn", "smpn"])
#: Behind `Kantor`: that of a village is the village.
_VILLAGES: Final = frozenset(["desa", "kades"])
#: Units of a district.
_VILLAGES_OF: Final = frozenset(["desa", "kelurahan"])
#: Schools that a province runs (UU 23/2014), whoever lists them.
_OF_PROVINCE: Final = frozenset(["sma", "sman", "smk", "smkn", "slb", "slbn"])
#: Units that any agency may have.
_OF_ANY: Final = frozenset(["bidang", "bid", "seksi", "subbagian", "subbag", "subbid"])


def agency_and_unit(text: str, registry: Registry, region: str = "") -> tuple[str, str] | None:
    """The agency and the unit of it that a text names (`Dinas Kesehatan / Puskesmas Kubu`); None if it does not."""
    for sign in _BESIDE:
        before, parted, behind = text[:LONGEST_ANSWER].partition(sign)
        for one, other in ((before, behind), (behind, before)) if parted else ():
            office, unit = one.strip(" ()"), other.strip(" ()")
            over = office.partition(" ")[2] if folded(office).startswith(("upt ", "uptd ")) else office
            slug = agency_called(office, registry, region) or agency_called(over, registry, region)
            if slug and unit_kind(unit) and not agency_called(unit, registry, region):
                return slug, unit
    words = text[:_LONGEST_NAME].split()
    for at in range(1, len(words) if unit_kind(text) else 0):  # `Bagian Organisasi Setda`
        slug, unit = agency_called(" ".join(words[at:]), registry, region), " ".join(words[:at])
        named = slug and (names_office(" ".join(words[at:])) or slug not in _named_by_place(registry))
        if slug and named and unit_name(unit) and unit_kind(unit) and not agency_called(unit, registry, region):
            return slug, unit
    return None


def agency_or_unit(text: str, registry: Registry, region: str = "") -> str | None:
    """The agency that a text names: alone, with a unit of it, or by a unit that only it can have; None if none."""
    both = agency_and_unit(text, registry, region)
    return agency_called(text, registry, region) or (both[0] if both else agency_over(text, registry))


def _named_by_place(registry: Registry) -> set[str]:
    """The agencies of which a name is only a place: behind a unit it says where that is, not whose (`SDN 3 Kubu`)."""
    agencies = registry.agencies.items()
    return {slug for slug, agency in agencies if any(as_slug(f"kecamatan {name}") == slug for name in agency.names)}


def unit_kind(text: str) -> str:
    """The kind of unit that a name begins with (a slug of the kinds of units), "" if it names none."""
    words = spelt(folded(without_mark(text))).split()
    kinds = [_UNITS[word] for word in words[:2] if word in _UNITS]
    if not words or words[0] not in _UNITS:
        return ""
    if words[:2] == ["puskesmas", "pembantu"]:  # a `Pustu` is none itself
        return _UNITS["pustu"]
    said = kinds[0] if words[0] in _OF_ANY else kinds[-1]
    return kinds[0] if said == "lainnya" else said  # `UPT Laboratorium`


def unit_kind_below(name: str, title: str) -> str:
    """The kind of a unit by its name, else by the title above it, which says nothing of an office (`Kantor Camat`)."""
    words = folded(without_mark(name)).split()
    village = _VILLAGES & set(words[:3])
    if words and words[0] == "kantor":
        return "desa" if village else "lainnya"
    if words and words[0] in _IN_COLUMN:
        return "lainnya"
    return unit_kind(name) or unit_kind(title.removeprefix("Nama "))


def is_own_office(text: str) -> bool:
    """Whether a unit of a district is its own office: `Kantor Camat`, `Kantor Kecamatan Utara`."""
    words = folded(without_mark(text)).split()
    return words[:1] == ["kantor"] and bool({"camat", "kecamatan"} & set(words[1:2]))


def unit_name(text: str) -> str:
    """The name of a unit without its `a.`; "" where it names a kind of units only (`UPT Puskesmas`)."""
    before, bracket, behind = without_mark(text).strip().partition("(")
    office = behind.split(maxsplit=1)[-1] if set(folded(behind).split()[:1]) & _UNITS.keys() else behind
    name = before.strip() if bracket and names_office(office) else f"{before}{bracket}{behind}".strip()
    return "" if set(folded(name).split()) <= _UNITS.keys() else name


def is_of_province(text: str) -> bool:
    """Whether a unit is a school that only a province can have: `SMAN 2 Kubu`."""
    return bool(_OF_PROVINCE & set(folded(without_mark(text)).split()[:1]))


def is_unit_of(text: str, names: Iterable[str]) -> bool:
    """Whether a heading is of units of the agency with these names, above it: its own kind of unit, or `Bidang`.

    A unit whose kind only another agency has (`SDN` below that for health) is none; a village is one of its district.
    """
    words = spelt(folded(without_mark(text))).split()
    kind = next((word for word in words[:2] if word in _UNITS), "")
    if not words or words[0] not in _UNITS:
        return False
    if kind in _VILLAGES_OF:
        return any(name.startswith("kecamatan ") for name in map(folded, names))
    over = _over(words)
    return words[0] in _OF_ANY or (over in _words_of(names) if over else _UNITS[kind] == "upt")


def matter_of(text: str) -> str:
    """The matter of a unit or an office by the kind that its name says: `SMPN 3 Kubu` -> `pendidikan`; "" if none."""
    matters = {_MATTERS[word] for word in folded(text).split() if word in _MATTERS}
    return matters.pop() if len(matters) == 1 else ""


def agency_over(text: str, registry: Registry) -> str | None:
    """The one agency that a unit can only be of (`Puskesmas Kubu`), by the matter in its name; None if none is sure."""
    words = spelt(folded(without_mark(text))).split()
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
