"""What the models refuse -> problems with a code, a place and a cure."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, TypeVar, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from generator.problems import Place, Problem, problem
from generator.reading.document import Document
from generator.reading.spots import DataPath
from generator.schema.fields import nearest
from generator.schema.whole_numbers import DEGREES_WRITTEN

#: What a key may want instead of what was found; the form says the same.
TEXT, LIST, GROUP = "teks", "daftar (baris-baris yang dimulai dengan tanda hubung)", "beberapa kolom"
_WANTED: Mapping[str, str] = {
    "string_type": TEXT,
    "tuple_type": LIST,
    "list_type": LIST,
    "model_type": GROUP,
    "model_attributes_type": GROUP,
    "dict_type": GROUP,
    "int_type": "bilangan",
    "int_from_float": "bilangan",
    "float_type": "bilangan",
    "bool_type": "true atau false",
}
_CODES: Mapping[str, str] = {
    "missing": "I001",
    "extra_forbidden": "I002",
    "string_too_long": "I004",
    "string_too_short": "I005",
    "kosong": "I005",
    "pilihan": "I006",
    "literal_error": "I006",
    "tanggal": "I007",
    "bilangan": "I008",
    "int_parsing": "I008",
    "desimal": "I008",
    "float_parsing": "I008",
    "rentang": "I009",
    "greater_than_equal": "I009",
    "less_than_equal": "I009",
    "url": "I010",
    "surel": "I011",
    "telepon": "I012",
    "slug": "I013",
    "ya_tidak": "I015",
    "tanggal_penuh": "I017",
    **dict.fromkeys(_WANTED, "I003"),
}


Model = TypeVar("Model", bound=BaseModel)


def validate(
    model: type[Model], document: Document, words: Mapping[str, Any] | None
) -> tuple[Model | None, list[Problem]]:
    """Build `model` from a document; every refusal becomes a problem.

    `words` are the vocabularies by name; None where the registry itself cannot be read, then words
    of choice go unchecked.
    """
    empty = _unknown_and_empty(model, document)
    try:
        value = model.model_validate(_present(document.data), context=words)
    except ValidationError as refused:
        errors = [error for error in refused.errors(include_url=False) if not _echo(error)]
        return None, [*empty, *(_problem(error, document, model) for error in errors)]
    return (None if empty else value), empty


def _unknown_and_empty(model: type[BaseModel], document: Document) -> list[Problem]:
    """Unknown keys without a value: they are dropped before the model sees them."""
    found = []
    for path in _empty(document.data):
        key = str(path[-1])
        known = _keys_beside(model, path)
        if known is not None and key not in known:
            place = document.place(path, key=True)
            found.append(_unknown_key(place, ".".join(map(str, path)), key, known))
    return found


def _empty(data: dict[str, Any] | list[Any], above: DataPath = ()) -> Iterator[DataPath]:
    """The paths of the keys that have no value."""
    items = data.items() if isinstance(data, dict) else enumerate(data)
    for key, value in items:
        if value is None and isinstance(key, str):
            yield (*above, key)
        elif isinstance(value, (dict, list)):
            yield from _empty(value, (*above, key))


def _unknown_key(place: Place, field: str, key: str, known: Mapping[str, str]) -> Problem:
    return problem("I002", place, field=field, kolom=key, maksud=nearest(key, known) or "", pilihan=", ".join(known))


def salvage(model: type[Model], document: Document, words: Mapping[str, Any] | None) -> Model | None:
    """Build `model` without the top fields that were refused, so that other rules can see the rest.

    For looking only, never for publishing. None if a required field is among the refused.
    """
    data = _present(document.data)
    try:
        return model.model_validate(data, context=words)
    except ValidationError as refused:
        bad = {error["loc"][0] for error in refused.errors(include_url=False)}
    try:
        return model.model_validate({key: value for key, value in data.items() if key not in bad}, context=words)
    except ValidationError:
        return None


def _echo(error: ErrorDetails) -> bool:
    """Whether this only says again that an item was refused: pydantic counts the sound items of a list."""
    return error["type"] == "too_short" and len(error["input"]) >= error["ctx"]["min_length"]


def _present(value: Any) -> Any:
    """Without the keys that have no value: an empty field of a template is the same as none."""
    if isinstance(value, dict):
        return {key: _present(inner) for key, inner in value.items() if inner is not None}
    if isinstance(value, list):
        return [_present(inner) for inner in value]
    return value


def _problem(error: ErrorDetails, document: Document, model: type[BaseModel]) -> Problem:
    kind = error["type"]
    about_key = kind in ("missing", "extra_forbidden") or error["loc"][-1:] == ("[key]",)
    path: DataPath = tuple(part for part in error["loc"] if part != "[key]")
    name = _spoken(path)
    found = error["input"]
    values: dict[str, Any] = {"kolom": name, "nilai": _short(found), **error.get("ctx", {})}
    if kind == "too_short":
        code = "I005"
    elif kind == "too_long":
        code, values["batas"] = "I014", values["max_length"]
    elif found is None:
        code = "I005"
    else:
        code = _CODES[kind]
    field = ".".join(str(part) for part in path)
    if code == "I002":
        return _unknown_key(document.place(path, key=True), field, name, _keys_beside(model, path) or {})
    if code == "I003":
        values |= {"jenis": _WANTED[kind], "maksud": _how_written(_WANTED[kind], path, found, model)}
    elif code == "I004":
        values |= {"batas": values["max_length"], "panjang": len(found)}
    elif code == "I006":
        values |= _choices(values)
    elif code == "I008":
        values.setdefault("tulisan", DEGREES_WRITTEN)
    elif code == "I009" and "batas" not in values:
        values["batas"] = values.get("le", values.get("ge"))
    return problem(code, document.place(path, key=about_key), field=field, **values)


def _choices(values: Mapping[str, Any]) -> dict[str, str]:
    if "expected" in values:
        return {"pilihan": str(values["expected"]).replace(" or ", " atau "), "maksud": ""}
    return {"pilihan": ", ".join(values["pilihan"]), "maksud": values["maksud"]}


def _how_written(wanted: str, path: DataPath, found: Any, model: type[BaseModel]) -> str:
    """What to write in place of what was found, with an example; "" where the guide has to do."""
    if wanted is LIST and (first := _first_item(found)):
        return f'setiap butir pada baris sendiri, misalnya "{first}"'
    inner = _model_beside(model, (*path, "")) if wanted is GROUP else None
    return _columns(inner, path, found) if inner else ""


def _columns(model: type[BaseModel], path: DataPath, found: Any) -> str:
    """How a group is begun, then its keys: `misalnya "- nama: ..."; kolom yang ada di sini: nama (wajib), sumber`."""
    keys = {str(info.alias): info.is_required() for info in model.model_fields.values()}
    example = next((key for key, required in keys.items() if required), next(iter(keys)))
    value = found if isinstance(found, str) and found.strip() else "..."
    lines = (
        f'"- {example}: {value}"'
        if isinstance(path[-1], int)
        else f'"{path[-1]}:" lalu di bawahnya "  {example}: {value}"'
    )
    named = ", ".join(f"{key} (wajib)" if required else key for key, required in keys.items())
    return f"misalnya {lines}; kolom yang ada di sini: {named}"


def _first_item(found: Any) -> str:
    """How the first item of a list is written that was typed as one text: `a, b`, `• a`."""
    first = (
        re.split(r"[,;\n]", found)[0].strip("\u2022\u25e6\uf0b7\u2013\u2014-* \t\u00a0")
        if isinstance(found, str)
        else ""
    )
    return f"- {first}" if first else ""


def _short(found: Any) -> str:
    if isinstance(found, str):
        return found
    if isinstance(found, list | tuple):
        return f"daftar berisi {len(found)} butir"
    if isinstance(found, dict):
        return f"{GROUP} {', '.join(map(str, list(found)[:4])) or 'kosong'}"
    return "kosong"


def _spoken(path: DataPath) -> str:
    """The last key of a path; of a list item its list and its number as people count: `urusan butir 2`."""
    if not path:
        return ""
    if isinstance(path[-1], int):
        return f"{_spoken(path[:-1])} butir {path[-1] + 1}"
    return path[-1]


def _keys_beside(model: type[BaseModel], path: DataPath) -> dict[str, str] | None:
    """The keys allowed where `path` stands, official key -> label; None where any word may be a key."""
    here = _model_beside(model, path)
    return {str(i.alias or name): str(i.title) for name, i in here.model_fields.items()} if here else None


def _model_beside(model: type[BaseModel], path: DataPath) -> type[BaseModel] | None:
    """The model of the group in which `path` stands; None where any word may be a key."""
    here, free_key = model, False
    for part in path[:-1]:
        if free_key or isinstance(part, int):
            free_key = False
            continue
        inner = next((info for info in here.model_fields.values() if part == info.alias), None)
        if inner is None:
            return None
        free_key = get_origin(inner.annotation) is dict
        here = next(_models_in(inner.annotation), here)
    return None if free_key else here


def _models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for inner in getattr(annotation, "__args__", ()):
        yield from _models_in(inner)
