"""What pages say of agencies that have not begun, that have ended, and that go on with the work of others."""

import datetime as dt
import json
import re
from collections.abc import Callable, Mapping

import pytest
from conftest import BASE, ENTRY, SETTINGS, TODAY, made

from generator import checking
from generator.settings import Edition

AGENCIES = "registry/agencies.yml"
OWN_OFFICE = "kontak: {kantor: Loket Kapal, telepon: 0561 111333, jam: Senin}\n"
BOAT, BIKE = "innovations/dinas-lama/kapal-baca.yml", "innovations/dinas-baru/sepeda-baca.yml"


def row(slug: str, name: str, **more: str) -> str:
    keys = {"nama_resmi": name, "jenis": "dinas", "nama_terkonfirmasi": "ya", "terikat": "ya"}
    keys |= {"sumber": "{judul: Rekaan}", **more}
    return f"  - slug: {slug}\n" + "".join(f"    {key}: {value}\n" for key, value in keys.items())


def text(page: bytes) -> str:
    """What a page says: its words without markup, one blank between them."""
    return " ".join(re.sub("<[^>]+>", " ", page.decode()).split()).replace(" ,", ",").replace(" .", ".")


OFFICE = "{kantor: Sekretariat, telepon: 0561 111222}"


def renamed(old: Mapping[str, str] | None = None, **new: str) -> str:
    return row("dinas-lama", "Dinas Lama", berlaku_sampai="2026-06-30", penerus="[dinas-baru]", **(old or {})) + row(
        "dinas-baru", "Dinas Baru", **{"berlaku_dari": "2026-07-01", "kontak": OFFICE, **new}
    )


@pytest.fixture
def said(project) -> Callable[..., Callable[[str], str]]:
    """`said(rows, day)(address)`: the words of the page at `address` on `day`."""

    def build(rows: str, day: str = "2026-11-01", files: Mapping[str, str] | None = None) -> Callable[[str], str]:
        texts = {
            AGENCIES: (BASE / AGENCIES).read_text("utf-8") + rows,
            BOAT: ENTRY.replace("Posyandu Malam", "Kapal Baca"),
        }
        root = project({**texts, **(files or {})})
        checked = checking.check(root, TODAY)
        assert not checked.problems.errors
        edition = Edition(dt.date.fromisoformat(day), TODAY)
        built = made(root, checked, SETTINGS, edition)
        return lambda path: text(built[path if "." in path else f"{path}index.md"])

    return build


PAGE, OLD, NEW = "inovasi/kapal-baca/", "perangkat-daerah/dinas-lama/", "perangkat-daerah/dinas-baru/"


def test_an_entry_of_an_ended_agency_names_who_goes_on_and_whom_to_ask(said):
    pages = said(renamed({"kontak": "{kantor: Kantor Lama, telepon: 0561 999000}"}))
    assert "Oleh Dinas Lama (kini Dinas Baru )" in pages(PAGE)
    assert "Hubungi Dinas Baru, Sekretariat Telepon 0561 111222" in pages(PAGE)
    assert "pelajarannya kepada Dinas Baru, Sekretariat" in pages(PAGE)
    assert "0561 999000" not in pages(PAGE)
    assert "Dinas Baru, Sekretariat Telepon 0561 111222" in pages(f"{PAGE}poster/")


def test_until_its_last_day_is_over_an_agency_speaks_for_itself(said):
    pages = said(renamed({"kontak": "{kantor: Kantor Lama, telepon: 0561 999000}"}), "2026-06-30")
    assert "Oleh Dinas Lama Bagikan" in pages(PAGE)
    assert "Hubungi Kantor Lama Telepon 0561 999000" in pages(PAGE)


def test_the_office_that_an_entry_names_comes_after_the_successor_with_its_hours(said):
    pages = said(renamed(), files={BOAT: ENTRY + OWN_OFFICE})
    assert re.search(
        r"Hubungi Dinas Baru, Sekretariat Telepon 0561 111222 Kontak yang tertulis pada isian ini: "
        r"Loket Kapal Telepon 0561 111333 Jam layanan Senin",
        pages(PAGE),
    )


