"""Sheets that hold labels among their values: several in one cell, or one a row. Each label becomes a column."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from generator.contributing.names import without_mark
from generator.contributing.table_import.cells.values import date_in
from generator.contributing.table_import.files.sheet import Cell, Sheet
from generator.contributing.table_import.shapes.header import headers
from generator.contributing.table_import.words.column_titles import Columns
from generator.contributing.table_import.words.columns import NAME, NOTE, SUMMARY, dated_title
from generator.text.spelling import folded

#: `Ringkasan: ...` at the beginning of a line.
_LABELLED = re.compile(r"[ \t]*([^:\n]{2,80}?)[ \t]*:(?!//)[ \t]*(.*)")
#: Between several labels in one line.
_BETWEEN = re.compile(r"[ \t]*[;|][ \t]+")
#: A label that nobody knows, beside others that are known.
_OTHER = re.compile(r"[A-Z][\w/.-]*(?: [\w/.-]+){0,3}")
#: So many different labels at least make a block of a cell, or a column of labels.
_FEWEST: Final = 3
_MOST: Final = 0.8
#: So many innovations at least have rows of their own for what else is said of them.
_FEWEST_BELOW: Final = 2
#: So many lines at least of a cell say what they are.
_FEWEST_LINES: Final = 2
_MOST_TITLES: Final = 12
_LONGEST: Final = 8_000


def unfolded(sheet: Sheet, columns: Columns) -> Sheet:
    """The sheet with a column for each label; as it is where its cells hold none."""
    by_column: dict[int, dict[int, Cell]] = {}
    for (row, column), cell in sorted(sheet.cells.items()):
        by_column.setdefault(column, {})[row] = cell
    if found := _below(sheet, columns):
        return _made(sheet, found)
    for number, cells in by_column.items():
        if found := _blocks(cells, columns) or _rows(number, by_column, columns):
            return _made(sheet, found)
    return sheet


def labels_beside(sheet: Sheet, columns: Columns) -> Sheet:
    """The sheet with a column for each label that the lines of one column have, beside the names: `Keterangan lain`."""
    head = next(iter(headers(sheet, columns)), None)
    if head is None:
        return sheet
    for number in head.titles:
        below = {at[0]: cell for at, cell in sheet.cells.items() if at[1] == number and at[0] >= head.first_row}
        known = head.columns.get(number)
        said = {row: values for row, cell in below.items() if (values := _lines_said(cell, columns))}
        if (known and known.path != NOTE) or len(said) < max(_FEWEST_BELOW, _MOST * len(below)):
            continue
        own = {column.path for n, column in head.columns.items() if n != number}
        labels = {label for values in said.values() for label in values}
        if any((column := columns.title_of(label)) is None or column.path in own for label in labels):
            continue
        made = {(row, label): cell for row, values in said.items() for label, cell in values.items()}
        return _made(sheet, _Unfolded(head.first_row - 1, made, frozenset((row, number) for row in said)))
    return sheet


def _lines_said(cell: Cell, columns: Columns) -> dict[str, Cell]:
    """What each line of a cell says, by its label or the event that its date is of; nothing where one says neither."""
    made: dict[str, Cell] = {}
    lines = [line.strip() for line in cell.text.split("\n") if line.strip()] if len(cell.text) <= _LONGEST else []
    for line in lines:
        match = _LABELLED.fullmatch(without_mark(line))
        label, value = (
            (match[1].strip(), match[2]) if match and columns.title_of(match[1]) else _event_in(line, columns)
        )
        if not label or label in made or _means_name(label, columns):
            return {}
        made[label] = replace(cell, text=value.strip(), date="")
    return made if len(made) >= _FEWEST_LINES else {}


def _event_in(line: str, columns: Columns) -> tuple[str, str]:
    """The title of the event that a line names before a date, and the date: `Diterapkan sejak Maret 2025`."""
    words = line.replace(":", " ").split()
    for at in range(1, min(len(words), _MOST_TITLES)):
        kinds = columns.events_in(" ".join(words[:at]))
        if len(kinds) == 1 and date_in(date := " ".join(words[at:])):
            return dated_title(columns.registry.taxonomy["peristiwa"][kinds[0]].label), date
    return "", ""


@dataclass(frozen=True, slots=True)
class _Unfolded:
    """What is put in place of cells: the row of titles, the values by row and label, and the cells that go."""

    title_row: int
    values: Mapping[tuple[int, str], Cell]
    gone: frozenset[tuple[int, int]]


def _blocks(cells: Mapping[int, Cell], columns: Columns) -> _Unfolded | None:
    """The labels inside the cells of one column: `Nama Inovasi: ...`, `Ringkasan: ...` below each other."""
    found = {row: _joined(_labelled(cell, columns)) for row, cell in cells.items()}
    blocks = {row: values for row, values in found.items() if sum(map(bool, map(columns.title_of, values))) >= _FEWEST}
    first = min(blocks, default=0)
    named = [row for row, values in blocks.items() if any(_means_name(label, columns) for label in values)]
    below = [row for row, cell in cells.items() if row >= first and len(_lines(cell, columns)) > 1]
    if first < 2 or len(named) < _MOST * len(below):
        return None
    column = next(iter(cells.values())).column
    made = {(row, label): cell for row in named for label, cell in blocks[row].items()}
    rest = [row for row in cells if row >= first and row not in named]
    over = [] if rest else [first - 1]  # a title above nothing else is that of no column
    return _Unfolded(first - 1, made, frozenset((row, column) for row in (*over, *named)))


def _joined(values: Iterator[tuple[str, Cell]]) -> dict[str, Cell]:
    """The values by label; what stands under one label twice is one text."""
    made: dict[str, Cell] = {}
    for label, cell in values:
        over = made.get(label)
        made[label] = replace(over, text=f"{over.text}\n{cell.text}", date="") if over else cell
    return made


def _labelled(cell: Cell, columns: Columns) -> Iterator[tuple[str, Cell]]:
    """The values of a cell by their labels; a line without one goes on with the value above."""
    label, lines = "", list[str]()
    for line in _lines(cell, columns):
        match = _LABELLED.fullmatch(without_mark(line))
        if match and (columns.title_of(match[1]) or (label and _OTHER.fullmatch(match[1]))):
            if label:
                yield label, replace(cell, text="\n".join(lines).strip())
            label, lines = match[1].strip(), [match[2]]
        else:
            lines.append(line)
    if label:
        yield label, replace(cell, text="\n".join(lines).strip())


def _lines(cell: Cell, columns: Columns) -> list[str]:
    """The lines of a cell; of one line the parts between signs, where most have labels: `Nama: ...; bentuk: ...`."""
    lines = cell.text.split("\n") if len(cell.text) <= _LONGEST else []
    parts = _BETWEEN.split(lines[0]) if len(lines) == 1 else []
    said = [match for part in parts if (match := _LABELLED.fullmatch(without_mark(part)))]
    known = sum(columns.title_of(match[1]) is not None for match in said)
    if known < _FEWEST or known < _MOST * len(parts) - 1:
        return lines
    return [_dated(part, columns) for part in parts]


def _dated(part: str, columns: Columns) -> str:
    """A part whose label is an event, with the title of its dates: `diterapkan: 2023`."""
    label, colon, behind = part.partition(":")
    kinds = columns.events_in(label) if colon and not columns.title_of(label) else ()
    title = dated_title(columns.registry.taxonomy["peristiwa"][kinds[0]].label) if len(kinds) == 1 else label
    return f"{title}{colon}{behind}"


def _rows(number: int, by_column: Mapping[int, Mapping[int, Cell]], columns: Columns) -> _Unfolded | None:
    """A column of labels with their values to the right, and to the left the names whose they are."""
    labels, values = by_column[number], by_column.get(number + 1, {})
    names = next((n for n, cells in by_column.items() if n < number and _is_named(cells, columns)), 0)
    title_row = next((row for row, cell in by_column.get(names, {}).items() if _means_name(cell.text, columns)), 0)
    below = {row: cell for row, cell in labels.items() if row > title_row > 0}
    known = [
        row for row, cell in below.items() if _is_label(cell.text, columns) and not _means_name(cell.text, columns)
    ]
    kinds = [folded(below[row].text) for row in known]
    again = len(kinds) > len(set(kinds)) >= _FEWEST
    if not (names and again and len(known) >= _MOST * len(below)):
        return None
    said: dict[int, list[tuple[str, Cell]]] = {}
    start, name = 0, ""
    for row in sorted(below):
        own = by_column[names].get(row)
        if own and folded(own.text) != name:
            start, name = row, folded(own.text)
        if start and row in values:
            said.setdefault(start, []).append((below[row].text.strip(), values[row]))
    made = {(row, label): cell for row, pairs in said.items() for label, cell in _joined(iter(pairs)).items()}
    gone = {(row, n) for n in (number, number + 1) for row in by_column.get(n, {}) if row >= title_row}
    others = {row for row in below if row not in said}
    gone |= {(row, n) for n, cells in by_column.items() if n < number for row in cells if row in others}
    return _Unfolded(title_row, made, frozenset(gone))


def _below(sheet: Sheet, columns: Columns) -> _Unfolded | None:
    """Rows that only say more of the innovation in the row above them: `Ringkasan: ...`, below most of them."""
    rows: dict[int, list[Cell]] = {}
    for (row, _), cell in sorted(sheet.cells.items()):
        if cell.text.strip():
            rows.setdefault(row, []).append(cell)
    titled = (
        row for row, cells in rows.items() if any(_means_name(cell.text, columns) for cell in cells[:_MOST_TITLES])
    )
    title_row = next((row for row in titled if len(rows[row]) >= _FEWEST), 0)
    owner, last, owners = 0, 0, set[int]()
    made, gone = dict[tuple[int, str], Cell](), set[tuple[int, int]]()
    for row, cells in ((row, cells) for row, cells in rows.items() if row > title_row > 0):
        said = [(cell, both) for cell in cells if (both := _text_of(cell, columns))]
        if owner and row == last + 1 and len(said) == len(cells):
            for cell, (label, text) in said:
                over = made.get((owner, label))
                made[owner, label] = replace(cell, text=f"{over.text}\n{text}" if over else text)
            gone |= {(row, cell.column) for cell in cells}
        else:
            owner = row if len(cells) >= _FEWEST else 0
            owners |= {owner} - {0}
        last = row
    served = {row for row, _ in made}
    if len(served) < _FEWEST_BELOW or len(served) < _MOST * len(owners):
        return None
    return _Unfolded(title_row, made, frozenset(gone))


def _text_of(cell: Cell, columns: Columns) -> tuple[str, str] | None:
    """The label and the text of a cell that has both, where the label is a text's; None of others."""
    match = _LABELLED.fullmatch(" ".join(cell.text.split()))
    column = columns.title_of(match[1]) if match and match[2] else None
    text = column is not None and (column.shape.kind == "prosa" or column.path == SUMMARY)
    return (match[1].strip(), match[2]) if match and text else None


