"""`katalog record mending | rules | helpline`: what was recorded wrongly is mended, a year is filled in, byte for byte."""

import datetime as dt
import re
import shlex
from pathlib import Path

import pytest
from conftest import ROOT, TODAY
from test_record import EXEMPTION, LETTER, RESULT, RULES, _no_terminal, closed, errors, lines_removed, text  # noqa: F401

from generator import checking
from generator.publishing import configuration

REMARK = "# Dari rapat.\n"
SETTINGS = "mkdocs.yml"
WHY = ("--why", "Salah ketik.")


def year(number=2026):
    return checking.check(Path.cwd(), TODAY).catalogue.registry.obligations[number]


def test_an_exemption_is_mended_in_its_place_and_taken_back(katalog):
    katalog("record", *EXEMPTION)
    Path(RULES).write_text(REMARK + text(RULES), "utf-8")
    before = text(RULES)
    told = ("record", "mending", "--what", "pengecualian", "--agency", "Disdik", *WHY)
    assert katalog(*told)[0] == 1  # nothing differs
    assert katalog("record", "mending", "--what", "pengecualian", "--agency", "dinkes", *WHY)[0] == 2  # has none
    code, out, _ = katalog(*told, "--reason", "Kantor dipindahkan.", "--source", "Keputusan Nomor 2 Tahun 2026")
    assert (code, "Salah ketik." in out) == (0, True)
    assert lines_removed(before, text(RULES)) == ["    alasan: Kantor ditata ulang.", f"      judul: {LETTER}"]
    [kept] = year().exemptions
    assert (kept.reason, kept.source.title, kept.date.text) == (
        "Kantor dipindahkan.",
        "Keputusan Nomor 2 Tahun 2026",
        "2026-06-02",
    )
    code, out, _ = katalog(*told[:-1], 'Kata "salah" $(x).', "--remove", "ya")
    assert shlex.split(out.splitlines()[-1])[-1] == 'Cabut pengecualian disdik pada 2026: Kata "salah" $(x)'
    assert (code, "Dinas Pendidikan 2026: dikecualikan menjadi belum" in out) == (0, True)
    assert (year().exemptions, text(RULES).startswith(REMARK), errors()) == ((), True, ())


def test_a_reply_is_mended_by_its_day_and_keeps_its_state(katalog):
    for day in ("6 Juni 2026", "7 Juni 2026"):
        assert katalog("record", "reply", "--agency", "dinkes", "--date", day, "--text", f"Isi {day}.")[0] == 0
    told = ("record", "mending", "--what", "tanggapan", "--agency", "dinkes", *WHY)
    code, _, err = katalog(*told, "--text", "Isi lain.")
    assert (code, "ada beberapa (6 Juni 2026, 7 Juni 2026)" in err) == (1, True)
    assert katalog(*told, "--of", "7 Juni 2026", "--text", "Isi lain.")[0] == 0
    assert [(one.text.strip(), one.state) for one in year().replies] == [
        ("Isi 6 Juni 2026.", "diterima"),
        ("Isi lain.", "diterima"),
    ]


def test_a_year_that_was_opened_is_filled_in_without_an_editor(katalog):
    assert katalog("open", "2027")[0] == 0
    path = "registry/obligations/2027.yml"
    before = text(path)
    told = ("record", "rules", "--year", "2027", "--why", "Naskah dibaca.", "--what")
    for answers in (
        ("nomor", "--value", "3/SE/2026", "--source", "Surat Edaran Nomor 3 Tahun 2026"),
        ("tanggal", "--value", "2 November 2026", "--source", "Surat Edaran Nomor 3 Tahun 2026"),
        ("naskah", "--value", "https://contoh.go.id/edaran-2027"),
        ("minimum", "--value", "2", "--basis", "dibaca", "--note", "Paling sedikit dua."),
        ("jenis_terikat", "--value", "dinas"),
        ("tenggat", "--value", "31 Oktober 2027", "--source", "Surat Edaran Nomor 3 Tahun 2026"),
        ("lainnya", "--number", "baru", "--basis", "dibaca", "--note", "Berlaku setiap tahun."),
    ):
        code, out, err = katalog(*told, *answers)
        assert (code, err) == (0, ""), answers
        # What is filled in shows its effect on its own year, though that has not begun.
        assert (answers[0] in ("naskah", "jenis_terikat")) == bool(
            re.search(r"^- .* 2027: .* menjadi ", out, re.MULTILINE)
        ), out
    found = year(2027)
    assert (found.legal_basis.number, found.legal_basis.date.text) == ("3/SE/2026", "2026-11-02")
    assert [one.title for one in found.legal_basis.sources].count("Surat Edaran Nomor 3 Tahun 2026") == 1
    assert (found.rules.minimum.value, found.rules.minimum.basis, found.rules.bound.value) == (2, "dibaca", ("dinas",))
    assert (found.deadline.date.text, found.rules.others[-1].note) == ("2027-10-31", "Berlaku setiap tahun.")
    assert [one for one in before.splitlines() if one.startswith("#")] == [
        one for one in text(path).splitlines() if one.startswith("#")
    ]
    assert errors() == ()
    for answers, exit_code in (
        (("minimum", "--basis", "asumsi"), 1),  # without its sentence
        (("minimum", "--value", "banyak"), 2),
        (("tenggat", "--value", "31 Oktober 2027"), 1),  # without a source
        (("jenis_terikat", "--value", "kementerian"), 2),
        (("lainnya", "--number", "9", "--remove", "ya"), 2),
        (("minimum", "--value", "2"), 1),
    ):
        assert katalog(*told, *answers)[0] == exit_code, answers
    assert katalog(*told, "lainnya", "--number", "1", "--remove", "ya")[0] == 0
    assert katalog(*told, "tenggat", "--value", "kosong")[0] == 0
    assert (year(2027).deadline, year(2027).rules.others) == (None, ())


