"""The gate: one broken file for each rule, and what it says of it. All numbers are made up."""

import gzip
import io
import json

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from generator import addresses
from generator.publishing.gate import Facts, Plan, folder
from generator.publishing.gate.folder import Gate, Together, deviations
from generator.publishing.gate.links import target
from generator.publishing.gate.personal import PersonalData
from generator.text.personal_data import find

SITE = "https://contoh.go.id/katalog/"
NIK = "6112014107800003"
POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; base-uri 'none'; form-action 'self'"
HEAD = f"""<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="{POLICY}">
<title>Judul &amp; isi - Katalog</title><meta name="description" content="Keterangan.">
<link rel="canonical" href="{SITE}a/"><script src="../assets/boot.js" type="module"></script>"""
BODY = """<a href="#isi">Isi</a><form id="pencarian" class="k-cari" action="../inovasi/"><input id="cari" name="q"></form>
<main id="isi"><h1>Judul &amp; isi</h1><p>Isi <a href="https://lain.example/?a=1&b=2">lain</a>
<a href="mailto:kantor@contoh.go.id">surel</a> <a href="..">beranda</a></p></main>"""
PAGE = f'<!doctype html><html lang="id"><head>{HEAD}</head><body>{BODY}</body></html>'
PLAN = Plan(site=SITE, pages={"a/index.html": "Judul &amp; isi"})


def judged(content: str | bytes, path: str = "a/index.html", plan: Plan = PLAN) -> Facts:
    return Gate(plan).judge(path, content if isinstance(content, bytes) else content.encode())


def page(*, head: str = "", body: str = "") -> str:
    return PAGE.replace("</head>", f"{head}</head>").replace("</main>", f"{body}</main>")


def loose(name: str, content: str | bytes) -> list[str]:
    return judged(content, name, Plan(site=SITE, loose=frozenset([name]))).problems


def picture(kind: str, **options: object) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (4, 3)).save(out, kind, **options)
    return out.getvalue()


def test_a_page_without_fault_passes_and_tells_its_links_and_parts():
    facts = judged(PAGE)
    assert facts.problems == []
    assert facts.links == {"a/index.html", "a/index.html#isi", "assets/boot.js", "index.html", "inovasi/index.html"}
    assert set(facts.ids) == {"isi", "pencarian", "cari"}


