"""Columns of several innovations in one row of answers: `Nama Inovasi 1`, `Bentuk 1`, `Nama Inovasi 2`, `Bentuk 2`."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from generator.contributing.table_import.cells.form_day import is_of_form
from generator.contributing.table_import.cells.values import is_nothing
from generator.contributing.table_import.files.sheet import Cell, Sheet
from generator.contributing.table_import.shapes.header import Header
from generator.contributing.table_import.words.column_titles import Columns
from generator.contributing.table_import.words.columns import NAME
from generator.contributing.table_import.words.title_signs import OFFICE
from generator.text.spelling import folded

_IN_WORDS: Final = {"pertama": 1, "kedua": 2, "ketiga": 3, "keempat": 4, "kelima": 5}
#: Which innovation a title is of: `Inovasi 2`, `ke-2`, `kedua`; as programs count what comes again: `Nama2`, `Nama.1`.
_NUMBER = re.compile(
    r"(?:[\s(\[#–-]*\b(?:ke[\s-]?)?(?<![\d/.,])([1-9])(?![\w/%]|[.,]\d)|[\s(]*\b("
    + "|".join(_IN_WORDS)
    + r")\b)[)\]]?",
    re.IGNORECASE,
)
_AGAIN = re.compile(r"(.*[^\W\d])(\.?)([1-9])", re.DOTALL)
#: What heads the titles of each innovation: `Inovasi 2`, `Usulan inovasi ke-2`.
_GROUP = re.compile(r"(?:(?:usulan|data|profil) )?inovasi (?:ke )?([1-9])")
_ENDS: Final = " :.–-"


@dataclass(frozen=True, slots=True)
class _Numbered:
    """A title without its number, and the number; 0 where it has none."""

    base: str
    number: int


def answers_apart(sheet: Sheet, found: Header, columns: Columns) -> list[Sheet]:
    """The parts of a sheet with one innovation a row each, beside what holds for all of them; [] for other sheets."""
    over = _numbers_over(sheet, found)
    titles = over or _numbered(found)
    named = [one for one in titles.values() if one.number and _is_name(one.base, columns)]
    bases: dict[str, set[int]] = {}
    for one in titles.values():
        bases.setdefault(folded(one.base), set()).add(one.number)
    again = {base for base, numbers in bases.items() if len(numbers) > 1}
    if len({one.number for one in named}) < 2 or len(again) < 2:
        return []
    of = {c: one for c, one in titles.items() if one.number and folded(one.base) in again}
    numbers = sorted({one.number for one in of.values()})
    kept = {c for c in found.titles if c not in of and _holds_for_all(found, c, columns)}
    heads = range(found.title_row - bool(over), found.first_row)
    return [_part(sheet, heads, of, number, kept if number > numbers[0] else None) for number in numbers]


def _numbers_over(sheet: Sheet, found: Header) -> Mapping[int, _Numbered]:
    """The titles of a table by column, below heads in the row above that only number innovations; {} without them."""
    row = found.title_row - 1
    heads = {
        c: match for (r, c), cell in sheet.cells.items() if r == row and (match := _GROUP.fullmatch(folded(cell.text)))
    }
    firsts = {c: max((head for head in heads if head <= c), default=0) for c in found.titles}
    return {c: _Numbered(found.titles[c], int(heads[first][1])) for c, first in firsts.items() if first}


def _numbered(found: Header) -> Mapping[int, _Numbered]:
    """The titles of a table by column, with their numbers; the first of those that programs count has none."""
    made: dict[int, _Numbered] = {}
    whole = {folded(title) for title in found.titles.values()}
    for c, title in found.titles.items():
        group = found.groups.get(c, "")
        said, below = list(_NUMBER.finditer(group)), title.removeprefix(group).strip()
        base = below if len(said) == 1 and below else ""
        if not base and len(said := list(_NUMBER.finditer(title))) == 1:
            base = f"{title[: said[0].start()]} {title[said[0].end() :]}"
        glued = _AGAIN.fullmatch(title.strip())
        if glued and folded(glued[1]) in whole:
            made[c] = _Numbered(glued[1].strip(_ENDS), int(glued[3]) + bool(glued[2]))
        elif base.strip(_ENDS):
            number = int(said[0][1]) if said[0][1] else _IN_WORDS[said[0][2].casefold()]
            made[c] = _Numbered(" ".join(base.split()).strip(_ENDS), number)
    counted = {folded(one.base) for one in made.values()}
    firsts = {c: _Numbered(title, 1) for c, title in found.titles.items() if c not in made and folded(title) in counted}
    return made | firsts


def _is_name(title: str, columns: Columns) -> bool:
    column = columns.title_of(title)
    return column is not None and column.path == NAME


def _holds_for_all(found: Header, c: int, columns: Columns) -> bool:
    """Whether a column without a number may say something of every innovation of its row."""
    title = found.titles[c]
    return columns.title_of(title) is not None or is_of_form(title) or OFFICE.search(folded(title)) is not None


def _part(sheet: Sheet, heads: range, of: Mapping[int, _Numbered], number: int, kept: set[int] | None) -> Sheet:
    """The columns of one number under their titles without it, beside the `kept` ones; None keeps all others."""
    own = sorted(c for c, one in of.items() if one.number == number)
    filled = {row for (row, c), cell in sheet.cells.items() if c in own and row not in heads and not is_nothing(cell)}

    def stays(row: int, c: int) -> bool:
        if c in own:
            return row not in heads
        other = kept is None or (c in kept and (row < heads.stop or row in filled))
        return c not in of and other

    cells = {at: cell for at, cell in sheet.cells.items() if stays(*at)}
    cells |= {(heads[-1], c): _titled(sheet, heads, c, of[c].base) for c in own}
    merged = {
        at: origin for at, origin in sheet.merged.items() if origin in cells and not (at[1] in of and at[0] in heads)
    }
    left = sheet.left if kept is None else tuple(one for one in sheet.left if one[0].column in own)
    beside = {at: text for at, text in sheet.beside.items() if at in cells and (kept is None or at[1] in own)}
    return replace(
        sheet,
        cells=cells,
        merged=merged,
        left=left,
        beside=beside,
        note=sheet.note if kept is None else "",
        first=1 if kept is None else own[0],
    )


def _titled(sheet: Sheet, heads: Sequence[int], c: int, title: str) -> Cell:
    """The cell of a title at the lowest of the rows of titles."""
    above = next((sheet.cells[row, c] for row in reversed(heads) if (row, c) in sheet.cells), Cell(heads[-1], c, title))
    return replace(above, text=title, row=heads[-1])
