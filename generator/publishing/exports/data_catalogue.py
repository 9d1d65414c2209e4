"""`/data/katalog.jsonld`: the open data in the words of DCAT, as data portals (CKAN) harvest them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from generator import addresses
from generator.publishing.completeness_table import COMPLETENESS
from generator.publishing.exports import Build, Files
from generator.publishing.exports.csvw import json_text
from generator.publishing.reader_table import READERS
from generator.publishing.tables import AGENCIES, COMPLIANCE, COURSE, INNOVATIONS, files_of
from generator.publishing.view import View
from generator.settings import LICENCE_ADDRESS, Settings
from generator.table import Table

_CONTEXT: Final = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
#: Ending of a file -> what portals call its format, and its media type.
_FORMATS: Final[Mapping[str, tuple[str, str]]] = {
    "csv": ("CSV", "text/csv"),
    "json": ("JSON", "application/json"),
    "xlsx": ("XLSX", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
}
_LANGUAGE: Final = "http://publications.europa.eu/resource/authority/language/IND"


@dataclass(frozen=True, slots=True)
class _Dataset:
    """One set of data: its table, what it is, what it is found by, and its files for people."""

    table: Table
    title: str
    description: str
    keywords: tuple[str, ...]
    read: tuple[str, ...] = ()

    @property
    def base(self) -> str:
        """The address of its files for programs, without an ending."""
        return files_of(self.table)

    @property
    def files(self) -> tuple[tuple[str, str], ...]:
        """Each file with what sort of reader it suits."""
        programs = ((f"{self.base}.{kind}", "untuk program") for kind in ("csv", "json"))
        return *programs, *((path, "untuk dibaca") for path in self.read)


_DATASETS: Final = (
    _Dataset(
        INNOVATIONS,
        "Inovasi daerah",
        "Setiap inovasi dalam katalog: nama, ringkasan, perangkat daerah, bentuk, urusan, tahapan, tempat, dan sumber.",
        ("inovasi daerah", "pelayanan publik"),
        (f"{files_of(READERS)}.csv", addresses.INNOVATIONS_BOOK),
    ),
    _Dataset(
        AGENCIES,
        "Perangkat daerah",
        "Perangkat daerah dalam daftar katalog, dengan nama, jenis, masa berlaku, dan jumlah inovasinya.",
        ("perangkat daerah",),
    ),
    _Dataset(
        COMPLIANCE,
        "Kepatuhan kewajiban berinovasi",
        "Status setiap perangkat daerah menurut kewajiban berinovasi, tahun demi tahun, dengan alasannya.",
        ("kepatuhan", "inovasi daerah"),
        (addresses.COMPLIANCE_BOOK,),
    ),
    _Dataset(
        COURSE,
        "Riwayat kepatuhan kewajiban berinovasi",
        "Jumlah perangkat daerah yang memenuhi pada akhir setiap bulan, menurut catatan sekarang.",
        ("kepatuhan", "inovasi daerah"),
    ),
    _Dataset(
        COMPLETENESS,
        "Kelengkapan untuk indeks nasional",
        "Indikator indeks nasional yang sudah diisi dan berbukti di katalog, inovasi demi inovasi; penilaian mandiri.",
        ("indeks inovasi daerah", "kelengkapan data"),
    ),
)


def files(build: Build) -> Files:
    """The one file."""
    yield addresses.DATA_CATALOGUE, json_text(_catalogue(build.view))


def _catalogue(view: View) -> Mapping[str, Any]:
    settings = view.settings
    day = {"@value": view.edition.as_of.isoformat(), "@type": "xsd:date"}
    publisher = {"@type": "foaf:Organization", "foaf:name": settings.operator}
    common = {
        "dct:publisher": publisher,
        "dct:license": {"@id": LICENCE_ADDRESS},
        "dct:modified": day,
        "dct:language": {"@id": _LANGUAGE},
        "dct:spatial": {"@type": "dct:Location", "rdfs:label": settings.region},
    }
    return {
        "@context": _CONTEXT,
        "@id": _place(settings, addresses.DATA_CATALOGUE),
        "@type": "dcat:Catalog",
        "dct:title": settings.name,
        "dct:description": f"Data terbuka {settings.name}.",
        **({"foaf:homepage": {"@id": settings.site}} if settings.site else {}),
        **common,
        "dcat:dataset": [_dataset(one, view, common) for one in _DATASETS],
    }


def _dataset(one: _Dataset, view: View, common: Mapping[str, Any]) -> Mapping[str, Any]:
    settings = view.settings
    # A fragment of the data page: an address of its own that a reader can open.
    page = _place(settings, f"{addresses.DATA}#{one.base.rpartition('/')[2]}")
    return {
        "@id": page,
        "@type": "dcat:Dataset",
        "dct:identifier": one.base.rpartition("/")[2],
        "dct:title": f"{one.title}, {settings.region}",
        "dct:description": one.description,
        "dcat:keyword": list(one.keywords),
        "dcat:landingPage": {"@id": page},
        **common,
        **_contact(settings),
        "dcat:distribution": [_distribution(path, suits, one, view) for path, suits in one.files],
    }


def _distribution(path: str, suits: str, one: _Dataset, view: View) -> Mapping[str, Any]:
    name, media = _FORMATS[path.rpartition(".")[2]]
    address = {"@id": _place(view.settings, path)}
    return {
        **address,
        "@type": "dcat:Distribution",
        "dct:title": f"{one.title}: {name} {suits}",
        "dcat:accessURL": address,
        "dcat:downloadURL": address,
        "dcat:mediaType": media,
        "dct:format": name,
        "dct:license": {"@id": LICENCE_ADDRESS},
        "dct:modified": {"@value": view.edition.as_of.isoformat(), "@type": "xsd:date"},
    }


def _contact(settings: Settings) -> Mapping[str, Any]:
    """Whom to ask about the data: the maintainers' office and mail, as far as they are known."""
    helpline = settings.helpline
    if not (helpline.office or helpline.mail):
        return {}
    mail = {"vcard:hasEmail": {"@id": f"mailto:{helpline.mail}"}} if helpline.mail else {}
    name = helpline.office or settings.operator
    return {"dcat:contactPoint": {"@type": "vcard:Organization", "vcard:fn": name, **mail}}


def _place(settings: Settings, address: str) -> str:
    """The whole address where the site's is known, else the way to it from this file."""
    return settings.absolute(address) or (
        address.removeprefix(addresses.DATA) if address.startswith(addresses.DATA) else f"../{address}"
    )
