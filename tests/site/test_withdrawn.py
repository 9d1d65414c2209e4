"""A withdrawn entry answers at its address and says so; nothing else of the site knows it."""

import shutil
import xml.etree.ElementTree as ET

import pytest
import yaml
from conftest import BASE, ROOT, TODAY, tree, write_files
from site_helpers import built, contents

ADDRESS = "https://contoh.go.id/katalog/"
SLUG, OLD = "zamrud-kelana", "zamrud-lama"
PATH = f"innovations/disdik/{SLUG}.yml"
ENTRY = {
    "nama": "Zamrud Kelana",
    "ringkasan": "Zamrud untuk semua.",
    "bentuk": "pelayanan-publik",
    "jenis": "digital",
    "urusan": ["kesehatan", "pendidikan"],
    "riwayat": [{"peristiwa": "penerapan", "tanggal": "2026-03-02"}],
    "masalah": "Zamrud kurang.",
    "lokasi": {"seluruh_wilayah": "ya"},
    "kolaborator": [{"perangkat_daerah": "dinkes", "peran": "zamrud"}],
    "alias": [OLD],
}
WITHDRAWN = {**ENTRY, "ditarik": {"tanggal": "2026-09-14", "alasan": "Tercatat dua kali."}}
#: Where it may be named: its own page, sheet, card and data, the open data of all, what its old address leads to.
ITS_OWN = (f"inovasi/{SLUG}/", f"inovasi/{OLD}/", f"data/inovasi/{SLUG}.json", f"data/inovasi/{OLD}.json")
ROWS = (
    "data/inovasi.json", "data/inovasi.csv", "data/inovasi-tabel.csv", "data/inovasi.xlsx",
    "data/perangkat-daerah/disdik.csv", "data/perangkat-daerah/disdik.xlsx",
)  # fmt: skip
#: The list of changes says that it was withdrawn.
CHANGES = ("perubahan/index.html", "perubahan/index.md", "perubahan/feed.xml")
#: The form can learn that the name of its file is taken, and its agency's page tells that one was withdrawn.
TAKEN = "kontribusi/formulir/alamat/a-p.json"
KNOWS_OF_IT = {TAKEN, "perangkat-daerah/disdik/index.md"}


def with_entry(project, entry):
    return project({PATH: yaml.safe_dump(entry)})


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """The fictional region with a withdrawn entry, as readers get it: path -> bytes."""
    folder = tmp_path_factory.mktemp("ditarik")
    root = shutil.copytree(BASE, folder / "project")
    (root / "site_templates").symlink_to(ROOT / "site_templates")
    write_files(root, {PATH: yaml.safe_dump(WITHDRAWN)})
    return contents(built(root, folder / "site", "--as-of", TODAY.isoformat(), SITE_URL=ADDRESS))


def test_no_file_of_the_site_but_its_own_and_the_rows_of_data_names_it(site):
    naming = {path for path, content in site.items() if b"zamrud" in content.lower()}
    elsewhere = {path for path in naming if not path.startswith(ITS_OWN) and path not in (*ROWS, *CHANGES)}
    assert elsewhere == {TAKEN}
    assert site[TAKEN].count(b"amrud") == 3  # its slug; its alias, and whose that is


def test_the_rest_of_the_site_is_as_if_it_had_never_been(project):
    plain, withdrawn = tree(project()), tree(with_entry(project, WITHDRAWN))
    different = {path for path in plain.keys() | withdrawn.keys() if plain.get(path) != withdrawn.get(path)}
    assert {path for path in different if not path.startswith(ITS_OWN) and path not in (*ROWS, *CHANGES)} == KNOWS_OF_IT


def test_the_list_of_changes_names_it_as_withdrawn(site):
    _, _, listed = site["perubahan/index.html"].decode().partition("Ditarik (1)")
    assert ENTRY["nama"] in listed


def test_the_same_entry_not_withdrawn_would_stand_in_many_places(project):
    naming = [path for path, content in tree(with_entry(project, ENTRY)).items() if b"zamrud" in content.lower()]
    assert len([path for path in naming if not path.startswith(ITS_OWN)]) > 20


@pytest.mark.parametrize("path", [f"inovasi/{SLUG}/index.html", f"inovasi/{SLUG}/poster/index.html"])
def test_its_page_and_sheet_say_when_and_why_and_ask_search_engines_to_forget_them(site, path):
    page = site[path].decode()
    assert "Inovasi ini ditarik dari katalog pada 14 September 2026." in page
    assert "Alasan: Tercatat dua kali." in page
    assert '<meta name="robots" content="noindex">' in page
    assert "application/ld+json" not in page


def test_only_pages_of_listed_innovations_may_be_kept_by_search_engines(site):
    kept = {path for path, content in site.items() if path.endswith(".html") and b'content="noindex"' not in content}
    assert not any(path.startswith(ITS_OWN) for path in kept)
    assert "inovasi/posyandu-malam/index.html" in kept
    listed = [element.text for element in ET.fromstring(site["sitemap.xml"]).iter() if element.tag.endswith("loc")]
    assert sorted(listed) == sorted(
        f"{ADDRESS}{path.removesuffix('index.html')}" for path in kept if path != "404.html"
    )


def test_its_old_addresses_lead_on_to_its_page(site):
    assert f'href="../{SLUG}/"' in site[f"inovasi/{OLD}/index.html"].decode()


def test_its_agency_says_how_many_were_withdrawn(site):
    assert "1 inovasi ditarik dari katalog" in site["perangkat-daerah/disdik/index.html"].decode()
    assert "ditarik dari katalog" not in site["perangkat-daerah/dinkes/index.html"].decode()
