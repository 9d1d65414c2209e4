"""Messages ready to be sent, to the maintainers or an office, and the ways by which each can go."""

import html
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final, NamedTuple
from urllib.parse import quote, urlencode, urlsplit

from generator.dates import spoken
from generator.publishing.desks import Desk
from generator.settings import Edition, Settings
from generator.text.readings import digits_of

#: What stands for a page's name and is left as it is by any encoding.
HERE: Final = "HALAMAN-INI"
_REPORT: Final = """Laporan kesalahan
Halaman: {page}
Data per {day}

Yang keliru (hapus yang bukan):
1. Keterangannya salah.
2. Layanannya berubah atau sudah berhenti.
3. Memuat data pribadi (jangan tulis datanya di sini).

Yang benar, dan sumbernya:
"""
_QUESTION: Final = """Tanya tentang layanan
Halaman: {page}

Yang ingin saya tanyakan:
"""
#: What stands for the number of a hand-in until its sender, or a script, writes it; no encoding changes it.
NUMBER: Final = "NOMOR-ANDA"
_ABOUT: Final = """Tanya tentang kiriman {number}
Nomor kiriman: {number}

Yang ingin saya tanyakan:
"""
#: What the form in the browser fills in: `{nomor}` and the like.
_HAND_IN: Final = """Kiriman isian katalog {nomor}
Inovasi: {nama}
Perangkat daerah: {perangkat_daerah}
Nomor kiriman: {nomor}{sebelumnya}

Berkas {berkas} saya lampirkan.
"""


class Way(NamedTuple):
    """A way by which a message goes: what its button says, and an address that opens it with the message."""

    words: str
    address: str


@dataclass(frozen=True, slots=True)
class Message:
    """A text to send, complete but for what only the sender knows, and the ways known for it, the best first.

    None but the last needs an account.
    """

    text: str
    ways: tuple[Way, ...]


def report(settings: Settings, edition: Edition, title: str, address: str) -> Message:
    """That something is wrong on a page: its `title` (as HTML has it) and full `address`, "" if that is not known."""
    page = _page(html.unescape(title), address)
    text = _REPORT.format(page=page, day=spoken(edition.as_of))
    return Message(text, (*maintainers(settings, text), *_public(settings, page)))


def report_form(settings: Settings, edition: Edition) -> dict[str, Any]:
    """A report on a page that is named later, by the shell of each page."""
    return to_fill_in(report(settings, edition, HERE, ""))


def to_fill_in(message: Message) -> dict[str, Any]:
    """`lines` and `ways` as plain data and as formats: a page's name comes in the place of `HERE`, as `halaman`."""

    def fmt(text: str) -> str:
        return text.replace("%", "%%").replace(HERE, "%(halaman)s")

    lines = message.text.strip("\n").split("\n")
    return {"lines": list(map(fmt, lines)), "ways": [[way.words, fmt(way.address)] for way in message.ways]}


def question(settings: Settings, desks: tuple[Desk, ...], name: str, address: str) -> Message:
    """A question about the service `name`: to its offices, else to the maintainers."""
    text = _QUESTION.format(page=_page(name, address))
    offices = tuple(way for desk in desks for way in _office(desk, text))
    return Message(text, offices or tuple(maintainers(settings, text)))


def hand_in(settings: Settings) -> list[Way]:
    """The ways by which a finished entry reaches the maintainers, with names in braces for the form to fill in."""
    return [way for way in maintainers(settings, _HAND_IN) if way.address != settings.report]


def about_hand_in(settings: Settings, number: str = NUMBER) -> Message:
    """A question about what was handed in under `number`: to the maintainers."""
    text = _ABOUT.format(number=number)
    return Message(text, tuple(maintainers(settings, text)))


def destination(settings: Settings) -> str:
    """Where a finished entry goes, in sentences that hold before the first question as well as at the end."""
    line = settings.helpline
    whom = ", ".join(part for part in (settings.operator, line.office) if part)
    if ways := hand_in(settings):
        hours = f" Jam layanan: {line.hours}." if line.hours else ""
        return f"Isian yang sudah jadi dikirim kepada {whom}, lewat {' atau '.join(way.words for way in ways)}.{hours}"
    if line.office:
        hours = f" ({line.hours})" if line.hours else ""
        return f"Isian yang sudah jadi diunduh sebagai satu berkas, lalu diserahkan kepada {whom}{hours}."
    host = urlsplit(settings.repository).hostname
    known = f" Dengan akun di {host}, isian itu dapat juga dikirim sendiri." if host else ""
    return (
        "Kantor yang menerima kiriman belum ditetapkan. Unduh isian yang sudah jadi, simpan berkasnya, dan titipkan "
        f"salinannya kepada bagian yang mengurus inovasi di perangkat daerah Anda.{known}"
    )


def table_destination(settings: Settings) -> str:
    """Where a table that is filled in goes; it is read away from the site, so that addresses are written out."""
    line = settings.helpline
    whom = ", ".join(part for part in (settings.operator, line.office) if part)
    ways = [f"{what} {address}" for what, address in (("WhatsApp", line.whatsapp), ("surel", line.mail)) if address]
    hours = f" Jam layanan: {line.hours}." if line.hours else ""
    if ways:
        return f"Kirim tabel yang sudah diisi kepada {whom}, lewat {' atau '.join(ways)}.{hours}"
    if line.office:
        return f"Serahkan tabel yang sudah diisi kepada {whom}.{hours}"
    return (
        "Kantor yang menerima tabel ini belum ditetapkan. Simpan tabel yang sudah diisi, dan titipkan salinannya "
        "kepada bagian yang mengurus inovasi di perangkat daerah Anda."
    )


def maintainers(settings: Settings, text: str) -> Iterator[Way]:
    """The ways by which `text` reaches the maintainers without an account; its first line is a mail's subject."""
    line = settings.helpline
    if line.whatsapp:
        yield _chat(line.whatsapp, text)
    if line.mail:
        yield _mail(line.mail, text)
    if settings.report:
        yield Way("Formulir laporan", settings.report)


def _office(desk: Desk, text: str) -> Iterator[Way]:
    phone = desk.contact and desk.contact.phone
    if phone and desk.mobile:
        yield _chat(phone, text)
    elif phone:
        yield Way(f"Telepon {phone}", f"tel:{digits_of(phone)}")
    if desk.contact and desk.contact.mail:
        yield _mail(desk.contact.mail, text)


def _public(settings: Settings, page: str) -> Iterator[Way]:
    """The form of the repository, which everybody can read."""
    if settings.repository:
        asked = urlencode({"template": "laporan.yml", "halaman": page})
        yield Way("Laporan terbuka (perlu akun)", f"{settings.repository}issues/new?{asked}")


def _page(title: str, address: str) -> str:
    return f"{title}, {address}" if address else title


def _chat(number: str, text: str) -> Way:
    digits = digits_of(number)
    international = f"62{digits[1:]}" if digits.startswith("0") else digits
    return Way("WhatsApp", f"https://wa.me/{international}?text={quote(text)}")


def _mail(address: str, text: str) -> Way:
    """Lines end as mail wants it (RFC 6068, 5)."""
    subject, body = text.split("\n", 1)[0], text.replace("\n", "\r\n")
    return Way("Surel", f"mailto:{address}?subject={quote(subject)}&body={quote(body)}")
