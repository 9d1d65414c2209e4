"""The built site, read file by file: addresses, links, structure, feeds, sitemap, what it loads."""

import datetime as dt
import gzip
import io
import itertools
import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin, urlsplit
from xml.etree import ElementTree as ET

import pytest
import yaml
from conftest import TODAY
from PIL import Image
from site_helpers import Element, Site, broken_references, contents, is_redirect, parsed, references
from synthetic_catalogue import CAMERA, EMOJI, MARKUP, RTL

from generator import addresses

pytest_plugins = ["site_fixtures"]

ATOM = "{http://www.w3.org/2005/Atom}"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
FACETS = ("bentuk", "jenis", "urusan", "tahapan", "kecamatan")
FIXED = (
    "", "inovasi", "perangkat-daerah", "bentuk", "jenis", "urusan", "tahapan", "kecamatan", "tahun", "kepatuhan", "kontribusi",
    "kontribusi/panduan", "kontribusi/formulir", "data", "statistik", "tentang", "tentang/metode", "tentang/aksesibilitas", "tentang/privasi",
    "kelengkapan", "ringkasan",
)  # fmt: skip
FILES = (
    "404.html", "feed.xml", "sitemap.xml", "data/inovasi.json", "data/inovasi.csv", "data/perangkat-daerah.json",
    "data/perangkat-daerah.csv", "data/kepatuhan.json", "data/kepatuhan.csv", "data/skema.json", "kontribusi/templat.csv", "kontribusi/templat.xlsx",
    "kepatuhan/riwayat.json", "kepatuhan/riwayat.csv", "perubahan/feed.xml", "data/inovasi-tabel.csv",
    "data/datapackage.json", "data/katalog.jsonld", "data/kelengkapan.json", "data/kelengkapan.csv",
    "data/inovasi.xlsx", "data/kepatuhan.xlsx", "ringkasan/ringkasan.pdf",
)  # fmt: skip


THE_LIVING = pytest.param("living_at_root", marks=pytest.mark.living)


@pytest.fixture(params=[THE_LIVING, "frozen_below", "synthetic_site"])
def site(request: pytest.FixtureRequest) -> Site:
    return request.getfixturevalue(request.param)


@pytest.fixture(params=["frozen_below", "synthetic_site"])
def one_of_each(request: pytest.FixtureRequest) -> Site:
    return request.getfixturevalue(request.param)


def entry_files(project: Path) -> dict[str, dict]:
    """Slug -> the entry as typed."""
    return {path.stem: yaml.safe_load(path.read_text("utf-8")) for path in project.glob("innovations/*/*.yml")}


def register(project: Path) -> list[dict]:
    return yaml.safe_load((project / "registry/agencies.yml").read_text("utf-8"))["perangkat_daerah"]


def taxonomy(project: Path) -> dict[str, list[dict]]:
    return yaml.safe_load((project / "registry/taxonomy.yml").read_text("utf-8"))


def years_of(entries: dict[str, dict], *, counted: tuple[str, ...] | None = None) -> set[int]:
    """Years with an event: any but dilaporkan, or only those counted."""
    return {
        int(str(event["tanggal"])[:4])
        for entry in entries.values()
        for event in entry["riwayat"]
        if (event["peristiwa"] in counted if counted else event["peristiwa"] != "dilaporkan")
    }


def generated(site: Site) -> Iterator[Path]:
    """The pages made from data."""
    written = {path.relative_to(site.project / "docs").as_posix() for path in (site.project / "docs").rglob("*.md")}
    for page in site.pages():
        source = page.relative_to(site.folder).as_posix()
        flat = f"{source.removesuffix('/index.html')}.md"
        if source != "404.html" and flat not in written and source.replace(".html", ".md") not in written:
            yield page


# Addresses


