"""`registry/kiriman/<number>.yml` as it is written: what was handed in, and what became of it; no person."""

import re
from dataclasses import dataclass
from typing import Annotated, Final, Literal

from pydantic import AfterValidator
from pydantic_core import PydanticCustomError

from generator.schema.fields import Day, Line, Slug
from generator.schema.record import Record, items, key

#: The day of the package and the first six signs of its digest.
HAND_IN_NUMBER: Final = re.compile(r"\A[0-9]{4}-[0-9]{2}-[0-9]{2}-[0-9a-f]{6}\Z")
#: Taken in; asked back; not taken in. What is taken in and stands in the catalogue is published.
HandInState = Literal["diterima", "ditanyakan", "ditolak"]


def _number(value: str) -> str:
    if not HAND_IN_NUMBER.match(value):
        raise PydanticCustomError("slug", "slug")
    return value


class HandInStep(Record):
    """What became of a hand-in on a day."""

    state: HandInState = key("keadaan", "Keadaan", "diterima, ditanyakan, atau ditolak.", required=True)
    date: Day = key("tanggal", "Tanggal", "Hari keadaan ini dicatat.", required=True)
    note: Annotated[str, Line(300)] | None = key(
        "keterangan", "Keterangan", "Yang ditanyakan, atau alasan ditolak; tanpa nama orang."
    )
    digest: Annotated[str, Line(64)] | None = key(
        "sidik", "Sidik", "Sidik isi yang dibaca saat itu, bila bukan yang pertama datang."
    )


class HandInFile(Record):
    """One package or file that came to the maintainers; its number is the name of its file."""

    agency: Slug = key("perangkat_daerah", "Perangkat daerah", "Slug.", required=True)
    innovation: Slug | None = key("inovasi", "Inovasi", "Slug isiannya; selama ditanyakan, yang berasal dari namanya.")
    digest: Annotated[str, Line(64)] = key("sidik", "Sidik", "Sidik isi kiriman (SHA-256).", required=True)
    steps: tuple[HandInStep, ...] = items("perjalanan", "Perjalanan", "Keadaannya dari awal.", most=20, least=1)

    @property
    def last(self) -> HandInStep:
        """Where it is now."""
        return self.steps[-1]

    @property
    def taken_in(self) -> bool:
        """Whether its entry was taken in, whatever became of it later."""
        return any(step.state == "diterima" for step in self.steps)

    @property
    def digests(self) -> tuple[str, ...]:
        """Of every content that came under its number."""
        return (self.digest, *(step.digest for step in self.steps if step.digest))


class HandInRow(HandInFile):
    """One of a list that holds them all."""

    number: Annotated[str, Line(20), AfterValidator(_number)] = key(
        "nomor", "Nomor", "Tanggal dan enam tanda dari sidiknya, seperti pada tanda terima.", required=True
    )


class HandInsFile(Record):
    """`registry/kiriman.yml`, which was written before each had its own file."""

    note: Annotated[str, Line(500)] | None = key("keterangan", "Keterangan", "Untuk apa daftar ini.")
    hand_ins: tuple[HandInRow, ...] = items("kiriman", "Kiriman", "Satu butir satu kiriman.", most=5_000)


@dataclass(frozen=True, slots=True)
class HandIn:
    """What is on record under a number: in the file `path`, there below the keys `at`."""

    number: str
    said: HandInFile
    path: str
    at: tuple[str | int, ...] = ()
