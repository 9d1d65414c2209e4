"""`registry/indicators/<edition>.yml` as it is typed: the national index (IID), dated data, never code."""

from typing import Annotated, Literal

from generator.schema.fields import Day, Line, Slug, Word, YesNo
from generator.schema.record import Record, items, key
from generator.schema.reference import Reference
from generator.schema.whole_numbers import Whole, Year

#: What of an entry can fill a column of the national form; each is worded in `generator.national_index.form`.
FormSource = Literal[
    "nama", "tahapan", "inisiator", "bentuk", "jenis", "urusan_utama", "urusan_beririsan", "koordinat", "uji_coba",
    "penerapan", "rancang_bangun", "manfaat", "hasil_sebelum", "hasil_sesudah", "anggaran", "kekayaan_intelektual",
    "penghargaan", "bukti_video",
]  # fmt: skip


class IndicatorRecord(Record):
    """One indicator of the national index, in that edition's numbering."""

    slug: Slug = key("slug", "Slug", "Ejaan tetap.", required=True)
    number: Annotated[int, Whole(1, 99)] = key("nomor", "Nomor", "Nomor menurut pedoman.", required=True)
    name: Annotated[str, Line(150)] = key("nama", "Nama", "Nama indikator.", required=True)
    variable: Annotated[str, Line(100)] = key("variabel", "Variabel", "Variabel indeks.", required=True)
    weight: Annotated[int, Whole(1, 20)] = key("bobot", "Bobot", "Bobot.", required=True)
    mandatory: YesNo = key("wajib", "Wajib", "Indikator wajib.", required=True)
    levels: dict[Literal["1", "2", "3"], Annotated[str, Line(200)]] | None = key(
        "tingkat", "Tingkat", "Arti tiap tingkat."
    )
    bases: dict[Slug, dict[Literal["1", "2", "3"], Annotated[str, Line(200)]]] | None = key(
        "dasar_hitung", "Dasar hitung", "Pilih satu."
    )
    evidence: Annotated[str, Line(300)] | None = key("bukti", "Bukti", "Contoh bukti.")
    earlier: Annotated[str, Line(300)] | None = key("edisi_lain", "Edisi lain", "Beda dengan edisi atau daerah lain.")
    note: Annotated[str, Line(300)] | None = key("catatan", "Catatan", "Hal yang belum pasti.")
    certainty: Literal["dibaca", "sekunder"] = key(
        "kepastian", "Kepastian", "dibaca di pedoman, atau sekunder.", required=True
    )
    evidence_certainty: Literal["dibaca", "sekunder", "lemah"] = key(
        "kepastian_bukti", "Kepastian bukti", "Seberapa pasti contoh bukti.", required=True
    )

    def levels_of(self, basis: str) -> dict[int, str]:
        """The words of each level on that basis, the lowest first; of an indicator without bases its own."""
        told = (self.bases or {}).get(basis, {}) if self.bases else self.levels or {}
        return {int(level): words for level, words in sorted(told.items())}

    @property
    def levels_of_any(self) -> tuple[int, ...]:
        """The levels that can be reached on some basis, ascending."""
        told = (self.levels_of(basis) for basis in self.bases or ("",))
        return tuple(sorted({level for levels in told for level in levels}))

    @property
    def most(self) -> int:
        """The points of its highest level."""
        return self.weight * max(self.levels_of_any, default=0)


class Measured(Record):
    """What of the conditions of taking part a catalogue can see by itself."""

    kinds: tuple[Annotated[str, Word("peristiwa")], ...] = items(
        "peristiwa", "Peristiwa", "Peristiwa yang harus jatuh dalam masa penilaian.", most=10, least=1
    )
    since: Day = key("dari", "Dari", "Hari pertama masa penilaian.", required=True)
    until: Day = key("sampai", "Sampai", "Hari terakhir masa penilaian.", required=True)
    stages: tuple[Annotated[str, Word("tahapan")], ...] = items(
        "tahapan", "Tahapan", "Tahapan yang dinilai.", most=10, least=1
    )
    words: Annotated[int, Whole(1, 5000)] = key(
        "kata_rancang_bangun", "Panjang rancang bangun", "Paling sedikit sekian kata.", required=True
    )


