"""What an edit changes in meaning: field by field, item by item, never line by line.

Looks at the data as typed (all texts), so that a file with problems can be compared too. White space, the way a text
is quoted and the two spellings of yes and no make no difference. Every step is one walk over the data.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from generator.schema.fields import FALSE_WORDS, TRUE_WORDS, Words, one_line, paragraphs
from generator.schema.shape import Shape, shapes

#: Between a label and that of the group around it.
_UNDER: Final = " › "
#: What tells apart items that have the same name: two replies of one agency, two events of one kind.
_DATE: Final = "tanggal"


@dataclass(frozen=True, slots=True)
class Difference:
    """One field that differs. None: there was nothing, or there is nothing any more.

    `label` is ours (Indonesian); `about`, the item or unknown key it is said of, and the values are contributors'.
    `keys` are the official keys that lead to the field, from the top of the file.
    """

    label: str
    before: str | None
    after: str | None
    about: str = ""
    keys: tuple[str, ...] = ()


def differences(
    before: Mapping[str, Any], after: Mapping[str, Any], words: Mapping[str, Words], known: Sequence[Shape] = shapes()
) -> tuple[Difference, ...]:
    """The fields that differ between two files' data, in the order of the file; `words` as in the registry.

    Under a key of the file `words` may say what the codes there stand for, where nothing else names an item.

    `known` are the keys of such a file, those of an innovation if none are given. Compared with an empty mapping, a
    file shows all it holds. Where each item of a list has a slug, it is found by it, and their order means nothing.
    """
    return tuple(_Comparison(words).group(before, after, known))


@dataclass(frozen=True, slots=True)
class _Spot:
    """Where in the file the comparison stands."""

    label: str = ""
    keys: tuple[str, ...] = ()
    about: str = ""

    def below(self, shape: Shape) -> "_Spot":
        label = f"{self.label}{_UNDER}{shape.label}" if self.label else shape.label
        return _Spot(label, (*self.keys, shape.key), self.about)

    def of(self, about: str) -> "_Spot":
        """The same place, said of one item; an item within an item names both."""
        return _Spot(self.label, self.keys, f"{self.about}{_UNDER}{about}" if self.about else about)

    def differs(self, before: str | None, after: str | None, note: str = "") -> Difference:
        return Difference(self.label + note, before, after, self.about, self.keys)


@dataclass(frozen=True, slots=True)
class _Comparison:
    words: Mapping[str, Words]

    def group(self, before: Any, after: Any, known: Sequence[Shape], at: _Spot = _Spot()) -> Iterator[Difference]:
        before, after = _mapping(before), _mapping(after)
        for shape in known:
            old, new = (_clean(side.get(shape.key), shape) for side in (before, after))
            if old != new:
                yield from self._field(old, new, shape, at.below(shape))
        names = {shape.key for shape in known}
        for key in dict.fromkeys([*before, *after]):
            if key not in names and before.get(key) != after.get(key):
                label = f"{at.label}{_UNDER if at.label else ''}Kolom tidak dikenal"
                place = _Spot(label, (*at.keys, key), at.about).of(key)
                yield place.differs(self._spoken(before.get(key)), self._spoken(after.get(key)))

    def _field(self, old: Any, new: Any, shape: Shape, at: _Spot) -> Iterator[Difference]:
        kinds = {type(side) for side in (old, new) if side is not None}
        if shape.keyed and kinds == {dict}:
            yield from self._keyed(old or {}, new or {}, shape, at)
        elif shape.inner and not shape.most and kinds == {dict}:
            yield from self.group(old, new, shape.inner, at)
        elif shape.most and kinds == {list}:
            items = self._items if shape.inner else self._list
            yield from items(old or [], new or [], shape, at)
        else:
            yield at.differs(self._spoken(old, shape), self._spoken(new, shape))

    def _keyed(self, old: Mapping[str, Any], new: Mapping[str, Any], shape: Shape, at: _Spot) -> Iterator[Difference]:
        for word in dict.fromkeys([*old, *new]):
            before, after = old.get(word), new.get(word)
            if before == after:
                continue
            place = at.of(self._word(word, shape))
            if shape.inner:
                yield from self.group(before, after, shape.inner, place)
            else:
                yield place.differs(self._spoken(before), self._spoken(after))

    def _list(self, old: list[Any], new: list[Any], shape: Shape, at: _Spot) -> Iterator[Difference]:
        """Words or lines: what went and what came; if only the order changed, both lists."""
        gone, come = _without(old, new), _without(new, old)
        before, after = (gone, come) if gone or come else (old, new)
        yield at.differs(self._spoken(before or None, shape), self._spoken(after or None, shape))

    def _items(self, old: list[Any], new: list[Any], shape: Shape, at: _Spot) -> Iterator[Difference]:
        """Groups: an item that only changed is found again."""
        gone, come = _without(old, new), _without(new, old)
        if not gone and not come and not _is_register(shape):
            yield at.differs(self._spoken(old, shape), self._spoken(new, shape), " (urutan)")
        twins = _twins(gone, come, shape)
        found = set(twins.values())
        for number, item in enumerate(gone):
            if number in twins:
                yield from self.group(item, come[twins[number]], shape.inner, at.of(self._name(item, shape)))
            else:
                yield self._whole(at, item, shape).differs(self._spoken(item, shape), None)
        for number, item in enumerate(come):
            if number not in found:
                yield self._whole(at, item, shape).differs(None, self._spoken(item, shape))

    def _whole(self, at: _Spot, item: Any, shape: Shape) -> _Spot:
        """Where an item stands that came or went: what a slug names is named, another one speaks for itself."""
        name = self._name(item, shape) if _naming(shape).kind == "slug" and isinstance(item, dict) else ""
        return at.of(name) if name else at

    def _name(self, item: Mapping[str, Any], shape: Shape) -> str:
        named = _naming(shape)
        return self._spoken(item.get(named.key), named) or self._meant(item, shape)

    def _meant(self, item: Mapping[str, Any], shape: Shape) -> str:
        """What a code in the item stands for, if `words` has it under the code's own key."""
        codes = ((self.words.get(field.key, {}), item.get(field.key)) for field in shape.inner if field.kind == "baris")
        return next((words[code] for words, code in codes if isinstance(code, str) and code in words), "")

    def _spoken(self, value: Any, shape: Shape | None = None) -> str | None:
        """A value as a person reads it; of a group its values in the order of the file."""
        if value is None:
            return None
        if isinstance(value, list):
            return "; ".join(text for item in value if (text := self._spoken(item, shape)))
        if isinstance(value, dict):
            inner = {field.key: field for field in shape.inner} if shape else {}
            keys = [*(key for key in inner if key in value), *(key for key in value if key not in inner)]
            return ", ".join(text for key in keys if (text := self._told(value[key], inner.get(key))))
        return self._word(str(value), shape)

    def _told(self, value: Any, shape: Shape | None) -> str | None:
        """A value inside of a group; yes is told by the field's name alone."""
        if shape and shape.kind == "ya_tidak":
            return shape.label.lower() if value == TRUE_WORDS[-1] else f"{shape.label.lower()}: {value}"
        return self._spoken(value, shape)

    def _word(self, value: str, shape: Shape | None) -> str:
        known = self.words.get(shape.vocabulary, {}) if shape else {}
        return known.get(value, value)


