"""Whether readers of a published site can reach those who keep it."""

from collections.abc import Iterator

from generator import layout
from generator.catalogue.subject import Subject
from generator.problems import Place, Problem, problem


def check(subject: Subject) -> Iterator[Problem]:
    """A site with an address and nobody to ask or tell."""
    if (known := subject.settings) and known.site and not known.helpline.known:
        yield problem("S001", Place(layout.SETTINGS), nilai=known.site)
