"""One innovation file as a person types it.

This is also the dictionary between the official Indonesian keys and the code: each field has its
English attribute, its key (alias), its Indonesian label (title) and help text (description). The
JSON Schema, the error messages, the form, the column descriptions and the guide derive from here.
Which words a choice allows stands in `registry/`, not here.
"""

from typing import Annotated, Final

from pydantic import Field

from generator.schema.adoption import Adoption, CopyingGuide, Replication
from generator.schema.escort import Sought, Support
from generator.schema.fields import (
    Date,
    Day,
    Latitude,
    Line,
    Longitude,
    Mail,
    Phone,
    Prose,
    Shown,
    Slug,
    Url,
    Word,
    YesNo,
)
from generator.schema.maturity import Maturity
from generator.schema.record import Record, items, key
from generator.schema.reference import Link, Reference, Unit
from generator.schema.whole_numbers import Whole, Year

#: Signs of the name of an innovation.
NAME_MAX: Final = 300


class Event(Record):
    """A dated step in the life of an innovation."""

    kind: Annotated[str, Word("peristiwa")] = key(
        "peristiwa", "Peristiwa", "Apa yang terjadi: inisiatif, uji coba, penerapan, dan seterusnya.", required=True
    )
    date: Date = key(
        "tanggal", "Tanggal", "Tahun (2025), bulan (2025-08) atau hari (2025-08-17), setepat yang diketahui.",
        required=True,
    )  # fmt: skip
    note: Annotated[str, Line(300)] | None = key("keterangan", "Keterangan", "Satu kalimat: apa yang terjadi saat itu.")
    reason: Annotated[str, Line(300)] | None = key(
        "alasan", "Alasan", "Wajib untuk peristiwa dihentikan: mengapa berhenti."
    )
    state: Annotated[str, Word("keadaan")] | None = key(
        "keadaan", "Keadaan", "Hanya untuk peristiwa dilaporkan: keadaan inovasi yang disebut laporan itu."
    )


class Usage(Record):
    """What a citizen has to know to use it."""

    steps: tuple[Annotated[str, Line(300)], ...] = items(
        "langkah", "Langkah", "Langkah pemakaian, satu kalimat per butir.", most=12
    )
    cost: Annotated[str, Line(200)] | None = key("biaya", "Biaya", "Biaya bagi pemakai, misalnya gratis.")
    hours: Annotated[str, Line(200)] | None = key("waktu", "Waktu layanan", "Hari dan jam layanan.")
    needs: tuple[Annotated[str, Line(200)], ...] = items(
        "syarat", "Syarat", "Dokumen atau syarat yang perlu disiapkan.", most=12
    )


class Result(Record):
    """One measured or stated result."""

    measure: Annotated[str, Line(200)] = key(
        "ukuran", "Ukuran", "Apa yang diukur, misalnya jumlah desa pemakai.", required=True
    )
    unit: Annotated[str, Line(60)] | None = key("satuan", "Satuan", "Satuan angka, misalnya desa atau persen.")
    before: Annotated[str, Shown()] | None = key("sebelum", "Sebelum", "Nilai sebelum inovasi.")
    after: Annotated[str, Shown()] | None = key("sesudah", "Sesudah", "Nilai sesudah inovasi, atau nilai yang dicapai.")
    year: Year | None = key("tahun", "Tahun", "Tahun angka ini berlaku.")
    source: Annotated[str, Line(300)] | None = key(
        "sumber", "Sumber", "Asal angka. Bila sama dengan judul pada kolom sumber, situs menautkannya."
    )
    note: Annotated[str, Line(300)] | None = key("keterangan", "Keterangan", "Penjelasan singkat tentang angka ini.")
    claim: YesNo = Field(
        False, alias="klaim", title="Klaim", description="true bila angka ini pernyataan pejabat, bukan hasil ukur."
    )
    target: YesNo = Field(
        False, alias="sasaran", title="Sasaran", description="true bila angka ini sasaran, bukan capaian."
    )


class Point(Record):
    """A spot on the map."""

    longitude: Longitude = key("bujur", "Bujur", "Garis bujur dalam derajat desimal, misalnya 109.4.", required=True)
    latitude: Latitude = key("lintang", "Lintang", "Garis lintang dalam derajat desimal, misalnya -0.1.", required=True)


class Location(Record):
    """Where people meet the innovation."""

    districts: tuple[Annotated[str, Word("kecamatan")], ...] = items(
        "kecamatan", "Kecamatan", "Kecamatan tempat inovasi dapat dipakai.", most=60
    )
    everywhere: YesNo = Field(
        False, alias="seluruh_wilayah", title="Seluruh wilayah", description="true bila berlaku di semua kecamatan."
    )
    place: Annotated[str, Line(200)] | None = key("tempat", "Tempat", "Nama tempat atau desa.")
    point: Point | None = key("koordinat", "Koordinat", "Titik lokasi layanan, bila ada.")


