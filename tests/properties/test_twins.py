"""What exists twice answers twice the same."""

from collections.abc import Mapping, Sequence

import pytest
from twins import OWN_PATTERNS, PATTERNS, PROGRAM, TABLE, arguments, browser, characters

from generator.text.readings import as_read

#: Pairs that take no single text.
OTHERS = {"pattern", "dates_compared", "entry"}


def differences(ask: Mapping[str, Sequence]) -> dict[str, list]:
    """Pair -> argument, our answer, theirs, wherever these differ."""
    theirs = browser(ask)
    found = {
        pair: [
            (argument, ours, other)
            for argument, other in zip(ask[pair], theirs[pair], strict=True)
            if (ours := PROGRAM[pair](argument)) != other
        ]
        for pair in ask
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
    assert differences({pair: arguments(pair, 2_000) for pair in PROGRAM}) == {}


@pytest.mark.walk
def test_both_halves_answer_the_same_on_many_random_strings():
    assert differences({pair: arguments(pair, 20_000, seed=2) for pair in PROGRAM}) == {}


@pytest.mark.walk
def test_both_halves_answer_the_same_on_every_character():
    every = [*characters()]
    assert len(every) > 100_000
    assert differences(dict.fromkeys(PROGRAM.keys() - OTHERS, every)) == {}
    assert differences({"entry": [{"nama": f"a{char}a", "solusi": char, "bentuk": char} for char in every]}) == {}


@pytest.mark.walk
def test_a_shared_pattern_finds_the_same_in_every_character():
    typed = " ".join(characters())
    read = as_read(typed)
    texts = [(name, typed if name in OWN_PATTERNS else read) for name in PATTERNS]
    assert differences({"pattern": texts}) == {}
