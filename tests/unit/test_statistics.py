"""The statistics page says the same as the open data."""

import json
import re
from collections import Counter

import pytest
from conftest import ENTRY, TODAY, made, tree

from generator import checking
from generator.publishing import pipeline
from generator.settings import Edition, Settings

ROW = re.compile(
    r'<tr><th scope="row">(?:<a href="\.\./([^"]+)">)?([^<]+)(?:</a>)?</th><td><span class="k-number">([\d.]+)<'
)


def blocks(built: pipeline.SiteTree) -> dict[str, dict[str, int]]:
    """Heading id -> address or label of a row -> its number."""
    page = built["statistik/index.md"].decode()
    parts = re.split(r'<h2 id="([^"]+)">', page)[1:]
    return {
        name: {address or label: int(count.replace(".", "")) for address, label, count in ROW.findall(body)}
        for name, body in zip(parts[::2], parts[1::2], strict=True)
    }


@pytest.fixture(scope="module")
def real(frozen):
    checked = checking.check(frozen, TODAY)
    settings = Settings(name="Katalog", region="Kabupaten", government="Pemerintah", operator="Pengelola")
    built = made(frozen, checked, settings, Edition(TODAY, TODAY))
    return blocks(built), json.loads(built["data/inovasi.json"])["inovasi"]


@pytest.fixture(scope="module")
def frozen_page(frozen):
    return tree(frozen)["statistik/index.md"].decode()


@pytest.mark.parametrize(
    ("block", "field"), [("bentuk", "bentuk"), ("tahapan", "tahapan"), ("urusan", "urusan"), ("tahun", "tahun"), ("perangkat-daerah", "perangkat_daerah")],
)  # fmt: skip
def test_every_number_is_that_of_the_open_data(real, block, field):
    shown, rows = real
    values = [row[field] if isinstance(row[field], list) else [row[field]] for row in rows]
    counts = Counter(f"{block}/{value}/" for row in values for value in row)
    assert {key: count for key, count in shown[block].items() if count} == counts


def test_a_district_counts_what_serves_all_districts_too(real):
    shown, rows = real
    wide = sum(row["seluruh_wilayah"] for row in rows)
    own = Counter(f"kecamatan/{slug}/" for row in rows if not row["seluruh_wilayah"] for slug in row["kecamatan"])
    assert wide
    assert shown["kecamatan"] == {address: own[address] + wide for address in shown["kecamatan"]}


def test_a_mode_counts_who_has_it(real):
    shown, rows = real
    assert shown["jenis"] == Counter(f"jenis/{row['jenis']}/" for row in rows if row["jenis"])


@pytest.mark.parametrize(
    ("block", "lacks"),
    [
        ("jenis", lambda row: not row["jenis"]),
        ("kecamatan", lambda row: not row["kecamatan"] and not row["seluruh_wilayah"]),
        ("tahun", lambda row: not row["tahun"]),
    ],
)
def test_what_is_not_recorded_has_one_row_of_its_own_and_is_drawn_dashed(frozen_page, real, block, lacks):
    _, rows = real
    body = frozen_page.partition(f'<h2 id="{block}">')[2].partition("<h2 ")[0]
    ((count, drawn),) = re.findall(
        r'<tr class="k-unplaced">.*?<span class="k-number">(\d+)</span>(.*?)</tr>', body, re.DOTALL
    )
    assert int(count) == sum(map(lacks, rows)) > 0
    assert ("<path" in drawn, "<rect" in drawn) == (True, False)


def test_the_page_does_not_grow_with_the_register(project):
    row = "  - {{slug: pd-{0}, nama_resmi: Dinas {0}, jenis: dinas, nama_terkonfirmasi: ya, terikat: ya, sumber: {{judul: Rekaan}}}}\n"
    agencies = project()
    register = (agencies / "registry/agencies.yml").read_text()
    files = {f"innovations/pd-{n}/inovasi-{n}.yml": ENTRY for n in range(40)}
    root = project({"registry/agencies.yml": register + "".join(row.format(n) for n in range(40)), **files})
    shown = blocks(tree(root))["perangkat-daerah"]
    assert len(shown) == 16
    assert shown["26 lainnya"] == 26
    assert sum(shown.values()) == 41


def test_an_empty_catalogue_says_so_and_shows_no_empty_tables(project):
    root = project({"innovations/dinkes/posyandu-malam.yml": None})
    page = tree(root)["statistik/index.md"].decode()
    assert "belum memuat inovasi" in page
    assert "<table" not in page
