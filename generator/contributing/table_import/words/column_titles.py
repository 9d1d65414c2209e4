"""What a recap calls its columns: a title as a whole, in parts, as a question, or by the words that are left of it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import chain, islice
from typing import Final

from generator.contributing.answers.funds import fund_in
from generator.contributing.names import without_mark
from generator.contributing.table_import.words import title_signs as signs
from generator.contributing.table_import.words.columns import (
    AGENCY,
    BUDGET,
    EVENTS_KEY,
    FUND,
    NAME,
    NUMBER,
    SLUG,
    STAGE,
    SUMMARY,
    UNIT,
    YEAR_ALONE,
    ColumnSet,
    Keys,
    RecapColumn,
    called,
    special_column,
)
from generator.contributing.table_import.words.synonyms import surely
from generator.contributing.table_import.words.title_forms import (
    INNOVATION,
    calls_name,
    composed,
    in_full,
    leads,
    left,
    title_key,
)
from generator.contributing.table_import.words.title_questions import QUESTIONS, asks, asks_in_short, sentence_title
from generator.contributing.table_import.words.title_words import (
    ALONE,
    AROUND_EVENTS,
    ASKING,
    BEFORE,
    DATED,
    EVENTS,
    FILLING,
    NUMBERING,
    TITLES,
)
from generator.text.spelling import folded

#: What a title may call beside the name, as the headings among the names: `Urusan / Nama Inovasi`.
_BESIDE_NAME: Final = (SUMMARY, AGENCY, UNIT, ("lokasi", "kecamatan"), ("urusan",), ("jenis",), ("bentuk",))
#: What a column of two titles is: `OPD / Unit`, `Desa / Unit` (villages are units too).
_TOGETHER: Final[Mapping[frozenset[Keys], Keys]] = {
    frozenset([AGENCY, UNIT]): AGENCY,
    frozenset([("lokasi", "tempat"), UNIT]): UNIT,
    frozenset([("lokasi", "tempat"), ("lokasi", "kecamatan")]): ("lokasi", "tempat"),
}
#: Sums that say whose they are: `Anggaran / Sumber Dana`.
_OF_MONEY: Final = frozenset([BUDGET, FUND, ("anggaran", "tahun"), ("sumber", "judul")])
#: Kinds of agencies: `Dinas/Badan/Kantor/Kecamatan`.
_OFFICES: Final = frozenset([AGENCY, ("kontak", "kantor"), ("lokasi", "kecamatan")])
#: Between two titles of one column.
_PARTS = re.compile(r"[/\n|()]|,| atau | (?:dan|&|\+) (?=sumber\b)", re.IGNORECASE)
#: The longest of the national form has a hundred characters.
_LONGEST_TITLE: Final = 1_000
_MOST_PARTS: Final = 40
_AND = re.compile(r" (?:dan|&) ", re.IGNORECASE)
_SEVERAL = re.compile(r"[/|,\n&+]|\b(?:atau|dan|serta)\b", re.IGNORECASE)
_BRACKETED = re.compile(r"\([^()]{0,200}\)?")
_LONGEST_LIST: Final = 200
_LIST = re.compile(r"[^()]*(?:\([^()]{2,}\)[^()]*)?")
#: Every word of a choice that a title lists which only names them.
_EVERY: Final[Mapping[str, frozenset[str]]] = {
    "bentuk": frozenset(["tata-kelola", "pelayanan-publik", "lainnya"]),
    "jenis": frozenset(["digital", "nondigital"]),
    STAGE[0]: frozenset(["inisiatif", "uji-coba", "penerapan"]),
}
#: What composition leaves to the rules for names, dates and numbers.
_OWN_RULES: Final = (NAME[0], EVENTS_KEY, YEAR_ALONE[0], NUMBER[0], SLUG[0])


@dataclass(frozen=True)
class Columns(ColumnSet):
    """The columns that a recap of this region may have, by what it calls them.

    `further` are folded titles that only one file has, by what was made out of it or answered.
    """

    further: Mapping[str, RecapColumn] = field(default_factory=dict)

    @cached_property
    def titles(self) -> Mapping[str, RecapColumn]:
        """Title without case, signs and filling words -> column; one that says `inovasi` only where that decides."""
        by_path = {".".join(column.path): column for column in self.known}
        found: dict[str, RecapColumn] = {}
        for column in self.known:
            found.setdefault(title_key(column.title), column)
            found.setdefault(title_key(" ".join(column.path)), column)
        for name, others in TITLES.items():
            for column in called(name, by_path):
                found |= {title_key(other, bare=False): column for other in others}
        for slug, word in self._event_words:
            found |= {f"{dated} {word}": by_path[f"{EVENTS_KEY}.{slug}"] for dated in DATED}
        dates = next(column for column in self.known if column.path[0] == EVENTS_KEY)
        alone = replace(dates, path=YEAR_ALONE, title="Tahun")
        found = dict.fromkeys(ALONE, alone) | found
        return found | {title: special_column(NUMBER, "Nomor", "") for title in NUMBERING}

    @cached_property
    def _event_words(self) -> list[tuple[str, str]]:
        """(slug, word) for every word of every kind of event."""
        events = self.registry.taxonomy["peristiwa"].items()
        return [(slug, word) for slug, term in events for word in (folded(term.label), *EVENTS.get(slug, ()))]

    @cached_property
    def _phrases(self) -> Mapping[tuple[str, ...], RecapColumn]:
        """The words of known titles, sorted -> column, where that is sure. Names and dates have rules of their own."""
        found: dict[tuple[str, ...], RecapColumn] = {}
        unsure = set()
        for title, column in self.titles.items():
            words = tuple(sorted(word for word in in_full(title).split() if word not in FILLING))
            before = found.setdefault(words, column)
            if (before.path, before.lead) != (column.path, column.lead) or column.path[0] in _OWN_RULES:
                unsure.add(words)
        return {words: column for words, column in found.items() if words and words not in unsure}

    @cached_property
    def _telling(self) -> frozenset[str]:
        """The words without one of which a text is no title: a table has thousands of others."""
        known = (*self.titles, *(word for _, word in self._event_words), *NUMBERING)
        words = {word for title in known for word in in_full(title).split()}
        return frozenset(words - FILLING | QUESTIONS | {INNOVATION, "dibuat", "dilakukan", "dig", "tata", "tk"})

    @cached_property
    def _asked(self) -> dict[str, RecapColumn | None]:
        """What was found out about a title: a table asks for the same ones again and again."""
        return {}

    def title_of(self, title: str) -> RecapColumn | None:
        """The column that a table calls `title`, or None."""
        if len(title) > _LONGEST_TITLE or signs.RATED.search(title):
            return None
        if title not in self._asked:
            tells = not self._telling.isdisjoint(in_full(title).split() or NUMBERING) or folded(title) in self.further
            self._asked[title] = (self._with_name(title) or self._further_title(title)) if tells else None
        return self._asked[title]

    def _with_name(self, title: str) -> RecapColumn | None:
        """The column of a whole title; `Inovasi / Perangkat Daerah` is that of both, and not `Perangkat Daerah`."""
        found = self.labelled("Judul") if signs.OF_MAKERS.fullmatch(folded(title)) else self._whole_title(title)
        both = self._in_parts(title) if found and found.path != NAME and "/" in title else None
        return both if both and both.path == NAME else found

    def _further_title(self, title: str) -> RecapColumn | None:
        """The column of a title that is not known as a whole."""
        found = self._listed(title) or self._dated(title) or self._in_parts(title) or self._asked_for(title)
        if found is None and _SEVERAL.search(_BRACKETED.sub("", title)):
            found = self._phrases.get(tuple(sorted(left(title))))
            names = any((one := self._whole_title(part)) and one.path == NAME for part in _AND.split(title))
            return found if found and found.shape.kind != "kata" and not names else None
        return found or self._composed(title)

    def labelled(self, label: str) -> RecapColumn | None:
        """The column of this label of the template, as a question offers it; or of any title that is known."""
        own = next((column for column in self.known if folded(column.title) == folded(label)), None)
        return own or self.title_of(label)

    def events_in(self, title: str) -> tuple[str, ...]:
        """The kinds of event whose dates a title may mean that names nothing else: `Uji Coba`, `Ujicoba/Penerapan`."""
        rest, found = f" {folded(title)} ", []
        for slug, word in self._event_words:
            if f" {word} " in rest:
                found.append(slug)
                rest = rest.replace(f" {word} ", " ")
        return tuple(dict.fromkeys(found)) if set(rest.split()) <= AROUND_EVENTS else ()

    def _dated(self, title: str) -> RecapColumn | None:
        """The dates of the one event that a title names beside a word for dates: `Waktu Munculnya Ide Inovasi`."""
        words = in_full(title.partition("(")[0])
        dated = signs.DATES.search(words) and not signs.SPAN.search(words)
        event = self.events_in(words) if dated else ()
        return self.titles.get(title_key(f"{EVENTS_KEY} {event[0]}")) if len(event) == 1 else None

    def hints(self, title: str, *, begun: bool = True) -> list[RecapColumn]:
        """The columns that parts of an unknown title name (`Rumpun Bentuk`, `Kelompok/Bentuk`). Cells decide.

        `begun`: also those that it begins with; what follows them may make something else of it (`Kecamatan asal`).
        """
        words = folded(title).split()
        parts = chain(
            (part for part in re.split(r"[/|(),&-]|\bdan\b", title, flags=re.IGNORECASE) if folded(part)),
            (" ".join(words[at:]) for at in range(1, len(words))),
            (" ".join(words[:at]) for at in range(len(words) - 1, 0, -1) if begun),
        )
        found = [column for part in islice(parts, _MOST_PARTS) if (column := self._whole_title(part))]
        unclear = (AGENCY, SLUG, STAGE, NUMBER, NAME, YEAR_ALONE)
        return list({column.path: column for column in found if column.path not in unclear}.values())

    def _whole_title(self, title: str) -> RecapColumn | None:
        plain = without_mark(title)
        if title.strip() in NUMBERING:
            return special_column(NUMBER, "Nomor", "")
        if found := self.further.get(folded(plain)) or self.titles.get(folded(plain)):
            return found
        if calls_name(plain):
            return self.titles.get(NAME[0])
        full = in_full(plain.partition("(")[0]) or in_full(plain)
        keys = (title_key(text, bare=bare) for text in (plain, full) for bare in (False, True))
        if found := next((found for key in keys if (found := self.titles.get(key))), None):
            return found
        if signs.SUM.fullmatch(folded(title)) or signs.of_fund(title):
            return self.titles[title_key(" ".join(BUDGET))]
        before, yang, _ = full.partition(" yang ")
        said = self.titles.get(before) if yang else None
        # `Masalah yang dijawab` is still the problem; of what is no text more than the first word may be meant.
        is_text = said is not None and said.shape.kind == "prosa" and said.path != STAGE
        return self._as_of(full) or (said if is_text else None)

    def _as_of(self, title: str) -> RecapColumn | None:
        """The column of a title of money or stages that has a year or a fund: `Anggaran APBD 2025`.

        No price has one: `Biaya Tahun 2026`. Stages have a day: `Tahapan per Mei 2026`.
        """
        bare = signs.BUDGET_YEAR.sub(" ", signs.AS_OF.sub("", f" {title} ".rstrip()) + " ")
        bare = " ".join(bare.replace(f" {fund_in(bare)} ", " ").split())
        said = self.titles.get(title_key(bare)) if bare != title else None
        dated = self.titles[title_key(" ".join(BUDGET))] if said and said.path[-1] == "biaya" else said
        return dated if dated and dated.path[0] in (BUDGET[0], STAGE[0]) else None

    def _composed(self, title: str) -> RecapColumn | None:
        """The column whose title is left without the words that say nothing: what stands in brackets may say more."""
        plain = without_mark(title).strip()
        if plain.startswith("("):  # what explains another title
            return None
        return composed(left(plain.partition("(")[0]), self._phrases) or composed(left(plain), self._phrases)

    def _listed(self, title: str) -> RecapColumn | None:
        """The choice all of whose words a title lists: `Digital atau non digital`, `Status (Inisiatif, Uji coba, ...)`.

        What is ticked among them is no title.
        """
        shown = _LIST.fullmatch(title) if len(title) <= _LONGEST_LIST else None
        parts = [part for part in _PARTS.split(title) if folded(part)] if shown else []
        for key, every in _EVERY.items() if len(parts) > 1 else ():
            words = {slug: term.label for slug, term in self.registry.taxonomy[key].items()}
            nothing = ASKING | FILLING | BEFORE[key] | {key}
            said = [" ".join(word for word in folded(part).split() if word not in nothing) for part in parts]
            if every == {surely(one, key, words) for one in said if one}:
                return self.titles[key]
        return None

    def _in_parts(self, title: str) -> RecapColumn | None:
        """`Ringkasan / Deskripsi Singkat`: all known parts mean one column, and the first is known."""
        parts = [part for part in _PARTS.split(title) if folded(part)]
        pair = parts if len(parts) > 1 else _AND.split(title)
        if not 2 <= len(pair) <= _MOST_PARTS or len(self.events_in(title)) > 1:
            return None
        means = [self._whole_title(part) or self._composed(part) for part in pair]
        known = [column for column in means if column]
        others = [part for part, column in zip(pair, means, strict=True) if column is None]
        if not known or (others and pair is not parts) or any(signs.OF_PERSONS.search(folded(part)) for part in others):
            return None
        if means[0] is None and not leads(pair[0], known[0]):
            return None
        return _together(known) or (known[0] if len({column.path for column in known}) == 1 else None)

    def _asked_for(self, title: str) -> RecapColumn | None:
        """The column of a title that is a question of a form."""
        if asks_in_short(title):
            return self.titles[SUMMARY[0]]
        if said := self.titles.get(sentence_title(title)):
            return said
        words = left(title.partition("(")[0], asks=True) if asks(title) else []
        found = composed(words, self._phrases) or self._whole_title(" ".join(words)) if words else None
        return found or (self._whole_title(title.partition(":")[0]) if ":" in title else None)


def _together(known: Sequence[RecapColumn]) -> RecapColumn | None:
    """The column that several known titles of one column make."""
    paths = {column.path for column in known}
    path = NAME if {NAME} < paths <= {NAME, *_BESIDE_NAME} else _TOGETHER.get(frozenset(paths))
    path = BUDGET if {BUDGET} < paths <= _OF_MONEY else path
    path = AGENCY if {AGENCY} < paths <= _OFFICES else path
    path = SUMMARY if known[0].path == SUMMARY and all(one.shape.kind == "prosa" for one in known[1:]) else path
    return next((column for column in known if column.path == path), None)
