"""The dated columns of a row -> the events of an entry, in the order of time."""

from collections.abc import Iterator
from typing import Any, Final

from generator.catalogue.catalogue import REPORTED, STOPPED
from generator.contributing.table_import.cells.reading import Found, Reading, Titled
from generator.contributing.table_import.recognition.stated_stage import carried_out, year_alone
from generator.contributing.table_import.rows.undated import reported, stand_in_year, undated
from generator.contributing.table_import.words.columns import EVENTS_KEY, REASON, STATE, YEAR_ALONE, Keys
from generator.dates import PartialDate

#: Columns that say more of one kind of event.
_OF_ONE_KIND: Final = {REASON: STOPPED, STATE: REPORTED}


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
    if (stood := stand_in_year(found)) and answered and (ended or all(answered)):
        found.replaced.add((REPORTED, stood))  # what stood for them until they were answered
    events = [_with_state(found, taken, event) for event in events] or undated(found)
    for column, at, values, _ in taken:
        if column.path in _OF_ONE_KIND:
            _beside_its_event(found, events, column.path, at, values[0])
    if events:
        found.data[EVENTS_KEY] = events


def _with_state(found: Reading, taken: list[Found], event: dict[str, Any]) -> dict[str, Any]:
    """A report with the state in which it found the innovation, where the row only has dates of reports."""
    dated = {column.path for column, *_ in taken if column.path[0] in (EVENTS_KEY, *YEAR_ALONE)}
    only = dated == {(EVENTS_KEY, REPORTED)} and event.keys() == {"peristiwa", "tanggal"}
    return reported(found, event["tanggal"]) if only else event


def _dated(found: Reading, taken: list[Found]) -> Iterator[tuple[PartialDate, str, Titled, str]]:
    """The date, kind, cell and further words of each dated column."""
    for column, at, values, words in taken:
        if column.path == YEAR_ALONE:
            yield year_alone(found, column, at, values[0], words)
        elif column.path[0] == EVENTS_KEY and column.path not in _OF_ONE_KIND:
            yield PartialDate.parse(values[0]), carried_out(found, at) or column.path[1], at, words


def _beside_its_event(found: Reading, events: list[dict[str, Any]], path: Keys, at: Titled, value: str) -> None:
    """A reason or a state goes to the first event of its kind."""
    kind, key = _OF_ONE_KIND[path], path[1]
    number = next((number for number, event in enumerate(events) if event["peristiwa"] == kind), None)
    if number is None:
        found.tell(f"{key} tanpa tanggal {kind}", "isi tanggalnya", at)
        return
    events[number][key] = value
    found.sources[EVENTS_KEY, number, key] = at
