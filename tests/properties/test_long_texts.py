"""No text, however long and whatever it holds, takes more work than a walk through it: in Python and in the browser's half."""

import json
import signal
import subprocess
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import long_texts
import pytest
from catalogues import ROOT
from javascript import NODE, PARTS

from generator.text.personal_shapes import SHAPES


def child(*command: str | Path) -> subprocess.CompletedProcess[str]:
    """A child that ends by itself, or because its processor time is spent."""
    done = subprocess.run(command, cwd=ROOT / "tests", capture_output=True, text=True, check=False)
    assert done.returncode in (0, -signal.SIGXCPU, -signal.SIGKILL), done.stderr
    return done


def in_browser(name: str, longest: Sequence[str] = (), seconds: int = 8) -> str:
    """One use of the form's functions, or (`name` is empty) the names of all."""
    told = json.dumps(SHAPES), json.dumps(longest or "")
    limited = "/bin/sh", "-c", f'ulimit -t {seconds}; exec "$@"', "sh"
    done = child(*limited, NODE, ROOT / "tests/long_texts.mjs", *told, name, *PARTS)
    return unfinished(done) if name else done.stdout


def unfinished(done: subprocess.CompletedProcess[str]) -> str:
    """What the child was at when it was ended."""
    return done.stdout.splitlines()[-1] if done.returncode else ""


def test_every_function_field_and_reader_is_done_with_a_long_text_in_seconds():
    assert unfinished(child(sys.executable, ROOT / "tests/long_texts.py")) == ""


@pytest.mark.walk
def test_the_same_with_the_longest_run_of_every_sign_and_with_whole_files():
    assert unfinished(child(sys.executable, ROOT / "tests/long_texts.py", "all")) == ""


def test_what_takes_a_text_is_found_by_looking_for_it():
    names = [name for name, _ in long_texts.probes()]
    for end in (
        "fields.paragraphs",
        "personal_data.find",
        "safe_html.prose",
        "Scaffold.text",
        "PartialDate.parse",
        "Columns.title_of",
    ):
        assert any(name.endswith(end) for name in names), end
    for model in ("Entry", "Agency", "IndicatorRecord"):
        assert any(name.startswith(f"{model} ") for name in names), model


def unfinished_in_browser(signs: Sequence[str], seconds: int) -> list[str]:
    """The uses that were not done; each with long runs of one of the signs, taken in turn; of all signs without any."""
    names = in_browser("").splitlines()
    assert {
        "values.js paragraphs",
        "personal.js find",
        "entry.js check",
        "import_file.js open",
        "roots.js words",
    } <= set(names)
    turns = len(signs) or 1
    with ThreadPoolExecutor(2) as pool:
        ends = pool.map(lambda use: in_browser(use[1], signs[use[0] % turns :: turns], seconds), enumerate(names))
        return [last for last in ends if last]


def test_every_function_of_the_form_is_done_with_a_long_text_in_seconds():
    assert unfinished_in_browser(long_texts.SUSPECTS, 8) == []


@pytest.mark.walk
def test_so_is_it_with_the_longest_run_of_every_sign():
    assert unfinished_in_browser((), 30) == []
