"""A row as it is read: the data of an entry, what of the row was not taken, from which cell each value came."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from generator.contributing.answers.outcome import Unusable
from generator.contributing.table_import.cells.completions import FILL_IN, Completion
from generator.contributing.table_import.cells.region import Region
from generator.contributing.table_import.cells.remark import WHICH, Asked, RecapRow, RecapTable, Remark, RowName
from generator.contributing.table_import.files.sheet import Cell
from generator.contributing.table_import.words.column_titles import Columns
from generator.contributing.table_import.words.columns import Keys, RecapColumn
from generator.reading.spots import DataPath
from generator.schema.fields import one_line
from generator.text.github import plain
from generator.text.spelling import folded

#: (folded title, text; "" for empty cells, "*" for the column) -> what the officer answered.
Replies = Mapping[tuple[str, str], str]
#: A cell and the title it stands under.
Titled = tuple[Cell, str]


@dataclass(frozen=True, slots=True)
class Defaults:
    """What stands for columns that a table lacks: the agency of all rows, the date (or "") of a report; and answers.

    `year` is the one in the name of the file, 0 where it has none; `received` that in which it came in, 0 where it is
    not known. `completions` are what was filled in for single rows.
    """

    agency: str = ""
    reported: str = ""
    replies: Replies = field(default_factory=dict)
    year: int = 0
    received: int = 0
    completions: Sequence[Completion] = ()

    def reply(self, title: str, about: str) -> str | None:
        """What was answered about a text under a title, or None."""
        given = self.replies.get
        # A question shows its text in one line, whatever blanks the cell has.
        return given((folded(title), about.strip()), given((folded(title), one_line(about))))


@dataclass(frozen=True, slots=True)
class Against:
    """What a table is read against: the columns that there are, the registers, and what was given or answered."""

    columns: Columns
    region: Region
    defaults: Defaults


@dataclass(slots=True)
class Reading:
    """What a row gives.

    `data` has its values by official keys, `sources` the cell and title behind each path; `refused` if no entry can
    come of the row as it is; `stage_words` is the stage that the row states; `made` are keys whose value the table does
    not state itself. `replaced` are events (kind, date) that the row gave before a question about them was answered.
    `line` is how the row is named to an officer.
    """

    table: RecapTable
    row: RecapRow
    region: Region
    defaults: Defaults
    agency: str = ""
    slug: str = ""
    stage: Titled | None = None
    stage_words: str = ""
    data: dict[str, Any] = field(default_factory=dict)
    sources: dict[DataPath, Titled] = field(default_factory=dict)
    remarks: list[Remark] = field(default_factory=list)
    refused: bool = False
    made: set[str] = field(default_factory=set)
    replaced: set[tuple[str, str]] = field(default_factory=set)
    line: RowName = field(default_factory=RowName)

    @property
    def name(self) -> str:
        """The name of the innovation, "" where none is read."""
        return str(self.data.get("nama", ""))

    def answered(self, at: Titled) -> bool:
        """Whether a cell holds what it does by an answer: to itself or a part of it, to its column, or to its title."""
        cell, title = at
        whole = f"{cell.address}: {cell.text.strip()}"
        about = {about for one, about in self.defaults.replies if one == folded(title)}
        return any(one in (WHICH, "*") or (one and one in whole) for one in about)

    def tell(self, reason: str, cure: str, at: Titled | None = None, **more: Any) -> None:
        """Note a remark (its `more` by name) about a cell under its title, or about the whole row."""
        address, title, value = (
            (at[0].address, at[1], plain(at[0].text)) if at else (self.table.place(self.row.number), "", "")
        )
        sheet = (at[0].sheet if at else "") or self.table.sheet
        self.remarks.append(Remark(sheet, address, plain(title), value, reason, cure, **more))

    def refuse(self, reason: str, cure: str, at: Titled | None = None, asked: Asked | None = None) -> None:
        """Note a remark for which no entry can come of the row."""
        self.refused = True
        self.tell(reason, cure, at, row=self.row.number, asked=asked)

    def ask_column(self, label: str, reason: str) -> bool:
        """Hold the row until it is known what a column is that may be the one of this label; whether there is one.

        What is full under a title that nobody knows is not empty.
        """
        maybe = [
            (asked.options.index(label), number) for number, asked in self.table.asked.items() if label in asked.options
        ]
        for _, number in sorted(maybe):
            if cell := self.row.cells.get(number):
                title = self.table.titles[number]
                reason = f'{reason}; mungkin ini kolom "{plain(title)}"'
                cure = "jawab pada lembar Pertanyaan: kolom ini apa"
                self.refuse(reason, cure, (cell, title), self.table.asked[number])
                return True
        return False

    def tell_unusable(self, one: Unusable, at: Titled, *, held: bool = False, ask: bool = False) -> None:
        """Tell why a cell or a piece of it was not taken, and ask where it is only not sure, or `ask` says so."""
        about = one.about or at[0].text.strip()
        asked = Asked(at[1], about, one.options) if one.options or held or ask else None
        tell = self.refuse if held else self.tell
        cure = "; ".join(filter(None, [one.cure, FILL_IN if held else ""]))
        tell(one.reason, cure, at, asked=asked)


#: A column, the cell under it with its title, its values, and words that a value cannot hold.
Found = tuple[RecapColumn, Titled, tuple[str, ...], str]


def put(data: dict[str, Any], path: Keys, value: Any) -> None:
    """Set a value behind keys, making the groups on the way."""
    for key in path[:-1]:
        data = data.setdefault(key, {})
    data[path[-1]] = value
