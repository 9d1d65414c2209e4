"""Mutation testing of the browser's half, the second part of `make mutants`: Stryker changes one thing at a time.

Each module is held to the tests of its subject alone. Printed are how many changes were noticed, module by module, and
the others with their places; the end is 1 where of one module fewer than `ENOUGH` were. Changes that change no behaviour
stand in `mutants.yml`, each with its reason.
`make mutants ONLY='checks/personal*'` looks at some modules.
"""

import fnmatch
import json
import os
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from typing import Any

from catalogues import ROOT
from javascript import NODE, program
from known_mutants import KNOWN, equivalent

ENOUGH = 0.85
STRYKER = ROOT / "tests/browser_mutants/node_modules/@stryker-mutator/core/bin/stryker.js"
ROOMS = "site_templates/browser/"
#: Where everything made here lies, the copy of the modules included; Git does not see it.
FOLDER = ROOT / "mutants"
_TEXTS = ("checks/entry_text.js", "checks/standing.js", "checks/walk.js")
_RULES = (
    "adoption",
    "completeness",
    "content",
    "entry_checks",
    "events",
    "fields",
    "file",
    "identity",
    "privacy",
    "rights",
    "supports",
)
#: Tests -> the modules of their subject.
SUBJECTS = {
    ("values",): tuple(f"reading/{name}.js" for name in ("cleaning", "dates", "slugs", "texts", "web_address")),
    ("import_file",): tuple(f"reading/{name}.js" for name in ("file_text", "import_file", "node_values", "yaml_parts")),
    ("personal",): (
        *(f"checks/personal{name}.js" for name in ("", "_addresses", "_numbers", "_shapes")),
        "checks/readings.js",
    ),
    ("likeness",): ("form/likeness.js",),
    ("event_field",): ("form/event_field.js",),
    ("faults",): ("form/drafts.js",),
    ("status",): ("page/hand_in_number.js",),
    ("package",): tuple(f"form/{name}.js" for name in ("package", "pictures", "receipts")),
    ("indicators",): ("checks/indicators.js",),
    ("spellings",): tuple(
        f"reading/{name}.js" for name in ("agencies", "amounts", "asking_back", "folding", "written_dates")
    ),
    ("entry_text", "fields", "rules", "standing"): (*_TEXTS, *(f"checks/{name}.js" for name in _RULES)),
}
#: Stryker's word -> ours; what does not even start counts nowhere.
FATES = {"Killed": "killed", "Timeout": "killed", "Survived": "survived", "NoCoverage": "survived"}


def _settings(tests: tuple[str, ...], modules: list[str]) -> dict[str, Any]:
    """Stryker's own settings. What it copies is the browser's half and its tests."""
    return {
        "testRunner": "tap",
        "tap": {
            "testFiles": [f"tests/browser/{name}.test.js" for name in tests],
            "nodeArgs": ["--test-reporter=tap", "-r", "{{hookFile}}", "{{testFile}}"],
        },
        "mutate": [f"{ROOMS}{module}" for module in modules],
        "ignorePatterns": ["**", f"!{ROOMS}**", "!tests/browser/**", f"{ROOMS}node_modules"],
        "coverageAnalysis": "perTest",
        "concurrency": 2,
        "timeoutMS": 20_000,  # what is late on a busy machine is not noticed by a test
        "tempDirName": "mutants/browser",
        "reporters": ["json", "progress-append-only"],
        "jsonReporter": {"fileName": "mutants/browser.json"},
    }  # fmt: skip


def tried(tests: tuple[str, ...], modules: list[str]) -> dict[str, Any]:
    """Module -> what Stryker tells of it, once every change in it was tried. Nothing where Stryker failed.

    Stryker runs the tests by the `node` that it finds: ours, not whatever the machine has. What it leaves behind when it
    fails or is stopped (its copy of the modules, what a test had to say) is taken away, now or by the next run.
    """
    clear()
    (FOLDER / "stryker.json").write_text(json.dumps(_settings(tests, modules)), "utf-8")
    (FOLDER / "browser.json").unlink(missing_ok=True)
    surroundings = {"PROGRAM": str(program(FOLDER)), "PATH": f"{NODE.parent}{os.pathsep}{os.environ['PATH']}"}
    try:
        subprocess.run(
            [NODE, STRYKER, "run", FOLDER / "stryker.json"], cwd=ROOT, env=os.environ | surroundings, check=False
        )
    finally:
        clear()
    if not (FOLDER / "browser.json").is_file():
        return {}
    files = json.loads((FOLDER / "browser.json").read_text("utf-8"))["files"]
    return {path.removeprefix(ROOMS): file for path, file in files.items()}


def clear() -> None:
    """Take away what a run has left behind."""
    shutil.rmtree(FOLDER / "browser", ignore_errors=True)
    for left in ROOT.glob("stryker-output-*.json"):
        left.unlink()


def changes(file: dict[str, Any]) -> Iterator[tuple[str, str, str]]:
    """Every change of a module: its fate, its place, and what stood there with what stands there now."""
    lines = file["source"].splitlines()
    for mutant in file["mutants"]:
        start, end = mutant["location"]["start"], mutant["location"]["end"]
        until = end["column"] - 1 if start["line"] == end["line"] else None
        was = lines[start["line"] - 1][start["column"] - 1 : until]
        yield FATES.get(mutant["status"], ""), f"{start['line']}:{start['column']}", f"{was} -> {mutant['replacement']}"


def report(found: dict[str, Any], untried: list[str]) -> int:
    """Print survivors and figures; 1 where too few changes of a module were noticed, or none could be tried."""
    known, figures, used = equivalent(), {}, set()
    for module, file in found.items():
        counts = figures[module] = Counter()
        for told, place, change in changes(file):
            fate = "equivalent" if told == "survived" and (module, change) in known else told
            counts[fate] += 1
            used |= {(module, change)} if fate == "equivalent" else set()
            if fate == "survived":
                print(f"{module}:{place}: {change}")
    print(f"\n{'module':36}{'killed':>8}{'survived':>10}{'equivalent':>12}")
    for module, counts in figures.items():
        print(f"{module:36}{counts['killed']:8}{counts['survived']:10}{counts['equivalent']:12}")
    for module, change in sorted(known.keys() - used):
        if module in found:
            print(f"no longer a survivor, take it out of {KNOWN.name}: {module}: {change}")
    short = [m for m, counts in figures.items() if counts["killed"] < ENOUGH * (counts["killed"] + counts["survived"])]
    if untried:
        print(f"\nnot tried, since Stryker failed: {', '.join(untried)}")
    print(f"\n{ENOUGH:.0%} of each module are asked for{'; too few: ' + ', '.join(short) if short else ''}")
    return 1 if short or untried else 0


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    found: dict[str, Any] = {}
    untried: list[str] = []
    for tests, modules in SUBJECTS.items():
        wanted = [module for module in modules if any(fnmatch.fnmatch(module, name) for name in sys.argv[1:] or "*")]
        found |= tried(tests, wanted) if wanted else {}
        untried += [module for module in wanted if module not in found]
    sys.exit(report(found, untried))
