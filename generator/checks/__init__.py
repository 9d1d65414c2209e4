"""Rules that no single field can decide. One module a subject; each has `check(subject)`."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.catalogue.catalogue import Catalogue, Innovation
from generator.problems import Place
from generator.reading.document import DataPath, Document


@dataclass(frozen=True, slots=True)
class Subject:
    """What the rules look at: the sound entries, every readable file, and the day it is today.

    `today` decides only what lies in the future; it is a day in the region's zone.
    """

    catalogue: Catalogue
    documents: Mapping[str, Document]
    pictures: Mapping[str, tuple[Path, ...]]
    today: dt.date

    def innovations(self) -> Iterator[tuple[Innovation, Document]]:
        """Each innovation with its file."""
        for innovation in self.catalogue.innovations.values():
            yield innovation, self.documents[innovation.path]

    def place(self, file: str, *path: str | int) -> Place:
        """The place of a value in a registry file."""
        return self.documents[file].place(DataPath(path))
