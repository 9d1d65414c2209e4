"""Where the tables of a sheet begin: rows of titles, one to three deep, and the columns that are known under them."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from generator.contributing.answers.funds import fund_in
from generator.contributing.table_import.files.sheet import Sheet
from generator.contributing.table_import.shapes.furniture import bare_title, is_help, is_of_page, is_total
from generator.contributing.table_import.shapes.wrapped_titles import goes_on_below
from generator.contributing.table_import.words import title_signs as signs
from generator.contributing.table_import.words.bracketed_titles import told_apart
from generator.contributing.table_import.words.column_titles import Columns
from generator.contributing.table_import.words.columns import (
    BUDGET,
    NAME,
    NUMBER,
    SUMMARY,
    YEAR_ALONE,
    RecapColumn,
    year_in_title,
)
from generator.contributing.table_import.words.joined_titles import all_known
from generator.contributing.table_import.words.title_words import NEUTRAL_GROUPS
from generator.text.spelling import folded

#: So many known titles make a row one of titles; the first table of a sheet needs one less.
_TITLES: Final = 3
#: As many rows may titles take.
_DEEPEST: Final = 3

#: A row that parts groups has two titles of its own at least, none longer than this, each with letters or a year.
_FEWEST_PARTS: Final = 2
_LONGEST_PART: Final = 80
_BRACKETED = re.compile(r"\s*\([^()]{0,40}\)")
_LETTERS = re.compile(r"[^\W\d_]{2}|\A(?:19|20)[0-9]{2}\Z")

_AND = re.compile(r"[/,&]|\b(?:dan|serta)\b", re.IGNORECASE)
_COUNT = re.compile(r"\(?[0-9]{1,3}[.)]{0,2}")

_Row = tuple[int, Mapping[int, str]]


@dataclass(frozen=True, slots=True)
class Header:
    """Where a table begins: the rows of its titles and of its first data, the titles, the columns that are known.

    `groups` has what stands above the lowest title of a column, where titles take several rows; `whole` is true if
    that shows by where they stand, whether they are known or not. `made_out` is the column of names whose title nobody
    knows, 0 where it is known.
    """

    title_row: int
    first_row: int
    titles: Mapping[int, str]
    columns: Mapping[int, RecapColumn]
    groups: Mapping[int, str] = field(default_factory=dict)
    whole: bool = False
    made_out: int = 0

    @property
    def names(self) -> bool:
        """Whether one of the columns has the names of innovations."""
        return any(column.path == NAME for column in self.columns.values())

    @property
    def known(self) -> int:
        """How many different columns are known."""
        return len({(column.path, column.lead, column.rank) for column in self.columns.values()})


def headers(sheet: Sheet, columns: Columns) -> list[Header]:
    """All headers of a sheet, from above; none if no row names innovations.

    Titles may take two rows or three: `Waktu` above `Uji Coba` and `Penerapan`. What may be names counts for the first
    table only where another has them: else it would lie above all titles, and be lost.
    """
    rows = _texts(sheet)
    found: list[Header] = []
    early: Header | None = None
    for place, (number, row) in enumerate(rows):
        if found and (_is_help(row, found[-1].columns) or _is_again(sheet, rows, place, found[-1])):
            continue
        lone = len({*row.values()}) == 1 and all(":" in text for text in row.values())  # `OPD : Dinkes` over titles
        if not lone and any(columns.title_of(text) for text in row.values()):
            made = list(_candidates(rows, place, columns))
            alone = not found and made[0].names and _tell(made[0], columns)
            named = [one for one in made if one.names]
            best = made[0] if alone and not any(one.whole for one in named) else _best(named)
            further = None if best else _further(made[0], columns)
            early = early or (further if not found else None)
            best = best or (further if found else None)
            if best and (best.known >= (_TITLES if found else _TITLES - 1) or alone):
                if not found or number >= found[-1].first_row:
                    found.append(best)
                elif best.known > found[-1].known and not found[-1].whole:
                    found[-1] = best
    return [early, *found] if early and found and early.first_row <= found[0].title_row else found


def once(found: Header) -> tuple[dict[int, RecapColumn], dict[int, int]]:
    """The known columns without repeats (sums of two years or funds are none), and of each repeat which came first."""
    first: dict[tuple[tuple[str, ...], str, int, tuple[str, ...]], int] = {}
    twice = {}
    for number, column in sorted(found.columns.items()):
        title = found.titles[number]
        of_budget = (year_in_title(title), fund_in(title)) if column.path == BUDGET else ()
        key = column.path, column.lead, column.rank, of_budget
        if first.setdefault(key, number) != number:
            twice[number] = first[key]
    named = {n: replace(column, titled=found.titles[n]) for n, column in found.columns.items() if n not in twice}
    return named, twice


def nearest_header(sheet: Sheet, columns: Columns) -> Header | None:
    """The header of a sheet that knows most columns though none of them names innovations; None if it knows too few.

    A title that joins several known ones is one more.
    """

    def known(one: Header) -> int:
        others = (title for c, title in one.titles.items() if c not in one.columns)
        return one.known + sum(all_known(title, columns) for title in others)

    rows = _texts(sheet)
    made = [(known(one), one) for place in range(len(rows)) for one in _candidates(rows, place, columns)]
    most, best = max(made, key=lambda one: one[0], default=(0, None))
    return best if most >= _TITLES - 1 else None


def header_at(sheet: Sheet, row: int, columns: Columns) -> Header | None:
    """The header that one row is, whatever its titles say; None if there is no such row."""
    rows = _texts(sheet)
    place = next((place for place, (number, _) in enumerate(rows) if number == row), None)
    return next(_candidates(rows, place, columns), None) if place is not None else None


def _is_again(sheet: Sheet, rows: Sequence[_Row], place: int, before: Header) -> bool:
    """Whether a row is the titles of the table above once more, on its next page: right below a row of data.

    A page ends with its sums and its number.
    """
    said = {c: folded(text) for c, text in rows[place][1].items()}
    titles = {c: folded(title) for c, title in before.titles.items() if folded(title)}
    last = next((n for n in range(place - 1, -1, -1) if not _ends_page(sheet, rows[n])), 0)
    number, above = rows[last]
    # A text that goes on below an innovation is no caption of a further table: that begins at the left.
    goes_on = number + 1 == rows[place][0] and min(above) > min(titles, default=0)
    return said == titles and (len(above) >= _TITLES or goes_on) and number >= before.first_row


def _ends_page(sheet: Sheet, row: _Row) -> bool:
    cells = {n: cell for n in row[1] if (cell := sheet.cells.get((row[0], n)))}
    return bool(cells) and (is_total(cells) or is_of_page(cells))


def _best(made: Sequence[Header]) -> Header | None:
    """The deepest header whose rows belong together by where they stand; else the one that knows most columns."""
    joined = [header for header in made if header.whole]
    return joined[-1] if joined else max(made, key=lambda one: one.known, default=None)


def _tell(head: Header, columns: Columns) -> bool:
    """Whether beside the names so many titles are known by parts of them that no row of data has: `Bentuk | Urusan`."""
    rest = [title for c, title in head.titles.items() if c not in head.columns]
    return sum(bool(columns.hints(one, begun=False) or columns.events_in(one)) for one in rest) >= _TITLES


def _further(head: Header, columns: Columns) -> Header | None:
    """The header of a further table that most titles of a row make, whatever the one says that may be of names.

    A title is known by itself or by its parts. Else the columns of the table above would read what stands below it.
    """
    others = {c: title for c, title in head.titles.items() if c not in head.columns}
    unknown = [c for c, title in others.items() if not (columns.hints(title, begun=False) or columns.events_in(title))]
    named = [c for c in unknown if signs.may_name(head.titles[c])]
    named = named or [c for c in unknown if len(unknown) == 1 and signs.may_head(head.titles[c])]
    name = columns.labelled(NAME[0])
    if head.known < _TITLES or len(named) != 1 or not name or 2 * len(unknown) >= len(head.titles):
        return None
    return replace(head, columns={**head.columns, named[0]: name}, made_out=named[0])


def _candidates(rows: Sequence[_Row], place: int, columns: Columns) -> Iterator[Header]:
    """The headers that begin with one row, one row deep, two, and so on."""
    number, titles = rows[place]
    groups: dict[int, str] = {}
    whole = True
    for deep in range(_DEEPEST):
        if deep:
            if place + deep >= len(rows) or rows[place + deep][0] != number + deep:
                return
            before, below = rows[place + deep - 1][1], rows[place + deep][1]
            own = {c: text for c, text in below.items() if text not in (titles.get(c), before.get(c))}
            whole = whole and (_goes_on(titles, own, columns) or goes_on_below(titles, own, columns))
            if any(_COUNT.fullmatch(text) for text in own.values()):  # a row of data, or the numbers of the columns
                return
            groups |= {c: above for c in own if (above := titles.get(c) or _beside(titles, c))}
            titles = {c: _stacked(titles.get(c, ""), own.get(c, "")) for c in sorted({*titles, *own})}
        known = {c: column for c, title in titles.items() if (column := _known(title, groups.get(c, ""), columns))}
        known |= {**_of_summaries(known, titles, columns), **told_apart(titles, columns)}
        yield Header(number, number + deep + 1, titles, known, dict(groups), bool(deep) and whole)


def _known(title: str, group: str, columns: Columns) -> RecapColumn | None:
    """The column of a title with those above it, or of the lowest alone where the group's says nothing of its own.

    What stands in brackets in the group's title (`Anggaran (Rp 000)`) does not hide what stands below it.
    """
    below = title.removeprefix(group).strip()
    if not group or not below:
        return columns.title_of(title)
    found = columns.title_of(f"{_BRACKETED.sub('', group).strip()} {below}") or columns.title_of(title)
    over, alone = columns.title_of(group), columns.title_of(below)
    if alone and _names_both(group, below):  # `Nama dan Ringkasan` above `Nama`
        return alone
    if fund_in(below) and not alone and signs.MONEY.search(folded(group)):  # `Biaya Tahun 2025` above `APBD (Rp)`
        return columns.title_of(" ".join(BUDGET))
    if found and alone and found.path == NAME != alone.path and _AND.search(group):
        return alone  # `Inovasi dan penjelasannya` above `Penjelasan`
    if found:
        own = over and alone and found.path == over.path != alone.path and found.owner == alone.owner != ()
        return alone if own else found
    if not over and not set(folded(group).split()) <= NEUTRAL_GROUPS:
        return None
    if over:  # `Satuan Pendidikan` above `Nama Sekolah`, `Inovasi yang Dilakukan` above anything of it
        return alone if alone and over.path in (NAME, alone.path) else None
    return alone if alone and alone.path not in (NAME, NUMBER, SUMMARY, YEAR_ALONE) else None


def _of_summaries(
    known: Mapping[int, RecapColumn], titles: Mapping[int, str], columns: Columns
) -> dict[int, RecapColumn]:
    """What was done, told beside the names: `Inovasi yang Dilakukan` is no second column of names."""
    names = [c for c, column in known.items() if column.path == NAME]
    told = [c for c in names if folded(titles[c]).startswith("inovasi yang ")]
    summary = columns.labelled(SUMMARY[0])
    return dict.fromkeys(told, summary) if summary and len(told) < len(names) else {}


def _names_both(group: str, below: str) -> bool:
    """Whether a group's title has the titles of two columns, of which what stands below it ends or begins one."""
    parts = [f" {folded(part)} " for part in _AND.split(group)]
    said = f" {folded(below)} "
    return len(parts) > 1 and any(part.endswith(said) or part.startswith(said) for part in parts) and said.strip() != ""


