"""What browsers, search engines and chat programs read of a page before a person does."""

import json
from urllib.parse import parse_qs, urlsplit

from conftest import ENTRY, SETTINGS, tree

from generator.settings import Settings


def test_robots_may_read_everything_and_find_the_sitemap(project):
    lines = tree(project())["robots.txt"].decode().splitlines()
    assert lines == ["User-agent: *", "Allow: /", f"Sitemap: {SETTINGS.site}sitemap.xml"]


def test_without_an_address_no_sitemap_is_named(project):
    unknown = Settings(name="Katalog", region="Kabupaten", government="Pemerintah", operator="Pengelola")
    built = tree(project(), settings=unknown)
    assert b"Sitemap" not in built["robots.txt"]
    assert b"wa.me" not in built["inovasi/posyandu-malam/index.md"]


def test_the_manifest_works_at_the_root_and_under_a_path(project):
    manifest = json.loads(tree(project())["manifest.webmanifest"])
    assert manifest["name"] == SETTINGS.name
    assert [urlsplit(address).netloc for address in (manifest["start_url"], manifest["icons"][0]["src"])] == ["", ""]
    assert not manifest["icons"][0]["src"].startswith("/")


def test_the_whatsapp_link_carries_name_and_address_whole(project):
    name = "Satu & Dua? #3 + 100%"
    page = tree(project({"innovations/dinkes/posyandu-malam.yml": ENTRY.replace("Posyandu Malam", f'"{name}"')}))
    link = page["inovasi/posyandu-malam/index.md"].decode().partition('href="https://wa.me/')[2].partition('"')[0]
    [text] = parse_qs(urlsplit(link).query)["text"]
    assert text == f"{name} {SETTINGS.site}inovasi/posyandu-malam/"
