"""What the system refuses is told in one Indonesian sentence: no traceback, no half file, nothing left over."""

import datetime as dt
import errno
import os
import re
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ENTRY, TODAY, codes
from recap_tables import HEADER, ROW, csv_of

from generator import layout, system_errors, whole
from generator.catalogue import pictures
from generator.catalogue.load import load
from generator.publishing import configuration

AS_OF = f"--as-of={TODAY.isoformat()}"
NEW = (
    "new", "--agency=dinkes", "--name=Kelas Lansia", "--summary=Kelas kesehatan bagi warga lansia.",
    "--form=pelayanan-publik", "--affair=kesehatan", "--event=penerapan", "--date=2026-03",
)  # fmt: skip
PICTURE = "innovations/dinkes/posyandu-malam/foto.jpg"


def files(folder: Path) -> dict[str, bytes]:
    kept = (path for path in sorted(folder.rglob("*")) if path.is_file() and layout.CACHE not in path.parts)
    return {path.as_posix(): path.read_bytes() for path in kept}


def assert_one_sentence(text: str) -> None:
    assert "Traceback" not in text
    assert len(text.strip().splitlines()) == 1, text
    assert text.strip().endswith(".")


# Writing


@pytest.mark.parametrize(
    ("arguments", "room_for"),  # what is new is first written into a copy, where it is checked
    [(NEW, 0), (NEW, 1), (("import", "rekap.csv"), 0), (("import", "rekap.csv"), 1), (("owners",), 0),
     (("close", "2026", "--yes"), 0), (("write", "keluar", AS_OF), 0)],
    ids=lambda value: value[0] if isinstance(value, tuple) else str(value),
)  # fmt: skip
def test_a_full_disk_is_said_and_leaves_nothing_half(katalog, monkeypatch, arguments, room_for):
    monkeypatch.setattr(configuration, "now", lambda: dt.datetime(2027, 2, 1, tzinfo=dt.UTC))
    Path("rekap.csv").write_text(csv_of(HEADER, ROW), "utf-8")
    before, written = files(Path()), []

    def full(handle):
        written.append(handle)
        if len(written) > room_for:
            raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(whole.os, "fsync", full)
    code, _, err = katalog(*arguments)
    assert code == 1
    assert_one_sentence(err)
    assert "ruang penyimpanan penuh" in err
    assert files(Path()) == before


@pytest.mark.parametrize(
    ("arguments", "taken"),
    [
        (("write", "berkas/keluar", AS_OF), "berkas"),
        (("build", "--site-dir", "berkas/site", AS_OF), "berkas"),
        (("build", "--site-dir", "berkas", AS_OF), "berkas"),
        (("owners",), ".github"),
    ],
    ids=["write", "build", "build in its place", "owners"],
)
def test_a_place_where_nothing_can_be_written_is_named(katalog, arguments, taken):
    Path(taken).write_text("milik orang", "utf-8")
    code, _, err = katalog(*arguments)
    assert code in (1, 2)
    assert_one_sentence(err)
    assert taken in err
    assert Path(taken).read_text("utf-8") == "milik orang"
    assert [path for path in Path().iterdir() if path.name.startswith(".katalog-")] == []


def test_the_sentence_names_the_file_that_was_to_be_written_and_falls_back_on_the_systems_own_words():
    two = OSError(errno.EACCES, "Permission denied", "dari", None, "ke\n\x1b[2J")
    assert system_errors.sentence(two) == r"ke\x0a\x1b[2J tidak dapat dibuka atau ditulis: tidak ada izin."
    assert system_errors.sentence(OSError(errno.EPIPE, "Broken pipe")) == "Sistem operasi menolak: Broken pipe."
    several = shutil.Error([("dari", "ke", "[Errno 13] Permission denied: 'dari'")])
    assert system_errors.sentence(several) == "dari tidak dapat disalin."


def test_a_folder_that_was_removed_under_ones_feet_is_said(katalog, tmp_path, monkeypatch):
    (tmp_path / "hilang").mkdir()
    monkeypatch.chdir(tmp_path / "hilang")
    (tmp_path / "hilang").rmdir()
    code, out, err = katalog("check", "innovations")
    monkeypatch.chdir(tmp_path)
    assert (code, out) == (1, "")
    assert "sudah tidak ada" in err
    assert "Traceback" not in err


# What the commands say, and where


def run(root: Path, *arguments: str, **options) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "generator", *arguments]
    return subprocess.run(command, cwd=root, stderr=subprocess.PIPE, text=True, timeout=60, check=False, **options)


def test_a_report_that_can_be_written_nowhere_ends_with_one_sentence(project):
    with Path("/dev/full").open("w") as full:
        done = run(project(), "check", stdout=full)
    assert done.returncode == 1
    assert_one_sentence(done.stderr)


