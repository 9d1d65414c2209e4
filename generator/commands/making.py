"""The making of a site by MkDocs and our part of it: beside its place, which it takes only where nothing is wrong."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import click
from mkdocs.commands import build as mkdocs_build
from mkdocs.config import load_config

from generator import checking, layout, whole
from generator.aid import Aid, LastBuild, MadeSite
from generator.catalogue.subject import Version
from generator.commands.progress import Progress
from generator.mkdocs_plugin import KatalogPlugin
from generator.problems.reporters import text as text_report
from generator.publishing.configuration import FILE, Configuration
from generator.settings import Edition


@dataclass(frozen=True, slots=True)
class Making:
    """What a site is made of, and with which aid."""

    here: Configuration
    edition: Edition
    published: Sequence[Version]
    aid: Aid
    tell: Progress

    def made(self, target: Path, last: LastBuild, *, strict: bool) -> MadeSite | None:
        """The new site at `target`; None if the data are refused, which is told. Raises what MkDocs raises."""
        root = self.here.root
        with whole.scratch(target.parent) as scratch, self.aid.folder(scratch / target.name) as new:
            config = load_config(FILE, site_dir=str(scratch / "mkdocs"))
            last.begin(config)
            memory, today, settings = self.aid.memory, self.edition.today, self.here.settings
            checked = checking.check_remembering(memory, root, today, self.published, settings)
            of_settings = checked.problems.within([layout.SETTINGS])
            report = text_report(of_settings) if of_settings else ""
            click.echo(report, nl=False, err=True)
            if refused := checked.problems.refused(strict=strict):
                click.echo(text_report(refused), nl=False, err=True)
                return None
            minded = show_log(logging.WARNING)
            plugin = config.plugins["katalog"]
            assert isinstance(plugin, KatalogPlugin)
            config.plugins.on_startup(command="build", dirty=False)
            checked = checked.without_texts()
            plugin.given, plugin.told = (self.edition, checked), self.tell
            plugin.place, plugin.aid = new, self.aid
            mkdocs_build.build(config)
            whole.swap(new, target)
        seen = plugin.inspection
        site = MadeSite(seen.files, len(checked.catalogue.innovations), report)
        if not minded.said:
            last.note(target, site, seen.digests)
        return site


class Minded(logging.StreamHandler):  # type: ignore[type-arg]
    """Shows what MkDocs and we mind, and remembers whether that was anything."""

    said = False

    def emit(self, record: logging.LogRecord) -> None:
        """Show one thing."""
        self.said = self.said or record.levelno >= logging.WARNING
        super().emit(record)


def show_log(level: int) -> Minded:
    """MkDocs says what it minds, and where its preview is, through logging only."""
    handler = Minded()
    for name in ("mkdocs", "katalog"):
        logger = logging.getLogger(name)
        logger.addHandler(handler)
        logger.setLevel(level)
    return handler
