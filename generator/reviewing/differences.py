"""What an edit changes in meaning: field by field, item by item, never line by line.

Looks at the data as typed (all texts), so that a file with problems can be compared too. White space, the way a text
is quoted and the two spellings of yes and no make no difference.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from generator.schema.fields import TRUE_WORDS, Words, one_line, paragraphs
from generator.schema.shape import Shape, shapes

#: Between a label and that of the group around it.
_UNDER: Final = " › "


@dataclass(frozen=True, slots=True)
class Difference:
    """One field that differs. None: there was nothing, or there is nothing any more.

    `label` is ours (Indonesian); `about`, the item or unknown key it is said of, and the values are contributors'.
    """

    label: str
    before: str | None
    after: str | None
    about: str = ""


def differences(
    before: Mapping[str, Any], after: Mapping[str, Any], words: Mapping[str, Words]
) -> tuple[Difference, ...]:
    """The fields that differ between two innovations' data, in the order of the file; `words` as in the registry.

    Compared with an empty mapping, an entry shows all it holds.
    """
    return tuple(_Comparison(words).group(before, after, shapes()))


@dataclass(frozen=True, slots=True)
class _Comparison:
    words: Mapping[str, Words]

    def group(
        self, before: Any, after: Any, known: Sequence[Shape], trail: str = "", about: str = ""
    ) -> Iterator[Difference]:
        before, after = _mapping(before), _mapping(after)
        for shape in known:
            old, new = (_clean(side.get(shape.key), shape) for side in (before, after))
            if old != new:
                yield from self._field(old, new, shape, trail + shape.label, about)
        names = {shape.key for shape in known}
        for key in dict.fromkeys([*before, *after]):
            if key not in names and before.get(key) != after.get(key):
                label = f"{trail}Kolom tidak dikenal"
                yield Difference(label, self._spoken(before.get(key)), self._spoken(after.get(key)), key)

    def _field(self, old: Any, new: Any, shape: Shape, label: str, about: str) -> Iterator[Difference]:
        kinds = {type(side) for side in (old, new) if side is not None}
        if shape.inner and kinds == {dict}:
            if shape.keyed:
                yield from self._keyed(old or {}, new or {}, shape, label)
            else:
                yield from self.group(old, new, shape.inner, label + _UNDER, about)
        elif shape.most and kinds == {list}:
            items = self._items if shape.inner else self._list
            yield from items(old or [], new or [], shape, label)
        else:
            yield Difference(label, self._spoken(old, shape), self._spoken(new, shape), about)

    def _keyed(self, old: Mapping[str, Any], new: Mapping[str, Any], shape: Shape, label: str) -> Iterator[Difference]:
        for word in dict.fromkeys([*old, *new]):
            if old.get(word) != new.get(word):
                yield from self.group(
                    old.get(word), new.get(word), shape.inner, label + _UNDER, self._word(word, shape)
                )

    def _list(self, old: list[Any], new: list[Any], shape: Shape, label: str) -> Iterator[Difference]:
        """Words or lines: what went and what came; if only the order changed, both lists."""
        gone, come = _without(old, new), _without(new, old)
        before, after = (gone, come) if gone or come else (old, new)
        yield Difference(label, self._spoken(before or None, shape), self._spoken(after or None, shape))

    def _items(self, old: list[Any], new: list[Any], shape: Shape, label: str) -> Iterator[Difference]:
        """Groups: an item that only changed is found again by its first required field."""
        gone, come = _without(old, new), _without(new, old)
        if not gone and not come:
            yield Difference(f"{label} (urutan)", self._spoken(old, shape), self._spoken(new, shape))
        for item in gone:
            twin = next((other for other in come if _identity(other, shape) == _identity(item, shape) != ""), None)
            if twin is None:
                yield Difference(label, self._spoken(item, shape), None)
                continue
            come.remove(twin)
            yield from self.group(item, twin, shape.inner, label + _UNDER, self._name(item, shape))
        for item in come:
            yield Difference(label, None, self._spoken(item, shape))

    def _name(self, item: Mapping[str, Any], shape: Shape) -> str:
        first = _first_required(shape)
        return self._spoken(item.get(first.key), first) or ""

    def _spoken(self, value: Any, shape: Shape | None = None) -> str | None:
        """A value as a person reads it; of a group its values in the order of the file."""
        if value is None:
            return None
        if isinstance(value, list):
            return "; ".join(text for item in value if (text := self._spoken(item, shape)))
        if isinstance(value, dict):
            inner = {field.key: field for field in shape.inner} if shape else {}
            marks = {key: field.label.lower() for key, field in inner.items() if field.kind == "ya_tidak"}
            keys = [*(key for key in inner if key in value), *(key for key in value if key not in inner)]
            said = (marks.get(key) or self._spoken(value[key], inner.get(key)) for key in keys)
            return ", ".join(text for text in said if text)
        return self._word(str(value), shape)

    def _word(self, value: str, shape: Shape | None) -> str:
        known = self.words.get(shape.vocabulary, {}) if shape else {}
        return known.get(value, value)


def _clean(value: Any, shape: Shape) -> Any:
    """The value without what makes no difference; None for nothing."""
    if isinstance(value, dict):
        if not shape.keyed:
            return _clean_group(value, shape)
        return {
            key: _clean_group(item, shape) if isinstance(item, dict) else item for key, item in value.items()
        } or None
    if isinstance(value, list):
        return [clean for item in value if (clean := _clean(item, shape)) is not None] or None
    if not isinstance(value, str):
        return value
    if shape.kind == "ya_tidak":
        return TRUE_WORDS[-1] if value.strip().casefold() in TRUE_WORDS else None
    return (paragraphs(value) if shape.kind == "prosa" else one_line(value)) or None


def _clean_group(value: Mapping[str, Any], shape: Shape) -> Any:
    inner = {field.key: field for field in shape.inner}
    cleaned = {key: _clean(item, inner[key]) if key in inner else item for key, item in value.items()}
    return {key: item for key, item in cleaned.items() if item is not None} or None


def _without(items: list[Any], others: list[Any]) -> list[Any]:
    """The items that `others` has not, counting repeats."""
    left = list(others)
    found = []
    for item in items:
        if item in left:
            left.remove(item)
        else:
            found.append(item)
    return found


def _first_required(shape: Shape) -> Shape:
    return next((field for field in shape.inner if field.required), shape.inner[0])


def _identity(item: Any, shape: Shape) -> str:
    return str(item.get(_first_required(shape).key, "")) if isinstance(item, dict) else ""


def _mapping(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}
