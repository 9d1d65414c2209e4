"""Exemptions that change nothing: told to those who wrote them, since the index shows no sign of them."""

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any, Final

from generator import layout
from generator.catalogue.subject import Subject
from generator.compliance.doubts import Doubt, doubts
from generator.compliance.index import in_force
from generator.dates import spoken
from generator.problems import Place, Problem, problem
from generator.schema.registry import Agency, ObligationFile

_DOUBT_WORDS: Final[Mapping[Doubt, str]] = {
    "nama": "nama resminya belum terkonfirmasi",
    "kewajiban": "belum tercatat bahwa ia terikat",
}


def check(subject: Subject) -> Iterator[Problem]:
    """Exemptions in years that nobody has closed, of agencies that are not judged there."""
    if subject.catalogue is None:
        return
    registry = subject.catalogue.registry
    for year, obligation in registry.obligations.items():
        for number, exemption in enumerate(() if year in registry.results else obligation.exemptions):
            agency = registry.agencies.get(exemption.agency)  # none: R003 says so
            if agency is None:
                continue
            doubted = _doubted(agency, obligation)
            if why := doubted or _gone(agency, year) or _repeated(subject, obligation, number):
                about: dict[str, Any] = {"nilai": agency.slug, "tahun": year, "sebab": why, "maksud": doubted}
                yield problem("R053", _place(subject, year, number), field="perangkat_daerah", **about)


def _place(subject: Subject, year: int, number: int) -> Place:
    return subject.place(layout.obligation_path(year), "pengecualian", number, "perangkat_daerah")


def _doubted(agency: Agency, obligation: ObligationFile) -> str:
    """Why `agency` is not judged in that year, "" if it is or has ended by then."""
    judged = in_force(agency, dt.date(obligation.year, 12, 31))
    return " dan ".join(_DOUBT_WORDS[doubt] for doubt in doubts(agency, obligation) if judged)


def _gone(agency: Agency, year: int) -> str:
    """That nobody of this name stands at the end of the year, "" if somebody does."""
    if in_force(agency, dt.date(year, 12, 31)):
        return ""
    return f"ia tidak ada dalam daftar pada akhir {year}, dan pengecualian tidak beralih kepada penerus"


def _repeated(subject: Subject, obligation: ObligationFile, number: int) -> str:
    """That another exemption of the same agency holds, the first in time; "" if this is the one."""
    all_of_it = [n for n, e in enumerate(obligation.exemptions) if e.agency == obligation.exemptions[number].agency]
    first = min(all_of_it, key=lambda n: obligation.exemptions[n].date.first)
    if first == number:
        return ""
    line = _place(subject, obligation.year, first).line
    return f"pengecualian pada baris {line} sudah berlaku sejak {spoken(obligation.exemptions[first].date)}"
