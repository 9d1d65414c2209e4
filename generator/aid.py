"""What a build may be spared: the only door to the room `speed`, and what is done where that room is not there.

With the room and without it every byte of a site is the same. The room may remember what earlier builds made, share
work out, and leave files as they are; without it a site is made from nothing, by one process.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from contextlib import AbstractContextManager, nullcontext
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple, Protocol, TypeVar

if TYPE_CHECKING:
    from jinja2 import BytecodeCache
    from mkdocs.config.defaults import MkDocsConfig

_ROOM: Final = Path(__file__).with_name("speed")
_AIDED: Final = "generator.speed.aided"
_Item = TypeVar("_Item")
_Task = TypeVar("_Task")
_Result = TypeVar("_Result")


class Named(Protocol):
    """What has an address of its own."""

    @property
    def slug(self) -> str:
        """Its last part."""


_Named = TypeVar("_Named", bound=Named)
#: Hears what somebody who works on a task is at.
Say = Callable[[str], None]


class WorkerLostError(Exception):
    """A process that did a task ended in the middle: `at` what, and with which `code`, below 0 that of a signal."""

    def __init__(self, at: str, code: int) -> None:
        super().__init__(at, code)
        self.at, self.code = at, code


class MadeSite(NamedTuple):
    """A site: its files, the entries it was made of, and what was to be said of the data."""

    files: int
    entries: int
    report: str


class LastBuild:
    """What is known of the last build that was told the same: nothing."""

    def site(self, target: Path) -> MadeSite | None:  # noqa: ARG002 - the room's looks there
        """The site at `target`, if a build now would make the very same."""
        return None

    def begin(self, config: "MkDocsConfig") -> None:
        """Look at all that is about to be read."""

    def note(self, target: Path, site: MadeSite, written: Mapping[str, bytes]) -> None:
        """Remember the `site` that was made at `target` of what was there at the beginning, if that is still so.

        Of files that were just `written` the digest is known. If it is wrong, nobody will find that site there.
        """


class Derived:
    """Values that follow from those in `of`, the registry, the settings and the day alone: their key is that of `of`.

    Where it is None, they are told by themselves; those that are `shared` by several pages only once.
    """

    of: Sequence[object] | None = None
    shared = False


class Memory:
    """What earlier builds made, by a key of all that it follows from: nothing. It is false where nothing is kept."""

    def __bool__(self) -> bool:
        return False

    def about(self, catalogue: Any) -> None:
        """From now on values belong to this catalogue; all of its registry is part of each key."""

    def key(self, *told: object) -> bytes | None:  # noqa: ARG002
        """What stands for these values, None where nothing can: then nothing is found nor kept."""
        return None

    def get(self, key: bytes | None) -> bytes | None:  # noqa: ARG002
        """What was kept under `key`, whole and as it was, or None."""
        return None

    def put(self, key: bytes | None, value: bytes) -> None:
        """Keep `value` under `key`."""

    def plain(self, key: bytes | None) -> Any:  # noqa: ARG002
        """The same of a value of texts, numbers, tuples, lists and dictionaries."""
        return None

    def keep(self, key: bytes | None, value: Any) -> None:
        """Keep such a value under `key`."""

    def made(self, make: Callable[[], bytes], *told: object) -> bytes:
        """What `make` gives, which follows from what is `told` and the registry alone."""
        key = self.key(*told)
        found = self.get(key)
        if found is None:
            found = make()
            self.put(key, found)
        return found

    def each(self, make: "Callable[[_Named], _Result]", items: "Sequence[_Named]", *told: object) -> list[_Result]:  # noqa: ARG002
        """`make` of each of `items`, which follows from it, the registry and what is `told` alone.

        What `make` gives must be of texts, numbers, tuples, lists and dictionaries.
        """
        return list(map(make, items))

    def values(self) -> Iterator[bytes]:
        """All that is kept, whatever it is worth."""
        return iter(())

    def save(self) -> None:
        """Write what waits."""


class Aid:
    """The aid of one build: this one gives none."""

    memory: Memory = Memory()

    def forget(self) -> None:
        """Remove all that was kept. Raises OSError."""

    def last(self, *told: object) -> LastBuild:  # noqa: ARG002
        """The last build that was `told` the same."""
        return LastBuild()

    def folder(self, new: Path) -> AbstractContextManager[Path]:
        """The folder `new`, which does not exist yet, to make a site in."""
        new.mkdir()
        return nullcontext(new)

    def settle(self, file: Path, content: bytes) -> None:
        """Make `file` hold `content`."""
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)

    def lies(self, file: Path, digest: bytes) -> bool:  # noqa: ARG002 - nothing lies in a new folder
        """Whether `file` is there and holds the bytes of which this is the digest (SHA-256)."""
        return False

    def clear(self, folder: Path, kept: AbstractSet[str]) -> None:
        """Remove from `folder` all but the files `kept` (paths): nothing else lies in a new one."""

    def share(
        self,
        tasks: Sequence[_Task],
        work: Callable[[_Task, Say], _Result],
        heard: Callable[[_Task, _Result], None],
        pages: int,  # noqa: ARG002
    ) -> None:
        """Have each task of a site of so many `pages` done by `work`; `heard` gets it with its result, in any order.

        Raises what both raise, and WorkerLostError.
        """
        for task in tasks:
            heard(task, work(task, lambda _: None))

    def many(
        self,
        make: Callable[[bytes], bytes],
        read: Callable[[_Item], bytes],
        items: Iterable[_Item],
        at_once: int,  # noqa: ARG002
    ) -> Iterator[bytes]:
        """`make(read(item))` of each item, in their order; up to `at_once` are made at a time."""
        return (make(read(item)) for item in items)

    def templates(self) -> "BytecodeCache | None":
        """Where templates are kept as Jinja compiles them."""
        return None


def aid_of(root: Path, *, remembers: bool = False, jobs: int | None = None) -> Aid:
    """The aid for a build of the repository at `root`, which `remembers` other builds, by so many processes at once.

    `jobs` is None for as many as there are processors. This is the one place that asks whether the room is there.
    """
    if not _ROOM.is_dir():  # asked of the folder: an import might find the room of another copy of the program
        return Aid()
    aid: Aid = import_module(_AIDED).Aided(root, remembers=remembers, jobs=jobs)
    return aid
