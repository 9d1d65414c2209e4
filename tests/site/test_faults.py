"""What the network loses, in a real browser: the page says so in one sentence, keeps what was typed, and goes on after.

What can be tried without a page (the store of drafts, the clipboard, every kind of answer) is in
`tests/browser/faults.test.js`.
"""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, Locator, Page, Route, expect
from site_helpers import Site

pytest_plugins = ["site_fixtures"]

CONNECTION = "tidak dapat dimuat. Periksa sambungan internet, lalu coba lagi."
RELOAD = "tidak dapat dimuat. Halaman ini mungkin sudah usang. Muat ulang halaman ini."
TYPED = "Pojok baca yang sedang ditulis"


@dataclass(frozen=True, slots=True)
class Use:
    """One use of a part: what it fetches, how it begins, where it speaks, and what is still there."""

    lost: str
    page: str
    begin: Callable[[Page], None]
    said: Callable[[Page], Locator]
    kept: Callable[[Page], Locator]


def nothing(_: Page) -> None:
    """The page begins by itself."""


def search(page: Page) -> None:
    page.locator("#cari").fill("usg")


def filtered(page: Page) -> None:
    page.locator("#saring button").first.click()


def name(page: Page) -> Locator:
    return page.locator("[id='i.nama']")


def write(page: Page) -> None:
    page.get_by_role("button", name="Semua pertanyaan dalam satu halaman").click()
    name(page).fill(TYPED)


def check(page: Page) -> None:
    write(page)
    page.get_by_role("button", name="Periksa jawaban").click()


def open_file(page: Page) -> None:
    write(page)
    page.get_by_text("Punya berkas isian?").click()
    page.locator("#buka").set_input_files({"name": "a.yml", "mimeType": "", "buffer": b"nama: Lain\n"})


USES = {
    "search": Use("**/cari/saran.json", "", search, lambda page: page.locator(".k-temuan [role=status]"),
                  lambda page: page.locator("#cari")),
    "filters": Use("**/cari/saring.json", "inovasi/", filtered, lambda page: page.locator("#saring [role=alert]"),
                   lambda page: page.locator("#daftar")),
    "form": Use("**/isian.json", "kontribusi/formulir/", nothing, lambda page: page.locator("#formulir > [role=alert]"),
                lambda page: page.locator("#cara-lain")),
    "correction": Use("**/data/inovasi/*.json", "kontribusi/formulir/?ubah=usg-portabel", nothing,
                      lambda page: page.locator("#formulir > [role=alert]"), lambda page: page.locator("#cara-lain")),
    "check": Use("**/looking_over.js", "kontribusi/formulir/", check,
                 lambda page: page.locator(".k-formulir > [role=alert]"), name),
    "file": Use("**/import_file.js", "kontribusi/formulir/", open_file,
                lambda page: page.locator("#buka ~ [role=alert]"), name),
}  # fmt: skip
SCRIPTS = {"check", "file"}


def cut(route: Route) -> None:
    route.abort()


def down(route: Route) -> None:
    route.fulfill(status=503)


def gone(route: Route) -> None:
    route.fulfill(status=404)


def broken(route: Route) -> None:
    route.fulfill(content_type="application/json", body='{"kolom": [')


def portal(route: Route) -> None:
    """The page of a hotel's network in the place of everything."""
    route.fulfill(content_type="text/html", body="<title>Masuk</title>")


def edition(route: Route) -> None:
    """What a later or an earlier edition of the site has there."""
    if route.request.url.endswith(".js"):
        route.fulfill(content_type="text/javascript", body="export const lain = 1;")
    else:
        route.fulfill(json={"lain": 1})


