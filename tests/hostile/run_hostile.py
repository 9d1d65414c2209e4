"""Let hostile cases loose on the product, each in a process of its own, and say how many did what they should.

`make hostile` runs all groups; `make hostile ONLY='yaml paths/fifo'` some groups or cases. Ends with 1 if anything is
wrong. A case that hangs, fills the memory, crashes or reaches out of its folder is wrong too.
"""

import datetime as dt
import gc
import json
import os
import resource
import shutil
import signal
import sys
import tempfile
import traceback
from collections.abc import Callable, Iterable, Iterator
from functools import cache, partial
from pathlib import Path
from typing import NamedTuple
from unittest import mock

from catalogues import TODAY
from conftest import Known, hostile_table
from hostile_addresses import ADDRESSES
from hostile_case import Box, Case, must, placed
from hostile_events import EVENTS
from hostile_import import IMPORT
from hostile_markup import MARKUP
from hostile_page import Page
from hostile_paths import PATHS
from hostile_private import PRIVATE
from hostile_publishing import PUBLISHING
from hostile_unicode import UNICODE
from hostile_written import WRITTEN
from hostile_yaml import YAML

from generator.publishing import configuration, render
from generator.publishing.exports import brief_pdf
from generator.schema.entry import Entry

CASES = (*YAML, *UNICODE, *MARKUP, *ADDRESSES, *PATHS, *PRIVATE, *IMPORT, *EVENTS, *WRITTEN, *PUBLISHING)
GROUPS = tuple(dict.fromkeys(case.group for case in CASES))
#: What a case may use before it counts as a hang or a flood: seconds of processor, seconds, bytes.
CPU, PATIENCE, MEMORY = 6, 120, 3 * 1024**3
#: Seconds of processor for the one build of all cases that pass the check.
CPU_BUILD = 30


class Verdict(NamedTuple):
    """What came of a case: its expectation if it held, else `wrong` and what was seen."""

    case: str
    group: str
    outcome: str
    detail: str = ""


def verdicts(cases: Iterable[Case]) -> Iterator[Verdict]:
    """The verdict on each case; the entries that pass the check are built into one site."""
    with tempfile.TemporaryDirectory(prefix="hostile-") as scratch:
        folder = Path(scratch)
        waiting = []
        for number, case in enumerate(cases):
            outcome = alone(partial(_let_loose, case, folder / str(number)))
            shutil.rmtree(folder / str(number), ignore_errors=True)
            if outcome or case.act or case.expect == "refused":
                yield _verdict(case, outcome)
            else:
                waiting.append(case)
        yield from _on_the_site(waiting, folder)


def _verdict(case: Case, outcome: str) -> Verdict:
    return Verdict(str(case), case.group, "wrong" if outcome else case.expect, outcome)


def _let_loose(case: Case, folder: Path) -> None:
    folder.mkdir()
    box = Box(folder)
    if case.act:
        case.act(box)
    elif case.expect == "refused":
        box.put(placed(case))
        box.refused_with(next(iter(placed(case))), *case.codes)
    else:
        box.put(placed(case))
        must(not box.errors(), f"refused: {[(one.code, one.message) for one in box.errors()]}")
    box.untouched()


def _on_the_site(cases: list[Case], folder: Path) -> Iterator[Verdict]:
    """Build all in one site and look at each one's page; where the build fails, find out whose fault it is."""
    if not cases:
        return
    project = folder / f"site-{cases[0].name}-{len(cases)}"
    failed = alone(partial(_build, cases, project), CPU_BUILD)
    if failed and len(cases) > 1:
        half = len(cases) // 2
        yield from _on_the_site(cases[:half], folder)
        yield from _on_the_site(cases[half:], folder)
        return
    for case in cases:
        yield _verdict(case, failed or alone(partial(_look, case, project / "katalog/site")))


def _build(cases: list[Case], folder: Path) -> None:
    folder.mkdir()
    box = Box(folder)
    for case in cases:
        box.put(placed(case))
    done = box.build()
    must(done.code == 0, f"the build ended with {done.code}: {done.err[-300:]}")
    box.untouched()


