"""The filters of the list of innovations, in a real browser on a small phone, held against the open data."""

import itertools
import json
import random
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any
from urllib.parse import quote, urlencode

import pytest
from axe_playwright_python.sync_playwright import Axe
from open_data import FACETS, Open
from playwright.sync_api import Browser, BrowserContext, Locator, Page, Route, expect
from site_helpers import Site
from test_browser_walk import AXE, CONTROLS, FOCUS, LOOKS, RUN_AXE, SIDEWAYS, screenshot, tab, tab_to

pytest_plugins = ["site_fixtures"]

#: Cards until one asks for more.
STEP = 12
TABLE = "**/cari/saring.json"
SORRY = "tidak dapat dimuat. Periksa sambungan internet, lalu coba lagi."
HOSTILE = ("<script>alert(1)</script>", "a" * 10_000, "\0", "👩🏽‍⚕️🚑", '"><img src=x onerror=alert(1)>', "__proto__")
#: What the form shows: slugs of the cards, counts by facet and value, chips.
SEEN = """() => ({
  slugs: [...document.querySelectorAll('#saring .k-cards h2 a')].map(link => link.pathname.split('/').at(-2)),
  counts: Object.fromEntries([...document.querySelectorAll('#saring select:not(#urut)')].map(select => [
    select.id.replace('pilih-', ''),
    Object.fromEntries([...select.options].filter(option => option.value).map(
      option => [option.value, option.text.match(/ \\(([0-9]+)(?:, mungkin ([0-9]+) lagi)?\\)$/).slice(1).map(n => Number(n ?? 0))]))])),
  chips: [...document.querySelectorAll('#saring .k-chips button')].map(button => button.ariaLabel),
})"""
#: Numbers, among all controls, of those that are shown.
SHOWN = f"() => ({CONTROLS})().flatMap((control, number) => control.checkVisibility() ? [number] : [])"


@pytest.fixture(scope="module")
def real(frozen_below: Site) -> Open:
    return Open(frozen_below)


@pytest.fixture(scope="module", params=["frozen_below", pytest.param("synthetic_site", marks=pytest.mark.walk)])
def both(request: pytest.FixtureRequest) -> Open:
    return Open(request.getfixturevalue(request.param))


@pytest.fixture(scope="module")
def window(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport={"width": 360, "height": 740}, reduced_motion="reduce")
    yield context
    context.close()


@pytest.fixture
def phone(window: BrowserContext) -> Iterator[Page]:
    """A page on a small phone; whatever breaks a page's script, or opens a dialog, fails the test."""
    page, faults = window.new_page(), []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda line: faults.append(line.text) if "Content Security Policy" in line.text else None)
    page.on("dialog", lambda dialog: (faults.append(f"dialog: {dialog.message}"), dialog.dismiss()))
    yield page
    page.close()
    assert faults == []


def start(page: Page, site: Site, asked: Mapping[str, str] | None = None) -> None:
    """Open the list and wait for its results: an address that asks opens the form by itself, else one presses the button."""
    page.goto(f"{site.address}inovasi/{'?' if asked else ''}{urlencode(asked or {}, quote_via=quote)}")
    if not asked:
        page.get_by_role("button", name="Saring dan urutkan").click()
    expect(page.locator("#daftar")).to_be_hidden()


def seen(page: Page, what: str) -> Any:
    return page.evaluate(SEEN)[what]


def eventually(read: Callable[[Page], Any], page: Page, wanted: Any) -> None:
    for _ in range(400):
        if read(page) == wanted:
            return
        page.wait_for_timeout(20)
    assert read(page) == wanted


def slugs(page: Page) -> list[str]:
    return seen(page, "slugs")


def counts(page: Page) -> dict[str, dict[str, list[int]]]:
    return seen(page, "counts")


def chips(page: Page) -> list[str]:
    return seen(page, "chips")


def query(page: Page) -> str:
    return page.evaluate("() => location.search")


def status(page: Page) -> Locator:
    return page.locator("#saring").get_by_role("status")


def words_box(page: Page) -> Locator:
    return page.get_by_role("searchbox", name="Kata kunci")


def more(page: Page) -> Locator:
    return page.get_by_role("button", name="Tampilkan lagi")


def unfold(page: Page) -> None:
    """Open the filters, which are closed for who came to see results."""
    if page.locator(".k-filt:not([open])").count():
        page.locator("#saring summary").click()


