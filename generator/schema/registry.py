"""The registry's files as they are typed: agencies, taxonomy, obligations.

Kept by Bappedalitbang and Bagian Organisasi. Keys are Indonesian; null means "not known", and a
fact that is not known is never left out in silence.
"""

from typing import Annotated, Literal

from pydantic import Field

from generator.schema.everyday import Everyday
from generator.schema.fields import Day, Line, Mail, Phone, Prose, Slug, Url, Word, YesNo
from generator.schema.record import Record, items, key
from generator.schema.reference import Reference
from generator.schema.whole_numbers import Whole, Year

#: How far a rule is known: read in the legal text itself, reported by others, or assumed by us.
Basis = Literal["dibaca", "diberitakan", "asumsi"]


class Office(Record):
    """An agency's public contact; null = not known."""

    office: Annotated[str, Line(200)] | None = key("kantor", "Kantor", "Bagian yang melayani pertanyaan.")
    address: Annotated[str, Line(300)] | None = key("alamat", "Alamat", "Alamat kantor.")
    phone: Phone | None = key("telepon", "Telepon", "Telepon kantor, bukan ponsel pribadi.")
    mail: Mail | None = key("surel", "Surel", "Surel kantor.")
    page: Url | None = key("laman", "Laman", "Laman resmi.")


class FormerName(Record):
    """A name that an agency bore before."""

    name: Annotated[str, Line(200)] = key("nama", "Nama", "Nama yang dahulu dipakai.", required=True)
    note: Annotated[str, Line(300)] | None = key("keterangan", "Keterangan", "Kapan dipakai, dan seberapa pasti.")
    source: Reference | None = key("sumber", "Sumber", "Asal nama ini.")


class Agency(Record):
    """One agency of the register."""

    slug: Slug = key("slug", "Slug", "Nama folder, tetap selamanya.", required=True)
    name: Annotated[str, Line(200)] = key("nama_resmi", "Nama resmi", "Nama lengkap menurut peraturan.", required=True)
    short: Annotated[str, Line(60)] | None = key("nama_pendek", "Nama pendek", "Singkatan yang lazim.")
    others: tuple[Annotated[str, Line(200)], ...] = items("nama_lain", "Nama lain", "Sebutan dan singkatan.", most=40)
    formers: tuple[FormerName, ...] = items("nama_dahulu", "Nama dahulu", "Yang pernah dipakai.", most=20)
    kind: Annotated[str, Word("jenis_perangkat_daerah")] = key("jenis", "Jenis", "Dinas, badan, …", required=True)
    parent: Slug | None = key("induk", "Induk", "Perangkat daerah induk.")
    since: Day | None = key("berlaku_dari", "Berlaku dari", "Hari pertama; null = sudah ada, tanggal tidak diketahui.")
    until: Day | None = key("berlaku_sampai", "Berlaku sampai", "Hari terakhir; null = masih ada.")
    successors: tuple[Slug, ...] = items("penerus", "Penerus", "Perangkat daerah yang meneruskan.", most=10)
    name_confirmed: YesNo = key(
        "nama_terkonfirmasi", "Nama terkonfirmasi", "Nama lengkap dibaca di sumber.", required=True
    )
    bound: Literal["ya", "belum-dikonfirmasi"] = key(
        "terikat", "Terikat kewajiban", "ya, atau belum-dikonfirmasi sampai naskah edaran dibaca.", required=True
    )
    note: Annotated[str, Line(1_000)] | None = key(
        "catatan", "Catatan", "Hal yang belum pasti tentang nama atau kedudukannya, sekarang dan dahulu."
    )
    contact: Office | None = key("kontak", "Kontak", "Kantor, alamat, telepon, laman; null = belum diketahui.")
    owner: Annotated[str, Line(60)] | None = key("pemilik", "Pemilik", "Akun peninjau; null = pengelola katalog.")
    source: Reference = key("sumber", "Sumber", "Asal nama ini.", required=True)
    more_sources: tuple[Reference, ...] = items(
        "sumber_lain", "Sumber lain", "Yang dahulu dibaca tentang nama ini, dan yang menyebut berakhirnya.", most=20
    )

    @property
    def names(self) -> tuple[str, ...]:
        """Whatever people call it: slug, official, short, other and former names."""
        former = (old.name for old in self.formers)
        return (self.slug, self.name, *((self.short,) if self.short else ()), *self.others, *former)


class AgenciesFile(Record):
    """`registry/agencies.yml`."""

    note: Annotated[str, Line(500)] | None = key("keterangan", "Keterangan", "Seberapa lengkap dan pasti daftar ini.")
    agencies: tuple[Agency, ...] = items("perangkat_daerah", "Perangkat daerah", "Daftar.", most=5_000, least=1)


