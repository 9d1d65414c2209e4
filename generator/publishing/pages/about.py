"""What this catalogue is and how it counts: two pages that take every fact from the settings and the registry."""

from collections.abc import Iterator
from typing import Any

from generator import addresses
from generator.compliance.doubts import clauses, gaps
from generator.compliance.index import YearIndex
from generator.compliance.wording import counted_events, too_few, word_table
from generator.publishing.view import Page, View
from generator.settings import LICENCE, LICENCE_ADDRESS

_CRUMBS = (("Beranda", addresses.HOME), ("Tentang", addresses.ABOUT))


def pages(view: View) -> Iterator[Page]:
    """`/tentang/` and `/tentang/metode/`."""
    duty = _duty(view, view.current) if view.current else None
    yield Page(
        address=addresses.ABOUT,
        prose=True,
        template="tentang",
        called=("situs resmi", "web resmi", "pengelola situs", "punya siapa"),
        title="Tentang katalog",
        description=f"Apa itu {view.settings.name}, untuk siapa, kedudukannya, dan cara melaporkan kesalahan.",
        crumbs=_CRUMBS[:1],
        context={"kewajiban": duty, "lisensi": LICENCE, "lisensi_alamat": LICENCE_ADDRESS},
    )
    yield Page(
        address=addresses.METHOD,
        prose=True,
        template="metode",
        called=("cara menghitung", "cara menilai", "cara hitung kepatuhan"),
        title="Metode",
        description="Asal data, cara menentukan tahapan dan menghitung indeks kepatuhan, dan apa yang belum diketahui.",
        crumbs=_CRUMBS,
        context={"kewajiban": duty, "belum_dicatat": view.unrecorded, **_words(view)},
    )


def _duty(view: View, index: YearIndex) -> dict[str, Any]:
    """The newest year's rules, and how far they are known."""
    found = clauses(index.obligation.rules)
    return {
        "indeks": index,
        "dasar": index.obligation.legal_basis,
        "belum_diketahui": gaps(index.obligation.legal_basis),
        "minimum": index.obligation.rules.minimum.value,
        "peristiwa": counted_events(index, view.catalogue),
        "aturan": index.obligation.rules,
        "dibaca": sum(clause.basis == "dibaca" for clause in found),
        "jumlah_aturan": len(found),
        "belum_pasti": [clause for clause in found if clause.basis != "dibaca"],
        "kurang": too_few(index),
        "kata_status": word_table(index),
        "tenggat": index.obligation.deadline,
    }


def _words(view: View) -> dict[str, Any]:
    """The words from which a stage is derived, and what is not certain in the other registers."""
    registry = view.catalogue.registry
    edition = registry.indicators[max(registry.indicators)] if registry.indicators else None
    stages = registry.taxonomy["tahapan"]
    return {
        "peristiwa": [
            (kind, stages[kind.stage] if kind.stage else None) for kind in registry.taxonomy["peristiwa"].values()
        ],
        "tahapan": list(stages.values()),
        "catatan_daftar": registry.note,
        "nama_belum_pasti": sum(not agency.name_confirmed for agency in registry.agencies.values()),
        "edisi_indikator": edition,
    }