@pytest.mark.parametrize(
    ("html", "reason"),
    [
        (PAGE.replace("<title>Judul", "<title>Lain"), "judul halaman bukan"),
        (page(head="<title>Lagi</title>"), "tepat satu <title>, bukan 2"),
        (page(body="<h1>Lagi</h1>"), "tepat satu <h1>, bukan 2"),
        (PAGE.replace("h1>", "h2>"), "tepat satu <h1>, bukan 0"),
        (PAGE.replace('"Keterangan."', '" "'), "keterangan (description)"),
        (PAGE.replace(POLICY, f"{POLICY}; img-src https:"), "tidak melarang isi dari luar"),
        (PAGE.replace(POLICY, "default-src 'self'"), "tidak melarang isi dari luar"),
        (page(body='<p id="isi">Lagi</p>'), "id isi dipakai 2 kali"),
        (page(body="<script>x()</script>"), "skrip yang bukan milik"),
        (page(body='<script src="../assets/boot.js" type="module">x()</script>'), "skrip yang bukan milik"),
        (page(body='<script src="../x.js" type="module"></script>'), "skrip yang bukan milik"),
        (page(body="<script src=https://jahat.example/x.js></script>"), "skrip yang bukan milik"),
        (page(body='<svg><script href="../assets/boot.js"></script></svg>'), "skrip yang bukan milik"),
        (page(head='<script type="application/ld+json">{"a": </script>'), "JSON-LD"),
        (page(body="<iframe src='../b/'></iframe>"), "elemen <iframe> tidak boleh"),
        (page(head='<base href="../">'), "elemen <base> tidak boleh"),
        (page(body="<style>a{}</style>"), "elemen <style> tidak boleh"),
        (page(body="<svg><animate attributeName=href /></svg>"), "elemen <animate> tidak boleh"),
        (page(body="<template><b>x</b></template>"), "elemen <template> tidak boleh"),
        (page(body="<noscript><img src=//x.example></noscript>"), "elemen <noscript> tidak boleh"),
        (page(body="<kartu-baru></kartu-baru>"), "elemen <kartu-baru> tidak boleh"),
        (page(body="<p OnClick = x()>x</p>"), "atribut onclick pada <p>"),
        (page(body="<p/style=a>x</p>"), "atribut style pada <p>"),
        (page(body='<svg><a xlink:href="../b/">x</a></svg>'), "atribut xlink:href"),
        (page(body='<img alt="x" src="//jahat.example/x.png">'), "alamat pada <img>"),
        (page(body='<img alt="x" src="https://jahat.example/x.png">'), "dari situs lain lewat <img>"),
        (page(body='<img alt="x" srcset="x.png, https://jahat.example/x.png 2x">'), "dari situs lain lewat <img>"),
        (page(body='<IMG SRC = "data:image/png;base64,x">'), "alamat pada <img> bukan"),
        (page(body='<link rel="stylesheet" href="https://jahat.example/x.css">'), "dari situs lain lewat <link>"),
        (page(body='<link rel="preconnect" href="../b/">'), "preconnect"),
        (page(body="<a href=' javascript:x()'>x</a>"), "alamat pada <a>"),
        (page(body="<a href='java&#10;script:x()'>x</a>"), "alamat pada <a>"),
        (page(body="<a href='data:text/html,x'>x</a>"), "alamat pada <a> bukan"),
        (page(body="<a href='\\\\jahat.example'>x</a>"), "alamat pada <a>"),
        (page(body="<a href='../../b/'>x</a>"), "berada di luar situs"),
        (page(body="<a href='/lain/'>x</a>"), "berada di luar situs"),
        (page(head='<meta http-equiv="refresh" content="0; url=../b/">'), "refresh"),
        (page(head='<meta name="referrer" content="unsafe-url">'), "referrer"),
        (page(head=f'<link rel="canonical" href="{SITE}b/">'), "sebagai alamatnya sendiri"),
        (page(head=f'<meta property="og:url" content="{SITE}b/">'), "sebagai alamatnya sendiri"),
        (page(head='<meta name="description" property="og:title" content="x">'), "tepat satu hal"),
        (page(head='<meta content="x">'), "tepat satu hal"),
        (page(body='<svg><path fill="url(//jahat.example/x)" d="M0"></path></svg>'), "hanya boleh berisi warna"),
        (page(body=f'<a download="{NIK}.txt" href="..">x</a>'), "61… (16 angka)"),
        (page(body=f'<p id="{NIK}">x</p>'), "61… (16 angka)"),
        (page(body=f'<ol start="{NIK}"><li>x</li></ol>'), "61… (16 angka)"),
        (page(body='<form action="https://jahat.example/"></form>'), "formulir yang bukan milik"),
        (page(body='<input type="password">'), "kotak isian"),
        (page(body="<button>Kirim</button>"), "tombol yang mengirim"),
        (page(body=f"<p>NIK {NIK}</p>"), "61… (16 angka)"),
        (page(body=f"<p>NIK <b>{NIK[:8]}</b>{NIK[8:]}</p>"), "61… (16 angka)"),
        (page(body=f"<p>NIK {NIK[:6]}\n{NIK[6:12]} {NIK[12:]}</p>"), "61… (16 angka)"),
        (page(body=f"<!-- {NIK} -->"), "61… (16 angka)"),
        (page(body=f'<img alt="{NIK}" src="x.png">'), "61… (16 angka)"),
        (page(body='<a href="tel:+62%38123456780">x</a>'), "62… (12 angka)"),
        (page(body='<a href="mailto:orang@rumah.example">x</a>'), "…@rumah.example"),
        (page(head=f'<script type="application/ld+json">{{"a": ["{NIK}"]}}</script>'), "61… (16 angka)"),
    ],
)  # fmt: skip
def test_one_fault_of_a_page_is_named(html, reason):
    assert judged(PAGE).problems == []
    found = judged(html).problems
    assert any(reason in problem for problem in found), found
    assert NIK not in str(found)


def test_a_page_that_is_no_utf_8_is_refused():
    assert judged(PAGE.encode("utf-16")).problems == ["bukan teks UTF-8"]


