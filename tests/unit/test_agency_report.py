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
        shown = report(files, agency["slug"]).partition("Yang sudah tercatat")[2]
        assert shown.startswith(f" {count} inovasi" if count else " Belum ada inovasi perangkat daerah ini di katalog.")
        assert 'href="rapor/"' in files[f"perangkat-daerah/{agency['slug']}/index.md"].decode()


def test_what_is_recorded_comes_before_what_lacks_and_a_target_is_no_reach(region, files):
    shown = report(files, "dinkes").partition("Yang sudah tercatat")[2]
    before = shown.partition("Belum tercatat:")[0]
    for entry in entries(region, "dinkes").values():
        for award in entry.get("penghargaan", ()):
            assert f"{award['nama']} ({award['pemberi']}), {award['tanggal'][:4]}" in before
        for result in entry.get("hasil", ()):
            told = f"{result['ukuran']}: {result.get('sesudah')}"
            assert (told in before) == (not result.get("sasaran"))
        for taker in entry.get("replikasi", {}).get("oleh", ()):
            assert f"direplikasi {taker['pihak']}" in before


def test_what_nothing_is_recorded_of_is_named_in_one_line(region, files):
    for agency in agencies(region):
        own = entries(region, agency["slug"]).values()
        shown = report(files, agency["slug"])
        lacking = re.search(r"Belum tercatat: ([^.]*)\.", shown)
        named = lacking.group(1).split(", ") if lacking else []
        assert ("penghargaan" in named) == (not any(entry.get("penghargaan") for entry in own)), agency["slug"]
        assert ("Penghargaan" in shown) == ("penghargaan" not in named)
        assert ("Dipakai di dalam daerah" in shown) == ("pemakai lain" not in named)


def test_every_innovation_of_its_own_is_in_the_table_with_its_stage_and_year(region, files):
    kinds = {word["slug"]: word["label"] for word in read(region / "registry/taxonomy.yml")["tahapan"]}
    used = 0
    for agency in agencies(region):
        shown = report(files, agency["slug"]).partition("Inovasi Tahapan Sejak")[2]
        for entry in entries(region, agency["slug"]).values():
            assert entry["nama"] in shown
            steps = [e for e in entry["riwayat"] if e["peristiwa"] in ("penerapan", "pengembangan")]
            ended = {"dihentikan", "selesai"} & {event["peristiwa"] for event in entry["riwayat"]}
            years = [str(e["tanggal"])[:4] for e in steps if e["peristiwa"] == "penerapan"]
            if steps and years and not ended:
                used += 1
                row = shown.partition(entry["nama"])[2]
                assert re.match(rf" {kinds['penerapan']}[^0-9]*(?:menurut laporan \d+ )?{min(years)}\b", row), row[:80]
    assert used


@pytest.mark.parametrize("slug", ["dinkes", "disdik", "kecamatan-utara"])
def test_each_year_says_how_many_began_or_were_developed_in_it(region, files, slug):
    counted: dict[int, set[str]] = {}
    for name, entry in entries(region, slug).items():
        for event in entry["riwayat"]:
            date = str(event["tanggal"])
            if event["peristiwa"] in CREATIVE and date <= TODAY.isoformat():
                counted.setdefault(int(date[:4]), set()).add(name)
    shown = report(files, slug).partition("setiap tahun:")[2].partition("Yang sudah tercatat")[0]
    found = re.findall(r"(20\d\d)(?:-(20\d\d) setiap tahun|-(20\d\d))? (\d+ inovasi|belum ada yang tercatat)", shown)
    told = {
        year: said for first, each, last, said in found for year in range(int(first), int(each or last or first) + 1)
    }
    assert told
    for year, said in told.items():
        count = len(counted.get(year, ()))
        assert said == (f"{count} inovasi" if count else "belum ada yang tercatat"), year


def test_what_no_year_is_known_of_is_told_below_the_years(region, files):
    told = 0
    for agency in agencies(region):
        own = entries(region, agency["slug"]).values()
        count = sum(all(event["peristiwa"] == "dilaporkan" for event in entry["riwayat"]) for entry in own)
        shown = report(files, agency["slug"])
        assert (f"{count} inovasi belum diketahui tahunnya, sehingga tidak terhitung." in shown) is bool(count)
        told += count
    assert told


def test_it_is_compared_with_no_other_agency(region, files):
    duty = report(files, "dinkes").partition("Kewajiban dari tahun ke tahun")[2].partition("Yang sudah tercatat")[0]
    assert not [a["nama_resmi"] for a in agencies(region) if a["slug"] != "dinkes" and a["nama_resmi"] in duty]
    assert "bukan dengan perangkat daerah lain" in report(files, "dinkes").partition("Yang dapat dilakukan")[0]


def test_the_duty_is_told_with_its_basis_what_is_not_known_of_it_and_what_settles_it(region, files):
    rules = read(max((region / "registry/obligations").glob("2026.yml")))
    shown = report(files, "dinas-baru") + report(files, "disdik") + report(files, "dinkes")
    assert rules["aturan"]["minimum"]["keterangan"].removesuffix(".") in shown
    assert f"Dasar: {rules['dasar_hukum']['jenis']}" in shown
    if rules.get("tenggat") is None:
        assert "Tenggat belum diketahui." in shown
    for agency in agencies(region):
        told = report(files, agency["slug"])
        open_ones = re.search(r"2026: . (Belum tercatat|Belum memenuhi) ", told)
        assert ("Terpenuhi bila tercatat paling sedikit" in told) == bool(open_ones), agency["slug"]


def test_nothing_is_asked_of_an_agency_that_has_ended(region, files):
    ended = [
        a["slug"] for a in agencies(region) if a.get("berlaku_sampai") and str(a["berlaku_sampai"]) < TODAY.isoformat()
    ]
    assert ended
    assert not [slug for slug in ended if "Yang dapat dilakukan" in report(files, slug)]


def test_who_has_nothing_recorded_is_asked_for_a_first_innovation_and_not_blamed(project):
    made = tree(project({"innovations/dinkes/posyandu-malam.yml": None}))
    shown = report(made, "dinkes")
    assert "Catat inovasi yang dimulai pada 2026, atau yang sudah berjalan" in shown
    assert "Yang belum tercatat di sini belum tentu tidak ada." in shown


def test_what_to_do_is_in_order_and_leads_to_where_it_is_done(files):
    page = files["perangkat-daerah/dinkes/rapor/index.md"].decode()
    steps = page.partition('id="langkah"')[2].partition("</ol>")[0]
    hrefs = re.findall(r'<li><a href="([^"]+)"', steps)
    assert 0 < len(hrefs) <= 7
    assert all(href.startswith(("../../../", "#")) for href in hrefs)