def _goes_on(above: Mapping[int, str], own: Mapping[int, str], columns: Columns) -> bool:
    """Whether the texts of a row only part what the titles above gather: nothing stands below one that is alone."""
    if _is_help(own, {c: column for c, title in above.items() if (column := columns.title_of(title))}):
        return False
    names = [c for c, title in above.items() if (column := columns.title_of(title)) and column.path == NAME]
    alone = [c for c in names if not (_beside(above, c + 1) or _is_wide(above, c))]
    if len(own) < _FEWEST_PARTS or any(c in own for c in alone):
        return False
    if not all(len(text) <= _LONGEST_PART and _LETTERS.search(text) for text in own.values()):
        return False
    grouped = [c for c in own if _is_group(above, c, own)]
    # One title may stand below one: `Waktu` above `Uji Coba`, beside groups that are merged.
    merged = sum(_is_wide(above, c) for c in grouped) >= _FEWEST_PARTS
    return len(grouped) == len(own) or (merged and 2 * len(grouped) > len(own))


def _is_help(row: Mapping[int, str], columns: Mapping[int, RecapColumn]) -> bool:
    """Whether a row below titles is the template's help."""
    return any(c in row and is_help(row[c], column) for c, column in columns.items())


def _is_group(above: Mapping[int, str], c: int, own: Mapping[int, str]) -> bool:
    """Whether a title spans more than the column `c`: merged, or with nothing beside it to the right."""
    title = above.get(c, "")
    if not title:
        return bool(_beside(above, c))
    return _is_wide(above, c) or (not above.get(c + 1) and c + 1 in own)


def _is_wide(titles: Mapping[int, str], c: int) -> bool:
    """Whether a title is merged over several columns."""
    return bool(titles.get(c)) and titles[c] in (titles.get(c - 1), titles.get(c + 1))


def _beside(titles: Mapping[int, str], c: int) -> str:
    """The title to the left of a column that has none: of a group that is not merged."""
    left = [n for n in titles if n < c and titles[n]]
    return "" if titles.get(c) or not left else titles[max(left)]


def _stacked(above: str, below: str) -> str:
    return above if below in ("", above) else f"{above} {below}".strip()


def _texts(sheet: Sheet) -> list[_Row]:
    """The filled rows as text; a merged title shows in every column that it spans."""
    filled: dict[int, dict[int, str]] = {row: {} for row in sorted({row for row, _ in sheet.cells})}
    for row, column in (*sheet.cells, *sheet.merged):
        if row in filled:
            origin = sheet.merged.get((row, column), (row, column))
            filled[row][column] = " ".join(bare_title(sheet.cells[origin].text).split())
    return [(number, dict(sorted(row.items()))) for number, row in filled.items()]
