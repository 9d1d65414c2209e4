"""The notes that people have set to cells of a workbook; those that our own marked copy has set are left out."""

import re
import zipfile
from collections.abc import Iterator
from typing import Final

from generator.spreadsheet import column_number

#: Who writes the remarks of a marked copy.
AUTHOR: Final = "katalog"
_PLACE = re.compile(r"\A([A-Z]{1,3})([0-9]{1,7})\Z")
_LONGEST: Final = 1_000
_MOST: Final = 2_000


def cell_notes(archive: zipfile.ZipFile, part: str) -> Iterator[tuple[tuple[int, int], str]]:
    """(row, column) and text of each note of the sheet that a part holds."""
    from defusedxml.ElementTree import fromstring  # type: ignore[import-untyped]  # noqa: PLC0415
    from openpyxl.packaging.relationship import get_dependents, get_rels_path  # type: ignore[import-untyped]  # noqa: PLC0415

    relations = get_rels_path(part)
    if relations not in archive.namelist():
        return
    for relation in get_dependents(archive, relations):
        if relation.Type.endswith("/comments") and relation.target in archive.namelist():
            root = fromstring(archive.read(relation.target))
            authors = [one.text or "" for one in root.iter() if one.tag.endswith("}author")]
            for note in [one for one in root.iter() if one.tag.endswith("}comment")][:_MOST]:
                number, place = note.get("authorId", ""), _PLACE.match(note.get("ref", ""))
                author = authors[int(number)] if number.isdecimal() and int(number) < len(authors) else ""
                text = "".join(one.text or "" for one in note.iter() if one.tag.endswith("}t"))[:_LONGEST].strip()
                if place and text and author != AUTHOR:
                    yield (int(place[2]), column_number(place[1])), text
