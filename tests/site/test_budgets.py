"""What a first visit costs: every kind of page, cold cache, counted at the server as it went over the wire.

For readers on a slow network and a cheap phone. Figures are bytes of packed bodies; 1 KB is 1,000 bytes. A few pages
every day, of which the list and an innovation among enough entries to fill them; every kind, and a thousand entries,
on the walk.
"""

import io
import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from bench_catalogue import catalogue
from conftest import TODAY
from page_kinds import REAL, largest
from PIL import Image
from playwright.sync_api import Browser
from site_helpers import Sent, Site, built, serving
from synthetic_catalogue import plain, put

pytest_plugins = ["site_fixtures"]

#: Everything before the first touch: the page, its style sheet with the face of headings, the boot script, the icon.
PLAIN = {"html": 12_000, "css": 9_000, "face": 6_000, "js": 1_000, "images": 0, "total": 25_000, "requests": 6}
#: A page of 24 cards.
LIST = PLAIN | {"images": 25_000, "total": 30_000}
INNOVATION = PLAIN | {"html": 10_000, "images": 60_000, "total": 85_000, "requests": 7}
#: The form's two scripts and its data are asked for side by side while the page is read.
FORM = PLAIN | {"html": 20_000, "js": 45_000, "total": 75_000, "requests": 8}
LISTS = {"daftar", "bentuk", "jenis", "urusan", "tahapan", "kecamatan", "tahun"}
#: What other entries could make heavier.
FED_BY_ENTRIES = {"beranda", "inovasi", "perangkat-daerah-indeks", "perangkat-daerah", "rapor", "kepatuhan", "kepatuhan-tahun",
                  "riwayat-kepatuhan", "perubahan", "pendampingan", "statistik", "formulir", "kelengkapan-indeks", "ringkasan", *LISTS, *(f"{name}-indeks" for name in LISTS - {"daftar"})}  # fmt: skip
KINDS = {
    "text/html": "html",
    "text/css": "css",
    "font/woff2": "face",
    "text/javascript": "js",
    "application/javascript": "js",
}
WITH_A_PHOTO = "inovasi/bergambar/index.html"
#: How far the content jumped while the page was built up (Cumulative Layout Shift), late requests included.
SHIFTS = """() => new Promise(done => {
  const seen = [], observer = new PerformanceObserver(list => seen.push(...list.getEntries()));
  observer.observe({type: 'layout-shift', buffered: true});
  setTimeout(() => {
    seen.push(...observer.takeRecords());
    done(seen.reduce((sum, shift) => sum + shift.value, 0));
  }, 200);
})"""


@dataclass(slots=True)
class Cost:
    """What one first visit sent and did."""

    spent: dict[str, int]
    shift: float = 0
    cookies: list[Any] = field(default_factory=list)
    hosts: set[str] = field(default_factory=set)


def budget(kind: str) -> dict[str, int]:
    kinds = {"inovasi": INNOVATION, "formulir": FORM}
    return kinds.get(kind, LIST if kind in LISTS else PLAIN)


def spent(sent: list[Sent]) -> dict[str, int]:
    """What each part cost; the icon is one of the requests, not one of the page's images."""
    sums = dict.fromkeys(PLAIN, 0) | {"total": sum(answer.size for answer in sent), "requests": len(sent)}
    for answer in sent:
        part = KINDS.get(answer.kind) or ("images" if answer.kind.startswith("image/") else "")
        if part and not re.search(r"/ikon\.svg$|/favicon\.ico$", answer.path):
            sums[part] += answer.size
    return sums


@dataclass(slots=True)
class Counted:
    """A site behind a server that keeps the books."""

    site: Site
    sent: list[Sent]


@pytest.fixture(scope="session")
def real(frozen_below: Site) -> Iterator[Counted]:
    sent: list[Sent] = []
    with serving(frozen_below.folder, "/katalog/", sent) as address:
        yield Counted(Site(frozen_below.folder, address, frozen_below.project), sent)


def photograph(target: Path) -> None:
    """Write a JPEG as large and as full of detail as phones make them."""
    grain = Image.frombytes("L", (480, 360), random.Random(1).randbytes(480 * 360)).resize((1600, 1200))
    light = Image.linear_gradient("L").resize(grain.size)
    out = io.BytesIO()
    Image.merge("RGB", [Image.blend(light.rotate(turn), grain, 0.5) for turn in (0, 90, 180)]).save(
        out, "JPEG", quality=90
    )
    assert len(out.getvalue()) > 400_000
    target.parent.mkdir()
    target.write_bytes(out.getvalue())


