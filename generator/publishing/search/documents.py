"""What a search can find: entries, agencies, the words of each list, pages, and hints that only answer."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from generator import addresses
from generator.catalogue.catalogue import Innovation
from generator.catalogue.registry import begun, ended
from generator.compliance.wording import number, status_word
from generator.publishing.pages.facets import DISTRICT, FACETS, Facet, members, words
from generator.publishing.place_words import place_words
from generator.publishing.search import keys
from generator.publishing.stage_words import dated_words
from generator.publishing.view import View, time_words
from generator.schema.record import Record
from generator.schema.registry import Agency, Term
from generator.text.spelling import folded
from generator.text.word_roots import words as words_of

#: Characters of a document's texts that a result can quote from.
QUOTED: Final = 4_000
_FOR_KEEPERS: Final = "pengelola/"
#: The facet whose words lead to their members through what people say of them.
AFFAIR: Final = "urusan"
_SIGNS = re.compile(r"[*_`#>|[]|\n[-+] ")
_MARKUP = re.compile(r"!?\[([^\]]{0,500})\]\([^)]{0,500}\)|[*_`#>|]+|\n\s*[-+] ")
_SEVERAL = re.compile(r", | dan ")
_TAGS = re.compile(r"<(?:style|script|svg)\b[^>]{0,1000}>.*?</(?:style|script|svg)>|<[^>]{0,4000}>", re.DOTALL)
#: Attributes of an entry whose values are addresses, names of files, or words of a list by their slugs.
_UNREAD: Final = frozenset((
    "agency", "affairs", "aliases", "cause", "district", "districts", "file", "initiator", "kind", "mail",
    "maturity", "mode", "page", "phone", "sphere", "state", "status", "suggested", "url", "withdrawn",
))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Searchable:
    """One thing that can be found; `seed` tells it from all others, for ever, and `begin` is how its key begins.

    `names`, `head` and `rest` are its words by weight, `called` other names that only mean it as a whole. `everyday` is
    what people say for it and for its `members`, the innovations that belong to it; the name of one of
    its `offices` says it. `more` is shown beside name and
    line. An `address` of "" is a hint: no page, but an answer.
    """

    seed: str
    begin: str
    kind: str
    address: str
    name: str
    line: str
    names: str
    head: str = ""
    rest: str = ""
    called: Sequence[str] = ()
    quoted: Sequence[str] = ()
    everyday: Sequence[str] = ()
    members: Sequence[Innovation] | None = None
    offices: Sequence[Agency] = ()
    more: Mapping[str, Any] = field(default_factory=dict)

    @property
    def is_place(self) -> bool:
        """Whether it is a district."""
        return self.seed.startswith(f"{DISTRICT}:")

    @property
    def said(self) -> str:
        """What else people say for it, as the box suggests it while they type."""
        return " ".join([*self.names.split("\n")[1:], *self.called, *self.everyday])

    @property
    def shown(self) -> dict[str, Any]:
        """What a result shows, without its members."""
        texts, left = [], QUOTED
        for text in self.quoted:
            texts.append(text[:left])
            left -= len(text)
            if left <= 0:
                break
        about = {"alamat": self.address, "jenis": self.kind, "nama": self.name, "ringkasan": self.line}
        return {**about, "teks": texts, **self.more}


def no_entries(view: View, pages: Iterable[Searchable]) -> Iterator[Searchable]:
    """All of them but entries, among them some `pages`."""
    yield from _hints(view)
    yield from _agencies(view)
    for facet in FACETS:
        yield from _words(view, facet)
    yield from pages


def entry_of(innovation: Innovation, view: View) -> Searchable:
    """What can be found of an innovation; it follows from it and the registry."""
    entry, agency = innovation.entry, innovation.agency
    every = view.catalogue.registry.taxonomy[DISTRICT].values()
    districts = every if innovation.everywhere else innovation.districts
    head = [entry.summary, agency.name, agency.short, *(term.label for term in (*innovation.affairs, *districts))]
    main = _quotable(innovation)
    said = [text for text in _said(entry) if text not in (entry.name, entry.summary)]
    return Searchable(
        seed=innovation.slug,
        begin="",
        kind="Inovasi",
        address=addresses.innovation(innovation.slug),
        name=entry.name,
        line=entry.summary,
        names="\n".join([entry.name, *entry.others]),
        head="\n".join(filter(None, head)),
        rest="\n".join(map(plain, said)),
        quoted=[*main, *(text for text in map(plain, said) if len(text) > _SHORTEST_QUOTE and not _within(text, main))],
        more={
            "perangkat_daerah": agency.short or agency.name,
            "tahapan": [innovation.stage.slug, dated_words(innovation)],
            "tempat": place_words(innovation),
        },
    )


#: What is shorter is a name or a number, which says little where it is quoted alone.
_SHORTEST_QUOTE: Final = 30


def _within(text: str, others: Iterable[str]) -> bool:
    return any(text in other for other in others)


def _quotable(innovation: Innovation) -> list[str]:
    entry = innovation.entry
    usage = [*entry.usage.steps, entry.usage.cost, *entry.usage.needs] if entry.usage else []
    texts = [entry.benefit, entry.problem, entry.solution, " ".join(filter(None, usage)), entry.novelty]
    return [bare for text in texts if text and (bare := plain(text))]


def _said(value: object) -> Iterator[str]:
    """Every text of a record and of all that it holds."""
    match value:
        case str():
            yield value
        case Record():
            for name in type(value).model_fields:
                if name not in _UNREAD:
                    yield from _said(getattr(value, name))
        case tuple():
            for item in value:
                yield from _said(item)
        case bool() | None:
            return
        case _ if hasattr(value, "first"):  # a date: its year is what people type
            yield str(value.first.year)
        case int() | float():
            yield str(value)


def _agencies(view: View) -> Iterator[Searchable]:
    counts = view.catalogue.by_agency
    for agency in view.catalogue.registry.agencies.values():
        yield Searchable(
            seed=seed_of(agency),
            begin=keys.AGENCY,
            kind="Perangkat daerah",
            address=addresses.agency(agency.slug),
            name=agency.name,
            line=_standing(view, agency, len(counts[agency.slug])),
            names="\n".join(filter(None, [agency.name, agency.short])),
            called=agency.names,
        )


def seed_of(agency: Agency) -> str:
    """The seed of an agency's document."""
    return f"pd:{agency.slug}"