def _is_label(text: str, columns: Columns) -> bool:
    """Whether a text is a label and no more: `Bentuk: Pelayanan publik` says itself what it is."""
    return not text.partition(":")[2].strip() and columns.title_of(text) is not None


def _is_named(cells: Mapping[int, Cell], columns: Columns) -> bool:
    """Whether a column has the names of innovations: their title, and below it no labels of a form."""
    labels = sum(_is_label(cell.text, columns) for cell in cells.values())
    return 2 * labels <= len(cells) and any(_means_name(cell.text, columns) for cell in cells.values())


def _means_name(text: str, columns: Columns) -> bool:
    found = columns.title_of(text)
    return found is not None and found.path == NAME


def _made(sheet: Sheet, found: _Unfolded) -> Sheet:
    last = max(column for _, column in sheet.cells)
    titles = {folded(label): label for _, label in found.values}
    places = {label: last + number for number, label in enumerate(titles, 1)}
    cells = {at: cell for at, cell in sheet.cells.items() if at not in found.gone}
    cells |= {(found.title_row, place): Cell(found.title_row, place, titles[label]) for label, place in places.items()}
    cells |= {(row, places[folded(label)]): cell for (row, label), cell in found.values.items() if cell.text}
    merged = {at: origin for at, origin in sheet.merged.items() if origin in cells}
    return replace(sheet, cells=cells, merged=merged)
