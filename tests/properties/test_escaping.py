"""Whatever a contributor writes stays text: no element, attribute or address that our templates did not write.

Pages are read the way MkDocs reads them: its front matter parser, then Python-Markdown with its
default extensions, then an HTML parser. A hostile page must have the skeleton of a harmless one.
"""

import csv
import datetime as dt
import functools
import html
import html.parser
import io
import json
import re
import shutil
import types
import xml.etree.ElementTree as ET

import jinja2
import markdown
import pytest
import yaml
from conftest import BASE, ROOT, SETTINGS, TODAY, made
from hypothesis import HealthCheck, Phase, assume, given, settings
from hypothesis import strategies as st
from mkdocs.utils import meta
from PIL import Image

from generator import checking
from generator.publishing import asking
from generator.schema.fields import one_line, paragraphs
from generator.settings import Edition
from generator.text import safe_html

HARMLESS, HARMLESS_PROSE = "AMAN", "PROSA"
EXTENSIONS = ["toc", "tables", "fenced_code"]
LONGEST = 60
LAX = settings(deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck))

HOSTILE = [
    "</title><script>alert(1)</script>",
    "&lt;/title&gt;&lt;script&gt;alert(1)&lt;/script&gt;",
    '"><img src=x onerror=alert(1)>',
    "' autofocus onfocus='alert(1)",
    "<svg onload=alert(1)><a href=javascript:alert(1)>x",
    "</article></div></main><iframe src=//x.example>",
    "<textarea><details><style>*{display:none}",
    "<!-- --><!-- judul --><!--",
    "<!-- judul -->",
    "<?php ?> <![CDATA[ x ]]> <!DOCTYPE x>",
    "[x](javascript:alert(1)) [y](https://contoh.go.id)",
    "[x](java&#115;cript:alert(1)) <https://contoh.go.id>",
    "[x][y] [y]: javascript:alert(1)",
    "[x]: https://contoh.go.id 'judul'",
    "![gambar](https://contoh.go.id/suar.png)",
    "# Judul ## kedua",
    "=== --- *** x",
    "* satu * dua",
    "1. satu",
    "> kutipan",
    "    kode",
    "``` {.x onclick=alert(1)}",
    "~~~html",
    "`kode` ``kode``",
    "**tebal** __tebal__ *miring* _miring_",
    "| a | b | |---|---| | 1 | 2 |",
    "teks {: onclick=alert(1) href=javascript:x }",
    "{{ 7*7 }} {% raw %} {# x #} ${x} <% x %>",
    "*[X]: singkatan [^1]: catatan [TOC]",
    "--8<-- 'mkdocs.yml' /// html | script",
    "\\<b\\> \\[x\\](y) \\\\ \\`",
    "&amp; &lt; &#60; &#x3c; &nbsp; &copy; &nosuch;",
    "--- title: lain ---",
    "--- x",
    "title: lain # catatan",
    '\'single\' "double" \\"back\\" : , { } [ ] & * ! | > % @ `',
    '=HYPERLINK("https://contoh.go.id")',
    "+1-1;cmd|' /C calc'!A0",
    "]]> </summary></entry><entry>",
    "\uff1cscript\uff1ealert(1)\uff1c/script\uff1e",
    "\u2039\u203a \u201ckutip\u201d \U0001f469\u200d\U0001f33e e\u0301",
    "klzzwxh:0001 wzxhzdk:0",
    "<p>paragraf</p><br/><hr>",
    "https://contoh.go.id/<script>",
    "[[[[[[[[[[[[[[[[[[[[x",
    "((((((((((((( x]]]]]]]]]]]",
]

LONG_HOSTILE = [
    "<script>\nalert(1)\n</script>\n\n<div onclick=x>\n\nisi\n\n</div>",
    "Judul\n=====\n\n# Judul\n\n## Judul",
    "```html\n<script>alert(1)</script>\n```\n\n    kode\n\n~~~\nx\n~~~",
    "[x][1]\n\n[1]: javascript:alert(1)\n[1]: https://contoh.go.id",
    "- satu\n- dua\n\n  <b>tiga</b>\n\n1. empat",
    "> kutipan\n>\n> <img src=x onerror=alert(1)>",
    "| a | b |\n|---|---|\n| <b>1</b> | 2 |",
    "[x](https://contoh.go.id/?a=1&b='\"><script>)",
    '[x](https://contoh.go.id "judul\' onclick=x")',
    "[x](//contoh.go.id) [x](data:text/html,x) [x](vbscript:x) [x](mailto:x)",
    "[x](https://nama:sandi@contoh.go.id) [x](http://127.0.0.1/) [x](/inovasi/)",
    "<https://contoh.go.id/> <javascript:alert(1)> <nama@contoh.go.id>",
    "- " * 200,
    ">" * 200,
    "*" * 300,
    "[" * 300,
    "\\\n" * 20,
    "a  \nb\\\nc",
    "***\n\n---\n\n___",
    "<!-- judul -->\n\n<!-- judul -->",
]


