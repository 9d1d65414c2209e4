"""`/data/inovasi-tabel.csv`, and one such table for each agency: innovations as people open them in a spreadsheet."""

from generator import addresses
from generator.publishing.exports import Build, Files
from generator.publishing.exports.csvw import described
from generator.publishing.exports.open_data import office_csv
from generator.publishing.reader_table import READERS, reader_rows
from generator.publishing.tables import about, files_of


def files(build: Build) -> Files:
    """The table of all innovations, then that of each agency of the register, each with its description."""
    view = build.view
    catalogue, settings = view.catalogue, view.settings
    rows = list(reader_rows(catalogue.innovations.values(), catalogue, settings))
    parts = {f"{files_of(READERS)}.csv": rows}
    for slug in catalogue.registry.agencies:
        own = [row for row in rows if row["Kode perangkat daerah"] == slug]
        parts[addresses.agency_data(slug, "csv")] = own
    told = about(READERS, settings, view.edition)
    for path, found in parts.items():
        yield path, office_csv(READERS, found)
        yield described(READERS, told, path, delimiter=";")
