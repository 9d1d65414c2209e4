"""What a proposal makes known of closed years: corrections for maintainers to paste, a line for its sender."""

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Final

from generator.compliance.learned import Learned, correction_texts
from generator.compliance.wording import RECORD_STANDS
from generator.reviewing.review_style import Passage, Style

_MOST: Final = 10


def tasks(found: Sequence[Learned], today: dt.date, style: Style) -> Iterator[Passage]:
    """Blocks of lines, of slugs and our words: who would stand otherwise, and the items for `koreksi` of the record."""
    if found:
        yield [style.title("Tahun yang sudah ditutup (tugas pengelola)")]
        yield [
            "Hasilnya tetap dan usulan ini boleh diterima. Putuskan, lalu salin butirnya ke koreksi pada berkas hasil."
        ]
    for one in found[:_MOST]:
        before = one.recorded or "tidak ada dalam hasil"
        yield [
            f"- {one.year}, {one.agency}: menurut catatan sekarang {one.now or 'tidak terdaftar'}; tercatat {before}."
        ]
        for purpose, text in correction_texts(one, today):
            yield [purpose, "", "```yaml", *text.rstrip().split("\n"), "```"]
    if (more := len(found) - _MOST) > 0:
        yield [f"Ada {more} perbedaan lagi. `katalog check` menyebut semuanya."]


def told_sender(found: Sequence[Learned]) -> str:
    """What the sender is told: the proposal is welcome, the record stands; "" where no closed year is touched."""
    years = ", ".join(str(year) for year in sorted({one.year for one in found}))
    return RECORD_STANDS.format(tahun=years) if years else ""
