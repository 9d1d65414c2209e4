"""Words cut into small files by their beginning, of which a search fetches only the few it needs."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise, takewhile
from typing import Any, Final

#: Bytes of JSON in a file of the index, unless one word alone is longer.
SHARD_BYTES: Final = 12_000
_ENCODED: Final = json.JSONEncoder(separators=(",", ":")).encode


def shards(items: Mapping[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Cut sorted words into files of about `SHARD_BYTES`: (the beginning from which a file holds words, its words).

    Cuts fall between beginnings, not at counted positions, so a new word moves no cut elsewhere. The beginnings are
    ASCII letters and digits; other letters come after them, under `~`.
    """
    ordered = sorted(items)
    sizes = {word: len(_ENCODED([word, items[word]])) for word in ordered}
    for start, part in _cut(ordered, "", sizes):
        yield start, {word: items[word] for word in part}


def packed(starts: Iterable[str]) -> str:
    """The beginnings in order, each as how many letters it shares with the one before (`a` none) and its rest."""
    shared = ((_shared(*pair), pair[1]) for pair in pairwise(["", *starts]))
    return " ".join(f"{chr(ord('a') + count)}{start[count:]}" for count, start in shared)


def _shared(one: str, other: str) -> int:
    return sum(1 for _ in takewhile(lambda letters: letters[0] == letters[1], zip(one, other, strict=False)))


def _cut(ordered: Sequence[str], start: str, sizes: Mapping[str, int]) -> Iterator[tuple[str, list[str]]]:
    groups: dict[str, list[str]] = {}
    for word in ordered:
        letter = word[len(start) : len(start) + 1]
        groups.setdefault(start + (letter if letter.isascii() else "~"), []).append(word)
    run: list[str] = []
    begin, size = "", 0
    for group, part in groups.items():
        weight = sum(sizes[word] for word in part)
        if run and size + weight > SHARD_BYTES:
            yield begin, run
            run, size = [], 0
        if weight > SHARD_BYTES and len(part) > 1 and len(group) > len(start) and not group.endswith("~"):
            yield from _cut(part, group, sizes)
            continue
        begin, run, size = (begin if run else group), run + part, size + weight
    if run:
        yield begin, run
