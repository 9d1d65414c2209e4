"""Where the work tree, Git and builds keep bytes: every file, every content there ever was, every commit's message."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from generator.aid import aid_of
from generator.reviewing import worktree

_MOST: Final = 64 * 1024 * 1024
#: Git's own folder is asked by Git; what others have installed is none of ours.
_NEVER: Final = frozenset([".git", ".venv", "node_modules", "__pycache__"])


@dataclass(frozen=True, slots=True)
class Kept:
    """Some bytes and where they are kept: a path in the work tree, or a content, a message or a branch of Git."""

    where: str
    content: bytes


def in_tree(root: Path) -> Iterator[Kept]:
    """Every file below a folder, what Git ignores (the built site, the cache) included."""
    for folder, inner, names in os.walk(root):
        inner[:] = sorted(set(inner) - _NEVER)
        for name in sorted(names):
            path = Path(folder, name)
            where = path.relative_to(root).as_posix()
            yield Kept(f"nama berkas {where}", os.fsencode(where))
            if path.is_file() and not path.is_symlink() and path.stat().st_size <= _MOST:
                yield Kept(where, path.read_bytes())


def in_store(root: Path) -> Iterator[Kept]:
    """What builds of the repository at `root` have kept for the next one."""
    for value in aid_of(root, remembers=True).memory.values():
        yield Kept("simpanan pembuatan situs", value)


def in_history(root: Path) -> Iterator[Kept]:
    """Every content that Git can still give: of all branches, tags and of what was left behind; and every message."""
    if not (root / ".git").exists():
        return
    named = worktree.object_names(root)
    for number, kind, content in worktree.objects(root, named):
        if kind == "blob":
            yield Kept(f"riwayat: {named[number] or 'tanpa nama'} ({number[:10]})", content)
        elif kind in ("commit", "tag"):
            yield Kept(f"riwayat: pesan komit {number[:10]}", content)