def _by_turns(texts):
    """Each text is a whole region: every third by `make test`, the others by `make walk`."""
    return [pytest.param(text, marks=[pytest.mark.walk] * (number % 3 > 0)) for number, text in enumerate(texts)]


def _full(short, prose):
    """An entry with `short` in every line of text and `prose` in every paragraph."""
    day = "2026-03-02"
    copy = {"pihak": short, "tanggal": day, "keterangan": short}
    reading = {"judul": short, "url": "https://contoh.go.id/a", "keterangan": short}
    evidence = {"judul": short, "jenis": short, "tanggal": day, "tautan": "https://contoh.go.id/b"}
    return {
        "nama": short,
        "ringkasan": short,
        "bentuk": "pelayanan-publik",
        "jenis": "digital",
        "urusan": ["kesehatan"],
        "riwayat": [
            {"peristiwa": "penerapan", "tanggal": day, "keterangan": short},
            {"peristiwa": "dihentikan", "tanggal": "2026-04-02", "keterangan": short, "alasan": short},
        ],
        **dict.fromkeys(("masalah", "solusi", "kebaruan", "manfaat", "catatan"), prose),
        "cara_memakai": {"langkah": [short, short], "biaya": short, "waktu": short, "syarat": [short]},
        "hasil": [{"ukuran": short, "satuan": short, "sebelum": short, "sesudah": short, "sumber": short,
                   "keterangan": short}],
        "lokasi": {"kecamatan": ["utara"], "tempat": short},
        "unit": {"jenis": "puskesmas", "nama": short},
        "kolaborator": [{"nama": short, "peran": short}, {"perangkat_daerah": "disdik", "peran": short}],
        "cari_mitra": [{"dicari": short, "dari": short, "sampai": "2026-12-01", "hasil": short}],
        "pemakai": [{"desa": short, "kecamatan": "utara", "sejak": day, "keadaan": "dipakai", "sumber": short},
                    {"unit": {"jenis": "puskesmas", "nama": short}, "keadaan": "batal", "alasan": "anggaran"}],
        "pendampingan": [{"kantor": short, "bentuk": "uji-coba", "sejak": day, "keadaan": "berjalan", "langkah_berikut": short,
                          "tenggat": "2026-05-01"}],
        "replikasi": {"dari": [copy | {"pihak": "Daerah asal"}], "oleh": [copy]},
        "panduan_meniru": {"biaya": short, "tenaga": short, "waktu": short, "syarat": [short], "risiko": [short],
                           "dokumen": [reading]},
        "kekayaan_intelektual": [{"jenis": "hak-cipta", "judul": short, "nomor": short, "pemegang": short, "status": "diajukan",
                                  "keterangan": short}],
        "anggaran": [{"tahun": 2026, "jumlah": 5, "sumber": short}],
        "penghargaan": [{"nama": short, "pemberi": short, "keterangan": short}],
        "dasar_hukum": [reading],
        "kontak": {"kantor": short, "alamat": short, "jam": short},
        "tautan": [{"judul": short, "url": "https://contoh.go.id/c?d=1&e=2"}],
        "gambar": [{"berkas": "foto.png", "alt": short, "kredit": short}],
        "sumber": [reading],
        "kematangan": {"regulasi": {"tingkat": 1, "dasar": short, "bukti": [evidence]}},
        "alias": ["nama-lama"],
    }  # fmt: skip


def _needs(short, prose):
    """Problems without an innovation: one open, one answered."""
    told = {
        "judul": short,
        "perangkat_daerah": "disdik",
        "uraian": prose,
        "dicari": short,
        "dari": short,
        "tanggal": "2026-02-02",
    }
    answered = {"slug": "terjawab", "hasil": short, "inovasi": "posyandu-malam"}
    return {"keterangan": short, "masalah": [{"slug": "terbuka", **told}, {**told, **answered}]}


