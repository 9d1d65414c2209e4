"""The table of contents of all checks: read the repository -> apply every rule -> Checked."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from generator.aid import Memory
from generator.catalogue.catalogue import Catalogue
from generator.catalogue.load import Loaded, load
from generator.catalogue.subject import Subject, Version
from generator.checks import (
    adoption,
    agency_names,
    completeness,
    content,
    events,
    everyday_words,
    handins,
    helpline,
    identity,
    indicators,
    links_seen,
    lost,
    needs,
    privacy,
    registers,
    replies,
    rights,
    successions,
    supports,
    year_dates,
)
from generator.compliance import closing, exemptions
from generator.problems import Problems
from generator.settings import Settings

#: Each has `check(subject)`.
RULES = (
    privacy,
    registers,
    agency_names,
    everyday_words,
    successions,
    year_dates,
    replies,
    needs,
    handins,
    identity,
    lost,
    events,
    content,
    supports,
    indicators,
    links_seen,
    adoption,
    rights,
    completeness,
    exemptions,
    closing,
    helpline,
)


@dataclass(frozen=True, slots=True)
class Checked:
    """The catalogue, fit to be published only if `problems` has no errors."""

    loaded: Loaded
    problems: Problems

    @property
    def catalogue(self) -> Catalogue:
        """The catalogue of a repository whose registry could be read."""
        if self.loaded.catalogue is None:
            raise ValueError("the registry could not be read; look at the problems first")
        return self.loaded.catalogue

    def without_texts(self) -> "Checked":
        """The same without the texts of files and the places in them: half of the memory, when all is told."""
        return replace(self, loaded=replace(self.loaded, documents={}, texts={}))


def check(
    root: Path,
    today: dt.date,
    published: Sequence[Version] = (),
    settings: Settings | None = None,
    near: Sequence[str] = (),
) -> Checked:
    """Read the repository at `root` and apply every rule; `today` decides what lies in the future.

    What was `published` before must still answer. The `settings` of a site, where given, are looked at too. Where only
    the entries `near` (paths) are asked about, of these all problems are told, and others are left out.
    """
    loaded = load(root, near)
    return _judged(Subject(loaded, today, published, settings))


def check_remembering(
    memory: Memory, root: Path, today: dt.date, published: Sequence[Version], settings: Settings
) -> Checked:
    """The same as `check` of the whole repository.

    What a file holds is in `memory` by its bytes, if it was read without a problem and nothing private was in it.
    """
    loaded = load(root, memory=memory)
    checked = _judged(Subject(loaded, today, published, settings, loaded.unchanged))
    private = {one.place.file for one in checked.problems if one.code[0] == "P"}
    for path in loaded.keys.keys() - loaded.unchanged - private:
        memory.keep(loaded.keys[path], loaded.documents[path].data)
    return checked


def check_again(before: Checked, root: Path, today: dt.date, settings: Settings) -> Checked:
    """The same as `check`, whose result `before` spares what still stands so from being read again.

    All that one file says of another is looked at anew.
    """
    loaded = load(root, before=before.loaded)
    private = {one.place.file for one in before.problems if one.code[0] == "P"}
    return _judged(Subject(loaded, today, (), settings, loaded.unchanged - private))


def _judged(subject: Subject) -> Checked:
    loaded = subject.loaded
    return Checked(loaded, Problems([*loaded.problems, *(found for rule in RULES for found in rule.check(subject))]))
