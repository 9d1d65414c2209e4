"""Short signs in a table and what a note beside it says that they stand for: `D = Digital, ND = Non Digital`."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Final

from generator.contributing.table_import.columns import RecapColumn
from generator.contributing.table_import.region import Region
from generator.contributing.table_import.remark import Remark
from generator.contributing.table_import.sheet import Cell
from generator.contributing.table_import.synonyms import surely
from generator.text.github import plain

_STANDS_FOR = re.compile(r"(?<![^\W_])([^\W\d_]{1,5}) ?(?:=|: ?=) ?([^\W\d_][^=,;:()\n]{1,80})")
_LONGEST: Final = 300


def legend(texts: Iterable[str]) -> dict[str, str]:
    """Sign in small letters -> what it stands for; one that is explained in two ways is left out."""
    found: dict[str, set[str]] = {}
    for text in texts:
        if "=" in text and len(text) <= _LONGEST:
            for sign, words in _STANDS_FOR.findall(" ".join(text.split())):
                found.setdefault(sign.casefold(), set()).add(words.strip(" .").casefold())
    return {sign: min(words) for sign, words in found.items() if len(words) == 1}


class Legend:
    """The signs of a sheet, put into words in columns of choice; each is told once a column."""

    def __init__(self, sheet: str, texts: Iterable[str], region: Region) -> None:
        self.sheet, self.signs, self.region = sheet, legend(texts), region
        self.told: set[tuple[int, str]] = set()

    def spelt_out(
        self, cells: Mapping[int, Cell], known: Mapping[int, RecapColumn], titles: Mapping[int, str]
    ) -> Iterator[tuple[int, Cell, Remark | None]]:
        """The cells of a row that hold a sign, in words, with what is to be told."""
        for number, cell in cells.items() if self.signs else ():
            sign, column = cell.text.strip().casefold(), known.get(number)
            words = self.signs.get(sign, "")
            if not column or not words or column.shape.kind != "kata":
                continue
            vocabulary = column.shape.vocabulary
            if surely(words, vocabulary, self.region.words.get(vocabulary, {})):
                told = (number, sign) in self.told
                self.told.add((number, sign))
                reason, cure = f'dibaca "{plain(words)}", menurut keterangan tabel', "betulkan bila bukan itu"
                title, text = plain(titles[number]), plain(cell.text)
                remark = Remark(self.sheet, cell.address, title, text, reason, cure, note=True)
                yield number, replace(cell, text=words), None if told else remark
