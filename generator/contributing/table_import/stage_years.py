"""Stages that take a column for each year (`Status 2023`): each began in the first year that has it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from generator.contributing.table_import.columns import STAGE, YEAR_ALONE, Columns, RecapColumn
from generator.contributing.table_import.header import Header
from generator.contributing.table_import.region import Region
from generator.contributing.table_import.remark import Remark
from generator.contributing.table_import.sheet import Cell
from generator.contributing.table_import.synonyms import surely
from generator.text.github import plain

_OF_YEAR = re.compile(r"\A(?:status|tahapan|tahap|kondisi|perkembangan)\b[^0-9]{0,30}(20[0-9]{2})\Z", re.IGNORECASE)
_FEWEST: Final = 2
_MOST: Final = 0.8


@dataclass(frozen=True, slots=True)
class StageYears:
    """The year of each column of stages; the history that they make stands in the first of them."""

    column: RecapColumn
    years: Mapping[int, str]
    region: Region

    def joined(self, cells: dict[int, Cell]) -> None:
        """Put the stages of a row with the first year of each where their history is looked for."""
        words = self.region.words[STAGE[0]]
        said: dict[str, str] = {}
        first: Cell | None = None
        for n, year in self.years.items():
            cell = cells.pop(n, None)
            slug = surely(cell.text, STAGE[0], words) if cell else None
            if cell and (slug is None or slug not in said):
                said[slug or cell.text] = f"{words[slug] if slug else cell.text} {year}"
                first = first or cell
        if first:
            cells[min(self.years)] = replace(first, text="; ".join(said.values()), date="")

    def told(self, sheet: str, found: Header, cells: Mapping[int, Sequence[Cell]]) -> Remark:
        """That the columns are read as one history."""
        number = min(self.years)
        first, title = cells[number][0], plain(found.titles[number])
        reason = f"kolom {', '.join(self.years.values())} dibaca sebagai riwayat: setiap tahapan pada tahun pertamanya"
        return Remark(
            sheet, first.address, title, plain(first.text), reason, "tulis tanggalnya bila bukan itu", note=True
        )


def stage_years(
    found: Header, cells: Mapping[int, Sequence[Cell]], columns: Columns, region: Region
) -> list[StageYears]:
    """The columns of stages by year, in the order of their years; none where a table has dates of its own."""
    said = ((n, _OF_YEAR.match(title.strip())) for n, title in found.titles.items() if cells.get(n))
    years = dict(sorted(((n, match[1]) for n, match in said if match), key=lambda one: one[1]))
    below = [cell for n in years for cell in cells[n]]
    words = region.words.get(STAGE[0], {})
    fit = sum(surely(cell.text, STAGE[0], words) is not None for cell in below)
    alone = columns.title_of(YEAR_ALONE[0])
    if len(years) < _FEWEST or not alone or fit < _MOST * len(below):
        return []
    return [StageYears(replace(alone, title="Riwayat"), years, region)]
