"""Lines that YAML cannot read, or reads otherwise than they are meant, because a value stands without its quotes."""

import json
import re
from collections.abc import Iterator
from typing import Final

from generator.layout import hyphened

#: `kunci: nilai`, also as the first of an item; a dash before a value alone.
_PAIR = re.compile(r"\A(\s*(?:- +)*)([A-Za-z][A-Za-z_ ]{0,40}?): +(\S.*?)\s*\Z")
_ITEM = re.compile(r"\A(\s*(?:- +)+)(\S.*?)\s*\Z")
_BLOCK = re.compile(r"\A\s*(?:- +)*(?:[A-Za-z][A-Za-z_ ]{0,40}: *)?[|>][-+0-9]*\s*(?:#.*)?\Z")
#: A key whose colon has no blank behind it, or that is parted from its value by a blank alone.
_CLOSE_KEY = re.compile(r"\A(\s*(?:- +)*)([A-Za-z][A-Za-z_ ]{0,40}?):(?=[^\s/:])")
_DASH = re.compile(r"\A(\s*)[•*–](?=\s)")
#: What a value may not begin with where it has no quotes.
_NO_BEGINNING: Final = "@`%*&>|,"
_QUOTES: Final = {"“": "”", "„": "”", "‘": "’"}
#: What a writer meant as a comment: a blank behind its sign, and no number (`Layanan # 1`).
_COMMENT = re.compile(r"\s+#(?:\s+(?![0-9])|#|\Z).*\Z")
_COLON = re.compile(r":(?=\s|\Z)")


def quoted_lines(text: str, keys: frozenset[str]) -> str:
    """`text` with quotes where a value cannot do without. What stands in a block keeps every sign.

    `keys` are the names of keys, in any spelling that is `hyphened` alike.
    """
    return "\n".join(_lines(text.split("\n"), keys))


def _lines(lines: list[str], keys: frozenset[str]) -> Iterator[str]:
    inside = -1
    for line in lines:
        depth = len(line) - len(line.lstrip())
        if inside >= 0 and (not line.strip() or depth > inside):
            yield line
            continue
        inside = depth if _BLOCK.match(line) else -1
        yield line if inside >= 0 or line.lstrip().startswith("#") else _mended(line, keys)


def _mended(line: str, keys: frozenset[str]) -> str:
    line = _DASH.sub(r"\1-", line)
    if (close := _CLOSE_KEY.match(line)) and hyphened(close[2]) in keys:
        line = f"{close[1]}{close[2]}: {line[close.end() :]}"
    pair = _PAIR.match(line)
    if pair and hyphened(pair[2]) in keys:
        return f"{pair[1]}{pair[2]}: {_value(pair[3])}"
    item = _ITEM.match(line)
    if item and not pair:
        return f"{item[1]}{_value(item[2])}"
    return line


def _value(value: str) -> str:
    """The value as it must be written; one that is written well stays as it is, and so does a comment."""
    comment = _COMMENT.search(value)
    if comment and comment.start():
        return f"{_value(value[: comment.start()])}{comment.group()}"
    closing = _QUOTES.get(value[:1])
    if closing and value.endswith(closing) and len(value) > 1:
        return json.dumps(value[1:-1], ensure_ascii=False)
    if value[0] in "\"'[{":
        return _closed(value)
    if value[0] in _NO_BEGINNING or _COLON.search(value) or re.search(r"\s#(?=\S)", value):
        return json.dumps(value, ensure_ascii=False)
    return value


def _closed(value: str) -> str:
    """A value in quotes without the comma that was typed behind them."""
    bare = value.rstrip(" ,;")
    closed = len(bare) > 1 and bare[0] in "\"'" and bare[-1] == bare[0] and bare[0] not in bare[1:-1]
    return bare if closed else value
