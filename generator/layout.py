"""Where things lie in the repository, how large a file may be, which names an innovation may not have."""

import re
import unicodedata
from typing import Final

INNOVATIONS: Final = "innovations"
REGISTRY: Final = "registry"
OBLIGATIONS: Final = "registry/obligations"
INDICATORS: Final = "registry/indicators"
AGENCIES: Final = "registry/agencies.yml"
TAXONOMY: Final = "registry/taxonomy.yml"
MAP: Final = "registry/map.yml"
WORDS: Final = "registry/words.yml"
NEEDS: Final = "registry/problems.yml"
#: What was found of the links of evidence; `katalog links` writes it.
LINKS: Final = "registry/tautan.yml"
#: What was handed in to the maintainers, a file each, so that two of them meet in no merge; `katalog accept` writes it.
HAND_INS: Final = "registry/kiriman"
#: One list of them all, as it was written before; still read.
HAND_INS_LIST: Final = "registry/kiriman.yml"
#: What makes the catalogue one region's.
SETTINGS: Final = "mkdocs.yml"
TEMPLATES: Final = "site_templates"
#: Written from the registry: the schema for editors, and who must agree to what.
SCHEMA: Final = "site_templates/schema/inovasi.json"
OWNERS: Final = ".github/CODEOWNERS"
#: Where Git keeps a repository.
GIT: Final = ".git"
#: Made from other files; Git ignores it and `make clean` removes it.
CACHE: Final = ".cache"

#: First line of every entry: editors complete and explain the keys by it.
SCHEMA_COMMENT: Final = f"# yaml-language-server: $schema=../../{SCHEMA}"
ENTRY_SUFFIX: Final = ".yml"
RESULT_SUFFIX: Final = ".hasil.yml"
PICTURE_SUFFIXES: Final = (".jpg", ".jpeg", ".png", ".webp")

#: Sizes in bytes. An entry of 64 KiB holds about ten times the longest honest text.
MAX_ENTRY_BYTES: Final = 64 * 1024
#: A register with every village and school of a region, and the result of its years, fits.
MAX_REGISTRY_BYTES: Final = 8 * 1024 * 1024
MAX_SETTINGS_BYTES: Final = 512 * 1024
MAX_PICTURE_BYTES: Final = 5 * 1024 * 1024
#: Values in a registry file.
MAX_REGISTRY_NODES: Final = 250_000

#: A run of the program reads so many entries and bytes of them, five times the largest catalogue that is foreseen, and
#: reads no further once so many problems are found: whoever mends those has enough to do.
MAX_ENTRIES: Final = 50_000
MAX_ENTRIES_BYTES: Final = 256 * 1024 * 1024
MAX_PROBLEMS: Final = 20_000

SLUG_PATTERN: Final = r"[a-z0-9]+(?:-[a-z0-9]+)*"
SLUG_MAX: Final = 60
_YEAR = re.compile(r"[0-9]{4}\Z")
SLUG: Final = re.compile(rf"\A{SLUG_PATTERN}\Z")

#: In a list, beside its words: the page of what is under none of them because that is not recorded.
UNRECORDED: Final = "belum-tercatat"
#: What stands before a bracket is the name by itself from so many signs on.
SHORTEST_NAME: Final = 3
#: Slugs that would hide a page of the site, that a file system refuses (Windows device names), or that the blank entry
#: bears, which says nothing of what was filled in.
RESERVED_SLUGS: Final = frozenset(
    ["404", "index", "search", "assets", "templates", "tags", "feed", "sitemap", "halaman", "poster", "isian-kosong"]
    + ["con", "prn", "aux", "nul"]
    + [f"{device}{number}" for device in ("com", "lpt") for number in range(1, 10)]
)


def is_slug(text: str) -> bool:
    """True if `text` may be a permanent address: `[a-z0-9]+(-[a-z0-9]+)*`, at most 60 characters."""
    return len(text) <= SLUG_MAX and SLUG.match(text) is not None


def as_slug(text: str) -> str:
    """The slug that `text` suggests, cut after a whole word where there is one; "" if nothing is left of it."""
    slug = hyphened(text)
    if len(slug) > SLUG_MAX:
        whole, _, _ = slug[: SLUG_MAX + 1].rpartition("-")
        slug = whole or slug[:SLUG_MAX]
    return slug


def short_slug(name: str) -> str:
    """The address that an innovation's name itself suggests: `SIAP (Sistem Antrean)` -> `siap`."""
    before = as_slug(name.partition("(")[0])
    return before if len(before) >= SHORTEST_NAME else as_slug(name)


def hyphened(text: str) -> str:
    """The words of `text` in letters and digits of an address, joined by hyphens; any other sign parts words."""
    if not text.isascii():
        text = "".join(char for char in unicodedata.normalize("NFKD", text) if unicodedata.category(char)[0] != "M")
    return "-".join(re.findall(r"[a-z0-9]+", text.casefold()))


def hand_in_path(number: str) -> str:
    """The file of a hand-in."""
    return f"{HAND_INS}/{number}.yml"


def year_in(name: str, suffix: str) -> int | None:
    """The year of a registry file `<year><suffix>`; None for any other name."""
    stem = name.removesuffix(suffix)
    return int(stem) if name.endswith(suffix) and _YEAR.match(stem) else None


def entry_path(agency: str, slug: str) -> str:
    """The entry's place in the repository, for example `innovations/dinkes/usg-portabel.yml`."""
    return f"{INNOVATIONS}/{agency}/{slug}{ENTRY_SUFFIX}"


def is_entry(path: str) -> bool:
    """Whether a path of the repository is where an entry lies, whatever lies there."""
    folder, *names = path.split("/")
    return folder == INNOVATIONS and len(names) == 2 and names[1].endswith(ENTRY_SUFFIX)


def obligation_path(year: int) -> str:
    """Where the rules of a year lie."""
    return f"{OBLIGATIONS}/{year}{ENTRY_SUFFIX}"


def result_path(year: int) -> str:
    """Where the result of a closed year lies."""
    return f"{OBLIGATIONS}/{year}{RESULT_SUFFIX}"
