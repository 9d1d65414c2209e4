"""What people type, asked of the whole search without a browser, and a few of it in one."""

import json
import random
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
import yaml
from catalogues import FROZEN
from playwright.sync_api import Browser, expect
from search_report import answerable, answered, named, shares
from site_helpers import Site

from generator.publishing.search import spelling

pytest_plugins = ["site_fixtures"]

QUERIES: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("queries.yml").read_text("utf-8"))
#: What an address or a keyboard can bring that nobody means.
ODD = (
    "x" * 10_000,
    "?!.,;:",
    "\u202eanem",
    "😀 👩🏽‍⚕️",
    "constructor",
    "__proto__",
    "<b>ktp</b>",
    "%",
    '"',
    '""',
    "  ",
    "-",
    "“”",
)


@pytest.fixture(scope="module")
def folder(frozen_below: Site) -> Path:
    return frozen_below.folder


def asked(folder: Path, *texts: str) -> list[dict[str, Any]]:
    return [answer.found for answer in answered(folder, [{"q": text} for text in texts])]


def first(folder: Path, text: str) -> str:
    (found,) = asked(folder, text)
    return named(found["results"][0])


def test_the_right_answer_stands_first_or_among_three_and_a_need_without_one_is_led_on(folder):
    found = answered(folder, answerable(folder, QUERIES))
    assert len(found) >= 80
    right, among, led = shares(found)
    worst = "\n".join(answer.line() for answer in found if not answer.is_right(1))
    assert right >= 0.85, worst
    assert among >= 0.95, worst
    assert led == 1, worst


def test_no_word_of_the_language_is_taken_for_another(folder):
    listed = spelling._listed()
    sample = random.Random(14).sample(listed, 5_000)
    taken = {word: found["corrected"] for word, found in zip(sample, asked(folder, *sample), strict=True)}
    assert {word: others for word, others in taken.items() if others} == {}


@pytest.mark.parametrize("word", ["Pemangkat", "bumi"])
def test_a_name_or_a_word_that_nothing_says_finds_nothing_else(folder, word):
    assert [(found["corrected"], found["results"]) for found in asked(folder, word)] == [([], [])]


@pytest.mark.parametrize("text", ["ppdb", "spmb", "murid baru", "siswa baru"])
def test_what_says_one_form_of_a_word_is_found_by_each(folder, text):
    """Its text says "penerimaan murid"."""
    (found,) = asked(folder, text)
    at = [named(address) for address in found["results"]].index("silastri")
    assert found["keys"][at] not in dict(found["through"])


def test_words_of_messages_make_a_phrase_as_the_words_they_stand_for(folder):
    assert first(folder, "jln rusak") == first(folder, "jalan rusak") == "urusan:pekerjaan-umum-dan-penataan-ruang"


def test_no_root_is_taken_from_the_name_of_a_district(folder):
    (found,) = asked(folder, "Terentang")
    assert set(found["fitting"]) <= {"terentang", "terentang_"}
    assert named(found["results"][0]) in ("kecamatan:terentang", "pd:kecamatan-terentang")


def test_a_slip_is_said_and_the_word_in_quotation_marks_is_left_as_it_is(folder):
    slip, exact = asked(folder, "perpustakan", '"perpustakan"')
    assert slip["corrected"] == [["perpustakan", ["perpustakaan"]]]
    assert slip["results"]
    assert (exact["corrected"], exact["results"]) == ([], [])


def test_a_name_stands_before_the_text_and_the_text_before_what_is_said_of_an_affair(folder):
    (found,) = asked(folder, "puskesmas")
    names = [named(result) for result in found["results"]]
    assert names[0] == "usg-portabel"
    assert names.index("usg-portabel") < names.index("urusan:kesehatan")
    (books,) = asked(folder, "pinjam buku")
    through = dict(books["through"])
    assert through, "these say neither word, and are found through their affair"


@pytest.mark.parametrize(
    ("text", "leads"),
    [
        ("kominfo", "pd:diskominfo"),
        ("satpol pp", "pd:satpol-pp"),
        ("inspektorat", "pd:inspektorat"),
        ("cara usul", "halaman:kontribusi"),
        ("kepatuhan", "halaman:kepatuhan"),
        ("unduh data", "halaman:data"),
        ("kecamatan kubu", "pd:kecamatan-kubu"),
        ("mpp", "mal-pelayanan-publik"),
        ("webgis", "webgis-kepong-bakol"),
        ("web gis", "webgis-kepong-bakol"),
        ("Jum'at", "salju-terpadu"),
        ("digital", "jenis:digital"),
    ],
)
def test_every_kind_of_page_is_a_result_in_the_words_people_use(folder, text, leads):
    assert first(folder, text) == leads


def test_words_of_a_request_and_the_regions_own_name_fall_away_while_another_word_is_left(folder):
    plain, wordy, own = (found["results"] for found in asked(folder, "izin", "cara urus izin dong", "izin kubu raya"))
    assert plain[0] == wordy[0] == own[0]
    assert asked(folder, "cara urus")[0]["asked"] == ["cara", "urus"]


def test_a_place_raises_what_is_there_and_keeps_what_has_no_place_on_record(folder):
    (found,) = asked(folder, "usg teluk pakedai")
    names = [named(result) for result in found["results"]]
    assert names[0] == "usg-portabel"
    assert found["placeless"]
    assert found["whole"]


