"""Titles of one row that a word processor broke into lines: `Nama` above `Inovasi`, `Waktu` above `mulai`."""

from collections.abc import Mapping
from typing import Final

from generator.contributing.table_import.words.column_titles import Columns
from generator.contributing.table_import.words.columns import NAME, NUMBER
from generator.contributing.table_import.words.joined_titles import all_known

#: So many columns at least have titles of two lines, and so long at most is a line.
_FEWEST: Final = 2
_LONGEST: Final = 40


def goes_on_below(above: Mapping[int, str], own: Mapping[int, str], columns: Columns) -> bool:
    """Whether the texts below titles are their second lines: each makes with the one above it a title that is known.

    The numbers stand beside them alone. A line that is the title of another column by itself is none.
    """
    if len(own) < _FEWEST or not all(above.get(n) and len(text) <= _LONGEST for n, text in own.items()):
        return False
    over = {n: columns.title_of(text) for n, text in above.items()}
    numbers = [n for n, column in over.items() if column and column.path == NUMBER]
    whole = {n: f"{above[n]} {text}" for n, text in own.items()}
    known = {n: columns.title_of(title) for n, title in whole.items()}
    names = [n for n, column in {**over, **known}.items() if column and column.path == NAME]
    paths = [(column.path, column.lead) for column in {**over, **known}.values() if column]
    return (
        len(numbers) == 1
        and numbers[0] not in own
        and len(names) == 1
        and len(paths) == len(set(paths))
        and all(known[n] or all_known(title, columns) for n, title in whole.items())
    )