def _agencies(short):
    register = yaml.load((BASE / "registry/agencies.yml").read_text("utf-8"), yaml.BaseLoader)
    for number, agency in enumerate(register["perangkat_daerah"]):
        own = f"{short}{number or ''}"  # no two may bear one name
        agency.update(nama_resmi=own, nama_pendek=own, catatan=short, kontak={"kantor": short, "alamat": short})
        agency["sumber"] = {"judul": short, "keterangan": short}
    return register


def _obligation(short, prose):
    year = yaml.load((BASE / "registry/obligations/2026.yml").read_text("utf-8"), yaml.BaseLoader)
    year["dasar_hukum"].update(jenis=short, judul=short, nomor=short, sumber=[{"judul": short}])
    for clause in year["aturan"].values():
        clause["keterangan"] = short
    year["pengecualian"] = [
        {"perangkat_daerah": "disdik", "alasan": short, "tanggal": "2026-02-01", "sumber": {"judul": short}}
    ]
    year["tanggapan"] = [{"perangkat_daerah": "disdik", "tanggal": "2026-02-02", "isi": prose, "keadaan": "ditinjau"}]
    return year


@pytest.fixture(scope="module")
def region(tmp_path_factory):
    """A function: the generated files of a region that holds nothing but these two texts; None if refused."""
    root = tmp_path_factory.mktemp("region")
    shutil.copytree(BASE, root, dirs_exist_ok=True)
    (root / "site_templates").symlink_to(ROOT / "site_templates")
    (root / "innovations/dinkes/posyandu-malam").mkdir()
    Image.new("RGB", (8, 8)).save(root / "innovations/dinkes/posyandu-malam/foto.png")

    @functools.cache
    def build(short, prose):
        files = {
            "innovations/dinkes/posyandu-malam.yml": _full(short, prose),
            "registry/agencies.yml": _agencies(short),
            "registry/obligations/2026.yml": _obligation(short, prose),
            "registry/problems.yml": _needs(short, prose),
        }
        for path, content in files.items():
            (root / path).write_text(json.dumps(content, ensure_ascii=False), "utf-8")
        checked = checking.check(root, TODAY)
        if checked.problems.errors:
            return None
        return made(root, checked, SETTINGS, Edition(TODAY, TODAY, "0" * 40))

    return build


class _Page(html.parser.HTMLParser):
    """The elements with their attributes, and the visible text."""

    def __init__(self, source):
        super().__init__(convert_charrefs=True)
        self.skeleton, self.text, self.alternatives = [], [], []
        self.feed(source)
        self.close()

    def handle_starttag(self, tag, attrs):
        kept = []
        for name, value in attrs:
            if tag == "h1" and name == "id":  # made from the heading by the `toc` extension
                assert re.fullmatch(r"[a-z0-9_-]+", value)
                value = ""  # noqa: PLW2901
            elif name == "href" and value.startswith("https://wa.me/"):  # carries the innovation's name
                assert re.fullmatch(r"https://wa\.me/\?text=[A-Za-z0-9%_.~/-]+", value)
                value = ""  # noqa: PLW2901
            elif name == "alt":
                self.alternatives.append(value)
                value = ""  # noqa: PLW2901
            kept.append((name, value))
        self.skeleton.append((tag, tuple(kept)))

    def handle_endtag(self, tag):
        self.skeleton.append(f"/{tag}")

    def handle_data(self, data):
        self.text.append(data)

    def handle_comment(self, data):
        self.skeleton.append(f"comment {data}")

    def handle_decl(self, decl):
        self.skeleton.append(f"declaration {decl}")

    def handle_pi(self, data):
        self.skeleton.append(f"instruction {data}")


def _as_mkdocs(path, raw):
    """(front matter, HTML) of a generated page."""
    if path.endswith(".html"):
        return {}, raw.decode()
    body, front = meta.get_data(raw.decode())
    return front, markdown.markdown(body, extensions=EXTENSIONS)


#: The same for the harmless page that every hostile one is held against.
_model_as_mkdocs = functools.cache(_as_mkdocs)


def _pages(files):
    return files.pages


def _flat(pieces):
    """Visible text in one line, without the fingerprint of the rules, which their wording decides."""
    return re.sub(r"(?<=Pengenal aturan: )[0-9a-f]{12}", "", " ".join("".join(pieces).split()))


