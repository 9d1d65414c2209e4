"""Mutation testing of the rules: every single change of behaviour in them must make a fast test fail.

`make mutants` changes one thing at a time in the modules that `[tool.mutmut]` names and runs the tests of the module's
subject. It prints how many changes were noticed, the others with their places, and ends with 1 where fewer than
`ENOUGH` of those that matter were. Changes that change no behaviour stand in `mutants.yml`, each with its reason.
`make mutants ONLY='generator.dates.*'` looks at some modules again and keeps what is known of the others.
"""

import ast
import fnmatch
import os
import re
import shutil
import sys
import types
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

from known_mutants import KNOWN, equivalent
from mutmut import __main__ as mutmut
from mutmut.mutation.data import SourceFileMutationData
from mutmut.mutation.diff_apply import get_diff_for_mutant
from mutmut.state import state
from mutmut.stats import status_by_exit_code
from mutmut.utils.file_utils import walk_mutatable_files

ENOUGH = 0.9
WORKERS = 2
#: Module -> the tests of its subject. Without this every test that makes a catalogue would run for every change.
SUBJECTS = {
    "generator.checks.adoption": r"test_entry_rules|test_invalid_cases.*\[(?:A001|A02[4-7]|I016)",
    "generator.checks.agency_names": r"test_agency_names|test_invalid_cases.*\[R061",
    "generator.checks.completeness": r"test_entry_rules|test_invalid_cases.*\[K",
    "generator.checks.content": r"test_entry_rules|test_invalid_cases.*\[(?:A00[5-9]|B01[45]|I016)",
    "generator.checks.events": r"test_entry_rules|test_invalid_cases.*\[(?:A00|A010)",
    "generator.checks.everyday_words": r"test_everyday_words|test_invalid_cases.*\[R07",
    "generator.checks.handins": r"test_hand_ins|test_invalid_cases.*\[(?:A001|R00[23]|R09[5-7])",
    "generator.checks.helpline": r"test_invalid_cases.*\[S001",
    "generator.checks.identity": r"test_entry_rules|test_invalid_cases.*\[B012",
    "generator.checks.indicators": r"test_national_index|test_invalid_cases.*\[(?:A04|K006|R09[12])",
    "generator.checks.links_seen": r"test_links_seen|test_invalid_cases.*\[(?:A001|R002|R093)",
    "generator.checks.lost": r"test_published|test_invalid_cases.*\[(?:B019|R020)",
    "generator.checks.needs": r"test_calls|test_invalid_cases.*\[(?:A001|R00[23]|R08[12])",
    "generator.checks.privacy": r"test_privacy",
    "generator.checks.registers": r"test_registers|test_district_map|test_invalid_cases.*\[R",
    "generator.checks.replies": r"test_replies|test_invalid_cases.*\[R08[34]",
    "generator.checks.rights": r"test_rights|test_invalid_cases.*\[(?:A028|K021)",
    "generator.checks.successions": r"test_successions|test_invalid_cases.*\[(?:R00[45]|R05)",
    "generator.checks.supports": r"test_entry_rules|test_invalid_cases.*\[(?:A001|A02[1-3]|I016)",
    "generator.checks.year_dates": r"test_registers|test_new_year|test_invalid_cases.*\[R03",
    "generator.compliance.agency_years": r"test_compliance|test_course",
    "generator.compliance.closing": r"test_closing|test_registers|test_invalid_cases.*\[R0",
    "generator.compliance.course": r"test_course",
    "generator.compliance.doubts": r"test_new_year",
    "generator.compliance.earlier_years": r"test_compliance",
    "generator.compliance.exemptions": r"test_compliance|test_invalid_cases.*\[(?:R003|R03|R053)",
    "generator.compliance.headline": r"test_compliance",
    "generator.compliance.index": r"test_compliance|test_closing",
    "generator.compliance.learned": r"test_closing|test_invalid_cases.*\[R04",
    "generator.compliance.open_work": r"test_new_year",
    "generator.compliance.opening": r"test_new_year",
    "generator.compliance.public_log": r"test_replies",
    "generator.compliance.record": r"test_closing|test_invalid_cases.*\[R00[7-9]",
    "generator.compliance.replies": r"test_replies",
    "generator.compliance.wording": r"test_compliance|test_closing",
    "generator.dates": r"test_dates",
    "generator.text.personal_data": r"test_privacy",
    "generator.text.readings": r"test_privacy",
    "generator.text.safe_html": r"test_safe_html",
}
#: Stands for Typst, whose threads no copy of this process has: a change tried in one would wait for them without end.
UNSET = types.SimpleNamespace(
    Fonts=lambda **_: None, Compiler=lambda *_, **__: types.SimpleNamespace(compile=lambda **_: b"")
)


