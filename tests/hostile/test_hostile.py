"""Every hostile case does what it must: it is refused, it does nothing, or (an honest one) it passes whole.

The cases run in a program of their own, `run_hostile.py`, each in its own process: one that kills its process tells
nothing of the next, and nothing of this one is moved. The program is given the cases that pytest has chosen.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from catalogues import ROOT
from run_hostile import CASES, GROUPS

HERE = Path(__file__).parent
#: Each case of these groups is a whole build; they run by `make hostile`, which runs every night.
SLOW = ("docs", "publishing")
#: Of the others every third runs by day, each in a process of its own; the night runs them all.
DAILY = 3


@pytest.fixture(scope="session")
def verdicts(request):
    """The verdict on each of the cases that this run asks for, by its name."""
    wanted = [
        str(item.callspec.params["case"])
        for item in request.session.items
        if item.path == Path(__file__) and hasattr(item, "callspec")
    ]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([*sys.path, str(HERE)])}
    done = subprocess.run(
        [sys.executable, str(HERE / "run_hostile.py"), "--json", *wanted],
        cwd=ROOT, env=environment, check=False, capture_output=True, encoding="utf-8",
    )  # fmt: skip
    assert done.stdout, done.stderr
    return {row["case"]: row for row in map(json.loads, done.stdout.splitlines())}


@pytest.mark.parametrize(
    "case",
    [
        pytest.param(case, id=str(case), marks=[pytest.mark.hostile] * bool(case.group in SLOW or number % DAILY))
        for number, case in enumerate(CASES)
    ],
)
def test_a_hostile_case_is_refused_or_does_nothing_and_an_honest_one_passes(case, verdicts, record_property):
    verdict = verdicts[str(case)]
    record_property("hostile", [verdict["group"], verdict["outcome"]])
    assert verdict["outcome"] == case.expect, f"{case.mechanism}: {verdict['detail']}"


def test_there_are_ten_groups_of_at_least_a_dozen_mechanisms_and_honest_twins():
    assert len(GROUPS) == 10
    assert len({(case.group, case.mechanism) for case in CASES if case.expect != "honest"}) >= 150
    assert len([case for case in CASES if case.expect == "honest"]) >= 15