@pytest.mark.parametrize(
    ("text", "leads"),
    [
        ("saya mau ngirim usulan inovasi dinas", "halaman:kontribusi/formulir"),
        ("form yg kemarin udah dikirim", "halaman:kontribusi/status"),
        ("jalan ke kampung kami rusak", "urusan:pekerjaan-umum-dan-penataan-ruang"),
        ("di mane bise unduh semue datanye", "halaman:data"),
    ],
)
def test_a_phrase_is_understood_within_a_longer_query_its_words_parted_or_spoken(folder, text, leads):
    assert first(folder, text) == leads


def test_who_asks_for_an_office_gets_the_agency_whose_name_says_the_affair(folder):
    affair, office = (named(found["results"][0]) for found in asked(folder, "bansos", "dinas yang ngurus bansos"))
    assert (affair, office) == ("urusan:sosial", "pd:dinas-sosial")


def test_a_weak_hit_is_not_given_as_the_answer_and_a_good_one_is(folder):
    none = asked(folder, "harga hp bekas", "cuaca sungai kakap hujan")
    good = asked(folder, "usg gratis", "beras petani sini siapa yang beli", "kecamatan kubu", "kominfo")
    assert [(bool(found["results"]), found["weak"]) for found in none] == [(True, True)] * len(none)
    assert [found["weak"] for found in good] == [False] * len(good)


def test_every_page_that_the_list_names_is_one(folder):
    written = (json.loads(path.read_bytes())["alamat"] for path in (folder / "cari/isi").iterdir())
    listed = yaml.safe_load((FROZEN / "registry/words.yml").read_text("utf-8"))["halaman"]
    assert {row["alamat"] for row in listed} <= {*written}


def test_words_of_two_meanings_and_what_others_do_are_told(folder):
    two, others = asked(folder, "KIA", "paspor")
    assert two["hints"] == ["KIA"]
    assert (others["hints"], others["results"]) == (["paspor"], [])


def test_odd_queries_get_an_honest_answer(folder):
    for text, found in zip(ODD, asked(folder, *ODD), strict=True):
        assert isinstance(found["results"], list), text
        assert found["asked"] or not found["results"], text


def test_the_index_says_nothing_that_is_not_published(folder):
    for path in (folder / "cari/isi").iterdir():
        shown = json.loads(path.read_bytes())
        address = shown["alamat"]
        assert (folder / address / "index.html").is_file() if address else shown["jenis"] == "Petunjuk"


SAMPLE = [query for query in QUERIES if not query.get("zero")]
ON_THE_SCREEN = 690  # of 740: the name of the result and the line below it


def shown_right(browser: Browser, site: Site, queries: list[dict[str, Any]]) -> list[str]:
    """The queries whose right answer is not on the first screen of a phone."""
    page = browser.new_page(viewport={"width": 360, "height": 740})
    missing = []
    for query in queries:
        page.goto(f"{site.address}inovasi/?q={query['q']}")
        page.wait_for_selector("#saring .k-cards > li, #saring .k-lanjut")
        cards = page.evaluate(
            """() => [...document.querySelectorAll('#saring .k-cards > li')].map(
              card => [card.querySelector('a').pathname, card.getBoundingClientRect().top])"""
        )
        seen = [named(path.removeprefix(site.base)) for path, top in cards if top < ON_THE_SCREEN]
        if not set(seen) & set(query["right"]):
            missing.append(f"{query['q']}: {seen}")
    page.context.close()
    return missing


def test_a_right_answer_is_on_the_first_screen_of_a_phone(browser, frozen_below):
    sample = random.Random(7).sample(answerable(frozen_below.folder, SAMPLE), 10)
    assert len(shown_right(browser, frozen_below, sample)) <= 1


@pytest.mark.walk
def test_right_answers_are_on_the_first_screen_of_a_phone_nearly_always(browser, frozen_below):
    every = answerable(frozen_below.folder, SAMPLE)
    missing = shown_right(browser, frozen_below, every)
    assert len(missing) <= 0.05 * len(every), missing


def test_who_finds_nothing_can_tell_of_the_need_in_the_words_that_were_typed(browser, frozen_below):
    page = browser.new_page(viewport={"width": 360, "height": 740})
    page.goto(f"{frozen_below.address}inovasi/?q=harga+hp+bekas")
    expect(page.get_by_text("Tampaknya belum ada jawabannya di katalog ini")).to_be_in_viewport()
    page.get_by_role("link", name="Sampaikan kebutuhan ini").click()
    expect(page.locator("#lanjut")).to_be_in_viewport()
    page.goto(f"{frozen_below.address}inovasi/?q=skck+%26+paspor")
    page.get_by_text("Sampaikan kebutuhan ini").click()
    told = page.locator("#saring .k-copy")
    expect(told).to_contain_text("Saya mencari “skck & paspor” di Katalog")
    assert page.locator("#saring .k-ways a").count() == 0, "this site names nobody"
    page.evaluate("""() => document.getElementById('lapor').insertAdjacentHTML('beforeend', `<p class="k-ways">
      <a href="https://wa.me/62000?text=Laporan">WhatsApp</a> <a href="mailto:a@contoh.go.id?subject=x&body=y">Surel</a>
      <a href="https://contoh.go.id/issues/new?title=x">Forum</a></p>`)""")
    page.locator("#kata").fill("skck")
    expect(told).to_contain_text("“skck”")
    chat, mail = (urlsplit(way.get_attribute("href")) for way in page.locator("#saring .k-ways a").all())
    assert parse_qs(chat.query)["text"] == [told.text_content()]
    assert parse_qs(mail.query)["body"] == [told.text_content()]
    assert "+" not in chat.query + mail.query
    page.context.close()


def test_the_queries_are_many_and_each_names_what_answers_it():
    assert len(QUERIES) >= 80
    assert all(bool(query["right"]) != bool(query.get("zero")) for query in QUERIES)
