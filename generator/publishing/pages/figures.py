"""How many innovations there are, by every way to sort them: bars and table in one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final, NamedTuple

from generator import addresses
from generator.catalogue.catalogue import BY_YEAR
from generator.compliance.wording import listed, number
from generator.publishing.pages.facets import DISTRICT, FACETS, Unknown, counted, members, note, unknown
from generator.publishing.reach_words import summary, undated, year_bars
from generator.publishing.view import Page, View

#: Rows shown of one block; what is beyond is summed up, so that the page does not grow.
SHOWN: Final = 15
#: Names that one sentence can hold.
NAMED: Final = 3
#: Why the numbers of a block need not sum up to the number of innovations.
_OVERLAPS: Final = {
    "urusan": "Satu inovasi dapat menyangkut beberapa urusan.",
    "tahun": BY_YEAR,
}


@dataclass(frozen=True, slots=True)
class Bar:
    """One row: what is counted, where it is listed, how many, how many perhaps.

    Its bar is certain up to `length` and goes on, dashed, to `furthest` if all that is not known lies here (0 to 100).
    """

    label: str
    address: str
    count: int
    possible: int
    length: int
    furthest: int


class Rest(NamedTuple):
    """The rows beyond `SHOWN` that are not empty: how many, and their sum."""

    rows: int
    innovations: int


@dataclass(frozen=True, slots=True)
class Block:
    """One way to count; `empty` words are left out, `note` says what the numbers do not, `apart` fits any word.

    `summary` says in one sentence what the bars show.
    """

    slug: str
    heading: str
    summary: str
    bars: tuple[Bar, ...]
    rest: Rest
    empty: int
    note: str = ""
    apart: Unknown = field(default_factory=Unknown)

    @property
    def columns(self) -> tuple[str, ...]:
        """The heads of its table."""
        return (self.heading, "Inovasi", "Mungkin juga") if self.apart.count else (self.heading, "Inovasi")


def pages(view: View) -> Iterator[Page]:
    """One page."""
    yield Page(
        address=addresses.STATISTICS,
        named=True,
        template="statistik",
        called=("jumlah inovasi", "rekap inovasi"),
        title="Statistik",
        description=f"Jumlah inovasi {view.settings.region} menurut bentuk, tahapan, urusan, kecamatan, dan tahun.",
        crumbs=(("Beranda", addresses.HOME),),
        context={
            "blok": list(_blocks(view)),
            "jumlah": len(view.by_name),
            "jangkauan": summary(view.reach.users),
            "jangkauan_tahun": year_bars(view.reach.users, view.edition.as_of),
            "jangkauan_lain": undated(view.reach.users),
        },
    )


def _blocks(view: View) -> Iterator[Block]:
    for facet in FACETS:
        rows = counted(view, facet, members(view, facet))
        bars = [(row.term.label, row.address, row.count, row.possible) for row in rows]
        block = _block(facet.name, facet.heading, bars, by_size=facet.name in ("urusan", DISTRICT))
        said = note(view, facet.name) or _OVERLAPS.get(facet.name, "")
        said = f"{said} {view.unrecorded}".strip() if facet.name == "tahun" else said
        yield replace(block, note=said, apart=unknown(view, facet))
    agencies = [
        (agency.name, addresses.agency(slug), len(view.catalogue.by_agency[slug]), 0)
        for slug, agency in view.catalogue.registry.agencies.items()
    ]
    yield _block("perangkat-daerah", "Perangkat daerah", agencies, by_size=True)


def _block(slug: str, heading: str, rows: Sequence[tuple[str, str, int, int]], *, by_size: bool) -> Block:
    """The largest first where the words have no order of their own; empty words are only counted then."""
    filled = sorted((row for row in rows if row[2]), key=lambda row: (-row[2], row[0])) if by_size else list(rows)
    whole = max((count + possible for _, _, count, possible in rows), default=0) or 1
    bars = tuple(
        Bar(*row, length=round(100 * row[2] / whole), furthest=round(100 * (row[2] + row[3]) / whole))
        for row in filled[:SHOWN]
    )
    beyond = [row[2] for row in filled[SHOWN:]]
    return Block(slug, heading, _summary(heading, rows), bars, Rest(len(beyond), sum(beyond)), len(rows) - len(filled))


def _summary(heading: str, rows: Sequence[tuple[str, str, int, int]]) -> str:
    """What is counted, and who has most.

    Nobody is named where more than `NAMED` share the first place, or where what is not known could change it.
    """
    most = max((count for _, _, count, _ in rows), default=0)
    first = [label for label, _, count, _ in rows if count == most]
    sure = all(count + possible < most for label, _, count, possible in rows if label not in first)
    leading = f" Terbanyak: {listed(first, 'dan')} ({number(most)})." if most and sure and len(first) <= NAMED else ""
    return f"Jumlah inovasi menurut {heading.lower()}.{leading}"
