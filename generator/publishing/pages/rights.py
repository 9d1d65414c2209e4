"""Intellectual property: what of the innovations is registered, filed or could be, and what ends soon."""

from collections.abc import Iterator
from typing import Final

from generator import addresses
from generator.compliance.wording import listed, number
from generator.escort.rights import Right
from generator.publishing.view import Page, View, shortened

#: What people call it.
_CALLED: Final = ("KI", "HKI", "HaKI", "hak cipta", "merek", "paten")
#: So many rows of one status are on the page.
_ROWS: Final = 60
#: So many that could be filed are named at once.
_NAMED: Final = 5


def pages(view: View) -> Iterator[Page]:
    """One page."""
    found = view.rights
    yield Page(
        address=addresses.RIGHTS,
        named=True,
        called=_CALLED,
        template="kekayaan-intelektual",
        title="Kekayaan intelektual",
        description="Kekayaan intelektual inovasi menurut jenis dan statusnya, pemegangnya, dan yang segera berakhir.",
        crumbs=(("Beranda", addresses.HOME),),
        context={
            "ringkas": _summary(view),
            "jenis": _kinds(view),
            "mendesak": shortened(found.urgent, _ROWS),
            "kelompok": [(term, shortened(rows, _ROWS)) for term, rows in found.by_status],
            "belum_diajukan": bool(found.unfiled),
            "arti": [term for term in found.statuses if term.definition],
        },
        empty=not found.all,
    )


def _summary(view: View) -> str:
    found = view.rights
    if not found.all:
        return "Belum ada kekayaan intelektual yang tercatat."
    states = listed([f"{number(len(rows))} {term.label.lower()}" for term, rows in found.by_status])
    if found.registered:
        return f"Menurut katalog: {states}."
    names = shortened([f"{right.name} ({_owner(right)})" for right in found.unfiled], _NAMED)
    told = f" Belum tercatat diajukan: {listed(names.shown)}. {names.rest}" if names.shown else ""
    return f"Belum ada yang tercatat terdaftar. Menurut katalog: {states}.{told}".strip()


def _kinds(view: View) -> str:
    """How many of each kind, in one sentence; "" if there is nothing."""
    found = view.rights.by_kind
    known = [f"{label.lower()} {number(count)}" for label, count in sorted(found.items()) if label]
    unknown = [f"jenisnya belum tercatat {number(found[''])}"] if known and "" in found else []
    return f"Menurut jenis: {listed([*known, *unknown])}." if known else ""


def _owner(right: Right) -> str:
    return right.innovation.agency.short or right.innovation.agency.name
