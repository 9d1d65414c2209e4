"""Search in a real browser: word families, slips of the finger, bytes, hostile words, the box in the header."""

import dataclasses
import gzip
import json
import random
import re
import string
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from catalogues import FROZEN
from hypothesis import given
from hypothesis import strategies as st
from odd_words import ODD, random_words
from playwright.sync_api import Browser, Locator, Page, expect
from recall import catalogue_words, table, table_words
from search_world import search_folder, search_view
from site_helpers import ROOT, Sent, Site, contents, serving
from test_browser_walk import AXE, LOOKS, RUN_AXE, screenshot

from generator.catalogue.load import load
from generator.publishing.exports import Build, search_index
from generator.publishing.pages.facets import FACETS
from generator.publishing.search.shards import packed, shards
from generator.publishing.search.spelling import near, neighbourhood
from generator.publishing.search.told import SKIPPED
from generator.text.word_roots import roots, words

pytest_plugins = ["site_fixtures"]

ASSETS = ROOT / "site_templates/theme"
#: The search as a page calls it: keys, the marked pieces of the first five, and what the rest says.
ASK = """async ([text, shown]) => {
  const engine = await import('./assets/search.js');
  const found = await engine.search(text);
  const entries = await Promise.all(found.keys.slice(0, shown).map(engine.entry));
  const flat = {fitting: [...found.fitting], through: [...found.through], placeless: [...found.placeless]};
  return {...found, ...flat, entries, passages: entries.map(e => engine.passage(e, found.fitting))};
}"""
HOSTILE = ("<script>alert(1)</script>", "a" * 10_000, "😀", "", "   ", "yang di dan", "%00", "__proto__ constructor toString",
           "..%2f..%2f", "/../k-", "'; DROP TABLE", "\u202egnisuc", "日本語", "~", "{}", "k-", "\ud800")  # fmt: skip
SHOWN = 6
#: Who finds no more is also shown what fits less well.
FEW = 3
#: The scripts that a search fetches.
SEARCHING = ("search_box", "roots", "search")


@dataclass
class Engine:
    """The search of one catalogue, in a page of a cold browser."""

    page: Page
    sent: list[Sent]

    def ask(self, text: str, shown: int = SHOWN) -> dict[str, Any]:
        return self.page.evaluate(ASK, [text, shown])

    def slugs(self, text: str, shown: int = SHOWN) -> list[str]:
        """The innovations among the first results."""
        found = (entry["alamat"].split("/") for entry in self.ask(text, shown)["entries"])
        return [parts[1] for parts in found if parts[0] == "inovasi" and parts[1]]

    def keys(self, texts: Iterable[str]) -> dict[str, list[str]]:
        """The keys of all that each text finds, in their order; by one call."""
        asked = [*dict.fromkeys(texts)]
        found = self.page.evaluate(
            """async asked => {
              const {search} = await import('./assets/search.js');
              const found = [];
              for (const text of asked) found.push((await search(text)).keys);
              return found;
            }""",
            asked,
        )
        return dict(zip(asked, found, strict=True))

    def bytes_for(self, text: str) -> int:
        before = len(self.sent)
        self.ask(text)
        return sum(answer.size for answer in self.sent[before:])


@contextmanager
def engine(browser: Browser, folder: Path) -> Iterator[Engine]:
    sent: list[Sent] = []
    with serving(folder, "/katalog/", sent) as address:
        context = browser.new_context()
        page = context.new_page()
        page.goto(f"{address}tidak-ada.html")  # any page at the root will do
        yield Engine(page, sent)
        context.close()


@pytest.fixture(scope="module")
def worlds(tmp_path_factory: pytest.TempPathFactory) -> Callable[[int], Path]:
    """Size -> a folder with the scripts and the index of a made-up catalogue of that size."""
    made: dict[int, Path] = {}

    def world(size: int) -> Path:
        if size not in made:
            made[size] = search_folder(search_view(size), tmp_path_factory.mktemp(f"world{size}"))
        return made[size]

    return world


@pytest.fixture(scope="module")
def real(browser: Browser, frozen_below: Site) -> Iterator[Engine]:
    """The search of the real catalogue; shards are fetched once and kept."""
    with engine(browser, frozen_below.folder) as found:
        yield found


