"""The cells of a row -> the values under each known column; what gives none is told, and asked where it is not sure."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from generator.catalogue.catalogue import REPORTED, STOPPED
from generator.contributing.answers.outcome import Taken, Unusable
from generator.contributing.answers.written_dates import may_be_two, says_none
from generator.contributing.table_import.cells.as_written import answered_value
from generator.contributing.table_import.cells.district_places import places_in
from generator.contributing.table_import.cells.leftovers import is_no_answer
from generator.contributing.table_import.cells.places import DISTRICTS, PLACE, everywhere, is_everywhere
from generator.contributing.table_import.cells.reading import Found, Reading, Titled
from generator.contributing.table_import.cells.remark import DAY_FIRST, DAY_ORDER, MONTH_FIRST, is_number
from generator.contributing.table_import.cells.stopped import stopped
from generator.contributing.table_import.cells.told_events import told_events
from generator.contributing.table_import.cells.values import ORDER, is_nothing, says_no_money, value_of
from generator.contributing.table_import.files.own_sheets import COMPLETION
from generator.contributing.table_import.files.sheet import Cell
from generator.contributing.table_import.rows.doubtful_events import doubtful_event
from generator.contributing.table_import.rows.lists import fund_alone
from generator.contributing.table_import.words.columns import (
    AGENCY,
    BUDGET,
    EVENTS_KEY,
    NOTE,
    NUMBER,
    REASON,
    STAGE,
    SUMMARY,
    YEAR_ALONE,
    RecapColumn,
    required_columns,
)
from generator.contributing.table_import.words.form_parts import is_computed
from generator.contributing.table_import.words.synonyms import surely
from generator.contributing.table_import.words.title_signs import LASTING
from generator.schema.fields import one_line
from generator.text.spelling import folded

_REQUIRED: Final = {column.path[0] for column in required_columns()}
#: Kinds of value that are figures.
_COUNTED: Final = ("tanggal", "hari", "bilangan")
#: What counts: figures, and years told from today.
_COUNTS = re.compile(r"[0-9]|\blalu\b|\bkemarin\b", re.IGNORECASE)
_NULL: Final = frozenset(["null", "(null)"])
#: A date, and in brackets another event with its own.
_ASIDE = re.compile(r"([^()]{4,40})\(([^()]{6,60})\)")
#: A date, and on lines of their own other events with theirs.
_BELOW = re.compile(r"\s*([^\n,;]{4,40})[\n,;]\s*([^()]{6,150})")
_LONGEST_SPAN: Final = 60
_CURE: Final = "betulkan isiannya bila bukan itu yang dimaksud"


def row_values(found: Reading) -> Iterator[Found]:
    """The values of every known cell; a cell that gives none is told."""
    yield from _filled(found)
    for number, column in _unfilled(found):
        title = found.table.titles[number]
        cell = found.row.cells.get(number) or _answered(found, column, title)
        if (
            cell is None
            or _is_empty(cell, found)
            or is_computed(column)
            or (column.path == NUMBER and is_number(cell.text))
        ):
            continue
        at = cell, title
        if column.path == NUMBER:
            found.tell("kolom nomor urut tidak disimpan", "pindahkan ke kolom templat yang sesuai, bila perlu", at)
            continue
        cell, said, doubt = _said(found, cell, column, number)
        ordered = found.defaults.reply(title, DAY_ORDER) is not None
        found.replaced |= _unanswered(found, at[0], column) if ordered or said != at[0].text else set()
        if apart := _apart(found, column, at, said):
            yield from apart
        elif column.path == BUDGET and says_no_money(said, zero=not found.table.is_form):
            found.tell("dibaca sebagai tanpa anggaran", "isi bila ada", at, note=True)
        elif _is_dated(column) and (none := _no_date(said)):
            found.tell(f"dibaca sebagai {none}", "isi bila tanggalnya ada", at, note=True)
        else:
            value = doubt or _of_order(found, number, answered_value(found, cell, column, number))
            if isinstance(value, Taken):
                yield column, at, _told(found, column, at, value), value.words
                yield from _events_of_stage(found, column, said, at)
            elif events := list(_events_in(found, column, said, at)):
                yield from events
            else:
                _untaken(found, column, at, value)
                yield from _as_it_stood(found, column, at, said)


def _filled(found: Reading) -> Iterator[Found]:
    """What an officer filled in for the row; it is known to be values."""
    for column in required_columns():
        cell = found.row.filled.get(column.path)
        value = value_of(cell, column, found.region) if cell else None
        if cell and isinstance(value, Taken):
            at = cell, column.title
            yield column, at, _told(found, column, at, value), value.words


def _unfilled(found: Reading) -> Iterator[tuple[int, RecapColumn]]:
    """The columns of which nothing was filled in for the row; what stands under others is told."""
    for number, column in found.table.columns.items():
        if column.path not in found.row.filled or _is_beside(column):
            yield number, column
        elif (cell := found.row.cells.get(number)) and not _is_empty(cell, found):
            reason = f"diganti isi sel {found.row.filled[column.path].address} pada lembar {COMPLETION}"
            found.tell(reason, "", (cell, found.table.titles[number]), note=True)


def _is_beside(column: RecapColumn) -> bool:
    """Whether a column adds to the list of another: an entry can live without further affairs."""
    return bool(column.rank and column.shape.most)


def _as_it_stood(found: Reading, column: RecapColumn, at: Titled, said: str) -> Iterator[Found]:
    """The dates of a cell without an answer that cannot be read: no answer takes away what stands there."""
    if _is_dated(column) and said != at[0].text:
        value = value_of(at[0], column, found.region, month_first=found.table.month_first)
        if isinstance(value, Taken):
            yield column, at, value.values, value.words
        else:
            yield from _events_in(found, column, at[0].text, at)


def _apart(found: Reading, column: RecapColumn, at: Titled, said: str) -> list[Found]:
    """What a cell says of more than its column: an end's reason, a fund but no sum, the region, a place's district."""
    if said != at[0].text and (ended := _with_reason(found, column, at, said)):
        return ended
    if column.path == BUDGET:
        return fund_alone(found, column, at, said)
    if column.path not in (DISTRICTS, PLACE):
        return []
    whole: list[Found] = [(everywhere(), at, ("true",), "")] if is_everywhere(said, found.region) else []
    return whole or places_in(found, column, said, at)


def _with_reason(found: Reading, column: RecapColumn, at: Titled, said: str) -> list[Found]:
    """What a cell says of an end that lacks its reason, with the reason that was answered, alone or behind the date."""
    end = stopped(said) or stopped(f"{STOPPED} {said}")
    if not (end and end.reason and (_is_event(column) or column.path == STAGE)) or _is_no_reason(found, said):
        return []
    read = value_of(at[0], column, found.region, month_first=found.table.month_first)
    stood = [(column, at, read.values, read.words)] if isinstance(read, Taken) else []
    more = _events_of_stage if stood else _events_in
    stood += more(found, column, at[0].text, at)
    if not any(one[0].path == (EVENTS_KEY, STOPPED) for one in stood):
        return []
    shape = next(one[0] for one in stood if one[0].path == (EVENTS_KEY, STOPPED))
    if end.date:
        stood = [*(one for one in stood if one[0] != shape), (shape, at, (end.date,), "")]
    return [*stood, (replace(shape, path=REASON), at, (end.reason,), "")]


def _is_no_reason(found: Reading, said: str) -> bool:
    """Whether an answer to an end says something else: a date, another event, a stage, or that nobody knows."""
    others = told_events(said, found.region) or surely(said, STAGE[0], found.region.words[STAGE[0]])
    return bool(others) or says_none(said) or is_no_answer(said)


def _of_order(found: Reading, number: int, value: Taken | Unusable) -> Taken | Unusable:
    """A value; a date whose day may be its month is asked for the order of all its column, where several are."""
    if isinstance(value, Unusable) and value.reason == ORDER and number in found.table.unordered:
        return replace(value, options=(DAY_FIRST, MONTH_FIRST), about=DAY_ORDER)
    return value


def _no_date(said: str) -> str:
    """What a text under dates says that is none, "" for any other: that there is none yet, or how long it took."""
    lasting = LASTING.fullmatch(folded(said)) if len(said) <= _LONGEST_SPAN else None
    return "belum ada tanggal" if says_none(said) else "lama waktunya, bukan tanggal" if lasting else ""


def _is_empty(cell: Cell, found: Reading) -> bool:
    """Whether a cell holds nothing; what programs write for that is a text in our own form."""
    return is_nothing(cell) or (not found.table.is_form and cell.text.strip().casefold() in _NULL)


def _said(found: Reading, cell: Cell, column: RecapColumn, number: int) -> tuple[Cell, str, Unusable | None]:
    """A cell, as it was answered where it was doubtful, what it says, and what of it is to be asked."""
    reply, title = found.defaults.reply, found.table.titles[number]
    told = reply(title, cell.text)
    doubt = doubtful_event(found, cell, number) if told is None and _is_dated(column) else None
    answer = reply(title, doubt.about) if doubt else None
    if answer:
        return replace(cell, text=answer, date="", vague=False), answer, None
    return cell, told or cell.text, doubt


def _answered(found: Reading, column: RecapColumn, title: str) -> Cell | None:
    """What was answered for empty cells of a column, in the row's own place."""
    reply = found.defaults.reply(title, "") if column.path[0] in _REQUIRED and column.path != AGENCY else None
    return Cell(found.row.number, 1, reply) if reply else None


