"""A table as spreadsheets hold it: sheets of cells, and the limits within which one is read."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from generator.spreadsheet import letters

#: An honest recap of a regency has some hundred rows; these limits keep a hostile file from filling memory.
MAX_FILE: Final = 10 * 1024 * 1024
MAX_ROWS: Final = 2_000
MAX_COLUMNS: Final = 100
#: The longest text that Excel itself allows in a cell.
MAX_CELL: Final = 32_767
#: All cells of a file together. Texts that cells share are stored once, and so cost a file next to nothing.
MAX_TEXT: Final = 4_000_000


class UnreadableError(Exception):
    """The file as a whole cannot be used; the message is an Indonesian sentence for the contributor."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell that holds something, row and column counted from 1.

    `text` is what a person reads there; `date` the day, month or year of a date cell as `2025-08-17`, at the
    precision that the cell shows; `error` says (Indonesian) why a formula gave nothing. `link` is the address behind
    the text. `vague`: the format of the file does not tell whether a date cell shows its day, `unseen`: nor how at all.
    `sheet` is set where the cell stands on another sheet than the row that it belongs to. `struck` are words of it that
    are struck out, and so not in `text`; `shared` is true if it is merged over several rows, and `last` the last column
    that it is merged over, 0 if it has its own only.
    """

    row: int
    column: int
    text: str
    date: str = ""
    error: str = ""
    link: str = ""
    vague: bool = False
    unseen: bool = False
    sheet: str = ""
    struck: str = ""
    shared: bool = False
    last: int = 0

    @property
    def address(self) -> str:
        """The place as spreadsheets name it: `C7`."""
        return f"{letters(self.column)}{self.row}"


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: its cells by (row, column); `merged` leads from a place inside a merged area to the cell it shows.

    `note` says (Indonesian) what was guessed in reading it; `left` are cells that were left out, and why: hidden
    rows and columns, struck out texts. `beside` are notes that people have set to cells. `block` is the year of a part
    that stands beside those of other years, `first` the column in which a part begins. `signs` has what short signs
    stand for, by small letters.
    """

    name: str
    cells: Mapping[tuple[int, int], Cell]
    merged: Mapping[tuple[int, int], tuple[int, int]] = field(default_factory=dict)
    hidden: bool = False
    note: str = ""
    left: tuple[tuple[Cell, str], ...] = ()
    beside: Mapping[tuple[int, int], str] = field(default_factory=dict)
    block: int = 0
    first: int = 1
    signs: Mapping[str, Sequence[str]] = field(default_factory=dict)


def check_total(length: int) -> None:
    """Raises UnreadableError if all cells of a file are together longer than the longest recap."""
    if length > MAX_TEXT:
        raise UnreadableError(f"isi tabel lebih dari {MAX_TEXT} karakter; bagi tabelnya")


def checked_length(text: str, at: tuple[int, int]) -> str:
    """`text` as it is. Raises UnreadableError if it is longer than a cell of Excel can be."""
    if len(text) > MAX_CELL:
        raise UnreadableError(f"sel {letters(at[1])}{at[0]} memuat lebih dari {MAX_CELL} karakter")
    return text
