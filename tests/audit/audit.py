"""`make audit`: every kind of page under Lighthouse, and every page under the Nu checker. A program for people.

    make audit                          # all of it, about half an hour
    make audit ONLY="nu beranda 404"    # the checker and two kinds of page (names: `tests/site/page_kinds.py`)

Ends with 1 if a requirement is missed. Times differ from run to run and from machine to machine, so nothing
else should be at work here; what is counted (sizes, requests, problems) does not.
"""

import datetime as dt
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from page_kinds import REAL, largest
from site_fixtures import WITH_WINDOWS
from site_helpers import ROOT, Site, built, serving
from synthetic_catalogue import synthetic, with_closed_year

TOOLS = Path(__file__).parent / "node_modules"
LIGHTHOUSE = TOOLS / "lighthouse/cli/index.js"
NU = TOOLS / "vnu-jar/build/dist/vnu.jar"
#: Made by the template of another kind, with less in it.
TWINS = {"bentuk", "jenis", "tahapan", "bentuk-indeks", "jenis-indeks", "tahapan-indeks"}
RUNS = 3
#: Of no host that answers: nothing of it is asked for.
REPOSITORY = "https://git.contoh.go.id/katalog/"
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
NEEDED = dict(zip(CATEGORIES, (99, 100, 100, 100), strict=True))
#: A weak signal and a cheap phone: 400 kbit/s, 400 ms for each answer, a processor six times slower.
SLOW = (
    "--throttling-method=devtools",
    "--throttling.requestLatencyMs=400",
    "--throttling.downloadThroughputKbps=400",
    "--throttling.uploadThroughputKbps=400",
    "--throttling.cpuSlowdownMultiplier=6",
    "--only-categories=performance",
)
NEEDED_SLOW = 97
MAX_BLOCKING_MS = 50
TIMES = {
    "FCP": "first-contentful-paint",
    "LCP": "largest-contentful-paint",
    "TBT": "total-blocking-time",
    "CLS": "cumulative-layout-shift",
}
COLUMNS = (*TIMES, "requests", "KB")
#: Kind of page and failed audit of Lighthouse -> why that is no problem.
EXCUSED = {
    ("404", "http-status-code"): "a page that is missing has to say so",
    ("404", "errors-in-console"): "the browser notes there that the page is missing",
    ("404", "meta-description"): "search engines do not list it",
}
#: Finding of the Nu checker and the place it shows -> why it is none.
NO_FINDING = {
    r"^Resource violates Content Security Policy .* “[^:”]+” blocked by": (
        "the checker reads files, and at a file: address 'self' means nothing; the browser tests hold the policy"
    ),
    r"^Inline script violates Content Security Policy .* <script type=.application/ld\+json.>$": (
        "data is no script: browsers neither run nor block it, and the browser tests hold them to it"
    ),
    r"^This document appears to be written in Malay": "the checker guesses, and takes Indonesian for its sister language",
}


@dataclass(slots=True)
class Run:
    """What Lighthouse says of one visit: scores of 0 to 100, times in milliseconds, sizes in bytes."""

    scores: dict[str, int]
    times: dict[str, float]
    requests: int
    size: int
    failed: dict[str, set[str]]

    def blamed(self, kind: str, category: str) -> list[str]:
        return sorted(name for name in self.failed[category] if (kind, name) not in EXCUSED)

    def passes(self, kind: str, category: str) -> bool:
        excused = bool(self.failed[category]) and not self.blamed(kind, category)
        return self.scores[category] >= NEEDED[category] or excused


def visit(address: str, *switches: str) -> Run:
    """One visit of Lighthouse with a Chromium of its own; raises RuntimeError if it cannot say anything."""
    browser = next(filter(None, map(shutil.which, WITH_WINDOWS)), "")
    chrome = "--chrome-flags=--headless=new --no-sandbox"
    done = subprocess.run(
        ["node", LIGHTHOUSE, address, "--quiet", "--output=json", "--ignore-status-code",
         "--no-enable-error-reporting", chrome, *switches],
        env=os.environ | {"CHROME_PATH": browser}, check=False, capture_output=True, encoding="utf-8",
    )  # fmt: skip
    if done.returncode:
        raise RuntimeError(f"{address}: {done.stderr}")
    found = json.loads(done.stdout)
    audits, parts = found["audits"], found["categories"]
    if error := found.get("runtimeError"):
        raise RuntimeError(f"{address}: {error['message']}")
    sent = audits["network-requests"]["details"]["items"]
    return Run(
        scores={name: round(100 * part["score"]) for name, part in parts.items()},
        times={name: audits[audit]["numericValue"] for name, audit in TIMES.items()},
        requests=len(sent),
        size=sum(item.get("transferSize", 0) for item in sent),
        failed={
            name: {
                ref["id"] for ref in part["auditRefs"] if ref["weight"] and audits[ref["id"]]["score"] not in (None, 1)
            }
            for name, part in parts.items()
        },
    )