def choose(page: Page, facet: str, value: str) -> None:
    unfold(page)
    page.locator(f"#pilih-{facet}").select_option(value)


def shows(page: Page, wanted: list[str]) -> None:
    """The list holds these and no others, a few at a time."""
    for end in range(STEP, len(wanted), STEP):
        eventually(slugs, page, wanted[:end])
        more(page).click()
    eventually(slugs, page, wanted)
    expect(more(page)).to_be_hidden()


def everything(page: Page) -> list[str]:
    """What the list holds, to the end."""
    while more(page).is_visible():
        before = len(slugs(page))
        more(page).click()
        eventually(lambda page, before=before: len(slugs(page)) > before, page, wanted=True)
    return slugs(page)


def abort(route: Route) -> None:
    route.abort()


# The form and its counts


def test_the_button_opens_the_form_and_leads_to_the_key_words(phone, real):
    phone.goto(f"{real.site.address}inovasi/")
    expect(phone.locator("#daftar")).to_be_visible()
    phone.get_by_role("button", name="Saring dan urutkan").click()
    expect(words_box(phone)).to_be_focused()
    labels = phone.locator("#saring form label").all_inner_texts()
    assert labels[0] == "Kata kunci"
    assert labels[-1] == "Urutkan"
    assert phone.locator("#saring select").count() == len(FACETS) + 1
    shows(phone, real.slugs({}))
    expect(phone.locator("#daftar")).to_be_hidden()
    assert phone.evaluate(SIDEWAYS) == ""


def test_every_value_of_every_facet_is_counted_as_in_the_open_data(phone, both):
    start(phone, both.site)
    eventually(counts, phone, both.shown({}))
    for facet in FACETS:
        said = phone.locator(f"#pilih-{facet} option").all_text_contents()
        assert said[0] == "Semua"
        wanted = [
            f"{both.words[facet][value]} ({certain}{f', mungkin {perhaps} lagi' if perhaps else ''})"
            for value, (certain, perhaps) in both.shown({})[facet].items()
        ]
        assert sorted(said[1:]) == sorted(wanted)


def test_two_facets_combine_in_list_and_counts_as_in_the_open_data(phone, both):
    dice = random.Random(1)
    for _ in range(4):
        chosen = {facet: dice.choice(sorted(both.counts({})[facet])) for facet in dice.sample(FACETS, 2)}
        start(phone, both.site, chosen)
        eventually(counts, phone, both.shown(chosen))
        shows(phone, both.slugs(chosen))


def test_every_facet_lists_what_its_static_page_lists(phone, both):
    start(phone, both.site)
    for facet in FACETS:
        value = both.commonest(facet)
        choose(phone, facet, value)
        shows(phone, both.slugs({facet: value}))
        pages = (both.site.folder / facet / value).rglob("index.html")
        linked = [re.findall(r'k-card-title"><a href="[^"]*?([^/"]+)/"', page.read_text("utf-8")) for page in pages]
        assert sorted(itertools.chain.from_iterable(linked)) == sorted(both.slugs({facet: value}))
        choose(phone, facet, "")


# The address


def test_a_choice_changes_the_address_the_list_and_the_counts(phone, real):
    start(phone, real.site)
    entry = real.fitting({"perangkat-daerah": real.commonest("perangkat-daerah")})[-1]
    chosen: dict[str, str] = {}
    for facet in ("perangkat-daerah", "urusan", "tahapan"):
        chosen[facet] = real.values(entry, facet)[0]
        choose(phone, facet, chosen[facet])
        eventually(query, phone, f"?{urlencode(chosen)}")
        eventually(counts, phone, real.shown(chosen))
        shows(phone, real.slugs(chosen))
    assert entry["slug"] in real.slugs(chosen)


def test_an_address_gives_the_same_list_to_whoever_opens_it(phone, browser, real):
    start(phone, real.site)
    chosen = {name: real.values(real.entries[0], name)[0] for name in ("bentuk", "urusan")}
    for facet, value in chosen.items():
        choose(phone, facet, value)
    phone.get_by_label("Urutkan").select_option("terbaru")
    eventually(query, phone, f"?{urlencode(chosen | {'urut': 'terbaru'})}")
    eventually(counts, phone, real.shown(chosen))
    eventually(slugs, phone, newest_first(real.fitting(chosen))[:STEP])
    stranger = browser.new_page()
    stranger.goto(phone.url)
    eventually(lambda page: page.evaluate(SEEN), stranger, phone.evaluate(SEEN))
    expect(stranger.get_by_label("Urutkan")).to_have_value("terbaru")
    stranger.context.close()


