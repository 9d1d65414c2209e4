"""What exists twice answers twice the same."""

import pytest
from twins import PROGRAM, TABLE, arguments, browser


def differences(count: int, seed: int = 1) -> dict[str, list]:
    """Pair -> argument, our answer, theirs, wherever these differ."""
    ask = {pair: arguments(pair, count, seed) for pair in PROGRAM}
    theirs = browser(ask)
    found = {
        pair: [
            (argument, ours, other)
            for argument, other in zip(ask[pair], theirs[pair], strict=True)
            if (ours := PROGRAM[pair](argument)) != other
        ]
        for pair in PROGRAM
    }
    return {pair: wrong[:20] for pair, wrong in found.items() if wrong}


def test_the_table_has_cases_for_every_pair():
    assert TABLE.keys() == PROGRAM.keys()


def test_both_halves_answer_as_the_table_says():
    theirs = browser({pair: [argument for argument, _ in cases] for pair, cases in TABLE.items()})
    for pair, cases in TABLE.items():
        for (argument, answer), other in zip(cases, theirs[pair], strict=True):
            assert (pair, argument, PROGRAM[pair](argument), other) == (pair, argument, answer, answer)


def test_both_halves_answer_the_same_on_random_strings():
    assert differences(2_000) == {}


@pytest.mark.walk
def test_both_halves_answer_the_same_on_many_random_strings():
    assert differences(20_000, seed=2) == {}
