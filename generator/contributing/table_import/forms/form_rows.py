"""The rows of a sheet of forms: labels and values apart, where each form begins, and which label has the name."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from generator.contributing.names import without_mark
from generator.contributing.table_import.cells.reading import Against
from generator.contributing.table_import.cells.remark import NAME_COLUMN, Remark
from generator.contributing.table_import.cells.values import is_nothing
from generator.contributing.table_import.files.sheet import Cell, Sheet
from generator.contributing.table_import.forms.listed_choices import Rows
from generator.contributing.table_import.shapes.header import Header
from generator.contributing.table_import.shapes.name_column import ask_for_label, told_name
from generator.contributing.table_import.words.column_titles import Columns
from generator.contributing.table_import.words.columns import (
    AGENCY,
    AGENCY_LABEL,
    NAME,
    YEAR_ALONE,
    Keys,
    RecapColumn,
    dated_title,
)
from generator.contributing.table_import.words.title_signs import GIVER, OTHER_OFFICE, OWN_OFFICE, SPAN, may_name
from generator.contributing.units import agency_or_unit
from generator.text.spelling import folded

#: So many known labels below each other make a form.
LABELS: Final = 3
#: A label and its value in one cell.
_IN_ONE = re.compile(r"([^:]{2,100}?)\s*:(?!//)\s*(.*)", re.DOTALL)
_LONGEST_EVENT: Final = 60
_COUNT = re.compile(r"\(?(?:[0-9]{1,2}(?:\.[0-9]{1,2})*|[a-z])[.)]*|[-•·]", re.IGNORECASE)
#: What counts a label in its own cell: letters, figures or a sign.
_COUNTED = re.compile(r"\s*(?:\(?(?:([a-z])|([0-9]{1,2}))[.)]|[-–•·])\s", re.IGNORECASE)
_TWO: Final = 2
_FIRST_LABELS: Final = 12
#: Heads of a form whose labels are explained beside them: of the answers, and of what explains.
_ANSWERS = re.compile(r"(?:informasi|jawaban|isian|isi)(?: ?/? ?(?:informasi|jawaban|isian))?")
_EXPLAINS = re.compile(r"definisi(?: operasional)?|penjelasan|petunjuk(?: pengisian)?|cara mengisi|data pendukung")


def form_rows(sheet: Sheet, columns: Columns) -> Rows:
    """The filled cells of a sheet by row and column, a label and its value in cells of their own."""
    rows: dict[int, dict[int, Cell]] = {}
    for (row, column), cell in sorted(sheet.cells.items()):
        if not is_nothing(cell) and cell.text.strip() != ":":
            rows.setdefault(row, {})[column] = cell
    return _under_heads(_parted(rows, columns), columns)


def explained(rows: Rows) -> tuple[int, frozenset[int]]:
    """The row of heads of a form that explains its labels, and the columns that explain; 0 and none without them."""
    for row, cells in rows.items():
        texts = {column: folded(cell.text) for column, cell in cells.items()}
        explaining = frozenset(column for column, text in texts.items() if _EXPLAINS.fullmatch(text))
        if explaining and any(_ANSWERS.fullmatch(text) for text in texts.values()):
            return row, explaining
    return 0, frozenset()


def _under_heads(rows: Rows, columns: Columns) -> Rows:
    """The rows with the labels below an empty one said in full: `a. Utama` below `Urusan`, as nobody knows it alone."""
    made, head = dict(rows), ""
    own = (0, "", 0)
    for row, cells in rows.items():
        labels = {column: cell for column, cell in cells.items() if not is_count(cell.text)}
        place, cell = next(iter(labels.items()), (0, None))
        said = _mark(cells, place) if cell else ""
        is_label = cell and len(cell.text) <= _LONGEST_EVENT and (said or len(labels) > 1)
        alone = without_mark(cell.text.strip()).rstrip(" :") if cell else ""
        whole = f"{head} {alone}" if head and is_label else ""
        known = columns.title_of(whole) if whole and said != own[1] and place == own[0] else None
        if cell and known and known != columns.title_of(alone):
            made[row] = {**cells, place: replace(cell, text=whole)}
            made.pop(own[2], None)
        elif cell and len(labels) == 1 and len(cell.text) <= _LONGEST_EVENT:
            head, own = without_mark(cell.text.strip()).partition("(")[0].rstrip(" :"), (place, said, row)
        else:
            head = ""
    return made


def is_count(text: str) -> bool:
    """Whether a text only numbers a label: `7.`, `1.18`, `a)`."""
    return _COUNT.fullmatch(text.strip()) is not None


def _mark(cells: Mapping[int, Cell], place: int) -> str:
    """How a label is counted, in its own cell or in one before it: by letters, by figures, by a sign; "" if not."""
    before = next((cell.text.strip() for column, cell in cells.items() if column < place), "")
    counted = _COUNTED.match(f"{before} {cells[place].text.strip()}")
    return ("a" if counted[1] else "1" if counted[2] else "-") if counted else ""


def _parted(rows: Rows, columns: Columns) -> Rows:
    """The rows with labels and values apart, where a form has both in one cell: `3. Tahapan : Penerapan`."""
    parted = {row: cell for row, cells in rows.items() if len(cells) == 1 for cell in cells.values()}
    halves = {row: (match, cell) for row, cell in parted.items() if (match := _IN_ONE.fullmatch(cell.text.strip()))}
    known = [row for row, (match, cell) in halves.items() if known_label(replace(cell, text=match[1]), columns)]
    places = {halves[row][1].column for row in known}
    if len(known) < LABELS or len(places) > 1 or _has_labels_before(places.pop(), rows, columns):
        return rows
    made = dict(rows)
    for row, (match, cell) in halves.items():
        value = replace(cell, text=match[2].strip())
        made[row] = {cell.column: replace(cell, text=match[1]), **({cell.column + 1: value} if value.text else {})}
    return made


def _has_labels_before(place: int, rows: Rows, columns: Columns) -> bool:
    """Whether a form has its labels to the left of a column: what stands there is answers, whatever they look like."""
    before = {
        known.path
        for cells in rows.values()
        for n, cell in cells.items()
        if n < place and (known := known_label(cell, columns))
    }
    return len(before) >= LABELS


def forms_of(rows: Rows, columns: Columns) -> tuple[Rows, list[Rows]]:
    """What stands above all forms of a sheet, and the rows of each form.

    A further one begins where the labels from the first to that of the name come again, or the last of them.
    """
    labels = _first_labels(rows, columns)
    place = next((c for _, c, path in labels if path == NAME), 0)
    at_left = [(n, path) for n, c, path in labels if c == place]
    names = [at for at, (_, path) in enumerate(at_left) if path == NAME and max(rows[at_left[at][0]]) > place]
    starts = _starts(at_left, names)
    ends = [*starts[1:], len(at_left)]
    if len(starts) < _TWO or any(end - at < LABELS for at, end in zip(starts, ends, strict=True)):
        return {}, [rows]
    begun = _before_known(rows, [at_left[at][0] for at in starts], place)
    firsts = [_heading_of(rows, at_left[at - 1][0] if at else 0, one) for at, one in zip(starts, begun, strict=True)]
    firsts[0] = begun[0]
    forms: list[Rows] = [
        {n: row for n, row in rows.items() if first <= n < last}
        for first, last in zip(firsts, [*firsts[1:], max(rows) + 1], strict=True)
    ]
    return {n: row for n, row in rows.items() if n < begun[0]}, forms


def _starts(labels: Sequence[tuple[int, Keys]], names: Sequence[int]) -> list[int]:
    """The first label of each form: that many before the name as all forms have, and at least those of most of them."""
    paths = [path for _, path in labels]
    found: list[int] = []
    for many in range(names[0], -1, -1) if len(names) >= _TWO else ():
        before = paths[names[0] - many : names[0]]
        found = [at - many for at in names if at >= many and paths[at - many : at] == before]
        if len(found) == len(names):
            first = names[0] - many
            own = first and labels[first - 1][0] + 1 == labels[first][0]  # no gap: the label above is the first form's
            return [0, *found[1:]] if own else found
    return found


def _before_known(rows: Rows, starts: Sequence[int], place: int) -> list[int]:
    """The rows where forms begin, with the labels above the first known one that nobody knows: the same in each."""
    order = sorted(rows)
    places = [order.index(row) for row in starts]
    above = 0
    for above in range(min(places) + 1):
        labels = {
            folded(rows[order[at - above - 1]][place].text) if place in rows[order[at - above - 1]] else ""
            for at in places
        }
        if above == min(places) or len(labels) > 1 or any(max(rows[order[at - above - 1]]) <= place for at in places):
            break
    return [order[at - above] for at in places]


def _first_labels(rows: Rows, columns: Columns) -> list[tuple[int, int, Keys]]:
    """The first known label of each row, with its column and what it is."""
    found = []
    for n, row in rows.items():
        known = next(((n, c, one.path) for c, cell in row.items() if (one := known_label(cell, columns))), None)
        found += [known] if known else []
    return found


def with_name(sheet: Sheet, rows: Rows, against: Against) -> tuple[Columns, Sequence[Remark]]:
    """The columns, with the label that has the name where none is known; and what is told or asked of it."""
    columns, labels = against.columns, _first_labels(rows, against.columns)
    if len(labels) < LABELS or any(path == NAME for *_, path in labels):
        return columns, ()
    places = [c for _, c, _ in labels]
    place = max(set(places), key=places.count)
    if len({path for _, c, path in labels if c == place}) < LABELS:  # the same few words again and again are no labels
        return columns, ()
    known = {n for n, c, _ in labels if c == place}
    maybe = [row[place] for n, row in rows.items() if n not in known and place in row and max(row) > place]
    titles = {cell.text.strip().rstrip(":").strip(): cell for cell in maybe}
    reply = against.defaults.reply(sheet.name, NAME_COLUMN)
    named = [title for title in titles if (folded(title) == folded(reply) if reply else may_name(title))]
    name = columns.labelled(NAME[0])
    if len(named) == 1 and name:
        told = told_name(sheet.name, named[0], titles[named[0]])
        return replace(columns, further={folded(without_mark(named[0])): name}), () if reply else (told,)
    if reply or not titles:
        return columns, ()
    return columns, (ask_for_label(sheet.name, tuple(titles), maybe[0]),)


def office_label(rows: Rows, labels: Mapping[int, RecapColumn], place: int, against: Against) -> dict[int, RecapColumn]:
    """The label under which the agency stands whose innovation it is, where none is called so.

    `Nama Inisiator`, where offices stand beside it; and a label that nobody knows and that speaks of an office,
    whatever stands there: what nobody can read is asked, and no heading serves in its place.
    """
    agency, region = against.columns.labelled(AGENCY_LABEL), against.region
    if agency is None or any(column.path == AGENCY for column in labels.values()):
        return {}
    values = {
        row: [cell.text for column, cell in cells.items() if column > place]
        for row, cells in rows.items()
        if place in cells and max(cells) > place
    }
    called = {row: folded(without_mark(rows[row][place].text.rstrip(" :"))) for row in values}
    givers = [row for row in values if GIVER.fullmatch(called[row]) and all(map(region.office_beside, values[row]))]
    unread = [row for row in values if row not in labels and len(called[row]) <= _LONGEST_EVENT]
    own = [row for row in unread if OWN_OFFICE.search(called[row]) and not OTHER_OFFICE.search(called[row])]
    named = [row for row in own if all(agency_or_unit(value, region.registry, region.name) for value in values[row])]
    return dict.fromkeys((*givers, *named, *own)[:1], agency)


def is_form(sheet: Sheet, found: Header, columns: Columns) -> bool:
    """Whether what seems to be titles is a row of a form: where its names would stand are further labels."""
    names = {n for n, column in found.columns.items() if column.path == NAME}
    below = [cell for (row, n), cell in sorted(sheet.cells.items()) if n in names and row >= found.first_row]
    known = {one.path for cell in below[:_FIRST_LABELS] if (one := columns.title_of(_label(cell)))}
    return len(known) >= LABELS and _TWO * len(known) >= len(below[:_FIRST_LABELS])


def _label(cell: Cell) -> str:
    return " ".join(cell.text.strip().rstrip(":").split())


def _heading_of(rows: Rows, last: int, first: int) -> int:
    """The row where a form begins: that of its first label, or of the headings right above it, behind an empty row."""
    over = first
    for row in sorted((row for row in rows if last < row < first), reverse=True):
        if len(rows[row]) > 1 or over - row > _TWO:
            break
        over = row
    return over if over - 1 not in rows else first


def known_label(cell: Cell, columns: Columns) -> RecapColumn | None:
    """The column that a label means, None if none."""
    text = _label(cell)
    span = columns.title_of(YEAR_ALONE[0]) if SPAN.fullmatch(folded(without_mark(text))) else None
    return columns.title_of(text) or _event(without_mark(text), columns) or span


def _event(text: str, columns: Columns) -> RecapColumn | None:
    """The dates of an event that a label below another one names alone: `a. Uji coba`."""
    events = columns.events_in(text) if len(text) <= _LONGEST_EVENT else ()
    return columns.title_of(dated_title(events[0])) if len(events) == 1 else None
