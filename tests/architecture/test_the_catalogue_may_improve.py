"""Honest edits of the living catalogue: the check finds no fault, the pages come, and no other test minds.

Whoever fills in what was missing changes no rule. So every test that reads the living catalogue is marked `living`
and is run here on a copy to which all the edits were made; what is not marked reaches no living data.
"""

import ast
import dataclasses
import datetime as dt
import html
import io
import json
import os
import random
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Container, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from catalogues import DATA, LIVING, LIVING_DAY, ROOT, as_project
from conftest import SETTINGS
from PIL import Image

from generator import checking, layout
from generator.contributing.entry_text import entry_text
from generator.contributing.recording.register_text import RegisterText
from generator.publishing import pipeline
from generator.publishing.configuration import Configuration
from generator.publishing.exports.json_schema import schema_text
from generator.reading.document import read
from generator.reviewing import codeowners
from generator.settings import Edition

SEED = 20261124
#: Without an address no codes are drawn for posters, which would take a third of the time.
BARE = dataclasses.replace(SETTINGS, site="")
SOURCES = sorted((ROOT / "tests").rglob("*.py"))
#: Programs for people, which say how the catalogue is today; and where the two catalogues are named.
TOOLS = {
    "tests/audit/audit.py",
    "tests/bench.py",
    "tests/bench_catalogue.py",
    "tests/bench_peers.py",
    "tests/catalogues.py",
    "tests/defences.py",
    "tests/recall.py",
    "tests/site/search_report.py",
    "tests/site/site_fixtures.py",
}
HERE = "tests/architecture/test_the_catalogue_may_improve.py"
#: What a test may reach the living catalogue by.
WAYS = {"LIVING", "LIVING_DAY", "living_at_root"}


# The edits


def entries(root: Path) -> list[Path]:
    return sorted(root.glob("innovations/*/*.yml"))


def data_of(path: Path) -> dict[str, Any]:
    return read(path.read_bytes(), path.name)[0].data


def edit(path: Path, change: Callable[[dict[str, Any]], object]) -> None:
    """Change an entry and write it as the program does."""
    entry = data_of(path)
    change(entry)
    path.write_text(entry_text(entry), "utf-8")


def grow(entry: dict[str, Any], key: str, *more: Any) -> None:
    entry[key] = [*(entry.get(key) or ()), *more]


def edit_register(path: Path, change: Callable[[dict[str, Any]], object]) -> None:
    """Change a register as `katalog record` does: the rest of it stays as it is written."""
    register = RegisterText(path.name, path.read_text("utf-8"))
    change(register.data)
    path.write_text(register.text(), "utf-8")


def words(root: Path, vocabulary: str) -> list[str]:
    taxonomy = yaml.safe_load((root / layout.TAXONOMY).read_text("utf-8"))
    return [word["slug"] for word in taxonomy[vocabulary]]


def unused(slug: str, taken: Container[str]) -> str:
    while slug in taken:
        slug += "-lagi"
    return slug


def new_file(root: Path, dice: random.Random, slug: str) -> Path:
    """A place for an entry in the folder of an agency that has some, under a name that nobody has."""
    taken = {name for path in entries(root) for name in (path.stem, *(data_of(path).get("alias") or ()))}
    return dice.choice(entries(root)).with_stem(unused(slug, taken))


def an_entry_is_added(root: Path, dice: random.Random) -> None:
    entry = {
        "nama": "Bank Sampah Digital",
        "ringkasan": "Warga menabung sampah dan melihat saldonya di aplikasi.",
        "bentuk": dice.choice(words(root, "bentuk")),
        "urusan": [dice.choice(words(root, "urusan"))],
        "riwayat": [{"peristiwa": "penerapan", "tanggal": LIVING_DAY.isoformat()}],
    }
    new_file(root, dice, "bank-sampah-digital").write_text(entry_text(entry), "utf-8")


def an_entry_is_added_by_hand(root: Path, dice: random.Random) -> None:
    """No comment for editors, numbers without quotes, a list, a note of one's own."""
    text = f"""\
nama: Loket Sore
ringkasan: Loket dibuka sampai sore hari.   # rintisan
bentuk: {dice.choice(words(root, "bentuk"))}
urusan: [{", ".join(dice.sample(words(root, "urusan"), 2))}]
riwayat: [{{peristiwa: uji-coba, tanggal: {LIVING_DAY.year}}}]
solusi: |
  1. Warga datang.
  2. Petugas melayani.
cara_memakai: {{waktu: 15.00, biaya: 5000}}
"""
    new_file(root, dice, "loket-sore").write_text(text, "utf-8")


