"""The command that throws away a branch of a hand-in which should not be merged: `katalog discard`."""

from pathlib import Path
from typing import Final

import click

from generator.commands.accept import BRANCHES
from generator.commands.context import configuration
from generator.commands.difference import agreed
from generator.commands.indonesian import Command, UsageError
from generator.reviewing import worktree
from generator.text.printable import printable

_LONGEST: Final = 400


@click.command("discard", cls=Command)
@click.argument("branch", metavar="CABANG")
@click.option("--yes", is_flag=True, help="Buang tanpa bertanya lagi.")
def discard_command(*, branch: str, yes: bool) -> int:
    """Buang cabang kiriman yang keliru dan belum digabungkan, misalnya kiriman/2026-11-02-a1b2c3."""
    root, main = Path.cwd(), configuration().settings.branch
    name = branch if branch.startswith(f"{BRANCHES}/") else f"{BRANCHES}/{branch}"
    copies = worktree.copies_of(root, name)
    try:
        _refuse(root, name, main, copies)
        return _discarded(root, name, main, yes=yes)
    except worktree.GitRefusalError as error:
        click.echo(f"{error}.", err=True)
    return 1


def _discarded(root: Path, name: str, main: str, *, yes: bool) -> int:
    """Show what is on the branch, ask, take it away. Raises GitRefusalError, UsageError."""
    shared = [one for one in worktree.copies_of(root, name) if one]
    lost = worktree.only_on(root, name)
    click.echo(f"Cabang {name}, yang belum digabungkan ke {main}, mengubah:")
    for path in worktree.changed_since(root, name, main):
        click.echo(printable(f"- {path}", length=_LONGEST))
    told = "Yang hanya ada di sana dan ikut terbuang:" if lost else "Semua yang ada di sana juga ada di cabang lain."
    click.echo(told)
    for said, _ in lost:
        click.echo(printable(f"- {said}", length=_LONGEST))
    click.echo("Berkas kirimannya tidak ikut terbuang, dan dapat diterima lagi dengan katalog accept.")
    if not agreed(f"Buang cabang {name}?", yes=yes):
        return 0
    last = worktree.discard(root, name, main)
    click.echo(f"Cabang {name} dibuang. Bila ternyata perlu, kembalikan dengan: git branch {name} {last}")
    for one in shared:
        click.echo(f"{_on_remote(one, name)}.")
    return 0


def _on_remote(remote: str, name: str) -> str:
    told = f"Cabang itu masih ada di {remote}, sehingga kirimannya tetap dikenali"
    return f"{told}. Sesudah usulan perubahannya ditutup, git push {remote} --delete {name} menghapusnya di sana"


def _refuse(root: Path, name: str, main: str, copies: list[str]) -> None:
    """Raises UsageError where there is no such branch, GitRefusalError where it is not here or holds what is needed."""
    shown = printable(name, length=_LONGEST)
    if not copies:
        here = [one for one in worktree.unmerged(root) if one.startswith(f"{BRANCHES}/")]
        raise UsageError(f"cabang {shown} tidak ada; yang belum digabungkan: {', '.join(here) or 'tidak ada'}")
    if "" not in copies:
        raise worktree.GitRefusalError(f"cabang {shown} tidak ada di komputer ini. {_on_remote(copies[0], name)}")
    if worktree.is_merged(root, name, main):
        cure = "yang keliru diterima ditarik dengan katalog record withdrawal"
        raise worktree.GitRefusalError(f"cabang {shown} sudah digabungkan ke {main}; tidak ada yang dibuang; {cure}")
    if others := [said for said, own in worktree.only_on(root, name) if not own]:
        told = printable("; ".join(others), length=_LONGEST)
        raise worktree.GitRefusalError(f"cabang {shown} memuat pekerjaan orang lain yang hanya ada di sana: {told}")


COMMANDS: Final[tuple[click.Command, ...]] = (discard_command,)