def test_all_parts_of_a_split_agency_are_named_and_can_be_asked(said):
    rows = row("dinas-lama", "Dinas Lama", berlaku_sampai="2026-06-30", penerus="[dinas-kiri, dinas-kanan]")
    rows += row("dinas-kiri", "Dinas Kiri", kontak=OFFICE) + row("dinas-kanan", "Dinas Kanan")
    page = said(rows)(PAGE)
    assert "Oleh Dinas Lama (kini Dinas Kiri dan Dinas Kanan )" in page
    assert "Hubungi Dinas Kiri, Sekretariat Telepon 0561 111222 Dinas Kanan" in page


def test_who_will_share_the_work_of_an_ended_agency_but_has_not_begun_is_named_with_its_first_day(said):
    rows = row("dinas-lama", "Dinas Lama", berlaku_sampai="2026-06-30", penerus="[dinas-kiri, dinas-kanan]")
    rows += row("dinas-kiri", "Dinas Kiri", kontak=OFFICE)
    rows += row("dinas-kanan", "Dinas Kanan", berlaku_dari="2026-10-01")
    assert "Oleh Dinas Lama (kini Dinas Kiri ; Dinas Kanan (mulai 1 Oktober 2026))" in said(rows, "2026-08-01")(PAGE)
    assert "Oleh Dinas Lama (kini Dinas Kiri dan Dinas Kanan )" in said(rows, "2026-10-01")(PAGE)


def test_three_successors_and_three_predecessors_are_listed_as_sentences_are(said):
    ended = {"berlaku_sampai": "2026-06-30", "penerus": "[a, b, c]"}
    rows = "".join(row(slug, name, **ended) for slug, name in (("dinas-lama", "Lama"), ("x", "X"), ("y", "Y")))
    pages = said(rows + "".join(row(slug, slug.upper()) for slug in "abc"))
    assert "(kini A, B, dan C )" in pages(PAGE)
    assert "Diteruskan oleh A, B, dan C." in pages(OLD)
    assert "Diteruskan oleh A, B, dan C." in pages(f"{OLD}feed.xml")
    assert "Meneruskan Lama, X, dan Y." in pages("perangkat-daerah/a/")


def test_along_a_chain_the_one_that_stands_today_is_named(said):
    rows = renamed(berlaku_sampai="2026-09-30", penerus="[dinas-akhir]") + row(
        "dinas-akhir", "Dinas Akhir", kontak=OFFICE
    )
    assert "(kini Dinas Baru )" in said(rows, "2026-09-30")(PAGE)
    pages = said(rows, "2026-10-01")
    assert "(kini Dinas Akhir )" in pages(PAGE)
    assert "Diteruskan oleh Dinas Baru. Kini Dinas Akhir." in pages(OLD)
    assert "Hubungi penerusnya: Dinas Akhir, Sekretariat" in pages(OLD)
    assert "Inovasi yang diteruskan" in pages("perangkat-daerah/dinas-akhir/")
    assert "Kini Dinas Akhir." in pages(f"{OLD}feed.xml")


OLD_OFFICE = "{kantor: Kantor Lama, telepon: 0561 999000}"


def alone(**more: str) -> str:
    return row("dinas-lama", "Dinas Lama", **{"berlaku_sampai": "2026-06-30", "kontak": OLD_OFFICE, **more})


