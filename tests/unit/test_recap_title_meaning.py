"""What a title means: by the known words that are left of it, and never by more than it says."""

import pytest
from recap_tables import HEADER, ROW, book
from test_recap_doubts import CATALOGUE, imported

from generator.contributing.table_import.words.column_titles import Columns
from generator.contributing.table_import.words.title_forms import in_full

COLUMNS = Columns(CATALOGUE.registry)


def meaning(title):
    column = COLUMNS.title_of(title)
    return ".".join(column.path) if column else ""


# fmt: off
KNOWN = {
    "nama": (
        "Nm Inovasi", "Nama Inovsi", "Nama Innovasi", "Daftar Nama Inovasi", "Inovasi Daerah", "INOVASI YANG DILAKUKAN",
        "Inovasi Pelayanan Publik (Nama)", "(Nama) Inovasi", "Nama Inovasi OPD", "Judul Karya Inovasi",
        "Apa nama inovasinya?", "Inovasi Desa", "Puskesmas / Judul", "Kecamatan / Nama Inovasi",
        "Apa nama inovasinya?", "Inovasi Desa", "Inovasi Desa/Kelurahan", "INOVASI PUSKESMAS", "Karya Inovasi",
    ),
    "perangkat_daerah": (
        "Nama PD", "Prangkat Daerah", "Pilih Perangkat Daerah", "Instansi Pengusul Inovasi :", "OPD yang mengusulkan",
        "Satuan Kerja Perangkat Daerah (SKPD)", "Dinas/Badan/Kantor/Kecamatan", "Dari OPD mana inovasi ini berasal?",
    ),
    "ringkasan": ("Diskripsi Inovasi", "Ringkasan Proposal (maksimal 200 kata)", "Profil Ringkas Inovasi"),
    "bentuk": (
        "Btk Inovasi", "BENTUK INOVASI 1)", "Bentuk Inovasi sesuai PP 38/2017", "Bentuk Inovasi Pemda",
        "Bentuk Inovasi Daerah menurut Permendagri 104/2018", "Klasifikasi Bentuk Inovasi", "Kategori/Bentuk",
        "Bentuk Inovasi Daerah yang dipilih", "Inovasi Tata Kelola / Pelayanan Publik / Lainnya",
    ),
    "urusan": (
        "Jenis Urusan", "Jns Urusan Pemerintahan", "Bid. Urusan", "URUSAN PEMERINTAHAN KONKUREN", "Urusan yg Ditangani",
        "Urusan Pemerintahan yang Menjadi Kewenangan Daerah", "Mohon pilih urusan inovasi daerah",
    ),
    "jenis": ("DIGITAL ATAU NON DIGITAL", "Apakah inovasi ini digital atau non digital?", "Kategori Jenis Inovasi"),
    "tahapan": (
        "Thp Inovasi", "Status Tahapan Inovasi", "Posisi Tahapan", "Inisiatif / Uji Coba / Penerapan",
        "Status Inovasi (Inisiatif, Uji Coba, Penerapan)", "Tahapan per Desember 2025",
    ),
    "riwayat.inisiatif": (
        "Waktu Munculnya Ide Inovasi", "Kapan ide inovasi ini pertama kali muncul?", "Tahun digagas",
    ),
    "riwayat.penerapan": ("Sejak kapan dipakai", "Diterapkan sejak", "Kapan inovasi mulai diterapkan? (bulan saja)"),
    "riwayat.dihentikan": ("Tanggal berhenti", "Tgl. Penghentian"),
    "tahun": ("Dimulai", "Bln mulai"),
    "anggaran.jumlah": ("Biaya Inovasi", "Anggaran TA 2025", "Anggaran Pelaksanaan (Rp)", "APBD 2023", "Dana Desa (ribu rupiah)"),
    "anggaran.sumber": ("Sbr Dana", "Sumber dana yang digunakan"),
    "unit.nama": ("Bidang/UPTD yang mengelola inovasi", "Bidang/Bagian pada OPD", "Sub Unit Kerja"),
    "lokasi.tempat": ("Kelurahan/Desa/Nagari", "Desa lokasi", "Tempat Pelaksanaan", "Lokasi Inovasi Desa"),
    "inisiator": ("Penggagas / Inisiator", "Pencetus Ide"),
    "manfaat": ("Klp. Penerima Manfaat", "Kelompok Sasaran", "Kegunaan / Manfaat Inovasi", "Dampak dan Manfaat", "Uraian Manfaat"),
    "masalah": ("Uraian Singkat Masalah", "Masalah Utama", "Apa yang melatarbelakangi inovasi ini?"),
    "kebaruan": ("NOVELTY / KEBARUAN", "Jelaskan sisi kebaruan atau nilai tambah inovasi"),
    "kolaborator.nama": ("Pihak yg Bekerjasama", "Sebutkan mitra yang terlibat dalam inovasi"),
    "penghargaan.nama": ("PENGHARGAAN YG DIPEROLEH", "Nama Penghargaan Inovasi"),
}
#: Titles beside which no known one may be heard.
UNKNOWN = (
    # who somebody is
    "Nama Inovator", "Nama Ketua Tim", "Nama Pemda", "Nama Daerah", "Nama Kepala OPD", "Nama Penanggung Jawab OPD",
    "Nama Pengisi Data Inovasi", "Nama Juri Inovasi", "Nama Pengelola Inovasi", "Nama Inovasi dan Inovator",
    "Nama/NIP", "Nama, NIP, Jabatan", "Nama Lengkap", "Tempat, Tanggal Lahir", "Tempat/Tanggal Lahir", "Tempat Tinggal",
    "Tanggal Lahir", "Jns Kel", "Kontak PIC", "Email", "Penghargaan Inovator", "Inisiator dan Tim",
    # another thing than the innovation's
    "Nama Kegiatan", "Nama Program", "Nama Dokumen Inovasi", "Nama Inovasi yang Direplikasi", "Judul Video",
    "Jenis Dokumen", "Jenis Layanan", "Jenis Lomba", "Bentuk Dukungan", "Bentuk Kerja Sama", "Bentuk Penghargaan",
    "Status HKI", "Status Inovasi", "Status Anggaran", "Status Desa", "Tahapan Lomba", "Tahap Pencairan",
    "Urusan Kepegawaian", "Urusan Surat", "Kategori Lomba", "Kategori Desa", "Kategori Inovasi", "Klasifikasi",
    "Ringkasan Anggaran", "Rincian Anggaran", "Uraian Tugas", "Manfaat Anggaran", "Hasil Penilaian", "Hasil Uji Coba",
    "Regulasi Inovasi (skor)", "Dana Desa", "APBD",
    "Sumber Ide", "Sumber Daya Manusia", "Dasar Penilaian", "Bidang Keahlian", "Bukti Dukung", "Link Video",
    "Kode OPD", "Alamat OPD", "Kepala Dinas", "OPD Terkait", "OPD yang Mereplikasi", "Instansi Pembina",
    "Perangkat Daerah Lain", "Desa yang Mereplikasi", "Lokasi Lomba", "Instansi Pemberi Penghargaan",
    # counts, plans, and days of something else
    "Jumlah Penerima", "Jumlah Inovasi", "Jumlah OPD", "Jumlah Desa", "2 Kecamatan", "11 inovasi dari 5 OPD",
    "Target Anggaran", "Rencana Penerapan", "Lama Penerapan", "Tanggal SK", "Tahun Lahir", "Waktu Lomba", "Capaian 2024", "Penerapan Tgl", "Manfaat 2",
    # two columns in one, captions, answers, help, remarks
    "Bentuk dan Jenis Inovasi", "Masalah dan Solusi", "Tahapan dan Tanggal", "DAFTAR INOVASI PERANGKAT DAERAH",
    "Digital dan Non Digital", "(√) Inisiatif (  ) Uji coba (  ) Penerapan", "(diisi uraian minimal 300 kata)",
    "Pernah dijalankan di 3 desa", "sudah ada SK", "Keterangan", "Keterangan Lain-lain", "Pilih", "Daftar",
    # words of their own that are a letter away from known ones
    "Tanggal Penetapan", "Tanggal Penyerapan", "Tanggal Ditetapkan", "Jurusan", "Urutan", "Makalah", "Peringkat",
    "Kontrak", "Tunggal", "Strategi", "Sidang",
)
# fmt: on