def newest_first(entries: list[dict[str, Any]]) -> list[str]:
    """By the month in which the last event ended; a bare year ends in December."""

    def month(entry: dict[str, Any]) -> str:
        return max(
            event["tanggal"][:7] if len(event["tanggal"]) > 4 else f"{event['tanggal']}-12"
            for event in entry["riwayat"]
        )

    return [entry["slug"] for entry in sorted(entries, key=month, reverse=True)]


def test_the_list_is_sorted_by_name_and_by_newest(phone, both):
    start(phone, both.site)
    order = phone.get_by_label("Urutkan")
    expect(order).to_have_value("nama")
    assert order.locator("option").all_text_contents() == ["Nama", "Terbaru"]
    order.select_option("terbaru")
    shows(phone, newest_first(both.entries))
    assert query(phone) == "?urut=terbaru"
    order.select_option("nama")
    shows(phone, both.slugs({}))


# What is not recorded


def offer(page: Page) -> Locator:
    return page.get_by_role("checkbox", name="yang mungkin")


def marked(page: Page) -> dict[str, str]:
    """Slug -> what its card says is not recorded."""
    notes = "cards => cards.map(card => [card.querySelector('a').pathname.split('/').at(-2), card.innerText])"
    shown = dict(page.locator("#saring .k-card").evaluate_all(notes))
    return {slug: text.partition("Mungkin: ")[2] for slug, text in shown.items() if "Mungkin: " in text}


def test_a_district_gives_who_is_there_and_offers_who_may_be(phone, both):
    chosen = {"kecamatan": both.commonest("kecamatan")}
    certain, perhaps = both.slugs(chosen), [entry["slug"] for entry in both.perhaps(chosen)]
    assert certain
    assert perhaps
    start(phone, both.site, chosen)
    expect(status(phone)).to_have_text(f"{len(certain)} inovasi.")
    shows(phone, certain)
    label = f"Tampilkan juga {len(perhaps)} lagi yang mungkin: kecamatan belum tercatat."
    expect(phone.locator("label", has=offer(phone))).to_have_text(label)
    offer(phone).check()
    eventually(query, phone, f"?{urlencode(chosen | {'mungkin': 'ya'})}")
    shows(phone, certain + perhaps)
    expect(status(phone)).to_have_text(f"{len(certain + perhaps)} inovasi. {len(perhaps)} di antaranya belum pasti.")
    assert marked(phone) == dict.fromkeys(perhaps, "kecamatan belum tercatat")
    eventually(counts, phone, both.shown(chosen))
    assert phone.evaluate(SIDEWAYS) == ""


def test_who_may_fit_several_facets_is_told_by_what_is_missing(phone, real):
    dice = random.Random(2)
    for _ in range(4):
        facets = dice.sample(("kecamatan", "jenis", "tahun", "tahapan", "bentuk"), 3)
        chosen = {facet: dice.choice(sorted(real.shown({})[facet])) for facet in facets}
        start(phone, real.site, chosen | {"mungkin": "ya"})
        eventually(counts, phone, real.shown(chosen))
        shows(phone, real.slugs(chosen) + [entry["slug"] for entry in real.perhaps(chosen)])
        labels = {"kecamatan": "kecamatan", "jenis": "jenis inovasi", "tahun": "tahun", "tahapan": "tahapan"}
        for entry in real.perhaps(chosen):
            lacking = {labels[name] for name, value in chosen.items() if value not in real.values(entry, name)}
            said = marked(phone)[entry["slug"]].removesuffix(" belum tercatat")
            assert set(said.split(" atau ")) == lacking


def test_an_address_that_asks_for_the_possible_shows_them_to_whoever_opens_it(phone, real):
    chosen = {"kecamatan": real.commonest("kecamatan")}
    start(phone, real.site, chosen | {"mungkin": "ya"})
    shows(phone, real.slugs(chosen) + [entry["slug"] for entry in real.perhaps(chosen)])
    expect(offer(phone)).to_be_checked()
    phone.get_by_role("button", name="Hapus saringan Kecamatan").click()
    shows(phone, real.slugs({}))
    assert query(phone) == ""
    expect(offer(phone)).to_be_hidden()


