"""What a column is by its cells alone, where its title is unknown or says little: read so, told, and still asked.

Nobody has to answer: the row is taken. Whoever does answer is believed.
"""

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from generator.contributing.table_import.cells.places import DISTRICTS
from generator.contributing.table_import.cells.remark import NOT_KEPT, WHICH, Asked, Remark
from generator.contributing.table_import.files.sheet import Cell
from generator.contributing.table_import.recognition.column_options import ColumnOptions
from generator.contributing.table_import.recognition.second_look import all_funds
from generator.contributing.table_import.recognition.stated_stage import OF_STAGE
from generator.contributing.table_import.words import title_signs as signs
from generator.contributing.table_import.words.columns import (
    AGENCY,
    BUDGET,
    EVENTS_KEY,
    FUND,
    NAME,
    STAGE,
    SUMMARY,
    UNIT,
    YEAR_ALONE,
    Keys,
    RecapColumn,
)
from generator.contributing.table_import.words.title_words import AROUND_EVENTS, EVENTS
from generator.contributing.units import unit_kind
from generator.text.github import plain
from generator.text.spelling import folded

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
    r"(?:sudah|belum|masih|sedang|telah|akan|menunggu|proses|dalam proses|tahap|direncanakan|diusulkan|perlu|mohon|"
    r"tidak (?:ada|aktif|lanjut|berjalan)|lihat|sesuai|juara|dilanjutkan|berlanjut)\b"
)
_STATES: Final = 0.3
#: So many of the innovations must a column say something of.
_ROWS: Final = 0.75
#: So many affairs among the cells make a column theirs.
_HALF: Final = 0.5
#: What says in a title that its cells are others than those whose innovations these are, or of another day.
_OF_OTHERS = re.compile(
    r"\b(?:mitra|kolabor\w*|terlibat|terkait|pihak|sasaran|penerima|pembina|pendamping|narasumber|berakhir|monev|"
    r"evaluasi|rapat|verifi\w*|valid\w*|lomba|tujuan|usul|usulan|asal)\b"
)
#: When somebody was born, or an idea.
_BORN = re.compile(r"\blahir\b")
_RECENT = re.compile(r"(?<![0-9])20[12][0-9](?![0-9])")
_OF_THEMES = re.compile(r"\b(?:tema|tematik|misi|prioritas|program|rencana|target)\b")
#: Further words for an event in a title of dates.
_LIVE: Final[Mapping[str, tuple[str, ...]]] = {
    "inisiatif": ("lahir", "dilahirkan", "digagas", "dicetuskan"),
    "uji-coba": ("coba", "trial", "pilot", "piloting", "dirintis", "rintisan"),
    "penerapan": (
        "terap", "go live", "golive", "live", "rilis", "release", "berlaku", "jalan", "operasi", "operasional",
        "efektif", "terapkan",
    ),
}  # fmt: skip
#: What says in a title that something began, and what only that it was carried on.
_BEGUN = re.compile(r"\b(?:mulai|dimulai|mulainya|sejak|tmt|awal|start)\b")
_USED = re.compile(r"\b(?:jalan|berjalan|dijalankan|pelaksanaan|dilaksanakan|kegiatan|beroperasi|operasi)\b")
#: Units that are those of an agency and of nothing else.
_SURE_UNITS: Final = frozenset(["puskesmas", "upt", "sekolah"])
URUSAN: Final[Keys] = ("urusan",)


