"""A row of a table -> the data of an entry, what of the row was not taken, and from which cell each value came."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from generator.catalogue.catalogue import REPORTED, STOPPED
from generator.contributing.names import agency_called, without_mark
from generator.contributing.table_import.columns import (
    AGENCY,
    EVENTS_KEY,
    NAME,
    NUMBER,
    REASON,
    SLUG,
    STAGE,
    STATE,
    SUMMARY,
    Keys,
    RecapColumn,
)
from generator.contributing.table_import.sheet import Cell
from generator.contributing.table_import.table import RecapRow, RecapTable, Remark, is_number
from generator.contributing.table_import.values import Region, Unusable, value_of
from generator.dates import PartialDate
from generator.reading.document import DataPath
from generator.schema.shape import Shape, shapes
from generator.text.github import plain

#: Where a summary is taken from in tables that have none (the national form has none), in this order.
_SUMMARY_FROM: Final = (("solusi", "Tujuan: "), ("manfaat", ""), ("solusi", ""))
_LONGEST_SUMMARY: Final = next(shape.limit for shape in shapes() if (shape.key,) == SUMMARY)
_SUGGESTED: Final = "usulan_penyusun"
_SHORTEST_SENTENCE: Final = 4
#: Columns that say more of one kind of event.
_OF_ONE_KIND: Final = {REASON: STOPPED, STATE: REPORTED}


@dataclass(frozen=True, slots=True)
class Defaults:
    """What stands for columns that a table lacks: the agency of all rows, the date (or "") of a report."""

    agency: str = ""
    reported: str = ""


@dataclass(slots=True)
class Reading:
    """What a row gives.

    `data` has its values by official keys, `sources` the cell and title behind each path; `refused` if no entry can
    come of the row as it is.
    """

    table: RecapTable
    row: RecapRow
    region: Region
    agency: str = ""
    slug: str = ""
    stage: tuple[Cell, str] | None = None
    data: dict[str, Any] = field(default_factory=dict)
    sources: dict[DataPath, tuple[Cell, str]] = field(default_factory=dict)
    remarks: list[Remark] = field(default_factory=list)
    refused: bool = False

    def tell(self, reason: str, cure: str, at: tuple[Cell, str] | None = None, *, note: bool = False) -> None:
        """Note a remark about a cell under its title, or about the whole row."""
        address, title, value = (
            (at[0].address, at[1], plain(at[0].text)) if at else (f"baris {self.row.number}", "", "")
        )
        self.remarks.append(Remark(self.table.sheet, address, plain(title), value, reason, cure, note))


def reading(table: RecapTable, row: RecapRow, region: Region, defaults: Defaults) -> Reading:
    """Read one row that names an innovation."""
    found = Reading(table, row, region)
    taken = list(_taken(found))
    _agency(found, taken, defaults.agency)
    _plain(found, taken)
    _prose(found, taken)
    _lists(found, taken)
    _events(found, taken, defaults.reported)
    _summary(found, taken)
    _complete(found)
    return found


_Taken = tuple[RecapColumn, tuple[Cell, str], tuple[str, ...]]


def _taken(found: Reading) -> Iterator[_Taken]:
    """The values of every known cell; a cell that gives none is told."""
    required = {AGENCY[0], *(shape.key for shape in shapes() if shape.required)} - {EVENTS_KEY}
    for number, column in found.table.columns.items():
        cell = found.row.cells.get(number)
        if cell is None or (column.path == NUMBER and is_number(cell.text)):
            continue
        at = cell, found.table.titles[number]
        if column.path == NUMBER:
            found.tell("kolom nomor urut tidak disimpan", "pindahkan ke kolom templat yang sesuai, bila perlu", at)
            continue
        value = value_of(cell, column, found.region)
        if isinstance(value, Unusable):
            found.tell(value.reason, value.cure, at)
            found.refused |= column.path[0] in required
            found.sources.setdefault(column.path, at)
            continue
        if value.note:
            found.tell(value.note, "betulkan isiannya bila bukan itu yang dimaksud", at, note=True)
        yield column, at, value.values


def _agency(found: Reading, taken: list[_Taken], default: str) -> None:
    given = next(((at, values[0]) for column, at, values in taken if column.path == AGENCY), None)
    registry, name = found.region.registry, found.region.name
    if given is None:
        found.agency = default or agency_called(found.table.sheet, registry, name) or ""
        if not found.agency:
            cure = "isi kolom perangkat daerah, atau jalankan dengan --agency"
            found.tell("perangkat daerahnya tidak disebut", cure)
    else:
        found.agency = agency_called(given[1], registry, name) or ""
        found.sources[AGENCY] = given[0]
        if not found.agency:
            cure = "tulis nama resmi, nama pendek, nama lain, atau nama foldernya; unit di bawahnya pada kolom unit"
            found.tell("perangkat daerah ini tidak ada dalam daftar", cure, given[0])
    found.refused |= not found.agency


def _plain(found: Reading, taken: list[_Taken]) -> None:
    """Values that stand alone or in a list of their own; of two columns for one list the lower rank comes first."""
    for column, at, values in sorted(taken, key=lambda one: one[0].rank):
        if column.path == SLUG:
            found.slug = values[0]
            found.sources[SLUG] = at
        elif column.path == STAGE:
            found.stage = at
        elif column.rank and column.shape.most and column.path[0] in found.data:
            found.data[column.path[0]] = list(dict.fromkeys([*found.data[column.path[0]], *values]))
            found.sources[(*column.path, column.rank)] = at
        elif column.path[0] not in (AGENCY[0], EVENTS_KEY) and not column.owner and column.shape.kind != "prosa":
            _put(found.data, column.path, list(values) if column.shape.most else _typed(values[0], column))
            found.sources[column.path] = at


def _typed(value: str, column: RecapColumn) -> str | bool:
    """Yes and no as YAML has them, so that a no is left out like everything empty."""
    return value == "true" if column.shape.kind == "ya_tidak" else value


def _put(data: dict[str, Any], path: Keys, value: Any) -> None:
    for key in path[:-1]:
        data = data.setdefault(key, {})
    data[path[-1]] = value


def _prose(found: Reading, taken: list[_Taken]) -> None:
    """Long texts; a column that adds to another key comes behind it, under its own title."""
    for column, at, values in sorted(taken, key=lambda one: one[0].rank):
        if column.shape.kind == "prosa" and column.path != STAGE:
            key = column.path[0]
            found.data[key] = "\n\n".join([*filter(None, [found.data.get(key)]), f"{column.lead}{values[0]}"])
            found.sources[(*column.path, column.lead) if column.lead else column.path] = at


def _lists(found: Reading, taken: list[_Taken]) -> None:
    """Lists of groups: the first items of all their columns make the first group, and so on."""
    owners: dict[Keys, list[_Taken]] = {}
    for one in taken:
        if one[0].owner:
            owners.setdefault(one[0].owner, []).append(one)
    for owner, columns in owners.items():
        counts = {len(values) for _, _, values in columns}
        if len(counts) > 1:
            for _, at, _ in columns:
                found.tell("jumlah butirnya tidak sama dengan kolom lain sekelompok", "samakan jumlah butirnya", at)
            continue
        groups: list[dict[str, Any]] = [{} for _ in range(counts.pop())]
        for column, at, values in columns:
            for number, (group, value) in enumerate(zip(groups, values, strict=True)):
                _put(group, column.path[len(owner) :], _typed(value, column))
                found.sources[(*owner, number, *column.path[len(owner) :])] = at
        _put(found.data, owner, groups)


def _events(found: Reading, taken: list[_Taken], reported: str) -> None:
    """Only dates make events; the order is that of time."""
    dated = [
        (PartialDate.parse(values[0]), column.path[1], at)
        for column, at, values in taken
        if column.path[0] == EVENTS_KEY and column.path not in _OF_ONE_KIND
    ]
    events: list[dict[str, str]] = []
    for date, kind, at in sorted(dated, key=lambda one: (one[0].first, one[0].last)):
        found.sources[EVENTS_KEY, len(events)] = at
        events.append({"peristiwa": kind, "tanggal": date.text})
    unread = any(path[0] == EVENTS_KEY for path in found.sources)
    if not unread and reported:
        events.append({"peristiwa": REPORTED, "tanggal": reported})
    for column, at, values in taken:
        if column.path in _OF_ONE_KIND:
            _beside_its_event(found, events, column.path, at, values[0])
    if events:
        found.data[EVENTS_KEY] = events
        return
    found.refused = True
    if not unread:
        cure = "isi tanggal salah satu peristiwa, atau pakai --reported TAHUN bila hanya tahun rekapnya yang diketahui"
        found.tell("tidak ada peristiwa bertanggal", cure)


def _beside_its_event(
    found: Reading, events: list[dict[str, str]], path: Keys, at: tuple[Cell, str], value: str
) -> None:
    """A reason or a state goes to the first event of its kind."""
    kind, key = _OF_ONE_KIND[path], path[1]
    number = next((number for number, event in enumerate(events) if event["peristiwa"] == kind), None)
    if number is None:
        found.tell(f"{key} tanpa tanggal {kind}", "isi tanggalnya", at)
        return
    events[number][key] = value
    found.sources[EVENTS_KEY, number, key] = at


def _summary(found: Reading, taken: list[_Taken]) -> None:
    """In a table without a column for it: the first sentence of the aims or the benefit, marked as ours to confirm."""
    if any(column.path == SUMMARY for column in found.table.columns.values()):
        return
    for key, lead in _SUMMARY_FROM:
        given = next((one for one in taken if one[0].path == (key,) and one[0].lead == lead), None)
        sentence = _first_sentence(given[2][0]) if given else ""
        if given and 0 < len(sentence) <= _LONGEST_SUMMARY:
            found.data[SUMMARY[0]] = sentence
            found.data[_SUGGESTED] = [SUMMARY[0]]
            found.sources[SUMMARY] = given[1]
            note = "kalimat pertamanya menjadi ringkasan, karena tabel tidak mempunyai kolom ringkasan"
            found.tell(note, "ganti ringkasannya bila kurang tepat", given[1], note=True)
            return


def _first_sentence(text: str) -> str:
    """A full stop ends a sentence of four words; before that it belongs to an abbreviation."""
    line = " ".join(without_mark(text).split())
    ends = [at + 1 for at, sign in enumerate(line) if sign in ".!?" and line[at + 1 : at + 2] in ("", " ")]
    return next((line[:end] for end in ends if line.count(" ", 0, end) >= _SHORTEST_SENTENCE - 1), line)


def _complete(found: Reading) -> None:
    """Tell the required keys that are empty; drop groups that lack theirs, and tell their cells."""
    for shape in shapes():
        if (
            shape.required
            and shape.key not in found.data
            and (shape.key,) not in found.sources
            and shape.key != EVENTS_KEY
        ):
            found.tell(f'kolom wajib "{shape.label}" kosong', shape.help.rstrip("."))
            found.refused = True
        if shape.inner and shape.key in found.data and shape.key != EVENTS_KEY:
            _whole(found, shape)


def _whole(found: Reading, shape: Shape) -> None:
    value = found.data[shape.key]
    lacking = [
        label for group in (value if isinstance(value, list) else [value]) for label in _lacking(group, shape.inner)
    ]
    if lacking:
        del found.data[shape.key]
        told = {remark.address for remark in found.remarks if not remark.note}
        cells = {at[0].address: at for path, at in found.sources.items() if path[0] == shape.key}
        for at in (at for address, at in cells.items() if address not in told):
            found.tell(f'kelompok "{shape.label}" belum lengkap', f'isi juga "{lacking[0]}"', at)


def _lacking(group: Mapping[str, Any], inner: tuple[Shape, ...]) -> Iterator[str]:
    for shape in inner:
        value = group.get(shape.key)
        if shape.required and value is None:
            yield shape.label
        for one in value if isinstance(value, list) else [value]:
            if isinstance(one, Mapping):
                yield from _lacking(one, shape.inner)


def is_named(table: RecapTable, row: RecapRow) -> bool:
    """Whether a row names an innovation."""
    return any(column.path == NAME and number in row.cells for number, column in table.columns.items())
