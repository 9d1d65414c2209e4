"""Who seeks whom: open, past and answered calls, and what never becomes an innovation."""

import datetime as dt
import json

import pytest
import yaml
from catalogues import LIVING, LIVING_DAY
from conftest import SETTINGS, TODAY, tree
from test_compliance import entry

from generator import checking
from generator.escort.seeking import calls
from generator.publishing.pages import calls as page
from generator.publishing.view import View
from generator.settings import Edition

NOBODY = {"innovations/dinkes/posyandu-malam.yml": None}


def need(slug, **more):
    return {
        "slug": slug,
        "judul": slug.title(),
        "perangkat_daerah": "dinkes",
        "dicari": "Cara.",
        "tanggal": "2026-05-01",
        **more,
    }


def files(*needs, **sought):
    """Innovations of disdik by name with what they seek, and the register of problems."""
    made = {}
    for slug, rows in sought.items():
        made |= entry(f"disdik/{slug}", "penerapan 2026-02", cari_mitra=rows)
    return {**NOBODY, **made, "registry/problems.yml": json.dumps({"masalah": list(needs)})}


@pytest.fixture
def found(project):
    """A function: the calls of such a project on a day."""

    def read(*needs, day=TODAY, **sought):
        checked = checking.check(project(files(*needs, **sought)), TODAY)
        assert not checked.problems.errors, checked.problems.errors
        return calls(checked.catalogue, day)

    return read


def test_a_call_is_open_until_its_last_day_is_over_and_answered_once_something_came_of_it(found):
    all_ = found(
        need("air", sampai="2026-11-24"), need("arsip", sampai="2026-11-23"), need("bau", sampai="2026-06-01", hasil="Ada."),
        perahu=[{"dicari": "Mesin."}, {"dicari": "Layar.", "sampai": "2027-01-01"}],
    )  # fmt: skip
    assert [(call.name, call.asked.what) for call in all_.waiting] == [
        ("Air", "Cara."),
        ("Perahu", "Layar."),
        ("Perahu", "Mesin."),
    ]
    assert [call.name for call in all_.past] == ["Arsip"]
    assert [call.name for call in all_.answered] == ["Bau"]
    assert {slug: len(own) for slug, own in all_.by_agency.items()} == {"dinkes": 2, "disdik": 2}


def test_a_problem_is_not_there_before_it_was_told_and_names_the_innovation_that_answers_it(found):
    asked = need("air", inovasi="perahu", hasil="Ada.")
    [call, _] = found(asked, perahu=[{"dicari": "Mesin."}]).all
    assert call.answer.slug == "perahu"
    assert found(asked, perahu=[], day=dt.date(2026, 4, 30)).all == ()


def test_a_problem_is_no_innovation(project):
    made = tree(project(files(need("air-keruh"), perahu=[])))
    assert "inovasi/air-keruh/index.md" not in made
    assert "air-keruh" not in made["data/inovasi.json"].decode()
    assert "Air-Keruh" in made["cari-mitra/index.md"].decode()
    assert "Air-Keruh" in made["perangkat-daerah/dinkes/index.md"].decode()


def test_the_page_is_empty_only_while_nobody_seeks_anything(project):
    def is_empty(root):
        edition = Edition(TODAY, TODAY, "0" * 40)
        [made] = page.pages(View(checking.check(root, TODAY).catalogue, SETTINGS, edition))
        return made.empty

    assert is_empty(project())
    assert not is_empty(project(files(need("air"))))
    assert not is_empty(project(files(perahu=[{"dicari": "Mesin.", "hasil": "Ada."}])))


@pytest.mark.living
def test_the_calls_of_the_living_catalogue_are_those_of_its_files():
    raw = [yaml.safe_load(path.read_text("utf-8")) for path in (LIVING / "innovations").glob("*/*.yml")]
    sought = [one for entry_ in raw if "ditarik" not in entry_ for one in entry_.get("cari_mitra") or ()]
    register = LIVING / "registry/problems.yml"
    needs = (yaml.safe_load(register.read_text("utf-8")) or {}).get("masalah") or [] if register.exists() else []
    found = calls(checking.check(LIVING, LIVING_DAY).catalogue, LIVING_DAY)
    assert len(found.all) == len(sought) + len(needs)
    assert len(found.answered) == sum("hasil" in one for one in (*sought, *needs))