def test_where_nobody_goes_on_the_day_of_the_end_is_said_and_nobody_is_sent_to_the_ended_office(said):
    pages = said(alone(), files={BOAT: ENTRY + OWN_OFFICE})
    nobody = "Dinas Lama berakhir 30 Juni 2026. Siapa yang meneruskannya tidak tercatat di katalog."
    asked = f"{nobody} Tanyakan kepada Pengelola Contoh."
    assert "Oleh Dinas Lama (sampai 30 Juni 2026)" in pages(PAGE)
    assert f"Hubungi {asked} Kontak yang tertulis pada isian ini: Loket Kapal" in pages(PAGE)
    assert "pelajarannya kepada Pengelola Contoh." in pages(PAGE)
    assert nobody in pages(f"{PAGE}poster/")
    assert f"Kontak {nobody}" in pages(OLD)
    assert not [path for path in (PAGE, f"{PAGE}poster/", OLD) if "0561 999000" in pages(path)]
    assert "Oleh Dinas Lama Bagikan" in said(alone(), "2026-06-30")(PAGE)
    assert "Hubungi Kantor Lama Telepon 0561 999000" in said(alone(), "2026-06-30")(PAGE)


def test_between_the_end_and_the_successor_s_first_day_nobody_is_said_to_stand(said):
    pages = said(renamed({"kontak": OLD_OFFICE}, berlaku_dari="2026-10-01"), "2026-08-01")
    assert "Oleh Dinas Lama (sampai 30 Juni 2026)" in pages(PAGE)
    assert "berlaku sampai 30 Juni 2026. Diteruskan oleh Dinas Baru (mulai 1 Oktober 2026)." in pages(OLD)
    assert "Inovasi yang diteruskan" not in pages(NEW)
    assert "Akan meneruskan Dinas Lama." in pages(NEW)
    waiting = "Dinas Lama berakhir 30 Juni 2026. Yang akan meneruskannya: Dinas Baru (mulai 1 Oktober 2026)."
    assert f"Hubungi {waiting} Tanyakan kepada Pengelola Contoh." in pages(PAGE)
    assert not [path for path in (PAGE, f"{PAGE}poster/", OLD) if "0561 999000" in pages(path)]


def test_along_a_chain_that_ends_in_a_gap_the_one_to_come_is_named(said):
    rows = renamed(berlaku_sampai="2026-08-31", penerus="[dinas-akhir]") + row(
        "dinas-akhir", "Dinas Akhir", berlaku_dari="2026-12-01"
    )
    assert "Yang akan meneruskannya: Dinas Akhir (mulai 1 Desember 2026)." in said(rows)(PAGE)
    ended = said(renamed(berlaku_sampai="2026-08-31"))
    assert "Siapa yang kini meneruskannya tidak tercatat di katalog." in ended(PAGE)


def test_a_successor_lists_what_it_was_left_apart_and_its_own_as_before(said):
    pages = said(renamed(), files={BIKE: ENTRY.replace("Posyandu Malam", "Sepeda Baca")})
    own, _, left = pages(NEW).partition("Inovasi yang diteruskan")
    assert re.search(r"1 inovasi\. .*Sepeda Baca", own)
    assert "Kapal Baca" not in own.partition("Kontak")[2].partition("Kewajiban inovasi")[0]
    assert re.search(r"Dinas Lama sampai 30 Juni 2026 Kapal Baca", left)
    assert "Meneruskan Dinas Lama." in pages(NEW)
    assert "Catat inovasi" in pages(NEW)
    assert "Catat inovasi" not in pages(OLD)


@pytest.mark.parametrize("day", ["2026-06-30", "2026-07-01"])
def test_the_front_page_counts_who_stands_with_what_it_was_left(said, day):
    assert "2 dari 6 perangkat daerah punya inovasi di katalog" in said(renamed(), day)("")


def test_before_the_end_a_successor_has_been_left_nothing(said):
    pages = said(renamed(berlaku_dari="2016-12-01"), "2026-06-30")
    assert "Inovasi yang diteruskan" not in pages(NEW)
    assert "Akan meneruskan Dinas Lama (sampai 30 Juni 2026)." in pages(NEW)
    assert "berlaku sampai 30 Juni 2026. Sesudah itu diteruskan oleh Dinas Baru." in pages(OLD)
    assert "Catat inovasi" in pages(OLD)


