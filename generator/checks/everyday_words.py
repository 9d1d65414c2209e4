"""The words that people type: each is read in one way, and none stands for what it does not mean."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from generator import layout
from generator.catalogue.registry import Registry
from generator.catalogue.subject import Subject
from generator.problems import Place, Problem, problem
from generator.schema.everyday import EverydayWords
from generator.text.spelling import folded

#: A query's word is read by one of these lists alone; an affair's word may still have several meanings.
_READ_BY: Final = ("permintaan", "kata_luas", "tempat_sendiri", "juga", "makna_ganda")
_READ_AWAY: Final = ("permintaan", "tempat_sendiri", "juga")
#: What the word is taken to mean, so that a misleading one has no place there.
_STANDS_FOR: Final = ("juga", "kata_sehari_hari")
_SHORTEST: Final = 2


@dataclass(frozen=True, slots=True)
class _Typed:
    """A word where it is written: in which list, and `of` which affair or word of the catalogue."""

    place: Place
    list: str
    text: str
    of: str = ""

    @property
    def where(self) -> str:
        """The list, whose it is, and the line, for a sentence."""
        name = "bentuk_lain" if self.list in ("kata", "juga") else self.list
        return " ".join(filter(None, (name, self.of, f"(baris {self.place.line})")))

    def problem(self, code: str, **values: str) -> Problem:
        return problem(code, self.place, field=self.list, nilai=self.text, **values)


def check(subject: Subject) -> Iterator[Problem]:
    """Words that stand twice, mislead, lead to one that leads on, are too short, or belong to no affair."""
    if subject.catalogue is None:
        return
    registry = subject.catalogue.registry
    affairs = list(_of_terms(subject, registry))
    others = list(_of_file(subject, registry.everyday))
    yield from _short([*affairs, *others])
    yield from _homeless(affairs, registry)
    yield from _repeated(affairs, others)
    yield from _misleading([*affairs, *others], registry.everyday)
    yield from _chained(others)


def _of_terms(subject: Subject, registry: Registry) -> Iterator[_Typed]:
    for name, terms in registry.taxonomy.items():
        if any(term.everyday for term in terms.values()):
            rows = subject.documents[layout.TAXONOMY].data[name]
            numbers = {row["slug"].strip(): number for number, row in enumerate(rows)}
            for slug, term in terms.items():
                for number, text in enumerate(term.everyday):
                    at = (name, numbers[slug], "kata_sehari_hari", number)
                    yield _Typed(subject.place(layout.TAXONOMY, *at), "kata_sehari_hari", text, slug)


def _of_file(subject: Subject, words: EverydayWords) -> Iterator[_Typed]:
    def typed(name: str, text: str, *path: str | int, of: str = "") -> _Typed:
        return _Typed(subject.place(layout.WORDS, *path), name, text, of)

    plain = (
        ("permintaan", words.requests), ("kata_luas", words.wide),
        ("tempat_sendiri", words.own_places), ("kantor", words.offices), ("tanpa_akar", words.rootless),
    )  # fmt: skip
    for name, texts in plain:
        yield from (typed(name, text, name, number) for number, text in enumerate(texts))
    for number, other in enumerate(words.others):
        yield typed("kata", other.word, "bentuk_lain", number, "kata")
        for at, text in enumerate(other.forms):
            yield typed("juga", text, "bentuk_lain", number, "juga", at, of=f'"{other.word}"')
    for number, ambiguous in enumerate(words.ambiguous):
        yield typed("makna_ganda", ambiguous.word, "makna_ganda", number, "kata")
    for number, misleading in enumerate(words.misleading):
        yield typed("menyesatkan", misleading.word, "menyesatkan", number, "kata")
    named = (
        ("halaman", "sebutan", [(page.address, page.names) for page in words.pages]),
        ("tempat", "nama", [(places.district, places.names) for places in words.places]),
    )
    for name, field, rows in named:
        for number, (of, texts) in enumerate(rows):
            yield from (typed(name, text, name, number, field, at, of=of) for at, text in enumerate(texts))


def _short(words: Iterable[_Typed]) -> Iterator[Problem]:
    for word in words:
        if len(folded(word.text).replace(" ", "")) < _SHORTEST:
            yield word.problem("R074")


def _homeless(affairs: Iterable[_Typed], registry: Registry) -> Iterator[Problem]:
    for word in affairs:
        if word.of not in registry.taxonomy["urusan"]:
            yield word.problem("R075", slug=word.of)


def _repeated(affairs: Sequence[_Typed], others: Sequence[_Typed]) -> Iterator[Problem]:
    """Words that stand twice where one reading is meant; affairs may share a word, districts the name of a village."""
    yield from _twice((word, word.of) for word in affairs)
    yield from _twice((word, "") for word in others if word.list in _READ_BY)
    yield from _twice((word, word.list + word.of) for word in others if word.list not in _READ_BY)
    shared = {folded(word.text): word for word in affairs}
    for word in others:
        if word.list in _READ_AWAY and folded(word.text) in shared:
            yield word.problem("R071", lain=shared[folded(word.text)].where)


def _twice(words: Iterable[tuple[_Typed, str]]) -> Iterator[Problem]:
    """Words that were seen before in the same group."""
    seen: dict[tuple[str, str], _Typed] = {}
    for word, group in words:
        first = seen.setdefault((group, folded(word.text)), word)
        if first is not word:
            yield word.problem("R071", lain=first.where)


def _misleading(words: Iterable[_Typed], everyday: EverydayWords) -> Iterator[Problem]:
    warned = {folded(one.word): one for one in everyday.misleading}
    for word in words:
        one = warned.get(folded(word.text))
        if one and word.list in _STANDS_FOR and (not one.affairs or word.of in one.affairs):
            yield word.problem("R072", sebab=one.reason, lain=word.where)


def _chained(others: Sequence[_Typed]) -> Iterator[Problem]:
    """Other forms that are a word of the catalogue to which others lead: the search follows one step."""
    heads = {folded(word.text): word for word in others if word.list == "kata"}
    for word in others:
        if word.list == "juga" and (head := heads.get(folded(word.text))):
            yield word.problem("R073", kata=word.of, lain=head.where)
