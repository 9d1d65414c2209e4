"""The kinds of value: what each accepts, how it cleans, and which problem it names."""

from typing import Annotated, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from generator.dates import suggestion
from generator.schema.fields import (
    Date,
    Day,
    Latitude,
    Line,
    Longitude,
    Mail,
    Phone,
    Prose,
    Shown,
    Slug,
    Url,
    Word,
    YesNo,
    nearest,
)
from generator.schema.whole_numbers import Whole
from generator.text.web_address import CAUSES, web_address_refusal


def read(kind: Any, value: Any, words: Any = None) -> Any:
    return TypeAdapter(kind).validate_python(value, context=words)


def refusal(kind: Any, value: Any, words: Any = None) -> tuple[str, dict[str, Any]]:
    with pytest.raises(ValidationError) as caught:
        read(kind, value, words)
    [error] = caught.value.errors()
    return error["type"], error.get("ctx", {})


# --- dates ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", ["1945", "2025", "2025-08", "2025-08-17", "2024-02-29", "2100-12-31", " 2025 "])
def test_a_date_is_read_at_the_precision_known(text):
    assert str(read(Date, text)) == text.strip()


@pytest.mark.parametrize(
    "text",
    ["25", "1944", "2101", "2025-13", "2025-02-29", "2025-04-31", "2025-8-17", "2025-08-17T10:00", "２０２５", "-2025",
     "2025-", "99999", "2025-08-17\n2026", "kemarin"],
)  # fmt: skip
def test_what_is_no_date_is_refused(text):
    assert refusal(Date, text)[0] == "tanggal"


@pytest.mark.parametrize("text", ["2025-00", "2025-08-00", "2025-00-00", "2025-00-17"])
def test_month_and_day_zero_do_not_exist(text):
    assert refusal(Date, text)[0] == "tanggal"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("17-8-2025", "2025-08-17"),
        ("17/08/2025", "2025-08-17"),
        ("17.8.2025", "2025-08-17"),
        ("17 8 2025", "2025-08-17"),
        ("Agustus 2025", "2025-08"),
        ("agustus 2025", "2025-08"),
        ("17 Agustus 2025", "2025-08-17"),
        ("1 Mei 2025", "2025-05-01"),
        ("Desember 2025", "2025-12"),
        ("3 December 2025", "2025-12-03"),
        ("2025/8/7", "2025-08-07"),
        ("2025-8-7", "2025-08-07"),
        ("2025-8", "2025-08"),
    ],
)
def test_a_date_in_another_form_is_refused_with_what_it_means(typed, meant):
    kind, context = refusal(Date, typed)
    assert (kind, context["maksud"]) == ("tanggal", meant)
    assert str(read(Date, meant)) == meant


@pytest.mark.parametrize(
    "typed", ["31-2-2025", "17-13-2025", "32 Agustus 2025", "Agustussan", "Minggu 2025", "2025-02-30", ""]
)
def test_no_date_is_suggested_that_does_not_exist(typed):
    assert refusal(Date, typed) == ("tanggal", {})


@pytest.mark.parametrize("text", ["2025", "2025-08"])
def test_where_a_day_is_asked_for_a_month_or_year_is_not_enough(text):
    assert refusal(Day, text)[0] == "tanggal_penuh"
    assert str(read(Day, "2025-08-17")) == "2025-08-17"


@settings(max_examples=150, deadline=None, derandomize=True, database=None)
@given(st.one_of(st.text(max_size=20), st.text("0123456789-/. AgustMeiDsmbr", max_size=14)))
def test_whatever_is_suggested_is_a_date_itself(typed):
    meant = suggestion(typed)
    if meant is not None:
        assert str(read(Date, meant)) == meant


# --- text -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Pojok   Baca ", "Pojok Baca"),
        ("Pojok\nBaca\r\n", "Pojok Baca"),
        ("Pojok\u00a0Baca\t1", "Pojok Baca 1"),
        ("cafe\u0301", "caf\u00e9"),
        ("＜script＞", "＜script＞"),
        ("no", "no"),
    ],
)
def test_a_line_is_one_line_with_single_spaces_and_composed_accents(typed, kept):
    assert read(Annotated[str, Line(40)], typed) == kept


def test_the_length_of_a_line_is_counted_after_cleaning():
    assert read(Annotated[str, Line(5)], " ab   cd ") == "ab cd"
    assert refusal(Annotated[str, Line(5)], "ab cde") == ("string_too_long", {"max_length": 5})