LOSSES: dict[str, tuple[Callable[[Route], None], str]] = {
    "offline": (cut, CONNECTION), "down": (down, CONNECTION), "broken": (broken, CONNECTION),
    "portal": (portal, CONNECTION), "gone": (gone, RELOAD), "edition": (edition, RELOAD),
}  # fmt: skip
#: A missing entry is no fault of the page, and a script that cannot be had fails in one way.
OWN_ANSWER = {
    ("correction", "gone"),
    *((use, loss) for use in SCRIPTS for loss in ("down", "broken", "portal", "gone")),
}
DAILY = {("search", "edition"), ("filters", "gone"), ("form", "portal")}


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    """What goes wrong is caught: no error reaches the console of the browser."""
    context, uncaught = browser.new_context(viewport={"width": 360, "height": 740}), []
    context.set_default_timeout(5_000)
    context.on("weberror", lambda error: uncaught.append(str(error.error)))
    yield context.new_page()
    context.close()
    assert uncaught == []


@pytest.mark.parametrize(
    ("use", "loss"),
    [
        pytest.param(use, loss, marks=() if (use, loss) in DAILY else pytest.mark.walk)
        for use in USES
        for loss in LOSSES
        if (use, loss) not in OWN_ANSWER
    ],
)
def test_what_is_lost_is_said_in_one_sentence_and_what_was_there_stays(phone, frozen_below: Site, use, loss):
    used, (lose, sentence) = USES[use], LOSSES[loss]
    phone.route(used.lost, lose)
    phone.goto(frozen_below.address + used.page)
    used.begin(phone)
    said = used.said(phone)
    expect(said).to_contain_text(sentence if use != "file" else sentence.partition(". ")[2], ignore_case=True)
    expect(used.kept(phone)).to_be_visible()
    if used.kept is name:
        expect(name(phone)).to_have_value(TYPED)
        phone.reload()
        expect(name(phone)).to_have_value(TYPED)


@pytest.mark.parametrize("use", ["filters", "search"])
def test_who_waits_is_told_so_until_it_comes(phone, frozen_below: Site, use):
    used, held = USES[use], list[Route]()

    def hold(route: Route) -> None:
        held.append(route)

    phone.route(used.lost, hold)
    phone.goto(frozen_below.address + used.page)
    used.begin(phone)
    expect(used.said(phone)).to_contain_text("Sedang")
    for route in held:
        route.continue_()
    expect(phone.get_by_text("Sedang")).to_have_count(0)


@pytest.mark.parametrize(
    "spoilt",
    ['{"state": {"da', *(pytest.param(text, marks=pytest.mark.walk) for text in ("[]", '{"state": {"data": {"riwayat": "2025"}}}'))],
)  # fmt: skip
def test_a_draft_that_the_form_cannot_read_is_shown_as_text(phone, frozen_below: Site, spoilt):
    phone.goto(frozen_below.address)
    phone.evaluate(
        "([name, text]) => localStorage.setItem(name, text)", [f"isian {frozen_below.base} baru rusak", spoilt]
    )
    phone.goto(f"{frozen_below.address}kontribusi/formulir/?draf=rusak")
    expect(phone.locator("#formulir pre")).to_have_text(spoilt)
    write(phone)
    expect(phone.get_by_text("Draf disimpan")).to_be_visible()
    [draft] = phone.evaluate("() => Object.values(localStorage)")
    state = json.loads(draft)["state"]
    assert (state["data"]["nama"], [each["text"] for each in state["lost"]]) == (TYPED, [spoilt])


def test_a_draft_that_cannot_be_taken_away_is_not_said_to_be_gone(phone, frozen_below: Site):
    phone.add_init_script("Storage.prototype.removeItem = () => { throw new DOMException('', 'SecurityError'); };")
    phone.on("dialog", lambda dialog: dialog.accept())
    phone.goto(f"{frozen_below.address}kontribusi/formulir/")
    write(phone)
    phone.evaluate("() => dispatchEvent(new Event('pagehide'))")
    phone.get_by_role("button", name="Hapus draf").click()
    expect(phone.get_by_text("Draf tidak dapat dihapus dari peramban ini.")).to_be_focused()
