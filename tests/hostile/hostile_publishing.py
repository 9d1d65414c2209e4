"""What stands around the data: settings, folders, days, disks and history; and all files of a site of hostile texts."""

import json
import os
import re
import resource
import shutil
import signal
import subprocess
from collections.abc import Callable

from defusedxml import ElementTree
from hostile_case import BASE, FOLDER, SECRET, Box, acts, as_yaml, group, must, picture, rich
from hostile_page import EVIL, wrong_in_data, wrong_in_feeds, wrong_in_pages, wrong_in_tables

_SETTINGS = (BASE / "mkdocs.yml").read_text("utf-8")
_ENTRY = f"{FOLDER}/posyandu-malam.yml"
_OLD = (BASE / _ENTRY).read_text("utf-8")
_TITLE = "</title><script src=//jahat.example/x.js></script>"
_HOOK = "from pathlib import Path\nPath('../dijalankan').write_text('x')\n"


def _stays_out(
    name: str, mechanism: str, folder: str, prepare: Callable[[Box], None] = lambda _: None, command: str = "build"
):
    """A folder to write into that holds somebody's work: wrong usage, and all is as it was."""

    def act(box: Box) -> None:
        prepare(box)
        before = {path for path in box.outside.rglob("*") if ".cache" not in path.parts}
        done = (
            box.build("--site-dir", folder)
            if command == "build"
            else box.katalog("write", folder, "--as-of", "2026-11-24")
        )
        must(done.code == 2, f"exit {done.code}: {done.err}")
        must(before <= set(box.outside.rglob("*")), "something is gone")

    return acts("refused", name, mechanism, act)


def _not_run(name: str, mechanism: str, settings: str):
    """Settings of a proposal that would run something: looking at its data must not."""

    def act(box: Box) -> None:
        box.put({"mkdocs.yml": settings, "kait.py": _HOOK, "../rahasia.py": _HOOK})
        box.katalog("check")
        must(not (box.outside / "dijalankan").exists(), "it was run")

    return acts("inert", name, mechanism, act)


def _work(box: Box) -> None:
    box.put({"kerja/surat.txt": "x", "kerja/data/catatan.txt": "y"})


def _linked_work(box: Box) -> None:
    _work(box)
    (box.root / "situs").symlink_to(box.root / "kerja")


def _old_stays(name: str, mechanism: str, spoil: Callable[[Box], None]):
    """A build that cannot end well leaves the site that is there byte for byte, and no scraps."""

    def act(box: Box) -> None:
        must(box.build().code == 0, "the first build")
        before = _contents(box)
        spoil(box)
        must(box.build().code != 0, "it ended well")
        must(_contents(box) == before, "the old site has changed")
        must(
            not [path.name for path in box.root.iterdir() if path.name.startswith((".katalog-", ".site"))],
            "scraps are left",
        )

    return acts("refused", name, mechanism, act)


def _contents(box: Box) -> dict[str, bytes]:
    site = box.root / "site"
    return {str(path.relative_to(site)): path.read_bytes() for path in site.rglob("*") if path.is_file()}


def _full_disk(box: Box) -> None:
    """No file may grow beyond some bytes: what happens where the disk is full, and something is to be written."""
    [entry] = box.root.glob("innovations/*/*.yml")
    entry.write_text(entry.read_text("utf-8").replace("ringkasan: ", "ringkasan: Baru. ", 1), "utf-8")
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4_000, resource.RLIM_INFINITY))


def _bad_page(box: Box) -> None:
    box.put({"docs/baru.md": "[x](tidak-ada.md)"})


def _bad_data(box: Box) -> None:
    box.put({_ENTRY: _OLD.replace("pelayanan-publik", "tidak-ada")})


def _bad_template(box: Box) -> None:
    """A template that fails half-way, as an update of the theme might."""
    (box.root / "site_templates").unlink()
    subprocess.run(["cp", "-r", str(BASE.parents[1] / "site_templates"), str(box.root)], check=True)
    box.put({"site_templates/theme/main.html": "{{ page.content }}{{ hilang.lagi.x }}"})


