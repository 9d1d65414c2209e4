"""Asks one address whether it opens: only public hosts, few bytes, no redirect to where a link may not lead."""

import ipaddress
import json
import socket
import urllib.error
import urllib.request
from http.client import HTTPException
from typing import Any, Final
from urllib.parse import quote, urlsplit

from generator.reviewing.link_round import Sighted
from generator.text.web_address import web_address_refusal

_SECONDS: Final = 20
#: Answers that mean that there is no such page. Any other refusal may be meant for programs alone.
_GONE: Final = frozenset((404, 410))
#: Answers after which the page is asked for as a reader would.
_NO_HEAD: Final = frozenset((400, 403, 405, 501))
_AGENT: Final = "KatalogInovasi/1 (pemeriksaan tautan mingguan)"
_ARCHIVE: Final = "https://archive.org/wayback/available?url="
_MOST_BYTES: Final = 65_536


class _Redirects(urllib.request.HTTPRedirectHandler):
    """Follows to public addresses alone."""

    def redirect_request(  # noqa: PLR0913, PLR0917 - as the library calls it
        self, req: Any, fp: Any, code: int, msg: str, headers: Any, newurl: str
    ) -> Any:
        if not is_public(newurl):
            raise urllib.error.URLError("pengalihan")
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def look(url: str) -> Sighted:
    """What the address answers."""
    if not is_public(url):
        return Sighted("tidak-terbuka", "tidak ada situsnya")
    sighted = _asked(url, "HEAD")
    return _asked(url, "GET") if sighted.answer in map(str, _NO_HEAD) else sighted


def is_public(url: str) -> bool:
    """Whether it may be asked: an address that a link may have, and every machine behind it a public one."""
    if web_address_refusal(url):
        return False
    try:
        found = socket.getaddrinfo(urlsplit(url).hostname, None, proto=socket.IPPROTO_TCP)
    except (OSError, UnicodeError):
        return False
    return bool(found) and all(ipaddress.ip_address(row[4][0]).is_global for row in found)


def archived(url: str) -> str | None:
    """The newest copy in a public archive, None if it has none or does not answer."""
    try:
        with _open(f"{_ARCHIVE}{quote(url, safe='')}", "GET") as answer:
            told = json.loads(answer.read(_MOST_BYTES))
        copy = str(told["archived_snapshots"]["closest"]["url"]).replace("http://", "https://", 1)
    except (OSError, HTTPException, ValueError, KeyError, TypeError):
        return None
    return copy if not web_address_refusal(copy) else None


def _asked(url: str, method: str) -> Sighted:
    try:
        with _open(url, method) as answer:
            return Sighted("terbuka", str(answer.status))
    except urllib.error.HTTPError as refused:
        return Sighted("tidak-terbuka" if refused.code in _GONE else "tidak-pasti", str(refused.code))
    except (OSError, HTTPException, ValueError):
        return Sighted("tidak-pasti", "tidak menjawab")


def _open(url: str, method: str) -> Any:
    request = urllib.request.Request(url, method=method, headers={"User-Agent": _AGENT, "Range": "bytes=0-1023"})  # noqa: S310 - http(s) alone, see is_public
    return urllib.request.build_opener(_Redirects).open(request, timeout=_SECONDS)
