"""Intellectual property: what ends soon, what is over, and every figure of the page told again from the YAML."""

import re

import pytest
import yaml
from catalogues import LIVING, LIVING_DAY
from conftest import TODAY, tree
from test_compliance import entry

from generator import checking
from generator.checks.rights import has_form
from generator.escort.rights import rights

NOBODY = {"innovations/dinkes/posyandu-malam.yml": None}


def held(*rows):
    told = [{"status": "terdaftar", **row} for row in rows]
    return {**NOBODY, **entry("disdik/perahu", "penerapan 2026-02", kekayaan_intelektual=told)}


@pytest.fixture
def found(project):
    """A function: the rights of a project with one innovation that has such rows."""

    def read(*rows):
        checked = checking.check(project(held(*rows)), TODAY)
        assert not checked.problems.errors, checked.problems.errors
        return rights(checked.catalogue, TODAY)

    return read


def test_what_ends_within_a_year_and_what_is_over_is_urgent_the_first_day_first(found):
    rows = found(
        {"judul": "A", "berlaku_sampai": "2027-11-24"}, {"judul": "B", "berlaku_sampai": "2027-11-25"},
        {"judul": "C", "berlaku_sampai": "2026-11-23"}, {"judul": "D", "berlaku_sampai": "2026-11-24"},
        {"judul": "E", "berlaku_sampai": "2020", "status": "berakhir"}, {"judul": "F"},
    )  # fmt: skip
    assert [(right.name, right.over) for right in rows.urgent] == [("C", True), ("D", False), ("A", False)]


def test_rights_stand_under_their_status_in_the_order_of_the_register_and_an_unknown_kind_is_counted_apart(found):
    rows = found(
        {"jenis": "merek"}, {"status": "potensi"}, {"status": "potensi", "jenis": "merek"}, {"tanggal": "2026-12"}
    )
    assert [(term.slug, len(own)) for term, own in rows.by_status] == [("potensi", 2), ("terdaftar", 1)]
    assert rows.by_kind == {"Merek": 2, "": 1}


@pytest.mark.parametrize(
    ("number", "fits"),
    [
        ("IDM000123456", True),
        ("idm 000.123-456", True),
        ("IDM00012345", False),
        ("EC000123456", False),
        ("IDM00012345x", False),
    ],
)
def test_a_number_has_the_form_of_its_kind_whatever_signs_part_it(number, fits):
    assert has_form(number, ("IDM999999999",)) == fits


def test_the_page_shows_holder_and_end_and_asks_for_what_is_not_known(project):
    page = tree(project(held({"judul": "Logo", "pemegang": "Pemerintah Contoh", "berlaku_sampai": "2027-01-05"}, {})))
    text = page["kekayaan-intelektual/index.md"].decode()
    assert "Menurut katalog: 2 terdaftar." in text
    assert "Belum ada yang terdaftar" not in text
    assert "Pemerintah Contoh" in text
    assert "5 Januari 2027" in text
    assert "nomornya belum tercatat" in text


def test_what_is_only_suggested_is_told_as_not_registered_with_the_innovation_it_is_of(project):
    page = tree(project(held({"judul": "Nama Baru", "status": "potensi"})))
    text = page["kekayaan-intelektual/index.md"].decode()
    assert "Belum ada yang tercatat terdaftar. Menurut katalog: 1 potensi. Belum tercatat diajukan: Nama Baru" in text
    assert "Langkah berikutnya" in text
    row = text.partition('row">Nama Baru')[2].partition("</tr>")[0]
    assert re.search(r'Inovasi <a href="\.\./inovasi/perahu/">', row)
    report = page["perangkat-daerah/disdik/rapor/index.md"].decode()
    assert "Pertimbangkan pengajuan kekayaan intelektual</a>: Nama Baru (Perahu; potensi)." in report


@pytest.mark.living
def test_the_rights_of_the_living_catalogue_are_those_of_its_files():
    raw = [yaml.safe_load(path.read_text("utf-8")) for path in (LIVING / "innovations").glob("*/*.yml")]
    told = [row["status"] for one in raw if "ditarik" not in one for row in one.get("kekayaan_intelektual") or ()]
    found = rights(checking.check(LIVING, LIVING_DAY).catalogue, LIVING_DAY)
    assert sorted(right.status.slug for right in found.all) == sorted(told)