def _future(box: Box) -> None:
    """The site must not speak of a day that has not come."""
    done = box.katalog("build", "--as-of", "2999-01-01")
    must(done.code in (1, 2) and not (box.root / "site").exists(), f"exit {done.code}")


def _no_day(name: str, mechanism: str, day: str):
    def act(box: Box) -> None:
        for command in (("build",), ("compliance",), ("write", "keluar")):
            done = box.katalog(*command, "--as-of", day)
            must(done.code == 2, f"{command}: exit {done.code}")

    return acts("refused", name, mechanism, act)


def _git(box: Box, *arguments: str, at: str = "", **environment: str) -> None:
    who = {f"GIT_{who}_{what}": "x@contoh.go.id" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    subprocess.run(
        ["git", *arguments],
        cwd=box.root / at,
        env={**os.environ, **who, **environment},
        check=True,
        capture_output=True,
    )


def _feed_days(box: Box) -> list[str]:
    box_feed = (box.root / "site/feed.xml").read_text("utf-8")
    return [
        element.text or ""
        for element in ElementTree.fromstring(box_feed).iter()
        if element.tag.endswith(("published", "updated"))
    ]


def _committed(box: Box, when: str) -> None:
    _git(box, "init", "-q")
    _git(box, "add", "innovations", "registry", "mkdocs.yml")
    _git(box, "commit", "-q", "-m", "x", GIT_COMMITTER_DATE=when, GIT_AUTHOR_DATE=when)


def _odd_clock(box: Box) -> None:
    """A commit that says it is of the future must not push its entry to the top of the feed for ever."""
    _committed(box, "4000000000 +0000")
    box.put({_ENTRY: _OLD + "jenis: digital\n"})
    _git(box, "add", _ENTRY)
    _git(box, "commit", "-q", "-m", "y", GIT_COMMITTER_DATE="1790000000 +0000")
    must(box.build().code == 0, "the build")
    must(max(_feed_days(box)) < "2027", f"days of the feed: {_feed_days(box)}")


def _shallow(box: Box) -> None:
    """A checkout without its history knows no days; it must not make them up."""
    _committed(box, "1700000000 +0000")
    _git(box, "commit", "-q", "--allow-empty", "-m", "y", GIT_COMMITTER_DATE="1790000000 +0000")
    _git(box, "clone", "-q", "--depth", "1", f"file://{box.root}", str(box.root / "dangkal"))
    (box.root / "dangkal/site_templates").symlink_to(box.root / "site_templates")
    shutil.copytree(BASE / "docs", box.root / "dangkal/docs")
    os.chdir(box.root / "dangkal")
    done = box.build()
    must(done.code == 0, done.err)
    found = ElementTree.parse(box.root / "dangkal/site/feed.xml").iter()
    told = [element.text for element in found if element.tag.endswith("published")]
    must(not told, f"made up: {told}")


def _lost(box: Box) -> None:
    """An entry that goes without leaving an address behind: the reviewer must hear of it."""
    box.put({f"{FOLDER}/lain.yml": _OLD.replace("Posyandu Malam", "Lain")})
    before = box.outside / "dasar"
    subprocess.run(["cp", "-r", str(BASE), str(before)], check=True)
    (box.root / _ENTRY).unlink()
    done = box.katalog("review", "--base", str(before), "--as-of", "2026-11-24")
    must("inovasi/posyandu-malam" in done.out, f"nobody hears of it: {done.out[:600]}")


def _cached(box: Box) -> None:
    """What was put into the cache by others is not published."""
    box.put({_ENTRY: rich(), f"{FOLDER}/posyandu-malam/foto.png": picture()})
    must(box.build().code == 0, "the first build")
    before = _contents(box)
    for path in (box.root / ".cache").rglob("*"):
        if path.is_file():
            path.write_bytes(path.read_bytes()[:40] + SECRET.encode())
    must(box.build().code == 0 and _contents(box) == before, "the spoilt copy is published")


def _cache_link(box: Box) -> None:
    """A cache that leads elsewhere is not written through."""
    (box.outside / "luar").mkdir()
    (box.root / ".cache").symlink_to(box.outside / "luar")
    box.put({_ENTRY: rich(), f"{FOLDER}/posyandu-malam/foto.png": picture()})
    must(box.build().code == 0 and not list((box.outside / "luar").iterdir()), "written through the link")


def _address(name: str, mechanism: str, variable: str, value: str):
    """An address from the environment that leaves its attribute: no page does anything by it."""

    def act(box: Box) -> None:
        key = {"SITE_URL": "site_url", "REPO_URL": "repo_url"}[variable]
        settings = re.sub(rf"(?m)^{key}:.*\n", "", _SETTINGS) + f'{key}: !ENV [{variable}, ""]\n'
        box.put({"mkdocs.yml": settings})
        os.environ[variable] = value
        if box.build().code == 0:
            wrong = wrong_in_pages(box.root / "site")
            must(not wrong, "; ".join(wrong[:3]))

    return acts("inert", name, mechanism, act)


def _everywhere(name: str, mechanism: str, look: Callable):
    """A whole site of hostile names, words and registers, and no file of it does what it must not."""

    def act(box: Box) -> None:
        box.put(_hostile_site())
        done = box.build()
        must(done.code == 0, done.err[-300:])
        wrong = look(box.root / "site")
        must(not wrong, "; ".join(map(str, wrong[:3])))

    return acts("inert", name, mechanism, act)


def _hostile_site() -> dict[str, str | bytes]:
    """Three entries and the registers, every free text of which is hostile."""
    texts = (_TITLE, "=1+1\"'><img src=x onerror=alert(1)>", "]]></summary></entry> @x +1 -1 {{ 7*7 }}")
    files: dict[str, str | bytes] = {}
    for number, text in enumerate(texts):
        places = {"kolaborator": [{"nama": text}], "tautan": [{"judul": text, "url": "https://contoh.go.id/"}]}
        files[f"{FOLDER}/jahat-{number}.yml"] = rich(nama=text, ringkasan=text, alias=[f"lama-{number}"], **places)
        files[f"{FOLDER}/jahat-{number}/foto.png"] = picture()
    agencies = as_yaml((BASE / "registry/agencies.yml").read_text("utf-8"))
    for number, row in enumerate(agencies["perangkat_daerah"]):
        row |= {"nama_resmi": f"{row['nama_resmi']} {_TITLE}", "catatan": _TITLE, "nama_pendek": "=1+1" + "+1" * number}
    words = as_yaml((BASE / "registry/taxonomy.yml").read_text("utf-8"))
    for terms in words.values():
        for term in terms:
            if term["slug"] not in ("utara", "selatan"):  # on the map there is no room for more
                term["label"] += " <b onclick=x>"
    return {**files, "registry/agencies.yml": json.dumps(agencies), "registry/taxonomy.yml": json.dumps(words)}


def _redirects(site) -> list[str]:
    """Old names lead to their own entry, inside of the site."""
    found = []
    for number in range(3):
        source = (site / f"inovasi/lama-{number}/index.html").read_text("utf-8")
        if f"url=../jahat-{number}/" not in source or EVIL in re.sub(r"<title>.*?</title>|<a[^>]*>.*?</a>", "", source):
            found.append(source)
    return found


def _sitemap(site) -> list[str]:
    places = [element.text for element in ElementTree.parse(site / "sitemap.xml").iter() if element.tag.endswith("loc")]
    return [
        place
        for place in places
        if not re.fullmatch(r"https://contoh\.go\.id/katalog/[a-z0-9/-]*(?:404\.html)?", place)
    ]


def _settings(name: str, mechanism: str, settings: str):
    """Settings that cannot be read as such: a sentence, no site, no traceback."""

    def act(box: Box) -> None:
        box.put({"mkdocs.yml": settings})
        done = box.build()
        must(done.code in (1, 2) and done.err.strip(), f"exit {done.code}: {done.err}")
        must(not (box.root / "site").exists(), "a site is there")

    return acts("refused", name, mechanism, act)


def _new_folder(box: Box) -> None:
    """Into an empty folder, and once more over what it built itself, for a day that is past."""
    (box.root / "keluar").mkdir()
    for _ in range(2):
        done = box.katalog("build", "--site-dir", "keluar", "--as-of", "2026-03-01")
        must(done.code == 0 and (box.root / "keluar/index.html").is_file(), f"exit {done.code}: {done.err}")


PUBLISHING = group(
    "publishing",
    [
        _not_run("kait", "a hook in the settings", _SETTINGS + "hooks: [kait.py]\n"),
        _not_run("benda-python", "an object in the settings", _SETTINGS + "extra: {x: !!python/object/apply:os.system ['touch ../dijalankan']}\n"),
        _not_run("plugin", "a module of a proposal as an extension", _SETTINGS + "markdown_extensions: [kait]\n"),
        _stays_out("situs-di-akar", "the project itself as the folder of the site", "."),
        _stays_out("situs-di-atas", "the folder above as the folder of the site", ".."),
        _stays_out("situs-di-kerja", "somebody's work as the folder of the site", "kerja", _work),
        _stays_out("situs-tautan", "a link to somebody's work as the folder of the site", "situs", _linked_work),
        _stays_out("situs-data", "the data as the folder of the site", "innovations"),
        _stays_out("tulis-di-kerja", "somebody's work as the folder of the pages", "kerja", _work, command="write"),
        _stays_out("tulis-di-akar", "the project itself as the folder of the pages", ".", command="write"),
        _old_stays("cakram-penuh", "a full disk", _full_disk),
        _old_stays("halaman-rusak", "a page that MkDocs refuses after the work has begun", _bad_page),
        _old_stays("data-rusak", "data that is refused", _bad_data),
        _old_stays("templat-rusak", "a template that fails half-way", _bad_template),
        acts("refused", "hari-depan", "a day that has not come", _future),
        _no_day("hari-mustahil", "a day that no calendar has", "2026-02-30"),
        _no_day("hari-perintah", "a command of Git for a day", "--output=x"),
        _settings("pengaturan-rusak", "settings that are no YAML", "site_name: [\n"),
        _settings("zona-naik", "a time zone that climbs", _SETTINGS.replace("Asia/Pontianak", "../../etc/passwd")),
        acts("inert", "jam-aneh", "a commit of the future", _odd_clock),
        acts("inert", "riwayat-dangkal", "a checkout without its history", _shallow),
        acts("inert", "alamat-hilang", "an address that is lost", _lost),
        acts("inert", "simpanan-rusak", "a spoilt copy in the cache", _cached),
        acts("inert", "simpanan-tautan", "a cache that leads elsewhere", _cache_link),
        _address("alamat-situs", "the site's address", "SITE_URL", 'https://contoh.go.id/"><script>alert(1)</script>/'),
        _address("alamat-gudang", "the repository's address", "REPO_URL", "javascript:alert(1)//"),
        _everywhere("semua-halaman", "all pages, whatever is listed on them", wrong_in_pages),
        _everywhere("semua-umpan", "feeds and sitemap as XML", wrong_in_feeds),
        _everywhere("semua-tabel", "tables that a spreadsheet calculates", wrong_in_tables),
        _everywhere("semua-data", "data as JSON, and what lies outside", wrong_in_data),
        _everywhere("semua-pengalihan", "old names", _redirects),
        acts("honest", "folder-baru", "an empty folder, and a site of our own", _new_folder),
        _everywhere("peta-situs", "addresses for search engines", _sitemap),
    ],
)  # fmt: skip
