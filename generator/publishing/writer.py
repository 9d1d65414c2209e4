"""SiteTree -> folder: only what differs is written, what is gone is removed."""

from pathlib import Path

from generator import whole
from generator.publishing.pipeline import SiteTree


def write(tree: SiteTree, folder: Path) -> tuple[int, int]:
    """Make `folder` hold exactly `tree`. Returns (files written, files removed).

    Raises ValueError if the folder holds anything this function did not write, so that a slip of
    the hand cannot empty a folder of somebody's work.
    """
    marker = folder / ".katalog"
    if folder.exists() and any(folder.iterdir()) and not marker.exists():
        raise ValueError(folder)
    folder.mkdir(parents=True, exist_ok=True)
    whole.write(marker, b"Folder ini ditulis oleh `katalog write`; isinya akan ditimpa.\n")
    written = sum(_write(folder / path, content) for path, content in tree.items())
    keep = {folder / path for path in tree} | {marker}
    gone = [path for path in folder.rglob("*") if path.is_file() and path not in keep]
    for path in gone:
        path.unlink()
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_dir() and not any(path.iterdir()):
            path.rmdir()
    return written, len(gone)


def _write(path: Path, content: bytes) -> bool:
    if path.is_file() and path.read_bytes() == content:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    whole.write(path, content, durable=False)
    return True
