"""`/perubahan/feed.xml`: the feed (Atom) of what changed; one entry a change, told once."""

import datetime as dt
from typing import Final

from generator import addresses
from generator.publishing.changes import KIND_WORDS, changes
from generator.publishing.exports import Build, Files
from generator.settings import LICENCE

#: The newest so many.
MOST: Final = 100


def files(build: Build) -> Files:
    """One feed."""
    view = build.view
    found = [(change, KIND_WORDS[change.kind], _moment(change.date.first)) for change in changes(view)[:MOST]]
    address = addresses.feed(addresses.CHANGES)
    text = build.renderer.text(
        "umpan-perubahan.xml.j2",
        address=addresses.CHANGES,
        id=view.settings.absolute(address) or f"urn:katalog:{address}",
        lisensi=LICENCE,
        riwayat_git=view.edition.record_gap,
        entries=found,
        updated=max((moment for *_, moment in found), default=_moment(view.edition.as_of)),
    )
    yield address, text.encode()


def _moment(day: dt.date) -> str:
    """The beginning of a day as Atom writes it."""
    return dt.datetime.combine(day, dt.time(), dt.UTC).isoformat()
