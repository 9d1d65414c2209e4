"""The commands about a year of duty: how it stands, opening and closing it."""

import datetime as dt
import json
from pathlib import Path
from typing import Final

import click

from generator import layout, whole
from generator.catalogue.catalogue import Catalogue
from generator.commands.context import TODAY, as_of_option, checked_catalogue, configuration, day_option
from generator.commands.difference import agreed
from generator.commands.indonesian import Command
from generator.compliance import closing, opening
from generator.compliance.headline import headline, not_recorded, parted, unrecorded
from generator.compliance.index import assess, compute, judged_on, last_day, years_on_record
from generator.compliance.wording import not_closed
from generator.dates import spoken
from generator.publishing import tables
from generator.publishing.exports.open_data import csv_text
from generator.text.printable import printable

_LONGEST_LINE: Final = 400


@click.command("compliance", cls=Command)
@click.option("--year", type=int, metavar="TAHUN", help="Tahun kewajiban. Bawaan: tahun terakhir yang tercatat.")
@as_of_option
@click.option(
    "--format", "style", type=click.Choice(["table", "csv", "json"]), default="table", help="Bentuk keluaran."
)
def compliance_command(year: int | None, as_of: dt.date | None, style: str) -> int:
    """Indeks kepatuhan perangkat daerah untuk satu tahun, per hari mana pun."""
    here = configuration()
    day = here.day(as_of)
    checked = checked_catalogue(here.today())
    if checked is None:
        return 1
    years = years_on_record(checked.catalogue, day)
    chosen = year if year is not None else (years[0] if years else day.year)
    if chosen not in checked.catalogue.registry.obligations:
        click.echo(f"{not_recorded(chosen)} Buka dengan katalog open {chosen}.", err=True)
        return 1
    index = assess(checked.catalogue, chosen, day)
    newer = unrecorded(checked.catalogue, day) if year is None else ""
    rows = list(tables.compliance_rows(checked.catalogue, index))
    if style == "csv":
        click.echo(csv_text(tables.COMPLIANCE, rows), nl=False)
        if newer:
            click.echo(newer, err=True)
    elif style == "json":
        body = {**tables.headline_counts(index), "belum_dicatat": newer or None, "kepatuhan": rows}
        click.echo(json.dumps(body, ensure_ascii=False, indent=1))
    else:
        told = (f"{headline(index)}. Per {day.isoformat()}.", f"{parted(index)}.", newer, not_closed(index))
        click.echo("\n".join(line for line in told if line))
        for row in rows:
            click.echo(f"{row['status_kata']:<20} {row['nama']}: {row['alasan']}")
    return 0


@click.command("open", cls=Command)
@click.argument("year", metavar="TAHUN", type=int)
def open_command(year: int) -> int:
    """Buka satu tahun: tulis aturannya ke registry/obligations/TAHUN.yml, dibawa dari tahun sebelumnya."""
    checked = checked_catalogue(configuration().today())
    if checked is None:
        return 1
    registry = checked.catalogue.registry
    if refusal := opening.refusal(registry, year):
        click.echo(refusal, err=True)
        return 1
    target, before = layout.obligation_path(year), layout.obligation_path(year - 1)
    try:
        text = opening.year_text(checked.loaded.documents[before], old := registry.obligations[year - 1], year)
    except ValueError:
        click.echo(f"{before}: tulis setiap kunci pada barisnya sendiri, lalu ulangi.", err=True)
        return 1
    whole.write(Path(target), text.encode(), new=True)
    click.echo(f"Tertulis: {target}. Tenggat, pengecualian, dan tanggapan {year - 1} tidak dibawa.")
    click.echo(f"Bacalah naskah edaran {year}. Yang belum pasti:")
    for doubt in opening.uncertain(opening.opened(old, year)):
        click.echo(f"- {doubt}")
    click.echo(f"Isi satu per satu dengan: katalog record rules --year {year}")
    click.echo(f'Simpan ke Git: git add --all {target} && git commit -m "Buka tahun {year}"')
    return 0


@click.command("close", cls=Command)
@click.argument("year", metavar="TAHUN", type=int)
@click.option(
    "--as-of", metavar="TANGGAL", callback=day_option, default=TODAY, help="Hari penilaian. Bawaan: hari ini."
)
@click.option("--dry-run", is_flag=True, help="Hanya tampilkan hasilnya.")
@click.option("--yes", is_flag=True, help="Tulis tanpa bertanya lagi.")
def close_command(*, year: int, as_of: dt.date, dry_run: bool, yes: bool) -> int:
    """Tutup satu tahun: tunjukkan hasilnya, lalu tulis ke registry/obligations/TAHUN.hasil.yml."""
    target = Path(layout.result_path(year))
    checked = checked_catalogue(configuration().today())
    if checked is None:
        return 1
    if refusal := _not_to_close(checked.catalogue, year, as_of, target):
        click.echo(refusal, err=True)
        return 1
    index = assess(checked.catalogue, year, as_of)
    click.echo(f"{headline(index)}. Per {spoken(as_of)}. {parted(index)}.")
    click.echo("Yang akan tercatat:")
    for row in tables.compliance_rows(checked.catalogue, index):
        click.echo(printable(f"- {row['nama']}: {row['status_kata']}. {row['alasan']}", length=_LONGEST_LINE))
    click.echo("Sesudah ditutup, hasil ini hanya berubah dengan koreksi.")
    if dry_run:
        click.echo("Hanya dilihat; tidak ada yang ditulis.")
        return 0
    if not agreed(f"Tutup tahun {year} dengan hasil ini?", yes=yes):
        return 0
    whole.write(target, closing.result_text(checked.catalogue, year, as_of).encode(), new=True)
    click.echo(f"Tertulis: {target}.")
    click.echo(f'Simpan ke Git: git add {target} && git commit -m "Tutup tahun {year}"')
    return 0


def _not_to_close(catalogue: Catalogue, year: int, as_of: dt.date, target: Path) -> str:
    """Why a year cannot be closed on a day, or ""."""
    obligation = catalogue.registry.obligations.get(year)
    if target.exists():
        return f"{target} sudah ada. Yang berubah kemudian dicatat sebagai koreksi: katalog record correction."
    if obligation is None:
        return f"{not_recorded(year)} Buka dengan katalog open {year}."
    if as_of <= (last := last_day(obligation)):
        first = spoken(last + dt.timedelta(days=1))
        return f"Tahun {year} belum dapat ditutup: masih berjalan sampai {spoken(last)}. Tutup mulai {first}."
    if not compute(catalogue, year, as_of).verdicts:
        return (
            f"Tidak ada perangkat daerah yang berlaku pada {spoken(judged_on(year, as_of))}, sehingga tidak ada hasil "
            f"yang dapat dicatat. Periksa berlaku_dari dan berlaku_sampai di {layout.AGENCIES}."
        )
    return ""


COMMANDS: Final[tuple[click.Command, ...]] = (compliance_command, open_command, close_command)
