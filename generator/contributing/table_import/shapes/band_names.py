"""The agency that a heading names among other words: how many rows follow, of which year or unit, what they are."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from generator.contributing.names import agency_called
from generator.contributing.table_import.cells.region import Region
from generator.contributing.table_import.files.sheet import Cell
from generator.contributing.units import unit_kind, unit_name
from generator.text.spelling import folded

#: No heading is longer.
_LONGEST: Final = 120
_BEFORE = re.compile(
    r"(?:(?:rekap\w*|daftar|data|usulan|inovasi|masuk|kiriman|laporan|isian|milik|dari|oleh|pada|di|lingkup|"
    r"lingkungan|perangkat daerah|opd|pengusul)[ :]+){1,4}",
    re.IGNORECASE,
)
_COUNT: Final = r"(?:(?:jumlah|total|jml)[ :=]{0,3})?[0-9]{1,3} ?(?:inovasi|buah|usulan|kegiatan|judul)?"
_YEAR: Final = r"(?:(?:tahun|thn?|ta)\.? ?)?(?:anggaran )?20[0-9]{2}"
_BEHIND = re.compile(rf"[ ,:;/(–—-]+(?:{_COUNT}|{_YEAR})[ ).]*\Z", re.IGNORECASE)
_SIGNS = re.compile(r"\(|\s[-–—/|]\s|[,;:]\s?")
_AND = re.compile(r"\s(?:&|dan)\s")
#: A unit that its own word names.
_ALONE: Final = frozenset(["sekretariat", "sekretariat dinas", "sekretariat badan", "tata usaha"])


def named_by(cell: Cell, region: Region) -> tuple[Cell, Cell | None]:
    """A heading as the name of its agency alone, and the unit that it names beside it (None for none).

    It stays as it is where it is read as it stands, names none, or names a second agency.
    """
    text = cell.text.strip()

    def called(part: str) -> str | None:
        return agency_called(part, region.registry, region.name)

    if len(text) > _LONGEST or not _may_hold(text) or called(text):
        return cell, None
    for bare in _bare(text):
        if called(bare):
            return replace(cell, text=bare), None
        for sign in _SIGNS.finditer(bare):
            before, aside = bare[: sign.start()].strip(), bare[sign.end() :].strip(" )")
            if called(before):
                other = called(aside) or called(f"{before} {aside}")
                return (cell, None) if other else (replace(cell, text=before), _unit(cell, aside))
    return cell, None


def _may_hold(text: str) -> bool:
    """Whether a text holds anything that may stand beside a name."""
    return any(pattern.search(text) for pattern in (_SIGNS, _BEHIND, _AND)) or _BEFORE.match(text) is not None


def _bare(text: str) -> Iterator[str]:
    """A text, and it without what says how many follow and of which year, and without the words before a name."""
    yield text
    behind = _BEHIND.sub("", text)
    yield behind
    named = _BEFORE.sub("", behind, count=1)
    yield named
    yield _AND.sub("", named)  # `BAPPEDA & LITBANG`


def _unit(cell: Cell, aside: str) -> Cell | None:
    alone = folded(aside) in _ALONE or (unit_kind(aside) and unit_name(aside))
    return replace(cell, text=aside) if alone else None
