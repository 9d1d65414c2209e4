"""What an honest short entry still lacks: warnings to the contributor, never a refusal."""

import datetime as dt
from collections.abc import Iterator
from typing import Final

from generator.catalogue.catalogue import Innovation
from generator.catalogue.subject import Subject
from generator.dates import months_old
from generator.problems import Problem, problem
from generator.schema.entry import Entry, entry_attributes

#: What a reader looks for first, in that order.
WANTED: Final = ("jenis", "masalah", "solusi", "manfaat", "cara_memakai", "hasil", "lokasi", "kontak", "sumber")
SUMMARY_LENGTH: Final = 200
MONTHS_UNTIL_STALE: Final = 12


def check(subject: Subject) -> Iterator[Problem]:
    """Empty fields that citizens miss, values the agency has not confirmed, checks long ago.

    Of a withdrawn entry nothing is wanted any more.
    """
    for innovation, document in subject.innovations():
        if not innovation.listed:
            continue
        entry, whole = innovation.entry, document.place(())
        if missing := missing_fields(innovation):
            yield problem("K001", whole, kolom=", ".join(missing), jumlah=len(missing))
        if entry.suggested:
            place = document.place(("usulan_penyusun",), key=True)
            yield problem("K002", place, field="usulan_penyusun", kolom=", ".join(entry.suggested))
        if entry.checked is None:
            yield problem("K003", whole, field="diperiksa")
        elif is_stale(entry.checked.first, subject.today):
            yield problem("K004", document.place(("diperiksa",)), field="diperiksa", nilai=entry.checked)
        if len(entry.summary) > SUMMARY_LENGTH:
            place = document.place(("ringkasan",))
            yield problem("K005", place, field="ringkasan", panjang=len(entry.summary), batas=SUMMARY_LENGTH)


def missing_fields(innovation: Innovation) -> tuple[str, ...]:
    """The official keys of the wanted fields that are empty, in the order of the file."""
    return tuple(
        key
        for key, name in entry_attributes().items()
        if key in WANTED and not (getattr(innovation.entry, name) or (key == "kontak" and innovation.agency.contact))
    )


def is_unread(entry: Entry, day: dt.date) -> bool:
    """Whether its agency has not looked at the whole entry, or not for long."""
    return entry.checked is None or is_stale(entry.checked.first, day)


def is_stale(checked: dt.date, day: dt.date) -> bool:
    """Whether a check on `checked` is more than twelve months old on `day`."""
    return months_old(checked, day, MONTHS_UNTIL_STALE)