def _standing(view: View, agency: Agency, count: int) -> str:
    """What an agency's result says: its time, its status of the year, how many innovations it has."""
    verdict = view.current.of(agency.slug) if view.current else None
    parts = [time_words(agency, view.edition.as_of)]
    if view.current and verdict:
        parts.append(f"{status_word(verdict.status, view.current).word} ({view.current.year})")
    parts.append(f"{number(count)} inovasi")
    return ". ".join(part[0].upper() + part[1:] for part in parts if part) + "."


def _words(view: View, facet: Facet) -> Iterator[Searchable]:
    """Each word of a list; an affair or a district leads to what belongs to it."""
    found = members(view, facet)
    places = _places(view) if facet.name == DISTRICT else {}
    for term in words(view, facet):
        here = found.get(term.slug, [])
        spoken = _SEVERAL.split(term.spoken) if term.spoken else []
        everyday = [*term.everyday, *spoken, *places.get(term.slug, [])]
        own = f"{_CALLED[facet.name]} {term.label}"
        yield Searchable(
            seed=f"{facet.name}:{term.slug}",
            begin=keys.WORD,
            kind=facet.heading,
            address=addresses.facet(facet.name, term.slug),
            name=own if facet.name in ("tahun", DISTRICT) else term.label,
            line=f"{number(len(here))} inovasi.",
            names=f"{own}\n{term.label}",
            rest="" if facet.name in (AFFAIR, "tahun") else term.definition or "",
            everyday=everyday,
            members=here if everyday else None,
            offices=[*_named_after(term, view)] if everyday and facet.name == AFFAIR else (),
            more={"lewat": own} if everyday else {},
        )


