"""The dates in a year's rules: none belongs to another year, as it would if the file had been copied."""

import datetime as dt
from collections.abc import Iterator

from generator import layout
from generator.catalogue.subject import Subject
from generator.dates import spoken
from generator.problems import Problem, problem
from generator.reading.spots import DataPath
from generator.schema.registry import ObligationFile


def check(subject: Subject) -> Iterator[Problem]:
    """Start, deadline, exemptions and replies that are dated outside the year of their file."""
    obligations = subject.catalogue.registry.obligations if subject.catalogue else {}
    for year, obligation in obligations.items():
        file = layout.obligation_path(year)
        for code, path, day in _outside(obligation) if obligation.year == year else ():  # else R006 says so
            yield problem(code, subject.place(file, *path), field=str(path[-1]), nilai=spoken(day), tahun=year)


def _outside(obligation: ObligationFile) -> Iterator[tuple[str, DataPath, dt.date]]:
    """(code, path, day) of each date outside its year.

    A year is dealt with until the end of the next: late data come in, it is closed, corrections are made. An agency
    may reply to its result at any time after.
    """
    year, deadline = obligation.year, obligation.deadline
    begins, ends = dt.date(year, 1, 1), dt.date(year + 1, 12, 31)
    start = obligation.rules.start.value.first
    if start.year != year:
        yield "R031", ("aturan", "berlaku_mulai", "nilai"), start
    if deadline and not begins <= deadline.date.first <= ends:
        yield "R032", ("tenggat", "tanggal"), deadline.date.first
    for number, exemption in enumerate(obligation.exemptions):
        if not begins <= exemption.date.first <= ends:
            yield "R033", ("pengecualian", number, "tanggal"), exemption.date.first
    for number, reply in enumerate(obligation.replies):
        if reply.date.first < begins:
            yield "R034", ("tanggapan", number, "tanggal"), reply.date.first
