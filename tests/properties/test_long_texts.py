"""No text, however long and whatever it holds, takes more work than a walk through it: in Python and in the browser's half."""

import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import long_texts
import playwright
from catalogues import ROOT

ASSETS = ROOT / "site_templates/theme/assets"
#: The JavaScript engine of Chromium without a window; Playwright brings it along.
NODE = Path(playwright.__file__).parent / "driver/node"


MODULES = sorted(path for path in ASSETS.glob("*.js") if not path.name.startswith("vendor"))


def child(*command: str | Path) -> subprocess.CompletedProcess[str]:
    """A child that ends by itself, or because its processor time is spent."""
    done = subprocess.run(command, cwd=ROOT / "tests", capture_output=True, text=True, check=False)
    assert done.returncode in (0, -signal.SIGXCPU, -signal.SIGKILL), done.stderr
    return done


def in_browser(name: str = "") -> subprocess.CompletedProcess[str]:
    """One use of the form's functions, or the names of all."""
    return child("/bin/sh", "-c", 'ulimit -t 8; exec "$@"', "sh", NODE, ROOT / "tests/long_texts.mjs", name, *MODULES)


def unfinished(done: subprocess.CompletedProcess[str]) -> str:
    """What the child was at when it was ended."""
    return done.stdout.splitlines()[-1] if done.returncode else ""


def test_every_function_field_and_reader_is_done_with_a_long_text_in_seconds():
    assert unfinished(child(sys.executable, ROOT / "tests/long_texts.py")) == ""


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


def test_every_function_of_the_form_is_done_with_a_long_text_in_seconds():
    names = in_browser().stdout.splitlines()
    assert {"values.js paragraphs", "personal.js find", "entry.js check", "open.js open", "roots.js words"} <= set(
        names
    )
    with ThreadPoolExecutor(2) as pool:
        assert [last for done in pool.map(in_browser, names) if (last := unfinished(done))] == []
