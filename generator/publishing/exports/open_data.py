"""The open data, most of it under `/data/`: JSON with its own description, CSV with a CSVW description beside it."""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from generator import addresses
from generator.catalogue.catalogue import Innovation
from generator.publishing import tables
from generator.publishing.completeness_table import COMPLETENESS, completeness_row
from generator.publishing.exports import Build, Files
from generator.publishing.exports.csvw import described, json_keys, json_line, json_record, json_table, json_text
from generator.publishing.exports.json_schema import schema_text
from generator.publishing.tables import AGENCIES, COMPLIANCE, COURSE, INNOVATIONS, files_of
from generator.publishing.view import View
from generator.schema.entry import entry_fields
from generator.settings import Settings
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
    every, memory = list(catalogue.innovations.values()), build.aid.memory
    told = memory.each(lambda one: _told(one, settings), every, "open data", settings)
    yield from _files(INNOVATIONS, [(line, cells) for line, cells, _ in told], view)
    yield from _table(AGENCIES, list(tables.agency_rows(catalogue, settings)), view)
    rows = [row for index in view.indexes.values() for row in tables.compliance_rows(catalogue, index)]
    years = [tables.headline_counts(index) for index in view.indexes.values()]
    yield from _table(COMPLIANCE, rows, view, more={"tahun": years, "belum_dicatat": view.unrecorded or None})
    agencies = {"perangkat_daerah": list(tables.agency_year_rows(view.agency_years))}
    yield from _table(COURSE, list(tables.course_rows(view.course)), view, more=agencies)
    cards = view.scorecards
    complete = memory.each(
        lambda one: _line(COMPLETENESS, completeness_row(one, cards, catalogue.registry)),
        list(catalogue.listed.values()), "completeness", cards and cards.edition,
    )  # fmt: skip
    yield from _files(COMPLETENESS, complete, view)
    yield addresses.SCHEMA, schema_text(catalogue.registry).encode()
    about = {k: v for k, v in tables.about(INNOVATIONS, settings, view.edition).items() if k != "kolom"}
    for innovation, (_, _, record) in zip(every, told, strict=True):
        yield addresses.innovation_data(innovation.slug), json_record(about, "inovasi", record)
        for alias in innovation.entry.aliases:
            target = settings.absolute(addresses.innovation_data(innovation.slug)) or f"{innovation.slug}.json"
            moved = {"pindah_ke": target, "slug": innovation.slug}
            yield addresses.innovation_data(alias), json_text(moved)


def office_csv(table: Table, rows: Sequence[Row]) -> bytes:
    """The table as spreadsheets in Indonesian open it by a double click: a byte order mark, semicolons."""
    return office_lines(table, csv_rows(table, rows, delimiter=";"))


def office_lines(table: Table, lines: Iterable[str]) -> bytes:
    """The same of rows that are lines already, parted by semicolons."""
    return "".join([csv_head(table, delimiter=";"), *lines]).encode("utf-8-sig")


def _table(table: Table, rows: Sequence[Row], view: View, *, more: Row | None = None) -> Iterator[tuple[str, bytes]]:
    yield from _files(table, [_line(table, row) for row in rows], view, more=more)


def _line(table: Table, row: Row) -> tuple[str, str]:
    """A row as JSON and as CSV."""
    return json_line(row), "".join(csv_rows(table, [row]))


def _files(
    table: Table, lines: Sequence[tuple[str, str]], view: View, *, more: Row | None = None
) -> Iterator[tuple[str, bytes]]:
    about = tables.about(table, view.settings, view.edition)
    key = table.name.replace("-", "_")
    said = {"tentang": about, **(more or {})}
    yield f"{files_of(table)}.json", json_table(said, key, (line for line, _ in lines))
    yield f"{files_of(table)}.csv", "".join([csv_head(table), *(cells for _, cells in lines)]).encode()
    yield described(table, about, f"{files_of(table)}.csv")


def _told(innovation: Innovation, settings: Settings) -> tuple[str, str, str]:
    """One innovation in the JSON of all, in the CSV of all, and in its own file."""
    row = tables.innovation_row(innovation, settings)
    record = _record(innovation, row)
    return json_line(record), "".join(csv_rows(INNOVATIONS, [row])), json_keys(record)


def _record(innovation: Innovation, shown: Row) -> dict[str, Any]:
    """The table's row and every field as the file has it, under the same keys."""
    row = dict(shown)
    whole = innovation.entry.model_dump(mode="json", by_alias=True, exclude_none=True, exclude_defaults=True)
    if "kematangan" in whole:
        whole["kematangan"] = dict(sorted(whole["kematangan"].items()))
    row.update({key: whole[key] for key in entry_fields() if key in whole})
    return row


def csv_text(table: Table, rows: Sequence[Row], *, delimiter: str = ",") -> str:
    """The table as CSV (RFC 4180, UTF-8). Cells that a spreadsheet would calculate get a `'` in front."""
    return "".join([csv_head(table, delimiter=delimiter), *csv_rows(table, rows, delimiter=delimiter)])


def csv_head(table: Table, *, delimiter: str = ",") -> str:
    """Its first line."""
    return _csv_line([column.name for column in table.columns], delimiter)


def csv_rows(table: Table, rows: Iterable[Row], *, delimiter: str = ",") -> Iterator[str]:
    """Its rows, each with the end of its line."""
    for row in rows:
        yield _csv_line(
            [_inert(cell(row[column.name], table.separator), delimiter) for column in table.columns], delimiter
        )


def _csv_line(cells: Sequence[str], delimiter: str) -> str:
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter).writerow(cells)
    return out.getvalue()


def _inert(cell: str, delimiter: str) -> str:
    """Where another sign parts cells than in this file, a cell may begin in the middle of ours too."""
    whole = f"'{cell}" if cell.startswith(_FORMULA) else cell
    return _INNER_FORMULA[delimiter].sub(r"\1'\2", whole)
