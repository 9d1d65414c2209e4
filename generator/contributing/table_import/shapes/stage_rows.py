"""Innovations that take a row for each of their stages: these rows are one, and its dates are those of its stages."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from generator.contributing.table_import.cells.remark import Remark
from generator.contributing.table_import.files.sheet import Cell
from generator.contributing.table_import.words.columns import EVENTS_KEY, NAME, NUMBER, STAGE, YEAR_ALONE, RecapColumn
from generator.text.github import plain
from generator.text.spelling import folded

_Row = dict[int, Cell]


@dataclass(frozen=True, slots=True)
class StageRows:
    """The columns of a table by what they are: a name, a stage, the date beside it."""

    name: int
    stage: int
    date: int
    numbers: frozenset[int]

    def gathered(self, rows: Mapping[int, _Row]) -> tuple[dict[int, _Row], list[tuple[int, list[int]]]]:
        """The rows with those of one innovation as one; and of each such one the rows that it had."""
        made: dict[int, _Row] = {}
        groups: list[tuple[int, list[int]]] = []
        for group in self._groups(rows):
            first = group[0]
            made[first] = rows[first]
            if len(group) > 1:
                groups.append((first, group))
                cells = [rows[number] for number in group]
                said = "; ".join(f"{one[self.stage].text.strip()}: {_date(one[self.date])}" for one in cells)
                date = replace(rows[first][self.date], text=said, date="", vague=False, shared=False)
                made[first] = {**rows[first], self.date: date, self.stage: replace(cells[-1][self.stage], row=first)}
        return made, groups

    def _groups(self, rows: Mapping[int, _Row]) -> Iterator[list[int]]:
        group: list[int] = []
        for number, cells in sorted(rows.items()):
            if group and self._goes_on(rows[group[0]], cells) and number == group[-1] + 1:
                group.append(number)
                continue
            if group:
                yield group
            group = [number]
        if group:
            yield group

    def _goes_on(self, first: _Row, cells: _Row) -> bool:
        """Whether a row only says of another stage of the innovation in the row `first` when it was."""
        own = (self.name, self.stage, self.date)
        if any(n not in first for n in own) or self.stage not in cells or self.date not in cells:
            return False
        rest = {n: cell for n, cell in cells.items() if n not in (self.stage, self.date, *self.numbers)}
        return all(n in first and folded(cell.text) == folded(first[n].text) for n, cell in rest.items())

    def told(self, sheet: str, row: _Row, group: list[int]) -> Remark:
        """That several rows are read as one."""
        numbers = f"{group[0]} sampai {group[-1]}"
        reason = f"baris {numbers} dibaca sebagai satu inovasi dengan beberapa tahapan"
        cure = "bedakan namanya bila bukan itu"
        return Remark(sheet, row[self.name].address, "", plain(row[self.name].text), reason, cure, note=True)


def stage_rows(known: Mapping[int, RecapColumn]) -> StageRows | None:
    """The columns that make a row a stage, None where a table has not all of them."""
    by_path = {column.path: number for number, column in known.items()}
    dated = [n for n, one in known.items() if one.path[0] in (EVENTS_KEY, *YEAR_ALONE) and one.shape.kind == "tanggal"]
    if len(dated) != 1 or NAME not in by_path or STAGE not in by_path:
        return None
    numbers = frozenset(n for n, column in known.items() if column.path == NUMBER)
    return StageRows(by_path[NAME], by_path[STAGE], dated[0], numbers)


def _date(cell: Cell) -> str:
    return cell.date or cell.text.strip()
