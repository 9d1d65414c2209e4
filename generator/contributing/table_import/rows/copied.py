"""Long texts that stand in a file for another innovation already: a copied sheet whose text was not replaced."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from generator.contributing.table_import.cells.reading import Defaults
from generator.contributing.table_import.cells.remark import NOT_KEPT, Asked, RecapRow, RecapTable, Remark
from generator.contributing.table_import.files.sheet import Cell
from generator.contributing.table_import.words.columns import NAME
from generator.text.github import plain
from generator.text.spelling import folded

#: What is shorter may well be said of two.
_SHORTEST: Final = 120
_SAME: Final = "memang sama"


@dataclass(slots=True)
class Copies:
    """The long texts that were read so far: under which name, and where."""

    first: dict[tuple[tuple[str, ...], str], tuple[str, str]] = field(default_factory=dict)

    def without(self, table: RecapTable, row: RecapRow, defaults: Defaults) -> tuple[RecapRow, list[Remark]]:
        """The row without texts that another innovation has, each of them asked, and what is told of it."""
        name = _name(table, row.cells)
        kept, told = dict(row.cells), []
        for number, column in table.columns.items():
            cell = row.cells.get(number)
            if column.shape.kind != "prosa" or cell is None or cell.shared or len(cell.text) < _SHORTEST:
                continue
            about = f'{cell.address} lembar "{table.sheet}"'
            whose, where = self.first.setdefault((column.path, folded(cell.text)), (name, about))
            title = table.titles[number]
            if whose == name or defaults.reply(title, about) == _SAME:
                continue
            del kept[number]
            reason = f"uraiannya sama persis dengan {where}, inovasi lain"
            cure = "tulis uraian inovasi ini sendiri"
            asked = None if defaults.reply(title, about) else Asked(title, about, (_SAME, NOT_KEPT))
            told.append(Remark(table.sheet, cell.address, plain(title), plain(cell.text), reason, cure, asked=asked))
        return (replace(row, cells=kept), told) if told else (row, [])


def _name(table: RecapTable, cells: Mapping[int, Cell]) -> str:
    number = next((n for n, column in table.columns.items() if column.path == NAME), 0)
    return folded(cells[number].text) if number in cells else ""
