"""Dates known to a year, a month or a day are intervals, and every question is asked of the interval."""

import datetime as dt
import random

import pytest
from odd_words import DATES, NO_DATES

from generator.dates import PartialDate, months_old, spoken, suggestion


def date(text: str) -> PartialDate:
    return PartialDate.parse(text)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2026", dt.date(2026, 1, 1), dt.date(2026, 12, 31)),
        ("2026-04", dt.date(2026, 4, 1), dt.date(2026, 4, 30)),
        ("2026-12", dt.date(2026, 12, 1), dt.date(2026, 12, 31)),
        ("2026-02", dt.date(2026, 2, 1), dt.date(2026, 2, 28)),
        ("2024-02", dt.date(2024, 2, 1), dt.date(2024, 2, 29)),
        ("2024-02-29", dt.date(2024, 2, 29), dt.date(2024, 2, 29)),
    ],
)
def test_a_date_spans_exactly_the_days_it_may_mean(text, first, last):
    parsed = date(text)
    assert (parsed.first, parsed.last) == (first, last)
    assert str(parsed) == text


# fmt: off
NOT_DATES = (
    "", "26", "2026-1", "2026-1-1", "2026-13", "2026-00", "2026-02-30", "2025-02-29", "2026-04-31", "2026-01-00",
    "17-8-2026", "2026/08/17", "2026-08-17 ", " 2026", "2026-08-17T00:00", "2026-08-17\n", "٢٠٢٦", "0000", "9999",
    "Agustus 2026", "-2026", "2026-", "2026-08-",
)
# fmt: on


@pytest.mark.parametrize("text", NOT_DATES)
def test_what_is_not_a_date_is_refused_with_a_value_error(text):
    with pytest.raises(ValueError, match=r".*"):
        date(text)


@pytest.mark.parametrize(("text", "found"), [("1944", False), ("1945", True), ("2100", True), ("2101", False)])
def test_a_date_lies_between_the_years_1945_and_2100(text, found):
    for more in ("", "-06", "-06-15"):
        if found:
            assert date(text + more).text == text + more
        else:
            with pytest.raises(ValueError, match=f"^{text}{more}$"):
                date(text + more)


@pytest.mark.parametrize("text", ["17-8-2026", "kemarin"])
def test_what_was_typed_is_named_by_the_refusal(text):
    with pytest.raises(ValueError, match=f"^{text}$"):
        date(text)


def test_a_known_day_is_an_interval_of_one_day():
    assert PartialDate.day(dt.date(2026, 8, 17)) == date("2026-08-17")


@pytest.mark.parametrize("text", ["2026", "2026-01", "2026-12", "2026-01-01", "2026-12-31"])
def test_a_date_lies_within_its_own_year_and_no_other(text):
    assert date(text).within_year(2026)
    assert not date(text).within_year(2025)
    assert not date(text).within_year(2027)


def test_an_interval_across_a_new_year_lies_within_neither_year():
    turn = PartialDate("2026-12-31/2027-01-01", dt.date(2026, 12, 31), dt.date(2027, 1, 1))
    assert not turn.within_year(2026)
    assert not turn.within_year(2027)


@pytest.mark.parametrize(
    ("text", "day", "begun", "complete"),
    [
        ("2026-08-17", dt.date(2026, 8, 16), False, False),
        ("2026-08-17", dt.date(2026, 8, 17), True, True),
        ("2026-08-17", dt.date(2026, 8, 18), True, True),
        ("2026-08", dt.date(2026, 7, 31), False, False),
        ("2026-08", dt.date(2026, 8, 1), True, False),
        ("2026-08", dt.date(2026, 8, 30), True, False),
        ("2026-08", dt.date(2026, 8, 31), True, True),
        ("2026-08", dt.date(2026, 9, 1), True, True),
        ("2026", dt.date(2025, 12, 31), False, False),
        ("2026", dt.date(2026, 1, 1), True, False),
        ("2026", dt.date(2026, 12, 30), True, False),
        ("2026", dt.date(2026, 12, 31), True, True),
    ],
)
def test_a_date_has_begun_on_its_first_day_and_is_complete_on_its_last(text, day, begun, complete):
    assert date(text).begun_by(day) is begun
    assert date(text).complete_by(day) is complete


