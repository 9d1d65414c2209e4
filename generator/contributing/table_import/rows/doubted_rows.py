"""Rows whose own words say that they do not count, or that their name is not yet known: held, and asked."""

import re
from dataclasses import dataclass, replace
from typing import Final

from generator.contributing.table_import.cells.reading import Defaults
from generator.contributing.table_import.cells.remark import WHICH, Asked, RecapRow, RecapTable, Remark
from generator.contributing.table_import.files.sheet import Cell
from generator.contributing.table_import.words.columns import NAME, NOTE, STAGE, SUMMARY, RecapColumn
from generator.contributing.table_import.words.title_signs import REMARKS
from generator.text.github import plain
from generator.text.spelling import folded

NONE: Final = "bukan inovasi"
INNOVATION: Final = "inovasi"
_LONGEST: Final = 100
_WITH = r"(?:dengan|dgn|dg|ke|no|nomor|baris)"
#: `ganda dgn no. 4, jangan dihitung`, `batal diusulkan`, `tidak jadi`.
_OUT = re.compile(
    r".*\b(?:jangan|tidak (?:usah|perlu|jadi|lagi|dapat)?|tdk|batal|dibatalkan) ?(?:dihitung|dimasukkan|diikutkan|"
    r"diikutsertakan|direkap|diinput|diusulkan|didaftarkan|dilaporkan)(?: (?:lagi|dulu|ulang|tahun ini))*|"
    rf"(?:ganda|dobel|double|duplikat|duplikasi|digabung|digabungkan|gabung)(?: {_WITH})+ .*|"
    r"sama(?: (?:dengan|dgn|dg))? (?:no|nomor|baris) [0-9]+.*|"
    r"(?:sudah )?(?:batal|dibatalkan|tidak jadi|tdk jadi|ganda|dobel|double|duplikat|gugur|hapus|dihapus|dicoret|"
    r"tidak dihitung|jangan dihitung)|"
    r"(?:sudah )?(?:batal|dibatalkan)(?: (?:oleh )?(?:opd|dinas|pengusul|kecamatan|puskesmas|ybs)| tidak jadi .{4,40})"
)
#: In a column of remarks a part of one says so too: `usulan ditarik OPD`, `sudah dilebur ke no. 3`, `batal (dana)`.
_CANCELLED = re.compile(
    r"(?:(?:usulan|inovasi|kegiatan|program)(?:nya)? )?(?:ini )?(?:(?:sudah|telah) )?(?:"
    r"(?:batal|dibatalkan)\b.*|(?:tidak|tdk) jadi(?! (?:masalah|kendala|beban|hambatan)\b)\b.*|bukan inovasi|"
    r"(?:ditarik|dicabut|coret|dicoret|hapus|dihapus)(?: (?:kembali|saja|oleh|opd|dinas|badan|kecamatan|bappe\w*|"
    r"pengusul|karena|krn|atas|permintaan|dari (?:daftar|rekap\w*|usulan|tabel|lomba))\b.*)?|"
    r"(?:dilebur|disatukan|digabung|digabungkan|gabung|masuk|jadi satu)(?: (?:ke|dengan|dgn|dalam|di))?"
    r" (?:no|nomor|baris) ?[0-9]+.*|"
    r"(?:opd|dinas|pengusul|puskesmas|kecamatan|desa)(?: \w+){0,4} (?:menarik|membatalkan|mencabut)(?: \w+)?|"
    r"(?:opd|dinas|pengusul)? ?mengundurkan diri)"
)
_CLAUSE = re.compile(r"[,;:()\n–—]|\s-\s|\.\s+(?=[^\W\d_])")
_RENAMED = re.compile(
    r"(?:.* )?(?:(?:di)?ganti nama|nama(?: inovasi)? (?:baru|pengganti)|(?:nama|judul)nya menyusul)\b.*"
)


@dataclass(frozen=True, slots=True)
class DoubtedRow:
    """What becomes of a row: it as it is to be read, None where it is none or is held; and what is told."""

    row: RecapRow | None
    told: Remark
    lost: bool = False


