"""Which word of choice an answer in a recap means, and further words for them, in one place.

Slugs and labels of the registry need no entry here: they are known anyway.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Final

from generator.contributing.names import spelt, without_mark
from generator.schema.fields import Words
from generator.text.spelling import folded

# fmt: off
#: Vocabulary -> slug -> further words for it, as `spelling.folded` leaves them.
_ANSWERS: Final[Mapping[str, Mapping[str, tuple[str, ...]]]] = {
    "bentuk": {
        "tata-kelola": ("tata kelola", "inovasi tata kelola pemerintah daerah", "tk"),
        "pelayanan-publik": ("yanlik", "yan publik", "yanpublik", "yanblik", "layanan publik"),
        "lainnya": (
            "lainnya", "lain lain", "inovasi lainnya", "bentuk lainnya", "inovasi bentuk lainnya",
            "inovasi lain", "inovasi daerah lainnya sesuai dengan urusan",
            "inovasi daerah lainnya sesuai dengan urusan pemerintahan yang menjadi kewenangan daerah",
            "inovasi bentuk lainnya sesuai dengan bidang urusan pemerintahan yang menjadi kewenangan daerah",
            "inovasi daerah lainnya sesuai dengan bidang urusan pemerintahan yang menjadi kewenangan daerah",
        ),
    },
    "jenis": {
        "digital": ("online", "dig"),
        "nondigital": ("non digital", "non", "bukan digital", "tidak digital", "offline", "manual", "konvensional"),
    },
    "tahapan": {
        "penerapan": (
            "berjalan", "sudah berjalan", "sedang berjalan", "masih berjalan", "telah berjalan", "berjalan rutin",
            "berjalan sampai sekarang", "berjalan s d sekarang", "rutin", "aktif", "masih aktif",
            "aktif sampai sekarang", "aktif s d sekarang", "aktif digunakan", "masih digunakan", "digunakan",
            "sudah diterapkan", "diterapkan",
            "telah diterapkan", "sudah dilaksanakan", "implementasi", "sudah implementasi", "on going", "ongoing",
            "berlanjut", "tahap penerapan", "tahap implementasi", "sudah jalan", "jalan", "terlaksana", "operasional",
            "jalan terus", "masih jalan",
        ),
        "uji-coba": (
            "tahap uji coba", "masih uji coba", "sedang uji coba", "dalam uji coba", "sedang diuji coba",
            "masih diuji coba", "masih dicoba", "dicoba", "baru dicoba", "baru diuji coba", "baru uji coba",
            "sedang dicoba", "diuji coba", "diujicobakan", "proses uji coba", "piloting",
             "pilot project", "pilot", "pengujian",
        ),
        "inisiatif": (
            "inisiasi", "tahap inisiasi", "tahap inisiatif", "gagasan", "ide", "masih ide", "proposal", "rancangan",
            "masih rancangan", "ide rancangan", "draf", "masih gagasan", "persiapan", "tahap persiapan",
            "masih proposal", "tahap proposal", "konsep", "masih konsep", "tahap konsep",
            "perencanaan", "tahap perencanaan",
            "masih perencanaan", "rencana", "masih rencana", "perancangan", "tahap perancangan", "usulan",
            "baru usulan",
        ),
        "dihentikan": (
            "berhenti", "sudah berhenti", "tidak berjalan", "tidak berjalan lagi", "sudah tidak berjalan",
            "tidak aktif", "tidak aktif lagi", "sudah tidak aktif", "tidak dilanjutkan", "tidak lanjut", "stop",
            "distop",
        ),
        "selesai": ("sudah selesai", "telah selesai"),
    },
    "inisiator": {
        "kepala-daerah": ("bupati", "wali kota", "kepala daerah bupati"),
        "anggota-dprd": ("dprd",),
        "perangkat-daerah": ("opd", "skpd", "organisasi perangkat daerah"),
        "masyarakat": ("warga", "kelompok masyarakat", "kelompok warga", "warga masyarakat"),
    },
    "urusan": {
        "fungsi-lain": (
            "fungsi lain sesuai dengan ketentuan peraturan perundang undangan",
            "urusan pemerintahan fungsi lain sesuai dengan ketentuan peraturan perundang undangan",
            "fungsi lain sesuai ketentuan peraturan perundang undangan", "fungsi lainnya",
            "fungsi lain sesuai peraturan perundang undangan", "fungsi penunjang lainnya", "fungsi penunjang lain",
            "penunjang lainnya", "unsur penunjang lainnya",
        ),
        "komunikasi-dan-informatika": ("kominfo",),
        "pengendalian-penduduk-dan-kb": (
            "kb", "keluarga berencana", "pengendalian penduduk dan kb", "kependudukan dan kb", "dalduk kb",
            "dalduk dan kb", "pengendalian penduduk",
        ),
        "pemberdayaan-perempuan-dan-pelindungan-anak": (
            "pppa", "perempuan dan pelindungan anak", "pp dan pa", "pemberdayaan perempuan", "pelindungan anak",
        ),
        "pemberdayaan-masyarakat-dan-desa": ("pmd", "masyarakat dan desa", "pemdes"),
        "lingkungan-hidup": ("lingkungan", "lh", "lingk hidup", "lingk"),
        "pekerjaan-umum-dan-penataan-ruang": (
            "pupr", "pekerjaan umum", "pu", "penataan ruang", "tata ruang",
        ),
        "administrasi-kependudukan": (
            "adminduk", "dukcapil", "adminduk dan capil", "adminduk capil", "pencatatan sipil", "capil",
            "kependudukan dan capil", "kependudukan capil", "kependudukan dan pencatatan sipil",
            "administrasi kependudukan dan capil", "administrasi kependudukan capil",
        ),
        "perumahan-rakyat-dan-kawasan-permukiman": (
            "perkim", "perumahan dan kawasan permukiman", "perumahan dan permukiman", "perumahan rakyat",
            "perumahan",
            "kawasan permukiman", "perumahan rakyat dan permukiman",
        ),
        "tenaga-kerja": ("ketenagakerjaan",),
        "pangan": ("ketahanan pangan",),
        "pertanian": (
            "perkebunan", "peternakan", "perkebunan dan peternakan", "tanaman pangan", "hortikultura",
            "kesehatan hewan", "pertanian dan perkebunan", "pertanian dan peternakan",
        ),
        "kelautan-dan-perikanan": ("perikanan", "kelautan"),
        "kepemudaan-dan-olahraga": (
            "pemuda dan olahraga", "kepemudaan dan olah raga", "pemuda dan olah raga", "olahraga", "kepemudaan",
            "pemuda dan or", "pemuda olahraga", "pora",
        ),
        "penelitian-dan-pengembangan": ("litbang", "kelitbangan"),
        "pendidikan-dan-pelatihan": ("diklat",),
        "energi-dan-sumber-daya-mineral": ("esdm",),
        "perencanaan": ("perencanaan pembangunan", "perencanaan pembangunan daerah"),
        "keuangan": (
            "keuangan daerah", "pendapatan", "pendapatan daerah", "pajak daerah", "keuangan dan aset daerah",
            "pengelolaan keuangan dan aset daerah", "pengelolaan keuangan",
        ),
        "penanaman-modal": (
            "penanaman modal dan pelayanan terpadu satu pintu", "penanaman modal dan ptsp", "penanaman modal ptsp",
        ),
        "ketenteraman-dan-pelindungan-masyarakat": (
            "trantibum", "trantib", "trantib linmas",
            "trantibumlinmas", "trantibum linmas", "trantibum dan linmas", "linmas", "ketertiban umum",
            "ketenteraman dan ketertiban umum", "pelindungan masyarakat", "bencana", "kebencanaan",
            "penanggulangan bencana", "kebakaran", "pemadam kebakaran", "polisi pamong praja", "satpol pp",
        ),
        "koperasi-dan-ukm": (
            "koperasi dan umkm", "koperasi umkm", "koperasi dan ukm", "koperasi ukm", "umkm", "ukm", "koperasi",
            "koperasi dan usaha mikro", "koperasi usaha mikro kecil dan menengah",
        ),
    },
}
#: What is said around a word of choice: `Urusan Kesehatan`.
ANSWER_NOISE: Final = frozenset(
    ["inovasi", "urusan", "bidang", "pemerintah", "pemerintahan", "daerah", "kecamatan", "kec", "wajib", "pilihan"]
)
#: What a word of choice may be said to accord with.
_ACCORDS: Final = frozenset([
    "dengan", "urusan", "bidang", "pemerintahan", "yang", "menjadi", "kewenangan", "daerah", "ketentuan", "peraturan",
    "perundang", "undangan", "undang", "pemerintah",
])
# fmt: on
_CLOSE: Final = 0.86
_SHORTEST_SLIP: Final = 6
_HALVES = re.compile(r"[/|]|\batau\b", re.IGNORECASE)
_LONGEST_TWICE: Final = 200
#: Before an affair: `Pelayanan administrasi kependudukan`.
_SERVED = re.compile(r"\A(?:pelayanan|layanan|penyelenggaraan) (?:bidang |urusan )?")
#: Behind a stage, where it is so.
_WHERE = re.compile(r" di (?:[a-z0-9]{1,30} ?){1,6}\Z")
#: The number of an affair in national lists: `1.02 Kesehatan`, `2.16.01 ...`.
_CODE = re.compile(r"\A[0-9] [0-9]{2} (?:[0-9]{2} )?(?=[a-z])")


@dataclass(frozen=True, slots=True)
class Meant:
    """The word that an answer means; `sure` is false where spelling or words differ and the report should say so."""

    slug: str
    sure: bool


def meant(answer: str, vocabulary: str, words: Words) -> Meant | None:
    """The word of `words` (slug -> label) that stands in a cell; None if none or more than one may be meant."""
    return _meant(answer, vocabulary, tuple(words.items()))


def surely(answer: str, vocabulary: str, words: Words) -> str | None:
    """The word that an answer means beyond doubt: `meant` without looking for words that are only like it."""
    wanted, every = _CODE.sub("", spelt(folded(without_mark(answer)))), tuple(words.items())
    # `Inovasi lainnya sesuai kewenangan daerah`: what it accords with makes no other word of it.
    bare, _, behind = wanted.partition(" sesuai ")
    accords = bool(behind) and set(behind.split()) <= _ACCORDS
    served = _SERVED.sub("", wanted) if vocabulary == "urusan" else wanted
    if vocabulary == "tahapan":  # `Baru dicoba di 2 RT`
        served = _WHERE.sub("", wanted)
    found = _sure(wanted, vocabulary, every) or (_sure(bare, vocabulary, every) if accords else None)
    found = found or (_sure(served, vocabulary, every) if served != wanted else None)
    return found or _twice(answer, vocabulary, every)


def _twice(answer: str, vocabulary: str, words: tuple[tuple[str, str], ...]) -> str | None:
    """The word that both halves of an answer mean: `ide / rancangan`."""
    halves = [half for half in _HALVES.split(answer[:_LONGEST_TWICE]) if folded(half)]
    said = {_sure(spelt(folded(half)), vocabulary, words) for half in halves}
    return said.pop() if len(halves) > 1 and len(said) == 1 else None


@lru_cache(maxsize=4_096)  # the same few answers stand in every row
def _meant(answer: str, vocabulary: str, words: tuple[tuple[str, str], ...]) -> Meant | None:
    wanted = spelt(folded(without_mark(answer)))
    if slug := surely(answer, vocabulary, dict(words)):
        return Meant(slug, sure=True)
    spellings = _spellings(vocabulary, words)
    parts = set(_bare(wanted).split())
    holding = {slug for spelling, slug in spellings if parts and parts <= set(_bare(spelling).split())}
    close = {slug for spelling, slug in spellings if _alike(spelling, wanted)}
    for found in (holding, close):
        if len(found) == 1:
            return Meant(found.pop(), sure=False)
    return None


def one_letter_off(answer: str, vocabulary: str, words: Words) -> str | None:
    """The one word that an answer is a letter away from: too many, too few, another, or two that changed places.

    None if there is not just one. Short words are left: there a letter makes another word.
    """
    wanted = spelt(folded(without_mark(answer)))
    if len(wanted) < _SHORTEST_SLIP:
        return None
    found = {slug for spelling, slug in _spellings(vocabulary, tuple(words.items())) if _is_slip(wanted, spelling)}
    return found.pop() if len(found) == 1 else None


def _is_slip(one: str, other: str) -> bool:
    """Whether two spellings differ by one letter."""
    shorter, longer = sorted((one, other), key=len)
    if len(longer) - len(shorter) > 1 or one == other:
        return False
    same = next((n for n, (a, b) in enumerate(zip(shorter, longer, strict=False)) if a != b), len(shorter))
    if len(shorter) == len(longer) and shorter[same : same + 2] == longer[same : same + 2][::-1]:
        return shorter[same + 2 :] == longer[same + 2 :]  # two that changed places
    return shorter[same + (len(shorter) == len(longer)) :] == longer[same + 1 :]


def by_initials(sign: str, vocabulary: str, words: Words) -> str | None:
    """The one word of which a sign is the initials: `PP` for public service, `ND` for what is not digital."""
    wanted = folded(sign)
    spellings = _spellings(vocabulary, tuple(words.items()))
    found = {slug for spelling, slug in spellings if "".join(word[0] for word in spelling.split()) == wanted}
    return found.pop() if len(found) == 1 else None


def _sure(wanted: str, vocabulary: str, words: tuple[tuple[str, str], ...]) -> str | None:
    for form, slugs in zip(_FORMS, _by_form(vocabulary, words), strict=True):
        found = slugs.get(form(wanted), frozenset())
        if len(found) == 1 and form(wanted):
            return next(iter(found))
    if " " not in wanted:  # one word alone may begin many
        return None
    begun = {slug for spelling, slug in _spellings(vocabulary, words) if spelling.startswith(f"{wanted} ")}
    return begun.pop() if len(begun) == 1 else None


@lru_cache(maxsize=64)
def _by_form(vocabulary: str, words: tuple[tuple[str, str], ...]) -> tuple[Mapping[str, frozenset[str]], ...]:
    """For each of `_FORMS`: spelling in that form -> the slugs that it may mean."""
    found: list[dict[str, frozenset[str]]] = [{} for _ in _FORMS]
    for spelling, slug in _spellings(vocabulary, words):
        for form, slugs in zip(_FORMS, found, strict=True):
            slugs[form(spelling)] = slugs.get(form(spelling), frozenset()) | {slug}
    return tuple(found)


@lru_cache(maxsize=64)
def _spellings(vocabulary: str, words: tuple[tuple[str, str], ...]) -> list[tuple[str, str]]:
    """(spelling, slug): slug, label, label before and inside its brackets, further words."""
    more = _ANSWERS.get(vocabulary, {})
    return [
        (spelt(spelling), slug)
        for slug, label in words
        for spelling in (
            folded(slug),
            folded(label),
            folded(label.partition("(")[0]),
            folded(label.partition("(")[2]),
            *more.get(slug, ()),
        )
        if spelling
    ]


def _joined(text: str) -> str:
    return text.replace(" ", "")


def _bare(text: str) -> str:
    # No word is dropped that comes twice: "digital dan non digital" is not "non digital".
    return " ".join(sorted(word for word in text.split() if word not in (*ANSWER_NOISE, "dan", "serta")))


_FORMS: Final[tuple[Callable[[str], str], ...]] = (str, _joined, _bare)


def _alike(one: str, other: str) -> bool:
    """Whether two spellings are near; the cheap bounds come first, for a table may hold thousands of unknown words."""
    if abs(len(one) - len(other)) >= 8:
        return False
    match = SequenceMatcher(None, one, other, autojunk=False)
    return all(bound() >= _CLOSE for bound in (match.real_quick_ratio, match.quick_ratio, match.ratio))