def misspelt(word: str, dice: random.Random) -> str:
    """`word` with one letter wrong, missing, doubled, or swapped with its neighbour."""
    at = dice.randrange(len(word) - 1)
    letter = dice.choice(string.ascii_lowercase.replace(word[at], ""))
    return dice.choice([
        word[:at] + letter + word[at + 1 :],
        word[:at] + word[at + 1 :],
        word[:at] + letter + word[at:],
        word[:at] + word[at + 1] + word[at] + word[at + 2 :],
    ])  # fmt: skip


# One function, twice


def test_the_browsers_roots_and_words_are_those_of_python(real):
    asked = [*table_words(), *catalogue_words(), *ODD, *random_words()]
    # A lone surrogate cannot be sent to a browser as text; JSON escapes can.
    sent = json.dumps(asked)
    answers = real.page.evaluate(
        """async sent => {
          const {roots, words} = await import('./assets/roots.js');
          return JSON.stringify(JSON.parse(sent).map(word => [[...roots(word)].sort(), words(word)]));
        }""",
        sent,
    )
    wrong = [
        (word[:40], theirs)
        for word, theirs in zip(asked, json.loads(answers), strict=True)
        if (set(theirs[0]), theirs[1]) != (set(roots(word)), words(word))
    ]
    assert len(asked) > 9_000
    assert wrong == []


def test_words_part_at_whatever_is_no_letter_or_digit_but_an_apostrophe_within():
    assert words("Uji-coba, e-KTP (2026) & 'Jum’at'") == ["uji", "coba", "e", "ktp", "2026", "jumat"]


# Families and look-alikes


@pytest.fixture(scope="module")
def alone(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Engine, dict[str, str]]]:
    """A catalogue with one entry for every word of the table, which holds that word alone; and word -> its key."""
    view = search_view(1)
    (model,) = view.catalogue.innovations.values()
    plain = {
        "summary": "x",
        "problem": None,
        "solution": None,
        "benefit": None,
        "usage": None,
        "location": None,
        "unit": None,
    }
    nobody = model.agency.model_copy(update={"name": "x", "short": None})
    made = {}
    for number, word in enumerate(sorted({*table_words()})):
        entry = model.entry.model_copy(update={**plain, "name": word})
        slug = f"kata-{number:04}"
        made[slug] = dataclasses.replace(model, slug=slug, agency=nobody, entry=entry, affairs=(), districts=())
    catalogue = dataclasses.replace(view.catalogue, innovations=made)
    folder = search_folder(dataclasses.replace(view, catalogue=catalogue), tmp_path_factory.mktemp("alone"))
    keys = search_index.entry_keys(made)
    with engine(browser, folder) as found:
        yield found, {innovation.entry.name: keys[slug] for slug, innovation in made.items()}


def answers(found: Engine, asked: list[str]) -> dict[str, set[str]]:
    """What each word finds, the word being finished."""
    return {text.removesuffix(" "): {*keys} for text, keys in found.keys(f"{word} " for word in asked).items()}


def test_every_word_of_a_family_finds_every_other(alone):
    found, keys = alone
    families = [[w for w in row["kata"] if w not in SKIPPED] for row in table()["keluarga"]]
    results = answers(found, sorted({word for family in families for word in family}))
    apart = [
        pair
        for family in families
        for pair in combinations(family, 2)
        if not {keys[w] for w in pair} <= results[pair[0]] & results[pair[1]]
    ]
    assert len(families) >= 60
    assert apart == []


def test_look_alikes_do_not_find_each_other(alone):
    found, keys = alone
    pairs = [row["kata"] for row in table()["mirip"]]
    results = answers(found, sorted({word for pair in pairs for word in pair}))
    joined = [(a, b) for a, b in pairs if keys[b] in results[a] or keys[a] in results[b]]
    assert len(pairs) >= 60
    assert joined == []


def test_one_need_in_other_words_of_its_family_finds_as_much(real):
    for family in (
        ["layanan", "pelayanan", "melayani", "dilayani"],
        ["didik", "pendidikan", "mendidik"],
        ["izin", "perizinan"],
    ):
        found = answers(real, family)
        assert len({frozenset(keys) for keys in found.values()}) == 1, found
        assert found[family[0]]


# What is searched and shown


@pytest.fixture(scope="module")
def entries():
    catalogue = load(FROZEN).catalogue
    assert catalogue is not None
    return catalogue.innovations


