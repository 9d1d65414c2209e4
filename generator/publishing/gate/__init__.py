"""A last look at all that is published, by other means than it was built with: every file alone, then all together.

Knows nothing of templates. `Gate.judge` is a function of path and bytes; what must hold between files
(links, lists, what was planned) is decided in `folder` from the facts of each.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

#: A page that says nothing of itself, since it stands at every address that does not exist.
MISSING: Final = "404.html"
NO_NAMES: Final[frozenset[str]] = frozenset()


@dataclass(frozen=True, slots=True)
class Plan:
    """What the site is meant to hold. Paths are those of files, relative to the site's folder.

    `site` is its public address with a closing slash, or ""; `pages` has the title of each page, escaped for HTML,
    "" where a person gave it; `files` has the bytes of all that is no page, None for what the gate sees before it is
    written, `made` names what MkDocs makes itself, and `loose` what a person laid into `docs/`. `sources` leads to the
    file of the repository that a person can mend. `listed` are the innovations that lists hold, `unlisted` those that
    only open data and their own pages hold, `keys` the short names that searches give the listed ones; `numbers` are
    the digits of service numbers, published on purpose.
    """

    site: str = ""
    pages: Mapping[str, str] = field(default_factory=dict)
    files: Mapping[str, bytes | None] = field(default_factory=dict)
    made: frozenset[str] = NO_NAMES
    loose: frozenset[str] = NO_NAMES
    sources: Mapping[str, str] = field(default_factory=dict)
    listed: frozenset[str] = NO_NAMES
    unlisted: frozenset[str] = NO_NAMES
    agencies: frozenset[str] = NO_NAMES
    keys: frozenset[str] = NO_NAMES
    numbers: frozenset[str] = NO_NAMES


@dataclass(slots=True)
class Facts:
    """What one file tells: what is wrong with it alone (Indonesian), and what only other files can confirm.

    `links` are paths of this site, each with the `#part` that it asks for; `ids` the parts that the file has;
    `records` the slugs or addresses that it lists, one for each row.
    """

    problems: list[str] = field(default_factory=list)
    links: set[str] = field(default_factory=set)
    ids: tuple[str, ...] = ()
    records: tuple[str, ...] = ()
