"""The index agrees with its second telling (`retold.py`), world by world, on every day that is looked at."""

import datetime as dt
from pathlib import Path
from typing import NamedTuple

import pytest
import retold
from retold import Verdict, World
from worlds import DAY, END, Maker, write, write_corrections

from generator.catalogue.load import load
from generator.compliance import closing
from generator.compliance.index import assess
from generator.layout import result_path

WORLDS = 1000


class Told(NamedTuple):
    """What one telling says of one year on one day."""

    verdicts: dict[str, Verdict]
    headline: tuple[int, int]
    provisional: bool


def programs(root: Path, year: int, days: list[dt.date]) -> list[Told]:
    catalogue = load(root).catalogue
    found = [assess(catalogue, year, day) for day in days]
    return [
        Told({one.agency.slug: Verdict(one.status, frozenset(one.slugs)) for one in index.verdicts},
             (index.met, index.due), index.provisional)
        for index in found
    ]  # fmt: skip


def second(world: World, year: int, days: list[dt.date]) -> list[Told]:
    found = [retold.told(world, year, day) for day in days]
    return [Told(verdicts, retold.headline(verdicts), retold.provisional(world.rules[year])) for verdicts in found]


@pytest.mark.parametrize("hundred", range(WORLDS // 100))
def test_both_tellings_agree_before_and_after_a_year_is_closed(hundred, tmp_path):
    for number in range(hundred * 100, hundred * 100 + 100):
        maker = Maker(number)
        world = maker.world()
        root = write(world, tmp_path / str(number))
        year = maker.rng.choice(maker.years)
        rules = world.rules[year]
        day = maker.closing_day(year, rules)
        file = root / result_path(year)
        days = [maker.day() for _ in range(5)]
        assert programs(root, year, [*days, day]) == second(world, year, [*days, day]), number
        file.write_text(closing.result_text(load(root).catalogue, year, day), "utf-8")
        record = world.records[year] = retold.closed(world, year, day)
        maker.later(world, record, rules)
        write(world, root)
        write_corrections(record, file)
        days = [day - DAY, day, END, *(dt.date.fromisoformat(c["tanggal"]) for c in record.corrections)]
        for one in maker.years:
            assert programs(root, one, days) == second(world, one, days), number
