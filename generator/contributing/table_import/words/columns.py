"""The columns that a recap may have: which there are, and where their values go in an entry."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from generator.catalogue.registry import Registry
from generator.schema.shape import Shape, shapes

Keys = tuple[str, ...]
AGENCY: Final[Keys] = ("perangkat_daerah",)
AGENCY_LABEL: Final = "Perangkat daerah"
#: The rank of a column of agencies that names districts by their place: `Utara`.
OF_DISTRICTS: Final = 1
SLUG: Final[Keys] = ("slug",)
#: The stage that a recap states. It is never stored, only compared with what the dates give.
STAGE: Final[Keys] = ("tahapan",)
NUMBER: Final[Keys] = ("nomor",)
NAME: Final[Keys] = ("nama",)
SUMMARY: Final[Keys] = ("ringkasan",)
EVENTS_KEY: Final = "riwayat"
#: What belongs to one kind of event has a column of its own.
REASON: Final[Keys] = (EVENTS_KEY, "alasan")
STATE: Final[Keys] = (EVENTS_KEY, "keadaan")
UNIT: Final[Keys] = ("unit", "nama")
BUDGET: Final[Keys] = ("anggaran", "jumlah")
FUND: Final[Keys] = ("anggaran", "sumber")
#: What somebody pays who uses an innovation.
PRICE: Final[Keys] = ("cara_memakai", "biaya")
NOTE: Final[Keys] = ("catatan",)
#: A column that says only that it holds years.
YEAR_ALONE: Final[Keys] = ("tahun",)
#: Keys that no table can fill: files, other entries, what compilers and reviewers note.
_NOT_IN_TABLES: Final = frozenset(["gambar", "kematangan", "alias", "usulan_penyusun"])
#: What the template offers behind the required columns; whatever else has a label is read too.
_OFFERED: Final = frozenset([
    "masalah", "solusi", "kebaruan", "manfaat", "cara_memakai", "hasil", "lokasi", "unit", "kontak", "sumber",
    "catatan",
])  # fmt: skip
#: Groups within groups (a point on the map) are too much for a table that is filled by hand.
_DEEPEST: Final = 2
_SEPARATOR: Final = ": "
_YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
_DATE_LABEL: Final = next(
    leaf.label for shape in shapes() if shape.key == EVENTS_KEY for leaf in shape.inner if leaf.key == "tanggal"
)


def help_in_tables(shape: Shape) -> str:
    """What belongs in a cell: a file has `true` where people write "ya"."""
    return shape.help.replace("true bila", "Ya bila") if shape.kind == "ya_tidak" else shape.help


@dataclass(frozen=True, slots=True)
class RecapColumn:
    """A known column: its title and help in Indonesian and where its values go.

    `path` are official keys; of an event ("riwayat", <event>). `shape` says what may stand in a cell. `owner` is the
    list whose items the cells fill, () where there is none. Of several columns with one path the lower `rank` comes
    first; `lead` is set before the text of one that adds to another key. `titled` is what a table calls it.
    """

    path: Keys
    title: str
    help: str
    shape: Shape
    owner: Keys = ()
    rank: int = 0
    lead: str = ""
    titled: str = ""


@dataclass(frozen=True)
class ColumnSet:
    """Every column that a recap of this region may have, in the order of the template."""

    registry: Registry

    @cached_property
    def known(self) -> tuple[RecapColumn, ...]:
        """All of them. Those of `title_of` that only synonyms name are not among them."""
        fields = [column for shape in shapes() if shape.key not in _NOT_IN_TABLES for column in self._of(shape)]
        return (special_column(AGENCY, AGENCY_LABEL, "Nama resmi, nama pendek, nama lain, atau nama folder."), *fields)

    def _of(self, shape: Shape, above: Keys = (), title: str = "", owner: Keys = ()) -> Iterator[RecapColumn]:
        path, named = (*above, shape.key), f"{title}{shape.label}"
        if path == (EVENTS_KEY,):
            yield from self._events(shape)
        elif shape.kind == "kelompok":
            inside = path if shape.most else owner
            for inner in shape.inner:
                yield from self._of(inner, path, f"{named}{_SEPARATOR}", inside)
        else:
            yield RecapColumn(path, named, help_in_tables(shape), shape, owner, titled=named)

    def _events(self, shape: Shape) -> Iterator[RecapColumn]:
        inner = {leaf.key: leaf for leaf in shape.inner}
        for slug, term in self.registry.taxonomy["peristiwa"].items():
            title = dated_title(term.label)
            yield RecapColumn((EVENTS_KEY, slug), title, term.definition or inner["tanggal"].help, inner["tanggal"])
        yield RecapColumn(REASON, "Alasan dihentikan", inner["alasan"].help, inner["alasan"])
        yield RecapColumn(STATE, "Keadaan menurut laporan", inner["keadaan"].help, inner["keadaan"])

    @cached_property
    def template(self) -> tuple[RecapColumn, ...]:
        """The columns of the template, required ones first."""
        required = {AGENCY[0], EVENTS_KEY, *(shape.key for shape in shapes() if shape.required)}
        first = [column for column in self.known if column.path[0] in required]
        return (
            *(column for column in first if column.path[0] != EVENTS_KEY),
            *(column for column in first if column.path[0] == EVENTS_KEY),
            *(c for c in self.known if c.path[0] in ("jenis", "inisiator")),
            *(c for c in self.known if c.path[0] in _OFFERED and len(c.path) <= _DEEPEST),
        )


def required_columns() -> tuple[RecapColumn, ...]:
    """What no entry can live without and only its row can say: the agency, and all required keys but the events."""
    keys = (shape for shape in shapes() if shape.required and shape.key != EVENTS_KEY)
    return (
        special_column(AGENCY, AGENCY_LABEL, ""),
        *(RecapColumn((shape.key,), shape.label, shape.help, shape, titled=shape.label) for shape in keys),
    )


def year_in_title(title: str) -> str:
    """The year that a title names, "" if it names none: `Anggaran 2025`."""
    said = _YEAR.search(title)
    return said.group() if said else ""


def dated_title(event: str) -> str:
    """What the column of an event's date is called."""
    return f"{_DATE_LABEL} {event.lower()}"


def special_column(path: Keys, title: str, help_text: str) -> RecapColumn:
    """A column that no key of an entry has."""
    return RecapColumn(path, title, help_text, Shape(path[0], title, help_text, required=False, kind="baris"))


def called(name: str, by_path: Mapping[str, RecapColumn]) -> Iterator[RecapColumn]:
    """The column behind a name of `TITLES`: a path, a special column, or `key+lead`, which adds to the key."""
    key, plus, lead = name.partition("+")
    if key in by_path:
        base = by_path[key]
        added = replace(base, rank=1, lead=f"{lead.capitalize()}: " if lead else "")
        yield added if plus else base
    elif (key,) in (SLUG, STAGE):
        yield special_column((key,), key.capitalize(), "")
