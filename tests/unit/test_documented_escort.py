"""The fictional, fully documented innovation: every figure of its escort on the pages, told again from the raw YAML."""

import datetime as dt
import re
import shutil

import pytest
import yaml
from conftest import BASE, ROOT, TODAY, tree
from site_text import words

from generator.dates import PartialDate

DOCUMENTED = ROOT / "tests/documented"
SLUG = "klinik-terapung"
USED = ("uji-coba", "dipakai")


@pytest.fixture(scope="module")
def raw():
    return yaml.safe_load((DOCUMENTED / f"innovations/dinkes/{SLUG}.yml").read_text("utf-8"))


@pytest.fixture(scope="module")
def said(tmp_path_factory):
    """A function: what a page of the documented region says."""
    root = tmp_path_factory.mktemp("documented") / "project"
    shutil.copytree(BASE, root)
    shutil.copytree(DOCUMENTED, root, dirs_exist_ok=True)
    (root / "site_templates").symlink_to(ROOT / "site_templates")
    files = tree(root)
    return lambda address: words(files[f"{address}index.md"].decode())


def test_the_data_are_marked_as_made_up(raw):
    assert "contoh rekaan" in raw["nama"]
    for path in (f"innovations/dinkes/{SLUG}.yml", "registry/problems.yml"):
        assert (DOCUMENTED / path).read_text("utf-8").startswith("# Contoh rekaan")


def test_every_step_stands_on_the_page_with_its_days_over(raw, said):
    page = said("pendampingan/")
    waiting = [one for one in raw["pendampingan"] if one["keadaan"] != "selesai"]
    late = [one for one in waiting if one["tenggat"] < TODAY]
    assert f"{len(waiting)} langkah masih ditunggu, {len(late)} di antaranya lewat tenggat." in page
    for one in waiting:
        assert one["langkah_berikut"].rstrip(".") in page
    for one in late:
        assert f"lewat {(TODAY - one['tenggat']).days} hari" in page
    assert page.index("jadwal sandar") < page.index("hitungan biaya")


def test_the_places_and_the_course_are_those_of_the_file(raw, said):
    page = said(f"inovasi/{SLUG}/")
    now = [one for one in raw["pemakai"] if one["keadaan"] in USED]
    districts = {one.get("kecamatan") or "utara" * ("perangkat_daerah" in one) for one in now} - {""}
    unknown = [one for one in now if "kecamatan" not in one and "perangkat_daerah" not in one]
    assert (
        f"di {len(now)} tempat di {len(districts)} kecamatan. Kecamatan {len(unknown)} tempat belum diketahui." in page
    )
    for year in range(2024, TODAY.year + 1):
        day = min(dt.date(year, 12, 31), TODAY)
        count = 0
        for one in raw["pemakai"]:
            begun = "sejak" in one and PartialDate.parse(str(one["sejak"])).first <= day
            gone = "sampai" in one and PartialDate.parse(str(one["sampai"])).first <= day
            count += begun and not gone and (one["keadaan"] in USED or "sampai" in one)
        assert re.search(rf"\b{year} {count}\b", page), (year, count)


def test_each_district_names_who_uses_it_there_and_the_map_has_the_same_numbers(raw, said):
    index = said("kecamatan/").partition("Dipakai di mana")[2]
    for slug, label in (("utara", "Utara"), ("selatan", "Selatan")):
        here = [one for one in raw["pemakai"] if one["keadaan"] in USED and one.get("kecamatan") == slug]
        here += [one for one in raw["pemakai"] if slug == "utara" and one.get("perangkat_daerah") == "kecamatan-utara"]
        page = said(f"kecamatan/{slug}/").partition("Dipakai di sini")[2]
        assert page.count(raw["nama"]) == len(here)
        assert f"{label} {len(here)}" in index


def test_what_is_sought_and_what_is_protected_stand_on_their_pages(raw, said):
    calls, rights = said("cari-mitra/"), said("kekayaan-intelektual/")
    needs = yaml.safe_load((DOCUMENTED / "registry/problems.yml").read_text("utf-8"))["masalah"]
    waiting = [one for one in raw["cari_mitra"] if "hasil" not in one]
    assert f"{len(waiting) + len(needs)} permintaan menunggu jawaban, {len(needs)} di antaranya masalah" in calls
    assert f"{len(raw['cari_mitra']) - len(waiting)} sudah terjawab." in calls
    assert "Menurut katalog: " in rights
    assert len(re.findall("Inovasi Klinik Terapung", rights)) >= len(raw["kekayaan_intelektual"])
    assert "Segera berakhir" in rights
    assert "IDM000000001" in rights
