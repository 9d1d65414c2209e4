"""What changed, month by month: from Git's record and from dates, the same in every build."""

import datetime as dt
import re
import xml.etree.ElementTree as ET

import pytest
from conftest import ENTRY, SETTINGS, TODAY, made, tree
from repositories import Repository
from test_closing import CORRECTED, LATE, LATER, Closed
from test_compliance import entry

from generator import checking
from generator.publishing import git_history
from generator.publishing.changes import Change, by_month, changes
from generator.publishing.pages.changes import MONTHS_SHOWN
from generator.publishing.view import View
from generator.settings import Edition

ATOM = "{http://www.w3.org/2005/Atom}"
PATH = "innovations/disdik/kapal-baca.yml"
NOBODY = {"innovations/dinkes/posyandu-malam.yml": None}
OLD = entry("disdik/kapal-baca", "penerapan 2019-05")[PATH]


class History(Repository):
    """The fictional region without entries in Git, and what the site says of its changes."""

    def view(self, as_of: dt.date = TODAY) -> View:
        edition = git_history.edition(self.root, "Asia/Pontianak", as_of, TODAY)
        return View(checking.check(self.root, TODAY).catalogue, SETTINGS, edition)

    def told(self, as_of: dt.date = TODAY) -> list[tuple[str, str, str]]:
        return told(self.view(as_of))


def told(view: View) -> list[tuple[str, str, str]]:
    return [(change.kind, str(change.date), change.address) for change in changes(view)]


@pytest.fixture
def history(project):
    return History(project(NOBODY))


def test_an_entry_is_published_on_the_day_of_its_first_commit_and_changed_on_days_after_it(history):
    history.commit(PATH, "2026-05-01T10:00:00+07:00", content=OLD)
    history.commit(PATH, "2026-05-01T11:00:00+07:00", content=OLD.replace("Rekaan", "Rekaan lagi"))
    history.commit(PATH, "2026-06-02T20:00:00+00:00", content=OLD.replace("Rekaan", "Rekaan ketiga"))
    history.commit(PATH, "2026-07-03T10:00:00+07:00", content=OLD)
    page = "inovasi/kapal-baca/"
    assert history.told() == [
        ("diubah", "2026-07-03", page), ("diubah", "2026-06-02", page), ("terbit", "2026-05-01", page),
    ]  # fmt: skip
    assert [kind for kind, _, _ in history.told(dt.date(2026, 6, 30))] == ["diubah", "terbit"]


def test_a_renamed_or_moved_entry_is_published_once_and_keeps_its_key(history):
    history.commit(PATH, "2026-05-01T10:00:00+07:00", content=OLD)
    before = {change.key for change in changes(history.view())}
    (history.root / PATH).unlink()
    renamed = OLD.replace('"riwayat"', '"alias": ["kapal-baca"], "riwayat"')
    history.commit("innovations/dinkes/perahu-baca.yml", "2026-06-02T10:00:00+07:00", content=renamed)
    assert [kind for kind, _, _ in history.told()] == ["diubah", "terbit"]
    assert before < {change.key for change in changes(history.view())}


def test_without_git_the_page_and_the_ten_lines_say_what_cannot_be_known(project):
    files = tree(project())
    page = " ".join(files["perubahan/index.md"].decode().split())
    assert "<strong>Riwayat Git tidak ada.</strong>" in page
    assert "Terbit: tidak diketahui, riwayat Git tidak ada" in page
    assert b"<subtitle>Riwayat Git tidak ada, sehingga" in files["perubahan/feed.xml"]


