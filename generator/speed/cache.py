"""Files made from others and slow to make: made once, then taken from a folder that may vanish at any time.

What a file holds follows from its source, the code that made it and the image library alone, so a
build with this folder and one without it give the same bytes.
"""

import hashlib
import inspect
import sys
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import Final, TypeVar

import jinja2
import PIL
from jinja2.bccache import Bucket, BytecodeCache

from generator import whole
from generator.speed.own_folder import own_folder

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
        if at_once == 1:
            yield from (self._one(make, recipe, read(item)) for item in items)
            return
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


class Compiled(BytecodeCache):
    """Templates as Jinja compiles them: a third of a small build.

    They are code, so they lie where no proposal can put a file, in a folder of this person alone, and each is looked
    for by its name, its source, Jinja and Python. The environment must not be `optimized`: what a filter makes of a
    constant would be kept too.
    """

    def __init__(self) -> None:
        self._folder = own_folder("templates")

    def load_bytecode(self, bucket: Bucket) -> None:
        """Take what was kept, if it is what was written."""
        kept = _read(self._folder / bucket.key) if self._folder else None
        if kept is not None:
            bucket.bytecode_from_string(kept)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled, if that can be."""
        if self._folder:
            _write(self._folder / bucket.key, bucket.bytecode_to_string())

    def get_bucket(self, environment: jinja2.Environment, name: str, filename: str | None, source: str) -> Bucket:
        """The place of one template; where its source lies decides nothing but what a fault in it names."""
        checksum = self.get_source_checksum(source)
        told = f"{name}\0{checksum}\0{jinja2.__version__}\0{sys.version}\0{_options(environment)}"
        bucket = Bucket(environment, hashlib.sha256(told.encode()).hexdigest(), checksum)
        self.load_bytecode(bucket)
        if bucket.code is not None and filename:
            bucket.code = bucket.code.replace(co_filename=filename)
        return bucket


def _options(environment: jinja2.Environment) -> str:
    """What of an environment decides the code of its templates."""
    names = ("autoescape", "trim_blocks", "lstrip_blocks", "keep_trailing_newline", "undefined", "extensions")
    return repr(
        [getattr(environment, name) if name != "extensions" else sorted(environment.extensions) for name in names]
    )


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
