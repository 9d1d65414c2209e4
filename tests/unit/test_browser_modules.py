"""The browser's modules that decide something, without a page."""

import os
import re
import subprocess

import pytest
from browser_mutants import SUBJECTS
from catalogues import ROOT
from javascript import BROWSER, MODULES, NODE, program

#: Modules of the reading room that only hand on what others have.
HANDED_ON = ("settings", "values", "vendor-yaml")
#: Of these modules so many of a hundred lines and of a hundred branches are run.
COVERED = (
    *(f"reading/{path.name}" for path in MODULES if path.parent.name == "reading" and path.stem not in HANDED_ON),
    *(f"checks/{path.name}" for path in MODULES if path.parent.name == "checks"),
    *(f"form/{name}.js" for name in ("drafts", "event_field", "likeness", "package", "pictures", "receipts")),
    "page/hand_in_number.js",
)
#: Of these there is nothing to change: constants, and what is handed on.
GATHERED = {"checks/entry.js", "checks/settings.js"}
ENOUGH = 95


@pytest.fixture(scope="module")
def ran(tmp_path_factory):
    """Runs every `*.test.js` once: what was said, and the coverage of each module as lcov has it."""
    folder = tmp_path_factory.mktemp("node")
    command = [NODE, "--test", "--experimental-test-coverage"]
    for reporter, place in (("spec", "stdout"), ("lcov", folder / "lcov")):
        command += [f"--test-reporter={reporter}", f"--test-reporter-destination={place}"]
    done = subprocess.run(
        [*command, *sorted((ROOT / "tests/browser").glob("*.test.js"))],
        cwd=ROOT, env=os.environ | {"PROGRAM": str(program(folder))}, capture_output=True, text=True, check=False,
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


def test_every_module_of_which_mutants_are_asked_for_is_covered():
    assert {module for modules in SUBJECTS.values() for module in modules} <= set(COVERED)


def test_mutants_are_asked_for_of_every_module_that_reads_or_checks_and_by_tests_that_there_are():
    deciding = {path for path in COVERED if path.startswith(("reading/", "checks/"))} - GATHERED
    assert deciding <= {module for modules in SUBJECTS.values() for module in modules}
    for name in {name for names in SUBJECTS for name in names}:
        assert (ROOT / f"tests/browser/{name}.test.js").is_file()


def _missed(record):
    """The lines that no test runs, and those where a branch is not taken."""
    lines = re.findall(r"^DA:(\d+),0$", record, re.MULTILINE)
    return lines, re.findall(r"^BRDA:(\d+),\d+,\d+,0$", record, re.MULTILINE)
