"""Further words for the words of choice, as people write them in recaps.

Slugs and labels of the registry need no entry here: they are known anyway.
"""

from collections.abc import Mapping
from typing import Final

# fmt: off
#: Vocabulary -> slug -> further words for it, as `spelling.folded` leaves them.
ANSWERS: Final[Mapping[str, Mapping[str, tuple[str, ...]]]] = {
    "bentuk": {
        "tata-kelola": ("tata kelola", "inovasi tata kelola pemerintah daerah", "tk"),
        "pelayanan-publik": ("pelayanan", "yanlik", "yan publik", "yanpublik", "yanblik", "layanan publik"),
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
        "pemberdayaan-masyarakat-dan-desa": (
            "pmd", "masyarakat dan desa", "pemdes", "pemerintahan desa", "pemberdayaan desa",
        ),
        "kearsipan": ("arsip", "arsip daerah"),
        "lingkungan-hidup": ("lingkungan", "lh", "lingk hidup", "lingk"),
        "pekerjaan-umum-dan-penataan-ruang": (
            "pupr", "pekerjaan umum", "pu", "penataan ruang", "tata ruang",
        ),
        "administrasi-kependudukan": (
            "adminduk", "dukcapil", "adminduk dan capil", "adminduk capil", "pencatatan sipil", "capil",
            "kependudukan dan capil", "kependudukan capil", "kependudukan dan pencatatan sipil",
            "administrasi kependudukan dan capil", "administrasi kependudukan capil", "catatan sipil",
            "kependudukan dan catatan sipil", "kependudukan catatan sipil",
            "administrasi kependudukan dan catatan sipil",
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
# fmt: on
