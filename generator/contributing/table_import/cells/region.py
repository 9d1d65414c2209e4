"""What answers are read against: the registers, their words, and the region's own name."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from generator.catalogue.catalogue import Innovation
from generator.catalogue.registry import Registry
from generator.contributing.names import agency_called, names_office, spelt
from generator.contributing.units import matter_of
from generator.schema.fields import Words
from generator.text.spelling import folded

#: What the address of a district's office begins with.
DISTRICT_OFFICE: Final = "kecamatan-"
#: How a district's own office is called where its district is known.
OWN_OFFICES: Final = frozenset(["camat", "kantor camat", "kantor kecamatan", "kecamatan"])
_BEFORE = re.compile(r"\A(?:kantor )?(?:camat|kecamatan) ")

#: Between two offices, and what says before them that they work together.
_BESIDE = re.compile(r"[;,/&+\n]|\b(?:dan|serta|dengan|bersama)\b", re.IGNORECASE)
_TOGETHER = re.compile(r"\A(?:kerja ?sama|kolaborasi|gabungan|bersama|antara|sinergi)\b[\s:.]*", re.IGNORECASE)
_WITH = re.compile(r"[;/+\n]|\b(?:bersama|bekerja ?sama|kerja ?sama|dengan|serta)\b", re.IGNORECASE)
_LONGEST: Final = 200
#: Words around the name of a region that make no other of it.
_GOVERNMENT: Final = frozenset(["pemerintah", "pemerintahan", "pemda", "pemkab", "pemkot", "daerah", "kab", "kota"])


@dataclass(frozen=True)
class Region:
    """What answers are read against: the registers, the region's own name, and what each agency has on record."""

    registry: Registry
    name: str
    recorded: Mapping[str, Sequence[Innovation]] = field(default_factory=dict)

    @cached_property
    def words(self) -> Mapping[str, Words]:
        """The words of every choice."""
        return self.registry.words()

    def usual(self, agency: str, key: str) -> list[str]:
        """The forms or first affairs of an agency's innovations on record, as slugs, the most frequent first."""
        entries = [one.entry for one in self.recorded.get(agency, ())]
        said = (
            [one.sphere for one in entries] if key == "bentuk" else [one.affairs[0] for one in entries if one.affairs]
        )
        return [slug for slug, _ in Counter(said).most_common()]

    @cached_property
    def districts(self) -> Mapping[str, str]:
        """Folded name -> district, by what its office is called: the register of agencies knows names of more kinds."""
        found: dict[str, set[str]] = {}
        for slug, agency in self.registry.agencies.items():
            district = slug.removeprefix(DISTRICT_OFFICE)
            if slug.startswith(DISTRICT_OFFICE) and district in self.words.get("kecamatan", {}):
                for name in agency.names:
                    found.setdefault(_BEFORE.sub("", spelt(folded(name))), set()).add(district)
        return {name: min(those) for name, those in found.items() if len(those) == 1}

    @cached_property
    def first_words(self) -> frozenset[str]:
        """The words that names of agencies begin with."""
        agencies = self.registry.agencies.values()
        return frozenset(spelt(folded(name)).partition(" ")[0] for agency in agencies for name in agency.names)

    def office_of(self, district: str) -> str | None:
        """The agency of a district that a text names as a place: `Sui. Ayak`, `Kec. Utara`; None if it names none."""
        found = self.districts.get(_BEFORE.sub("", spelt(folded(district))))
        return f"{DISTRICT_OFFICE}{found}" if found else None

    def is_whole(self, text: str) -> bool:
        """Whether a text names the region itself: `Pemerintah Kabupaten Contoh`, `Kab. Contoh`."""
        own = set(folded(self.name).split())
        words = spelt(folded(text)).split()
        return bool(words) and set(words) <= own | _GOVERNMENT and bool(own & set(words))

    def offices_in(self, text: str) -> list[str]:
        """The agencies that a text names one beside the other, where one at least is called an office.

        `Kerja sama Kec. Utara & Selatan` names two; `Utara dan Selatan` only says where.
        """
        parts = [_TOGETHER.sub("", part.strip()) for part in _BESIDE.split(text[:_LONGEST])]
        called = [agency_called(part, self.registry, self.name) for part in parts]
        named = [slug or self.office_of(part) for part, slug in zip(parts, called, strict=True)]
        return list(dict.fromkeys(slug for slug in named if slug)) if any(called) else []

    def office_beside(self, text: str) -> str | None:
        """The one agency that a text names beside others that are no office: `KWT Mekar bersama Dinas Pangan`."""
        parts = [part.strip() for part in _WITH.split(text[:_LONGEST]) if part.strip()]
        called = [agency_called(part, self.registry, self.name) for part in parts]
        others = [part for part, slug in zip(parts, called, strict=True) if not slug]
        offices = {slug for slug in called if slug}
        alone = len(offices) == 1 and not any(names_office(one) or matter_of(one) for one in others)
        return offices.pop() if alone else None

    @cached_property
    def typed_affairs(self) -> Mapping[str, Sequence[str]]:
        """What people type for affairs."""
        return self.registry.typed_affairs()
