"""Two spellings of one name are equal once they are folded."""

import re
import unicodedata
from functools import lru_cache


@lru_cache(maxsize=4_096)  # a table compares the same names row by row
def folded(text: str) -> str:
    """`text` without case, accents and signs: two spellings of one name are equal."""
    spelt = text.casefold().replace("&", " dan ")
    if not spelt.isascii():
        spelt = "".join(char for char in unicodedata.normalize("NFKD", spelt) if not unicodedata.combining(char))
    return " ".join(re.findall(r"\w+", spelt.replace("_", " ")))
