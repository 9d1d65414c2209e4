"""What is written appears whole or not at all: it is made beside its place under another name, then renamed.

A name left by a program that was killed is removed by the next one that writes there. Whether its maker still lives
is told by a lock (flock(2)), which ends with the process.
"""

import ctypes
import fcntl
import os
import re
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

_PREFIX: Final = ".katalog-"
_BESIDE: Final = re.compile(rf"{re.escape(_PREFIX)}[a-z0-9_]{{8}}\Z")
#: In a scratch folder: the folder that was taken out of its place, until the new one stands there.
_OLD: Final = "lama"
_AT_FDCWD: Final = -100
_SWAP: Final = 2  # RENAME_EXCHANGE of Linux (renameat2(2)), RENAME_SWAP of macOS (renamex_np(2))


def write(path: Path, content: bytes, *, new: bool = False, durable: bool = True) -> None:
    """Write the file `path`, with the rights that new files get; a link there is replaced, not followed.

    `new`: the file must not be there yet. Not `durable`: a power cut may leave it empty; for what is made again anyway.
    Raises FileExistsError, and OSError with `path` as its file name if it cannot be written; then all is as it was.
    """
    try:
        if durable:
            _sweep(path.parent)
        _write(path, content, _put_new if new else os.replace, durable=durable)
    except OSError as error:
        error.filename, error.filename2 = os.fspath(path), None
        raise


def _write(path: Path, content: bytes, put: Callable[[Path, Path], None], *, durable: bool) -> None:
    beside, handle = _beside(path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            if durable:
                os.fsync(handle)
            put(beside, path)
    finally:
        beside.unlink(missing_ok=True)


def _beside(folder: Path) -> tuple[Path, int]:
    """A new locked file in `folder`: its name and its handle."""
    while True:
        path = folder / f"{_PREFIX}{os.urandom(4).hex()}"
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
        if _held(path, handle):
            return path, handle
        os.close(handle)


def _put_new(beside: Path, path: Path) -> None:
    """Give the file its name, if that is free."""
    try:
        os.link(beside, path)
    except FileExistsError:
        raise
    except OSError:  # a file system without hard links
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL))
        beside.replace(path)


@contextmanager
def scratch(folder: Path) -> Iterator[Path]:
    """A folder inside `folder`, which is made if need be, to prepare in; afterwards it is gone. Raises OSError."""
    folder.mkdir(parents=True, exist_ok=True)
    _sweep(folder)
    while True:
        path = Path(tempfile.mkdtemp(dir=folder, prefix=_PREFIX))
        handle = os.open(path, os.O_RDONLY)
        if _held(path, handle):
            break
        os.close(handle)
    try:
        yield path
    finally:
        shutil.rmtree(path, ignore_errors=True)
        os.close(handle)


def swap(new: Path, target: Path) -> None:
    """Put the folder `new`, which lies in a scratch folder beside `target`, there; what was there goes to scratch.

    Where the system can exchange two names in one step, there is no moment without a `target`; elsewhere there are two
    steps, and what a kill between them leaves is put back by the next `scratch`. Raises OSError; then all is as it was.
    """
    handle = os.open(target.parent, os.O_RDONLY)
    try:
        _lock(handle, wait=True)  # in two steps, no other build may come between
        if target.exists() and not _exchange(new, target):
            old = new.parent / _OLD / target.name
            old.parent.mkdir()
            target.rename(old)
            try:
                new.rename(target)
            except OSError:
                old.rename(target)
                raise
        elif not target.exists():
            new.rename(target)
    finally:
        os.close(handle)


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two names in one step; False where the system or the file system cannot."""
    libc = ctypes.CDLL(None)
    names = os.fsencode(one), os.fsencode(other)
    if hasattr(libc, "renameat2"):
        failed: int = libc.renameat2(_AT_FDCWD, names[0], _AT_FDCWD, names[1], _SWAP)
    elif hasattr(libc, "renamex_np"):
        failed = libc.renamex_np(*names, _SWAP)
    else:
        return False
    return not failed


def _sweep(folder: Path) -> None:
    """Remove from `folder` what a program that was killed has left there; put back what it had taken away."""
    for path in _left(folder):
        with suppress(OSError):
            handle = os.open(path, os.O_RDONLY)
            try:
                if _lock(handle, wait=False):
                    _clear(path)
            finally:
                os.close(handle)


def _left(folder: Path) -> list[Path]:
    """What bears a name of ours and is a file or a folder."""
    with suppress(OSError):
        found = [path for path in folder.iterdir() if _BESIDE.match(path.name)]
        return [path for path in found if not path.is_symlink() and (path.is_dir() or path.is_file())]
    return []


def _clear(left: Path) -> None:
    if not left.is_dir():
        left.unlink()
        return
    for old in (left / _OLD).glob("*"):
        if not (left.parent / old.name).exists():
            old.rename(left.parent / old.name)
    shutil.rmtree(left, ignore_errors=True)


def _held(path: Path, handle: int) -> bool:
    """Lock what was just made; False if somebody took it for a leftover before."""
    _lock(handle, wait=True)
    with suppress(FileNotFoundError):
        return os.path.samestat(path.stat(), os.fstat(handle))
    return False


def _lock(handle: int, *, wait: bool) -> bool:
    """Whether the lock was free; it is held until `handle` is closed."""
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
    except BlockingIOError:
        return False
    except OSError:  # a file system without locks
        return wait
    return True