def test_where_nothing_is_certain_the_possible_are_offered(phone, real):
    chosen = next(
        pair
        for district in real.words["kecamatan"]
        for affair in real.words["urusan"]
        if not real.fitting(pair := {"kecamatan": district, "urusan": affair}) and real.perhaps(pair)
    )
    start(phone, real.site, chosen)
    expect(status(phone)).to_have_text("Tidak ada inovasi yang pasti cocok.")
    offer(phone).check()
    shows(phone, [entry["slug"] for entry in real.perhaps(chosen)])


# Chips


def test_a_chip_takes_one_filter_away_and_semua_all(phone, real):
    chosen = {name: real.values(real.entries[0], name)[0] for name in ("bentuk", "jenis", "urusan")}
    start(phone, real.site, chosen)
    shows(phone, real.slugs(chosen))
    phone.get_by_role(
        "button", name=f"Hapus saringan Jenis inovasi: {real.words['jenis'][chosen.pop('jenis')]}"
    ).click()
    eventually(counts, phone, real.shown(chosen))
    expect(words_box(phone)).to_be_focused()
    assert query(phone) == f"?{urlencode(chosen)}"
    assert len(chips(phone)) == 3
    phone.get_by_role("button", name="Hapus saringan Semua").click()
    eventually(chips, phone, [])
    shows(phone, real.slugs({}))
    assert query(phone) == ""


def test_an_empty_result_says_what_each_filter_hides(phone, real):
    chosen = real.contradiction()
    start(phone, real.site, chosen)
    expect(status(phone)).to_contain_text("Tidak ada inovasi yang cocok.")
    labels = {"perangkat-daerah": "Perangkat daerah", "urusan": "Urusan pemerintahan"}
    wanted = [
        f"Hapus saringan {labels[name]}: {real.words[name][value]} "
        f"({len(real.fitting({k: v for k, v in chosen.items() if k != name}))} inovasi bila dihapus)"
        for name, value in chosen.items()
    ]
    eventually(chips, phone, [*wanted, "Hapus saringan Semua"])
    phone.get_by_role("button", name=wanted[0]).click()
    shows(phone, real.slugs({"perangkat-daerah": chosen["perangkat-daerah"]}))


# What an address may hold


def test_unknown_values_are_named_and_ignored_and_never_run(phone, real):
    phone.set_viewport_size({"width": 320, "height": 740})
    for value in HOSTILE:
        asked = dict.fromkeys(("kecamatan", "tahun", "urut", "mungkin"), value)
        start(phone, real.site, asked | {value[:200]: value[:200]})
        shows(phone, real.slugs({}))
        assert counts(phone) == real.shown({})
        said = status(phone).text_content()
        assert [
            name for name in ("Kecamatan", "Tahun", "Urutan", "Mungkin") if f'{name} "{value[:60]}"' not in said
        ] == []
        assert len(said) < 500
        expect(phone.get_by_label("Urutkan")).to_have_value("nama")
        untouched(phone)


def test_hostile_key_words_stay_text(phone, real):
    phone.set_viewport_size({"width": 320, "height": 740})
    for value in HOSTILE:
        start(phone, real.site, {"q": value})
        eventually(lambda page: len(chips(page)), phone, 1)
        assert chips(phone)[0].startswith(f"Hapus saringan Kata kunci: {value[:100]}")
        expect(status(phone)).not_to_be_empty()
        assert len(words_box(phone).input_value()) <= 100
        untouched(phone)


def untouched(page: Page) -> None:
    """Nothing was injected and nothing sticks out."""
    assert page.evaluate(SIDEWAYS) == ""
    assert page.locator("script").count() == 1
    assert page.locator("main img, main script, main [onerror]").count() == 0


def test_a_choice_forgets_what_was_not_understood(phone, real):
    start(phone, real.site, {"kecamatan": "salah"})
    expect(status(phone)).to_contain_text('Tidak dikenal dan diabaikan: Kecamatan "salah".')
    value = real.commonest("bentuk")
    choose(phone, "bentuk", value)
    expect(status(phone)).to_have_text(f"{len(real.fitting({'bentuk': value}))} inovasi.")
    assert query(phone) == f"?bentuk={value}"


# Words and facets together


WORDS = "anggaran desa"


