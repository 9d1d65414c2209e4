"""What recap tables call our columns, in one place.

The titles are those of the national input form of the innovation index and of recaps seen in regencies. Labels and
keys of the models need no entry here: they are known anyway.
"""

import re
from collections.abc import Mapping
from typing import Final

from generator.text.spelling import folded

# fmt: off
#: Keys of a value (or the name of a special column) -> further titles, as `spelling.folded` leaves them.
TITLES: Final[Mapping[str, tuple[str, ...]]] = {
    "perangkat_daerah": (
        "perangkat daerah", "nama perangkat daerah", "opd", "nama opd", "skpd", "nama skpd", "instansi",
        "nama instansi", "perangkat daerah pengusul", "opd pengusul", "perangkat daerah pengampu", "opd pengampu",
        "nama opd uptd puskesmas", "pemilik", "asal opd", "dinas", "dinas badan", "dibuat oleh", "opd kecamatan",
        "unit kerja", "satuan kerja", "satker", "organisasi perangkat daerah", "nama organisasi perangkat daerah",
        "opd pelaksana", "perangkat daerah pelaksana", "opd inovator", "instansi pelaksana", "skpd opd", "pd",
        "perangkat daerah unit kerja", "opd penanggung jawab", "asal perangkat daerah", "dinas badan kecamatan",
        "opd instansi", "nama opd instansi", "nama dinas", "nama instansi opd", "perangkat daerah instansi",
        "opd pemilik inovasi", "perangkat daerah penanggung jawab",
    ),
    "slug": ("slug", "nama berkas", "alamat tetap"),
    "tahapan": ("tahapan", "tahap", "tahapan kematangan", "tahapan saat ini", "tahap saat ini"),
    "nama": (
        "judul", "judul inovasi", "inovasi", "nama produk inovasi", "nama program inovasi", "nama", "inovasi nama",
        "nama inovasi pelayanan publik", "nama aplikasi inovasi", "nama judul inovasi", "judul nama inovasi",
        "nama inovasi aplikasi", "nama inovasi judul", "inovasi nama", "nama kegiatan inovasi",
        "nama layanan inovasi", "quick win", "quick wins",
    ),
    "ringkasan": (
        "deskripsi singkat", "uraian singkat", "gambaran singkat", "deskripsi", "penjelasan singkat", "uraian",
        "inovasi uraian singkat", "gambaran umum", "penjelasan", "keterangan singkat", "deskripsi inovasi",
        "ringkasan singkat", "ringkasan inovasi", "resume", "resume inovasi", "penjelasan singkat inovasi",
        "keterangan singkat inovasi", "deskripsi ringkas", "uraian ringkas", "sinopsis", "apa yang dilakukan",
        "yang dilakukan", "kegiatan yang dilakukan", "apa inovasinya", "tentang inovasi", "inti inovasi", "isi inovasi",
        "abstrak", "intisari", "ringkasan eksekutif", "profil singkat", "penjelasan kegiatan", "uraian kegiatan",
        "gambaran inovasi",
    ),
    "jenis": ("digital nondigital", "digital non digital", "jenis digital non digital"),
    "inisiator": ("penginisiasi", "inisiator oleh"),
    "urusan": (
        "urusan pemerintahan utama", "urusan pemerintahan daerah", "urusan pemerintahan", "urusan utama",
        "urusan wajib", "bidang urusan", "urusan yang menjadi kewenangan", "urusan pemerintah",
    ),
    "urusan+": (
        "urusan beririsan", "urusan lain yang beririsan", "urusan pemerintahan beririsan", "urusan terkait",
        "urusan lain beririsan", "urusan pemerintahan lain", "urusan pemerintahan lain yang beririsan",
        "urusan pemerintahan lain beririsan", "urusan lain", "urusan lainnya", "urusan pemerintahan lainnya",
        "urusan tambahan", "urusan pendukung", "urusan yang beririsan", "urusan pemerintahan yang beririsan",
        "urusan lain yang terkait", "urusan pemerintahan lain yang terkait",
    ),
    "masalah": (
        "permasalahan", "latar belakang", "latar belakang masalah", "masalah yang dihadapi", "isu permasalahan",
        "isu", "masalah yang diatasi", "isu strategis", "masalah yang diselesaikan", "kondisi permasalahan",
        "rumusan masalah",
    ),
    "solusi": (
        "rancang bangun", "solusi", "cara kerja", "rancang bangun dan pokok perubahan",
        "rancang bangun dan pokok perubahan yang dilakukan",
        "rancang bangun dan pokok perubahan yang akan dilakukan", "mekanisme", "mekanisme kerja",
        "cara kerja inovasi", "konsep inovasi", "metode pelaksanaan", "tata cara pelaksanaan",
    ),
    "kebaruan": (
        "unsur kebaruan", "pokok perubahan", "keunggulan", "kebaruan dan keunggulan", "kebaruan inovasi",
        "nilai kebaruan", "keunikan", "aspek kebaruan",
    ),
    "manfaat": (
        "manfaat yang diperoleh", "kemanfaatan", "dampak", "manfaat bagi masyarakat", "dampak manfaat",
        "manfaat inovasi bagi masyarakat", "manfaat dan dampak", "kebermanfaatan",
    ),
    "manfaat+penerima": ("penerima manfaat", "sasaran penerima manfaat", "penerima manfaat inovasi"),
    "solusi+tujuan": ("tujuan", "maksud dan tujuan"),
    "manfaat+hasil": (
        "hasil", "hasil yang diperoleh", "capaian", "output", "outcome", "hasil yang dicapai", "hasil dan dampak",
        "capaian inovasi", "hasil capaian",
    ),
    "cara_memakai.langkah": ("langkah", "langkah pemakaian", "cara memakai", "cara menggunakan"),
    "cara_memakai.biaya": ("biaya", "tarif"),
    "cara_memakai.waktu": ("waktu layanan",),
    "cara_memakai.syarat": ("syarat", "persyaratan"),
    "lokasi.kecamatan": ("kecamatan", "kecamatan lokasi", "lokasi kecamatan", "wilayah kecamatan", "nama kecamatan"),
    "lokasi.tempat": (
        "lokasi", "tempat", "desa", "lokasi desa", "nama desa", "desa asal", "asal desa", "desa kelurahan",
        "lokasi penerapan", "wilayah", "wilayah penerapan", "cakupan wilayah", "lokus", "lokasi pelaksanaan",
        "tempat pelaksanaan", "tempat penerapan", "lokasi kegiatan", "lokus inovasi",
    ),
    "unit.nama": (
        "unit pembuat", "nama unit", "unit pelaksana", "bidang seksi", "upt", "uptd", "nama upt", "nama uptd",
        "puskesmas", "nama puskesmas", "upt puskesmas", "nama upt puskesmas", "nama sekolah",
        "unit", "sekolah", "unit sekolah", "unit kerja sekolah", "unit pengusul", "satuan pendidikan",
        "nama satuan pendidikan", "asal sekolah", "unit penyelenggara",
        "faskes", "nama faskes", "fasilitas kesehatan", "ruang", "ruangan", "nama ruang", "nama ruangan", "instalasi",
        "unit layanan", "poli", "poliklinik", "upp", "nama upp", "unit pelayanan publik", "nama unit pelayanan publik",
        "unit pelayanan", "unit penyelenggara pelayanan", "unit penyelenggara pelayanan publik",
        "unit penyelenggara layanan",
    ),
    "hasil.ukuran": (
        "hasil indikator", "indikator hasil", "capaian indikator", "indikator capaian", "hasil indikator kinerja",
        "indikator kinerja", "ukuran hasil", "indikator keberhasilan", "hasil uraian",
    ),
    "hasil.satuan": ("capaian satuan",),
    "hasil.sebelum": (
        "capaian sebelum", "kinerja sebelum", "data sebelum", "nilai sebelum", "capaian awal", "hasil awal",
    ),
    "hasil.sesudah": (
        "capaian sesudah", "kinerja sesudah", "data sesudah", "nilai sesudah", "capaian setelah", "hasil setelah",
        "kinerja setelah", "capaian akhir", "hasil akhir",
    ),
    "unit.jenis": ("jenis unit",),
    "kolaborator.nama": (
        "mitra", "nama mitra", "mitra kolaborasi", "kolaborator", "nama kolaborator", "stakeholder",
        "pihak yang terlibat", "kolaborasi", "mitra kerja sama", "mitra kerjasama", "pihak terlibat",
        "pihak terkait", "instansi terkait", "kerja sama", "kerjasama",
    ),
    "kontak.kantor": (
        "kantor", "kontak bidang bagian", "kontak bidang", "kontak bagian", "kontak unit", "bidang bagian kontak",
    ),
    "kontak.telepon": ("telepon kantor", "telepon layanan"),
    "kontak.surel": ("surel", "surel kantor", "email kantor"),
    "dasar_hukum.judul": (
        "dasar hukum", "regulasi", "nomor sk", "no sk", "sk penetapan", "payung hukum", "sk", "sk inovasi",
        "landasan hukum", "produk hukum", "dasar hukum sk perbup", "sk perbup", "dasar hukum inovasi",
        "regulasi inovasi", "sk kepala daerah",
    ),
    "penghargaan.nama": ("penghargaan", "prestasi"),
    "tautan.url": (
        "tautan", "link", "link aplikasi", "alamat aplikasi", "tautan aplikasi", "link website", "website", "url",
        "alamat website", "website link", "alamat url", "tautan website", "laman", "alamat laman", "link url",
    ),
    "anggaran.jumlah": (
        "anggaran", "jumlah anggaran", "biaya anggaran", "nilai anggaran", "pagu anggaran", "pagu",
        "besaran anggaran", "alokasi anggaran", "total anggaran", "anggaran yang digunakan", "anggaran kegiatan",
        "dana", "nilai pagu", "pembiayaan", "nilai pembiayaan", "jumlah pembiayaan", "pembiayaan nilai",
        "pembiayaan jumlah", "dana jumlah", "jumlah dana", "biaya jumlah", "besaran dana",
        "biaya dan sumber", "biaya dan sumber dana", "biaya dan sumbernya", "biaya dan asal dana", "biaya serta sumber",
        "dukungan anggaran",
        "dukungan dana", "dukungan pendanaan", "dukungan pembiayaan", "alokasi dana", "nilai dana", "total dana",
    ),
    "anggaran.tahun": (
        "tahun anggaran", "anggaran dan tahun", "anggaran tahun", "ta", "t a", "tahun anggaran kegiatan",
        "thn anggaran", "tahun apbd", "pembiayaan tahun", "tahun pembiayaan",
    ),
    "anggaran.sumber": (
        "sumber dana", "sumber anggaran", "sumber pembiayaan", "sumber pendanaan", "anggaran sumber",
        "dana sumber", "dana asal", "anggaran sumber dana", "biaya sumber", "pembiayaan sumber", "sumber biaya",
    ),
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
        "dilaksanakan", "dijalankan", "berjalan", "dipakai", "digunakan", "dimanfaatkan", "beroperasi", "dioperasikan",
    ),
    "pengembangan": ("dikembangkan", "pengembangan terakhir"),
    "dilaporkan": ("laporan", "pelaporan", "lapor", "rekap"),
    "dihentikan": ("penghentian",),
}
#: Words around the name of an event that make no other date of it: `Tgl. mulai diterapkan`.
AROUND_EVENTS: Final = frozenset([
    "tanggal", "tgl", "waktu", "tahun", "thn", "bulan", "mulai", "dimulai", "mulainya", "inovasi", "daerah", "dan",
    "atau", "sejak", "terakhir", "masa", "kapan", "resmi", "awal", "pertama", "kali", "secara", "periode", "kegiatan",
    "sudah", "telah", "berapa", "ini", "tersebut", "jangka", "rentang",
])
#: Words in a title that a column of these choices may have, if its cells are those: `Kelompok Inovasi`, `Bidang`.
HINTS: Final[Mapping[str, str]] = {
    "kelompok": "bentuk", "kategori": "bentuk", "klasifikasi": "bentuk", "bidang": "urusan", "sektor": "urusan",
    "tipe": "jenis", "penggagas": "inisiator", "pengusul": "inisiator", "inisiatif": "inisiator",
    "pencetus": "inisiator", "pemrakarsa": "inisiator", "inisiasi": "inisiator",
}
#: Under which many name the agency whose innovation it is, and some a person or a group.
GIVERS: Final = frozenset([
    "inisiator", "nama inisiator", "inisiator inovasi", "nama inisiator inovasi", "penginisiasi", "nama penginisiasi",
    "penggagas", "nama penggagas", "pencetus", "nama pencetus", "pemrakarsa", "nama pemrakarsa", "nama pengusul",
])
#: Columns that hold a year and do not say of what.
ALONE: Final = (
    "tahun", "tahun inovasi", "thn", "waktu", "tanggal", "tahun data", "tahun usulan", "tahun mulai", "tahun dimulai",
    "mulai", "tanggal mulai", "tgl mulai", "waktu mulai", "mulai tahun", "tahun pembuatan", "tahun dibuat",
    "tahun inovasi dibuat", "bulan tahun", "tahun kegiatan", "tmt", "mulai kapan", "sejak kapan", "kapan mulai",
)
#: Titles above others that make no other column of these: `Klasifikasi` above `Bentuk`.
NEUTRAL_GROUPS: Final = frozenset([
    "klasifikasi", "kategori", "data", "profil", "identitas", "informasi", "uraian", "penjelasan", "rincian", "umum",
    "waktu", "jadwal", "inovasi", "daerah", "tanggal", "tahun", "bulan", "dan", "deskripsi", "gambaran", "detail",
    "isian", "kelengkapan", "pengelompokan", "substansi",
    "pelaksanaan", "keterangan", "kegiatan", "tambahan", "teknis", "administrasi", "pokok", "materi", "isi", "narasi",
    "tahapan", "perkembangan", "singkat", "mengenai", "tentang", "program",
])
#: Words of a question of a form: whom it asks, and how.
ADDRESSED: Final = frozenset(["anda", "saudara", "bapak", "ibu", "tersebut", "dari", "jumlah"])
ASKING: Final = frozenset([
    "apa", "apakah", "mana", "siapa", "kapan", "berapa", "bagaimana", "di", "ke", "yang", "paling", "sesuai", "tepat",
    "termasuk", "jelaskan", "sebutkan", "secara", "singkat", "dengan", "inovasi", "ini", "itu", "merupakan", "adalah",
    "masuk", "dalam", "kategori", "kah", "untuk", "pada", "milik", "kita", "kami", "oleh", "dikelola", "mulai",
    "pilih", "tuliskan", "isi", "isikan", "silakan", "mohon", "terkait", "utama", "opd", "sudah", "sampai", "sekarang",
    "saat", "berada",
])
#: Columns of row numbers.
NUMBERING: Final = ("no", "nomor", "no urut", "nomor urut", "#", "nr", "urut")
#: Words that titles of columns carry or do without.
_TITLE_NOISE: Final = frozenset(["inovasi", "daerah", "wajib", "diisi", "isian"])
# fmt: on


