"""`katalog write`, the pages and files for another engine; and `katalog schema`, a file of them."""

import datetime as dt
from pathlib import Path
from typing import Final

import click
from mkdocs.config import load_config

from generator.commands.context import as_of_option, checked_catalogue, configuration
from generator.commands.indonesian import Command
from generator.publishing import hand_written, pipeline, writer
from generator.publishing.configuration import FILE
from generator.publishing.exports import json_schema


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


COMMANDS: Final[tuple[click.Command, ...]] = (write_command, schema_command)
