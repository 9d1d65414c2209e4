"""Prose of contributors as HTML: a little Markdown is understood, all else comes out as it was typed."""

import types

import pytest

from generator.text import safe_html
from generator.text.safe_html import attribute, one_line, prose

LINK = '<a href="{}" rel="nofollow noopener ugc">situs</a>'


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("Satu\nbaris.\n\nDua.", "<p>Satu<br>\nbaris.</p>\n<p>Dua.</p>"),
        ("**tebal** dan *miring*", "<p><strong>tebal</strong> dan <em>miring</em></p>"),
        ("- satu\n- dua", "<ul>\n<li>satu</li>\n<li>dua</li>\n</ul>"),
        ("1. satu\n2. dua", "<ol>\n<li>satu</li>\n<li>dua</li>\n</ol>"),
        ("12. dua belas\n13. tiga belas", '<ol start="12">\n<li>dua belas</li>\n<li>tiga belas</li>\n</ol>'),
        ("99) terakhir", '<ol start="99">\n<li>terakhir</li>\n</ol>'),
        ("satu\n***\ndua", "<p>satu</p>\n<hr>\n<p>dua</p>"),
    ],
)
def test_paragraphs_lines_emphasis_lists_and_rules_are_understood(typed, shown):
    assert prose(typed) == shown


@pytest.mark.parametrize("address", ["https://contoh.go.id/", "http://contoh.go.id/a_b*c*d?e=1#2024."])
def test_a_link_leads_where_it_says_and_vouches_for_nothing(address):
    assert prose(f"Lihat [situs]({address}).") == f"<p>Lihat {LINK.format(address)}.</p>"


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", "data:text/html,x", "//contoh.go.id", "/inovasi/", "https://localhost/", "https://127.0.0.1/",
     r"https://contoh.go.id/a\b", "mailto:a@contoh.go.id"],
)  # fmt: skip
def test_what_is_no_public_web_address_stays_text(address):
    assert prose(f"[situs]({address})") == f"<p>[situs]({address})</p>"


def test_the_title_of_a_link_is_not_kept():
    assert prose('[situs](https://contoh.go.id/ "klik")') == f"<p>{LINK.format('https://contoh.go.id/')}</p>"


@pytest.mark.parametrize(
    "typed",
    ["10*20*30", "3**4*5", "nama_berkas_panjang _x_", "C:\\data\\baru", "# Judul", "`kode`", "~~coret~~", "www.contoh.go.id",
     "| a | b |", "teks 2024. Sejak itu", "Tiga (3) orang", "2024.5", "100) orang", "12345. Sejak itu"],
)  # fmt: skip
def test_what_only_looks_like_markup_comes_out_as_typed(typed):
    assert prose(typed) == f"<p>{typed}</p>"


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("2024. Sejak itu\n  2025) lalu", "<p>2024. Sejak itu<br>\n2025) lalu</p>"),
        ("Dimulai pada\n2024. Sejak itu", "<p>Dimulai pada<br>\n2024. Sejak itu</p>"),
    ],
)
def test_a_year_at_the_beginning_of_a_line_begins_no_list(typed, shown):
    assert prose(typed) == shown


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("<b>x</b> & y", "<p>&lt;b&gt;x&lt;/b&gt; &amp; y</p>"),
        ("> kutipan", "<p>&gt; kutipan</p>"),
        ("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>"),
    ],
)
def test_html_is_text(typed, shown):
    assert prose(typed) == shown


def test_an_image_is_never_loaded():
    assert prose("![situs](https://contoh.go.id/a.png)") == f"<p>!{LINK.format('https://contoh.go.id/a.png')}</p>"


def test_there_are_no_blank_lines_for_markdown_to_break_at():
    assert prose("\n\n  satu \n\n\n\n- dua\n\n\n- tiga\n\n") == (
        "<p>satu</p>\n<ul>\n<li>\n<p>dua</p>\n</li>\n<li>\n<p>tiga</p>\n</li>\n</ul>"
    )


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("<script>alert(1)</script>aman", "aman"),
        ("<b>tebal</b> <img src=x onerror=alert(1)>", "tebal"),
        ('<p class="x" onclick="alert(1)" title="x">aman</p>', "<p>aman</p>"),
        ('<a href="ftp://contoh.go.id/" target="_blank">situs</a>', '<a rel="nofollow noopener ugc">situs</a>'),
        ('<a href="http://contoh.go.id/" id="x">situs</a>', LINK.format("http://contoh.go.id/")),
        ('<ol start="3" type="a">\n<li value="2">tiga</li>\n</ol>', '<ol start="3">\n<li>tiga</li>\n</ol>'),
        ("<p>satu</p>\n\n\n<p>dua</p>", "<p>satu</p>\n<p>dua</p>"),
    ],
)
def test_the_second_lock_holds_if_the_parser_lets_something_through(monkeypatch, typed, shown):
    monkeypatch.setattr(safe_html, "_parser", lambda: types.SimpleNamespace(render=lambda text: text))
    assert prose(typed).strip() == shown


def test_a_short_text_is_one_line_with_every_sign_written_as_a_reference():
    assert one_line(" # satu\n dua\t*`<&>é ") == "&#35; satu dua &#42;&#96;&#60;&#38;&#62;é"
    assert one_line("09azAZ") == "09azAZ"
    assert one_line("!/:@[`{~") == "&#33;&#47;&#58;&#64;&#91;&#96;&#123;&#126;"


def test_a_value_for_the_theme_is_one_line_without_markup():
    assert attribute(' satu\n "dua" <tiga>\t& ') == "satu &#34;dua&#34; &lt;tiga&gt; &amp;"


@pytest.mark.parametrize(
    "typed",
    ["- " * 2_500 + "dasar", "1. - " * 900 + "dasar", "\n".join(" " * 4 * deep + "- - dasar" for deep in range(77))],
)
def test_no_text_is_lost_however_deep_its_lists_lie(typed):
    assert prose(typed).count("dasar") == typed.count("dasar")
