"""What a hostile or careless hand lays into `docs/` is named, all at once, and the site stays as it was."""

import pytest
from catalogues import TODAY
from conftest import write_files
from site_helpers import LEFT_OUT, fingerprints
from synthetic_catalogue import region

HEAD = "---\ntitle: Halaman\ndescription: Rekaan.\n---\n\n# Halaman\n\n"
NIK = "6112014107800003"
HOSTILE = {
    "docs/a.md": HEAD + "<script>x()</script>",
    "docs/b.md": HEAD + '<img src="https://jahat.example/x.png" alt="x">',
    "docs/c.md": HEAD + f"NIK {NIK}.",
    "docs/f.md": "# Tanpa kepala\n",
    "docs/g.md": HEAD + '<a href="javascript:x()" onclick="x()">x</a>',
    "docs/h.md": HEAD + '<a href="../tiada/">x</a>',
    "docs/inovasi/palsu.md": HEAD,
    "docs/lepas/x.js": "x()",
    "docs/lepas/x.html": "<script>x()</script>",
    "docs/lepas/x.svg": "<svg><script>x()</script></svg>",
    "docs/CNAME": "jahat.example",
}
REASONS = {
    "docs/a.md": ["skrip yang bukan milik situs ini"],
    "docs/b.md": ["dari situs lain lewat <img>: https://jahat.example/x.png"],
    "docs/c.md": ["61… (16 angka)"],
    "docs/f.md": ["tidak punya judul sendiri", "keterangan (description)"],
    "docs/g.md": ["atribut onclick", "bukan alamat web"],
    "docs/h.md": ["menunjuk tiada/index.html"],
    "inovasi/": ["memuat palsu, yang tidak ada di data"],
    "docs/lepas/x.js": ["berkas .js tidak boleh terbit"],
    "docs/lepas/x.html": ["berkas .html tidak boleh terbit"],
    "docs/lepas/x.svg": ["berkas .svg tidak boleh terbit"],
    "docs/CNAME": ["tanpa akhiran nama"],
}


@pytest.fixture
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(region(tmp_path / "project"))
    for name in LEFT_OUT:
        monkeypatch.delenv(name, raising=False)
    return tmp_path / "project"


def test_what_a_hostile_hand_lays_into_docs_is_named_at_once_and_nothing_is_published(here, run_here):
    assert run_here("build", "--as-of", TODAY.isoformat())[0] == 0
    before = fingerprints(here / "site")
    write_files(here, HOSTILE)
    code, out, err = run_here("build", "--as-of", TODAY.isoformat())
    said = (out + err).splitlines()
    for file, reasons in REASONS.items():
        for reason in reasons:
            assert [line for line in said if file in line and reason in line], (file, reason, err)
    assert code == 1
    assert "Traceback" not in err
    assert NIK not in err
    assert fingerprints(here / "site") == before


@pytest.mark.parametrize(
    ("head", "said"),
    [
        ("---\ntitle: A\ntemplate: redirect.html\nlocation: javascript:x()\n---\n", "template, location"),
        ("---\ntitle: A\nhide: 5\nicon: x/y\n---\n", "hide, icon"),
        ("---\ntitle: A\nfeed: '\" onload=\"x()'\nimage: x\nstructured: {a: b}\n---\n", "feed, image, structured"),
        ("Template: redirect.html\n", "template"),
    ],
)
def test_the_head_of_a_hand_written_page_decides_nothing_but_title_and_description(here, run_here, head, said):
    write_files(here, {"docs/a.md": f"{head}\n# Judul\n"})
    code, _, err = run_here("build", "--as-of", TODAY.isoformat())
    assert (code, f"docs/a.md: kepala halaman memuat {said}; yang boleh hanya title dan description." in err) == (
        1,
        True,
    )


def test_no_hand_written_file_takes_the_place_of_a_script_of_the_site(here, run_here):
    write_files(here, {"docs/assets/boot.js": "x()"})
    code, _, err = run_here("build", "--as-of", TODAY.isoformat())
    assert (code, "docs/assets/boot.js" in err) == (1, True)


def test_signs_of_html_in_the_head_of_a_page_stay_text(here, run_here):
    head = '---\ntitle: </title><script>x()</script> & "isi"\ndescription: \'" onload="x()\'\n---\n\n# Judul\n'
    write_files(here, {"docs/a.md": head})
    assert run_here("build", "--as-of", TODAY.isoformat())[0] == 0
    html = (here / "site/a/index.html").read_text("utf-8")
    assert "<title>&lt;/title&gt;&lt;script&gt;x()&lt;/script&gt; &amp; &#34;isi&#34; - " in html
    assert 'content="&#34; onload=&#34;x()"' in html
