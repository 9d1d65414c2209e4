"""The index of the product against the second telling, in random worlds: open years, closed ones, what comes later."""

import datetime as dt
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from random import Random
from typing import Any, NamedTuple

import pytest
import second_telling
from compliance_worlds import World, recorded
from random_worlds import a_world, corrections, days_to_ask, later, what_came_later
from second_telling import Question, Told

from generator.compliance import closing
from generator.compliance.course import MonthEnd, course
from generator.compliance.headline import missing
from generator.compliance.index import YearIndex, assess
from generator.compliance.learned import learned
from generator.publishing import tables

#: A thousand worlds, in parts that two processes can share; three hundred of them every day.
PARTS = [range(start, start + 100) for start in range(0, 1000, 100)]
DAILY = 3


def in_parts(step: int = 1) -> pytest.MarkDecorator:
    """The parts, of each world or of one in `step`; the later ones on the walk."""
    return pytest.mark.parametrize(
        "numbers",
        [
            pytest.param(part[::step], id=f"{part[0]}-{part[-1]}", marks=() if at < DAILY else pytest.mark.walk)
            for at, part in enumerate(PARTS)
        ],
    )


worlds = in_parts()


def asked(world: World, year: int, as_of: str) -> Question:
    """The question as the second telling reads it."""
    register = {row["slug"]: row for row in world.agencies}
    return Question(register, world.entries, world.rules[year], world.records.get(year), str(year), as_of)


def index_of(world: World, year: int, as_of: str) -> YearIndex:
    return assess(world.catalogue(), year, dt.date.fromisoformat(as_of))


def said(index: YearIndex) -> dict[str, Told]:
    """What the product says, in the form of the second telling."""
    return {
        verdict.agency.slug: Told(
            verdict.status,
            frozenset(verdict.slugs),
            frozenset(verdict.slugs) - {proof.slug for proof in verdict.proofs if proof.complete},
            len(verdict.replies),
            missing(verdict, index),
        )
        for verdict in index.verdicts
    }


def agree(number: int, world: World, year: int, as_of: str) -> None:
    """Both tell the same of every agency, and the same first lines."""
    question, index = asked(world, year, as_of), index_of(world, year, as_of)
    rows = second_telling.tell(question)
    where = f"world {number}, {year} as of {as_of}"
    assert said(index) == rows, where
    counts = tables.headline_counts(index)
    many = counts["per_status"]
    apart = [many[status] for status in ("dikecualikan", "belum-wajib", "belum-dikonfirmasi")]
    assert (counts["memenuhi"], counts["dari"], *apart) == second_telling.headline(rows), where
    assert counts["dari"] + sum(apart) == counts["seluruhnya"] == len(rows), where
    assert counts["ditutup"] == question.is_closed, where
    assert bool(counts["catatan_tahun"]) == second_telling.is_overdue(question), where


@worlds
def test_an_open_year_stands_as_the_contract_tells_it(numbers):
    for number in numbers:
        world, dice = a_world(number), Random(number)
        for year in world.rules:
            for as_of in days_to_ask(dice, world, 2):
                agree(number, world, year, as_of)


def months(world: World, as_of: str) -> tuple[MonthEnd, ...]:
    return course(world.catalogue(), dt.date.fromisoformat(as_of))


@in_parts(10)
def test_the_course_of_open_years_is_what_the_contract_tells_of_every_month(numbers):
    """ "No year file for the current year: the last one is shown"."""
    for number in numbers:
        world, first = a_world(number), min(a_world(number).rules)
        for as_of in days_to_ask(Random(number), world, 2):
            ends = list(second_telling.month_ends(first, as_of))
            shown = [max(year for year in world.rules if str(year) <= day[:4]) for day in ends]
            told = [second_telling.stood(asked(world, *of)) for of in zip(shown, ends, strict=True)]
            found = [(one.met, one.incomplete, one.due) for one in months(world, as_of)]
            assert found == told, f"world {number} as of {as_of}"


