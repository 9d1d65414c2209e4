"""A new entry from a few answers: what to ask, whether an answer will do, and the file that comes of them."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from generator.catalogue.registry import begun, ended
from generator.catalogue.similarity import alike
from generator.checks import privacy
from generator.contributing.entry_text import entry_text
from generator.contributing.names import agency_called, proposed_slug, same_name, taken_slugs
from generator.contributing.table_import.cells.values import date_in
from generator.contributing.table_import.rows.room import Known
from generator.contributing.table_import.words.synonyms import meant
from generator.dates import PartialDate, spoken
from generator.layout import RESERVED_SLUGS, SLUG_MAX, hyphened, is_slug
from generator.problems import Problem
from generator.reading.document import read
from generator.schema.entry import Entry
from generator.schema.fields import Words, nearest
from generator.schema.refusals import validate

#: Where problems of an answer are said to be; nobody sees it.
_PLACE: Final = "jawaban.yml"


class AnswerError(ValueError):
    """An answer that will not do; the message is an Indonesian sentence with the cure."""


@dataclass(frozen=True, slots=True)
class Scaffold:
    """What answers are checked against: what is known, the words of every choice, the day it is today."""

    known: Known
    words: Mapping[str, Words]
    today: dt.date

    def agency(self, answer: str) -> str:
        """The slug of an agency by slug, official or short name. Raises AnswerError with the nearest one."""
        registry = self.known.catalogue.registry
        slug = agency_called(answer, registry, self.known.region)
        if slug:
            return slug
        names = self.words["perangkat_daerah"]
        short = {slug: a.short for slug, a in registry.agencies.items() if a.short}
        near = nearest(answer, names) or nearest(answer, short)
        hint = f"mungkin maksudnya {near} ({names[near]})" if near else "lihat daftarnya di registry/agencies.yml"
        raise AnswerError(f'"{answer}" tidak ada dalam daftar perangkat daerah; {hint}')

    def standing(self, slug: str) -> str:
        """The agency itself, if it may act today. Raises AnswerError for one that has ended or has not begun."""
        registry = self.known.catalogue.registry
        agency = registry.agencies[slug]
        if ended(agency, self.today):
            heirs = ", ".join(one.name for one in registry.heirs(agency, self.today))
            raise AnswerError(f"{agency.name} sudah berakhir{f'; penerusnya {heirs}' if heirs else ''}")
        if agency.since and not begun(agency, self.today):
            raise AnswerError(f"{agency.name} baru mulai berlaku {spoken(agency.since)}")
        return slug

    def word(self, answer: str, vocabulary: str) -> str:
        """A word of choice by number (from 1), slug or label. Raises AnswerError, with the nearest word if one is."""
        words = self.words[vocabulary]
        if answer.isascii() and answer.isdigit() and 0 < int(answer) <= len(words):
            return list(words)[int(answer) - 1]
        found = meant(answer, vocabulary, words)
        if found and found.sure:
            return found.slug
        near = found.slug if found else nearest(answer, words)
        typed = self.known.catalogue.registry.typed_affairs() if vocabulary == "urusan" else {}
        likely = [f"{slug} ({words[slug]})" for slug in typed.get(hyphened(answer), (near,)) if slug]
        hint = f"mungkin maksudnya {' atau '.join(likely)}" if likely else f"pilihannya: {', '.join(words)}"
        raise AnswerError(f'"{answer}" tidak ada dalam pilihan; {hint}')

    def text(self, answer: str, key: str) -> str:
        """A line or a paragraph under an official key. Raises AnswerError if `check` would refuse it."""
        self._refuse(self._problems({key: answer}, key))
        return answer

    def date(self, answer: str) -> str:
        """A date in any spelling that is understood -> `2026`, `2026-11` or `2026-11-24`. Raises AnswerError."""
        found = date_in(answer)
        if found is None:
            raise AnswerError(f'tanggal "{answer}" tidak terbaca; tulis 2026, 2026-11, atau 2026-11-24')
        if PartialDate.parse(found).first > self.today:
            raise AnswerError(f"{spoken(PartialDate.parse(found))} belum tiba; catat hanya yang sudah terjadi")
        return found

    def slug(self, answer: str) -> str:
        """A free address. Raises AnswerError."""
        if not is_slug(answer):
            rule = f"huruf kecil, angka, dan tanda hubung, paling panjang {SLUG_MAX} karakter"
            raise AnswerError(f'"{answer}" tidak dapat menjadi nama berkas; pakai {rule}')
        if answer in self._taken or answer in RESERVED_SLUGS:
            raise AnswerError(f'nama berkas "{answer}" sudah dipakai; pilih nama lain')
        return answer

    @property
    def _taken(self) -> set[str]:
        return taken_slugs(self.known.catalogue, self.known.files)

    def proposal(self, name: str, agency: str) -> str:
        """A free address for this name, or "". Raises AnswerError if the agency has an innovation of this name."""
        path = same_name(name, agency, self.known.catalogue)
        if path:
            raise AnswerError(f"{path} sudah mencatat inovasi dengan nama itu; perbaiki berkas itu")
        return proposed_slug(name, agency, self._taken)

    def likely(self, name: str, summary: str) -> list[str]:
        """The innovations on record that a new one may repeat, each by its name and its address, the likest first."""
        entries = {slug: one.entry for slug, one in self.known.catalogue.listed.items()}
        entry = Entry.model_construct(name=name, summary=summary)
        return [f"{entries[one.slug].name} ({one.slug})" for one in alike(entry, entries)]

    def _problems(self, data: Mapping[str, Any], key: str) -> list[Problem]:
        raw = entry_text(data)
        document, problems = read(raw.encode(), _PLACE)
        if document is None:
            return problems
        _, refused = validate(Entry, document, self.words)
        about = [problem for problem in refused if problem.field == key]
        return [*problems, *about, *privacy.personal_data({_PLACE: raw}, {_PLACE: document})]

    def _refuse(self, problems: list[Problem]) -> None:
        for problem in problems:
            if problem.severity == "galat":
                raise AnswerError(f"{problem.message}; {problem.cure}")
