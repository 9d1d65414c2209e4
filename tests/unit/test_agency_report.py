"""An agency's report: every figure told a second time, from the raw YAML of the files alone."""

import re
import shutil

import pytest
import yaml
from conftest import BASE, ROOT, TODAY, tree
from site_text import words

GOLDEN = ROOT / "tests/golden/small/source"
CREATIVE = ("inisiatif", "uji-coba", "penerapan", "pengembangan")


@pytest.fixture(scope="module")
def region(tmp_path_factory):
    """The golden region: every field in use, agencies that ended, two years of rules."""
    root = tmp_path_factory.mktemp("report")
    for source in (BASE, GOLDEN):
        shutil.copytree(source, root, dirs_exist_ok=True)
    (root / "site_templates").symlink_to(ROOT / "site_templates")
    return root


@pytest.fixture(scope="module")
def files(region):
    return tree(region)


def read(path):
    return yaml.safe_load(path.read_text("utf-8"))


def report(files, slug):
    return words(files[f"perangkat-daerah/{slug}/rapor/index.md"].decode())


def entries(region, slug):
    found = {path.stem: read(path) for path in sorted(region.glob(f"innovations/{slug}/*.yml"))}
    return {name: entry for name, entry in found.items() if not entry.get("ditarik")}


def agencies(region):
    return read(region / "registry/agencies.yml")["perangkat_daerah"]


def test_every_agency_has_a_report_that_its_page_leads_to(region, files):
    for agency in agencies(region):
        count = len(entries(region, agency["slug"]))
        said = f"{count} inovasi di katalog." if count else "Belum ada inovasi di katalog."
        assert said in report(files, agency["slug"])
        assert 'href="rapor/"' in files[f"perangkat-daerah/{agency['slug']}/index.md"].decode()


def test_what_was_recognised_comes_first_and_a_target_is_no_reach(region, files):
    shown = report(files, "dinkes")
    before = shown.partition("Yang dapat dilakukan, urut")[0]
    for entry in entries(region, "dinkes").values():
        for award in entry.get("penghargaan", ()):
            assert f"{award['nama']} ({award['pemberi']}), {award['tanggal'][:4]}" in before
        for result in entry.get("hasil", ()):
            told = f"{result['ukuran']}: {result.get('sesudah')}"
            assert (told in before) == (not result.get("sasaran"))
        for taker in entry.get("replikasi", {}).get("oleh", ()):
            assert f"direplikasi {taker['pihak']}" in before


@pytest.mark.parametrize("slug", ["dinkes", "disdik", "kecamatan-utara"])
def test_each_year_says_how_many_began_or_were_developed_in_it(region, files, slug):
    counted: dict[int, set[str]] = {}
    for name, entry in entries(region, slug).items():
        for event in entry["riwayat"]:
            date = str(event["tanggal"])
            if event["peristiwa"] in CREATIVE and date <= TODAY.isoformat():
                counted.setdefault(int(date[:4]), set()).add(name)
    shown = report(files, slug).partition("setiap tahun:")[2].partition("Inovasi menurut tahapan")[0]
    told = dict(re.findall(r"(20\d\d) ((?:\d+ inovasi|belum ada yang tercatat|0 inovasi))", shown))
    assert told
    for year, said in told.items():
        count = len(counted.get(int(year), ()))
        assert said == (f"{count} inovasi" if count else "belum ada yang tercatat"), year


def test_of_its_kind_only_counts_are_told(region, files):
    day = TODAY.isoformat()
    alive = [
        a for a in agencies(region)
        if str(a.get("berlaku_dari") or day) <= day <= str(a.get("berlaku_sampai") or day) and a["jenis"] == "dinas"
    ]  # fmt: skip
    shown = report(files, "dinkes")
    [(all_of, due, met)] = re.findall(
        r"Dinas pada 2026: (\d+) dalam daftar, (\d+) dapat dinilai, (\d+) memenuhi", shown
    )
    assert int(all_of) == len(alive)
    assert int(met) <= int(due) <= int(all_of)
    duty = shown.partition("Kewajiban dari tahun ke tahun")[2].partition("Inovasi menurut tahapan")[0]
    assert not [a["nama_resmi"] for a in alive if a["slug"] != "dinkes" and a["nama_resmi"] in duty]


def test_stages_sum_to_the_innovations(region, files):
    for agency in agencies(region):
        shown = report(files, agency["slug"]).partition("Inovasi menurut tahapan")[2].partition("Pendampingan")[0]
        assert sum(map(int, re.findall(r" (\d+)[,.]", shown))) == len(entries(region, agency["slug"]))


def test_nothing_is_asked_of_an_agency_that_has_ended(region, files):
    ended = [
        a["slug"] for a in agencies(region) if a.get("berlaku_sampai") and str(a["berlaku_sampai"]) < TODAY.isoformat()
    ]
    assert ended
    assert not [slug for slug in ended if "Yang dapat dilakukan" in report(files, slug)]


def test_who_has_nothing_recorded_is_asked_for_a_first_innovation_and_not_blamed(project):
    made = tree(project({"innovations/dinkes/posyandu-malam.yml": None}))
    shown = report(made, "dinkes")
    assert "Catat inovasi 2026 yang sudah berjalan" in shown
    assert "Belum tercatat di katalog tidak berarti tidak ada." in shown


def test_what_to_do_is_in_order_and_leads_to_where_it_is_done(files):
    page = files["perangkat-daerah/dinkes/rapor/index.md"].decode()
    steps = page.partition('id="langkah"')[2].partition("</ol>")[0]
    hrefs = re.findall(r'<li><a href="([^"]+)"', steps)
    assert 0 < len(hrefs) <= 7
    assert all(href.startswith(("../../../", "#")) for href in hrefs)