def test_numbers_in_neighbouring_cells_and_items_are_no_number_of_a_person():
    body = f"<table><tr><td>{NIK[:8]}</td><td>{NIK[8:]}</td></tr></table><ul><li>{NIK[:4]}<li>{NIK[4:]}</ul>"
    assert judged(page(body=body)).problems == []


def test_a_service_number_is_published_on_purpose_however_it_is_written():
    plan = Plan(site=SITE, pages=PLAN.pages, numbers=frozenset(["081234567890"]))
    both = page(body='<p>0812-3456-7890</p><a href="https://wa.me/6281234567890">x</a>')
    assert judged(both, plan=plan).problems == []
    assert len(judged(both).problems) == 2
    assert len(judged(page(body="<p>0812-3456-7891</p>"), plan=plan).problems) == 1


def test_the_page_of_missing_addresses_needs_no_description_but_links_that_hold_everywhere():
    html = PAGE.replace('<meta name="description" content="Keterangan.">', "").replace("../", "/katalog/")
    html = html.replace(f'<link rel="canonical" href="{SITE}a/">', "")
    plan = Plan(site=SITE, pages={"404.html": ""})
    assert judged(html.replace('href=".."', 'href="/katalog/."'), "404.html", plan).problems == []
    (problem,) = judged(html.replace('href=".."', 'href="inovasi/"'), "404.html", plan).problems
    assert "hanya benar di satu tempat: inovasi/" in problem


@given(st.lists(st.sampled_from([*"0123456789", " ", "-", ".", "\n", "a", "@", "b.co", "0812", "6112", "１２"])))
def test_no_text_is_passed_over_in_which_something_would_be_found(parts):
    text = "".join(parts)
    assert bool(PersonalData(frozenset()).problems([text])) == bool(list(find(text)))


@pytest.mark.parametrize(
    ("reference", "file"),
    [
        ("", "a/b/index.html"), ("#x", "a/b/index.html#x"), ("?q=1", "a/b/index.html"), ("./", "a/b/index.html"),
        ("c/", "a/b/c/index.html"), ("c.json", "a/b/c.json"), ("../", "a/index.html"), ("..", "a/index.html"),
        ("../../", "index.html"), ("../..", "index.html"), ("../../c/d/#x", "c/d/index.html#x"), ("c/../d/", "a/b/d/index.html"),
        ("/katalog/", "index.html"), ("/katalog/.", "index.html"), ("/katalog/c/?q#x", "c/index.html#x"),
        (f"{SITE}c/", "c/index.html"), ("%63/", "a/b/c/index.html"), ("c", "a/b/c"),
        ("https://lain.example/", ""), ("HTTP://lain.example", ""), ("tel:0561", ""),
    ],
)  # fmt: skip
def test_an_address_leads_where_browsers_go(reference, file):
    assert target("a/b/index.html", reference, SITE) == file


# Files that are no pages


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("x.js", "x()", "berkas .js tidak boleh terbit"),
        ("x.svg", "<svg><script>x()</script></svg>", "berkas .svg tidak boleh terbit"),
        ("x.html", PAGE, "berkas .html tidak boleh terbit"),
        ("404.html", PAGE, "berkas .html tidak boleh terbit"),
        ("x.xml", "<a/>", "berkas .xml tidak boleh terbit"),
        ("x.pdf", b"%PDF", "berkas .pdf tidak boleh terbit"),
        ("CNAME", "jahat.example", "berkas tanpa akhiran nama tidak boleh terbit"),
        ("x.JSON", '{"a": [1, ]}', "tidak dapat dibaca kembali"),
        ("x.json", f'{{"a": [{{"b": "{NIK}"}}]}}', "61… (16 angka)"),
        ("x.json", f'{{"{NIK}": {NIK}}}', "61… (16 angka)"),
        ("x.csv", "a,b\n1\n", "tidak dapat dibaca kembali"),
        ("x.csv", f"a;b\n1;{NIK}\n", "61… (16 angka)"),
        ("x.txt", f"NIK {NIK}", "61… (16 angka)"),
        ("x.txt", b"\xff", "tidak dapat dibaca kembali"),
        ("x.xlsx", b"PK\x03\x04", "tidak dapat dibaca kembali"),
        ("x.json", f'{{"a": "{NIK}", "a": ""}}', "tidak dapat dibaca kembali"),
        ("x.json", f'{{"a": {NIK}.0}}', "61… (16 angka)"),
        (f"ktp-{NIK}.txt", "x", "61… (16 angka)"),
        ("x.avif", b"x", "berkas .avif tidak boleh terbit"),
        ("x.png", b"\x89PNG", "tidak dapat dibaca kembali"),
        ("x.JPG", picture("JPEG", comment=b"Fulan"), "gambar menyimpan komentar"),
    ],
)
def test_a_loose_file_is_harmless_and_can_be_looked_into(name, content, reason):
    found = loose(name, content)
    assert len(found) == 1
    assert reason in found[0]
    assert NIK not in found[0]


