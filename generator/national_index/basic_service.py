"""The affairs of basic service, of which an edition asks that so many be covered."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from generator.catalogue.catalogue import Innovation
from generator.catalogue.registry import Registry
from generator.schema.indicators import IndicatorsFile
from generator.schema.registry import Term


@dataclass(frozen=True, slots=True)
class BasicService:
    """How many innovations touch each affair that some do, the affairs that none does, and how many are asked for."""

    covered: Sequence[tuple[Term, int]]
    bare: Sequence[Term]
    least: int | None

    @property
    def all(self) -> int:
        """How many affairs there are."""
        return len(self.covered) + len(self.bare)

    @property
    def enough(self) -> bool:
        """Whether as many are covered as the edition asks for."""
        return self.least is None or len(self.covered) >= self.least

    @property
    def words(self) -> str:
        """How many are covered, of how many, and how many are asked for."""
        asked = f"; diminta paling sedikit {self.least}" if self.least else ""
        only = "" if self.enough else "Baru "
        return (
            f"{only}{len(self.covered)} dari {self.all} urusan pelayanan dasar tercakup oleh inovasi di katalog{asked}"
        )


def basic_service(innovations: Sequence[Innovation], edition: IndicatorsFile, registry: Registry) -> BasicService:
    """How far these innovations cover what the edition counts as basic service."""
    terms = [registry.term("urusan", slug) for slug in edition.basic_affairs]
    found = Counter(affair.slug for innovation in innovations for affair in innovation.affairs)
    counts = [(term, found[term.slug]) for term in terms]
    return BasicService([row for row in counts if row[1]], [term for term, n in counts if not n], edition.basic_least)