class Mutant(NamedTuple):
    """One change: where it is, what stood there and what stands there now, and what came of it."""

    module: str
    file: str
    line: int
    change: str
    outcome: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.change.replace(chr(10), '  ')}"


def run(names: list[str]) -> None:
    """Let mutmut make and try the changes, each with the tests of its subject, the quickest first."""
    sys.modules["typst"] = UNSET  # type: ignore[assignment]
    os.register_at_fork(after_in_child=_with_threads_of_its_own)
    collect = mutmut.collect_or_load_stats

    def collect_of_the_subject(*arguments, **more):
        collect(*arguments, **more)
        known = state().tests_by_mangled_function_name
        seconds = state().duration_by_test
        for test in [test for test in seconds if test != _addressed(test)]:
            seconds[_addressed(test)] = seconds.get(_addressed(test), 0) + seconds[test]
        for function, tests in known.items():
            subject = next((s for module, s in SUBJECTS.items() if function.startswith(f"{module}.")), "")
            chosen = {_addressed(test) for test in tests if re.search(subject, test)}
            known[function] = sorted(chosen, key=seconds.__getitem__)

    mutmut.collect_or_load_stats = collect_of_the_subject
    mutmut._run(names, WORKERS)


def _with_threads_of_its_own() -> None:
    """What decodes pictures waits for a thread that only the process has of which this is a copy."""
    if pictures := sys.modules.get("generator.catalogue.pictures"):
        pictures.__dict__["_DECODER"] = ThreadPoolExecutor(1)


def _addressed(test: str) -> str:
    """The test, without its case where pytest escapes the case's name anew whenever it looks at the module again."""
    return test.partition("[")[0] if "\\" in test else test


def mutants() -> list[Mutant]:
    """Every change that was made, with its outcome: `killed`, `survived`, `no tests`, `timeout`..."""
    found = []
    for path in walk_mutatable_files():
        data = SourceFileMutationData(path=path)
        data.load()
        starts = _starts(Path(path))
        module = ".".join(Path(path).with_suffix("").parts)
        for name, code in data.exit_code_by_key.items():
            outcome = status_by_exit_code[code]
            offset, change = (0, "") if outcome == "killed" else _change(get_diff_for_mutant(name, path=path))
            function = re.sub(r"^x_|__mutmut_\d+$", "", name.rpartition(".")[2]).rpartition("ǁ")[2]
            found.append(Mutant(module, str(path), starts[function] + offset, change, outcome))
    return found


def _starts(path: Path) -> dict[str, int]:
    """Function -> the line on which it begins."""
    functions = (node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.FunctionDef))
    return {function.name: function.lineno for function in functions}


def _change(diff: str) -> tuple[int, str]:
    """How many lines below its function's first a change begins; what was taken away and what was put there."""
    _, _, head, *lines = diff.splitlines()
    first = int(re.match(r"@@ -(\d+)", head).group(1)) - 1
    offset = next(number for number, line in enumerate(lines) if line[0] in "-+")
    return first + offset, "\n".join(f"{line[0]} {line[1:].strip()}" for line in lines if line[0] in "-+")


def report(found: list[Mutant]) -> int:
    """Print figures and survivors; 1 where too few changes were noticed."""
    known = equivalent()
    used, counts, left = set(), Counter(), []
    for mutant in found:
        key = mutant.module, mutant.change
        fate = "killed" if mutant.outcome in ("killed", "timeout") else "equivalent" if key in known else "survived"
        counts[mutant.module, fate] += 1
        used |= {key} if fate == "equivalent" else set()
        left += [mutant] if fate == "survived" else []
    for mutant in sorted(left):
        print(f"{mutant} ({mutant.outcome})")
    modules = sorted({mutant.module for mutant in found})
    print(f"\n{'module':36}{'killed':>8}{'survived':>10}{'equivalent':>12}")
    for module in modules:
        print(
            f"{module:36}{counts[module, 'killed']:8}{counts[module, 'survived']:10}{counts[module, 'equivalent']:12}"
        )
    for module, change in sorted(known.keys() - used):
        if module in modules:
            print(f"no longer a survivor, take it out of {KNOWN.name}: {module}: {change}")
    killed, survived = (sum(counts[module, fate] for module in modules) for fate in ("killed", "survived"))
    share = killed / max(killed + survived, 1)
    print(
        f"\n{killed} of {killed + survived} changes of behaviour were noticed: {share:.1%}, {ENOUGH:.0%} are asked for"
    )
    return 0 if share >= ENOUGH else 1


if __name__ == "__main__":
    names = sys.argv[1:]
    if not names:
        shutil.rmtree("mutants", ignore_errors=True)
    run(names)
    wanted = [
        mutant for mutant in mutants() if any(fnmatch.fnmatch(f"{mutant.module}.", name) for name in names or "*")
    ]
    sys.exit(report(wanted))
