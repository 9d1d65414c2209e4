"""`python tests/recall.py`: how well the root function joins word families, and what else it joins.

Figures to read, no assertions: every joined pair of the real catalogue that the table does not know is printed.
"""

import json
import re
import time
from collections.abc import Iterator
from functools import cache
from itertools import combinations
from pathlib import Path

import yaml
from catalogues import FROZEN, LIVING, ROOT

from generator.text.word_roots import roots

TABLE = ROOT / "tests" / "roots.yml"
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_NOT_PROSE = {"url", "slug"}


@cache
def table() -> dict:
    """The shared table, as written."""
    return yaml.safe_load(TABLE.read_text("utf-8"))


def sources(catalogue: Path) -> list[Path]:
    """The files whose words a citizen searches: entries, chosen words, agencies and the index's indicators."""
    registry = catalogue / "registry"
    chosen = [registry / "taxonomy.yml", registry / "agencies.yml", *sorted((registry / "indicators").glob("*.yml"))]
    return [*sorted((catalogue / "innovations").glob("*/*.yml")), *chosen]


def _prose(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for key, inner in value.items():
            if key not in _NOT_PROSE:
                yield from _prose(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _prose(inner)
    elif isinstance(value, str) and "://" not in value:
        yield value


@cache
def catalogue_words(catalogue: Path = FROZEN) -> list[str]:
    """Every word of a catalogue's texts once; hyphenated words also by their parts."""
    found: set[str] = set()
    for path in sources(catalogue):
        for text in _prose(yaml.safe_load(path.read_text("utf-8"))):
            for word in _WORD.findall(text.lower()):
                found.update([word, *word.split("-")])
    return sorted(found)


def table_words() -> list[str]:
    """Every word of the table once."""
    return sorted({word for rows in table().values() for row in rows for word in row["kata"]})


def pairs_of(rows: list[dict]) -> set[tuple[str, str]]:
    """All unordered pairs within each row."""
    return {pair for row in rows for pair in combinations(sorted(row["kata"]), 2)}


def joined(words: list[str]) -> set[tuple[str, str]]:
    """The pairs of `words` that share a root."""
    by_root: dict[str, list[str]] = {}
    for word in words:
        for root in roots(word):
            by_root.setdefault(root, []).append(word)
    return {pair for holders in by_root.values() for pair in combinations(sorted(holders), 2)}


def main() -> None:
    """Print recall, false joins and the joins nobody has judged yet."""
    rows = table()
    families, look_alikes, doubtful = (pairs_of(rows[part]) for part in ("keluarga", "mirip", "ragu"))
    words = catalogue_words(LIVING)
    started = time.perf_counter()
    joins = joined(words)
    seconds = time.perf_counter() - started
    all_joins = joins | joined(sorted(set(words) | set(table_words())))
    for part, before in (("all rows, known misses included", False), ("rows written before the function", True)):
        chosen = [row for row in rows["keluarga"] + rows["terlewat"] if row.get("sebelum") or not before]
        wanted = pairs_of(chosen)
        hit = wanted & all_joins
        print(
            f"recall, {part}: {len(hit)} of {len(wanted)} pairs ({len(hit) / len(wanted):.1%}), {len(chosen)} families"
        )
        for left, right in sorted(wanted - hit):
            print(f"  missed: {left} / {right}")
        apart = pairs_of([row for row in rows["mirip"] if row.get("sebelum") or not before])
        print(f"look-alikes joined, {part}: {len(apart & all_joins)} of {len(apart)}")
        for left, right in sorted(apart & all_joins):
            print(f"  false: {left} / {right}: {', '.join(sorted(roots(left) & roots(right)))}")
    unknown = joins - families - doubtful - look_alikes
    count = len(words) * (len(words) - 1) // 2
    print(f"real catalogue: {len(words)} words, {count} pairs, {len(joins)} joined in {seconds:.2f} s")
    print(f"  in one family of the table: {len(joins & families)}; known as doubtful: {len(joins & doubtful)}")
    print(f"  false (a look-alike of the table): {len(joins & look_alikes)}; not judged yet: {len(unknown)}")
    for left, right in sorted(unknown):
        print(f"  not judged: {left} / {right}: {', '.join(sorted(roots(left) & roots(right)))}")
    absent = sorted(
        {w for row in rows["keluarga"] + rows["mirip"] if "asal" not in row for w in row["kata"]} - set(words)
    )
    print(f"table words no longer in the texts: {len(absent)} {json.dumps(absent)}")


if __name__ == "__main__":
    main()
