"""Where an address leads that a published file mentions."""

import posixpath
import re
from functools import lru_cache
from typing import Final
from urllib.parse import unquote, urlsplit

#: What nearly all addresses are: some steps up, then folders.
_STEPS = re.compile(r"((?:\.\./)*)[\w/-]*\Z", re.ASCII)
#: What browsers drop from an address, or read as another sign.
_ODD = re.compile(r"[\x00-\x20\x7f\\]")
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):|//", re.IGNORECASE)
#: Where a link of this site may lead outside of it.
OUTWARD: Final = ("http", "https", "mailto", "tel")


def target(path: str, reference: str, site: str) -> str:
    """The file (with `#part`) of this site to which `reference` leads if read in `path`, "" if it leads outside.

    `site` is the site's address. Raises ValueError, with the reason, if no link may be like that.
    """
    above = _above(path)
    if reference and reference[0] != "/" and (steps := _STEPS.match(reference)) and steps.end(1) < 3 * len(above):
        file = above[steps.end(1) // 3] + reference[steps.end(1) :]
        return f"{file}index.html" if not file or file[-1] == "/" else file
    if _ODD.search(reference):
        raise ValueError("memuat spasi, garis miring terbalik, atau karakter kendali")
    address, mark, part = reference.partition("#")
    address = address.partition("?")[0]
    if site and address.startswith(site):
        file = address[len(site) :]
    elif outward := _SCHEME.match(address):
        if (outward[1] or "").lower() not in OUTWARD:
            raise ValueError("bukan alamat web, surel, atau telepon")
        return ""
    else:
        file = _inside(address, path, site)
    file = f"{file}index.html" if not file or file.endswith("/") else file
    return unquote(f"{file}{mark}{part}" if part else file)


@lru_cache(1024)
def _above(path: str) -> tuple[str, ...]:
    """The folder of `path`, the one above it, and so on to the site's own, each with its closing slash."""
    parts = path.split("/")[:-1]
    return tuple("".join(f"{part}/" for part in parts[:count]) for count in range(len(parts), -1, -1))


def _inside(address: str, path: str, site: str) -> str:
    """A relative address, or one from the root of the host, as a path of this site."""
    if not address:
        return path
    base = urlsplit(site).path or "/"
    if address.startswith("/") and not address.startswith(base):
        raise ValueError("berada di luar situs ini")
    joined = address[len(base) :] if address.startswith("/") else _above(path)[0] + address
    plain = posixpath.normpath(joined)
    if plain.startswith(".."):
        raise ValueError("berada di luar situs ini")
    closed = joined.endswith(("/", "/.", "/..")) or plain == "."
    return f"{plain}/".removeprefix("./") if closed else plain
