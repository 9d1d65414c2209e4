"""How the index went: every month by the events until then, the last one the index itself, closed years by their record."""

import csv
import datetime as dt
import io
import json
import re

import pytest
from conftest import ENTRY, SETTINGS, TODAY, tree
from test_closing import CLOSED, LATE, LATER, POSYANDU, Closed
from test_compliance import agency, entry, register, year_file

from generator import checking
from generator.compliance.course import MonthEnd, course
from generator.compliance.index import assess
from generator.publishing.pages.course import _chart

NOBODY = {"innovations/dinkes/posyandu-malam.yml": None}


def months(root, as_of: dt.date = TODAY) -> dict[str, MonthEnd]:
    """`2026-05` -> that month; what the check says of a closed year is another matter."""
    return {str(end.day)[:7]: end for end in course(checking.check(root, as_of).catalogue, as_of)}


def rows(files, name: str = "kepatuhan/riwayat.csv") -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(files[name].decode())))


def test_a_month_counts_the_events_until_its_end_and_none_after(project):
    here = months(project({**NOBODY, **entry("disdik/kapal-baca", "penerapan 2026-05-31")}))
    assert {month: set(end.met) for month, end in here.items() if "04" < month[5:] < "07"} == {
        "2026-05": {"disdik"},
        "2026-06": {"disdik"},
    }
    assert not here["2026-04"].met


def test_a_date_without_a_day_is_hatched_in_its_month_and_full_after_it(project):
    here = months(
        project(
            {**NOBODY, **entry("disdik/kapal-baca", "penerapan 2026-11"), **entry("dinkes/a-b", "penerapan 2026-09")}
        )
    )
    assert (here["2026-08"].met, here["2026-09"].certain, here["2026-11"].certain) == (set(), {"dinkes"}, {"dinkes"})
    assert here["2026-11"].incomplete == {"disdik"}


def test_who_met_the_minimum_for_certain_is_not_hatched_by_a_further_incomplete_date(project):
    two = {**entry("disdik/kapal-baca", "penerapan 2026"), **entry("disdik/pasar-apung", "penerapan 2026-02-03")}
    here = months(project({**NOBODY, **two}))
    assert (here["2026-01"].incomplete, here["2026-03"].certain, here["2026-03"].incomplete) == (
        {"disdik"}, {"disdik"}, set(),
    )  # fmt: skip


def test_a_name_that_is_confirmed_now_is_confirmed_in_every_month(project):
    files = {**NOBODY, **entry("dinas-ragu/kapal-baca", "penerapan 2026-02-03")}
    before, after = months(project(files)), months(project({**files, **register(agency("dinas-ragu", "Dinas Ragu"))}))
    assert {end.due for end in before.values()} == {3}
    assert {end.due for end in after.values()} == {4}
    assert after["2026-02"].met == {"dinas-ragu"}


@pytest.mark.parametrize("as_of", [dt.date(2026, 1, 1), dt.date(2026, 2, 28), TODAY, dt.date(2027, 2, 14), LATER])
def test_the_last_month_is_the_index(project, as_of):
    root = project({**NOBODY, **entry("disdik/kapal-baca", f"penerapan {min(as_of, TODAY):%Y-%m}")})
    last, index = list(months(root, as_of).values())[-1], assess(checking.check(root, as_of).catalogue, 2026, as_of)
    assert (last.day, len(last.met), last.due) == (as_of, index.met, index.due)
    files = tree(root, as_of=as_of)
    row, headline = rows(files)[-1], re.search(r"(\d+) dari (\d+) ", files["kepatuhan/index.md"].decode())
    assert (row["memenuhi"], row["dari"]) == headline.groups()
    assert int(row["memenuhi_pasti"]) + int(row["memenuhi_belum_lengkap"]) == int(row["memenuhi"])
    assert f"<td>{row['memenuhi']} dari {row['dari']}</td>" in files["kepatuhan/riwayat/index.md"].decode()


def test_a_new_year_begins_anew(project):
    here = months(project(year_file(2027)), dt.date(2027, 2, 3))
    assert (here["2026-12"].year, here["2027-01"].year) == (2026, 2027)
    assert here["2026-12"].met == {"dinkes"}
    assert not here["2027-01"].met


def test_a_closed_year_follows_its_record_in_every_month(project):
    here = Closed(project())
    here.write(LATE, ENTRY.replace("Posyandu Malam", "Kapal Baca"))
    found = months(here.root, LATER)
    assert {slug for end in found.values() for slug in end.met} == {"dinkes"}
    assert [month for month, end in months(here.root, CLOSED - dt.timedelta(days=1)).items() if end.record] == []