@pytest.fixture(scope="session")
def fifty(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Counted]:
    """The same registry with made-up entries, which fill the first page of every long list, and one with a photo."""
    yield from crowded(tmp_path_factory.mktemp("fifty"), 50)


@pytest.fixture(scope="session")
def thousand(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Counted]:
    """As many entries as fill every list."""
    yield from crowded(tmp_path_factory.mktemp("thousand"), 1_000)


def crowded(folder: Path, size: int) -> Iterator[Counted]:
    sent: list[Sent] = []
    project = folder / "project"
    catalogue(project, size)
    put(project, {"dinkes/bergambar": plain(gambar=[{"berkas": "foto.jpg", "alt": "Rekaan", "kredit": "Rekaan"}])})
    photograph(project / "innovations/dinkes/bergambar/foto.jpg")
    site = built(project, folder / "site", "--as-of", TODAY.isoformat())
    with serving(site, "/", sent) as address:
        yield Counted(Site(site, address, project), sent)


@pytest.fixture(scope="session")
def cost(request: pytest.FixtureRequest, browser: Browser) -> Callable[[str, str], Cost]:
    """Open the heaviest page of a kind (or the page named) once, as somebody who was never here, on a phone."""
    known: dict[tuple[str, str], Cost] = {}

    def visit(name: str, kind: str) -> Cost:
        counted = request.getfixturevalue(name)
        if (name, kind) not in known:
            address = counted.site.url(largest(counted.site, REAL.get(kind, kind)))
            context = browser.new_context(viewport={"width": 360, "height": 740})
            page, hosts = context.new_page(), set()
            page.on("request", lambda asked: hosts.add(urlsplit(asked.url).netloc))
            counted.sent.clear()
            page.goto(address, wait_until="load")
            if kind == "formulir":
                page.wait_for_selector("#formulir form")
            known[name, kind] = Cost(spent(counted.sent), page.evaluate(SHIFTS), context.cookies(), hosts)
            context.close()
        return known[name, kind]

    return visit


EVERY_DAY = [("real", kind) for kind in ("beranda", "daftar", "inovasi", "kepatuhan", "formulir")]
ON_THE_WALK = [
    *(("real", kind) for kind in REAL if ("real", kind) not in EVERY_DAY),
    *(("fifty", kind) for kind in ("beranda", "daftar", "kepatuhan", "perangkat-daerah")),
    *(("thousand", kind) for kind in REAL if kind in FED_BY_ENTRIES),
]
on_every_page = pytest.mark.parametrize(
    ("name", "kind"), [*EVERY_DAY, *(pytest.param(*row, marks=pytest.mark.walk) for row in ON_THE_WALK)]
)


@on_every_page
def test_a_first_visit_stays_within_its_budget(cost, name, kind):
    spent, limits = cost(name, kind).spent, budget(kind)
    assert spent["html"] > 500
    assert spent["css"] > 500
    assert {part: size for part, size in spent.items() if size > limits[part]} == {}


@pytest.mark.walk
def test_a_photo_stays_within_the_budget_and_has_its_place_kept(cost):
    found = cost("fifty", WITH_A_PHOTO)
    assert found.spent["images"] > 20_000
    assert {part: size for part, size in found.spent.items() if size > INNOVATION[part]} == {}
    assert found.shift <= 0.01


@on_every_page
def test_nothing_jumps_while_a_page_is_built_up(cost, name, kind):
    assert cost(name, kind).shift <= 0.01


@on_every_page
def test_a_first_visit_asks_one_host_and_leaves_no_cookie(request, cost, name, kind):
    host = urlsplit(request.getfixturevalue(name).site.address).netloc
    assert (cost(name, kind).hosts, cost(name, kind).cookies) == ({host}, [])


def test_the_books_know_a_jump_when_there_is_one(browser):
    """The measure itself: text pushed down after it was seen is no zero."""
    page = browser.new_page(viewport={"width": 360, "height": 740})
    page.set_content("<p style='height: 200px'>Rekaan</p>")
    page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    page.evaluate("() => document.body.insertAdjacentHTML('afterbegin', '<p style=\"height: 300px\">Iklan</p>')")
    page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    assert page.evaluate(SHIFTS) > 0.1
    page.context.close()
