"""`make bench`: seconds and peak memory of each stage, for the real catalogue and synthetic ones.

Figures only, no assertions: machines differ. Each size runs in a process of its own, so that its
peak memory is its own.
"""

import datetime as dt
import json
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from catalogues import FROZEN, ROOT

SIZES = (1_000, 5_000)
AS_OF = "2026-11-24"
_WORDS = [
    "layanan",
    "warga",
    "desa",
    "puskesmas",
    "sekolah",
    "data",
    "pemeriksaan",
    "gratis",
    "antrean",
    "daring",
    "petugas",
    "kunjungan",
    "rumah",
    "perpustakaan",
    "izin",
    "usaha",
    "tani",
    "pasar",
    "sungai",
    "gambut",
    "pelatihan",
    "kader",
    "ibu",
    "anak",
    "dokumen",
    "sehari",
    "cepat",
    "aman",
]


def synthetic(root: Path, count: int) -> None:
    """The frozen registry with `count` made-up entries of about 2.5 kB, the same on every run."""
    dice = random.Random(count)
    shutil.copytree(FROZEN / "registry", root / "registry")
    for name in ("docs", "site_templates"):
        shutil.copytree(ROOT / name, root / name)
    shutil.copy(ROOT / "mkdocs.yml", root)
    agencies = sorted(path.name for path in (FROZEN / "innovations").iterdir())
    affairs = ("kesehatan", "pendidikan", "perpustakaan", "pertanian", "sosial")
    for number in range(count):
        folder = root / "innovations" / agencies[number % len(agencies)]
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"rekaan-{number}.yml").write_text(_entry(dice, number, dice.choice(affairs)), "utf-8")


def _entry(dice: random.Random, number: int, affair: str) -> str:
    def words(many: int) -> str:
        return " ".join(dice.choices(_WORDS, k=many))

    results = "".join(
        f"  - ukuran: {words(4)}\n    sesudah: {dice.randint(1, 999)}\n    tahun: {dice.randint(2019, 2026)}\n"
        for _ in range(6)
    )
    return (
        f"nama: Rekaan {number} {words(3)}\nringkasan: {words(14)}\nbentuk: pelayanan-publik\njenis: digital\n"
        f"urusan:\n  - {affair}\nriwayat:\n  - peristiwa: penerapan\n    tanggal: {dice.randint(2018, 2026)}\n"
        f"masalah: |\n  {words(60)}\nsolusi: |\n  {words(120)}\nmanfaat: |\n  {words(40)}\nhasil:\n{results}"
    )


def stages(root: Path) -> dict[str, float]:
    """Run every stage once in this process and time it."""
    from mkdocs.commands import build as mkdocs_build
    from mkdocs.config import load_config

    from generator.publishing import pipeline
    from generator.publishing.configuration import Configuration
    from generator.settings import Edition

    day = dt.date.fromisoformat(AS_OF)
    figures: dict[str, float] = {}
    with _timed(figures, "load and check"):
        checked = pipeline.check(root, day)
    assert not checked.problems.errors, checked.problems.errors[:3]
    with tempfile.TemporaryDirectory() as out:
        config = load_config(str(root / "mkdocs.yml"), site_dir=out)
        edition = Edition(day, day)
        with _timed(figures, "generate"):
            tree = pipeline.build(root, checked, Configuration.read(root / "mkdocs.yml").settings, edition)
        config.plugins["katalog"].given = edition, checked
        with _timed(figures, "whole MkDocs build"):
            mkdocs_build.build(config)
        figures["site MB"] = sum(path.stat().st_size for path in Path(out).rglob("*") if path.is_file()) / 1e6
    figures["files"] = len(tree)
    figures["peak MiB"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return figures


@contextmanager
def _timed(figures: dict[str, float], name: str) -> Iterator[None]:
    start = time.perf_counter()
    yield
    figures[name] = time.perf_counter() - start


def _measure(label: str, root: Path) -> None:
    done = subprocess.run([sys.executable, __file__, str(root)], check=True, capture_output=True, text=True, cwd=ROOT)
    figures = json.loads(done.stdout.splitlines()[-1])
    print(f"{label:>12}  " + "  ".join(f"{name} {value:,.2f}" for name, value in figures.items()), flush=True)


def main() -> None:
    """Print one line per size, then the lines of code per module."""
    _measure("real", ROOT)
    for size in SIZES:
        with tempfile.TemporaryDirectory() as scratch:
            synthetic(Path(scratch), size)
            _measure(f"{size:,}", Path(scratch))
    modules = {path: len(path.read_text("utf-8").splitlines()) for path in (ROOT / "generator").rglob("*.py")}
    print(f"\n{len(modules)} modules, {sum(modules.values())} lines")
    for path, lines in sorted(modules.items(), key=lambda item: -item[1]):
        print(f"{lines:>6}  {path.relative_to(ROOT)}")


if __name__ == "__main__":
    if len(sys.argv) > 1:
        print(json.dumps(stages(Path(sys.argv[1]))))
    else:
        main()
