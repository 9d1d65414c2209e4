"""The public addresses, relative to the site's root. An address once published answers for ever."""

from typing import Final

HOME: Final = ""
INNOVATIONS: Final = "inovasi/"
AGENCIES: Final = "perangkat-daerah/"
COMPLIANCE: Final = "kepatuhan/"
STATISTICS: Final = "statistik/"
CONTRIBUTE: Final = "kontribusi/"
GUIDE: Final = "kontribusi/panduan/"
DATA: Final = "data/"
SCHEMA: Final = "data/skema.json"
FEED: Final = "feed.xml"
MANIFEST: Final = "manifest.webmanifest"
ICON: Final = "assets/ikon.svg"
STYLE: Final = "assets/gaya.css"


def innovation(slug: str) -> str:
    """The page of an innovation."""
    return f"{INNOVATIONS}{slug}/"


def poster(slug: str) -> str:
    """The sheet for the service counter."""
    return f"{INNOVATIONS}{slug}/poster/"


def picture(slug: str, name: str) -> str:
    """A published picture: always a JPEG, whatever was handed in."""
    stem, _, kind = name.rpartition(".")
    return f"{INNOVATIONS}{slug}/gambar/{stem}-{kind.lower()}.jpg"


def agency(slug: str) -> str:
    """The page of an agency."""
    return f"{AGENCIES}{slug}/"


def facet(name: str, slug: str = "") -> str:
    """A facet's index (`urusan/`) or one of its words (`urusan/kesehatan/`)."""
    return f"{name}/{slug}/" if slug else f"{name}/"


def compliance(year: int) -> str:
    """The index of one year."""
    return f"{COMPLIANCE}{year}/"


def page(base: str, number: int) -> str:
    """Page `number` (from 1) of a list; numbered pages may come and go."""
    return base if number == 1 else f"{base}halaman/{number}/"


def feed(base: str) -> str:
    """The Atom feed that belongs to a list page."""
    return f"{base}{FEED}"


def innovation_data(slug: str) -> str:
    """The JSON twin of an innovation's page."""
    return f"{DATA}inovasi/{slug}.json"
