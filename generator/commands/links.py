"""The command that looks at the links of evidence: `katalog links`."""

from collections import Counter
from pathlib import Path
from threading import Event
from typing import Final

import click

from generator import layout, whole
from generator.commands.context import checked_catalogue, configuration
from generator.commands.indonesian import Command
from generator.reviewing import link_look
from generator.reviewing.link_round import Eyes, evidence_links, looked_at, register_text


@click.command("links", cls=Command)
def links_command() -> int:
    """Lihat tautan bukti satu per satu, perlahan, dan catat hasilnya di registry/tautan.yml."""
    today = configuration().today()
    checked = checked_catalogue(today)
    if checked is None:
        return 1
    catalogue = checked.catalogue
    known = {link.url: link for link in catalogue.registry.links}
    eyes = Eyes(link_look.look, link_look.archived, Event().wait)
    found = list(looked_at(evidence_links(catalogue), known, today, eyes))
    if not found and not known:
        click.echo("Belum ada tautan bukti.")
        return 0
    whole.write(Path(layout.LINKS), register_text(found).encode())
    counts = Counter(link.state for link in found)
    told = ", ".join(f"{state} {count}" for state, count in sorted(counts.items())) or "tidak ada lagi tautan bukti"
    click.echo(f"Tertulis: {layout.LINKS}. {told}.")
    return 0


COMMANDS: Final[tuple[click.Command, ...]] = (links_command,)
