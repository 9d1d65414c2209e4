"""Drafts and what `check` says of them -> which may be written. One bad cell costs that cell, not its row."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from typing import Any, Final

from generator.catalogue.catalogue import REPORTED
from generator.checks.events import ORDER
from generator.contributing.entry_text import entry_text
from generator.contributing.table_import.cells.remark import Asked, Remark
from generator.contributing.table_import.cells.values import cleaned
from generator.contributing.table_import.entries import Draft, Recap
from generator.contributing.table_import.files.own_sheets import COMPLETION
from generator.contributing.table_import.files.sheet import Cell
from generator.contributing.table_import.rows.completed import CANNOT_LACK, HeldRow, lacking
from generator.contributing.table_import.rows.undated import reported_over, stand_in
from generator.contributing.table_import.update import spliced
from generator.contributing.table_import.words.columns import EVENTS_KEY, NAME
from generator.dates import PartialDate
from generator.problems import Problem, Problems
from generator.reading.document import Document
from generator.reading.document import read as read_yaml
from generator.reading.spots import DataPath
from generator.schema.shape import shapes
from generator.text.github import plain

#: `check` says it too, but of a file that nobody has; here the row's empty cells are told.
_MISSING: Final = "I001"
_ORDER: Final = "A002"
_NO_REASON: Final = "A003"
_LONGEST_CHANGE: Final = 400
_REQUIRED: Final = frozenset(shape.key for shape in shapes() if shape.required)


#: A problem, the path of the draft that it is about, and the cell that made it.
PlacedProblem = tuple[Problem, DataPath, tuple[Cell, str] | None]


@dataclass(frozen=True, slots=True)
class ImportOutcome:
    """Which drafts may be written, what was not taken, and which rows (sheet, number) make no entry.

    `held` are those of them that lack something.
    """

    accepted: Sequence[Draft]
    remarks: Sequence[Remark]
    lost: Sequence[tuple[str, int]]
    held: Sequence[HeldRow] = ()


def trim(found: Recap, problems: Problems) -> bool:
    """Take out of the drafts what `check` refuses and an entry can live without, and tell it; whether anything was."""
    by_file = _by_file(problems)
    changed = False
    for place, draft in enumerate(found.drafts):
        told = list(_with_others(draft, _places(draft, by_file.get(draft.path, []))))
        paths = {path[:2] for _, path, _ in told}
        ended = not draft.changes and any(error.code == _NO_REASON for error, _, _ in told)
        over = reported_over(draft.reading) if ended else None  # what is over must not come in as running
        if told and (over or not ended) and all(_can_go(draft, path, paths) for path in paths):
            found.remarks += [_until_known(_asked(draft, error, at), error, over) for error, _, at in told]
            found.drafts[place] = _without_changes(draft, paths) if draft.changes else _without(draft, paths, over)
            changed = True
    return changed


def _with_others(draft: Draft, told: Iterable[PlacedProblem]) -> Iterator[PlacedProblem]:
    """The problems, those of a wrong order of dates with each of the dates that may be the wrong one."""
    events = draft.reading.data.get(EVENTS_KEY, ())
    for error, path, at in told:
        yield error, path, at
        if error.code == _ORDER and path[:1] == (EVENTS_KEY,) and not draft.changes:
            late = events[int(path[1])]
            for number, event in enumerate(events):
                before = event["peristiwa"] in ORDER[: ORDER.index(late["peristiwa"])]
                if before and PartialDate.parse(late["tanggal"]).surely_before(PartialDate.parse(event["tanggal"])):
                    other = (EVENTS_KEY, number)
                    yield error, other, draft.reading.sources.get(other)


def _can_go(draft: Draft, path: DataPath, paths: AbstractSet[DataPath]) -> bool:
    """Whether an entry can do without a value: what is not required, or events that others or a report stand for."""
    if not path or path[0] not in _REQUIRED or draft.changes:
        return bool(path)
    gone = sum(1 for one in paths if one[0] == EVENTS_KEY and len(one) > 1)
    others = len(draft.reading.data.get(EVENTS_KEY, ())) > gone > 0
    return path[0] == EVENTS_KEY and (others or stand_in(draft.reading) is not None)


def _until_known(told: Remark, error: Problem, over: Mapping[str, str] | None) -> Remark:
    """What is told of an end without its reason: also what stands in for it."""
    stands = f"; sementara dicatat {REPORTED} {over['tanggal']}: sudah berhenti" if over else ""
    return replace(told, reason=told.reason + stands) if error.code == _NO_REASON else told


def _without(draft: Draft, paths: set[DataPath], over: Mapping[str, str] | None) -> Draft:
    for path in sorted(paths, key=_place_in_list, reverse=True):
        _drop(draft.reading.data, path)
        sources = ((_moved(one, path), at) for one, at in draft.reading.sources.items())
        draft.reading.sources = {moved: at for moved, at in sources if moved}
    if over:
        draft.reading.data[EVENTS_KEY] = [*draft.reading.data.get(EVENTS_KEY, ()), over]
    if not draft.reading.data.get(EVENTS_KEY) and (reported := stand_in(draft.reading)):
        draft.reading.data[EVENTS_KEY] = [reported]
    return replace(draft, text=entry_text(draft.reading.data))


def _place_in_list(path: DataPath) -> tuple[str, int]:
    return str(path[0]), path[1] if len(path) > 1 and isinstance(path[1], int) else -1


def _moved(one: DataPath, gone: DataPath) -> DataPath:
    """Where a value stands once the item `gone` is taken out of its list; () if it was that item's."""
    key, number = _place_in_list(one)
    other, item = _place_in_list(gone)
    if key != other or min(number, item) < 0:
        return one
    return () if number == item else (one[0], number - (number > item), *one[2:])


