"""`/data/datapackage.json`: the open tables as a Tabular Data Package (Frictionless, version 1)."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from generator import addresses
from generator.publishing.exports import Build, Files
from generator.publishing.exports.csvw import json_text
from generator.publishing.reader_table import READERS
from generator.publishing.tables import TABLES, about, files_of
from generator.settings import LICENCE, LICENCE_ADDRESS, Settings
from generator.table import CellKind, Column, Table

#: A list is a text to this version of the standard, and so is a date that may be a year alone.
_TYPES: Final[Mapping[CellKind, str]] = {
    "teks": "string",
    "bilangan": "integer",
    "benar": "boolean",
    "hari": "date",
    "tanggal": "string",
}
_LICENCE: Final = {"name": "CC-BY-4.0", "title": LICENCE, "path": LICENCE_ADDRESS}


def files(build: Build) -> Files:
    """The one file."""
    settings, edition = build.view.settings, build.view.edition
    told = about(READERS, settings, edition)
    package = {
        "profile": "tabular-data-package",
        "name": "katalog-inovasi",
        "title": settings.name,
        "description": f"Data terbuka {settings.name}, per tanggal {edition.as_of.isoformat()}.",
        **({"homepage": settings.site} if settings.site else {}),
        # The day that the data speak of, not the hour of the build: the same data give the same file.
        "created": f"{edition.as_of.isoformat()}T00:00:00Z",
        **({"version": edition.commit} if edition.commit else {}),
        "contributors": [{"title": str(told["pengelola"]), "role": "publisher"}],
        "licenses": [_LICENCE],
        "resources": list(_resources(settings)),
    }
    yield addresses.DATA_PACKAGE, json_text(package)


def _resources(settings: Settings) -> Iterator[Mapping[str, Any]]:
    """What lies beside the package, by its name; what lies elsewhere, by its address, where that is known."""
    for table in (*TABLES, READERS):
        path = f"{files_of(table)}.csv"
        place = path.removeprefix(addresses.DATA) if path.startswith(addresses.DATA) else settings.absolute(path)
        if place:
            yield _resource(table, place)


def _resource(table: Table, path: str) -> Mapping[str, Any]:
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "title": table.title,
        "path": path,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "licenses": [_LICENCE],
        **({"dialect": {"delimiter": ";", "doubleQuote": True}} if table is READERS else {}),
        "schema": {"fields": [_field(column, table) for column in table.columns], "missingValues": [""]},
    }


def _field(column: Column, table: Table) -> Mapping[str, Any]:
    parted = f' Beberapa nilai dipisahkan "{table.separator}".' if column.many else ""
    kind = "string" if column.many else _TYPES[column.kind]
    return {"name": column.name, "type": kind, "description": f"{column.meaning}{parted}"}
