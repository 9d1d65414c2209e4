"""What answers are read against: the registers, their words, and the region's own name."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from generator.catalogue.registry import Registry
from generator.schema.fields import Words


@dataclass(frozen=True)
class Region:
    """What answers are read against: the registers and the region's own name."""

    registry: Registry
    name: str

    @cached_property
    def words(self) -> Mapping[str, Words]:
        """The words of every choice."""
        return self.registry.words()

    @cached_property
    def typed_affairs(self) -> Mapping[str, Sequence[str]]:
        """What people type for affairs."""
        return self.registry.typed_affairs()
