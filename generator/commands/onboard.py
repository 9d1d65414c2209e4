"""The command of the first hour: `katalog onboard`, a workbook for the region and a letter for each agency."""

from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Final

import click

from generator import whole
from generator.commands.context import checked_catalogue, configuration
from generator.commands.difference import agreed
from generator.commands.indonesian import Command, UsageError
from generator.contributing.recording.workbook import register_sheet
from generator.contributing.table_import.files.sheet import MAX_ROWS
from generator.publishing.exports.workbooks import recap_form
from generator.publishing.letters import letters
from generator.publishing.view import View
from generator.settings import Edition, Settings
from generator.spreadsheet import workbook_bytes
from generator.text.github import plain

_BOOK, _LETTERS = "perangkat-daerah.xlsx", "surat.html"
_NO_ADDRESS: Final = (
    "Perhatian: alamat situs belum tercatat, sehingga surat tidak memuat alamat formulir dan kode QR-nya. "
    "Bila situsnya sudah terbit, tulis alamatnya di depan perintah ini, misalnya SITE_URL=https://contoh.go.id/ "
    "katalog onboard, atau isi site_url di mkdocs.yml."
)
_UNREACHABLE: Final = (
    "Kontak pengelola belum tercatat, sehingga surat tidak dapat menyebut ke mana jawabannya dikirim. "
    "Catat dahulu: katalog record helpline, misalnya dengan --office dan --mail."
)


@click.command("onboard", cls=Command)
@click.argument("folder", metavar="FOLDER", type=click.Path(path_type=Path))
@click.option("--kind", metavar="JENIS", help="Hanya perangkat daerah jenis ini, misalnya desa.")
@click.option("--yes", is_flag=True, help="Tulis surat tanpa kontak pengelola, tanpa bertanya.")
def onboard_command(folder: Path, kind: str | None, *, yes: bool) -> int:
    """Buku kerja untuk mencocokkan nama dan kontak, dan surat cetak bagi setiap perangkat daerah."""
    book, letter = folder / _BOOK, folder / _LETTERS
    if book.exists() or letter.exists():
        told = f"{folder} sudah memuat {_BOOK} atau {_LETTERS}, yang mungkin sudah diisi"
        raise UsageError(f"{told}; tulis ke folder lain, misalnya {folder}-{configuration().today()}")
    here = configuration()
    checked = checked_catalogue(here.today())
    if checked is None:
        return 1
    view = View(checked.catalogue, here.settings, Edition(here.today(), here.today()))
    registry = view.catalogue.registry
    if kind and kind not in (kinds := registry.taxonomy["jenis_perangkat_daerah"]):
        raise UsageError(f'jenis "{plain(kind)}" tidak ada; pilihannya: {", ".join(kinds)}')
    chosen = [one for one in registry.agencies.values() if not kind or one.kind == kind]
    if len(chosen) > MAX_ROWS - 2:
        click.echo(f"Lebih dari {MAX_ROWS - 2} perangkat daerah. Sebutkan satu jenis dengan --kind.", err=True)
        return 1
    if not _to_be_answered(here.settings, yes=yes):
        return 0
    counts = Counter(one.agency.slug for one in view.catalogue.listed.values())
    slugs = {one.slug for one in chosen}
    recorded = [one for one in view.catalogue.innovations.values() if one.agency.slug in slugs]
    made = recap_form(view).book(f"Perangkat daerah {here.settings.region}", recorded)
    made = replace(made, sheets=(made.sheets[0], register_sheet(chosen, counts), *made.sheets[1:]), shown=1)
    folder.mkdir(parents=True, exist_ok=True)
    whole.write(book, workbook_bytes(made), new=True)
    whole.write(letter, letters(Path.cwd(), view, chosen).encode(), new=True)
    unsure = sum(not one.name_confirmed for one in chosen)
    click.echo(f"Tertulis: {book} ({len(chosen)} perangkat daerah, {unsure} namanya belum terkonfirmasi).")
    click.echo(f"Tertulis: {letter}. Buka di peramban, lalu cetak: satu surat satu lembar.")
    click.echo(f"Sesudah diisi, lihat dahulu: katalog import {book} --dry-run")
    return 0


def _to_be_answered(settings: Settings, *, yes: bool) -> bool:
    """Whether letters can tell where to answer, or are wanted nevertheless. Raises UsageError where nobody says so."""
    if not settings.site:
        click.echo(_NO_ADDRESS)
    if settings.helpline.known:
        return True
    click.echo(_UNREACHABLE)
    return agreed("Tulis suratnya juga tanpa kontak itu?", yes=yes)


COMMANDS: Final[tuple[click.Command, ...]] = (onboard_command,)
