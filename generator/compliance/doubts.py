"""What has to be known of an agency before it can be judged, and is not."""

from typing import Literal

from generator.schema.registry import Agency, ObligationFile

Doubt = Literal["nama", "kewajiban"]


def doubts(agency: Agency, obligation: ObligationFile) -> tuple[Doubt, ...]:
    """The reasons for which `agency` is not judged in that year, the first first; none if it can be."""
    bound = agency.bound == "ya" and agency.kind in obligation.rules.bound.value
    missing: tuple[tuple[bool, Doubt], ...] = ((not agency.name_confirmed, "nama"), (not bound, "kewajiban"))
    return tuple(doubt for applies, doubt in missing if applies)