@pytest.mark.parametrize("name", ["x.csv", "x.txt", "x.json", "x.png", "X.JPG"])
def test_a_sound_loose_file_passes(name):
    assert loose(name, {"x.png": picture("PNG"), "X.JPG": picture("JPEG")}.get(name, '"1,2"')) == []


def test_a_loose_workbook_is_read_cell_by_cell():
    book, raw = openpyxl.Workbook(), io.BytesIO()
    book.active["C7"] = NIK
    book.save(raw)
    assert loose("x.xlsx", raw.getvalue()) == ["memuat data pribadi: 61… (16 angka)"]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("x.xml", "<feed"),
        ("x.xml", "<html xmlns='http://www.w3.org/1999/xhtml'><script>x()</script></html>"),
        ("x.xml", "<feed xmlns='http://www.w3.org/2005/Atom'><link href='https://jahat.example/'/></feed>"),
        ("x.xml", "<feed xmlns='http://www.w3.org/2005/Atom'><link href='javascript:x()'/></feed>"),
        ("x.css", "a{background:url(https://jahat.example/x.png)}"),
        ("x.css", "@import 'https://jahat.example/x.css';"),
        ("x.css", "a{background:url(data:image/png,x)}"),
        ("sitemap.xml.gz", b"PK"),
    ],
)
def test_a_fault_in_a_file_of_ours_is_named_too(name, content):
    raw = content if isinstance(content, bytes) else content.encode()
    assert len(judged(raw, name, Plan(site=SITE, files={name: raw})).problems) == 1


# All files together


def _json(value):
    return json.dumps(value).encode()


def _page(path):
    html = PAGE.replace(f"{SITE}a/", SITE + path.removesuffix("index.html"))
    up = "../" * path.count("/")
    return html.replace("../", up).replace('href=".."', f'href="{up or "./"}"').encode()


SLUGS, KEYS = ("satu", "dua"), ("abcde", "fghij")
PAGES = ["index.html", "a/index.html", "inovasi/index.html", *(f"inovasi/{slug}/index.html" for slug in SLUGS),
         "perangkat-daerah/dinkes/index.html"]  # fmt: skip
SITEMAP = '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{}</urlset>'


def _sitemap(pages):
    return SITEMAP.format(
        "".join(f"<url><loc>{SITE}{p.removesuffix('index.html')}</loc></url>" for p in pages)
    ).encode()


WHOLE = {
    **{path: _page(path) for path in PAGES},
    "assets/boot.js": b"",
    "data/inovasi.json": _json({"tentang": {}, "inovasi": [{"slug": slug} for slug in SLUGS]}),
    "data/inovasi.csv": b"slug\nsatu\ndua\n",
    "data/inovasi-tabel.csv": b"Nama inovasi;Alamat tetap\nSatu;satu\nDua;dua\n",
    "data/perangkat-daerah/dinkes.csv": b"Nama inovasi;Alamat tetap\nSatu;satu\nDua;dua\n",
    "data/kelengkapan.json": _json({"tentang": {}, "kelengkapan": [{"slug": slug} for slug in SLUGS]}),
    "data/kelengkapan.csv": b"slug\nsatu\ndua\n",
    "data/perangkat-daerah.json": _json({"tentang": {}, "perangkat_daerah": [{"slug": "dinkes"}]}),
    "data/perangkat-daerah.csv": b"slug\ndinkes\n",
    "data/kepatuhan.json": _json({"tentang": {}, "kepatuhan": [{"tahun": 2026, "perangkat_daerah": "dinkes"}]}),
    "data/kepatuhan.csv": b"tahun,perangkat_daerah\n2026,dinkes\n",
    **{f"data/inovasi/{slug}.json": _json({"inovasi": {"slug": slug}}) for slug in SLUGS},
    **{f"cari/isi/{key}.json": _json({"alamat": f"inovasi/{slug}/"}) for key, slug in zip(KEYS, SLUGS, strict=True)},
    addresses.FILTERS: _json({"kunci": "".join(KEYS), "bulan": [1, 2]}),
    f"{addresses.FORM_ADDRESSES}a-d.json": _json({"dua": "dinkes", "lama": "innovations/dinkes/dua.yml", "satu": "dinkes"}),
    "sitemap.xml": _sitemap(PAGES),
    "sitemap.xml.gz": gzip.compress(_sitemap(PAGES)),
}  # fmt: skip
MADE = ("sitemap.xml", "sitemap.xml.gz")
OLD = b'<!doctype html><title>x</title><meta http-equiv="refresh" content="0; url=%s"><a href="%s">x</a>'


