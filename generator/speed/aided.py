"""The aid that this room gives to one build. What few builds need is loaded on use: a build that is spared is short."""

import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar

from generator import layout
from generator.aid import Aid, LastBuild, Say
from generator.speed import spare
from generator.speed.store import Store
from generator.speed.unchanged import LastKnown

if TYPE_CHECKING:
    from jinja2 import BytecodeCache

_LAST_BUT_ONE: Final = "situs"
#: Pages from which on more than one process pays.
MANY = 1_500
_Item = TypeVar("_Item")
_Task = TypeVar("_Task")
_Result = TypeVar("_Result")


class Aided(Aid):
    """For the repository at `root`; what other builds made is taken over only where it `remembers`."""

    memory: Store

    def __init__(self, root: Path, *, remembers: bool, jobs: int | None) -> None:
        self._root, self._jobs = root, jobs
        self._cache = root / layout.CACHE
        self._spare = self._cache / _LAST_BUT_ONE if remembers else None
        self.memory = Store.of(root) if remembers else Store()

    def forget(self) -> None:
        """Remove all that was kept of this repository. Raises OSError."""
        Store.forget(self._root)
        shutil.rmtree(self._cache / _LAST_BUT_ONE, ignore_errors=True)

    def last(self, *told: object) -> LastBuild:
        """The last build that was `told` the same."""
        return LastKnown(self.memory, self._root, *told) if self.memory else LastBuild()

    def folder(self, new: Path) -> AbstractContextManager[Path]:
        """The folder `new`, with what the site before the last held."""
        return spare.borrowed(self._spare, new)

    def settle(self, file: Path, content: bytes) -> None:
        """Make `file` hold `content`; one that does stays as it is."""
        spare.settle(file, content)

    def lies(self, file: Path, digest: bytes) -> bool:
        """Whether `file` holds the bytes of this digest."""
        return self._spare is not None and spare.lies(file, digest)

    def clear(self, folder: Path, kept: AbstractSet[str]) -> None:
        """Remove from `folder` all but the files `kept` (paths)."""
        spare.clear(folder, kept)

    def share(
        self,
        tasks: Sequence[_Task],
        work: Callable[[_Task, Say], _Result],
        heard: Callable[[_Task, _Result], None],
        pages: int,
    ) -> None:
        """Have the tasks done by copies of this process where that pays. Raises likewise."""
        from generator.speed.crew import Shared, processors  # noqa: PLC0415 - not where nothing changed

        size = self._jobs or processors() if pages >= MANY else 1
        Shared(work, heard, self.memory.save).do(tasks, size)

    def many(
        self,
        make: Callable[[bytes], bytes],
        read: Callable[[_Item], bytes],
        items: Iterable[_Item],
        at_once: int,
    ) -> Iterator[bytes]:
        """`make(read(item))` of each item, made once for all builds."""
        from generator.speed.cache import Cache  # noqa: PLC0415 - not where nothing changed

        return Cache(self._cache).many(make, read, items, at_once=at_once)

    def templates(self) -> "BytecodeCache | None":
        """Templates that were compiled, in the person's own folder."""
        from generator.speed.cache import Compiled  # noqa: PLC0415 - not where nothing changed

        return Compiled()
