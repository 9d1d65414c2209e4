"""`katalog record`: the maintainer answers, sees the effect, and a register is written in which nothing else changed."""

import datetime as dt
import io
import re
import shlex
import subprocess
from pathlib import Path
from typing import get_args

import pytest
from catalogues import FROZEN, LIVING
from conftest import BASE, ENTRY, ROOT, TODAY, write_files
from test_new_entry import typed  # noqa: F401 - a fixture

from generator import checking
from generator.commands.difference import difference
from generator.commands.record import ACTS
from generator.compliance import closing
from generator.compliance.learned import correction_commands, learned
from generator.contributing.recording.register_text import RegisterStyleError, RegisterText
from generator.publishing import configuration
from generator.schema.handins import HandInState
from generator.schema.registry import Basis, ReplyState

RULES, AGENCIES, RESULT = (
    "registry/obligations/2026.yml",
    "registry/agencies.yml",
    "registry/obligations/2026.hasil.yml",
)
POSYANDU = "innovations/dinkes/posyandu-malam.yml"
PAGES = (
    "docs/pengelola/index.md",
    "docs/pengelola/perangkat-daerah.md",
    "docs/pengelola/mencabut.md",
    "docs/pengelola/membuka-tahun-baru.md",
)
LETTER = "Keputusan Bupati Nomor 1 Tahun 2026"
#: An agency and an entry under the names by which the maintainers' pages speak of an example.
EXAMPLE = {
    AGENCIES: (BASE / AGENCIES).read_text("utf-8")
    + "  - slug: contoh\n    nama_resmi: Dinas Contoh\n    jenis: dinas\n    berlaku_dari: null\n    berlaku_sampai: null\n"
    "    penerus: []\n    nama_terkonfirmasi: tidak\n    terikat: belum-dikonfirmasi\n"
    "    kontak:\n      telepon: (0561) 654321\n    catatan: null\n"
    "    sumber: {judul: Rekaan}\n",
    "innovations/contoh/nama-inovasi.yml": ENTRY.replace("Posyandu Malam", "Loket Keliling")
    + "usulan_penyusun:\n  - bentuk\n  - urusan\n",
    "innovations/contoh/nama-kedua.yml": ENTRY.replace("Posyandu Malam", "Loket Malam").replace(
        "2026-03-02", "2025-03-02"
    ),
}
HAND_IN = "registry/kiriman/2026-11-02-a1b2c3.yml"
ASKED = f"""\
# Tanpa nama orang.
perangkat_daerah: dinkes
sidik: a1b2c3{"0" * 58}
perjalanan:
  - keadaan: ditanyakan
    tanggal: 2026-11-02
    keterangan: Sejak kapan?
"""
#: The same in one list of all, as it was written before.
LIST = "registry/kiriman.yml"
LISTED = "kiriman:\n  - nomor: 2026-11-02-a1b2c3\n" + "".join(f"    {one}\n" for one in ASKED.splitlines()[1:])
EXEMPTION = (
    "exemption",
    "--agency",
    "Disdik",
    "--reason",
    "Kantor ditata ulang.",
    "--date",
    "2 Juni 2026",
    "--source",
    LETTER,
)


_SOURCE = ("--date", "4 Mei 2026", "--source", LETTER)
_VERDICT = ("--kind", "hasil", "--status", "memenuhi", "--innovations", "nama-inovasi", "--reason", "Terlambat.")
#: What an example of the maintainers' pages mends or takes back.
MISTAKES = {
    "pengecualian": [("exemption", "--agency", "contoh", "--reason", "Alasan lama.", *_SOURCE)],
    "konfirmasi": [("confirmation", "--agency", "contoh", *_SOURCE)],
    "penerus": [("succession", "--agency", "contoh", "--successor", "baru", "--name", "Dinas Baru", *_SOURCE)],
    "pemeriksaan": [("verification", "--innovation", "nama-inovasi", "--date", "4 Mei 2026")],
    "koreksi": [("correction", "--year", "2026", "--agency", "contoh", *_VERDICT, "--date", "10 Maret 2027")],
}


@pytest.fixture(autouse=True)
def _no_terminal(monkeypatch):
    monkeypatch.setattr("sys.stdin", io.StringIO("ya\n" * 40))


def text(path):
    return Path(path).read_text("utf-8")


def lines_removed(before, after):
    return [line for line in before.split("\n") if line not in after.split("\n")]


def errors():
    return checking.check(Path.cwd(), TODAY).problems.errors


def closed(monkeypatch):
    """The year 2026 closed, and the day some time later."""
    later = dt.date(2027, 4, 2)
    Path(RESULT).write_text(
        closing.result_text(checking.check(Path.cwd(), later).catalogue, 2026, dt.date(2027, 1, 31)), "utf-8"
    )
    monkeypatch.setattr(configuration, "now", lambda: dt.datetime.combine(later, dt.time(5), dt.UTC))


