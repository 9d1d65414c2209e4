"""Folders for what is kept from one build to the next, outside of any repository: no proposal can put a file there."""

import os
import stat
from pathlib import Path

from platformdirs import user_cache_path


def own_folder(name: str) -> Path | None:
    """The folder `name` of this person alone, made if need be; None if others could have put a file into it."""
    folder = user_cache_path("katalog-inovasi", appauthor=False) / name
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        found = folder.lstat()
    except OSError:
        return None
    others = stat.S_IWGRP | stat.S_IWOTH
    alone = stat.S_ISDIR(found.st_mode) and found.st_uid == os.getuid() and not found.st_mode & others
    return folder if alone else None
