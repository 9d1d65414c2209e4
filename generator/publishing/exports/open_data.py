"""The open data, most of it under `/data/`: JSON with its own description, CSV with a CSVW description beside it."""

import csv
import io
import re
from collections.abc import Iterator, Sequence
from typing import Any, Final

from generator import addresses
from generator.catalogue.catalogue import Innovation
from generator.publishing import tables
from generator.publishing.completeness_table import COMPLETENESS, completeness_rows
from generator.publishing.exports import Build, Files
from generator.publishing.exports.csvw import described, json_record, json_table, json_text
from generator.publishing.exports.json_schema import schema_text
from generator.publishing.tables import AGENCIES, COMPLIANCE, COURSE, INNOVATIONS, files_of
from generator.publishing.view import View
from generator.schema.entry import entry_fields
from generator.table import Row, Table, cell

#: Signs at which a spreadsheet begins to calculate; the last is the full-width equals sign.
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\uff1d", "\uff0b", "\uff0d", "\uff20")
#: The same in the middle of a cell, behind the sign that parts cells in other countries' spreadsheets.
_INNER_FORMULA: Final = {
    ",": re.compile(r"(;\s*)([=+\-@\uff1d\uff0b\uff0d\uff20])"),
    ";": re.compile(r"([;,]\s*)([=+\-@\uff1d\uff0b\uff0d\uff20])"),
}


def files(build: Build) -> Files:
    """Every file under `/data/`, and the two of `/kepatuhan/riwayat`."""
    view = build.view
    catalogue, settings = view.catalogue, view.settings
    records = [_record(innovation, view) for innovation in catalogue.innovations.values()]
    yield from _table(INNOVATIONS, list(tables.innovation_rows(catalogue, settings)), view, json_rows=records)
    yield from _table(AGENCIES, list(tables.agency_rows(catalogue, settings)), view)
    rows = [row for index in view.indexes.values() for row in tables.compliance_rows(catalogue, index)]
    years = [tables.headline_counts(index) for index in view.indexes.values()]
    yield from _table(COMPLIANCE, rows, view, more={"tahun": years, "belum_dicatat": view.unrecorded or None})
    agencies = {"perangkat_daerah": list(tables.agency_year_rows(view.agency_years))}
    yield from _table(COURSE, list(tables.course_rows(view.course)), view, more=agencies)
    complete = list(completeness_rows(catalogue, view.edition.as_of.year))
    yield from _table(COMPLETENESS, complete, view)
    yield addresses.SCHEMA, schema_text(catalogue.registry).encode()
    about = {k: v for k, v in tables.about(INNOVATIONS, settings, view.edition).items() if k != "kolom"}
    for innovation, record in zip(catalogue.innovations.values(), records, strict=True):
        yield addresses.innovation_data(innovation.slug), json_record(about, "inovasi", record)
        for alias in innovation.entry.aliases:
            target = settings.absolute(addresses.innovation_data(innovation.slug)) or f"{innovation.slug}.json"
            moved = {"pindah_ke": target, "slug": innovation.slug}
            yield addresses.innovation_data(alias), json_text(moved)


def office_csv(table: Table, rows: Sequence[Row]) -> bytes:
    """The table as spreadsheets in Indonesian open it by a double click: a byte order mark, semicolons."""
    return csv_text(table, rows, delimiter=";").encode("utf-8-sig")


def _table(
    table: Table, rows: Sequence[Row], view: View, *, json_rows: Sequence[Row] | None = None, more: Row | None = None
) -> Iterator[tuple[str, bytes]]:
    about = tables.about(table, view.settings, view.edition)
    key = table.name.replace("-", "_")
    said = {"tentang": about, **(more or {})}
    yield f"{files_of(table)}.json", json_table(said, key, json_rows if json_rows is not None else rows)
    yield f"{files_of(table)}.csv", csv_text(table, rows).encode()
    yield described(table, about, f"{files_of(table)}.csv")


def _record(innovation: Innovation, view: View) -> dict[str, Any]:
    """The table's row and every field as the file has it, under the same keys."""
    row = dict(tables.innovation_row(innovation, view.settings))
    whole = innovation.entry.model_dump(mode="json", by_alias=True, exclude_none=True, exclude_defaults=True)
    if "kematangan" in whole:
        whole["kematangan"] = dict(sorted(whole["kematangan"].items()))
    row.update({key: whole[key] for key in entry_fields() if key in whole})
    return row


def csv_text(table: Table, rows: Sequence[Row], *, delimiter: str = ",") -> str:
    """The table as CSV (RFC 4180, UTF-8). Cells that a spreadsheet would calculate get a `'` in front."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter)
    writer.writerow([column.name for column in table.columns])
    for row in rows:
        writer.writerow([_inert(cell(row[column.name], table.separator), delimiter) for column in table.columns])
    return out.getvalue()


def _inert(cell: str, delimiter: str) -> str:
    """Where another sign parts cells than in this file, a cell may begin in the middle of ours too."""
    whole = f"'{cell}" if cell.startswith(_FORMULA) else cell
    return _INNER_FORMULA[delimiter].sub(r"\1'\2", whole)