class Partner(Record):
    """Another agency or an outside party that takes part."""

    agency: Annotated[str, Word("perangkat_daerah")] | None = key(
        "perangkat_daerah", "Perangkat daerah", "Perangkat daerah yang ikut serta."
    )
    name: Annotated[str, Line(200)] | None = key("nama", "Nama mitra", "Nama pihak di luar daftar perangkat daerah.")
    role: Annotated[str, Line(200)] | None = key("peran", "Peran", "Apa yang dikerjakan.")


class Property(Record):
    """Intellectual property."""

    kind: Annotated[str, Word("jenis_ki")] | None = key("jenis", "Jenis", "Hak cipta, merek, paten, …")
    title: Annotated[str, Line(200)] | None = key("judul", "Judul ciptaan", "Nama yang dicatatkan.")
    number: Annotated[str, Line(60)] | None = key("nomor", "Nomor", "Nomor pencatatan atau pendaftaran.")
    date: Date | None = key("tanggal", "Tanggal", "Tanggal status ini.")
    status: Annotated[str, Word("status_ki")] = key("status", "Status", "Sejauh mana prosesnya.", required=True)
    holder: Annotated[str, Line(200)] | None = key("pemegang", "Pemegang", "Lembaga pemegang haknya, bukan nama orang.")
    expires: Date | None = key("berlaku_sampai", "Berlaku sampai", "Akhir masa pelindungannya, bila ada.")
    note: Annotated[str, Line(300)] | None = key("keterangan", "Keterangan", "Penjelasan singkat.")


class Budget(Record):
    """Money set aside in one year."""

    year: Year = key("tahun", "Tahun", "Tahun anggaran.", required=True)
    amount: Annotated[int, Whole(0, 10**15)] | None = key(
        "jumlah", "Jumlah", "Jumlah dalam rupiah, angka saja: 25000000."
    )
    source: Annotated[str, Line(150)] | None = key("sumber", "Sumber dana", "Misalnya APBD Kabupaten.")


class Award(Record):
    """A prize or a place in a contest."""

    name: Annotated[str, Line(200)] = key("nama", "Nama penghargaan", "Nama penghargaan.", required=True)
    giver: Annotated[str, Line(150)] | None = key("pemberi", "Pemberi", "Lembaga pemberi.")
    date: Date | None = key("tanggal", "Tanggal", "Tahun, bulan atau hari pengumuman.")
    note: Annotated[str, Line(300)] | None = key("keterangan", "Keterangan", "Penjelasan singkat.")


class Contact(Record):
    """An office to ask, never a person."""

    office: Annotated[str, Line(200)] = key(
        "kantor", "Kantor", "Nama kantor atau bagian, bukan nama orang.", required=True
    )
    address: Annotated[str, Line(300)] | None = key("alamat", "Alamat", "Alamat kantor.")
    phone: Phone | None = key("telepon", "Telepon", "Telepon kantor.")
    service: YesNo = Field(
        False, alias="layanan", title="Nomor layanan", description="true bila nomor ponsel ini nomor layanan resmi."
    )
    mail: Mail | None = key("surel", "Surel", "Surel lembaga: go.id, desa.id, sch.id, atau ac.id.")
    page: Url | None = key("laman", "Laman", "Laman kantor.")
    hours: Annotated[str, Line(150)] | None = key("jam", "Jam layanan", "Hari dan jam buka.")


class Picture(Record):
    """A picture in the entry's own folder."""

    file: Annotated[str, Line(80)] = key("berkas", "Berkas", "Nama berkas di folder gambar inovasi ini.", required=True)
    alt: Annotated[str, Line(200)] = key("alt", "Teks pengganti", "Isi gambar dalam satu kalimat.", required=True)
    credit: Annotated[str, Line(150)] = key("kredit", "Kredit", "Pembuat atau pemilik gambar.", required=True)


class Withdrawal(Record):
    """That the catalogue no longer stands for this entry; its page stays and says so."""

    date: Day = key("tanggal", "Tanggal", "Hari isian ini ditarik, misalnya 2026-08-17.", required=True)
    reason: Annotated[str, Line(300)] = key(
        "alasan", "Alasan", "Satu kalimat: mengapa isian ini ditarik dan, bila ada, apa gantinya.", required=True
    )