def test_a_reader_who_has_seen_enough_is_no_fault(project):
    reading, writing = os.pipe()
    os.close(reading)
    try:
        done = run(project(), "schema", stdout=writing)
    finally:
        os.close(writing)
    assert done.stderr == ""


@pytest.mark.parametrize("style", ["text", "json"])
def test_letters_that_the_terminal_lacks_do_not_end_the_report(project, style):
    root = project({"innovations/disdik/kelas-\u0142.yml": ENTRY})
    env = {**os.environ, "PYTHONIOENCODING": "latin-1", "NO_MKDOCS_2_WARNING": "1"}
    done = run(root, "check", "--format", style, stdout=subprocess.PIPE, env=env)
    assert done.returncode == 1
    assert r"innovations/disdik/kelas-\u0142.yml" in done.stdout
    assert done.stderr == ""


@pytest.mark.parametrize("address", ["x", "127.0.0.1", "nama:80", ":8000", "127.0.0.1:99999", "127.0.0.1:-1"])
def test_an_address_that_is_none_is_refused(katalog, address):
    code, out, err = katalog("serve", "--address", address)
    assert (code, out) == (2, "")
    assert_one_sentence(err)
    assert f'"{address}"' in err


def test_an_address_that_is_taken_is_said(katalog):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        code, _, err = katalog("serve", "--address", f"127.0.0.1:{taken.getsockname()[1]}")
    assert code == 1
    assert_one_sentence(err.splitlines()[-1])
    assert "sedang dipakai program lain" in err


def test_a_folder_for_answers_that_is_not_there_is_said_before_anything_is_done(katalog):
    before = files(Path())
    code, out, err = katalog("receive", "peristiwa.json", "--answers", "tidak-ada")
    assert (code, out) == (2, "")
    assert_one_sentence(err)
    assert "tidak-ada" in err
    assert files(Path()) == before


@pytest.mark.parametrize(
    "command", [["build"], ["write", "keluar"], ["compliance"], ["close", "2026", "--yes"]], ids=" ".join
)
def test_a_day_that_has_not_come_is_refused(katalog, command):
    code, out, err = katalog(*command, "--as-of", "2026-11-25")
    assert (code, out) == (2, "")
    assert_one_sentence(err)
    assert "25 November 2026 belum tiba" in err


# Reading


def test_two_dots_in_a_name_are_no_way_out(katalog):
    Path("innovations/dinkes/a..b.yml").write_text(ENTRY, "utf-8")
    code, out, _ = katalog("check", "innovations/dinkes/a..b.yml")
    assert code == 1
    assert "a..b.yml" in out
    assert katalog("check", "../lain.yml")[0] == 2


def test_a_pipe_in_place_of_an_entry_is_not_waited_for(katalog):
    os.mkfifo("innovations/dinkes/pipa.yml")
    assert re.search(r"^innovations/dinkes/pipa\.yml\S* galat\[B001\]", katalog("check")[1], re.MULTILINE)
    before = files(Path("innovations/dinkes"))
    assert katalog(*NEW)[0] == 0
    assert len(files(Path("innovations/dinkes"))) == len(before) + 1


@pytest.mark.parametrize("folder", ["innovations", "innovations/dinkes", "innovations/dinkes/posyandu-malam"])
def test_what_vanishes_while_it_is_read_is_named(project, monkeypatch, folder):
    root = project({PICTURE: b"x"})
    names = Path.iterdir

    def with_another(place):
        yield from names(place)
        if place == root / folder:
            yield place / "hilang"

    monkeypatch.setattr(Path, "iterdir", with_another)
    found = [problem for problem in load(root).problems.errors if problem.place.file == f"{folder}/hilang"]
    assert [problem.code for problem in found] == ["B016"]


def test_a_picture_that_cannot_be_read_is_named_and_hides_no_other(project, monkeypatch):
    def refused(path):
        raise PermissionError(errno.EACCES, "Permission denied", str(path))

    monkeypatch.setattr(pictures, "refusal", refused)
    root = project({PICTURE: b"x", "innovations/disdik/rusak.yml": "nama: [\n"})
    assert {"B016", "Y001"} <= set(codes(root))


# Hand-written pages


PAGES = {
    "Latin-1": (b"# Judul\n\nCaf\xe9\n", "baris 3 bukan UTF-8"),
    "UTF-16": ("# Judul\n".encode("utf-16"), "bukan UTF-8"),
    "UTF-16 without a mark": ("# Judul\n".encode("utf-16-le"), "bukan teks UTF-8"),
    "a head that is no YAML": (b"---\ntitle: a: b: c\n---\n# Judul\n", "tidak terbaca"),
    "a title that is a list": (b"---\ntitle: [a]\n---\n# Judul\n", "title"),
    "a description that is a number": (b"---\ndescription: 5\n---\n# Judul\n", "description"),
    "a template of its own": (b"---\ntemplate: redirect.html\n---\n# Judul\n", "memuat template;"),
}


