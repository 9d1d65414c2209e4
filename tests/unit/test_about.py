"""The pages about the catalogue and its method say what the settings and the year's file say, and nothing beside it."""

import dataclasses
import re

import pytest
from catalogues import FROZEN, ROOT
from conftest import BASE, SETTINGS, TODAY, tree

RULES = (BASE / "registry/obligations/2026.yml").read_text("utf-8")
PATH = "registry/obligations/2026.yml"
ABOUT, METHOD = "tentang/index.md", "tentang/metode/index.md"
UNKNOWN = re.sub(r"(nomor|tanggal|naskah): .*", r"\1: null", RULES)


@pytest.fixture
def shown(project):
    """A function: the two pages, joined, of the fictional region with these rules of 2026."""

    def pages(rules: str | None = RULES) -> str:
        built = tree(project({PATH: rules}))
        return built[ABOUT].decode() + built[METHOD].decode()

    return pages


def test_the_doubts_go_by_themselves_when_the_circular_is_registered(shown):
    before, after = shown(UNKNOWN), shown()
    for gap in ("naskahnya belum ditemukan", "nomornya belum diketahui", "tanggalnya belum diketahui"):
        assert before.count(gap) == 3
        assert gap not in after
    assert "Nomor 1/SE/2026 tanggal 2 Januari 2026" in after
    assert "2026 bersifat sementara" in before
    assert "2026 bersifat sementara" not in after


def test_every_rule_that_was_not_read_is_among_what_is_not_known(shown):
    page = shown(
        RULES.replace("dasar: dibaca, keterangan: Hanya pemilik.", "dasar: asumsi, keterangan: Hanya pemilik.")
    )
    unknown = page[page.index('id="belum-diketahui"') :]
    assert "Hanya pemilik. (asumsi penyusun)" in unknown
    assert "Paling sedikit satu." not in unknown
    assert "Dari 5 aturan" in page
    assert ">2026</a>, 4 bertanda" in page


@pytest.mark.parametrize(("minimum", "said"), [("1", "belum memuat inovasinya"), ("2", "belum memuat 2 inovasinya")])
def test_what_belum_means_is_true_of_the_minimum(project, minimum, said):
    rules = UNKNOWN.replace("minimum: {nilai: 1", f"minimum: {{nilai: {minimum}")
    built = tree(project({PATH: rules}))
    assert f"belum mencapai {minimum}: katalog {said}." in built[METHOD].decode()
    assert f'"Belum tercatat": katalog {said}.' in built["kepatuhan/index.md"].decode()


def test_without_any_rules_both_pages_stand_and_the_method_says_that_they_are_missing(shown):
    assert f"Aturan {TODAY.year} belum dicatat." in shown(None)


def test_another_region_publishes_its_own_names_and_facts(shown):
    page = shown()
    assert "Katalog Inovasi Contoh" in page
    assert "Kubu Raya" not in page


def test_how_soon_a_hand_in_is_looked_at_is_said_once_it_is_decided(project):
    told = dataclasses.replace(SETTINGS, review_target="5 hari kerja")
    assert "targetnya" not in tree(project({}), settings=SETTINGS)[ABOUT].decode()
    assert "; targetnya 5 hari kerja sejak kiriman diterima." in tree(project({}), settings=told)[ABOUT].decode()


def test_no_hand_written_page_repeats_a_source_of_the_rules():
    sources = re.findall(r"https?://[^\s]+", (FROZEN / PATH).read_text("utf-8"))
    assert sources
    public = [page for page in (ROOT / "docs").rglob("*.md") if "dev" not in page.parts]
    assert [page.name for page in public for source in sources if source in page.read_text("utf-8")] == []
