"""`katalog record mending --remove ya`: a mistake is taken back, unseen while nobody has read it, told once published."""

import datetime as dt
import subprocess
from pathlib import Path

import pytest
from conftest import ENTRY, ROOT, TODAY, write_files
from test_record import (  # noqa: F401 - a fixture
    AGENCIES,
    EXEMPTION,
    LETTER,
    POSYANDU,
    RESULT,
    RULES,
    _no_terminal,
    closed,
    errors,
    lines_removed,
    text,
)

from generator import checking

LATE = dt.date(2027, 4, 2)
WHY = ("--why", "Salah baca.")
SOURCE = ("--source", LETTER, "--date", "1 Juni 2026")
GIT = ("git", "-c", "user.name=Kantor", "-c", "user.email=kantor@contoh.go.id")


def saved(said="Simpan."):
    """What stands here, committed."""
    for told in (("add", "registry", "innovations"), ("commit", "-qm", said, "--allow-empty")):
        subprocess.run([*GIT, *told], check=True)


@pytest.fixture
def history(katalog, monkeypatch):
    """A project on a branch of its own; gives a function that merges it, so that what is there is published."""
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    subprocess.run([*GIT, "init", "-q", "-b", "main"], check=True)
    saved()
    subprocess.run([*GIT, "switch", "-qc", "catat"], check=True)

    def published():
        saved()
        subprocess.run([*GIT, "branch", "-qf", "main"], check=True)

    return published


def recorded():
    """What the registers and the entries say, however it is typed."""
    catalogue = checking.check(Path.cwd(), TODAY).catalogue
    entries = [one.entry.model_dump(exclude_defaults=True) for one in catalogue.innovations.values()]
    registry = catalogue.registry
    rows = [*registry.agencies.values(), *registry.obligations.values()]
    return entries, [one.model_dump(exclude_defaults=True) for one in rows]


def agency(slug):
    return checking.check(Path.cwd(), TODAY).catalogue.registry.agencies[slug]


def taken_back(katalog, what, *told, code=0):
    found, out, err = katalog("record", "mending", "--what", what, "--remove", "ya", *told, *WHY)
    assert found == code, (out, err)
    assert checking.check(Path.cwd(), LATE).problems.errors == ()
    return out if code == 0 else err


CONFIRMED = ("record", "confirmation", "--agency", "dinas-ragu", "--name", "Dinas Pasti", "--former", "ya", *SOURCE)
ENDED = ("record", "succession", "--agency", "dinkes", "--successor", "baru", "--name", "Dinas Sehat", *SOURCE)
VERIFIED = ("record", "verification", "--innovation", "posyandu-malam", "--date", "1 Juni 2026", "--columns", "bentuk")


@pytest.mark.parametrize(
    ("act", "back"),
    [
        (CONFIRMED, ("konfirmasi", "--agency", "dinas-ragu")),
        (ENDED, ("penerus", "--agency", "dinkes")),
        (("record", *EXEMPTION), ("pengecualian", "--agency", "disdik")),
        (VERIFIED, ("pemeriksaan", "--innovation", "Posyandu Malam")),
    ],
    ids=["konfirmasi", "penerus", "pengecualian", "pemeriksaan"],
)
def test_what_nobody_has_read_yet_goes_without_a_trace(katalog, history, act, back):
    write_files(Path.cwd(), {POSYANDU: f"{ENTRY}usulan_penyusun:\n  - bentuk\n  - urusan\n"})
    history()
    before = recorded()
    assert katalog(*act)[0] == 0
    saved()
    assert recorded() != before
    taken_back(katalog, *back)
    assert recorded() == before


def test_a_published_confirmation_is_taken_back_with_its_reason_and_judges_no_more(katalog, history):
    assert katalog(*CONFIRMED)[0] == 0
    history()
    out = taken_back(katalog, "konfirmasi", "--agency", "dinas-ragu", "--date", "2 Juni 2026")
    assert "Dinas Ragu 2026: belum memenuhi menjadi belum dikonfirmasi" in out
    found = agency("dinas-ragu")
    assert (found.name, found.name_confirmed, found.formers, found.source.title) == ("Dinas Ragu", False, (), "Rekaan")
    assert found.note == f"Konfirmasi nama menurut {LETTER} dicabut 2 Juni 2026: Salah baca."
    assert "belum terkonfirmasi" in taken_back(katalog, "konfirmasi", "--agency", "dinas-ragu", code=1)