@pytest.mark.parametrize(
    "part", ["name", "summary", "problem", "solution", "benefit", "agency", "short", "affair", "district"]
)
def test_every_part_of_an_entry_is_searched(real, entries, part):
    texts = {
        slug: {
            "agency": i.agency.name, "short": i.agency.short, "affair": " ".join(t.label for t in i.affairs),
            "district": " ".join(t.label for t in i.districts),
        }.get(part) or getattr(i.entry, part, None)
        for slug, i in entries.items()
    }  # fmt: skip
    telling = {
        slug: "".join([f"{word} " for word in words(text or "") if word not in SKIPPED][-6:])
        for slug, text in texts.items()
    }
    keys, found = search_index.entry_keys(entries), real.keys(telling.values())
    assert sum(bool(text) for text in texts.values()) >= 2
    assert {slug: text for slug, text in telling.items() if text and keys[slug] not in found[text]} == {}


def test_the_words_found_are_marked_and_nothing_of_the_text_is_lost(real):
    found = real.ask("melayani kesehatan ")
    assert found["entries"]
    for entry, pieces in zip(found["entries"], found["passages"], strict=True):
        text = "".join(text for text, _ in pieces)
        bare = text.removeprefix("… ").removesuffix(" …")
        assert any(bare in whole for whole in [entry["ringkasan"], *entry["teks"]])
        marks = [text for text, hit in pieces if hit]
        assert all(re.search("layan|sehat", mark, re.IGNORECASE) for mark in marks)
    assert any(hit for pieces in found["passages"] for _, hit in pieces)


def test_unfinished_words_find_what_they_begin(real):
    for length in range(4, len("perpustakaan") + 1):
        assert "mobil-perpustakaan-keliling-digital" in real.slugs("perpustakaan"[:length], 21)


def test_what_holds_all_words_comes_first_and_alone_if_it_is_enough_and_else_what_holds_most(real):
    whole, village, clinic = (real.ask(text) for text in ("desa puskesmas ", "desa ", "puskesmas "))
    assert whole["whole"]
    assert set(whole["keys"]) == set(village["keys"]) & set(clinic["keys"])
    assert FEW < len(whole["keys"]) < len(clinic["keys"])
    few, part = real.ask("usg gratis "), real.ask("usg kapalselam ")
    assert few["whole"]
    assert len(few["keys"]) == FEW
    assert few["entries"][0]["alamat"] == "inovasi/usg-portabel/"
    assert not part["whole"]
    assert part["entries"][0]["alamat"] == "inovasi/usg-portabel/"


# Slips


def test_one_wrong_letter_still_finds_the_entry_among_the_first_five(real, entries):
    dice, tries = random.Random(20261124), []
    for slug, innovation in sorted(entries.items()):
        telling = list(dict.fromkeys(w for w in words(innovation.entry.name) if w not in SKIPPED))
        for _ in range(12):
            asked = dice.sample(telling, min(len(telling), dice.choice((1, 2, 3))))
            long = [at for at, word in enumerate(asked) if len(word) >= 4]
            if not long:
                continue
            at = dice.choice(long)
            asked[at] = misspelt(asked[at], dice)
            tries.append((slug, " ".join(asked)))
    keys, found = search_index.entry_keys(entries), real.keys(text for _, text in tries)
    missed = [(slug, text) for slug, text in tries if keys[slug] not in found[text][:5]]
    assert len(tries) > 200
    assert len(missed) <= 0.05 * len(tries), f"{len(missed)} of {len(tries)}: {missed}"


def test_words_are_near_if_one_slip_apart(real):
    dice = random.Random(5)
    made = ["".join(dice.choices("abc", k=dice.randint(1, 6))) for _ in range(3_000)]
    pairs = list(zip(made, dice.sample(made, len(made)), strict=True)) + [
        (w, misspelt(w, dice)) for w in made if len(w) > 1
    ]
    said = real.page.evaluate(
        "async pairs => { const {near} = await import('./assets/search.js'); return pairs.map(([a, b]) => near(a, b)); }",
        pairs,
    )
    true = [one_slip_apart(*pair) for pair in pairs]
    wrong = [
        pair for pair, browser, right in zip(pairs, said, true, strict=True) if (browser, near(*pair)) != (right, right)
    ]
    assert sum(true) > 1_000
    assert wrong == []


