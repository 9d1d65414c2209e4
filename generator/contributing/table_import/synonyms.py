"""What recap tables call our columns and words of choice, in one place; and which word an answer means.

The titles are those of the national input form of the innovation index and of recaps seen in regencies. Labels and
keys of the models and slugs and labels of the registry need no entry here: they are known anyway.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Final

from generator.contributing.names import spelt, without_mark
from generator.schema.fields import Words
from generator.text.spelling import folded

# fmt: off
#: Keys of a value (or the name of a special column) -> further titles, as `spelling.folded` leaves them.
TITLES: Final[Mapping[str, tuple[str, ...]]] = {
    "perangkat_daerah": (
        "perangkat daerah", "nama perangkat daerah", "opd", "nama opd", "skpd", "nama skpd", "instansi",
        "nama instansi", "perangkat daerah pengusul", "opd pengusul", "perangkat daerah pengampu", "opd pengampu",
        "nama opd uptd puskesmas", "pemilik", "asal opd", "dinas", "dinas badan", "dibuat oleh", "opd kecamatan",
        "unit kerja", "satuan kerja", "satker", "organisasi perangkat daerah", "nama organisasi perangkat daerah",
        "opd pelaksana", "perangkat daerah pelaksana", "opd inovator", "instansi pelaksana", "skpd opd",
    ),
    "slug": ("slug", "nama berkas", "alamat tetap"),
    "tahapan": ("tahapan", "tahap", "tahapan kematangan"),
    "nama": (
        "judul", "judul inovasi", "inovasi", "nama produk inovasi", "nama program inovasi", "nama", "inovasi nama",
        "nama inovasi pelayanan publik", "nama aplikasi inovasi",
    ),
    "ringkasan": (
        "deskripsi singkat", "uraian singkat", "gambaran singkat", "deskripsi", "penjelasan singkat", "uraian",
        "inovasi uraian singkat", "gambaran umum", "penjelasan", "keterangan singkat", "deskripsi inovasi",
        "ringkasan singkat", "ringkasan inovasi",
    ),
    "jenis": ("digital nondigital", "digital non digital", "jenis digital non digital"),
    "inisiator": ("penginisiasi", "inisiator oleh"),
    "urusan": (
        "urusan pemerintahan utama", "urusan pemerintahan daerah", "urusan pemerintahan", "urusan utama",
        "urusan wajib", "bidang urusan", "urusan yang menjadi kewenangan", "urusan pemerintah",
    ),
    "urusan+": (
        "urusan beririsan", "urusan lain yang beririsan", "urusan pemerintahan beririsan", "urusan terkait",
        "urusan lain beririsan", "urusan pemerintahan lain",
    ),
    "masalah": ("permasalahan", "latar belakang", "latar belakang masalah", "masalah yang dihadapi"),
    "solusi": (
        "rancang bangun", "solusi", "cara kerja", "rancang bangun dan pokok perubahan",
        "rancang bangun dan pokok perubahan yang dilakukan", "rancang bangun dan pokok perubahan yang akan dilakukan",
    ),
    "kebaruan": ("unsur kebaruan", "pokok perubahan", "keunggulan", "kebaruan dan keunggulan"),
    "manfaat": ("manfaat yang diperoleh", "kemanfaatan", "dampak"),
    "solusi+tujuan": ("tujuan", "maksud dan tujuan"),
    "manfaat+hasil": ("hasil", "hasil yang diperoleh", "capaian", "output", "outcome"),
    "cara_memakai.langkah": ("langkah", "langkah pemakaian", "cara memakai", "cara menggunakan"),
    "cara_memakai.biaya": ("biaya", "tarif"),
    "cara_memakai.waktu": ("waktu layanan",),
    "cara_memakai.syarat": ("syarat", "persyaratan"),
    "lokasi.kecamatan": ("kecamatan",),
    "lokasi.tempat": (
        "lokasi", "tempat", "desa", "lokasi desa", "nama desa", "desa kelurahan", "lokasi penerapan", "wilayah",
        "wilayah penerapan", "cakupan wilayah",
    ),
    "unit.nama": ("unit pembuat", "nama unit", "unit pelaksana"),
    "unit.jenis": ("jenis unit",),
    "kolaborator.nama": ("mitra", "nama mitra", "mitra kolaborasi", "kolaborator", "nama kolaborator"),
    "kontak.kantor": ("kantor",),
    "kontak.telepon": ("telepon kantor", "telepon layanan"),
    "kontak.surel": ("surel", "surel kantor", "email kantor"),
    "dasar_hukum.judul": ("dasar hukum", "regulasi"),
    "penghargaan.nama": ("penghargaan", "prestasi"),
    "tautan.url": ("tautan", "link", "link aplikasi", "alamat aplikasi", "tautan aplikasi", "link website", "website"),
    "anggaran.jumlah": ("anggaran", "jumlah anggaran", "biaya anggaran", "nilai anggaran", "pagu anggaran", "pagu"),
    "anggaran.tahun": ("tahun anggaran", "anggaran dan tahun", "anggaran tahun"),
    "anggaran.sumber": ("sumber dana", "sumber anggaran", "sumber pembiayaan", "sumber pendanaan"),
    "sumber.judul": ("sumber", "sumber data"),
    "catatan": ("catatan",),
}
#: Before the name of an event in the title of a column with its dates: `Waktu Uji Coba`.
DATED: Final = (
    "tanggal", "tgl", "waktu", "tahun", "bulan", "tanggal mulai", "waktu mulai", "tahun mulai", "mulai",
    "waktu pelaksanaan", "tahun pelaksanaan", "tanggal pelaksanaan", "waktu tanggal", "bulan tahun",
)
#: Slug of an event -> what columns call it besides its label.
EVENTS: Final[Mapping[str, tuple[str, ...]]] = {
    "inisiatif": ("gagasan", "perencanaan", "inisiasi"),
    "uji-coba": ("ujicoba", "pengujian", "diujicobakan", "diuji coba", "diujicoba"),
    "penerapan": (
        "implementasi", "pelaksanaan", "diterapkan", "diimplementasikan", "launching", "peluncuran", "diluncurkan",
        "dilaksanakan", "dijalankan",
    ),
    "pengembangan": ("dikembangkan",),
    "dilaporkan": ("laporan", "pelaporan", "lapor", "rekap"),
    "dihentikan": ("penghentian",),
}
#: Words around the name of an event that make no other date of it: `Tgl. mulai diterapkan`.
AROUND_EVENTS: Final = frozenset([
    "tanggal", "tgl", "waktu", "tahun", "thn", "bulan", "mulai", "dimulai", "mulainya", "inovasi", "daerah", "dan",
    "atau", "sejak",
])
#: Words in a title that a column of these choices may have, if its cells are those: `Kelompok Inovasi`, `Bidang`.
HINTS: Final[Mapping[str, str]] = {
    "kelompok": "bentuk", "kategori": "bentuk", "klasifikasi": "bentuk", "bidang": "urusan", "sektor": "urusan",
    "tipe": "jenis",
}
#: Columns that hold a year and do not say of what.
ALONE: Final = (
    "tahun", "tahun inovasi", "thn", "waktu", "tanggal", "tahun data", "tahun usulan", "tahun mulai", "tahun dimulai",
    "mulai", "tanggal mulai", "tgl mulai", "waktu mulai", "mulai tahun", "tahun pembuatan", "tahun dibuat",
    "tahun inovasi dibuat", "bulan tahun", "tahun kegiatan", "tmt",
)
#: Titles above others that make no other column of these: `Klasifikasi` above `Bentuk`.
NEUTRAL_GROUPS: Final = frozenset([
    "klasifikasi", "kategori", "data", "profil", "identitas", "informasi", "uraian", "penjelasan", "rincian", "umum",
    "waktu", "jadwal", "inovasi", "daerah", "tanggal", "tahun", "bulan", "dan", "deskripsi", "gambaran", "detail",
    "isian", "kelengkapan", "pengelompokan", "substansi",
])
#: Columns of row numbers.
NUMBERING: Final = ("no", "nomor", "no urut", "nomor urut", "#", "nr", "urut")
#: Words that titles of columns carry or do without.
_TITLE_NOISE: Final = frozenset(["inovasi", "daerah", "wajib", "diisi", "isian"])

#: Vocabulary -> slug -> further words for it, as `spelling.folded` leaves them.
_ANSWERS: Final[Mapping[str, Mapping[str, tuple[str, ...]]]] = {
    "bentuk": {
        "tata-kelola": ("tata kelola", "inovasi tata kelola pemerintah daerah"),
        "pelayanan-publik": ("yanlik", "layanan publik"),
        "lainnya": (
            "lainnya", "lain lain", "inovasi lainnya", "bentuk lainnya", "inovasi daerah lainnya sesuai dengan urusan",
            "inovasi daerah lainnya sesuai dengan urusan pemerintahan yang menjadi kewenangan daerah",
            "inovasi bentuk lainnya sesuai dengan bidang urusan pemerintahan yang menjadi kewenangan daerah",
            "inovasi daerah lainnya sesuai dengan bidang urusan pemerintahan yang menjadi kewenangan daerah",
        ),
    },
    "jenis": {
        "digital": ("online",),
        "nondigital": ("non digital", "non", "bukan digital", "tidak digital", "offline", "manual", "konvensional"),
    },
    "inisiator": {
        "kepala-daerah": ("bupati", "wali kota", "kepala daerah bupati"),
        "anggota-dprd": ("dprd",),
        "perangkat-daerah": ("opd", "skpd", "organisasi perangkat daerah"),
        "masyarakat": ("warga",),
    },
    "urusan": {
        "fungsi-lain": (
            "fungsi lain sesuai dengan ketentuan peraturan perundang undangan",
            "urusan pemerintahan fungsi lain sesuai dengan ketentuan peraturan perundang undangan",
        ),
        "komunikasi-dan-informatika": ("kominfo",),
        "pengendalian-penduduk-dan-kb": (
            "kb", "keluarga berencana", "pengendalian penduduk dan kb", "kependudukan dan kb",
        ),
        "pemberdayaan-perempuan-dan-pelindungan-anak": ("pppa", "perempuan dan pelindungan anak"),
        "pemberdayaan-masyarakat-dan-desa": ("pmd", "masyarakat dan desa"),
        "lingkungan-hidup": ("lingkungan", "lh"),
        "pekerjaan-umum-dan-penataan-ruang": ("pupr", "pekerjaan umum", "pu"),
        "administrasi-kependudukan": ("adminduk", "dukcapil"),
        "ketenteraman-dan-pelindungan-masyarakat": ("trantibum", "trantibumlinmas"),
        "koperasi-dan-ukm": ("koperasi dan umkm", "koperasi umkm", "koperasi dan ukm"),
    },
}
_ANSWER_NOISE: Final = frozenset(
    ["inovasi", "urusan", "bidang", "pemerintah", "pemerintahan", "daerah", "kecamatan", "kec", "wajib", "pilihan"]
)
# fmt: on
_CLOSE: Final = 0.86


@dataclass(frozen=True, slots=True)
class Meant:
    """The word that an answer means; `sure` is false where spelling or words differ and the report should say so."""

    slug: str
    sure: bool


def title_key(title: str) -> str:
    """A column's title without the words and remarks that make no difference."""
    plain = folded(title.partition("(")[0]) or folded(title)
    kept = [word for word in plain.split() if word not in _TITLE_NOISE]
    return " ".join(kept) or plain


