"""The folder of the site before the last saves writing; what lies in it decides nothing."""

import pytest

from generator.publishing.pouring import complete
from generator.speed.aided import Aided
from generator.speed.spare import borrowed, settle

SITE = {"index.html": b"Beranda", "inovasi/a/index.html": b"A", "inovasi/b/index.html": b"B", "data/a.json": b"{}"}


@pytest.fixture
def place(tmp_path):
    """What is left of a site, but for one that changed, one that is gone, and an older one."""
    place = tmp_path / "cache/situs"
    put(place, {**SITE, "inovasi/b/index.html": b"b", "lama/lagi/index.html": b"?", "inovasi/c.html": b"?"})
    (place / "data/a.json").unlink()
    return place


def put(folder, files):
    for path, content in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)


def held(folder):
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def made(folder, more):
    """Make SITE in `folder`, two files of which somebody else has made in `more`."""
    own = {path for path in SITE if path.startswith("inovasi/")}
    for path in own:
        settle(folder / path, SITE[path])
    put(more, {path: content for path, content in SITE.items() if path not in own})
    put(more, {"inovasi/a/index.html": b"", "data/dijanjikan.json": b""})
    complete(
        Aided(folder, remembers=False, jobs=1), folder, more, own, {"data/dijanjikan.json", "inovasi/a/index.html"}
    )


def test_a_file_with_the_same_bytes_stays_and_all_else_is_as_if_made_anew(place, tmp_path):
    before = (place / "inovasi/a/index.html").stat()
    with borrowed(place, tmp_path / "baru") as folder:
        made(folder, tmp_path / "mkdocs")
        assert held(folder) == SITE
        assert not (folder / "lama").exists()
        after = (folder / "inovasi/a/index.html").stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
    assert held(place) == SITE, "it waits there for the next build"


def test_without_it_or_where_it_is_taken_everything_is_made_anew(tmp_path):
    for lent in (None, tmp_path / "tidak-ada"):
        with borrowed(lent, tmp_path / "baru") as folder:
            made(folder, tmp_path / "mkdocs")
            assert held(folder) == SITE
            folder.rename(tmp_path / f"situs{bool(lent)}")
    assert not (tmp_path / "tidak-ada").exists()


def test_what_leads_elsewhere_is_thrown_away_and_nothing_elsewhere_changes(place, tmp_path):
    (tmp_path / "milik-orang").mkdir()
    (tmp_path / "milik-orang/index.html").write_bytes(b"penting")
    (place / "inovasi/d").symlink_to(tmp_path / "milik-orang")
    with borrowed(place, tmp_path / "baru") as folder:
        assert held(folder) == {}
        settle(folder / "inovasi/d/index.html", b"D")
    (tmp_path / "tautan").symlink_to(tmp_path / "milik-orang")
    with borrowed(tmp_path / "tautan", tmp_path / "baru") as folder:
        assert held(folder) == {}
    assert (tmp_path / "milik-orang/index.html").read_bytes() == b"penting"


def test_a_file_that_has_another_name_elsewhere_is_not_written_into(place, tmp_path):
    (tmp_path / "milik-orang").write_bytes(b"penting")
    (place / "inovasi/e.html").hardlink_to(tmp_path / "milik-orang")
    with borrowed(place, tmp_path / "baru") as folder:
        settle(folder / "inovasi/e.html", b"E")
    assert (tmp_path / "milik-orang").read_bytes() == b"penting"


def test_a_folder_where_a_file_shall_be_and_the_reverse_make_way(tmp_path):
    put(tmp_path, {"a/b/c.html": b"?", "d": b"?"})
    settle(tmp_path / "a", b"A")
    settle(tmp_path / "d/e/f.html", b"F")
    assert held(tmp_path) == {"a": b"A", "d/e/f.html": b"F"}
