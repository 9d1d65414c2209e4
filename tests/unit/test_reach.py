"""Who uses what inside the region: places known and not known, and the same places told again from the YAML alone."""

import datetime as dt

import pytest
import yaml
from catalogues import LIVING, LIVING_DAY
from conftest import TODAY, tree
from test_compliance import entry

from generator import checking
from generator.escort.reach import over_the_years, reach
from generator.publishing.reach_words import summary, undated, year_bars

NOBODY = {"innovations/dinkes/posyandu-malam.yml": None}
WORDS = "tempat:\n  - {kecamatan: utara, nama: [Hulu, Kembar], sumber: {judul: Rekaan}}\n  - {kecamatan: selatan, nama: [Kembar], sumber: {judul: Rekaan}}\n"


@pytest.fixture
def found(project):
    """A function: the reach of a project with one innovation that such users have; `day` as given."""

    def read(*users, day=TODAY, **files):
        rows = [{"keadaan": "dipakai", **user} for user in users]
        made = entry("disdik/perahu", "penerapan 2024", pemakai=rows)
        checked = checking.check(project({**NOBODY, **made, "registry/words.yml": WORDS, **files}), TODAY)
        assert not checked.problems.errors, checked.problems.errors
        return reach(checked.catalogue, day)

    return read


@pytest.mark.parametrize(
    ("user", "name", "district"),
    [
        pytest.param({"desa": "Baru", "kecamatan": "selatan"}, "Desa Baru", "selatan", id="told"),
        pytest.param({"desa": "desa HULU"}, "desa HULU", "utara", id="a village of one district alone"),
        pytest.param({"desa": "Kembar"}, "Desa Kembar", None, id="a village of two"),
        pytest.param({"desa": "Entah"}, "Desa Entah", None, id="a village of none"),
        pytest.param({"perangkat_daerah": "kecamatan-utara"}, "Kecamatan Utara", "utara", id="a district's office"),
        pytest.param({"perangkat_daerah": "dinkes"}, "Dinas Kesehatan", None, id="any other office"),
        pytest.param({"kecamatan": "utara"}, "Kecamatan Utara", "utara", id="a whole district"),
        pytest.param(
            {"unit": {"jenis": "puskesmas", "nama": "Pkm 1"}}, "Pkm 1 (Puskesmas)", None, id="a unit that lies nowhere"
        ),
    ],
)
def test_where_a_user_lies_is_known_or_stays_unknown(found, user, name, district):
    [one] = found(user).users
    assert (one.name, one.district and one.district.slug) == (name, district)


def test_the_years_count_who_uses_it_at_their_end_and_leave_out_what_is_not_known(found):
    users = found(
        {"desa": "A", "sejak": "2023-05"}, {"desa": "B", "sejak": "2024", "keadaan": "uji-coba"},
        {"desa": "C", "sejak": "2023", "sampai": "2024-06", "keadaan": "berhenti"},
        {"desa": "D", "sejak": "2023", "keadaan": "batal"}, {"desa": "E"}, {"desa": "F", "sejak": "2026-11"},
    ).users  # fmt: skip
    assert [(end.year, end.count) for end in over_the_years(users, TODAY)] == [
        (2023, 2),
        (2024, 2),
        (2025, 2),
        (2026, 3),
    ]
    assert [bar.length for bar in year_bars(users, TODAY)] == [67, 67, 67, 100]
    assert undated(users).startswith("1 tempat")
    assert summary(users) == (
        "Dipakai atau dicoba di 4 tempat. Kecamatan 4 tempat belum diketahui. Berhenti di 1 dan batal di 1 tempat."
    )


def test_one_year_and_no_year_are_no_course(found):
    assert year_bars(found({"desa": "A", "sejak": "2026"}).users, TODAY) == ()
    assert year_bars(found({"desa": "A"}).users, TODAY) == ()
    assert (summary(()), undated(())) == ("", "")


def test_who_begins_later_uses_it_not_yet_and_who_has_stopped_uses_nothing_here(found):
    users = ({"kecamatan": "utara", "sejak": "2026-05"}, {"desa": "A", "kecamatan": "utara", "keadaan": "berhenti"})
    assert [user.name for user in found(*users).here["utara"]] == ["Kecamatan Utara"]
    assert [user.name for user in found(*users, day=dt.date(2026, 4, 30)).users] == ["Desa A"]


def test_the_page_of_a_district_names_what_is_made_and_what_is_used_there(project):
    made = entry("kecamatan-utara/perahu", "penerapan 2024", pemakai=[{"kecamatan": "selatan", "keadaan": "dipakai"}])
    files = tree(project({**NOBODY, **made}))
    north, south = (files[f"kecamatan/{slug}/index.md"].decode() for slug in ("utara", "selatan"))
    assert '<h2 id="dibuat">' in north
    assert "Perahu" not in north.partition('<h2 id="dipakai">')[2]
    assert '<h2 id="dibuat">' not in south
    assert "Perahu" in south.partition('<h2 id="dipakai">')[2]


@pytest.mark.living
def test_the_users_of_the_living_catalogue_are_those_of_its_files():
    files = [yaml.safe_load(path.read_text("utf-8")) for path in (LIVING / "innovations").glob("*/*.yml")]
    listed = [one for raw in files if "ditarik" not in raw for one in raw.get("pemakai") or ()]
    found = reach(checking.check(LIVING, LIVING_DAY).catalogue, LIVING_DAY)
    assert len(found.users) == len(listed)
    assert sum(user.now for user in found.users) == sum(one["keadaan"] in ("uji-coba", "dipakai") for one in listed)