def test_an_exemption_is_written_and_its_effect_on_the_index_is_shown(katalog):
    before = text(RULES)
    code, out, err = katalog("record", *EXEMPTION)
    assert (code, err) == (0, "")
    assert re.search(r"^- Dinas Pendidikan 2026: belum .* menjadi dikecualikan$", out, re.MULTILINE)
    assert "+  - perangkat_daerah: disdik" in out
    assert set(lines_removed(before, text(RULES))) <= {"pengecualian: []"}
    assert f"judul: {LETTER}" in text(RULES)
    assert errors() == ()


@pytest.mark.parametrize(
    ("answer", "code", "told"),
    [("", 2, "tambahkan --yes"), ("mungkin\n", 2, "tambahkan --yes"), ("tidak\n", 0, "Tidak ada yang ditulis.")],
    ids=["silence", "nonsense", "no"],
)
def test_silence_is_no_consent_and_no_is_an_answer_also_without_a_terminal(katalog, monkeypatch, answer, code, told):
    before = text(RULES)
    monkeypatch.setattr("sys.stdin", io.StringIO(answer))
    found, out, err = katalog("record", *EXEMPTION)
    assert (found, told in out + err, text(RULES)) == (code, True, before)
    assert len(err.splitlines()) == (1 if code else 0)


def test_with_yes_nobody_is_asked(katalog, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.StringIO())
    code, out, _ = katalog("record", *EXEMPTION, "--yes")
    assert (code, "ya atau tidak" in out, "Tertulis" in out) == (0, False, True)


def test_with_dry_run_nothing_is_written(katalog):
    before = text(RULES)
    code, out, _ = katalog("record", *EXEMPTION, "--dry-run")
    assert (code, text(RULES)) == (0, before)
    assert "tidak ada yang ditulis" in out


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"--agency": "Dinas Antariksa"}, "tidak ada dalam daftar"),
        ({"--reason": "-"}, "belum mengatakan apa pun"),
        ({"--date": "Juni 2026"}, "belum lengkap"),
        ({"--date": "2 Juni 2099"}, "belum tiba"),
        ({"--date": "kemarin"}, "tidak terbaca"),
        ({"--source": "-"}, "belum mengatakan apa pun"),
        ({"--source-url": "www.contoh.go.id"}, "https://"),
        ({"--year": "2031"}, "belum mempunyai aturan"),
        ({"--reason": "x" * 301}, "batasnya 300"),
        ({"--source": "Surat 6199014101900001"}, "P001"),
    ],
)
def test_nonsense_is_refused_with_a_sentence_and_nothing_is_written(katalog, changed, told):
    before = text(RULES)
    given = {**dict(zip(EXEMPTION[1::2], EXEMPTION[2::2], strict=True)), **changed}
    code, out, err = katalog("record", "exemption", *(part for pair in given.items() for part in pair))
    assert code in (1, 2)
    assert told in err
    assert text(RULES) == before
    assert "Tertulis" not in out


def test_another_branch_that_changes_the_same_file_is_named_before_it_is_written(katalog, monkeypatch):
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    git = ("git", "-c", "user.name=Kantor", "-c", "user.email=kantor@contoh.go.id")
    for told in (("init", "-q", "-b", "main"), ("add", "registry"), ("commit", "-qm", "a"), ("switch", "-qc", "lain")):
        subprocess.run([*git, *told], check=True)
    Path(RULES).write_text(f"{text(RULES)}# Lain.\n", "utf-8")
    for told in (("commit", "-qam", "b"), ("switch", "-q", "main"), ("branch", "-q", "sudah")):
        subprocess.run([*git, *told], check=True)
    code, out, _ = katalog("record", *EXEMPTION, "--dry-run")
    assert (code, f"Cabang lain, yang belum digabungkan, juga mengubah {RULES}" in out) == (0, True)
    assert ("git switch lain" in out, "Cabang sudah" in out) == (True, False)


def test_the_same_exemption_twice_is_said_and_not_doubled(katalog):
    katalog("record", *EXEMPTION)
    before = text(RULES)
    code, _, err = katalog("record", *EXEMPTION)
    assert code == 1
    assert "sudah dikecualikan pada 2026" in err
    assert text(RULES) == before


def test_on_a_terminal_every_answer_is_asked_until_it_will_do(katalog, typed):  # noqa: F811
    typed("Disdik", "", "Kantor ditata ulang.", "kemarin", "2 Juni 2026", LETTER, "", "ya")
    code, out, _ = katalog("record", "exemption")
    assert code == 0
    assert "tidak terbaca" in out
    assert "perangkat_daerah: disdik" in text(RULES)