def test_every_published_address_exists(site):
    project, folder = site.project, site.folder
    entries, words = entry_files(project), taxonomy(project)
    day = dt.date.fromisoformat(
        json.loads((folder / "data/kepatuhan.json").read_text("utf-8"))["tentang"]["per_tanggal"]
    )
    obligations = {int(path.stem) for path in (project / "registry/obligations").glob("????.yml")}
    creative = years_of(entries, counted=("inisiatif", "uji-coba", "penerapan", "pengembangan"))
    expected = [
        *FIXED,
        *(f"inovasi/{slug}{more}" for slug in entries for more in ("", "/poster", "/kelengkapan")),
        *(f"perangkat-daerah/{agency['slug']}{more}" for agency in register(project) for more in ("", "/rapor")),
        *(f"{facet}/{word['slug']}" for facet in FACETS for word in words[facet]),
        *(f"tahun/{year}" for year in years_of(entries)),
        *(f"kepatuhan/{year}" for year in obligations | creative if year <= day.year),
    ]
    files = [
        *FILES,
        *(f"data/inovasi/{slug}.json" for slug in entries),
        *(f"perangkat-daerah/{agency['slug']}/feed.xml" for agency in register(project)),
        *(f"data/perangkat-daerah/{agency['slug']}.{kind}" for agency in register(project) for kind in ("csv", "xlsx")),
        *(f"urusan/{word['slug']}/feed.xml" for word in words["urusan"]),
    ]
    missing = [address for address in expected if not (folder / address / "index.html").is_file()]
    assert missing + [file for file in files if not (folder / file).is_file()] == []


def test_the_compliance_page_shows_every_agency_of_the_register_once(frozen_below):
    page = parsed(frozen_below.folder / "kepatuhan/index.html")
    shown = [e.attributes["data-perangkat-daerah"] for e in page.elements if "data-perangkat-daerah" in e.attributes]
    registered = register(frozen_below.project)
    alive = [a["slug"] for a in registered if not a.get("berlaku_sampai") or a["berlaku_sampai"] >= TODAY]
    assert sorted(shown) == sorted(alive)


def test_the_list_of_innovations_links_every_entry_once(site):
    folder = site.folder / "inovasi"
    numbers = sorted(folder.glob("halaman/*/index.html"), key=lambda path: int(path.parent.name))
    linked = [
        reference.rstrip("/").rpartition("/")[2]
        for page in (folder / "index.html", *numbers)
        for element, reference in references(parsed(page))
        if element.tag == "a" and element.text in set(parsed(page).texts("h2"))
    ]
    assert sorted(linked) == sorted(entry_files(site.project))


def test_a_district_page_shows_what_serves_all_districts_too(synthetic_site):
    for word in taxonomy(synthetic_site.project)["kecamatan"]:
        text = parsed(synthetic_site.folder / "kecamatan" / word["slug"] / "index.html").text
        assert "Untuk Semua Kecamatan" in text
        assert "Untuk Seluruh Wilayah" in text


def test_every_link_and_asset_of_every_page_leads_somewhere(site):
    broken = {
        page.relative_to(site.folder).as_posix(): found
        for page in sorted(site.folder.rglob("*.html"))
        if page.name != "404.html" and (found := broken_references(site, page, site.url(page)))
    }
    assert broken == {}


@pytest.mark.parametrize("wrong", ["salah", "salah/", "inovasi/salah/sekali/", "a/b/c/d.html"])
def test_every_link_of_the_404_page_works_wherever_it_is_shown(site, wrong):
    page = site.folder / "404.html"
    assert len(list(references(parsed(page)))) > 10
    assert broken_references(site, page, site.address + wrong) == []


@pytest.mark.parametrize("name", [THE_LIVING, "frozen_below"])
def test_no_page_is_reached_by_its_address_alone(request, name):
    site = request.getfixturevalue(name)
    seen, ahead = set(), [site.address]
    while ahead:
        address = ahead.pop()
        page = site.folder / address.removeprefix(site.address)
        page = page / "index.html" if address.endswith("/") else page
        if address in seen or page.suffix != ".html":
            continue
        seen.add(address)
        for element, reference in references(parsed(page)):
            target = urlsplit(f"{address}{reference}" if reference.startswith("#") else urljoin(address, reference))
            if element.tag == "a" and target.geturl().startswith(site.address):
                ahead.append(target._replace(fragment="", query="").geturl())
    pages = {site.url(page) for page in site.pages() if page.name != "404.html"}
    assert pages - seen == set()


@pytest.mark.parametrize("old", ["inovasi/nama-lama/", "inovasi/nama-lama/poster/"])
def test_an_old_name_leads_to_the_new_one(synthetic_site, old):
    page = synthetic_site.folder / old / "index.html"
    assert page.is_file(), f"/{old} answered before the entry was renamed and is gone"
    assert is_redirect(page)
    address = synthetic_site.address + old
    targets = {
        urljoin(address, reference) for element, reference in references(parsed(page)) if element.tag in ("a", "meta")
    }
    assert targets == {synthetic_site.address + old.replace("nama-lama", "nama-baru")}
    assert broken_references(synthetic_site, page, address) == []