class Entry(Record):
    """An innovation as its file has it. The folder is the agency, the file name is the slug."""

    name: Annotated[str, Line(NAME_MAX)] = key(
        "nama", "Nama inovasi", "Nama resmi inovasi. Singkatan dijelaskan di ringkasan.", required=True
    )
    others: tuple[Annotated[str, Line(100)], ...] = items(
        "nama_lain", "Nama lain", "Sebutan atau singkatan lain yang dipakai orang, misalnya MPP.", most=20
    )
    summary: Annotated[str, Line(400)] = key(
        "ringkasan", "Ringkasan", "Satu kalimat dengan bahasa sehari-hari: apa ini dan untuk siapa.", required=True
    )
    sphere: Annotated[str, Word("bentuk")] = key(
        "bentuk", "Bentuk", "Tata kelola pemerintahan, pelayanan publik, atau inovasi lainnya.", required=True
    )
    mode: Annotated[str, Word("jenis")] | None = key("jenis", "Jenis", "Digital (daring) atau nondigital (luring).")
    initiator: Annotated[str, Word("inisiator")] | None = key("inisiator", "Inisiator", "Siapa yang memulai.")
    affairs: tuple[Annotated[str, Word("urusan")], ...] = items(
        "urusan", "Urusan pemerintahan", "Yang pertama urusan utama, sisanya urusan beririsan.", most=10, least=1
    )
    events: tuple[Event, ...] = items(
        "riwayat", "Riwayat", "Peristiwa bertanggal: inisiatif, uji coba, penerapan, …", most=50, least=1
    )
    problem: Annotated[str, Prose(6000)] | None = key("masalah", "Masalah", "Masalah yang dijawab inovasi ini.")
    solution: Annotated[str, Prose(12000)] | None = key("solusi", "Solusi (rancang bangun)", "Cara kerja inovasi.")
    novelty: Annotated[str, Prose(4000)] | None = key("kebaruan", "Kebaruan", "Apa yang baru dibanding cara lama.")
    benefit: Annotated[str, Prose(4000)] | None = key("manfaat", "Manfaat", "Manfaat bagi warga atau pemerintah.")
    usage: Usage | None = key("cara_memakai", "Cara memakai", "Langkah, biaya, waktu dan syarat bagi pemakai.")
    results: tuple[Result, ...] = items("hasil", "Hasil", "Angka sebelum dan sesudah.", most=60)
    location: Location | None = key("lokasi", "Lokasi", "Di mana inovasi dapat dipakai.")
    unit: Unit | None = key("unit", "Unit pembuat", "Unit di bawah perangkat daerah yang membuatnya.")
    partners: tuple[Partner, ...] = items("kolaborator", "Kolaborator", "Perangkat daerah dan mitra.", most=40)
    supports: tuple[Support, ...] = items(
        "pendampingan",
        "Pendampingan",
        "Kantor yang mendampingi inovasi ini, bantuannya, dan langkah berikutnya.",
        most=30,
    )
    adoptions: tuple[Adoption, ...] = items(
        "pemakai", "Pemakai di daerah ini", "Kecamatan, desa, unit, atau perangkat daerah yang memakainya.", most=300
    )
    sought: tuple[Sought, ...] = items(
        "cari_mitra", "Mencari mitra", "Yang dicari inovasi ini dari pihak lain.", most=10
    )
    replication: Replication | None = key("replikasi", "Replikasi", "Ditiru dari mana dan oleh siapa.")
    guide: CopyingGuide | None = key(
        "panduan_meniru", "Panduan meniru", "Yang perlu diketahui perangkat daerah lain untuk menirunya."
    )
    properties: tuple[Property, ...] = items(
        "kekayaan_intelektual", "Kekayaan intelektual", "Pencatatan atau pendaftaran.", most=20
    )
    budget: tuple[Budget, ...] = items("anggaran", "Anggaran", "Anggaran per tahun.", most=30)
    awards: tuple[Award, ...] = items("penghargaan", "Penghargaan", "Penghargaan yang diterima.", most=30)
    legal_basis: tuple[Reference, ...] = items("dasar_hukum", "Dasar hukum", "Peraturan yang mendasari.", most=20)
    contact: Contact | None = key("kontak", "Kontak", "Kantor yang dapat dihubungi.")
    links: tuple[Link, ...] = items("tautan", "Tautan", "Aplikasi atau halaman untuk pemakai.", most=20)
    pictures: tuple[Picture, ...] = items("gambar", "Gambar", "Gambar di folder inovasi ini.", most=8)
    sources: tuple[Reference, ...] = items("sumber", "Sumber", "Halaman yang menjadi dasar isian.", most=40)
    maturity: dict[Annotated[str, Word("indikator")], Maturity] = Field(
        default_factory=dict, alias="kematangan", title="Kematangan", max_length=40,
        description="Penilaian mandiri per indikator indeks inovasi daerah.",
    )  # fmt: skip
    aliases: tuple[Slug, ...] = items("alias", "Alias", "Nama berkas lama, agar alamat lama tetap hidup.", most=20)
    suggested: tuple[Annotated[str, Word("kolom")], ...] = items(
        "usulan_penyusun", "Usulan penyusun", "Kolom yang diisi penyusun katalog, belum oleh perangkat daerah.", most=40
    )
    notes: Annotated[str, Prose(2000)] | None = key("catatan", "Catatan data", "Hal yang belum pasti dalam data ini.")
    checked: Day | None = key("diperiksa", "Diperiksa", "Tanggal perangkat daerah terakhir memeriksa isian ini.")
    withdrawn: Withdrawal | None = key(
        "ditarik",
        "Ditarik",
        "Diisi pengelola bila isian ini ditarik: halamannya tetap ada, tetapi tidak lagi didaftar.",
    )


def entry_fields() -> dict[str, str]:
    """Official key -> label of every field of an innovation, in the order of the file."""
    return {str(info.alias): str(info.title) for info in Entry.model_fields.values()}


def entry_attributes() -> dict[str, str]:
    """Official key -> attribute of `Entry`, in the order of the file."""
    return {str(info.alias): name for name, info in Entry.model_fields.items()}
