"""What stands above the forms of a sheet or above one of them: whose they are. One form says nothing of another."""

import re
from collections.abc import Iterator, Mapping, Sequence

from generator.contributing.table_import.cells.reading import Against
from generator.contributing.table_import.cells.remark import Remark
from generator.contributing.table_import.files.sheet import Cell
from generator.contributing.table_import.forms.form_rows import is_count
from generator.contributing.table_import.forms.listed_choices import Rows
from generator.contributing.table_import.shapes.heading import agency_above
from generator.contributing.table_import.shapes.office_mentions import coordinates
from generator.contributing.table_import.words import title_signs as signs
from generator.contributing.units import agency_and_unit
from generator.text.github import plain
from generator.text.spelling import folded

#: What heads a part of a form.
_SECTION = re.compile(
    r"(?:(?:[A-H]|[IVX]{1,4})\.? )?[A-Z][A-Z /,&()-]{3,80}|(?i:informasi ?/ ?jawaban|isian|uraian|jawaban)"
)


def cells_of(rows: Rows) -> list[Cell]:
    """The cells of these rows."""
    return [cell for cells in rows.values() for cell in cells.values()]


def named_over(over: Rows, against: Against) -> Cell | None:
    """The agency that stands above forms, by itself, with a unit of it, or beside a label.

    Who gathers what others do may stand above the forms of these.
    """
    region = against.region
    for cells in over.values():
        for column, cell in cells.items():
            called = any(signs.OFFICE.search(folded(other.text)) for place, other in cells.items() if place < column)
            both = agency_and_unit(cell.text, region.registry, region.name)
            if both and (called or (len(cells) == 1 and not coordinates(both[0], region))):
                return cell
    return next((one for cell in cells_of(over) if (one := agency_above(cell, region))), None)


def heads_further(named: Cell | None, form: Rows) -> bool:
    """Whether an agency above a form heads those below it too: it stands alone in its row, and is no answer of one."""
    row = form.get(named.row, {}) if named else {}
    return sum(not is_count(cell.text) for cell in row.values()) == 1


def told_above(sheet: str, cells: list[Cell]) -> Iterator[Remark]:
    """What stands above forms, in one remark."""
    if cells:
        texts = plain("; ".join(cell.text for cell in cells))
        yield Remark(sheet, cells[0].address, "", texts, "dibaca sebagai judul formulir, bukan isian", note=True)


def is_section(cell: Cell, row: Mapping[int, Cell]) -> bool:
    """Whether a text only heads a part of a form: `B. PROFIL INOVASI`, with its letter in the cell or before it."""
    before = " ".join(one.text.strip() for column, one in row.items() if column < cell.column)
    text = cell.text.strip()
    lone = len(row) == 1 or is_count(before)
    return lone and max(row) == cell.column and _SECTION.fullmatch(text) is not None


def told_sections(sheet: str, cells: Sequence[Cell]) -> Iterator[Remark]:
    """The heads of parts of the forms of a sheet, in one remark."""
    if cells:
        texts = plain("; ".join(dict.fromkeys(cell.text.strip() for cell in cells)))
        yield Remark(sheet, cells[0].address, "", texts, "dibaca sebagai judul bagian formulir, bukan isian", note=True)