def test_the_data_of_an_old_name_says_where_it_went(synthetic_site):
    moved = json.loads((synthetic_site.folder / "data/inovasi/nama-lama.json").read_text("utf-8"))
    assert moved["slug"] == "nama-baru"


def test_a_stopped_innovation_keeps_its_page_and_says_why(synthetic_site):
    text = parsed(synthetic_site.folder / "inovasi/berhenti/index.html").text
    assert "Dihentikan Mei 2026" in text
    assert "Digabung dengan layanan lain." in text


# What pages are made of


def test_every_page_is_one_indonesian_document(site):
    faults = []
    for page in site.pages():
        read = parsed(page)
        path = page.relative_to(site.folder).as_posix()
        html = read.all("html")
        faults += [(path, "doctype")] if read.doctype != "doctype html" else []
        faults += [(path, "lang")] if [element.get("lang") for element in html] != ["id"] else []
        faults += [(path, tag) for tag in ("h1", "main", "title", "header", "footer") if len(read.all(tag)) != 1]
        faults += [(path, "id twice", i) for i, count in Counter(read.ids).items() if count > 1]
        faults += [(path, "empty id")] if "" in read.ids else []
    assert faults == []


def test_every_title_names_its_page_and_ends_with_the_name_of_the_site(site):
    name = yaml.safe_load(re.sub(r"!ENV .*", "''", (site.project / "mkdocs.yml").read_text("utf-8")))["site_name"]
    titles = {page: parsed(page).texts("title")[0] for page in site.pages()}
    assert titles.pop(site.folder / "index.html") == name
    for page, title in titles.items():
        heading = parsed(page).texts("h1")[0]
        assert title == f"{heading} - {name}", page


def test_no_two_pages_of_the_frozen_site_but_posters_share_a_title(frozen_below):
    pages = [page for page in frozen_below.pages() if page.parent.name != "poster"]
    titles = Counter(parsed(page).texts("title")[0] for page in pages)
    assert [title for title, count in titles.items() if count > 1] == []


def test_every_page_describes_itself(site):
    pages = [page for page in site.pages() if page.name != "404.html"]
    assert [page for page in pages if not parsed(page).description().strip()] == []


def test_every_generated_page_tells_its_day(one_of_each):
    stated = json.loads((one_of_each.folder / "data/inovasi.json").read_text("utf-8"))["tentang"]["per_tanggal"]
    day = dt.date.fromisoformat(stated)
    pages = list(generated(one_of_each))
    assert len(pages) > 100
    spoken = re.compile(rf"Data per {day.day} [A-Z][a-z]+ {day.year}\.")
    assert [page for page in pages if not spoken.search(parsed(page).text)] == []


def test_headings_never_skip_a_level(site):
    faults = {}
    for page in site.pages():
        levels = [int(element.tag[1]) for element in parsed(page).elements if re.fullmatch("h[1-6]", element.tag)]
        skips = [(a, b) for a, b in itertools.pairwise(levels) if b > a + 1]
        if skips or levels[0] != 1:
            faults[page.relative_to(site.folder).as_posix()] = levels
    assert faults == {}


def test_every_picture_has_words_and_every_link_a_name(site):
    for page in site.pages():
        read = parsed(page)
        assert all(image.get("alt") for image in read.all("img")), page
        assert all(element.text.strip() for element in read.elements if element.tag == "a"), page


def test_the_page_that_is_open_is_marked_in_the_navigation(frozen_below):
    names = {
        "inovasi": "Inovasi",
        "perangkat-daerah": "Perangkat daerah",
        "kepatuhan": "Kepatuhan",
        "kontribusi": "Catat inovasi",
    }
    for name, label in names.items():
        page = parsed(frozen_below.folder / name / "index.html")
        marked = [e.text for e in page.elements if e.tag == "a" and e.attributes.get("aria-current") == "page"]
        assert marked == [label, label], "in the row of links and in the menu, of which a screen shows one"


# What pages say of their own certainty


def test_an_entry_that_no_agency_has_verified_says_so_on_its_page(one_of_each):
    entries = entry_files(one_of_each.project)
    said = {
        slug
        for slug in entries
        if "Belum diperiksa perangkat daerah" in parsed(one_of_each.folder / "inovasi" / slug / "index.html").text
    }
    assert said == {slug for slug, entry in entries.items() if not entry.get("diperiksa")}


