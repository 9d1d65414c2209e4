"""What every page offers, whoever wrote it: a report that is ready to be sent, and word of its own age."""

import datetime as dt
import re
from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from conftest import TODAY
from playwright.sync_api import Browser, Page, expect
from site_helpers import Site

pytest_plugins = ["site_fixtures"]

PAGES = ("", "inovasi/usg-portabel/", "kepatuhan/", "tentang/privasi/", "tidak-ada/")
PHONE = {"width": 360, "height": 740}
BARRIERS = "() => axe.run(document).then(found => found.violations.map(one => one.id))"
SHIFT = """() => new Promise(done => {
  new PerformanceObserver(list => done(list.getEntries().reduce((sum, one) => sum + one.value, 0)))
    .observe({type: 'layout-shift', buffered: true});
  setTimeout(() => done(0), 200);
})"""


@pytest.fixture
def without_scripts(browser: Browser) -> Iterator[Page]:
    page = browser.new_page(viewport=PHONE, java_script_enabled=False)
    yield page
    page.context.close()


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    page = browser.new_page(viewport=PHONE)
    yield page
    page.context.close()


@pytest.mark.parametrize("address", PAGES)
def test_one_tap_opens_a_report_that_names_the_page_and_its_day_without_scripts(without_scripts, frozen_below, address):
    page = without_scripts
    page.goto(f"{frozen_below.address}{address}")
    report = page.locator("#lapor")
    expect(report).to_be_hidden()
    page.get_by_role("link", name="Laporkan kesalahan").last.click()
    expect(report).to_be_visible()
    text = report.locator("pre").inner_text()
    assert "Data per 24 November 2026" in text
    if address != "tidak-ada/":
        assert re.search(rf"Halaman: .+, {re.escape(page.url.partition('#')[0])}\n", text)
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


@pytest.mark.parametrize(("days", "told"), [(3, False), (4, True)])
def test_a_page_older_than_three_days_says_so_and_nothing_moves(phone: Page, frozen_below: Site, days, told):
    phone.clock.set_fixed_time(dt.datetime.combine(TODAY + dt.timedelta(days), dt.time(1), dt.UTC))
    phone.goto(f"{frozen_below.address}kepatuhan/")
    note = phone.get_by_role("status").filter(has_text="Halaman ini dibuat 24 November 2026")
    if not told:
        expect(note).to_have_count(0)
        return
    expect(note).to_be_in_viewport()
    assert phone.evaluate(SHIFT) <= 0.01
    phone.evaluate(Axe().axe_script)
    assert phone.evaluate(BARRIERS) == []