def _look(case: Case, site: Path) -> None:
    """The page of an entry does nothing, and shows what it must; so does its data."""
    page = Page((site / f"inovasi/{case.name}/index.html").read_text("utf-8"))
    must(not page.deeds, "; ".join(page.deeds))
    told = json.loads((site / f"data/inovasi/{case.name}.json").read_text("utf-8"))["inovasi"]
    name = " ".join(told["nama"].split())
    must(page.held_in("title").strip("\x00 ") == f"{name} - Katalog Inovasi Contoh", f"title: {page.held_in('title')}")
    must(page.held_in("h1").strip("\x00 ") == name, f"heading: {page.held_in('h1')}")
    must([block["name"] for block in page.json_ld()] == [told["nama"]], "the JSON-LD has another name")
    for text in case.shows:
        must(text in page.text, f"not shown: {text}")


def alone(act: Callable[[], None], seconds: int = CPU) -> str:
    """Do something in a process of its own, within limits; "" if all went well, else what went wrong."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        os.close(reading)
        _bounded(act, writing, seconds)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        said = pipe.read()
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        return f"ended by {signal.Signals(os.WTERMSIG(status)).name}"
    return said.decode("utf-8", "replace")


def _bounded(act: Callable[[], None], writing: int, seconds: int) -> None:
    """The child's life: it never returns."""
    os.setsid()
    silence = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(silence, stream)
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.alarm(PATIENCE)
    told = ""
    try:
        act()
    except AssertionError as wrong:
        told = str(wrong) or "an assertion of the product failed"
    except BaseException as error:  # noqa: BLE001 - whatever the product lets through is what is looked for
        told = f"{type(error).__name__}: {error} at {traceback.extract_tb(error.__traceback__)[-1]}"
    os.write(writing, told.encode("utf-8", "backslashreplace")[:60_000])
    os._exit(0)


def prepare(*, many: bool) -> None:
    """What is the same in all cases is made once, before the first of many."""
    os.environ |= {"GIT_CEILING_DIRECTORIES": "/", "NO_MKDOCS_2_WARNING": "1"}
    for name in ("SITE_URL", "REPO_URL"):
        os.environ.pop(name, None)
    configuration.now = lambda: dt.datetime.combine(TODAY, dt.time(5), dt.UTC)
    render.Compiled = Known
    Entry.model_json_schema = cache(Entry.model_json_schema)
    if many:
        here = Path.cwd()
        # Typst keeps threads of its own, which no process begun afterwards has: it would wait for them for ever.
        typesets = mock.patch.object(brief_pdf, "typeset", return_value=b"%PDF-1.7\n")
        with typesets, tempfile.TemporaryDirectory(prefix="hostile-") as scratch:
            must(Box(Path(scratch)).build().code == 0, "the base itself cannot be built")
            os.chdir(here)
    gc.freeze()  # what lives now is shared with all cases


def chosen(names: Iterable[str]) -> list[Case]:
    """The cases of these groups, or of these names (`yaml/alias`); all, if none is named."""
    wanted = set(names)
    return [case for case in CASES if not wanted or {case.group, str(case)} & wanted]


def main(*names: str, as_json: bool = False) -> int:
    """Run the cases of these names and print the verdicts, as lines of JSON or as a table."""
    cases, found = chosen(names), []
    prepare(many=len(cases) > 10)
    for verdict in verdicts(cases):
        found.append(verdict._asdict())
        if as_json:
            print(json.dumps(found[-1]), flush=True)
        elif verdict.outcome == "wrong":
            print(f"wrong: {verdict.case}: {verdict.detail}", flush=True)
    if not as_json:
        print("\n".join(hostile_table(found)))
    return int(any(row["outcome"] == "wrong" for row in found))


if __name__ == "__main__":
    sys.exit(main(*(name for name in sys.argv[1:] if name != "--json"), as_json="--json" in sys.argv))
