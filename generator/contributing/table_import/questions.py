"""What an import asks of the officer, one question a cause, on a sheet of its own; and the answers read back."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from generator.contributing.table_import.remark import Remark
from generator.contributing.table_import.sheet import Sheet
from generator.text.spelling import folded

QUESTIONS: Final = "Pertanyaan"
TITLES: Final = ("Nomor", "Pertanyaan", "Kolom", "Isi", "Jawaban", "Baris yang menunggu", "Pilihan")
_EMPTY: Final = "(kosong)"
_WHOLE: Final = "(seluruh kolom)"
_ABOUT: Final = {"": _EMPTY, "*": _WHOLE}
#: Answers that are too many to be asked for.
_MOST: Final = 1_000


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """One question: what is asked, about which text under which title, what may be answered, how many rows wait."""

    text: str
    title: str
    about: str
    options: tuple[str, ...]
    rows: int


def questions(remarks: Iterable[Remark]) -> list[OpenQuestion]:
    """One question for all remarks that one answer would settle, in the order of the file."""
    groups: dict[tuple[str, str], list[Remark]] = {}
    for one in remarks:
        if one.asked:
            groups.setdefault((folded(one.asked.title), one.asked.about), []).append(one)
    return [_question(group) for group in list(groups.values())[:_MOST]]


def _question(group: Sequence[Remark]) -> OpenQuestion:
    first = group[0]
    assert first.asked
    rows = len({(one.sheet, one.row) for one in group if one.row})
    what = {"": "Sel kosong", "*": "Kolom ini"}.get(first.asked.about, f'"{first.asked.about}"')
    asks = "Yang mana?" if first.asked.options else "Apa yang benar?"
    return OpenQuestion(
        f"{what}: {first.reason}. {asks}", first.asked.title, first.asked.about, first.asked.options, rows
    )


def cells_of(number: int, one: OpenQuestion) -> list[str]:
    """A question as a row under `TITLES`; its options follow, each in a cell of its own."""
    about = _ABOUT.get(one.about, one.about)
    return [str(number), one.text, one.title, about, "", str(one.rows), *one.options]


def replies_on(sheets: Iterable[Sheet]) -> Mapping[tuple[str, str], str]:
    """(folded title, text) -> answer, of every sheet that has the titles of questions and answers."""
    found: dict[tuple[str, str], str] = {}
    for sheet in sheets:
        rows: dict[int, dict[int, str]] = {}
        for (row, column), cell in sorted(sheet.cells.items()):
            rows.setdefault(row, {})[column] = cell.text.strip()
        titled = next((row for row in rows.values() if {"Kolom", "Isi", "Jawaban"} <= set(row.values())), {})
        places = {title: column for column, title in titled.items()}
        for cells in rows.values() if places else ():
            title, about, answer = (cells.get(places[name], "") for name in ("Kolom", "Isi", "Jawaban"))
            if title and answer and cells is not titled:
                key = next((sign for sign, shown in _ABOUT.items() if shown == about), about)
                found[folded(title), key] = answer
    return found
