"""What is not recorded is not "no": every list counts those that may be in it too, and names them."""

import csv
import io
import json
import re

import pytest
import yaml
from conftest import BASE, ENTRY, TODAY, made, tree

from generator import checking
from generator.checks import registers
from generator.layout import UNRECORDED
from generator.publishing.pages.district_map import Box
from generator.publishing.pages.facets import FACETS
from generator.settings import Edition, Settings

POSYANDU = "innovations/dinkes/posyandu-malam.yml"
REPORTED = re.sub(r"peristiwa: \w+", "peristiwa: dilaporkan", ENTRY)
WHOLE = f"{ENTRY}jenis: digital\nlokasi: {{seluruh_wilayah: true}}\n"
WITHDRAWN = "ditarik: {tanggal: 2026-09-14, alasan: Tercatat dua kali.}\n"
#: Facet -> the address of those that lack it.
LISTS = {
    "jenis": "jenis/belum-tercatat",
    "kecamatan": "kecamatan/belum-tercatat",
    "tahun": "tahun/belum-tercatat",
    "tahapan": "tahapan/belum-diketahui",
}


def lacking(row):
    """Facets in which the columns of an open row say nothing."""
    said = {
        "jenis": row["jenis"],
        "tahapan": row["tahapan"].removeprefix("belum-diketahui"),
        "kecamatan": row["kecamatan"] or row["seluruh_wilayah"],
        "tahun": row["tahun"],
    }
    return [name for name, value in said.items() if not value]


def cards(page):
    return re.findall(r'k-card-title"><a href="[^"]*?([^/"]+)/"', page.decode())


@pytest.fixture(scope="module")
def real(frozen):
    checked = checking.check(frozen, TODAY)
    settings = Settings(name="Katalog", region="Kabupaten", government="Pemerintah", operator="Pengelola")
    built = made(frozen, checked, settings, Edition(TODAY, TODAY))
    return built, json.loads(built["data/inovasi.json"])["inovasi"]


def test_the_open_data_names_what_its_own_columns_leave_open(real):
    built, rows = real
    assert [row["belum_tercatat"] for row in rows] == [lacking(row) for row in rows]
    text = list(csv.DictReader(io.StringIO(built["data/inovasi.csv"].decode())))
    assert [row["belum_tercatat"] for row in text] == [";".join(lacking(row)) for row in rows]
    assert {name for row in rows for name in lacking(row)} == set(LISTS)


@pytest.mark.parametrize("facet", LISTS)
def test_those_of_which_a_facet_is_unknown_are_listed_at_one_address(real, facet):
    built, rows = real
    unknown = [row["slug"] for row in rows if facet in lacking(row)]
    assert unknown
    assert sorted(cards(built[f"{LISTS[facet]}/index.md"])) == unknown


@pytest.mark.parametrize("facet", LISTS)
def test_every_page_of_a_word_says_how_many_others_may_be_there_and_names_them(real, facet):
    built, rows = real
    unknown = [row for row in rows if facet in lacking(row)]
    pages = [path for path in built if re.fullmatch(rf"{facet}/[^/]+/index\.md", path)]
    others = [path for path in pages if path != f"{LISTS[facet]}/index.md"]
    assert len(others) == len(pages) - 1 > 0
    for path in others:
        page = built[path].decode()
        assert re.search(rf">{len(unknown)} inovasi( lagi)?</a> \w+ belum tercatat, mungkin juga di sini\.", page)
        named = page.partition("Mungkin juga di sini</h2>")[2]
        assert named.count("/inovasi/") == min(len(unknown), 12)
        assert (f"dan {len(unknown) - 12} lainnya" in named) == (len(unknown) > 12)
    assert "mungkin juga di sini" not in built[f"{LISTS[facet]}/index.md"].decode()


@pytest.mark.parametrize("facet", LISTS)
def test_index_and_statistics_give_both_figures_of_every_word(real, facet):
    built, rows = real
    unknown = sum(facet in lacking(row) for row in rows)
    listed = dict(
        re.findall(
            r'<li><a href="([^"]+)/">.*?(?:pasti, (\d+) mungkin|k-count">\d+)<', built[f"{facet}/index.md"].decode()
        )
    )
    own = LISTS[facet].partition("/")[2]
    assert {word: int(number or 0) for word, number in listed.items()} == {
        word: 0 if word == own else unknown for word in listed
    }
    body = built["statistik/index.md"].decode().partition(f'<h2 id="{facet}">')[2].partition("<h2 ")[0]
    assert re.search(rf">{unknown} inovasi</a> \w+ belum tercatat, mungkin juga pada baris lain di tabel ini\.", body)
    assert body.count("<path d=") == 1, "what is unknown has one bar, which is dashed"


@pytest.mark.parametrize("facet", ["bentuk", "urusan"])
def test_what_every_entry_must_have_is_never_unknown(real, facet):
    built, _ = real
    assert f"{facet}/{UNRECORDED}/index.md" not in built
    assert [path for path in built if path.startswith(f"{facet}/") and b"mungkin" in built[path]] == []


def test_where_nothing_is_unknown_no_page_speaks_of_it_and_the_list_still_answers(project):
    built = tree(project({POSYANDU: WHOLE}))
    told = [path for path in built if path.endswith(".md") and "belum tercatat, mungkin juga" in built[path].decode()]
    assert told == []
    for path in (f"{address}/index.md" for facet, address in LISTS.items() if facet != "tahapan"):
        assert cards(built[path]) == []
        assert "Belum ada inovasi yang tercatat di sini." in built[path].decode()


def test_a_withdrawn_entry_may_be_nowhere(project):
    built = tree(project({POSYANDU: WHOLE, "innovations/dinkes/lama.yml": REPORTED + WITHDRAWN}))
    assert [cards(built[f"{address}/index.md"]) for address in LISTS.values()] == [[], [], [], []]
    assert "mungkin" not in built["kecamatan/utara/index.md"].decode()


def test_a_report_alone_leaves_stage_and_year_unknown(project):
    built = tree(project({POSYANDU: REPORTED}))
    [row] = json.loads(built["data/inovasi.json"])["inovasi"]
    assert row["belum_tercatat"] == ["jenis", "tahapan", "kecamatan", "tahun"]


def test_a_place_without_a_district_leaves_the_district_unknown(project):
    built = tree(project({POSYANDU: f"{ENTRY}jenis: digital\nlokasi: {{tempat: Balai Desa}}\n"}))
    [row] = json.loads(built["data/inovasi.json"])["inovasi"]
    assert row["belum_tercatat"] == ["kecamatan"]


def test_no_word_may_take_the_address_of_such_a_list():
    lists = {facet.name for facet in FACETS if facet.lacking and facet.unknown == UNRECORDED}
    assert set(registers._WITH_UNRECORDED) == lists - {"tahun"}
    words = yaml.safe_load((BASE / "registry/taxonomy.yml").read_text("utf-8"))
    assert all(name in words for name in registers._WITH_UNRECORDED)


@pytest.mark.parametrize(("text", "size"), [("4 +18", 0), ("123 +845", 10)])
def test_numbers_that_are_wider_than_their_tile_are_written_smaller(text, size):
    assert Box(0, 0, 56, 62, 28, (), 40, letters=5).letter(text) == size
