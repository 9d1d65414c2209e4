"""The stage comes from the dated events alone; what a report saw stands beside it, dated."""

import json

import pytest
from conftest import BASE, TODAY, check, tree

from generator import checking
from generator.catalogue.catalogue import Innovation
from generator.publishing.place_words import place_words
from generator.publishing.stage_words import dated_words, stage_words


def riwayat(*events: str) -> list[dict[str, str]]:
    """`"penerapan 2026-03"` or `"dilaporkan 2024 dipakai"` as an event; a stop gets its reason."""
    rows = []
    for event in events:
        kind, date, *state = event.split()
        row = {"peristiwa": kind, "tanggal": date} | ({"keadaan": state[0]} if state else {})
        rows.append(row | {"alasan": "Anggaran habis."} if kind == "dihentikan" else row)
    return rows


def entry(*events: str, **more) -> str:
    base = {"nama": "Kapal Baca", "ringkasan": "Buku datang ke dermaga.", "bentuk": "pelayanan-publik"}
    return json.dumps({**base, "urusan": ["perpustakaan"], "riwayat": riwayat(*events), **more})


@pytest.fixture
def stage(project):
    """The stage of an innovation with these events, as the catalogue has it."""
    return lambda *events, **more: innovation(project, *events, **more).stage.slug


def innovation(project, *events: str, **more) -> Innovation:
    checked = checking.check(project({"innovations/disdik/kapal-baca.yml": entry(*events, **more)}), TODAY)
    assert not checked.problems.errors
    return checked.catalogue.innovations["kapal-baca"]


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


@pytest.mark.parametrize(
    ("events", "words"),
    [
        (["dilaporkan 2024 dipakai"], "Dipakai, menurut laporan 2024"),
        (["dilaporkan 2024"], "Belum diketahui"),
        (["dilaporkan 2025-01-15 ditunda", "dilaporkan 2024 dipakai"], "Ditunda, menurut laporan 2025"),
        (["dilaporkan 2024 dipakai", "dilaporkan 2025"], "Dipakai, menurut laporan 2024"),
        (["inisiatif 2020-10-06", "dilaporkan 2024 dipakai"], "Inisiatif; dipakai, menurut laporan 2024"),
        (["dilaporkan 2024 dipakai", "penerapan 2025"], "Penerapan"),
        (["inisiatif 2024-05", "dilaporkan 2024 dipakai"], "Inisiatif"),
    ],
)
def test_what_the_newest_report_saw_is_said_with_its_year_unless_a_step_may_have_followed(project, events, words):
    assert stage_words(innovation(project, *events)) == words


@pytest.mark.parametrize(
    ("events", "words"),
    [
        (["penerapan 2022-05", "penerapan 2020"], "Penerapan sejak 2020"),
        (["pengembangan 2023"], "Penerapan"),
        (["penerapan 2019", "selesai 2023-02"], "Selesai 2023"),
        (["penerapan 2019", "dihentikan 2020", "dihentikan 2024"], "Dihentikan 2024"),
        (["inisiatif 2020-10-06", "dilaporkan 2024 dipakai"], "Inisiatif sejak 2020; dipakai, menurut laporan 2024"),
        (["dilaporkan 2024 dipakai"], "Dipakai, menurut laporan 2024"),
        (["dilaporkan 2024"], ""),
    ],
)
def test_a_card_says_since_when_or_when_it_ended_and_nothing_where_nothing_tells(project, events, words):
    assert dated_words(innovation(project, *events)) == words


@pytest.mark.parametrize(
    ("place", "words"),
    [
        (None, "Tempatnya belum tercatat"),
        ({"seluruh_wilayah": True}, "Semua kecamatan"),
        ({"kecamatan": ["utara"]}, "Utara"),
        ({"kecamatan": ["utara", "selatan"]}, "Utara dan Selatan"),
        ({"tempat": "Balai desa"}, "Tempatnya belum tercatat"),
    ],
)
def test_a_card_says_where_it_serves(project, place, words):
    assert place_words(innovation(project, "penerapan 2024", **({"lokasi": place} if place else {}))) == words


