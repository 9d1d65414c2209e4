"""`katalog serve`: the site as somebody edits it. What serves it is loaded here alone, for no build needs that."""

import logging
from typing import Final

import click
from mkdocs.commands import serve as mkdocs_serve
from mkdocs.config import config_options
from mkdocs.config.base import ValidationError

from generator.commands.context import configuration
from generator.commands.indonesian import Command, UsageError
from generator.commands.making import show_log
from generator.publishing.configuration import FILE

_LAST_PORT: Final = 65_535


def _address_option(_ctx: click.Context, _parameter: click.Parameter, value: str) -> str:
    """Read where the preview shall answer. Raises UsageError for what MkDocs would refuse, or no port has."""
    try:
        host = config_options.IpAddress().validate(value)  # type: ignore[no-untyped-call]
        if 0 <= host.port <= _LAST_PORT:
            return value
    except ValidationError:
        pass
    raise UsageError(f'alamat "{value}" tidak terbaca; tulis alamat IP dan porta seperti 127.0.0.1:8000')


@click.command("serve", cls=Command)
@click.option(
    "--address",
    default="127.0.0.1:8000",
    metavar="ALAMAT",
    callback=_address_option,
    help="Alamat pratinjau. Bawaan: 127.0.0.1:8000.",
)
def serve_command(address: str) -> int:
    """Pratinjau langsung; perubahan berkas tampil tanpa memulai ulang."""
    configuration()
    show_log(logging.INFO)
    mkdocs_serve.serve(FILE, dev_addr=address)
    return 0


COMMANDS: Final[tuple[click.Command, ...]] = (serve_command,)
