"""The command of those who accompany innovations: `katalog reminders`."""

import datetime as dt
from typing import Final

import click

from generator.commands.context import as_of_option, checked_catalogue, configuration
from generator.commands.indonesian import Command
from generator.escort import reminders
from generator.escort.waiting import escort


@click.command("reminders", cls=Command)
@as_of_option
def reminders_command(as_of: dt.date | None) -> int:
    """Pesan untuk setiap perangkat daerah yang ditunggu atau ditanyakan kabarnya, siap ditempel di percakapan."""
    here = configuration()
    day = here.day(as_of)
    checked = checked_catalogue(here.today())
    if checked is None:
        return 1
    click.echo("\n".join(reminders.lines(escort(checked.catalogue, day), day, here.settings)))
    return 0


COMMANDS: Final[tuple[click.Command, ...]] = (reminders_command,)
