"""What an officer fills in for single rows that lack what every entry has, on a sheet of its own; and read back."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from generator.contributing.table_import.cells.remark import RowName
from generator.contributing.table_import.files.own_sheets import COMPLETION, lines_below
from generator.contributing.table_import.files.sheet import Cell, Sheet

#: What says whose line it is: the sheet, the row as the report names it, and the name that stands there.
TITLES: Final = ("Lembar", "Baris", "Inovasi")
#: What stands before a value that the row has: it is shown, and not read back.
HAS: Final = "sudah ada: "
#: How a report says where a row is completed.
FILL_IN: Final = f"isi pada lembar {COMPLETION}"
#: What stands over the lines, for who has never seen such a sheet.
COMPLETION_GUIDE: Final = (
    "Baris di bawah ini belum menjadi isian karena ada yang kurang. Isi sel yang kosong: pilih dari daftarnya, atau "
    "ketik yang benar; urusan yang lebih dari satu dipisah titik koma. Lalu kirim lagi berkas ini. Isinya hanya "
    "berlaku bagi inovasi di baris itu. Sel kelabu sudah ada isinya. Sel yang dibiarkan kosong ditanyakan lagi."
)


@dataclass(frozen=True, slots=True)
class Completion:
    """A line that was filled in: its row, and by the titles of fields the cells that hold something new."""

    row: RowName
    cells: Mapping[str, Cell]


def completions_on(sheets: Iterable[Sheet]) -> list[Completion]:
    """Every line that is filled in on a sheet with the titles of lines; of one row the last that fills a field."""
    found: dict[tuple[str, ...], Completion] = {}
    for sheet in sheets:
        for line in lines_below(sheet, frozenset(TITLES)):
            row = RowName(*(line[title].text.strip() if title in line else "" for title in TITLES))
            cells = {
                title: Cell(cell.row, cell.column, cell.text, date=cell.date, error=cell.error, sheet=COMPLETION)
                for title, cell in line.items()
                if title and title not in TITLES and (cell.text.strip() or cell.error) and not _is_shown(cell)
            }
            before = found.get(row.key)
            if cells:
                found[row.key] = Completion(row, {**before.cells, **cells} if before else cells)
    return list(found.values())


def _is_shown(cell: Cell) -> bool:
    return cell.text.strip().startswith(HAS.strip())
