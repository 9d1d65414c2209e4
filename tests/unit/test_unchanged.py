"""A build is spared only where whatever it may read, and whatever it made, is the same to the last byte."""

import hashlib
import shutil
from types import SimpleNamespace

import pytest

from generator import layout
from generator.aid import MadeSite
from generator.speed import store
from generator.speed.store import Store
from generator.speed.unchanged import LastKnown, folders

FOLDERS = ["docs", layout.INNOVATIONS, layout.REGISTRY, layout.TEMPLATES]
MADE = ("Edisi 1", False)


@pytest.fixture
def root(tmp_path, monkeypatch):
    """A repository with a file in each folder, and the site that was made of it."""
    (tmp_path / "parts").mkdir()
    monkeypatch.setattr(store, "own_folder", lambda _: tmp_path / "parts")
    monkeypatch.setenv("ALAMAT", "https://contoh.go.id/")
    root = tmp_path / "katalog"
    for folder in (*FOLDERS, "site/inovasi"):
        (root / folder).mkdir(parents=True)
        (root / folder / "a.txt").write_text("isi", "utf-8")
    (root / layout.SETTINGS).write_text("site_url: !ENV [ALAMAT, '']", "utf-8")
    last = LastKnown(Store.of(root), root, *MADE)
    last.begin(config(root))
    last.note(root / "site", MadeSite(1, 21, "laporan"), {})
    return root


def spared(root, *told):
    site = LastKnown(Store.of(root), root, *(told or MADE)).site(root / "site")
    return site and (site.files, site.entries, site.report)


def test_where_all_is_the_same_the_last_site_stands_with_all_that_was_said_of_it(root):
    (root / layout.TEMPLATES / "node_modules").mkdir()
    (root / "README.md").write_text("tidak dibaca", "utf-8")
    assert spared(root) == spared(root) == (1, 21, "laporan")


CHANGES = {
    **{f"a file in {folder}": lambda root, at=folder: (root / at / "a.txt").write_text("ISI") for folder in FOLDERS},
    **{f"a new file in {folder}": lambda root, at=folder: (root / at / "b").touch() for folder in FOLDERS},
    "a file that is gone": lambda root: (root / "docs/a.txt").unlink(),
    "another name": lambda root: (root / "innovations/a.txt").rename(root / "innovations/b.txt"),
    "an empty folder": lambda root: (root / "innovations/baru").mkdir(),
    "other rights": lambda root: (root / "innovations/a.txt").chmod(0o755),
    "a link": lambda root: (root / "docs/b.txt").symlink_to("a.txt"),
    "a folder that is gone": lambda root: shutil.rmtree(root / "docs"),
    "the settings": lambda root: (root / layout.SETTINGS).write_text("site_url: ALAMAT"),
    "a file of the site": lambda root: (root / "site/inovasi/a.txt").write_text("lain"),
    "a file more in the site": lambda root: (root / "site/b.txt").touch(),
    "no site": lambda root: shutil.rmtree(root / "site"),
    "nothing kept": Store.forget,
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_whatever_changed_is_made_anew(root, change):
    change(root)
    assert spared(root) is None


def test_so_is_what_is_told_otherwise_or_read_from_the_environment(root, monkeypatch):
    assert spared(root, "Edisi 2", False) is None
    monkeypatch.setenv("LAIN", "tidak disebut")
    assert spared(root) is not None
    monkeypatch.setenv("ALAMAT", "https://lain.go.id/")
    assert spared(root) is None


def test_what_changed_while_a_site_was_made_is_not_taken_for_what_it_was_made_of(root):
    last = LastKnown(Store.of(root), root, "Edisi 2")
    last.begin(config(root))
    (root / "innovations/a.txt").write_text("berubah", "utf-8")
    last.note(root / "site", MadeSite(1, 21, ""), {})
    assert spared(root, "Edisi 2") is None
    (root / "innovations/a.txt").write_text("isi", "utf-8")
    assert spared(root, "Edisi 2") is None


def test_what_is_said_to_have_been_written_and_was_not_is_no_site_that_is_found_again(root):
    last = LastKnown(Store.of(root), root, "Edisi 2")
    last.begin(config(root))
    written = {"inovasi/a.txt": hashlib.sha256(b"lain").digest()}
    last.note(root / "site", MadeSite(1, 21, ""), written)
    assert spared(root, "Edisi 2") is None
    last.note(root / "site", MadeSite(1, 21, ""), {"inovasi/a.txt": hashlib.sha256(b"isi").digest()})
    assert spared(root, "Edisi 2") is not None


def config(root, **other):
    theme = SimpleNamespace(dirs=[str(root / layout.TEMPLATES / "theme"), "/pustaka/material"])
    usual = {
        "plugins": ["katalog"],
        "hooks": {},
        "markdown_extensions": ["toc", "tables"],
        "docs_dir": str(root / "docs"),
    }
    return SimpleNamespace(theme=theme, **{**usual, **other})


def test_a_build_that_may_read_elsewhere_is_never_spared(root):
    assert folders(root, config(root)) == FOLDERS
    elsewhere = {
        "plugins": ["katalog", "lain"], "hooks": {"a.py": None}, "markdown_extensions": ["pymdownx.snippets"], "docs_dir": "/docs"
    }  # fmt: skip
    assert [folders(root, config(root, **{key: value})) for key, value in elsewhere.items()] == [[]] * 4
    other = config(root)
    other.theme.dirs.append(str(root / "tema"))
    assert folders(root, other) == []
    last = LastKnown(Store.of(root), root, "Edisi 2")
    last.begin(other)
    last.note(root / "site", MadeSite(1, 21, ""), {})
    assert spared(root, "Edisi 2") is None