def _clean(value: Any, shape: Shape) -> Any:
    """The value without what makes no difference; None for nothing."""
    if isinstance(value, dict):
        if not shape.keyed:
            return _clean_group(value, shape)
        return {
            key: _clean_group(item, shape) if isinstance(item, dict) and shape.inner else item
            for key, item in value.items()
        } or None
    if isinstance(value, list):
        return [clean for item in value if (clean := _clean(item, shape)) is not None] or None
    if not isinstance(value, str):
        return value
    if shape.kind == "ya_tidak":
        return _yes_or_no(value, shape)
    return (paragraphs(value) if shape.kind == "prosa" else one_line(value)) or None


def _yes_or_no(value: str, shape: Shape) -> str | None:
    """No is the same as nothing, unless the answer is asked for."""
    if value.strip().casefold() in TRUE_WORDS:
        return TRUE_WORDS[-1]
    return (FALSE_WORDS[-1] if value.strip().casefold() in FALSE_WORDS else value) if shape.required else None


def _clean_group(value: Mapping[str, Any], shape: Shape) -> Any:
    inner = {field.key: field for field in shape.inner}
    cleaned = {key: _clean(item, inner[key]) if key in inner else item for key, item in value.items()}
    return {key: item for key, item in cleaned.items() if item is not None} or None


def _without(items: list[Any], others: list[Any]) -> list[Any]:
    """The items that `others` has not, counting repeats."""
    left = Counter(_exact(other) for other in others)
    found = []
    for item in items:
        exact = _exact(item)
        if left[exact]:
            left[exact] -= 1
        else:
            found.append(item)
    return found


def _exact(value: Any) -> str:
    return json.dumps(value, sort_keys=True)


def _twins(gone: list[Any], come: list[Any], shape: Shape) -> dict[int, int]:
    """Which of `gone` is which of `come`, by their numbers: the same name and date; without a slug any key."""
    named = _naming(shape).key
    required = [field.key for field in shape.inner if field.required and not field.most and field.key != named]
    others = [] if _is_register(shape) else required
    twins: dict[int, int] = {}
    for keys in ((named, _DATE), (named,), *((other,) for other in others)):
        free = defaultdict(list)
        taken = set(twins.values())
        for number in reversed(range(len(come))):
            if number not in taken:
                free[_identity(come[number], keys)].append(number)
        for number, item in enumerate(gone):
            identity = _identity(item, keys)
            if number not in twins and identity and free[identity]:
                twins[number] = free[identity].pop()
    return twins


def _naming(shape: Shape) -> Shape:
    """The field that names an item of a list: its slug, else its first name or word, else its first field."""
    required = [field for field in shape.inner if field.required]
    slugs = (field for field in shape.inner if field.kind == "slug" and not field.most)
    names = (field for kind in ("baris", "kata") for field in required if field.kind == kind)
    return next((field for fields in (slugs, names, required) for field in fields), shape.inner[0])


def _is_register(shape: Shape) -> bool:
    """Whether each item has a slug of its own, so that its place in the list means nothing."""
    named = _naming(shape)
    return named.kind == "slug" and named.required


def _identity(item: Any, keys: Sequence[str]) -> str:
    """What names an item; "" if nothing does."""
    values = [item.get(key) for key in keys] if isinstance(item, dict) else []
    return _exact(values) if any(values) else ""


def _mapping(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}
