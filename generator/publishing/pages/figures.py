"""How many innovations there are, by every way to sort them: bars and table in one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final, NamedTuple

from generator import addresses
from generator.catalogue.catalogue import BY_YEAR
from generator.compliance.wording import listed, number
from generator.publishing.pages.facets import DISTRICT, FACETS, Unknown, counted, members, note, unknown
from generator.publishing.pages.home import standing
from generator.publishing.reach_words import summary, undated, year_bars
from generator.publishing.view import Page, View

#: Rows shown of one block; what is beyond is summed up, so that the page does not grow.
SHOWN: Final = 15
#: Names that one sentence can hold.
NAMED: Final = 3
_UNPLACED: Final = "Belum tercatat"
#: Why the numbers of a block need not sum up to the number of innovations.
_OVERLAPS: Final = {
    "urusan": "Satu inovasi dapat menyangkut beberapa urusan.",
    "tahun": BY_YEAR,
}


@dataclass(frozen=True, slots=True)
class Bar:
    """One row: what is counted, where it is listed, how many, and how long its bar is (0 to 100).

    That of what is `unknown` is dashed: those innovations may belong to any row.
    """

    label: str
    address: str
    count: int
    length: int
    unknown: bool = False


class Count(NamedTuple):
    """A word, where it is listed, how many innovations have it for sure, and how many more may."""

    label: str
    address: str
    sure: int
    possible: int


class Rest(NamedTuple):
    """The rows beyond `SHOWN` that are not empty: how many, and their sum."""

    rows: int
    innovations: int


@dataclass(frozen=True, slots=True)
class Block:
    """One way to count; `empty` words are left out, `note` says what the numbers do not.

    `summary` says in one sentence what the bars show. `apart` fits any word; unless the list has a word for it, it
    has a row of its own, `unplaced`.
    """

    slug: str
    heading: str
    summary: str
    bars: tuple[Bar, ...]
    rest: Rest
    empty: int
    note: str = ""
    apart: Unknown = field(default_factory=Unknown)
    unplaced: Bar | None = None


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
            **standing(view),
            "jangkauan": summary(view.reach.users),
            "jangkauan_tahun": year_bars(view.reach.users, view.edition.as_of),
            "jangkauan_lain": undated(view.reach.users),
        },
    )


def _blocks(view: View) -> Iterator[Block]:
    for facet in FACETS:
        rows, apart = counted(view, facet, members(view, facet)), unknown(view, facet)
        counts = [Count(row.term.label, row.address, row.count, row.possible) for row in rows]
        block = _block(facet.name, facet.heading, counts, apart, by_size=facet.name in ("urusan", DISTRICT))
        said = note(view, facet.name) or _OVERLAPS.get(facet.name, "")
        yield replace(block, note=f"{said} {view.unrecorded}".strip() if facet.name == "tahun" else said)
    agencies = [
        Count(agency.name, addresses.agency(slug), len(view.catalogue.by_agency[slug]), 0)
        for slug, agency in view.catalogue.registry.agencies.items()
    ]
    yield _block("perangkat-daerah", "Perangkat daerah", agencies, Unknown(), by_size=True)


def _block(slug: str, heading: str, rows: Sequence[Count], apart: Unknown, *, by_size: bool) -> Block:
    """The largest first where the words have no order of their own; empty words are only counted then."""
    filled = (
        sorted((row for row in rows if row.sure), key=lambda row: (-row.sure, row.label)) if by_size else list(rows)
    )
    own = any(apart.count and not row.possible for row in rows)
    whole = max([row.sure for row in rows] + [apart.count]) or 1
    bars = tuple(
        Bar(row.label, row.address, row.sure, round(100 * row.sure / whole), bool(apart.count and not row.possible))
        for row in filled[:SHOWN]
    )
    beyond = [row.sure for row in filled[SHOWN:]]
    rest = Rest(len(beyond), sum(beyond))
    length = round(100 * apart.count / whole)
    unplaced = Bar(_UNPLACED, apart.address, apart.count, length, unknown=True) if apart.count and not own else None
    return Block(
        slug, heading, _summary(heading, rows), bars, rest, len(rows) - len(filled), apart=apart, unplaced=unplaced
    )


def _summary(heading: str, rows: Sequence[Count]) -> str:
    """What is counted, and who has most.

    Nobody is named where more than `NAMED` share the first place, or where what is not known could change it.
    """
    most = max((row.sure for row in rows), default=0)
    first = [row.label for row in rows if row.sure == most]
    sure = all(row.sure + row.possible < most for row in rows if row.label not in first)
    leading = f" Terbanyak: {listed(first, 'dan')} ({number(most)})." if most and sure and len(first) <= NAMED else ""
    return f"Jumlah inovasi menurut {heading.lower()}.{leading}"
