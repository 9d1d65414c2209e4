"""The commands that make the site: `katalog build`, `write`; and `schema`, a file of it."""

import datetime as dt
import logging
import os
import shutil
from pathlib import Path
from typing import Final

import click
from mkdocs.commands import build as mkdocs_build
from mkdocs.config import load_config

from generator import addresses, checking, layout, whole
from generator.commands.context import as_of_option, checked_catalogue, configuration, published, published_option
from generator.commands.indonesian import Command, UsageError
from generator.commands.progress import Progress
from generator.mkdocs_plugin import KatalogPlugin
from generator.problems.reporters import text as text_report
from generator.publishing import hand_written, pipeline, writer
from generator.publishing.configuration import FILE
from generator.publishing.crew import processors
from generator.publishing.exports import json_schema
from generator.publishing.spare import borrowed
from generator.publishing.store import Store

_LAST_BUT_ONE: Final = "situs"


@click.command("build", cls=Command)
@click.option("--site-dir", default="site", metavar="FOLDER", help="Folder hasil. Bawaan: site.")
@click.option("--strict", is_flag=True, help="Peringatan diperlakukan sebagai galat, kecuali tugas pengelola.")
@click.option("--quiet", is_flag=True, help="Tanpa kabar kemajuan dan ringkasan; galat tetap disebut.")
@click.option("--clean", is_flag=True, help="Hapus simpanan pembuatan sebelumnya dan buat semuanya dari awal.")
@click.option(
    "--jobs", metavar="N", type=click.IntRange(1, 64), help="Banyaknya proses sekaligus. Bawaan: sebanyak prosesor."
)
@as_of_option
@published_option
def build_command(site_dir: str, jobs: int | None, as_of: dt.date | None, revision: str | None, **how: bool) -> int:
    """Periksa data dan bangun situs; bila ada galat, situs lama tidak berubah."""
    root, target, here = Path.cwd(), Path(site_dir).absolute(), configuration()
    _refuse_to_replace(target, root)
    progress = Progress(quiet=how["quiet"])
    progress("Memeriksa data")
    kept = root / layout.CACHE / _LAST_BUT_ONE
    if how["clean"]:
        Store.forget(root)
        shutil.rmtree(kept, ignore_errors=True)
    with (
        whole.scratch(target.parent) as scratch,
        borrowed(None if how["clean"] else kept, scratch / target.name) as new,
    ):
        config = load_config(FILE, site_dir=str(scratch / "mkdocs"))
        edition = here.edition(as_of)
        checked = checking.check(root, edition.today, published(here, revision), here.settings)
        if of_settings := checked.problems.within([layout.SETTINGS]):
            click.echo(text_report(of_settings), nl=False, err=True)
        if refused := checked.problems.refused(strict=how["strict"]):
            click.echo(text_report(refused), nl=False, err=True)
            return 1
        show_log(logging.WARNING)
        plugin = config.plugins["katalog"]
        assert isinstance(plugin, KatalogPlugin)
        config.plugins.on_startup(command="build", dirty=False)
        plugin.given, plugin.told = (edition, checked), progress
        plugin.place, plugin.jobs = new, jobs or processors()
        plugin.store = None if how["clean"] else Store.of(root)
        mkdocs_build.build(config)
        files = sum(len(names) for *_, names in os.walk(new))
        whole.swap(new, target)
    seconds = progress.seconds()
    if not how["quiet"]:
        counted = f"{files} berkas dari {len(checked.catalogue.innovations)} inovasi dalam {seconds} detik"
        click.echo(f"Situs selesai: {os.path.relpath(target)}/ ({counted})")
    return 0


def _refuse_to_replace(target: Path, root: Path) -> None:
    """A slip of the hand must not empty a folder of somebody's work."""
    ours = (target / addresses.SCHEMA).is_file()
    if target == root or target in root.parents or (target.exists() and any(target.iterdir()) and not ours):
        raise UsageError(f"folder {os.path.relpath(target)} berisi berkas lain; pilih folder baru untuk situs")


def show_log(level: int) -> None:
    """MkDocs says what it minds, and where its preview is, through logging only."""
    logger = logging.getLogger("mkdocs")
    logger.addHandler(logging.StreamHandler())
    logger.setLevel(level)


@click.command("write", cls=Command)
@click.argument("folder", metavar="DIR", type=click.Path(file_okay=False, path_type=Path))
@as_of_option
def write_command(folder: Path, as_of: dt.date | None) -> int:
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


@click.command("schema", cls=Command)
def schema_command() -> int:
    """JSON Schema satu berkas inovasi."""
    checked = checked_catalogue(configuration().today())
    if checked is None:
        return 1
    click.echo(json_schema.schema_text(checked.catalogue.registry), nl=False)
    return 0


COMMANDS: Final[tuple[click.Command, ...]] = (build_command, write_command, schema_command)
