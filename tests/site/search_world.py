"""A catalogue of any size whose texts are spread as language is, built without files: what searches are measured on.

A few words stand in nearly every entry, most in a handful: ranks follow Zipf's law, over the words of the real
catalogue and made-up ones with Indonesian affixes.
"""

import datetime as dt
import itertools
import random
import re
from functools import cache
from pathlib import Path

import yaml
from catalogues import FROZEN

from generator import addresses
from generator.catalogue.catalogue import Catalogue, Innovation, resolve
from generator.catalogue.load import load
from generator.catalogue.registry import Registry
from generator.publishing.exports import Build, filter_table, search_index
from generator.publishing.view import View
from generator.schema.entry import Entry
from generator.settings import Edition, Settings

ROOT = Path(__file__).parents[2]
AS_OF = dt.date(2026, 11, 24)
_AFFIXES = ("{}", "{}", "{}an", "me{}", "pe{}an", "ber{}", "di{}kan", "ke{}an", "ter{}", "{}nya", "se{}", "{}kan")


@cache
def _real() -> tuple[Registry, tuple[str, ...]]:
    catalogue = load(FROZEN).catalogue
    assert catalogue is not None
    found: dict[str, int] = {}
    for path in sorted((FROZEN / "innovations").glob("*/*.yml")):
        for word in re.findall(r"[a-z]+", str(yaml.safe_load(path.read_text("utf-8"))).lower()):
            found[word] = found.get(word, 0) + 1
    return catalogue.registry, tuple(sorted(found, key=lambda word: (-found[word], word)))


def vocabulary(dice: random.Random, size: int) -> list[str]:
    """The real catalogue's words, the commonest first, then made-up ones."""
    words = dict.fromkeys(_real()[1])
    syllables = ["".join(pair) for pair in itertools.product("bcdghjklmnprstw", "aiueo")]
    while len(words) < size:
        root = "".join(dice.choices(syllables, k=dice.choice((2, 2, 3)))) + dice.choice(("", "n", "r", "s", "k"))
        words.setdefault(dice.choice(_AFFIXES).format(root))
    return list(words)


def search_view(count: int) -> View:
    """`count` entries of about 350 words each, the same on every run."""
    dice = random.Random(count)
    registry, _ = _real()
    words = vocabulary(dice, 4_000 + 2 * count)
    weights = list(itertools.accumulate(1 / (rank + 8) for rank in range(len(words))))
    agencies = list(registry.agencies.values())

    def text(length: int) -> str:
        return " ".join(dice.choices(words, cum_weights=weights, k=length))

    def entry(number: int) -> Innovation:
        raw = {
            "nama": f"{' '.join(dice.choices(words[300:], k=3))} {number}",
            "ringkasan": text(15),
            "bentuk": dice.choice(list(registry.taxonomy["bentuk"])),
            "jenis": dice.choice(list(registry.taxonomy["jenis"])),
            "urusan": dice.sample(list(registry.taxonomy["urusan"]), dice.choice((1, 1, 1, 2))),
            "riwayat": [{"peristiwa": "penerapan", "tanggal": f"{dice.randint(2018, 2025)}-{dice.randint(1, 12):02}"}],
            "lokasi": {"kecamatan": dice.sample(list(registry.taxonomy["kecamatan"]), dice.choice((1, 1, 2, 3)))},
            "masalah": text(80),
            "solusi": text(160),
            "manfaat": text(80),
        }
        return resolve(f"rekaan-{number:05}", dice.choice(agencies), Entry.model_validate(raw), registry)

    made = [entry(number) for number in range(count)]
    settings = Settings(name="Katalog Contoh", region="Kabupaten Contoh", government="", operator="")
    return View(Catalogue({i.slug: i for i in made}, registry), settings, Edition(AS_OF, AS_OF))


def search_folder(view: View, folder: Path) -> Path:
    """`folder` with all that a search needs: the index, the scripts, and a page at the root (the one for 404)."""
    tree = {**dict(search_index.files(Build(FROZEN, view))), **dict(filter_table.files(Build(FROZEN, view)))}
    tree |= {path: (ROOT / "site_templates/theme" / path).read_bytes() for path in addresses.SCRIPTS}
    tree["404.html"] = b"<!doctype html><title>Uji</title>"
    for path in {(folder / path).parent for path in tree}:
        path.mkdir(parents=True, exist_ok=True)
    for path, content in tree.items():
        (folder / path).write_bytes(content)
    return folder
