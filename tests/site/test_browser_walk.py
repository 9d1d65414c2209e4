"""The site in a real browser: keyboard, small screens, light and dark, no script, nothing from elsewhere.

`make test` looks at a handful of kinds of page, each in one look; `make walk` at every kind in every look.
"""

import os
import re
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal
from urllib.parse import urljoin, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from page_kinds import REAL, largest
from playwright.sync_api import Browser, BrowserContext, Locator, Page
from site_helpers import SCREENSHOTS, Site

pytest_plugins = ["site_fixtures"]

WIDTHS = (320, 360, 1280)
LOOKED_AT = (360, 1280)
Look = tuple[int, Literal["light", "dark"]]
LOOKS: tuple[Look, ...] = (
    (360, "light"),
    (360, "dark"),
    (1280, "light"),
    (1280, "dark"),
)
MISSING = "inovasi/tidak/ada/sama-sekali"
#: What the worst input has made of the same kinds of page.
WORST = {
    "nama-300": "inovasi/" + "n" * 60 + "/",
    "kata-120": "inovasi/kata-panjang/",
    "kata-120-poster": "inovasi/kata-panjang/poster/",
    "lengkap": "inovasi/lengkap/",
    "hasil-60": "inovasi/banyak-hasil/",
    "tanda": "inovasi/tanda/",
    "kanan-ke-kiri": "inovasi/kanan-ke-kiri/",
    "berhenti": "inovasi/berhenti/",
    "worst-beranda": "",
    "worst-daftar": "inovasi/",
    "dinkes": "perangkat-daerah/dinkes/",
    "dinas-panjang": "perangkat-daerah/dinas-panjang/",
    "dinas-lama": "perangkat-daerah/dinas-lama/",
    "worst-kecamatan": "kecamatan/utara/",
    "worst-kecamatan-indeks": "kecamatan/",
    "worst-kepatuhan": "kepatuhan/",
    "tahun-ditutup": "kepatuhan/2025/",
    "worst-riwayat": "kepatuhan/2024/",
}
#: The kinds of page that `make test` looks at, and how; among them they have every look.
FEW: dict[str, Look] = {
    "beranda": LOOKS[0],
    "daftar": LOOKS[1],
    "inovasi": LOOKS[2],
    "kepatuhan": LOOKS[3],
    "formulir": LOOKS[1],
    "404": LOOKS[0],
    "kata-120": LOOKS[0],
}
_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
#: Only colours differ in the dark, so the other rules need not run twice.
AXE: dict[str, dict[str, Any]] = {
    "light": {"runOnly": {"type": "tag", "values": _TAGS}, "rules": {"target-size": {"enabled": True}}},
    "dark": {"runOnly": ["color-contrast", "link-in-text-block"]},
}
for _options in AXE.values():
    _options |= {"resultTypes": ["violations"], "preload": False}
RUN_AXE = """options => axe.run(document, options).then(found => found.violations.map(
    v => v.id + ': ' + v.nodes.map(n => n.target.join(' ')).slice(0, 3).join(' | ')))"""
#: How far anything sticks out of the window on the right, in pixels, and what does.
SIDEWAYS = """() => {
  const root = document.scrollingElement, beyond = root.scrollWidth - root.clientWidth;
  if (beyond <= 0) return '';
  const widest = [...document.body.querySelectorAll('*')].sort(
    (a, b) => b.getBoundingClientRect().right - a.getBoundingClientRect().right)[0];
  return beyond + ' px: ' + widest.outerHTML.slice(0, 120);
}"""
#: Text that is cut off: a box that hides what does not fit. A remark in a row may be, for it stands whole where it leads.
CUT_OFF = """() => [...document.querySelectorAll('main *, header *, footer *')].filter(e => !e.matches('.k-cut, .k-unseen') &&
    ['hidden', 'clip'].includes(getComputedStyle(e).overflowX) && e.scrollWidth > e.clientWidth + 1 && e.clientWidth > 1
).map(e => e.outerHTML.slice(0, 120))"""
#: The tiles of the map are left out: `test_map_and_list` proves that each has a twin in the list.
CONTROLS = """() => [...document.querySelectorAll(
    'a[href], button, input, select, textarea, summary, iframe, [tabindex], [contenteditable]')
].filter(e => e.checkVisibility() && !e.matches('.k-peta [tabindex="-1"]'))"""
#: What has the focus: its number among all controls in the order of the document, and how it is seen.
FOCUS = """() => {
  const e = document.activeElement, style = getComputedStyle(e), box = e.getClientRects()[0];
  if (e === document.body || !box) return {number: -1, href: '', text: e.tagName, faults: ['nothing has the focus']};
  const faults = [], x = box.left + box.width / 2, y = box.top + box.height / 2;
  if (style.outlineStyle === 'none' || parseFloat(style.outlineWidth) < 2) faults.push('no outline');
  if (style.visibility !== 'visible' || style.opacity === '0' || !e.checkVisibility()) faults.push('hidden');
  if (box.width < 2 || box.height < 2) faults.push('too small');
  const tall = box.height > innerHeight || box.width > innerWidth;
  if (!tall && (box.top < -1 || box.left < -1 || box.bottom > innerHeight + 1 || box.right > innerWidth + 1))
    faults.push('outside the window');
  const top = document.elementFromPoint(x, y);
  if (!tall && !(top && (e.contains(top) || top.contains(e)))) faults.push('covered');
  const all = (CONTROLS)();
  return {number: all.indexOf(e), href: e.href || '', text: e.textContent.trim().replace(/\\s+/g, ' '), faults,
          inMain: document.querySelector('main').contains(e)};
}""".replace("CONTROLS", CONTROLS)


