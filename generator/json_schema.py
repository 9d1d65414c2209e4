"""The models and the registry's words -> the published JSON Schema (2020-12), for editors and others."""

import json
from typing import Any, Final

from generator.fields import WORD_KEY
from generator.registry import Registry
from generator.schema import Entry

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
            return {"type": "string", "enum": list(words[node[WORD_KEY]])}
        # A model's own title and description are its class name and docstring: English, for developers.
        ours = ("title", "description") if "properties" in node else ()
        return {key: fill(value) for key, value in node.items() if key not in ours}

    return {
        "$schema": DIALECT,
        "title": "Inovasi",
        "description": "Satu berkas inovasi. Nama folder adalah perangkat daerah, nama berkas adalah alamatnya.",
        **fill(Entry.model_json_schema(by_alias=True)),
    }


def schema_text(registry: Registry) -> str:
    """The schema as it is published."""
    return json.dumps(entry_schema(registry), ensure_ascii=False, indent=2) + "\n"
