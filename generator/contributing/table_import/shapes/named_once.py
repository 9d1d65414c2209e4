"""The one agency that a file names outside of its tables: it serves rows that name none; what is unsure is asked."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from generator.contributing.names import agency_called
from generator.contributing.table_import.cells.reading import Defaults
from generator.contributing.table_import.cells.region import Region
from generator.contributing.table_import.cells.remark import RecapRow, RecapTable
from generator.contributing.table_import.files.sheet import MAX_COLUMNS, Cell, Sheet
from generator.contributing.table_import.shapes.office_mentions import (
    Mention,
    is_of_many,
    is_signature,
    may_mention,
    mentions_in,
    names_source,
)
from generator.contributing.table_import.words.columns import AGENCY
from generator.contributing.table_import.words.synonyms import surely
from generator.contributing.units import agency_over, unit_kind
from generator.text.spelling import folded

#: So many cells of a sheet are looked at, and so many sheets.
_MOST_CELLS: Final = 120
_MOST_SHEETS: Final = 20
#: So many cells of a file are read that may name an agency.
_MOST_NAMING: Final = 60
#: A sheet without tables that names so many agencies lists them.
_LISTS: Final = 3
#: So many agencies are offered to choose from.
_MOST_OPTIONS: Final = 6
_AFFAIR: Final = ("urusan",)
#: What heads the lines of those whom something is sent to, and so many rows below it may hold them.
_OTHERS = re.compile(r"(?:disampaikan )?kepada(?: yth)?|yth|melalui|(tembusan)(?: kepada)?")
_ROWS_OF_OTHERS: Final = 4
#: A label without anything beside it: `OPD :`.
_LABEL = re.compile(r"(?:nama )?(?:opd|skpd|perangkat daerah|instansi|dinas|unit kerja)[^:]{0,30}:", re.IGNORECASE)
_NOTE = re.compile(r"\s*(?:\*|(?:catatan|keterangan|ket|nb|petunjuk)\b)", re.IGNORECASE)


def served(
    sheets: Sequence[Sheet], tables: Sequence[RecapTable], region: Region, defaults: Defaults
) -> list[RecapTable]:
    """The tables, each with whoever may be the agency of its rows that name none themselves.

    What stands nearer goes first: over the table or signed below it, then on its sheet, then anywhere in the file.
    """
    if defaults.agency or not any(_waits(one, region) or _headed(one) for one in tables):
        return list(tables)
    return _Look(sheets, tables, region).made()


def _waits(table: RecapTable, region: Region) -> bool:
    """Whether a row of a table has nothing that may name its agency."""
    return not table.is_form and any(not row.unsure and not _owners(table, row, region) for row in table.rows)


def _headed(table: RecapTable) -> Cell | None:
    """The agency that stands over a table and heads its rows, None where none does or some have a unit."""
    first = min((row.number for row in table.rows), default=0)
    bands = {row.band for row in table.rows if row.band and row.band.row < first}
    return bands.pop() if len(bands) == 1 and not any(row.unit for row in table.rows) else None


def _owners(table: RecapTable, row: RecapRow, region: Region) -> list[Cell]:
    """The cells that say whose a row is; one that has only a unit of any office does not."""
    own = [row.cells[n] for n, column in table.columns.items() if column.path == AGENCY and n in row.cells]
    said = [cell for cell in (*own, row.band, row.above) if cell]
    return [one for one in said if not unit_kind(one.text) or agency_over(one.text, region.registry)]


class _Look:
    """One look at what the sheets of a file say outside of their tables."""

    def __init__(self, sheets: Sequence[Sheet], tables: Sequence[RecapTable], region: Region) -> None:
        self.region, self.tables = region, tables
        self.placed = [_Placed(one, *_span(one)) for one in tables if one.rows]
        self.looked = 0
        self.many: set[str] = set()
        self.labels: dict[str, list[int]] = {}
        self.said = {one.name: list(self._outside(one)) for one in [*sheets][:_MOST_SHEETS] if not one.hidden}

    def made(self) -> list[RecapTable]:
        """The tables with what was found."""
        waiting = {id(one.table): self._of(one) for one in self.placed if _waits(one.table, self.region)}
        unsure = {key: one for key, one in waiting.items() if one.offices and not one.named}
        offered = tuple(dict.fromkeys(slug for one in unsure.values() for slug in one.offices))[:_MOST_OPTIONS]
        asking = waiting | {key: replace(one, offices=offered) for key, one in unsure.items()}
        placed = {id(one.table): one for one in self.placed}
        headed = {key: self._with_unit(one) for key, one in placed.items() if key not in waiting}
        return [asking.get(id(one)) or headed.get(id(one), one) for one in self.tables]

    def _with_unit(self, one: "_Placed") -> RecapTable:
        """A table that an agency heads, with the one unit of it that is named over the table as well."""
        heading = _headed(one.table)
        agency = agency_called(heading.text, self.region.registry, self.region.name) if heading else None
        units = [m for m in self._near(one) if m.unit and m.sure and m.slug == agency and m.cell.row < one.first]
        if len({folded(m.called) for m in units}) != 1:
            return one.table
        unit = units[0].named
        rows = (replace(row, unit=unit) if row.band == heading else row for row in one.table.rows)
        return replace(one.table, rows=tuple(rows))

    def _of(self, one: "_Placed") -> RecapTable:
        whole = [mention for those in self.said.values() for mention in those]
        near, here = self._near(one), self.said.get(one.table.sheet, [])
        inside = self._named_in(one.table)
        others = set().union(*(self._named_in(other.table) for other in self.placed))
        tiers = [(near, inside), (here, inside), (whole, others)] if not self._unsaid(one) else []
        for said, beside in tiers[:1] if one.table.first > 1 else tiers:
            those = [replace(m, sure=m.sure or (m.gathers and self._all_own(one.table, m.slug))) for m in said]
            sure = {mention.slug: mention for mention in those if mention.sure}
            if len(sure) == 1 and beside <= sure.keys() and one.table.sheet not in self.many:
                mention = _called([one for one in those if one.sure], self.region)
                rows = tuple(replace(row, whose=row.whose or mention.slug) for row in one.table.rows)
                both = mention.unit and any(not m.unit and m.slug == mention.slug for m in said)
                return replace(one.table, rows=rows, named=mention.named, offices=(mention.slug,) if both else ())
            if sure:
                break
        return replace(one.table, offices=tuple(dict.fromkeys(mention.slug for mention in (*near, *here, *whole))))

    def _all_own(self, table: RecapTable, agency: str) -> bool:
        """Whether every row of a table is of an affair after which an agency is named, which so gathers no others'."""
        column = next((n for n, one in table.columns.items() if one.path == _AFFAIR), 0)
        labels, name = self.region.words[_AFFAIR[0]], folded(self.region.registry.agencies[agency].name).split()
        said = [surely(row.cells[column].text, _AFFAIR[0], labels) if column in row.cells else "" for row in table.rows]
        return bool(said) and all(slug and set(folded(labels[slug]).split()) <= set(name) for slug in said)

    def _named_in(self, table: RecapTable) -> set[str]:
        """The agencies that the rows of a table name, or the name of its sheet; "" for what nobody knows."""
        said = {cell.text for row in table.rows for cell in _owners(table, row, self.region)}
        called = {agency_called(text, self.region.registry, self.region.name) or "" for text in said}
        sheet = agency_called(table.sheet, self.region.registry, self.region.name)
        return called | ({sheet} if sheet else set())

    def _near(self, one: "_Placed") -> list[Mention]:
        """What stands over a table, below the one above it, or is signed below it; of tables side by side over each."""
        others = [other for other in self.placed if other is not one and other.table.sheet == one.table.sheet]
        here = self.said.get(one.table.sheet, [])
        beside = [other for other in others if other.first <= one.last and one.first <= other.last]
        if beside:
            own = one.table.first
            ends = min((other.table.first for other in beside if other.table.first > own), default=MAX_COLUMNS + 1)
            over = [m for m in here if m.cell.column < ends and (not m.cell.last or m.cell.last >= own)]
            return [m for m in over if m.cell.column >= own] or over
        above = max((other.last for other in others if other.last < one.first), default=0)
        below = min((other.first for other in others if other.first > one.last), default=0)
        return [
            mention
            for mention in here
            if (above < mention.cell.row < one.first and not (above and is_signature(mention.cell.text)))
            or (one.last < mention.cell.row and (not below or _is_signed(mention, below)))
        ]

    def _unsaid(self, one: "_Placed") -> bool:
        """Whether a label right over a table asks for its agency and has none, or what says so is another's."""
        rows = [row for row in self.labels.get(one.table.sheet, []) if row < one.first]
        above = max((o.last for o in self.placed if o.table.sheet == one.table.sheet and o.last < one.first), default=0)
        return any(row > above for row in rows)

    def _outside(self, sheet: Sheet) -> Iterator[Mention]:
        """The agencies that a sheet names outside of its tables; none where it has no table and lists them."""
        spans = [(one.first, one.last) for one in self.placed if one.table.sheet == sheet.name]
        last, found = max((end for _, end in spans), default=0), list[Mention]()
        cells = [cell for (row, _), cell in sorted(sheet.cells.items()) if not any(a <= row <= b for a, b in spans)]
        skipped, before = 0, ""
        wide = {origin: column for (_, column), origin in sorted(sheet.merged.items(), key=lambda one: one[0][1])}
        for place, cell in enumerate(cells[:_MOST_CELLS]):
            before = f"{before} {cells[place - 1].text[:100]}" if place and cells[place - 1].row == cell.row else ""
            below = 0 < last < cell.row
            if others := _OTHERS.fullmatch(folded(cell.text[:100])):
                skipped = cells[-1].row if others[1] else cell.row + _ROWS_OF_OTHERS
            if not below and is_of_many(cell.text):
                self.many.add(sheet.name)
            if _LABEL.fullmatch(cell.text.strip()) and max(c for r, c in sheet.cells if r == cell.row) == cell.column:
                self.labels.setdefault(sheet.name, []).append(cell.row)
            self.looked += may_mention(cell.text, self.region)
            if (
                self.looked <= _MOST_NAMING
                and cell.row > skipped
                and not _NOTE.match(cell.text)
                and (not below or self._counts(cell.text))
            ):
                widest = wide.get((cell.row, cell.column), 0)
                found += mentions_in(replace(cell, last=widest), sheet.name, before, self.region)
        lists = not spans and len({mention.slug for mention in found}) >= _LISTS
        yield from () if lists else found

    def _counts(self, text: str) -> bool:
        """Whether a text below a table says whose it is: a signature, a source, an office alone."""
        alone = agency_called(text, self.region.registry, self.region.name) is not None
        return is_signature(text) or names_source(text) or alone


@dataclass(frozen=True, slots=True)
class _Placed:
    """A table and the first and last of its rows."""

    table: RecapTable
    first: int
    last: int


def _span(one: RecapTable) -> tuple[int, int]:
    numbers = {cell.row for row in one.rows for cell in row.cells.values() if not cell.sheet}
    numbers |= {row.number for row in one.rows}
    return min(numbers), max(numbers)


def _is_signed(mention: Mention, before: int) -> bool:
    return mention.cell.row < before and is_signature(mention.cell.text)


def _called(mentions: Sequence[Mention], region: Region) -> Mention:
    """How one agency is named, with the unit of it that is; of several units none."""
    units = {folded(one.called): one for one in mentions if one.unit}
    if len(units) == 1:
        return next(iter(units.values()))
    agencies = [one for one in mentions if not one.unit]
    return agencies[-1] if agencies else replace(mentions[0], called=region.registry.agencies[mentions[0].slug].name)