def meant(answer: str, vocabulary: str, words: Words) -> Meant | None:
    """The word of `words` (slug -> label) that stands in a cell; None if none or more than one may be meant."""
    return _meant(answer, vocabulary, tuple(words.items()))


def surely(answer: str, vocabulary: str, words: Words) -> str | None:
    """The word that an answer means beyond doubt: `meant` without looking for words that are only like it."""
    return _sure(spelt(folded(without_mark(answer))), vocabulary, tuple(words.items()))


@lru_cache(maxsize=4_096)  # the same few answers stand in every row
def _meant(answer: str, vocabulary: str, words: tuple[tuple[str, str], ...]) -> Meant | None:
    wanted = spelt(folded(without_mark(answer)))
    if slug := _sure(wanted, vocabulary, words):
        return Meant(slug, sure=True)
    spellings = _spellings(vocabulary, words)
    parts = set(_bare(wanted).split())
    holding = {slug for spelling, slug in spellings if parts and parts <= set(_bare(spelling).split())}
    close = {slug for spelling, slug in spellings if _alike(spelling, wanted)}
    for found in (holding, close):
        if len(found) == 1:
            return Meant(found.pop(), sure=False)
    return None


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
    return " ".join(sorted(word for word in text.split() if word not in (*_ANSWER_NOISE, "dan", "serta")))


_FORMS: Final[tuple[Callable[[str], str], ...]] = (str, _joined, _bare)


def _alike(one: str, other: str) -> bool:
    """Whether two spellings are near; the cheap bounds come first, for a table may hold thousands of unknown words."""
    if abs(len(one) - len(other)) >= 8:
        return False
    match = SequenceMatcher(None, one, other, autojunk=False)
    return all(bound() >= _CLOSE for bound in (match.real_quick_ratio, match.quick_ratio, match.ratio))
