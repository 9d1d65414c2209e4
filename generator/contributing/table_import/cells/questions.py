"""What an import asks of the officer, one question a cause, on a sheet of its own; and the answers read back."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from generator.contributing.table_import.cells.remark import (
    BUDGET_YEAR,
    DAY_ORDER,
    HEAD_ROW,
    NAME_COLUMN,
    NEXT_TABLE,
    UNKNOWN,
    WHICH,
    Asked,
    Remark,
    is_budget_year,
)
from generator.contributing.table_import.files.own_sheets import COMPLETION, lines_below
from generator.contributing.table_import.files.sheet import Sheet
from generator.text.github import plain
from generator.text.spelling import folded

TITLES: Final = ("Nomor", "Pertanyaan", "Kolom", "Isi", "Jawaban", "Baris yang menunggu", "Pilihan")
#: What stands over the questions, for who has never seen such a sheet.
GUIDE: Final = (
    "Isi kolom Jawaban, lalu kirim lagi berkas ini. Pilih dari daftar, atau ketik yang benar; yang lebih dari satu "
    "dipisah titik koma. Pertanyaan boleh dilewati: isi yang ditanyakan lalu tidak disimpan, dan baris yang menunggu "
    "tidak menjadi isian."
)
#: The titles without which a sheet answers nothing.
_ANSWERED: Final = frozenset(["Kolom", "Isi", "Jawaban"])
#: What is said of one answer for several rows, and for cells that no row waits for.
_SAME_FOR_ALL: Final = (
    f" Satu jawaban berlaku bagi semua baris ini. Bila berbeda-beda, isi tiap baris pada lembar {COMPLETION}."
)
_SAME_FOR_CELLS: Final = " Satu jawaban berlaku bagi semua baris itu; bila berbeda, isi selnya pada tabel."
#: What begins the reason of a row that lacks what every entry has.
MISSING: Final = "kolom wajib"
_EMPTY: Final = "(kosong)"
_WHOLE: Final = "(seluruh kolom)"
_ABOUT: Final = {
    "": _EMPTY, "*": _WHOLE, WHICH: "(judul kolom)", BUDGET_YEAR: "(tahun anggaran)",
    NAME_COLUMN: "(kolom nama inovasi)", HEAD_ROW: "(baris judul kolom)", DAY_ORDER: "(urutan hari dan bulan)",
    NEXT_TABLE: "(tabel di sebelahnya)",
}  # fmt: skip
#: What is asked of a whole sheet.
_OF_SHEET: Final = {
    NAME_COLUMN: "bagian mana yang memuat nama inovasi? Pilih judulnya, atau ketik huruf kolomnya.",
    HEAD_ROW: "baris mana yang memuat judul kolom? Pilih barisnya, atau ketik nomornya.",
}
_OF_YEAR = re.compile(r"\(tahun anggaran lembar ([0-9]{4})\)")
#: What is told of two columns that are easily taken for each other.
_MEANINGS: Final = {"Anggaran: Jumlah": "uang yang dikeluarkan kantor", "Cara memakai: Biaya": "yang dibayar warga"}
#: Answers that are too many to be asked for.
_MOST: Final = 1_000
_MOST_ROWS: Final = 12
_LONGEST_EXAMPLES: Final = 160


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """One question: what is asked, about which text under which title, what may be answered, which rows wait."""

    text: str
    title: str
    about: str
    options: tuple[str, ...]
    rows: str


@dataclass(frozen=True, slots=True)
class GivenAnswer:
    """A question that was answered before: kept, so that the copy can be sent again."""

    text: str
    title: str
    about: str
    answer: str

    @property
    def key(self) -> tuple[str, str]:
        """Under what the answer is found."""
        return folded(self.title), self.about


def questions(remarks: Iterable[Remark], given: Iterable[GivenAnswer] = ()) -> list[OpenQuestion]:
    """One question for all remarks that one answer would settle, in the order of the file.

    What was asked before and answered by nothing that can be taken says so.
    """
    groups: dict[tuple[str, str], list[Remark]] = {}
    for one in remarks:
        if one.asked:
            groups.setdefault((folded(one.asked.title), one.asked.about), []).append(one)
    before = {one.key: one.answer for one in given}
    return [_question(group, before.get(key, "")) for key, group in list(groups.items())[:_MOST]]


def _question(group: Sequence[Remark], before: str) -> OpenQuestion:
    first = group[0]
    assert first.asked
    asked = first.asked
    options = asked.options
    if is_budget_year(asked.about):  # each row offers the years of its own dates
        years = dict.fromkeys(one for remark in group if remark.asked for one in remark.asked.options)
        options = (*years, UNKNOWN)
    refused = f'Jawaban "{plain(before, _LONGEST_EXAMPLES)}" belum dapat dipakai. ' if before else ""
    return OpenQuestion(refused + _text(group, asked), asked.title, asked.about, options, _waiting(group))


def _text(group: Sequence[Remark], asked: Asked) -> str:
    """What is asked, in words that say what the answer does."""
    first = group[0]
    asks = "Yang mana?" if asked.options else "Apa yang benar?"
    if asked.text:
        return asked.text
    if asked.about in _OF_SHEET:
        return f'Lembar "{asked.title}": {_OF_SHEET[asked.about]}'
    if asked.about == WHICH:
        shown = "; ".join(dict.fromkeys(f'"{one.value}"' for one in group if one.value))
        known = [f'"{option}": {meaning}' for option, meaning in _MEANINGS.items() if option in asked.options]
        rest = f" ({'; '.join(known)})" if len(known) > 1 else ""
        return f'Kolom "{asked.title}" ini apa?{rest} Isinya: {plain(shown, _LONGEST_EXAMPLES)}'
    if is_budget_year(asked.about):
        where = f' pada lembar "{first.sheet}"' if asked.about != BUDGET_YEAR else ""
        rest = "Satu jawaban berlaku bagi semua yang tidak menyebut tahunnya."
        return f'Kolom "{asked.title}"{where}: tahun anggarannya berapa? {rest}'
    rest = (_SAME_FOR_ALL if first.row else _SAME_FOR_CELLS) if len(group) > 1 else ""
    if asked.about == "":
        return f"Sel kosong: {first.reason}. {asks}{rest}"
    if asked.about == DAY_ORDER:
        return f'Kolom "{asked.title}": tanggal seperti "{first.value}" menyebut apa lebih dahulu?'
    if asked.about == "*":
        return f"Kolom ini: {first.reason}. {asks}"
    shown = f'"{plain(asked.about, _LONGEST_EXAMPLES)}"'
    if first.reason.startswith(MISSING):
        return f"{shown}: {first.reason}. {asks}{rest}"
    return f"{first.reason}. {asks}" if shown in first.reason else f"{shown}: {first.reason}. {asks}"


def _waiting(group: Sequence[Remark]) -> str:
    """Which rows an answer sets free, by their numbers."""
    rows = sorted({(one.sheet, one.row) for one in group if one.row})
    if not rows:
        return "tidak ada; yang dijawab ikut tersimpan"
    of_sheet: dict[str, list[str]] = {}
    for sheet, number in rows[:_MOST_ROWS]:
        of_sheet.setdefault(sheet, []).append(str(number))
    parts = [f'lembar "{sheet}" {", ".join(numbers)}' for sheet, numbers in of_sheet.items()]
    shown = "; ".join(parts) if len({sheet for sheet, _ in rows}) > 1 else ", ".join(*of_sheet.values())
    more = f", dan {len(rows) - _MOST_ROWS} lagi" if len(rows) > _MOST_ROWS else ""
    return f"{len(rows)} baris: {shown}{more}"


def _shown(about: str) -> str:
    """What a question is about, as it stands on the sheet."""
    if is_budget_year(about) and about != BUDGET_YEAR:
        return f"(tahun anggaran lembar {about.removeprefix(BUDGET_YEAR)})"
    return _ABOUT.get(about, about)


def cells_of(number: int, one: OpenQuestion) -> list[str]:
    """A question as a row under `TITLES`; its options follow, each in a cell of its own."""
    return [str(number), one.text, one.title, _shown(one.about), "", one.rows, *one.options]


def answers_on(sheets: Iterable[Sheet]) -> list[GivenAnswer]:
    """Every question that is answered on a sheet with the titles of questions, the last answer to each."""
    found: dict[tuple[str, str], GivenAnswer] = {}
    for sheet in sheets:
        for line in lines_below(sheet, _ANSWERED):
            cells = {name: cell.text.strip() for name, cell in line.items()}
            title, about, answer = (cells.get(name, "") for name in ("Kolom", "Isi", "Jawaban"))
            if title and answer:
                sign = next((sign for sign, shown in _ABOUT.items() if shown == about), about)
                if match := _OF_YEAR.fullmatch(about):
                    sign = BUDGET_YEAR + match[1]
                one = GivenAnswer(cells.get("Pertanyaan", ""), title, sign, answer)
                found[one.key] = one
    return list(found.values())


def cells_given(number: int, one: GivenAnswer) -> list[str]:
    """An answered question as a row under `TITLES`."""
    return [str(number), one.text, one.title, _shown(one.about), one.answer, "sudah dijawab"]