def test_on_a_terminal_no_means_no(katalog, typed):  # noqa: F811
    before = text(RULES)
    typed("", "", "tidak")
    code, out, _ = katalog("record", *EXEMPTION)
    assert (code, text(RULES)) == (0, before)
    assert "Tidak ada yang ditulis." in out


def test_a_reply_is_recorded_once_and_then_only_its_state_changes(katalog):
    told = ("record", "reply", "--agency", "dinkes", "--date", "6 Juni 2026")
    assert katalog(*told, "--text", "Kami sudah melapor.\n\nBuktinya menyusul.")[0] == 0
    assert katalog(*told, "--text", "Isi lain.")[0] == 1
    assert katalog(*told, "--state", "tetap")[0] == 2  # the day it ended is asked for
    code, out, _ = katalog(*told, "--state", "tetap", "--done", "2026-06-20")
    assert code == 0
    assert "-    keadaan: diterima\n+    keadaan: tetap\n+    selesai: 2026-06-20" in out
    assert text(RULES).count("perangkat_daerah: dinkes") == 1
    assert errors() == ()
    assert katalog(*told, "--state", "ditinjau")[0] == 0  # it was not over
    assert "selesai: 2026-06-20" not in text(RULES)
    other = ("record", "reply", "--agency", "dinkes", "--date", "7 Juni 2026", "--state", "ditinjau")
    assert "yang tercatat: 6 Juni 2026" in katalog(*other)[2]


def test_a_confirmed_name_keeps_the_former_one_and_judges_the_agency(katalog):
    code, out, _ = katalog(
        *("record", "confirmation", "--agency", "dinas-ragu", "--name", "Dinas Pasti", "--former", "ya"),
        *("--source", "Perda Nomor 6 Tahun 2016", "--date", "1 Juni 2026"),
    )
    assert code == 0
    assert re.search(r"^- Dinas Pasti 2026: belum dikonfirmasi menjadi belum ", out, re.MULTILINE)
    agency = checking.check(Path.cwd(), TODAY).catalogue.registry.agencies["dinas-ragu"]
    assert (agency.name, agency.name_confirmed, agency.formers[0].name) == ("Dinas Pasti", True, "Dinas Ragu")
    assert agency.source.title == "Perda Nomor 6 Tahun 2016"


def test_who_is_bound_but_of_a_kind_that_the_rules_do_not_name_is_told_why_and_what_settles_it(katalog):
    bound = (
        "record",
        "confirmation",
        "--agency",
        "rsud",
        "--bound",
        "ya",
        "--source",
        "Edaran",
        "--date",
        "1 Juni 2026",
    )
    code, out, _ = katalog(*bound)
    command = "katalog record rules --year 2026 --what jenis_terikat --value dinas,kecamatan,rsud"
    assert (code, f"bila naskahnya mengikat jenis itu: {command}\n" in out) == (0, True)
    assert katalog(*command.split()[1:], "--why", "Naskahnya dibaca.")[0] == 0
    assert "jenis_terikat" not in katalog("check", "--format", "tasks")[1]


def test_what_was_read_and_doubted_before_stays_beside_what_is_confirmed(katalog):
    told = ("record", "confirmation", "--agency", "dinas-ragu", "--date", "1 Juni 2026")
    assert katalog(*told, "--source", "Laman resmi", "--note", "Singkatannya belum pasti.")[0] == 0
    assert katalog(*told, "--source", "Perda Nomor 6 Tahun 2016", "--bound", "ya")[0] == 0
    agency = checking.check(Path.cwd(), TODAY).catalogue.registry.agencies["dinas-ragu"]
    assert agency.source.title == "Perda Nomor 6 Tahun 2016"
    assert [one.title for one in agency.more_sources] == ["Rekaan", "Laman resmi"]
    assert agency.note.startswith("Sampai 1 Juni 2026: Singkatannya belum pasti.")
    assert katalog(*told, "--source", "Perda Nomor 6 Tahun 2016", "--bound", "ya")[0] == 0
    assert "Sampai 1 Juni 2026: Sampai" not in text(AGENCIES)
    assert (
        "mending --what konfirmasi --agency dinas-ragu --remove ya"
        in katalog(*told, "--source", "Perda Nomor 7 Tahun 2016")[2]
    )


def test_an_agency_that_joins_another_keeps_the_source_and_its_own_remark(katalog):
    before = text(AGENCIES).replace("nama_pendek: Dinkes", "nama_pendek: Dinkes\n    catatan: Dahulu badan.")
    Path(AGENCIES).write_text(before, "utf-8")
    source = ("--source", "Perda Nomor 1 Tahun 2026", "--source-url", "https://contoh.go.id/perda")
    told = ("record", "succession", "--agency", "dinkes", "--date", "1 Juni 2026", "--successor", "disdik")
    assert katalog(*told, *source)[0] == 0
    agency = checking.check(Path.cwd(), TODAY).catalogue.registry.agencies["dinkes"]
    [kept] = agency.more_sources
    assert (agency.note, kept.title, kept.url) == ("Dahulu badan.", source[1], source[3])
    assert "1 Juni 2026" in kept.note
    assert errors() == ()