@pytest.mark.parametrize(
    ("one", "other"),
    [("2025", "2026"), ("2025-12", "2026-01"), ("2025-12-31", "2026"), ("2026-03", "2026-04-01"), ("2024", "2026-05")],
)
def test_intervals_that_do_not_touch_have_a_sure_order(one, other):
    assert date(one).surely_before(date(other))
    assert not date(other).surely_before(date(one))


@pytest.mark.parametrize(
    ("one", "other"),
    [("2026", "2026"), ("2026", "2026-05"), ("2026-05", "2026-05-17"), ("2026", "2026-12-31"), ("2026", "2026-01-01")],
)
def test_intervals_that_share_a_day_have_no_sure_order(one, other):
    assert not date(one).surely_before(date(other))
    assert not date(other).surely_before(date(one))


def test_dates_sort_by_first_day_and_the_more_exact_one_first():
    wanted = ["2025-12-31", "2026-01-01", "2026-01", "2026", "2026-02-01", "2026-02", "2027"]
    shuffled = random.Random(7).sample(wanted, len(wanted))
    assert [d.text for d in sorted(map(date, shuffled))] == wanted
    assert date("2026-01") <= date("2026") < date("2026-02")
    assert date("2026-02") >= date("2026-02-01")


def test_no_date_lies_before_itself():
    assert not date("2026-05") < date("2026-05")
    assert date("2026-05") <= date("2026-05")


def test_equal_dates_are_one_key():
    assert len({date("2026-05"), date("2026-05"), date("2026-05-01")}) == 2


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("2026-05-03", "3 Mei 2026"),
        ("2026-10-28", "28 Oktober 2026"),
        ("2026-08", "Agustus 2026"),
        ("2026-01", "Januari 2026"),
        ("2026-12", "Desember 2026"),
        ("2019", "2019"),
    ],
)
def test_a_date_is_spoken_as_in_an_indonesian_letter(value, words):
    assert spoken(date(value)) == words


def test_a_calendar_day_is_spoken_like_a_full_date():
    assert spoken(dt.date(2027, 1, 31)) == "31 Januari 2027"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        *DATES.items(),
        ("17-8-2025", "2025-08-17"),
        ("17/08/2025", "2025-08-17"),
        ("17.8.2025", "2025-08-17"),
        ("2025/8/7", "2025-08-07"),
        ("2025-8", "2025-08"),
        ("8-2025", "2025-08"),
        ("08/2025", "2025-08"),
        ("17 Agustus 2025", "2025-08-17"),
        ("agustus 2025", "2025-08"),
        ("3 Mei 2025", "2025-05-03"),
        ("5 May 2025", "2025-05-05"),
        ("1 December 2025", "2025-12-01"),
        ("Okt 2025", "2025-10"),
    ],
)
def test_a_date_in_another_spelling_is_understood_well_enough_to_suggest_the_right_one(typed, meant):
    assert suggestion(typed) == meant


@pytest.mark.parametrize("typed", [*NO_DATES, "kemarin", "31-2-2025", "2025/13", "Foo 2025", "17 8", "", "99-99-9999"])
def test_nothing_is_suggested_for_what_cannot_be_a_date(typed):
    assert suggestion(typed) is None


@pytest.mark.parametrize(
    ("day", "old"),
    [("2025-11-24", False), ("2025-11-25", True), ("2025-10-30", False), ("2025-12-01", True), ("2026-01-01", True)],
)
def test_months_have_gone_by_on_the_day_after_the_same_day(day, old):
    assert months_old(dt.date(2024, 11, 24), dt.date.fromisoformat(day), 12) == old
