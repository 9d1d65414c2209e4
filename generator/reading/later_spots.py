"""The places in a file whose values are known from before: of most files nobody asks for any."""

from collections.abc import Iterator, Mapping
from functools import cached_property

from generator.reading.document import read
from generator.reading.spots import DataPath, Spot


class LaterSpots(Mapping[DataPath, Spot]):
    """The spots in a `text` of at most `nodes` values, which was read without a problem; found when asked for."""

    def __init__(self, text: str, nodes: int) -> None:
        self._text, self._nodes = text, nodes

    @cached_property
    def _found(self) -> Mapping[DataPath, Spot]:
        raw = self._text.encode()
        document, _ = read(raw, "", limit=len(raw), nodes=self._nodes)
        return document.spots if document else {}

    def __getitem__(self, path: DataPath) -> Spot:
        return self._found[path]

    def __iter__(self) -> Iterator[DataPath]:
        return iter(self._found)

    def __len__(self) -> int:
        return len(self._found)
