"""Recaps whose columns lean on each other: dates on their stage, sums on their fund; and cells with two things in one."""

import pytest
from recap_tables import HEADER, ROW, book
from test_recap_doubts import imported

from generator.contributing.table_import.stated_stage import OF_STAGE
from generator.text.spelling import folded

OVER = ["REKAP INOVASI TAHUN 2026"]
EVENTS = {"Penerapan": "penerapan", "Uji coba": "uji-coba", "ide / rancangan": "inisiatif"}


def staged(title, *, before=False, stages=tuple(EVENTS), dates=("17/05/2024", "Feb-26", "2026")):
    """A recap with a stage in each row and a column of dates beside it, `before` or behind."""
    heads = [title, "Status"] if before else ["Status", title]
    rows = []
    for number, (stage, date) in enumerate(zip(stages, dates, strict=True)):
        rows.append([ROW[0], f"Kelas {'ABC'[number]}", *ROW[2:5], *([date, stage] if before else [stage, date])])
    return book([OVER, [*HEADER[:5], *heads], *rows])


def events(data):
    return [[(event["peristiwa"], event["tanggal"]) for event in one["riwayat"]] for one in data]


IN_ROW = [[("penerapan", "2024-05-17")], [("uji-coba", "2026-02")], [("inisiatif", "2026")]]


# Dates of the stage that stands beside them


@pytest.mark.parametrize("before", [False, True])
@pytest.mark.parametrize(
    "title", ["Mulai tahap tsb (tgl/bln/thn)", "Tanggal Status", "Sejak kapan pada tahap ini", "TMT Tahapan"]
)
def test_dates_may_be_those_of_the_stage_that_each_row_states(title, before):
    data, remarks = imported(staged(title, before=before))
    assert events(data) == IN_ROW
    assert sum("menurut tahapan" in one.reason and one.note for one in remarks) == len(IN_ROW)


@pytest.mark.parametrize("answer", [OF_STAGE, "tanggal menurut Status", "tahapan itu"])
def test_a_column_of_dates_that_nobody_knows_may_be_answered_to_be_of_the_stage(answer):
    raw = staged("Saat itu")
    data, remarks = imported(raw)
    assert events(data) == [[("dilaporkan", "2026")]] * 3
    [asked] = {one.asked for one in remarks if one.asked and one.asked.title == "Saat itu"}
    assert asked.options[0] == OF_STAGE
    data, _ = imported(raw, replies={("saat itu", "?"): answer})
    assert events(data) == IN_ROW


@pytest.mark.parametrize("answer", ["Riwayat", "Kapan saja", "Tahapan"])
def test_an_answer_that_none_of_its_cells_can_be_is_asked_again(answer):
    raw = staged("Saat itu", stages=(None, None, None))
    _, remarks = imported(raw, replies={("saat itu", "?"): answer})
    assert {one.asked.about for one in remarks if one.asked and one.asked.title == "Saat itu"} == {"?"}


def test_a_stage_with_a_slip_is_told_and_one_that_nobody_knows_is_asked_for_the_date_beside_it():
    raw = staged("Mulai tahap ini", stages=("sudah diterapakn", "entahlah", "Uji coba"))
    data, remarks = imported(raw)
    assert events(data) == [[("penerapan", "2024-05-17")], [("dilaporkan", "2026-02")], [("uji-coba", "2026")]]
    assert any(one.note and one.reason == 'dibaca sebagai "Penerapan"' for one in remarks)
    [asked] = [one.asked for one in remarks if one.asked]
    assert (asked.title, asked.about, asked.options) == ("Status", "entahlah", ("Inisiatif", "Uji coba", "Penerapan"))
    data, _ = imported(raw, replies={("status", "entahlah"): "Uji coba"})
    assert events(data)[1] == [("uji-coba", "2026-02")]


def test_a_year_that_says_no_event_may_be_answered_to_be_of_the_stage():
    raw = staged("Tahun")
    assert events(imported(raw)[0]) == [[("dilaporkan", date)] for date in ("2024-05-17", "2026-02", "2026")]
    [asked] = {one.asked for one in imported(raw)[1] if one.asked}
    data, _ = imported(raw, replies={(folded(asked.title), asked.about): asked.options[0]})
    assert events(data) == IN_ROW
