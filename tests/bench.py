"""`make bench`: ours beside other engines on the same pages, by turns, on made-up catalogues; a table in Markdown.

Figures only, no assertions: machines differ. Where other work runs on the machine, trust the processor's seconds and
the ratios, not the clock's. `make bench-quick` asks for the smallest catalogue and one round.
"""

import datetime as dt
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from bench_catalogue import catalogue
from bench_memory import Watched
from bench_peers import ALL, Peer
from catalogues import ROOT

SIZES, ROUNDS = (200, 1_000, 5_000, 10_000), 3
#: Peers that take minutes on larger catalogues.
_SLOW, _MOST_FOR_SLOW = ("MkDocs + Material", "Zensical"), 200
_DAY = ("--as-of", "2026-11-24")
OURS = (sys.executable, "-m", "generator")
#: Beside the catalogue: what programs keep for themselves.
_CACHE = "kept"
_SITE = "https://contoh.go.id/katalog/"
_FLOOR = """
import sys, pathlib, yaml
for path in pathlib.Path("innovations").rglob("*.yml"):
    for _ in yaml.parse(path.read_bytes(), yaml.CSafeLoader): pass
source, target = map(pathlib.Path, sys.argv[1:])
for path in source.rglob("*"):
    if path.is_file():
        made = target / path.relative_to(source)
        made.parent.mkdir(parents=True, exist_ok=True)
        made.write_bytes(path.read_bytes())
"""


class Run(NamedTuple):
    """Seconds of the clock and of the processor, and the most memory of all its processes together in MiB."""

    wall: float
    cpu: float
    peak: float


def run(command: tuple[str, ...], cwd: Path, *, well: bool = True) -> Run:
    """Run a command to its end, which must be good unless that does not matter."""
    own = {"SITE_URL": _SITE, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(ROOT), "CI": "true"}
    env = {**os.environ, **own, "XDG_CACHE_HOME": str(cwd.parent / _CACHE)}
    start = time.perf_counter()
    process = subprocess.Popen(command, cwd=cwd, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    watched = Watched(process.pid)
    watched.start()
    _, status, used = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0 or not well, command
    return Run(seconds, used.ru_utime + used.ru_stime, max(watched.end(), used.ru_maxrss / 1024))


def measures(root: Path, peers: dict[str, Path]) -> dict[str, Callable[[], Run]]:
    """What is measured on the catalogue at `root`, by its name; `peers` have their pages laid out in a folder."""
    entry = next(iter(sorted(root.glob("innovations/*/*.yml"))))

    def cold() -> Run:
        for gone in (root / ".cache", root / "site", root.parent / _CACHE / "katalog-inovasi/parts"):
            shutil.rmtree(gone, ignore_errors=True)
        return run((*OURS, "build", *_DAY), root)

    def changed() -> Run:  # the first has no site before the last whose files could stay
        entry.write_text(entry.read_text("utf-8").replace("ringkasan: ", "ringkasan: Lagi ", 1), "utf-8")
        return run((*OURS, "build", *_DAY), root)

    def peer(name: str) -> Run:
        shutil.rmtree(peers[name] / "public", ignore_errors=True)
        return run(ALL[name].command, peers[name])

    def floor() -> Run:
        with tempfile.TemporaryDirectory(dir=root.parent) as target:
            return run((sys.executable, "-c", _FLOOR, str(root / "site"), target), root)

    return {
        "katalog build": cold,
        **{name: lambda name=name: peer(name) for name in peers},  # type: ignore[misc]
        "katalog build, nothing changed": lambda: run((*OURS, "build", *_DAY), root),
        "katalog build, one change": changed,
        "katalog build, one more change": changed,
        "katalog check": lambda: run((*OURS, "check"), root),
        "katalog check FILE": lambda: run((*OURS, "check", str(entry)), root),
        "floor: parse and write the same": floor,
    }


def prepared(root: Path, scratch: Path, size: int) -> dict[str, Path]:
    """The pages of our own site laid out for every peer that can be had for this size."""
    run((*OURS, "build", *_DAY), root)
    run((*OURS, "write", str(scratch / "pages"), *_DAY), root)
    found = {}
    for name, peer in ALL.items():
        if _can_be_had(name, peer, size):
            found[name] = scratch / name.split()[0]
            found[name].mkdir()
            peer.make(scratch / "pages", root / "site", found[name])
    return found


def _can_be_had(name: str, peer: Peer, size: int) -> bool:
    if not peer.needs.exists():
        print(f"{name}: not installed, left out (`make bench` installs it)", file=sys.stderr)
    return peer.needs.exists() and (size <= _MOST_FOR_SLOW or name not in _SLOW)


def measure(size: int, rounds: int) -> None:
    """Print the table of one size: medians of `rounds` runs, by turns, and their ratio to Hugo or the first of all."""
    with tempfile.TemporaryDirectory() as scratch:
        root = Path(scratch) / "catalogue"
        root.mkdir()
        catalogue(root, size)
        peers = prepared(root, Path(scratch), size)
        found: dict[str, list[Run]] = defaultdict(list)
        for _ in range(rounds):
            for name, one in measures(root, peers).items():
                found[name].append(one())
        files = [path for path in (root / "site").rglob("*") if path.is_file()]
        held = sum(path.stat().st_size for path in files)
    unit = "Hugo" if "Hugo" in found else next(iter(found))
    base = _median(found[unit])
    print(f"\n### {size:,} entries: {len(files):,} files, {held / 1e6:.1f} MB, {held / size / 1000:.1f} kB an entry\n")
    print(f"| | wall s | CPU s | peak MiB of all | wall / {unit} | CPU / {unit} |\n|---|---|---|---|---|---|")
    for name, runs in found.items():
        one = _median(runs)
        ratios = f"{one.wall / base.wall:.2f} | {one.cpu / base.cpu:.2f}"
        print(f"| {name} | {one.wall:.1f} | {one.cpu:.1f} | {one.peak:.0f} | {ratios} |", flush=True)


def _median(runs: list[Run]) -> Run:
    return Run(*(statistics.median(values) for values in zip(*runs, strict=True)))


def main(arguments: list[str]) -> None:
    """`bench.py [ROUNDS SIZE...]`."""
    rounds, *sizes = map(int, arguments) if arguments else (ROUNDS, *SIZES)
    print(f"{dt.date.today().isoformat()}, {platform.machine()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}")  # noqa: DTZ011
    for size in sizes:
        measure(size, rounds)


if __name__ == "__main__":
    main(sys.argv[1:])
