"""`katalog new`: a few answers, given or asked, become a file that passes the check; nothing is ever overwritten."""

import io
import re
import sys
from pathlib import Path

import pytest
from conftest import ENTRY, TODAY, check

from generator import checking
from generator.contributing import names
from generator.contributing.entry_text import entry_text
from generator.layout import SCHEMA_COMMENT, SLUG_MAX, as_slug, is_slug, short_slug

GIVEN = {
    "agency": "Dinkes",
    "name": "Kelas Ibu",
    "summary": "Ibu hamil belajar bersama bidan.",
    "form": "Pelayanan publik",
    "affair": "kesehatan",
    "event": "uji-coba",
    "date": "2026-03",
}
MADE = "innovations/dinkes/kelas-ibu.yml"
EXISTING = "innovations/dinkes/posyandu-malam.yml"


def options(**changed):
    answers = {**GIVEN, **changed}
    return [f"--{name}={value}" for name, value in answers.items() if value is not None]


@pytest.fixture
def typed(monkeypatch):
    """A function: what a person types on a terminal, one answer a line."""

    class Terminal(io.TextIOWrapper):
        def isatty(self):
            return True

    def give(*answers):
        raw = io.BytesIO("".join(f"{answer}\n" for answer in answers).encode())
        monkeypatch.setattr(sys, "stdin", Terminal(raw, "utf-8"))

    return give


def entries():
    return sorted(path.as_posix() for path in Path("innovations").rglob("*.yml"))


# Answers given


def test_given_answers_make_the_file_that_the_form_would_write(katalog):
    code, out, _ = katalog("new", *options())
    assert code == 0
    assert Path(MADE).read_text("utf-8") == entry_text(
        {
            "nama": "Kelas Ibu",
            "ringkasan": "Ibu hamil belajar bersama bidan.",
            "bentuk": "pelayanan-publik",
            "urusan": ["kesehatan"],
            "riwayat": [{"peristiwa": "uji-coba", "tanggal": "2026-03"}],
        }
    )
    assert Path(MADE).read_text("utf-8").startswith(f"{SCHEMA_COMMENT}\n")
    assert MADE in out
    assert f"katalog check {MADE}" in out
    assert check(Path.cwd()).errors == ()


def test_what_is_missing_is_named_together_in_one_usage_error(katalog):
    code, out, err = katalog("new", "--name", "Kelas Ibu", "--form", "lainnya")
    assert (code, out) == (2, "")
    assert re.findall(r"--[a-z]+", err)[:5] == ["--agency", "--summary", "--affair", "--event", "--date"]
    assert "--name" not in err
    assert entries() == [EXISTING]


@pytest.mark.parametrize(
    "agency", ["dinkes", "Dinkes", "DINAS KESEHATAN", "Dinas Kesehatan Kabupaten Contoh", "dinas  kesehatan"]
)
def test_an_agency_is_known_by_folder_official_or_short_name(katalog, agency):
    assert katalog("new", *options(agency=agency))[0] == 0
    assert Path(MADE).exists()


def test_an_unknown_agency_is_refused_with_the_nearest(katalog):
    code, _, err = katalog("new", *options(agency="Dinas Kesehtan"))
    assert code == 2
    assert "dinkes (Dinas Kesehatan)" in err


@pytest.mark.parametrize(
    ("form", "slug"), [("2", "pelayanan-publik"), ("tata-kelola", "tata-kelola"), ("Inovasi daerah lainnya", "lainnya")]
)
def test_a_choice_is_made_by_number_slug_or_label(katalog, form, slug):
    assert katalog("new", *options(form=form))[0] == 0
    assert f"\nbentuk: {slug}\n" in Path(MADE).read_text("utf-8")


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("form", "Pelayanan publk", "pelayanan-publik"),
        ("form", "9", "lainnya"),
        ("form", "0", "lainnya"),
        ("affair", "Kesehtan", "kesehatan"),
        ("event", "dihentikan", "uji-coba"),
        ("date", "kemarin", "2026-11-24"),
        ("date", "2026-12", "belum tiba"),
        ("date", "2026-02-30", "tidak terbaca"),
        ("slug", "Kelas Ibu", "huruf kecil"),
        ("slug", "poster", "sudah dipakai"),
        ("slug", "posyandu-malam", "sudah dipakai"),
        ("name", "!?", "nama"),
        ("name", "x" * 301, "300"),
        ("name", "POSYANDU  malam", EXISTING),
        ("summary", "x" * 401, "400"),
    ],
)
def test_an_answer_that_will_not_do_is_refused_with_a_cure(katalog, name, value, said):
    code, out, err = katalog("new", *options(**{name: value}))
    assert (code, out) == (2, "")
    assert f"--{name}" in err
    assert said in err
    assert len(err.strip().splitlines()) == 1
    assert entries() == [EXISTING]


