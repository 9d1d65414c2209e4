"""The short name of each document in the index, which tells what kind of document it is."""

import base64
import hashlib
from collections.abc import Iterable
from typing import Final

KEY_LETTERS: Final = 5
#: How keys begin by what they are of, and how much a word that is a part of it weighs; the alphabet of hashes has none
#: of these digits. Names of agencies and of affairs have many words that mean something else in a need.
PAGE, AGENCY, WORD, HINT = "0189"
WEIGHTS: Final = {"": 1.0, PAGE: 0.5, AGENCY: 0.5, WORD: 0.5, HINT: 0.0}


def keys(seeds: Iterable[str], begin: str = "") -> dict[str, str]:
    """Seed -> its key, which begins so: a hash, so that other documents coming or going do not change it."""
    taken: dict[str, str] = {}
    for seed in sorted(seeds):
        tried = seed
        while (key := _key(tried, begin)) in taken:
            tried += "+"
        taken[key] = seed
    return {seed: key for key, seed in taken.items()}


def _key(text: str, begin: str) -> str:
    letters = base64.b32encode(hashlib.sha256(text.encode()).digest()).decode().lower()
    return (begin + letters)[:KEY_LETTERS]
