"""The empty tables under `/kontribusi/` that an office fills in and `katalog import` reads: CSV and Excel."""

from generator import addresses
from generator.contributing.table_import.words.column_titles import Columns
from generator.publishing.exports import Build, Files
from generator.publishing.exports.open_data import office_csv
from generator.publishing.exports.workbooks import recap_form
from generator.spreadsheet import workbook_bytes
from generator.table import Column, Table


def files(build: Build) -> Files:
    """Both tables: the titles, below them what belongs in each column (the import skips that row), room to fill in.

    The workbook is the form of a recap, with nothing in it; a CSV has no other sheets, so lists have columns in it.
    """
    columns = Columns(build.view.catalogue.registry).template
    hints = {column.title: column.help for column in columns}
    table = Table("templat", "Templat", tuple(Column(title, hint) for title, hint in hints.items()))
    yield addresses.TEMPLATE_CSV, office_csv(table, [hints])
    form = recap_form(build.view, shortcuts=True)
    yield addresses.TEMPLATE_XLSX, workbook_bytes(form.book("Formulir rekap inovasi", []))
