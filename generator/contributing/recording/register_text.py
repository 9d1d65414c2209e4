"""A file of the registry as text -> the same text with a few values written anew, all else byte for byte."""

import io
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any, Final

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.error import CommentMark, YAMLError
from ruamel.yaml.scalarstring import LiteralScalarString
from ruamel.yaml.tokens import CommentToken

#: (indentation of keys, of items, of the dash before an item): how our files and those of `close` are written.
_STYLES: Final = ((2, 4, 2), (2, 2, 0))
_WIDTH: Final = 4096


class RegisterStyleError(ValueError):
    """A file that would not come back as it is; the message is an Indonesian sentence with the cure."""


class RegisterText:
    """A register that is open for writing: `data` may be changed, `text` gives the file."""

    def __init__(self, path: str, text: str) -> None:
        """Raises RegisterStyleError unless the file comes back byte for byte."""
        self._path, self._before = path, text
        for style in _STYLES:
            self._yaml = _yaml(*style)
            try:
                self.data: Any = self._yaml.load(text)
            except YAMLError:
                break
            if self._dumped() == text:
                return
        cause = f"{path} ditulis dengan susunan yang tidak dapat dijaga"
        raise RegisterStyleError(f"{cause}; pakai dua spasi, satu butir satu baris, seperti berkas registri lain")

    def text(self) -> str:
        """The file with the changes. Raises RegisterStyleError if a comment would be lost."""
        after = self._dumped()
        if _comments(self._before) - _comments(after):
            raise RegisterStyleError(f"sebuah catatan di {self._path} akan hilang; ubah berkas itu dengan tangan")
        return after

    def append(self, key: str, item: Mapping[str, Any]) -> None:
        """Put an item at the end of a list of the file, which may be empty, null or absent."""
        self.append_to(self.data, key, item, (*self.data, key))

    def append_to(self, group: CommentedMap, key: str, item: Mapping[str, Any], order: Sequence[str]) -> None:
        """Put an item at the end of a list of a group, which may be empty, null or absent."""
        if group.get(key):
            gap = _taken_gap(group[key])
            group[key].append(block(item))
            _give_gap(group, key, gap)
        else:
            self.put(group, key, [item], order)

    def remove(self, key: str, at: int, group: CommentedMap | None = None) -> None:
        """Take an item out of a list of the file, or of a group of it."""
        there = self.data if group is None else group
        if len(there[key]) == 1:
            self.put(there, key, [], tuple(there))
            return
        gap = _taken_gap(there[key]) if at == len(there[key]) - 1 else ""
        del there[key][at]
        _give_gap(there, key, gap)

    def drop(self, group: CommentedMap, key: str) -> None:
        """Take a key out of a group, which keeps others."""
        gap, above = _taken_gap(group, key), list(group)[: list(group).index(key)]
        del group[key]
        if above:
            _give_gap(group, above[-1], gap)

    def put(self, group: CommentedMap, key: str, value: Any, order: Sequence[str]) -> None:
        """Set a key of a group; a new one gets its place in the `order` of keys."""
        if key in group:
            gap = _taken_gap(group, key)
            group[key] = block(value)
            _give_gap(group, key, gap)
            return
        before = [one for one in order[: order.index(key)] if one in group]
        last = not before or before[-1] == list(group)[-1]
        gap = _taken_gap(group) if before and last else ""
        group.insert(list(group).index(before[-1]) + 1 if before else 0, key, block(value))
        _give_gap(group, key, gap)

    def _dumped(self) -> str:
        out = io.StringIO()
        self._yaml.dump(self.data, out)
        return out.getvalue()


def _leaf(group: Any, key: Any = None) -> tuple[Any, Any]:
    """Where the last scalar of a value stands: what comes behind the value is kept there."""
    at = key
    while True:
        value = group if at is None else group[at]
        if not isinstance(value, CommentedMap | CommentedSeq) or not value:
            return group, at
        group, at = value, list(value)[-1] if isinstance(value, CommentedMap) else len(value) - 1


def _slot(group: Any) -> int:
    return 2 if isinstance(group, CommentedMap) else 0


def _taken_gap(group: Any, key: Any = None) -> str:
    """Take away the empty lines and comments behind a value, and give them; a comment on its own line stays."""
    where, at = _leaf(group, key)
    tokens = where.ca.items.get(at)
    token = tokens[_slot(where)] if tokens else None
    if token is None or isinstance(token, list):
        return ""
    beside, _, behind = token.value.partition("\n")
    if beside:
        token.value = f"{beside}\n"
    else:
        tokens[_slot(where)] = None
    return str(behind)


def _give_gap(group: Any, key: Any, gap: str) -> None:
    """Put empty lines and comments behind a value."""
    if not gap:
        return
    where, at = _leaf(group, key)
    tokens = where.ca.items.setdefault(at, [None, None, None, None])
    token = tokens[_slot(where)]
    if token is None:
        tokens[_slot(where)] = CommentToken(f"\n{gap}", CommentMark(0), None)
    else:
        token.value = f"{token.value.rstrip(chr(10))}\n{gap}"


def block(value: Any) -> Any:
    """A value as ruamel.yaml writes it in our style: groups and lists in blocks, long texts behind a bar."""
    if isinstance(value, Mapping):
        return CommentedMap((key, block(inner)) for key, inner in value.items())
    if isinstance(value, list | tuple):
        return CommentedSeq(block(inner) for inner in value)
    if isinstance(value, str) and "\n" in value:
        return LiteralScalarString(value if value.endswith("\n") else f"{value}\n")
    return value


def _yaml(mapping: int, sequence: int, offset: int) -> YAML:
    yaml = YAML()
    yaml.indent(mapping=mapping, sequence=sequence, offset=offset)
    yaml.width = _WIDTH
    yaml.preserve_quotes = True
    yaml.representer.add_representer(
        type(None), lambda representer, _: representer.represent_scalar("tag:yaml.org,2002:null", "null")
    )
    return yaml


def _comments(text: str) -> Counter[str]:
    return Counter(line.strip() for line in text.split("\n") if line.lstrip().startswith("#"))
