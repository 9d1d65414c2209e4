"""The same data give the same bytes, whatever order the machine or the typist put it in."""

import hashlib
import os
import pathlib
import random
import re
import subprocess
import sys

import pytest
import yaml
from conftest import BASE, ROOT, SETTINGS, TODAY, write_files

from generator import checking
from generator.problems import reporters
from generator.publishing import pipeline
from generator.settings import Edition

SMALL = ROOT / "tests/golden/small/source"
#: Builds the project in the working folder and prints the fingerprint of every file of the site.
FINGERPRINT = """
import hashlib, pathlib, sys
sys.path.insert(0, sys.argv[1])
from conftest import tree
for path, content in tree(pathlib.Path.cwd()).items():
    print(path, hashlib.sha256(content).hexdigest())
"""


def _sources():
    files = {}
    for folder in (BASE, SMALL):
        found = (path for path in folder.rglob("*") if path.is_file())
        files |= {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}
    return files


def _region(root, files):
    root.mkdir()
    write_files(root, files)
    (root / "site_templates").symlink_to(ROOT / "site_templates")
    return root


def _built(root):
    checked = checking.check(root, TODAY)
    assert not checked.problems.errors, checked.problems.errors
    return dict(pipeline.build(root, checked, SETTINGS, Edition(TODAY, TODAY, "0" * 40)))


@pytest.fixture(scope="module")
def expected(tmp_path_factory):
    """The files of the small region."""
    return _built(_region(tmp_path_factory.mktemp("model") / "region", _sources()))


def _differing(found, expected):
    return sorted(path for path in found.keys() | expected.keys() if found.get(path) != expected.get(path))


@pytest.fixture
def shuffled_folders(monkeypatch):
    """Folders list their files in another order each time."""
    rng = random.Random(7)

    def shuffle(function):
        def listing(*arguments, **keywords):
            found = list(function(*arguments, **keywords))
            rng.shuffle(found)
            return iter(found) if function is not os.listdir else found

        return listing

    for name in ("iterdir", "glob", "rglob"):
        monkeypatch.setattr(pathlib.Path, name, shuffle(getattr(pathlib.Path, name)))
    monkeypatch.setattr(os, "listdir", shuffle(os.listdir))


def test_the_order_in_which_files_were_made_does_not_matter(tmp_path, expected):
    backwards = dict(reversed(_sources().items()))
    assert _differing(_built(_region(tmp_path / "region", backwards)), expected) == []


def test_the_order_in_which_folders_list_their_files_does_not_matter(tmp_path, expected, shuffled_folders):
    root = _region(tmp_path / "region", _sources())
    assert _differing(_built(root), expected) == []


def test_the_order_of_folders_does_not_matter_to_a_report(tmp_path, shuffled_folders):
    bad = {f"innovations/dinkes/rekaan-{n}.yml": f"nama: Rekaan {n}\nkolom_{n}: x\n" for n in range(9)}
    root = _region(tmp_path / "region", {**_sources(), **bad, "innovations/catatan.txt": "x"})
    reports = {reporters.text(checking.check(root, TODAY).problems) for _ in range(4)}
    assert len(reports) == 1
    assert "rekaan-8" in reports.pop()


def _shuffled_keys(value, rng):
    if isinstance(value, list):
        return [_shuffled_keys(inner, rng) for inner in value]
    if not isinstance(value, dict):
        return None if value == "null" else value
    keys = list(value)
    rng.shuffle(keys)
    return {key: _shuffled_keys(value[key], rng) for key in keys}


@pytest.mark.parametrize("seed", [1, pytest.param(2, marks=pytest.mark.walk)])
def test_the_order_of_keys_in_a_file_does_not_matter(tmp_path, expected, seed):
    rng = random.Random(seed)
    files = _sources()
    for path in files:
        if path.endswith(".yml") and path != "mkdocs.yml":
            data = _shuffled_keys(yaml.load(files[path], yaml.BaseLoader), rng)
            files[path] = yaml.safe_dump(data, allow_unicode=True, sort_keys=False).encode()
    assert _differing(_built(_region(tmp_path / "region", files)), expected) == []


def test_the_order_of_indicators_in_an_entry_does_not_matter(tmp_path):
    indicators = (BASE / "registry/indicators/2026.yml").read_text("utf-8")
    second = (
        indicators[indicators.index("  - slug: regulasi") :]
        .replace("regulasi", "sdm")
        .replace("nomor: 16", "nomor: 17")
    )
    entry = (BASE / "innovations/dinkes/posyandu-malam.yml").read_text("utf-8")
    levels = ["  regulasi: {tingkat: 1}\n", "  sdm: {tingkat: 2}\n"]
    built = []
    for number, order in enumerate((levels, levels[::-1])):
        files = {
            **_sources(),
            "registry/indicators/2026.yml": re.sub(r"nilai_tertinggi: \d+", "nilai_tertinggi: 6", indicators) + second,
            "innovations/dinkes/posyandu-malam.yml": entry + "kematangan:\n" + "".join(order),
        }
        built.append(_built(_region(tmp_path / f"region{number}", files)))
    assert _differing(*built) == []


def _fingerprint(root, **environment):
    done = subprocess.run(
        [sys.executable, "-c", FINGERPRINT, str(ROOT / "tests")],
        cwd=root, env={**os.environ, **environment}, capture_output=True, text=True, check=True,
    )  # fmt: skip
    return dict(line.rsplit(" ", 1) for line in done.stdout.splitlines())


@pytest.mark.walk  # two builds by the command are compared so every day
def test_hash_seed_time_zone_and_locale_do_not_matter(tmp_path):
    root = _region(tmp_path / "region", _sources())
    one = _fingerprint(root, PYTHONHASHSEED="1", TZ="UTC", LC_ALL="C", PYTHONUTF8="0")
    other = _fingerprint(root, PYTHONHASHSEED="4242", TZ="Pacific/Kiritimati", LC_ALL="C.UTF-8")
    assert len(one) > 50
    assert _differing(one, other) == []
    here = {path: hashlib.sha256(content).hexdigest() for path, content in _built(root).items()}
    assert _differing(one, here) == []
