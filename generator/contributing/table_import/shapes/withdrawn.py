"""Sheets that say of themselves that they are not to be used: copies of old, what was moved or taken in before."""

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise
from typing import Final

from generator.contributing.table_import.cells.remark import Remark
from generator.contributing.table_import.files.sheet import Cell, Sheet
from generator.contributing.table_import.shapes.header import Header, headers
from generator.contributing.table_import.words.column_titles import Columns
from generator.contributing.table_import.words.columns import NAME
from generator.text.github import plain
from generator.text.spelling import folded

_THIS: Final = r"(?:(?:lembar|sheet|tab|tabel|daftar|data|rekap|versi|isian) ini |(?:salinan|arsip)(?: ini| lama)? )?"
_USED: Final = (
    r"(?:di)?(?:pakai|gunakan|pergunakan|muat|unggah|input|entri|entry|impor|import|proses|baca|hitung|rekap|"
    r"masukkan|ambil)"
)
_MORE: Final = r"(?: (?:lagi|ulang|dulu|kembali))?"
#: `jangan dipakai`, `sudah tidak dipakai lagi`, `lembar ini tidak berlaku`.
_NOT_USED = re.compile(
    rf"{_THIS}(?:(?:mohon|harap|sudah|telah|tolong|agar) )?"
    rf"(?:(?:jangan|tidak|tdk|bukan untuk|tidak usah|tidak perlu|tak) {_USED}|(?:tidak|tdk|tak) berlaku){_MORE}"
)
#: `sudah dipindahkan ke lembar Daftar`.
_MOVED = re.compile(
    rf"{_THIS}(?:sudah|telah) (?:di)?(?:pindah|pindahkan|salin|gabung|gabungkan|masukkan|masuk|ganti|gantikan)"
    r" (?:ke|di|dengan|oleh|pada) (lembar|sheet|tab|daftar|tabel)(?: (.{1,60}))?"
)
_LISTS: Final = ("daftar", "tabel")
#: What stands before such words and is not the sheet: `Formulir 2020: jangan dipakai lagi`, `Kolom G - tidak diisi`.
_OF_ELSE = re.compile(
    r"(?:(?:catatan|keterangan|nb|perhatian|penting) )?(?:kolom|baris|sel|cell|formulir|form|format|templat|template|"
    r"blangko|rumus|tautan|link|aplikasi|laman|situs|istilah|singkatan|kode|warna|nomor|akun|grup|nama)\b"
)
_PIECES = re.compile(r"[-–—:;,.()!\n*]+")
_LONGEST: Final = 200
#: So many cells over the titles are looked at.
_MOST: Final = 12


def without_withdrawn(sheets: Sequence[Sheet], columns: Columns) -> tuple[list[Sheet], list[Remark]]:
    """The sheets without those that are not to be used, where others have tables; and what is told of each."""
    names = {folded(sheet.name) for sheet in sheets}
    said = {sheet.name: cell for sheet in sheets if not sheet.hidden and (cell := _says(sheet, names))}
    heads = {sheet.name: next(iter(headers(sheet, columns)), None) for sheet in sheets} if said else {}
    if not said or not any(heads[one.name] for one in sheets if one.name not in said and not one.hidden):
        return list(sheets), []
    told = [_told(one, said[one.name], heads[one.name]) for one in sheets if one.name in said]
    return [one for one in sheets if one.name not in said], told


def _says(sheet: Sheet, names: Collection[str]) -> Cell | None:
    """The cell over all titles, or the name of the sheet, that says that it is not to be used."""
    first = [cell for _, cell in sorted(sheet.cells.items())[:_MOST] if _is_alone(sheet, cell)]
    return next((cell for cell in (Cell(1, 1, sheet.name), *first) if _withdraws(cell.text, names)), None)


def _is_alone(sheet: Sheet, cell: Cell) -> bool:
    return len(cell.text) <= _LONGEST and not any(
        row == cell.row and other.text != cell.text for (row, _), other in sheet.cells.items()
    )


def _withdraws(text: str, names: Collection[str]) -> bool:
    pieces = [folded(piece) for piece in _PIECES.split(text[:_LONGEST])]
    return any(
        (_NOT_USED.fullmatch(piece) and not _OF_ELSE.match(before)) or _is_moved(piece, names)
        for before, piece in pairwise(["", *pieces])
    )


def _is_moved(piece: str, names: Collection[str]) -> bool:
    """Whether all was put on another sheet: a list that no sheet is called by may be any, `daftar nasional`."""
    moved = _MOVED.fullmatch(piece)
    to = folded(moved[2] or "") if moved else ""
    return moved is not None and (
        moved[1] not in _LISTS
        or not to
        or any(to in (name, f"{moved[1]} {name}") or f"{moved[1]} {to}" == name for name in names)
    )


def _told(sheet: Sheet, cell: Cell, head: Header | None) -> Remark:
    names = [one.text for one in _names(sheet, head)]
    said = "namanya" if cell.text == sheet.name else cell.address
    rows = f" ({len(names)} baris: {plain('; '.join(names))})" if names else ""
    reason = f"lembar ini tidak dibaca, karena {said} menyatakan tidak dipakai{rows}"
    address = "" if cell.text == sheet.name else cell.address
    return Remark(sheet.name, address, "", plain(cell.text), reason, "hapus tulisan itu bila masih dipakai", note=True)


def _names(sheet: Sheet, head: Header | None) -> Iterator[Cell]:
    names = [n for n, column in head.columns.items() if column.path == NAME] if head else []
    for (row, column), cell in sorted(sheet.cells.items()):
        if head and row >= head.first_row and column in names[:1]:
            yield cell
