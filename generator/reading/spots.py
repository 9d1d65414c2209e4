"""Where the keys and values of a file stand."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

DataPath = tuple[str | int, ...]
#: Bits of a line or a column; no file has so many of either.
_BITS: Final = 32
_ONE, _BOTH = (1 << _BITS) - 1, (1 << 2 * _BITS) - 1


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a key and its value begin, as (line, column) from 1. A list item has no key of its own."""

    key: tuple[int, int]
    value: tuple[int, int]


class Spots(Mapping[DataPath, Spot]):
    """The spot of every path, in the order of the file, each as one number: of most files nobody asks for any."""

    __slots__ = ("_packed",)

    def __init__(self) -> None:
        self._packed: dict[DataPath, int] = {}

    def mark(self, path: DataPath, key: tuple[int, int], value: tuple[int, int]) -> None:
        """Take in a path with the places of its key and its value."""
        self._packed[path] = ((key[0] << _BITS | key[1]) << _BITS | value[0]) << _BITS | value[1]

    def __getitem__(self, path: DataPath) -> Spot:
        packed = self._packed[path]
        key, value = packed >> 2 * _BITS, packed & _BOTH
        return Spot((key >> _BITS, key & _ONE), (value >> _BITS, value & _ONE))

    def __contains__(self, path: object) -> bool:
        return path in self._packed

    def __iter__(self) -> Iterator[DataPath]:
        return iter(self._packed)

    def __len__(self) -> int:
        return len(self._packed)