def median(runs: Sequence[Run]) -> Run:
    """The run in the middle by performance."""
    return sorted(runs, key=lambda run: (run.scores["performance"], -run.times["LCP"]))[len(runs) // 2]


def row(name: str, *cells: object) -> None:
    """Print one line of a table as soon as it is known: a name, then figures to the right."""
    print(name.ljust(32) + "".join(str(cell).rjust(9) for cell in cells), flush=True)


def figures(run: Run) -> list[str]:
    times = [f"{run.times[name]:.0f}" for name in ("FCP", "LCP", "TBT")]
    return [*times, f"{run.times['CLS']:.3f}", str(run.requests), f"{run.size / 1000:.1f}"]


def mobile(pages: dict[str, str]) -> Iterator[str]:
    """Lighthouse as it comes, on a phone; gives what is missed."""
    print(f"\nLighthouse, mobile, median of {RUNS}; times in ms")
    row("page", "perf", "a11y", "best", "SEO", *COLUMNS)
    for kind, address in pages.items():
        run = median([visit(address) for _ in range(RUNS)])
        row(kind, *(run.scores[name] for name in CATEGORIES), *figures(run))
        for name in CATEGORIES:
            if not run.passes(kind, name):
                yield f"{kind}: {name} {run.scores[name]} of {NEEDED[name]}: {', '.join(run.blamed(kind, name))}"
    for (kind, name), why in EXCUSED.items():
        if kind in pages:
            print(f"Excused on {kind}: {name}, since {why}.")


def slow(pages: dict[str, str]) -> Iterator[str]:
    """One visit each over a weak signal; gives what is missed."""
    print("\nLighthouse, 400 kbit/s, 400 ms, processor 6 times slower; times in ms")
    row("page", "perf", *COLUMNS)
    for kind, address in pages.items():
        run = visit(address, *SLOW)
        row(kind, run.scores["performance"], *figures(run))
        if run.scores["performance"] < NEEDED_SLOW:
            yield f"{kind}: slow performance {run.scores['performance']} of {NEEDED_SLOW}"
        if run.times["TBT"] > MAX_BLOCKING_MS:
            yield f"{kind}: blocked for {run.times['TBT']:.0f} ms on the slow profile, {MAX_BLOCKING_MS} allowed"


def nu(sites: dict[str, Path]) -> Iterator[str]:
    """The Nu checker over all pages of every site; gives what is missed."""
    print("\nNu HTML checker")
    row("site", "pages", "errors", "warnings", "excused")
    for name, folder in sites.items():
        done = subprocess.run(
            ["java", "-jar", NU, "--stdout", "--format", "json", "--exit-zero-always", "--skip-non-html", folder],
            check=True, capture_output=True, encoding="utf-8",
        )  # fmt: skip
        found: list[dict[str, Any]] = json.loads(done.stdout)["messages"]
        counted = [
            message for message in found if not any(re.search(pattern, _seen(message)) for pattern in NO_FINDING)
        ]
        errors = sum(message["type"] != "info" for message in counted)
        pages = sum(1 for _ in folder.rglob("*.html"))
        row(name, pages, errors, len(counted) - errors, len(found) - len(counted))
        yield from (_spot(name, folder, message) for message in counted)
    for pattern, why in NO_FINDING.items():
        print(f"Excused: {pattern}, since {why}.")


def _seen(message: dict[str, Any]) -> str:
    """What is found and the piece of the page where it is."""
    start = message.get("hiliteStart", 0)
    return f"{message['message']} {message.get('extract', '')[start : start + message.get('hiliteLength', 0)]}"


def _spot(name: str, folder: Path, message: dict[str, Any]) -> str:
    page = message["url"].partition(f"{folder}/")[2].removeprefix("./")
    return f"{name}: {page}:{message.get('lastLine', 0)}: {message['message']}"


def main(only: Sequence[str]) -> int:
    """Build, serve, look; 0 if everything that is asked for is met."""
    kinds = [kind for kind in REAL if kind in (only or REAL.keys() - TWINS)]
    if unknown := set(only) - REAL.keys() - {"nu"}:
        print(f"No such kind of page: {', '.join(sorted(unknown))}. There are: nu {' '.join(REAL)}")
        return 2
    today = dt.datetime.now(dt.UTC).date().isoformat()
    missed: list[str] = []
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch).resolve()
        with serving(folder / "real", "/") as address:
            real = Site(built(ROOT, folder / "real", "--as-of", today, SITE_URL=address), address, ROOT)
            if not only or "nu" in only:
                worst = with_closed_year(synthetic(folder / "project"))
                worst_site = built(worst, folder / "worst", "--as-of", today, SITE_URL=address, REPO_URL=REPOSITORY)
                missed += nu({"real": real.folder, "worst input": worst_site})
            pages = {kind: real.url(largest(real, REAL[kind])) for kind in kinds}
            if "404" in pages:
                pages["404"] = f"{address}tidak/ada/"
            missed += [*mobile(pages), *slow(pages)] if pages else []
    print("\nMissed:\n" + "\n".join(missed) if missed else "\nEverything asked for is met.")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
