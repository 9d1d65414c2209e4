"""A file that kills the YAML parser is one fault; all other files are still checked."""

import sys
from pathlib import Path

import pytest
from conftest import ENTRY, TODAY

from generator import isolate, site

# Stands in for a parser bug: the real parser, but a file with the word SIGNAL or SLEEP in it ends badly.
_READER = """#!{python}
import os, time
from generator import isolate
real = isolate.yaml.parse
def parse(raw, **options):
    if b"SIGNAL" in raw:
        os.kill(os.getpid(), 11)
    if b"SLEEP" in raw:
        time.sleep(60)
    if b"MEMORY" in raw:
        raise MemoryError
    return real(raw, **options)
isolate.yaml.parse = parse
isolate.SECONDS = 0.2
isolate._dry_run()
"""


@pytest.fixture
def fragile_reader(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    reader = tmp_path / "reader"
    reader.write_text(_READER.format(python=sys.executable))
    reader.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(reader))
    monkeypatch.setenv("PYTHONPATH", str(Path.cwd()))


@pytest.mark.parametrize(("word", "cause"), [("SIGNAL", "kode -11"), ("SLEEP", "detik"), ("MEMORY", "memori")])
def test_a_file_that_ends_its_reader_is_one_fault_and_the_rest_is_checked(project, fragile_reader, word, cause):
    root = project(
        {
            "innovations/dinkes/a-baik.yml": ENTRY,
            "innovations/dinkes/b-maut.yml": f"# {word}\n{ENTRY}",
            "innovations/dinkes/c-salah.yml": ENTRY.replace("kesehatan", "kesehatn"),
        }
    )
    problems = site.check(root, TODAY).problems.errors
    found = {(p.code, p.place.file) for p in problems}
    assert found == {
        ("B016", "innovations/dinkes/b-maut.yml"),
        ("I006", "innovations/dinkes/c-salah.yml"),
    }
    assert cause in next(p.message for p in problems if p.code == "B016")


def test_thirty_thousand_brackets_kill_nobody(tmp_path):
    file = tmp_path / "kurung.yml"
    file.write_text("nama: " + "[" * 30_000)
    assert isolate.casualties([file]) == {}


def test_every_file_that_is_read_was_tried_before(project):
    root = project({"innovations/disdik/lain.yml": ENTRY})
    tried = [path.relative_to(root).as_posix() for path in site.load.__globals__["_yaml_files"](root)]
    checked = site.check(root, TODAY, dry_run=False)
    assert sorted(tried) == sorted(checked.loaded.documents)
