"""Every value of a file beside what may stand there, and the cure of one that is only spelt otherwise."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final, NamedTuple

from generator.contributing.answers.outcome import Taken, Unusable
from generator.contributing.table_import.cells.region import Region
from generator.contributing.table_import.cells.values import value_of
from generator.contributing.table_import.files.sheet import Cell
from generator.contributing.table_import.words.columns import RecapColumn
from generator.contributing.table_import.words.title_forms import composed, left
from generator.contributing.table_import.words.title_words import TITLES
from generator.dates import PartialDate
from generator.layout import hyphened
from generator.reading.spots import DataPath
from generator.schema.fields import DECIMAL, FALSE_WORDS, TRUE_WORDS
from generator.schema.shape import Shape
from generator.schema.whole_numbers import WHOLE

#: Kinds whose spellings the one reader knows; of the others every text is sound or needs its writer.
_READ: Final = frozenset(["kata", "tanggal", "hari", "tahun", "bilangan", "desimal", "ya_tidak"])


@dataclass(frozen=True, slots=True)
class Leaf:
    """One text of a file, where it stands, and what may stand there. `listed`: a list is wanted in its place."""

    path: DataPath
    text: str
    shape: Shape
    listed: bool = False


class _Key(NamedTuple):
    """A key as what titles mean."""

    path: tuple[str, ...]
    lead: str = ""


def leaves(data: Any, shapes: Sequence[Shape], path: DataPath = ()) -> Iterator[Leaf]:
    """The texts below a group; what no key is known for is left out."""
    known = {shape.key: shape for shape in shapes}
    for key, value in data.items() if isinstance(data, Mapping) else ():
        if shape := known.get(key):
            yield from _under(value, shape, (*path, key))


def _under(value: Any, shape: Shape, path: DataPath) -> Iterator[Leaf]:
    single = replace(shape, most=0)
    if shape.keyed:
        for word, inner in value.items() if isinstance(value, Mapping) else ():
            yield from leaves(inner, shape.inner, (*path, word))
    elif shape.most and isinstance(value, list):
        for number, item in enumerate(value):
            yield from _under(item, single, (*path, number))
    elif shape.kind == "kelompok":
        yield from leaves(value, shape.inner, path)
    elif isinstance(value, str):
        yield Leaf(path, value, single, listed=bool(shape.most))


def cure(leaf: Leaf, region: Region) -> tuple[str, ...] | Unusable | None:
    """What the text means, several where a list is wanted; None if it is sound; or why nobody can be sure."""
    shape = leaf.shape
    if leaf.listed:
        column = RecapColumn((shape.key,), shape.label, shape.help, replace(shape, most=1))
    elif shape.kind not in _READ or (shape.kind == "kata" and not shape.vocabulary) or _sound(leaf, region):
        return None
    else:
        column = RecapColumn((shape.key,), shape.label, shape.help, shape)
    found = value_of(Cell(1, 1, leaf.text.rstrip(" ,;")), column, region)
    if isinstance(found, Unusable):
        return found
    return _sure(found)


def _sure(found: Taken) -> tuple[str, ...] | Unusable | None:
    """The values, unless something of the text would be lost with them."""
    if found.left:
        return found.left[0]
    if found.words:
        return Unusable("tulisannya memuat lebih dari satu tanggal", "tulis tahunnya saja", found.values)
    return found.values


def _sound(leaf: Leaf, region: Region) -> bool:
    text = leaf.text.strip()
    match leaf.shape.kind:
        case "kata":
            return text in region.words[leaf.shape.vocabulary]
        case "tanggal" | "hari":
            return _is_date(text)
        case "tahun" | "bilangan":
            return bool(WHOLE.match(text))
        case "desimal":
            return bool(DECIMAL.match(text))
    return text.casefold() in (*TRUE_WORDS, *FALSE_WORDS)


def _is_date(text: str) -> bool:
    try:
        PartialDate.parse(text)
    except ValueError:
        return False
    return True


def meant_key(typed: str, shapes: Sequence[Shape], beside: Mapping[str, Any]) -> str | None:
    """The key that a label or another spelling of it stands for; None where it is not sure, or stands there too."""
    if any(shape.key == typed for shape in shapes):
        return None
    wanted = hyphened(typed)
    found = {shape.key for shape in shapes if wanted in (hyphened(shape.key), hyphened(shape.label))}
    if not found:
        said = [(title, shape.key) for shape in shapes for title in (shape.label, *TITLES.get(shape.key, ()))]
        meant = composed(
            left(typed.replace("-", " ")), {tuple(sorted(left(title))): _Key((key,)) for title, key in said}
        )
        found = set(meant.path) if meant else found
    key = found.pop() if len(found) == 1 else None
    return key if key not in beside else None
