"""What the commands share: the configuration, the day they speak of, the checked catalogue."""

import datetime as dt
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

import click
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

from generator.catalogue.subject import Version
from generator.commands.indonesian import UsageError
from generator.problems.reporters import text as text_report
from generator.publishing import pipeline
from generator.publishing.configuration import Configuration
from generator.publishing.git_history import NoRevisionError
from generator.publishing.pipeline import Checked

CONFIG: Final = "mkdocs.yml"
TODAY: Final = "hari-ini"


def mkdocs_config(**overrides: Any) -> MkDocsConfig:
    """What MkDocs reads of the catalogue in this folder. Raises UsageError if there is none."""
    if not Path(CONFIG).is_file():
        raise UsageError(f"tidak ada {CONFIG} di folder ini; jalankan dari folder utama katalog")
    config: MkDocsConfig = load_config(CONFIG, **overrides)
    return config


def configuration() -> Configuration:
    """The configuration of the catalogue in this folder, read once a command. Raises UsageError if there is none."""
    context = click.get_current_context()
    if context.obj is None:
        context.obj = Configuration.of(mkdocs_config())
    found: Configuration = context.obj
    return found


def day_option(_ctx: click.Context, _parameter: click.Parameter, value: str | None) -> dt.date | None:
    """Read a day, or the word for today; None stays None, the commit's day. Raises UsageError for anything else."""
    if value is None:
        return None
    if value == TODAY:
        return configuration().today()
    try:
        return dt.date.fromisoformat(value)
    except ValueError:
        raise UsageError(f'tanggal "{value}" tidak terbaca; tulis 2026-08-17 atau {TODAY}') from None


as_of_option = click.option(
    "--as-of",
    metavar="TANGGAL",
    callback=day_option,
    help=f"Hari penilaian: 2026-08-17 atau {TODAY}. Bawaan: hari commit.",
)


published_option = click.option(
    "--published",
    "revision",
    metavar="KOMIT",
    help="Pastikan semua alamat yang pernah terbit sampai KOMIT, misalnya HEAD, masih menjawab.",
)


def published(here: Configuration, revision: str | None) -> Sequence[Version]:
    """What was published up to `revision`; None asks Git nothing. Raises UsageError for what is no commit."""
    if revision is None:
        return ()
    try:
        return here.published(revision)
    except NoRevisionError:
        raise UsageError(f'komit "{revision}" tidak ada di riwayat ini') from None


def checked_catalogue(today: dt.date) -> Checked | None:
    """The catalogue if it has no errors, else None and the report on standard error."""
    checked = pipeline.check(Path.cwd(), today)
    if checked.problems.errors:
        click.echo(text_report(checked.problems.errors), nl=False, err=True)
        return None
    return checked