class Term(Record):
    """One word of choice."""

    slug: Slug = key("slug", "Slug", "Ejaan tetap.", required=True)
    label: Annotated[str, Line(120)] = key("label", "Label", "Tulisan di situs.", required=True)
    spoken: Annotated[str, Line(40)] | None = key("sebutan", "Sebutan", "Untuk urusan: sebutan pendek bagi warga.")
    icon: Annotated[str, Line(100)] | None = key("ikon", "Ikon", "Untuk urusan: ikon tema, misalnya material/leaf.")
    group: Annotated[str, Line(60)] | None = key("kelompok", "Kelompok", "Kelompok kata, bila ada.")
    definition: Annotated[str, Line(500)] | None = key("definisi", "Definisi", "Arti kata ini.")
    stage: Slug | None = key("tahapan", "Tahapan", "Untuk peristiwa: tahapan yang dihasilkannya.")
    waits: Literal["pendamping", "pemilik", "pihak-lain"] | None = key(
        "menunggu", "Menunggu", "Untuk keadaan pendampingan: siapa yang melangkah berikutnya; kosong = sudah berakhir."
    )
    ends: YesNo = Field(
        False,
        alias="berakhir",
        title="Berakhir",
        description="Untuk keadaan pemakaian dan status KI: ya bila tidak berlaku lagi.",
    )
    numbers: tuple[Annotated[str, Line(40)], ...] = items(
        "bentuk_nomor",
        "Bentuk nomor",
        "Untuk jenis KI: bentuk nomornya; 9 berarti satu angka, misalnya EC999999999999.",
        most=10,
    )
    source: Annotated[str, Line(300)] | None = key("sumber", "Sumber", "Asal kata atau definisi.")
    everyday: tuple[Everyday, ...] = items(
        "kata_sehari_hari", "Kata sehari-hari", "Untuk urusan: kata dan frasa yang diketik orang.", most=80
    )


def _terms(name: str, label: str) -> tuple[Term, ...]:
    terms: tuple[Term, ...] = items(name, label, "Daftar kata.", most=200, least=1)
    return terms


def _optional(name: str, label: str) -> tuple[Term, ...]:
    """Words that a region may leave out until it needs them."""
    terms: tuple[Term, ...] = items(name, label, "Daftar kata.", most=200)
    return terms


class TaxonomyFile(Record):
    """`registry/taxonomy.yml`: one spelling for every word of choice."""

    bentuk: tuple[Term, ...] = _terms("bentuk", "Bentuk")
    jenis: tuple[Term, ...] = _terms("jenis", "Jenis")
    tahapan: tuple[Term, ...] = _terms("tahapan", "Tahapan")
    peristiwa: tuple[Term, ...] = _terms("peristiwa", "Peristiwa")
    keadaan: tuple[Term, ...] = _optional("keadaan", "Keadaan menurut laporan")
    inisiator: tuple[Term, ...] = _terms("inisiator", "Inisiator")
    urusan: tuple[Term, ...] = _terms("urusan", "Urusan")
    kecamatan: tuple[Term, ...] = _terms("kecamatan", "Kecamatan")
    jenis_unit: tuple[Term, ...] = _terms("jenis_unit", "Jenis unit")
    jenis_perangkat_daerah: tuple[Term, ...] = _terms("jenis_perangkat_daerah", "Jenis perangkat daerah")
    jenis_ki: tuple[Term, ...] = _terms("jenis_ki", "Jenis kekayaan intelektual")
    status_ki: tuple[Term, ...] = _terms("status_ki", "Status kekayaan intelektual")
    bentuk_pendampingan: tuple[Term, ...] = _optional("bentuk_pendampingan", "Bentuk bantuan pendampingan")
    keadaan_pendampingan: tuple[Term, ...] = _optional("keadaan_pendampingan", "Keadaan pendampingan")
    keadaan_pemakaian: tuple[Term, ...] = _optional("keadaan_pemakaian", "Keadaan pemakaian")
    alasan_berhenti: tuple[Term, ...] = _optional("alasan_berhenti", "Alasan berhenti dipakai")


class Clause(Record):
    """A rule in words, and how far it is known."""

    basis: Basis = key("dasar", "Dasar", "dibaca, diberitakan atau asumsi.", required=True)
    note: Annotated[str, Line(500)] = key("keterangan", "Keterangan", "Aturan ini dalam satu kalimat.", required=True)


class MinimumClause(Clause):
    """How many innovations are due."""

    value: Annotated[int, Whole(1, 100)] = key("nilai", "Nilai", "Jumlah paling sedikit.", required=True)


