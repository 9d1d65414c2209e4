"""Titles that are known and yet may mean another column, by what stands beside and below them: then it is asked."""

import re
from collections.abc import Collection, Sequence
from typing import Final

from generator.contributing.answers.amounts import read_amount
from generator.contributing.answers.funds import fund_first, fund_in, funded
from generator.contributing.table_import.cells.places import PLACE
from generator.contributing.table_import.cells.region import Region
from generator.contributing.table_import.files.sheet import Cell
from generator.contributing.table_import.words.columns import BUDGET, FUND, PRICE, UNIT, Keys, RecapColumn
from generator.schema.fields import one_line
from generator.text.spelling import folded

CITED: Final[Keys] = ("sumber", "judul")
_SUMS: Final = re.compile(r"(?:anggaran|biaya|dana)\s*[/&(+]", re.IGNORECASE)
_NO_PRICE: Final = re.compile(r"\b(?:tarif|memakai|layanan|retribusi|warga|pengguna)\b")
#: Who does something, in a title that names a place too: `Desa / Pelaksana`.
_DOERS: Final = re.compile(r"\b(?:pelaksana|pengelola|pengusul|pengampu|penanggung jawab|pemilik|inovator|unit)\b")
_AT: Final = re.compile(
    r"(?:desa|ds|kelurahan|kel|kecamatan|kec|dusun|dsn|rt|rw|kampung|jalan|jl|gang|semua|seluruh)\b"
)
#: What is longer names no fund: `APBD`, `DAK Non Fisik`.
_LONGEST_FUND: Final = 5


def other_meanings(
    title: str, column: RecapColumn, cells: Sequence[Cell], known: Collection[Keys], region: Region
) -> tuple[Keys, ...]:
    """The columns that a known one may be; nothing where it can only be what its title says.

    `known` are the columns of its table.
    """
    words = folded(title)
    if column.path == PRICE and not _NO_PRICE.search(words):  # a price for citizens, or what it costs the office
        of_office = FUND in known or fund_in(title) != "" or any(fund_in(cell.text) for cell in cells)
        meant = (BUDGET,) if of_office else (BUDGET, PRICE)
        sums = (read_amount(funded(one_line(cell.text)).amount) for cell in cells)
        return meant if any(one is not None for one in sums) else ()
    if column.path == CITED and words == "sumber" and {BUDGET, PRICE} & set(known) and FUND not in known:
        if all_funds(cells):
            return (FUND,)
        return (FUND, CITED) if any(map(_may_be_fund, cells)) else ()
    if column.path == FUND and BUDGET not in known and _SUMS.search(title):  # `Anggaran / Sumber Dana`
        said = [isinstance(read_amount(funded(one_line(cell.text)).amount), int) for cell in cells]
        return (BUDGET,) if any(said) else ()  # no fund is a sum
    if column.path == PLACE and _DOERS.search(words):
        return () if all(_is_place(cell.text, region) for cell in cells) else (UNIT, PLACE)
    return ()


def all_funds(cells: Sequence[Cell]) -> bool:
    """Whether every cell begins with the name of a fund, and says little more."""
    return bool(cells) and all(_may_be_fund(cell) and fund_first(cell.text) for cell in cells)


def _may_be_fund(cell: Cell) -> bool:
    return "://" not in cell.text and len(cell.text.split()) <= _LONGEST_FUND


def _is_place(text: str, region: Region) -> bool:
    return _AT.match(folded(text)) is not None or region.office_of(text) is not None
