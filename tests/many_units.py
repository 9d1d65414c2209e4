"""A register as a region has it that counts its villages and schools: names that do not compress, each under its own."""

import random
from pathlib import Path
from typing import Final

AGENCIES: Final = "registry/agencies.yml"
TAXONOMY: Final = "registry/taxonomy.yml"
KINDS: Final = {"desa": "Desa", "sekolah": "Sekolah"}
_SYLLABLES: Final = [f"{one}{two}" for one in "bcdgjklmnprstwy" for two in "aeiou"]


def _word(chance: random.Random) -> str:
    return "".join(chance.choices(_SYLLABLES, k=chance.randint(2, 4))).capitalize() + chance.choice(
        ("", "n", "ng", "k")
    )


def register(base: Path, villages: int, schools: int) -> dict[str, str]:
    """The registers of the fictional region with so many villages under a district's office, and schools under one."""
    chance, rows = random.Random(20261124), list[str]()
    for kind, parent, count in (("desa", "kecamatan-utara", villages), ("sekolah", "disdik", schools)):
        for number in range(1, count + 1):
            name = f"{KINDS[kind]} {_word(chance)} {_word(chance)} {number}"
            rows.append(
                f"  - {{slug: {name.lower().replace(' ', '-')}, nama_resmi: {name}, jenis: {kind}, induk: {parent}, "
                "nama_terkonfirmasi: ya, terikat: ya, sumber: {judul: Rekaan}}\n"
            )
    kinds = "".join(f"  - {{slug: {slug}, label: {label}}}\n" for slug, label in KINDS.items())
    taxonomy = (base / TAXONOMY).read_text("utf-8")
    return {
        AGENCIES: (base / AGENCIES).read_text("utf-8") + "".join(rows),
        TAXONOMY: taxonomy.replace("jenis_ki:\n", f"{kinds}jenis_ki:\n"),
    }
