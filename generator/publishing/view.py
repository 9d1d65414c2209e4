"""What every page may need: the page before it is rendered, one view of the catalogue, lists in numbered pages."""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Final, TypeVar

from generator import addresses
from generator.aid import Derived
from generator.catalogue.catalogue import Catalogue, Innovation
from generator.catalogue.registry import begun, ended
from generator.compliance.agency_years import AgencyYears, agency_years
from generator.compliance.course import MonthEnd, course
from generator.compliance.headline import unrecorded
from generator.compliance.index import JUDGED, YearIndex, assess, years_on_record
from generator.dates import PartialDate, spoken
from generator.escort.reach import Spread, reach
from generator.escort.rights import Rights, rights
from generator.escort.seeking import Calls, calls
from generator.escort.waiting import Escort, escort
from generator.national_index.eligibility import Condition, conditions
from generator.national_index.score import Scorecards, edition_for
from generator.publishing.publication import Publication, moments_by_slug, publication
from generator.schema.registry import Agency
from generator.settings import Edition, Settings

#: Entries that the box suggests by name, all in one file. In a larger catalogue it asks the whole search as well.
MOST_SUGGESTED: Final = 200
#: Cards on one list page.
PER_PAGE: Final = 24
Crumb = tuple[str, str]
Listed = TypeVar("Listed")


class Later(Derived, Mapping[str, Any]):
    """Values that `make` works out when somebody asks for one: of a catalogue a preview renders few pages.

    What it looks at, beside registry, settings and day, may be told: then it need not be asked whether all is the same.
    """

    def __init__(
        self, make: Callable[[], Mapping[str, Any]], of: Sequence[object] | None = None, *, shared: bool = False
    ) -> None:
        self._make, self.of, self.shared = make, of, shared

    @cached_property
    def _made(self) -> Mapping[str, Any]:
        return self._make()

    def forget(self) -> None:
        """Let go of the values; who asks again has them made again."""
        self.__dict__.pop("_made", None)

    def __bool__(self) -> bool:
        return True

    def __getitem__(self, key: str) -> Any:
        return self._made[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._made)

    def __len__(self) -> int:
        return len(self._made)


@dataclass(frozen=True, slots=True)
class Page:
    """One page before it is rendered.

    `address` ends in a slash and has no leading one; `description` is for search engines and shared
    links; `crumbs` are (label, address) from home to the parent; `image` is shown beside a shared link, "" for
    that of its kind;
    `structured` is JSON-LD for search engines, which are asked to forget a page that is `withdrawn`; `changed` is the
    day on which what it shows last changed, `2026-05-03`, or "" where that is not known: the sitemap has it. A search
    finds a page of its own that is `prose` by all its words, one that is `named` by its title and description, and both
    by what they are `called`. One that `searches` holds the search box itself, which the header then leaves out. One
    that has nothing to show yet is `empty`: no menu names it.
    """

    address: str
    template: str
    title: str
    description: str
    crumbs: tuple[Crumb, ...] = ()
    context: Mapping[str, Any] = field(default_factory=dict)
    feed: str = addresses.FEED
    image: str = ""
    structured: Mapping[str, Any] = field(default_factory=dict)
    withdrawn: bool = False
    changed: str = ""
    named: bool = False
    prose: bool = False
    called: tuple[str, ...] = ()
    searches: bool = False
    empty: bool = False

    @property
    def source(self) -> str:
        """The path of its Markdown."""
        return f"{self.address}index.md"

    @property
    def file(self) -> str:
        """The path of its HTML."""
        return f"{self.address}index.html"


