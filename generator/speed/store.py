"""What a build has made and the next may need again, kept on this person's machine; without it every byte is the same.

A key must hold all that its value follows from, but for the program: of other code, other libraries or another Python
each has a file of its own. What was damaged, cut short or written by somebody else is thrown away. Where nothing can be
kept nothing is, and that is no fault of a build.
"""

import hashlib
import marshal
import os
import sqlite3
import sys
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeVar

from generator.aid import Memory, Named
from generator.speed.own_folder import own_folder

if TYPE_CHECKING:
    from generator.speed.signature import Signatures

_Named = TypeVar("_Named", bound=Named)
_Result = TypeVar("_Result")
_PACKAGE: Final = Path(__file__).parents[1]
_SUFFIX: Final = ".sqlite"
#: What no build has used for so many builds is removed.
_KEPT_FOR: Final = 4
#: Items of one block, as far as chance has it.
_IN_A_BLOCK: Final = 24
#: Bytes that may wait to be written.
_WAITING: Final = 8_000_000
#: Seconds that another build may take to write.
_PATIENCE: Final = 5.0
#: What says nothing against the file itself.
_PASSING: Final = frozenset((
    sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_FULL, sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_IOERR, sqlite3.SQLITE_NOMEM, sqlite3.SQLITE_PERM,
))  # fmt: skip
_TABLES: Final = (
    "CREATE TABLE IF NOT EXISTS kept (key BLOB PRIMARY KEY, proof BLOB, value BLOB)",
    "CREATE TABLE IF NOT EXISTS used (key BLOB PRIMARY KEY, build INTEGER) WITHOUT ROWID",
)


class Store(Memory):
    """Key (a digest) -> value. A process that was forked opens the file for itself."""

    def __init__(self, file: Path | None = None) -> None:
        """`file` is None where nothing shall be kept."""
        self._file, self._process, self._build = file, os.getpid(), 0
        self._opened: list[sqlite3.Connection] = []
        self._of_others: list[sqlite3.Connection] = []
        self._new: dict[bytes, bytes] = {}
        self._used: set[bytes] = set()
        #: What was kept when the build began: to ask the file for what it has not takes as long as for what it has.
        self._there: set[bytes] = set()
        self._waiting = 0
        self._signatures: Signatures | None = None
        with self._unless_refused():
            if connection := self._connection():
                (newest,) = connection.execute("SELECT coalesce(max(build), 0) FROM used").fetchone()
                self._build = newest + 1
                self._there = {bytes(key) for (key,) in connection.execute("SELECT key FROM kept")}

    @classmethod
    def of(cls, root: Path) -> "Store":
        """What was kept of the repository at `root`."""
        folder = own_folder("parts")
        if folder is None:
            return cls()
        name = f"{hashlib.sha256(os.fsencode(root)).hexdigest()[:20]}-{program()[:20]}"
        with suppress(OSError):
            _forget_others(folder, name, root)
            (folder / f"{name}.root").write_bytes(os.fsencode(root))
        return cls(folder / f"{name}{_SUFFIX}")

    @staticmethod
    def forget(root: Path) -> None:
        """Remove all that was kept of the repository at `root`. Raises OSError."""
        if folder := own_folder("parts"):
            _forget_others(folder, "", root)

    def values(self) -> Iterator[bytes]:
        """All that is kept, whatever it is worth."""
        with self._unless_refused():
            if connection := self._connection():
                yield from (bytes(value) for (value,) in connection.execute("SELECT value FROM kept"))

    def __bool__(self) -> bool:
        """Whether anything is kept."""
        return self._file is not None

    def about(self, catalogue: Any) -> None:
        """From now on values belong to this catalogue."""
        from generator.speed.signature import Signatures  # noqa: PLC0415 - not where nothing changed

        self._signatures = Signatures(catalogue) if self._file else None

    def key(self, *told: object) -> bytes | None:
        """The digest of these values and of the whole registry, None if they have none."""
        return self._signatures.of(*told) if self._file and self._signatures else None

    def get(self, key: bytes | None) -> bytes | None:
        """What was kept under `key`, whole and as it was written, or None."""
        if key is None or key not in self._there:
            return None
        with self._unless_refused():
            if connection := self._connection():
                found = connection.execute("SELECT proof, value FROM kept WHERE key = ?", (key,)).fetchone()
                if found and found[0] == _proof(key, value := bytes(found[1])):
                    self._used.add(key)
                    return value
        return None

    def put(self, key: bytes | None, value: bytes) -> None:
        """Keep `value` under `key`."""
        if self._file and key is not None:
            self._begin_anew_in_a_copy()
            self._new[key] = value
            self._there.add(key)
            self._used.add(key)
            self._waiting += len(value)
            if self._waiting > _WAITING:
                self._write()

    def each(self, make: Callable[[_Named], _Result], items: Sequence[_Named], *told: object) -> list[_Result]:
        """`make` of each of `items`; a block of them, in which nothing changed, is taken over at once."""
        same, found = self.key(*told), list[_Result]()
        for block in _blocks(items):
            key = self.key(same, block) if same else None
            values = self.plain(key)
            if values is None:
                values = [make(one) for one in block]
                self.keep(key, values)
            found += values
        return found

    def plain(self, key: bytes | None) -> Any:
        """What was kept under `key`, of texts, numbers, tuples, lists and dictionaries."""
        kept = self.get(key)
        return None if kept is None else marshal.loads(kept)  # noqa: S302 - the person's own, and whole

    def keep(self, key: bytes | None, value: Any) -> None:
        """Keep such a value under `key`."""
        if key is not None:
            self.put(key, marshal.dumps(value))

    def save(self) -> None:
        """Write what waits, and remove what was of no use for a while."""
        self._write()
        with self._unless_refused():
            if connection := self._connection():
                connection.execute("BEGIN IMMEDIATE")
                rows = ((key, self._build) for key in self._used)
                connection.executemany("INSERT OR REPLACE INTO used VALUES (?, ?)", rows)
                old = (self._build - _KEPT_FOR,)
                connection.execute("DELETE FROM kept WHERE key NOT IN (SELECT key FROM used WHERE build > ?)", old)
                connection.execute("DELETE FROM used WHERE build <= ?", old)
                connection.execute("COMMIT")
        self._used.clear()

    def _write(self) -> None:
        with self._unless_refused():
            if self._new and (connection := self._connection()):
                connection.execute("BEGIN IMMEDIATE")
                rows = [(key, _proof(key, value), value) for key, value in self._new.items()]
                connection.executemany("INSERT OR REPLACE INTO kept VALUES (?, ?, ?)", rows)
                connection.executemany(
                    "INSERT OR REPLACE INTO used VALUES (?, ?)", [(key, self._build) for key in self._new]
                )
                connection.execute("COMMIT")
        self._new, self._waiting = {}, 0

    def _connection(self) -> sqlite3.Connection | None:
        if self._file is None:
            return None
        self._begin_anew_in_a_copy()
        if not self._opened:
            self._opened.append(_opened(self._file))
        return self._opened[-1]

    def _begin_anew_in_a_copy(self) -> None:
        """In a process that was forked, leave what waits and the connection, never to be closed, to its opener."""
        if self._process != os.getpid():
            self._process, self._new, self._used = os.getpid(), {}, set()
            self._of_others, self._opened = [*self._of_others, *self._opened], []

    @contextmanager
    def _unless_refused(self) -> Iterator[None]:
        """Go on without what is kept once it cannot be read or written; a file that is not ours makes way."""
        try:
            yield
        except sqlite3.Error as error:
            if self._opened:
                self._opened.pop().close()
            if self._file and getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT) & 0xFF not in _PASSING:
                _remove(self._file)
            self._file = None


