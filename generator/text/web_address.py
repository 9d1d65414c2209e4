"""Which web addresses may become links: http(s) to a public host name, nothing that only looks like it."""

import ipaddress
import re
from collections.abc import Mapping
from typing import Final
from urllib.parse import urlsplit

#: Why an address is refused, in words; the form in the browser says the same.
CAUSES: Final[Mapping[str, str]] = {
    "tanda": "memuat spasi atau tanda yang tidak boleh ada di alamat",
    "susunan": "tidak dapat dibaca sebagai alamat",
    "awal": "tidak dimulai dengan https:// atau http://",
    "pengguna": "memuat nama pengguna (tanda @ sebelum nama situs)",
    "ip": "berupa alamat IP, bukan nama situs",
    "nama": "tidak memuat nama situs yang sah",
}

# Browsers read 0x7f.1 as an address too; .localhost is the reader's own machine.
_NO_HOST = re.compile(r"(?:[0-9]+|0x[0-9a-f]*|localhost|local|internal)\Z")
_HOST_LABEL = re.compile(r"(?!-)[a-z0-9-]{1,63}(?<!-)\Z")


def web_address_refusal(address: str) -> str | None:
    """Why `address` must not become a link, or None. Only http(s) to a public host name passes."""
    if any(not char.isprintable() or char.isspace() or char in '<>"\\`{}|^' for char in address):
        return CAUSES["tanda"]
    try:
        parts = urlsplit(address)
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        return CAUSES["susunan"]
    if parts.scheme not in ("http", "https"):
        return CAUSES["awal"]
    if "@" in parts.netloc:
        return CAUSES["pengguna"]
    if _is_ip(host):
        return CAUSES["ip"]
    labels = host.split(".")
    if len(labels) < 2 or _NO_HOST.match(labels[-1]) or not all(_HOST_LABEL.match(label) for label in labels):
        return CAUSES["nama"]
    return None


def _is_ip(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True
