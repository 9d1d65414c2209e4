"""`/data/inovasi.xlsx`, one such workbook for each agency, `/data/kepatuhan.xlsx`: typed cells, Indonesian heads."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Final

from generator import addresses
from generator.catalogue.catalogue import Innovation
from generator.compliance.index import in_force
from generator.contributing.recap_form import RecapBook
from generator.dates import PartialDate
from generator.publishing import tables
from generator.publishing.asking import table_destination
from generator.publishing.exports import Build, Files
from generator.publishing.reader_table import reader_rows
from generator.publishing.tables import COMPLIANCE, COURSE
from generator.publishing.view import View
from generator.settings import LICENCE, LICENCE_ADDRESS
from generator.spreadsheet import Book, BookColumn, BookSheet, Look, Value, workbook_bytes
from generator.table import Column, Row, Table, cell

#: Of the table for people, what an entry does not hold itself.
_COMPUTED: Final = (
    "Kode perangkat daerah",
    "Kode bentuk",
    "Kode jenis",
    "Kode urusan",
    "Kode kecamatan",
    "Tahapan",
    "Kode tahapan",
    "Tahun",
    "Belum tercatat",
    "Alamat halaman",
)
#: Columns whose names say less to people than they do to programs.
_HEADS: Final[Mapping[str, str]] = {
    "perangkat_daerah": "Kode perangkat daerah",
    "nama": "Perangkat daerah",
    "status": "Kode status",
    "status_kata": "Status",
    "inovasi": "Kode inovasi",
}
_WIDE: Final = frozenset(["nama", "alasan", "inovasi", "catatan_tahun"])


def files(build: Build) -> Files:
    """All workbooks, the same bytes from the same data."""
    view = build.view
    form, innovations = recap_form(view, computed=True), list(view.catalogue.innovations.values())
    made = build.aid.memory.each(form.rows, innovations, "rows of workbooks", view.settings)
    rows = {one.slug: ready for one, ready in zip(innovations, made, strict=True)}
    same = form.offered, form.about, form.computed, view.settings
    for address, title, own in (
        (addresses.INNOVATIONS_BOOK, f"Inovasi {view.settings.region}", innovations),
        *_of_agencies(view),
    ):

        def book(title: str = title, own: Sequence[Innovation] = own) -> bytes:
            return workbook_bytes(form.book_of(title, [rows[one.slug] for one in own]))

        yield address, build.aid.memory.made(book, "workbook", title, own, same)
    yield addresses.COMPLIANCE_BOOK, workbook_bytes(_compliance(view))


def _of_agencies(view: View) -> Iterator[tuple[str, str, Sequence[Innovation]]]:
    for slug, agency in view.catalogue.registry.agencies.items():
        yield addresses.agency_data(slug, "xlsx"), f"Inovasi {agency.name}", view.catalogue.folders[slug]


def recap_form(view: View, *, computed: bool = False, shortcuts: bool = False) -> RecapBook:
    """The form of this catalogue, with what was worked out beside it, or with shortcuts for who begins."""
    settings, agencies = view.settings, view.catalogue.registry.agencies.values()
    return RecapBook(
        view.catalogue.registry,
        settings.region,
        settings.name,
        [agency.name for agency in agencies if in_force(agency, view.edition.as_of)],
        (table_destination(settings),) if shortcuts else _about(view),
        _COMPUTED if computed and view.catalogue.innovations else (),
        partial(_worked_out, view),
        shortcuts,
    )


def _about(view: View) -> tuple[str, ...]:
    settings, edition = view.settings, view.edition
    commit = f", commit {edition.commit}" if edition.commit else ""
    return (
        f"{settings.name}. Penyusun: {settings.operator}.",
        f"Per tanggal {edition.as_of.isoformat()}{commit}.",
        f"Lisensi {LICENCE}: {LICENCE_ADDRESS}.",
        *([f"Alamat: {settings.absolute(addresses.DATA)}."] if settings.site else []),
    )


def _worked_out(view: View, one: Innovation) -> Row:
    (row,) = reader_rows([one], view.catalogue, view.settings)
    return {head: cell(row[head], "; ") for head in _COMPUTED}


def _compliance(view: View) -> Book:
    """The duty year by year, its history month by month, and what the columns mean."""
    rows = [row for index in view.indexes.values() for row in tables.compliance_rows(view.catalogue, index)]
    course = list(tables.course_rows(view.course))
    meanings: list[list[Value]] = [
        [f"{table.title}, {_head(column).head}: {column.meaning}"]
        for table in (COMPLIANCE, COURSE)
        for column in table.columns
    ]
    title = f"Kepatuhan {view.settings.region}"
    guide = BookSheet(
        "Petunjuk", (BookColumn(title, width=120, look="teks"),), [*([line] for line in _about(view)), *meanings]
    )
    sheets = (_sheet(COMPLIANCE, rows, kept=3), _sheet(COURSE, course, kept=1), guide)
    return Book(title, view.settings.name, " ".join(_about(view)), sheets)


def _sheet(table: Table, rows: Sequence[Row], *, kept: int) -> BookSheet:
    columns = tuple(map(_head, table.columns))
    return BookSheet(table.title, columns, [list(_values(table, row)) for row in rows], kept=kept)


def _head(column: Column) -> BookColumn:
    look: Look = "teks" if column.kind in ("teks", "benar") or column.many else "umum"
    words = column.name.replace("_", " ")
    head = _HEADS.get(column.name, f"{words[0].upper()}{words[1:]}")
    return BookColumn(head, width=48 if column.name in _WIDE else 18, look=look)


def _values(table: Table, row: Row) -> Iterator[Value]:
    for column in table.columns:
        value = row[column.name]
        if column.kind == "benar":
            yield "ya" if value else "tidak"
        elif column.kind in ("hari", "tanggal") and value:
            yield PartialDate.parse(value)
        elif column.kind == "bilangan" and not column.many:
            yield value
        else:
            yield cell(value, "; ")