def test_of_a_history_that_was_cut_page_lines_and_feeds_say_so_and_the_page_how_to_complete_it(project):
    root = project()
    edition = Edition(TODAY, TODAY, "0" * 40, committed=TODAY, shallow=True)
    files = made(root, checking.check(root, TODAY), SETTINGS, edition)
    page = " ".join(files["perubahan/index.md"].decode().split())
    assert "<strong>Riwayat Git terpotong.</strong>" in page
    assert "<code>git fetch --unshallow</code>" in page
    assert "Terbit: tidak diketahui, riwayat Git terpotong" in page
    for feed in ("perubahan/feed.xml", "feed.xml"):
        assert b"Riwayat Git terpotong" in files[feed]
    assert not any(b"Riwayat Git tidak ada" in content for content in files.values())


def test_a_history_without_entries_is_not_said_to_be_missing(history):
    history.commit("LAIN")
    assert history.view().edition.record_gap == ""


def test_with_git_the_page_says_nothing_of_a_missing_history(history):
    history.commit(PATH, content=OLD)
    checked = checking.check(history.root, TODAY)
    page = made(history.root, checked, SETTINGS, history.view().edition)["perubahan/index.md"].decode()
    assert "<strong>Riwayat Git" not in page
    assert 'id="bulan-2026-05"' in page


def test_who_meets_a_year_is_told_once_in_the_month_of_the_event(project):
    root = project({**NOBODY, **entry("disdik/kapal-baca", "penerapan 2026-03-02", "pengembangan 2026-07-02")})
    found = [change for change in _of(root) if change.kind == "memenuhi"]
    assert [(str(change.date), change.name, change.note) for change in found] == [
        ("2026-03", "Dinas Pendidikan", "kewajiban 2026")
    ]


def test_who_meets_a_year_by_an_incomplete_date_is_told_with_that_word(project):
    root = project({**NOBODY, **entry("disdik/kapal-baca", "penerapan 2026-11")})
    assert [change.note for change in _of(root) if change.kind == "memenuhi"] == [
        "kewajiban 2026, tanggal belum lengkap"
    ]


def test_ends_and_withdrawals_are_told_with_their_reason(project):
    gone = {"ditarik": {"tanggal": "2026-04-05", "alasan": "Dicatat dua kali."}}
    root = project({
        **NOBODY,
        **entry("disdik/kapal-baca", "penerapan 2020", "dihentikan 2026"),
        **entry("dinkes/pasar-apung", "penerapan 2020", **gone),
    })  # fmt: skip
    assert [(change.kind, str(change.date), change.note) for change in _of(root)] == [
        ("ditarik", "2026-04-05", "Dicatat dua kali."),
        ("berakhir", "2026", "dihentikan: Anggaran habis."),
    ]
    page = tree(root)["perubahan/index.md"].decode()
    assert ">2026, bulannya belum tercatat</h2>" in page


def test_a_correction_of_a_closed_year_is_told_from_its_day_on(project):
    here = Closed(project())
    here.write(LATE, ENTRY.replace("Posyandu Malam", "Kapal Baca"))
    here.correct({"perangkat_daerah": "disdik", "status": "memenuhi", "inovasi": ["kapal-baca"]})
    found = [change for change in _of(here.root, LATER) if change.kind == "dikoreksi"]
    assert [(str(c.date), c.name, c.note) for c in found] == [
        (CORRECTED, "Dinas Pendidikan", "hasil 2026: Surat rekaan diterima.")
    ]
    before = _of(here.root, dt.date.fromisoformat(CORRECTED) - dt.timedelta(days=1))
    assert [change for change in before if change.kind == "dikoreksi"] == []


def test_a_record_that_was_let_stand_is_not_said_to_be_corrected(project):
    here = Closed(project())
    here.correct({"hitungan_diketahui": "0" * 12})
    assert [change for change in _of(here.root, LATER) if change.kind == "dikoreksi"] == []


def _of(root, as_of: dt.date = TODAY) -> tuple[Change, ...]:
    return changes(View(checking.check(root, LATER).catalogue, SETTINGS, Edition(as_of, as_of)))