@pytest.mark.parametrize("kind", [Line(9), Prose(9), Shown()])
@pytest.mark.parametrize("empty", ["", "  ", "\n", "\u00a0"])
def test_text_of_blanks_only_is_empty(kind, empty):
    assert refusal(Annotated[str, kind], empty)[0] == "string_too_short"


def test_prose_keeps_paragraphs_and_drops_trailing_blanks():
    typed = "\nSatu \u00a0\n\n\n\n\n- dua\u00a0tiga\t\n  - empat\n"
    assert read(Annotated[str, Prose(100)], typed) == "Satu\n\n- dua tiga\n  - empat"


@pytest.mark.parametrize("figure", ["1.850", "lebih dari 6", "0123", "no", "12,5", "< 5"])
def test_a_figure_is_shown_as_it_was_written(figure):
    assert read(Annotated[str, Shown()], figure) == figure


@pytest.mark.parametrize("value", [["a"], {"a": "b"}])
@pytest.mark.parametrize("kind", [Annotated[str, Line(9)], Annotated[str, Prose(9)], Date, Url, Mail, Phone])
def test_a_list_or_a_group_is_not_text(kind, value):
    assert refusal(kind, value)[0] == "string_type"


# --- numbers, yes and no --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "number"), [("0", 0), ("25000000", 25_000_000), ("-7", -7), (" 12 ", 12), ("100000000", 10**8)]
)
def test_a_whole_number_is_written_in_digits(text, number):
    assert read(Annotated[int, Whole(-10, 10**8)], text) == number


@pytest.mark.parametrize(
    "text",
    [
        "25.000.000",
        "25,000",
        "Rp25000",
        "1e3",
        "0x1F",
        "1_000",
        "12.0",
        "+5",
        "",
        "--1",
        "٣",
        "１２",
        "9" * 19,
        "9" * 5000,
    ],
)
def test_a_number_with_separators_signs_or_other_digits_is_refused(text):
    assert refusal(Annotated[int, Whole(0, 10**18)], text)[0] == "bilangan"


@pytest.mark.parametrize("text", ["0", "4", "-1", "999999999999999999"])
def test_a_number_out_of_range_says_the_range(text):
    assert refusal(Annotated[int, Whole(1, 3)], text) == ("rentang", {"batas": "1 sampai 3"})


@pytest.mark.parametrize(
    ("text", "number"), [("-0.15", -0.15), ("109.40217", 109.40217), ("180", 180.0), ("-180", -180.0)]
)
def test_degrees_have_a_decimal_point(text, number):
    assert read(Longitude, text) == number


@pytest.mark.parametrize("text", ["109,4", "109°", "nan", "inf", "1e2", "0.1.2", "BT 109", ""])
def test_degrees_in_another_form_are_refused(text):
    assert refusal(Longitude, text)[0] == "desimal"


@pytest.mark.parametrize(
    ("kind", "text"), [(Longitude, "180.5"), (Longitude, "-181"), (Latitude, "109.4"), (Latitude, "-90.1")]
)
def test_no_place_on_earth_lies_beyond_the_poles_or_the_date_line(kind, text):
    assert refusal(kind, text)[0] in ("less_than_equal", "greater_than_equal")
    assert read(Latitude, "-90") == -90.0


@pytest.mark.parametrize("word", ["true", "ya", "True", "YA", " ya "])
def test_yes(word):
    assert read(YesNo, word) is True


@pytest.mark.parametrize("word", ["false", "tidak", "False", "TIDAK"])
def test_no(word):
    assert read(YesNo, word) is False


@pytest.mark.parametrize("word", ["mungkin", "1", "0", "on", "off", "yes", "no", "y", "benar", ""])
def test_any_other_word_is_neither_yes_nor_no(word):
    assert refusal(YesNo, word)[0] == "ya_tidak"


# --- addresses ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "address",
    [
        "https://contoh.go.id",
        "https://contoh.go.id/",
        "http://dinkes.contoh.go.id/berita/2025/08/17/posyandu-malam?utm=1&id=2#atas",
        "https://contoh.go.id:8443/x",
        "https://play.google.com/store/apps/details?id=id.go.contoh.app",
        "https://www.instagram.com/p/Cx_Abc-123/",
        "https://contoh.go.id/berkas%20satu.pdf",
        "https://contoh.go.id/cari?surat=a@contoh.go.id",
        "https://id.wikipedia.org/wiki/Kubus_(geometri)",
        "https://contoh.go.id/~dinkes/",
        "https://3.contoh.go.id/",
        "HTTPS://CONTOH.GO.ID/Berita",
    ],
)
def test_an_honest_address_passes_unchanged(address):
    assert read(Url, f"  {address} ") == address


