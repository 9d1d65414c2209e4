"""`*.csv-metadata.json`: what a CSV holds, in the words of the W3C's "CSV on the Web"."""

import json
import re
from collections.abc import Iterable, Mapping
from typing import Any, Final

from generator.layout import hyphened
from generator.table import CellKind, Column, Row, Table

#: A value as JSON on one line.
json_line: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
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


def json_keys(record: Row) -> str:
    """A record with a key a line, for people to read too."""
    return ",\n".join(f"  {json_line(key)}: {json_line(value)}" for key, value in record.items())


def json_record(about: Mapping[str, Any], name: str, lines: str) -> bytes:
    """What is said of a record, then the record under `name`, of which these are the `lines`, as JSON."""
    return f'{{\n "tentang": {json_line(about)},\n "{name}": {{\n{lines}\n }}\n}}\n'.encode()


def json_table(about: Mapping[str, Any], name: str, lines: Iterable[str]) -> bytes:
    """What is said of a table, as JSON that a person can read, then its rows under `name`, each on one of the `lines`.

    Blanks before every value would be a seventh of a file that grows with the catalogue.
    """
    said = json.dumps(about, ensure_ascii=False, indent=1).removesuffix("\n}")
    listed = "".join(f"{',' if number else ''}\n{line}" for number, line in enumerate(lines))
    return f'{said},\n "{name}": [{listed}]\n}}\n'.encode()
