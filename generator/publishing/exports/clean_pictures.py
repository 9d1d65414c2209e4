"""The pictures of entries as they are published: clean copies, in each kind that browsers read."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from generator import addresses
from generator.aid import Aid
from generator.catalogue import pictures
from generator.publishing.exports import Build, Files

#: An encoder takes 30 MB beside the one picture that is being decoded.
_AT_ONCE: Final = 2


def files(build: Build) -> Files:
    """The clean copies."""
    return build.pictures.items()


def clean(given: Mapping[str, Sequence[Path]], aid: Aid) -> Mapping[str, bytes]:
    """The clean copies, by address, of the picture files in each entry's folder (slug -> files)."""
    originals = [(slug, path) for slug, paths in sorted(given.items()) for path in paths]
    copies: dict[str, bytes] = {}
    for kind, make in pictures.KINDS.items():
        made = aid.many(make, lambda one: one[1].read_bytes(), originals, at_once=_AT_ONCE)
        copies |= {
            addresses.picture(slug, path.name, kind): image for (slug, path), image in zip(originals, made, strict=True)
        }
    return copies
