"""The models of a file as plain data: what each key holds. Guide, form, writer of files and review read it."""

import types
import typing
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, Final, Literal

from pydantic import BaseModel

from generator.schema.entry import Entry
from generator.schema.fields import Date, Day, Latitude, Line, Longitude, Mail, Phone, Prose, Slug, Url, Word, YesNo
from generator.schema.whole_numbers import Whole, Year

ValueKind = Literal[
    "baris", "prosa", "kata", "tanggal", "hari", "tahun", "bilangan", "desimal", "ya_tidak", "url", "surel", "telepon",
    "slug", "kelompok",
]  # fmt: skip
_NAMED: Final[tuple[tuple[Any, ValueKind], ...]] = (
    (Date, "tanggal"), (Day, "hari"), (Year, "tahun"), (Url, "url"), (Mail, "surel"), (Phone, "telepon"),
    (YesNo, "ya_tidak"), (Longitude, "desimal"), (Latitude, "desimal"), (Slug, "slug"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Shape:
    """One key: its official name, label and help (Indonesian), and what may stand there.

    `limit` is the longest text in characters, `low` and `high` bound a number (0 where they do not apply);
    `vocabulary` names the registry's words of a choice; `most` is the largest number of items of a list, 0 for a
    single value; `keyed` is true where the items stand under words of the vocabulary instead of in a list; `inner`
    are the keys of a group.
    """

    key: str
    label: str
    help: str
    required: bool
    kind: ValueKind
    limit: int = 0
    low: int = 0
    high: int = 0
    vocabulary: str = ""
    most: int = 0
    keyed: bool = False
    inner: tuple["Shape", ...] = ()


@cache
def shapes(model: type[BaseModel] = Entry) -> tuple[Shape, ...]:
    """The keys of an innovation file (or of one of another model) in the order of the file."""
    hints = typing.get_type_hints(model, include_extras=True)
    found = []
    for name, info in model.model_fields.items():
        most = next((rule.max_length for rule in info.metadata if hasattr(rule, "max_length")), 0)
        about: dict[str, Any] = {
            "key": info.alias,
            "label": info.title,
            "help": info.description,
            "required": info.is_required(),
        }
        found.append(Shape(**about, **_content(hints[name], most)))
    return tuple(found)


def _content(hint: Any, most: int) -> dict[str, Any]:
    """What a type hint allows, as arguments of `Shape`."""
    named = next((kind for other, kind in _NAMED if other == hint), None)
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if named in ("tahun", "bilangan"):
        whole = next(rule for rule in arguments if isinstance(rule, Whole))
        return {"kind": named, "low": whole.low, "high": whole.high}
    if named == "desimal":
        return {"kind": named, **_bounds(arguments)}
    if named:
        line = next((rule for rule in arguments if isinstance(rule, Line)), None)
        return {"kind": named, "limit": line.limit if line else 0}
    if isinstance(hint, type) and issubclass(hint, BaseModel):
        return {"kind": "kelompok", "inner": shapes(hint)}
    if origin is tuple:
        return {**_content(arguments[0], 0), "most": most}
    if origin is dict:
        return {
            **_content(arguments[1], 0),
            **_content(arguments[0], 0),
            "kind": "kelompok",
            "most": most,
            "keyed": True,
        }
    if origin is Literal:
        return {"kind": "kata"}
    if origin in (types.UnionType, typing.Union):
        return _content(next(choice for choice in arguments if choice is not types.NoneType), most)
    assert origin is Annotated, hint
    return _annotated(arguments)


def _bounds(rules: tuple[Any, ...]) -> dict[str, int]:
    """The lowest and the highest number that a pydantic `Field` among the rules of a type allows."""
    limits = [limit for rule in rules for limit in getattr(rule, "metadata", ())]
    low = next(limit.ge for limit in limits if hasattr(limit, "ge"))
    return {"low": low, "high": next(limit.le for limit in limits if hasattr(limit, "le"))}


def _annotated(arguments: tuple[Any, ...]) -> dict[str, Any]:
    for rule in arguments[1:]:
        match rule:
            case Word(name=name):
                return {"kind": "kata", "vocabulary": name}
            case Prose(limit=limit):
                return {"kind": "prosa", "limit": limit}
            case Line(limit=limit):
                return {"kind": "baris", "limit": limit}
            case Whole(low=low, high=high):
                return {"kind": "bilangan", "low": low, "high": high}
    # `Annotated[tuple[...], ...]` and the like: what is inside decides.
    return _content(arguments[0], 0)


def as_data(shape: Shape) -> Mapping[str, Any]:
    """The shape for JSON, without what does not apply."""
    data = {name: getattr(shape, name) for name in Shape.__slots__ if name != "inner"}
    kept = {name: value for name, value in data.items() if value not in (0, "", False)}
    return {**kept, "inner": [as_data(inner) for inner in shape.inner]} if shape.inner else kept
