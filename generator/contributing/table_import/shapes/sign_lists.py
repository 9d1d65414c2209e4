"""Where a recap says what its short signs stand for: in notes beside its tables and on sheets of their own.

Nothing of it is an innovation or a column of one.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from generator.contributing.table_import.cells.legend import is_pairs, legend
from generator.contributing.table_import.cells.region import Region
from generator.contributing.table_import.cells.remark import Remark
from generator.contributing.table_import.cells.values import is_nothing
from generator.contributing.table_import.files.sheet import Cell, Sheet
from generator.contributing.table_import.shapes.header import headers
from generator.contributing.table_import.words.column_titles import Columns
from generator.contributing.table_import.words.synonyms import surely
from generator.text.github import plain
from generator.text.spelling import folded

_CODE = re.compile(r"\b(?:kode|singkatan|simbol|tanda)\b")
_SIGN = re.compile(r"[^\W_]{1,5}")
#: A sign behind the title, or what is left of it, of the column that has it: `Btk 1`.
_TITLED_SIGN = re.compile(r"(?:[^\W\d_]{2,12}\.? )?([^\W_]{1,5})")
_HEAD = re.compile(
    r"(?:keterangan|ket|legenda|daftar|arti|penjelasan)?(?: ?(?:kode|singkatan|simbol|tanda))?(?: isian)?"
)
#: So many signs at least make a list of them.
_FEWEST: Final = 2
#: So many cells has a row that names the column first: `Bentuk`, `1`, `Pelayanan publik`.
_WITH_TITLE: Final = 3
#: A sheet of reference has no more cells than this.
_MOST_CELLS: Final = 2_000
_MOST: Final = 0.6
_CHOICES: Final = ("bentuk", "jenis", "tahapan", "inisiator", "urusan")
_TOLD: Final = "dibaca sebagai keterangan kode, bukan inovasi"

_Column = dict[int, Cell]


def without_signs(sheet: Sheet, region: Region) -> tuple[Sheet, list[Remark]]:
    """The sheet with what its signs stand for, and without columns that say nothing else; what is told of these."""
    signs = {**sheet.signs, **legend(cell.text for cell in sheet.cells.values())}
    by_column: dict[int, _Column] = {}
    for (row, n), cell in sorted(sheet.cells.items()):
        if not is_nothing(cell):
            by_column.setdefault(n, {})[row] = cell
    gone = {n: cells for n, cells in by_column.items() if min(by_column) < n and _is_list(cells)}
    for n in [n for n in by_column if n - 1 not in by_column and n > min(by_column)]:
        if beside := _two_columns(by_column, n, region):
            signs |= beside
            gone |= {n: by_column[n], n + 1: by_column[n + 1]}
    titles = {folded(cell.text) for n, cells in by_column.items() if n not in gone for cell in cells.values()}
    labels = {n - 1 for n in gone if _labels(by_column.get(n - 1, {}), gone[n], titles)}
    places = {(row, n) for n in {*gone, *labels} for row in by_column[n]}
    told = [Remark(sheet.name, one.address, "", plain(one.text), _TOLD, note=True) for one in _firsts(by_column, gone)]
    return replace(sheet, signs=signs, cells={at: cell for at, cell in sheet.cells.items() if at not in places}), told


def _two_columns(by_column: Mapping[int, _Column], n: int, region: Region) -> dict[str, list[str]]:
    """The signs of a column apart, with what they stand for in the next, where other columns hold these signs."""
    signs, words = by_column[n], by_column.get(n + 1, {})
    listed = (row for row in signs if row in words and _SIGN.fullmatch(signs[row].text.strip()))
    rows = [row for row in listed if not _CODE.search(folded(signs[row].text))]
    head = {*signs, *words} - {*rows}
    found = {signs[row].text.strip().casefold(): [words[row].text.strip().casefold()] for row in rows}
    called = any(_CODE.search(folded(signs[row].text)) for row in head if row in signs)
    used = {cell.text.strip().casefold() for other, cells in by_column.items() if other < n for cell in cells.values()}
    sure = len(found) == len(rows) == len({text for one in found.values() for text in one}) and head <= {min(signs)}
    sure = sure and (called or not any(sign.isdecimal() for sign in found)) and bool(used & found.keys())
    return found if sure and n + 2 not in by_column and _are_choices(found, region) else {}


def with_references(sheets: Sequence[Sheet], columns: Columns, region: Region) -> tuple[list[Sheet], list[Remark]]:
    """The sheets, those of innovations with the signs that others list; and what is told of these, which go."""
    lists = {
        n: found
        for n, sheet in enumerate(sheets)
        if (found := _listed(sheet)) and _are_choices(_without_heads(found, columns), region)
        if not headers(sheet, columns)
    }
    shared: dict[str, list[str]] = {}
    for found in lists.values():
        for sign, words in found.items():
            shared.setdefault(sign, []).extend(words)
    kept = [replace(sheet, signs=shared) for n, sheet in enumerate(sheets) if n not in lists]
    reason = "lembar ini menjelaskan kode; dipakai untuk membaca kode pada lembar lain"
    return kept, [Remark(sheets[n].name, "", "", "", reason, note=True) for n in lists]


def _without_heads(found: Mapping[str, Sequence[str]], columns: Columns) -> dict[str, list[str]]:
    """What signs stand for, without the titles of the columns that have them: `URS`, `Urusan`."""
    return {sign: [word for word in words if not columns.title_of(word)] for sign, words in found.items()}


def _are_choices(found: Mapping[str, Sequence[str]], region: Region) -> bool:
    """Whether most of what a sheet lists, below titles, are words of choices."""
    known = [
        any(surely(word, key, region.words[key]) for key in _CHOICES if key in region.words)
        for words in found.values()
        for word in words
    ]
    return sum(known) >= max(_FEWEST, _MOST * len(known))


def _is_list(cells: _Column) -> bool:
    """Whether a column only says what signs stand for, below a heading of one or more words at most."""
    pairs = [row for row, cell in cells.items() if is_pairs(cell.text)]
    return len(pairs) >= _FEWEST and {*cells} - {*pairs} <= {min(cells)}


def _labels(cells: _Column, signs: _Column, titles: Iterable[str]) -> bool:
    """Whether a column left of such a list only names the columns that have the signs, below a heading of its own."""
    rows = [row for row in cells if row in signs]
    heads = all(row == min(cells) and _HEAD.fullmatch(folded(cells[row].text)) for row in cells if row not in signs)
    others = {folded(cells[row].text) for row in rows}
    return bool(rows) and heads and others <= {*titles} and len(others) == len(rows)


def _firsts(by_column: Mapping[int, _Column], gone: Mapping[int, _Column]) -> Iterator[Cell]:
    for n in gone:
        yield by_column[n][min(by_column[n])]


def _listed(sheet: Sheet) -> dict[str, list[str]]:
    """The signs that a sheet lists in one column, with what they stand for in the next; {} where it holds more."""
    if sheet.hidden or len(sheet.cells) > _MOST_CELLS:
        return {}
    found: dict[str, list[str]] = {}
    rows: dict[int, list[Cell]] = {}
    for (row, _), cell in sorted(sheet.cells.items()):
        if not is_nothing(cell):
            rows.setdefault(row, []).append(cell)
    for line in rows.values():
        cells = line[1:] if len(line) == _WITH_TITLE and not line[0].text.strip().isdecimal() else line
        pair = len(cells) == _FEWEST and cells[1].column == cells[0].column + 1
        sign = _TITLED_SIGN.fullmatch(cells[0].text.strip()) if pair else None
        said = cells[1].text.strip() if pair else ""
        if sign and (not _SIGN.fullmatch(said) or len(said) > len(cells[0].text.strip())):  # `A`, `APBD`
            found.setdefault(sign[1].casefold(), []).append(cells[1].text.strip().casefold())
    return found if sum(map(len, found.values())) >= max(_FEWEST, len(rows) - 2) else {}
