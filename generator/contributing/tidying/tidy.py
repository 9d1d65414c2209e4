"""An entry's file -> the same file with every sure cure; comments, order and all else stay byte for byte."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from generator.contributing.answers.outcome import Unusable
from generator.contributing.entry_text import scalar
from generator.contributing.table_import.cells.region import Region
from generator.contributing.tidying.characters import text_of
from generator.contributing.tidying.leaves import Leaf, cure, leaves, meant_key
from generator.contributing.tidying.quotation import quoted_lines
from generator.layout import MAX_ENTRY_BYTES, hyphened
from generator.reading.document import Document, read
from generator.reading.scalar_ends import scalar_ends
from generator.reading.spots import DataPath
from generator.schema.shape import Shape, shapes

#: So often are keys and values read again, since one cure may lay another bare.
_ROUNDS: Final = 3
_TABS: Final = (2, 4, 8)


@dataclass(frozen=True, slots=True)
class Mended:
    """One text that was written anew: its line, as it was and as it is now. Of the file as a whole the line is 0."""

    line: int
    before: str
    after: str

    def __str__(self) -> str:
        return f"baris {self.line}: {self.before} menjadi {self.after}" if self.line else self.after


@dataclass(frozen=True, slots=True)
class Tidied:
    """The text, what was done to it, and what only its writer can say (line, what stands there, why)."""

    text: str
    cures: tuple[Mended, ...] = ()
    open: tuple[tuple[int, str, Unusable], ...] = ()


@dataclass(frozen=True, slots=True)
class _Edit:
    """From one place to another of the text (line and column from 1), and what stands there instead."""

    begin: tuple[int, int]
    end: tuple[int, int]
    text: str
    cure: Mended


def tidied(raw: bytes, region: Region) -> Tidied | None:
    """The file with its sure cures; None for what is no text, or more than an entry may have."""
    if len(raw) > 2 * MAX_ENTRY_BYTES or (found := _decoded(raw)) is None:
        return None
    text, done = found
    cures = [Mended(0, "", one) for one in done]
    text, quoted = _readable(text)
    cures += quoted
    for step in (_keys, _values):
        for _ in range(_ROUNDS):
            document = _document(text)
            edits = step(document, region) if document else []
            if not edits:
                break
            text = _edited(text, edits)
            cures += [edit.cure for edit in edits]
    document = _document(text)
    return Tidied(text, tuple(cures), tuple(_open(document, region)) if document else ())


def _decoded(raw: bytes) -> tuple[str, list[str]] | None:
    """As text, a tab as wide as makes it readable."""
    ways = [found for width in _TABS if (found := text_of(raw, tab=" " * width))]
    readable = (found for found in ways if _document(found[0]))
    return next(readable, ways[0] if ways else None)


def _document(text: str) -> Document | None:
    return read(text.encode(), "", limit=2 * MAX_ENTRY_BYTES)[0]


@cache
def _known_keys(inner: tuple[Shape, ...] | None = None) -> frozenset[str]:
    found = shapes() if inner is None else inner
    names = (name for shape in found for name in (shape.key, shape.label))
    return frozenset(map(hyphened, names)).union(*(_known_keys(shape.inner) for shape in found if shape.inner))


def _readable(text: str) -> tuple[str, list[Mended]]:
    """With quotes where YAML cannot read the file, or would lose a part of a value; as it was if that does not help."""
    document, problems = read(text.encode(), "", limit=2 * MAX_ENTRY_BYTES)
    if document and not any(problem.code == "Y012" for problem in problems):
        return text, []
    tried = quoted_lines(text, _known_keys())
    if tried == text or _document(tried) is None:
        return text, []
    pairs = zip(text.split("\n"), tried.split("\n"), strict=True)
    changed = [(n, old.strip(), new.strip()) for n, (old, new) in enumerate(pairs, 1) if old != new]
    return tried, [Mended(*one) for one in changed]


def _keys(document: Document, _region: Region) -> list[_Edit]:
    """Keys that are labels, or spelt otherwise."""
    ends = scalar_ends(document.text)
    found = []
    for path, group, known in _groups(document.data, shapes()):
        taken: dict[str, Any] = dict(group)
        for typed in group:
            if key := meant_key(typed, known, taken):
                taken[key] = None
                at = document.spots[(*path, typed)].key
                found.append(_Edit(at, ends[at], key, Mended(at[0], f"{typed}:", f"{key}:")))
    return found


def _groups(data: Any, known: Sequence[Shape], path: DataPath = ()) -> Iterator[tuple[DataPath, Any, Sequence[Shape]]]:
    """Every group of the file with the keys that it may have."""
    if not isinstance(data, Mapping):
        return
    yield path, data, known
    for shape in known:
        if not shape.inner or (value := data.get(shape.key)) is None:
            continue
        items: Mapping[Any, Any] = {None: value}
        if shape.keyed or (shape.most and isinstance(value, list)):
            items = value if isinstance(value, Mapping) else dict(enumerate(value))
        for key, item in items.items():
            inside = (*path, shape.key) if key is None else (*path, shape.key, key)
            yield from _groups(item, shape.inner, inside)


def _values(document: Document, region: Region) -> list[_Edit]:
    ends = scalar_ends(document.text)
    found = []
    for leaf in leaves(document.data, shapes()):
        values = cure(leaf, region)
        if values is None or isinstance(values, Unusable) or (values == (leaf.text,) and not leaf.listed):
            continue
        begin = document.spots[leaf.path].value
        after = f"daftar {', '.join(values)}" if leaf.listed else values[0]
        said = Mended(begin[0], leaf.text.strip(), after)
        found.append(_Edit(begin, ends[begin], _written(leaf, values, document), said))
    return found


def _written(leaf: Leaf, values: Sequence[str], document: Document) -> str:
    """The values as they stand in the file: one in its place, several as items of a list below their key."""
    texts = [scalar(value, leaf.shape.kind) for value in values]
    if not leaf.listed:
        return texts[0]
    begin = document.spots[leaf.path].key[1] - 1
    return "".join(f"\n{' ' * begin}  - {text}" for text in texts)


def _edited(text: str, edits: Sequence[_Edit]) -> str:
    """From the end up, so that what stands above keeps its place."""
    lines = text.split("\n")
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    for edit in sorted(edits, key=lambda one: one.begin, reverse=True):
        begin, end = (starts[line - 1] + column - 1 for line, column in (edit.begin, edit.end))
        before = text[:begin].rstrip(" ") if edit.text.startswith("\n") else text[:begin]
        block = "\n" if text[begin:end].endswith("\n") else ""
        text = f"{before}{edit.text}{block}{text[end:]}"
    return text


def _open(document: Document, region: Region) -> Iterator[tuple[int, str, Unusable]]:
    for leaf in leaves(document.data, shapes()):
        found = cure(leaf, region)
        if isinstance(found, Unusable):
            yield document.spots[leaf.path].value[0], leaf.text, found