def _without_changes(draft: Draft, paths: set[DataPath]) -> Draft:
    """The draft of an entry that is known, without the changes that are refused."""
    refused = {str(path[0]) for path in paths}
    kept = tuple(change for change in draft.changes if change.key not in refused)
    data = {**draft.data, **{key: draft.before.get(key) for key in refused}}
    text = spliced(draft.known, data, [change.key for change in kept])
    return replace(draft, text=text, changes=kept, data=data)


def _drop(data: dict[str, Any], path: DataPath) -> None:
    """Take out an item of a list, or else the whole key."""
    key, item = str(path[0]), path[1] if len(path) > 1 else None
    value = data.get(key)
    if isinstance(value, list) and isinstance(item, int) and item < len(value) and len(value) > 1:
        del value[item]
    else:
        data.pop(key, None)


def settle(found: Recap, problems: Problems, *, update: bool = False) -> ImportOutcome:
    """What may be written, with all remarks: those of the table and, cell by cell, those of `check`.

    What is known is only changed by `update`; without it each difference is told, and only what was answered for
    nothing that was there is added.
    """
    accepted, remarks, lost, held = [], list(found.remarks), list(found.lost), list(found.held)
    by_file = _by_file(problems)
    for draft in found.drafts:
        errors = by_file.get(draft.path, [])
        if draft.changes and not update:
            remarks += [replace(one, row=0) for one in _told(draft, errors)] if errors else _differences(draft)
            others: set[DataPath] = {(change.key,) for change in draft.changes if not change.first}
            filled = _without_changes(draft, others) if others else draft
            accepted += [filled] if filled.changes and not errors else []
            continue
        if errors or draft.reading.refused:
            lost.append((draft.reading.table.sheet, draft.reading.row.number))
            refused = {str(path[0]) for _, path, _ in _places(draft, errors) if path} & CANNOT_LACK
            held += [HeldRow(draft.reading, lacks)] if (lacks := lacking(draft.reading) | refused) else []
        elif draft.changes or not draft.before:
            accepted.append(draft)
        remarks += _told(draft, errors)
    return ImportOutcome(accepted, remarks, sorted(lost), held)


