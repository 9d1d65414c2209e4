"""Bytes of one YAML file -> plain data whose scalars are all text, with the place of every value.

Reads PyYAML's event stream and never its constructors: no tag, anchor or alias is ever resolved, no
`no` turns into False and no `007` into 7, equal keys are seen, and depth is counted before anything
recurses. The schema decides types later.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from sys import intern
from typing import Any, Final

import yaml
from yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    Event,
    NodeEvent,
    ScalarEvent,
    SequenceStartEvent,
)

from generator.layout import MAX_ENTRY_BYTES
from generator.problems import Place, Problem, problem
from generator.reading.spots import DataPath, Spot, Spots
from generator.reading.syntax_errors import syntax_problem

MAX_DEPTH: Final = 8
MAX_NODES: Final = 2_000
#: What does not show is found by its line: that many further lines are named.
_LINES_NAMED: Final = 8
#: In the path of what is a key itself or stands under a refused one: it is in no data, so no spot leads there.
_NOWHERE: Final = -1

# Characters that one reader sees and another does not: YAML 1.1 takes U+0085, U+2028 and U+2029 for
# line ends, bidi and zero-width marks change what a reviewer reads, blanks that are letters make a
# name without a name, seven private-use characters are `safe_html`'s own. ZWJ and ZWNJ are ordinary text.
BANNED: Final = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u200b\u200e\u200f\u2028\u2029\u202a-\u202e"
    r"\u061c\u115f\u1160\u180e\u2060-\u206f\u2800\u3164\ufeff\uffa0\ufff9-\ufffb\ufffe\uffff\ue000-\ue006"
    r"\ud800-\udfff\U000e0000-\U000e01ef]|\r(?!\n)"
)
#: What stands for nothing where it has no quotation marks.
NULLS: Final = ("", "~", "null", "Null", "NULL")
_COMMENT_AFTER_VALUE = re.compile(r"[ \t]+#(?:(?=[^\s#])|[ \t]+(?=[0-9]))")


@dataclass(frozen=True, slots=True)
class Document:
    """One file as read: nested dict, list, str and None, and the spot of every path in it.

    An empty value (`masalah:` and nothing behind it, `null`, `~`) is None.
    """

    file: str
    data: dict[str, Any]
    spots: Mapping[DataPath, Spot]
    text: str

    def place(self, path: DataPath, *, key: bool = False) -> Place:
        """The place of `path`, or of its nearest ancestor that is in the file."""
        while path and path not in self.spots:
            path = path[:-1]
        if not path:
            return Place(self.file, 1, 1)
        spot = self.spots[path]
        return Place(self.file, *(spot.key if key else spot.value))


@dataclass(slots=True)
class _Frame:
    """A mapping or list under construction."""

    path: DataPath
    container: dict[str, Any] | list[Any]
    start: tuple[int, int]
    key: str | None = None
    key_at: tuple[int, int] = (1, 1)
    awaits_key: bool = True


@dataclass(slots=True)
class _Reader:
    file: str
    lines: list[str]
    most_nodes: int
    problems: list[Problem] = field(default_factory=list)
    spots: Spots = field(default_factory=Spots)
    stack: list[_Frame] = field(default_factory=list)
    root: Any = None
    nodes: int = 0
    documents: int = 0

    def report(self, code: str, at: tuple[int, int], **values: Any) -> None:
        self.problems.append(problem(code, Place(self.file, *at), **values))

    def feed(self, event: Event) -> bool:
        """Take one event; False stops the reading for good."""
        assert event.start_mark is not None
        at = (event.start_mark.line + 1, event.start_mark.column + 1)
        if isinstance(event, NodeEvent):
            return self._node(event, at)
        if isinstance(event, CollectionEndEvent):
            self._close()
        elif isinstance(event, DocumentStartEvent):
            return self._start_document(event, at)
        return True

    def _node(self, event: NodeEvent, at: tuple[int, int]) -> bool:
        self.nodes += 1
        if self.nodes > self.most_nodes:
            self.report("Y006", at, batas=self.most_nodes)
            return False
        if isinstance(event, AliasEvent):
            self.report("Y003", at, nilai=f"*{event.anchor}")
            self._add(None, at)
            return True
        if event.anchor is not None:
            self.report("Y003", at, nilai=f"&{event.anchor}")
        assert isinstance(event, (ScalarEvent, CollectionStartEvent))
        if event.tag is not None:
            self.report("Y004", at, nilai=event.tag)
        if isinstance(event, ScalarEvent):
            self._scalar(event, at)
            return True
        return self._open([] if isinstance(event, SequenceStartEvent) else {}, at)

    def _start_document(self, event: DocumentStartEvent, at: tuple[int, int]) -> bool:
        self.documents += 1
        if event.version or event.tags:
            self.report("Y009", at)
        if self.documents > 1:
            self.report("Y007", at)
            return False
        return True

    def _open(self, container: dict[str, Any] | list[Any], at: tuple[int, int]) -> bool:
        if len(self.stack) >= MAX_DEPTH:
            self.report("Y005", at, batas=MAX_DEPTH)
            return False
        path = self._add(container, at)
        self.stack.append(_Frame(path, container, at))
        return True

    def _close(self) -> None:
        self.stack.pop()

    def _scalar(self, event: ScalarEvent, at: tuple[int, int]) -> None:
        plain = not event.style  # None or empty, by parser
        value = None if plain and event.value in NULLS else event.value
        self._look_for_lost_text(event)
        if value is not None and (banned := BANNED.search(value)):
            self.report("B009", at, nilai=_name(banned.group()), jumlah=1)
        self._add(value, at)

    def _look_for_lost_text(self, event: ScalarEvent) -> None:
        """`Layanan #1 cepat` is read as `Layanan`: everything from ` #` on is a comment to YAML."""
        if event.style:
            return
        assert event.end_mark is not None
        line, column = event.end_mark.line, event.end_mark.column
        whole = self.lines[line] if line < len(self.lines) else ""
        if _COMMENT_AFTER_VALUE.match(whole, column):
            self.report("Y012", (line + 1, column + 1), nilai=event.value, hilang=whole[column:].strip())

    def _add(self, value: Any, at: tuple[int, int]) -> DataPath:
        if not self.stack:
            self.root = value
            return ()
        frame = self.stack[-1]
        if isinstance(frame.container, list):
            path: DataPath = (*frame.path, len(frame.container))
            frame.container.append(value)
            self._mark(path, at, at)
            return path
        if frame.awaits_key:
            self._key(frame, value, at)
            frame.awaits_key = False
            return (*frame.path, _NOWHERE)
        frame.awaits_key = True
        if frame.key is None:
            return (*frame.path, _NOWHERE)
        path = (*frame.path, frame.key)
        frame.container[frame.key] = value
        self._mark(path, frame.key_at, at)
        return path

    def _mark(self, path: DataPath, key: tuple[int, int], value: tuple[int, int]) -> None:
        if _NOWHERE not in path:
            self.spots.mark(path, key, value)

    def _key(self, frame: _Frame, value: Any, at: tuple[int, int]) -> None:
        assert isinstance(frame.container, dict)
        frame.key, frame.key_at = None, at
        if not isinstance(value, str):
            self.report("Y010", at)
        elif value == "<<":
            self.report("Y011", at)
        elif value in frame.container:
            first = self.spots[(*frame.path, value)].key[0]
            self.report("Y002", at, nilai=value, baris=first)
        else:
            frame.key = intern(value)


def read(
    raw: bytes, file: str, *, limit: int = MAX_ENTRY_BYTES, nodes: int = MAX_NODES
) -> tuple[Document | None, list[Problem]]:
    """Read one file of at most `limit` bytes and `nodes` values (UTF-8, one mapping).

    Returns the document, or None where it cannot be trusted, and every problem found. A document may
    come with problems: the caller shows both, so that one slip does not hide the next.
    """
    text, problems = _decode(raw, file, limit)
    if text is None:
        return None, problems
    reader = _Reader(file, text.split("\n"), nodes, problems)
    try:
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            if not reader.feed(event):
                return None, reader.problems
    except yaml.MarkedYAMLError as error:
        reader.problems.append(syntax_problem(error, file, reader.lines))
        return None, reader.problems
    except yaml.YAMLError as error:
        reader.problems.append(problem("Y001", Place(file, 1, 1), sebab=str(error)))
        return None, reader.problems
    if reader.root is None:
        reader.problems.append(problem("B011", Place(file)))
        return None, reader.problems
    if not isinstance(reader.root, dict):
        reader.problems.append(problem("Y008", Place(file, 1, 1)))
        return None, reader.problems
    return Document(file, reader.root, reader.spots, text), reader.problems


def _decode(raw: bytes, file: str, limit: int) -> tuple[str | None, list[Problem]]:
    if len(raw) > limit:
        return None, [problem("B007", Place(file), nilai=len(raw), batas=limit)]
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        column = error.start - raw.rfind(b"\n", 0, error.start)
        wide = raw[:2] in (b"\xff\xfe", b"\xfe\xff")
        cause = "UTF-16" if wide else f"bita {raw[error.start]:#04x}"
        return None, [problem("B008", Place(file, line, column), nilai=cause)]
    problems = list(_hidden(text, file))
    return (None if problems else text), problems


@dataclass(slots=True)
class _Hidden:
    """Where a character that does not show stands: where it is first, on which lines, how many times."""

    first: int
    lines: list[int] = field(default_factory=list)
    count: int = 0


def _hidden(text: str, file: str) -> Iterator[Problem]:
    """One problem for each kind of character that must not be in a file."""
    found: dict[str, _Hidden] = {}
    line, counted = 1, 0
    for banned in BANNED.finditer(text):
        line, counted = line + text.count("\n", counted, banned.start()), banned.start()
        char = found.setdefault(banned.group(), _Hidden(banned.start()))
        char.count += 1
        if line not in char.lines[-1:]:
            char.lines.append(line)
    for sign, char in found.items():
        line, *others = char.lines
        column = char.first - text.rfind("\n", 0, char.first)
        also = f", juga di baris {', '.join(map(str, others[:_LINES_NAMED]))}" if others else ""
        yield problem("B009", Place(file, line, column), nilai=f"{_name(sign)}{also}", jumlah=char.count)


def _name(char: str) -> str:
    return f"U+{ord(char[0]):04X} {unicodedata.name(char[0], '')}".rstrip()
