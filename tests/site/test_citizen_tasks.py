"""What citizens come for, done on a small phone by somebody who was never here: citizen_tasks.yml says what and how."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote_plus

import pytest
import yaml
from playwright.sync_api import Browser, Page, expect
from site_helpers import Site

pytest_plugins = ["site_fixtures"]

TASKS: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("citizen_tasks.yml").read_text("utf-8"))
HEIGHT = 800
FIRST_RESULTS = 5
MOST_TAPS = 3
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


@pytest.mark.parametrize("task", TASKS, ids=[task["tugas"] for task in TASKS])
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
