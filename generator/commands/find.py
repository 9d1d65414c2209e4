"""The command that tells where a value still stands: `katalog find`. The value itself is never shown."""

import shlex
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from re import Pattern
from typing import Final

import click

from generator import checking
from generator.commands.context import configuration
from generator.commands.difference import agreed, differences, effect_lines
from generator.commands.indonesian import Command, UsageError
from generator.layout import ENTRY_SUFFIX, INNOVATIONS, REGISTRY
from generator.problems import Problems
from generator.problems.reporters import text as text_report
from generator.reviewing.keeping_places import Kept, in_history, in_store, in_tree
from generator.reviewing.rehearsal import put, rehearsed
from generator.text.printable import printable
from generator.text.traces import ValueTooShortError, erased, pattern_of, stands_in

_MOST: Final = 200


@click.command("find", cls=Command)
@click.option(
    "--also", metavar="FOLDER", multiple=True, type=click.Path(path_type=Path), help="Cari juga di folder ini."
)
@click.option("--erase", is_flag=True, help="Keluarkan nilai itu dari isian dan registri; riwayat Git tidak berubah.")
@click.option("--yes", is_flag=True, help="Keluarkan tanpa bertanya lagi.")
def find_command(also: tuple[Path, ...], *, erase: bool, yes: bool) -> int:
    """Cari di mana suatu nilai masih ada: berkas, situs yang sudah dibuat, dan riwayat Git.

    Nilainya diketik sesudah perintah ini dimulai, agar tidak tersimpan di riwayat terminal, dan tidak ditampilkan.
    """
    if erase and also:
        raise UsageError("--erase hanya mengubah isian dan registri; pakai tanpa --also")
    if missing := [str(folder) for folder in also if not folder.is_dir()]:
        raise UsageError(f"folder {printable(', '.join(missing))} tidak ada")
    try:
        value = click.prompt("Nilai yang dicari", hide_input=True) if sys.stdin.isatty() else sys.stdin.readline()
        pattern = pattern_of(value.strip())
    except ValueTooShortError as error:
        raise UsageError(str(error)) from None
    if erase:
        return _erased(pattern, yes=yes)
    root = Path.cwd()
    places = [one for kept in (in_tree(root), in_store(root), in_history(root)) for one in _places(kept, pattern)]
    places = list(dict.fromkeys(places))
    for folder in also:
        places += [f"{folder}/{one}" for one in _places(in_tree(folder), pattern)]
    for place in places[:_MOST]:
        click.echo(_masked(place, pattern))  # a name of a file may hold the value itself
    if (more := len(places) - _MOST) > 0:
        click.echo(f"dan {more} tempat lain")
    click.echo(f"Masih ada di {len(places)} tempat." if places else "Tidak ditemukan lagi di komputer ini.")
    return 1 if places else 0


def _masked(line: str, pattern: Pattern[bytes]) -> str:
    return printable(pattern.sub(b"[...]", line.encode("utf-8", "replace")).decode("utf-8", "replace"), length=400)


def _erased(pattern: Pattern[bytes], *, yes: bool) -> int:
    """Take a value out of entries and registers: show it masked, ask, write. Raises UsageError."""
    root, today = Path.cwd(), configuration().today()
    before = dict(_written())
    texts = {path: text for path, old in before.items() if (text := erased(old, pattern)) != old}
    if not texts:
        click.echo("Nilai itu tidak ada di dalam isian dan registri. Tidak ada yang ditulis.")
        return 0
    found, known = rehearsed(root, texts, {}, today, today), checking.check(root, today).problems.errors
    for line in differences(before, texts):
        click.echo(_masked(line, pattern))
    had = {(one.code, one.place.file) for one in known}
    if fresh := [one for one in (*found.problems.errors, *found.faults) if (one.code, one.place.file) not in had]:
        click.echo(text_report(Problems(fresh)), nl=False, err=True)
        told = "Tanpa nilai itu berkasnya tidak lolos pemeriksaan, jadi tidak ada yang ditulis"
        click.echo(f"{told}. Betulkan isiannya lewat formulir, lalu katalog accept.", err=True)
        return 1
    for line in effect_lines(found):
        click.echo(line)
    if not agreed("Tulis perubahan ini?", yes=yes):
        return 0
    put(root, texts, {})
    click.echo(f"Tertulis: {', '.join(texts)}.")
    click.echo(f"Simpan ke Git: git add --all {shlex.join(texts)} && git commit -m 'Hapus data pribadi'")
    click.echo("Di riwayat Git dan di situs yang sudah terbit nilai itu masih ada: lihat lagi dengan katalog find.")
    return 0


def _written() -> Iterator[tuple[str, str]]:
    """Path and text of every entry and register; what is no text is left as it is."""
    for name in (INNOVATIONS, REGISTRY):
        for one in in_tree(Path(name)):
            if one.where.endswith(ENTRY_SUFFIX) and " " not in one.where:  # the name of a file comes by itself
                with suppress(UnicodeDecodeError):
                    yield f"{name}/{one.where}", one.content.decode()


def _places(kept: Iterator[Kept], pattern: Pattern[bytes]) -> Iterator[str]:
    for one in kept:
        lines = stands_in(one.content, pattern)
        if lines:
            named = ", ".join(map(str, lines[:10])) if any(lines) else ""
            yield f"{one.where}{f', baris {named}' if named else ''}"


COMMANDS: Final[tuple[click.Command, ...]] = (find_command,)
