"""The workbook of `katalog export iid`: the national form, the evidence, what is still empty, and how sure all is."""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.catalogue.catalogue import Innovation
from generator.catalogue.registry import Registry
from generator.national_index.form import NO_FIELD, FilledForm, evidence_rows, filled
from generator.national_index.score import Scorecards
from generator.schema.indicators import IndicatorsFile, NationalForm
from generator.spreadsheet import Book, BookColumn, BookSheet, Value, workbook_bytes

_NARROW, _WIDE, _LONG = 16, 44, 30
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
    cards = list(map(Scorecards(edition).of, (innovation.entry for innovation in innovations)))
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
        _sheet(_FORM, (*(column.name for column in form.columns), *_OURS), rows),
        _sheet(
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
        _sheet(_EMPTY, ("Inovasi", "Kolom", "Keadaan"), empty),
        _sheet(_ABOUT, ("Perihal", "Keterangan"), _about(edition, form, about)),
    )
    documents = sum(len(row.evidence) for card in cards for row in card.rows)
    book = Book(_FORM, about, about, sheets)
    return Handed(workbook_bytes(book), len(innovations), documents, sum(why != NO_FIELD for _, _, why in empty))


def _sheet(title: str, heads: Sequence[str], rows: Sequence[Sequence[object]]) -> BookSheet:
    """Numbers stay numbers, all else is text; a column is as wide as what stands in it asks for."""

    def column(place: int, head: str) -> BookColumn:
        longest = max(len(str(row[place])) for row in (heads, *rows))
        texts = any(not isinstance(row[place], int) for row in rows)
        return BookColumn(head, width=_WIDE if longest > _LONG else _NARROW, look="teks" if texts else "umum")

    values: list[list[Value]] = [[one if isinstance(one, int) else str(one) for one in row] for row in rows]
    return BookSheet(title, tuple(column(place, head) for place, head in enumerate(heads)), values)


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
