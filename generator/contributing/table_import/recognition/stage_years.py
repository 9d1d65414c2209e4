"""Stages that take a column for each year or quarter (`Status 2023`, `TW II`): the history that they make."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from generator.contributing.table_import.cells.region import Region
from generator.contributing.table_import.cells.remark import Remark
from generator.contributing.table_import.files.sheet import Cell
from generator.contributing.table_import.recognition.two_in_one import ChoiceParts
from generator.contributing.table_import.shapes.header import Header
from generator.contributing.table_import.words.column_titles import Columns
from generator.contributing.table_import.words.columns import STAGE, YEAR_ALONE, RecapColumn
from generator.contributing.table_import.words.synonyms import surely
from generator.text.github import plain

_OF_YEAR = re.compile(
    r"\A(?:(?:status|tahapan|tahap|kondisi|perkembangan|tahun|thn|th)\b[^0-9]{0,30})?(20[0-9]{2})\Z", re.IGNORECASE
)
_QUARTER = re.compile(r"\b(?:triwulan|tri wulan|tw|trw|kuartal)\.? ?-?(iv|i{1,3}|[1-4])\b", re.IGNORECASE)
_YEAR = re.compile(r"(?<![0-9])20[0-9]{2}(?![0-9])")
_ROMAN: Final = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_FEWEST: Final = 2
_MOST: Final = 0.8


@dataclass(frozen=True, slots=True)
class StageYears:
    """The year of each column of stages; the history that they make stands in the first of them."""

    column: RecapColumn
    years: Mapping[int, str]
    parts: ChoiceParts

    def joined(self, cells: dict[int, Cell]) -> None:
        """Put the stages of a row with the first year of each where their history is looked for."""
        words = self.parts.region.words[STAGE[0]]
        said: dict[str, str] = {}
        first: Cell | None = None
        for n, year in self.years.items():
            cell = cells.pop(n, None)
            slug = surely(self.parts.word(cell.text.strip(), STAGE[0]), STAGE[0], words) if cell else None
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


@dataclass(frozen=True, slots=True)
class StageQuarters:
    """The quarter of each column of stages; the stages stand in the last of them, as told of the latest quarter.

    What comes after another stage began in its quarter. Of the first nobody knows when it did.
    """

    column: RecapColumn
    quarters: Mapping[int, str]
    region: Region

    def joined(self, cells: dict[int, Cell]) -> None:
        """Put the stages of a row, those with the quarter in which they followed another, where its stage is sought."""
        words = self.region.words[STAGE[0]]
        said = [(cell, quarter) for n, quarter in self.quarters.items() if (cell := cells.pop(n, None))]
        slugs = [surely(cell.text, STAGE[0], words) for cell, _ in said]
        begun = {
            slug: f"{words[slug]} {quarter}"
            for n, ((_, quarter), slug) in enumerate(zip(said, slugs, strict=True))
            if n and slug and slug not in slugs[:n]
        }
        if said:
            text = "; ".join(begun.values()) if begun and all(slugs) else said[-1][0].text
            cells[max(self.quarters)] = replace(said[-1][0], text=text, date="")

    def told(self, sheet: str, found: Header, cells: Mapping[int, Sequence[Cell]]) -> Remark:
        """That the columns are read as the stages of a year."""
        number = min(self.quarters)
        title = plain(found.titles[number])
        first = cells[number][0] if cells.get(number) else next(cell for n in self.quarters for cell in cells[n])
        reason = (
            "kolom triwulan dibaca sebagai perkembangan tahapan; kapan tahapan triwulan pertama mulai tidak disebut"
        )
        return Remark(
            sheet, first.address, title, plain(first.text), reason, "tulis tanggalnya bila diketahui", note=True
        )


def stage_quarters(
    found: Header, cells: Mapping[int, Sequence[Cell]], columns: Columns, region: Region, year: int
) -> list[StageQuarters]:
    """The columns of stages by quarter of the `year` of the recap, or of that in their titles."""
    made: list[tuple[tuple[str, int], int]] = []
    for n, title in found.titles.items():
        match, named = _QUARTER.search(title), _YEAR.findall(title)
        said = named[0] if named else str(year or "")
        if match and said and n not in found.columns and cells.get(n):
            made.append(((said, _ROMAN.get(match[1].casefold()) or int(match[1])), n))
    below = [cell for _, n in made for cell in cells[n]]
    words, stage = region.words.get(STAGE[0], {}), columns.title_of(STAGE[0])
    fit = sum(surely(cell.text, STAGE[0], words) is not None for cell in below)
    named_already = any(column.path == STAGE for column in found.columns.values())
    if len(made) < _FEWEST or not stage or named_already or fit < _MOST * len(below):
        return []
    names = ("", "I", "II", "III", "IV")
    quarters = {n: f"Triwulan {names[quarter]} {said}" for (said, quarter), n in sorted(made)}
    return [StageQuarters(stage, quarters, region)]


def stage_years(
    found: Header, cells: Mapping[int, Sequence[Cell]], columns: Columns, parts: ChoiceParts
) -> list[StageYears]:
    """The columns of stages by year, in the order of their years; none where a table has dates of its own."""
    said = ((n, _OF_YEAR.match(title.strip())) for n, title in found.titles.items() if cells.get(n))
    years = dict(sorted(((n, match[1]) for n, match in said if match), key=lambda one: one[1]))
    below = [cell for n in years for cell in cells[n]]
    fit = sum(bool(parts.word(cell.text.strip(), STAGE[0])) for cell in below)
    alone = columns.title_of(YEAR_ALONE[0])
    if len(years) < _FEWEST or not alone or fit < _MOST * len(below):
        return []
    return [StageYears(replace(alone, title="Riwayat"), years, parts)]
