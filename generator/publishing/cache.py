"""Files made from others and slow to make: made once, then taken from a folder that may vanish at any time.

What a file holds follows from its source, the code that made it and the image library alone, so a
build with this folder and one without it give the same bytes.
"""

import hashlib
import inspect
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import Final, TypeVar

import PIL

from generator import whole

Make = Callable[[bytes], bytes]
_Item = TypeVar("_Item")
#: Encoders of pictures run beside each other.
_AT_ONCE: Final = 4
_DIGEST_SIZE = hashlib.sha256().digest_size


class Cache:
    """The files kept below `folder`, which need not exist; a link in its place is not followed."""

    def __init__(self, folder: Path) -> None:
        self._folder = None if folder.is_symlink() else folder

    def many(
        self, make: Make, read: Callable[[_Item], bytes], items: Iterable[_Item], *, at_once: int = _AT_ONCE
    ) -> Iterator[bytes]:
        """`make(read(item))` of each item, in their order; up to `at_once` are made at a time."""
        recipe = _recipe(make)
        with ThreadPoolExecutor(at_once) as pool:
            yield from pool.map(lambda item: self._one(make, recipe, read(item)), items)

    def _one(self, make: Make, recipe: bytes, source: bytes) -> bytes:
        if self._folder is None:
            return make(source)
        path = self._folder / hashlib.sha256(recipe + hashlib.sha256(source).digest()).hexdigest()
        kept = _read(path)
        if kept is None:
            kept = make(source)
            _write(path, kept)
        return kept


def _recipe(make: Make) -> bytes:
    """What else decides the result: the module of `make`, so that nobody has to count versions, and the library."""
    code = Path(inspect.getfile(make)).read_bytes()
    return hashlib.sha256(f"{make.__name__} {PIL.__version__} ".encode() + code).digest()


def _read(path: Path) -> bytes | None:
    """What was kept; None if there is nothing or if it is not what was written (cut short, overwritten)."""
    try:
        raw = path.read_bytes()
    except OSError:
        return None
    content = raw[_DIGEST_SIZE:]
    return content if raw[:_DIGEST_SIZE] == hashlib.sha256(content).digest() else None


def _write(path: Path, content: bytes) -> None:
    """A build beside this one reads all of a file or none. A full disk is no problem."""
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        whole.write(path, hashlib.sha256(content).digest() + content, durable=False)