def test_nothing_is_written_whose_effect_cannot_be_shown(katalog):
    entry = Path(POSYANDU)
    sound = entry.read_text("utf-8")
    entry.write_text(sound.replace("kesehatan", "antariksa"), "utf-8")
    code, out, _ = katalog("record", *EXEMPTION, "--dry-run")
    assert (code, "1 galat di berkas lain (katalog check)" in out) == (0, True)
    entry.write_text(sound, "utf-8")
    Path("registry/map.yml").write_text("petak: []\n", "utf-8")
    before = text(RULES)
    code, out, err = katalog("record", *EXEMPTION)
    assert (code, text(RULES), "Tertulis" in out) == (1, before, False)
    assert "registry/map.yml" in err
    assert "pengaruh pada indeks tidak dapat dihitung. Betulkan galat di atas dahulu." in err


def test_a_contact_of_an_office_is_taken_and_that_of_a_person_refused(katalog):
    told = ("record", "contact", "--agency", "dinkes", "--source", "Laman resmi", "--date", "1 Juni 2026")
    assert katalog(*told)[0] == 1
    assert "tidak ada yang dikosongkan" in katalog(*told, "--phone", "kosong")[2]
    assert (
        "belum ditulis: --source (Sumbernya: judul dan nomor surat, keputusan, atau halaman), --date (Kapan diperoleh"
        in katalog(*told[:4], "--phone", "kosong")[2]
    )
    assert katalog(*told, "--phone", "0812-0000-0000")[0] == 1
    assert katalog(*told, "--mail", "nama@gmail.com")[0] == 1
    assert katalog(*told, "--phone", "telepon")[0] == 2
    assert text(AGENCIES) == (BASE / AGENCIES).read_text("utf-8")
    assert katalog(*told, "--office", "Bagian Umum", "--phone", "(0561) 123456")[0] == 0
    assert checking.check(Path.cwd(), TODAY).catalogue.registry.agencies["dinkes"].contact.office == "Bagian Umum"
    assert katalog(*told, "--office", "Bagian Umum")[0] == 1
    assert katalog(*told, "--phone", "kosong")[0] == 0
    assert checking.check(Path.cwd(), TODAY).catalogue.registry.agencies["dinkes"].contact.phone is None
    assert katalog(*told, "--office", "Kosong")[0] == 0
    assert checking.check(Path.cwd(), TODAY).catalogue.registry.agencies["dinkes"].contact is None


def test_an_agency_is_followed_by_a_new_one_from_the_day_after(katalog):
    told = (
        "record",
        "succession",
        "--agency",
        "dinkes",
        "--date",
        "1 Juni 2026",
        "--source",
        "Perda Nomor 1 Tahun 2026",
    )
    assert katalog(*told, "--successor", "dinkes")[0] == 1
    code, out, _ = katalog(*told, "--successor", "baru", "--name", "Dinas Kesehatan dan Keluarga", "--short", "DKK")
    assert code == 0
    agencies = checking.check(Path.cwd(), TODAY).catalogue.registry.agencies
    assert (agencies["dinkes"].until.text, agencies["dinkes"].successors) == ("2026-06-01", ("dkk",))
    assert (agencies["dkk"].since.text, agencies["dkk"].kind) == ("2026-06-02", "dinas")
    assert "Dinas Kesehatan 2026" in out
    for following in ("katalog record confirmation --agency dkk --bound ya\n", "katalog record contact --agency dkk\n"):
        assert following in out
    assert errors() == ()
    assert katalog(*told, "--successor", "disdik")[0] == 1


def test_an_agency_may_end_without_a_successor_and_owners_are_recorded(katalog):
    told = (
        "record",
        "succession",
        "--agency",
        "dinkes",
        "--date",
        "1 Juni 2026",
        "--source",
        "Perda Nomor 1 Tahun 2026",
    )
    assert katalog(*told, "--successor", "tidak ada")[0] == 0
    assert katalog(*told, "--successor", "disdik", "--dry-run")[0] == 0  # who goes on may be known later
    assert katalog("record", "owner", "--agency", "disdik", "--owner", "Bapak Rekaan")[0] == 1
    assert katalog("record", "owner", "--agency", "disdik", "--owner", "@kantor/disdik")[0] == 0
    checked = checking.check(Path.cwd(), TODAY)
    agencies = checked.catalogue.registry.agencies
    assert (agencies["dinkes"].successors, agencies["dinkes"].note) == ((), "Berakhir 1 Juni 2026 tanpa penerus.")
    assert agencies["disdik"].owner == "@kantor/disdik"
    assert katalog("record", "owner", "--agency", "disdik", "--owner", "kosong")[0] == 0
    assert checking.check(Path.cwd(), TODAY).catalogue.registry.agencies["disdik"].owner is None
    assert (checked.problems.errors, [one.code for one in checked.problems if one.code == "R052"]) == ((), [])