@pytest.mark.parametrize(("path", "title"), [(path, title) for path, titles in KNOWN.items() for title in titles])
def test_a_title_is_known_by_the_words_that_are_left_of_it(path, title):
    assert meaning(title) == path


@pytest.mark.parametrize("title", UNKNOWN)
def test_a_title_that_says_more_than_a_known_one_is_not_known(title):
    assert meaning(title) == ""


@pytest.mark.parametrize(
    ("word", "right"),
    [("prangkat", "perangkat"), ("innovasi", "inovasi"), ("diskripsi", "deskripsi"), ("btk", "bentuk")],
)
def test_a_word_cut_short_or_with_a_slip_of_one_letter_is_the_one_word_that_it_can_be(word, right):
    assert in_full(word) == right


@pytest.mark.parametrize("word", ["penetapan", "penyerapan", "ditetapkan", "tinggal", "peringkat", "jurusan", "urutan"])
def test_a_word_of_its_own_is_no_slip(word):
    assert in_full(word) == word


def test_what_was_done_is_the_name_where_no_other_column_is_and_the_summary_beside_one():
    title = "Inovasi yang Dilakukan"
    for other in ("Nama Inovasi", "Ringkasan"):
        heads = [title if head == other else head for head in HEADER]
        [data], remarks = imported(book([heads, ROW]))
        assert (data["nama"], data["ringkasan"], remarks) == (ROW[1], ROW[2], [])


def test_what_calls_innovations_over_other_titles_makes_no_other_columns_of_these():
    heads = [["OPD", "INOVASI YANG DILAKUKAN", *[None] * 4], [None, "Nama", "Uraian singkat", *HEADER[3:]]]
    [data], remarks = imported(book([*heads, ROW], merged=["B1:F1", "A1:A2"]))
    assert (data["nama"], data["bentuk"], remarks) == (ROW[1], "pelayanan-publik", [])


def test_persons_below_a_title_of_who_had_the_idea_are_asked_for_no_choice():
    rows = [[*ROW, "Budi Santoso"], [ROW[0], "Kelas Ayah", *ROW[2:], "Siti Aminah"]]
    data, remarks = imported(book([[*HEADER, "Penggagas"], *rows]))
    assert not any("inisiator" in one for one in data)
    assert [one.asked for one in remarks] == [None, None]
    [one], _ = imported(book([[*HEADER, "Penggagas"], [*ROW, "Masyarakat"]]))
    assert one["inisiator"] == "masyarakat"
