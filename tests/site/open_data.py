"""The published open data, filtered by other means than on the page: what the filters are held against."""

import functools
import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pytest
import yaml
from site_helpers import Site

FACETS = ("kecamatan", "urusan", "bentuk", "jenis", "perangkat-daerah", "tahapan", "tahun")
Chosen = Mapping[str, str]
MONTHS = ("Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November",
          "Desember")  # fmt: skip


def span(agency: dict[str, Any]) -> str:
    """How a list marks an agency that has an end."""
    if not agency.get("berlaku_sampai"):
        return ""
    year, month, day = str(agency["berlaku_sampai"]).split("-")
    return f" (sampai {int(day)} {MONTHS[int(month) - 1]} {year})"


@dataclass(frozen=True)
class Open:
    """The open data of a built site."""

    site: Site

    @functools.cached_property
    def entries(self) -> list[dict[str, Any]]:
        found = json.loads((self.site.folder / "data/inovasi.json").read_text("utf-8"))["inovasi"]
        return sorted(found, key=lambda entry: (entry["nama"].casefold(), entry["slug"]))

    @functools.cached_property
    def words(self) -> dict[str, dict[str, str]]:
        """Facet -> slug -> label, as the registry has them."""
        registry = self.site.project / "registry"
        agencies = yaml.safe_load((registry / "agencies.yml").read_text("utf-8"))["perangkat_daerah"]
        found = {
            name: {word["slug"]: word["label"] for word in words}
            for name, words in yaml.safe_load((registry / "taxonomy.yml").read_text("utf-8")).items()
        }
        states = found.get("keadaan", {})
        found["tahapan"] |= {f"laporan-{slug}": f"{label}, menurut laporan" for slug, label in states.items()}
        found["perangkat-daerah"] = {a["slug"]: (a.get("nama_pendek") or a["nama_resmi"]) + span(a) for a in agencies}
        found["tahun"] = {str(year): str(year) for entry in self.entries for year in entry["tahun"]}
        return found

    def values(self, entry: dict[str, Any], facet: str) -> list[str]:
        if facet == "kecamatan" and entry["seluruh_wilayah"]:
            return list(self.words["kecamatan"])
        if facet == "tahapan":
            return [entry["tahapan"], *([f"laporan-{entry['keadaan']}"] if entry["keadaan"] else [])]
        value = entry[facet.replace("-", "_")]
        return [str(each) for each in (value if isinstance(value, list) else [value]) if each is not None]

    def fitting(self, chosen: Chosen) -> list[dict[str, Any]]:
        return [e for e in self.entries if all(value in self.values(e, name) for name, value in chosen.items())]

    def unknown(self, entry: dict[str, Any], facet: str) -> bool:
        """Whether nothing says where the entry stands in a facet; a report tells no stage."""
        return not self.values(entry, facet) or entry.get(facet) == "belum-diketahui"

    def perhaps(self, chosen: Chosen) -> list[dict[str, Any]]:
        """Those that do not fit by what is known, and might by what is not."""

        def might(entry: dict[str, Any]) -> bool:
            return all(
                value in self.values(entry, name) or (self.unknown(entry, name) and not value.startswith("laporan-"))
                for name, value in chosen.items()
            )

        certain = self.slugs(chosen)
        return [entry for entry in self.entries if might(entry) and entry["slug"] not in certain]

    def slugs(self, chosen: Chosen) -> list[str]:
        return [entry["slug"] for entry in self.fitting(chosen)]

    def counts(self, chosen: Chosen, among: list[str] | None = None) -> dict[str, dict[str, int]]:
        """Facet -> value -> entries that choosing it (instead of what is chosen in the same facet) would leave."""
        found = {}
        for facet in FACETS:
            others = {name: value for name, value in chosen.items() if name != facet}
            left = [e for e in self.fitting(others) if among is None or e["slug"] in among]
            counted = Counter(value for entry in left for value in self.values(entry, facet))
            found[facet] = dict(counted) | ({chosen[facet]: counted[chosen[facet]]} if facet in chosen else {})
        return found

    def shown(self, chosen: Chosen, among: list[str] | None = None) -> dict[str, dict[str, list[int]]]:
        """Facet -> value -> (entries that fit, others that may) under that value, where there are any or it is chosen."""
        found: dict[str, dict[str, list[int]]] = {}
        for facet in FACETS:
            found[facet] = {}
            for value in self.words[facet]:
                both = self.fitting({**chosen, facet: value}), self.perhaps({**chosen, facet: value})
                sizes = [sum(among is None or entry["slug"] in among for entry in some) for some in both]
                if any(sizes) or chosen.get(facet) == value:
                    found[facet][value] = sizes
        return found

    def commonest(self, facet: str) -> str:
        counted = self.counts({})[facet]
        return max(sorted(counted), key=lambda value: counted[value])

    def contradiction(self) -> dict[str, str]:
        """Two values, always known, that no entry has both, though each has some."""
        for first in self.counts({})["urusan"]:
            for second in self.counts({})["perangkat-daerah"]:
                if not self.fitting(pair := {"urusan": first, "perangkat-daerah": second}):
                    return pair
        pytest.fail("every pair of values has an entry")
