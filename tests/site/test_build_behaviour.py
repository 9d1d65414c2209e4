"""How a build behaves: the same bytes always and by every way, and no half-finished site ever."""

import datetime as dt
import os
import random
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml
from conftest import ENTRY, TODAY, write_files
from site_helpers import LEFT_OUT, ROOT, built, contents, environment, fingerprints, katalog, run
from synthetic_catalogue import MARKUP, photo, plain, put, region

from generator import layout
from generator.commands import making
from generator.dates import spoken
from generator.publishing import asking, configuration, pouring, tables
from generator.publishing.configuration import Configuration
from generator.speed import aided, crew

pytest_plugins = ["site_fixtures"]

DAY = TODAY.isoformat()
COMMITTED = "2026-11-20T23:30:00+00:00"
#: COMMITTED in the region's zone, which is seven hours ahead.
COMMIT_DAY = "21 November 2026"
OLD = "site/inovasi/sudah-dihapus/index.html"
FAULTY = ENTRY.replace("bentuk: pelayanan-publik", "bentuk: pelayanan-publk")
CURE = 'maksudnya "pelayanan-publik"?'
HOSTILE_ENVIRONMENT = {
    "TZ": "Pacific/Kiritimati",
    "LANG": "C",
    "LC_ALL": "C",
    "PYTHONUTF8": "0",
    "PYTHONCOERCECLOCALE": "0",
    "PYTHONHASHSEED": "4711",
}


def git(root: Path, *arguments: str) -> None:
    env = {
        "PATH": os.environ["PATH"],
        "HOME": str(root),
        "GIT_CONFIG_NOSYSTEM": "1",
        **{f"GIT_{who}_{what}": value for who in ("AUTHOR", "COMMITTER") for what, value in
           (("NAME", "Penguji"), ("EMAIL", "penguji@contoh.go.id"), ("DATE", COMMITTED))},
    }  # fmt: skip
    subprocess.run(["git", *arguments], cwd=root, env=env, check=True, capture_output=True)


def committed(root: Path) -> Path:
    git(root, "init", "--quiet")
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message", "Isi pertama")
    return root


def copied_backwards(source: Path, target: Path) -> Path:
    """The same tree, its files made in the opposite order and with other times; what was kept of pictures is not."""
    for number, path in enumerate(sorted(source.rglob("*"), reverse=True)):
        if layout.CACHE in path.relative_to(source).parts:
            continue
        copy = target / path.relative_to(source)
        if path.is_symlink():
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.symlink_to(path.readlink())
        elif path.is_file():
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, copy)
            os.utime(copy, (10**9 + number, 10**9 + number))
        elif path.is_dir():
            copy.mkdir(parents=True, exist_ok=True)
    return target


