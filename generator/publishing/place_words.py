"""Where an innovation serves, in a few words."""

from typing import Final

from generator.catalogue.catalogue import Innovation
from generator.compliance.wording import listed, number

_NAMED: Final = 2


def place_words(innovation: Innovation) -> str:
    """`Semua kecamatan`; one or two districts by name, more by number; that its place is not on record."""
    if innovation.everywhere:
        return "Semua kecamatan"
    names = [term.label for term in innovation.districts]
    if len(names) > _NAMED:
        return f"{number(len(names))} kecamatan"
    return listed(names) or "Tempatnya belum tercatat"
