"""Rows that may be no innovations: without a name, with what is none, or with nothing but one. These are asked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from generator.contributing.table_import.cells.completions import FILL_IN
from generator.contributing.table_import.cells.leftovers import is_no_name
from generator.contributing.table_import.cells.reading import Defaults
from generator.contributing.table_import.cells.remark import Asked, RecapRow, RecapTable, Remark
from generator.contributing.table_import.files.sheet import Cell
from generator.contributing.table_import.rows.doubted_rows import INNOVATION, NONE, doubted_row
from generator.contributing.table_import.words.columns import NAME, NUMBER, SUMMARY
from generator.contributing.table_import.words.synonyms import by_initials, surely
from generator.schema.fields import Words
from generator.text.github import plain
from generator.text.spelling import folded

#: Choices whose words are no names.
_CHOICES: Final = ("bentuk", "jenis")
_HEADING: Final = "judul kelompok, bukan inovasi"
#: Where so many rows have nothing but a name, that is how the table is.
_FEW: Final = 0.5


@dataclass(frozen=True, slots=True)
class OddRow:
    """What becomes of a row: it as it is to be read, None where it is none; what is told; whether it is lost.

    `lacks` are keys that a lost row does not have, whatever stands there.
    """

    row: RecapRow | None
    told: Sequence[Remark] = ()
    lost: bool = False
    lacks: frozenset[str] = frozenset()


def odd_row(table: RecapTable, row: RecapRow, defaults: Defaults, words: Mapping[str, Words]) -> OddRow:
    """A row as it is, or as it was answered where it has no name or nothing else."""
    number = next((n for n, column in table.columns.items() if column.path == NAME), 0)
    if number and NAME not in row.filled and _has_none(table, row, number, words):
        return _nameless(table, row, defaults, words)
    if number and not (table.is_form or row.filled) and _is_lone(table, row) and not _most_lone(table):
        return _lone(table, row, defaults, row.cells[number])
    doubted = doubted_row(table, row, defaults) if number else None
    return OddRow(doubted.row, [doubted.told], doubted.lost) if doubted else OddRow(row)


def _has_none(table: RecapTable, row: RecapRow, number: int, words: Mapping[str, Words]) -> bool:
    return number not in row.cells or (not table.is_form and _is_none(row.cells[number].text, words))


def _is_none(text: str, words: Mapping[str, Words]) -> bool:
    """Whether a text can be no name: nothing, or only the word or the sign of a choice, of a column read as another."""
    return is_no_name(text) or any(
        surely(text, key, words.get(key, {})) or by_initials(text, key, words.get(key, {})) for key in _CHOICES
    )


def _nameless(table: RecapTable, row: RecapRow, defaults: Defaults, words: Mapping[str, Words]) -> OddRow:
    number = next(n for n, column in table.columns.items() if column.path == NAME)
    title, about = table.titles[number], f'baris {row.number} lembar "{table.sheet}"'
    cells = [cell for cell in row.cells.values() if cell.row == row.number] or list(row.cells.values())
    value = plain("; ".join(f"{cell.address}: {cell.text or cell.error}" for cell in cells))
    place = f"baris {row.number}"
    reply = (defaults.reply(title, about) or "").strip()
    if folded(reply) == NONE:
        reason = "dibaca sebagai bukan inovasi, menurut jawaban"
        return OddRow(None, [Remark(table.sheet, place, "", value, reason, note=True)])
    if reply and not _is_none(reply, words):
        return OddRow(replace(row, cells={**row.cells, number: Cell(row.number, number, reply)}))
    known = [table.columns.get(n) for n, cell in row.cells.items() if cell in cells]
    goes_on = all(column and (column.path == SUMMARY or column.shape.kind == "prosa") for column in known)
    cure = "gabungkan teksnya, bila ini lanjutan baris di atasnya" if goes_on else f"{FILL_IN}, bila ini inovasi"
    reason = "baris tanpa nama inovasi"
    place_there = f'Baris {row.number} pada lembar "{table.sheet}"'
    text = f'{place_there} tidak memuat nama inovasi ({value}). Ketik namanya, atau pilih "{NONE}".'
    asked = Asked(title, about, (NONE,), text)
    told = Remark(table.sheet, place, "", value, reason, cure, row=row.number, asked=asked)
    return OddRow(None, [told], lost=True, lacks=frozenset(NAME))


def _lone(table: RecapTable, row: RecapRow, defaults: Defaults, name: Cell) -> OddRow:
    number = next(n for n, column in table.columns.items() if column.path == NAME)
    title, about = table.titles[number], f"{name.address}: {name.text.strip()}"
    reply = folded(defaults.reply(title, about) or "")
    told = Remark(table.sheet, name.address, plain(title), plain(name.text), "", row=row.number)
    if reply == INNOVATION:
        return OddRow(row)
    if reply:
        reason = "dibaca sebagai judul kelompok, menurut jawaban"
        return OddRow(None, [replace(told, reason=reason, row=0, note=True)])
    reason, cure = "baris ini hanya berisi satu teks", "lengkapi barisnya, bila ini inovasi"
    text = f'Baris {row.number} hanya berisi "{plain(name.text)}". Baris ini apa?'
    asked = Asked(title, about, (_HEADING, INNOVATION), text)
    return OddRow(None, [replace(told, reason=reason, cure=cure, asked=asked)], lost=True)


def _is_lone(table: RecapTable, row: RecapRow) -> bool:
    own = [n for n, cell in row.cells.items() if cell.row >= row.number]  # what stands above belongs to others too
    return bool(own) and all(n in table.columns and table.columns[n].path in (NAME, NUMBER) for n in own)


def _most_lone(table: RecapTable) -> bool:
    return sum(_is_lone(table, row) for row in table.rows) >= _FEW * len(table.rows)