def test_several_affairs_keep_their_order_and_stand_once(katalog):
    given = [*options(affair=None), "--affair=perpustakaan", "--affair=kesehatan", "--affair=Perpustakaan"]
    assert katalog("new", *given)[0] == 0
    assert "urusan:\n  - perpustakaan\n  - kesehatan\nriwayat:" in Path(MADE).read_text("utf-8")


@pytest.mark.parametrize(
    ("date", "written"),
    [
        ("2026", "2026"),
        ("17-8-2026", "2026-08-17"),
        ("Senin, 17 Agustus 2026", "2026-08-17"),
        ("Maret 2026", "2026-03"),
    ],
)
def test_a_date_keeps_the_precision_at_which_it_is_known(katalog, date, written):
    assert katalog("new", *options(date=date))[0] == 0
    assert f"tanggal: {written}\n" in Path(MADE).read_text("utf-8")


@pytest.mark.parametrize(
    "name", ['Pos: "Siaga" #1', "- Layanan", "no", "0012", "👩🏽‍⚕️ Bidan & warga", "خدمة 1", "{{ 7*7 }}", "<b>tebal</b>"]
)
def test_any_name_makes_a_file_that_passes_the_check(katalog, name):
    assert katalog("new", *options(name=name, summary=f"{name}: ringkasan", slug="uji"))[0] == 0
    assert check(Path.cwd()).errors == ()
    assert checking.check(Path.cwd(), TODAY).catalogue.innovations["uji"].entry.name == name


def test_personal_data_is_refused_and_not_repeated(katalog):
    code, out, err = katalog("new", *options(summary="Hubungi Ani 0812-0000-0000."))
    assert code == 2
    assert "0812" not in out + err
    assert entries() == [EXISTING]


def test_hidden_characters_are_refused(katalog):
    code, _, err = katalog("new", *options(name="Kelas\u202e Ibu", slug="kelas-ibu"))
    assert code == 2
    assert "\u202e" not in err


def test_a_script_is_asked_nothing_even_if_no_file_name_can_be_proposed(katalog):
    code, out, err = katalog("new", *options(name="日本語"))
    assert (code, out) == (2, "")
    assert "--slug" in err


# What is there already


def test_no_file_is_overwritten_even_one_that_cannot_be_read(katalog):
    Path(MADE).write_text("nama: [\n", "utf-8")
    assert katalog("new", *options(slug="kelas-ibu"))[0] == 2
    assert katalog("new", *options())[0] == 0
    assert Path(MADE).read_text("utf-8") == "nama: [\n"
    assert Path("innovations/dinkes/kelas-ibu-dinkes.yml").exists()


def test_an_old_address_is_not_given_away(katalog):
    Path(EXISTING).write_text(ENTRY + "alias:\n  - kelas-ibu\n", "utf-8")
    assert katalog("new", *options(slug="kelas-ibu"))[0] == 2
    assert katalog("new", *options())[0] == 0
    assert not Path(MADE).exists()


def test_the_same_name_may_be_borne_in_another_agency(katalog):
    code, out, _ = katalog("new", *options(agency="disdik", name="Posyandu Malam"))
    assert code == 0
    assert "innovations/disdik/posyandu-malam-disdik.yml" in out


def test_another_ones_broken_file_keeps_nobody_from_beginning(katalog):
    Path("innovations/dinkes/rusak.yml").write_text("nama: [\n", "utf-8")
    assert katalog("new", *options())[0] == 0


def test_the_first_entry_of_a_catalogue_makes_the_folder(katalog):
    Path(EXISTING).unlink()
    Path("innovations/dinkes").rmdir()
    Path("innovations").rmdir()
    assert katalog("new", *options())[0] == 0
    assert check(Path.cwd()).errors == ()


def test_without_a_register_nothing_is_written(katalog):
    Path("registry/taxonomy.yml").write_text("bentuk: [\n", "utf-8")
    code, out, err = katalog("new", *options())
    assert (code, out) == (1, "")
    assert "registry/taxonomy.yml" in err
    assert entries() == [EXISTING]


def test_a_folder_that_is_a_link_is_not_followed(katalog, tmp_path):
    elsewhere = tmp_path / "lain"
    elsewhere.mkdir()
    Path("innovations/disdik").symlink_to(elsewhere)
    code, out, err = katalog("new", *options(agency="disdik"))
    assert (code, out) == (1, "")
    assert "innovations/disdik" in err
    assert list(elsewhere.iterdir()) == []


# Answers asked for


