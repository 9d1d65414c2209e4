"""`katalog build`: the site, and nothing made where all is as it was. What makes one is loaded only for that."""

import datetime as dt
import os
from pathlib import Path
from typing import Final

import click

from generator import addresses
from generator.aid import LastBuild, aid_of
from generator.commands.context import as_of_option, configuration, published, published_option
from generator.commands.indonesian import Command, UsageError
from generator.commands.progress import Progress


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
    aid = aid_of(root, remembers=not how["clean"], jobs=jobs)
    if how["clean"]:
        aid.forget()
    edition = here.edition(as_of)
    last = aid.last(here.settings, edition, how["strict"]) if revision is None else LastBuild()
    site = last.site(target)
    if site:
        click.echo(site.report, nl=False, err=True)
    else:
        from generator.commands.making import Making  # noqa: PLC0415 - MkDocs, and all that makes pages

        making = Making(here, edition, published(here, revision), aid, progress)
        site = making.made(target, last, strict=how["strict"])
    seconds = progress.seconds()
    if site and not how["quiet"]:
        counted = f"{site.files} berkas dari {site.entries} inovasi dalam {seconds} detik"
        click.echo(f"Situs selesai: {os.path.relpath(target)}/ ({counted})")
    return 0 if site else 1


def _refuse_to_replace(target: Path, root: Path) -> None:
    """A slip of the hand must not empty a folder of somebody's work."""
    ours = (target / addresses.SCHEMA).is_file()
    if target == root or target in root.parents or (target.exists() and any(target.iterdir()) and not ours):
        raise UsageError(f"folder {os.path.relpath(target)} berisi berkas lain; pilih folder baru untuk situs")


COMMANDS: Final[tuple[click.Command, ...]] = (build_command,)