def test_a_long_remark_makes_room_for_why_something_was_taken_back(katalog):
    row = "    terikat: ya\n    sumber: {judul: Rekaan}\n  - slug: disdik"
    remark = f"    catatan: {'Dahulu badan. ' * 70}Akhir.\n"
    Path(AGENCIES).write_text(text(AGENCIES).replace(row, row.replace("    sumber", f"{remark}    sumber", 1)), "utf-8")
    taken_back(katalog, "konfirmasi", "--agency", "dinkes")
    note = agency("dinkes").note
    assert (len(note) <= 1_000, "Salah baca. Dahulu badan." in note, note.endswith(" ...")) == (True, True, True)


def test_without_a_history_a_name_is_only_in_doubt_again(katalog):
    taken_back(katalog, "konfirmasi", "--agency", "dinkes")
    assert (agency("dinkes").name, agency("dinkes").name_confirmed) == ("Dinas Kesehatan", False)


def test_a_published_verification_is_taken_back_in_the_entrys_remarks(katalog, history):
    write_files(Path.cwd(), {POSYANDU: f"{ENTRY}usulan_penyusun:\n  - bentuk\n"})
    saved()
    assert katalog(*VERIFIED)[0] == 0
    history()
    told = ("--innovation", "posyandu-malam", "--source", "Surat Nomor 5", "--date", "2 Juni 2026")
    taken_back(katalog, "pemeriksaan", *told)
    entry = checking.check(Path.cwd(), TODAY).catalogue.innovations["posyandu-malam"].entry
    assert (entry.checked, entry.suggested) == (None, ("bentuk",))
    assert entry.notes == "Pemeriksaan 1 Juni 2026 dicabut 2 Juni 2026 menurut Surat Nomor 5: Salah baca."
    assert "belum tercatat" in taken_back(katalog, "pemeriksaan", *told, code=1)


def test_a_published_exemption_is_taken_back_with_a_remark(katalog, history):
    assert katalog("record", *EXEMPTION)[0] == 0
    history()
    taken_back(katalog, "pengecualian", "--agency", "disdik")
    assert agency("disdik").note.startswith("Pengecualian 2 Juni 2026 dicabut ")


def test_a_successor_whose_address_was_published_leads_back(katalog, history):
    assert katalog(*ENDED)[0] == 0
    history()
    taken_back(katalog, "penerus", "--agency", "dinkes")
    old, mistaken = agency("dinkes"), agency("dinas-sehat")
    assert (old.until, old.successors, old.more_sources) == (None, (), ())
    assert old.note.startswith("Catatan bahwa ia berakhir 1 Juni 2026 dicabut ")
    assert (mistaken.until, mistaken.successors, mistaken.name_confirmed) == (mistaken.since, ("dinkes",), False)
    assert mistaken.note.startswith("Keliru dicatat sebagai penerus; ")
    assert "tidak tercatat berakhir" in taken_back(katalog, "penerus", "--agency", "dinkes", code=1)
    # Recorded too early, it may come to be one all the same.
    later = ("--date", "30 Juni 2026", "--source", "Perda Nomor 9 Tahun 2026")
    assert katalog("record", "succession", "--agency", "dinkes", "--successor", "dinas-sehat", *later)[0] == 0
    assert (agency("dinas-sehat").since.text, agency("dinas-sehat").until) == ("2026-07-01", None)
    assert errors() == ()


def test_another_last_day_moves_the_first_day_of_who_was_founded_then(katalog, history):
    assert katalog(*ENDED)[0] == 0
    told = ("record", "mending", "--what", "penerus", "--agency", "dinkes", *WHY)
    assert "--remove ya" in katalog(*told)[2]
    assert katalog(*told, "--date", "31 Mei 2026")[0] == 0
    assert (agency("dinkes").until.text, agency("dinas-sehat").since.text) == ("2026-05-31", "2026-06-01")
    assert (agency("dinkes").more_sources[0].note, agency("dinkes").note) == (
        "Menyebut berakhirnya pada 31 Mei 2026.",
        None,
    )
    assert errors() == ()


