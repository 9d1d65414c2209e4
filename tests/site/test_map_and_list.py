"""The map of the districts says what its list says, and the list is enough for whoever cannot use the map."""

import itertools
import json
import re
from collections import Counter
from pathlib import Path
from urllib.parse import urljoin

import pytest
import yaml
from playwright.sync_api import Browser
from site_helpers import Element, Site, parsed

pytest_plugins = ["site_fixtures"]

PAGE = "kecamatan/index.html"
#: Width and height of each tile in pixels, and the texts that stick out of their own tile.
TILES = """() => [...document.querySelectorAll('.k-peta a')].map(link => {
  const tile = link.querySelector('rect').getBoundingClientRect();
  const out = [...link.querySelectorAll('text')].filter(text => {
    const box = text.getBoundingClientRect();
    return box.left < tile.left || box.right > tile.right || box.top < tile.top - 1 || box.bottom > tile.bottom + 1;
  });
  return {width: tile.width, height: tile.height, out: out.map(text => text.textContent)};
})"""


@pytest.fixture(params=["frozen_below", "synthetic_site"])
def site(request: pytest.FixtureRequest) -> Site:
    return request.getfixturevalue(request.param)


#: Where a link leads, its name, how many are there for certain, how many others may be.
Said = tuple[str, str, int, int]


def said(address: str, text: str) -> Said:
    found = re.fullmatch(r"(.+?) \(?([\d.]+)(?: pasti, ([\d.]+) mungkin| \+([\d.]+))?\)?", " ".join(text.split()))
    assert found, text
    name, certain, listed, drawn = found.groups()
    return address, name, int(certain.replace(".", "")), int((listed or drawn or "0").replace(".", ""))


#: The second map says where innovations are in use; its links lead to that part of a district's page.
IN_USE = "#dipakai"


def on_the_map(page: Path, part: str = "") -> list[Said]:
    links = [e for e in parsed(page).elements if e.tag == "a" and "tabindex" in e.attributes]
    return [
        said(link.attributes["href"], link.text)
        for link in links
        if link.attributes["href"].partition("#")[2] == part.removeprefix("#")
    ]


def in_the_list(page: Path, part: str = "") -> list[Said]:
    def leads_to_a_district(element: Element) -> bool:
        target = urljoin(f"/{page.parent.name}/", element.attributes["href"])
        return bool(re.search(rf"kecamatan/[a-z0-9-]+/{part}$", target))

    pairs = itertools.pairwise(parsed(page).elements)
    return [
        said(link.attributes["href"], item.text)
        for item, link in pairs
        if item.tag == "li" and link.tag == "a" and leads_to_a_district(link)
    ]


def test_map_and_list_have_the_same_links_names_and_numbers_in_the_same_order(site):
    listed = in_the_list(site.folder / PAGE)
    words = yaml.safe_load((site.project / "registry/taxonomy.yml").read_text("utf-8"))["kecamatan"]
    assert [name for _, name, *_ in listed] == [word["label"] for word in words]
    assert on_the_map(site.folder / PAGE) == listed
    assert on_the_map(site.folder / PAGE, IN_USE) == in_the_list(site.folder / PAGE, IN_USE)


def test_the_numbers_of_the_map_are_those_of_the_open_data(site):
    rows = json.loads((site.folder / "data/inovasi.json").read_text("utf-8"))["inovasi"]
    wide = sum(row["seluruh_wilayah"] for row in rows)
    counts = Counter(slug for row in rows for slug in row["kecamatan"] if not row["seluruh_wilayah"])
    nowhere = sum(not row["kecamatan"] and not row["seluruh_wilayah"] for row in rows)
    shown = {address.rstrip("/").rpartition("/")[2]: numbers for address, _, *numbers in on_the_map(site.folder / PAGE)}
    assert sum(counts.values()) > 0
    assert nowhere > 0
    assert shown == {slug: [counts[slug] + wide, nowhere] for slug in shown}


