"""The public addresses, relative to the site's root. An address once published answers for ever."""

from typing import Final

HOME: Final = ""
INNOVATIONS: Final = "inovasi/"
AGENCIES: Final = "perangkat-daerah/"
COMPLIANCE: Final = "kepatuhan/"
#: How the index went; its tables lie beside it, as `riwayat.csv` and `riwayat.json`.
COURSE: Final = "kepatuhan/riwayat/"
#: Who waits for whom.
ESCORT: Final = "pendampingan/"
#: What the leadership takes into a meeting; its PDF lies beside it.
BRIEF: Final = "ringkasan/"
#: Who seeks whom.
CALLS: Final = "cari-mitra/"
RIGHTS: Final = "kekayaan-intelektual/"
BRIEF_PDF: Final = "ringkasan/ringkasan.pdf"
#: Corrections of closed years, and what agencies replied.
CORRECTIONS: Final = "kepatuhan/koreksi/"
CHANGES: Final = "perubahan/"
#: What the national index asks for, and what of it is on record.
NATIONAL_INDEX: Final = "kelengkapan/"
STATISTICS: Final = "statistik/"
CONTRIBUTE: Final = "kontribusi/"
GUIDE: Final = "kontribusi/panduan/"
FORM: Final = "kontribusi/formulir/"
#: What became of each hand-in.
STATUS: Final = "kontribusi/status/"
#: What the form is made of; see `generator.publishing.exports.form_data`.
FORM_DATA: Final = "kontribusi/formulir/isian.json"
FORM_ADDRESSES: Final = "kontribusi/formulir/alamat/"
FORM_NAMES: Final = "kontribusi/formulir/nama.json"
FORM_BLANK: Final = "kontribusi/formulir/isian-kosong.yml"
#: Empty tables to fill in; `katalog import` reads them.
TEMPLATE_CSV: Final = "kontribusi/templat.csv"
TEMPLATE_XLSX: Final = "kontribusi/templat.xlsx"
ABOUT: Final = "tentang/"
METHOD: Final = "tentang/metode/"
#: The part of every page that takes a report of what is wrong on it.
REPORT: Final = "#lapor"
DATA: Final = "data/"
SCHEMA: Final = "data/skema.json"
#: The open tables as workbooks: all innovations, and the duty with its history.
INNOVATIONS_BOOK: Final = "data/inovasi.xlsx"
COMPLIANCE_BOOK: Final = "data/kepatuhan.xlsx"
#: What the open tables are, in the words of two standards: Frictionless Data Package, and DCAT for data portals.
DATA_PACKAGE: Final = "data/datapackage.json"
DATA_CATALOGUE: Final = "data/katalog.jsonld"
FEED: Final = "feed.xml"
MANIFEST: Final = "manifest.webmanifest"
ICON: Final = "assets/ikon.svg"
STYLE: Final = "assets/gaya.css"
#: The face of headings, a cut of Plus Jakarta Sans, which travels with its licence.
FACE: Final = ("assets/judul-700.woff2", "assets/judul-700.LICENSE.txt")
#: The card of every page whose kind has none of its own, and the kinds that have one.
CARD: Final = "kartu.png"
CARDED: Final = (INNOVATIONS, AGENCIES, COMPLIANCE, "urusan/", "kecamatan/", STATISTICS, CONTRIBUTE, DATA, ABOUT)
SEARCH: Final = "cari/"
FILTERS: Final = "cari/saring.json"
#: What the page of the form asks for while it is still being read, so that its parts do not come one after another.
FORM_SCRIPTS: Final = ("assets/form.js", "assets/controls.js")
#: What pages load: one style sheet, one icon, and scripts that only the first of them fetches.
SCRIPTS: Final = *FORM_SCRIPTS, *(
    f"assets/{name}.js"
    for name in (
        "boot", "status", "search_box", "filter", "results", "roots", "search",
        "entry", "values", "personal", "looking_over", "shrinking", "doubles", "import_file", "vendor-yaml",
    )
)  # fmt: skip


def innovation(slug: str) -> str:
    """The page of an innovation."""
    return f"{INNOVATIONS}{slug}/"


def poster(slug: str) -> str:
    """The sheet for the service counter."""
    return f"{INNOVATIONS}{slug}/poster/"


def copying_guide(slug: str) -> str:
    """What another agency has to know to do the same."""
    return f"{INNOVATIONS}{slug}/meniru/"


def completeness(slug: str) -> str:
    """What an innovation has on record for the national index, and which document is next."""
    return f"{INNOVATIONS}{slug}/kelengkapan/"


def picture(slug: str, name: str, kind: str) -> str:
    """A published picture of `kind` (`avif`, `jpg`), whatever was handed in."""
    stem, _, given = name.rpartition(".")
    return f"{INNOVATIONS}{slug}/gambar/{stem}-{given.lower()}.{kind}"


def search_entry(key: str) -> str:
    """An entry as a search result; see `generator.publishing.exports.search_index`."""
    return f"{SEARCH}isi/{key}.json"


def card(address: str) -> str:
    """The picture that is shown beside a shared link to a page that has its own."""
    return f"{address}{CARD}"


def card_of_kind(address: str) -> str:
    """The picture that is shown beside a link to any other page: that of its kind, else the site's."""
    return next((card(kind) for kind in CARDED if address.startswith(kind)), CARD)


def agency(slug: str) -> str:
    """The page of an agency."""
    return f"{AGENCIES}{slug}/"


def agency_report(slug: str) -> str:
    """An agency's report on one printed page."""
    return f"{AGENCIES}{slug}/rapor/"


def facet(name: str, slug: str = "") -> str:
    """A facet's index (`urusan/`) or one of its words (`urusan/kesehatan/`)."""
    return f"{name}/{slug}/" if slug else f"{name}/"


def compliance(year: int) -> str:
    """The index of one year."""
    return f"{COMPLIANCE}{year}/"


def compliance_kind(year: int, slug: str) -> str:
    """The index of one year for the agencies of one kind."""
    return f"{compliance(year)}jenis/{slug}/"


def compliance_district(year: int, slug: str) -> str:
    """The index of one year for a district's office and all that stand under it."""
    return f"{compliance(year)}kecamatan/{slug}/"


def page(base: str, number: int) -> str:
    """Page `number` (from 1) of a list; numbered pages may come and go."""
    return base if number == 1 else f"{base}halaman/{number}/"


def feed(base: str) -> str:
    """The Atom feed that belongs to a list page."""
    return f"{base}{FEED}"


def innovation_data(slug: str) -> str:
    """The JSON twin of an innovation's page."""
    return f"{DATA}inovasi/{slug}.json"


def agency_data(slug: str, kind: str) -> str:
    """The innovations of one agency as a table (`csv`, `xlsx`)."""
    return f"{DATA}{AGENCIES}{slug}.{kind}"
