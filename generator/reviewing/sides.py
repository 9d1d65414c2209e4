"""One state of the catalogue as a review sees it: what was read, which files there are, and whose business each is."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal

from generator import layout
from generator.catalogue.catalogue import Catalogue
from generator.checking import Checked
from generator.reading.document import Document
from generator.schema.fields import Words

#: What a touched file belongs to: an agency's entries and pictures, the record of a hand-in, the registers, what runs
#: or governs, pages.
Area = Literal["data", "kiriman", "registri", "kode", "halaman"]
#: How the digest of a repository inside the repository begins: Git's mode of such an entry.
GITLINK: Final = "160000 "
_PAGES: Final = frozenset(["docs", "CHANGELOG.md", "CONTRIBUTING.md", "README.md"])


@dataclass(frozen=True, slots=True)
class Side:
    """One state: the catalogue as read, and every file of its tree by path with a digest of its content.

    `settings` is its `mkdocs.yml` as typed, None where there is none or it cannot be read.
    """

    checked: Checked
    files: Mapping[str, str]
    settings: Document | None = None

    @property
    def catalogue(self) -> Catalogue | None:
        """None where the registry cannot be read."""
        return self.checked.loaded.catalogue

    def data(self, path: str) -> dict[str, Any]:
        """The file's data as typed; empty if there is no such file or it cannot be read."""
        document = self.checked.loaded.documents.get(path)
        return document.data if document else {}

    def readable(self, path: str) -> bool:
        """Whether the file's data could be had."""
        return path in self.checked.loaded.documents


def words_of(base: Side, head: Side) -> Mapping[str, Words]:
    """The words of choice by which values are told: as proposed, else as they were."""
    registered = head.catalogue or base.catalogue
    return registered.registry.words() if registered else {}


def area_of(path: str) -> Area:
    """Whose business a file is, by its path. What is not known to be harmless counts as code."""
    parts = path.split("/")
    if parts[0] == layout.INNOVATIONS and len(parts) > 2:
        return "data"
    if path.startswith(f"{layout.HAND_INS}/"):
        return "kiriman"
    if parts[0] == layout.REGISTRY:
        return "registri"
    return "halaman" if parts[0] in _PAGES and not path.startswith("docs/dev/") else "kode"


def is_entry(path: str) -> bool:
    """Whether a path among the data is that of an entry's file."""
    return path.count("/") == 2 and path.endswith(layout.ENTRY_SUFFIX)


def agency_of(path: str) -> str:
    """The folder of an entry's file or picture."""
    return path.partition("/")[2].partition("/")[0]


def slug_of(path: str) -> str:
    """The address of an entry's file."""
    return path.rsplit("/", 1)[-1].removesuffix(layout.ENTRY_SUFFIX)