def test_a_check_long_ago_is_told(synthetic_site):
    text = parsed(synthetic_site.folder / "inovasi/lama/index.html").text
    assert "Lama tidak diperiksa" in text
    assert "1 Januari 2024" in text


def test_what_the_compilers_read_is_called_provisional(one_of_each):
    entries = entry_files(one_of_each.project)
    said = {
        slug
        for slug in entries
        if "belum dipastikan perangkat daerah"
        in parsed(one_of_each.folder / "inovasi" / slug / "index.html").text.casefold()
    }
    assert said == {slug for slug, entry in entries.items() if entry.get("usulan_penyusun")}
    assert said


def test_the_footer_says_who_runs_the_site_and_that_it_is_not_official(site):
    for page in site.pages():
        footer = parsed(page).texts("footer")[0]
        assert "Dikelola oleh" in footer
        assert "belum situs resmi" in footer


# What a contributor wrote stays text


@pytest.mark.parametrize("slug", ["tanda", "emoji", "kanan-ke-kiri"])
def test_text_comes_out_as_it_was_written(synthetic_site, slug):
    expected = {"tanda": MARKUP, "emoji": EMOJI, "kanan-ke-kiri": RTL}[slug]
    for address in (slug, f"{slug}/poster"):
        page = parsed(synthetic_site.folder / "inovasi" / address / "index.html")
        assert page.texts("h1")[0].endswith(expected)
        assert expected in page.texts("title")[0]
        assert expected in page.text
    assert parsed(synthetic_site.folder / "inovasi" / slug / "index.html").description() == expected


def test_every_field_that_a_contributor_fills_is_on_the_page(synthetic_site):
    """Each text of the entry is another one, so that none can stand for two."""
    written = set(re.findall(r"Isian \d{3}", json.dumps(entry_files(synthetic_site.project)["setiap-kolom"])))
    assert len(written) >= 50
    shown = set(re.findall(r"Isian \d{3}", parsed(synthetic_site.folder / "inovasi/setiap-kolom/index.html").text))
    assert written - shown == set()


def test_no_page_holds_script_style_or_anything_that_runs(site):
    forbidden = ("script", "style", "iframe", "object", "embed", "form", "base", "applet", "audio", "video", "template")
    faults = []
    for page in sorted(site.folder.rglob("*.html")):
        inside_head = True
        for element in parsed(page).elements:
            inside_head = inside_head and element.tag != "body"
            bad = [name for name in element.attributes if name.startswith("on") or name in ("style", "srcdoc", "ping")]
            ours = inside_head and element.tag == "script" and _may_stand(element, site.url(page), site.address)
            ours = ours or (element.tag == "form" and _is_search(element, site.url(page), site.address))
            if (element.tag in forbidden and not ours) or bad:
                faults.append((page.relative_to(site.folder).as_posix(), element.tag, bad))
    assert faults == []


def _is_search(form: Element, page: str, site: str) -> bool:
    """The search box of the header, which asks this site for a page."""
    named = {**form.attributes, "action": urljoin(page, form.attributes.get("action", ""))}
    return named == {"class": "k-cari", "id": "pencarian", "role": "search", "action": f"{site}inovasi/"}


def _may_stand(script: Element, page: str, site: str) -> bool:
    """The site's one script, or data that no browser runs."""
    if script.attributes == {"type": "application/ld+json"}:
        return isinstance(json.loads(script.text), dict)
    named = {**script.attributes, "src": urljoin(page, script.attributes.get("src", ""))}
    return named == {"type": "module", "src": f"{site}assets/boot.js"} and not script.text


def test_every_link_is_a_web_address_or_reaches_an_office(site):
    schemes = {
        urlsplit(reference).scheme
        for page in sorted(site.folder.rglob("*.html"))
        for _, reference in references(parsed(page))
    }
    assert schemes <= {"", "http", "https", "mailto", "tel"}


def test_nothing_is_loaded_from_another_host(site):
    foreign = []
    for page in sorted(site.folder.rglob("*.html")):
        for element, reference in references(parsed(page)):
            rel = set(element.attributes.get("rel", "").split())
            loads = element.tag not in ("a", "link") or (
                element.tag == "link" and not rel <= {"canonical", "alternate"}
            )
            if loads and urlsplit(reference).netloc not in ("", urlsplit(site.address).netloc):
                foreign.append((page.relative_to(site.folder).as_posix(), element.tag, reference))
    for sheet in site.folder.rglob("*.css"):
        text = sheet.read_text("utf-8")
        foreign += [(sheet.name, url) for url in re.findall(r"url\(\s*['\"]?((?:https?:)?//[^)]*)", text)]
        foreign += [(sheet.name, rule) for rule in re.findall(r"@import[^;]*", text)]
    assert foreign == []


