"""What recap tables call our columns, in one place.

The titles are those of the national input form of the innovation index and of recaps seen in regencies. Labels and
keys of the models need no entry here: they are known anyway.
"""

from collections.abc import Mapping
from typing import Final

# fmt: off
#: Keys of a value (or the name of a special column) -> further titles, as `spelling.folded` leaves them.
TITLES: Final[Mapping[str, tuple[str, ...]]] = {
    "perangkat_daerah": (
        "opd", "skpd", "instansi", "opd pengampu", "nama opd uptd puskesmas", "pemilik", "dinas", "dinas badan",
        "dibuat oleh", "opd kecamatan", "unit kerja", "satuan kerja", "satker", "organisasi perangkat daerah", "pd",
        "perangkat daerah unit kerja", "dinas badan kecamatan",
    ),
    "slug": ("slug", "nama berkas", "alamat tetap"),
    "tahapan": ("stage", "tahapan", "tahapan kematangan"),
    "nama": (
        "title of innovation", "innovation name", "name of innovation", "judul", "inovasi", "quick win", "quick wins",
    ),
    "ringkasan": ("deskripsi singkat", "gambaran singkat", "gambaran umum",
        "profil ringkas", "narasi singkat", "executive summary", "short description", "description", "uraian singkat",
        "deskripsi", "uraian", "penjelasan", "keterangan singkat", "resume", "sinopsis", "yang dilakukan",
        "kegiatan yang dilakukan", "tentang inovasi", "inti inovasi", "isi inovasi", "abstrak", "intisari",
        "ringkasan eksekutif", "profil singkat", "gambaran inovasi",
    ),
    "jenis": ("type of innovation", "digital nondigital", "digital non digital"),
    "inisiator": ("penggagas", "pencetus", "pemrakarsa", "penginisiasi"),
    "urusan+": (
        "urusan beririsan", "urusan pemerintahan beririsan", "urusan terkait", "urusan lain beririsan",
        "urusan pemerintahan lain beririsan", "urusan lainnya", "urusan pemerintahan lainnya", "urusan tambahan",
        "urusan pendukung", "urusan lain yang terkait", "urusan pemerintahan lain yang terkait",
    ),
    "masalah": ("permasalahan", "latar belakang", "isu", "isu strategis", "kondisi permasalahan", "rumusan masalah"),
    "solusi": (
        "alur", "alur kerja", "alur pelayanan", "prosedur", "rancang bangun", "cara kerja",
        "rancang bangun dan pokok perubahan", "mekanisme", "mekanisme kerja", "konsep inovasi", "metode pelaksanaan",
        "tata cara pelaksanaan",
    ),
    "kebaruan": ("novelty", "nilai tambah", "pokok perubahan", "keunggulan", "keunikan"),
    "manfaat": ("kegunaan", "kemanfaatan", "dampak", "manfaat bagi masyarakat", "kebermanfaatan"),
    "manfaat+penerima": (
        "beneficiaries", "penerima manfaat", "sasaran penerima manfaat", "kelompok sasaran", "sasaran penerima",
        "sasaran pengguna",
    ),
    "solusi+tujuan": ("tujuan", "maksud dan tujuan"),
    "manfaat+hasil": ("hasil", "capaian", "output", "outcome"),
    "cara_memakai.langkah": ("langkah", "langkah pemakaian", "cara memakai", "cara menggunakan"),
    "cara_memakai.biaya": ("biaya", "tarif"),
    "cara_memakai.waktu": ("waktu layanan",),
    "cara_memakai.syarat": ("syarat", "persyaratan"),
    "lokasi.kecamatan": ("kecamatan",),
    "lokasi.tempat": (
        "kelurahan", "nagari", "gampong", "kampung", "lokasi", "tempat", "desa", "asal desa", "wilayah",
        "cakupan wilayah", "lokus",
    ),
    "unit.nama": (
        "unit pelayanan", "sub unit", "bagian", "seksi", "sub unit kerja", "unit kerja pengelola", "upt", "uptd",
        "puskesmas", "unit", "sekolah", "unit kerja sekolah", "satuan pendidikan", "asal sekolah", "faskes",
        "fasilitas kesehatan", "ruang", "ruangan", "instalasi", "unit layanan", "poli", "poliklinik", "upp",
        "unit pelayanan publik", "unit penyelenggara pelayanan", "unit penyelenggara pelayanan publik",
        "unit penyelenggara layanan",
    ),
    "hasil.ukuran": (
        "indikator hasil", "indikator capaian", "hasil indikator kinerja", "indikator kinerja",
        "indikator keberhasilan", "hasil uraian",
    ),
    "hasil.satuan": ("capaian satuan",),
    "hasil.sebelum": (
        "capaian sebelum", "kinerja sebelum", "data sebelum", "nilai sebelum", "capaian awal", "hasil awal",
    ),
    "hasil.sesudah": (
        "capaian sesudah", "kinerja sesudah", "data sesudah", "nilai sesudah", "capaian setelah", "hasil setelah",
        "kinerja setelah", "capaian akhir", "hasil akhir",
    ),
    "kolaborator.nama": (
        "instansi terlibat", "pihak yang bekerja sama", "mitra", "kolaborator", "stakeholder", "kolaborasi",
        "pihak terlibat", "pihak terkait", "instansi terkait", "kerjasama",
    ),
    "kontak.kantor": ("kantor", "kontak bidang", "kontak bagian", "kontak unit", "bidang bagian kontak"),
    "kontak.telepon": ("telepon opd", "telepon instansi", "telepon kantor", "telepon layanan"),
    "kontak.surel": ("email opd", "email instansi", "surel", "surel kantor", "email kantor"),
    "dasar_hukum.judul": (
        "peraturan", "dasar hukum", "regulasi", "no sk", "sk penetapan", "payung hukum", "sk", "landasan hukum",
        "produk hukum", "sk perbup", "sk kepala daerah",
    ),
    "penghargaan.nama": ("penghargaan", "prestasi"),
    "tautan.url": (
        "situs", "alamat situs", "alamat web", "tautan", "link", "link aplikasi", "alamat aplikasi", "tautan aplikasi",
        "website", "url", "alamat website", "alamat url", "laman", "alamat laman",
    ),
    "anggaran.jumlah": (
        "biaya inovasi", "biaya pelaksanaan", "biaya pembuatan", "biaya pengembangan", "anggaran", "biaya anggaran",
        "pagu anggaran", "pagu", "dana", "pembiayaan", "pembiayaan nilai", "pembiayaan jumlah", "jumlah dana",
        "biaya jumlah", "biaya dan sumber", "biaya dan sumber dana", "biaya dan asal dana", "biaya serta sumber",
        "dukungan anggaran", "dukungan dana", "dukungan pendanaan", "dukungan pembiayaan",
    ),
    "anggaran.tahun": ("ta", "t a", "tahun apbd", "tahun pembiayaan"),
    "anggaran.sumber": ("sumber dana", "dana asal", "biaya sumber", "pembiayaan sumber"),
    "sumber.judul": ("sumber", "sumber data"),
}
#: Before the name of an event in the title of a column with its dates: `Waktu Uji Coba`.
DATED: Final = ("tanggal", "waktu", "tahun", "bulan", "mulai", "waktu pelaksanaan")
#: Slug of an event -> what columns call it besides its label.
EVENTS: Final[Mapping[str, tuple[str, ...]]] = {
    "inisiatif": ("gagasan", "perencanaan", "inisiasi", "ide", "digagas", "dicetuskan", "perancangan", "dirancang"),
    "uji-coba": ("ujicoba", "pengujian", "diujicobakan", "diuji cobakan", "diuji coba", "diujicoba",
        "percobaan", "dicoba", "dicobakan"),
    "penerapan": (
        "implementasi", "pelaksanaan", "diterapkan", "diimplementasikan", "launching", "peluncuran", "diluncurkan",
        "dilaksanakan", "dijalankan", "berjalan", "dipakai", "digunakan", "dimanfaatkan", "beroperasi", "dioperasikan",
        "terap",
    ),
    "pengembangan": ("dikembangkan", "pengembangan terakhir"),
    "dilaporkan": ("laporan", "pelaporan", "lapor", "rekap"),
    "dihentikan": ("penghentian", "berhenti"),
}
#: Words around the name of an event that make no other date of it: `Tgl. mulai diterapkan`.
AROUND_EVENTS: Final = frozenset([
    "tanggal", "tgl", "waktu", "tahun", "thn", "bulan", "mulai", "dimulai", "mulainya", "inovasi", "daerah", "dan",
    "atau", "sejak", "terakhir", "masa", "kapan", "resmi", "awal", "pertama", "kali", "secara", "periode", "kegiatan",
    "sudah", "telah", "berapa", "ini", "tersebut", "jangka", "rentang", "muncul", "munculnya", "lahirnya",
])
#: Words in a title that a column of these choices may have, if its cells are those: `Kelompok Inovasi`, `Bidang`.
HINTS: Final[Mapping[str, str]] = {
    "kelompok": "bentuk", "kategori": "bentuk", "klasifikasi": "bentuk", "bidang": "urusan", "sektor": "urusan",
    "tipe": "jenis", "penggagas": "inisiator", "pengusul": "inisiator", "inisiatif": "inisiator",
    "pencetus": "inisiator", "pemrakarsa": "inisiator", "inisiasi": "inisiator",
}
#: Columns that hold a year and do not say of what.
ALONE: Final = (
    "tahun", "year", "thn", "waktu", "tanggal", "tahun data", "tahun usulan", "tahun mulai", "tahun dimulai", "dimulai",
    "bulan mulai", "bulan dimulai", "tanggal dimulai", "waktu dimulai",
    "mulai", "tanggal mulai", "tgl mulai", "waktu mulai", "mulai tahun", "tahun pembuatan", "tahun dibuat",
    "tahun inovasi", "tahun inovasi dibuat", "bulan tahun", "tahun kegiatan", "tmt", "mulai kapan",
    "sejak kapan", "kapan mulai",
)
#: Titles above others that make no other column of these: `Klasifikasi` above `Bentuk`.
NEUTRAL_GROUPS: Final = frozenset([
    "klasifikasi", "kategori", "data", "profil", "identitas", "informasi", "uraian", "penjelasan", "rincian", "umum",
    "waktu", "jadwal", "inovasi", "daerah", "tanggal", "tahun", "bulan", "dan", "deskripsi", "gambaran", "detail",
    "isian", "kelengkapan", "pengelompokan", "substansi",
    "pelaksanaan", "keterangan", "kegiatan", "tambahan", "teknis", "administrasi", "pokok", "materi", "isi", "narasi",
    "tahapan", "perkembangan", "singkat", "mengenai", "tentang", "program",
])
#: Further words of a question of a form.
ASKING: Final = frozenset([
    "bagaimana", "berada", "berapa", "dikelola", "jumlah", "kah", "kami", "kapan", "kategori", "kita", "masuk",
    "merupakan", "milik", "mulai", "paling", "saat", "sampai", "sekarang", "sesuai", "singkat", "tepat", "terkait",
    "utama",
])
#: Columns of row numbers.
NUMBERING: Final = ("no", "nomor", "no urut", "nomor urut", "#", "nr", "urut")
#: Words of titles that are cut short, or spelt in another way.
IN_FULL: Final[Mapping[str, str]] = {
    "thn": "tahun", "th": "tahun", "tgl": "tanggal", "bln": "bulan", "jml": "jumlah", "jlh": "jumlah", "nm": "nama",
    "jdl": "judul", "inov": "inovasi", "drh": "daerah", "jns": "jenis", "btk": "bentuk", "klp": "kelompok",
    "sbr": "sumber", "thp": "tahapan", "tahap": "tahapan", "yg": "yang", "nomer": "nomor", "nmr": "nomor",
    "kec": "kecamatan", "telp": "telepon", "tlp": "telepon", "kerjasama": "kerja sama", "bekerjasama": "bekerja sama",
    "desk": "deskripsi", "angg": "anggaran", "tsb": "tersebut", "inovatif": "inovasi", "pemerintahan": "pemerintah",
    "kab": "kabupaten", "bid": "bidang", "ujicoba": "uji coba", "innovation": "inovasi",
}
#: Words that say nothing of a column, where its title begins and further on.
FIRST: Final = frozenset([
    "inovasi", "daerah", "pilih", "pilihan", "pilihlah", "mohon", "harap", "silakan", "sebutkan", "tuliskan", "tulis",
    "isikan", "isilah", "jelaskan", "uraikan", "ceritakan", "salah", "satu",
])
FILLING: Final = FIRST | frozenset([
    "wajib", "diisi", "isian", "isi", "boleh", "lebih", "ini", "itu", "tersebut", "dimaksud", "yang",
    "berikut", "di", "pada", "dalam", "untuk", "dari", "oleh", "dengan", "ke", "secara", "tentang", "mengenai",
    "terhadap", "sebagai", "adalah", "apa", "apakah", "mana", "siapa", "saja", "anda", "saudara", "bapak", "ibu", "dan",
    "atau", "serta", "sudah", "telah", "sedang", "akan", "pernah", "maks", "maksimal", "minimal", "kata", "kalimat",
    "paragraf", "of", "the", "dipilih", "dibuat", "diusulkan", "diajukan", "dilaksanakan", "dilakukan", "dijalankan",
    "dikembangkan", "digunakan", "diperoleh", "didapat", "didapatkan", "diraih", "diterima", "dicapai", "dimiliki",
    "dirasakan", "ditangani", "diampu", "dihasilkan", "diterapkan", "dilombakan", "didaftarkan", "dihadapi",
    "diberikan", "menjadi", "termasuk", "berasal", "ada", "terbaru", "bersangkutan", "dapat", "dihubungi",
])
#: Whose an innovation is, behind that word: `Bentuk Inovasi Pemda`.
OFFICES: Final = frozenset([
    "pemda", "opd", "skpd", "puskesmas", "kabupaten", "kota", "desa", "dinas", "unit", "sekolah", "kecamatan",
])
#: What follows is only what the column accords with: `sesuai PP 38/2017`.
ACCORDING: Final = frozenset(["sesuai", "menurut", "berdasarkan", "mengacu"])
_CHOICE: Final = frozenset(["jenis", "kategori", "klasifikasi", "macam", "tipe", "nama"])
_TOLD: Final = frozenset([
    "deskripsi", "uraian", "gambaran", "penjelasan", "narasi", "sisi", "aspek", "unsur", "singkat", "umum",
])
_OWNER: Final = frozenset([
    "pengusul", "pengampu", "pelaksana", "penanggung", "jawab", "pemilik", "pengelola", "inovator", "pembuat",
    "penyelenggara", "pemrakarsa", "pengembang", "mengusulkan", "mengelola", "melaksanakan", "mengampu", "memiliki",
    "mengajukan", "membuat", "menangani",
])
_DONE: Final = frozenset(["pelaksanaan", "penerapan", "kegiatan", "program"])
#: Key of a value or group -> words that say nothing of the column before its title, and behind it.
BEFORE: Final[Mapping[str, frozenset[str]]] = {
    "nama": frozenset(["bidang", "seksi", "kelompok", "kategori"]),
    "bentuk": _CHOICE, "urusan": _CHOICE | {"bidang"}, "jenis": _CHOICE - {"jenis", "nama"},
    "inisiator": _CHOICE - {"nama"},
    "tahapan": _CHOICE | {"status", "posisi", "perkembangan", "progres", "sampai"},
    "perangkat_daerah": frozenset(["nama", "asal"]), "unit.nama": frozenset(["nama", "bidang"]),
    "lokasi": frozenset(["nama", "lokasi", "wilayah"]),
    "kolaborator.nama": frozenset(["nama", "daftar", "pihak"]),
    "penghargaan.nama": frozenset(["nama", "daftar", "apresiasi"]),
    "dasar_hukum.judul": frozenset(["nama", "daftar", "nomor", "judul"]),
    "masalah": _TOLD, "solusi": _TOLD | {"tata"}, "kebaruan": _TOLD | {"nilai"},
    "manfaat": _TOLD | {"jumlah", "kelompok"},
    "kontak": frozenset(["no", "nomor"]),
    "anggaran.jumlah": frozenset(["jumlah", "total", "nilai", "besaran", "besar", "alokasi"]),
}
BEHIND: Final[Mapping[str, frozenset[str]]] = {
    "urusan": frozenset(["pemerintah", "kewenangan", "konkuren", "utama", "penunjang", "pemda"]),
    "tahapan": frozenset(["saat", "sekarang", "terakhir", "terkini", "perkembangan"]),
    "perangkat_daerah": _OWNER | {"asal"}, "inisiator": frozenset(["ide", "gagasan", "utama"]),
    "unit.nama": _OWNER | {"opd", "bidang", "bagian", "seksi", "upt", "uptd"},
    "kolaborator.nama": frozenset(["terlibat", "terkait", "kerja", "sama", "bekerja", "kolaborasi"]),
    "ringkasan": frozenset(["singkat", "ringkas", "umum", "proposal", "usulan", "program", "kegiatan"]),
    "anggaran": _DONE | {"rp", "rupiah"}, "lokasi": _DONE, "dasar_hukum.judul": _DONE | {"pendukung"},
    "masalah": frozenset(["utama", "sebelum"]), "solusi": _DONE | {"utama"},
    "manfaat": frozenset(["utama", "nyata", "positif", "langsung"]),
}
#: What the name of an innovation may be called beside it: `Judul Karya Inovasi`.
WORKS: Final = frozenset([
    "nama", "judul", "program", "produk", "aplikasi", "layanan", "karya", "kegiatan", "proposal", "usulan", "sistem",
    "terobosan", "singkat", "lengkap", "resmi", "ide", "gagasan",
])
#: Words behind it that make the name of somebody else of it, or of another innovation.
OF_PEOPLE: Final = frozenset([
    "inovator", "pic", "ketua", "inisiator", "pengusul", "penggagas", "penanggung", "pengelola", "koordinator",
    "kolaborator", "mitra", "pemilik", "penemu", "pegawai", "pelaksana", "tim", "direplikasi", "replikasi",
    "mereplikasi", "sebelumnya", "lama", "asal", "pembanding", "serupa",
])
#: Words of their own that are a letter away from those of titles.
NO_SLIPS: Final = frozenset([
    "peringkat", "tangga", "tunggal", "tanggul", "tinggal", "gampang", "sumbar", "langka", "seolah", "diatas", "statis",
    "strategi",
])
# fmt: on
