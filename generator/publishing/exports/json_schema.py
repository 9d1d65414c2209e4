"""The models and the registry's words -> the published JSON Schema (2020-12), for editors and others."""

import json
from typing import Any, Final

from generator.catalogue.registry import Registry
from generator.schema.entry import Entry
from generator.schema.fields import WORD_KEY

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"


def entry_schema(registry: Registry) -> dict[str, Any]:
    """The schema of one innovation file, choices filled in from `registry`."""
    words = registry.words()

    def fill(node: Any) -> Any:
        if isinstance(node, list):
            return [fill(inner) for inner in node]
        if not isinstance(node, dict):
            return node
        if WORD_KEY in node:
            rest = {key: value for key, value in node.items() if key != WORD_KEY}
            return {**rest, "enum": list(words[node[WORD_KEY]])}
        # A model's own title and description are its class name and docstring: English, for developers.
        ours = ("title", "description") if "properties" in node else ()
        filled = {key: fill(value) for key, value in node.items() if key not in ours}
        if "properties" in node:
            required = node.get("required", ())
            filled["properties"] = {
                key: value if key in required else _or_nothing(value) for key, value in filled["properties"].items()
            }
        return filled

    return {
        "$schema": DIALECT,
        "title": "Inovasi",
        "description": "Satu berkas inovasi. Nama folder adalah perangkat daerah, nama berkas adalah alamatnya.",
        **fill(Entry.model_json_schema(by_alias=True)),
    }


def _or_nothing(node: dict[str, Any]) -> dict[str, Any]:
    """An optional field may stand there empty (`hasil:`), as in a template not yet filled in."""
    if "enum" in node:
        return {**node, "enum": [*node["enum"], None]}
    if isinstance(node.get("type"), str):
        return {**node, "type": [node["type"], "null"]}
    return node


def schema_text(registry: Registry) -> str:
    """The schema as it is published."""
    return json.dumps(entry_schema(registry), ensure_ascii=False, indent=2) + "\n"
