"""The roots an Indonesian word may have, so that a search for one word of a family finds the others.

Indonesian builds words with affixes, and one affix can be read in several ways: *mengurus* is *urus* or *kurus*.
A stemmer has to choose; this module keeps every reading, and two words match when their sets meet. A wrong reading
costs nothing until another word happens to have it too. `site_templates/browser/search/roots.js` is the same function
in the browser; `tests/roots.yml` holds both to the same answers.

Source: Tata Bahasa Baku Bahasa Indonesia, on verb and noun formation (meN-/peN- nasal substitution, confixes).
"""

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

#: Letters considered; the longest dictionary words (*ketidakbertanggungjawaban*) have about 25.
MAX_LETTERS: Final = 40

SHORTEST_ROOT: Final = 4

#: Roots of three letters are too short to trust, save these: each is a subject of its own in the catalogue
#: (*uji coba*, *pengaduan*, *pengajuan*, *pengisian*), and no other word of its texts seems to hold one.
SHORT_ROOTS: Final = frozenset({"adu", "aju", "isi", "uji"})

#: Words that only look as if they held an affix, or whose plain reading is another word's: spelling to its one root.
EXCEPTIONS: Final = {
    "berikan": "beri",  # to give; ber- + ikan would be to have fish
    "bersalin": "bersalin",  # to give birth; menyalin is to copy
    "gerakan": "gerak",  # movement; gera- + -kan would meet segera, soon
    "kemudian": "kemudian",  # then; kemudi is a rudder
    "makalah": "makalah",  # a paper; not maka + -lah
    "masalah": "masalah",  # not masa + -lah
    "mengemas": "kemas",  # to pack; emas is gold
    "mengurus": "urus",  # to manage; kurus is thin
    "nilai": "nilai",  # value; nila is a fish
    "pangan": "pangan",  # food, an urusan; not pang + -an
    "pariwisata": "wisata",  # a compound; pari- is no prefix
    "pegawai": "pegawai",  # official; gawai is a device and a feast
    "pengemas": "kemas",
    "pengurus": "urus",
    "perangkat": "perangkat",  # perangkat daerah, an office; mengangkat is to lift
    "persalinan": "bersalin",  # the noun of bersalin
    "pesisir": "pesisir",  # coast; not pe- + sisir, a comb
    "sekarang": "sekarang",  # now; karang is a reef
    "terang": "terang",  # clear; not te- + rang
    "terapi": "terapi",  # therapy; not terap + -i, as in penerapan
    "tetapi": "tetapi",  # but; not tetap + -i
    "tunai": "tunai",  # cash; tuna is a fish
    "wirausaha": "usaha",  # a compound; wira- is no prefix
}

_WORD = re.compile(r"[^\W_]+")
_APOSTROPHE = re.compile(r"([^\W_])['\u2018\u2019\u02bc`](?=[^\W_])")
_PLAIN = re.compile(r"[a-z]+\Z")
PARTICLE: Final = re.compile(r"[lk]ah\Z")
POSSESSIVE: Final = re.compile(r"nya\Z")
SUFFIXES: Final = ("kan", "an", "i")

#: Each prefix with the letter that it swallowed: meN- and peN- take k, t, p and s away before a vowel.
PREFIXES: Final = tuple(
    (re.compile(rf"\A(?:{pattern})"), letter)
    for pattern, letter in (
        (r"[mp]e(?:m(?=[bfpv])|n(?=[cdjsz]|tr)|ng(?=[aeioughk])|(?=[lmnrwy][aeiou]|ny))", ""),
        (r"[mp]em(?=[aeiour])", "p"),  # r: pemrosesan
        (r"[mp]en(?=[aeiou])", "t"),
        (r"[mp]eny(?=[aeiou])", "s"),
        (r"[mp]eng(?=[aeiou])", "k"),
        (r"pe(?=[bcdghjkpst])", ""),  # petani, petugas: agents of ber- verbs keep the first letter
        (r"[bpt]er", ""),
        (r"[bpt]e(?=r[aeiou]|[^aeiou]er[^aeiou])", ""),  # berencana, bekerja: one r is dropped
        (r"[bp]el(?=ajar)", ""),  # belajar, pelajaran: the only root that takes l
        (r"antar|di|se", ""),  # not non-: nondigital is the opposite of digital
    )
)
KE: Final = re.compile(r"\Ake")  # only with a suffix: kesehatan, diketahui; kelola and kemas are whole


def words(text: str) -> list[str]:
    """The words of a text in order, folded: letters and digits.

    A hyphen parts (*uji-coba* is *uji*, *coba*), an apostrophe does not (*Jum'at* is *jumat*).
    """
    return [word[:MAX_LETTERS] for word in _WORD.findall(_APOSTROPHE.sub(r"\1", _plain_letters(text)))]


def roots(word: str) -> frozenset[str]:
    """The word itself, folded, and every root of four letters or more that it may have; none for an empty word.

    The word itself is always in, so that short words and names match themselves. A hyphenated word whose halves
    are one family (*kata-kata*, *berlomba-lomba*) has the roots of its halves.
    """
    spelling = _folded(word)
    if not spelling:
        return frozenset()
    found = _readings(spelling)
    first, hyphen, second = spelling.partition("-")
    if hyphen and (left := _readings(first)) & (right := _readings(second)):
        found |= left | right
    return frozenset(found)


def _folded(word: str) -> str:
    """`word` in small letters without accents, cut to the length considered."""
    return _plain_letters(word[:MAX_LETTERS])


def _plain_letters(text: str) -> str:
    if text.isascii():
        return text.lower()
    return re.sub("[\u0300-\u036f]", "", unicodedata.normalize("NFKD", text).lower())


def _readings(spelling: str) -> set[str]:
    """A spelling and its roots. Anything but a to z holds no affix; an exception met on the way is the only one."""
    if not spelling or not _PLAIN.match(spelling):
        return {spelling} - {""}
    stems = set(_stems(spelling))
    if kept := {EXCEPTIONS[stem] for stem in stems if stem in EXCEPTIONS}:
        return {spelling} | kept
    return {spelling} | {stem for stem in stems if len(stem) >= SHORTEST_ROOT or stem in SHORT_ROOTS}


def _stems(spelling: str) -> Iterator[str]:
    """What remains after every allowed order of suffixes off, then at most two prefixes off."""
    bare = {spelling, PARTICLE.sub("", spelling)}
    bare |= {POSSESSIVE.sub("", stem) for stem in bare}
    for stem in bare:
        yield from _without_prefixes(stem, suffixed=False)
        for suffix in SUFFIXES:
            if stem.endswith(suffix):
                yield from _without_prefixes(stem[: -len(suffix)], suffixed=True)


def _without_prefixes(stem: str, *, suffixed: bool, more: int = 2) -> Iterator[str]:
    """The stem, and the stem with up to `more` prefixes taken off and their lost letters put back."""
    yield stem
    if not more:
        return
    for prefix, letter in (*PREFIXES, (KE, "")) if suffixed else PREFIXES:
        if match := prefix.match(stem):
            yield from _without_prefixes(letter + stem[match.end() :], suffixed=suffixed, more=more - 1)
