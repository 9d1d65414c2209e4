"""Whom to ask: the office of an innovation or its agency; where that has ended, of those that go on with its work."""

from dataclasses import dataclass

from generator import addresses
from generator.catalogue.catalogue import Innovation
from generator.catalogue.registry import ended
from generator.compliance.wording import listed
from generator.dates import spoken
from generator.publishing.view import View, time_words
from generator.schema.entry import Contact
from generator.schema.registry import Agency, Office
from generator.text.personal_data import find


@dataclass(frozen=True, slots=True)
class Desk:
    """An office: its name, how to reach it as far as that is known, the page that tells more of it ("" if none does).

    `former` is an office that the entry of an agency that has ended names: it may have moved or closed since.
    """

    name: str
    contact: Contact | Office | None
    address: str = ""
    hours: str = ""
    former: bool = False

    @property
    def mobile(self) -> bool:
        """Whether its phone is a mobile marked as a number for service."""
        return isinstance(self.contact, Contact) and self.contact.service and any(find(self.contact.phone or ""))

    @property
    def reachable(self) -> bool:
        """Whether anybody could go there, call or write."""
        return self.contact is not None and any((self.contact.address, self.contact.phone, self.contact.mail))


def desks_of(innovation: Innovation, view: View) -> tuple[Desk, ...]:
    """Whom to ask about an innovation: the office in its entry, else its agency's; of an ended agency its heirs'."""
    own, agency = innovation.entry.contact, innovation.agency
    gone = ended(agency, view.edition.as_of)
    instead = successors_desks(agency, view)
    if own:
        return *instead, Desk(own.office, own, hours=own.hours or "", former=gone)
    if gone:
        return instead
    return (Desk((agency.contact and agency.contact.office) or agency.name, agency.contact),)


def successors_desks(agency: Agency, view: View) -> tuple[Desk, ...]:
    """Those that stand today and go on with what an agency did that has ended; none if it stands itself."""
    heirs = view.catalogue.registry.heirs(agency, view.edition.as_of)
    return tuple(Desk(_named(heir), heir.contact, addresses.agency(heir.slug)) for heir in heirs)


def nobody_stands(agency: Agency, view: View) -> str:
    """That an agency has ended and nobody goes on with its work today, and who will; "" if there is somebody to ask."""
    registry, day = view.catalogue.registry, view.edition.as_of
    if not agency.until or not ended(agency, day) or registry.heirs(agency, day):
        return ""
    coming = [f"{heir.name} ({time_words(heir, day)})" for heir in registry.coming_heirs(agency, day)]
    follows = (
        f"Yang akan meneruskannya: {listed(coming)}."
        if coming
        else f"Siapa yang {'kini ' if agency.successors else ''}meneruskannya tidak tercatat di katalog."
    )
    return f"{agency.name} berakhir {spoken(agency.until)}. {follows}"


def _named(agency: Agency) -> str:
    office = agency.contact and agency.contact.office
    return f"{agency.name}, {office}" if office and agency.name not in office else office or agency.name
