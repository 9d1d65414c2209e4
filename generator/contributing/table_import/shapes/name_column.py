"""Tables whose titles name no innovation: the column that holds the names all the same, or who could tell, is asked."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from generator.contributing.names import agency_called, without_mark
from generator.contributing.table_import.cells.reading import Against
from generator.contributing.table_import.cells.remark import HEAD_ROW, NAME_COLUMN, Asked, Remark
from generator.contributing.table_import.cells.values import date_in, is_nothing
from generator.contributing.table_import.files.sheet import Cell, Sheet
from generator.contributing.table_import.shapes.header import Header, header_at, nearest_header
from generator.contributing.table_import.words.columns import NAME, STAGE, SUMMARY, Keys
from generator.contributing.table_import.words.joined_titles import joined_titles, joins_name, parted_cells
from generator.contributing.table_import.words.synonyms import surely
from generator.contributing.table_import.words.title_forms import calls_work
from generator.contributing.table_import.words.title_signs import OF_OTHERS, may_name
from generator.spreadsheet import letters
from generator.text.github import plain
from generator.text.spelling import folded

#: The answer where a sheet has none of what is asked.
NONE: Final = "bukan tabel inovasi"
#: What only a table of innovations has columns of.
_OF_INNOVATIONS: Final[tuple[Keys, ...]] = (("bentuk",), ("jenis",), STAGE)
_NUMERIC = re.compile(r"[\W\d_]*")
_LONGEST_NAME: Final = 12
_MOST: Final = 0.8
_FEWEST_CELLS: Final = 3
#: So many times as many words as names have texts.
_FAR_LONGER: Final = 2
_MOST_OPTIONS: Final = 8
_FIRST_ROWS: Final = 40


@dataclass(frozen=True, slots=True)
class NameColumn:
    """The header of a table in which one column was made out to have the names, and what is told or asked of it."""

    header: Header | None
    remarks: Sequence[Remark]


def name_column(sheet: Sheet, against: Against) -> NameColumn:
    """The header of a sheet in which no title names innovations, or the question for it, or that there is none."""
    return _asked_or_made_out(sheet, against) or NameColumn(None, [_unread(sheet)])


def _unread(sheet: Sheet) -> Remark:
    reason = f"tidak ada baris judul dengan kolom nama inovasi; {len(sheet.cells)} sel tidak dibaca"
    texts = plain("; ".join(cell.text for _, cell in sorted(sheet.cells.items())[:_MOST_OPTIONS]))
    return Remark(sheet.name, "", "", texts, reason, "beri judul kolom seperti pada templat")


def _asked_or_made_out(sheet: Sheet, against: Against) -> NameColumn | None:
    reply = against.defaults.reply(sheet.name, HEAD_ROW)
    row = re.search(r"[0-9]{1,4}", reply or "")
    header = header_at(sheet, int(row.group()), against.columns) if row else None
    if header is None and not reply:
        header = nearest_header(sheet, against.columns)
    if header is None:
        return None if reply else _ask_for_head(sheet)
    if header.names:
        return NameColumn(header, ())
    below = _below(sheet, header)
    answer = against.defaults.reply(sheet.name, NAME_COLUMN)
    if answer is not None:
        number = next((n for n, title in header.titles.items() if _is_called(n, title, answer)), 0)
        return NameColumn(_with_name(header, number, against), ()) if number else None
    maybe = [n for n in header.titles if _may_be(header, n, below.get(n, ()), len(below.get(0, ())))]
    unknown = [n for n in maybe if n not in header.columns or calls_work(header.titles[n])]
    called = [n for n in unknown if may_name(header.titles[n]) or calls_work(header.titles[n])]
    alone = len(called) == 1 and called[0] not in header.columns
    named = [n for n in called if alone or all(_may_be_name(cell.text, against) for cell in below[n])]
    joined = [n for n, title in header.titles.items() if n not in header.columns and joins_name(title, against.columns)]
    if joined:  # no other column has the names then, however much its cells look like those
        maybe = [*joined, *(n for n in maybe if n not in joined)]
        named = [n for n in joined if _is_parted(header.titles[n], below.get(n, ()), against)]
        bare = [n for n in joined if n in unknown and all(_may_be_name(cell.text, against) for cell in below[n])]
        named = named or (bare if len(joined) == 1 else [])  # what else it joins stands in bands
    elif len(named) != 1 and not called:
        named = _by_cells(header, unknown, below, against)
    if len(named) == 1:
        asked = _asked(sheet, header, maybe)
        told = replace(told_name(sheet.name, header.titles[named[0]], below[named[0]][0]), asked=asked)
        return NameColumn(_with_name(header, named[0], against), [told])
    return NameColumn(None, list(_ask_for_names(sheet, header, maybe, below[0]))) if maybe else None


def _is_parted(title: str, cells: Sequence[Cell], against: Against) -> bool:
    """Whether one sign parts all cells below a title that joins several."""
    return bool(
        parted_cells([cell.text for cell in cells], [part for part, _ in joined_titles(title, against.columns)])
    )


def _may_be(header: Header, number: int, cells: Sequence[Cell], rows: int) -> bool:
    """Whether a column may have names: short texts of their own, in most rows, under no title that is another's."""
    column, title = header.columns.get(number), folded(header.titles[number])
    if (column and column.path != SUMMARY) or not title or (OF_OTHERS.search(title) and not column):
        return False
    texts = [folded(cell.text) for cell in cells]
    own = len(set(texts)) >= _MOST * len(texts) and len(texts) >= _MOST * rows
    words = [cell for cell in cells if not (cell.date or _NUMERIC.fullmatch(cell.text) or date_in(cell.text))]
    short = [cell for cell in words if len(cell.text.split()) <= _LONGEST_NAME]
    return bool(texts) and own and len(short) >= _MOST * len(texts)


