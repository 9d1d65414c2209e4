"""Whether anything is to be made at all: what the last build read, and the site that came of it, told by their bytes.

Its verdict is taken over only where all that a build may read is what it was, to the last byte, and so is every file of
the site. Where a build may read more than is known here, nothing is noted, and every build makes everything.
"""

import hashlib
import json
import os
import stat
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from generator import layout
from generator.aid import LastBuild, MadeSite
from generator.speed.store import Store

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig  # to load it takes as long as all that is done here

#: What MkDocs has by itself and makes of a page without looking at other files.
_EXTENSIONS: Final = frozenset(("toc", "tables", "fenced_code"))
#: What lies beside the templates and no build reads.
_TOOLS: Final = frozenset(("node_modules",))
NOTHING: Final = frozenset[str]()


class LastKnown(LastBuild):
    """What is known in `store` of the last build of the repository at `root` that was told the same (`told`)."""

    def __init__(self, store: Store, root: Path, *told: object) -> None:
        self._store, self._root = store, root
        self._folders: list[str] = []
        self._read: bytes | None = None
        settings = (root / layout.SETTINGS).read_bytes()
        around = os.environ.items()  # noqa: TID251 - what `!ENV` may name; nothing is taken from here
        named = {key: value for key, value in around if key.encode() in settings}
        self._same = hashlib.sha256(repr((told, settings, sorted(named.items()))).encode()).digest()

    def site(self, target: Path) -> MadeSite | None:
        """The site at `target`, if a build now would make the very same."""
        folders = self._store.get(self._same)
        kept = self._store.get(self._digest(json.loads(folders))) if folders else None
        if not kept:
            return None
        digest, *site = json.loads(kept)
        return MadeSite(*site) if digest == contents(target) else None

    def begin(self, config: "MkDocsConfig") -> None:
        """Look at all that is about to be read."""
        self._folders = folders(self._root, config)
        self._read = self._digest(self._folders)

    def note(self, target: Path, site: MadeSite, written: Mapping[str, bytes]) -> None:
        """Remember the `site` that was made at `target` of what was there at the beginning, if that is still so."""
        if self._read and self._read == self._digest(self._folders):
            self._store.put(self._same, json.dumps(self._folders).encode())
            self._store.put(self._read, json.dumps([contents(target, known=written), *site]).encode())
            self._store.save()

    def _digest(self, folders: Iterable[str]) -> bytes | None:
        """The digest of all that a build reads, which lies in `folders` of the repository; None if that is not sure."""
        found = [contents(self._root / one, _TOOLS if one == layout.TEMPLATES else NOTHING) for one in folders]
        return hashlib.sha256(self._same + repr(found).encode()).digest() if found and all(found) else None


def folders(root: Path, config: "MkDocsConfig") -> list[str]:
    """The folders of the repository at `root` that a build reads; none if it may read elsewhere too."""
    ours = root / layout.TEMPLATES
    known = set(config.markdown_extensions) <= _EXTENSIONS and len(config.plugins) == 1 and not config.hooks
    docs = Path(config.docs_dir)
    theme = [Path(folder) for folder in config.theme.dirs if root in Path(folder).parents]
    if not known or root not in docs.parents or any(ours not in folder.parents for folder in theme):
        return []
    return [docs.relative_to(root).as_posix(), layout.INNOVATIONS, layout.REGISTRY, layout.TEMPLATES]


def contents(
    folder: Path, without: AbstractSet[str] = NOTHING, known: Mapping[str, bytes] = MappingProxyType({})
) -> str:
    """The digest of the names, modes and bytes in `folder`, without those of these names.

    Files of which the digest is `known`, by their path in it, are not read. It is "" where `folder` is none, cannot be
    read, or holds what is neither file nor folder.
    """
    told = hashlib.sha256()
    try:
        for name, mode, content in _walked(os.fspath(folder), without, known):
            told.update(f"{len(content)} {mode} {name}\0".encode("utf-8", "surrogateescape") + content)
    except (OSError, ValueError):
        return ""
    return told.hexdigest()


def _walked(
    folder: str, without: AbstractSet[str], known: Mapping[str, bytes], below: str = ""
) -> Iterator[tuple[str, int, bytes]]:
    """Name, mode, and the digest of each file or nothing. Raises OSError, and ValueError for links and the like."""
    with os.scandir(folder) as found:
        entries = sorted(found, key=lambda one: one.name)
    for one in (one for one in entries if one.name not in without):
        name, mode = f"{below}{one.name}", one.stat(follow_symlinks=False).st_mode
        if stat.S_ISDIR(mode):
            yield f"{name}/", mode, b""
            yield from _walked(one.path, without, known, f"{name}/")
        elif stat.S_ISREG(mode) and name in known:
            yield name, mode, known[name]
        elif stat.S_ISREG(mode):
            with open(one.path, "rb", buffering=0) as file:  # noqa: PTH123 - thousands of files
                yield name, mode, hashlib.sha256(file.readall()).digest()
        else:
            raise ValueError(name)