def test_an_entry_is_verified_withdrawn_and_renamed_without_touching_its_other_lines(katalog):
    write_files(Path.cwd(), EXAMPLE)
    path = Path("innovations/contoh/nama-inovasi.yml")
    before = path.read_text("utf-8")
    told = ("record", "verification", "--innovation", "Loket Keliling", "--date", "1 Juni 2026")
    assert katalog(*told, "--columns", "riwayat")[0] == 2
    assert katalog(*told, "--columns", "1", "--dry-run")[0] == 0
    assert katalog(*told, "--columns", "9")[0] == 2
    assert katalog(*told, "--columns", "bentuk")[0] == 0
    assert lines_removed(before, path.read_text("utf-8")) == ["  - bentuk"]
    assert (
        katalog(
            "record", "withdrawal", "--innovation", "nama-inovasi", "--reason", "Program pusat.", "--date", "2026-06-02"
        )[0]
        == 0
    )
    assert (
        katalog(
            "record", "withdrawal", "--innovation", "nama-inovasi", "--reason", "Program pusat.", "--date", "2026-06-02"
        )[0]
        == 1
    )
    taken_away = path.read_text("utf-8")
    assert katalog("record", "withdrawal", "--innovation", "nama-inovasi", "--back", "ya")[0] == 0
    assert [one for one in lines_removed(taken_away, path.read_text("utf-8")) if one.startswith("ditarik")] == [
        "ditarik:"
    ]
    assert katalog("record", "withdrawal", "--innovation", "nama-inovasi", "--back", "ya")[0] == 1
    _, _, err = katalog("record", "rename", "--innovation", "keliling", "--to", "x")
    assert "yang dimaksud nama-inovasi?" in err
    assert katalog("record", "rename", "--innovation", "nama-inovasi", "--to", "posyandu-malam")[0] == 2
    assert katalog("record", "rename", "--innovation", "nama-inovasi", "--to", "loket-keliling")[0] == 0
    assert not path.exists()
    assert "alias:\n  - nama-inovasi" in text("innovations/contoh/loket-keliling.yml")
    assert errors() == ()


def test_the_pictures_of_a_renamed_entry_move_with_it(katalog):
    picture = (ROOT / "tests/frozen").rglob("*.jpg")
    raw = next((one.read_bytes() for one in picture), None) or _jpeg()
    entry = f"{ENTRY}gambar:\n  - berkas: loket.jpg\n    alt: Loket.\n    kredit: Dinas Kesehatan\n"
    write_files(Path.cwd(), {POSYANDU: entry, "innovations/dinkes/posyandu-malam/loket.jpg": raw})
    assert katalog("record", "rename", "--innovation", "posyandu-malam", "--to", "posyandu")[0] == 0
    assert Path("innovations/dinkes/posyandu/loket.jpg").read_bytes() == raw
    assert errors() == ()


def _jpeg():
    from PIL import Image

    out = io.BytesIO()
    Image.new("RGB", (400, 300), "white").save(out, "JPEG")
    return out.getvalue()


def test_two_entries_of_one_innovation_become_one_that_knows_what_both_knew(katalog):
    write_files(Path.cwd(), EXAMPLE)
    code, out, _ = katalog("record", "rename", "--innovation", "nama-kedua", "--into", "nama-inovasi")
    assert code == 0
    assert "innovations/contoh/nama-kedua.yml dihapus." in out
    entry = checking.check(Path.cwd(), TODAY).catalogue.innovations["nama-inovasi"].entry
    assert [event.date.text for event in entry.events] == ["2025-03-02", "2026-03-02"]
    assert entry.aliases == ("nama-kedua",)
    assert katalog("record", "rename", "--innovation", "nama-inovasi", "--into", "nama-kedua")[0] == 1


