"""The browser's modules that decide something, without a page."""

import json
import os
import re
import subprocess

import pytest
from catalogues import ROOT
from javascript import BROWSER, NODE

from generator.dates import MONTHS
from generator.text.personal_shapes import SHAPES

#: Of these modules so many of a hundred lines and of a hundred branches are run.
COVERED = (
    *(f"reading/{name}.js" for name in ("cleaning", "dates", "slugs", "texts", "web_address")),
    *(f"checks/personal{name}.js" for name in ("", "_addresses", "_numbers", "_shapes")),
    "checks/readings.js",
    "form/drafts.js",
)
ENOUGH = 95


@pytest.fixture(scope="module")
def ran(tmp_path_factory):
    """Runs every `*.test.js` once: what was said, and the coverage of each module as lcov has it."""
    folder = tmp_path_factory.mktemp("node")
    (folder / "program.json").write_text(json.dumps({"SHAPES": SHAPES, "MONTHS": MONTHS}), "utf-8")
    command = [NODE, "--test", "--experimental-test-coverage"]
    for reporter, place in (("spec", "stdout"), ("lcov", folder / "lcov")):
        command += [f"--test-reporter={reporter}", f"--test-reporter-destination={place}"]
    done = subprocess.run(
        [*command, *sorted((ROOT / "tests/browser").glob("*.test.js"))],
        cwd=ROOT, env=os.environ | {"PROGRAM": str(folder / "program.json")}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    return done, (folder / "lcov").read_text("utf-8")


def test_every_rule_of_a_module_holds(ran):
    done, _ = ran
    assert done.returncode == 0, done.stdout
    assert int(re.search(r"^ℹ tests (\d+)", done.stdout, re.MULTILINE).group(1)) > 30


@pytest.mark.parametrize("module", COVERED)
def test_nearly_every_line_and_branch_of_a_module_is_run(ran, module):
    [record] = [
        part for part in ran[1].split("end_of_record") if f"SF:{(BROWSER / module).relative_to(ROOT)}\n" in part
    ]
    figures = {name: int(count) for name, count in re.findall(r"^(BRF|BRH|LF|LH):(\d+)", record, re.MULTILINE)}
    for hit, found in (("LH", "LF"), ("BRH", "BRF")):
        assert figures[hit] * 100 >= figures[found] * ENOUGH, (hit, figures, _missed(record))


def _missed(record):
    """The lines that no test runs, and those where a branch is not taken."""
    lines = re.findall(r"^DA:(\d+),0$", record, re.MULTILINE)
    return lines, re.findall(r"^BRDA:(\d+),\d+,\d+,0$", record, re.MULTILINE)