def test_words_and_facets_combine(phone, real):
    start(phone, real.site, {"q": WORDS})
    expect(status(phone)).to_contain_text(re.compile(r"^\d+ inovasi"))
    listed = everything(phone)
    found = [slug for slug in listed if slug in real.slugs({})]
    assert 1 < len(found) < len(listed), "agencies and others are among the results until something is chosen"
    texts = {entry["slug"]: json.dumps(entry, ensure_ascii=False).casefold() for entry in real.entries}
    said = {slug: [word in texts[slug] for word in WORDS.split()] for slug in found}
    assert all(said[found[0]]), "what says all the words stands first"
    assert [slug for slug in found if not any(said[slug])] == [], "the affair may stand for one of the words"
    eventually(counts, phone, real.shown({}, found))
    facet, value = next(
        (facet, value)
        for facet, counted in counts(phone).items()
        for value, (count, _) in counted.items()
        if 0 < count < len(found)
    )
    choose(phone, facet, value)
    shows(phone, [slug for slug in found if slug in real.slugs({facet: value})])
    eventually(counts, phone, real.shown({facet: value}, found))
    expect(phone.get_by_label("Urutkan")).to_have_value("cocok")
    phone.get_by_label("Urutkan").select_option("nama")
    shows(phone, [slug for slug in real.slugs({facet: value}) if slug in found])


def test_words_from_the_header_and_words_typed_into_the_form_give_the_same_address_and_list(phone, real):
    phone.goto(real.site.address)
    phone.get_by_role("searchbox", name="Cari inovasi").fill(WORDS)
    with phone.expect_navigation():
        phone.keyboard.press("Enter")
    expect(phone.locator("#daftar")).to_be_hidden()
    address, found = phone.url, everything(phone)
    expect(words_box(phone)).to_have_value(WORDS)
    expect(phone.get_by_role("heading", level=1)).to_have_text(f"Hasil untuk “{WORDS}”")
    expect(phone).to_have_title(re.compile(f"^Hasil untuk “{WORDS}” - "))
    expect(phone.locator("meta[name=description]")).to_have_attribute("content", re.compile(f"^Hasil untuk “{WORDS}”"))
    start(phone, real.site)
    words_box(phone).press_sequentially(WORDS)
    shows(phone, found)
    assert phone.url == address == f"{real.site.address}inovasi/?q={WORDS.replace(' ', '+')}"
    assert chips(phone) == [f"Hapus saringan Kata kunci: {WORDS}"]
    count = sum(slug in real.slugs({}) for slug in found)
    expect(status(phone)).to_have_text(f"{count} inovasi dan {len(found) - count} hasil lain.")


def test_more_results_are_added_once_and_the_first_of_them_gets_the_focus(phone, both):
    start(phone, both.site)
    wanted = both.slugs({})
    assert len(wanted) > STEP
    eventually(slugs, phone, wanted[:STEP])
    more(phone).evaluate("button => { button.click(); button.click(); }")
    eventually(slugs, phone, wanted[: 2 * STEP])
    expect(phone.locator("#saring .k-cards h2 a").nth(STEP)).to_be_focused()


# The keyboard and what stands in the way of people


@pytest.mark.parametrize("width", [360, 1280])
def test_the_keyboard_alone_reaches_every_control_in_order(phone, real, width):
    phone.set_viewport_size({"width": width, "height": 740})
    phone.goto(f"{real.site.address}inovasi/")
    tab_to(phone, lambda focus: focus["text"] == "Saring dan urutkan")
    phone.keyboard.press("Enter")
    expect(words_box(phone)).to_be_focused()
    eventually(slugs, phone, real.slugs({})[:STEP])
    assert tab(phone)["text"] == "Saring"
    tab(phone)
    phone.keyboard.press("ArrowDown")
    first = next(slug for slug in real.words["kecamatan"] if slug in real.shown({})["kecamatan"])
    eventually(counts, phone, real.shown({"kecamatan": first}))
    eventually(slugs, phone, real.slugs({"kecamatan": first})[:STEP])
    expect(phone.locator("#pilih-kecamatan")).to_be_focused()
    here = phone.evaluate(FOCUS)["number"]
    ahead = [number for number in phone.evaluate(SHOWN) if number > here]
    assert [tab(phone)["number"] for _ in ahead] == ahead
    phone.get_by_role("button", name="Hapus saringan Kecamatan").focus()
    phone.keyboard.press("Enter")
    expect(words_box(phone)).to_be_focused()
    shows(phone, real.slugs({}))


