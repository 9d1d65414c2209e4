"""The table of `make defences` speaks of the program as it is, and of cases and tests that there are."""

import re

from defences import CONTROL, ROOT, defences, locks, outdated
from run_hostile import CASES


def test_every_text_of_the_table_of_defences_stands_in_its_file_once():
    assert outdated(defences()) == []


def test_every_defence_is_noticed_by_a_case_or_a_test_that_there_is():
    cases = {str(case) for case in CASES}
    named = {one for row in defences() for one in row["noticed_by"]}
    files = {one.partition("::") for one in named if ".py" in one}
    assert {one for one in named if ".py" not in one} - cases == set()
    assert all(
        re.search(rf"def {re.escape(test.partition(chr(91))[0])}\b", (ROOT / file).read_text("utf-8"))
        for file, _, test in files
        if test
    )
    assert CONTROL in cases - named


def test_there_are_more_than_forty_defences_each_named_once():
    names = [row["defence"] for row in defences()]
    assert len(names) == len(set(names)) >= 40
    assert all(row.get("because") for row in defences() if len(locks(row)) > 1)