@dataclass(slots=True)
class Visit:
    """What one page did and showed at every width, light and dark."""

    status: int
    sideways: dict[int, str] = field(default_factory=dict)
    cut_off: dict[int, list[str]] = field(default_factory=dict)
    violations: dict[str, list[str]] = field(default_factory=dict)
    console: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    cookies: list[Any] = field(default_factory=list)
    stored: int = 0


def screenshot(page: Page, name: str) -> None:
    """Keep what is seen, for a person to look at, if asked to: `SCREENSHOTS=1 make walk`."""
    if not os.environ.get("SCREENSHOTS"):
        return
    SCREENSHOTS.mkdir(exist_ok=True)
    page.screenshot(path=SCREENSHOTS / f"{name}.png", full_page=True)


@pytest.fixture(scope="session")
def address_of(frozen_below: Site, synthetic_site: Site) -> Callable[[str], str]:
    """Name of a kind of page -> an address where it is served."""

    def find(name: str) -> str:
        if name in WORST:
            return synthetic_site.address + WORST[name]
        return frozen_below.address + MISSING if name == "404" else frozen_below.url(largest(frozen_below, REAL[name]))

    return find


@pytest.fixture(scope="session")
def visited(browser: Browser, address_of: Callable[[str], str]) -> Callable[[str, tuple[Look, ...]], Visit]:
    """Open a kind of page once, look at it from all these sides, remember the answers."""
    visits: dict[tuple[str, tuple[Look, ...]], Visit] = {}

    def visit(name: str, looks: tuple[Look, ...]) -> Visit:
        if (name, looks) not in visits:
            context = browser.new_context(viewport={"width": 1280, "height": 800})
            try:
                visits[name, looks] = _look(context, name, address_of(name), looks)
            finally:
                context.close()
        return visits[name, looks]

    return visit


def _look(context: BrowserContext, name: str, address: str, looks: tuple[Look, ...]) -> Visit:
    page, console, requests, failed = context.new_page(), [], [], []
    page.on(
        "console", lambda message: console.append(f"{message.type}: {message.text} ({message.location.get('url')})")
    )
    page.on("pageerror", lambda error: console.append(f"error: {error}"))
    page.on("request", lambda request: requests.append(request.url))
    page.on("response", lambda response: failed.append(response.url) if response.status >= 400 else None)
    answer = page.goto(address, wait_until="load")
    visit = Visit(answer.status if answer else 0)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        visit.sideways[width] = page.evaluate(SIDEWAYS)
        visit.cut_off[width] = page.evaluate(CUT_OFF)
    visit.console, visit.requests, visit.failed = list(console), list(requests), list(failed)
    visit.cookies = context.cookies()
    visit.stored = page.evaluate("() => localStorage.length + sessionStorage.length")
    page.evaluate(Axe().axe_script)
    for width, scheme in looks:
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        visit.violations[f"{width} {scheme}"] = page.evaluate(RUN_AXE, AXE[scheme])
        if name in REAL or (width, scheme) == LOOKS[0]:
            screenshot(page, f"{name}-{width}-{scheme}")
    return visit


every_kind = pytest.mark.parametrize(
    ("kind", "looks"),
    [pytest.param(kind, (look,), id=f"{kind}-{look[0]}-{look[1]}") for kind, look in FEW.items()]
    + [
        pytest.param(kind, LOOKS if kind in REAL else LOOKS[:3], id=kind, marks=pytest.mark.walk)
        for kind in (*REAL, *WORST)
    ],
)


def test_the_few_kinds_of_every_day_have_every_look_among_them():
    assert FEW.keys() <= {*REAL, *WORST}
    assert set(FEW.values()) == set(LOOKS)


