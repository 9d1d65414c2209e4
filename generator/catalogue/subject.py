"""What the rules across records look at: all that was read, the day it is today, what was published before."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.catalogue.catalogue import Catalogue, Innovation
from generator.catalogue.load import Loaded
from generator.layout import entry_path
from generator.problems import Place
from generator.reading.document import Document
from generator.reading.spots import DataPath
from generator.settings import Settings


@dataclass(frozen=True, slots=True)
class Version:
    """A data file as a published state had it; `commit`, in which it can be found, is a full hash."""

    path: str
    content: bytes
    commit: str


@dataclass(frozen=True, slots=True)
class Subject:
    """One reading of the repository; `today` is a day in the region's zone and decides only what lies in the future.

    `published` has every version of every data file that was published, the newest first; empty where nobody asked.
    `settings` are None where only data are looked at, such as a proposal's. In `cleared` files (paths) an earlier look
    found nothing private, and they have not changed since.
    """

    loaded: Loaded
    today: dt.date
    published: Sequence[Version] = ()
    settings: Settings | None = None
    cleared: frozenset[str] = frozenset()

    @property
    def catalogue(self) -> Catalogue | None:
        """The sound entries and what of faulty ones could be understood; None if the registry is unusable."""
        return self.loaded.catalogue

    @property
    def documents(self) -> Mapping[str, Document]:
        """Every readable file by its path."""
        return self.loaded.documents

    def innovations(self) -> Iterator[tuple[Innovation, Document]]:
        """Each innovation with its file; none if the registry is unusable."""
        for innovation in self.catalogue.innovations.values() if self.catalogue else ():
            yield innovation, self.documents[innovation.path]

    def knows(self, slug: str) -> bool:
        """Whether an innovation has or had this address: a file of that name, be it past reading, or an `alias`."""
        if self.catalogue is None:
            return False
        files = (entry_path(agency, slug) for agency in self.catalogue.registry.agencies)
        return self.catalogue.at(slug) is not None or any(file in self.loaded.texts for file in files)

    def pictures_of(self, slug: str) -> tuple[Path, ...]:
        """The picture files in an entry's folder."""
        return self.loaded.pictures.get(slug, ())

    def place(self, file: str, *path: str | int) -> Place:
        """The place of a value in a registry file."""
        return self.documents[file].place(DataPath(path))
