"""What citizens come for, done on a small phone by somebody who was never here: citizen_tasks.yml says what and how."""

import gzip
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any
from urllib.parse import quote, quote_plus

import pytest
import yaml
from conftest import BASE, TODAY, write_files
from many_units import register
from playwright.sync_api import Browser, Locator, Page, expect
from site_helpers import Site, built, serving
from synthetic_catalogue import region

pytest_plugins = ["site_fixtures"]

TASKS: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("citizen_tasks.yml").read_text("utf-8"))
#: One by search, one with slips of the pen, one by taps; what a search finds is tried every day without a browser.
DAILY = (0, 7, 8)
HEIGHT = 800
FIRST_RESULTS = 5
MOST_TAPS, MOST_TAPS_TO_USE = 3, 2
DAY = TODAY.isoformat()
#: Bytes, packed, of a page that lists many.
HEAVIEST = 20_000
#: Headings that a citizen must not have to look for.
HEADINGS = ("Cara memakai", "Hubungi")


@pytest.fixture
def phone(browser: Browser, frozen_below: Site) -> Iterator[Page]:
    """The home page on a phone with an empty cache."""
    context = browser.new_context(viewport={"width": 360, "height": HEIGHT})
    page = context.new_page()
    page.goto(frozen_below.address)
    yield page
    context.close()


def find(page: Page, text: str, address: str, places: int) -> None:
    """Type into the box, look at the results of the whole text, follow the one that leads there."""
    page.locator("#cari").press_sequentially(text)
    page.locator("#cari").press("Enter")
    page.wait_for_url(f"**/inovasi/?q={quote_plus(text)}")
    links = page.locator("#saring .k-cards h2 a")
    expect(links.first).to_be_visible()
    results = [link.evaluate("a => a.href") for link in links.all()]
    assert address in results[:places], f"{text!r} finds {results}"
    links.nth(results.index(address)).click()


def tap(page: Page, text: str) -> None:
    """Follow the first link whose text is this, or else begins so."""
    links = page.locator("main a:visible, header a:visible")
    said = links.evaluate_all("all => all.map(a => (a.innerText ?? a.textContent).trim().replace(/\\s+/g, ' '))")
    fitting = [number for number, link in enumerate(said) if link == text]
    fitting += [number for number, link in enumerate(said) if link.startswith(text)]
    assert fitting, f"no link says {text!r}: {said}"
    with page.expect_navigation():
        links.nth(fitting[0]).click()


def test_the_tasks_are_many_and_each_names_one_way():
    assert len(TASKS) >= 10
    assert all(("cari" in task) != ("ketuk" in task) for task in TASKS)
    assert all(task["halaman"] and task["terlihat"] for task in TASKS)


@pytest.mark.parametrize(
    "task",
    [
        pytest.param(task, id=task["tugas"], marks=() if number in DAILY else pytest.mark.walk)
        for number, task in enumerate(TASKS)
    ],
)
def test_a_citizen_gets_there_with_one_search_or_three_taps(phone, frozen_below, task):
    address = frozen_below.address + task["halaman"]
    if "cari" in task:
        find(phone, task["cari"], address, task.get("tempat", FIRST_RESULTS))
    else:
        assert len(task["ketuk"]) <= MOST_TAPS
        for text in task["ketuk"]:
            tap(phone, text)
    phone.wait_for_url(address)
    shown = phone.locator("main").inner_text()
    assert [text for text in task["terlihat"] if text not in shown] == []
    tops = {
        text: phone.get_by_role("heading", name=text).first.bounding_box()["y"]
        for text in set(HEADINGS).intersection(task["terlihat"])
    }
    assert {text: top for text, top in tops.items() if top >= 2 * HEIGHT} == {}


# Further tasks, each from the home page in at most three taps; what one does with a page, in at most two from there.


class Visit:
    """Somebody who may tap `left` times."""

    def __init__(self, page: Page, left: int = MOST_TAPS) -> None:
        self.page, self.left = page, left

    def tap(self, *texts: str) -> "Visit":
        for text in texts:
            self._spend()
            tap(self.page, text)
        return self

    def touch(self, link: Locator) -> "Visit":
        self._spend()
        link.click()
        return self

    def _spend(self) -> None:
        self.left -= 1
        assert self.left >= 0, "too many taps"

    def shows(self, *texts: str) -> "Visit":
        shown = self.page.locator("main").inner_text()
        assert [text for text in texts if text not in shown] == []
        return self


def test_a_service_by_need_with_its_cost_and_hours(phone):
    Visit(phone).tap("Kesehatan", "Salju Terpadu").shows("tanpa biaya", "Selasa")


