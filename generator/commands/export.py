"""The commands that write files for systems of others: `katalog export iid`."""

import datetime as dt
from pathlib import Path
from typing import Final

import click

from generator import whole
from generator.commands.context import as_of_option, checked_catalogue, configuration
from generator.commands.indonesian import Group, UsageError
from generator.dates import spoken
from generator.national_index.score import edition_for
from generator.publishing.national_form import national_form


@click.group("export", cls=Group)
def export_command() -> None:
    """Tulis isi katalog ke berkas bagi sistem lain."""


@export_command.command("iid")
@click.argument("file", metavar="BERKAS", type=click.Path(path_type=Path))
@click.option("--agency", metavar="SLUG", help="Hanya inovasi satu perangkat daerah.")
@as_of_option
def iid_command(file: Path, agency: str | None, as_of: dt.date | None) -> int:
    """Isi formulir nasional (IID) sejauh diketahui katalog: BERKAS .xlsx yang belum ada."""
    if file.suffix != ".xlsx" or file.exists():
        raise UsageError(f"{file} sudah ada, atau namanya tidak berakhiran .xlsx; sebutkan nama lain")
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
