"""What a page tells search engines is what it tells people, in types that say no more than the catalogue knows."""

import datetime as dt
import json

import pytest
import yaml
from conftest import ENTRY, SETTINGS, TODAY, made, tree

from generator import checking
from generator.settings import Edition, FileDates, Settings

PATH = "innovations/dinkes/posyandu-malam.yml"
URL = f"{SETTINGS.site}inovasi/posyandu-malam/"


def structured(built, address="inovasi/posyandu-malam/"):
    """The JSON-LD in the front matter of a page, None if it has none."""
    front = built[f"{address}index.md"].decode().split("---\n")[1]
    lines = [line.removeprefix("structured: ") for line in front.splitlines() if line.startswith("structured: ")]
    return json.loads(lines[0]) if lines else None


def entry(**changes):
    return {PATH: yaml.safe_dump({**yaml.safe_load(ENTRY), **changes}, allow_unicode=True)}


def entity(project, **changes):
    return structured(tree(project(entry(**changes))))["mainEntity"]


def test_the_page_says_what_it_is_from_when_and_under_which_licence(project):
    root = project()
    came, changed = (dt.datetime(2026, month, 1, 10, 30, tzinfo=dt.UTC) for month in (5, 7))
    edition = Edition(TODAY, TODAY, "0" * 40, {PATH: FileDates(came, changed)})
    page = structured(made(root, checking.check(root, TODAY), SETTINGS, edition))
    crumbs = page.pop("breadcrumb")
    del page["mainEntity"]
    assert page == {
        "@context": "https://schema.org",
        "@type": "WebPage",
        "url": URL,
        "name": "Posyandu Malam",
        "inLanguage": "id",
        "isPartOf": {"@type": "WebSite", "name": SETTINGS.name, "url": SETTINGS.site},
        "publisher": {"@type": "Organization", "name": SETTINGS.operator},
        "license": "https://creativecommons.org/licenses/by/4.0/",
        "image": f"{URL}kartu.png",
        "datePublished": "2026-05-01T10:30:00+00:00",
        "dateModified": "2026-07-01T10:30:00+00:00",
    }
    assert [(step["position"], step["name"], step["item"]) for step in crumbs["itemListElement"]] == [
        (1, "Beranda", SETTINGS.site),
        (2, "Inovasi", f"{SETTINGS.site}inovasi/"),
        (3, "Posyandu Malam", URL),
    ]


def test_a_day_that_git_does_not_know_is_not_made_up(project):
    assert not {"datePublished", "dateModified"} & structured(tree(project())).keys()


def test_a_running_public_service_names_who_provides_it_and_for_whom(project):
    found = entity(project, lokasi={"kecamatan": ["utara", "selatan"]})
    region = {"@type": "AdministrativeArea", "name": SETTINGS.region}
    assert found == {
        "@type": "GovernmentService",
        "url": URL,
        "name": "Posyandu Malam",
        "description": yaml.safe_load(ENTRY)["ringkasan"],
        "serviceType": "Kesehatan",
        "provider": {
            "@type": "GovernmentOrganization",
            "name": "Dinas Kesehatan",
            "url": f"{SETTINGS.site}perangkat-daerah/dinkes/",
            "parentOrganization": {"@type": "GovernmentOrganization", "name": SETTINGS.government},
        },
        "areaServed": [
            {"@type": "AdministrativeArea", "name": f"Kecamatan {name}", "containedInPlace": region}
            for name in ("Utara", "Selatan")
        ],
    }


@pytest.mark.parametrize("place", [None, {"seluruh_wilayah": True}, {"tempat": "Balai"}])
def test_without_districts_the_region_is_served(project, place):
    found = entity(project, **({"lokasi": place} if place else {}))
    assert found["areaServed"] == {"@type": "AdministrativeArea", "name": SETTINGS.region}


STARTED = {"peristiwa": "penerapan", "tanggal": "2025-01"}


@pytest.mark.parametrize(
    ("form", "events", "kind"),
    [
        ("pelayanan-publik", [STARTED], "GovernmentService"),
        ("tata-kelola", [STARTED], "Service"),
        ("lainnya", [{"peristiwa": "uji-coba", "tanggal": "2025"}], "Service"),
        ("pelayanan-publik", [{"peristiwa": "dilaporkan", "tanggal": "2025"}], "GovernmentService"),
        ("pelayanan-publik", [{"peristiwa": "inisiatif", "tanggal": "2025"}], "Thing"),
        ("pelayanan-publik", [STARTED, {"peristiwa": "selesai", "tanggal": "2026-02"}], "Thing"),
        ("tata-kelola", [STARTED, {"peristiwa": "dihentikan", "tanggal": "2026-02", "alasan": "Digabung."}], "Thing"),
    ],
)
def test_only_what_runs_is_called_a_service(project, form, events, kind):
    found = entity(project, bentuk=form, riwayat=events)
    assert found["@type"] == kind
    assert ("provider" in found) == ("areaServed" in found) == (kind != "Thing")
    assert found["name"] == "Posyandu Malam"


def test_other_pages_and_a_site_without_address_carry_none(project):
    built = tree(project())
    pages = [path.removesuffix("index.md") for path in built if path.endswith("index.md")]
    assert [page for page in pages if structured(built, page)] == ["inovasi/posyandu-malam/"]
    unknown = Settings(name="Katalog", region="Kabupaten", government="Pemerintah", operator="Pengelola")
    assert structured(tree(project(), settings=unknown)) is None
