"""Choices that a form letters (`a. Inisiatif b. Uji coba`), of which an answer gives only the letter."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Final

from generator.contributing.table_import.files.sheet import Cell
from generator.contributing.table_import.forms.listed_choices import Rows
from generator.contributing.table_import.words.columns import STAGE, RecapColumn
from generator.schema.fields import one_line

_LETTER = re.compile(r"\(?([a-h]|[1-8])[.)]?", re.IGNORECASE)
_OPTION = re.compile(r"(?<![^\W_])\(?([a-h]|[1-8])[.)]\s*", re.IGNORECASE)
_LONGEST: Final = 1_000
_FEWEST: Final = 2


def options_in(text: str) -> dict[str, str]:
    """Letter -> choice of a text that letters its choices in order; {} where it letters none."""
    pieces = _OPTION.split(one_line(text)[:_LONGEST])[1:]
    found = {letter.casefold(): words.strip(" ,;/") for letter, words in zip(pieces[::2], pieces[1::2], strict=True)}
    firsts = ("abcdefgh"[: len(found)], "12345678"[: len(found)])
    return found if len(found) >= _FEWEST and "".join(found) in firsts and all(found.values()) else {}


def spelt_letters(rows: Rows, labels: Mapping[int, RecapColumn], place: int) -> tuple[Rows, list[tuple[Cell, str]]]:
    """The rows of a form with the choice in place of its letter, and each cell with the choice that was put there."""
    made: dict[int, Mapping[int, Cell]] = dict(rows)
    told: list[tuple[Cell, str]] = []
    for row, column in labels.items():
        if row in made and (column.shape.kind == "kata" or column.path == STAGE):
            cells = made[row]
            said = next((options for cell in cells.values() if (options := options_in(cell.text))), {})
            spelt = dict(_spelt(cells, said, place))
            told += [(cells[n], cell.text) for n, cell in spelt.items()]
            made[row] = {**cells, **spelt}
    return made, told


def _spelt(cells: Mapping[int, Cell], said: Mapping[str, str], place: int) -> Iterator[tuple[int, Cell]]:
    for n, cell in cells.items():
        letter = _LETTER.fullmatch(cell.text.strip())
        if n > place and letter and letter[1].casefold() in said:
            yield n, replace(cell, text=said[letter[1].casefold()])