def test_every_page_forbids_what_it_does_not_need(site):
    for page in site.pages():
        policies = [
            m["content"]
            for m in parsed(page).all("meta")
            if m.get("http-equiv", "").lower() == "content-security-policy"
        ]
        assert len(policies) == 1, page
        assert "default-src 'none'" in policies[0]
        assert "unsafe" not in policies[0]


def test_only_our_style_sheet_icon_and_scripts_are_published_and_nothing_of_the_theme(site):
    assets = sorted(path for path in contents(site.folder) if path.startswith("assets/"))
    assert assets == sorted([addresses.STYLE, *addresses.FACE, addresses.ICON, *addresses.SCRIPTS])
    suffixes = {Path(path).suffix for path in contents(site.folder)}
    assert suffixes <= {
        ".html", ".css", ".js", ".svg", ".xml", ".gz", ".json", ".jsonld", ".csv", ".xlsx", ".yml", ".jpg", ".png", ".avif", ".txt", ".pdf", ".webmanifest", ".woff2",
    }  # fmt: skip


def test_a_published_picture_carries_no_metadata(synthetic_site):
    source = (synthetic_site.project / "innovations/dinkes/lengkap/foto.jpg").read_bytes()
    assert CAMERA.encode() in source
    page = synthetic_site.folder / "inovasi/lengkap/index.html"
    (shown,) = parsed(page).all("img")
    addresses = [shown["src"], *(source["srcset"] for source in parsed(page).all("source"))]
    assert [Path(address).suffix for address in addresses] == [".jpg", ".avif"]
    for address in addresses:
        raw = (page.parent / address).read_bytes()
        with Image.open(io.BytesIO(raw)) as picture:
            assert not picture.getexif()
            assert not {"exif", "comment", "xmp", "icc_profile"} & set(picture.info)
            assert picture.height > picture.width, "the turn that the camera noted was lost"
            assert (str(picture.width), str(picture.height)) == (shown["width"], shown["height"])
        assert CAMERA.encode() not in raw


def test_every_page_names_a_card_that_chat_programs_can_show(site):
    for page in site.pages():
        read = parsed(page)
        told = {
            meta["property"]: meta["content"]
            for meta in read.all("meta")
            if meta.get("property", "").startswith("og:image")
        }
        assert {
            "og:image:type": "image/png",
            "og:image:width": "960",
            "og:image:height": "504",
        }.items() <= told.items()
        assert told["og:image:alt"]
        assert told["og:image"].startswith(site.address)
        raw = (site.folder / told["og:image"].removeprefix(site.address)).read_bytes()
        assert len(raw) <= 12_000
        with Image.open(io.BytesIO(raw)) as card:
            assert (card.format, card.size) == ("PNG", (960, 504))
        own = page.relative_to(site.folder).parts
        if own[0] == "inovasi" and len(own) > 2 and own[1] != "halaman":
            assert told["og:image"] == f"{site.address}inovasi/{own[1]}/kartu.png"
        elif f"{own[0]}/" in addresses.CARDED:
            assert told["og:image"].startswith(f"{site.address}{own[0]}/")
        else:
            assert told["og:image"] == f"{site.address}kartu.png"


def test_the_data_for_search_engines_says_what_the_page_says(one_of_each):
    for slug, entry in entry_files(one_of_each.project).items():
        page = one_of_each.folder / "inovasi" / slug / "index.html"
        (block,) = [
            e.text for e in parsed(page).elements if e.tag == "script" and e.attributes["type"] == "application/ld+json"
        ]
        data = json.loads(block)
        (heading,) = parsed(page).texts("h1")
        assert data["url"] == data["mainEntity"]["url"] == one_of_each.url(page)
        assert data["name"] == data["mainEntity"]["name"] == heading == " ".join(entry["nama"].split())
        assert data["mainEntity"]["description"] == parsed(page).description()
        for address in (data["image"], *data["mainEntity"].get("image", ())):
            assert (one_of_each.folder / address.removeprefix(one_of_each.address)).is_file()
        for step in data["breadcrumb"]["itemListElement"]:
            assert (one_of_each.folder / step["item"].removeprefix(one_of_each.address) / "index.html").is_file()
        if provider := data["mainEntity"].get("provider"):
            assert provider["name"] in parsed(page).text