def _opened(file: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(file, timeout=_PATIENCE, isolation_level=None)
    connection.execute("PRAGMA synchronous = OFF")  # a power cut may damage it; then it is thrown away
    connection.execute("PRAGMA secure_delete = ON")  # what had to go from the catalogue does not linger here
    for table in _TABLES:
        connection.execute(table)
    return connection


def _blocks(items: Iterable[_Named]) -> Iterator[list[_Named]]:
    """The items in their order, cut behind some whose name decides so: what comes or goes changes one block."""
    block: list[_Named] = []
    for one in items:
        block.append(one)
        if not zlib.crc32(one.slug.encode()) % _IN_A_BLOCK:
            yield block
            block = []
    yield block


def _proof(key: bytes, value: bytes) -> bytes:
    return hashlib.sha256(key + value).digest()[:16]


def _forget_others(folder: Path, name: str, root: Path) -> None:
    """Remove what other programs kept of this repository, and what was kept of one that is gone."""
    for told in folder.glob("*.root"):
        kept_of = Path(os.fsdecode(told.read_bytes()))
        if told.stem != name and (kept_of == root or not kept_of.is_dir()):
            _remove(told.with_suffix(_SUFFIX))
            told.unlink(missing_ok=True)


def _remove(file: Path) -> None:
    for path in (file, Path(f"{file}-journal")):
        with suppress(OSError):
            path.unlink()


@cache
def program() -> str:
    """The digest of what makes the parts: this package, the libraries by name and version, Python."""
    told = hashlib.sha256(sys.version.encode())
    for path in sorted(_PACKAGE.rglob("*")):
        if path.is_file() and path.suffix != ".pyc":
            told.update(f"{path.relative_to(_PACKAGE)}\0".encode() + hashlib.sha256(path.read_bytes()).digest())
    for folder in sys.path:
        with suppress(OSError):
            told.update("\0".join(sorted(one.name for one in Path(folder).glob("*.dist-info"))).encode())
    return told.hexdigest()