@dataclass(frozen=True)
class View:
    """What every page may need; `picture_sizes` has width and height in pixels by address."""

    catalogue: Catalogue
    settings: Settings
    edition: Edition
    picture_sizes: Mapping[str, tuple[int, int]] = field(default_factory=dict)

    @cached_property
    def years(self) -> tuple[int, ...]:
        """The years with a rule file that have begun, newest first."""
        return years_on_record(self.catalogue, self.edition.as_of)

    @cached_property
    def indexes(self) -> Mapping[int, YearIndex]:
        """The index of each of `years`."""
        return {year: assess(self.catalogue, year, self.edition.as_of) for year in self.years}

    @cached_property
    def current(self) -> YearIndex | None:
        """The index of the newest year on record; None before any year file exists."""
        return self.indexes[self.years[0]] if self.years else None

    @cached_property
    def course(self) -> tuple[MonthEnd, ...]:
        """The index at the end of each month, the oldest first."""
        return course(self.catalogue, self.edition.as_of)

    @cached_property
    def agency_years(self) -> tuple[AgencyYears, ...]:
        """Each agency's years side by side."""
        return agency_years(self.catalogue, self.indexes, self.edition.as_of)

    @cached_property
    def escort(self) -> Escort:
        """Who waits for whom, and what has stood still."""
        return escort(self.catalogue, self.edition.as_of)

    @cached_property
    def reach(self) -> Spread:
        """Who uses what inside the region."""
        return reach(self.catalogue, self.edition.as_of)

    @cached_property
    def calls(self) -> Calls:
        """Who seeks whom."""
        return calls(self.catalogue, self.edition.as_of)

    @cached_property
    def rights(self) -> Rights:
        """The intellectual property of all innovations."""
        return rights(self.catalogue, self.edition.as_of)

    @cached_property
    def scorecards(self) -> Scorecards | None:
        """How innovations stand in the national index on the as-of day; None without an edition on record."""
        edition = edition_for(self.catalogue.registry, self.edition.as_of.year)
        return Scorecards(edition) if edition else None

    @cached_property
    def conditions(self) -> Mapping[str, tuple[Condition, ...]]:
        """Slug of a listed innovation -> every condition of that edition; empty without one."""
        cards, registry = self.scorecards, self.catalogue.registry
        listed = self.catalogue.listed.items() if cards else ()
        return {slug: conditions(one, cards.of(one.entry), registry) for slug, one in listed if cards}

    @cached_property
    def unrecorded(self) -> str:
        """That the rules of the as-of day's year are not on record, or ""."""
        return unrecorded(self.catalogue, self.edition.as_of)

    @cached_property
    def by_name(self) -> tuple[Innovation, ...]:
        """The listed innovations in the order of their names."""
        return tuple(sorted(self.catalogue.listed.values(), key=lambda i: (i.entry.name.casefold(), i.slug)))

    @property
    def is_large(self) -> bool:
        """Whether the box cannot suggest every entry by itself."""
        return len(self.catalogue.listed) > MOST_SUGGESTED

    @cached_property
    def publications(self) -> Mapping[str, Publication]:
        """Slug of an innovation, withdrawn or not -> its first address, and when it was published and changed."""
        moments = moments_by_slug(self.edition.dates)
        return {slug: publication(innovation, moments) for slug, innovation in self.catalogue.innovations.items()}

    @cached_property
    def counted_in(self) -> Mapping[str, tuple[int, ...]]:
        """Slug of an innovation -> the years in which it bears on an agency's verdict, newest first."""
        found: dict[str, list[int]] = {}
        for year, index in self.indexes.items():
            for verdict in index.verdicts:
                for slug in verdict.slugs if verdict.status in JUDGED else ():
                    now = self.catalogue.at(slug)  # a closed year has the address of its day
                    found.setdefault(now.slug if now else slug, []).append(year)
        return {slug: tuple(dict.fromkeys(years)) for slug, years in found.items()}

    @cached_property
    def newest(self) -> tuple[Innovation, ...]:
        """The listed innovations, the one with the latest event first."""
        return tuple(
            sorted(
                self.catalogue.listed.values(),
                key=lambda i: (i.latest.date.last, i.latest.date.first, i.slug),
                reverse=True,
            )
        )


@dataclass(frozen=True, slots=True)
class Pager:
    """Where one numbered page stands among its neighbours; addresses are "" where there is none."""

    number: int
    last: int
    first_address: str
    previous: str
    following: str
    last_address: str

    @property
    def is_first(self) -> bool:
        """Whether what introduces the whole list stands here."""
        return self.number == 1


def paged(items: Sequence[Listed], base: str, size: int = PER_PAGE) -> Iterator[tuple[str, tuple[Listed, ...], Pager]]:
    """Cut a list into pages of `size` items: (address, items, pager). An empty list has one page."""
    last = max(1, -(-len(items) // size))
    for number in range(1, last + 1):
        pager = Pager(
            number=number,
            last=last,
            first_address=base,
            previous=addresses.page(base, number - 1) if number > 1 else "",
            following=addresses.page(base, number + 1) if number < last else "",
            last_address=addresses.page(base, last),
        )
        yield addresses.page(base, number), tuple(items[(number - 1) * size : number * size]), pager


def numbered(title: str, pager: Pager) -> str:
    """The title of a numbered page."""
    return title if pager.is_first else f"{title}, halaman {pager.number}"


@dataclass(frozen=True, slots=True)
class Shortened:
    """The head of a list that may grow, and the words for what is left out, "" if nothing is."""

    shown: Sequence[Any]
    rest: str


def shortened(items: Sequence[Any], most: int) -> Shortened:
    """At most so many of `items`, so that one long list does not become the page."""
    more = len(items) - most
    return Shortened(items[:most], f"dan {more} lainnya" if more > 0 else "")


def short_name(agency: Agency) -> str:
    """What an agency is called for short, "" if it has no other name than its full one."""
    return agency.short if agency.short and agency.short != agency.name else ""


def out_of_time(agency: Agency, date: PartialDate) -> str:
    """That something happened before there was this agency, or after it had ended; "" else."""
    if agency.since and not begun(agency, date.last):
        return f"Sebelum {agency.name} ada (mulai {spoken(agency.since)})."
    if agency.until and ended(agency, date.first):
        return f"Sesudah {agency.name} berakhir ({spoken(agency.until)})."
    return ""


def time_words(agency: Agency, day: dt.date) -> str:
    """From when or until when there is this agency, "" if neither bound of its time matters on `day`."""
    if agency.since and not begun(agency, day):
        return f"mulai {spoken(agency.since)}"
    return f"sampai {spoken(agency.until)}" if agency.until else ""