def doubted_row(table: RecapTable, row: RecapRow, defaults: Defaults) -> DoubtedRow | None:
    """A row that says so of itself, as it was answered or held and asked; None of any other."""
    if table.is_form:
        return None
    for number, cell in row.cells.items():
        text = folded(cell.text) if len(cell.text) <= _LONGEST and cell.row == row.number else ""
        remark = bool(text) and _is_remark(table, number, defaults)
        if remark or (text and _says_of_row(table.columns[number])):
            if _OUT.fullmatch(text) or (remark and _is_cancelled(cell.text)):
                return _uncounted(table, row, defaults, number)
            if _RENAMED.fullmatch(text):
                return _renamed(table, row, defaults, number)
    return None


def _is_remark(table: RecapTable, number: int, defaults: Defaults) -> bool:
    """Whether a column is one of remarks: unknown, by its title, or whatever it was answered to be."""
    column, title = table.columns.get(number), table.titles.get(number, "")
    titled = REMARKS.fullmatch(folded(title)) is not None or defaults.reply(title, WHICH) is not None
    return not column or column.path == NOTE or titled


def _is_cancelled(text: str) -> bool:
    """Whether a part of a remark says that the row came to nothing, or went into another."""
    return any(_CANCELLED.fullmatch(folded(part)) for part in _CLAUSE.split(text))


def _says_of_row(column: RecapColumn) -> bool:
    return column.path == SUMMARY or (column.shape.kind == "prosa" and column.path != STAGE)


def _uncounted(table: RecapTable, row: RecapRow, defaults: Defaults, number: int) -> DoubtedRow:
    cell, asked = row.cells[number], _asked(table, row, number, "Apakah baris ini tetap dicatat?", INNOVATION)
    reply = folded(defaults.reply(asked.title, asked.about) or "")
    if reply in (NONE, INNOVATION):
        kept = _without(row, number) if reply == INNOVATION else None
        return DoubtedRow(kept, _note(table, cell, f"dibaca sebagai {reply}, menurut jawaban"))
    return DoubtedRow(None, _held(table, row, number, "baris ini mungkin tidak dihitung", asked), lost=True)


def _renamed(table: RecapTable, row: RecapRow, defaults: Defaults, number: int) -> DoubtedRow | None:
    name = next((n for n, column in table.columns.items() if column.path == NAME), 0)
    if name not in row.cells:
        return None
    asked = _asked(table, row, number, "Apa nama yang benar?", row.cells[name].text.strip())
    reply = (defaults.reply(asked.title, asked.about) or "").strip()
    if folded(reply) == NONE:
        return DoubtedRow(None, _note(table, row.cells[number], f"dibaca sebagai {NONE}, menurut jawaban"))
    if reply:
        named = replace(
            _without(row, number), cells={**_without(row, number).cells, name: Cell(row.number, name, reply)}
        )
        return DoubtedRow(named, _note(table, row.cells[number], "namanya menurut jawaban"))
    return DoubtedRow(None, _held(table, row, number, "namanya tidak pasti", asked), lost=True)


def _asked(table: RecapTable, row: RecapRow, number: int, question: str, kept: str) -> Asked:
    cell, title = row.cells[number], next(table.titles[n] for n, one in table.columns.items() if one.path == NAME)
    text = f'Baris {row.number} pada lembar "{table.sheet}" memuat "{plain(cell.text)}". {question}'
    return Asked(title, f'baris {row.number} lembar "{table.sheet}"', (NONE, kept), text)


def _without(row: RecapRow, number: int) -> RecapRow:
    return replace(row, cells={n: cell for n, cell in row.cells.items() if n != number})


def _note(table: RecapTable, cell: Cell, reason: str) -> Remark:
    return Remark(table.sheet, cell.address, "", plain(cell.text), reason, note=True)


def _held(table: RecapTable, row: RecapRow, number: int, reason: str, asked: Asked) -> Remark:
    cell, cure = row.cells[number], "hapus barisnya, atau jawab pada lembar Pertanyaan"
    title = plain(table.titles.get(number, ""))
    return Remark(table.sheet, cell.address, title, plain(cell.text), reason, cure, row=row.number, asked=asked)
