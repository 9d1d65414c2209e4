"""The commands that tell problems: `katalog check`, and `explain`, what the code of one means."""

import os
import re
import stat
from pathlib import Path
from typing import Final

import click

from generator import checking, layout
from generator.commands.context import configuration, published, published_option
from generator.commands.indonesian import Command, UsageError
from generator.compliance.open_work import open_work
from generator.problems import Problems, code_texts
from generator.problems.reporters import REPORTERS
from generator.problems.tasks import task_list
from generator.publishing.configuration import Configuration

#: Warnings for who works them off; no form of a report, since it asks Git for days.
TASKS: Final = "tasks"


@click.command("check", cls=Command)
@click.argument("paths", metavar="[PATH]...", nargs=-1)
@click.option("--format", "style", type=click.Choice([*REPORTERS, TASKS]), default="text", help="Bentuk laporan.")
@published_option
def check_command(paths: tuple[str, ...], style: str, revision: str | None) -> int:
    """Periksa data: semua galat semua berkas dalam satu kali jalan."""
    root = Path.cwd()
    wanted = [os.path.relpath(Path(path).absolute(), root) for path in paths]
    unknown = [
        path
        for path, inside in zip(paths, wanted, strict=True)
        if not (root / inside).exists() or ".." in Path(inside).parts
    ]
    if unknown:
        raise UsageError(f"tidak ada di katalog ini: {', '.join(unknown)}")
    here = configuration()
    alone = revision is None and all(layout.is_entry(path) and stat.S_ISREG(os.lstat(path).st_mode) for path in wanted)
    checked = checking.check(root, here.today(), published(here, revision), here.settings, wanted if alone else ())
    problems = checked.problems
    if paths:
        problems = problems.within(wanted)
    click.echo(_tasks(here, problems) if style == TASKS else REPORTERS[style](problems), nl=False)
    if style == TASKS and not paths and checked.loaded.catalogue:
        click.echo(f"\n{open_work(checked.catalogue.registry, here.settings, here.today())}", nl=False)
    return 1 if problems.errors else 0


def _tasks(here: Configuration, problems: Problems) -> str:
    """The list of work, by the days of the last changes as far as Git tells them."""
    dates = here.edition(here.today()).dates
    return task_list(problems, {path: one.last.date() for path, one in dates.items()})


@click.command("explain", cls=Command)
@click.argument("code", metavar="KODE")
def explain_command(code: str) -> int:
    """Arti satu kode galat dan cara memperbaikinya."""
    text = code_texts().get(code.upper())
    if text is None:
        raise UsageError(f'kode "{code}" tidak dikenal; kode yang ada: {", ".join(code_texts())}')
    cure = _generic(text.cure.replace("{perintah}", text.command))
    click.echo(f"{text.code} ({text.severity}): {text.title}\n\n{text.explanation}\nCara memperbaiki: {cure}.")
    return 0


def _generic(cure: str) -> str:
    """A cure as it reads without a place: the values stand open."""
    return re.sub(r"\{\w+\}", "…", cure)


COMMANDS: Final[tuple[click.Command, ...]] = (check_command, explain_command)
