"""A row of which no date can be read: reported in the year of its recap, else when its table came, and asked on."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final

from generator.catalogue.catalogue import REPORTED
from generator.contributing.table_import.cells.form_day import answered_on
from generator.contributing.table_import.cells.reading import Reading
from generator.contributing.table_import.cells.remark import Asked
from generator.contributing.table_import.cells.told_events import told_events
from generator.contributing.table_import.cells.values import date_in
from generator.contributing.table_import.words.columns import EVENTS_KEY, STAGE, STATE, YEAR_ALONE, dated_title
from generator.contributing.table_import.words.synonyms import meant
from generator.text.github import plain

#: What is asked where a row has no date at all: it stands in the recap of that year.
RECAP_YEAR: Final = "Tahun rekap"
DATED_KEYS: Final = (EVENTS_KEY, YEAR_ALONE[0])
_NO_DATE: Final = "tidak ada peristiwa bertanggal"
#: Stage -> the state that a recap tells of by it.
_STATES: Final = {"penerapan": "dipakai", "uji-coba": "uji-coba", "inisiatif": "dirancang", "dihentikan": "berhenti"}
_OVER: Final = _STATES["dihentikan"]


def undated(found: Reading) -> list[dict[str, Any]]:
    """The events of a row that has no date that can be read; none, and the row held, where no year is known.

    It stands in the recap of a year, and so was reported in it; where that says no year, in the one in which it came
    in. What its dates are is told and asked all the same.
    """
    terms = found.region.registry.taxonomy["peristiwa"].values()
    unread = any(path[0] in DATED_KEYS for path in found.sources)
    answer = "" if unread else _answer(found)  # of these each cell is asked
    if answer and (stood := stand_in_year(found)):
        found.replaced.add((REPORTED, stood))  # until it was answered
    if told := told_events(answer, found.region):
        return [{"peristiwa": slug, "tanggal": date.date} for slug, date in told]
    form = answered_on(found)
    year = found.defaults.reported or date_in(answer) or form or stand_in_year(found)
    came = not (found.defaults.reported or answer or form or found.table.year)
    if unread:
        _ask_for_dates(found, year)
    elif year and came:
        _tell_when_it_came(found, year, [dated_title(term.label) for term in terms])
    elif year and not (found.defaults.reported or answer):
        _tell(found, year, "hari formulirnya diisi" if form else "tahun rekap ini")
    elif not year and not any(found.ask_column(dated_title(term.label), _NO_DATE) for term in terms):
        cure = "isi tanggal salah satu peristiwa, atau pakai --reported TAHUN bila hanya tahun rekapnya yang diketahui"
        found.refuse(_NO_DATE, cure, asked=_asked(found))
    if not year:
        found.refused = True
        return []
    if came or any(column.path[0] in DATED_KEYS for column in found.table.columns.values()):
        found.made.add(EVENTS_KEY)
    return [reported(found, year)]


def stand_in_year(found: Reading) -> str:
    """The year in which a row was reported: that of its recap, else in which the table came in; "" without either.

    Our own form asks for the history itself: there a date is mended in its place.
    """
    return str(found.table.year or (0 if found.table.is_form else found.defaults.received) or "")


def stand_in(found: Reading) -> dict[str, Any] | None:
    """The event of a row whose dates all cannot be: that it was reported in a year, None where none is known."""
    return reported(found, year) if (year := stand_in_year(found)) else None


def reported_over(found: Reading) -> dict[str, Any] | None:
    """That a recap of a later year than all events of a row tells that it is over; None where none can tell it."""
    told, known = stand_in(found), _OVER in found.region.words.get(STATE[1], {})
    later = told and all(event["tanggal"][:4] < told["tanggal"] for event in found.data[EVENTS_KEY])
    return {**told, STATE[1]: _OVER} if told and known and later else None


def _answer(found: Reading) -> str:
    reply = found.defaults.reply
    asked = _about(found) if found.table.year or answered_on(found) else _of_stage(found)
    return reply(RECAP_YEAR, asked) or ""


def _asked(found: Reading) -> Asked:
    """The dates of rows that have none, of one stage at once: with the stage and a year, where these are known."""
    stage = found.stage_words.casefold() if found.stage else ""
    year = str(found.table.signed) if found.table.signed else ""
    shown = f"{stage or 'penerapan'} {year or '2025'}"
    text = (
        f'Baris {found.row.number} pada lembar "{found.table.sheet}" ("{plain(found.name)}") tidak memuat tanggal. '
        f"Tulis peristiwa dan tanggalnya, misalnya: {shown}. Bila hanya tahun rekapnya yang diketahui, tulis tahunnya "
        "saja. Jawaban ini berlaku bagi semua baris yang menunggunya."
    )
    options = (*([shown] if stage and year else []), *([year] if year else []))
    return Asked(RECAP_YEAR, _of_stage(found), options, text)


def _of_stage(found: Reading) -> str:
    """What a question for dates is about: the rows of a sheet that state the same stage."""
    stage = f"tahapan {found.stage_words.casefold()}" if found.stage and found.stage_words else ""
    return " ".join(filter(None, [_about(found), stage]))


def _about(found: Reading) -> str:
    block = f"tabel {found.table.block} " if found.table.block else ""
    return f'{block}lembar "{found.table.sheet}"' if found.table.edition else ""


def _tell(found: Reading, year: str, why: str) -> None:
    """That a row was reported at this time, and why then; where others have dates, or may have, it is asked."""
    dated = any(column.path[0] in DATED_KEYS for column in found.table.columns.values())
    reason = f"{_NO_DATE}; dicatat sebagai {REPORTED} {year}, {why}"
    text = (
        f"Baris tanpa tanggal dicatat sebagai {REPORTED} {year}, {why}. Tulis tahun lain, atau peristiwa dan "
        "tanggalnya (misalnya: inisiatif 2025), bila itu yang benar."
    )
    asked = Asked(RECAP_YEAR, _about(found), (year,), text) if dated else None
    found.tell(reason, "isi tanggal salah satu peristiwa, bila diketahui", note=True, asked=asked)


def _tell_when_it_came(found: Reading, year: str, dates: Sequence[str]) -> None:
    """That a row was reported in the year in which its table came; asked where no column is that may have its dates."""
    reason = f"{_NO_DATE}; dicatat sebagai {REPORTED} {year}, tahun tabel ini diterima"
    maybe = any(label in asked.options for asked in found.table.asked.values() for label in dates)
    found.tell(
        reason, "isi tanggal salah satu peristiwa, bila diketahui", note=True, asked=None if maybe else _asked(found)
    )


def reported(found: Reading, date: str) -> dict[str, Any]:
    """That a recap of this date tells of an innovation, and the state in which it is by the stage beside it."""
    states = found.region.words.get(STATE[1], {})
    stated = meant(found.stage_words, STAGE[0], found.region.words[STAGE[0]]) if found.stage else None
    state = _STATES.get(stated.slug, "") if stated and stated.sure else ""
    if not found.stage or state not in states:
        return {"peristiwa": REPORTED, "tanggal": date}
    shown = f'dibaca sebagai keadaan menurut rekap: "{states[state]}"'
    found.tell(shown, "betulkan bila bukan itu", found.stage, note=True)
    return {"peristiwa": REPORTED, "tanggal": date, STATE[1]: state}


def _ask_for_dates(found: Reading, year: str) -> None:
    """The dates of a row that has no other and cannot be read can be answered; without a year they hold it."""
    dated = {at[0].address: at for path, at in found.sources.items() if path[0] in DATED_KEYS}
    for place, one in enumerate(found.remarks):
        if at := dated.get(one.address):
            asked = one.asked or Asked(at[1], at[0].text.strip(), ())
            told = one.reason if one.note or not year else f"{one.reason}; sementara dicatat {REPORTED} {year}"
            found.remarks[place] = replace(one, reason=told, row=0 if year else found.row.number, asked=asked)
