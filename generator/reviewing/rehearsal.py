"""Changed files tried in a copy of the data: what `check` says of them, and what they do to the index."""

import datetime as dt
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

from generator import checking
from generator.reviewing import worktree
from generator.reviewing.review import Review, review
from generator.reviewing.sides import Side


def rehearsed(
    root: Path, texts: Mapping[str, str | bytes | None], moved: Mapping[str, str], today: dt.date, as_of: dt.date
) -> Review:
    """The review of the data at `root` with files written anew (None: taken away) and folders called otherwise.

    Nothing at `root` changes. Raises UnsafePlaceError if a place is reached through a link.
    """
    with tempfile.TemporaryDirectory(prefix="katalog-") as scratch:
        copy = Path(scratch)
        worktree.copy_data(root, copy)
        before = Side(checking.check(copy, today), worktree.digests(copy))
        put(copy, texts, moved)
        return review(before, Side(checking.check(copy, today), worktree.digests(copy)), as_of)


def put(root: Path, texts: Mapping[str, str | bytes | None], moved: Mapping[str, str]) -> None:
    """Write the files below `root`, then move folders, then take away what goes; all of it or nothing.

    Raises UnsafePlaceError if a place is reached through a link, OSError where the system refuses.
    """
    old = {path: (root / path).read_bytes() if (root / path).is_file() else None for path in texts}
    try:
        _put(root, texts, moved)
    except OSError:  # a full disk: nothing stays half written
        for path, raw in old.items():
            if raw is not None:
                worktree.place(root, path, raw, replace=(root / path).exists())
            elif (root / path).is_file():
                worktree.take_away(root, path)
        raise


def _put(root: Path, texts: Mapping[str, str | bytes | None], moved: Mapping[str, str]) -> None:
    for path, text in texts.items():
        if text is not None:
            worktree.place(root, path, text, replace=(root / path).exists())
    for old, new in moved.items():
        worktree.check_place(root, new)
        if (root / old).is_dir():
            shutil.move(root / old, root / new)
    for path, text in texts.items():
        if text is None:
            worktree.take_away(root, path)