def _differences(draft: Draft) -> Iterator[Remark]:
    """What a row says otherwise than the entry that is known."""
    for change in (change for change in draft.changes if not change.first):
        at = _source_of(change.key, draft)
        address, title, value = (at[0].address, plain(at[1]), plain(at[0].text)) if at else ("", "", "")
        reason = f"berbeda dari yang tercatat di {draft.path}. {plain(str(change), _LONGEST_CHANGE)}"
        sheet = (at[0].sheet if at else "") or draft.reading.table.sheet
        yield Remark(sheet, address, title, value, reason, "tulis dengan --update bila benar")


def _source_of(key: str, draft: Draft) -> tuple[Cell, str] | None:
    """The cell that says something else of a key: of a list that of an item that the entry does not have."""
    sources, mine, before = draft.reading.sources, draft.reading.data.get(key), draft.before.get(key)
    paths = [path for path in sources if path[0] == key]
    if isinstance(mine, list) and isinstance(before, list):
        new = [number for number, item in enumerate(mine) if item not in before]
        paths = [path for path in paths if len(path) > 1 and path[1] in new] or paths
    return sources[paths[0]] if paths else sources.get(NAME)


def _by_file(problems: Problems) -> Mapping[str, list[Problem]]:
    by_file: dict[str, list[Problem]] = {}
    for problem in problems.errors:
        by_file.setdefault(problem.place.file, []).append(problem)
    return by_file


def _told(draft: Draft, errors: Sequence[Problem]) -> Iterator[Remark]:
    for error, _, at in _places(draft, errors):
        if not (error.code == _MISSING and draft.reading.refused):
            yield replace(_asked(draft, error, at), row=draft.reading.row.number)


def _asked(draft: Draft, error: Problem, at: tuple[Cell, str] | None) -> Remark:
    """What is told of a value that is left out: whatever is right may be answered, though nobody can offer it."""
    told = _remark(draft, error, at)
    text = f'"{told.value}": {error.message}. Apa alasannya? Cukup tulis alasannya.' if error.code == _NO_REASON else ""
    there = at and not at[0].error and at[0].sheet != COMPLETION
    asked = Asked(at[1], at[0].text.strip(), (), text) if at and there else None
    return replace(told, asked=asked)


def _remark(draft: Draft, error: Problem, at: tuple[Cell, str] | None) -> Remark:
    address, title, value = (at[0].address, plain(at[1]), plain(at[0].text)) if at else ("", "", "")
    row = draft.reading.table.place(draft.reading.row.number)
    sheet = (at[0].sheet if at else "") or draft.reading.table.sheet
    return Remark(sheet, address or row, title, value, error.message, error.cure)


def _places(draft: Draft, errors: Sequence[Problem]) -> Iterator[PlacedProblem]:
    """Each problem with the path of the draft that it is about and the cell that made it."""
    document, _ = read_yaml(draft.text.encode(), draft.path) if errors else (None, [])
    spots = document.spots if document else {}
    lowest = sorted(spots, key=lambda one: spots[one].key, reverse=True)
    for error in errors:
        path = _path(document, lowest, error)
        yield error, path, _source(draft, document, path)


def _path(document: Document | None, lowest: Sequence[DataPath], error: Problem) -> DataPath:
    """The path that stands on a problem's line; `lowest` are those of the document from its end up."""
    if document is None or not error.place.line:
        return ()
    at = bisect_left(lowest, -error.place.line, key=lambda one: -document.spots[one].key[0])
    return lowest[at] if at < len(lowest) else ()


def _source(draft: Draft, document: Document | None, path: DataPath) -> tuple[Cell, str] | None:
    if document is None:  # a hidden sign, at which the reader stops
        return next((at for at in draft.reading.sources.values() if not _readable(at[0].text)), None)
    whole = (path[:end] for end in range(len(path), 0, -1))
    inner = (one for one in draft.reading.sources if path and one[:1] == path[:1])
    return next((draft.reading.sources[one] for one in (*whole, *inner) if one in draft.reading.sources), None)


def _readable(text: str) -> bool:
    document, _ = read_yaml(entry_text({NAME[0]: cleaned(text)}).encode(), "")
    return document is not None