def one_slip_apart(a: str, b: str) -> bool:
    """By trying every slip."""
    letters = set(a + b)
    slips = {a}
    for at in range(len(a) + 1):
        slips |= (
            {a[:at] + x + a[at:] for x in letters}
            | {a[:at] + a[at + 1 :]}
            | {a[:at] + x + a[at + 1 :] for x in letters if at < len(a)}
        )
        if at + 1 < len(a):
            slips.add(a[:at] + a[at + 1] + a[at] + a[at + 2 :])
    return b in slips


@given(st.text("abcd", min_size=4, max_size=9), st.randoms(use_true_random=False))
def test_a_slip_keeps_an_item_of_the_neighbourhood(word, dice):
    assert neighbourhood(word) & neighbourhood(misspelt(word, dice))


# Bytes: what a visitor with a cold cache waits for


@pytest.mark.parametrize(("size", "first"), [(1_000, 60_000), pytest.param(10_000, 120_000, marks=pytest.mark.walk)])
def test_a_search_costs_no_more_bytes_than_a_phone_can_bear(browser, worlds, size, first):
    folder, dice = worlds(size), random.Random(size)
    shown = [json.loads(path.read_text()) for path in sorted(folder.glob("cari/isi/*.json"))[:200]]
    texts = [dice.choice(shown) for _ in range(24)]
    asked = [" ".join(dice.sample(words(e["nama"])[:3], 2)) for e in texts[:8]]
    asked += [dice.choice([w for w in words(e["ringkasan"]) if len(w) > 4]) for e in texts[8:16]]
    asked += ["pelayanan", "sampah sungai", "dinas kesehatan", misspelt("perpustakaan", dice), "usg gratis", "desa"]
    with engine(browser, folder) as found:
        scripts = sum(len(gzip.compress((folder / f"assets/{name}.js").read_bytes(), 6)) for name in SEARCHING)
        del found.sent[:]
        start = found.bytes_for(asked[0])
        assert scripts <= 12_000
        assert start <= first
        costs = {text: found.bytes_for(text) for text in asked[1:]}
    assert {text: cost for text, cost in costs.items() if cost > 45_000} == {}


def test_before_the_box_is_touched_a_page_carries_a_kilobyte_of_script():
    assert len(gzip.compress((ASSETS / "assets/boot.js").read_bytes(), 6)) <= 1_000


@pytest.mark.parametrize(("few", "many"), [(100, 1_000), pytest.param(1_000, 10_000, marks=pytest.mark.walk)])
def test_no_file_of_the_index_but_the_table_of_filters_grows_with_the_catalogue(worlds, few, many):
    small, large = (contents(worlds(size)) for size in (few, many))
    for kind in ("cari/kata/", "cari/ejaan/", "cari/isi/"):
        most = [max(len(raw) for path, raw in tree.items() if path.startswith(kind)) for tree in (small, large)]
        assert most[1] <= 1.2 * most[0] + 2_000, kind
    for size, tree in ((few, small), (many, large)):
        assert len(gzip.compress(tree["cari/indeks.json"])) <= (4_000 if size <= 1_000 else 7_000)
        assert len(gzip.compress(tree["cari/saring.json"])) <= (15_000 if size <= 1_000 else 100_000)


# The files


@given(st.dictionaries(st.text("abcdefgh0~é日", min_size=1, max_size=6), st.integers(1, 4_000), max_size=60))
def test_every_word_lies_in_the_file_that_its_beginning_names(sizes):
    items = {word: "x" * size for word, size in sizes.items()}
    parts = list(shards(items))
    starts = [start for start, _ in parts]
    assert starts == sorted(starts)
    assert all(re.fullmatch("[a-z0-9]*~?", start) or not start.isascii() for start in starts)
    merged = {}
    for at, (start, part) in enumerate(parts):
        merged |= part
        following = starts[at + 1] if at + 1 < len(starts) else None
        assert all(word >= start and (following is None or word < following) for word in part)
    assert merged == items


@given(st.lists(st.text("abcdefgh0~é日", max_size=40), unique=True, max_size=60).map(sorted))
def test_beginnings_come_back_from_what_they_share(starts):
    before, found = "", []
    for shared, *rest in packed(starts).split():
        before = before[: ord(shared) - ord("a")] + "".join(rest)
        found.append(before)
    assert found == starts


