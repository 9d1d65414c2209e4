"""The open table of what each innovation has on record for the national index."""

from typing import Final

from generator.catalogue.catalogue import Innovation
from generator.catalogue.registry import Registry
from generator.national_index.eligibility import CONDITIONS, conditions
from generator.national_index.score import Scorecards
from generator.table import Column, Row, Table

COMPLETENESS: Final = Table(
    "kelengkapan",
    "Kelengkapan untuk indeks nasional",
    (
        Column("slug", "Slug inovasi."),
        Column(
            "edisi", "Edisi indeks nasional (IID) yang dipakai; kosong bila belum ada edisi di katalog.", "bilangan"
        ),
        Column(
            "nilai",
            "Jumlah bobot kali tingkat dari indikator yang berbukti; penilaian mandiri, bukan nilai resmi.",
            "bilangan",
        ),
        Column("nilai_tertinggi", "Nilai tertinggi satu inovasi pada edisi itu.", "bilangan"),
        Column("diisi", "Slug indikator yang tingkatnya ditulis; dipisahkan titik koma.", many=True),
        Column("berbukti", "Slug indikator yang juga mempunyai bukti; dipisahkan titik koma.", many=True),
        Column(
            "berikutnya",
            "Slug indikator yang belum penuh: yang wajib lebih dahulu, lalu tambahan nilai terbanyak.",
            many=True,
        ),
        Column(
            "masa",
            "true bila ada peristiwa dalam masa penilaian, false bila pasti di luarnya; kosong bila tidak diketahui.",
            "benar",
        ),
        Column("tahapan", "true bila tahapannya yang dinilai; kosong bila tidak diketahui.", "benar"),
        Column(
            "rancang_bangun",
            "true bila uraian di katalog cukup panjang; kosong bila naskah rancang bangun belum dicatat.",
            "benar",
        ),
        Column(
            "indikator_wajib", "true bila semua indikator wajib berbukti; kosong bila belum ada yang diisi.", "benar"
        ),
    ),
)


def completeness_row(innovation: Innovation, cards: Scorecards | None, registry: Registry) -> Row:
    """The row of a listed innovation by those of an edition; bare without them."""
    card = cards.of(innovation.entry) if cards else None
    found = conditions(innovation, card, registry) if card else ()
    met = {condition.key: condition.met for condition in found}
    return {
        "slug": innovation.slug,
        "edisi": card.edition.edition if card else None,
        "nilai": card.points if card else None,
        "nilai_tertinggi": card.edition.maximum if card else None,
        "diisi": [row.indicator.slug for row in card.filled] if card else [],
        "berbukti": [row.indicator.slug for row in card.proven] if card else [],
        "berikutnya": [step.held.indicator.slug for step in card.steps] if card else [],
        **{key: met.get(key) for key in CONDITIONS},
    }