def an_event_and_its_result_are_added(root: Path, dice: random.Random) -> None:
    over = re.compile(rf"peristiwa: (?:dihentikan|selesai)|{LIVING_DAY}")
    path = dice.choice([path for path in entries(root) if not over.search(path.read_text("utf-8"))])

    def change(entry: dict[str, Any]) -> None:
        event = {"peristiwa": "pengembangan", "tanggal": LIVING_DAY.isoformat(), "keterangan": "Meluas."}
        result = {"ukuran": "Warga terlayani", "satuan": "orang", "sesudah": "120", "tahun": str(LIVING_DAY.year)}
        grow(entry, "riwayat", event)
        grow(entry, "hasil", result)

    edit(path, change)


def a_picture_and_a_link_are_added(root: Path, dice: random.Random) -> None:
    path = dice.choice([path for path in entries(root) if "loket-baru" not in path.read_text("utf-8")])
    raw = io.BytesIO()
    Image.new("RGB", (800, 600), "#2f855a").save(raw, "JPEG")
    path.with_suffix("").mkdir(exist_ok=True)
    (path.with_suffix("") / "loket-baru.jpg").write_bytes(raw.getvalue())

    def change(entry: dict[str, Any]) -> None:
        picture = {"berkas": "loket-baru.jpg", "alt": "Loket layanan", "kredit": "Dokumentasi kantor"}
        grow(entry, "gambar", picture)
        grow(entry, "tautan", {"judul": "Laman layanan", "url": "https://contoh.go.id/layanan"})

    edit(path, change)


def an_agency_tells_contact_and_place_and_that_it_checked(root: Path, dice: random.Random) -> None:
    more = {
        "kontak": {"kantor": "Bidang Pelayanan", "telepon": "0561 123456", "surel": "layanan@contoh.go.id"},
        "lokasi": {"kecamatan": dice.sample(words(root, "kecamatan"), 2)},
        "diperiksa": LIVING_DAY.isoformat(),
    }
    edit(dice.choice(entries(root)), lambda entry: entry.update(more))


def an_entry_is_renamed_and_keeps_its_old_address(root: Path, dice: random.Random) -> None:
    path, new = dice.choice(entries(root)), new_file(root, dice, "nama-berkas-baru").stem
    edit(path, lambda entry: grow(entry, "alias", path.stem))
    for old in (path, path.with_suffix("")):
        if old.exists():
            old.rename(old.with_stem(new))


def a_name_is_corrected_and_its_story_told_at_length(root: Path, dice: random.Random) -> None:
    story = "## Awal mula\n\n" + "Warga harus datang dua kali, dan *lama* menunggu.\n\n- jauh\n- mahal\n\n" * 60

    def change(entry: dict[str, Any]) -> None:
        entry["nama"] = f"{entry['nama'][:280]} & Kawan"
        entry["masalah"] = story

    edit(dice.choice(entries(root)), change)


def the_register_grows_surer(root: Path, dice: random.Random) -> None:
    """An agency's name is confirmed and spelt out, another agency and another word are added."""

    def agencies(register: dict[str, Any]) -> None:
        known = register["perangkat_daerah"]
        one = dice.choice([row for row in known if row["nama_terkonfirmasi"] != "ya"] or known)
        one |= {"nama_terkonfirmasi": "ya", "nama_resmi": f"{one['nama_resmi']} Kabupaten", "catatan": None}
        source = {"judul": "Peraturan daerah"}
        kind = dice.choice(words(root, "jenis_perangkat_daerah"))
        added = {
            "slug": unused("badan-rekaan", [row["slug"] for row in known]),
            "nama_resmi": "Badan Rekaan",
            "jenis": kind,
        }
        known.append({**added, "nama_terkonfirmasi": "ya", "terikat": "ya", "pemilik": "@contoh/tim", "sumber": source})

    edit_register(root / layout.AGENCIES, agencies)
    word = unused("rekaan", words(root, "urusan"))
    taxonomy = root / layout.TAXONOMY  # in which words stand in rows, as only a hand writes them
    added = f"urusan:\n  - slug: {word}\n    label: Rekaan\n"
    taxonomy.write_text(re.sub(r"(?m)^urusan:\n", added, taxonomy.read_text("utf-8")), "utf-8")


