"""What was taken from a recap and what was not, as text for a terminal and as rows of a table."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any, Final

from generator.contributing.table_import.cells.remark import Remark
from generator.contributing.table_import.entries import Draft
from generator.contributing.table_import.files.own_sheets import REPORT_SHEET
from generator.contributing.table_import.settling import ImportOutcome
from generator.table import Column, Row, Table
from generator.text.github import code, plain

_LONGEST: Final = 600
REPORT: Final = Table(
    "laporan-impor",
    REPORT_SHEET,
    (
        Column("lembar", "Nama lembar."),
        Column("tempat", "Sel atau baris."),
        Column("kolom", "Judul kolom."),
        Column("isi", "Isi sel; data pribadi disamarkan."),
        Column("hasil", "tidak diambil, perlu dilihat, atau tidak berubah."),
        Column("sebab", "Mengapa."),
        Column("perbaikan", "Apa yang perlu dilakukan."),
    ),
)


def rows(remarks: Sequence[Remark]) -> list[Row]:
    """The remarks as rows of `REPORT`, one a cell."""
    return [
        {
            "lembar": plain(one.sheet),
            "tempat": one.address,
            "kolom": one.title,
            "isi": one.value,
            "hasil": "tidak berubah" if one.unchanged else "perlu dilihat" if one.note else "tidak diambil",
            "sebab": one.reason,
            "perbaikan": one.cure,
        }
        for one in remarks
    ]


def text(outcome: ImportOutcome, *, written: bool) -> str:
    """The report for a terminal, with counts; the cells of an unknown column, and what is as it was, in one line."""
    told = [one for one in outcome.remarks if not one.unchanged]
    lost, notes = ([one for one in told if one.note is note] for note in (False, True))
    done = "ditulis" if written else "akan ditulis"
    causes = list(_causes(outcome))
    held = len({(one.sheet, one.row) for one in outcome.remarks if one.row})
    lines: list[str] = []
    for title, items in (
        (f"{len(causes)} sebab menahan {held} baris:", causes),
        (f"{done.capitalize()}:", [_draft(draft) for draft in outcome.accepted if not draft.changes]),
        ("Diperbarui:" if written else "Akan diperbarui:", list(_updates(outcome))),
        ("Tidak diambil:", list(_lines(lost))),
        ("Perlu dilihat:", list(_lines(notes))),
        ("Baris yang tidak menjadi isian:", list(_rows(outcome.lost))),
    ):
        if items:
            lines += [title, *(f"  {item}" for item in items), ""]
    if same := len(outcome.remarks) - len(told):
        lines += [f"{same} inovasi sudah tercatat dan tidak berubah; rinciannya ditulis dengan --report.", ""]
    lines.append(
        f"{len(outcome.accepted)} isian {done}, {len(outcome.lost)} baris tidak menjadi isian, "
        f"{len(lost)} hal tidak diambil, {len(notes)} perlu dilihat."
    )
    return "\n".join([*lines, ""])


def markdown(outcome: ImportOutcome, *, written: bool) -> str:
    """The report for a pull request: the causes, then what was not taken as a table."""
    causes = [f"- {code(line, _LONGEST)}" for line in _causes(outcome)]
    heads = [column.name for column in REPORT.columns]
    cells = ([code(str(row[head])) if row[head] else "" for head in heads] for row in rows(outcome.remarks))
    table = [f"| {' | '.join(line)} |" for line in (heads, ["---"] * len(heads), *cells)] if outcome.remarks else []
    done = "Ditulis" if written else "Akan ditulis"
    files = [f"- {code(draft.path)}" for draft in outcome.accepted]
    parts = (
        ("Sebab yang menahan baris", causes),
        (done, files),
        ("Yang tidak diambil atau perlu dilihat", table),
    )
    shown = [line for title, items in parts if items for line in (f"### {title}", "", *items, "")]
    return "\n".join(shown) or "Tidak ada yang perlu dilaporkan.\n"


def _causes(outcome: ImportOutcome) -> Iterator[str]:
    """Why rows make no entry, the cause of most rows first, each with its cure."""
    groups: dict[tuple[str, str], list[Remark]] = {}
    for one in outcome.remarks:
        if one.row:
            groups.setdefault((one.title, one.reason), []).append(one)
    counted = [(len({(one.sheet, one.row) for one in group}), group[0]) for group in groups.values()]
    for count, one in sorted(counted, key=lambda pair: -pair[0]):
        title = f"{one.title}: " if one.title else ""
        yield f"{count} baris: {title}{one.reason}{f' - {one.cure}' if one.cure else ''}"


def _updates(outcome: ImportOutcome) -> Iterator[str]:
    for draft in outcome.accepted:
        for change in draft.changes:
            yield f"{draft.path}: {plain(str(change), _LONGEST)}"


def _rows(lost: Sequence[tuple[str, int]]) -> Iterator[str]:
    for sheet, rows in groupby(lost, key=lambda one: one[0]):
        yield f'lembar "{plain(sheet)}": {", ".join(_runs(sorted({number for _, number in rows}), ""))}'


def _draft(draft: Draft) -> str:
    return f'{draft.path} (lembar "{plain(draft.reading.table.sheet)}", baris {draft.reading.row.number})'


def _lines(remarks: Sequence[Remark]) -> Iterator[str]:
    def column(one: Remark) -> tuple[Any, ...]:
        return one.whole_column, one.sheet, one.title, one.reason, one.address.rstrip("0123456789")

    single = [one for one in remarks if not one.whole_column]
    columns = sorted((one for one in remarks if one.whole_column), key=column)
    for one in single:
        yield _line(one, one.address, f' "{one.value}"' if one.value else "")
    for _, group in groupby(columns, key=column):
        cells = list(group)
        shown = f' "{cells[0].value}"' + (f" dan {len(cells) - 1} sel lain" if len(cells) > 1 else "")
        yield _line(cells[0], _ranges([one.address for one in cells]), shown)


def _line(one: Remark, place: str, value: str) -> str:
    where = ", ".join(filter(None, [f'lembar "{plain(one.sheet)}"', place]))
    title = f" ({one.title})" if one.title else ""
    return f"{where}{title}{value}: {one.reason}{f' - {one.cure}' if one.cure else ''}"


def _ranges(addresses: Sequence[str]) -> str:
    """`H3, H4, H5, H9` -> `H3:H5, H9`: addresses of one column."""
    letters = addresses[0].rstrip("0123456789")
    return ", ".join(_runs(sorted(int(address.removeprefix(letters)) for address in addresses), letters))


def _runs(numbers: Sequence[int], letters: str) -> Iterator[str]:
    """Ascending numbers, those that follow each other as one range."""
    for _, run in groupby(enumerate(numbers), key=lambda one: one[1] - one[0]):
        ends = [number for _, number in run]
        last = f":{letters}{ends[-1]}" if len(ends) > 1 else ""
        yield f"{letters}{ends[0]}{last}"