@pytest.mark.parametrize(
    ("sphere", "events", "usable"),
    [
        ("pelayanan-publik", ["penerapan 2024"], True),
        ("pelayanan-publik", ["dilaporkan 2024 dipakai"], True),
        ("pelayanan-publik", ["penerapan 2024", "dilaporkan 2025 ditunda"], False),
        ("pelayanan-publik", ["penerapan 2024", "selesai 2025"], False),
        ("pelayanan-publik", ["dilaporkan 2024"], False),
        ("tata-kelola", ["penerapan 2024"], False),
    ],
)
def test_the_front_page_offers_what_the_public_can_use_now(project, sphere, events, usable):
    files = {"innovations/disdik/kapal-baca.yml": entry(*events, bentuk=sphere)}
    page = tree(project(files))["index.md"].decode()
    offered = page.partition('id="dapat-dipakai"')[2].partition("k-band")[0]
    assert ("Kapal Baca" in offered) == usable


def test_what_a_report_saw_makes_no_stage_and_no_year_and_meets_no_duty(project):
    seen = "dilaporkan 2026-02 dipakai"
    assert innovation(project, seen).stage.slug == "belum-diketahui"
    files = tree(project({"innovations/disdik/kapal-baca.yml": entry(seen)}))
    [row] = [row for row in json.loads(files["data/inovasi.json"])["inovasi"] if row["slug"] == "kapal-baca"]
    shown = {key: row[key] for key in ("tahapan", "tahun", "keadaan", "keadaan_tanggal")}
    assert shown == {"tahapan": "belum-diketahui", "tahun": [], "keadaan": "dipakai", "keadaan_tanggal": "2026-02"}
    [verdict] = [v for v in json.loads(files["data/kepatuhan.json"])["kepatuhan"] if v["perangkat_daerah"] == "disdik"]
    assert (verdict["status"], verdict["inovasi"]) == ("belum", [])


def test_what_a_report_saw_stands_wherever_the_stage_would_have_been_unknown(project):
    files = tree(project({"innovations/disdik/kapal-baca.yml": entry("dilaporkan 2024 dipakai")}))
    words = "Dipakai, menurut laporan 2024"
    [card] = [body for path, body in files.items() if path.startswith("cari/isi/") and b"Kapal Baca" in body]
    pages = ("inovasi/kapal-baca/index.md", "inovasi/index.md", "tahapan/belum-diketahui/index.md")
    assert all(f">{words}</" in files[page].decode() for page in pages)
    assert json.loads(card)["tahapan"] == ["belum-diketahui", words]
    counted = "Di antara yang tahapannya belum diketahui, menurut laporan: 1 dipakai."
    for page in ("tahapan/index.md", "tahapan/belum-diketahui/index.md", "statistik/index.md"):
        assert counted in files[page].decode(), page


def test_the_filter_offers_what_reports_saw_beside_the_stages(project):
    files = tree(project({"innovations/disdik/kapal-baca.yml": entry("dilaporkan 2024 dipakai")}))
    table = json.loads(files["cari/saring.json"])
    [facet] = [facet for facet in table["saringan"] if facet["nama"] == "tahapan"]
    offered = dict(facet["nilai"])
    rows = [{facet["nilai"][value][0] for value in facet["ragam"][kind]} for kind in facet["isi"]]
    assert offered["laporan-dipakai"] == "Dipakai, menurut laporan"
    assert [row for row in rows if "laporan-dipakai" in row] == [{"belum-diketahui", "laporan-dipakai"}]


def test_without_words_for_states_a_region_publishes_as_before(project):
    taxonomy = "registry/taxonomy.yml"
    text = (BASE / taxonomy).read_text("utf-8")
    bare = text[: text.index("keadaan:")] + text[text.index("inisiator:") :]
    assert not check(project({taxonomy: bare})).errors
