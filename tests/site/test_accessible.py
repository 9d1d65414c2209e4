"""Accessibility as behaviour: what is told, where the focus goes, and what reflow, forced colours and stillness keep."""

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect
from site_helpers import Site
from test_browser_walk import CUT_OFF, FOCUS, SIDEWAYS

pytest_plugins = ["site_fixtures"]

#: A page with every kind of control, and those that are mostly lists and tables.
PAGES = ("", "inovasi/", "kepatuhan/", "kontribusi/formulir/")
#: What is told to who does not see it, in the order in which it is: the text of every live region that was there before.
LISTEN = """() => {
  window.heard = [];
  const listened = new WeakSet();
  const listen = () => {
    for (const region of document.querySelectorAll('[role=status], [role=alert]'))
      if (!listened.has(region)) {
        listened.add(region);
        if (region.getAttribute('role') === 'alert' && region.textContent) window.heard.push(region.textContent);
        new MutationObserver(() => window.heard.push(region.textContent)).observe(region, {childList: true, characterData: true, subtree: true});
      }
  };
  new MutationObserver(listen).observe(document.body, {childList: true, subtree: true});
  listen();
}"""
#: How long anything moves by itself, in seconds, whatever of the page it is.
MOVES = """() => [...document.querySelectorAll('*')].flatMap(e => ['', '::before', '::after'].map(part => getComputedStyle(e, part)))
  .filter(s => s.transitionDuration.split(', ').some(d => parseFloat(d)) && s.transitionProperty !== 'none' || s.animationName !== 'none').length"""


@pytest.fixture(scope="module")
def opened(browser: Browser) -> Iterator[Callable[..., Page]]:
    """A page of a context of its own: the address, and how the context differs from a desk."""
    made: list[BrowserContext] = []

    def page(address: str, **options: Any) -> Page:
        context = browser.new_context(**{"viewport": {"width": 1280, "height": 900}, **options})
        made.append(context)
        found = context.new_page()
        found.goto(address)
        return found

    yield page
    for context in made:
        context.close()


def heard(page: Page) -> str:
    """What was told last since `LISTEN`; "" if nothing was within five seconds."""
    for _ in range(100):
        if told := page.evaluate("heard"):
            return told[-1]
        page.wait_for_timeout(50)
    return ""


@pytest.mark.parametrize("path", PAGES)
def test_at_400_percent_a_page_reads_in_one_column_and_nothing_is_lost(opened, frozen_below: Site, path):
    """1280 x 1024 pixels at four times the size are 320 x 256 (WCAG 1.4.10)."""
    page = opened(f"{frozen_below.address}{path}", viewport={"width": 320, "height": 256})
    assert page.evaluate(SIDEWAYS) == ""
    assert page.evaluate(CUT_OFF) == []
    for _ in range(12):
        page.keyboard.press("Tab")
        assert page.evaluate(FOCUS)["faults"] == [], page.evaluate(FOCUS)


@pytest.mark.parametrize("path", PAGES[::3])
def test_in_forced_colours_the_focus_is_seen(opened, frozen_below: Site, path):
    page = opened(f"{frozen_below.address}{path}", forced_colors="active")
    for _ in range(8):
        page.keyboard.press("Tab")
        assert page.evaluate(FOCUS)["faults"] == []


def test_in_forced_colours_who_has_met_the_duty_differs_from_who_has_not(opened, frozen_below: Site):
    """The dots are drawn by backgrounds, which forced colours take away."""
    page = opened(f"{frozen_below.address}kepatuhan/", forced_colors="active")
    page.locator(".k-dot").first.evaluate(
        "dot => dot.after(Object.assign(dot.cloneNode(), {className: 'k-dot k-dot-memenuhi'}))"
    )
    paint = "all => all.map(one => getComputedStyle(one).backgroundColor)"
    filled, hollow, ground = (
        set(page.locator(which).evaluate_all(paint))
        for which in (".k-dot-memenuhi", ".k-dot:not(.k-dot-memenuhi)", "body")
    )
    assert filled
    assert hollow
    assert not filled & (hollow | ground)


