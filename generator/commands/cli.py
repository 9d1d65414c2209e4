"""The `katalog` program: the commands that build and check; those of contributors, reviewers and years are added."""

import datetime as dt
import io
import logging
import os
import re
import stat
import sys
from contextlib import suppress
from pathlib import Path
from typing import Final, NoReturn

import click
from mkdocs.commands import build as mkdocs_build
from mkdocs.commands import serve as mkdocs_serve
from mkdocs.config import config_options, load_config
from mkdocs.config.base import ValidationError
from mkdocs.exceptions import Abort, MkDocsException

from generator import addresses, layout, system_errors, whole
from generator.commands import contribute, recap, review, year
from generator.commands.context import (
    as_of_option,
    checked_catalogue,
    configuration,
    published,
    published_option,
)
from generator.commands.indonesian import Group, UsageError, sentence
from generator.commands.progress import Progress
from generator.commands.strip import strip_command
from generator.mkdocs_plugin import KatalogPlugin
from generator.problems import code_texts
from generator.problems.reporters import REPORTERS
from generator.problems.reporters import text as text_report
from generator.publishing import hand_written, pipeline, writer
from generator.publishing.configuration import FILE, ConfigurationError
from generator.publishing.exports import json_schema
from generator.publishing.git_history import NoDateError, NoHistoryError

_LAST_PORT: Final = 65_535


@click.group(cls=Group, context_settings={"help_option_names": ["--help"]}, no_args_is_help=True)
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


@cli.command()
@click.option("--site-dir", default="site", metavar="FOLDER", help="Folder hasil. Bawaan: site.")
@click.option("--strict", is_flag=True, help="Peringatan diperlakukan sebagai galat, kecuali tugas pengelola.")
@click.option("--quiet", is_flag=True, help="Tanpa kabar kemajuan dan ringkasan; galat tetap disebut.")
@as_of_option
@published_option
def build(site_dir: str, strict: bool, quiet: bool, as_of: dt.date | None, revision: str | None) -> int:
    """Periksa data dan bangun situs; bila ada galat, situs lama tidak berubah."""
    root, target, here = Path.cwd(), Path(site_dir).absolute(), configuration()
    _refuse_to_replace(target, root)
    progress = Progress(quiet=quiet)
    progress("Memeriksa data")
    with whole.scratch(target.parent) as scratch:
        new = scratch / target.name
        config = load_config(FILE, site_dir=str(new))
        edition = here.edition(as_of)
        checked = pipeline.check(root, edition.today, published(here, revision), here.settings)
        if of_settings := checked.problems.within([layout.SETTINGS]):
            click.echo(text_report(of_settings), nl=False, err=True)
        if refused := checked.problems.refused(strict=strict):
            click.echo(text_report(refused), nl=False, err=True)
            return 1
        _show_log(logging.WARNING)
        plugin = config.plugins["katalog"]
        assert isinstance(plugin, KatalogPlugin)
        config.plugins.on_startup(command="build", dirty=False)
        plugin.given, plugin.told = (edition, checked), progress
        mkdocs_build.build(config)
        files = sum(len(names) for *_, names in os.walk(new))
        whole.swap(new, target)
    seconds = progress.seconds()
    if not quiet:
        counted = f"{files} berkas dari {len(checked.catalogue.innovations)} inovasi dalam {seconds} detik"
        click.echo(f"Situs selesai: {os.path.relpath(target)}/ ({counted})")
    return 0


def _refuse_to_replace(target: Path, root: Path) -> None:
    """A slip of the hand must not empty a folder of somebody's work."""
    ours = (target / addresses.SCHEMA).is_file()
    if target == root or target in root.parents or (target.exists() and any(target.iterdir()) and not ours):
        raise UsageError(f"folder {os.path.relpath(target)} berisi berkas lain; pilih folder baru untuk situs")


