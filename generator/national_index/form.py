"""Innovations after the columns of the national form: what the catalogue knows, and what it leaves empty.

Which column takes which field is data of the edition (`formulir`), with its doubts. Nothing is made up for a column
that the catalogue has no field for.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from generator.catalogue.catalogue import Innovation
from generator.catalogue.registry import Registry
from generator.dates import spoken
from generator.national_index.score import Scorecard
from generator.schema.entry import Result
from generator.schema.indicators import FormSource, NationalForm

#: Why a cell is empty.
NO_FIELD: Final = "tidak ada di katalog; isi langsung di portal"
NOT_TOLD: Final = "belum diisi di katalog"
_LINES: Final = "\n"


@dataclass(frozen=True, slots=True)
class FilledForm:
    """One innovation on the form: its cells in the order of the columns, and (column, why) of each empty one."""

    innovation: Innovation
    cells: tuple[str, ...]
    empty: tuple[tuple[str, str], ...]


def filled(form: NationalForm, innovation: Innovation, registry: Registry) -> FilledForm:
    """The innovation in the columns of the form."""
    cells = tuple(_SOURCES[c.source](innovation, registry) if c.source else "" for c in form.columns)
    empty = tuple(
        (column.name, NOT_TOLD if column.source else NO_FIELD)
        for column, cell in zip(form.columns, cells, strict=True)
        if not cell
    )
    return FilledForm(innovation, cells, empty)


def evidence_rows(card: Scorecard) -> Iterator[Sequence[object]]:
    """Of one innovation a row for each document, and for each level that is stated without one."""
    for row in card.filled:
        indicator = row.indicator
        head = (indicator.number, indicator.name, row.level, row.basis, row.points)
        for document in row.evidence:
            yield *head, document.title, document.kind or "", document.date or "", document.url or ""
        if not row.evidence:
            yield *head, "", "", "", ""


def _dates(innovation: Innovation, kind: str) -> str:
    dates = sorted(event.date for event in innovation.entry.events if event.kind == kind)
    return spoken(dates[0]) if dates else ""


def _point(innovation: Innovation, _: Registry) -> str:
    point = innovation.entry.location.point if innovation.entry.location else None
    return f"{point.latitude:.6f}, {point.longitude:.6f}" if point else ""


def _results(innovation: Innovation, *, before: bool) -> str:
    told = ((r, r.before if before else r.after) for r in innovation.entry.results if not r.target)
    return _LINES.join(_worded(r, value) for r, value in told if value)


def _worded(result: Result, value: str) -> str:
    unit, claim = f" {result.unit}" if result.unit else "", " (klaim)" if result.claim else ""
    return f"{result.measure}: {value}{unit}{claim}"


def _budget(innovation: Innovation, _: Registry) -> str:
    return _LINES.join(
        f"{one.year}: {one.amount if one.amount is not None else 'jumlah belum tercatat'}"
        for one in innovation.entry.budget
    )


def _properties(innovation: Innovation, registry: Registry) -> str:
    return _LINES.join(
        ", ".join(part for part in (p.title, registry.term("status_ki", p.status).label, p.number) if part)
        for p in innovation.entry.properties
    )


def _awards(innovation: Innovation, _: Registry) -> str:
    return _LINES.join(
        ", ".join(part for part in (a.name, a.giver, spoken(a.date) if a.date else None) if part)
        for a in innovation.entry.awards
    )


def _video(innovation: Innovation, _: Registry) -> str:
    told = innovation.entry.maturity.get("video")
    return _LINES.join(document.url or document.title for document in told.evidence) if told else ""


_SOURCES: Final[Mapping[FormSource, Callable[[Innovation, Registry], str]]] = MappingProxyType({
    "nama": lambda i, _: i.entry.name,
    "tahapan": lambda i, _: "" if "tahapan" in i.unknown_in else i.stage.label,
    "inisiator": lambda i, _: i.initiator.label if i.initiator else "",
    "bentuk": lambda i, _: i.sphere.label,
    "jenis": lambda i, _: i.mode.label if i.mode else "",
    "urusan_utama": lambda i, _: i.affairs[0].label,
    "urusan_beririsan": lambda i, _: "; ".join(affair.label for affair in i.affairs[1:]),
    "koordinat": _point,
    "uji_coba": lambda i, _: _dates(i, "uji-coba"),
    "penerapan": lambda i, _: _dates(i, "penerapan"),
    "rancang_bangun": lambda i, _: i.entry.solution or "",
    "manfaat": lambda i, _: i.entry.benefit or "",
    "hasil_sebelum": lambda i, _: _results(i, before=True),
    "hasil_sesudah": lambda i, _: _results(i, before=False),
    "anggaran": _budget,
    "kekayaan_intelektual": _properties,
    "penghargaan": _awards,
    "bukti_video": _video,
})  # fmt: skip