@pytest.mark.parametrize(("day", "begins"), [("15 Mei 2026", "2026-06-02"), ("30 Juni 2026", "2026-07-01")])
def test_of_two_that_one_successor_continues_the_last_day_of_the_other_stays_and_is_named(
    katalog, history, day, begins
):
    assert katalog(*ENDED)[0] == 0
    assert katalog("record", "succession", "--agency", "disdik", "--successor", "dinas-sehat", *SOURCE)[0] == 0
    code, out, _ = katalog("record", "mending", "--what", "penerus", "--agency", "dinkes", "--date", day, *WHY)
    assert (code, "hari terakhir disdik, yang diteruskan penerus yang sama, tetap 1 Juni 2026" in out) == (0, True)
    assert (agency("disdik").until.text, agency("dinas-sehat").since.text) == ("2026-06-01", begins)
    assert errors() == ()
    taken_back(katalog, "penerus", "--agency", "dinkes")
    assert (agency("dinkes").until, agency("disdik").successors) == (None, ("dinas-sehat",))


def test_an_end_without_a_successor_is_mended_and_taken_back_in_its_remark_too(katalog, history):
    told = ("record", "mending", "--what", "penerus", "--agency", "rsud", *WHY)
    assert katalog("record", "succession", "--agency", "rsud", "--successor", "tidak ada", *SOURCE)[0] == 0
    assert katalog(*told, "--date", "31 Mei 2026")[0] == 0
    assert agency("rsud").note == "Berakhir 31 Mei 2026 tanpa penerus."
    assert katalog(*told, "--remove", "ya")[0] == 0
    assert (agency("rsud").until, agency("rsud").note) == (None, None)


def test_a_correction_goes_until_it_is_published_and_is_then_corrected_again(katalog, history, monkeypatch):
    closed(monkeypatch)
    write_files(Path.cwd(), {"innovations/disdik/kapal-baca.yml": ENTRY.replace("Posyandu Malam", "Kapal Baca")})
    history()
    before = text(RESULT)
    told = ("record", "correction", "--agency", "disdik", "--reason", "Terlambat.", "--date", "10 Maret 2027")
    met = ("--year", "2026", "--kind", "hasil", "--status", "memenuhi", "--innovations", "Kapal Baca")
    assert "tidak ada" in taken_back(katalog, "koreksi", "--agency", "disdik", code=1)
    assert katalog(*told, *met)[0] == 0
    taken_back(katalog, "koreksi", "--agency", "disdik")
    assert lines_removed(before, text(RESULT)) == []
    assert katalog(*told, *met)[0] == 0
    history()
    same_day = ("--agency", "disdik", "--date", "10 Maret 2027")
    assert "sekali sehari" in taken_back(katalog, "koreksi", *same_day, code=1)
    out = taken_back(katalog, "koreksi", "--agency", "disdik", "--date", "2 April 2027")
    assert "Dinas Pendidikan 2026: memenuhi menjadi tidak memenuhi" in out
    checked = checking.check(Path.cwd(), LATE)
    first, further = checked.catalogue.registry.results[2026].corrections
    assert (first.status, further.status, further.innovations) == ("memenuhi", "tidak", ())
    assert further.reason == "Koreksi 10 Maret 2027 dicabut 2 April 2027: Salah baca."
    assert checked.problems.errors == ()
    assert "sudah diganti" in taken_back(katalog, "koreksi", "--agency", "disdik", "--of", "10 Maret 2027", code=1)


def test_what_is_known_of_a_count_goes_unpublished_and_is_decided_anew_after(katalog, history, monkeypatch):
    closed(monkeypatch)
    write_files(Path.cwd(), {"innovations/disdik/kapal-baca.yml": ENTRY.replace("Posyandu Malam", "Kapal Baca")})
    history()
    known = ("record", "correction", "--kind", "diketahui", "--year", "2026", "--agency", "disdik")
    because = ("--reason", "Terlambat.", "--date", "10 Maret 2027")
    assert katalog(*known, *because)[0] == 0
    taken_back(katalog, "koreksi", "--agency", "disdik")
    assert katalog(*known, *because)[0] == 0
    history()
    assert "--kind hasil" in taken_back(katalog, "koreksi", "--agency", "disdik", code=1)


