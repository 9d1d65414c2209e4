"""What a page says of an innovation to search engines: schema.org as JSON-LD, the same facts as in its text.

The page is a WebPage, and the innovation its main entity. One that is running serves somebody, so it is
a Service, and a GovernmentService if its form is public service: there government serves people. One
that is only an idea or has ended is offered to nobody; schema.org has no type for it, hence Thing.
"""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from generator import addresses
from generator.catalogue.catalogue import ENDINGS, Innovation
from generator.catalogue.registry import ended
from generator.publishing.view import View
from generator.schema.registry import Agency
from generator.settings import LICENCE_ADDRESS, Settings

#: Words of `registry/taxonomy.yml`.
_IDEA: Final = "inisiatif"
PUBLIC_SERVICE: Final = "pelayanan-publik"
Node = Mapping[str, Any]


def innovation_page(innovation: Innovation, trail: Sequence[tuple[str, str]], view: View) -> Node:
    """The JSON-LD of an innovation's page; empty while the site's address, which names everything, is not known.

    Empty too if it is withdrawn. `trail` holds label and address of the pages above it.
    """
    settings, dates = view.settings, view.publications[innovation.slug]
    if not settings.site or not innovation.listed:
        return {}
    url = settings.absolute(addresses.innovation(innovation.slug))
    page = {
        "@context": "https://schema.org",
        "@type": "WebPage",
        "url": url,
        "name": innovation.entry.name,
        "inLanguage": "id",
        "isPartOf": {"@type": "WebSite", "name": settings.name, "url": settings.site},
        "publisher": {"@type": "Organization", "name": settings.operator},
        "license": LICENCE_ADDRESS,
        "image": settings.absolute(addresses.card(addresses.innovation(innovation.slug))),
        "breadcrumb": _breadcrumb([*trail, (innovation.entry.name, addresses.innovation(innovation.slug))], settings),
        "mainEntity": {"url": url, **_entity(innovation, view)},
    }
    moments = {"datePublished": dates.published, "dateModified": dates.changed}
    return page | {name: moment.isoformat() for name, moment in moments.items() if moment}


def _breadcrumb(steps: Sequence[tuple[str, str]], settings: Settings) -> Node:
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": number, "name": label, "item": settings.absolute(address)}
            for number, (label, address) in enumerate(steps, 1)
        ],
    }


def _entity(innovation: Innovation, view: View) -> Node:
    """The innovation itself."""
    entry, settings = innovation.entry, view.settings
    node: dict[str, Any] = {"@type": "Thing", "name": entry.name, "description": entry.summary}
    if entry.others:
        node["alternateName"] = list(entry.others)
    if entry.pictures:
        files = [addresses.picture(innovation.slug, picture.file, "jpg") for picture in entry.pictures]
        node["image"] = [settings.absolute(file) for file in files]
    if innovation.stage.slug in (*ENDINGS, _IDEA):
        return node
    return node | {
        "@type": "GovernmentService" if innovation.sphere.slug == PUBLIC_SERVICE else "Service",
        "serviceType": innovation.affairs[0].label,
        **_provided(innovation.agency, view),
        "areaServed": _areas(innovation, settings.region),
    }


def _provided(agency: Agency, view: View) -> Node:
    """By its agency; after that has ended by those that stand today and go on with its work, else by nobody known."""
    day = view.edition.as_of
    standing = view.catalogue.registry.heirs(agency, day) if ended(agency, day) else (agency,)
    nodes = [_provider(one, view.settings) for one in standing]
    return {"provider": nodes[0] if len(nodes) == 1 else nodes} if nodes else {}


def _provider(agency: Agency, settings: Settings) -> Node:
    return {
        "@type": "GovernmentOrganization",
        "name": agency.name,
        "url": settings.absolute(addresses.agency(agency.slug)),
        "parentOrganization": {"@type": "GovernmentOrganization", "name": settings.government},
    }


def _areas(innovation: Innovation, region: str) -> Node | list[Node]:
    """The districts that the entry names, else the region that its agency serves."""
    whole = {"@type": "AdministrativeArea", "name": region}
    if innovation.everywhere or not innovation.districts:
        return whole
    return [
        {"@type": "AdministrativeArea", "name": f"Kecamatan {district.label}", "containedInPlace": whole}
        for district in innovation.districts
    ]