def test_rules_of_a_closed_year_change_with_their_correction(katalog, monkeypatch):
    closed(monkeypatch)
    told = ("record", "rules", "--year", "2026", "--what", "nomor", "--value", "2/SE/2026")
    code, _, err = katalog(*told, "--why", "Nomornya salah dibaca.", "--date", "10 Maret 2027")
    assert (code, err) == (0, "")
    later = checking.check(Path.cwd(), dt.date(2027, 4, 2))
    [correction] = later.catalogue.registry.results[2026].corrections
    assert correction.reason == "Nomornya salah dibaca."
    assert later.problems.errors == ()
    assert katalog("record", "mending", "--what", "pengecualian", "--year", "2026", "--agency", "disdik", *WHY)[0] == 2
    assert Path(RESULT).exists()


def test_the_maintainers_can_be_reached_once_it_is_recorded(katalog):
    before = text(SETTINGS)
    told = ("record", "helpline", "--office", "Bidang Litbang", "--mail", "litbang@contoh.go.id")
    assert katalog("record", "helpline")[0] == 1
    code, _, err = katalog(*told, "--whatsapp", "0812-1111-1111")  # of whom?
    assert (code, "--service ya" in err) == (1, True)
    assert katalog("record", "helpline", "--office", "Hubungi 0812-1111-1111")[0] == 1
    assert katalog("record", "helpline", "--mail", "kantor")[0] == 2
    assert text(SETTINGS) == before
    assert katalog(*told, "--whatsapp", "0812-1111-1111", "--service", "ya")[0] == 0
    assert lines_removed(before, text(SETTINGS)) == [
        "        surel: katalog@contoh.go.id",
        "        whatsapp: 0812-0000-0000",
    ]
    found = configuration.Configuration.read(Path(SETTINGS)).settings.helpline
    assert (found.office, found.mail, found.whatsapp) == ("Bidang Litbang", "litbang@contoh.go.id", "0812-1111-1111")
    assert katalog(*told)[0] == 1
    assert katalog("record", "helpline", "--whatsapp", "kosong", "--report", "kosong")[0] == 0
    assert katalog("record", "helpline", "--maintainer", "Budi")[0] == 2
    assert katalog("record", "helpline", "--maintainer", "@kantor/pengelola")[0] == 0
    assert configuration.Configuration.read(Path(SETTINGS)).settings.maintainers == "@kantor/pengelola"
    found = configuration.Configuration.read(Path(SETTINGS)).settings.helpline
    assert (found.office, found.whatsapp) == ("Bidang Litbang", "")


def test_a_short_name_that_was_left_out_is_recorded_and_taken_away(katalog):
    told = ("record", "mending", "--what", "nama_pendek", "--agency", "disdik", *WHY, "--name")
    for name, short in (("Dinas Didik", "Dinas Didik"), ("Kosong", None)):
        assert katalog(*told, name)[0] == 0
        agency = checking.check(Path.cwd(), TODAY).catalogue.registry.agencies["disdik"]
        assert (agency.short, agency.slug, errors()) == (short, "disdik", ())
    assert katalog(*told, "kosong")[0] == 1


def test_how_soon_hand_ins_are_looked_at_and_which_commit_was_published_first_are_recorded(katalog):
    assert katalog("record", "helpline", "--target", "5 hari kerja")[0] == 0
    assert katalog("record", "publication", "--since", "abc")[0] == 2
    assert katalog("record", "publication", "--since", "AB" * 20)[0] == 0
    assert katalog("record", "publication", "--since", "ab" * 20)[0] == 1
    settings = configuration.Configuration.read(Path(SETTINGS)).settings
    assert (settings.review_target, settings.published_since) == ("5 hari kerja", "ab" * 20)
    assert katalog("record", "helpline", "--target", "kosong")[0] == 0
    assert katalog("record", "publication", "--since", "kosong")[0] == 0
    settings = configuration.Configuration.read(Path(SETTINGS)).settings
    assert (settings.review_target, settings.published_since) == ("", "")


def test_the_catalogue_is_official_by_a_decision_that_is_named_and_no_more_once_that_is_withdrawn(katalog):
    told = ("record", "official", "--source", "Keputusan Bupati Nomor 1 Tahun 2026", "--date", "2 Juni 2026")
    before = text(SETTINGS)
    assert katalog("record", "official", "--adopted", "ya")[0] == 2  # by what?
    code, _, err = katalog(*told, "--adopted", "tidak")
    assert (code, "sudah tercatat sebagai bukan situs resmi" in err, text(SETTINGS)) == (1, True, before)
    code, out, _ = katalog(*told, "--adopted", "ya")
    assert (code, "Keputusan Bupati Nomor 1 Tahun 2026, 2 Juni 2026" in out) == (0, True)
    assert configuration.Configuration.read(Path(SETTINGS)).settings.official
    assert katalog(*told, "--adopted", "ya")[0] == 1
    assert katalog(*told, "--adopted", "tidak")[0] == 0
    assert not configuration.Configuration.read(Path(SETTINGS)).settings.official


@pytest.mark.living
@pytest.mark.parametrize(
    "told",
    [
        ("helpline", "--hours", "Senin sampai Jumat"),
        ("official", "--adopted", "ya", "--source", "Keputusan Nomor 1", "--date", "2 Juni 2026"),
    ],
)
def test_our_own_settings_can_be_written_so(katalog, told):
    Path(SETTINGS).write_text((ROOT / SETTINGS).read_text("utf-8"), "utf-8")
    before = text(SETTINGS)
    assert katalog("record", *told)[0] == 0
    assert len(lines_removed(before, text(SETTINGS))) == 1
