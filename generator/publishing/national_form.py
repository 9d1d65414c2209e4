"""The workbook of `katalog export iid`: the national form, the evidence, what is still empty, and how sure all is."""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.catalogue.catalogue import Innovation
from generator.catalogue.registry import Registry
from generator.national_index.form import NO_FIELD, FilledForm, evidence_rows, filled
from generator.national_index.score import scorecard
from generator.publishing.exports.workbook import WrittenSheet, workbook_of
from generator.schema.indicators import IndicatorsFile, NationalForm

_FORM, _EVIDENCE, _EMPTY, _ABOUT = "Inovasi", "Bukti", "Masih kosong", "Keterangan"
_OURS = ("Perangkat daerah (katalog)", "Alamat tetap (katalog)", "Nilai tercatat (penilaian mandiri)")

_EVIDENCE_HEADS = (
    *("Inovasi", "Nomor", "Indikator", "Tingkat", "Dasar hitung", "Nilai"),
    *("Judul bukti", "Jenis", "Tanggal", "Tautan"),
)


@dataclass(frozen=True, slots=True)
class Handed:
    """The workbook, and how much of it is there: innovations, documents, cells that the catalogue could fill."""

    content: bytes
    innovations: int
    documents: int
    empty: int


def national_form(
    innovations: Sequence[Innovation], registry: Registry, edition: IndicatorsFile, form: NationalForm, about: str
) -> Handed:
    """The workbook of these innovations; `about` says of what day and catalogue they are."""
    cards = [scorecard(edition, innovation.entry) for innovation in innovations]
    forms = [filled(form, innovation, registry) for innovation in innovations]
    rows = [
        (*one.cells, one.innovation.agency.name, one.innovation.slug, card.points if card.filled else "")
        for one, card in zip(forms, cards, strict=True)
    ]
    evidence = [
        (innovation.entry.name, *row)
        for innovation, card in zip(innovations, cards, strict=True)
        for row in evidence_rows(card)
    ]
    empty = [row for one in forms for row in _empty(one)]
    sheets = (
        WrittenSheet(_FORM, (*(column.name for column in form.columns), *_OURS), rows),
        WrittenSheet(
            _EVIDENCE,
            (
                "Inovasi",
                "Nomor",
                "Indikator",
                "Tingkat",
                "Dasar hitung",
                "Nilai",
                "Judul bukti",
                "Jenis",
                "Tanggal",
                "Tautan",
            ),
            evidence,
        ),
        WrittenSheet(_EMPTY, ("Inovasi", "Kolom", "Keadaan"), empty),
        WrittenSheet(_ABOUT, ("Perihal", "Keterangan"), _about(edition, form, about)),
    )
    documents = sum(len(row.evidence) for card in cards for row in card.rows)
    return Handed(workbook_of(sheets, about), len(innovations), documents, sum(why != NO_FIELD for _, _, why in empty))


def _empty(one: FilledForm) -> list[tuple[str, str, str]]:
    return [(one.innovation.entry.name, column, why) for column, why in one.empty]


def _about(edition: IndicatorsFile, form: NationalForm, about: str) -> list[tuple[str, str]]:
    return [
        ("Isi", about),
        ("Edisi", str(edition.edition)),
        ("Pedoman", edition.document),
        ("Kepastian indikator", edition.certainty),
        ("Kepastian formulir", form.certainty),
        ("Nilai", f"{edition.score_rule} Penilaian mandiri, bukan nilai resmi."),
        *((f"Kolom {column.name}", column.note) for column in form.columns if column.note),
    ]
