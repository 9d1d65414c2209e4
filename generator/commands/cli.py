"""The `katalog` program: the commands that build, check and count; those of contributors and reviewers are added."""

import datetime as dt
import io
import json
import logging
import os
import re
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
from generator.commands import contribute, review
from generator.commands.context import (
    TODAY,
    as_of_option,
    checked_catalogue,
    configuration,
    day_option,
)
from generator.commands.indonesian import Group, UsageError, sentence
from generator.compliance import closing
from generator.compliance.index import assess, last_day, years_on_record
from generator.compliance.wording import apart, headline
from generator.dates import spoken
from generator.mkdocs_plugin import KatalogPlugin
from generator.problems import code_texts
from generator.problems.reporters import REPORTERS
from generator.problems.reporters import text as text_report
from generator.publishing import hand_written, pipeline, tables, writer
from generator.publishing.configuration import FILE, ConfigurationError
from generator.publishing.exports import json_schema
from generator.publishing.exports.open_data import csv_text
from generator.publishing.git_history import NoDateError

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
    except (click.Abort, MkDocsException, NoDateError) as error:
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
@click.option("--strict", is_flag=True, help="Peringatan diperlakukan sebagai galat.")
@as_of_option
def build(site_dir: str, strict: bool, as_of: dt.date | None) -> int:
    """Periksa data dan bangun situs; bila ada galat, situs lama tidak berubah."""
    root, target, here = Path.cwd(), Path(site_dir).absolute(), configuration()
    _refuse_to_replace(target, root)
    if sys.stderr.isatty():
        click.echo("Memeriksa data dan menyusun halaman ...", err=True)
    with whole.scratch(target.parent) as scratch:
        new = scratch / target.name
        config = load_config(FILE, site_dir=str(new))
        edition = here.edition(as_of)
        checked = pipeline.check(root, edition.today)
        problems = checked.problems
        if problems.errors or (strict and problems):
            click.echo(text_report(problems if strict else problems.errors), nl=False, err=True)
            return 1
        _show_log(logging.WARNING)
        plugin = config.plugins["katalog"]
        assert isinstance(plugin, KatalogPlugin)
        config.plugins.on_startup(command="build", dirty=False)
        plugin.given = edition, checked
        mkdocs_build.build(config)
        whole.swap(new, target)
    click.echo(f"Situs selesai: {os.path.relpath(target)}/")
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
    tree = pipeline.build(here.root, checked, here.settings, edition)
    try:
        written, removed = writer.write({**hand_written.files(config), **tree}, folder)
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
def check(paths: tuple[str, ...], style: str) -> int:
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
    problems = pipeline.check(root, configuration().today()).problems
    if paths:
        problems = problems.within(wanted)
    click.echo(REPORTERS[style](problems), nl=False)
    return 1 if problems.errors else 0


@cli.command()
@click.option("--year", type=int, metavar="TAHUN", help="Tahun kewajiban. Bawaan: tahun terakhir yang tercatat.")
@as_of_option
@click.option(
    "--format", "style", type=click.Choice(["table", "csv", "json"]), default="table", help="Bentuk keluaran."
)
def compliance(year: int | None, as_of: dt.date | None, style: str) -> int:
    """Indeks kepatuhan perangkat daerah untuk satu tahun, per hari mana pun."""
    here = configuration()
    day = here.day(as_of)
    checked = checked_catalogue(here.today())
    if checked is None:
        return 1
    years = years_on_record(checked.catalogue, day)
    chosen = year if year is not None else (years[0] if years else day.year)
    if chosen not in checked.catalogue.registry.obligations:
        click.echo(f"Aturan {chosen} belum dicatat (registry/obligations/{chosen}.yml).", err=True)
        return 1
    index = assess(checked.catalogue, chosen, day)
    rows = list(tables.compliance_rows(checked.catalogue, index))
    if style == "csv":
        click.echo(csv_text(tables.COMPLIANCE, rows), nl=False)
    elif style == "json":
        body = {**tables.headline_counts(index), "kepatuhan": rows}
        click.echo(json.dumps(body, ensure_ascii=False, indent=1))
    else:
        click.echo(f"{headline(index)}. Per {day.isoformat()}.")
        for count, words in apart(index):
            click.echo(f"{count} {words}.")
        for row in rows:
            click.echo(f"{row['status_kata']:<20} {row['nama']}: {row['alasan']}")
    return 0


@cli.command()
@click.argument("year", metavar="TAHUN", type=int)
@click.option(
    "--as-of", metavar="TANGGAL", callback=day_option, default=TODAY, help="Hari penilaian. Bawaan: hari ini."
)
def close(year: int, as_of: dt.date) -> int:
    """Tutup satu tahun: tulis hasilnya ke registry/obligations/TAHUN.hasil.yml."""
    target = Path(layout.result_path(year))
    checked = checked_catalogue(configuration().today())
    if checked is None:
        return 1
    obligation = checked.catalogue.registry.obligations.get(year)
    refusal = None
    if target.exists():
        refusal = f"{target} sudah ada. Perubahan ditulis pada koreksi di berkas itu."
    elif obligation is None:
        refusal = f"Aturan {year} belum dicatat (registry/obligations/{year}.yml)."
    elif as_of <= last_day(obligation):
        refusal = f"Tahun {year} belum dapat ditutup: masih berjalan sampai {spoken(last_day(obligation))}."
    if refusal:
        click.echo(refusal, err=True)
        return 1
    whole.write(target, closing.result_text(checked.catalogue, year, as_of).encode(), new=True)
    click.echo(f"Tertulis: {target}. Periksa isinya, lalu simpan ke Git.")
    return 0


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


for _command in (*contribute.COMMANDS, *review.COMMANDS):
    cli.add_command(_command)