def _assert_harmless(region, short, prose):
    """Every page has the skeleton and the text of the harmless one, but for the two texts."""
    files, model = region(short, prose), _pages(region(HARMLESS, HARMLESS_PROSE))
    shown, cleaned = one_line(short), str(safe_html.prose(paragraphs(prose)))
    pages = _pages(files)
    assert pages.keys() == model.keys()
    for path, raw in pages.items():
        if raw == model[path]:
            continue
        front, found = _as_mkdocs(path, raw)
        model_front, expected = _model_as_mkdocs(path, model[path])
        found, expected = _Page(found), _Page(expected.replace(f"<p>{HARMLESS_PROSE}</p>", cleaned))
        assert found.skeleton == expected.skeleton, path
        assert _flat(found.text) == _flat(expected.text).replace(HARMLESS, shown), path
        assert found.alternatives == [text.replace(HARMLESS, shown) for text in expected.alternatives], path
        assert front.keys() == model_front.keys(), path
        for key in ("title", "description"):
            if key in front:
                assert html.unescape(front[key]) == model_front[key].replace(HARMLESS, shown), (path, key)
                assert not set(front[key]) & set("<>\"'"), (path, key)
        assert front.get("structured") == _said(model_front.get("structured"), shown), path
        if "structured" in front:
            shell, model_shell = _in_shell(front), _in_shell(model_front)
            assert shell.skeleton == model_shell.skeleton, path
            assert shell.data == [front["structured"]], path


def _said(value, text):
    """Front matter of the harmless page as it must be with `text` in place of the harmless text."""
    if isinstance(value, dict):
        return {key: _said(inner, text) for key, inner in value.items()}
    if isinstance(value, list):
        return [_said(inner, text) for inner in value]
    return value.replace(HARMLESS, text) if isinstance(value, str) else value


class _Shell(_Page):
    """A page in its shell. Texts of meta elements are left out of the skeleton, JSON-LD is read."""

    def __init__(self, source):
        self.data, self.block = [], None
        super().__init__(source)

    def handle_starttag(self, tag, attrs):
        # A report names its page, in a part of its address that begins there and nowhere else.
        attrs = [(name, (value or "").split("&halaman=")[0] if name == "href" else value) for name, value in attrs]
        attrs = [(name, "" if tag == "meta" and name == "content" else value) for name, value in attrs]
        super().handle_starttag(tag, attrs)
        self.block = "" if dict(attrs).get("type") == "application/ld+json" else None

    def handle_data(self, data):
        if self.block is not None:
            self.block += data

    def handle_endtag(self, tag):
        super().handle_endtag(tag)
        if self.block is not None:
            self.data.append(json.loads(self.block))
        self.block = None


REPORT = asking.report_form(SETTINGS, Edition(TODAY, TODAY))


@functools.cache
def _shell():
    """The page shell as MkDocs loads it."""
    env = jinja2.Environment(loader=jinja2.FileSystemLoader(ROOT / "site_templates/theme"))
    env.filters["url"] = str
    return env.get_template("main.html")


def _around(front):
    """What the shell reads."""
    ours = {"pengaturan": SETTINGS, "lisensi": ("", ""), "laporan": REPORT, "dibuat": ("", "")}
    config = {"site_name": SETTINGS.name, "extra": {"katalog": ours}}
    page = {"meta": front, "canonical_url": SETTINGS.site, "content": ""}
    nav = types.SimpleNamespace(items=[{"children": []}] * 2, homepage={"url": ""})
    return {"config": config, "page": page, "nav": nav}


def _in_shell(front):
    return _Shell(_shell().render(**_around(front)))


# Whole pages


@pytest.mark.parametrize("text", _by_turns(HOSTILE))
def test_no_hostile_text_becomes_markup_on_any_page(region, text):
    _assert_harmless(region, text, text)


@pytest.mark.parametrize("text", _by_turns(LONG_HOSTILE))
def test_no_hostile_paragraphs_become_more_than_prose_on_any_page(region, text):
    _assert_harmless(region, HARMLESS, text)


PIECES = st.sampled_from(
    [
        *"<>&\"'`*_[]()!#|{}\\-=~:/@; ",
        *("<script>", "</p>", "<!--", "-->", "&lt;", "&#", "javascript:", "https://contoh.go.id", "](https:", "{:"),
        *("a", "Z", "1", "1.", "é", "ع", "你", "\u00a0", "\u200d", "x=y", "on", "]]>", "---", "```", "  "),
    ]
)
LINES = (
    st.lists(PIECES, min_size=1, max_size=14).map("".join)
    | st.text(st.characters(exclude_categories=("C", "Zl", "Zp")), min_size=1, max_size=LONGEST)
).map(lambda text: text[:LONGEST])
PARAGRAPHS = st.lists(LINES, min_size=1, max_size=5).flatmap(
    lambda lines: st.sampled_from(["\n", "\n\n", "\n- ", "\n    "]).map(lambda joint: joint.join(lines))
)