def test_a_year_is_said_to_be_closed_from_the_day_of_closing_on_and_its_record_with_that_day_before(project):
    closing = dt.date(2027, 3, 15)
    root = Closed(project(), closing).root
    found = months(root, LATER)
    assert [month for month, end in found.items() if end.record] == [month for month in found if month >= "2026-12"]
    assert [month for month, end in found.items() if end.closed] == [month for month in found if month >= "2027-03"]
    files = tree(root, as_of=LATER)
    assert next(row["bulan"] for row in rows(files) if row["ditutup"] == "true") == "2027-03"
    page = files["kepatuhan/riwayat/index.md"].decode()
    assert 'Desember 2026 <span class="k-note">(menurut hasil 2026 yang ditutup 15 Maret 2027)' in page


def test_a_correction_is_known_in_every_month(project):
    here = Closed(project())
    here.write(LATE, ENTRY.replace("Posyandu Malam", "Kapal Baca"))
    before = {month for month, end in months(here.root, LATER).items() if "dinkes" in end.met}
    here.correct({"perangkat_daerah": "disdik", "status": "memenuhi", "inovasi": ["kapal-baca"]})
    assert {month for month, end in months(here.root, LATER).items() if "disdik" in end.met} == before
    here.correct({"perangkat_daerah": "dinkes", "status": "dikecualikan"})
    assert {end.due for end in months(here.root, LATER).values()} == {2}


@pytest.mark.parametrize(
    "change",
    [
        lambda here: (here.root / POSYANDU).unlink(),
        lambda here: here.write(POSYANDU, f"{here.read(POSYANDU)}ditarik: {{tanggal: 2027-03-01, alasan: Salah.}}\n"),
        lambda here: here.edit(POSYANDU, "2026-03-02", "2026-09-09"),
        lambda here: here.write(
            "innovations/dinkes/pos-malam.yml",
            f"{(here.root / POSYANDU).rename(here.root / 'x').read_text('utf-8')}alias: [posyandu-malam]\n",
        ),
        lambda here: (here.root / POSYANDU).rename(here.root / "innovations/disdik" / "posyandu-malam.yml"),
    ],
    ids=["deleted", "withdrawn", "another date", "renamed", "another agency"],
)
def test_what_is_on_record_counts_from_its_date_on_whatever_became_of_the_entry(project, change):
    here = Closed(project())
    before = {month: end.met for month, end in months(here.root, LATER).items()}
    (here.root / "innovations/disdik").mkdir(exist_ok=True)
    change(here)
    assert {month: end.met for month, end in months(here.root, LATER).items()} == before
    assert min(month for month, met in before.items() if met) == "2026-03"


def test_the_first_event_of_an_innovation_on_record_counts_not_its_last(project):
    twice = f"{ENTRY}  - {{peristiwa: pengembangan, tanggal: 2026-10-02}}\n"
    here = Closed(project({POSYANDU: twice}))
    assert min(month for month, end in months(here.root, LATER).items() if end.met) == "2026-03"


def test_an_agency_that_is_registered_after_the_closing_is_in_no_month_of_the_closed_year(project):
    here = Closed(project())
    before = {month: (end.met, end.due) for month, end in months(here.root, LATER).items() if month[:4] == "2026"}
    here.write("registry/agencies.yml", register(agency("lupa", "Dinas Lupa"))["registry/agencies.yml"])
    here.write("innovations/lupa/kapal-baca.yml", ENTRY.replace("Posyandu Malam", "Kapal Baca"))
    after = {month: (end.met, end.due) for month, end in months(here.root, LATER).items() if month[:4] == "2026"}
    assert after == before


def test_each_agency_has_its_years_from_its_first_dated_event_on(project):
    root = project({
        **NOBODY,
        **entry("disdik/kapal-baca", "dilaporkan 2020", "inisiatif 2023-02", "pengembangan 2025"),
        **register(agency("lama", "Dinas Lama", berlaku_sampai="2024-06-30")),
        **entry("lama/pasar-apung", "penerapan 2024-01"),
    })  # fmt: skip
    body = json.loads(tree(root)["kepatuhan/riwayat.json"])
    years = {
        row["slug"]: [(y["tahun"], y["jumlah_inovasi"], y["status"]) for y in row["tahun"]]
        for row in body["perangkat_daerah"]
    }
    assert years["disdik"] == [(2023, 1, None), (2024, 0, None), (2025, 1, None), (2026, 0, "belum")]
    assert years["dinkes"] == [(2026, 0, "belum")]
    assert years["lama"] == [(2024, 1, None), (2025, 0, None), (2026, 0, None)]