@pytest.mark.parametrize(
    ("goes", "stays", "said"),
    [
        ("", "Di desa.", "Di desa."),
        ("Di kota.", "", "Di kota."),
        ("Di kota.", "Di desa.", "Di desa. Di kota."),
        ("", "", None),
    ],
)
def test_an_event_that_both_entries_tell_becomes_one_with_what_both_say(katalog, goes, stays, said):
    first, second = "innovations/contoh/nama-inovasi.yml", "innovations/contoh/nama-kedua.yml"
    told = {
        path: EXAMPLE[path]
        .replace("2025-03-02", "2026-03-02")
        .replace("tanggal: 2026-03-02\n", "tanggal: 2026-03-02\n" + (f"    keterangan: {note}\n" if note else ""))
        for path, note in ((first, stays), (second, goes))
    }
    write_files(Path.cwd(), EXAMPLE | told)
    assert katalog("record", "rename", "--innovation", "nama-kedua", "--into", "nama-inovasi")[0] == 0
    entry = checking.check(Path.cwd(), TODAY).catalogue.innovations["nama-inovasi"].entry
    assert [event.note for event in entry.events] == [said]


def test_two_entries_that_tell_one_event_otherwise_are_not_joined(katalog):
    second = EXAMPLE["innovations/contoh/nama-kedua.yml"].replace("2025-03-02", "2026-03-02")
    long = ("tanggal: 2026-03-02\n", f"tanggal: 2026-03-02\n    keterangan: {'a' * 200}\n")
    first = EXAMPLE["innovations/contoh/nama-inovasi.yml"].replace(*long)
    second = second.replace(*long).replace("aa", "bb")
    write_files(Path.cwd(), EXAMPLE | {"innovations/contoh/nama-inovasi.yml": first, "innovations/contoh/nama-kedua.yml": second})  # fmt: skip
    code, _, said = katalog("record", "rename", "--innovation", "nama-kedua", "--into", "nama-inovasi")
    assert code
    assert "samakan dahulu salah satunya lewat formulir isian" in said


def test_a_closed_year_is_corrected_and_its_seal_holds(katalog, monkeypatch):
    closed(monkeypatch)
    write_files(Path.cwd(), {"innovations/disdik/kapal-baca.yml": ENTRY.replace("Posyandu Malam", "Kapal Baca")})
    told = ("record", "correction", "--year", "2026", "--agency", "disdik", "--date", "10 Maret 2027")
    because = ("--reason", "Isian datang terlambat dan diterima.")
    assert katalog("record", *EXEMPTION)[0] == 1  # the year is closed
    assert katalog(*told, *because, "--kind", "hasil", "--status", "memenuhi")[0] == 1  # resting on nothing
    assert (
        katalog("record", "correction", "--year", "2026", "--kind", "aturan", "--date", "10 Maret 2027", *because)[0]
        == 1
    )
    assert (
        katalog(*told, *because, "--kind", "hasil", "--status", "memenuhi", "--innovations", "Kapal Baca", "--dry-run")[
            0
        ]
        == 0
    )
    code, _, _ = katalog(*told, "--reason", "Isian datang terlambat.", "--kind", "diketahui")
    assert code == 0
    later = checking.check(Path.cwd(), dt.date(2027, 4, 2)).problems
    assert [p.code for p in later if p.code in ("R007", "R041", "R044")] == []


@pytest.mark.parametrize("choice", [0, 1], ids=["accepted", "kept"])
def test_the_ready_commands_settle_what_was_learned_of_a_closed_year(katalog, monkeypatch, choice):
    closed(monkeypatch)
    write_files(Path.cwd(), {"innovations/disdik/kapal-baca.yml": ENTRY.replace("Posyandu Malam", "Kapal Baca")})
    later = dt.date(2027, 4, 2)
    before = checking.check(Path.cwd(), later)
    [found] = learned(before.catalogue, before.catalogue.registry.results[2026])
    _, command = list(correction_commands(found, later))[choice]
    assert katalog(*shlex.split(command)[1:])[0] == 0
    after = checking.check(Path.cwd(), later)
    assert [one.code for one in before.problems if one.code == "R041"] == ["R041"]
    assert [one.code for one in after.problems if one.code in ("R041", "R044")] == []
    [correction] = after.catalogue.registry.results[2026].corrections
    assert correction.status == ("memenuhi", None)[choice]


@pytest.mark.parametrize(
    ("act", "option", "words"),
    [
        ("reply", "--state", get_args(ReplyState)),
        ("handin", "--state", get_args(HandInState)),
        ("mending", "--what", [*MISTAKES, "tanggapan"]),
        ("rules", "--basis", get_args(Basis)),
        ("rules", "--what", ("nomor", "minimum", "tenggat")),
        ("correction", "--kind", ("hasil", "diketahui", "aturan")),
        ("correction", "--status", ("memenuhi", "belum-wajib")),
    ],
)
def test_the_help_of_an_act_lists_the_words_that_each_option_takes(katalog, act, option, words):
    code, out, _ = katalog("record", act, "--help")
    shown = re.sub(r"\s+", " ", out.split(f"{option} ")[1].split(" --")[0])
    assert code == 0
    assert [word for word in words if not re.search(rf"[:;] {word}\b", shown)] == []