@settings(LAX, max_examples=4, phases=[Phase.generate])  # a build each: shrinking would take minutes
@given(short=LINES.filter(one_line), prose=PARAGRAPHS.filter(paragraphs))
def test_no_text_at_all_becomes_markup_on_any_page(region, short, prose):
    assume(HARMLESS not in short and region(short, prose) is not None)
    _assert_harmless(region, short, prose)


def test_a_word_of_the_registry_cannot_become_markup_either(region, tmp_path):
    hostile = '"><img src=x onerror=alert(1)> *x* [y](z)'
    taxonomy = (BASE / "registry/taxonomy.yml").read_text("utf-8")

    def build(label, folder):
        shutil.copytree(BASE, tmp_path / folder)
        (tmp_path / folder / "site_templates").symlink_to(ROOT / "site_templates")
        text = re.sub(
            r"label: [^,}\n]+", lambda _: f"label: {json.dumps(label)}, definisi: {json.dumps(label)}", taxonomy
        )
        (tmp_path / folder / "registry/taxonomy.yml").write_text(text, "utf-8")
        drawn = f"dasar: asumsi\nketerangan: {json.dumps(label)}\npetak:\n" + "".join(
            f"  - {{kecamatan: {slug}, kolom: {column}, baris: 1, tinggi: 2}}\n"
            for column, slug in enumerate(("utara", "selatan"), 1)
        )  # fmt: skip
        landmark = f"sekitar: [{{nama: {json.dumps(label)}, kolom: 1, baris: 3, lebar: 2}}]\n"
        (tmp_path / folder / "registry/map.yml").write_text(drawn + landmark, "utf-8")
        checked = checking.check(tmp_path / folder, TODAY)
        assert not checked.problems.errors
        return _pages(made(tmp_path / folder, checked, SETTINGS, Edition(TODAY, TODAY)))

    found, model = build(hostile, "hostile"), build(re.sub(r"\S", "a", hostile), "harmless")
    assert found.keys() == model.keys()
    for path in found:
        pages = [_Page(_as_mkdocs(path, files[path])[1]) for files in (found, model)]
        assert pages[0].skeleton == pages[1].skeleton, path


# Prose


ALLOWED = {"p", "em", "strong", "a", "ul", "ol", "li", "blockquote", "code", "br", "hr"}


def _assert_prose_is_clean(text):
    result = str(safe_html.prose(text))
    assert "\n\n" not in result
    page = _Page(result)
    for node in page.skeleton:
        if isinstance(node, str):
            assert node.startswith("/")
            continue
        tag, attributes = node
        assert tag in ALLOWED
        if tag == "a":
            values = dict(attributes)
            assert values.keys() <= {"href", "rel"}
            assert values["rel"] == "nofollow noopener ugc"
            assert re.match(r"https?://[a-z0-9.-]+\.[a-z0-9-]+(?:[:/?#]|\Z)", values.get("href", "https://a.b/"))
        else:
            assert not attributes


@pytest.mark.parametrize("text", [*HOSTILE, *LONG_HOSTILE])
def test_prose_has_only_allowed_elements_and_public_links(text):
    _assert_prose_is_clean(text)


@settings(LAX, max_examples=60)
@given(PARAGRAPHS)
def test_any_prose_has_only_allowed_elements_and_public_links(text):
    _assert_prose_is_clean(text)


@settings(LAX, max_examples=60)
@given(PARAGRAPHS)
def test_python_markdown_leaves_prose_in_a_block_as_it_is(text):
    block = f'<div class="k-page">\n{safe_html.prose(text)}\n</div>'
    assert _Page(markdown.markdown(block, extensions=EXTENSIONS)).skeleton == _Page(block).skeleton


def test_honest_prose_keeps_its_paragraphs_lists_emphasis_and_links():
    text = "Satu *miring* **tebal**\nbaris.\n\n- a\n- b\n\n3. c\n\n[tautan](https://contoh.go.id/a_b?b=1&c=2)"
    page = _Page(str(safe_html.prose(text)))
    tags = [node[0] for node in page.skeleton if not isinstance(node, str)]
    assert tags == ["p", "em", "strong", "br", "ul", "li", "li", "ol", "li", "p", "a"]
    link = dict(next(node[1] for node in page.skeleton if node[0] == "a"))
    assert link["href"] == "https://contoh.go.id/a_b?b=1&c=2"
    assert dict(next(node[1] for node in page.skeleton if node[0] == "ol"))["start"] == "3"