class FormColumn(Record):
    """A column of the national form, and which field of an entry fills it; None: the catalogue has no such field."""

    name: Annotated[str, Line(100)] = key("kolom", "Kolom", "Nama kolom pada formulir nasional.", required=True)
    source: FormSource | None = key("dari", "Dari", "Bagian isian yang mengisinya; null bila katalog tidak punya.")
    note: Annotated[str, Line(300)] | None = key("catatan", "Catatan", "Hal yang belum pasti tentang kolom ini.")


class NationalForm(Record):
    """The form in which the innovations of this edition are handed in, as far as it is known."""

    certainty: Annotated[str, Line(500)] = key(
        "kepastian", "Kepastian", "Dari mana nama dan urutan kolom berasal.", required=True
    )
    columns: tuple[FormColumn, ...] = items("kolom", "Kolom", "Menurut urutan formulir.", most=60, least=1)


class Predicate(Record):
    """A band of the index."""

    name: Annotated[str, Line(60)] = key("nama", "Nama", "Nama predikat.", required=True)
    low: Annotated[str, Line(10)] = key("dari", "Dari", "Batas bawah.", required=True)
    high: Annotated[str, Line(10)] = key("sampai", "Sampai", "Batas atas.", required=True)


class IndicatorsFile(Record):
    """`registry/indicators/<edition>.yml`: dated data of the national index (IID), never code."""

    edition: Year = key("edisi", "Edisi", "Tahun edisi.", required=True)
    document: Annotated[str, Line(300)] = key("dokumen", "Dokumen", "Pedoman resmi.", required=True)
    document_read: YesNo = key("dokumen_dibaca", "Dokumen dibaca", "Apakah pedoman itu sendiri dibaca.", required=True)
    certainty: Annotated[str, Line(500)] = key(
        "keterangan_kepastian", "Kepastian", "Dari mana isi ini berasal.", required=True
    )
    score_rule: Annotated[str, Line(300)] = key("aturan_nilai", "Aturan nilai", "Cara menghitung nilai.", required=True)
    maximum: Annotated[int, Whole(1, 1000)] = key("nilai_tertinggi", "Nilai tertinggi", "Per inovasi.", required=True)
    formula: Annotated[str, Line(300)] | None = key("rumus_indeks", "Rumus indeks", "Rumus tingkat daerah.")
    count_rule: Annotated[str, Line(300)] | None = key("aturan_jumlah", "Aturan jumlah", "Nilai jumlah inovasi.")
    count_most: Annotated[int, Whole(1, 1000)] | None = key(
        "nilai_jumlah_tertinggi", "Nilai jumlah tertinggi", "Nilai jumlah inovasi paling tinggi."
    )
    basic_least: Annotated[int, Whole(1, 20)] | None = key(
        "urusan_dasar_paling_sedikit", "Urusan paling sedikit", "Kurang dari sekian urusan: nilai jumlah 0."
    )
    eligibility: tuple[Annotated[str, Line(300)], ...] = items(
        "syarat_ikut", "Syarat ikut", "Syarat inovasi dinilai.", most=20
    )
    measured: Measured | None = key(
        "syarat_terukur", "Syarat terukur", "Bagian dari syarat_ikut yang dapat dilihat dari isian."
    )
    form: NationalForm | None = key("formulir", "Formulir", "Formulir nasional, untuk `katalog export iid`.")
    predicates: tuple[Predicate, ...] = items("predikat", "Predikat", "Rentang predikat.", most=10)
    changes: tuple[Annotated[str, Line(300)], ...] = items(
        "perubahan_diumumkan", "Perubahan diumumkan", "Edisi berikut.", most=20
    )
    basic_affairs: tuple[Annotated[str, Word("urusan")], ...] = items(
        "urusan_pelayanan_dasar", "Urusan pelayanan dasar", "Slug urusan.", most=20
    )
    regional: tuple[Annotated[str, Line(300)], ...] = items(
        "indikator_daerah", "Indikator daerah", "Hanya nama.", most=40
    )
    indicators: tuple[IndicatorRecord, ...] = items("indikator", "Indikator", "Per inovasi.", most=99, least=1)
    sources: tuple[Reference, ...] = items("sumber", "Sumber", "Asal isi berkas ini.", most=20)