def the_next_year_is_opened(root: Path, dice: random.Random) -> None:
    last = max((root / layout.OBLIGATIONS).glob("????.yml"))
    year = int(last.stem) + 1
    target = last.with_stem(str(year))
    shutil.copy(last, target)

    def change(rules: dict[str, Any]) -> None:
        rules |= {"tahun": year, "tenggat": None, "pengecualian": [], "tanggapan": []}
        rules["aturan"]["berlaku_mulai"]["nilai"] = dt.date(year, 1, 1)

    edit_register(target, change)


def an_entry_is_withdrawn(root: Path, dice: random.Random) -> None:
    """One without pictures."""
    dice.choice([path for path in entries(root) if not path.with_suffix("").exists()]).unlink()


def what_was_missing_is_filled_in(root: Path, dice: random.Random) -> None:
    """By hand, below what stands there."""
    for path in entries(root):
        if not data_of(path).get("jenis"):
            text = re.sub(r"(?m)^jenis:.*\n", "", path.read_text("utf-8")).rstrip("\n")
            path.write_text(f"{text}\njenis: {dice.choice(words(root, 'jenis'))}\n", "utf-8")


def every_guess_is_confirmed(root: Path, dice: random.Random) -> None:
    """Word by word in one entry, then the whole list in all of them."""
    guessed = [path for path in entries(root) if data_of(path).get("usulan_penyusun")]
    for path in dice.sample(guessed, min(1, len(guessed))):
        edit(path, lambda entry: entry["usulan_penyusun"].pop())
        assert checking.check(root, LIVING_DAY).problems.errors == ()
    for path in guessed:
        edit(path, lambda entry: entry.pop("usulan_penyusun"))


EDITS = (
    an_entry_is_added,
    an_entry_is_added_by_hand,
    an_event_and_its_result_are_added,
    a_picture_and_a_link_are_added,
    an_agency_tells_contact_and_place_and_that_it_checked,
    an_entry_is_renamed_and_keeps_its_old_address,
    a_name_is_corrected_and_its_story_told_at_length,
    the_register_grows_surer,
    the_next_year_is_opened,
    an_entry_is_withdrawn,
)
#: After all others, so that in the end nothing is missing and nothing guessed anywhere.
LAST = (what_was_missing_is_filled_in, every_guess_is_confirmed)


# What every edit leaves


def assert_consistent(root: Path, after: str) -> None:
    checked = checking.check(root, LIVING_DAY)
    assert checked.problems.errors == (), after
    built = pipeline.build(root, checked, BARE, Edition(LIVING_DAY, LIVING_DAY, "0" * 40))
    slugs = [path.stem for path in entries(root)]
    rows = {row["slug"]: row for row in json.loads(built["data/inovasi.json"])["inovasi"]}
    paged = [found[1] for path in built if (found := re.fullmatch(r"inovasi/([^/]+)/index\.md", path))]
    assert sorted(rows) == sorted(paged) == sorted(slugs), after
    for slug, row in rows.items():
        assert json.loads(built[f"data/inovasi/{slug}.json"])["inovasi"] == row, after
        assert row["nama"] in html.unescape(built[f"inovasi/{slug}/index.md"].decode()), after
    aliases = {name for path in entries(root) for name in data_of(path).get("alias") or ()}
    assert {f"inovasi/{name}/index.html" for name in aliases} <= built.keys(), after


def data(root: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for name in DATA for path in (root / name).rglob("*") if path.is_file()}


def write_from_registry(root: Path) -> None:
    """What `make schema` and `make owners` do after the register changed."""
    registry = checking.check(root, LIVING_DAY).catalogue.registry
    (root / "site_templates").unlink()
    shutil.copytree(LIVING / "site_templates", root / "site_templates", ignore=shutil.ignore_patterns("node_modules"))
    (root / "site_templates/schema/inovasi.json").write_text(schema_text(registry), "utf-8")
    maintainers = Configuration.read(root / "mkdocs.yml").settings.maintainers
    (root / layout.OWNERS).parent.mkdir()
    (root / layout.OWNERS).write_text(codeowners.owners_text(registry, maintainers), "utf-8")


@pytest.mark.walk
def test_honest_edits_leave_no_fault_and_all_pages_and_no_test_of_the_living_catalogue_minds(tmp_path):
    root, dice = as_project(tmp_path, LIVING), random.Random(SEED)
    for result in (root / layout.OBLIGATIONS).glob(f"*{layout.RESULT_SUFFIX}"):
        result.unlink()  # what was counted in a closed year may change only together with a correction
    before, still = data(root), []
    for change in (*dice.sample(EDITS, len(EDITS)), *LAST):
        change(root, dice)
        assert_consistent(root, change.__name__)
        still += [change] if data(root) == before else []
        before = data(root)
    assert set(still) <= {*LAST}, "an edit that edits nothing"
    write_from_registry(root)
    files = [path for path in SOURCES if "mark.living" in path.read_text("utf-8") and _name(path) != HERE]
    kept = {key: value for key, value in os.environ.items() if not key.startswith("PYTEST_")}
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:randomly", "-p", "no:cacheprovider", "-m", "living", *files],
        cwd=ROOT, env={**kept, "LIVING_CATALOGUE": str(root)}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr


