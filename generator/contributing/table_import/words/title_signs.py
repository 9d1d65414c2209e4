"""What a title of a column gives away though it is none that is known: patterns over folded words."""

import re
from typing import Final

from generator.contributing.answers.funds import fund_in
from generator.text.spelling import folded

MONEY = re.compile(r"\b(?:rp|rupiah|anggaran|biaya|pembiayaan|dana|pagu|realisasi)\b")
#: Rupiah in a cell.
IN_RUPIAH = re.compile(r"\b(?:rp\b\.?|rp(?=[0-9])|jt\b|juta\b|ribu\b|rupiah\b|miliar\b)", re.IGNORECASE)
NOT_YET = re.compile(r"\b(?:belum|tidak ada|nihil|menyusul)\b")
#: What a column of agencies is called, with more words than are known.
OFFICE = re.compile(
    r"\b(?:opd|skpd|perangkat daerah|instansi|dinas|badan|pengusul|pengampu|pelaksana|satker|satuan kerja|unit kerja)\b"
)
#: What the label of an office is called whose form it is, and words that make another office of it.
OWN_OFFICE = re.compile(
    r"\b(?:opd|skpd|perangkat daerah|instansi|dinas|satker|satuan kerja|unit|unit kerja|lembaga|asal|upt|uptd|"
    r"puskesmas|sekolah|kantor|bagian|bidang)\b"
)
OTHER_OFFICE = re.compile(
    r"\b(?:terkait|terlibat|mitra|pembina|kerja ?sama|kolabor\w*|lain|lainnya|pemerintah daerah|pemda|jenis|"
    r"alamat|kepala|pimpinan|nip|jabatan|pegawai|pejabat|ketua|inovator|telepon|telp|surel|email|kontak|usul|ide|"
    r"urusan|dana|anggaran|jumlah)\b"
)
#: A title of names that says only whose innovations they are: `Inovasi Desa`, of no villages.
OF_MAKERS = re.compile(
    r"inovasi (?:desa|kelurahan|desa kelurahan|kecamatan|puskesmas|pkm|sekolah|madrasah|unit|unit kerja|upt|uptd|opd)|"
    r"(?:karya|sebutan) inovasi"
)
#: Under which many name the agency whose innovation it is, and some a person or a group.
GIVER = re.compile(
    r"(?:nama )?(?:inisiator|penginisiasi|penggagas|pencetus|pemrakarsa)(?: (?:inovasi|daerah|ide|gagasan|utama))*|"
    r"nama pengusul"
)
#: Who somebody is and what is only planned belong to no entry: nobody is asked for it.
NOT_ASKED = re.compile(
    r"\b(?:nama|nip|nik|hp|wa|whatsapp|pic|kontak|telepon|telp|email|surel|inovator|ketua|tim|pegawai|rencana|target|"
    r"kode|input|entri|unggah|cetak|update|diperbarui|berakhir|kebutuhan|timestamp|stempel|cap waktu|kirim|submitted|"
    r"start time|completion time|(?:tanggal|tgl|tahun) (?:sk|surat|penetapan|perbup|perda|dokumen))\b"
)
#: What of those is never asked, whatever the table lacks: it tells of persons, of the file, or of what is to come.
OF_NOBODY_ELSE = re.compile(
    r"\b(?:nama|nip|nik|hp|wa|whatsapp|pic|kontak|telepon|telp|email|surel|inovator|ketua|tim|pegawai|timestamp|"
    r"stempel|cap waktu|submitted|start time|completion time|(?:tanggal|tgl|tahun) \w+)\b"
)
#: What says that the cells are signs that stand for something.
CODES = re.compile(r"\b(?:kode|kd|sandi|simbol|singkatan)\b")
#: Who somebody is, beside a title that is known: `Nama / NIP`, `Tempat, Tanggal Lahir`.
OF_PERSONS = re.compile(
    r"\b(?:nip|nik|nrp|npwp|hp|wa|whatsapp|jabatan|pangkat|golongan|lahir|kelamin|umur|usia|pendidikan|ttd|"
    r"tanda tangan|telepon|telp|email|surel|inovator|ketua|tim|pegawai)\b"
)
#: What says that a column only rates what it is called: `Regulasi (skor)`.
RATED = re.compile(r"\(\s{0,3}(?:skor|bobot|poin|score)\b", re.IGNORECASE)
#: What a column of remarks is called, of which only the office knows what is to become.
REMARKS = re.compile(
    r"(?:keterangan|ket|status|kondisi)(?: (?:lain|lainnya|tambahan|saat ini|sekarang|inovasi|terkini))*"
)
#: What parts of an office are called in the title of their column, and affairs as well.
OF_PARTS = re.compile(r"(?:nama )?(?:bidang|bagian|seksi)")
#: How a part of a title begins that a text describes something under: `Kondisi Setelah Inovasi`.
DESCRIBES = re.compile(r"(?:kondisi|keadaan|manfaat|gambaran|deskripsi|uraian|penjelasan) \w")
#: What asks in a title when something began: `Sejak kapan diterapkan / diuji coba?`.
BEGUN = re.compile(r"\b(?:mulai|dimulai|sejak)\b")
#: Dates on which something began that the title does not name: `Sejak (tgl/bln/thn)`.
BEGUN_ALONE = re.compile(
    r"(?:kapan )?(?:terhitung )?(?:mulai|dimulai|sejak|mulainya)(?: kapan)?"
    r"(?: (?:tanggal|tgl|bulan|bln|tahun|thn|dan|atau))*|(?:jangka|rentang) waktu"
)
#: A span of time that does not say of what.
SPAN = re.compile(r"(?:jangka|rentang) waktu")
#: Behind a title of spans: `Waktu Pelaksanaan s.d.`. Of single dates it would be the end.
UNTIL = re.compile(r"\s*\(?(?:dari |mulai )?(?:s\.? ?/? ?d\.?|sampai(?: dengan)?)(?: selesai)?\)?\s*\Z", re.IGNORECASE)
#: Between the two dates of a span.
FROM_TO = re.compile(r"\b(?:s\.? ?/? ?d|sampai|hingga)\b| [-–] |[0-9]{4}-[0-9]{4}", re.IGNORECASE)
#: How long something took, which is no date: `6 bulan`, `12 (dua belas) bulan`.
LASTING = re.compile(r"(?:selama )?[0-9]{1,3}(?: [a-z]{3,9}){0,3} (?:hari|minggu|pekan|bulan|bln|tahun|thn|th)")
#: Dates of the stage that stands beside them: `Mulai tahap tsb (tgl/bln/thn)`, `Tanggal Status`, `TMT tahapan`.
OF_STAGE = re.compile(
    r"(?:(?:terhitung|tmt|tanggal|tgl|waktu|bulan|bln|tahun|thn|mulai|dimulai|sejak|masuk|memasuki|mencapai|kapan|"
    r"berada|pada|di|dari|dan|atau|ke) )+"
    r"(?:tahap|tahapan|status|kondisi)(?: (?:tsb|tersebut|tadi|ini|itu|saat|sekarang|terakhir|terkini|inovasi|yang|"
    r"dimaksud|bersangkutan|tanggal|tgl|bulan|bln|tahun|thn|mulai|dimulai|sejak|di|pada|samping|sebelah|kolom))*"
)
#: What says in a title that it has dates. Behind the event it may be a part of one: `Penerapan` above `Tgl`.
DATES = re.compile(r"\b(?:tanggal|tgl|waktu|tahun|thn|bulan|bln)\b(?!\Z)|\b(?:kapan|mulai|mulainya|dimulai|sejak)\b")
#: What says in a title that its places are districts.
DISTRICTS = re.compile(r"\b(?:kec|kecamatan)\b")
#: What stands over a table in which each district reports its own.
OF_DISTRICTS = re.compile(
    r"\binovasi (?:daerah )?(?:pada |di |tingkat )?kecamatan\b|\b(?:kecamatan|camat) se (?:kabupaten|kota)\b|"
    r"\binovasi (?:pada |di )?kantor (?:camat|kecamatan)\b"
)
#: A sum, by its unit alone: `Nilai (juta Rp)`.
SUM = re.compile(
    r"(?:nilai|jumlah|besaran)(?: (?:dalam|ribu|ribuan|rb|juta|jutaan|jt))* (?:rp|rupiah)(?: (?:ribu|juta|000))?"
)
#: What stands beside a fund in a title of its sums, with a year or a unit: `APBD 2023`, `Dana Desa (ribu rupiah)`.
_BESIDE_FUND = re.compile(r"(?: (?:dalam|ribu|ribuan|rb|juta|jutaan|jt|rp|rupiah|000|tahun|thn|th|ta|t a|20[0-9]{2}))+")
#: The year in a title of money: `Anggaran TA 2025`.
BUDGET_YEAR = re.compile(r" (?:(?:tahun anggaran|tahun|thn|th|t a|ta) )?(?:19|20)[0-9]{2}(?= )")
#: A year that is a whole title: `2025`, `TA 2025`, `Th. 2025`.
YEAR_ONLY = re.compile(r"(?:(?:tahun anggaran|tahun|thn|th|t a|ta) )?(?:19|20)[0-9]{2}")
#: Behind the title of stages, as of when they are: `Tahapan per Desember 2025`.
AS_OF = re.compile(r" (?:per|posisi|keadaan|s d|sampai(?: dengan)?) (?:[0-9]{1,2} )?(?:[a-z]{3,9} )?20[0-9]{2}\Z")
#: What a column of names is called that calls nobody else.
_NAMES = re.compile(
    r"\b(?:inovasi|terobosan|gebrakan|unggulan|karya|produk|aplikasi|praktik baik|best practice|judul|"
    r"nama (?:program|kegiatan|layanan|sistem))\b|\Anama \w"
)
OF_OTHERS = re.compile(
    r"\b(?:inovator|pic|opd|skpd|perangkat|instansi|unit|tim|ketua|inisiator|pengusul|penggagas|penanggung|pengelola|"
    r"mitra|dinas|badan|desa|pegawai|pelaksana|kelompok|bidang|jenis|bentuk|urusan|tahun|tahap\w*|status|link|tautan)\b"
)
#: So many words has a title that nobody knows.
_LONGEST_HEAD: Final = 5


def of_fund(title: str) -> bool:
    """Whether a title only names a fund, with the year or the unit of its sums."""
    fund, words = folded(fund_in(title)), folded(title)
    return bool(fund) and words.startswith(fund) and _BESIDE_FUND.fullmatch(words.removeprefix(fund)) is not None


def may_name(title: str) -> bool:
    """Whether a title that is not known is called as columns of names are."""
    return _NAMES.search(folded(title)) is not None and not OF_OTHERS.search(folded(title))


def may_head(title: str) -> bool:
    """Whether a title that is not known is short, of words, and calls nobody else."""
    words = folded(title).split()
    return 0 < len(words) <= _LONGEST_HEAD and any(map(str.isalpha, words)) and not OF_OTHERS.search(folded(title))
