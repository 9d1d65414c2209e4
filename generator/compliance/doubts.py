"""What is not certain: of an agency before it can be judged, of a rule, of the legal text."""

from typing import Literal

from generator.schema.registry import Agency, Clause, LegalBasis, ObligationFile, Rules

Doubt = Literal["nama", "kewajiban"]


def doubts(agency: Agency, obligation: ObligationFile) -> tuple[Doubt, ...]:
    """The reasons for which `agency` is not judged in that year, the first first; none if it can be."""
    bound = agency.bound == "ya" and agency.kind in obligation.rules.bound.value
    missing: tuple[tuple[bool, Doubt], ...] = ((not agency.name_confirmed, "nama"), (not bound, "kewajiban"))
    return tuple(doubt for applies, doubt in missing if applies)


def clauses(rules: Rules) -> tuple[Clause, ...]:
    """Every rule of a year in the order of the file, each with how far it is known."""
    return (rules.minimum, rules.counted, rules.partners_count, rules.bound, rules.start, *rules.others)


def unknown_parts(basis: LegalBasis) -> list[str]:
    """The parts of the legal text that are not known; as long as there is any the year is provisional."""
    parts = (("naskah", basis.text), ("nomor", basis.number), ("tanggal", basis.date))
    return [name for name, value in parts if value is None]


def gaps(basis: LegalBasis) -> list[str]:
    """The same as phrases."""
    return [f"{part}nya belum {'ditemukan' if part == 'naskah' else 'diketahui'}" for part in unknown_parts(basis)]
