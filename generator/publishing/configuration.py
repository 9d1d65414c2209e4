"""What is known before anything is read: the settings in `mkdocs.yml`, the clock's day, the edition.

Computed here and nowhere else. The clock is read by `now` alone, Git by `Configuration.day`, `.edition`, `.published`.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from zoneinfo import ZoneInfo

from mkdocs.config import config_options as options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig

from generator.catalogue.subject import Version
from generator.publishing import git_history
from generator.settings import Edition, Settings


class Options(Config):  # type: ignore[no-untyped-call]
    """What another region changes, as `mkdocs.yml` has it below our plugin."""

    wilayah = options.Type(str)
    pemerintah = options.Type(str)
    pengelola = options.Type(str)
    resmi = options.Type(bool, default=False)
    zona_waktu = options.Type(str)
    cabang = options.Type(str, default="main")
    lapor = options.Type(str, default="")
    pemelihara = options.Type(str, default="")
    terbit_sejak = options.Type(str, default="")


def now() -> dt.datetime:
    """The moment it is, with its zone. Tests move it."""
    return dt.datetime.now(dt.UTC)


@dataclass(frozen=True, slots=True)
class Configuration:
    """The catalogue at `root`, before it is read."""

    root: Path
    settings: Settings

    @classmethod
    def of(cls, config: MkDocsConfig) -> "Configuration":
        """From what MkDocs has read; our plugin's part has been checked against `Options`."""
        ours: Options = config.plugins["katalog"].config
        settings = Settings(
            name=config.site_name,
            region=ours.wilayah,
            government=ours.pemerintah,
            operator=ours.pengelola,
            zone=ours.zona_waktu,
            official=ours.resmi,
            site=_slashed(config.site_url),
            repository=_slashed(config.repo_url),
            branch=ours.cabang,
            report=ours.lapor,
            maintainers=ours.pemelihara,
            published_since=ours.terbit_sejak,
        )
        return cls(Path(config.config_file_path).parent, settings)

    def today(self) -> dt.date:
        """The clock's day in the region."""
        return now().astimezone(ZoneInfo(self.settings.zone)).date()

    def day(self, as_of: dt.date | None) -> dt.date:
        """`as_of`, else the commit's day in the region. Raises NoDateError if there is neither."""
        return as_of or git_history.commit_day(self.root, self.settings.zone)

    def edition(self, as_of: dt.date | None) -> Edition:
        """The edition of `as_of`, else of the commit's day, with the dates of files. Raises NoDateError."""
        return git_history.edition(self.root, self.settings.zone, as_of, self.today())

    def published(self, revision: str, root: Path | None = None) -> Sequence[Version]:
        """What was published up to `revision` of the checkout at `root`, else of this one.

        Nothing while the settings name no first commit. Raises NoHistoryError, NoRevisionError.
        """
        since = self.settings.published_since
        return git_history.published(root or self.root, since, revision) if since else ()


def _slashed(address: str | None) -> str:
    return f"{address.rstrip('/')}/" if address else ""
