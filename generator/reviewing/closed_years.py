"""What a proposal makes known of closed years: commands for maintainers to paste, a line for its sender."""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final

from generator import layout
from generator.catalogue.catalogue import Catalogue
from generator.compliance.learned import Learned, correction_commands, differing, learned
from generator.compliance.wording import RECORD_STANDS
from generator.reviewing.review_style import Passage, Style
from generator.reviewing.sides import Side
from generator.schema.result import ResultFile

_MOST: Final = 10
#: The code of what `tasks` says at greater length.
TOLD: Final = "R041"
_NO_DIFFERENCE: Final = "bukan kode perbedaan yang ada"


def learned_of(
    side: Side, found: Callable[[Catalogue, ResultFile], Sequence[Learned]] = learned
) -> tuple[Learned, ...]:
    """What a state knows of closed years beyond their records; nothing where faulty registers allow no counting."""
    if (catalogue := side.catalogue) is None or side.checked.problems.errors.within([layout.REGISTRY]):
        return ()
    return tuple(one for result in catalogue.registry.results.values() for one in found(catalogue, result))


def codes(base: Side, head: Side, path: str) -> Mapping[str, Mapping[str, str]]:
    """What the codes in the corrections of a record stand for, by their key: an agency and its verdicts, the rules."""
    meant = {one.code: _told(one) for side in (base, head) for one in learned_of(side, differing)}
    rows = [row for side in (base, head) for row in _corrections(side, path)]
    known = {row["hitungan_diketahui"]: _NO_DIFFERENCE for row in rows if "hitungan_diketahui" in row}
    return {
        "hitungan_diketahui": {**known, **meant},
        "versi_aturan": {row["versi_aturan"]: "aturan" for row in rows if "versi_aturan" in row},
    }


def _corrections(side: Side, path: str) -> Iterator[Mapping[str, str]]:
    """The corrections as typed, of each the keys that hold a text."""
    rows = side.data(path).get("koreksi")
    for row in rows if isinstance(rows, list) else ():
        yield {key: value for key, value in row.items() if isinstance(value, str)} if isinstance(row, dict) else {}


def _told(one: Learned) -> str:
    return f"{one.agency}: tercatat {one.recorded or 'tidak ada'}, kini {one.now or 'tidak terdaftar'}"


def tasks(found: Sequence[Learned], today: dt.date, style: Style) -> Iterator[Passage]:
    """Blocks of lines, of slugs and our words: who would stand otherwise, and the commands that settle it."""
    if found:
        yield [style.title("Tahun yang sudah ditutup (tugas pengelola)")]
        yield [
            "Hasilnya tetap dan usulan ini boleh diterima. Sesudah digabungkan, putuskan, lalu jalankan perintahnya."
        ]
    for one in found[:_MOST]:
        before = one.recorded or "tidak ada dalam hasil"
        yield [
            f"- {one.year}, {one.agency}: menurut catatan sekarang {one.now or 'tidak terdaftar'}; tercatat {before}."
        ]
        for purpose, command in correction_commands(one, today):
            yield [purpose, "", "```sh", command, "```"]
    if (more := len(found) - _MOST) > 0:
        yield [f"Ada {more} perbedaan lagi. `katalog check` menyebut semuanya."]


def told_sender(found: Sequence[Learned]) -> str:
    """What the sender is told: the proposal is welcome, the record stands; "" where no closed year is touched."""
    years = ", ".join(str(year) for year in sorted({one.year for one in found}))
    return RECORD_STANDS.format(tahun=years) if years else ""
