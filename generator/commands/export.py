"""The commands of workbooks that go out: `katalog export rekap` for offices, `export iid` for another system."""

import datetime as dt
from pathlib import Path
from typing import Final

import click

from generator import whole
from generator.commands.context import as_of_option, checked_catalogue, configuration
from generator.commands.indonesian import Group, UsageError
from generator.contributing.names import agency_called
from generator.contributing.table_import.files.sheet import MAX_ROWS
from generator.dates import spoken
from generator.national_index.score import edition_for
from generator.publishing.exports.workbooks import recap_form
from generator.publishing.national_form import national_form
from generator.publishing.view import View
from generator.settings import Edition
from generator.spreadsheet import Book, workbook_bytes
from generator.text.github import plain


@click.group("export", cls=Group)
def export_command() -> None:
    """Tulis isi katalog ke buku kerja Excel, bagi perangkat daerah dan sistem lain."""


@export_command.command("rekap")
@click.argument("file", metavar="BERKAS", type=click.Path(path_type=Path))
@click.option("--agency", metavar="NAMA", help="Hanya inovasi perangkat daerah ini.")
def recap_command(file: Path, agency: str | None) -> int:
    """Isian yang tercatat sebagai formulir rekap, yang dapat diperbarui dan dibaca `katalog import`."""
    _new(file)
    here = configuration()
    checked = checked_catalogue(here.today())
    if checked is None:
        return 1
    view = View(checked.catalogue, here.settings, Edition(here.today(), here.today()))
    slug = agency_called(agency, view.catalogue.registry, here.settings.region) if agency else ""
    if slug is None:
        raise UsageError(f'perangkat daerah "{plain(agency or "")}" tidak ada dalam daftar')
    chosen = view.catalogue.folders[slug] if slug else tuple(view.catalogue.innovations.values())
    title = view.catalogue.registry.agencies[slug].name if slug else here.settings.region
    book = recap_form(view).book(f"Rekap inovasi {title}", chosen)
    if too_long := _too_long(book):
        click.echo(f"Lembar {too_long} memuat lebih dari {MAX_ROWS} baris. Sebutkan satu perangkat daerah.", err=True)
        return 1
    whole.write(file, workbook_bytes(book), new=True)
    click.echo(f"Tertulis: {file} ({len(chosen)} inovasi).")
    click.echo(f"Perbarui isinya, lalu ketik `katalog import {file} --update`.")
    return 0


def _new(file: Path) -> None:
    """Raises UsageError for a file that exists, or that is no workbook by its name."""
    if file.suffix != ".xlsx" or file.exists():
        raise UsageError(f"{file} sudah ada, atau namanya tidak berakhiran .xlsx; sebutkan nama lain")


def _too_long(book: Book) -> str:
    """The sheet that `katalog import` would refuse, or ""."""
    return next((sheet.name for sheet in book.sheets if len(sheet.rows) > MAX_ROWS - 2), "")


@export_command.command("iid")
@click.argument("file", metavar="BERKAS", type=click.Path(path_type=Path))
@click.option("--agency", metavar="SLUG", help="Hanya inovasi satu perangkat daerah.")
@as_of_option
def iid_command(file: Path, agency: str | None, as_of: dt.date | None) -> int:
    """Isi formulir nasional (IID) sejauh diketahui katalog: BERKAS .xlsx yang belum ada."""
    _new(file)
    here = configuration()
    day = here.day(as_of)
    checked = checked_catalogue(here.today())
    if checked is None:
        return 1
    catalogue = checked.catalogue
    if agency and agency not in catalogue.registry.agencies:
        raise UsageError(f'perangkat daerah "{agency}" tidak ada di registry/agencies.yml')
    edition = edition_for(catalogue.registry, day.year)
    if edition is None or edition.form is None:
        click.echo("Formulir nasional belum tercatat: isi formulir pada registry/indicators/TAHUN.yml.", err=True)
        return 1
    chosen = catalogue.by_agency[agency] if agency else tuple(catalogue.listed.values())
    about = f"{here.settings.name}, data per {spoken(day)}"
    made = national_form(chosen, catalogue.registry, edition, edition.form, about)
    whole.write(file, made.content, new=True)
    click.echo(f"Tertulis: {file}. {made.innovations} inovasi, {made.documents} bukti, edisi {edition.edition}.")
    click.echo(f"{made.empty} sel dapat diisi di katalog dan masih kosong; lihat lembar Masih kosong.")
    click.echo("Periksa dahulu: nama dan urutan kolomnya belum tentu sama dengan formulir resmi.")
    return 0


COMMANDS: Final[tuple[click.Command, ...]] = (export_command,)
