"""The site before the last, in which the next is made: a file that has the same bytes again stays as it is.

Nobody looks at it, so whatever becomes of it, the site that people see is whole. What lies in it is never trusted: each
file is compared with what would be written.
"""

import hashlib
import os
import shutil
import stat
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from contextlib import contextmanager, suppress
from pathlib import Path


@contextmanager
def borrowed(place: Path | None, new: Path) -> Iterator[Path]:
    """The folder `new`, which does not exist yet, to make a site in: with what lay at `place`, where that can be.

    What lies at `new` in the end, such as the site whose place the new one has taken, is kept at `place`.
    """
    with suppress(OSError):
        if place and place.is_dir() and not place.is_symlink():
            place.rename(new)
            if not _plain(new):
                shutil.rmtree(new)
    new.mkdir(exist_ok=True)
    try:
        yield new
    finally:
        with suppress(OSError):  # another build may have been quicker, or it is another file system
            if place and any(new.iterdir()):
                place.parent.mkdir(parents=True, exist_ok=True)
                new.rename(place)


def settle(file: Path, content: bytes) -> None:
    """Make `file` hold `content`; one that does stays as it is."""
    name = os.fspath(file)
    try:
        with open(name, "rb", buffering=0) as old:  # noqa: PTH123 - thousands of files: half of a Path's time
            if old.readall() == content:
                return
        os.unlink(name)  # noqa: PTH108
        _written(name, content)
    except FileNotFoundError:
        try:
            _written(name, content)
        except FileNotFoundError:
            file.parent.mkdir(parents=True, exist_ok=True)
            _written(name, content)
    except (IsADirectoryError, NotADirectoryError):
        _make_way(file)
        _written(name, content)


def lies(file: Path, digest: bytes) -> bool:
    """Whether `file` holds the bytes of this digest."""
    try:
        with open(os.fspath(file), "rb", buffering=0) as old:  # noqa: PTH123
            return hashlib.sha256(old.readall()).digest() == digest
    except OSError:
        return False


def _written(name: str, content: bytes) -> None:
    """Make a new file, through no link."""
    with open(os.open(name, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666), "wb") as new:  # noqa: PTH123
        new.write(content)


def clear(folder: Path, kept: AbstractSet[str]) -> None:
    """Remove from `folder` all but the files `kept` (paths)."""
    _clear(os.fspath(folder), kept, {path[:at] for path in kept for at, sign in enumerate(path) if sign == "/"})


def _clear(folder: str, kept: AbstractSet[str], folders: AbstractSet[str], below: str = "") -> None:
    """Remove from `folder` what is not one of the files `kept`, nor one of the `folders` in which they lie."""
    with os.scandir(folder) as found:
        for one in list(found):
            path = below + one.name
            if not one.is_dir(follow_symlinks=False):
                if path not in kept:
                    os.unlink(one.path)  # noqa: PTH108
            elif path in folders:
                _clear(one.path, kept, folders, f"{path}/")
            else:
                shutil.rmtree(one.path)


def _plain(folder: str | Path) -> bool:
    """Whether there are but folders and files, none of which is or leads to anything elsewhere."""
    with os.scandir(folder) as found:
        return all(
            _plain(one.path) if one.is_dir(follow_symlinks=False) else _alone(one.stat(follow_symlinks=False))
            for one in found
        )


def _alone(found: os.stat_result) -> bool:
    """Whether it is a file, and bears no other name."""
    return stat.S_ISREG(found.st_mode) and found.st_nlink == 1


def _make_way(file: Path) -> None:
    """Remove what stands where `file` or a folder above it shall be."""
    if file.is_dir():
        shutil.rmtree(file)
        return
    for above in reversed(file.parents):
        if above.is_file():
            above.unlink()
    file.parent.mkdir(parents=True, exist_ok=True)
