"""How the index went: a chart of the months with its table, and each agency's years side by side."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from generator import addresses
from generator.compliance.course import MonthEnd
from generator.compliance.wording import status_word
from generator.dates import MONTHS, PartialDate, spoken
from generator.publishing.pages.compliance_parts import ROWS_A_PAGE
from generator.publishing.tables import COURSE, files_of
from generator.publishing.view import Page, View, numbered, paged

#: The drawing in its own units: of what is plotted width and height, and the margins for numbers and names.
_WIDTH: Final = 300
_HEIGHT: Final = 120
_LEFT: Final = 30
_TOP: Final = 16
_FOOT: Final = 22
#: From one line of a hatching to the next, at most.
_HATCH: Final = 4
#: So many months and no more have their names under the chart; else only years do.
_NAMED: Final = 12


@dataclass(frozen=True, slots=True)
class Month:
    """One row of the table; `note` says what is special about it, "" if nothing is."""

    name: str
    note: str
    certain: int
    incomplete: int
    met: int
    due: int


@dataclass(frozen=True, slots=True)
class MonthDrawn:
    """One month drawn: `certain` from the ground up, `hatching` (a path) above it."""

    x: float
    width: float
    top: float
    middle: float
    certain: float
    incomplete_top: float
    incomplete: float
    hatching: str
    label: str


@dataclass(frozen=True, slots=True)
class Chart:
    """The whole drawing: `most` is the number at its top, `lines` the path of the ground and of every M."""

    width: int
    height: int
    top: int
    below_top: int
    ground: int
    foot: int
    most: int
    lines: str
    columns: tuple[MonthDrawn, ...]


def pages(view: View) -> Iterator[Page]:
    """The months and the first agencies; of a large register as many further pages as its rows need."""
    months = [_named(end) for end in view.course]
    base = files_of(COURSE)
    listed = [row for row in view.agency_years if row.years]
    for address, rows, pager in paged(listed, addresses.COURSE, ROWS_A_PAGE):
        yield Page(
            address=address,
            named=pager.is_first,
            template="kepatuhan-bulanan",
            title=numbered("Riwayat kepatuhan", pager),
            description="Jumlah perangkat daerah yang memenuhi kewajiban inovasi pada akhir setiap bulan.",
            crumbs=(("Beranda", addresses.HOME), ("Kepatuhan", addresses.COMPLIANCE)),
            context={
                "grafik": _chart(view.course) if view.course else None,
                "bulan": months[::-1],
                "belum_dicatat": view.unrecorded,
                "berkas": ((f"{base}.csv", "CSV"), (f"{base}.json", "JSON")),
                "halaman": pager,
                "perangkat": [
                    (row.agency, [(y, y.status and status_word(y.status, view.indexes[y.year])) for y in row.years])
                    for row in rows
                ],
            },
        )


def _named(end: MonthEnd) -> Month:
    month = PartialDate.parse(end.day.isoformat()[:7])
    notes = (
        f"sampai {spoken(end.day)}" if end.day < month.last else "",
        f"menurut hasil {end.year} yang ditutup {spoken(end.record)}" if end.record else "",
        f"kewajiban {end.year}" if end.year != end.day.year else "",
    )
    note = ", ".join(filter(None, notes))
    return Month(spoken(month), note, len(end.certain), len(end.incomplete), len(end.met), end.due)


def _chart(ends: Sequence[MonthEnd]) -> Chart:
    """Every month a column of one width; the highest M reaches to the top."""
    most = max([1, *(max(end.due, len(end.met)) for end in ends)])
    step = _WIDTH / len(ends)
    return Chart(
        width=_LEFT + _WIDTH,
        height=_TOP + _HEIGHT + _FOOT,
        top=_TOP,
        below_top=_TOP + 4,
        ground=_TOP + _HEIGHT,
        foot=_TOP + _HEIGHT + 15,
        most=most,
        lines=f"M{_LEFT} {_TOP + _HEIGHT}h{_WIDTH}"
        + "".join(
            f"M{_LEFT + step * number:.2f} {_TOP + _HEIGHT - end.due * _HEIGHT / most:.2f}h{step:.2f}"
            for number, end in enumerate(ends)
        ),
        columns=tuple(
            _drawn(end, _LEFT + step * number, step, _HEIGHT / most, named=len(ends) <= _NAMED)
            for number, end in enumerate(ends)
        ),
    )


def _drawn(end: MonthEnd, left: float, step: float, unit: float, *, named: bool) -> MonthDrawn:
    """`left`, `step` and `unit`, the height of one agency, in units of the drawing."""
    x, width, ground = left + step * 0.15, step * 0.7, _TOP + _HEIGHT
    certain, incomplete = len(end.certain) * unit, len(end.incomplete) * unit
    top = ground - certain - incomplete
    january = end.day.month == 1
    return MonthDrawn(
        x=round(x, 2),
        width=round(width, 2),
        top=round(ground - certain, 2),
        middle=round(left + step / 2, 2),
        certain=round(certain, 2),
        incomplete_top=round(top, 2),
        incomplete=round(incomplete, 2),
        hatching=_hatching(x, ground - certain, width, incomplete),
        label=MONTHS[end.day.month - 1][:3] if named else str(end.day.year) if january else "",
    )


def _hatching(x: float, ground: float, width: float, height: float) -> str:
    """Slanting lines that fill a box from its ground up without leaving it: a path, "" for no height."""
    lines = max(1, round(height / _HATCH)) if height else 0
    step = height / lines if lines else 0
    return "".join(f"M{x:.2f} {ground - step * n:.2f}l{width:.2f} {-step:.2f}" for n in range(lines))
