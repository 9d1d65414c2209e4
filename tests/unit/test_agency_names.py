"""What people call an agency: its further names lead to it and to no other."""

import re
from dataclasses import replace

import pytest
from conftest import BASE, SETTINGS, TODAY, check, tree

from generator import checking
from generator.contributing.names import agency_called
from generator.contributing.units import agency_and_unit, agency_over, unit_kind

AGENCIES = "registry/agencies.yml"
TEXT = (BASE / AGENCIES).read_text("utf-8")


def named(dinkes: str = "", disdik: str = "") -> dict[str, str]:
    """The register with further keys of two agencies, one line each."""
    text = TEXT.replace("    nama_pendek: Dinkes\n", f"    nama_pendek: Dinkes\n{dinkes}")
    return {AGENCIES: text.replace("    nama_pendek: Disdik\n", f"    nama_pendek: Disdik\n{disdik}")}


def other(*names: str) -> str:
    return f"    nama_lain: [{', '.join(names)}]\n"


def former(*names: str) -> str:
    return f"    nama_dahulu: [{', '.join(f'{{nama: {name}}}' for name in names)}]\n"


def told(project, **keys: str):
    return [(p.code, p.place.line, p.field) for p in check(project(named(**keys))).errors]


@pytest.mark.parametrize(
    ("dinkes", "disdik", "found"),
    [
        (other("Kesmas"), other("Dikbud"), []),
        (other("Kesmas", "Dinkes", "kesmas"), "", []),
        (other("Kesmas"), other("Dikbud", "KES-MAS", "kesmas"), [("R061", 14, "nama_lain")]),
        (other("Disdik"), "", [("R061", 6, "nama_lain")]),
        ("", former("dinas kesehatan"), [("R061", 13, "nama_dahulu")]),
        (former("Kesmas"), other("Kesmas"), [("R061", 14, "nama_lain")]),
        (other("Kesmas"), former("Kesmas"), [("R061", 14, "nama_dahulu")]),
        (former("Dinas Gabungan"), former("Dinas Gabungan"), []),
    ],
)
def test_a_name_of_two_agencies_is_told_unless_both_bore_it_before(project, dinkes, disdik, found):
    assert told(project, dinkes=dinkes, disdik=disdik) == found


@pytest.mark.parametrize(
    ("taken", "until", "field"),
    [
        ("nama_resmi: Dinas Pendidikan", "", "nama_resmi"),
        ("nama_pendek: DISDIK", "", "nama_pendek"),
        ("nama_resmi: Dinas Pendidikan", "    berlaku_sampai: 2025-12-31\n    penerus: [disdik]\n", None),
    ],
)
def test_no_two_agencies_that_stand_have_one_official_or_short_name(project, taken, until, field):
    key = taken.partition(":")[0]
    text = re.sub(rf"    {key}: .*\n", f"    {taken}\n{until}", TEXT, count=1)  # of the first agency, dinkes
    assert text != TEXT
    found = [p.field for p in check(project({AGENCIES: text})).errors if p.code == "R061"]
    assert found == ([field] if field else [])


def test_the_problem_names_both_agencies(project):
    [problem] = check(project(named(dinkes=other("Kesmas"), disdik=other("Kesmas")))).errors
    assert all(slug in problem.message for slug in ("dinkes", "disdik", "Kesmas"))


def test_every_name_leads_to_its_agency_and_a_name_of_two_to_none(project):
    files = named(dinkes=other("Kesmas") + former("Kantor Sehat", "Dinas Gabungan"), disdik=former("Dinas Gabungan"))
    registry = checking.check(project(files), TODAY).catalogue.registry
    asked = ("KESMAS", "kantor sehat", "Kantor Sehat Kabupaten Contoh", "Dinkes", "dinkes", "Dinas Gabungan", "Kantor")
    found = [agency_called(name, registry, "Kabupaten Contoh") for name in asked]
    assert found == ["dinkes", "dinkes", "dinkes", "dinkes", "dinkes", None, None]


def test_former_names_stand_on_the_page_and_all_names_in_the_open_data(project):
    files = tree(project(named(dinkes=other("Kesmas", "Diskes") + former("Kantor Sehat"))), settings=SETTINGS)
    assert "<p>Dahulu: Kantor Sehat.</p>" in files["perangkat-daerah/dinkes/index.md"].decode()
    assert "Dahulu" not in files["perangkat-daerah/disdik/index.md"].decode()
    rows = files["data/perangkat-daerah.csv"].decode().splitlines()
    assert rows[0].endswith(",nama_lain,nama_dahulu")
    assert next(row for row in rows if row.startswith("dinkes,")).endswith(",Kesmas;Diskes,Kantor Sehat")


