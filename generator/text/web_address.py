"""Which web addresses may become links: http(s) to a public host name, nothing that only looks like it."""

import ipaddress
import re
from collections.abc import Mapping
from typing import Final

#: Why an address is refused, in words; the form in the browser says the same.
CAUSES: Final[Mapping[str, str]] = {
    "tanda": "memuat spasi atau tanda yang tidak boleh ada di alamat",
    "susunan": "tidak dapat dibaca sebagai alamat",
    "awal": "tidak dimulai dengan https:// atau http://",
    "pengguna": "memuat nama pengguna (tanda @ sebelum nama situs)",
    "ip": "berupa alamat IP, bukan nama situs",
    "nama": "tidak memuat nama situs yang sah",
}

#: Signs that end or escape something where an address stands.
FORBIDDEN: Final = re.compile(r'[<>"\\`{}|^]')
#: The scheme, and what stands between `//` and the path; of this, behind a user's name, the host and the port.
PARTS: Final = re.compile(r"\A(?:([A-Za-z][A-Za-z0-9+.-]*):)?(?://([^/?#]*))?")
HOST: Final = re.compile(r"\A(\[[^\[\]]*\]|[^:\[\]]*)(?::([0-9]{0,5}))?\Z")
LAST_PORT: Final = 65_535
#: Browsers read 0x7f.1 as an address too; .localhost is the reader's own machine.
NO_HOST: Final = re.compile(r"\A(?:[0-9]+|0x[0-9a-f]*|localhost|local|internal)\Z")
HOST_LABEL: Final = re.compile(r"\A(?!-)[a-z0-9-]{1,63}(?<!-)\Z")


def web_address_refusal(address: str) -> str | None:
    """Why `address` must not become a link, or None. Only http(s) to a public host name passes."""
    if not address.isprintable() or FORBIDDEN.search(address) or any(map(str.isspace, address)):
        return CAUSES["tanda"]
    scheme, authority = _groups(PARTS, address)
    user, at, named = authority.rpartition("@")
    host, port = _groups(HOST, named)
    if (named and not host) or int(port or 0) > LAST_PORT:
        return CAUSES["susunan"]
    if scheme.lower() not in ("http", "https"):
        return CAUSES["awal"]
    if user or at:
        return CAUSES["pengguna"]
    if _is_ip(host):
        return CAUSES["ip"]
    labels = host.lower().split(".")
    if len(labels) < 2 or NO_HOST.match(labels[-1]) or not all(HOST_LABEL.match(label) for label in labels):
        return CAUSES["nama"]
    return None


def _groups(pattern: re.Pattern[str], text: str) -> tuple[str, str]:
    """The two parts of `text`; both empty where it has another form."""
    match = pattern.match(text)
    return (match[1] or "", match[2] or "") if match else ("", "")


def _is_ip(host: str) -> bool:
    try:
        ipaddress.IPv4Address(host)
    except ValueError:
        return host.startswith("[")
    return True
