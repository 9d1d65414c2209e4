"""The command that tells where a value still stands: `katalog find`. The value itself is never shown."""

import sys
from collections.abc import Iterator
from pathlib import Path
from re import Pattern
from typing import Final

import click

from generator.commands.indonesian import Command, UsageError
from generator.reviewing.keeping_places import Kept, in_history, in_store, in_tree
from generator.text.printable import printable
from generator.text.traces import ValueTooShortError, pattern_of, stands_in

_MOST: Final = 200


@click.command("find", cls=Command)
@click.option(
    "--also", metavar="FOLDER", multiple=True, type=click.Path(path_type=Path), help="Cari juga di folder ini."
)
def find_command(also: tuple[Path, ...]) -> int:
    """Cari di mana suatu nilai masih ada: berkas, situs yang sudah dibuat, dan riwayat Git.

    Nilainya diketik sesudah perintah ini dimulai, agar tidak tersimpan di riwayat terminal, dan tidak ditampilkan.
    """
    if missing := [str(folder) for folder in also if not folder.is_dir()]:
        raise UsageError(f"folder {printable(', '.join(missing))} tidak ada")
    try:
        value = click.prompt("Nilai yang dicari", hide_input=True) if sys.stdin.isatty() else sys.stdin.readline()
        pattern = pattern_of(value.strip())
    except ValueTooShortError as error:
        raise UsageError(str(error)) from None
    root = Path.cwd()
    places = [one for kept in (in_tree(root), in_store(root), in_history(root)) for one in _places(kept, pattern)]
    places = list(dict.fromkeys(places))
    for folder in also:
        places += [f"{folder}/{one}" for one in _places(in_tree(folder), pattern)]
    for place in places[:_MOST]:
        # A name of a file may hold the value itself.
        click.echo(printable(pattern.sub(b"[...]", place.encode()).decode("utf-8", "replace"), length=400))
    if (more := len(places) - _MOST) > 0:
        click.echo(f"dan {more} tempat lain")
    click.echo(f"Masih ada di {len(places)} tempat." if places else "Tidak ditemukan lagi di komputer ini.")
    return 1 if places else 0


def _places(kept: Iterator[Kept], pattern: Pattern[bytes]) -> Iterator[str]:
    for one in kept:
        lines = stands_in(one.content, pattern)
        if lines:
            named = ", ".join(map(str, lines[:10])) if any(lines) else ""
            yield f"{one.where}{f', baris {named}' if named else ''}"


COMMANDS: Final[tuple[click.Command, ...]] = (find_command,)