def test_an_entry_keeps_its_key_when_others_come_and_go():
    slugs = [f"inovasi-{number}" for number in range(3_000)]
    every, half = search_index.entry_keys(dict.fromkeys(slugs)), search_index.entry_keys(dict.fromkeys(slugs[::2]))
    assert len(set(every.values())) == len(slugs)
    assert sum(every[slug] != key for slug, key in half.items()) <= 1


def test_a_new_entry_changes_few_files(worlds):
    view = search_view(100)
    slugs = list(view.catalogue.innovations)
    fewer = dataclasses.replace(view.catalogue, innovations={s: view.catalogue.innovations[s] for s in slugs[:-1]})
    before = dict(search_index.files(Build(FROZEN, dataclasses.replace(view, catalogue=fewer))))
    after = contents(worlds(100))
    changed = [path for path, raw in after.items() if before.get(path) != raw and path.startswith("cari/isi/")]
    lists = len(FACETS) + 2  # its own, its agency's, and those of the words that it has in each list
    assert 1 < len(changed) <= lists + 4, "an entry may have several affairs, districts and years"


# The box


@pytest.fixture
def visitor(browser: Browser, frozen_below: Site) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 360, "height": 800})
    page = context.new_page()
    page.on("dialog", lambda dialog: pytest.fail(f"a script ran: {dialog.message}"))
    page.on("pageerror", lambda error: pytest.fail(f"{error}"))
    page.goto(frozen_below.address)
    yield page
    context.close()


def typed(page: Page, text: str) -> None:
    page.locator("#cari").fill(text)


def suggested(page: Page) -> Locator:
    return page.get_by_role("listbox").get_by_role("option")


@pytest.mark.parametrize("letters", ["u", "usg", "USG port", "usg gratis dekat rumah"])
def test_suggestions_appear_from_the_first_letter_and_lead_to_the_entry(visitor, frozen_below, letters):
    visitor.locator("#cari").press_sequentially(letters)
    suggested(visitor).filter(has_text="USG portabel").click()
    visitor.wait_for_url(f"{frozen_below.address}inovasi/usg-portabel/")


def test_suggestions_are_six_at_most_of_entries_agencies_and_affairs_for_one_request(visitor, frozen_below):
    asked: list[str] = []
    visitor.on("request", lambda request: asked.append(request.url))
    visitor.locator("#cari").focus()
    assert asked == []
    for letters, kind in (("mal pel", "Inovasi"), ("dinas keseh", "Perangkat daerah"), ("ktp", "Urusan pemerintahan")):
        typed(visitor, letters)
        expect(suggested(visitor).filter(has_text=kind).first).to_be_visible()
    typed(visitor, "d")
    expect(suggested(visitor)).to_have_count(SHOWN)
    assert [url for url in asked if "/cari/" in url] == [f"{frozen_below.address}cari/saran.json"]


def test_the_keyboard_moves_through_the_suggestions_and_goes_where_one_leads(visitor, frozen_below):
    box = visitor.locator("#cari")
    expect(box).not_to_have_attribute("aria-expanded", "true")
    typed(visitor, "dinas ke")
    expect(box).to_have_attribute("aria-expanded", "true")
    first, last = suggested(visitor).first, suggested(visitor).last
    for key, chosen in (("ArrowDown", first), ("ArrowUp", last), ("ArrowDown", first)):
        box.press(key)
        expect(chosen).to_have_attribute("aria-selected", "true")
        expect(box).to_have_attribute("aria-activedescendant", chosen.get_attribute("id"))
        expect(box).to_be_focused()
    expect(visitor.locator("[role=option][aria-selected=true]")).to_have_count(1)
    name = first.locator("b").inner_text()
    box.press("Enter")
    visitor.wait_for_url(f"{frozen_below.address}perangkat-daerah/*/")
    assert visitor.get_by_role("heading", level=1).inner_text() == name


def test_nothing_of_the_search_is_fetched_before_the_box_is_used(browser, frozen_below):
    page = browser.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(frozen_below.address, wait_until="networkidle")
    assert [url for url in asked if url.endswith(".js")] == [f"{frozen_below.address}assets/boot.js"]
    assert not any("/cari/" in url for url in asked)
    page.close()