@pytest.mark.parametrize(
    "text",
    ["2024. Sejak itu meluas", "10*20*30 cm", "> 80 persen warga", "__init__ dan nama_berkas", r"C:\data \* \_",
     "`kode`", "<https://contoh.go.id>", "&#54;112 &amp; &nbsp;", "<b>tebal</b>", "# Judul"],
)  # fmt: skip
def test_signs_that_are_text_to_the_writer_stay_on_the_page(text):
    assert safe_html.prose(text).striptags() == text


def test_long_brackets_and_deep_quotes_end_soon():
    started = dt.datetime.now(dt.UTC)
    for text in ("[" * 6000, "> " * 3000, "- " * 3000, "*a_" * 2000, "`" * 6000, "![](" * 1500):
        _assert_prose_is_clean(text)
    assert dt.datetime.now(dt.UTC) - started < dt.timedelta(seconds=10)


# One line


@settings(LAX, max_examples=60)
@given(st.sampled_from(HOSTILE) | LINES)
def test_a_heading_comes_out_as_the_text_that_went_in(text):
    assume(one_line(text))
    page = _Page(markdown.markdown(f"# {safe_html.one_line(text)}", extensions=EXTENSIONS))
    assert [node if isinstance(node, str) else node[0] for node in page.skeleton] == ["h1", "/h1"]
    assert _flat(page.text) == " ".join(text.split())


@settings(LAX, max_examples=60)
@given(st.sampled_from(HOSTILE) | LINES)
def test_front_matter_is_safe_where_a_theme_prints_it_as_it_stands(text):
    page = _Page(f'<title>{safe_html.attribute(text)}</title><meta content="{safe_html.attribute(text)}">')
    assert page.skeleton == [("title", ()), "/title", ("meta", (("content", " ".join(text.split())),))]
    assert _flat(page.text) == " ".join(text.split())


LINES_THAT_END = "satu\u2028dua\u2029tiga"


@settings(LAX, max_examples=60)
@given(
    st.sampled_from(
        [*HOSTILE, "</script><script>alert(1)//", "<!--<script>", "]]>", "\\u003c/script>", "\"'\\", LINES_THAT_END]
    )
    | LINES
)
def test_data_for_search_engines_cannot_leave_its_element(text):
    front = {"title": "x", "structured": {"name": text, "mainEntity": {"name": [text]}}}
    shell = _in_shell(front)
    assert shell.data == [front["structured"]]
    assert shell.skeleton == _in_shell({"title": "x", "structured": {"name": ""}}).skeleton


def test_data_for_search_engines_holds_no_sign_that_html_or_javascript_reads():
    front = {"title": "x", "structured": {"name": f"</script>&'{LINES_THAT_END}"}}
    raw = _shell().render(**_around(front))
    [block] = re.findall(r'<script type="application/ld\+json">(.*?)</script>', raw, re.DOTALL)
    assert not set(block) & set("<>&'\u2028\u2029")


# Files for machines


@pytest.mark.parametrize("text", _by_turns(HOSTILE))
def test_json_csv_and_xml_parse_again_to_the_same_text(region, text):
    files, shown = region(text, text), one_line(text)
    row = json.loads(files["data/inovasi.json"])["inovasi"][0]
    assert row["nama"] == row["unit"]["nama"] == row["hasil"][0]["sesudah"] == shown
    assert json.loads(files["data/inovasi/posyandu-malam.json"])["inovasi"] == row
    cells = list(csv.DictReader(io.StringIO(files["data/inovasi.csv"].decode(), newline=""), strict=True))
    assert [cell["nama"].removeprefix("'") if shown[0] != "'" else cell["nama"] for cell in cells] == [shown]
    for path in (path for path in files if path.endswith(".xml")):
        feed = ET.fromstring(files[path])
        assert {node.tag.rpartition("}")[2] for node in feed.iter()} <= {
            *("feed", "title", "subtitle", "id", "updated", "author", "name", "rights", "link", "entry"),
            *("published", "summary", "category"),
        }
    entry = ET.fromstring(files["feed.xml"]).find("{http://www.w3.org/2005/Atom}entry")
    assert entry.findtext("{http://www.w3.org/2005/Atom}title") == shown
    assert entry.findtext("{http://www.w3.org/2005/Atom}summary") == shown
