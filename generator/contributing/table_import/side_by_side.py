"""Tables that stand beside each other on one sheet, under titles that come again to the right."""

from collections.abc import Iterator
from dataclasses import replace

from generator.contributing.table_import.columns import NAME, Keys
from generator.contributing.table_import.header import Header
from generator.contributing.table_import.sheet import Sheet
from generator.text.spelling import folded


def beside(sheet: Sheet, found: Header) -> tuple[Sheet, ...]:
    """The parts of a sheet from left to right, one a table; () where it has one table only."""
    firsts = _firsts(found)
    if len(firsts) < 2:
        return ()
    ends = [*firsts[1:], max(column for _, column in sheet.cells) + 1]
    return tuple(_part(sheet, first, end) for first, end in zip([1, *firsts[1:]], ends, strict=True))


def _firsts(found: Header) -> list[int]:
    """The columns in which the tables begin: the first title comes again, and each has a column of names."""
    titles = {n: folded(title) for n, title in sorted(found.titles.items()) if folded(title)}
    names = [n for n, column in found.columns.items() if column.path == NAME]
    first = next(iter(titles.values()), "")
    starts = [n for n, title in titles.items() if title == first]
    spans = list(zip(starts, [*starts[1:], max(titles, default=0) + 1], strict=True))
    own = all(sum(start <= n < end for n in names) == 1 for start, end in spans)
    same = len({tuple(_known(found, start, end)) for start, end in spans}) == 1
    return starts if len(starts) > 1 and own and same else []


def _known(found: Header, start: int, end: int) -> Iterator[Keys]:
    return (column.path for n, column in sorted(found.columns.items()) if start <= n < end)


def _part(sheet: Sheet, first: int, end: int) -> Sheet:
    """The cells from one column to before another, where they stand."""
    cells = {at: cell for at, cell in sheet.cells.items() if first <= at[1] < end}
    notes = {at: text for at, text in sheet.beside.items() if first <= at[1] < end}
    merged = {at: origin for at, origin in sheet.merged.items() if first <= min(at[1], origin[1]) and at[1] < end}
    left = tuple(one for one in sheet.left if first <= one[0].column < end)
    note = sheet.note if first == 1 else ""
    return replace(sheet, cells=cells, merged=merged, left=left, beside=notes, note=note)
