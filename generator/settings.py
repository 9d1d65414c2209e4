"""What makes this catalogue one region's: names, addresses, time zone. Set in `mkdocs.yml`."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import quote

#: Of data and texts; the code has its own.
LICENCE: Final = "CC BY 4.0"
LICENCE_ADDRESS: Final = "https://creativecommons.org/licenses/by/4.0/"


@dataclass(frozen=True, slots=True)
class Helpline:
    """How to reach the maintainers, each "" while it is not known; `whatsapp` is the number of a service."""

    office: str = ""
    hours: str = ""
    mail: str = ""
    whatsapp: str = ""

    @property
    def known(self) -> bool:
        """Whether anybody could go there, write or chat."""
        return any((self.office, self.mail, self.whatsapp))

    @property
    def words(self) -> str:
        """All that is known of it, in one line."""
        chat = f"WhatsApp {self.whatsapp}" if self.whatsapp else ""
        return "; ".join(part for part in (self.office, self.hours, self.mail, chat) if part)


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of one published catalogue.

    `site` and `repository` are addresses with a closing slash, or empty while they are not known;
    `report` is where errors are reported: an address, or empty; `zone` is an IANA name; `maintainers` are
    accounts of the forge, parted by blanks; `published_since` the hash of the first published commit, or empty;
    `review_target` how soon the maintainers mean to have looked at a hand-in, in words, or empty.
    """

    name: str
    region: str
    government: str
    operator: str
    zone: str = "UTC"
    official: bool = False
    site: str = ""
    repository: str = ""
    branch: str = "main"
    report: str = ""
    maintainers: str = ""
    published_since: str = ""
    review_target: str = ""
    helpline: Helpline = Helpline()

    def absolute(self, address: str) -> str:
        """The public address of a page, or "" while the site's address is not known."""
        return self.site + address if self.site else ""

    def source_of(self, path: str) -> str:
        """Where a repository file can be read, or "" while the repository's address is not known."""
        return f"{self.repository}blob/{quote(self.branch)}/{quote(path)}" if self.repository else ""

    @property
    def report_address(self) -> str:
        """Where anybody may report an error, or ""."""
        return self.report or (f"{self.repository}issues" if self.repository else "")


@dataclass(frozen=True, slots=True)
class FileDates:
    """When a file entered the repository, when it last changed, and the changes `between`, in no order."""

    first: dt.datetime
    last: dt.datetime
    between: tuple[dt.datetime, ...] = ()

    @property
    def moments(self) -> tuple[dt.datetime, ...]:
        """All of them."""
        return self.first, *self.between, self.last


@dataclass(frozen=True, slots=True)
class Edition:
    """One build of the catalogue: on which day it speaks, from which commit.

    `today` decides only what still lies in the future; `dates` has the dates of files by path, empty
    where Git's record cannot be had whole; `committed` is the day of the data, its commit's, where Git is there;
    `shallow` says that the history was cut when it was fetched.
    """

    as_of: dt.date
    today: dt.date
    commit: str = ""
    dates: Mapping[str, FileDates] = field(default_factory=dict)
    committed: dt.date | None = None
    shallow: bool = False

    @property
    def record_gap(self) -> str:
        """What is the matter with Git's history, in a word: `terpotong`, `tidak ada`, or "" if it tells all dates."""
        if self.shallow:
            return "terpotong"
        return "" if self.dates or self.committed else "tidak ada"

    @property
    def later_data(self) -> dt.date | None:
        """The day of the data, if they are judged on an earlier one: then both must be told."""
        return self.committed if self.committed and self.committed > self.as_of else None