def test_a_year_before_an_agency_began_or_after_it_ended_is_told_and_never_missing(project):
    root = project({
        **register(
            agency("lama", "Dinas Lama", berlaku_sampai="2026-06-30", penerus=["baru"]),
            agency("baru", "Dinas Baru", berlaku_dari="2026-07-01"),
            agency("kelak", "Dinas Kelak", berlaku_dari="2027-01-01"),
        ),
        **entry("lama/pasar-apung", "penerapan 2024-01", "pengembangan 2026-02"),
        **entry("baru/kapal-baca", "inisiatif 2025-02", "penerapan 2026-08"),
    })  # fmt: skip
    files = tree(root)
    body = json.loads(files["kepatuhan/riwayat.json"])
    years = {row["slug"]: [tuple(year.values()) for year in row["tahun"]] for row in body["perangkat_daerah"]}
    assert years["lama"] == [(2024, 1, None, None), (2025, 0, None, None), (2026, 1, None, "berakhir 30 Juni 2026")]
    assert years["baru"] == [(2025, 1, None, "belum ada, mulai 1 Juli 2026"), (2026, 2, "memenuhi", None)]
    assert years["kelak"] == [(2026, 0, None, "belum ada, mulai 1 Januari 2027")]
    assert "<li>2026: 1, berakhir 30 Juni 2026</li>" in files["kepatuhan/riwayat/index.md"].decode()
    beside = files["kepatuhan/index.md"].decode().partition("menurut-tahun")[2]
    assert ">belum ada, mulai 1 Juli 2026<" in beside


def test_who_is_registered_after_a_year_was_closed_is_said_not_to_be_in_its_record(project):
    here = Closed(project())
    here.write("registry/agencies.yml", register(agency("lupa", "Dinas Lupa"))["registry/agencies.yml"])
    here.write("innovations/lupa/kapal-baca.yml", ENTRY.replace("Posyandu Malam", "Kapal Baca"))
    row = next(r for r in json.loads(tree(here.root, as_of=LATER)["kepatuhan/riwayat.json"])["perangkat_daerah"]
               if r["slug"] == "lupa")  # fmt: skip
    assert [year["keterangan"] for year in row["tahun"]] == ["tidak tercantum dalam hasil yang ditutup", None]


def test_a_catalogue_without_rules_has_the_page_and_says_so(project):
    files = tree(project({"registry/obligations/2026.yml": None}))
    assert "Belum ada tahun yang aturannya dicatat." in files["kepatuhan/riwayat/index.md"].decode()
    assert rows(files) == []


def test_a_year_without_rules_is_told_and_its_months_name_the_year_that_is_shown(project):
    files = tree(project(), as_of=dt.date(2027, 2, 3))
    page = files["kepatuhan/riwayat/index.md"].decode()
    assert "<strong>Aturan 2027 belum dicatat.</strong>" in page
    assert "(sampai 3 Februari 2027, kewajiban 2026)" in page
    assert "Aturan 2027 belum dicatat." in files["perubahan/index.md"].decode()


def test_the_drawing_stays_within_its_box_whatever_the_numbers_are():
    ends = [
        MonthEnd(
            2026,
            dt.date(2026, 1, 31),
            due,
            frozenset(map(str, range(full))),
            frozenset(map(str, range(90, 90 + open_))),
        )
        for due, full, open_ in ((0, 0, 0), (38, 38, 0), (38, 0, 38), (5, 2, 3))
    ]
    chart = _chart(ends)
    for column in chart.columns:
        assert chart.top <= column.incomplete_top <= column.top <= chart.ground
        for x, y, dx, dy in re.findall(r"M([\d.]+) ([\d.]+)l([\d.]+) (-?[\d.]+)", column.hatching):
            assert column.x <= float(x) <= float(x) + float(dx) <= column.x + column.width + 0.02
            assert column.incomplete_top - 0.1 <= float(y) + float(dy) <= float(y) <= column.top + 0.01
    assert [bool(column.hatching) for column in chart.columns] == [False, False, True, True]


def test_the_page_says_as_which_records_it_counts(project):
    page = " ".join(tree(project(), settings=SETTINGS)["kepatuhan/riwayat/index.md"].decode().split())
    assert "<strong>menurut catatan sekarang</strong>" in page
    assert "Nama yang kini terkonfirmasi dianggap terkonfirmasi di semua bulan." in page


def test_the_agencies_of_a_large_register_stand_on_further_pages(project, monkeypatch):
    monkeypatch.setattr("generator.publishing.pages.course.ROWS_A_PAGE", 1)
    files = tree(project())
    pages = [
        text.decode() for path, text in sorted(files.items()) if re.fullmatch(r"kepatuhan/riwayat/.*index\.md", path)
    ]
    assert len(pages) == len({re.search(r'<th scope="row"><a href="[^"]+">[^<]+', page)[0] for page in pages}) > 1
    assert [page.count("Bulan demi bulan") for page in pages] == [0] * (len(pages) - 1) + [1]
    assert all('<nav class="k-pager"' in page for page in pages)
