"""The command that takes out of pictures what is not seen in them: `katalog strip`."""

import os
from pathlib import Path
from typing import Final

import click

from generator import whole
from generator.catalogue import picture_file
from generator.catalogue.picture_file import PictureError
from generator.commands.indonesian import Command, UsageError
from generator.layout import MAX_PICTURE_BYTES
from generator.system_errors import sentence
from generator.text.printable import printable

#: Bytes of a picture as a camera makes it: what is taken out of it may be larger than the picture.
_MOST: Final = 10 * MAX_PICTURE_BYTES
_LONGEST_LINE: Final = 2_000


@click.command("strip", cls=Command)
@click.argument("files", metavar="BERKAS...", nargs=-1, required=True, type=click.Path(path_type=Path))
def strip_command(files: tuple[Path, ...]) -> int:
    """Keluarkan data tersembunyi dari gambar; pikselnya tidak berubah."""
    missing = [str(path) for path in files if not os.path.lexists(path)]
    if missing:
        raise UsageError(f"tidak ada: {printable(', '.join(missing))}")
    refused = False
    for path in files:
        try:
            told = _strip(path)
        except (PictureError, OSError) as error:
            why = f"{printable(str(path))}: {error}." if isinstance(error, PictureError) else sentence(error)
            click.echo(f"{why} Berkas ini tidak diubah.", err=True)
            refused = True
        else:
            click.echo(printable(f"{path}: {told}.", length=_LONGEST_LINE))
    return 1 if refused else 0


def _strip(path: Path) -> str:
    """What was taken out of the file at `path`, in Indonesian. Raises PictureError or OSError; then it is as it was."""
    if path.is_symlink() or not path.is_file():
        raise PictureError("tautan atau bukan berkas biasa")
    if path.stat().st_size > _MOST:
        raise PictureError(f"lebih besar dari {_MOST} bita")
    raw = path.read_bytes()
    clean = picture_file.stripped(raw)
    if clean == raw:
        return "tidak ada yang perlu dikeluarkan"
    whole.write(path, clean)
    taken, worst = picture_file.taken(raw), picture_file.hidden(raw)
    return f"dikeluarkan {', '.join(taken)}" + (f"; di dalamnya {', '.join(worst)}" if worst else "")


COMMANDS: Final[tuple[click.Command, ...]] = (strip_command,)