HOSTILE = [
    "javascript:alert(1)", "JavaScript:alert(1)", "java\tscript:alert(1)", "data:text/html,<script>alert(1)</script>",
    "vbscript:msgbox", "file:///etc/passwd", "ftp://contoh.go.id/", "mailto:a@contoh.go.id", "blob:https://contoh.go.id/",
    "//contoh.go.id/", "/etc/passwd", "contoh.go.id", "www.contoh.go.id", "https:", "https://", "https:///contoh.go.id",
    "https:/contoh.go.id", "https:contoh.go.id", "https://?x", "https://#x", "",
    "https://admin@contoh.go.id/", "https://contoh.go.id@jahat.example/", "https://a:b@contoh.go.id/",
    "https://contoh.go.id\\@jahat.example/", "https://contoh.go.id\\.jahat.example",
    "https://127.0.0.1/", "https://127.1/", "https://10.0.0.1:8080/", "https://169.254.169.254/latest/meta-data/",
    "https://[::1]/", "https://[::ffff:127.0.0.1]/", "https://[fe80::1%25eth0]/", "https://2130706433/",
    "https://0x7f000001/", "https://017700000001/", "https://0177.0.0.1/", "https://0x7f.0.0.1/", "https://１２７.0.0.1/",
    "https://localhost/", "https://localhost:8000/", "https://LOCALHOST/", "https://intranet/", "https://localhost./",
    "https://contoh .go.id/", "https://contoh.go.id/a b", "https://contoh.go.id/\n", "https://contoh.go.id/\x00", "https://conto\th.go.id",
    'https://contoh.go.id/"onmouseover="alert(1)', "https://contoh.go.id/<script>", "https://contoh.go.id/>", "https://contoh.go.id/`x`",
    "https://contoh.go.id/{{7*7}}", "https://contoh.go.id/|", "https://contoh.go.id/^",
    "https://contoh..go.id/", "https://-contoh.go.id/", "https://contoh-.go.id/", "https://.go.id/", "https://contoh_x.go.id/",
    "https://" + "a" * 64 + ".go.id/",
    "https://c\u043entoh.go.id/", "https://ｃontoh.go.id/", "https://contoh。go。id/", "https://contoh.go.id\u2215.jahat.example/",
    "https://contoh.go.id:99999/", "https://contoh.go.id:x/", "https://contoh.go.id:-1/", "https://[contoh.go.id/", "https://contoh.go.id]/",
]  # fmt: skip


@pytest.mark.parametrize("address", HOSTILE, ids=ascii)
def test_a_hostile_or_half_address_never_becomes_a_link(address):
    assert web_address_refusal(address)


@pytest.mark.parametrize("address", ["https://0x7f.0x0.0x0.0x1/", "https://127.0.0.0x1/", "https://1.0x7f/"])
def test_a_browser_reads_a_hexadecimal_last_part_as_an_ip_address(address):
    assert web_address_refusal(address)


@pytest.mark.parametrize("address", ["https://a.localhost/", "https://app.LOCALHOST:8000/"])
def test_a_name_below_localhost_is_the_reader_s_own_machine(address):
    assert web_address_refusal(address)


@pytest.mark.parametrize("ending", ["localhost", "local", "internal", "LOCAL"])
def test_a_name_that_means_something_inside_a_network_only_never_becomes_a_link(ending):
    assert web_address_refusal(f"https://dinkes.{ending}/") == CAUSES["nama"]
    assert web_address_refusal(f"https://{ending}.contoh.go.id/") is None
    assert web_address_refusal(f"https://dinkes.{ending}s/") is None


@pytest.mark.parametrize(
    "address",
    ["https://contoh.go.id/a\u00a0b", "https://contoh.go.id/a\u3000b", "https://contoh.go.id/\u2003"],
    ids=ascii,
)
def test_a_blank_of_any_kind_ends_an_address(address):
    assert web_address_refusal(address)


def test_a_refused_address_says_why():
    kind, context = refusal(Url, "https://10.0.0.1/")
    assert kind == "url"
    assert "IP" in context["sebab"]
    assert refusal(Url, "https://contoh.go.id/" + "a" * 500)[0] == "string_too_long"


