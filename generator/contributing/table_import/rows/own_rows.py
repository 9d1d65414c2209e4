"""The form read back: its first sheet with the columns it has, and the sheets of lists, each row to its innovation."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Final

from generator.contributing.answers.outcome import Unusable
from generator.contributing.table_import.cells.as_written import AS_WRITTEN, answered_value
from generator.contributing.table_import.cells.reading import Reading, put
from generator.contributing.table_import.cells.remark import RecapRow, RecapTable, Remark
from generator.contributing.table_import.cells.values import is_nothing
from generator.contributing.table_import.files.own_sheets import FORM_SHEET
from generator.contributing.table_import.files.sheet import Cell, Sheet
from generator.contributing.table_import.rows.lists import typed
from generator.contributing.table_import.shapes.furniture import helps
from generator.contributing.table_import.shapes.header import Header
from generator.contributing.table_import.words.column_titles import Columns
from generator.contributing.table_import.words.columns import EVENTS_KEY, NAME, SLUG, Keys, RecapColumn
from generator.contributing.table_import.words.form_parts import (
    COMPUTED_MARK,
    NAME_HERE,
    REQUIRED_MARK,
    SLUG_HERE,
    OwnSheet,
    computed,
    form_titles,
    own_sheets,
)
from generator.text.github import plain
from generator.text.spelling import folded

#: Where a date's words go that say more than it can hold.
_NOTE: Final = "keterangan"


@dataclass(slots=True)
class _Part:
    """One sheet of a list, its columns by number, its rows, and those that found their innovation."""

    own: OwnSheet
    table: RecapTable
    found: set[int] = field(default_factory=set)

    @property
    def keys(self) -> set[int]:
        """The columns that say whose item a row is."""
        whose = (NAME_HERE.help, SLUG_HERE.help)
        return {number for number, column in self.table.columns.items() if column.help in whose}


@dataclass(frozen=True, slots=True)
class RecapForm:
    """A workbook in the form: the heads of its first sheet, and the sheets of its lists."""

    header: Header
    parts: tuple[_Part, ...]

    def attach(self, read: Reading) -> None:
        """Give an innovation what its rows on the other sheets say."""
        for part in self.parts:
            mine = [row for row in part.table.rows if _belongs(row, part, read)]
            part.found.update(row.number for row in mine)
            for row in mine:
                _take(read, part, row)

    def left(self) -> Iterator[Remark]:
        """Rows that belong to no innovation of the first sheet, and columns that nobody knows."""
        for part in self.parts:
            for row in part.table.rows:
                if row.number not in part.found:
                    value = plain("; ".join(cell.text for cell in row.cells.values()))
                    reason = f"inovasinya tidak ada pada lembar {FORM_SHEET}"
                    cure = f"tulis namanya persis seperti pada lembar {FORM_SHEET}"
                    yield Remark(part.table.sheet, f"baris {row.number}", "", value, reason, cure)
                for number, cell in row.cells.items():
                    if number not in part.table.columns:
                        title = plain(part.table.titles.get(number, "")) or "tanpa judul"
                        said = "kolom ini tidak dikenal", "pindahkan isinya ke kolom yang sesuai, bila ada"
                        yield Remark(part.table.sheet, cell.address, title, plain(cell.text), *said, whole_column=True)


def form_in(sheets: Iterable[Sheet], columns: Columns) -> RecapForm | None:
    """The form that a workbook is, by its first sheet and the one of the history; None for any other."""
    by_name = {sheet.name: sheet for sheet in sheets if not sheet.hidden}
    main = by_name.get(FORM_SHEET)
    parts = tuple(
        _Part(own, table) for own in own_sheets() if own.name in by_name and (table := _table(by_name[own.name], own))
    )
    if main is None or not any(part.own.path == (EVENTS_KEY,) for part in parts):
        return None
    titles, known = _heads(main), form_titles(columns)
    found: dict[int, RecapColumn] = {}
    for number, title in titles.items():
        own_title = computed(title) if title.endswith(COMPUTED_MARK) else known.get(folded(title))
        if column := own_title or columns.title_of(title):
            found[number] = column
    if not any(column.path == NAME for column in found.values()):
        return None
    second = {column: cell for (row, column), cell in main.cells.items() if row == 2}
    return RecapForm(Header(1, 3 if second and _is_help(second, found) else 2, titles, found), parts)


def _heads(sheet: Sheet) -> dict[int, str]:
    heads = {column: " ".join(cell.text.split()) for (row, column), cell in sorted(sheet.cells.items()) if row == 1}
    return {column: head.removesuffix(REQUIRED_MARK) for column, head in heads.items()}


def _table(sheet: Sheet, own: OwnSheet) -> RecapTable | None:
    """The rows of a list's sheet below its heads, if it has those that it needs."""
    titles, known = _heads(sheet), {folded(column.title): column for column in own.heads}
    columns = {n: replace(known[folded(title)], titled=title) for n, title in titles.items() if folded(title) in known}
    needed = {column.path for column in own.heads if column.shape.required and len(column.path) == 1} | {NAME_HERE.path}
    if not needed <= {column.path for column in columns.values()}:
        return None
    rows: dict[int, dict[int, Cell]] = {}
    for (row, number), cell in sorted(sheet.cells.items()):
        if row > 1 and not is_nothing(cell):
            rows.setdefault(row, {})[number] = replace(cell, sheet=sheet.name)
    kept = tuple(RecapRow(row, cells) for row, cells in rows.items() if not _is_help(cells, columns))
    return RecapTable(sheet.name, titles, columns, kept, is_form=True)


