"""A table: its columns, and a row as plain values."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Column:
    """One column: official name and what it holds, in Indonesian."""

    name: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Table:
    """One table; `name` is also its file name."""

    name: str
    title: str
    columns: tuple[Column, ...]


def cell(value: Any) -> str:
    """A value as one cell of text: lists joined by semicolons, true/false, nothing as empty."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list | tuple):
        return ";".join(map(str, value))
    return str(value)
