"""`/kontribusi/formulir/nama.json`: the names of all innovations, for the form to tell of one that is there already.

It is fetched once somebody writes a name: at 1,000 entries about 20 kB compressed.
"""

import json

from generator import addresses
from generator.publishing.exports import Build, Files


def files(build: Build) -> Files:
    """One file: slug, name, agency and other names of each that is listed."""
    rows = [
        [innovation.slug, innovation.entry.name, innovation.agency.slug, *innovation.entry.others]
        for innovation in build.view.by_name
    ]
    yield addresses.FORM_NAMES, json.dumps({"inovasi": rows}, ensure_ascii=False, separators=(",", ":")).encode()