def _is_help(cells: Mapping[int, Cell], columns: Mapping[int, RecapColumn]) -> bool:
    """Whether a row says what belongs in each column, as the second row of a sheet does."""
    known = {number: helps(columns[number]) for number in cells if number in columns}
    return bool(known) and all(cells[number].text.startswith(texts) for number, texts in known.items())


def _belongs(row: RecapRow, part: _Part, read: Reading) -> bool:
    """By the address where both have one, else by the name."""
    said = {part.table.columns[n].path: cell.text for n, cell in row.cells.items() if n in part.keys}
    slug, name = said.get(SLUG, "").strip(), said.get(NAME, "").removeprefix(AS_WRITTEN)
    if slug and read.slug:
        return slug == read.slug
    return folded(name) == folded(read.name) != ""


def _take(read: Reading, part: _Part, row: RecapRow) -> None:
    """One item of a list."""
    own, here = part.own, Reading(part.table, row, read.region, read.defaults)
    item: dict[str, Any] = {}
    sources: dict[Keys, tuple[Cell, str]] = {}
    for number, column in part.table.columns.items():
        cell = row.cells.get(number)
        if cell is None or number in part.keys:
            continue
        at = cell, part.table.titles[number]
        value = answered_value(here, cell, column, number)
        if isinstance(value, Unusable):
            here.tell_unusable(value, at)
            continue
        for one in value.left:
            here.tell_unusable(one, at)
        if value.note:
            here.tell(value.note, "betulkan isiannya bila bukan itu yang dimaksud", at, note=True)
        put(item, column.path, list(value.values) if column.shape.most else typed(value.values[0], column.shape))
        if value.words:
            item.setdefault(_NOTE, value.words)
        sources[column.path] = at
    # What a group must have is asked for only where there is something of the group.
    wanted = [column for column in own.heads if column.shape.required and _in(item, column.path[:-1])]
    lacking = [column.title for column in wanted if not _in(item, column.path)]
    if lacking:
        here.tell(f'barisnya belum lengkap, isi juga "{lacking[0]}"', "", next(iter(sources.values()), None))
    else:
        _place(read, own, item, sources)
    read.remarks += here.remarks


def _in(item: Mapping[str, Any], path: Keys) -> bool:
    value: Any = item
    for key in path:
        value = value.get(key) if isinstance(value, Mapping) else None
    return value is not None


def _place(read: Reading, own: OwnSheet, item: dict[str, Any], sources: Mapping[Keys, tuple[Cell, str]]) -> None:
    """Put an item into the entry: into its list, or under its word."""
    data: dict[str, Any] = read.data
    for key in own.path[:-1]:
        data = data.setdefault(key, {})
    path: tuple[str | int, ...] = own.path
    if own.word:
        word = item.pop(own.word.path[0])
        data = data.setdefault(own.path[-1], {}).setdefault(word, {})
        path = (*path, word)
        if not own.inner:
            data.update(item)
    if own.inner or not own.word:
        items: list[Any] = data.setdefault(own.inner or own.path[-1], [])
        path = (*path, *([own.inner] if own.inner else []), len(items))
        items.append(item)
    read.sources |= {(*path, *inner): at for inner, at in sources.items()}
