"""Random worlds as the files hold them, and what the loader makes of one."""

import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

import yaml
from conftest import BASE

from generator import layout
from generator.catalogue.catalogue import Catalogue, resolve
from generator.catalogue.load import Loaded
from generator.catalogue.registry import Registry, taxonomy_of
from generator.catalogue.subject import Subject
from generator.compliance.index import YearIndex, assess
from generator.problems import Problems
from generator.reading.document import Document, read
from generator.schema.entry import Entry
from generator.schema.refusals import validate
from generator.schema.registry import AgenciesFile, ObligationFile, TaxonomyFile
from generator.schema.result import ResultFile

RULES = yaml.load((BASE / "registry/obligations/2026.yml").read_text("utf-8"), yaml.BaseLoader)
SOURCE = {"judul": "Rekaan"}
_TAXONOMY = yaml.load((BASE / layout.TAXONOMY).read_text("utf-8"), yaml.BaseLoader)
_TERMS = taxonomy_of(TaxonomyFile.model_validate(_TAXONOMY))


@dataclass(frozen=True)
class World:
    """A catalogue as its files hold it: rows of the register, entries by (agency, slug), rules and records by year."""

    agencies: tuple[Mapping[str, Any], ...]
    entries: Mapping[tuple[str, str], Mapping[str, Any]]
    rules: Mapping[int, Mapping[str, Any]]
    records: Mapping[int, Mapping[str, Any]] = field(default_factory=dict)

    def files(self) -> dict[str, str]:
        """The repository's files; YAML reads JSON."""
        return {
            layout.AGENCIES: json.dumps({"perangkat_daerah": self.agencies}),
            **{f"{layout.OBLIGATIONS}/{year}.yml": json.dumps(rules) for year, rules in self.rules.items()},
            **{layout.entry_path(*key): json.dumps(entry) for key, entry in self.entries.items()},
        }

    def catalogue(self, result: str = "") -> Catalogue:
        """What the loader makes of the files, with this record of 2026 if it is given."""
        return replace(self, records={2026: recorded(result)[1].data})._loaded if result else self._loaded

    @cached_property
    def _loaded(self) -> Catalogue:
        agencies = AgenciesFile.model_validate({"perangkat_daerah": self.agencies}).agencies
        registry = Registry(
            agencies={agency.slug: agency for agency in agencies},
            taxonomy=_TERMS,
            obligations={year: ObligationFile.model_validate(rules) for year, rules in self.rules.items()},
            results={year: ResultFile.model_validate(record) for year, record in self.records.items()},
            indicators={},
            note=None,
        )
        words = registry.words()
        innovations = {
            slug: resolve(slug, registry.agencies[agency], Entry.model_validate(entry, context=words), registry)
            for (agency, slug), entry in self.entries.items()
        }
        return Catalogue(dict(sorted(innovations.items())), registry)

    def index(self, as_of: dt.date, year: int = 2026) -> YearIndex:
        return assess(self.catalogue(), year, as_of)


def read_as(catalogue: Catalogue, document: Document, day: dt.date) -> Subject:
    """What the rules look at where the record of the year is the only file."""
    return Subject(Loaded(catalogue, {document.file: document}, {}, {}, Problems()), day)


def recorded(text: str) -> tuple[ResultFile, Document]:
    """A result file as the loader reads it."""
    document, problems = read(text.encode(), layout.result_path(2026), limit=10**6, nodes=10**5)
    assert not problems
    result, problems = validate(ResultFile, document, None)
    assert not problems
    return result, document