def _told(found: Reading, column: RecapColumn, at: Titled, value: Taken) -> tuple[str, ...]:
    """The values of a cell, once what of it was read otherwise or not at all is told."""
    for one in value.left:
        found.tell_unusable(one, at)
    if value.note:
        found.tell(value.note, _CURE, at, note=True)
    link = at[0].link
    if link and link not in value.values and not column.owner and column.shape.kind != "url":
        found.tell(f"tautan di balik teks ini tidak diambil: {link}", "tulis pada kolom tautan", at, note=True)
    return value.values


def _untaken(found: Reading, column: RecapColumn, at: Titled, value: Unusable) -> None:
    beside = _is_beside(column)
    held = column.path[0] in _REQUIRED and not beside
    if held and not value.options:  # whatever is right may be answered
        value = replace(value, options=tuple(found.region.words.get(column.shape.vocabulary, {}).values()))
    if column.path == SUMMARY and not value.about:  # the same words (`menyusul`) stand in other rows too
        value = replace(value, about=f"{at[0].address}: {at[0].text.strip()}")
    # A date or a sum that cannot be read is one all the same, and who wrote it knows which.
    counted = column.shape.kind in _COUNTED and _COUNTS.search(at[0].text) is not None
    found.tell_unusable(value, at, held=held, ask=counted and not at[0].shared)
    found.sources.setdefault((*column.path, column.rank) if beside else column.path, at)