def test_every_kind_of_page_is_among_those_looked_at(frozen_below):
    known = {path for pattern in REAL.values() for path in frozen_below.folder.glob(pattern)}
    numbered = set(frozen_below.folder.glob("**/halaman/*/index.html"))
    assert set(frozen_below.pages()) - known - numbered == set()


@every_kind
def test_the_page_answers(visited, kind, looks):
    assert visited(kind, looks).status == (404 if kind == "404" else 200)


@every_kind
def test_no_page_scrolls_sideways(visited, kind, looks):
    assert {width: what for width, what in visited(kind, looks).sideways.items() if what} == {}


@every_kind
def test_no_text_is_cut_off(visited, kind, looks):
    assert {width: what for width, what in visited(kind, looks).cut_off.items() if what} == {}


@every_kind
def test_axe_finds_no_barrier_in_light_and_in_dark(visited, kind, looks):
    violations = visited(kind, looks).violations
    assert len(violations) == len(looks)
    assert {where: found for where, found in violations.items() if found} == {}


@every_kind
def test_the_page_asks_no_other_host_and_keeps_nothing(visited, address_of, kind, looks):
    visit = visited(kind, looks)
    host = urlsplit(address_of(kind)).netloc
    assert [url for url in visit.requests if urlsplit(url).netloc != host] == []
    assert len([url for url in visit.requests if url.endswith(".css")]) == 1
    assert (visit.cookies, visit.stored) == ([], 0)


@every_kind
def test_the_console_stays_silent(visited, address_of, kind, looks):
    """A breach of the content security policy shows here."""
    own = address_of(kind) if kind == "404" else ""
    visit = visited(kind, looks)
    assert [line for line in visit.console if not (own and own in line and "status of 404" in line)] == []
    assert [url for url in visit.failed if url != own] == []


def test_dark_is_darker_than_light(browser, frozen_below):
    brightness = {}
    for scheme in AXE:
        page = browser.new_page(color_scheme=scheme)
        page.goto(frozen_below.address)
        colour = page.evaluate("() => getComputedStyle(document.body).backgroundColor")
        brightness[scheme] = sum(map(int, re.findall(r"\d+", colour)[:3]))
        page.context.close()
    assert brightness["dark"] < 150
    assert brightness["light"] > 600


# The keyboard


@pytest.fixture(params=LOOKED_AT)
def width(request: pytest.FixtureRequest) -> int:
    return request.param


@pytest.fixture
def desk(browser: Browser, width: int) -> Iterator[Page]:
    """A page at 360 and at 1280 pixels that nobody touches with a mouse."""
    context = browser.new_context(viewport={"width": width, "height": 740}, reduced_motion="reduce")
    yield context.new_page()
    context.close()


def tab(page: Page) -> dict[str, Any]:
    """Press Tab; what has the focus now must be seen."""
    page.keyboard.press("Tab")
    focus = page.evaluate(FOCUS)
    assert focus["faults"] == [], f"{page.url}: {focus}"
    return focus


def press_enter(page: Page) -> None:
    with page.expect_navigation():
        page.keyboard.press("Enter")


