"""Short signs in a table and what a note beside it, or their title, says that they stand for: `ND = Non Digital`."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from generator.contributing.answers.funds import fund_in
from generator.contributing.answers.written_dates import WrittenDate, read_date
from generator.contributing.table_import.cells.region import Region
from generator.contributing.table_import.cells.remark import Remark
from generator.contributing.table_import.files.sheet import Cell
from generator.contributing.table_import.words.columns import FUND, STAGE, RecapColumn
from generator.contributing.table_import.words.synonyms import by_initials, surely
from generator.schema.fields import Words
from generator.text.github import plain

#: `A = pelayanan publik; B = tata kelola. Jenis: D = digital`, `1 = Digital`, `A: Tata kelola`.
_STANDS_FOR = re.compile(
    r"(?<![^\W_])(?:([^\W\d_]{1,5}|[0-9]{1,2})\.? ?(?:=|: ?=)|([^\W\d_]{1,2}) ?[:–-](?= )(?! [^\W_]{1,5}\.? ?=)) ?"
    r"((?:(?!\. [^=:]{1,30}[:=]|\. [A-Z][a-z]{1,20} [a-z]| [^\W_]{1,5} ?=| [^\W\d_]{1,2} ?: )[^\d_=,;:()\n]){2,80})"
)
#: `PP (pelayanan publik), TK (tata kelola) atau IL (inovasi lainnya)`: several in one text.
_IN_BRACKETS = re.compile(r"(?<![^\W_])([A-Z]{1,4}) ?\(([^\d_=;:()\n]{3,60})\)")
_FEWEST_BRACKETED: Final = 2
#: One sign or several with what each stands for, perhaps behind their title, and no more: `J : D = Digital, N = Non`.
_PAIRS = re.compile(
    r"\s*(?:(?:[^\W_]{1,5} ?: ?)?[^\W_]{1,5}\.? ?(?:=|: ?=|: ) ?[^\d_=;:()\n]{2,80}(?:[;,.\n]\s{0,3}|\Z)){1,12}"
)
#: Signs that a title lists.
_LISTED = re.compile(r"\(([^()]{3,40})\)")
_LONGEST_SIGN: Final = 5
#: Sign in small letters -> what it may stand for.
Signs = Mapping[str, Sequence[str]]
_LONGEST: Final = 400


@dataclass(frozen=True, slots=True)
class Around:
    """What a sheet says around a table: the text over it, and what its short signs stand for."""

    over: str
    signs: Signs


def legend(texts: Iterable[str]) -> Signs:
    """Sign in small letters -> what it may stand for: one sign may stand for a word in each of two choices."""
    found: dict[str, list[str]] = {}
    for text in texts:
        if len(text) <= _LONGEST and ("=" in text or ":" in text):
            for sign, other, words in _STANDS_FOR.findall(" ".join(text.split())):
                found.setdefault((sign or other).casefold(), []).append(words.strip(" .-–").casefold())
        bracketed = _IN_BRACKETS.findall(text) if len(text) <= _LONGEST else []
        for sign, words in bracketed if len(bracketed) >= _FEWEST_BRACKETED else ():
            found.setdefault(sign.casefold(), []).append(words.strip().casefold())
    return found


def is_pairs(text: str) -> bool:
    """Whether a text only says what one sign or several stand for."""
    return "=" in text and len(text) <= _LONGEST and _PAIRS.fullmatch(text) is not None


def explains(cells: Mapping[int, Cell]) -> bool:
    """Whether a row only says what signs stand for, perhaps behind the title of the column that has them."""
    texts = [cell.text for cell in {cell.address: cell for cell in cells.values()}.values()]
    pairs = [text for text in texts if is_pairs(text)]
    return bool(pairs) and all(len(text.split()) == 1 for text in texts if text not in pairs)


def in_words(sign: str, signs: Signs, vocabulary: str, words: Words) -> str:
    """The words of one choice that a sign stands for, "" where none or several of them do."""
    said = {slug: text for text in signs.get(sign.casefold(), ()) if (slug := surely(text, vocabulary, words))}
    return next(iter(said.values())) if len(said) == 1 else ""


def fund_of(sign: str, signs: Signs) -> str:
    """The one fund that a sign stands for, "" where it stands for none or for several."""
    funds = {fund for words in signs.get(sign.casefold(), ()) if (fund := fund_in(words))}
    return funds.pop() if len(funds) == 1 else ""


def listed_signs(title: str) -> tuple[str, ...]:
    """The short signs that a title lists in brackets, in small letters: `Bentuk (TK/PP/L)`; () where it lists words."""
    listed = _LISTED.search(title)
    signs = [one.strip().casefold() for one in re.split(r"[/,;|]", listed[1])] if listed else []
    return tuple(signs) if all(0 < len(sign) <= _LONGEST_SIGN for sign in signs) else ()


def vocabulary_of(column: RecapColumn) -> str:
    """The words of which a column holds one, "" where it holds none: the stages that a recap states are such too."""
    return STAGE[0] if column.path == STAGE else column.shape.vocabulary if column.shape.kind == "kata" else ""


def _sign_and_date(text: str, vocabulary: str) -> tuple[str, str]:
    """A text in small letters as the sign that it may be; of stages a date may stand behind it: `P 14/2/2023`."""
    sign, _, behind = text.strip().partition(" ")
    dated = behind and vocabulary == STAGE[0] and isinstance(read_date(behind.strip(" ()")), WrittenDate)
    return (sign.casefold(), behind) if dated else (text.strip().casefold(), "")


class Legend:
    """The signs of a sheet, put into words in columns of choice; each is told once a column."""

    def __init__(self, sheet: str, signs: Signs, region: Region) -> None:
        self.sheet, self.signs, self.region = sheet, signs, region
        self.told: set[tuple[int, str]] = set()

    def spelt_out(
        self, cells: Mapping[int, Cell], known: Mapping[int, RecapColumn], titles: Mapping[int, str]
    ) -> Iterator[tuple[int, Cell, Remark | None]]:
        """The cells of a row that hold a sign, in words, with what is to be told."""
        for number, cell in cells.items():
            column = known.get(number)
            vocabulary = vocabulary_of(column) if column else ""
            sign, behind = _sign_and_date(cell.text, vocabulary)
            fund = fund_of(sign, self.signs) if column and column.path == FUND else ""
            if not (vocabulary or fund) or len(sign) > _LONGEST_SIGN:
                continue
            words = fund or in_words(sign, self.signs, vocabulary, self.region.words.get(vocabulary, {}))
            words = words or self._in_title(sign, titles[number], vocabulary)
            if fund or surely(words, vocabulary, self.region.words.get(vocabulary, {})):
                told = (number, sign) in self.told
                self.told.add((number, sign))
                reason, cure = (
                    f'dibaca "{plain(words)}", menurut keterangan atau judul tabel',
                    "betulkan bila bukan itu",
                )
                title, text = plain(titles[number]), plain(cell.text)
                remark = Remark(self.sheet, cell.address, title, text, reason, cure, note=True)
                yield number, replace(cell, text=f"{words} {behind}".strip()), None if told else remark

    def _in_title(self, sign: str, title: str, vocabulary: str) -> str:
        """What a sign stands for that a title lists: `PP` below `Bentuk (TK/PP/L)`."""
        words = self.region.words.get(vocabulary, {})
        slug = by_initials(sign, vocabulary, words) if sign in listed_signs(title) else None
        return words[slug] if slug else ""