def _named_after(term: Term, view: View) -> Iterator[Agency]:
    """The agencies in force whose name says the affair, or whose other name is a word that people say for it.

    It says half of the parts of the affair's name or more; a part that two affairs share counts for neither.
    """
    registry, day = view.catalogue.registry, view.edition.as_of
    every = [[*_parts(other.label)] for other in registry.taxonomy[AFFAIR].values()]
    own = [part for part in _parts(term.label) if sum(part in parts for parts in every) == 1]
    said = {*map(folded, term.everyday)}
    for agency in registry.agencies.values():
        name = {*words_of(agency.name)}
        called = {_bare(name, registry.everyday.offices) for name in (agency.name, agency.short or "", *agency.names)}
        named = not said.isdisjoint(called) or 2 * sum(part <= name for part in own) >= len(own) > 0
        if named and begun(agency, day) and not ended(agency, day):
            yield agency


def _bare(name: str, offices: Iterable[str]) -> str:
    """A name without the word for an office before it: "Dinas Desa" -> "desa"."""
    first, _, rest = folded(name).partition(" ")
    return rest if rest and first in map(folded, offices) else folded(name)


def _parts(label: str) -> Iterator[frozenset[str]]:
    return (frozenset(words_of(part)) for part in _SEVERAL.split(label))


#: What a word of a list is called before its label.
_CALLED: Final = {
    "bentuk": "bentuk", "jenis": "jenis", "urusan": "urusan", "tahapan": "tahapan", "kecamatan": "Kecamatan",
    "tahun": "Inovasi tahun",
}  # fmt: skip


def _places(view: View) -> dict[str, list[str]]:
    districts = view.catalogue.registry.taxonomy[DISTRICT]
    found = {slug: [term.label] for slug, term in districts.items()}
    for row in view.catalogue.registry.everyday.places:
        found[row.district].extend(row.names)
    return found


def page(address: str, title: str, line: str, text: str = "", called: Sequence[str] = ()) -> Searchable:
    """A page by its title and its `line`; of prose, by all its `text`, Markdown and HTML, too.

    What only the keepers of the catalogue need stands behind what everybody may look for.
    """
    for_keepers = address.startswith(_FOR_KEEPERS)
    body = plain(_TAGS.sub(" ", text))
    return Searchable(
        seed=f"halaman:{address}",
        begin=keys.PAGE,
        kind="Halaman",
        address=address,
        name=plain(title),
        line=line,
        names="" if for_keepers else f"{title}\n{address}",
        head=f"{title}\n{line}" if for_keepers else line,
        rest="" if for_keepers else body,
        called=called,
        quoted=[body] if body and not for_keepers else [],
    )


def plain(text: str) -> str:
    """One line without the signs of Markdown."""
    bare = _MARKUP.sub(r" \1", f"\n{text}") if _SIGNS.search(f"\n{text}") else text
    return " ".join(bare.split())


def _hints(view: View) -> Iterator[Searchable]:
    """Words of several meanings, and words of what somebody else does."""
    everyday = view.catalogue.registry.everyday
    for word in everyday.ambiguous:
        meant = "; ".join(dict.fromkeys(meaning.meaning for meaning in word.meanings))
        yield _hint(word.word, f"Dapat berarti: {meant}.")
    for other in everyday.misleading:
        if other.answer:
            yield _hint(other.word, other.answer)


def _hint(word: str, line: str) -> Searchable:
    return Searchable(f"petunjuk:{word}", keys.HINT, "Petunjuk", "", word, line, names="", everyday=[word])
