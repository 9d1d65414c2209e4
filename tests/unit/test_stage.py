"""The stage comes from the dated events alone."""

import json

import pytest
from conftest import TODAY, check

from generator.publishing import pipeline


def riwayat(*events: str) -> list[dict[str, str]]:
    """`"penerapan 2026-03"` as an event; a stop gets its reason."""
    rows = []
    for event in events:
        kind, date = event.split()
        row = {"peristiwa": kind, "tanggal": date}
        rows.append(row | {"alasan": "Anggaran habis."} if kind == "dihentikan" else row)
    return rows


def entry(*events: str, **more) -> str:
    base = {"nama": "Kapal Baca", "ringkasan": "Buku datang ke dermaga.", "bentuk": "pelayanan-publik"}
    return json.dumps({**base, "urusan": ["perpustakaan"], "riwayat": riwayat(*events), **more})


@pytest.fixture
def stage(project):
    """The stage of an innovation with these events, as the catalogue has it."""

    def of(*events: str, **more) -> str:
        root = project({"innovations/disdik/kapal-baca.yml": entry(*events, **more)})
        checked = pipeline.check(root, TODAY)
        assert not checked.problems.errors
        return checked.catalogue.innovations["kapal-baca"].stage.slug

    return of


@pytest.mark.parametrize(
    ("kind", "wanted"),
    [
        ("inisiatif", "inisiatif"),
        ("uji-coba", "uji-coba"),
        ("penerapan", "penerapan"),
        ("pengembangan", "penerapan"),
        ("dilaporkan", "belum-diketahui"),
        ("dihentikan", "dihentikan"),
        ("selesai", "selesai"),
    ],
)
def test_a_single_event_gives_its_stage(stage, kind, wanted):
    assert stage(f"{kind} 2025") == wanted


def test_only_reports_give_no_stage_however_many(stage):
    assert stage("dilaporkan 2023", "dilaporkan 2024-05", "dilaporkan 2026-02-01") == "belum-diketahui"


def test_a_report_neither_gives_nor_takes_a_stage(stage):
    assert stage("uji-coba 2024", "dilaporkan 2026-05") == "uji-coba"
    assert stage("dihentikan 2024", "dilaporkan 2026-05") == "dihentikan"


def test_the_furthest_stage_reached_counts(stage):
    assert stage("inisiatif 2023", "uji-coba 2024", "penerapan 2025") == "penerapan"
    assert stage("inisiatif 2025", "uji-coba 2025") == "uji-coba"


def test_a_later_trial_does_not_take_back_that_it_runs(stage):
    assert stage("uji-coba 2022", "penerapan 2023", "uji-coba 2025") == "penerapan"


def test_a_stop_holds(stage):
    assert stage("penerapan 2023", "dihentikan 2025") == "dihentikan"


def test_what_ended_as_planned_is_finished(stage):
    assert stage("uji-coba 2023", "penerapan 2024", "selesai 2025-12") == "selesai"


def test_a_restart_after_a_stop_counts_from_the_restart_alone(stage):
    assert stage("penerapan 2022", "dihentikan 2024", "penerapan 2025") == "penerapan"
    assert stage("uji-coba 2021", "penerapan 2022", "dihentikan 2024", "uji-coba 2025") == "uji-coba"
    assert stage("inisiatif 2021", "penerapan 2022", "selesai 2023", "inisiatif 2026") == "inisiatif"


def test_a_restart_may_begin_with_the_first_trial_ever(stage):
    assert stage("penerapan 2022", "dihentikan 2024", "uji-coba 2025") == "uji-coba"


def test_development_after_a_stop_is_a_restart(stage):
    assert stage("penerapan 2022", "dihentikan 2024", "pengembangan 2025") == "penerapan"


def test_the_last_ending_holds(stage):
    assert stage("penerapan 2020", "dihentikan 2021", "penerapan 2022", "selesai 2024") == "selesai"
    assert stage("penerapan 2020", "selesai 2021", "penerapan 2022", "dihentikan 2024") == "dihentikan"


@pytest.mark.parametrize(
    ("restart", "wanted"),
    [
        ("2025", "dihentikan"),
        ("2025-06", "dihentikan"),
        ("2025-06-15", "dihentikan"),
        ("2025-06-16", "penerapan"),
        ("2025-07", "penerapan"),
        ("2026", "penerapan"),
    ],
)
def test_only_what_certainly_came_later_is_a_restart(stage, restart, wanted):
    assert stage("uji-coba 2024", "dihentikan 2025-06-15", f"penerapan {restart}") == wanted


def test_a_stop_known_only_to_the_year_is_not_lifted_by_a_day_of_that_year(stage):
    assert stage("uji-coba 2024", "penerapan 2025-12-31", "dihentikan 2025") == "dihentikan"
    assert stage("uji-coba 2024", "penerapan 2026-01-01", "dihentikan 2025") == "penerapan"


def test_the_order_of_lines_in_the_file_does_not_matter(stage):
    events = ("uji-coba 2022", "penerapan 2023", "dihentikan 2024", "uji-coba 2025-03")
    turned = [events[cut:] + events[:cut] for cut in range(len(events))]
    assert {stage(*order) for order in [*turned, events[::-1]]} == {"uji-coba"}


def test_no_stage_can_be_typed_into_a_file(project):
    root = project({"innovations/disdik/kapal-baca.yml": entry("dilaporkan 2025", tahapan="penerapan")})
    assert [(p.code, p.field) for p in check(root).errors] == [("I002", "tahapan")]


def test_no_other_field_makes_a_stage(stage):
    results = [{"ukuran": "Dermaga", "sesudah": "9", "tahun": "2026"}]
    assert stage("dilaporkan 2025", hasil=results, diperiksa="2026-05-01", kebaruan="Sudah diterapkan luas.") == (
        "belum-diketahui"
    )
