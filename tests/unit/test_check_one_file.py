"""A check of one file says of it all that the check of everything says, and does not read the rest for it."""

import shutil
from pathlib import Path

import pytest
from catalogues import ROOT
from conftest import ENTRY, TODAY, write_files

from generator import checking
from generator.catalogue.data_files import DataFiles

NEIGHBOURS = {
    "innovations/dinkes/lama-satu.yml": ENTRY + "alias: [dulu, nama-lama]\n",
    "innovations/dinkes/lama-dua.yml": ENTRY + "alias: [dulu]\n",
    "innovations/disdik/lama-tiga.yml": ENTRY + '"\\x61lias": [nama-lama, lama-empat]\n',
    "innovations/disdik/lama-empat.yml": ENTRY,
    "innovations/disdik/lama-lima.yml": ENTRY + "alias: [rusak-sekali]\n",
    "innovations/dinkes/rusak-sekali.yml": "nama: [\n",
    "innovations/dinkes/dua-rumah.yml": ENTRY,
    "innovations/disdik/dua-rumah.yml": ENTRY.replace("2025", "2999"),
}


@pytest.fixture
def every_fault(project) -> Path:
    """All faulty entries of `tests/invalid` in one catalogue, and neighbours whose addresses clash."""
    root: Path = project(NEIGHBOURS)
    for case in sorted((ROOT / "tests/invalid").iterdir()):
        for number, path in enumerate(sorted(case.glob("innovations/*/*.yml"))):
            folder = root / path.parent.relative_to(case)
            if path.is_file() and folder.is_dir():
                shutil.copy(path, folder / f"{case.name[:50].casefold()}-{number}.yml")
    return root


def test_one_file_has_the_same_problems_alone_as_among_all(every_fault, monkeypatch):
    whole = checking.check(every_fault, TODAY).problems
    entries = [path.relative_to(every_fault).as_posix() for path in every_fault.glob("innovations/*/*.yml")]
    assert len({problem.code for problem in whole.within(entries)}) > 30
    read: list[str] = []
    document = DataFiles.document
    monkeypatch.setattr(
        DataFiles, "document", lambda self, path, **kw: (read.append(path), document(self, path, **kw))[1]
    )
    for path in entries:
        alone = checking.check(every_fault, TODAY, near=[path]).problems
        assert list(alone.within([path])) == list(whole.within([path])), path
    assert len(read) < len(entries) ** 2 / 4, "others are left out"


def test_the_command_tells_of_one_file_what_it_tells_of_all(katalog):
    write_files(Path.cwd(), NEIGHBOURS)
    code, out, _ = katalog("check", "innovations/dinkes/lama-satu.yml")
    _, everything, _ = katalog("check")
    assert code == 1
    assert "galat[B012]" in out
    told = [line for line in out.splitlines() if line.startswith("innovations/")]
    assert told == [line for line in everything.splitlines() if line.startswith("innovations/dinkes/lama-satu.yml:")]
