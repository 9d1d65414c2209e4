"""The models and the registry's words -> the published JSON Schema (2020-12), for editors and others."""

import json
from typing import Any, Final

from generator.registry import Registry
from generator.schema import Entry

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
#: Where a model names a vocabulary, until the registry's words take its place.
WORD_KEY: Final = "x-kosakata"


def entry_schema(registry: Registry) -> dict[str, Any]:
    """The schema of one innovation file, choices filled in from `registry`."""
    words = registry.words()

    def fill(node: Any) -> Any:
        if isinstance(node, list):
            return [fill(inner) for inner in node]
        if not isinstance(node, dict):
            return node
        if WORD_KEY in node:
            return {"type": "string", "enum": list(words[node[WORD_KEY]])}
        # pydantic titles its classes and variants in English; only our own titles stay.
        return {key: fill(value) for key, value in node.items() if not (key == "title" and "properties" in node)}

    schema = fill(Entry.model_json_schema(by_alias=True))
    return {
        "$schema": DIALECT,
        "title": "Inovasi",
        "description": "Satu berkas inovasi. Nama folder adalah perangkat daerah, nama berkas adalah alamatnya.",
        **{key: _without_docstrings(value) for key, value in schema.items() if key != "description"},
    }


def _without_docstrings(node: Any) -> Any:
    """English docstrings of the models are for developers, not for an editor's hints."""
    if isinstance(node, list):
        return [_without_docstrings(inner) for inner in node]
    if not isinstance(node, dict):
        return node
    return {
        key: _without_docstrings(value)
        for key, value in node.items()
        if not (key == "description" and "properties" in node)
    }


def schema_text(registry: Registry) -> str:
    """The schema as it is published."""
    return json.dumps(entry_schema(registry), ensure_ascii=False, indent=2) + "\n"