def test_an_agency_that_has_not_begun_is_shown_as_such(said):
    pages = said(renamed(), "2026-06-30")
    assert "Perangkat daerah ini mulai 1 Juli 2026." in pages(NEW)
    assert "Perangkat daerah ini mulai 1 Juli 2026." in pages(f"{NEW}feed.xml")
    assert "Catat inovasi" not in pages(NEW)
    listed = pages("perangkat-daerah/")
    assert "Dinas Baru 0 mulai 1 Juli 2026" in listed
    assert "Dinas Lama 1 sampai 30 Juni 2026" in listed
    assert '"Dinas Baru (mulai 1 Juli 2026)"' in pages("cari/saring.json")
    later = said(renamed(), "2026-07-01")
    assert "mulai 1 Juli 2026" not in later(NEW) + later("perangkat-daerah/")


def test_an_entry_of_an_agency_that_has_not_begun_says_so(said):
    pages = said(renamed(), "2026-06-30", files={BIKE: ENTRY.replace("Posyandu Malam", "Sepeda Baca")})
    assert "Oleh Dinas Baru (mulai 1 Juli 2026)" in pages("inovasi/sepeda-baca/")


def test_an_event_outside_its_agency_s_life_says_so_where_it_stands(said):
    early = ENTRY.replace("Posyandu Malam", "Sepeda Baca").replace("2026-03-02", "2026-03")
    late = early.replace("2026-03", "2026-07").replace("Sepeda", "Kapal")
    pages = said(renamed(), files={BIKE: early, BOAT: late})
    assert "Maret 2026 : Penerapan Sebelum Dinas Baru ada (mulai 1 Juli 2026)." in pages("inovasi/sepeda-baca/")
    assert "Juli 2026 : Penerapan Sesudah Dinas Lama berakhir (30 Juni 2026)." in pages(PAGE)
    assert "(mulai" not in said(renamed(), files={BIKE: early.replace("2026-03", "2026")})("inovasi/sepeda-baca/")


def test_nobody_is_warned_of_an_event_while_somebody_of_the_line_stood_or_that_is_explained(project):
    def told(rows: str, event: str) -> list[str]:
        text = ENTRY.replace("Posyandu Malam", "Sepeda Baca").replace("tanggal: 2026-03-02", event)
        root = project({AGENCIES: (BASE / AGENCIES).read_text("utf-8") + rows, BIKE: text})
        return [p.message for p in checking.check(root, TODAY).problems if p.code == "R054"]

    alone_since = row("dinas-baru", "Dinas Baru", berlaku_dari="2026-07-01")
    assert told(alone_since, "tanggal: 2026-03") == [
        'peristiwa Maret 2026 terjadi ketika "dinas-baru" tidak ada: mulai 1 Juli 2026'
    ]
    assert told(alone_since, "tanggal: 2026") == []
    assert told(alone_since, "tanggal: 2026-03\n    keterangan: Dimulai bagian lain.") == []
    assert told(renamed(), "tanggal: 2026-03") == []
    gone = row("dinas-baru", "Dinas Baru", berlaku_sampai="2026-01-31", penerus="[tidak-ada]")
    assert len(told(gone, "tanggal: 2026-03")) == 1


def test_search_engines_are_told_who_serves_today(project):
    def provider(rows: str, day: dt.date) -> object:
        files = {AGENCIES: (BASE / AGENCIES).read_text("utf-8") + rows, BOAT: ENTRY}
        root = project({**files, "innovations/dinkes/posyandu-malam.yml": None})
        built = made(root, checking.check(root, TODAY), SETTINGS, Edition(day, TODAY))
        entity = json.loads(re.search("structured: (.*)", built[f"{PAGE}index.md"].decode())[1])["mainEntity"]
        return entity.get("provider", {}).get("name")

    last, next_day = dt.date(2026, 6, 30), dt.date(2026, 7, 1)
    assert (provider(renamed(), last), provider(renamed(), next_day)) == ("Dinas Lama", "Dinas Baru")
    assert (provider(alone(), last), provider(alone(), next_day)) == ("Dinas Lama", None)
