"""Addresses: an old name must lead to one living entry and to nothing else."""

from collections.abc import Iterator
from typing import Final

from generator.catalogue.subject import Subject
from generator.layout import RESERVED_SLUGS
from generator.problems import Problem, problem

#: What has the name, where the site itself has it.
SITE_ADDRESS: Final = "alamat yang dipakai situs"


def check(subject: Subject) -> Iterator[Problem]:
    """Aliases that hide an entry, a page or each other."""
    owners: dict[str, str] = {}
    living = {innovation.slug: innovation.path for innovation, _ in subject.innovations()}
    for innovation, document in subject.innovations():
        for number, alias in enumerate(innovation.entry.aliases):
            clash = owners.setdefault(alias, innovation.path)
            if alias in living:
                clash = living[alias]
            elif alias in RESERVED_SLUGS:
                clash = SITE_ADDRESS
            elif clash == innovation.path and innovation.entry.aliases.index(alias) == number:
                continue
            yield problem("B012", document.place(("alias", number)), field="alias", nilai=alias, lain=clash)
