"""Places that are districts and nothing else, as offices write them: `Kec. Kubu dan Terentang`."""

import re
from typing import Final

from generator.contributing.answers.outcome import Taken
from generator.contributing.table_import.cells.choices import chosen
from generator.contributing.table_import.cells.places import DISTRICTS
from generator.contributing.table_import.cells.reading import Found, Reading, Titled
from generator.contributing.table_import.words.columns import RecapColumn
from generator.schema.shape import shapes

_DISTRICT = re.compile(r"\s*(?:di )?(?:kec\.?|kecamatan) ", re.IGNORECASE)
_AND = re.compile(r"\s*(?:,|;|/|&|\bdan\b)\s*(?:(?:kec\.?|kecamatan) )?", re.IGNORECASE)
_LONGEST: Final = 200
_SHAPE: Final = next(
    inner for one in shapes() if one.key == DISTRICTS[0] for inner in one.inner if inner.key == DISTRICTS[1]
)
_COLUMN: Final = RecapColumn(DISTRICTS, _SHAPE.label, _SHAPE.help, _SHAPE, titled=_SHAPE.label)


def districts_in(found: Reading, text: str, at: Titled) -> Found | None:
    """The districts that a place is, where its table has no column of them; None for any other place. It is told."""
    if not _DISTRICT.match(text) or len(text) > _LONGEST:
        return None
    if any(column.path == DISTRICTS for column in found.table.columns.values()):
        return None
    value = chosen(_AND.sub("\n", _DISTRICT.sub("", text, count=1)), _COLUMN, found.region)
    if not isinstance(value, Taken) or value.left or value.note:
        return None
    found.tell("disimpan sebagai kecamatan lokasi, bukan nama tempat", "tulis tempatnya bila lain", at, note=True)
    return _COLUMN, at, value.values, ""