def test_who_has_recorded_nothing_can_do_so_from_its_own_row(phone):
    Visit(phone).tap("Lihat per perangkat daerah", "Catat : inovasi 2026 Dinas Kesehatan")
    expect(phone.locator("select", has=phone.locator("option[value=dinkes]")).first).to_have_value("dinkes")


@pytest.mark.walk
def test_a_service_that_ended_says_when_and_why(browser, synthetic_site):
    context = browser.new_context(viewport={"width": 360, "height": HEIGHT})
    page = context.new_page()
    page.goto(synthetic_site.address)
    visit = Visit(page).touch(page.locator("footer").get_by_role("link", name="Tahapan")).tap("Dihentikan")
    visit.touch(page.locator("main .k-cards h2 a").first)
    visit.shows("Dihentikan", "Digabung dengan layanan lain.")
    context.close()


def test_all_data_come_as_a_table_for_a_spreadsheet(phone):
    visit = Visit(phone).touch(phone.locator("footer").get_by_role("link", name="Unduh data"))
    with phone.expect_download() as coming:
        visit.touch(phone.locator("main a[href$='inovasi.csv']").first)
    assert coming.value.path().read_bytes().startswith(b"slug,nama,")


def test_a_page_is_shared_printed_and_reported_within_two_taps(phone, frozen_below):
    address = frozen_below.address + "inovasi/seledri/"
    phone.goto(address)
    share = phone.get_by_role("link", name="Bagikan lewat WhatsApp")
    assert quote(address) in share.get_attribute("href")
    Visit(phone, MOST_TAPS_TO_USE).touch(phone.get_by_role("link", name="Laporkan kesalahan").first)
    expect(phone.locator("#lapor")).to_be_visible()
    assert "inovasi/seledri/" in phone.locator("#lapor").inner_text()
    Visit(phone, MOST_TAPS_TO_USE).tap("Poster untuk dicetak")
    phone.wait_for_url(f"{address}poster/")


def test_without_scripts_the_same_ways_lead_to_a_service_and_to_a_report(browser, frozen_below):
    context = browser.new_context(viewport={"width": 360, "height": HEIGHT}, java_script_enabled=False)
    page = context.new_page()
    page.goto(frozen_below.address)
    visit = Visit(page).touch(page.get_by_role("link", name="Kesehatan").first)
    visit.touch(page.get_by_role("link", name="Salju Terpadu").first)
    expect(page.get_by_role("heading", name="Cara memakai")).to_be_visible()
    visit.touch(page.get_by_role("link", name="Laporkan kesalahan").first)
    expect(page.locator("#lapor")).to_be_visible()
    context.close()


@pytest.mark.parametrize(
    "path",
    [
        "inovasi/usg-portabel/",
        *(
            pytest.param(path, marks=pytest.mark.walk)
            for path in ("", "kepatuhan/", "perangkat-daerah/dinkes/", "inovasi/")
        ),
    ],
)
def test_the_outline_that_a_screen_reader_reads_has_one_title_and_no_missing_level(phone, frozen_below, path):
    phone.goto(frozen_below.address + path)
    levels = phone.locator("h1, h2, h3, h4, h5, h6").evaluate_all("all => all.map(one => Number(one.tagName[1]))")
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    for landmark in ("banner", "main", "contentinfo"):
        expect(phone.get_by_role(landmark)).to_have_count(1)


@pytest.fixture(scope="module")
def many_units(tmp_path_factory) -> Iterator[Site]:
    """A region of five hundred units: offices, villages, schools."""
    folder = tmp_path_factory.mktemp("many")
    root = write_files(region(folder / "project"), register(BASE, 123, 372))
    with serving(folder / "site", "/katalog/") as address:
        yield Site(built(root, folder / "site", "--as-of", DAY, SITE_URL=address), address, root)


@pytest.mark.walk
def test_one_of_five_hundred_units_is_found_by_the_keyboard_alone_and_no_page_of_them_is_heavy(browser, many_units):
    for page in many_units.folder.glob("**/kepatuhan/**/index.html"):
        assert len(gzip.compress(page.read_bytes())) <= HEAVIEST, page
    school = next(path.parent.name for path in many_units.folder.glob("perangkat-daerah/sekolah-*-372/index.html"))
    context = browser.new_context(viewport={"width": 360, "height": HEIGHT})
    phone = context.new_page()
    phone.goto(many_units.address)
    Visit(phone).tap("Lihat per perangkat daerah")
    for _ in range(20):
        if phone.evaluate("document.activeElement.id") == "cari":
            break
        phone.keyboard.press("Tab")
    phone.keyboard.type(school.removesuffix("-372").replace("-", " "))
    expect(phone.get_by_role("option").first).to_be_visible()
    phone.keyboard.press("ArrowDown")
    phone.keyboard.press("Enter")
    phone.wait_for_url(f"**/perangkat-daerah/{school}/")
    context.close()
