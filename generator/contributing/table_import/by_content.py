"""What a column is by its cells alone, where its title is unknown or says little: read so, told, and still asked.

Nobody has to answer: the row is taken. Whoever does answer is believed.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from generator.contributing.table_import import title_signs as signs
from generator.contributing.table_import.column_options import ColumnOptions
from generator.contributing.table_import.columns import BUDGET, NAME, SUMMARY, Keys, RecapColumn
from generator.contributing.table_import.remark import Asked, Remark
from generator.contributing.table_import.sheet import Cell
from generator.text.github import plain
from generator.text.spelling import folded

#: The answer for a column that no entry has room for.
NOT_KEPT: Final = "tidak disimpan"
#: From so many words on a cell describes something, and so many of the cells must.
_SENTENCE: Final = 4
_MOST: Final = 0.8
#: What says in a title that its cells tell what an innovation is.
_DESCRIBES = re.compile(
    r"\b(?:isi|inti\w*|pokok|uraian|gambaran|garis besar|ringkas\w*|rangkuman|singkat\w*|narasi|konsep|penjelasan|"
    r"abstra\w*|substansi|d[ei]s[ck]rip\w*|sinopsis|profil|resume|cerita|tentang|cara|mekanisme|kegunaan)\b"
)
#: What says that they tell something else of it, or of others.
_OF_ELSE = re.compile(
    r"\b(?:kendala|hambatan|tindak|rekomendasi|saran|masukan|hukum|regulasi|peraturan|sk|alamat|verifik\w*|catatan|"
    r"bukti|dokumen|data|file|berkas|mitra|kolabor\w*|terlibat|pihak|penghargaan|prestasi|sasaran|penerima|target|"
    r"rencana|indikator|kebutuhan|masalah|permasalahan|isu|hasil|capaian|output|outcome|evaluasi|status|progre\w*|"
    r"perkembangan|kondisi|keadaan|tanggapan|testimoni|lokasi|tempat|desa|kecamatan|wilayah|jadwal|waktu|alasan)\b"
)
#: How a remark on the state of something begins, as no description does.
_STATE = re.compile(
    r"(?:sudah|belum|masih|sedang|telah|akan|menunggu|proses|dalam proses|tahap|rencana|direncanakan|usul\w*|"
    r"diusulkan|perlu|mohon|tidak|lihat|sesuai|juara|lomba|dilanjutkan|berlanjut)\b"
)
_STATES: Final = 0.3


@dataclass(slots=True)
class ByContent(ColumnOptions):
    """The columns of a table, those that their cells make known among them."""

    remarks: list[Remark] = field(default_factory=list)
    asked: dict[int, Asked] = field(default_factory=dict)
    elsewhere: frozenset[Keys] = frozenset()

    def by_content(self) -> None:
        """Take what columns that nobody knows can only be by their cells; what two of them may be stays asked."""
        if self._lacks(SUMMARY) and not self._lacks(NAME) and SUMMARY not in self.elsewhere:
            self._summary()

    def _summary(self) -> None:
        """Take the one column of sentences for the summary, of several the one whose title describes."""
        texts = [n for n in self.asked if self._describes_each(n)]
        plainly = [n for n in texts if _DESCRIBES.search(folded(self.found.titles[n]))]
        likeliest = plainly or texts
        if len(likeliest) == 1:
            self._take_by_cells(likeliest[0], self._column(SUMMARY))

    def _describes_each(self, number: int) -> bool:
        """Whether a column has sentences on every innovation, each row's own, that say what it is."""
        title, cells = folded(self.found.titles[number]), self.cells[number]
        describes = _DESCRIBES.search(title)
        if self._column(SUMMARY).title not in self.asked[number].options or (_OF_ELSE.search(title) and not describes):
            return False
        if not self._is_full(number) or len({folded(cell.text) for cell in cells}) < _MOST * len(cells):
            return False
        states = self._share(number, lambda cell: _STATE.match(folded(cell.text)) is not None)
        of_state = states > 0 if signs.REMARKS.fullmatch(title) else states >= _STATES
        return not of_state and self._share(number, _is_sentence) >= _MOST

    def _take_by_cells(self, number: int, column: RecapColumn) -> None:
        """Take a column for what its cells say, and ask whether it is, which keeps no row waiting."""
        asked = self.asked.pop(number)
        options = tuple(dict.fromkeys((column.title, *asked.options)))
        self._take(number, column, replace(asked, options=options))

    def _free(self, number: int, labels: Sequence[str]) -> list[str]:
        """Those of the columns with these labels that a column may be answered to be: no other one is it."""
        columns = ((label, self.against.columns.labelled(label)) for label in dict.fromkeys(labels))
        return [label for label, column in columns if column is None or not self._taken(number, column)]

    def _taken(self, number: int, column: RecapColumn) -> bool:
        """Whether another column is this one; sums of several years have a column each."""
        others = {one.path for n, one in self.known.items() if n != number and not one.rank} | self.elsewhere
        return column.path in others and column.path != BUDGET and not column.rank

    def _take(self, number: int, column: RecapColumn, asked: Asked | None = None) -> None:
        """Take a column for what its title and cells say, or, where it is `asked` as well, its cells alone."""
        self.known[number] = column
        first = self.cells[number][0]
        title, reason = plain(self.found.titles[number]), f'kolom ini dibaca sebagai "{column.title}"'
        cure = "betulkan judulnya bila bukan itu"
        if asked:
            reason, cure = f"{reason}, menurut isinya", "jawab pada lembar Pertanyaan bila bukan itu"
        self.remarks.append(
            Remark(self.sheet, first.address, title, plain(first.text), reason, cure, note=True, asked=asked)
        )


def _is_sentence(cell: Cell) -> bool:
    """Whether a cell has enough words for a description."""
    return len(cell.text.split()) >= _SENTENCE
