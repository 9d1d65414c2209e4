"""Switch each defence of the program off in turn: what is named for it in `defences.yml` must then fail.

`make defences` works on copies of the tree, two at a time, and prints what failed for each defence. It ends with 1 if one
can be switched off unnoticed, if a text of the table no longer stands in its file just once, or if something named
there fails anyway. `make defences ONLY='*link*'` tries some of them.
"""

import fnmatch
import json
import os
import queue
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import yaml

from generator.text.printable import printable

ROOT = Path(__file__).parent.parent
WORKERS = 2
#: A case that no defence of the table holds: while it goes well, the program itself still runs.
CONTROL = "paths/akhiran-lain"
_LEFT_OUT = shutil.ignore_patterns(
    ".git", ".venv", ".*cache", ".hypothesis", "site", "build", "mutants", "node_modules", "screenshots"
)
Defence = Mapping[str, Any]


def defences(patterns: Sequence[str] = ("*",)) -> list[Defence]:
    """The table, or the rows whose name matches."""
    rows = yaml.safe_load((ROOT / "tests/defences.yml").read_text("utf-8"))
    return [row for row in rows if any(fnmatch.fnmatch(row["defence"], pattern) for pattern in patterns)]


def locks(defence: Defence) -> list[tuple[str, str, str]]:
    """(file, the text that is the defence, the text that switches it off) of a defence and its second locks."""
    return [(one["in"], one["is"], one["instead"]) for one in (defence, *defence.get("with", ()))]


def outdated(rows: Iterable[Defence]) -> list[str]:
    """The texts that do not stand in their files just once."""
    found = []
    for row in rows:
        for file, text, _ in locks(row):
            times = (ROOT / file).read_text("utf-8").count(text)
            if times != 1:
                found.append(f"{row['defence']}: {times} times in {file}: {text}")
    return found


class Tree:
    """A copy of the tree in which defences can be switched off."""

    def __init__(self, folder: Path) -> None:
        self.root = folder
        shutil.copytree(ROOT, folder, ignore=_LEFT_OUT, symlinks=True)

    def failing(self, wanted: Sequence[str], changes: Iterable[tuple[str, str, str]] = ()) -> dict[str, str]:
        """Which of these cases and tests fail while the changes are made, and how."""
        changed = [(self.root / file, text, off) for file, text, off in changes]
        before = {path: path.read_bytes() for path, _, _ in changed}
        try:
            for path, text, off in changed:
                path.write_text(path.read_text("utf-8").replace(text, off), "utf-8")
            return self._failing_cases([one for one in wanted if ".py" not in one]) | self._failing_tests(
                [one for one in wanted if ".py" in one]
            )
        finally:
            for path, content in before.items():
                path.write_bytes(content)

    def _failing_cases(self, cases: Sequence[str]) -> dict[str, str]:
        """The wrong ones. A program that no longer runs at all proves nothing: then nothing counts as noticed."""
        done = self._run("run_hostile", "--json", CONTROL, *cases)
        rows = {row["case"]: row for row in map(json.loads, done.stdout.splitlines())}
        if rows.get(CONTROL, {"outcome": "wrong"})["outcome"] == "wrong":
            return {}
        return {case: rows[case]["detail"] for case in cases if rows[case]["outcome"] == "wrong"}

    def _failing_tests(self, tests: Sequence[str]) -> dict[str, str]:
        ends = {one: self._run("pytest", "-q", "-x", "-n0", "-p", "no:randomly", one) for one in tests}
        return {one: done.stdout.strip().rpartition("\n")[2] for one, done in ends.items() if done.returncode == 1}

    def _run(self, module: str, *arguments: str) -> subprocess.CompletedProcess[str]:
        paths = (self.root, self.root / "tests", self.root / "tests/hostile")
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(map(str, paths)), "PYTHONDONTWRITEBYTECODE": "1"}
        return subprocess.run(
            [sys.executable, "-m", module, *arguments],
            cwd=self.root, env=environment, check=False, capture_output=True, encoding="utf-8",
        )  # fmt: skip


def tried(rows: Sequence[Defence], folder: Path) -> bool:
    """Try each defence and print what failed; whether all were noticed."""
    trees: queue.SimpleQueue[Tree] = queue.SimpleQueue()
    for number in range(WORKERS):
        trees.put(Tree(folder / str(number)))

    def failing(row: Defence | None) -> dict[str, str]:
        tree = trees.get()
        try:
            if row is None:
                return tree.failing(sorted({one for row in rows for one in row["noticed_by"]}))
            return tree.failing(row["noticed_by"], locks(row))
        finally:
            trees.put(tree)

    with ThreadPoolExecutor(WORKERS) as pool:
        anyway = pool.submit(failing, None)
        noticed = list(zip(rows, pool.map(failing, rows), strict=True))
    for row, found in noticed:
        print(f"{row['defence']} -> {', '.join(found) or 'NOTHING'}")
        for one in row["noticed_by"]:
            print(f"    {one}: {printable(found.get(one, 'NOT NOTICED'))}")
    for case, detail in anyway.result().items():
        print(f"fails with all defences on: {case}: {printable(detail)}")
    whole = sum(found.keys() == set(row["noticed_by"]) for row, found in noticed)
    print(f"\n{whole} of {len(rows)} defences cannot be switched off unnoticed")
    return whole == len(rows) and not anyway.result()


if __name__ == "__main__":
    rows = defences(sys.argv[1:] or ("*",))
    if old := outdated(rows):
        sys.exit("\n".join(["The table is out of date:", *old]))
    with tempfile.TemporaryDirectory(prefix="defences-") as scratch:
        sys.exit(not tried(rows, Path(scratch)))