def test_enter_shows_all_results_at_an_address_that_can_be_sent(visitor, frozen_below):
    typed(visitor, "layanan desa")
    visitor.locator("#cari").press("Enter")
    visitor.wait_for_url(f"{frozen_below.address}inovasi/?q=layanan+desa")
    expect(visitor.locator("#saring .k-card").first).to_be_visible()


def test_escape_closes_the_results_and_keeps_the_words(visitor):
    typed(visitor, "desa")
    expect(suggested(visitor).first).to_be_visible()
    visitor.keyboard.press("Escape")
    expect(visitor.locator(".k-temuan")).to_be_hidden()
    expect(visitor.locator("#cari")).to_be_focused()
    expect(visitor.locator("#cari")).to_have_value("desa")


def test_a_hostile_search_says_something_useful_and_runs_nothing(visitor):
    visitor.set_viewport_size({"width": 320, "height": 700})
    found = visitor.locator(".k-temuan")
    for text in HOSTILE:
        put_in(visitor, "")
        expect(found, repr(text)).to_be_hidden()
        visitor.evaluate(
            "document.querySelectorAll('.k-temuan [role=status]').forEach(old => { old.textContent = ''; })"
        )
        put_in(visitor, text)
        if text.strip():
            expect(found.locator("[role=status]"), repr(text)).not_to_be_empty()
            expect(found.locator("[role=status]"), repr(text)).not_to_contain_text("sambungan")
        else:
            expect(found, repr(text)).to_be_hidden()
        assert visitor.evaluate("document.scrollingElement.scrollWidth") <= 320, repr(text)
        assert found.locator("script, img").count() == 0, repr(text)


def test_a_word_that_every_object_has_is_a_word_like_others_to_box_and_filters(visitor, frozen_below):
    names = visitor.evaluate("Object.getOwnPropertyNames(Object.prototype)")
    assert "constructor" in names
    for name in (*names, "then", "prototype", "length", *(f"{name}\ud800" for name in names[:1])):
        put_in(visitor, "")
        expect(visitor.locator(".k-temuan")).to_be_hidden()
        put_in(visitor, name)
        status = visitor.locator(".k-temuan [role=status]")
        expect(status, name).to_contain_text(re.compile("saran"))
        expect(status, name).not_to_contain_text("sambungan")
    for query in ("q=constructor", "urut=constructor&bentuk=constructor", "tahun=__proto__&q=toString"):
        visitor.goto(f"{frozen_below.address}inovasi/?{query}")
        status = visitor.locator("#saring [role=status]")
        expect(status, query).not_to_be_empty()
        expect(status, query).not_to_contain_text("sambungan")


def put_in(page: Page, text: str) -> None:
    """Put into the box what no keyboard can type."""
    page.evaluate(
        "text => { const box = document.getElementById('cari'); box.focus(); box.value = text; box.dispatchEvent(new Event('input', {bubbles: true})); }",
        text,
    )


def test_a_lost_connection_is_said_and_the_next_try_works(visitor):
    visitor.route("**/cari/**", lambda route: route.abort())
    typed(visitor, "usg")
    expect(visitor.locator(".k-temuan [role=status]")).to_contain_text("sambungan internet")
    visitor.unroute("**/cari/**")
    typed(visitor, "usg ")
    expect(visitor.locator(".k-temuan li").first).to_be_visible()


@pytest.mark.parametrize(
    ("width", "scheme"),
    [(360, "light"), (1280, "dark"), *(pytest.param(*look, marks=pytest.mark.walk) for look in LOOKS[1:3])],
)
def test_the_open_results_have_no_barrier(visitor, width, scheme):
    visitor.set_viewport_size({"width": width, "height": 800})
    visitor.emulate_media(color_scheme=scheme)
    typed(visitor, "layanan")
    expect(visitor.locator(".k-temuan li").first).to_be_visible()
    visitor.evaluate(Axe().axe_script)
    assert visitor.evaluate(RUN_AXE, AXE[scheme]) == []
    screenshot(visitor, f"cari-{width}-{scheme}")


def test_without_scripts_no_box_is_shown(browser, frozen_below):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(frozen_below.address)
    expect(page.locator("#cari")).to_be_hidden()
    context.close()