def _show_log(level: int) -> None:
    """MkDocs says what it minds, and where its preview is, through logging only."""
    logger = logging.getLogger("mkdocs")
    logger.addHandler(logging.StreamHandler())
    logger.setLevel(level)


@cli.command()
@click.argument("folder", metavar="DIR", type=click.Path(file_okay=False, path_type=Path))
@as_of_option
def write(folder: Path, as_of: dt.date | None) -> int:
    """Tulis halaman Markdown dan berkas data ke DIR, untuk mesin situs lain."""
    here = configuration()
    edition = here.edition(as_of)
    checked = checked_catalogue(edition.today)
    if checked is None:
        return 1
    config = load_config(FILE)
    if refusals := list(hand_written.refusals(config)):
        click.echo("\n".join(refusals), err=True)
        return 1
    by_hand = hand_written.files(config)
    tree = {**by_hand, **pipeline.build(here.root, checked, here.settings, edition, by_hand)}
    try:
        written, removed = writer.write(tree, folder)
    except ValueError:
        click.echo(f"Folder {folder} sudah berisi berkas lain. Pilih folder kosong.", err=True)
        return 2
    click.echo(f"{len(tree)} berkas di {folder}: {written} ditulis, {removed} dihapus.")
    return 0


def _address_option(_ctx: click.Context, _parameter: click.Parameter, value: str) -> str:
    """Read where the preview shall answer. Raises UsageError for what MkDocs would refuse, or no port has."""
    try:
        host = config_options.IpAddress().validate(value)  # type: ignore[no-untyped-call]
        if 0 <= host.port <= _LAST_PORT:
            return value
    except ValidationError:
        pass
    raise UsageError(f'alamat "{value}" tidak terbaca; tulis alamat IP dan porta seperti 127.0.0.1:8000')


@cli.command()
@click.option(
    "--address",
    default="127.0.0.1:8000",
    metavar="ALAMAT",
    callback=_address_option,
    help="Alamat pratinjau. Bawaan: 127.0.0.1:8000.",
)
def serve(address: str) -> int:
    """Pratinjau langsung; perubahan berkas tampil tanpa memulai ulang."""
    configuration()
    _show_log(logging.INFO)
    mkdocs_serve.serve(FILE, dev_addr=address)
    return 0


@cli.command()
@click.argument("paths", metavar="[PATH]...", nargs=-1)
@click.option("--format", "style", type=click.Choice(list(REPORTERS)), default="text", help="Bentuk laporan.")
@published_option
def check(paths: tuple[str, ...], style: str, revision: str | None) -> int:
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
    problems = pipeline.check(
        root, here.today(), published(here, revision), here.settings, wanted if alone else ()
    ).problems
    if paths:
        problems = problems.within(wanted)
    click.echo(REPORTERS[style](problems), nl=False)
    return 1 if problems.errors else 0


@cli.command()
def schema() -> int:
    """JSON Schema satu berkas inovasi."""
    checked = checked_catalogue(configuration().today())
    if checked is None:
        return 1
    click.echo(json_schema.schema_text(checked.catalogue.registry), nl=False)
    return 0


@cli.command()
@click.argument("code", metavar="KODE")
def explain(code: str) -> int:
    """Arti satu kode galat dan cara memperbaikinya."""
    text = code_texts().get(code.upper())
    if text is None:
        raise UsageError(f'kode "{code}" tidak dikenal; kode yang ada: {", ".join(code_texts())}')
    click.echo(
        f"{text.code} ({text.severity}): {text.title}\n\n{text.explanation}\nCara memperbaiki: {_generic(text.cure)}."
    )
    return 0


def _generic(cure: str) -> str:
    """A cure as it reads without a place: the values stand open."""
    return re.sub(r"\{\w+\}", "…", cure)


for _command in (*contribute.COMMANDS, *recap.COMMANDS, *review.COMMANDS, *year.COMMANDS, strip_command):
    cli.add_command(_command)