#: Words of titles that are cut short.
_SHORT: Final = {
    "thn": "tahun", "th": "tahun", "tgl": "tanggal", "bln": "bulan", "jml": "jumlah", "nm": "nama", "jdl": "judul",
    "inov": "inovasi", "drh": "daerah",
}  # fmt: skip


#: `Nama Inovasi yang Dilaksanakan`, `Judul Karya Inovasi`.
_NAME_TITLE = re.compile(r"((?:nama|judul)(?: \w+){0,2}) inovasi((?: \w+){0,4})")
#: Words that make the name of somebody else of it, before `inovasi` (`Nama Desa Inovasi`) or wherever they stand.
_OF_OFFICES: Final = frozenset(
    [
        "opd",
        "skpd",
        "perangkat",
        "instansi",
        "unit",
        "tim",
        "dinas",
        "badan",
        "desa",
        "pemda",
        "lomba",
        "kelompok",
        "kegiatan",
    ]
)
_OF_PEOPLE: Final = frozenset(
    [
        "inovator",
        "pic",
        "ketua",
        "inisiator",
        "pengusul",
        "penggagas",
        "penanggung",
        "pengelola",
        "koordinator",
        "kolaborator",
        "mitra",
        "pemilik",
        "penemu",
        "pegawai",
        "pelaksana",
        "tim",
    ]
)


def calls_name(title: str) -> bool:
    """Whether a title calls the name of an innovation, and not that of who made it."""
    match = _NAME_TITLE.fullmatch(folded(title))
    if not match:
        return False
    before, after = set(match[1].split()), set(match[2].split())
    return not (before & (_OF_OFFICES | _OF_PEOPLE) or after & _OF_PEOPLE)


def in_full(title: str) -> str:
    """A title with the words in full that are cut short: `Thn. Mulai`."""
    return " ".join(_SHORT.get(word, word) for word in folded(title).split())


def title_key(title: str) -> str:
    """A column's title without the words and remarks that make no difference."""
    plain = folded(title.partition("(")[0]) or folded(title)
    kept = [word for word in plain.split() if word not in _TITLE_NOISE]
    return " ".join(kept) or plain