def test_every_question_of_a_few_words_shows_them_in_the_help():
    told = [one for act in ACTS for one in act.questions if one.words]
    assert len(told) >= 7
    assert [one.option for one in told if not all(word in one.help for word in one.words)] == []


@pytest.mark.parametrize(("path", "before"), [(HAND_IN, ASKED), (LIST, LISTED)])
def test_what_became_of_a_hand_in_is_recorded_by_its_number(katalog, path, before):
    write_files(Path.cwd(), {path: before})
    told = ("record", "handin", "--number", "a1b2c3")
    assert katalog("record", "handin", "--number", "ffffff", "--state", "ditolak", "--note", "Tidak dijawab.")[0] == 2
    assert katalog(*told, "--state", "ditolak")[0] == 2  # without a reason
    assert katalog(*told, "--state", "diterima", "--innovation", "antariksa")[0] == 2
    assert katalog(*told, "--state", "ditolak", "--note", "Tidak dijawab.", "--date", "1 November 2026")[0] == 1
    code, _, err = katalog(*told, "--state", "ditanyakan", "--note", "Sejak kapan?")
    assert (code, "sudah tercatat" in err) == (1, True)
    assert text(path) == before
    assert katalog(*told, "--state", "diterima", "--innovation", "Posyandu Malam")[0] == 0
    [one] = checking.check(Path.cwd(), TODAY).catalogue.registry.hand_ins
    assert ([step.state for step in one.said.steps], one.said.innovation) == (
        ["ditanyakan", "diterima"],
        "posyandu-malam",
    )
    assert errors() == ()


@pytest.mark.parametrize("path", [HAND_IN, LIST])
def test_who_turns_down_what_was_taken_in_learns_that_its_entry_stays_and_how_to_withdraw_it(katalog, path):
    write_files(Path.cwd(), {path: ASKED if path == HAND_IN else LISTED})
    told, cure = ("record", "handin", "--number", "a1b2c3", "--state"), "record withdrawal --innovation posyandu-malam"
    declined = (*told, "ditolak", "--note", "Bukan inovasi daerah.", "--dry-run")
    assert cure not in katalog(*declined)[1]
    assert katalog(*told, "diterima", "--innovation", "posyandu-malam")[0] == 0
    assert cure in katalog(*declined)[1]
    assert katalog(*shlex.split(cure), "--reason", "Bukan inovasi daerah.", "--date", "2 Juni 2026")[0] == 0
    assert cure not in katalog(*declined)[1]


def test_a_file_in_another_style_is_refused_and_left(katalog):
    before = f"{text(RULES)}tanggapan:   []\n"
    Path(RULES).write_text(before, "utf-8")
    code, _, err = katalog("record", *EXEMPTION)
    assert code == 1
    assert "susunan yang tidak dapat dijaga" in err
    assert text(RULES) == before


@pytest.mark.parametrize(
    "path", [BASE / AGENCIES, BASE / RULES, *sorted((FROZEN / "registry/obligations").glob("*.yml")), FROZEN / AGENCIES]
)
def test_our_registers_come_back_byte_for_byte(path):
    raw = path.read_text("utf-8")
    assert RegisterText(path.name, raw).text() == raw


@pytest.mark.living
def test_those_that_are_kept_now_too():
    for path in (LIVING / AGENCIES, *(LIVING / "registry/obligations").glob("*.yml")):
        raw = path.read_text("utf-8")
        assert RegisterText(path.name, raw).text() == raw


@pytest.mark.parametrize("raw", ["a:   1\n", "a: [1,\n  2]\n", "a: {\n", "a: 'x\n"])
def test_what_would_not_come_back_is_no_register_to_write(raw):
    with pytest.raises(RegisterStyleError, match="dua spasi"):
        RegisterText("registry/x.yml", raw)


SPACED = """\
# Atas.
satu:
  - a: 1
    b: 2  # di samping

# Tentang dua.
dua: null

tiga: []

empat:
  lima: 5

enam:
  - x
  - z
"""