def tab_to(page: Page, wanted: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
    before = -1
    for _ in range(300):
        focus = tab(page)
        assert focus["number"] > before, f"the focus jumps back at {focus}"
        before = focus["number"]
        if wanted(focus):
            return focus
    pytest.fail(f"never reached by Tab on {page.url}")


def at_widths(name: str, *rows: tuple[str, int], more: Sequence[str]) -> pytest.MarkDecorator:
    """These pairs every day; each of the names, and of `more`, at the other widths on the walk."""
    names = [*dict.fromkeys([row[0] for row in rows]), *more]
    rest = [(one, width) for one in names for width in LOOKED_AT if (one, width) not in rows]
    return pytest.mark.parametrize(
        (name, "width"), [*rows, *(pytest.param(*row, marks=pytest.mark.walk) for row in rest)]
    )


def test_from_900_pixels_on_the_parts_of_the_header_stand_beside_each_other(browser, frozen_below):
    page = browser.new_page(viewport={"width": 900, "height": 740})
    page.goto(f"{frozen_below.address}kepatuhan/")
    boxes = [page.locator(f".k-header {part}").bounding_box() for part in (".k-brand", ".k-nav", ".k-cari")]
    edges = [edge for box in boxes for edge in (box["x"], box["x"] + box["width"])]
    page.close()
    assert edges == sorted(edges)
    assert edges[-1] <= 900


@at_widths("name", ("frozen_at_root", 1280), ("frozen_below", 360), more=())
def test_the_keyboard_alone_leads_from_home_to_compliance(request, desk, name):
    site = request.getfixturevalue(name)
    desk.goto(site.address)
    tab_to(desk, lambda focus: focus["href"] == f"{site.address}inovasi/" and focus["inMain"])
    press_enter(desk)
    assert desk.locator("h1").inner_text() == "Semua inovasi"
    chosen = tab_to(desk, lambda focus: focus["inMain"] and focus["href"].startswith(f"{site.address}inovasi/"))
    press_enter(desk)
    assert desk.locator("h1").inner_text() == chosen["text"]
    agency = tab_to(desk, lambda f: f["inMain"] and re.match(f"{site.address}perangkat-daerah/[a-z0-9-]+/$", f["href"]))
    press_enter(desk)
    assert desk.locator("h1").inner_text() == agency["text"]
    tab_to(desk, lambda focus: focus["inMain"] and focus["href"].startswith(f"{site.address}kepatuhan/"))
    press_enter(desk)
    assert desk.locator("h1").inner_text().startswith("Kepatuhan perangkat daerah")
    row = desk.locator("li[data-status]").filter(has_text=agency["text"])
    assert row.count() == 1
    assert row.locator(".k-unseen").first.text_content().strip()


@at_widths(
    "kind", ("beranda", 360), ("daftar", 1280), ("inovasi", 360), more=("perangkat-daerah", "kepatuhan", "404", "tanda")
)
def test_tab_reaches_every_control_in_the_order_of_the_document_and_nothing_else(desk, address_of, kind):
    desk.goto(address_of(kind))
    all_controls = desk.evaluate(f"() => ({CONTROLS})().length")
    assert all_controls > 10
    assert [tab(desk)["number"] for _ in range(all_controls)] == list(range(all_controls))


@at_widths("kind", ("beranda", 360), ("inovasi", 1280), more=("kepatuhan",))
def test_the_skip_link_leads_past_the_header(desk, address_of, kind):
    desk.goto(address_of(kind))
    first = tab(desk)
    assert first["text"] == "Langsung ke isi"
    desk.keyboard.press("Enter")
    desk.wait_for_url("**/#isi")
    assert tab(desk)["inMain"]


def test_the_skip_link_is_out_of_sight_until_it_has_the_focus(desk, address_of):
    desk.goto(address_of("beranda"))
    place = "() => document.querySelector('a').getBoundingClientRect().right"
    assert desk.evaluate(place) <= 0
    tab(desk)
    assert desk.evaluate(place) > 0


# Without JavaScript, and where nothing is


def chosen(page: Page, name: str) -> Locator:
    """The link in the menu of a phone, which is opened first."""
    page.locator("header summary").click()
    return page.get_by_role("navigation", name="Menu").get_by_role("link", name=name, exact=True)


def test_the_site_works_with_javascript_off(browser, frozen_below):
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.goto(frozen_below.address)
    chosen(page, "Inovasi").click()
    page.locator("main h2 a").first.click()
    name = page.locator("h1").inner_text()
    assert page.locator("main").inner_text().count("\n") > 10
    page.locator("main a[href*='perangkat-daerah/']").first.click()
    assert name in page.locator("main").inner_text()
    chosen(page, "Kepatuhan").click()
    assert page.locator("li[data-status]").count() > 10
    context.close()


def test_an_old_address_brings_the_reader_to_the_new_one(browser, synthetic_site):
    page = browser.new_page()
    page.goto(f"{synthetic_site.address}inovasi/nama-lama/")
    page.wait_for_url("**/inovasi/nama-baru/")
    assert page.locator("h1").inner_text() == "Layanan Ganti Nama"
    page.context.close()


@pytest.mark.parametrize("wrong", ["salah", "inovasi/salah/sekali/"])
@pytest.mark.parametrize("name", ["frozen_at_root", "frozen_below"])
def test_the_404_page_is_whole_at_the_root_and_under_a_sub_path(request, browser, name, wrong):
    site = request.getfixturevalue(name)
    page = browser.new_page()
    answer = page.goto(site.address + wrong)
    assert answer.status == 404
    assert page.locator("h1").inner_text() == "Halaman tidak ditemukan"
    rules = page.evaluate("() => [...document.styleSheets].map(sheet => sheet.cssRules.length)")
    assert len(rules) == 1
    assert all(rules)
    links = page.evaluate("() => [...document.links].map(link => link.href)")
    page.context.close()
    own = sorted(
        {urljoin(link, "#").rstrip("#") for link in links if link.startswith(site.address)} - {site.address + wrong}
    )
    assert len(own) > 10
    assert [link for link in own if _status(link) != 200] == []
    outside = [link for link in links if urlsplit(link).netloc == urlsplit(site.address).netloc and link not in own]
    assert [link for link in outside if not link.startswith(site.address)] == []


def _status(address: str) -> int:
    try:
        with urllib.request.urlopen(address, timeout=10) as answer:
            return answer.status
    except urllib.error.HTTPError as error:
        error.close()
        return error.code
