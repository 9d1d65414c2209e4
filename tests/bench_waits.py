"""`make bench`, third part: from saving to the page, the real catalogue, a card and a QR code."""

import os
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bench import OURS, run
from bench_catalogue import catalogue
from catalogues import FROZEN, TODAY, as_project
from conftest import SETTINGS

from generator.checking import check
from generator.publishing import pipeline
from generator.publishing.exports import share_cards
from generator.publishing.qr_code import qr_code
from generator.settings import Edition

SIZES, ROUNDS, DRAWN = (21, 1_000), 5, 300
#: Seconds between two looks at the page, and after which nobody waits any more.
_LOOK, _END = 0.01, 120


@contextmanager
def previewed(root: Path) -> Iterator[str]:
    """The address of a preview of the catalogue at `root`."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        at = f"127.0.0.1:{probe.getsockname()[1]}"
    command = (sys.executable, "-m", "generator", "serve", "--address", at)
    process = subprocess.Popen(
        command, cwd=root, env={**os.environ, "SITE_URL": ""}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        yield f"http://{at}/"
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(_END)


def shown(address: str, text: str) -> float:
    """Seconds until the page there says `text`."""
    start = time.perf_counter()
    while (waited := time.perf_counter() - start) < _END:
        try:
            with urllib.request.urlopen(address, timeout=_END) as answer:
                if text in answer.read().decode():
                    return time.perf_counter() - start
        except (OSError, urllib.error.HTTPError):
            pass
        time.sleep(_LOOK)
    return waited


def save_to_page(size: int) -> list[float]:
    """Seconds of each of a few saves, in a catalogue of that size."""
    with tempfile.TemporaryDirectory() as scratch:
        root = Path(scratch) / "catalogue"
        root.mkdir()
        catalogue(root, size)
        entry = min(root.glob("innovations/*/*.yml"))
        text, found = entry.read_text("utf-8"), []
        with previewed(root) as address:
            page = f"{address}inovasi/{entry.stem}/"
            shown(page, "<h1")
            for number in range(ROUNDS):
                time.sleep(2)  # whoever writes reads what came of it
                entry.write_text(text.replace("ringkasan: ", f"ringkasan: Lagi{number} ", 1), "utf-8")
                found.append(shown(page, f"Lagi{number} "))
    return found


def real() -> list[float]:
    """Seconds of the clock of whole builds of the frozen real catalogue; only templates are compiled and pictures clean."""
    with tempfile.TemporaryDirectory() as scratch:
        root = Path(scratch) / "catalogue"
        root.mkdir()
        as_project(root, FROZEN)
        build = (*OURS, "build", "--clean", "--as-of", str(TODAY))
        return [run(build, root).wall for _ in range(ROUNDS + 1)][1:]


def drawing() -> tuple[float, float]:
    """Seconds of the processor of one card, and of one QR code, neither of them known before."""
    with tempfile.TemporaryDirectory() as scratch:
        root = Path(scratch)
        catalogue(root, DRAWN)
        build = pipeline.prepared(root, check(root, TODAY), SETTINGS, Edition(TODAY, TODAY))
        start = time.process_time()
        cards = sum(1 for _ in share_cards.files(build))
        drawn = time.process_time()
        for innovation in build.view.catalogue.innovations:
            qr_code(f"{SETTINGS.site}inovasi/{innovation}/")
        return (drawn - start) / cards, (time.process_time() - drawn) / DRAWN


def main() -> None:
    """Print one line a measure, each the median of a few."""
    print("\n### What people wait for\n")
    for size in SIZES:
        print(f"- from saving to the page, {size:,} entries: {statistics.median(save_to_page(size)):.2f} s", flush=True)
    print(f"- the real catalogue, whole, start of Python too: {statistics.median(real()):.2f} s", flush=True)
    card, code = drawing()
    print(f"- a card {card * 1000:.1f} ms, a QR code {code * 1000:.1f} ms")


if __name__ == "__main__":
    main()
