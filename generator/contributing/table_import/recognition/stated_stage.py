"""The stage that a row states, and dates that are its: `Tahun mulai`, `Mulai tahap tersebut`, `Pelaksanaan`."""

from typing import Final

from generator.catalogue.catalogue import ENDINGS, REPORTED
from generator.contributing.table_import.cells.reading import Reading, Titled
from generator.contributing.table_import.cells.remark import Asked
from generator.contributing.table_import.cells.stopped import stopped
from generator.contributing.table_import.words import title_signs as signs
from generator.contributing.table_import.words.columns import EVENTS_KEY, STAGE, YEAR_ALONE, RecapColumn
from generator.contributing.table_import.words.synonyms import meant
from generator.dates import PartialDate
from generator.text.spelling import folded

#: The answer for a column of dates that are those of the stage beside them.
OF_STAGE: Final = "Tanggal mulai tahapan pada baris itu"
#: What says in an answer that dates are those of the stage beside them.
_SAYS_STAGE: Final = frozenset(["tahap", "tahapan", "status"])
#: What says in a title that a year is that of a beginning.
_BEGUN: Final = frozenset(["mulai", "dimulai", "sejak", "tmt"])
#: Stages that a date of beginning may be that of: what is over began as something else.
_BEGINS: Final = ("inisiatif", "uji-coba", "penerapan")
_BEFORE_USE: Final = frozenset(["inisiatif", "uji-coba"])
#: What says in a title only that something was carried out, and what says that it was put to use.
_CARRIED_OUT: Final = frozenset(
    ["pelaksanaan", "dilaksanakan", "kegiatan", "dijalankan", "dipakai", "digunakan", "berjalan"]
)
_APPLIED: Final = frozenset(["penerapan", "diterapkan", "implementasi", "diimplementasikan"])
_DATED_KEYS: Final = (EVENTS_KEY, YEAR_ALONE[0])
_IF_NOT: Final = "betulkan tahapannya bila bukan itu"
_OF_ROW: Final = "Tahapan pada baris itu"


def of_stage(answer: str) -> bool:
    """Whether an answer says of a column of dates that they are those of the stage of each row."""
    return bool(_SAYS_STAGE & set(folded(answer).split()))


def carried_out(found: Reading, at: Titled) -> str:
    """The event of the stage of a row, where its one column of dates only says that it was carried out."""
    dated = [n for n, column in found.table.columns.items() if column.path[0] in _DATED_KEYS and len(column.path) < 3]
    words = set(folded(at[1]).split())
    if len(dated) != 1 or not words & _CARRIED_OUT or words & _APPLIED or at[0] is not found.row.cells.get(dated[0]):
        return ""
    kind = _stated_event(found)
    if kind in _BEFORE_USE:
        label = found.region.words["peristiwa"][kind].lower()
        found.tell(f'dibaca sebagai {label}, menurut tahapan "{found.stage_words}"', _IF_NOT, at, note=True)
    return kind if kind in _BEFORE_USE else ""


def year_alone(
    found: Reading, column: RecapColumn, at: Titled, year: str, words: str
) -> tuple[PartialDate, str, Titled, str]:
    """A column that says only `Tahun`: of which event is asked; until then a report is all that is sure."""
    terms = found.region.registry.taxonomy["peristiwa"]
    answer = found.defaults.reply(at[1], "*") or ""
    begun = _is_begun(column, at[1])
    kind = _stated_event(found) if begun or of_stage(answer) else ""
    if kind:
        reason = f'tahun mulai ini dibaca sebagai {terms[kind].label.casefold()}, menurut tahapan "{found.stage_words}"'
        found.tell(reason, "betulkan tahapannya bila bukan itu", at, note=True)
    said = answer.casefold()
    kind = kind or next((slug for slug, term in terms.items() if said in (slug, term.label.casefold())), "")
    if kind:
        found.replaced.add((REPORTED, PartialDate.parse(year).text))
        return PartialDate.parse(year), kind, at, words
    if begun and found.stage and not _is_over(found):
        _ask_for_stage(found)
    else:
        _ask_for_event(found, at)
    words = f'Menurut kolom "{at[1]}" pada tabel rekap; peristiwanya tidak disebut.'
    return PartialDate.parse(year), REPORTED, at, words


def _is_begun(column: RecapColumn, title: str) -> bool:
    """Whether a column says when the stage of its row began."""
    words = folded(title)
    own = _BEGUN & set(words.split()) or signs.OF_STAGE.fullmatch(words) or signs.SPAN.fullmatch(words)
    return bool(own) or column.title == OF_STAGE


def _is_over(found: Reading) -> bool:
    """Whether the stage of a row says that it is over: when that was is asked elsewhere."""
    stated = meant(found.stage_words, STAGE[0], found.region.words[STAGE[0]])
    return stopped(found.stage_words) is not None or bool(stated and stated.slug in ENDINGS)


def _ask_for_event(found: Reading, at: Titled) -> None:
    stages = [_OF_ROW] if any(one.path == STAGE for one in found.table.columns.values()) else []
    options = (*stages, *(term.label for term in found.region.registry.taxonomy["peristiwa"].values()))
    found.tell(
        f"kolom ini tidak menyebut tahun apa; dicatat sebagai {REPORTED}",
        "jawab pada lembar Pertanyaan, atau tulis judulnya lengkap: Tahun penerapan",
        at,
        note=True,
        whole_column=True,
        asked=Asked(at[1], "*", options),
    )


def _ask_for_stage(found: Reading) -> None:
    """The stage of a row that is not understood, though the date beside it is that of its stage."""
    assert found.stage
    cell, title = found.stage
    words = found.region.words[STAGE[0]]
    reason = f"tahapan ini tidak dikenal; tanggal di sampingnya dicatat sebagai {REPORTED}"
    options = tuple(words[slug] for slug in _BEGINS if slug in words)
    asked = Asked(title, cell.text.strip(), options)
    found.tell(reason, f"pilih salah satu: {'; '.join(options)}", found.stage, asked=asked)


def _stated_event(found: Reading) -> str:
    """The event that began the stage of a row, "" where it states none for sure."""
    words, terms = found.region.words[STAGE[0]], found.region.registry.taxonomy["peristiwa"]
    if not found.stage:
        return ""
    stated = meant(found.stage_words, STAGE[0], words)
    return stated.slug if stated and stated.sure and stated.slug in terms and stated.slug in _BEGINS else ""
