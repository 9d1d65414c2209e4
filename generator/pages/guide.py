"""Pages that explain the data: the field guide of an innovation file and the open data page."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from generator import addresses
from generator.fields import WORD_KEY
from generator.pages import Page, View
from generator.schema import Entry
from generator.tables import LICENCE, LICENCE_ADDRESS, TABLES
from generator.wording import number


@dataclass(frozen=True, slots=True)
class Field:
    """One key of the file as the guide shows it."""

    key: str
    label: str
    help: str
    required: bool
    kind: str
    vocabulary: str
    inner: tuple["Field", ...]


def pages(view: View) -> Iterator[Page]:
    """The guide and the data page."""
    yield Page(
        address=addresses.GUIDE,
        template="panduan",
        title="Panduan isian inovasi",
        description="Arti setiap kolom isian inovasi, batasnya, dan pilihan yang tersedia.",
        crumbs=(("Beranda", addresses.HOME), ("Kontribusi", addresses.CONTRIBUTE)),
        context={"kolom": fields(), "kosakata": view.catalogue.registry.words()},
    )
    yield Page(
        address=addresses.DATA,
        template="data",
        title="Data terbuka",
        description="Berkas data katalog: JSON, CSV, skema, dan umpan, beserta arti kolomnya.",
        crumbs=(("Beranda", addresses.HOME),),
        context={"tabel": TABLES, "lisensi": LICENCE, "lisensi_alamat": LICENCE_ADDRESS},
    )


def fields() -> tuple[Field, ...]:
    """Every key of an innovation file with label, help and limits, derived from the models."""
    schema = Entry.model_json_schema(by_alias=True)
    return _fields(schema, schema["$defs"])


def _fields(model: Mapping[str, Any], definitions: Mapping[str, Any]) -> tuple[Field, ...]:
    required = set(model.get("required", ()))
    return tuple(
        _field(key, node, definitions, required=key in required) for key, node in model.get("properties", {}).items()
    )


def _field(key: str, node: Mapping[str, Any], definitions: Mapping[str, Any], *, required: bool) -> Field:
    kind, vocabulary, inner = _kind(node, definitions)
    return Field(key, node.get("title", key), node.get("description", ""), required, kind, vocabulary, inner)


#: Fields longer than this hold paragraphs.
LINE_MAX: Final = 500
_DATE: Final = "tanggal: 2025, 2025-08, atau 2025-08-17"


def _kind(node: Mapping[str, Any], definitions: Mapping[str, Any]) -> tuple[str, str, tuple[Field, ...]]:
    """(what to write, vocabulary, inner fields) of a schema node."""
    if "$ref" in node:
        model = definitions[node["$ref"].rpartition("/")[2]]
        return "kelompok kolom", "", _fields(model, definitions)
    if "anyOf" in node:
        choices = [choice for choice in node["anyOf"] if choice.get("type") != "null"]
        return _kind(choices[0], definitions) if len(choices) == 1 else (_DATE, "", ())
    if WORD_KEY in node:
        return "pilihan", node[WORD_KEY], ()
    if "enum" in node:
        return "true atau false", "", ()
    match node.get("type"):
        case "array":
            kind, vocabulary, inner = _kind(node["items"], definitions)
            return f"daftar {kind}, paling banyak {node['maxItems']} butir", vocabulary, inner
        case "object":
            kind, vocabulary, inner = _kind(node["additionalProperties"], definitions)
            return f"{kind} per indikator", "indikator", inner
        case "integer":
            return "bilangan bulat", "", ()
        case "number":
            return "bilangan desimal dengan titik", "", ()
    if str(node.get("pattern", "")).startswith(r"^\d{4}-("):
        return "tanggal lengkap: 2025-08-17", "", ()
    longest = node.get("maxLength", 0)
    limit = f", paling panjang {number(longest)} karakter" if longest else ""
    return f"{'paragraf, daftar, dan tautan' if longest > LINE_MAX else 'teks'}{limit}", "", ()
