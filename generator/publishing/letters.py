"""One printable letter for each agency: what the catalogue says of it, what is missing, and where to send that."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from generator import addresses
from generator.aid import aid_of
from generator.catalogue.catalogue import Innovation
from generator.compliance.index import in_force
from generator.compliance.wording import listed, reason, status_word
from generator.publishing.deeds import deeds
from generator.publishing.render import Renderer
from generator.publishing.view import Shortened, View, shortened
from generator.schema.registry import Agency

_MOST: Final = 12
_DEEDS: Final = 5
_CONTACT: Final = (
    ("kantor", "office"), ("alamat", "address"), ("telepon", "phone"), ("surel", "mail"), ("laman", "page"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Letter:
    """What one agency is told; `form` is the public address of its form, "" while the site's own is not known."""

    agency: Agency
    standing: str
    innovations: Shortened
    missing: Sequence[str]
    deeds: Sequence[str]
    form: str


def letters(root: Path, view: View, agencies: Sequence[Agency]) -> str:
    """The letters as one page of HTML that stands by itself; each begins on a new sheet of paper."""
    told = [_letter(view, agency) for agency in agencies if in_force(agency, view.edition.as_of)]
    return Renderer(root, view, aid_of(root)).text("surat.html.j2", address="", surat=told)


def _letter(view: View, agency: Agency) -> Letter:
    own = sorted(view.catalogue.by_agency[agency.slug], key=lambda one: one.entry.name.casefold())
    verdict = view.current.of(agency.slug) if view.current else None
    return Letter(
        agency=agency,
        standing=_standing(view, agency),
        innovations=shortened(own, _MOST),
        missing=list(_missing(agency, own)),
        deeds=[deed.words for deed in deeds(view, agency, own, verdict)][:_DEEDS],
        form=view.settings.absolute(f"{addresses.FORM}?pd={agency.slug}"),
    )


def _standing(view: View, agency: Agency) -> str:
    """How it stands this year, and why."""
    verdict = view.current.of(agency.slug) if view.current else None
    if view.current is None or verdict is None:
        return ""
    word = status_word(verdict.status, view.current).word.lower()
    return f"Tahun {view.current.year}: {word}. {reason(verdict, view.current, view.catalogue)}"


def _missing(agency: Agency, own: Sequence[Innovation]) -> Iterator[str]:
    if not agency.name_confirmed:
        yield f'Sumber yang memuat nama resmi kantor ini; di katalog tertulis "{agency.name}"'
    if agency.bound != "ya":
        yield "Keterangan bahwa kantor ini terikat kewajiban inovasi menurut naskah edaran"
    lacking = [label for label, name in _CONTACT if agency.contact is None or getattr(agency.contact, name) is None]
    if lacking:
        yield f"Kontak kantor: {listed(lacking)} (bukan nomor atau surel pribadi)"
    if not own:
        yield "Inovasi kantor ini: belum ada yang tercatat"
    unread = [one.entry.name for one in own if one.entry.checked is None]
    if unread:
        yield f"Pemeriksaan atas isian {listed(shortened(unread, _MOST).shown)}"
