"""An innovation's data -> the text of its file, always in the same form.

Keys in the order of the models, long texts as blocks, empty values left out, words in quotation marks wherever a
YAML reader could take them for something else. `site_templates/browser/checks/entry_text.js` writes the same text;
`tests/twins.py` holds the two together.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from generator.layout import SCHEMA_COMMENT
from generator.schema.shape import Shape, shapes

#: Text that no YAML reader takes for anything but text: begins with a letter and holds no sign with a meaning there.
PLAIN: Final = re.compile(r"\A[A-Za-z][A-Za-z0-9 .,()/%&+;'’–-]*\Z")
ENDS_BARE: Final = re.compile(r"[A-Za-z0-9.)%]\Z")
#: Words that YAML 1.1 or 1.2 readers take for true, false or nothing.
TAKEN: Final = frozenset(["y", "n", "yes", "no", "on", "off", "true", "false", "null", "ya", "tidak"])
ADDRESS: Final = re.compile(r"\Ahttps?://[A-Za-z0-9._~/?&=%+#,-]*[A-Za-z0-9/]\Z")
#: What no file can hold; JavaScript writes its escape too.
_HALF_OF_A_PAIR: Final = re.compile("[\ud800-\udfff]")
#: Kinds whose values never hold a sign with a meaning: written as they are.
BARE: Final = frozenset(["kata", "tanggal", "hari", "tahun", "bilangan", "desimal", "ya_tidak", "slug"])
BARE_VALUE: Final = re.compile(r"\A(?!null\Z)-?[a-z0-9][a-z0-9.-]*\Z", re.ASCII | re.IGNORECASE)


def entry_text(data: Mapping[str, Any]) -> str:
    """The file of an innovation given by official keys; keys that no model knows come last, as they are.

    Values are texts, numbers, booleans, lists and mappings; dates are texts.
    """
    return "\n".join([SCHEMA_COMMENT, *_group(data, shapes()), ""])


def _group(data: Mapping[str, Any], known: Sequence[Shape]) -> Iterator[str]:
    for shape in known:
        value = data.get(shape.key)
        if not is_empty(value):
            yield from _field(shape.key, value, shape)
    names = {shape.key for shape in known}
    for key, value in data.items():
        if key not in names and not is_empty(value):
            yield from _field(scalar(key, ""), value, None)


def _field(key: str, value: Any, shape: Shape | None) -> Iterator[str]:
    inner, kind = (shape.inner, shape.kind) if shape else ((), "")
    if isinstance(value, Mapping):
        yield f"{key}:"
        keyed = shape and shape.keyed
        lines = _keyed(value, inner) if keyed else _group(value, inner)
        yield from (f"  {line}" for line in lines)
    elif isinstance(value, list | tuple):
        yield f"{key}:"
        for item in value:
            if not is_empty(item):
                yield from _item(item, inner, kind)
    elif kind == "prosa" and isinstance(value, str) and _fits_block(value):
        yield f"{key}: |"
        yield from (f"  {line}" if line else "" for line in value.strip("\n").split("\n"))
    else:
        yield f"{key}: {scalar(value, kind)}"


def _item(item: Any, inner: Sequence[Shape], kind: str) -> Iterator[str]:
    if not isinstance(item, Mapping):
        yield f"  - {scalar(item, kind)}"
        return
    mark = "  - "
    for line in _group(item, inner):
        yield f"{mark}{line}"
        mark = "    "


def _keyed(value: Mapping[str, Any], inner: Sequence[Shape]) -> Iterator[str]:
    for word, item in value.items():
        yield f"{word}:"
        yield from (f"  {line}" for line in _group(item, inner))


def is_empty(value: Any) -> bool:
    """Nothing to write: an empty group of empty values too, and `false`, which is what a missing mark means."""
    if isinstance(value, Mapping):
        return all(map(is_empty, value.values()))
    if isinstance(value, list | tuple):
        return all(map(is_empty, value))
    return value is None or value is False or (isinstance(value, str) and not value.strip())


def _fits_block(text: str) -> bool:
    """A block keeps every character but these: a first line that is indented, and control characters."""
    return text.strip("\n")[:1] not in (" ", "\t", "") and all(c == "\n" or c.isprintable() for c in text)


def scalar(value: Any, kind: str) -> str:
    """One value of a kind as it stands in a file, in quotation marks where it needs them."""
    if isinstance(value, bool):
        return "true" if value else "false"
    text = str(value)
    if kind in BARE and BARE_VALUE.match(text):
        return text
    plain = PLAIN.match(text) and ENDS_BARE.search(text) and text.casefold() not in TAKEN
    return text if plain or ADDRESS.match(text) else _quoted(text)


def _quoted(text: str) -> str:
    return _HALF_OF_A_PAIR.sub(lambda half: f"\\u{ord(half.group()):x}", json.dumps(text, ensure_ascii=False))
