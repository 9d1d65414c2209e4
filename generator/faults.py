"""What the models refuse -> faults with a code, a place and a cure."""

from collections.abc import Iterator, Mapping
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from generator.fields import nearest
from generator.problems import Problem, problem
from generator.yaml_events import Document, Path

_TEXT, _LIST, _MAPPING = "teks", "daftar (baris-baris yang dimulai dengan tanda hubung)", "kelompok kolom"
_WANTED: Mapping[str, str] = {
    "string_type": _TEXT,
    "tuple_type": _LIST,
    "list_type": _LIST,
    "model_type": _MAPPING,
    "model_attributes_type": _MAPPING,
    "dict_type": _MAPPING,
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
    """Build `model` from a document; every refusal becomes a fault.

    `words` are the vocabularies by name; None where the registry itself cannot be read, then words
    of choice go unchecked.
    """
    try:
        return model.model_validate(_present(document.data), context=words), []
    except ValidationError as refused:
        errors = [error for error in refused.errors(include_url=False) if not _echo(error)]
        return None, [_fault(error, document, model) for error in errors]


def salvage(model: type[Model], document: Document, words: Mapping[str, Any] | None) -> Model | None:
    """Build `model` without the top fields that were refused, so that other rules can see the rest.

    For looking only, never for publishing. None if a required field is among the refused.
    """
    data = _present(document.data)
    try:
        model.model_validate(data, context=words)
    except ValidationError as refused:
        bad = {error["loc"][0] for error in refused.errors(include_url=False)}
        data = {key: value for key, value in data.items() if key not in bad}
    try:
        return model.model_validate(data, context=words)
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


def _fault(error: ErrorDetails, document: Document, model: type[BaseModel]) -> Problem:
    kind = error["type"]
    about_key = kind in ("missing", "extra_forbidden") or error["loc"][-1:] == ("[key]",)
    path: Path = tuple(part for part in error["loc"] if part != "[key]")
    name = str(path[-1]) if path else ""
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
    if code == "I002":
        known = _keys_beside(model, path)
        values |= {"maksud": nearest(name, known) or "", "pilihan": ", ".join(known)}
    elif code == "I003":
        values["jenis"] = _WANTED[kind]
    elif code == "I004":
        values |= {"batas": values["max_length"], "panjang": len(found)}
    elif code == "I006":
        values |= _choices(values)
    elif code == "I009" and "batas" not in values:
        values["batas"] = values.get("le", values.get("ge"))
    field = ".".join(str(part) for part in path)
    return problem(code, document.place(path, key=about_key), field=field, **values)


def _choices(values: Mapping[str, Any]) -> dict[str, str]:
    if "expected" in values:
        return {"pilihan": str(values["expected"]).replace(" or ", " atau "), "maksud": ""}
    return {"pilihan": ", ".join(values["pilihan"]), "maksud": values["maksud"]}


def _short(found: Any) -> str:
    if isinstance(found, str):
        return found
    if isinstance(found, list | tuple):
        return f"daftar berisi {len(found)} butir"
    if isinstance(found, dict):
        return "kelompok kolom " + ", ".join(map(str, list(found)[:4]))
    return "kosong"


def _keys_beside(model: type[BaseModel], path: Path) -> dict[str, str]:
    """The keys that are allowed where an unknown one stands: official key -> label."""
    here = model
    for part in path[:-1]:
        if isinstance(part, str):
            inner = next((i for i in here.model_fields.values() if part == i.alias), None)
            found = next(_models_in(inner.annotation), None) if inner else None
            here = found or here
    return {str(info.alias or name): str(info.title) for name, info in here.model_fields.items()}


def _models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for inner in getattr(annotation, "__args__", ()):
        yield from _models_in(inner)
