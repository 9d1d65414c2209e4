"""Which web addresses may become links: http(s) to a public host name, nothing that only looks like it."""

import ipaddress
import re
from urllib.parse import urlsplit

# Browsers read 0x7f.1 as an address too; .localhost is the reader's own machine.
_NO_HOST = re.compile(r"(?:[0-9]+|0x[0-9a-f]*|localhost|local|internal)\Z")
_HOST_LABEL = re.compile(r"(?!-)[a-z0-9-]{1,63}(?<!-)\Z")


def web_address_fault(address: str) -> str | None:
    """Why `address` must not become a link, or None. Only http(s) to a public host name passes."""
    if any(not char.isprintable() or char.isspace() or char in '<>"\\`{}|^' for char in address):
        return "memuat spasi atau tanda yang tidak boleh ada di alamat"
    try:
        parts = urlsplit(address)
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        return "tidak dapat dibaca sebagai alamat"
    if parts.scheme not in ("http", "https"):
        return "tidak dimulai dengan https:// atau http://"
    if "@" in parts.netloc:
        return "memuat nama pengguna (tanda @ sebelum nama situs)"
    if _is_ip(host):
        return "berupa alamat IP, bukan nama situs"
    labels = host.split(".")
    if len(labels) < 2 or _NO_HOST.match(labels[-1]) or not all(_HOST_LABEL.match(label) for label in labels):
        return "tidak memuat nama situs yang sah"
    return None


def _is_ip(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True