@pytest.mark.parametrize(
    ("act", "old", "new"),
    [
        (lambda f: f.append("satu", {"a": 3}), "  # di samping\n", "  # di samping\n  - a: 3\n"),
        (lambda f: f.append("tiga", {"a": 3}), "tiga: []\n", "tiga:\n  - a: 3\n"),
        (lambda f: f.put(f.data, "dua", {"c": 4}, ()), "dua: null\n", "dua:\n  c: 4\n"),
        (lambda f: f.put(f.data, "satu", None, ()), "satu:\n  - a: 1\n    b: 2  # di samping\n", "satu: null\n"),
        (lambda f: f.put(f.data["empat"], "baru", "y", ("lima", "baru")), "  lima: 5\n", "  lima: 5\n  baru: y\n"),
        (lambda f: f.put(f.data, "sela", 1, ("tiga", "sela")), "tiga: []\n", "tiga: []\nsela: 1\n"),
        (lambda f: f.remove("enam", 1), "  - z\n", ""),
        (lambda f: f.remove("satu", 0), "satu:\n  - a: 1\n    b: 2  # di samping\n", "satu: []\n"),
        (
            lambda f: f.append_to(f.data["empat"], "daftar", {"a": 3}, ("lima", "daftar")),
            "5\n",
            "5\n  daftar:\n    - a: 3\n",
        ),
    ],
)
def test_empty_lines_and_remarks_stay_behind_what_they_stood_behind(act, old, new):
    file = RegisterText("registry/x.yml", SPACED)
    act(file)
    assert file.text() == SPACED.replace(old, new)


def commands_on(page):
    """The commands in the blocks of a page, fenced or indented in a list, each on one line."""
    blocks = re.findall(
        r"```sh\n(.*?)```|((?:^ {8}[^\n]*\n)+)", (ROOT / page).read_text("utf-8"), re.DOTALL | re.MULTILINE
    )
    joined = "\n".join(fenced or indented for fenced, indented in blocks).replace("\\\n", " ")
    return [shlex.split(line) for line in joined.split("\n") if line.strip().startswith("katalog record")]


def test_the_examples_of_the_maintainers_pages_can_be_typed_as_they_stand(project, run_here, monkeypatch):
    examples = [command for page in PAGES for command in commands_on(page)]
    assert {command[2] for command in examples} >= {
        "exemption",
        "reply",
        "confirmation",
        "contact",
        "succession",
        "correction",
        "mending",
        "rules",
        "owner",
        "helpline",
        "official",
    }
    assert sum(command[2] == "correction" for command in examples) >= 2
    for command in examples:
        monkeypatch.chdir(project(EXAMPLE))
        monkeypatch.setattr(configuration, "now", lambda: dt.datetime(2026, 11, 27, 5, tzinfo=dt.UTC))
        if {"correction", "koreksi"} & set(command) or command[2:5] == ["rules", "--year", "2026"]:
            closed(monkeypatch)
        if "diketahui" in command:  # what was learned after the closing
            assert run_here("record", "confirmation", "--agency", "contoh", "--bound", "ya", *_SOURCE)[0] == 0
        for recorded in MISTAKES.get(command[4], ()) if command[2] == "mending" else ():
            assert run_here("record", *recorded)[0] == 0
        if "2027" in command and command[2] == "rules":
            assert run_here("open", "2027")[0] == 0
        if command[2] == "handin":
            write_files(Path.cwd(), {HAND_IN: ASKED})
        if command[2] == "reply" and "--done" in command:
            assert run_here("record", "reply", "--agency", "contoh", "--date", "15 Juni 2026", "--text", "Isi.")[0] == 0
        code, _, err = run_here(*command[1:])
        assert (code, err) == (0, ""), command


@pytest.mark.parametrize("page", PAGES)
def test_no_page_of_the_maintainers_asks_to_type_yaml(page):
    assert "```yaml" not in (ROOT / page).read_text("utf-8")


def test_a_year_is_shown_agency_by_agency_and_closed_only_when_asked_so(katalog, typed, monkeypatch):  # noqa: F811
    monkeypatch.setattr(configuration, "now", lambda: dt.datetime(2027, 2, 1, 5, tzinfo=dt.UTC))
    assert katalog("close", "2026", "--dry-run")[0] == 0
    typed("", "tidak")
    code, out, _ = katalog("close", "2026")
    assert (code, Path(RESULT).exists()) == (0, False)
    assert re.search(r"^- Dinas Kesehatan: Memenuhi.*\. .+", out, re.MULTILINE)
    assert re.search(r"^- Dinas Ragu: Belum dikonfirmasi", out, re.MULTILINE)
    typed("ya")
    assert katalog("close", "2026")[0] == 0
    assert Path(RESULT).exists()


def test_only_the_lines_that_change_are_shown_though_others_come_often():
    rows = [f"  - slug: a{number}\n    nama: tidak\n    catatan: null\n    sumber: null\n" for number in range(300)]
    changed = [*rows[:150], rows[150].replace("tidak", "ya").replace("catatan: null", "catatan: Rekaan."), *rows[151:]]
    told = list(difference("registry/x.yml", "".join(rows), "".join(changed)))
    assert told[2:] == [
        "@@ baris 601 @@",
        "   - slug: a150",
        "-    nama: tidak",
        "-    catatan: null",
        "+    nama: ya",
        "+    catatan: Rekaan.",
        "     sumber: null",
    ]
    assert list(difference("x", "a\n", "a\n")) == []