class EventsClause(Clause):
    """Which events count."""

    value: tuple[Annotated[str, Word("peristiwa")], ...] = items("nilai", "Nilai", "Peristiwa.", most=20, least=1)


class YesNoClause(Clause):
    """A yes or no."""

    value: YesNo = key("nilai", "Nilai", "ya atau tidak.", required=True)


class DayClause(Clause):
    """A day."""

    value: Day = key("nilai", "Nilai", "Tanggal.", required=True)


class KindsClause(Clause):
    """Kinds of agency."""

    value: tuple[Annotated[str, Word("jenis_perangkat_daerah")], ...] = items(
        "nilai", "Nilai", "Jenis perangkat daerah.", most=40, least=1
    )


class LegalBasis(Record):
    """The circular. `naskah` is its text; while text, number or date is null the year is provisional."""

    kind: Annotated[str, Line(100)] = key("jenis", "Jenis", "Jenis naskah.", required=True)
    title: Annotated[str, Line(300)] = key("judul", "Judul", "Isi pokok naskah.", required=True)
    number: Annotated[str, Line(100)] | None = key("nomor", "Nomor", "null = belum diketahui.")
    date: Day | None = key("tanggal", "Tanggal", "null = belum diketahui.")
    text: Url | None = key("naskah", "Naskah", "Alamat naskah; null = belum ditemukan.")
    sources: tuple[Reference, ...] = items("sumber", "Sumber", "Pemberitaan atau naskah.", most=20)


class Deadline(Record):
    """A deadline that a source gives."""

    date: Day = key("tanggal", "Tanggal", "Tenggat.", required=True)
    source: Reference = key("sumber", "Sumber", "Asal tenggat.", required=True)


class Exemption(Record):
    """An agency let off for the year."""

    agency: Slug = key("perangkat_daerah", "Perangkat daerah", "Slug.", required=True)
    reason: Annotated[str, Line(300)] = key("alasan", "Alasan", "Alasan pengecualian.", required=True)
    date: Day = key("tanggal", "Tanggal", "Tanggal keputusan.", required=True)
    source: Reference = key("sumber", "Sumber", "Surat atau keputusan.", required=True)


#: How far a reply is: received, under review, and how that ended: the verdict stands, or it was changed.
ReplyState = Literal["diterima", "ditinjau", "tetap", "diubah"]


class Reply(Record):
    """What an agency says beside its verdict."""

    agency: Slug = key("perangkat_daerah", "Perangkat daerah", "Slug.", required=True)
    date: Day = key("tanggal", "Tanggal", "Tanggal tanggapan.", required=True)
    text: Annotated[str, Prose(1500)] = key("isi", "Isi", "Tanggapan perangkat daerah.", required=True)
    state: ReplyState | None = key("keadaan", "Keadaan", "diterima, ditinjau, tetap, atau diubah.")
    done: Day | None = key("selesai", "Selesai", "Hari tanggapan ini selesai ditinjau.")

    @property
    def under_review(self) -> bool:
        """Whether the verdict that it is about may change."""
        return self.state == "ditinjau"

    @property
    def days(self) -> int:
        """How many days the review took, 0 while it goes on."""
        return (self.done.first - self.date.first).days if self.done else 0


class Rules(Record):
    """What counts, each part read, reported or assumed."""

    minimum: MinimumClause = key("minimum", "Jumlah paling sedikit", "", required=True)
    counted: EventsClause = key("peristiwa_dihitung", "Peristiwa yang dihitung", "", required=True)
    partners_count: YesNoClause = key("kolaborasi_dihitung", "Kolaborasi dihitung", "", required=True)
    bound: KindsClause = key("jenis_terikat", "Yang terikat", "", required=True)
    start: DayClause = key("berlaku_mulai", "Berlaku mulai", "", required=True)
    others: tuple[Clause, ...] = items("lainnya", "Aturan lain", "Aturan tanpa nilai.", most=20)


class ObligationFile(Record):
    """`registry/obligations/<year>.yml`: the circular as data."""

    year: Year = key("tahun", "Tahun", "Tahun kewajiban.", required=True)
    legal_basis: LegalBasis = key("dasar_hukum", "Dasar hukum", "", required=True)
    rules: Rules = key("aturan", "Aturan", "", required=True)
    deadline: Deadline | None = key("tenggat", "Tenggat", "null = sumber tidak menyebut tenggat.")
    exemptions: tuple[Exemption, ...] = items("pengecualian", "Pengecualian", "Yang dikecualikan.", most=5_000)
    replies: tuple[Reply, ...] = items("tanggapan", "Tanggapan", "Hak jawab perangkat daerah.", most=5_000)