def test_on_a_terminal_what_is_missing_is_asked_and_asked_again(katalog, typed):
    typed(
        "dinkesh",
        "dinkes",
        "Posyandu Malam",
        "Kelas Ibu",
        "",
        "Ibu belajar bersama bidan.",
        "7",
        "2",
        "2, 1",
        "Penerapan",
        "",
        f"{TODAY.day} November 2026",
    )
    code, out, err = katalog("new")
    assert (code, err) == (0, "")
    assert "dinkes (Dinas Kesehatan)" in out
    assert f"{EXISTING} sudah mencatat" in out
    assert "  2. Pelayanan publik\n" in out
    assert "Dihentikan" not in out
    text = Path(MADE).read_text("utf-8")
    assert "urusan:\n  - kesehatan\n  - pendidikan\n" in text
    assert f"peristiwa: penerapan\n    tanggal: {TODAY.isoformat()}\n" in text
    assert not re.search(r"\b(?:error|invalid|abort|please|value)\b", out, re.IGNORECASE)


def test_on_a_terminal_only_what_is_missing_is_asked(katalog, typed):
    typed("Kelas Bapak")
    code, out, _ = katalog("new", *options(name=None))
    assert code == 0
    assert "Ringkasan" not in out
    assert Path("innovations/dinkes/kelas-bapak.yml").exists()


def test_the_address_is_asked_only_where_the_name_suggests_none_that_is_free(katalog, typed):
    typed("kelas-ibu")
    code, out, _ = katalog("new", *options(name="خدمة"))
    assert code == 0
    assert "Nama berkas" in out
    assert Path(MADE).exists()


def test_what_may_be_on_record_already_is_told(katalog):
    code, out, _ = katalog("new", *options(agency="disdik", name="Posyandu  malam hari"))
    assert code == 0
    assert "Mungkin sama dengan Posyandu Malam (posyandu-malam)." in out


@pytest.mark.parametrize(
    ("life", "told"),
    [
        ("berlaku_sampai: 2026-05-01", "sudah berakhir"),
        ("berlaku_dari: 2027-01-01", "baru mulai berlaku 1 Januari 2027"),
    ],
)
def test_nothing_is_written_for_an_agency_that_has_ended_or_not_begun(katalog, life, told):
    agencies = Path("registry/agencies.yml")
    agencies.write_text(
        agencies.read_text("utf-8").replace("nama_pendek: Dinkes", f"nama_pendek: Dinkes\n    {life}"), "utf-8"
    )
    code, _, err = katalog("new", *options())
    assert code == 2
    assert told in err
    assert entries() == [EXISTING]


def test_a_person_who_stops_leaves_nothing_behind(katalog, typed):
    typed("dinkes", "Kelas Ibu")
    code, _, err = katalog("new")
    assert (code, err) == (1, "Dibatalkan.\n")
    assert entries() == [EXISTING]


# Addresses


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Pojok Baca Digital", "pojok-baca-digital"),
        ("SIAP (Sistem Antrean Puskesmas)", "siap"),
        ("e-Café & Taman", "e-cafe-taman"),
        ("A (Antrean Pagi)", "a-antrean-pagi"),
        ("خدمة", ""),
        ("Layanan " * 20, "-".join(["layanan"] * 7)),
        ("x" * 70, "x" * SLUG_MAX),
    ],
)
def test_a_name_suggests_a_short_address(name, slug):
    assert short_slug(name) == slug
    assert slug == "" or is_slug(slug)


def test_an_address_is_cut_after_a_whole_word():
    assert as_slug("a" * 30 + " " + "b" * 29 + " c") == "a" * 30 + "-" + "b" * 29
    assert as_slug("a" * 30 + " " + "b" * 31) == "a" * 30


def test_a_taken_or_reserved_address_is_never_proposed():
    assert names.proposed_slug("Siap (Antrean)", "dinkes", {"siap"}) == "siap-dinkes"
    assert names.proposed_slug("Siap (Antrean)", "dinkes", {"siap", "siap-dinkes"}) == "siap-antrean"
    assert names.proposed_slug("Poster", "dinkes", ()) == "poster-dinkes"
    assert names.proposed_slug("خدمة", "dinkes", ()) == ""


def test_names_that_two_agencies_share_are_nobodys(project):
    agencies = Path(project()) / "registry/agencies.yml"
    agencies.write_text(agencies.read_text("utf-8").replace("nama_pendek: Disdik", "nama_pendek: Dinkes"), "utf-8")
    registry = checking.check(agencies.parents[1], TODAY).catalogue.registry
    # The folder of one is the short name of both.
    assert names.agency_called("Dinkes", registry) is None
    assert names.agency_called("Dinas Pendidikan", registry) == "disdik"
    assert names.agency_called("", registry) is None
    assert names.agency_called("1. Dinas Pendidikan", registry) == "disdik"