def _is_dated(column: RecapColumn) -> bool:
    return column.shape.kind == "tanggal" and not column.owner


def _unanswered(found: Reading, cell: Cell, column: RecapColumn) -> set[tuple[str, str]]:
    """The event that a cell gave before the question about it was answered."""
    bare = replace(cell, date="") if may_be_two(cell.text) else cell
    value = value_of(bare, column, found.region) if _is_event(column) else None
    kind = column.path[1] if len(column.path) > 1 else REPORTED
    return {(kind, value.values[0])} if isinstance(value, Taken) else set()


def _is_event(column: RecapColumn) -> bool:
    return _is_dated(column) and column.path[0] in (EVENTS_KEY, *YEAR_ALONE)


def _with_own(text: str, column: RecapColumn, found: Reading) -> str:
    """`2019 (dikembangkan 2024)` below the title of an event, or beside a stage: the first date is its."""
    terms, match = found.region.registry.taxonomy["peristiwa"], _ASIDE.fullmatch(text.strip()) or _BELOW.fullmatch(text)
    event = _stated(found) if column.path == YEAR_ALONE else column.path[-1]
    own = match and event in terms and not told_events(match[1], found.region)
    if match and own and told_events(match[2], found.region):
        return f"{terms[event].label} {match[1].strip()}; {match[2]}"
    return text


def _stated(found: Reading) -> str:
    """The stage that a row states beside a date of no event's own, "" if it states none for sure."""
    cells = (found.row.cells.get(n) for n, column in found.table.columns.items() if column.path == STAGE)
    words = found.region.words[STAGE[0]]
    return next((slug for cell in cells if cell and (slug := surely(cell.text, STAGE[0], words))), "")


def _events_of_stage(found: Reading, column: RecapColumn, text: str, at: Titled) -> Iterator[Found]:
    """Dates that stand beside a stage (`Inisiasi (Sept 2026)`), of events that have no filled column of their own."""
    if column.path not in (STAGE, NOTE):  # a remark says of events only that all is over: `Berhenti 2023 (rusak)`
        return
    table, told = found.table, told_events(text, found.region) if column.path == STAGE else []
    dated = {n: one for n, one in table.columns.items() if one.path[0] == EVENTS_KEY and len(one.path) > 1}
    of_dates = replace(column, shape=replace(column.shape, kind="tanggal"))
    shape = next((one for one in table.columns.values() if _is_event(one)), of_dates)
    filled = {one.path[1] for n, one in dated.items() if n in found.row.cells}
    ends = STOPPED in found.region.registry.taxonomy["peristiwa"] and (column.path == STAGE or STOPPED not in filled)
    if ends and (end := stopped(text)) and end.date:
        told = []
        shown = f"{STOPPED} {end.date}{f', alasannya: {end.reason}' if end.reason else ''}"
        found.tell(f"dibaca sebagai {shown}", _CURE, at, note=True)
        yield replace(shape, path=(EVENTS_KEY, STOPPED)), at, (end.date,), ""
        if end.reason:
            yield replace(shape, path=REASON), at, (end.reason,), ""
    for slug, date in told:
        if slug not in filled:
            shown = f"{found.region.words['peristiwa'][slug].lower()} {date.date}"
            found.tell(f"dibaca sebagai {shown}", _CURE, at, note=True)
            words = "" if date.whole else one_line(text)
            yield replace(shape, path=(EVENTS_KEY, slug)), at, (date.date,), words


def _events_in(found: Reading, column: RecapColumn, text: str, at: Titled) -> Iterator[Found]:
    """The events that a cell names beside their dates, if its column is none of them alone."""
    told = told_events(_with_own(text, column, found), found.region) if _is_dated(column) else []
    own = column.path == YEAR_ALONE or text != at[0].text or column.path[-1] in {slug for slug, _ in told}
    if not told or not own:
        return
    shown = "; ".join(f"{found.region.words['peristiwa'][slug].lower()} {date.date}" for slug, date in told)
    found.tell(f"dibaca sebagai {shown}", _CURE, at, note=True)
    for slug, date in told:
        words = "" if date.whole else one_line(text)
        yield replace(column, path=(EVENTS_KEY, slug)), at, (date.date,), words
