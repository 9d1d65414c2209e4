"""What the commands share: the settings, the day they speak of, the checked catalogue."""

import datetime as dt
from pathlib import Path
from typing import Any, Final

import click
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

from generator.commands.indonesian import UsageError
from generator.mkdocs_plugin import KatalogPlugin, edition_of
from generator.problems.reporters import text as text_report
from generator.publishing import site
from generator.publishing.site import Checked
from generator.settings import Edition

CONFIG: Final = "mkdocs.yml"
TODAY: Final = "hari-ini"


def day_option(_ctx: click.Context, _parameter: click.Parameter, value: str | None) -> dt.date | str | None:
    """Read a day, or the word for today. Raises UsageError for anything else."""
    if value is None or value == TODAY:
        return value
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
AsOf = dt.date | str | None


def config_of(**overrides: Any) -> MkDocsConfig:
    """The settings of the catalogue in this folder. Raises UsageError if there is none."""
    if not Path(CONFIG).is_file():
        raise UsageError(f"tidak ada {CONFIG} di folder ini; jalankan dari folder utama katalog")
    config: MkDocsConfig = load_config(CONFIG, **overrides)
    return config


def plugin_of(config: MkDocsConfig) -> KatalogPlugin:
    """Our plugin, which holds the region's settings."""
    plugin = config.plugins["katalog"]
    assert isinstance(plugin, KatalogPlugin)
    return plugin


def edition_for(config: MkDocsConfig, as_of: AsOf) -> Edition:
    """The edition of a day, of the clock's day, or (None) of the commit's."""
    day = as_of if isinstance(as_of, dt.date) else None
    return edition_of(config, plugin_of(config).config, day, today=as_of == TODAY)


def checked_catalogue(edition: Edition) -> Checked | None:
    """The catalogue if it has no errors, else None and the report on standard error."""
    checked = site.check(Path.cwd(), edition.today)
    if checked.problems.errors:
        click.echo(text_report(checked.problems.errors), nl=False, err=True)
        return None
    return checked
