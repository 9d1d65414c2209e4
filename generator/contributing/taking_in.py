"""What came to the maintainer's desk, a package or a bare file -> an entry at its place, and its number."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from generator.catalogue import picture_file
from generator.catalogue.picture_file import PictureError
from generator.contributing.names import agency_called, proposed_slug, same_name, taken_slugs
from generator.contributing.new_entry import AnswerError, Scaffold
from generator.contributing.package import Package, PackageError, content_digest, is_package, unpacked
from generator.contributing.table_import.cells.region import Region
from generator.contributing.tidying.tidy import Tidied, tidied
from generator.dates import spoken
from generator.layout import ENTRY_SUFFIX, SCHEMA_COMMENT, entry_path, short_slug
from generator.problems import Problem
from generator.reading.document import Document, read

_AGENCY: Final = "perangkat_daerah"


class HandInReturnedError(AnswerError):
    """What only the sender can mend: in `reason`, the sentence up to its cure; `number` is on their receipt, or ""."""

    def __init__(self, message: str, number: str = "") -> None:
        """The message is for the maintainer: the reason, a semicolon, the cure."""
        super().__init__(message)
        self.reason, self.number = message.partition(";")[0], number


@dataclass(frozen=True, slots=True)
class TakenIn:
    """An entry as it would stand in the catalogue, and its number.

    `cures` is what was spelt otherwise and mended, `notes` what the maintainer should know (both Indonesian).
    Whether it `answers` what was asked under its number, which stays that of the content that was asked about, and
    whether its sender has that number on a `receipt`.
    """

    number: str
    digest: str
    agency: str
    slug: str
    correction: bool
    text: str
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    cures: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    answers: bool = False
    receipt: bool = False

    @property
    def path(self) -> str:
        """Where the entry's file belongs."""
        return entry_path(self.agency, self.slug)

    @property
    def picture_files(self) -> Mapping[str, bytes]:
        """Where each picture belongs."""
        folder = self.path.removesuffix(ENTRY_SUFFIX)
        return {f"{folder}/{name}": raw for name, raw in self.pictures.items()}


def taken_in(raw: bytes, scaffold: Scaffold, agency: str = "") -> TakenIn:
    """What a file holds. `agency` is its agency where it does not say so itself. Raises AnswerError."""
    region = Region(scaffold.known.catalogue.registry, scaffold.known.region)
    if not is_package(raw):
        return _bare(raw, scaffold, region, agency)
    try:
        package = unpacked(raw)
    except PackageError as error:
        raise HandInReturnedError(str(error)) from None
    try:
        return _packed(package, scaffold, region)
    except HandInReturnedError as error:
        raise HandInReturnedError(str(error), package.number) from None


def _packed(package: Package, scaffold: Scaffold, region: Region) -> TakenIn:
    registry = scaffold.known.catalogue.registry
    if package.agency not in registry.agencies:
        raise HandInReturnedError(
            f'perangkat daerah "{package.agency}" pada paket tidak ada dalam daftar; tanyakan pengirimnya'
        )
    _refuse_twice(scaffold, package.digest)
    scaffold.standing(package.agency)
    tidy = _tidy(package.text.encode(), region)
    slug, correction, notes = package.slug, package.correction, []
    if correction:
        slug = _corrected(scaffold, package)
    elif path := same_name(_name(tidy), package.agency, scaffold.known.catalogue):
        slug, correction = path.rpartition("/")[2].removesuffix(ENTRY_SUFFIX), True
        notes.append(_version(scaffold, path, slug))
    elif slug in _taken(scaffold):
        slug = proposed_slug(_name(tidy), package.agency, _taken(scaffold))
        notes.append(f"alamat {package.slug} sudah dipakai; isian ini mendapat alamat {slug}")
    if not slug:
        raise HandInReturnedError("semua alamat yang berasal dari nama itu sudah dipakai; minta nama yang lebih khas")
    pictures, told = _clean(package.pictures)
    return TakenIn(
        package.number, package.digest, package.agency, slug, correction, _with_schema(tidy.text), pictures,
        tuple(map(str, tidy.cures)), (*notes, *told), receipt=True,
    )  # fmt: skip


def _version(scaffold: Scaffold, path: str, slug: str) -> str:
    """Of which hand-in a new entry of a known name is a new version. Raises AnswerError if none made the known one."""
    for old in reversed(scaffold.known.catalogue.registry.hand_ins):
        if old.said.innovation == slug and old.said.last.state == "diterima":
            return f"versi baru dari kiriman {old.number}; dibaca sebagai perbaikan {path}"
    raise HandInReturnedError(f"{path} sudah mencatat inovasi dengan nama itu; minta pengirim memperbaiki yang itu")