def test_a_new_entry_takes_its_agency_by_any_of_its_names(project, run_here, monkeypatch):
    root = project(named(dinkes=former("Kantor Sehat")))
    monkeypatch.chdir(root)
    answers = ("--agency", "Kantor Sehat", "--name", "Kelas Ibu", "--summary", "Ibu belajar bersama.")
    more = ("--form", "pelayanan-publik", "--affair", "kesehatan", "--event", "penerapan", "--date", "2026-03")
    assert run_here("new", *answers, *more)[0] == 0
    assert (root / "innovations/dinkes/kelas-ibu.yml").exists()


@pytest.mark.parametrize(
    ("written", "agency"),
    [
        ("Dinas Kesehatan (lanjutan)", "dinkes"),
        ("Din. Kesehatan", "dinkes"),
        ("Dinas Kese hatan", "dinkes"),
        ("Dinas Kesehatan Pemkab Contoh", "dinkes"),
        ("Kesehatan", None),
    ],
)
def test_short_words_for_kinds_of_office_and_marks_of_a_next_page_make_no_other_agency(written, agency):
    assert agency_called(written, checking.check(BASE, TODAY).catalogue.registry, "Kabupaten Contoh") == agency


def test_the_words_of_a_name_in_another_order_and_a_unit_before_the_short_name_are_known(project):
    root = project(named(other("Dinas Pangan dan Tani")))
    registry = checking.check(root, TODAY).catalogue.registry
    assert agency_called("Dinas Tani dan Pangan", registry) == "dinkes"
    assert agency_and_unit("Bagian Gizi Dinkes", registry) == ("dinkes", "Bagian Gizi")
    assert agency_and_unit("Inovasi Dinkes", registry) is None
    assert agency_called("Dinas Pang. dan Tani", registry) == "dinkes"


@pytest.mark.parametrize("unit", ["SDN 3 Utara", "UPT. Pusk. Utara"])
def test_a_place_behind_a_unit_is_where_it_is_and_not_whose(unit):
    registry = checking.check(BASE, TODAY).catalogue.registry
    named = registry.agencies["kecamatan-utara"].model_copy(update={"short": "Utara"})
    registry = replace(registry, agencies={**registry.agencies, "kecamatan-utara": named})
    assert agency_called("Utara", registry) == "kecamatan-utara"
    assert agency_and_unit(unit, registry) is None
    assert agency_over(unit, registry) in ("dinkes", "disdik")


@pytest.mark.parametrize(
    ("written", "slug"),
    [
        ("Dinas Penanaman Modal dan PTSP", "dinkes"),
        ("Dinas Penanaman Modal\ndan PTSP", "dinkes"),
        ("Dinas Penanaman Modal dan PTSPX", None),
        ("Dinas Penanaman Modal dan PTS", None),
    ],
)
def test_the_last_words_of_a_name_may_be_their_initials(written, slug, project):
    name = other("Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu")
    registry = checking.check(project(named(dinkes=name)), TODAY).catalogue.registry
    assert agency_called(written, registry) == slug


@pytest.mark.parametrize(("unit", "kind"), [("UPT Laboratorium", "upt"), ("UPT Puskesmas Utara", "puskesmas")])
def test_a_technical_unit_stays_one_where_the_word_behind_names_no_other_kind(unit, kind):
    assert unit_kind(unit) == kind


@pytest.mark.parametrize(
    ("written", "agency"),
    [
        ("Diskesmas", "dinkes"),
        ("Dinas Kesmas", "dinkes"),
        ("Dis. Kesmas", "dinkes"),
        ("Badan Kesmas", None),
        ("Dinas Utara", None),
        ("Dinas RSUD Contoh", None),
    ],
)
def test_a_short_name_behind_its_kind_of_office_leads_to_the_office_of_that_kind_alone(project, written, agency):
    registry = checking.check(project(named(dinkes=other("Kesmas"))), TODAY).catalogue.registry
    assert agency_called(written, registry, "Kabupaten Contoh") == agency