@pytest.fixture(scope="module", params=["small", pytest.param("worst", marks=pytest.mark.walk)])
def in_git(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small project with a picture and an alias; on the walk the one with the worst input."""
    target = tmp_path_factory.mktemp("in-git") / "project"
    if request.param == "worst":
        source = request.getfixturevalue("synthetic_project")
        shutil.copytree(source, target, symlinks=True, ignore=shutil.ignore_patterns(layout.CACHE))
    else:
        picture = {"berkas": "foto.jpg", "alt": "Foto loket", "kredit": "Rekaan"}
        put(region(target), {"dinkes/lengkap": plain(nama=MARKUP, alias=["nama-lama"], gambar=[picture])})
        write_files(target, {"innovations/dinkes/lengkap/foto.jpg": photo()})
    return committed(target)


@pytest.fixture(scope="module")
def yesterday(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site as it was built before today's change."""
    folder = tmp_path_factory.mktemp("yesterday")
    root = region(folder / "project")
    put(root, {"disdik/sudah-dihapus": plain()})
    return built(root, folder / "site", "--as-of", DAY)


@pytest.fixture
def small(tmp_path: Path, yesterday: Path) -> Path:
    """A whole small project, not yet in Git, with the site of yesterday."""
    root = region(tmp_path / "project")
    shutil.copytree(yesterday, root / "site")
    return root


@pytest.fixture
def small_here(small: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The small project as the current folder, for commands whose process is not the point."""
    monkeypatch.chdir(small)
    for name in LEFT_OUT:
        monkeypatch.delenv(name, raising=False)
    return small


Build = Callable[[Path], subprocess.CompletedProcess[str]]
BUILDS: dict[str, Build] = {
    "katalog build": lambda root: katalog("build", cwd=root),
    "mkdocs build": lambda root: run("mkdocs", "build", cwd=root),
}
both_builds = pytest.mark.parametrize("build", BUILDS.values(), ids=BUILDS)


# The same bytes


@pytest.fixture(scope="module")
def built_in_git(tmp_path_factory: pytest.TempPathFactory, in_git: Path) -> Path:
    target = tmp_path_factory.mktemp("built-in-git") / "site"
    return built(in_git, target, TZ="America/Los_Angeles", LC_ALL="C.UTF-8", PYTHONHASHSEED="1")


def test_two_builds_are_identical_whatever_zone_locale_seed_order_and_file_times(in_git, built_in_git, tmp_path):
    other = copied_backwards(in_git, tmp_path / "elsewhere" / "other-name")
    again = built(other, tmp_path / "again", **HOSTILE_ENVIRONMENT)
    assert fingerprints(again) == fingerprints(built_in_git)
    assert "sitemap.xml.gz" in fingerprints(again)
    assert (other / layout.CACHE).is_dir(), "both builds made their pictures themselves"
    assert f"Data per {COMMIT_DAY}." in (again / "index.html").read_text("utf-8")


def test_an_explicit_day_gives_the_same_site_as_the_commit_of_that_day(small_here, run_here):
    committed(small_here)
    assert run_here("build")[0] == 0
    before = fingerprints(small_here / "site")
    assert run_here("build", "--as-of", "2026-11-21", "--site-dir", "again")[0] == 0
    assert f"Data per {COMMIT_DAY}." in (small_here / "site/index.html").read_text("utf-8")
    assert fingerprints(small_here / "again") == before


def test_without_the_room_of_speed_every_byte_is_the_same_from_nothing_and_with_what_is_kept(
    in_git, built_in_git, tmp_path
):
    program, bare = tmp_path / "program", tmp_path / "bare"
    shutil.copytree(ROOT / "generator", program / "generator", ignore=shutil.ignore_patterns("speed", "__pycache__"))
    shutil.copytree(in_git, bare, symlinks=True, ignore=shutil.ignore_patterns(layout.CACHE))
    without = built(bare, tmp_path / "without", PYTHONPATH=str(program))
    assert not (bare / layout.CACHE).exists(), "the room is not there"
    kept = built(in_git, tmp_path / "kept")
    assert fingerprints(without) == fingerprints(built_in_git) == fingerprints(kept)


CATCHER = """
import os, pathlib
def on_files(files, config):
    for file in files:
        if file.generated_by == "katalog":
            target = pathlib.Path(os.environ["CAUGHT"], file.src_uri)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(file.content_bytes)
"""


@dataclass(frozen=True)
class BothWays:
    """What the plugin registers in a build by MkDocs alone, the site of that build, and what `katalog write` writes."""

    project: Path
    caught: Path
    site: Path
    written: Path


@pytest.fixture(scope="module")
def both_ways(tmp_path_factory: pytest.TempPathFactory, in_git: Path, built_in_git: Path) -> BothWays:
    """After the other build, whose pictures lie ready."""
    folder = tmp_path_factory.mktemp("both-ways")
    found = BothWays(folder / "project", folder / "caught", folder / "site", folder / "written")
    shutil.copytree(in_git, found.project, symlinks=True)
    (found.project / "catch.py").write_text(CATCHER, "utf-8")
    config = found.project / "mkdocs.yml"
    config.write_text(config.read_text("utf-8") + "\nhooks: [catch.py]\n", "utf-8")
    arguments = ("--config-file", str(config), "--site-dir", str(found.site))
    done = run("mkdocs", "build", *arguments, cwd=folder, CAUGHT=str(found.caught))
    assert done.returncode == 0, done.stderr
    done = katalog("write", str(found.written), cwd=found.project, **HOSTILE_ENVIRONMENT)
    assert done.returncode == 0, done.stderr
    return found


def test_mkdocs_alone_with_an_own_config_path_gives_the_same_site(both_ways, built_in_git):
    assert fingerprints(both_ways.site) == fingerprints(built_in_git)


def test_the_plugin_and_the_writer_give_identical_bytes(both_ways):
    files, project = fingerprints(both_ways.written), both_ways.project
    del files[".katalog"]
    by_hand = {path: files[path] for path in fingerprints(project / "docs") if path in files}
    assert fingerprints(both_ways.caught) == {path: digest for path, digest in files.items() if path not in by_hand}
    assert by_hand.items() <= fingerprints(project / "docs").items()
    assert {Path(path).suffix for path in files} == {
        ".md", ".json", ".jsonld", ".csv", ".xlsx", ".yml", ".xml", ".html", ".jpg", ".avif", ".txt", ".pdf", ".webmanifest",
    }  # fmt: skip


Change = Callable[[Path], object]


def _replaced(path: str, old: str, new: str) -> Change:
    def change(root: Path) -> None:
        text = (root / path).read_text("utf-8")
        assert old in text
        (root / path).write_text(text.replace(old, new, 1), "utf-8")

    return change


def _renamed(root: Path) -> None:
    put(root, {"dinkes/nama-terbaru": plain(alias=["nama-lama"])})


EDITS: dict[str, Change] = {
    "added": lambda root: put(root, {f"disdik/baru-{n}": plain(nama=f'Baru "{n}" & <lama>') for n in range(3)}),
    "changed": _replaced("innovations/dinkes/posyandu-malam.yml", "malam hari", "setiap Selasa"),
    "renamed": _renamed,
    "deleted": lambda root: (root / "innovations/disdik/baru-1.yml").unlink(missing_ok=True),
    "withdrawn": lambda root: put(
        root, {"disdik/ditarik": plain(ditarik={"tanggal": "2026-05-01", "alasan": "Keliru"})}
    ),
    "of another stage": lambda root: put(
        root, {"dinkes/usai": plain(riwayat=[{"peristiwa": "selesai", "tanggal": "2025"}])}
    ),
    "registry": _replaced("registry/agencies.yml", "Dinas Kesehatan", "Dinas Kesehatan dan KB"),
    "template": _replaced("site_templates/pages/poster.md.j2", "<dl>", '<p class="k-note">Loket</p>\n<dl>'),
    "shell": _replaced("site_templates/theme/main.html", "<body>", "<body>\n<!-- kerangka -->"),
    "setting": _replaced("mkdocs.yml", "resmi: false", "resmi: true"),
    "hand-written page": _replaced("docs/tentang/privasi.md", "\n\nRekaan.\n", "\n\n[Baru](../inovasi/posyandu-malam/index.md)\n"),
}  # fmt: skip


#: A build by two processes, however small the site is; it tells that there were two.
BY_TWO = """
from generator.commands import cli
from generator.speed import aided
from generator.speed.crew import Shared

def shared(work, count, crew, made, share=Shared._share):
    print(len(crew), "proses")
    share(work, count, crew, made)

aided.MANY, Shared._share = 1, shared
cli.main()
"""


def built_by_two(cwd: Path, target: str, **env: str) -> str:
    """Build without this process, which may have threads; gives all that was said."""
    arguments = ("build", "--jobs", "2", "--site-dir", target)
    done = subprocess.run(
        [sys.executable, "-c", BY_TWO, *arguments],
        cwd=cwd, env=environment(cwd, **env), check=False, capture_output=True, encoding="utf-8", timeout=120,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout + done.stderr


@pytest.mark.walk
def test_pages_kept_by_two_poured_and_page_by_page_are_the_same_whatever_was_edited(small_here, run_here, monkeypatch):
    site = "https://contoh.go.id/katalog/"
    monkeypatch.setenv("SITE_URL", site)
    (small_here / "site_templates").unlink()
    shutil.copytree(
        ROOT / "site_templates", small_here / "site_templates", ignore=shutil.ignore_patterns("node_modules")
    )
    committed(small_here)
    dice, last = random.Random(18), {}
    for name in dice.sample(list(EDITS), len(EDITS)):
        EDITS[name](small_here)
        said = built_by_two(small_here, "kept", SITE_URL=site)
        assert run_here("build", "--clean", "--jobs", "1", "--site-dir", "clean")[0] == 0
        done = run("mkdocs", "build", "--site-dir", "paged", cwd=small_here, SITE_URL=site)
        assert done.returncode == 0, done.stderr
        made = fingerprints(small_here / "paged")
        # An edit that finds nothing to change spares the build; no other one may.
        assert ("2 proses" in said or made == last, "satu per satu" in said) == (True, False), name + said
        assert fingerprints(small_here / "kept") == made, f"with what was kept, by two: {name}"
        assert fingerprints(small_here / "clean") == made, f"from scratch, by one: {name}"
        last = made


def test_writing_again_changes_nothing_and_removes_what_is_gone(both_ways, tmp_path):
    copy = tmp_path / "written"
    shutil.copytree(both_ways.written, copy)
    (copy / "inovasi/sisa").mkdir()
    (copy / "inovasi/sisa/index.md").write_text("sisa", "utf-8")
    done = katalog("write", str(copy), cwd=both_ways.project)
    assert "0 ditulis, 1 dihapus" in done.stdout
    assert fingerprints(copy) == fingerprints(both_ways.written)


@pytest.mark.walk
@pytest.mark.parametrize("in_git", ["worst"], indirect=True)  # where a page is empty our menu alone leaves it out
def test_mkdocs_without_our_plugin_makes_the_same_pages_of_the_written_tree(both_ways, tmp_path):
    """All logic lies in the tree: another engine needs only the theme's few settings, and no line for a tag."""
    project, docs = both_ways.project, tmp_path / "docs"
    shutil.copytree(both_ways.written, docs, ignore=shutil.ignore_patterns(".katalog"))
    shutil.copytree(project / "docs", docs, dirs_exist_ok=True)
    config = yaml.safe_load(re.sub(r"!ENV .*", '""', (project / "mkdocs.yml").read_text("utf-8")))
    settings = config.pop("plugins")[0]["katalog"]
    here = Configuration.read(project / "mkdocs.yml", site="")
    edition = here.edition(None)
    (tmp_path / "lines.py").write_text(
        "def on_env(env, **_):\n    env.trim_blocks = env.lstrip_blocks = True\n", "utf-8"
    )
    config["hooks"] = ["lines.py"]
    config["theme"]["custom_dir"] = str(ROOT / config["theme"]["custom_dir"])
    config["plugins"] = []
    config["extra"] = {"katalog": {
        "pengaturan": {"operator": settings["pengelola"], "official": False, "government": settings["pemerintah"]},
        "lisensi": [tables.LICENCE, tables.LICENCE_ADDRESS],
        "pratinjau": False,
        "laporan": asking.report_form(here.settings, edition),
        "dibuat": [edition.as_of.isoformat(), spoken(edition.as_of)],
    }}  # fmt: skip
    (tmp_path / "mkdocs.yml").write_text(yaml.safe_dump(config), "utf-8")
    done = run("mkdocs", "build", cwd=tmp_path, SITE_URL="")
    assert done.returncode == 0, done.stderr
    # The other engine copies the whole theme; what our pages load is the same.
    expected = {path: content for path, content in contents(both_ways.site).items() if not path.startswith("sitemap")}
    found = contents(tmp_path / "site") if (tmp_path / "site").exists() else {}
    assert [path for path, content in expected.items() if found.get(path) != content] == []


# Faults


@both_builds
def test_faulty_entries_stop_the_build_are_all_named_and_leave_the_old_site_as_it_was(small, build):
    names = ("rusak", "dua", "tiga")
    write_files(small, {f"innovations/dinkes/{name}.yml": FAULTY for name in names})
    committed(small)
    before = fingerprints(small / "site")
    done = build(small)
    said = done.stdout + done.stderr
    assert done.returncode == 1
    assert [name for name in names if f"innovations/dinkes/{name}.yml:3:" not in said] == []
    assert CURE in said
    assert "Traceback" not in said
    assert fingerprints(small / "site") == before
    assert sorted(path.name for path in small.iterdir() if path.name.startswith(".")) == [".git"]


def test_a_broken_page_of_ours_leaves_the_old_site_as_it_was(small_here, run_here):
    page = small_here / "docs/kontribusi/index.md"
    page.write_text(page.read_text("utf-8") + "\n[ke mana?](tidak-ada.md)\n", "utf-8")
    before = fingerprints(small_here / "site")
    code, out, err = run_here("build", "--as-of", DAY)
    assert code == 1
    assert "tidak-ada.md" in out + err
    assert "Traceback" not in err
    assert fingerprints(small_here / "site") == before


def test_a_process_that_is_killed_at_its_page_is_told_by_the_file_and_leaves_the_old_site_as_it_was(
    small_here, run_here, monkeypatch
):
    monkeypatch.setattr(aided, "MANY", 1)
    monkeypatch.setattr(crew, "_alone", lambda: True)
    here, page = os.getpid(), "inovasi/posyandu-malam/index.html"

    def killed(labour, path, *rest, passed=pouring.Labour._passed):
        if path == page and os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)
        return passed(labour, path, *rest)

    monkeypatch.setattr(pouring.Labour, "_passed", killed)
    before = fingerprints(small_here / "site")
    code, _, err = run_here("build", "--jobs", "2", "--as-of", DAY)
    assert code == 1
    assert "innovations/dinkes/posyandu-malam.yml: proses yang mengerjakannya terhenti (kode -9)" in err
    assert "Traceback" not in err
    assert fingerprints(small_here / "site") == before
    assert [path.name for path in small_here.iterdir() if path.name.startswith(".katalog")] == []


def test_a_broken_template_leaves_the_old_site_as_it_was(small):
    templates = small / "site_templates"
    templates.unlink()
    shutil.copytree(ROOT / "site_templates", templates)
    (templates / "pages/inovasi.md.j2").write_text("{% extends 'rangka.md.j2' %}{% block isi %}{{ tak_ada }}", "utf-8")
    before = fingerprints(small / "site")
    assert katalog("build", "--as-of", DAY, cwd=small).returncode != 0
    assert fingerprints(small / "site") == before


def test_strict_makes_a_warning_stop_the_build(small_here, run_here):
    before = fingerprints(small_here / "site")
    code, out, err = run_here("build", "--strict", "--as-of", DAY)
    assert code == 1
    assert "peringatan[K003]" in out + err
    assert fingerprints(small_here / "site") == before


def test_a_good_build_replaces_the_old_site_whole(small_here, run_here):
    assert run_here("build", "--as-of", DAY)[0] == 0
    assert not (small_here / OLD).exists()
    assert (small_here / "site/inovasi/posyandu-malam/index.html").is_file()
    assert [path.name for path in small_here.iterdir() if path.name.startswith(".katalog")] == []


def test_where_nothing_changed_nothing_is_made_and_all_is_said_again(small_here, run_here, monkeypatch):
    monkeypatch.setenv("SITE_URL", "https://contoh.go.id/katalog/")
    _, out, err = run_here("build", "--as-of", DAY)
    before = fingerprints(small_here / "site")
    with monkeypatch.context() as patch:
        patch.setattr(making.Making, "made", None)
        code, again, err_again = run_here("build", "--as-of", DAY)
    assert (code, re.sub(r"\d+ detik", "", again), err_again) == (0, re.sub(r"\d+ detik", "", out), err)
    assert "peringatan[S001]" in err
    assert run_here("build", "--as-of", DAY, "--strict")[0] == 1, "what was let pass is not let pass by everybody"
    (small_here / "site/index.html").write_text("disunting", "utf-8")
    assert run_here("build", "--as-of", DAY)[0] == 0
    assert fingerprints(small_here / "site") == before


def test_hand_written_pages_that_hide_generated_ones_are_all_named_and_nothing_is_published(small_here, run_here):
    hiding = ("inovasi/index.md", "inovasi.md", "perangkat-daerah/README.md", "inovasi/posyandu-malam.md", "index.md",
              "feed.xml", "data/inovasi.json", "inovasi/nama-lama.md")  # fmt: skip
    put(small_here, {"dinkes/nama-baru": plain(alias=["nama-lama"])})
    write_files(small_here, {f"docs/{page}": "# Menutupi\n\nIsi.\n" for page in hiding})
    before = fingerprints(small_here / "site")
    code, out, err = run_here("build", "--as-of", DAY)
    assert code == 1
    assert [page for page in hiding if f"docs/{page}" not in out + err] == [], "silently hides or loses a page"
    assert fingerprints(small_here / "site") == before


# The day


@pytest.mark.parametrize("command", ["build", "write hasil", "compliance"])
def test_without_git_and_without_a_day_there_is_one_clear_sentence(small_here, run_here, command):
    code, _, err = run_here(*command.split())
    assert code != 0
    lines = [line for line in err.splitlines() if "--as-of" in line]
    assert len(lines) == 1, err
    assert "Git" in lines[0]
    assert "Traceback" not in err
    assert (small_here / OLD).exists()


def test_mkdocs_without_git_says_so_and_keeps_the_old_site(small):
    done = run("mkdocs", "build", cwd=small)
    assert done.returncode != 0
    assert "Git" in done.stderr
    assert "Traceback" not in done.stderr
    assert (small / OLD).exists()


def test_a_day_in_the_past_is_judged_by_what_had_happened_by_then(small_here, run_here):
    committed(small_here)
    for day, said, status in (
        ("2026-02-01", "1 Februari 2026", "belum"),
        ("2026-03-02", "2 Maret 2026", "memenuhi"),
    ):
        code, out, err = run_here("build", "--as-of", day)
        assert code == 0, out + err
        text = (small_here / "site/kepatuhan/index.html").read_text("utf-8")
        assert f"Data per {COMMIT_DAY}, dinilai menurut peristiwa sampai {said}." in text
        assert f'data-perangkat-daerah="dinkes" data-status="{status}"' in text


@pytest.mark.parametrize("command", ["write hasil", "compliance --format csv"])
def test_the_other_commands_answer_for_a_day_in_the_past_too(small_here, run_here, command):
    committed(small_here)
    code, out, err = run_here(*command.split(), "--as-of", "2026-02-01")
    assert code == 0, out + err


def test_the_year_before_any_rule_has_no_verdict(small_here, run_here):
    committed(small_here)
    assert run_here("build", "--as-of", "2025-06-30")[0] == 0
    site = small_here / "site"
    assert not (site / "kepatuhan/2026").exists()
    foot = f"Data per {COMMIT_DAY}, dinilai menurut peristiwa sampai 30 Juni 2025."
    generated = [path for path in site.rglob("*.html") if 'class="k-page"' in path.read_text("utf-8")]
    assert generated
    assert [path for path in generated if foot not in path.read_text("utf-8")] == []


def test_a_commit_of_a_day_that_has_not_come_is_said_and_an_explicit_day_is_the_cure(small_here, run_here, monkeypatch):
    committed(small_here)
    before = fingerprints(small_here / "site")
    early = dt.datetime(2026, 11, 20, 5, tzinfo=dt.UTC)
    monkeypatch.setattr(configuration, "now", lambda: early)
    code, _, err = run_here("build")
    assert code == 1
    assert err.splitlines() == [
        (
            f"Commit terakhir bertanggal {COMMIT_DAY}, padahal hari ini 20 November 2026. "
            "Betulkan jam komputer, atau sebutkan --as-of hari-ini."
        )
    ]
    assert fingerprints(small_here / "site") == before
    assert run_here("build", "--as-of", "hari-ini")[0] == 0


# The preview


@contextmanager
def previewing(root: Path, *command: str) -> Iterator[tuple[str, Path]]:
    """A running preview: its address and its log."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    log = root.parent / "preview.log"
    option = "--address" if command[0] == "generator" else "--dev-addr"
    with log.open("wb") as out:
        process = subprocess.Popen(
            [sys.executable, "-m", *command, "serve", option, f"127.0.0.1:{port}"],
            cwd=root, env=environment(root, PYTHONUNBUFFERED="1"), stdout=out, stderr=out,
        )  # fmt: skip
        try:
            yield f"http://127.0.0.1:{port}/", log
        finally:
            process.send_signal(signal.SIGINT)
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def page_at(address: str) -> str:
    try:
        with urllib.request.urlopen(address, timeout=10) as answer:
            return answer.read().decode()
    except urllib.error.HTTPError as error:
        error.close()
    except OSError:
        pass
    return ""


def wait_for(what: Callable[[], bool], log: Path, seconds: float = 30) -> None:
    end = time.monotonic() + seconds
    while not what():
        assert time.monotonic() < end, log.read_text("utf-8")
        time.sleep(0.1)


@pytest.mark.parametrize("command", ["generator", pytest.param("mkdocs", marks=pytest.mark.walk)])
def test_the_preview_follows_every_edit_and_survives_a_faulty_one(small, command):
    entry = small / "innovations/dinkes/posyandu-malam.yml"
    good = entry.read_text("utf-8")
    with previewing(small, command) as (address, log):
        page = f"{address}inovasi/posyandu-malam/"
        wait_for(lambda: "dibuka malam hari" in page_at(page), log)
        assert address in log.read_text("utf-8"), "nobody is told where the preview is"
        entry.write_text(good.replace("malam hari", "setiap Selasa"), "utf-8")
        wait_for(lambda: "dibuka setiap Selasa" in page_at(page), log)
        entry.write_text(good.replace("bentuk: ", "bentuk: x"), "utf-8")
        wait_for(lambda: "innovations/dinkes/posyandu-malam.yml:3:" in log.read_text("utf-8"), log)
        wait_for(lambda: "dibuka setiap Selasa" in page_at(page), log)
        entry.write_text(good.replace("malam hari", "setiap Rabu"), "utf-8")
        (small / "innovations/disdik").mkdir()
        (small / "innovations/disdik/baru.yml").write_text(ENTRY.replace("Posyandu Malam", "Sekolah Pagi"), "utf-8")
        wait_for(lambda: "dibuka setiap Rabu" in page_at(page), log)
        wait_for(lambda: "Sekolah Pagi" in page_at(f"{address}inovasi/baru/"), log)
        assert "Traceback" not in log.read_text("utf-8")