def _corrected(scaffold: Scaffold, package: Package) -> str:
    """The entry that a correction is about, under the address that it has now. Raises AnswerError."""
    found = scaffold.known.catalogue.at(package.slug)
    if found is None:
        raise HandInReturnedError(f'isian "{package.slug}" tidak ada di katalog; tanyakan apakah ini inovasi baru')
    if found.agency.slug != package.agency:
        raise HandInReturnedError(
            f"isian {found.slug} milik {found.agency.name}, bukan milik perangkat daerah pada paket ini; "
            "tanyakan pengirimnya"
        )
    return found.slug


def _bare(raw: bytes, scaffold: Scaffold, region: Region, given: str) -> TakenIn:
    """An entry's file by itself: its address comes from its name, never from what the file is called."""
    tidy = _tidy(raw, region)
    document, text = _document(tidy), tidy.text
    told = document.data.get(_AGENCY)
    if isinstance(told, str):
        text = _without_agency(text, document)
    called = given or (told if isinstance(told, str) else "")
    if not called:
        raise AnswerError("berkas ini tidak menyebut perangkat daerahnya; sebutkan dengan --agency")
    slug_of_agency = agency_called(called, region.registry, region.name) or scaffold.agency(called)
    scaffold.standing(slug_of_agency)
    name = _name(tidy)
    known = same_name(name, slug_of_agency, scaffold.known.catalogue)
    slug = known.rpartition("/")[2].removesuffix(ENTRY_SUFFIX) if known else ""
    slug = slug or proposed_slug(name, slug_of_agency, _taken(scaffold))
    if not slug:
        raise HandInReturnedError("semua alamat yang berasal dari nama itu sudah dipakai; minta nama yang lebih khas")
    # Of the address that the name suggests, so that the same file has the same digest once its entry is there.
    digest = content_digest(slug_of_agency, short_slug(name), text, correction=False)
    _refuse_twice(scaffold, digest)
    number = f"{scaffold.today.isoformat()}-{digest[:6]}"
    notes = (f"{known} sudah mencatat nama ini; berkas ini dibaca sebagai perbaikannya",) if known else ()
    return TakenIn(
        number, digest, slug_of_agency, slug, bool(known), _with_schema(text), {}, tuple(map(str, tidy.cures)), notes
    )


def _tidy(raw: bytes, region: Region) -> Tidied:
    found = tidied(raw, region)
    if found is None:
        raise HandInReturnedError("berkas ini bukan isian: bukan teks, atau terlalu besar; minta berkas dari formulir")
    return found


def _document(tidy: Tidied) -> Document:
    document, problems = read(tidy.text.encode(), "kiriman")
    if document is None:
        raise HandInReturnedError(f"isian ini tidak dapat dibaca: {_first(problems)}; minta berkas dari formulir")
    return document


def _first(problems: list[Problem]) -> str:
    return f"{problems[0].message} (baris {problems[0].place.line})" if problems else "kosong"


def _name(tidy: Tidied) -> str:
    name = _document(tidy).data.get("nama")
    if not isinstance(name, str) or not name.strip():
        raise HandInReturnedError("isian ini tidak menyebut nama inovasinya; minta dilengkapi")
    return name


def _without_agency(text: str, document: Document) -> str:
    """The file without the line that says whose it is: its folder will."""
    lines = text.split("\n")
    del lines[document.spots[_AGENCY,].key[0] - 1]
    return "\n".join(lines)


def _taken(scaffold: Scaffold) -> set[str]:
    return taken_slugs(scaffold.known.catalogue, scaffold.known.files)


def _with_schema(text: str) -> str:
    return text if text.startswith(SCHEMA_COMMENT) else f"{SCHEMA_COMMENT}\n{text}"


def _clean(pictures: Mapping[str, bytes]) -> tuple[dict[str, bytes], list[str]]:
    """The pictures without what nobody sees in them. Raises AnswerError for one that is none."""
    clean, notes = {}, []
    for name, raw in pictures.items():
        try:
            clean[name] = picture_file.stripped(raw)
        except PictureError as error:
            raise HandInReturnedError(f"gambar {name}: {error}; minta gambar yang lain") from None
        if clean[name] != raw:
            notes.append(f"data tersembunyi dikeluarkan dari gambar {name}")
    return clean, notes


def _refuse_twice(scaffold: Scaffold, digest: str) -> None:
    """Raises AnswerError for content that was taken in already."""
    for old in scaffold.known.catalogue.registry.hand_ins:
        if digest in old.said.digests and old.said.last.state == "diterima":
            day = spoken(old.said.last.date)
            raise AnswerError(f"isi ini sudah diterima {day} dengan nomor {old.number}, sebagai {old.said.innovation}")
