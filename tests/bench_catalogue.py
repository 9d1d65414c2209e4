"""Made-up catalogues of any size for the bench: the same on every run, words as often as the frozen entries have them."""

import random
import re
import shutil
from pathlib import Path

import yaml
from catalogues import FROZEN, ROOT

from generator import layout

_WORD = re.compile(r"[A-Za-z]{2,}")


def catalogue(root: Path, count: int) -> None:
    """Write the frozen registry and `count` entries of about 4 kB below `root`; names make slugs that hardly compress."""
    dice = random.Random(count)
    shutil.copytree(FROZEN / "registry", root / "registry")
    for name in ("docs", "site_templates"):
        shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("node_modules"))
    shutil.copy(ROOT / "mkdocs.yml", root)
    words = _WORD.findall(" ".join(path.read_text("utf-8") for path in sorted(FROZEN.glob("innovations/*/*.yml"))))
    agencies = sorted(path.name for path in (FROZEN / "innovations").iterdir())
    taxonomy = yaml.safe_load((FROZEN / layout.TAXONOMY).read_text("utf-8"))
    affairs, districts = ([word["slug"] for word in taxonomy[kind]] for kind in ("urusan", "kecamatan"))
    for number in range(count):
        name = " ".join(dice.choices(words, k=5)).title()
        folder = root / "innovations" / agencies[number % len(agencies)]
        folder.mkdir(parents=True, exist_ok=True)
        entry = _entry(dice, name, words, affairs, districts)
        text = yaml.safe_dump(entry, allow_unicode=True, sort_keys=False, width=110)
        slug = f"{layout.as_slug(name)[:50].strip('-')}-{_lettered(number)}"  # numbers would be words of the search
        (folder / f"{slug}.yml").write_text(text, "utf-8")


def _entry(
    dice: random.Random, name: str, words: list[str], affairs: list[str], districts: list[str]
) -> dict[str, object]:
    def said(many: int) -> str:
        return " ".join(dice.choices(words, k=many))

    def year() -> str:
        return str(dice.randint(2018, 2026))

    return {
        "nama": name,
        "ringkasan": said(16),
        "bentuk": dice.choice(("pelayanan-publik", "tata-kelola")),
        "jenis": dice.choice(("digital", "nondigital")),
        "urusan": dice.sample(affairs, dice.randint(1, 3)),
        "riwayat": [{"peristiwa": "uji-coba", "tanggal": "2018"}, {"peristiwa": "penerapan", "tanggal": year()}],
        "masalah": said(60),
        "solusi": "\n\n".join(said(50) for _ in range(3)),
        "manfaat": said(50),
        "cara_memakai": {"langkah": [said(9) for _ in range(4)], "biaya": "Gratis", "syarat": [said(5), said(4)]},
        "hasil": [
            {"ukuran": said(4), "sebelum": str(dice.randint(1, 99)), "sesudah": str(dice.randint(100, 999)), "tahun": year()}
            for _ in range(6)
        ],
        "lokasi": {"kecamatan": dice.sample(districts, 2)},
        "sumber": [{"judul": said(6), "url": f"https://contoh.go.id/{dice.randrange(10**6)}"}],
    }  # fmt: skip


def _lettered(number: int) -> str:
    return "".join(chr(ord("a") + number // 26**place % 26) for place in range(3))
