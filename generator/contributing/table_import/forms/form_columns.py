"""The labels of the forms of a sheet as columns of one table: what is known of them by their answers, told or asked."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from generator.contributing.names import without_mark
from generator.contributing.table_import.cells.legend import Around, Legend
from generator.contributing.table_import.cells.reading import Against
from generator.contributing.table_import.cells.remark import NOT_KEPT, WHICH, Asked, RecapTable, Remark
from generator.contributing.table_import.files.sheet import Cell, Sheet
from generator.contributing.table_import.recognition.contents import Recognised, recognised
from generator.contributing.table_import.shapes.header import Header
from generator.contributing.table_import.words import title_signs as signs
from generator.contributing.table_import.words.column_titles import Columns
from generator.contributing.table_import.words.columns import EVENTS_KEY, STAGE, SUMMARY, YEAR_ALONE, RecapColumn
from generator.schema.shape import shapes
from generator.text.spelling import folded

_REQUIRED: Final = frozenset(shape.key for shape in shapes() if shape.required)
_DATED: Final = frozenset([EVENTS_KEY, YEAR_ALONE[0], STAGE[0]])
#: So many words at least has a summary.
_FEWEST_WORDS: Final = 2
_UNCLEAR: Final = "label ini belum jelas"
_ANSWER: Final = "jawab pada lembar Pertanyaan, atau beri judul seperti pada templat"


@dataclass(frozen=True, slots=True)
class FormRead:
    """A form as a table, its labels as columns; and what is told of those that nobody knows, by their keys."""

    table: RecapTable
    unknown: Mapping[int, Remark]


def made_out(
    sheet: Sheet, forms: Sequence[FormRead], over: str, against: Against
) -> tuple[list[RecapTable], list[Remark]]:
    """The forms of a sheet, their labels known by what stands beside them in all; and what is told and asked."""
    joined = _Joined([one.table for one in forms])
    seen = recognised(sheet.name, joined.header, joined.cells, against, Around(over, sheet.signs))
    asked = {n: one for n, one in seen.asked.items() if _is_needed(one, seen, against.columns)}
    asked = asked or _summary_asked(joined, seen, against)
    legend, left = Legend(sheet.name, sheet.signs, against.region), [*seen.remarks]
    made = []
    for form in forms:
        table, told = joined.made(form.table, seen, asked, legend)
        made.append(table)
        left += [*told, *_unknown(form, joined.places[id(form.table)], table, asked)]
    return made, left


def _is_needed(asked: Asked, seen: Recognised, columns: Columns) -> bool:
    """Whether a label may be what every entry needs and no other label is: of all else nobody is asked."""
    has = {column.path[0] for column in seen.columns.values()}
    lacks = (_REQUIRED - has) | (set() if has & _DATED else _DATED)
    meant = (columns.labelled(option) for option in asked.options)
    return any(column.path[0] in lacks for column in meant if column)


def _summary_asked(joined: "_Joined", seen: Recognised, against: Against) -> dict[int, Asked]:
    """What is asked of the label with most words, short as they are, where no label is that of the summary."""
    if any(column.path == SUMMARY for column in seen.columns.values()):
        return {}
    words = {
        n: sum(len(cell.text.split()) for cell in cells) / len(cells)
        for n, cells in joined.cells.items()
        if n not in seen.columns and not signs.NOT_ASKED.search(folded(joined.titles[n]))
    }
    most = max(words, key=lambda n: words[n], default=0)
    title, summary = joined.titles.get(most, ""), against.columns.labelled(SUMMARY[0])
    if words.get(most, 0) < _FEWEST_WORDS or not summary or against.defaults.reply(title, WHICH) is not None:
        return {}
    return {most: Asked(title, WHICH, (summary.title, NOT_KEPT))}


def _unknown(
    form: FormRead, places: Mapping[int, int], table: RecapTable, asked: Mapping[int, Asked]
) -> Iterator[Remark]:
    """What is told of the labels that are still not known."""
    for key, told in form.unknown.items():
        place = places.get(key, 0)
        if place in asked:
            yield replace(told, reason=_UNCLEAR, cure=_ANSWER, asked=asked[place])
        elif place not in table.columns:
            yield told


@dataclass(slots=True)
class _Joined:
    """The labels of several forms, one column for all that are called and known alike."""

    tables: Sequence[RecapTable]
    titles: dict[int, str] = field(default_factory=dict)
    columns: dict[int, RecapColumn] = field(default_factory=dict)
    cells: dict[int, list[Cell]] = field(default_factory=dict)
    places: dict[int, dict[int, int]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        numbers: dict[tuple[str, str, int], int] = {}
        for table in self.tables:
            here = self.places.setdefault(id(table), {})
            for key, title in table.titles.items():
                column = table.columns.get(key)
                called = folded(without_mark(title)), str(column and (column.path, column.lead))
                again = sum(1 for other in here if (folded(without_mark(table.titles[other])) == called[0]))
                place = numbers.setdefault((*called, again), len(numbers) + 1)
                here[key] = place
                self.titles.setdefault(place, title)
                self.columns |= {place: column} if column else {}
            for row in table.rows:
                for key, cell in row.cells.items():
                    self.cells.setdefault(here[key], []).append(cell)

    @property
    def header(self) -> Header:
        """The labels as titles of a table."""
        return Header(0, 1, self.titles, self.columns)

    def made(
        self, table: RecapTable, seen: Recognised, asked: Mapping[int, Asked], legend: Legend
    ) -> tuple[RecapTable, list[Remark]]:
        """A form under the columns that its labels are."""
        here, found, told = self.places[id(table)], seen.header(self.header), list[Remark]()
        own = {*here.values(), *(n for n in found.columns if n not in self.titles)}
        columns = {n: replace(one, titled=found.titles[n]) for n, one in found.columns.items() if n in own}
        rows = []
        for row in table.rows:
            cells = {here[key]: cell for key, cell in row.cells.items()}
            for one in seen.joined:
                one.joined(cells)
            for n, cell, remark in list(legend.spelt_out(cells, columns, found.titles)):
                cells[n] = cell
                told += [remark] if remark else []
            rows.append(replace(row, cells=cells))
        titles = {n: title for n, title in found.titles.items() if n in own}
        return replace(table, titles=titles, columns=columns, rows=tuple(rows), asked=asked), told
