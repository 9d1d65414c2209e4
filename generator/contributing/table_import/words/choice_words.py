"""Words of choice by the words that make them, whatever says nothing around them: `Inov. tata kelola pemda`."""

import re
from collections.abc import Mapping
from typing import Final

# fmt: off
#: Words around a choice that make no other of it.
_AROUND: Final = frozenset([
    "inovasi", "inov", "bentuk", "jenis", "kategori", "klasifikasi", "kelompok", "bidang", "pemerintah", "pemerintahan",
    "pemda", "pemkab", "pemkot", "pem", "daerah", "kabupaten", "kab", "kota", "di", "dalam", "yang", "untuk", "kepada",
    "pada", "bagi", "berbasis", "secara", "dengan", "sesuai", "urusan", "kewenangan", "menjadi",
    "termasuk", "sistem", "teknologi", "informasi", "ti", "tik", "it",
])
_DIGITAL: Final = frozenset([
    "digital", "aplikasi", "daring", "online", "elektronik", "website", "web", "situs", "internet", "android",
])
_BY_HAND: Final = frozenset(["nondigital", "manual", "konvensional", "luring", "offline", "tradisional"])
_DENIED = re.compile(
    rf"\b(?:non|bukan|tidak|tanpa|tdk) (?:berbasis |memakai |menggunakan )?(?:{'|'.join(sorted(_DIGITAL))})\b"
)
#: Vocabulary -> slug -> sets of words, of each of which one stands in an answer that means it.
_MADE_OF: Final[Mapping[str, Mapping[str, tuple[frozenset[str], ...]]]] = {
    "bentuk": {
        "tata-kelola": (frozenset(["tatakelola", "tata"]), frozenset(["tatakelola", "kelola"])),
        "pelayanan-publik": (
            frozenset(["pelayanan", "layanan", "yan", "pel", "yanpublik", "yanlik"]),
            frozenset(["publik", "pub", "masyarakat", "yanpublik", "yanlik"]),
        ),
        "lainnya": (frozenset(["lain", "lainnya"]),),
    },
    "jenis": {
        "digital": (_DIGITAL,),
        "nondigital": (_BY_HAND,),
    },
}
# fmt: on
#: More words no answer has that is one choice.
_MOST: Final = 14


def by_words(answer: str, vocabulary: str) -> str | None:
    """The one word of choice (slug) that a folded answer is made of; None if any of its words says anything else."""
    words = set(_DENIED.sub("nondigital", answer).split())
    if not words or len(words) > _MOST:
        return None
    own = {slug: made for slug, made in _MADE_OF.get(vocabulary, {}).items() if all(words & one for one in made)}
    found = [slug for slug, made in own.items() if words <= _AROUND.union(*made)]
    return found[0] if len(found) == len(own) == 1 else None