def test_months_come_newest_first_and_name_a_page_once_for_each_kind(history):
    for day in (1, 2, 3):
        history.commit(PATH, f"2026-05-0{day}T10:00:00+07:00", content=OLD.replace("Rekaan", f"Rekaan {day}"))
    history.commit(LATE.replace("kapal-baca", "pasar-apung"), "2026-06-04T10:00:00+07:00", content=OLD)
    months = list(by_month(changes(history.view())))
    assert [(month.text, {kind: len(found) for kind, found in month.changes.items()}) for month in months] == [
        ("2026-06", {"terbit": 1}),
        ("2026-05", {"terbit": 1, "diubah": 1}),
    ]


def test_a_page_of_many_changes_shows_the_newest_months_and_the_first_names_and_says_so(project):
    events = (f"dihentikan {year}-{month:02}" for year in (2021, 2022) for month in range(1, 13))
    many = [entry(f"disdik/kapal-{number}", "penerapan 2020", "dihentikan 2023-01") for number in range(30)]
    root = project(
        {**NOBODY, **entry("dinkes/pasar-apung", "penerapan 2020", *events)}
        | {k: v for e in many for k, v in e.items()}
    )
    page = tree(root)["perubahan/index.md"].decode()
    assert page.count('<h2 id="bulan-') == MONTHS_SHOWN
    assert page.index("bulan-2023-01") < page.index("bulan-2022-12")
    assert f"Yang tampil adalah {MONTHS_SHOWN} bulan terakhir yang ada perubahannya." in page
    assert "<dt>Dihentikan atau selesai (30)</dt>" in page
    assert "; dan 22 lainnya" in page


@pytest.mark.parametrize("files", [{}, NOBODY, {**NOBODY, "registry/obligations/2026.yml": None}])
def test_the_text_for_a_chat_has_ten_lines_whatever_there_is_to_tell(project, files):
    page = tree(project(files))["perubahan/index.md"].decode()
    lines = re.search(r"<pre[^>]*><code>(.*?)</code></pre>", page, re.DOTALL).group(1).split("\n")
    assert len(lines) == 10
    assert all(lines)
    assert lines[-1] == "Selengkapnya: https://contoh.go.id/katalog/perubahan/"


def test_a_name_with_markup_stays_text_in_the_lines_for_a_chat(project):
    files = {
        **NOBODY,
        **entry("disdik/kapal-baca", "penerapan 2026-02-03", "dihentikan 2026-03-04", nama="Kapal <b>&amp;"),
    }
    page = tree(project(files))["perubahan/index.md"].decode()
    assert "Dihentikan atau selesai: 1. Kapal &lt;b&gt;&amp;amp;\n" in page


def test_the_feed_tells_each_change_once_with_an_id_of_its_own(history):
    history.commit(PATH, "2026-05-01T10:00:00+07:00", content=OLD)
    history.commit(PATH, "2026-06-02T10:00:00+07:00", content=OLD.replace("2019-05", "2026-05"))
    checked = checking.check(history.root, TODAY)
    build = [made(history.root, checked, SETTINGS, history.view().edition) for _ in range(2)]
    assert build[0] == build[1]
    feed = ET.fromstring(build[0]["perubahan/feed.xml"])
    entries = [(e.findtext(f"{ATOM}title"), e.findtext(f"{ATOM}updated")) for e in feed.iter(f"{ATOM}entry")]
    assert entries == [
        ("Diubah: Kapal Baca", "2026-06-02T00:00:00+00:00"),
        ("Terbit: Kapal Baca", "2026-05-01T00:00:00+00:00"),
        ("Baru memenuhi: Dinas Pendidikan", "2026-05-01T00:00:00+00:00"),
    ]
    ids = [e.findtext(f"{ATOM}id") for e in feed.iter(f"{ATOM}entry")]
    assert len(set(ids)) == len(ids)
    assert all(name.startswith("https://contoh.go.id/katalog/perubahan/feed.xml#") for name in ids)
    assert feed.findtext(f"{ATOM}updated") == "2026-06-02T00:00:00+00:00"
