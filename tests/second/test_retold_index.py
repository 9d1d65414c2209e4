"""The index agrees with its second telling (`retold.py`), world by world, on every day that is looked at."""

import datetime as dt
import json
import shutil
from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

import pytest
import retold
from conftest import BASE, write_files
from retold import Verdict, World
from worlds import DAY, END, TAXONOMY, Maker, corrected, files

from generator.catalogue.catalogue import Catalogue, resolve
from generator.catalogue.registry import Registry, taxonomy_of
from generator.compliance import closing
from generator.compliance.course import course
from generator.compliance.index import assess
from generator.compliance.learned import learned
from generator.layout import result_path
from generator.publishing import configuration
from generator.reading.document import read
from generator.schema.entry import Entry
from generator.schema.registry import AgenciesFile, ObligationFile, TaxonomyFile
from generator.schema.result import ResultFile

WORLDS = 1000
PARTS = 10
TERMS = taxonomy_of(TaxonomyFile.model_validate(TAXONOMY))


class Told(NamedTuple):
    """What one telling says of one year on one day."""

    verdicts: dict[str, Verdict]
    headline: tuple[int, int]
    provisional: bool
    waits: bool


def by_the_program(catalogue: Catalogue, year: int, day: dt.date) -> Told:
    index = assess(catalogue, year, day)
    verdicts = {one.agency.slug: Verdict(one.status, frozenset(one.slugs)) for one in index.verdicts}
    return Told(verdicts, (index.met, index.due), index.provisional, index.overdue)


def once_more(world: World, year: int, day: dt.date) -> Told:
    verdicts = retold.told(world, year, day)
    provisional = retold.provisional(world.rules[year])
    return Told(verdicts, retold.headline(verdicts), provisional, retold.waits(world, year, day))


def loaded(world: World, records: dict[int, str]) -> Catalogue:
    """What the loader makes of the world's files, without a disk."""
    agencies = AgenciesFile.model_validate({"perangkat_daerah": list(world.agencies.values())}).agencies
    registry = Registry(
        agencies={agency.slug: agency for agency in agencies},
        note=None,
        taxonomy=TERMS,
        obligations={year: ObligationFile.model_validate(rules) for year, rules in world.rules.items()},
        results={year: _record(year, text) for year, text in records.items()},
        indicators={},
    )
    words = registry.words()
    innovations = {
        slug: resolve(slug, registry.agencies[folder], Entry.model_validate(data, context=words), registry)
        for (folder, slug), data in world.entries.items()
    }
    return Catalogue(dict(sorted(innovations.items())), registry)


def _record(year: int, text: str) -> ResultFile:
    document, problems = read(text.encode(), result_path(year), limit=10**6, nodes=10**5)
    assert document
    assert not problems
    return ResultFile.model_validate(document.data)


class Case:
    """A world with one year that is closed on `day`, before and after that."""

    def __init__(self, number: int) -> None:
        self.number, self.maker = number, Maker(number)
        self.world = self.maker.world()
        self.year = self.maker.rng.choice(self.maker.years)
        self.day = self.maker.closing_day(self.year, self.world.rules[self.year])
        self.open_days = [self.day, *(self.maker.day() for _ in range(5))]

    def close(self) -> None:
        self.world.records[self.year] = retold.closed(self.world, self.year, self.day)

    def go_on(self) -> None:
        """What happens after the closing."""
        self.maker.later(self.world, self.world.records[self.year], self.world.rules[self.year])

    @property
    def closed_days(self) -> list[dt.date]:
        record = self.world.records[self.year]
        return sorted({self.day - DAY, self.day, END, *(_date(one["tanggal"]) for one in record.corrections)})


def _date(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def agree(case: Case, catalogue: Catalogue, years: Iterable[int], days: Iterable[dt.date]) -> Counter[str]:
    """Assert it of every year and day; gives how often each status was told."""
    seen: Counter[str] = Counter()
    for year in years:
        for day in days:
            found = by_the_program(catalogue, year, day)
            assert found == once_more(case.world, year, day), (case.number, year, day)
            seen.update(verdict.status for verdict in found.verdicts.values())
    return seen


@pytest.mark.parametrize("part", range(PARTS))
def test_both_tellings_agree_before_a_year_is_closed_and_ever_after(part):
    seen: Counter[str] = Counter()
    for number in range(part, WORLDS, PARTS):
        case = Case(number)
        before = loaded(case.world, {})
        seen += agree(case, before, [case.year], case.open_days)
        text = closing.result_text(before, case.year, case.day)
        case.close()
        case.go_on()
        after = loaded(case.world, {case.year: corrected(text, case.world.records[case.year])})
        seen += agree(case, after, case.maker.years, case.closed_days)
        learnt = {one.agency for one in learned(after, after.registry.results[case.year])}
        assert learnt == retold.learned(case.world, case.year), number
        seen["learnt later"] += len(learnt)
    assert len(seen) == 7
    assert min(seen.values()) > 30, seen


@pytest.mark.parametrize("number", range(0, WORLDS, 20))
def test_both_tellings_agree_on_how_the_index_went_month_by_month(number):
    case = Case(number)
    for day in case.open_days[:2]:
        months = course(loaded(case.world, {}), day)
        told = [(one.day, set(one.certain), set(one.incomplete), one.due) for one in months]
        assert told == (retold.course(case.world, day) if day.year >= case.maker.years[0] else [])


@pytest.fixture
def told_by_command(tmp_path, monkeypatch, run_here):
    """A function: what `katalog compliance` tells of a year on a day."""
    shutil.copy(BASE / "mkdocs.yml", tmp_path)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(configuration, "now", lambda: dt.datetime.combine(END, dt.time(5), dt.UTC))

    def told(year: int, day: dt.date) -> Told:
        code, said, why = run_here("compliance", "--year", str(year), "--as-of", str(day), "--format", "json")
        assert code == 0, why
        told = json.loads(said)
        rows = {row["perangkat_daerah"]: Verdict(row["status"], frozenset(row["inovasi"])) for row in told["kepatuhan"]}
        provisional = any(row["sementara"] for row in told["kepatuhan"])
        return Told(rows, (told["memenuhi"], told["dari"]), provisional, bool(told["catatan_tahun"]))

    return told


@pytest.mark.parametrize("number", range(0, WORLDS, 50))
def test_the_commands_tell_the_same_of_the_files(number, tmp_path, told_by_command, run_here):
    case = Case(number)
    write_files(tmp_path, files(case.world))
    for day in case.open_days[:2]:
        assert told_by_command(case.year, day) == once_more(case.world, case.year, day)
    assert run_here("close", str(case.year), "--as-of", str(case.day))[0] == 0
    case.close()
    case.go_on()
    record = tmp_path / result_path(case.year)
    record.write_text(corrected(record.read_text("utf-8"), case.world.records[case.year]), "utf-8")
    write_files(tmp_path, files(case.world))
    for day in case.closed_days[:3]:
        assert told_by_command(case.year, day) == once_more(case.world, case.year, day)
    code, said, _ = run_here("check", "--format", "json")
    problems = json.loads(said)["problems"]
    assert code == 0, problems
    assert sum(one["code"] == "R041" for one in problems) == len(retold.learned(case.world, case.year))
