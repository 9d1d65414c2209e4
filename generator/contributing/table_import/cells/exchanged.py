"""Words of choice that stand each in the column of the other: `Digital` below `Bentuk`. Put right where it is sure."""

from collections.abc import Iterator, Mapping
from typing import Final

from generator.contributing.table_import.cells.region import Region
from generator.contributing.table_import.cells.remark import Remark
from generator.contributing.table_import.files.sheet import Cell
from generator.contributing.table_import.words.columns import RecapColumn
from generator.contributing.table_import.words.synonyms import surely
from generator.text.github import plain

_CHOICES: Final = (("bentuk",), ("jenis",), ("inisiator",))


def exchanged(
    sheet: str, cells: Mapping[int, Cell], known: Mapping[int, RecapColumn], region: Region
) -> Iterator[tuple[int, Cell, Remark]]:
    """The cells of a row that change places, with what is told: each is a word of the other's column and of no own."""
    choices = {n: column for n, column in known.items() if column.path in _CHOICES and n in cells}
    for n, column in choices.items():
        for other, there in choices.items():
            if n < other and _is_of(cells[n], there, column, region) and _is_of(cells[other], column, there, region):
                for here, cell, title in ((n, cells[other], column.title), (other, cells[n], there.title)):
                    reason = f'tertukar dengan kolom di sampingnya; dibaca sebagai "{plain(title)}"'
                    cure = "betulkan bila bukan itu"
                    remark = Remark(sheet, cell.address, "", plain(cell.text), reason, cure, note=True)
                    yield here, cell, remark


def _is_of(cell: Cell, column: RecapColumn, own: RecapColumn, region: Region) -> bool:
    words = (region.words.get(one.shape.vocabulary, {}) for one in (column, own))
    mine, not_mine = (surely(cell.text, one.shape.vocabulary, of) for one, of in zip((column, own), words, strict=True))
    return mine is not None and not_mine is None
