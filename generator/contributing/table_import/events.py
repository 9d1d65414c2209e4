"""The dated columns of a row -> the events of an entry, in the order of time."""

from collections.abc import Iterator
from typing import Any, Final

from generator.catalogue.catalogue import REPORTED, STOPPED
from generator.contributing.table_import.columns import EVENTS_KEY, REASON, STATE, YEAR_ALONE, Keys
from generator.contributing.table_import.reading import Found, Reading, Titled
from generator.contributing.table_import.remark import Asked
from generator.contributing.table_import.synonyms import meant
from generator.contributing.table_import.undated import DATED_KEYS, undated
from generator.dates import PartialDate
from generator.text.spelling import folded

#: Columns that say more of one kind of event.
_OF_ONE_KIND: Final = {REASON: STOPPED, STATE: REPORTED}
#: What says in a title that a year is that of a beginning.
_BEGUN: Final = frozenset(["mulai", "dimulai", "sejak", "tmt"])
#: Stages that a date of beginning may be that of: what is over began as something else.
_BEGINS: Final = frozenset(["inisiatif", "uji-coba", "penerapan"])
_BEFORE_USE: Final = frozenset(["inisiatif", "uji-coba"])
#: What says in a title only that something was carried out, and what says that it was put to use.
_CARRIED_OUT: Final = frozenset(["pelaksanaan", "dilaksanakan", "kegiatan", "dijalankan"])
_APPLIED: Final = frozenset(["penerapan", "diterapkan", "implementasi", "diimplementasikan"])
_IF_NOT: Final = "betulkan tahapannya bila bukan itu"


def put_events(found: Reading, taken: list[Found]) -> None:
    """Only dates make events. What a date cannot hold becomes the event's note.

    In the form they stand behind those of the sheet of the history, unless that has them already.
    """
    events: list[dict[str, Any]] = found.data.pop(EVENTS_KEY, [])
    told = {(event["peristiwa"], event["tanggal"]) for event in events}
    for date, kind, at, words in sorted(_dated(found, taken), key=lambda one: (one[0].first, one[0].last)):
        if (kind, date.text) in told:
            continue
        found.sources[EVENTS_KEY, len(events)] = at
        events.append({"peristiwa": kind, "tanggal": date.text, **({"keterangan": words} if words else {})})
    places = [found.sources.get((EVENTS_KEY, number)) for number in range(len(events))]
    answered = [at is not None and found.answered(at) for at in places]
    ended = any(said and one["peristiwa"] == STOPPED for said, one in zip(answered, events, strict=True))
    if found.table.year and answered and (ended or all(answered)):
        found.replaced.add((REPORTED, str(found.table.year)))  # what stood for them until they were answered
    events = events or undated(found)
    for column, at, values, _ in taken:
        if column.path in _OF_ONE_KIND:
            _beside_its_event(found, events, column.path, at, values[0])
    if events:
        found.data[EVENTS_KEY] = events


def _dated(found: Reading, taken: list[Found]) -> Iterator[tuple[PartialDate, str, Titled, str]]:
    """The date, kind, cell and further words of each dated column."""
    for column, at, values, words in taken:
        if column.path == YEAR_ALONE:
            yield _year_alone(found, at, values[0], words)
        elif column.path[0] == EVENTS_KEY and column.path not in _OF_ONE_KIND:
            yield PartialDate.parse(values[0]), _carried_out(found, at) or column.path[1], at, words


def _carried_out(found: Reading, at: Titled) -> str:
    """The event of the stage of a row, where its one column of dates only says that it was carried out."""
    dated = [n for n, column in found.table.columns.items() if column.path[0] in DATED_KEYS and len(column.path) < 3]
    words = set(folded(at[1]).split())
    if len(dated) != 1 or not words & _CARRIED_OUT or words & _APPLIED or at[0] is not found.row.cells.get(dated[0]):
        return ""
    kind = _stated_event(found)
    if kind in _BEFORE_USE:
        label = found.region.words["peristiwa"][kind].lower()
        found.tell(f'dibaca sebagai {label}, menurut tahapan "{found.stage_words}"', _IF_NOT, at, note=True)
    return kind if kind in _BEFORE_USE else ""


def _year_alone(found: Reading, at: Titled, year: str, words: str) -> tuple[PartialDate, str, Titled, str]:
    """A column that says only `Tahun`: of which event is asked; until then a report is all that is sure."""
    terms = found.region.registry.taxonomy["peristiwa"]
    answer = (found.defaults.reply(at[1], "*") or "").casefold()
    kind = _of_stage(found, at[1])
    if kind:
        reason = f'tahun mulai ini dibaca sebagai {terms[kind].label.casefold()}, menurut tahapan "{found.stage_words}"'
        found.tell(reason, "betulkan tahapannya bila bukan itu", at, note=True)
    kind = kind or next((slug for slug, term in terms.items() if answer in (slug, term.label.casefold())), "")
    if kind:
        found.replaced.add((REPORTED, PartialDate.parse(year).text))
    if not kind:
        options = tuple(term.label for term in terms.values())
        found.tell(
            f"kolom ini tidak menyebut tahun apa; dicatat sebagai {REPORTED}",
            "jawab pada lembar Pertanyaan, atau tulis judulnya lengkap: Tahun penerapan",
            at,
            note=True,
            whole_column=True,
            asked=Asked(at[1], "*", options),
        )
        words = f'Menurut kolom "{at[1]}" pada tabel rekap; peristiwanya tidak disebut.'
    return PartialDate.parse(year), kind or REPORTED, at, words


def _of_stage(found: Reading, title: str) -> str:
    """The event that began the one stage of a row, where its column says when it began (`Tahun mulai`)."""
    return _stated_event(found) if _BEGUN & set(folded(title).split()) else ""


def _stated_event(found: Reading) -> str:
    """The event that began the stage of a row, "" where it states none for sure."""
    words, terms = found.region.words["tahapan"], found.region.registry.taxonomy["peristiwa"]
    if not found.stage:
        return ""
    stated = meant(found.stage_words, "tahapan", words)
    return stated.slug if stated and stated.sure and stated.slug in terms and stated.slug in _BEGINS else ""


def _beside_its_event(found: Reading, events: list[dict[str, Any]], path: Keys, at: Titled, value: str) -> None:
    """A reason or a state goes to the first event of its kind."""
    kind, key = _OF_ONE_KIND[path], path[1]
    number = next((number for number, event in enumerate(events) if event["peristiwa"] == kind), None)
    if number is None:
        found.tell(f"{key} tanpa tanggal {kind}", "isi tanggalnya", at)
        return
    events[number][key] = value
    found.sources[EVENTS_KEY, number, key] = at