def together(changed, *, unlisted=()):
    """What is said of the whole site of two entries with some files changed, `None` taken away, as planned so."""
    files = {path: content for path, content in {**WHOLE, **changed}.items() if content is not None}
    pages = [path for path, content in files.items() if path.endswith(".html") and not content.startswith(OLD[:30])]
    plan = Plan(
        site=SITE,
        pages=dict.fromkeys(pages, "Judul &amp; isi"),
        files={path: content for path, content in files.items() if path not in (*pages, *MADE)},
        made=frozenset(MADE),
        listed=frozenset(SLUGS) - set(unlisted),
        unlisted=frozenset(unlisted),
        agencies=frozenset(["dinkes"]),
        keys=frozenset(KEYS[: 2 - len(unlisted)]),
    )
    gate, whole = Gate(plan), Together(plan)
    for path, content in files.items():
        whole.add(path, gate.judge(path, content))
    return [f"{path}: {problem}" for path, problem in whole.problems()]


def test_a_whole_site_without_fault_passes():
    assert together({}) == []


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"data/inovasi.json": _json({"tentang": {}, "inovasi": [{"slug": "satu"}]})}, "data/inovasi.json: tidak memuat dua"),
        ({"data/inovasi.csv": b"slug\nsatu\ndua\ndua\n"}, "data/inovasi.csv: memuat dua 2 kali"),
        ({"data/inovasi.csv": b"slug\nsatu\ndua\ntiga\n"}, "data/inovasi.csv: memuat tiga, yang tidak ada di data"),
        ({"data/kelengkapan.csv": b"slug\nsatu\n"}, "data/kelengkapan.csv: tidak memuat dua"),
        ({"data/inovasi/dua.json": None}, "data/inovasi/: tidak memuat dua"),
        ({"data/inovasi-tabel.csv": b"Nama inovasi;Alamat tetap\nSatu;satu\n"}, "data/inovasi-tabel.csv: tidak memuat dua"),
        ({"data/perangkat-daerah/disdik.csv": b"Nama inovasi;Alamat tetap\nSatu;satu\n"},
         "data/perangkat-daerah/: memuat satu 2 kali"),
        ({"cari/isi/fghij.json": None}, "cari/isi/: tidak memuat dua"),
        ({addresses.FILTERS: _json({"kunci": "abcde", "bulan": [1]})}, f"{addresses.FILTERS}: tidak memuat fghij"),
        ({f"{addresses.FORM_ADDRESSES}a-d.json": _json({"dua": "dinkes"})}, f"{addresses.FORM_ADDRESSES}: tidak memuat satu"),
        ({"data/perangkat-daerah.json": _json({"tentang": {}, "perangkat_daerah": []})},
         "data/perangkat-daerah.json: tidak memuat dinkes"),
        ({"data/kepatuhan.csv": b"tahun,perangkat_daerah\n"}, "data/kepatuhan.csv: tidak memuat 2026/dinkes"),
        ({"sitemap.xml": _sitemap(PAGES[1:])}, f"sitemap.xml: tidak memuat {SITE}"),
        ({"sitemap.xml.gz": gzip.compress(_sitemap([*PAGES, "b/index.html"]))}, f"sitemap.xml.gz: memuat {SITE}b/"),
        ({"inovasi/palsu/index.html": _page("inovasi/palsu/index.html")}, "inovasi/: memuat palsu, yang tidak ada di data"),
        ({"a/index.html": _page("a/index.html").replace(b"</main>", b'<a href="../b/">x</a></main>')},
         "a/index.html: menunjuk b/index.html, yang tidak ada"),
        ({"a/index.html": _page("a/index.html").replace(b"</main>", b'<a href="../#tiada">x</a></main>')},
         "a/index.html: menunjuk bagian #tiada, yang tidak ada di index.html"),
        ({"a/index.html": _page("a/index.html").replace(b"</main>", b'<img alt="x" src="x.png"></main>')},
         "a/index.html: menunjuk a/x.png, yang tidak ada"),
        ({"b/index.html": OLD % (b"../c/", b"../c/")}, "b/index.html: mengalihkan ke alamat yang bukan halaman"),
        ({"b/index.html": OLD % (b"https://jahat.example/", b"../")}, "b/index.html: memuat sesuatu dari situs lain"),
    ],
)  # fmt: skip
def test_what_only_all_files_together_show_is_named(changed, said):
    found = together(changed)
    assert any(line.startswith(said) for line in found), found


