"""Values that a page shows -> a digest that differs wherever they differ: by it what was made of them is found again.

What cannot be told with certainty (a function made on the spot, an object of an unknown kind) has no signature. Records
of the registry are told by their place in it, entries by their content, each looked at once.
"""

import datetime as dt
import hashlib
import marshal
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, is_dataclass
from types import FunctionType
from typing import Any, Final

from markupsafe import Markup
from pydantic import BaseModel

from generator.aid import Derived
from generator.catalogue.catalogue import Catalogue, Innovation
from generator.compliance.index import YearIndex

#: The form of marshal in which equal values give equal bytes, whatever else refers to them.
_FORM: Final = 2
_ATOMS: Final = frozenset((str, int, float, bool, bytes, type(None)))


class UnknownKindError(Exception):
    """A value of which nobody knows what belongs to it."""


class Signatures:
    """Of values that belong to one catalogue."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._records: dict[int, int] = {}
        self._read = False
        self._registry = _digest(self.plain(catalogue.registry))
        self._read = True
        self._entries: dict[int, tuple[str, str, bytes]] = {}
        for one in catalogue.innovations.values():
            self._entries[id(one.entry)] = "entry", one.slug, _digest(self._whole(one.entry))
        self._once: dict[int, tuple[object, bytes]] = {}

    def of(self, *values: object) -> bytes | None:
        """The digest of `values` and of the whole registry, None if they have none."""
        try:
            return _digest((self._registry, self.all(values)))
        except (UnknownKindError, RecursionError):
            return None

    def plain(self, value: Any) -> Any:
        """Nested tuples of text, numbers and bytes, each with the kind of what it was. Raises UnknownKindError."""
        kind = type(value)
        return value if kind in _ATOMS else _WAYS[kind](self, value)

    def all(self, values: Iterable[Any]) -> tuple[Any, ...]:
        """Each of `values` likewise."""
        return tuple([value if type(value) in _ATOMS else _WAYS[type(value)](self, value) for value in values])

    def record(self, value: BaseModel) -> Any:
        """One of the registry, an entry, or a part of one."""
        if not self._read:
            self._records[id(value)] = len(self._records)
        elif (at := self._records.get(id(value))) is not None:
            return "registry", at
        elif entry := self._entries.get(id(value)):
            return entry
        return self._whole(value)

    def once(self, value: object, tell: Callable[[], Any]) -> Any:
        """One that many pages show and that lives as long as they do: told the first time, then by its digest."""
        if id(value) not in self._once:
            self._once[id(value)] = value, _digest(tell())
        return self._once[id(value)][1]

    def _whole(self, value: BaseModel) -> Any:
        kind, held = type(value), value.__dict__
        return kind.__qualname__, self.all([held[name] for name in kind.model_fields])


def _digest(plain: Any) -> bytes:
    return hashlib.sha256(marshal.dumps(plain, _FORM)).digest()


def _innovation(tell: Signatures, value: Innovation) -> Any:
    return "Innovation", value.slug, value.agency.slug, tell.plain(value.entry)


def _derived(tell: Signatures, value: Any) -> Any:
    if value.of is not None:
        return "of", tell.all(value.of)
    return tell.once(value, lambda: _items(tell, value)) if value.shared else _items(tell, value)


def _index(tell: Signatures, value: YearIndex) -> Any:
    return tell.once(value, lambda: _dataclass(tell, value))


def _items(tell: Signatures, value: Mapping[Any, Any]) -> Any:
    return "{}", tell.all(value), tell.all(value.values())


def _sequence(tell: Signatures, value: Iterable[Any]) -> Any:
    return type(value).__qualname__, tell.all(value)


def _set(tell: Signatures, value: Iterable[Any]) -> Any:
    return "set", tuple(sorted(marshal.dumps(tell.plain(one), _FORM) for one in value))


def _text(_: Signatures, value: object) -> Any:
    return type(value).__qualname__, str(value)


def _function(_: Signatures, value: FunctionType) -> Any:
    if not value.__qualname__.isidentifier():
        raise UnknownKindError(value.__qualname__)
    return "function", value.__module__, value.__qualname__


#: The names of the fields of each dataclass: to ask for them takes longer than to look them up.
_FIELDS: Final[dict[type, tuple[str, ...]]] = {}


def _dataclass(tell: Signatures, value: Any) -> Any:
    kind = type(value)
    names = _FIELDS.get(kind) or _FIELDS.setdefault(kind, tuple(field.name for field in fields(kind)))
    return kind.__qualname__, tell.all([getattr(value, name) for name in names])


Telling = Callable[[Signatures, Any], Any]


class _Ways(dict[type, Telling]):
    """Kind of a value -> how it is told; a kind that is not named goes the way of the first that it was made from."""

    def __missing__(self, kind: type) -> Telling:
        way = next((self[known] for known in list(self) if issubclass(kind, known)), None)
        if way is None and is_dataclass(kind):
            way = _dataclass
        if way is None:
            raise UnknownKindError(kind)
        self[kind] = way
        return way


_WAYS: Final = _Ways({
    Innovation: _innovation,
    Derived: _derived,
    YearIndex: _index,
    BaseModel: Signatures.record,
    Mapping: _items,
    tuple: _sequence,
    list: _sequence,
    set: _set,
    frozenset: _set,
    dt.date: _text,
    Markup: _text,
    range: _text,
    FunctionType: _function,
})  # fmt: skip