def _by_cells(
    header: Header, unknown: Sequence[int], below: Mapping[int, Sequence[Cell]], against: Against
) -> list[int]:
    """Those columns whose cells can only be names, in a table whose titles know what only innovations have.

    Of several, those beside which the others hold texts.
    """
    hinted = (one for title in header.titles.values() for one in against.columns.hints(title, begun=False))
    if not any(column.path in _OF_INNOVATIONS for column in (*header.columns.values(), *hinted)):
        return []
    words = {n: _mean_words(below[n]) for n in unknown if all(_may_be_name(cell.text, against) for cell in below[n])}
    return [n for n in words if not any(other * _FAR_LONGER < words[n] for other in words.values())]


def _mean_words(cells: Sequence[Cell]) -> float:
    return sum(len(cell.text.split()) for cell in cells) / len(cells)


def _may_be_name(text: str, against: Against) -> bool:
    """Whether a text is short, no sentence, no agency, and no word of choice."""
    words, region = without_mark(text).split(), against.region
    short = 0 < len(words) <= _LONGEST_NAME and not words[-1].endswith((".", "!", "?"))
    chosen = any(surely(text, vocabulary, each) for vocabulary, each in region.words.items())
    return short and not chosen and not agency_called(text, region.registry, region.name)


def _below(sheet: Sheet, header: Header) -> dict[int, list[Cell]]:
    """The cells of each column in the rows below the titles that are no headings; by 0 the first one of each row."""
    rows: dict[int, list[Cell]] = {}
    for (row, _), cell in sorted(sheet.cells.items()):
        if row >= header.first_row and not is_nothing(cell):
            rows.setdefault(row, []).append(cell)
    data = [cells for cells in rows.values() if len(cells) >= _FEWEST_CELLS]
    found: dict[int, list[Cell]] = {0: [cells[0] for cells in data]}
    for cell in (cell for cells in data for cell in cells):
        found.setdefault(cell.column, []).append(cell)
    return found