@pytest.mark.parametrize("what", ["konfirmasi", "pemeriksaan", "koreksi"])
def test_what_cannot_be_mended_says_that_it_is_taken_back(katalog, monkeypatch, what):
    about = ("--innovation", "posyandu-malam") if what == "pemeriksaan" else ("--agency", "dinkes")
    code, _, err = katalog("record", "mending", "--what", what, *about, *WHY)
    assert (code, "--remove ya" in err) == (1, True)


def test_an_entry_gets_its_former_address_back_and_keeps_only_what_was_published(katalog, history):
    before = text(POSYANDU)
    there, back = (
        ("record", "rename", "--innovation", "Posyandu Malam", "--to", f"posyandu-{one}") for one in ("sore", "malam")
    )
    assert katalog(*there)[0] == 0
    saved()
    assert katalog(*back)[0] == 0
    assert text(POSYANDU) == before
    assert katalog(*there)[0] == 0
    history()
    assert katalog(*back)[0] == 0
    assert checking.check(Path.cwd(), TODAY).catalogue.innovations["posyandu-malam"].entry.aliases == ("posyandu-sore",)


SORE, KEPT = "innovations/disdik/posyandu-sore.yml", "Posyandu Malam"
PARTED = ("record", "rename", "--innovation", KEPT, "--back", "posyandu-sore")


@pytest.fixture
def joined(katalog, history):
    """Two entries that were joined by mistake; gives what both said before, and how to publish it."""
    told = "masalah: Antre lama.\nusulan_penyusun:\n  - masalah\nkontak:\n  kantor: Bagian Umum\n  telepon: (0561) 123456\nalias:\n  - sore\n"
    sore = ENTRY.replace(KEPT, "Posyandu Sore").replace("2026-03-02", "2025-03-02") + told
    write_files(Path.cwd(), {SORE: f"# Dari rekap.\n{sore}"})
    history()
    before = {path: text(path) for path in (SORE, POSYANDU)}
    assert katalog("record", "rename", "--innovation", "posyandu-sore", "--into", KEPT)[0] == 0
    return before, history


def test_the_maintainers_page_names_the_command_that_parts_them():
    assert " ".join(("katalog", *PARTED)).replace(KEPT, "nama-inovasi").replace("posyandu-sore", "nama-kedua") in (
        ROOT / "docs/pengelola/mencabut.md"
    ).read_text("utf-8")


@pytest.mark.parametrize("read", [False, True], ids=["not saved yet", "published"])
def test_two_entries_joined_by_mistake_are_two_again_as_they_were(katalog, joined, read):
    before, published = joined
    if read:
        published()
    assert not Path(SORE).exists()
    code, _, err = katalog(*PARTED)
    assert code == 0, err
    assert {path: text(path) for path in before} == before
    assert errors() == ()


def test_what_was_written_after_the_joining_stays_and_what_was_taken_over_and_changed_since_is_told(katalog, joined):
    before, published = joined
    kept = Path(POSYANDU)
    changed = text(POSYANDU).replace("Antre lama.", "Antre sangat lama.")
    kept.write_text(f"{changed}solusi: Dibuka malam hari.\n", "utf-8")
    published()
    code, out, _ = katalog(*PARTED)
    assert code == 0
    assert "Perhatian: berubah sesudah disatukan, jadi tetap di posyandu-malam: Masalah" in out
    entry = checking.check(Path.cwd(), TODAY).catalogue.innovations["posyandu-malam"].entry
    assert (entry.problem, entry.solution, entry.contact, entry.aliases, len(entry.events)) == (
        "Antre sangat lama.",
        "Dibuka malam hari.",
        None,
        (),
        1,
    )
    assert text(SORE) == before[SORE]


def test_only_what_was_joined_can_be_parted(katalog, history):
    assert "bukan alamat lama" in katalog(*PARTED)[2]
    assert katalog("record", "rename", "--innovation", KEPT, "--to", "posyandu-sore")[0] == 0
    saved()
    assert katalog("record", "rename", "--innovation", KEPT, "--to", "posyandu-petang")[0] == 0
    code, _, err = katalog(*PARTED)
    assert (code, "riwayat Git tidak memuat" in err) == (1, True)
    assert Path("innovations/dinkes/posyandu-petang.yml").exists()