def test_an_old_address_may_lead_to_a_page():
    assert together({"b/index.html": OLD % (b"../a/", b"../a/")}) == []


def test_a_withdrawn_entry_stays_in_open_data_and_is_in_no_search_and_no_sitemap():
    shorter = {
        "cari/isi/fghij.json": None,
        addresses.FILTERS: _json({"kunci": "abcde", "bulan": [1]}),
        "data/kelengkapan.json": _json({"tentang": {}, "kelengkapan": [{"slug": "satu"}]}),
        "data/kelengkapan.csv": b"slug\nsatu\n",
        "sitemap.xml": _sitemap(page for page in PAGES if "dua" not in page),
        "sitemap.xml.gz": gzip.compress(_sitemap(page for page in PAGES if "dua" not in page)),
    }
    assert together(shorter, unlisted=["dua"]) == []
    assert len(together({}, unlisted=["dua"])) == len(shorter)


def test_a_missing_a_changed_and_an_unplanned_file_are_refused_and_the_source_is_named(tmp_path):
    (tmp_path / "data.json").write_bytes(b"{}")
    (tmp_path / "lain.txt").write_bytes(b"")
    plan = Plan(pages={"a/index.html": "x"}, files={"data.json": b"[]"}, sources={"a/index.html": "docs/a.md"})
    assert deviations(tmp_path, plan)[:3] == [
        "data.json: isinya berubah saat situs dibangun",
        "lain.txt: tidak direncanakan",
        "docs/a.md: direncanakan tetapi tidak ada di situs",
    ]


def test_of_many_faults_the_first_are_told_and_the_rest_counted(tmp_path):
    told = deviations(tmp_path, Plan(pages={f"{number}.html": "x" for number in range(100)}))
    assert len(told) == folder._SHOWN + 1
    assert told[-1] == "Masih ada 80 hal lain."


def test_years_beside_each_other_in_the_contents_of_the_search_are_no_number_but_one_beginning_may_be():
    path = f"{addresses.SEARCH}indeks.json"
    plan = Plan(files={path: None})
    years = {"kata": "20 2018 2019 2020 2021", "ejaan": "", "permintaan": "mohon"}
    assert judged(json.dumps(years), path, plan).problems == []
    assert judged(json.dumps(years | {"kata": f"20 {NIK}"}), path, plan).problems != []
    assert judged(json.dumps(years | {"permintaan": f"mohon {NIK}"}), path, plan).problems != []


def test_what_passed_the_gate_must_lie_there_as_it_passed(tmp_path):
    page_plan = Plan(files={"a.txt": None, "b.txt": None, "c.txt": None})
    inspection = folder.Inspection(page_plan)
    for name in ("a.txt", "b.txt", "c.txt"):
        inspection.note(inspection.look(name, b"Isi"))
        (tmp_path / name).write_bytes(b"Isi")
    (tmp_path / "b.txt").write_bytes(NIK.encode())
    (tmp_path / "c.txt").unlink()
    told = inspection.deviations(tmp_path)
    assert [line.partition(": ")[0] for line in told] == ["b.txt", "c.txt"]
    assert "data pribadi" in told[0]
    assert "hilang" in told[1]