@pytest.mark.parametrize(
    ("state", "looks"),
    [
        ("found", LOOKS[:1]),
        ("empty", LOOKS[3:]),
        ("failed", LOOKS[1:2]),
        *(pytest.param(state, LOOKS, marks=pytest.mark.walk) for state in ("found", "empty", "failed")),
    ],
    ids=lambda value: value if isinstance(value, str) else "-".join(scheme for _, scheme in value),
)
def test_axe_finds_no_barrier_in_the_open_form(phone, real, state, looks):
    if state == "failed":
        phone.route(TABLE, abort)
        phone.goto(f"{real.site.address}inovasi/?urut=nama")
        expect(phone.get_by_role("alert")).to_be_visible()
    else:
        asked = {"q": WORDS, "jenis": real.commonest("jenis"), "tahun": "x"}
        start(phone, real.site, real.contradiction() if state == "empty" else asked)
        eventually(lambda page: len(chips(page)), phone, 3)
    phone.evaluate(Axe().axe_script)
    violations = {}
    for width, scheme in looks:
        phone.set_viewport_size({"width": width, "height": 800})
        phone.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        violations[width, scheme] = phone.evaluate(RUN_AXE, AXE[scheme])
        if scheme == "light":
            screenshot(phone, f"saring-{state}-{width}")
    assert {look: found for look, found in violations.items() if found} == {}


# When something is missing


@pytest.mark.parametrize("lost", ["the table", "the network"])
@pytest.mark.parametrize("way", ["button", "address"])
def test_without_a_connection_the_form_says_so_and_the_list_stays(phone, real, lost, way):
    phone.route(TABLE if lost == "the table" else re.compile(r"/cari/|/filter\.js"), abort)
    phone.goto(f"{real.site.address}inovasi/{'?bentuk=lainnya' if way == 'address' else ''}")
    button = phone.get_by_role("button", name="Saring dan urutkan")
    for _ in range(2):
        if way == "button":
            button.click()
        expect(phone.get_by_role("alert")).to_contain_text([SORRY], ignore_case=True)
    expect(phone.locator("#daftar h2 a").first).to_be_visible()
    phone.unroute_all()
    button.click()
    expect(words_box(phone)).to_be_visible()
    expect(phone.get_by_role("alert")).to_have_count(0)
    shows(phone, real.slugs({"bentuk": "lainnya"} if way == "address" else {}))


def test_when_the_results_cannot_be_fetched_the_list_stays(phone, real):
    phone.route("**/cari/isi/*", abort)
    phone.goto(f"{real.site.address}inovasi/?urut=nama")
    expect(status(phone)).to_contain_text(SORRY, ignore_case=True)
    expect(phone.locator("#daftar")).to_be_visible()
    expect(more(phone)).to_be_hidden()
    phone.unroute_all()
    choose(phone, "jenis", real.commonest("jenis"))
    shows(phone, real.slugs({"jenis": real.commonest("jenis")}))
    expect(phone.locator("#daftar")).to_be_hidden()


def test_when_a_search_fails_the_list_comes_back_until_it_succeeds(phone, real):
    start(phone, real.site)
    phone.route("**/cari/indeks.json", abort)
    words_box(phone).fill(WORDS)
    expect(status(phone)).to_contain_text(SORRY, ignore_case=True)
    expect(phone.locator("#daftar")).to_be_visible()
    expect(more(phone)).to_be_hidden()
    assert slugs(phone) == []
    phone.unroute_all()
    words_box(phone).fill("desa")
    expect(status(phone)).to_contain_text(re.compile(r"^\d+ inovasi"))
    expect(phone.locator("#daftar")).to_be_hidden()


def test_when_the_rest_cannot_be_fetched_one_can_ask_again(phone, real):
    start(phone, real.site)
    expect(more(phone)).to_be_visible()
    phone.route("**/cari/isi/*", abort)
    more(phone).click()
    expect(status(phone)).to_contain_text(SORRY, ignore_case=True)
    phone.unroute_all()
    more(phone).click()
    eventually(slugs, phone, real.slugs({})[: 2 * STEP])


def test_without_scripts_plain_links_lead_to_every_facet(browser, real):
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.goto(f"{real.site.address}inovasi/")
    for control in ("#saring button", "#cari"):
        assert page.locator(control).count() == 1
        expect(page.locator(control)).to_be_hidden()
    for facet in FACETS:
        expect(page.locator(f"main p a[href='../{facet}/']")).to_be_visible()
    page.locator("main p a[href='../jenis/']").click()
    value = real.commonest("jenis")
    page.locator(f"main a[href='{value}/']").first.click()
    assert page.url == f"{real.site.address}jenis/{value}/"
    assert 0 < page.locator(".k-card-title a").count() <= len(real.fitting({"jenis": value}))
    context.close()
