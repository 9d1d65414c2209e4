"""`/data/inovasi-tabel.csv`, and one such table for each agency: innovations as people open them in a spreadsheet."""

from generator import addresses
from generator.catalogue.catalogue import Innovation
from generator.publishing.exports import Build, Files
from generator.publishing.exports.csvw import described
from generator.publishing.exports.open_data import csv_rows, office_lines
from generator.publishing.reader_table import READERS, reader_rows
from generator.publishing.tables import about, files_of


def files(build: Build) -> Files:
    """The table of all innovations, then that of each agency of the register, each with its description."""
    view = build.view
    catalogue, settings = view.catalogue, view.settings
    every = list(catalogue.innovations.values())

    def line(one: Innovation) -> str:
        return "".join(csv_rows(READERS, reader_rows([one], catalogue, settings), delimiter=";"))

    lines = build.aid.memory.each(line, every, "for readers", settings)
    by_slug = {one.slug: made for one, made in zip(every, lines, strict=True)}
    parts = {f"{files_of(READERS)}.csv": lines}
    for slug, own in catalogue.folders.items():
        parts[addresses.agency_data(slug, "csv")] = [by_slug[one.slug] for one in own]
    told = about(READERS, settings, view.edition)
    for path, found in parts.items():
        yield path, office_lines(READERS, found)
        yield described(READERS, told, path, delimiter=";")
