"""The command that mends the files of entries where that is sure: `katalog tidy`."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import click

from generator import checking, whole
from generator.commands.context import configuration
from generator.commands.difference import difference
from generator.commands.indonesian import Command, UsageError
from generator.contributing.table_import.cells.region import Region
from generator.contributing.tidying.tidy import Tidied, tidied
from generator.layout import MAX_ENTRY_BYTES
from generator.problems.reporters import text as text_report
from generator.system_errors import sentence
from generator.text.printable import printable

_LONGEST_LINE: Final = 2_000


@click.command("tidy", cls=Command)
@click.argument("files", metavar="BERKAS...", nargs=-1, required=True, type=click.Path(path_type=Path))
def tidy_command(files: tuple[Path, ...]) -> int:
    """Rapikan isian: perbaiki yang sudah pasti, misalnya "2 Juni 2026" menjadi 2026-06-02."""
    missing = [str(path) for path in files if not os.path.lexists(path)]
    if missing:
        raise UsageError(f"tidak ada: {printable(', '.join(missing))}")
    region = known_region()
    if region is None:
        return 1
    refused = False
    for path in files:
        try:
            lines = list(_tidy(path, region))
        except (ValueError, OSError) as error:
            why = sentence(error) if isinstance(error, OSError) else f"{printable(str(path))}: {error}."
            click.echo(f"{why} Berkas ini tidak diubah.", err=True)
            refused = True
        else:
            click.echo("\n".join(printable(line, length=_LONGEST_LINE) for line in lines))
    return 1 if refused else 0


def known_region() -> Region | None:
    """What answers are read against; None, and the report on standard error, if the registry is unusable."""
    here = configuration()
    checked = checking.check(Path.cwd(), here.today())
    if checked.loaded.catalogue is None:
        click.echo(text_report(checked.problems.errors), nl=False, err=True)
        return None
    return Region(checked.catalogue.registry, here.settings.region)


def _tidy(path: Path, region: Region) -> Iterator[str]:
    """Write the file anew and tell how. Raises ValueError or OSError; then it is as it was."""
    if path.is_symlink() or not path.is_file():
        raise ValueError("tautan atau bukan berkas biasa")
    if path.stat().st_size > 2 * MAX_ENTRY_BYTES:
        raise ValueError(f"lebih besar dari {2 * MAX_ENTRY_BYTES} bita")
    raw = path.read_bytes()
    found = tidied(raw, region)
    if found is None:
        raise ValueError("bukan teks")
    if found.text.encode() == raw:
        yield f"{path}: tidak ada yang perlu dirapikan."
    else:
        whole.write(path, found.text.encode())
        yield from difference(str(path), raw.decode("utf-8", "replace"), found.text)
        yield f"{path}: {len(found.cures)} perbaikan."
    yield from _open(path, found)


def _open(path: Path, found: Tidied) -> Iterator[str]:
    for line, text, why in found.open:
        options = f" ({' atau '.join(why.options)})" if 0 < len(why.options) <= 4 else ""
        yield f"{path}:{line}: perlu ditanyakan: {printable(text, length=80)}: {why.reason}; {why.cure}{options}."


COMMANDS: Final[tuple[click.Command, ...]] = (tidy_command,)
