"""Affairs that the list has no word for: the work of offices that serve the others, and what else may be meant."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final

from generator.contributing.names import without_mark
from generator.contributing.table_import.words.synonyms import surely
from generator.layout import hyphened
from generator.schema.fields import Words
from generator.text.spelling import folded

AFFAIRS: Final = "urusan"
#: The affair of offices that serve the others.
OTHER: Final = "fungsi-lain"
# fmt: off
#: What such offices call their work: a secretariat, an inspectorate, a council's staff, a district.
_SERVING: Final = frozenset([
    "pengawasan", "pengawas", "sekretariat", "kesekretariatan", "setwan", "setda", "dprd", "inspektorat", "kecamatan",
    "kewilayahan", "kesbangpol", "kesbang", "bakesbangpol", "bangsa", "kebangsaan", "politik", "penunjang", "pendukung",
    "umum", "pemerintahan", "otonomi", "organisasi", "ortala", "tatalaksana", "ketatalaksanaan", "hukum", "protokol",
    "lain", "lainnya",
])
#: Words beside them that make no other work of it.
_BESIDE: Final = frozenset([
    "urusan", "bidang", "fungsi", "unsur", "daerah", "dewan", "dan", "kesatuan", "dalam", "negeri",
    "internal", "penyelenggaraan", "pembinaan", "administrasi", "pelayanan", "layanan", "publik", "terpadu", "ham",
    "wawasan", "wilayah", "kabupaten", "kota",
])
#: Works of a secretariat that take several words.
_OF_SECRETARIAT = re.compile(
    r"\b(?:tata (?:pemerintahan|laksana|usaha)|reformasi birokrasi|pengadaan barang(?: dan)? jasa|kerja ?sama daerah|"
    r"administrasi pembangunan|komunikasi pimpinan|(?:peraturan )?perundang undangan)\b"
)
#: Words of several affairs, each with those that may be meant.
_OF_SEVERAL: Final[Mapping[str, Sequence[str]]] = {
    "kesra": ("sosial", OTHER), "kesejahteraan": ("sosial", OTHER),
    "perekonomian": ("koperasi-dan-ukm", "perdagangan", OTHER), "ekonomi": ("koperasi-dan-ukm", "perdagangan", OTHER),
    "kependudukan": ("administrasi-kependudukan", "pengendalian-penduduk-dan-kb"),
    "sdm": ("kepegawaian", "pendidikan-dan-pelatihan"), "paten": (OTHER, "administrasi-kependudukan"),
    "pelayanan": (OTHER, "administrasi-kependudukan"), "administrasi": (OTHER, "administrasi-kependudukan"),
}
# fmt: on
#: Those of them that are said of other affairs as often.
_WEAK: Final = frozenset(["umum", "lain", "lainnya"])
#: A word of so many letters may name an affair by itself.
_SHORTEST: Final = 4
#: More words no affair has.
_MOST_WORDS: Final = 8


def serves_others(answer: str, words: Words) -> bool:
    """Whether a text only names the work of offices that serve the others: `Kesbangpol`, `Pemerintahan umum`."""
    said = set(_OF_SECRETARIAT.sub("sekretariat", folded(without_mark(answer))).split())
    return OTHER in words and bool(said & _SERVING) and said <= _SERVING | _BESIDE


def typed_affairs(answer: str, words: Words, typed: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """The affairs (slugs) that people may mean by what they type, or by a word of several."""
    yield from (slug for slug in _OF_SEVERAL.get(folded(answer), typed.get(hyphened(answer), ())) if slug in words)


def affairs_touched(answer: str, words: Words, typed: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """The affairs that a part of a text may mean, the likest first: two words beside each other, or one of them."""
    plain = _OF_SECRETARIAT.sub("sekretariat", folded(without_mark(answer)))
    said = [word for word in plain.split() if word != "dan"]
    if len(said) > _MOST_WORDS:  # a text, and no affair
        return
    parts = [*map(" ".join, pairwise(said)), *(word for word in said if len(word) >= _SHORTEST)]
    yield from (slug for part in parts if (slug := surely(part, AFFAIRS, words)))
    if OTHER in words and set(said) & _SERVING - _WEAK:
        yield OTHER
    for part in (*parts, *said):
        yield from typed_affairs(part, words, typed)
    if OTHER in words and set(said) & _WEAK:
        yield OTHER
