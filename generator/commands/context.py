"""What the commands share: the configuration, the day they speak of, the checked catalogue."""

import datetime as dt
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import click

from generator import checking
from generator.catalogue.subject import Version
from generator.checking import Checked
from generator.commands.indonesian import UsageError
from generator.dates import spoken
from generator.problems.reporters import text as text_report
from generator.publishing.configuration import FILE, Configuration
from generator.publishing.git_history import NoRevisionError

TODAY: Final = "hari-ini"


def configuration() -> Configuration:
    """The configuration of the catalogue in this folder, read once a command.

    Raises UsageError if there is none, ConfigurationError if it cannot be used.
    """
    context = click.get_current_context()
    if context.obj is None:
        if not Path(FILE).is_file():
            raise UsageError(f"tidak ada {FILE} di folder ini; jalankan dari folder utama katalog")
        context.obj = Configuration.read(Path.cwd() / FILE)
    found: Configuration = context.obj
    return found


def day_option(_ctx: click.Context, _parameter: click.Parameter, value: str | None) -> dt.date | None:
    """Read a day as people write it, or the word for today; None stays None, the commit's day.

    Raises UsageError for anything else, and for a day that has not come in the region: what happens until then is
    known to nobody.
    """
    if value is None:
        return None
    if value == TODAY:
        return configuration().today()
    from generator.contributing.answers.written_dates import WrittenDate, read_date  # noqa: PLC0415 - few give a day

    try:
        found = read_date(value, month_first=True)
        day = dt.date.fromisoformat(found.date if isinstance(found, WrittenDate) else value)
    except ValueError:
        raise UsageError(f'tanggal "{value}" tidak terbaca; tulis 2026-08-17 atau {TODAY}') from None
    if day > (today := configuration().today()):
        raise UsageError(f"{spoken(day)} belum tiba; tulis {today} (hari ini) atau hari sebelumnya")
    return day


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
    checked = checking.check(Path.cwd(), today)
    if checked.problems.errors:
        click.echo(text_report(checked.problems.errors), nl=False, err=True)
        return None
    return checked
