"""`make bench`, last part: what a search costs, for made-up catalogues of growing size.

Seconds to build the index; bytes over the wire of a first and of later searches; milliseconds from a keystroke to the
first result in Chromium at a sixth of this machine's speed, server on this machine.
"""

import random
import shutil
import statistics
import sys
import tempfile
import time
from pathlib import Path

from catalogues import FROZEN
from playwright.sync_api import sync_playwright
from search_world import search_folder, search_view
from site_fixtures import BROWSERS, SWITCHES
from site_helpers import Sent, serving

from generator.publishing.exports import Build, search_index

SIZES = (1_000, 5_000, 10_000)
PAGE = (
    "<!doctype html><title>Uji</title><form id='pencarian' action='inovasi/' data-besar><input id='cari' name='q'></form>"
    "<script type='module' src='assets/boot.js'></script>"
)
#: Types one letter and waits for the first result that stands there afterwards.
KEYSTROKE = """text => new Promise(done => {
  const box = document.getElementById('cari'), start = performance.now();
  const seen = new MutationObserver(() => {
    if (document.querySelector('.k-temuan li')) { seen.disconnect(); done(performance.now() - start); }
  });
  document.querySelectorAll('.k-temuan li').forEach(item => item.remove());
  seen.observe(document.body, {childList: true, subtree: true});
  box.value = text; box.dispatchEvent(new Event('input', {bubbles: true}));
  setTimeout(() => { seen.disconnect(); done(-1); }, 5000);
})"""


def measure(size: int, folder: Path) -> str:
    """One line of figures."""
    view = search_view(size)
    view.newest  # noqa: B018 - sorted once for all pages
    start = time.process_time()
    files = sum(1 for _ in search_index.files(Build(FROZEN, view)))
    built = time.process_time() - start
    search_folder(view, folder)
    (folder / "404.html").write_text(PAGE)
    dice = random.Random(size)
    names = [innovation.entry.name.split()[:2] for innovation in dice.sample(view.by_name, 12)]
    queries = [" ".join(name) for name in names[:6]] + [name[0] for name in names[6:]] + ["pelayanan", "usg gratis"]
    sent: list[Sent] = []
    costs, waits = [], []
    with serving(folder, "/k/", sent) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=next(filter(None, map(shutil.which, BROWSERS))), args=SWITCHES
        )
        page = browser.new_page()
        page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": 6})
        page.goto(f"{address}x")
        sent.clear()
        page.focus("#cari")  # a finger needs longer than this from the box to the first letter
        page.wait_for_timeout(500)
        for query in queries:
            before = len(sent)
            waits.append(page.evaluate(KEYSTROKE, query))
            page.wait_for_timeout(150)
            costs.append(sum(answer.size for answer in sent[before if costs else 0 :]))
        browser.close()
    return (
        f"{size:>7,}  index {built:.2f} s CPU, {files:,} files  first search {costs[0] / 1000:.1f} kB {waits[0]:.0f} ms  "
        f"later: median {statistics.median(costs[1:]) / 1000:.1f} kB, most {max(costs[1:]) / 1000:.1f} kB, "
        f"median {statistics.median(waits[1:]):.0f} ms, most {max(waits[1:]):.0f} ms"
    )


if __name__ == "__main__":
    print("Search, CPU slowed down six times:")
    for count in map(int, sys.argv[1:] or SIZES):
        with tempfile.TemporaryDirectory() as scratch:
            print(measure(count, Path(scratch)), flush=True)