def _with_name(header: Header, number: int, against: Against) -> Header:
    column = against.columns.labelled(NAME[0])
    known = {n: one for n, one in header.columns.items() if n != number and one.path != NAME}
    return replace(header, columns={**known, number: column} if column else known)


def _is_called(number: int, title: str, answer: str) -> bool:
    return folded(answer) in (folded(title), letters(number).casefold(), f"kolom {letters(number).casefold()}")


def told_name(sheet: str, title: str, first: Cell) -> Remark:
    """That a column or a label is read as that of the names."""
    reason = f'"{plain(title)}" dibaca sebagai "Nama inovasi"'
    cure = "betulkan judulnya bila bukan itu"
    return Remark(sheet, first.address, plain(title), plain(first.text), reason, cure, note=True)


def ask_for_label(sheet: str, labels: Sequence[str], first: Cell) -> Remark:
    """The question for the label that has the name in a form."""
    asked = Asked(sheet, NAME_COLUMN, (*labels[:_MOST_OPTIONS], NONE))
    reason, cure = "tidak ada label nama inovasi", "jawab pada lembar Pertanyaan: label mana yang memuatnya"
    return Remark(sheet, first.address, "", plain(first.text), reason, cure, row=first.row, asked=asked)


def _ask_for_names(sheet: Sheet, header: Header, maybe: Sequence[int], rows: Sequence[Cell]) -> Iterator[Remark]:
    """The question for the column of names, which every row waits for."""
    asked = _asked(sheet, header, maybe)
    reason, cure = (
        "tidak ada kolom yang berjudul nama inovasi",
        "jawab pada lembar Pertanyaan: kolom mana yang memuatnya",
    )
    for cell in rows:
        place = f"baris {cell.row}"
        yield Remark(sheet.name, place, "", "", reason, cure, whole_column=True, row=cell.row, asked=asked)


def _asked(sheet: Sheet, header: Header, maybe: Sequence[int]) -> Asked:
    """Which of the columns that may have the names has them, those of unknown titles first."""
    unknown = sorted(maybe, key=lambda n: n in header.columns)
    options = tuple(dict.fromkeys(header.titles[n] for n in unknown[:_MOST_OPTIONS]))
    return Asked(sheet.name, NAME_COLUMN, (*options, NONE))


def _ask_for_head(sheet: Sheet) -> NameColumn | None:
    """The question for the row of titles, where nobody knows any of them."""
    rows: dict[int, list[Cell]] = {}
    for (row, _), cell in sorted(sheet.cells.items()):
        if not is_nothing(cell):
            rows.setdefault(row, []).append(cell)
    wide = [(row, cells) for row, cells in rows.items() if len(cells) >= _FEWEST_CELLS]
    if len(wide) < 2 or all(_counts(cells) for _, cells in wide[1:]):
        return None
    options = [_shown(row, cells) for row, cells in wide[:_MOST_OPTIONS] if row <= _FIRST_ROWS]
    asked = Asked(sheet.name, HEAD_ROW, (*options, NONE))
    reason = f"tidak ada baris judul dengan kolom nama inovasi; {len(sheet.cells)} sel tidak dibaca"
    cure = "jawab pada lembar Pertanyaan: baris mana yang memuat judul kolom"
    first = wide[0][1][0]
    return NameColumn(
        None, [Remark(sheet.name, f"baris {first.row}", "", "", reason, cure, row=first.row, asked=asked)]
    )


def _counts(cells: Sequence[Cell]) -> bool:
    """Whether a row only says how many there are of one thing: `Dishub | 2 | 3`."""
    return sum(_NUMERIC.fullmatch(cell.text) is None for cell in cells) <= 1


def _shown(row: int, cells: Sequence[Cell]) -> str:
    texts = "; ".join(" ".join(cell.text.split())[:20] for cell in cells[:4])
    return f"baris {row}: {texts}"
