"""Exemptions that change nothing: told to those who wrote them, since the index shows no sign of them."""

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Final

from generator import layout
from generator.catalogue.subject import Subject
from generator.compliance.doubts import Doubt, doubts
from generator.compliance.index import in_force
from generator.problems import Problem, problem
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
            if agency and (why := _without_effect(agency, obligation)):
                place = subject.place(layout.obligation_path(year), "pengecualian", number, "perangkat_daerah")
                yield problem("R053", place, field="perangkat_daerah", nilai=agency.slug, tahun=year, sebab=why)


def _without_effect(agency: Agency, obligation: ObligationFile) -> str:
    """Why an exemption of `agency` changes nothing in that year, "" if it does."""
    if not in_force(agency, dt.date(obligation.year, 12, 31)):
        return f"ia tidak ada dalam daftar pada akhir {obligation.year}, dan pengecualian tidak beralih kepada penerus"
    return " dan ".join(_DOUBT_WORDS[doubt] for doubt in doubts(agency, obligation))
