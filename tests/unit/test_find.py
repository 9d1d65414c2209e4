"""Where a value still stands: in files, in what Git keeps, inside workbooks; and it is never shown."""

import io
import subprocess
from pathlib import Path

import openpyxl
import pytest
from conftest import ENTRY, write_files

from generator.text.traces import ValueTooShortError, pattern_of, stands_in

POSYANDU = "innovations/dinkes/posyandu-malam.yml"
NUMBER = "0812-3456-0000"


@pytest.fixture
def find(katalog, monkeypatch):
    """A function: `katalog find` of a value that is typed; gives (exit code, standard output)."""

    def run(value, *options):
        monkeypatch.setattr("sys.stdin", io.StringIO(f"{value}\n"))
        code, out, err = katalog("find", *options)
        assert value not in out + err
        return code, out or err

    return run


def git(*arguments):
    return subprocess.run(["git", *arguments], capture_output=True, text=True, check=True).stdout.strip()


@pytest.mark.parametrize(
    ("value", "text", "found"),
    [
        (NUMBER, "hubungi 081234560000.", True),
        (NUMBER, "hubungi +62 812 3456 0000", True),
        (NUMBER, "hubungi (0812) 3456.0000", True),
        ("+62 812 3456 0000", "0812-3456-0000", True),
        (NUMBER, "0812-3456-0001", False),
        ("6201010101010001", "NIK 6201010101010001", True),
        ("6201010101010001", "NIK 1010101010001", False),
        ("Orang  Rekaan", "pak ORANG\n rekaan", True),
        ("Orang Rekaan", "orangrekaan", False),
        ("orang@rekaan.id", "Surel: Orang@Rekaan.id", True),
    ],
)
def test_a_value_is_found_however_it_is_written(value, text, found):
    assert bool(stands_in(text.encode(), pattern_of(value))) is found
    assert bool(stands_in(text.encode("utf-16"), pattern_of(value))) is found


@pytest.mark.parametrize("value", ["", "a", "12", " - "])
def test_a_value_that_stands_everywhere_is_not_looked_for(value):
    with pytest.raises(ValueTooShortError):
        pattern_of(value)


def test_a_workbook_is_looked_into_and_a_broken_one_is_no_fault():
    book, out = openpyxl.Workbook(), io.BytesIO()
    book.active["A1"] = "Orang Rekaan"
    book.save(out)
    assert stands_in(out.getvalue(), pattern_of("orang rekaan")) == (0,)
    assert stands_in(out.getvalue()[:200], pattern_of("orang rekaan")) == ()


def test_it_is_told_in_files_history_and_messages_until_it_is_nowhere(find, monkeypatch):
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    git("init", "--quiet", "--initial-branch", "main")
    for key, value in (("user.name", "Kantor"), ("user.email", "kantor@contoh.go.id")):
        git("config", key, value)
    write_files(
        Path.cwd(), {POSYANDU: f"{ENTRY}catatan: Hubungi {NUMBER}.\n", "site/x.json": NUMBER, f"site/{NUMBER}.txt": ""}
    )
    git("add", "innovations", "registry")
    git("commit", "--quiet", "-m", f"Tambah {NUMBER}")
    code, out = find("0812 3456 0000")
    assert code == 1
    assert f"{POSYANDU}, baris 9" in out
    assert "site/x.json, baris 1" in out
    assert "nama berkas site/[...].txt" in out
    assert f"riwayat: {POSYANDU}" in out
    assert "riwayat: pesan komit" in out
    write_files(Path.cwd(), {POSYANDU: ENTRY, "site/x.json": None, f"site/{NUMBER}.txt": None})
    git("commit", "--quiet", "-am", "Hapus")
    code, out = find("0812 3456 0000")
    assert code == 1
    assert [line.startswith(("riwayat", "Masih")) for line in out.splitlines()] == [True] * 3
    git("checkout", "--quiet", "--orphan", "bersih")
    git("commit", "--quiet", "-m", "Mulai lagi")
    git("branch", "--quiet", "-D", "main")
    git("reflog", "expire", "--expire=now", "--all")
    git("gc", "--quiet", "--prune=now")
    assert find("0812 3456 0000") == (0, "Tidak ditemukan lagi di komputer ini.\n")


def test_other_folders_may_be_looked_into(find, tmp_path):
    (tmp_path / "unduhan").mkdir()
    (tmp_path / "unduhan/a.txt").write_text(NUMBER, "utf-8")
    assert find(NUMBER)[0] == 0
    assert find(NUMBER, "--also", str(tmp_path / "unduhan"))[0] == 1
    assert find(NUMBER, "--also", str(tmp_path / "tidak-ada"))[0] == 2


PRIVATE = (
    f"catatan: Hubungi Bu Rekaan di {NUMBER} atau 0812-9999-0000.\nkontak:\n  kantor: Bagian Umum\n"
    f"  telepon: '{NUMBER}'\n# {NUMBER}\n"
)


def test_a_value_is_taken_out_of_entries_by_command_though_the_catalogue_has_errors(find, katalog, monkeypatch):
    write_files(Path.cwd(), {POSYANDU: ENTRY + PRIVATE})
    assert katalog("check")[0] == 1
    assert find(f"{NUMBER}\ntidak", "--erase")[0] == 0
    assert Path(POSYANDU).read_text("utf-8") == ENTRY + PRIVATE
    code, out = find("0812 3456 0000\nya", "--erase")
    assert (code, NUMBER in out, "-catatan: Hubungi Bu Rekaan di [...]" in out) == (0, False, True)
    assert f"git add --all {POSYANDU} && git commit -m 'Hapus data pribadi'" in out
    assert Path(POSYANDU).read_text("utf-8") == (
        f"{ENTRY}catatan: Hubungi Bu Rekaan di (dihapus) atau 0812-9999-0000.\n"
        "kontak:\n  kantor: Bagian Umum\n# (dihapus)\n"
    )
    assert find("0812-9999-0000", "--erase", "--yes")[0] == 0
    assert katalog("check")[0] == 0
    assert "tidak ada di dalam isian" in find(NUMBER, "--erase")[1]


def test_what_may_not_stand_without_its_value_is_refused_and_kept(find):
    before = Path(POSYANDU).read_text("utf-8")
    code, _ = find("Posyandu Malam\nya", "--erase")
    assert (code, Path(POSYANDU).read_text("utf-8")) == (1, before)
    assert find("Posyandu Malam", "--erase", "--also", "site")[0] == 2
