"""The `katalog` program: its commands by name, each loaded when it is called."""

import io
import os
import sys
from contextlib import suppress
from importlib import import_module
from types import MappingProxyType
from typing import Final, NoReturn

import click
from mkdocs.exceptions import Abort, MkDocsException

from generator import system_errors
from generator.commands.indonesian import Group, sentence
from generator.publishing.configuration import ConfigurationError
from generator.publishing.git_history import NoDateError, NoHistoryError

#: Module of this room -> the commands in its COMMANDS. Whoever checks a file does not wait for what builds a site.
_COMMANDS: Final = MappingProxyType({
    "accept": ("accept",),
    "build": ("build",),
    "check": ("check", "explain"),
    "contribute": ("new",),
    "discard": ("discard",),
    "export": ("export",),
    "escort": ("reminders",),
    "find": ("find",),
    "links": ("links",),
    "onboard": ("onboard",),
    "recap": ("import",),
    "record": ("record",),
    "review": ("owners", "receive", "review"),
    "serve": ("serve",),
    "strip": ("strip",),
    "tidy": ("tidy",),
    "write": ("schema", "write"),
    "year": ("close", "compliance", "open"),
})  # fmt: skip
_MODULES: Final = {command: module for module, commands in _COMMANDS.items() for command in commands}


class _Program(Group):
    """The group of all commands."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(_MODULES)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        found: tuple[click.Command, ...] = import_module(f"generator.commands.{_MODULES[cmd_name]}").COMMANDS
        return next(command for command in found if command.name == cmd_name)


@click.group(cls=_Program, context_settings={"help_option_names": ["--help"]}, no_args_is_help=True)
@click.version_option(message="katalog %(version)s", package_name="katalog-inovasi", help="Tampilkan versi.")
def cli() -> None:
    """Katalog inovasi: periksa data, bangun situs, hitung kepatuhan."""


def main() -> NoReturn:
    """The console script. Exit 0 clean, 1 errors in the data or refused by the system, 2 wrong usage."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # what its encoding lacks must not end the report
            stream.reconfigure(errors="backslashreplace")
    try:
        code = cli.main(standalone_mode=False)
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.ctx.get_help() if error.ctx else "")
        sys.exit(2)
    except click.UsageError as error:
        where = error.ctx.command_path if error.ctx else "katalog"
        click.echo(f"Perintah keliru: {sentence(error)}. Ketik `{where} --help` untuk bantuan.", err=True)
        sys.exit(2)
    except ConfigurationError as error:
        click.echo(str(error), err=True)
        sys.exit(2)
    except Abort as error:  # MkDocs has said why
        _give_up(error.__context__ if isinstance(error.__context__, OSError) else "Situs tidak dibuat.")
    except OSError as error:
        _give_up(error)
    except (click.Abort, MkDocsException, NoDateError, NoHistoryError) as error:
        _give_up(str(error) or "Dibatalkan.")
    sys.exit(code if isinstance(code, int) else 0)


def _give_up(why: OSError | str) -> NoReturn:
    """One sentence and exit 1, also where the sentence or what was said before can be written nowhere."""
    with suppress(OSError):
        click.echo(system_errors.sentence(why) if isinstance(why, OSError) else why, err=True)
    try:
        sys.stdout.flush()
    except OSError:  # or the interpreter would tell it once more, in English
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    sys.exit(1)