def test_every_tile_leads_to_the_page_of_its_district(site):
    for address, name, *_ in on_the_map(site.folder / PAGE):
        target = (site.folder / PAGE).parent / address / "index.html"
        assert parsed(target).texts("h1") == [f"Inovasi di Kecamatan {name}"]


def test_what_the_tab_key_passes_by_is_a_tile_with_a_twin_that_it_reaches(site):
    """Who hears or types meets every district once: the map is out of their way, the list is not."""
    passed = 0
    for page in site.pages():
        elements = parsed(page).elements
        skipped = [e for e in elements if e.attributes.get("tabindex") == "-1"]
        hidden = [e for e in elements if e.tag == "svg" and "k-peta" in e.attributes.get("class", "").split()]
        assert all(drawing.attributes["aria-hidden"] == "true" for drawing in hidden)
        inside = " ".join(" ".join(drawing.text.split()) for drawing in hidden)
        reached = {e.attributes["href"] for e in elements if e.tag == "a" and "tabindex" not in e.attributes}
        for element in skipped:
            assert element.tag == "a"
            assert " ".join(element.text.split()) in inside
            assert element.attributes["href"] in reached
        passed += len(skipped)
    assert passed == sum(len(in_the_list(site.folder / PAGE, part)) for part in ("", IN_USE))


def test_the_page_says_that_the_map_shows_no_boundaries(site):
    captions = parsed(site.folder / PAGE).texts("figcaption")
    assert captions
    for caption in captions:
        assert "skematis" in caption
        assert "bukan batas wilayah" in caption


def test_the_page_says_what_the_second_number_is_and_where_to_see_it(site):
    shown = parsed(site.folder / PAGE)
    caption = shown.texts("figcaption")[0]
    assert "tempatnya belum tercatat, mungkin juga di sana" in caption
    [link] = [e for e in shown.elements if e.tag == "a" and e.attributes["href"].endswith("belum-tercatat/")]
    target = (site.folder / PAGE).parent / link.attributes["href"] / "index.html"
    rows = json.loads((site.folder / "data/inovasi.json").read_text("utf-8"))["inovasi"]
    nowhere = [row["slug"] for row in rows if not row["kecamatan"] and not row["seluruh_wilayah"]]
    pages = [target, *target.parent.glob("halaman/*/index.html")]
    listed = [
        slug for file in pages for slug in re.findall(r'k-card-title"><a href="[^"]*?([^/"]+)/"', file.read_text())
    ]
    assert sorted(listed) == nowhere
    assert " ".join(link.text.split()) == f"{len(nowhere)} inovasi"


def test_the_index_says_how_far_the_places_are_known(site):
    source = yaml.safe_load((site.project / "registry/map.yml").read_text("utf-8"))
    text = parsed(site.folder / PAGE).text
    assert source["keterangan"] in text
    assert all(reference["judul"] in text for reference in source["sumber"])


def test_every_tile_is_as_large_as_a_finger_and_holds_its_words(browser: Browser, site):
    page = browser.new_page(viewport={"width": 320, "height": 740})
    page.goto(f"{site.address}kecamatan/")
    for width in (320, 360, 1280):
        page.set_viewport_size({"width": width, "height": 740})
        tiles = page.evaluate(TILES)
        assert tiles
        assert [tile for tile in tiles if min(tile["width"], tile["height"]) < 44 or tile["out"]] == [], width
    page.context.close()


def test_a_tap_on_a_tile_opens_its_district(browser: Browser, site):
    context = browser.new_context(viewport={"width": 360, "height": 740}, has_touch=True)
    page = context.new_page()
    page.goto(f"{site.address}kecamatan/")
    address, name, *_ = on_the_map(site.folder / PAGE)[-1]
    page.locator(f'.k-peta a[href="{address}"]').tap()
    page.wait_for_url(f"**/{address}")
    assert page.locator("h1").inner_text() == f"Inovasi di Kecamatan {name}"
    context.close()