@pytest.mark.parametrize("command", ["build", "write"])
@pytest.mark.parametrize(("content", "said"), PAGES.values(), ids=PAGES)
def test_a_hand_written_page_that_no_page_can_be_made_of_is_named(katalog, command, content, said):
    Path("docs/halaman").mkdir()
    Path("docs/halaman/satu.md").write_bytes(content)
    code, out, err = katalog(*([command, AS_OF] if command == "build" else [command, "keluar", AS_OF]))
    assert code == 1
    line = next(line for line in (out + err).splitlines() if "docs/halaman/satu.md" in line)
    assert said in line
    assert_one_sentence(line)
    assert "Traceback" not in out + err
    assert not Path("site").exists()
    assert not Path("keluar").exists()


@pytest.mark.parametrize(
    "make",
    [os.mkfifo, lambda path: path.symlink_to(path.name), lambda path: path.symlink_to("tidak-ada"),
     lambda path: path.with_name(os.fsdecode(b"a\xff.md")).write_text("# Judul\n", "utf-8")],
    ids=["a pipe", "a link to itself", "a link to nothing", "a name that is no text"],
)  # fmt: skip
def test_what_no_page_can_be_made_of_at_all_is_named(katalog, make):
    make(Path("docs/satu.md").absolute())
    code, out, err = katalog("build", AS_OF)
    assert code == 1
    assert "docs/" in out + err
    assert "Traceback" not in out + err


@pytest.mark.parametrize("option", ["agency", "name", "summary", "form", "affair", "event", "date", "slug"])
def test_an_answer_that_is_no_text_is_named(katalog, option):
    answers = {"agency": "dinkes", "name": "Kelas", "summary": "Isi.", "form": "lainnya", "affair": "kesehatan"}
    answers |= {"event": "penerapan", "date": "2026", option: os.fsdecode(b"A\xff")}
    code, out, err = katalog("new", *(part for key, value in answers.items() for part in (f"--{key}", value)))
    assert code == 2
    assert f"--{option}: memuat karakter yang bukan UTF-8" in err
    assert_one_sentence(err)
    assert "Traceback" not in out + err


def test_a_head_after_a_mark_with_windows_line_ends_is_read(katalog):
    Path("docs/satu.md").write_bytes("\ufeff---\r\ntitle: Judul\r\ndescription: Rekaan.\r\n---\r\n# Judul\r\n".encode())
    assert katalog("build", AS_OF)[0] == 0
    assert "<title>Judul" in Path("site/satu/index.html").read_text("utf-8")


def test_mkdocs_alone_names_the_page_and_keeps_the_old_site(project):
    root = project({"docs/satu.md": b"Caf\xe9\n", "site/lama.html": "lama"})
    git = ("git", "-c", "user.name=x", "-c", "user.email=x@contoh.go.id")
    for arguments in (("init", "-q"), ("add", "-A"), ("commit", "-qm", "x")):
        subprocess.run([*git, *arguments], cwd=root, check=True, capture_output=True)
    env = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, "-m", "mkdocs", "build"]
    done = subprocess.run(command, cwd=root, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "docs/satu.md: baris 1 bukan UTF-8" in done.stderr
    assert "Traceback" not in done.stderr
    assert (root / "site/lama.html").read_text("utf-8") == "lama"


# Interrupts


@pytest.mark.parametrize("moment", ["generator.problems", "generator.commands.cli.check"])
def test_an_interrupt_ends_without_a_traceback_whenever_it_comes(project, moment):
    """While a module is loaded, and while a command runs."""
    module, _, command = moment.partition(".cli.")
    # The signal may come a moment later, through another thread: what was interrupted must still be at it.
    # A shell's background jobs are born deaf to it.
    code = "import os, signal, sys, time\nsignal.signal(signal.SIGINT, signal.default_int_handler)\n"
    code += "interrupt = lambda *_: os.kill(os.getpid(), signal.SIGINT) or time.sleep(9)\n"
    if command:
        code += "from generator import checking\nchecking.check = interrupt\n"
    else:
        code += f"class Finder:\n    find_spec = lambda self, name, *_: name == {module!r} and interrupt() or None\n"
        code += "sys.meta_path.insert(0, Finder())\n"
    code += "sys.argv = ['katalog', 'check']\nfrom generator.__main__ import main\nmain()"
    done = subprocess.run([sys.executable, "-c", code], cwd=project(), capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr.strip()) == ((1, "", "Dibatalkan.") if command else (-2, "", ""))