@dataclass(slots=True)
class ByContent(ColumnOptions):
    """The columns of a table, those that their cells make known among them."""

    remarks: list[Remark] = field(default_factory=list)
    asked: dict[int, Asked] = field(default_factory=dict)
    elsewhere: frozenset[Keys] = frozenset()

    def by_content(self, marked: Collection[int]) -> None:
        """Take what columns that nobody knows can only be by their cells; what two of them may be stays asked.

        Those `marked` are read otherwise, and what was answered of a title holds.
        """
        reply, titles = self.against.defaults.reply, self.found.titles
        open_ = [
            n
            for n, title in titles.items()
            if n not in {*self.known, *self.found.columns, *marked}
            and self.cells.get(n)
            and reply(title, WHICH) is None
        ]
        if self._lacks(NAME):
            return
        if self._lacks(SUMMARY) and SUMMARY not in self.elsewhere:
            self._summary()
        dated = {n: self._share(n, self._is_date) for n in open_ if self._is_open(n, full=False)}
        self._dated([n for n, share in dated.items() if share >= (_HALF if self._is_event(n) else _MOST)])
        for path, (is_one, least) in self._kinds().items():
            fit = [n for n in open_ if self._is_open(n, path) and self._share(n, is_one) >= least]
            if len(fit) == 1 and self._lacks(path) and path not in self.elsewhere:
                self._take_by_cells(fit[0], self._column(path))

    def _is_open(self, number: int, path: Keys = (), *, full: bool = True) -> bool:
        """Whether the title of a column leaves open that it is one of a path, and where `full`, most rows have it."""
        title = self.found.titles[number]
        others = _OF_OTHERS.search(folded(title)) and path not in (URUSAN, FUND)
        others = others or (_BORN.search(folded(title)) and self._share(number, _is_recent) < 1)
        if number in self.known or others or _OF_THEMES.search(folded(title)) or signs.NOT_ASKED.search(folded(title)):
            return False
        # What follows the title of a column may make something else of it: `Kecamatan asal`.
        goes_on = path == DISTRICTS and any(one.path == path for one in self.against.columns.hints(title))
        return bool(folded(title)) and not goes_on and (not full or self._nearly_full(number))

    def _kinds(self) -> Mapping[Keys, tuple[Callable[[Cell], bool], float]]:
        """What the cells of a column may be that say themselves what they are, how that shows, and in how many."""
        return {
            AGENCY: (self._is_agency, _MOST),
            URUSAN: (self._fits(self._column(URUSAN)), _HALF),
            STAGE: (self._is_stage, 1),
            DISTRICTS: (self._fits(self._column(DISTRICTS)), 1),
            **({} if self._lacks(BUDGET) else {FUND: (lambda cell: all_funds([cell]), 1)}),
            UNIT: (lambda cell: unit_kind(cell.text) in _SURE_UNITS, 1),
        }

    def _dated(self, numbers: Sequence[int]) -> None:
        """Take dates of the event that a title names; the only ones of a table, of a beginning, are of its stages."""
        others = any(column.path[0] in (YEAR_ALONE[0], EVENTS_KEY) for column in self.known.values())
        alone = len(numbers) == 1 and not others
        for number in (n for n in numbers if not signs.UNTIL.search(self.found.titles[n])):  # those may be of an end
            words = folded(self.found.titles[number])
            event, begun = self._event_named(words), bool(_BEGUN.search(words))
            if alone and begun and not self._lacks(STAGE) and (not event or _USED.search(words)):
                self._take_by_cells(number, replace(self._dates(), path=YEAR_ALONE, title=OF_STAGE))
            elif event:
                self._take_by_cells(number, self._column((EVENTS_KEY, event)))

    def _is_event(self, number: int) -> bool:
        """Whether a title says nothing but an event: `Coba`."""
        words = folded(self.found.titles[number]).split()
        return len([word for word in words if word not in AROUND_EVENTS]) == 1 and bool(
            self._event_named(" ".join(words))
        )

    def _event_named(self, words: str) -> str:
        """The one event that a title names among other words, where no column has its dates; "" if there is none."""
        terms = self.against.region.registry.taxonomy["peristiwa"]
        said = {slug: (folded(term.label), *EVENTS.get(slug, ()), *_LIVE.get(slug, ())) for slug, term in terms.items()}
        named = [slug for slug, names in said.items() if any(f" {one} " in f" {words} " for one in names)]
        return named[0] if len(named) == 1 and self._lacks((EVENTS_KEY, named[0])) else ""

    def _nearly_full(self, number: int) -> bool:
        """Whether a column says something of most innovations."""
        names = max(len(self.cells.get(n, ())) for n, column in self.known.items() if column.path == NAME)
        return len(self.cells[number]) >= _ROWS * names

    def _summary(self) -> None:
        """Take the one column of sentences for the summary, of several the one whose title describes."""
        texts = [n for n in self.asked if self.asked[n].about == WHICH and self._describes_each(n)]
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
        if not self._nearly_full(number) or len({folded(cell.text) for cell in cells}) < _MOST * len(cells):
            return False
        states = self._share(number, lambda cell: _STATE.match(folded(cell.text)) is not None)
        of_state = states > 0 if signs.REMARKS.fullmatch(title) else states >= _STATES
        return not of_state and self._share(number, _is_sentence) >= _MOST

    def _take_by_cells(self, number: int, column: RecapColumn) -> None:
        """Take a column for what its cells say, and ask whether it is, which keeps no row waiting."""
        asked = self.asked.pop(number, None)
        options = dict.fromkeys((column.title, *(asked.options if asked else ()), NOT_KEPT))
        self._take(number, column, Asked(self.found.titles[number], WHICH, tuple(options)))

    def _free(self, number: int, labels: Sequence[str]) -> list[str]:
        """Those of the columns with these labels that a column may be answered to be: no other one is it."""
        columns = ((label, self.against.columns.labelled(label)) for label in dict.fromkeys(labels))
        return [label for label, one in columns if not one or self._may_be(number, one)]

    def _may_be(self, number: int, column: RecapColumn) -> bool:
        """Whether no other is this column, and any cell the date or stage that it has; of others each cell is asked."""
        if self._taken(number, column):
            return False
        if column.path == STAGE:
            return self._share(number, self._is_stage) > 0
        return column.shape.kind != "tanggal" or bool(column.owner) or self._share(number, self._near(column)) > 0

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


def _is_recent(cell: Cell) -> bool:
    """Whether a day is too late to be the birth of whoever made something."""
    return _RECENT.search(cell.text) is not None


def _is_sentence(cell: Cell) -> bool:
    """Whether a cell has enough words for a description."""
    return len(cell.text.split()) >= _SENTENCE
