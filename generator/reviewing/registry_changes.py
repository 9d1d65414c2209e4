"""What a proposal does to the registers, file by file and field by field, and which of it decides about an agency."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from pydantic import BaseModel

from generator import layout
from generator.reviewing.closed_years import codes
from generator.reviewing.differences import Difference, differences
from generator.reviewing.sides import Side, words_of
from generator.schema.everyday import EverydayWords
from generator.schema.fields import Words
from generator.schema.handins import HandInFile, HandInsFile
from generator.schema.indicators import IndicatorsFile
from generator.schema.links_seen import LinksFile
from generator.schema.map import MapFile
from generator.schema.needs import NeedsFile
from generator.schema.registry import AgenciesFile, ObligationFile, TaxonomyFile
from generator.schema.result import ResultFile
from generator.schema.shape import shapes

#: What a change of the registers is about, where it may change a name or a verdict; the gravest first.
Topic = Literal[
    "Catatan tahun yang ditutup", "Koreksi", "Tanggapan", "Pengecualian", "Aturan", "Dasar hukum", "Tenggat",
    "Kepastian nama atau kewajiban", "Nama perangkat daerah", "Daftar perangkat daerah",
    "Kedudukan", "Peninjau", "Kata pilihan",
]  # fmt: skip
_OF_ONE_AGENCY: Final[Collection[Topic]] = ("Koreksi", "Tanggapan", "Pengecualian")
_YEAR = re.compile("[0-9]{4}")
_MODELS: Final[tuple[tuple[str, type[BaseModel]], ...]] = (
    (re.escape(layout.AGENCIES), AgenciesFile),
    (re.escape(layout.TAXONOMY), TaxonomyFile),
    (re.escape(layout.MAP), MapFile),
    (re.escape(layout.WORDS), EverydayWords),
    (re.escape(layout.NEEDS), NeedsFile),
    (re.escape(layout.LINKS), LinksFile),
    (re.escape(layout.HAND_INS_LIST), HandInsFile),
    (rf"{layout.HAND_INS}/[^/]+\.yml", HandInFile),
    (rf"{layout.OBLIGATIONS}/[0-9]{{4}}{re.escape(layout.RESULT_SUFFIX)}", ResultFile),
    (rf"{layout.OBLIGATIONS}/[0-9]{{4}}\.yml", ObligationFile),
    (rf"{layout.INDICATORS}/[0-9]{{4}}\.yml", IndicatorsFile),
)
#: Model -> how the keys of a field begin, joined by dots, and what it is about. The first that fits counts.
_TOPICS: Final[Mapping[type[BaseModel], Sequence[tuple[str, Topic]]]] = {
    AgenciesFile: (
        (r"perangkat_daerah\.(nama_terkonfirmasi|terikat)", "Kepastian nama atau kewajiban"),
        (r"perangkat_daerah\.nama_", "Nama perangkat daerah"),
        (r"perangkat_daerah\.(jenis|induk|berlaku_dari|berlaku_sampai|penerus)", "Kedudukan"),
        (r"perangkat_daerah\.pemilik", "Peninjau"),
        (r"perangkat_daerah\Z", "Daftar perangkat daerah"),
    ),
    ObligationFile: (
        ("aturan", "Aturan"), ("dasar_hukum|tahun", "Dasar hukum"), ("tenggat", "Tenggat"),
        ("pengecualian", "Pengecualian"), ("tanggapan", "Tanggapan"),
    ),
    ResultFile: (("koreksi", "Koreksi"), ("", "Catatan tahun yang ditutup")),
    TaxonomyFile: ((r"\w+\Z|\w+\.(label|tahapan)", "Kata pilihan"),),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Decision:
    """A difference in the file at `path` that may change a name or a verdict."""

    topic: Topic
    path: str
    difference: Difference

    @property
    def year(self) -> str:
        """The year that the file is about, "" of any other."""
        found = _YEAR.search(self.path)
        return found.group() if found else ""


@dataclass(frozen=True, slots=True)
class RegistryChange:
    """What happens to one file of the registers."""

    kind: Literal["baru", "diubah", "dihapus"]
    path: str
    readable: bool = True
    differences: tuple[Difference, ...] = ()

    @property
    def decisions(self) -> Iterator[Decision]:
        """What of it may change a name or a verdict. Of a new file that is expected, but for what is of one agency."""
        for one in self.differences:
            topic = _topic(self.path, one)
            if topic and (self.kind == "diubah" or topic in _OF_ONE_AGENCY):
                yield Decision(topic, self.path, one)


def registry_changes(base: Side, head: Side, touched: Sequence[str]) -> Iterator[RegistryChange]:
    """What happens to the files of the registers among the `touched` ones."""
    words = words_of(base, head)
    for path in touched:
        if path not in head.files:
            yield RegistryChange("dihapus", path)
        elif path not in base.files:
            yield RegistryChange("baru", path, head.readable(path), _differing(base, head, path, words))
        else:
            known = head.readable(path) and base.readable(path)
            yield RegistryChange("diubah", path, known, _differing(base, head, path, words) if known else ())


def _differing(base: Side, head: Side, path: str, words: Mapping[str, Words]) -> tuple[Difference, ...]:
    model = model_of(path)
    if model is ResultFile:
        words = {**words, **codes(base, head, path)}
    return differences(base.data(path), head.data(path), words, shapes(model)) if model else ()


def model_of(path: str) -> type[BaseModel] | None:
    """What a file of the registers holds; None of one that nobody reads."""
    return next((model for pattern, model in _MODELS if re.fullmatch(pattern, path)), None)


def _topic(path: str, difference: Difference) -> Topic | None:
    model, keys = model_of(path), ".".join(difference.keys)
    topics = _TOPICS.get(model, ()) if model else ()
    return next((topic for pattern, topic in topics if re.match(pattern, keys)), None)