# Who may reach the living catalogue


def _name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def nodes(node: ast.AST, above: tuple[ast.AST, ...] = ()) -> Iterator[tuple[ast.AST, tuple[ast.AST, ...]]]:
    """Every node below `node`, and what it stands in, the nearest first."""
    for child in ast.iter_child_nodes(node):
        yield child, (node, *above)
        yield from nodes(child, (node, *above))


def is_marked(node: ast.AST) -> bool:
    """A test with the mark, or one case of a test with it."""
    marks = [keyword.value for keyword in node.keywords] if isinstance(node, ast.Call) else []
    marks = node.decorator_list if isinstance(node, ast.FunctionDef) else marks
    return "pytest.mark.living" in map(ast.unparse, marks)


def unmarked(source: str) -> list[str]:
    """Where the living catalogue is named outside what is marked."""
    if not any(way in source for way in WAYS):
        return []
    return [
        f"{node.lineno}: {name}"
        for node, above in nodes(ast.parse(source))
        for name in (getattr(node, key, None) for key in ("id", "attr", "arg", "value"))
        if isinstance(name, str) and name in WAYS and not any(map(is_marked, above))
    ]


def strays(source: str) -> list[str]:
    """Where the root of the repository is more than the way to a folder that holds no data.

    In `ROOT / name` the name may be any of the texts of its function.
    """
    beside = re.compile(r"__file__\)\.(?:resolve\(\)\.)?parent(?:s|\.parent)")
    lines = enumerate(source.splitlines(), 1)
    found = [f"{number}: {line}" for number, line in lines if beside.search(line) and not line.startswith("ROOT = ")]
    for node, above in nodes(ast.parse(source)):
        if isinstance(node, ast.Name) and node.id == "ROOT" and isinstance(node.ctx, ast.Load):
            use = ast.unparse(above[0])
            named = above[0].right if isinstance(above[0], ast.BinOp) else None
            whole = next(each for each in above if isinstance(each, ast.FunctionDef | ast.Assign | ast.Module))
            texts = set(strings(named if isinstance(named, ast.Constant | ast.JoinedStr) else whole))
            known = named or re.search(r"ROOT\.glob$|\.relative_to\(ROOT\)$|^Renderer\(ROOT, ", use)
            known = known or (use == "cwd=ROOT" and ast.unparse(above[1].func) == "subprocess.run")
            if not known or any(text.split("/")[0] in {*DATA, "*", "**"} for text in texts):
                found.append(f"{node.lineno}: {use}")
    return found


def strings(node: ast.AST) -> Iterator[str]:
    return (each.value for each in ast.walk(node) if isinstance(each, ast.Constant) and isinstance(each.value, str))


def test_no_test_reaches_the_living_catalogue_without_the_mark():
    sources = {_name(path): path.read_text("utf-8") for path in SOURCES}
    judged = {name: source for name, source in sources.items() if name not in {*TOOLS, HERE}}
    assert sources.keys() > TOOLS
    assert {name: found for name, source in judged.items() if (found := [*strays(source), *unmarked(source)])} == {}


@pytest.mark.parametrize(
    "source",
    [
        "site.check(ROOT, TODAY)",
        'def test(): assert (ROOT / "registry/map.yml").is_file()',
        'def test():\n    for name in ("docs", "innovations"): copy(ROOT / name)',
        'katalog("check", cwd=ROOT)',
        'FILES = sorted(ROOT.glob("*/*/*.yml"))',
        'FILES = sorted((ROOT / f"innovations/{agency}").iterdir())',
        "REAL = Path(__file__).parents[2]",
        "def test(living_at_root): assert living_at_root",
        'def test(request): assert request.getfixturevalue("living_at_root")',
        '@pytest.mark.parametrize("root", [pytest.param(BASE), LIVING])\ndef test(root): ...',
    ],
)  # fmt: skip
def test_whatever_reaches_the_living_catalogue_is_seen(source):
    assert [*strays(source), *unmarked(source)]