def test_the_worlds_hold_what_the_contract_speaks_of():
    found: Counter[str] = Counter()
    for number in range(400, 500):
        world = a_world(number)
        for question in (asked(world, year, f"{year}-12-15") for year in world.rules):
            for slug, row in second_telling.tell(question).items():
                heir = row.proofs - second_telling.earned(question, slug).keys()
                found.update([row.status, *["heir"] * bool(heir), *["incomplete"] * bool(row.incomplete)])
    assert found.keys() >= {
        "memenuhi",
        "belum",
        "belum-wajib",
        "dikecualikan",
        "belum-dikonfirmasi",
        "heir",
        "incomplete",
    }
    assert min(found.values()) >= 5


class Closing(NamedTuple):
    """A year of the world of a number, closed on a day, with the record that the product writes."""

    number: int
    world: World
    year: int
    day: str
    record: Mapping[str, Any]


@cache
def a_closing(number: int) -> Closing | None:
    """One year of a world closed after its last day; None if no agency was there."""
    world, dice = a_world(number), Random(number)
    year = dice.choice([*world.rules])
    day = later(second_telling.last_day(asked(world, year, "")), dice.randint(1, 60))
    if not second_telling.counted(asked(world, year, day)):
        return None
    text = closing.result_text(world.catalogue(), year, dt.date.fromisoformat(day))
    return Closing(number, world, year, day, recorded(text)[1].data)


@cache
def later_on(number: int) -> Closing | None:
    """The same after further work in the catalogue, with corrections in the record."""
    if (found := a_closing(number)) is None:
        return None
    _, world, year, day, record = found
    dice, slugs = Random(number), [row["perangkat_daerah"] for row in record["hasil"]]
    came = what_came_later(dice, world)
    record = {**record, "koreksi": corrections(dice, came, slugs, day)}
    return Closing(number, replace(came, records={year: record}), year, day, record)


@worlds
def test_closing_writes_down_what_the_contract_tells(numbers):
    for number, world, year, day, record in filter(None, map(a_closing, numbers)):
        told = second_telling.closed(asked(world, year, day))
        written = second_telling.told_by_record(asked(replace(world, records={year: record}), year, day))
        assert {slug: (row.status, row.proofs) for slug, row in written.items()} == told, f"world {number}, {year}"


@worlds
def test_a_closed_year_stands_as_recorded_and_corrected_whatever_comes_later(numbers):
    for number, world, year, day, record in filter(None, map(later_on, numbers)):
        dates = {day, *(row["tanggal"] for row in record["koreksi"])}
        for as_of in sorted({later(date, step) for date in dates for step in (-1, 0)}):
            agree(number, world, year, as_of)


@worlds
def test_the_course_of_a_closed_year_ends_in_its_record(numbers):
    for number, world, year, day, _ in filter(None, map(later_on, numbers[::5])):
        as_of = later(day, 40)
        told = second_telling.stood(asked(world, year, as_of))
        ended = [one for one in months(world, as_of) if one.year == year and f"{one.day}" >= f"{year}-12-31"]
        assert ended, f"world {number}, {year}"
        assert {(one.met, one.incomplete, one.due) for one in ended} == {told}, f"world {number}, {year}"


@worlds
def test_maintainers_are_told_of_each_verdict_that_would_be_another_and_the_ready_corrections_settle_it(numbers):
    for number, world, year, day, _ in filter(None, map(later_on, numbers)):
        assert differences(world, year) == second_telling.differences(asked(world, year, day)), (
            f"world {number}, {year}"
        )
        assert differences(with_ready_corrections(world, year), year) == {}, f"world {number}, {year}"


def differences(world: World, year: int) -> dict[str, tuple[str | None, str | None]]:
    """What the product tells maintainers: agency -> its status on record and as counted now, None if not there."""
    catalogue = world.catalogue()
    return {one.agency: (one.recorded, one.now) for one in learned(catalogue, catalogue.registry.results[year])}


def with_ready_corrections(world: World, year: int) -> World:
    """The world after a maintainer has accepted what may be, and let the record stand against every other difference."""
    catalogue = world.catalogue()
    found = learned(catalogue, catalogue.registry.results[year])
    told = {"tanggal": "2035-01-01", "alasan": "Diputuskan."}
    decided = [
        {**told, "perangkat_daerah": one.agency, "status": one.now, "inovasi": list(one.slugs)}
        if one.acceptable
        else {**told, "hitungan_diketahui": one.code}
        for one in found
    ]
    record = world.records[year]
    return replace(world, records={year: {**record, "koreksi": [*record["koreksi"], *decided]}})
