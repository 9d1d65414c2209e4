"""`*.csv-metadata.json`: what a CSV holds, in the words of the W3C's "CSV on the Web"."""

import json
import re
from collections.abc import Iterable, Mapping
from typing import Any, Final

from generator.layout import hyphened
from generator.table import CellKind, Column, Row, Table

_ON_A_LINE: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
#: A date that may be a year alone is a text to this standard.
_DATATYPES: Final[Mapping[CellKind, str]] = {
    "teks": "string",
    "bilangan": "integer",
    "benar": "boolean",
    "hari": "date",
    "tanggal": "string",
}


def described(table: Table, about: Row, path: str, *, delimiter: str = ",") -> tuple[str, bytes]:
    """The description of the CSV at `path`, beside it: columns, licence and date. `about` is `tables.about`."""
    return f"{path}-metadata.json", json_text(
        {
            "@context": ["http://www.w3.org/ns/csvw", {"@language": "id"}],
            "url": path.rpartition("/")[2],
            "dc:title": f"{table.title}, {about['katalog']}",
            "dc:publisher": about["pengelola"],
            "dc:license": {"@id": about["lisensi_alamat"]},
            "dc:modified": {"@value": about["per_tanggal"], "@type": "xsd:date"},
            "dc:source": about["commit"] or "",
            **({} if delimiter == "," else {"dialect": {"delimiter": delimiter}}),
            "tableSchema": {"columns": [_column(column, table) for column in table.columns]},
        }
    )


def _column(column: Column, table: Table) -> Mapping[str, Any]:
    said = {
        "name": re.sub("-", "_", hyphened(column.name)),
        "titles": column.name,
        "dc:description": column.meaning,
        "datatype": _DATATYPES[column.kind],
    }
    return {**said, "separator": table.separator} if column.many else said


def json_text(value: object) -> bytes:
    """A value as JSON that a person can read too."""
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()


def json_record(about: Mapping[str, Any], name: str, record: Row) -> bytes:
    """What is said of a record, then the record under `name`, as JSON with a key a line, for people to read too."""
    lines = ",\n".join(f"  {_ON_A_LINE(key)}: {_ON_A_LINE(value)}" for key, value in record.items())
    return f'{{\n "tentang": {_ON_A_LINE(about)},\n "{name}": {{\n{lines}\n }}\n}}\n'.encode()


def json_table(about: Mapping[str, Any], name: str, rows: Iterable[Row]) -> bytes:
    """What is said of a table, as JSON that a person can read, then its rows under `name`, each on a line of its own.

    Blanks before every value would be a seventh of a file that grows with the catalogue.
    """
    lines = map(_ON_A_LINE, rows)
    said = json.dumps(about, ensure_ascii=False, indent=1).removesuffix("\n}")
    listed = "".join(f"{',' if number else ''}\n{line}" for number, line in enumerate(lines))
    return f'{said},\n "{name}": [{listed}]\n}}\n'.encode()