# Feeds and sitemap


def test_the_sitemap_lists_every_page_once(site):
    raw = (site.folder / "sitemap.xml").read_bytes()
    assert gzip.decompress((site.folder / "sitemap.xml.gz").read_bytes()) == raw
    entries = ET.fromstring(raw).findall(f"{SITEMAP}url")
    listed = [entry.findtext(f"{SITEMAP}loc") for entry in entries]
    assert sorted(listed) == sorted(site.url(page) for page in site.pages() if page.name != "404.html")


def test_the_sitemap_has_the_day_of_an_entry_s_last_change_and_no_other(site):
    """What the other pages show changes with entries, registers and the day: no day is true of them."""
    entries = ET.parse(site.folder / "sitemap.xml").getroot().findall(f"{SITEMAP}url")
    dated = {entry.findtext(f"{SITEMAP}loc") for entry in entries if entry.find(f"{SITEMAP}lastmod") is not None}
    feed = ET.parse(site.folder / "feed.xml").getroot()
    known = [e for e in feed.iter(f"{ATOM}entry") if e.find(f"{ATOM}published") is not None]
    assert {e.find(f"{ATOM}link").get("href") for e in known} <= dated
    assert all("/inovasi/" in address for address in dated)


def test_every_page_names_its_own_address_as_the_true_one(site):
    for page in site.pages():
        links = [link["href"] for link in parsed(page).all("link") if link.get("rel") == "canonical"]
        assert links == ([] if page.name == "404.html" else [site.url(page)])


def test_every_feed_is_sound_atom(site):
    feeds = sorted(site.folder.rglob("feed.xml"))
    assert len(feeds) > 5
    moment = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)")
    every_id = []
    for path in feeds:
        feed = ET.parse(path).getroot()
        assert feed.tag == f"{ATOM}feed"
        assert feed.findtext(f"{ATOM}author/{ATOM}name")
        links = {link.get("rel"): link.get("href") for link in feed.findall(f"{ATOM}link")}
        assert links["self"] == site.address + path.relative_to(site.folder).as_posix()
        for element in (feed, *feed.findall(f"{ATOM}entry")):
            for name in ("id", "title", "updated"):
                assert len(element.findall(f"{ATOM}{name}")) == 1, (path, name)
                assert element.findtext(f"{ATOM}{name}"), (path, name)
            assert moment.fullmatch(element.findtext(f"{ATOM}updated"))
            assert urlsplit(element.findtext(f"{ATOM}id")).scheme
        entries = feed.findall(f"{ATOM}entry")
        ids = [entry.findtext(f"{ATOM}id") for entry in entries]
        assert len(ids) == len(set(ids))
        every_id.append(feed.findtext(f"{ATOM}id"))
        for entry in entries:
            address = entry.find(f"{ATOM}link[@rel='alternate']").get("href")
            assert address.startswith(site.address)
            assert (site.folder / address.removeprefix(site.address) / "index.html").is_file()
            assert entry.findtext(f"{ATOM}updated") <= feed.findtext(f"{ATOM}updated")
    assert len(every_id) == len(set(every_id))


def test_pages_name_the_feed_that_belongs_to_them(frozen_below):
    for name in ("perangkat-daerah", "urusan"):
        for page in frozen_below.folder.glob(f"{name}/*/index.html"):
            feeds = [link["href"] for link in parsed(page).all("link") if link.get("type") == "application/atom+xml"]
            assert [urljoin(frozen_below.url(page), feed) for feed in feeds] == [f"{frozen_below.url(page)}feed.xml"]


# Growth


@pytest.mark.walk
def test_no_page_grows_with_the_catalogue(crowds):
    few, many = ({path: len(raw) for path, raw in contents(site).items() if path.endswith(".html")} for site in crowds)
    for path in ("index.html", "inovasi/index.html", "urusan/kesehatan/index.html", "kepatuhan/index.html",
                 "perangkat-daerah/dinkes/index.html", "perangkat-daerah/disdik/index.html", "tahun/2026/index.html",
                 "kecamatan/utara/index.html", "kecamatan/selatan/index.html", "kepatuhan/2024/index.html",
                 "inovasi/rekaan-100/index.html"):  # fmt: skip
        assert path in few, path
    grown = {
        path: (size, many[path])
        for path, size in few.items()
        if "/halaman/" not in path and path in many and many[path] > 1.03 * size
    }
    assert grown == {}
    assert max(many.values()) < 100_000
