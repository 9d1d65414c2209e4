"""A table: its columns, and a row as plain values."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

Row = Mapping[str, Any]
#: What the cells of a column hold: text, a whole number, true or false, a day, a date at the precision known.
CellKind = Literal["teks", "bilangan", "benar", "hari", "tanggal"]


@dataclass(frozen=True, slots=True)
class Column:
    """One column: official name and what it holds, in Indonesian; of one with `many` each cell holds a list."""

    name: str
    meaning: str
    kind: CellKind = "teks"
    many: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """One table; `name` is also its file name, `separator` stands between the items of a list."""

    name: str
    title: str
    columns: tuple[Column, ...]
    separator: str = ";"


def cell(value: Any, separator: str = ";") -> str:
    """A value as one cell of text: lists joined, true/false, nothing as empty."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list | tuple):
        return separator.join(map(str, value))
    return str(value)