@settings(max_examples=200, deadline=None, derandomize=True, database=None)
@given(st.text(st.sampled_from("htps:/.@[]%0127xcontg?#\\ \t\u00a0é"), max_size=30).map(lambda end: "https://" + end))
def test_an_address_that_passes_holds_nothing_that_ends_an_attribute_or_a_log_line(address):
    if web_address_refusal(address) is None:
        assert not any(char in "<>\"'`\\ \t\r\n" for char in address)
        host = address.removeprefix("https://").split("/")[0].split("?")[0].split("#")[0]
        assert "@" not in host
        assert "." in host


@pytest.mark.parametrize("address", ["dinkes@contoh.go.id", "a.b-c+d@x.contoh.go.id", " layanan@contoh.go.id "])
def test_a_mail_address_passes(address):
    assert read(Mail, address) == address.strip()


@pytest.mark.parametrize(
    "address",
    ["dinkes(at)contoh.go.id", "dinkes@contoh", "@contoh.go.id", "a@b@contoh.go.id", "Dinkes <a@contoh.go.id>", "a@contoh.go.id, b@contoh.go.id",
     "mailto:a@contoh.go.id", "a@contoh.go.id?bcc=b@contoh.go.id", "a@contoh..go.id"],
)  # fmt: skip
def test_what_is_no_single_mail_address_is_refused(address):
    assert refusal(Mail, address)[0] == "surel"


@pytest.mark.parametrize(
    "number",
    [
        "0561 123456",
        "(0561) 123-456",
        "+62 561 123456",
        "0561.123456",
        "119 112",
        "1500567",
        "112",
        "0561 123456 ext. 7",
    ],
)
def test_a_telephone_number_passes(number):
    assert read(Phone, number) == number


@pytest.mark.parametrize(
    "number",
    ["hubungi loket", "1", "0561 123456 ext", "tel:0561123456", "0561/123456", "０５６１123456", "-0561123456"],
)
def test_what_is_no_telephone_number_is_refused(number):
    assert refusal(Phone, number)[0] == "telepon"


# --- words ----------------------------------------------------------------------------------------

WORDS = {
    "pelayanan-publik": "Pelayanan publik",
    "tata-kelola": "Tata kelola pemerintahan daerah",
    "dinkes": "Dinas Kesehatan",
}


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("pelayanan-publik", "pelayanan-publik"),
        ("Pelayanan Publik", "pelayanan-publik"),
        ("pelayanan_publik", "pelayanan-publik"),
        ("pelayan publik", "pelayanan-publik"),
        ("Tata Kelola Pemerintahan Daerah", "tata-kelola"),
        ("tatakelola", "tata-kelola"),
        ("DINKES", "dinkes"),
        ("Dinas  Kesehatan", "dinkes"),
        ("dinas kesehatn", "dinkes"),
    ],
)
def test_the_nearest_word_is_found_by_slug_or_by_label(typed, meant):
    assert nearest(typed, WORDS) == meant


@pytest.mark.parametrize("typed", ["", "antariksa", "???", "東京", "x" * 10_000])
def test_where_no_word_is_near_none_is_offered(typed):
    assert nearest(typed, WORDS) is None
    assert nearest(typed, {}) is None


def test_a_word_of_choice_must_stand_in_its_vocabulary():
    words = {"bentuk": WORDS}
    kind = Annotated[str, Word("bentuk")]
    assert read(kind, " tata-kelola ", words) == "tata-kelola"
    assert refusal(kind, "Tata Kelola", words) == ("pilihan", {"pilihan": list(WORDS), "maksud": "tata-kelola"})
    assert refusal(kind, "antariksa", words) == ("pilihan", {"pilihan": list(WORDS), "maksud": ""})


def test_without_a_registry_any_slug_is_taken_for_a_word():
    kind = Annotated[str, Word("bentuk")]
    assert read(kind, "apa-saja") == "apa-saja"
    assert refusal(kind, "Apa Saja")[0] == "slug"


@pytest.mark.parametrize("slug", ["a", "1", "usg-portabel", "a" * 60, "2026"])
def test_a_slug_passes(slug):
    assert read(Slug, slug) == slug


@pytest.mark.parametrize("slug", ["", "A", "a_b", "a--b", "-a", "a-", "a b", "a/b", "..", "a.b", "é", "a" * 61, "a\n"])
def test_what_cannot_be_an_address_is_no_slug(slug):
    assert refusal(Slug, slug)[0] == "slug"
