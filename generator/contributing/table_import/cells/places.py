"""Where an innovation is used, as offices write it: districts by any of their names, or all of them at once."""

import re
from functools import cache
from typing import Final

from generator.contributing.table_import.cells.region import Region
from generator.contributing.table_import.words.columns import RecapColumn
from generator.schema.shape import shapes
from generator.text.spelling import folded

DISTRICTS: Final = ("lokasi", "kecamatan")
PLACE: Final = ("lokasi", "tempat")
_ALL: Final = ("lokasi", "seluruh_wilayah")
#: What is offered beside the districts where one is asked for.
EVERYWHERE: Final = "Seluruh kecamatan"
_EVERY = re.compile(
    r"(?:di )?(?:seluruh|semua)(?: (?:wilayah|kecamatan|daerah|desa dan kelurahan))*|se ?kabupaten|se ?kota"
)
_COUNTED = re.compile(r"(?:di )?([0-9]{1,3}) kecamatan|(?:di )?(?:seluruh|semua) \(?([0-9]{1,3})\)? kecamatan")


def is_everywhere(text: str, region: Region) -> bool:
    """Whether a text means the whole region: `Seluruh kecamatan`, or as many districts as there are."""
    plain, name = folded(text), folded(region.name)
    kind, _, own = name.partition(" ")
    for tail in (name, f"{kind[:3]} {own}"):
        plain = re.sub(rf" (?:di |se )?{re.escape(tail)}\Z", "", plain) if own else plain
    if text.strip() and folded(text) in (name, f"{kind[:3]} {own}"):
        return True
    if counted := _COUNTED.fullmatch(plain):
        return int(counted[1] or counted[2]) == len(region.words.get(DISTRICTS[-1], {}))
    return _EVERY.fullmatch(plain) is not None


@cache
def everywhere() -> RecapColumn:
    """The column that says that an innovation is used in the whole region."""
    shape = next(inner for one in shapes() if one.key == _ALL[0] for inner in one.inner if inner.key == _ALL[1])
    return RecapColumn(_ALL, shape.label, shape.help, shape)
