"""A reader finds the old or the new, whole, whenever he looks and wherever a writer was killed."""

import errno
import fcntl
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from generator import whole

LEFT = ".katalog-deadbeef"
#: Runs in a process of its own, which ends where the code says.
HEAD = "import os, resource, signal, sys\nfrom pathlib import Path\nfrom generator import whole\nfolder = Path(sys.argv[1])\n"
KILL = "os.kill(os.getpid(), signal.SIGKILL)"


def run(folder: Path, code: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", HEAD + code, str(folder)], capture_output=True, text=True, check=False)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


# A file


@pytest.mark.parametrize(("mask", "mode"), [(0o022, 0o644), (0o077, 0o600)])
def test_a_file_has_the_rights_that_the_process_gives_to_new_files(tmp_path, mask, mode):
    before = os.umask(mask)
    try:
        whole.write(tmp_path / "berkas", b"isi")
    finally:
        os.umask(before)
    assert (tmp_path / "berkas").stat().st_mode & 0o777 == mode
    assert names(tmp_path) == ["berkas"]


def test_a_link_is_replaced_and_what_it_leads_to_stays_as_it_was(tmp_path):
    (tmp_path / "lain").write_bytes(b"milik orang")
    (tmp_path / "berkas").symlink_to("lain")
    whole.write(tmp_path / "berkas", b"isi")
    assert not (tmp_path / "berkas").is_symlink()
    assert (tmp_path / "lain").read_bytes() == b"milik orang"


def without_links(*_):
    raise OSError(errno.EPERM, "Operation not permitted")


@pytest.mark.parametrize("link", [os.link, without_links], ids=["with hard links", "without"])
def test_a_new_file_takes_no_place_that_is_taken(tmp_path, monkeypatch, link):
    monkeypatch.setattr(whole.os, "link", link)
    path = tmp_path / "berkas"
    whole.write(path, b"isi", new=True)
    assert path.read_bytes() == b"isi"
    with pytest.raises(FileExistsError) as refused:
        whole.write(path, b"lain", new=True)
    assert refused.value.filename == str(path)
    assert path.read_bytes() == b"isi"
    assert names(tmp_path) == ["berkas"]


@pytest.mark.parametrize("new", [False, True])
def test_a_file_for_which_there_is_no_room_changes_nothing(tmp_path, new):
    if not new:
        (tmp_path / "berkas").write_bytes(b"lama")
    done = run(
        tmp_path,
        "resource.setrlimit(resource.RLIMIT_FSIZE, (1_000, 1_000))\n"
        f"try: whole.write(folder / 'berkas', bytes(5_000), new={new})\n"
        "except OSError as error: print(error.errno, error.filename)",
    )
    assert done.stdout == f"{errno.EFBIG} {tmp_path / 'berkas'}\n", done.stderr
    assert names(tmp_path) == ([] if new else ["berkas"])
    assert new or (tmp_path / "berkas").read_bytes() == b"lama"


def test_a_writer_that_is_killed_leaves_the_old_file_and_the_next_one_cleans_up(tmp_path):
    (tmp_path / "berkas").write_bytes(b"lama")
    done = run(tmp_path, f"whole.os.replace = lambda *_: {KILL}\nwhole.write(folder / 'berkas', b'baru')")
    assert done.returncode == -signal.SIGKILL
    assert len(names(tmp_path)) == 2
    assert (tmp_path / "berkas").read_bytes() == b"lama"
    whole.write(tmp_path / "lain", b"isi")
    assert names(tmp_path) == ["berkas", "lain"]


def test_what_a_living_writer_holds_and_what_is_not_ours_is_left_alone(tmp_path):
    others = [".katalog", ".katalog-catatan-saya", ".katalog-DEADBEEF", "katalog-deadbeef"]
    for name in (LEFT, *others):
        (tmp_path / name).write_bytes(b"isi")
    with (tmp_path / LEFT).open("rb") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        whole.write(tmp_path / "berkas", b"isi")
        assert (tmp_path / LEFT).exists()
    whole.write(tmp_path / "berkas", b"isi")
    assert names(tmp_path) == sorted([*others, "berkas"])


# The site


def page(folder: Path, text: str) -> Path:
    (folder / "inovasi").mkdir(parents=True)
    (folder / "inovasi/index.html").write_text(text, "utf-8")
    return folder


def replaced(target: Path, text: str) -> None:
    with whole.scratch(target.parent) as scratch:
        whole.swap(page(scratch / target.name, text), target)


@pytest.fixture(params=["exchange", "two steps"])
def any_system(request, monkeypatch, tmp_path):
    """A system that can exchange two names in one step, and one that cannot."""
    one, other = page(tmp_path / "a", "a"), page(tmp_path / "b", "b")
    if request.param == "two steps":
        monkeypatch.setattr(whole, "_exchange", lambda *_: False)
    elif not whole._exchange(one, other):
        pytest.skip("this file system cannot exchange two names in one step")
    return request.param


def test_a_site_stands_in_its_place_and_nothing_else_is_left(any_system, tmp_path):
    target = tmp_path / "buatan/site"
    for text in ("satu", "dua", "tiga"):
        replaced(target, text)
        assert (target / "inovasi/index.html").read_text("utf-8") == text
    assert names(target.parent) == ["site"]


READER = """
page, missed, reads = folder / "site/inovasi/index.html", 0, 0
print("begun", flush=True)
while not (folder / "over").exists():
    for _ in range(200):
        reads += 1
        try: os.stat(page)
        except FileNotFoundError: missed += 1
print(missed, reads)
"""


def test_a_reader_finds_a_page_at_every_moment_of_many_swaps(tmp_path):
    if not whole._exchange(page(tmp_path / "a", "a"), page(tmp_path / "b", "b")):
        pytest.skip("this file system cannot exchange two names in one step")
    replaced(tmp_path / "site", "0")
    arguments = [sys.executable, "-c", HEAD + READER, str(tmp_path)]
    with subprocess.Popen(arguments, stdout=subprocess.PIPE, text=True) as reader:
        assert reader.stdout.readline() == "begun\n"
        for number in range(100):
            replaced(tmp_path / "site", str(number))
        (tmp_path / "over").touch()
        missed, reads = map(int, reader.stdout.read().split())
    assert missed == 0
    assert reads >= 200


NEW = """
def page(at):
    (at / "inovasi").mkdir(parents=True)
    (at / "inovasi/index.html").write_text("baru")
    return at
with whole.scratch(folder) as scratch:
    new = page(scratch / "site")
    {before}
    whole.swap(new, folder / "site")
    {after}
"""
TWO_STEPS = "whole._exchange = lambda *_: False"
BETWEEN = f"{TWO_STEPS}; rename = Path.rename; Path.rename = lambda *a: {KILL} if a[0] == new else rename(*a)"


@pytest.mark.parametrize(
    ("before", "after", "stands"),
    [(KILL, "", "lama"), ("", KILL, "baru"), (TWO_STEPS, KILL, "baru"), (BETWEEN, "", "lama")],
    ids=["while it is made", "after the exchange", "after two steps", "between two steps"],
)
def test_a_build_that_is_killed_leaves_a_whole_site_and_the_next_one_cleans_up(tmp_path, before, after, stands):
    page(tmp_path / "site", "lama")
    done = run(tmp_path, NEW.format(before=before, after=after))
    assert done.returncode == -signal.SIGKILL, done.stderr
    assert len([name for name in names(tmp_path) if name.startswith(".katalog-")]) == 1
    with whole.scratch(tmp_path):
        assert (tmp_path / "site/inovasi/index.html").read_text("utf-8") == stands
    assert names(tmp_path) == ["site"]


def test_two_builds_of_one_site_leave_each_other_alone(any_system, tmp_path):
    target = tmp_path / "buatan/site"
    with whole.scratch(target.parent) as first:
        one = page(first / "site", "satu")
        replaced(target, "dua")
        whole.swap(one, target)
    assert (target / "inovasi/index.html").read_text("utf-8") == "satu"
    assert names(target.parent) == ["site"]


def test_a_site_that_cannot_take_its_place_leaves_the_old_one(any_system, tmp_path, monkeypatch):
    target = page(tmp_path / "buatan/site", "lama")
    monkeypatch.setattr(whole, "_exchange", lambda *_: False)
    with whole.scratch(target.parent) as scratch, pytest.raises(FileNotFoundError):
        whole.swap(scratch / "site", target)
    assert (target / "inovasi/index.html").read_text("utf-8") == "lama"
