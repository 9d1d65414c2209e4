"""`/kontribusi/formulir/alamat/a-<start>.json`: every address that an entry has or had, for the form to look up a few.

They are cut into files by their beginning, of which the form fetches those that would hold what it asks about: all of
them in one file would be 24 bytes an entry, compressed, on every visit of the form.
"""

import json
from collections.abc import Mapping

from generator import addresses
from generator.publishing.exports import Build, Files
from generator.publishing.search.shards import shards
from generator.publishing.view import View


def files(build: Build) -> Files:
    """Address -> the agency in whose folder its entry lies; of an old name the path of the entry that it leads to."""
    for start, part in shards(_held(build.view)):
        text = json.dumps(part, ensure_ascii=False, separators=(",", ":"))
        yield f"{addresses.FORM_ADDRESSES}a-{start}.json", text.encode()


def starts(view: View) -> str:
    """Where each of the files begins, in their order, with blanks between."""
    return " ".join(start for start, _ in shards(_held(view)))


def _held(view: View) -> Mapping[str, str]:
    innovations = view.catalogue.innovations.values()
    former = {alias: innovation.path for innovation in innovations for alias in innovation.entry.aliases}
    return former | {innovation.slug: innovation.agency.slug for innovation in innovations}
