"""The agency that a recap's own title names: `REKAP INOVASI DINAS KESEHATAN TAHUN 2025`, where nothing else is said."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from generator.contributing.names import agency_called
from generator.contributing.table_import.cells.region import Region
from generator.contributing.table_import.cells.remark import RecapTable
from generator.contributing.table_import.files.sheet import Cell
from generator.dates import month_number
from generator.text.spelling import folded

# fmt: off
#: Words of a title that say nothing of whose innovations these are.
_AROUND: Final = frozenset([
    "rekap", "rekapitulasi", "daftar", "data", "inventarisasi", "laporan", "formulir", "form", "format",
    "matriks", "matrik", "tabel", "lampiran", "profil", "inovasi", "daerah", "pelayanan", "publik", "perangkat",
    "opd", "skpd", "pada", "di", "lingkungan", "lingkup", "tahun", "anggaran", "ta", "t", "a", "kabupaten",
    "kota", "pemerintah", "kab", "usulan", "penjaringan", "nama", "instansi", "unit", "kerja", "keadaan", "per",
    "s", "d", "sd", "sampai", "dengan", "bulan", "semester", "triwulan", "i", "ii", "iii", "iv", "dan", "yang",
    "telah", "dilaksanakan", "kegiatan", "program", "tentang", "hasil", "pendataan", "posisi", "desa", "kelurahan",
    "sekolah", "puskesmas", "upt", "uptd", "tingkat", "se", "wilayah", "dikelola", "dikembangkan", "diterapkan",
    "dimiliki", "milik", "oleh",
])
# fmt: on
_UNITS: Final = frozenset(["puskesmas", "sekolah", "upt", "uptd", "desa", "kelurahan"])
_DISTRICT: Final = frozenset(["kecamatan", "kec", "camat", "kantor", "dinas", "badan"])
_YEAR = re.compile(r"(?<![0-9])20[0-9]{2}(?![0-9])")
_LONGEST: Final = 30
_LONGEST_NAME: Final = 14


def agency_above(cell: Cell, region: Region) -> Cell | None:
    """A cell over the titles as the agency that it names, where all its other words are those of any recap."""
    if agency_called(cell.text, region.registry, region.name):
        return cell
    words = folded(cell.text).split()
    own = set(folded(region.name).split())
    if len(words) > _LONGEST or all(_says_nothing(word, own) for word in words):
        return None
    for length in range(min(len(words), _LONGEST_NAME), 0, -1):
        for start in range(len(words) - length + 1):
            rest = [*words[:start], *words[start + length :]]
            name = " ".join(words[start : start + length])
            if words[start - 1 : start] and words[start - 1] in _UNITS and words[start] not in _DISTRICT:
                continue  # `PUSKESMAS KUBU`: a place of the unit, and not whose it is
            if all(_says_nothing(word, own) for word in rest) and agency_called(name, region.registry, region.name):
                return replace(cell, text=name)
    return None


def heading_over(cells: Sequence[Cell], before: Sequence[RecapTable], region: Region) -> Cell | None:
    """Whose a table is by what stands over it: of the first the one agency named there, of a further one its caption.

    `before` is the table above, under whose last row its office may be named.
    """
    named = [named for cell in cells if (named := agency_above(cell, region))]
    whose = {agency_called(cell.text, region.registry, region.name) for cell in named}
    if not before:
        return named[-1] if len(whose) == 1 else None
    return named[-1] if named else before[0].band_below


def over_all_tables(cells: Sequence[Cell]) -> list[Cell]:
    """Of what stands over the first table of a sheet what heads all: above the rows left empty over its caption."""
    rows = [cell.row for cell in cells]
    last = max((row for row in rows if row + 1 not in rows and row < max(rows)), default=0)
    return [cell for cell in cells if cell.row <= last]


def heads_too(cells: Iterable[Cell], made: Sequence[RecapTable]) -> RecapTable | None:
    """The first table of a sheet, whose year holds for a further one too over which no year stands; else None."""
    return made[0] if made and not any(_YEAR.search(cell.text) for cell in cells) else None


def _says_nothing(word: str, own: set[str]) -> bool:
    return word in _AROUND or word in own or word.isdecimal() or month_number(word) is not None
