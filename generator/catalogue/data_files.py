"""The files that hold the data: opened one by one within limits; what cannot be opened or is no file is a problem."""

import io
import os
import stat
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel

from generator import layout
from generator.aid import Memory
from generator.catalogue.catalogue import Innovation
from generator.problems import Place, Problem, problem
from generator.reading.document import MAX_NODES, Document, read
from generator.reading.later_spots import LaterSpots
from generator.schema.refusals import validate

#: Without one of these no entry has an `alias`.
_OLD_ADDRESS = (b"alias", b"\\")
_Model = TypeVar("_Model", bound=BaseModel)


@dataclass
class DataFiles:
    """The files below `root`, and what of them has been read so far, by path.

    Where somebody asks about the entries `near` alone, only these are looked at, and what shares an address with them.
    """

    root: Path
    near: frozenset[str] = frozenset()
    problems: list[Problem] = field(default_factory=list)
    documents: dict[str, Document] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)
    pictures: dict[str, tuple[Path, ...]] = field(default_factory=dict)
    runs: dict[str, bool] = field(default_factory=dict)
    #: Entries of an earlier reading under the same registry, and those of them that still stand so.
    sound: Mapping[str, tuple[Document, Innovation]] = field(default_factory=dict)
    unchanged: list[str] = field(default_factory=list)
    #: What earlier checks found sound, and under which key that is, or may be, of each file read without a problem.
    memory: Memory = field(default_factory=Memory)
    keys: dict[str, bytes] = field(default_factory=dict)
    #: Bytes read so far.
    size: int = 0

    def report(self, code: str, path: str, **values: Any) -> None:
        """Note a problem of the whole file or folder."""
        self.problems.append(problem(code, Place(path), **values))

    def note_mode(self, path: str, mode: int) -> None:
        """Remember whether a file may be run as a program."""
        self.runs[path] = bool(mode & stat.S_IXUSR)

    def report_programs(self) -> None:
        """No data may be run. Where every file may, the disk keeps no such mark: a memory card, a drive of Windows."""
        if not all(self.runs.values()):
            for path in (path for path, runs in self.runs.items() if runs):
                self.report("B017", path, nilai=path)

    def document(self, path: str, *, limit: int, nodes: int = MAX_NODES) -> Document | None:
        """Read one file; problems are noted. None where the content cannot be used."""
        target = self.root / path
        try:
            found = target.stat()
            size = found.st_size
            self.note_mode(path, found.st_mode)
            raw = target.read_bytes() if size <= limit else b""
        except OSError:
            self.report("B016", path, sebab="tidak dapat dibuka")
            return None
        if size > limit:
            self.report("B007", path, nilai=size, batas=limit)
            return None
        try:
            document, problems = self._read(path, raw, limit, nodes)
        except (MemoryError, RecursionError):  # no file within the limits is known to do this; if one does, it is alone
            self.report("B016", path, sebab="melampaui batas memori")
            return None
        self.size += size
        self.problems += problems
        self.texts[path] = document.text if document else raw.decode("utf-8", "replace")
        if document is not None:
            self.documents[path] = document
        return document

    def _read(self, path: str, raw: bytes, limit: int, nodes: int) -> tuple[Document | None, list[Problem]]:
        """What a file holds; of bytes that were found sound before, as it is remembered."""
        if not self.memory:
            return read(raw, path, limit=limit, nodes=nodes)
        key = sha256(f"{path}\0{limit}\0{nodes}\0".encode() + raw).digest()
        if (data := self.memory.plain(key)) is not None:
            text = raw.decode("utf-8-sig")
            self.keys[path] = key
            self.unchanged.append(path)
            return Document(path, data, LaterSpots(text, nodes), text), []
        document, problems = read(raw, path, limit=limit, nodes=nodes)
        if document and not problems:
            self.keys[path] = key
        return document, problems

    def name_in(self, path: str) -> str:
        """The name of the innovation in a file that is not taken for an entry; "" if there is none to be read."""
        try:
            with (self.root / path).open("rb") as stream:
                document, _ = read(stream.read(layout.MAX_ENTRY_BYTES + 1), path)
        except (OSError, MemoryError, RecursionError):
            return ""
        name = document.data.get("nama") if document else None
        return name if isinstance(name, str) else ""

    def still(self, path: str) -> Innovation | None:
        """The innovation of an earlier reading, if its file has not changed since."""
        if path not in self.sound:
            return None
        document, innovation = self.sound[path]
        target = self.root / path
        try:
            found = target.stat()
            same = found.st_size <= layout.MAX_ENTRY_BYTES and target.read_bytes() == document.text.encode()
        except (OSError, UnicodeError):
            return None
        if not same:
            return None
        self.note_mode(path, found.st_mode)
        self.size += found.st_size
        self.documents[path], self.texts[path] = document, document.text
        self.unchanged.append(path)
        return innovation

    def is_far(self, path: str) -> bool:
        """Whether nobody asks about the entry at `path`."""
        return bool(self.near) and path not in self.near

    def bears(self, path: str, slug: str) -> bool:
        """Whether an entry must be read: one that is asked about, has old addresses, or has one that is named there.

        What may be an escape, in which a key can be hidden, is read too; so is what is too large or cannot be opened.
        """
        if not self.is_far(path):
            return True
        raw = self._begin(path)
        return raw is None or any(sign in raw for sign in _OLD_ADDRESS) or slug.encode() in self._asked

    @cached_property
    def _asked(self) -> bytes:
        return b"\n".join(self._begin(path) or b"" for path in sorted(self.near))

    def _begin(self, path: str) -> bytes | None:
        """The bytes of an entry; None if they are too many or cannot be read."""
        try:
            with io.FileIO(f"{self.root}/{path}") as file:
                raw = file.read(layout.MAX_ENTRY_BYTES + 1)
        except OSError:
            return None
        return raw if len(raw) <= layout.MAX_ENTRY_BYTES else None

    def mode(self, path: str) -> int | None:
        """What lies at `path`, a link not followed; None, and a problem is noted, if the system does not say."""
        try:
            return os.lstat(f"{self.root}/{path}").st_mode  # five thousand times, so no `Path` is made of it
        except OSError:
            self.report("B016", path, sebab="tidak dapat dibuka")
            return None

    def file(self, path: str, model: type[_Model], *, optional: bool = False) -> _Model | None:
        """Read one registry file into `model`; one that is `optional` may be absent."""
        target = self.root / path
        if target.is_symlink():
            self.report("B002", path, nilai=target.name)
            return None
        if not target.is_file():
            if target.exists() or not optional:
                self.report("R001", path)
            return None
        document = self.document(path, limit=layout.MAX_REGISTRY_BYTES, nodes=layout.MAX_REGISTRY_NODES)
        if document is None:
            return None
        value, problems = validate(model, document, None)
        self.problems += problems
        return value

    def linked(self, folder: str) -> bool:
        """Whether a folder is a link, which is a problem: nothing behind it is read."""
        if linked := (self.root / folder).is_symlink():
            self.report("B002", folder, nilai=folder.rpartition("/")[2])
        return linked

    def names(self, folder: str) -> list[str]:
        """The names in a folder of the repository, sorted; one that is a link or cannot be opened is a problem.

        So is a repository of its own, which Git would take up without its files.
        """
        place = self.root / folder
        if self.linked(folder):
            return []
        try:
            names = sorted(path.name for path in place.iterdir()) if place.is_dir() else []
        except OSError:
            self.report("B016", folder, sebab="tidak dapat dibuka")
            return []
        if layout.GIT in names:
            self.report("B018", folder, nilai=folder)
            names.remove(layout.GIT)
        return names
