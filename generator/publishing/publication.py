"""An entry through time: the first of its addresses, when it was published, when it last changed. From Git's dates.

A slug is never given to another, so the folder does not matter: a moved entry stays the same. A renamed one names its
old addresses in `alias`; but so does one that took another in, whose address was then still another's. Only what had
gone when the new address came was its own.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from generator.catalogue.catalogue import Innovation
from generator.settings import FileDates

#: Slug -> the moments at which a file of that name changed, came or went, in order.
Moments = Mapping[str, Sequence[dt.datetime]]


@dataclass(frozen=True, slots=True)
class Publication:
    """`first_slug` never changes, whatever the entry is called later; `moments` is empty where Git's record is missing.

    Each of `moments` is one at which the entry came or changed, under this or an earlier address, in order.
    """

    first_slug: str
    moments: tuple[dt.datetime, ...] = ()

    @property
    def published(self) -> dt.datetime | None:
        """When it first stood in the catalogue, None if that is not known."""
        return self.moments[0] if self.moments else None

    @property
    def changed(self) -> dt.datetime | None:
        """When it last changed, None if that is not known."""
        return self.moments[-1] if self.moments else None


def moments_by_slug(dates: Mapping[str, FileDates]) -> Moments:
    """The dates of files by path -> those of slugs."""
    found: dict[str, set[dt.datetime]] = defaultdict(set)
    for path, known in dates.items():
        found[PurePosixPath(path).stem].update(known.moments)
    return {slug: sorted(moments) for slug, moments in found.items()}


def publication(innovation: Innovation, moments: Moments) -> Publication:
    """What is known of one entry. Without Git's record its first address is the first `alias`: they go by age."""
    own = [slug for slug in _back(innovation, moments) if slug in moments]
    if not own:
        return Publication(next(iter(innovation.entry.aliases), innovation.slug))
    return Publication(own[-1], tuple(sorted({moment for slug in own for moment in moments[slug]})))


def _back(innovation: Innovation, moments: Moments) -> Iterator[str]:
    """The addresses of one entry, the newest first, each with the one that it had before."""
    slug: str | None = innovation.slug
    aliases = [alias for alias in innovation.entry.aliases if alias in moments]
    while slug:
        yield slug
        aliases = [alias for alias in aliases if alias != slug and _gone_before(alias, slug, moments)]
        slug = max(aliases, key=lambda alias: (moments[alias][-1], -moments[alias][0].timestamp()), default=None)


def _gone_before(alias: str, slug: str, moments: Moments) -> bool:
    """Whether the file of `alias` had gone when that of `slug` came, or went in the same commit."""
    return slug not in moments or moments[alias][-1] <= moments[slug][0]