def test_in_forced_colours_a_field_with_a_fault_is_outlined(opened, frozen_below: Site):
    page = opened(f"{frozen_below.address}kontribusi/formulir/", forced_colors="active")
    page.get_by_role("button", name=re.compile("Periksa")).click()
    wrong = page.locator("[aria-invalid]").first
    expect(wrong).to_be_visible()
    assert wrong.evaluate("e => getComputedStyle(e).outlineStyle") == "solid"


@pytest.mark.parametrize("path", PAGES)
def test_who_wants_no_motion_gets_none(opened, frozen_below: Site, path):
    """Also of what somebody may add: a moving thing put on the page stands still."""
    page = opened(f"{frozen_below.address}{path}", reduced_motion="reduce")
    page.evaluate("document.querySelector('main').style.transition = 'opacity 1s'")
    assert page.evaluate(MOVES) == 0
    page.emulate_media(reduced_motion="no-preference")
    assert page.evaluate(MOVES) > 0


def test_what_a_search_finds_is_told_once_it_is_there(opened, frozen_below: Site):
    page = opened(frozen_below.address)
    box = page.locator("#pencarian input")
    box.fill("usg")
    expect(page.locator(".k-temuan li").first).to_be_visible()
    page.evaluate(LISTEN)
    box.fill("usg gratis")
    assert re.search("[0-9] saran", heard(page))


def test_what_a_filter_leaves_is_told_and_the_focus_stays(opened, frozen_below: Site):
    page = opened(f"{frozen_below.address}inovasi/")
    page.get_by_role("button", name="Saring dan urutkan").click()
    expect(page.locator("#daftar")).to_be_hidden()
    page.evaluate(LISTEN)
    stage = page.get_by_label("Tahapan", exact=True)
    stage.focus()
    stage.select_option(index=1)
    assert "inovasi" in heard(page)
    expect(stage).to_be_focused()


def test_the_way_back_from_an_entry_leads_to_the_same_list(opened, frozen_below: Site):
    page = opened(f"{frozen_below.address}inovasi/?bentuk=pelayanan-publik")
    first = page.locator("#saring .k-card a").first
    expect(first).to_be_visible()
    title, cards = page.title(), page.locator("#saring .k-card").count()
    first.click()
    page.wait_for_url(re.compile(r"/inovasi/[a-z0-9-]+/$"))
    page.go_back()
    expect(page.locator("#saring .k-card")).to_have_count(cards)
    assert page.title() == title
    assert page.url.endswith("?bentuk=pelayanan-publik")


def test_the_answer_of_a_form_is_told_and_takes_the_focus(opened, frozen_below: Site):
    page = opened(f"{frozen_below.address}kontribusi/formulir/")
    page.evaluate(LISTEN)
    page.get_by_role("button", name=re.compile("Periksa")).click()
    summary = page.get_by_role("alert").filter(has_text="yang perlu diperbaiki")
    expect(summary).to_be_focused()
    assert "yang perlu diperbaiki" in heard(page)
    summary.get_by_role("link").first.press("Enter")
    focus = page.evaluate(
        "[document.activeElement.getAttribute('aria-invalid'), document.activeElement.getAttribute('aria-describedby')]"
    )
    assert focus[0] == "true"
    assert page.locator(f"[id='{focus[1].split()[-1]}']").inner_text().startswith("Galat: ")


@pytest.mark.parametrize("closed", [False, True])
def test_a_disclosure_says_whether_it_is_open_and_opens_by_keyboard(opened, frozen_below: Site, closed):
    """Sections of the form are `details`: their state is the browser's to tell."""
    page = opened(f"{frozen_below.address}kontribusi/formulir/")
    section = page.locator("main details").first
    expect(section).to_be_attached()
    section.locator("summary").first.focus()
    page.keyboard.press("Enter")
    expect(section).to_have_attribute("open", "")
    if closed:
        page.keyboard.press("Enter")
        expect(section).not_to_have_attribute("open", "")
    expect(section.locator("summary").first).to_be_focused()
