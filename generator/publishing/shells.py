"""Pages poured into shells: MkDocs renders a few pages of each kind, and the others get the same frame.

What stands around the body of a page follows from its address and its head alone. A shell is what MkDocs made of a
page of marks, cut where the marks came out; two pages with other marks must give the same shell, and the first page of
each kind, which MkDocs rendered whole, must come out of it byte for byte. Where one of that fails, MkDocs renders every
page of the kind, and a warning says so.
"""

import logging
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from html import unescape
from typing import Final, NamedTuple
from urllib.parse import quote

from jinja2.utils import htmlsafe_json_dumps

from generator import addresses
from generator.publishing.render import Parts, links_from
from generator.text.safe_html import attribute

#: Address and Markdown of a page -> the whole page as HTML.
Render = Callable[[str, bytes], str]
#: What the shell does not print by itself: every page has a feed, and only the sitemap knows when it changed.
_ASIDE: Final = frozenset(("feed", "changed"))
_ANY: Final = "*"
#: A page so deep at a place that no menu names: from there all links of the shell begin at the site's root.
_NOWHERE: Final = "qz/qz/qz/qz/"
_LINK: Final = re.compile(rf'(?:href|src|action)="{re.escape("../" * _NOWHERE.count("/"))}([^"#?]*)')
_MARKS: Final = ("Satu", "Dua")
log = logging.getLogger("katalog")


class Kind(NamedTuple):
    """Pages with one shell, made of the same blocks. `address` has `*` for what no link of the shell goes through."""

    address: str
    head: tuple[str, ...]
    blocks: tuple[bool, ...] = ()


@dataclass(frozen=True, slots=True)
class Shell:
    """Text of the shell and names of slots by turns, text first and last."""

    pieces: tuple[str, ...]

    def around(self, parts: Parts) -> bytes:
        """The page, whole."""
        values = _values(parts)
        made = "".join(values[piece] if odd else piece for piece, odd in _by_turns(self.pieces))
        return made.encode(errors="xmlcharrefreplace")


class Shells:
    """Renders pages: by `engine` the first of each kind, the others by the shell of their kind.

    `frame` is the digest of all that decides what stands around a page, None where that is not known.
    """

    def __init__(self, engine: Render, frame: bytes | None = None) -> None:
        self._engine = engine
        self.frame = frame
        nowhere = _probe(Kind(_NOWHERE, ("title", "description")), "")
        self._led_through = _folders(_LINK.findall(engine(_NOWHERE, nowhere.markdown())))
        self._first: dict[Kind, tuple[Parts, bytes]] = {}
        self._made: dict[Kind, Shell | None] = {}

    def page(self, parts: Parts) -> bytes:
        """The whole page as HTML."""
        kind = self._kind(parts)
        if _ANY not in kind.address:
            return self._rendered(parts)
        if kind not in self._first:
            self._first[kind] = parts, self._rendered(parts)
            return self._first[kind][1]
        if kind not in self._made:
            self._made[kind] = self._shell(kind)
        shell = self._made[kind]
        return shell.around(parts) if shell else self._rendered(parts)

    def _kind(self, parts: Parts) -> Kind:
        folder, general = "", ""
        for name in parts.address.split("/")[:-1]:
            folder += f"{name}/"
            general += f"{name if folder in self._led_through else _ANY}/"
        told = tuple(key for key, value in parts.head.items() if value and key not in _ASIDE)
        return Kind(general, told, tuple(map(bool, (parts.crumbs, parts.title, parts.rest, parts.symbols))))

    def _shell(self, kind: Kind) -> Shell | None:
        one, other = (self._cut(_probe(kind, mark)) for mark in _MARKS)
        sample, whole = self._first[kind]
        if one == other and one.around(sample) == whole:
            return one
        why = "contohnya berbeda" if one == other else "bingkainya tidak selalu sama"
        log.warning("Halaman %s disusun satu per satu oleh MkDocs: %s.", kind.address, why)
        return None

    def _cut(self, probe: Parts) -> Shell:
        slots = {value: name for name, value in _values(probe).items() if value}
        longest_first = sorted(slots, key=len, reverse=True)
        pieces = re.split(f"({'|'.join(map(re.escape, longest_first))})", self._rendered(probe).decode())
        return Shell(tuple(slots[piece] if odd else piece for piece, odd in _by_turns(pieces)))

    def _rendered(self, parts: Parts) -> bytes:
        return self._engine(parts.address, parts.markdown()).encode(errors="xmlcharrefreplace")


def _by_turns(pieces: "list[str] | tuple[str, ...]") -> list[tuple[str, bool]]:
    return [(piece, number % 2 == 1) for number, piece in enumerate(pieces)]


def _folders(links: list[str]) -> frozenset[str]:
    """Each folder that one of `links` lies in or is."""
    return frozenset(link[: at + 1] for link in links for at, sign in enumerate(link) if sign == "/")


def _probe(kind: Kind, mark: str) -> Parts:
    """A page of marks: no two of its values are part of each other, and each looks different wherever it is escaped."""
    told = {
        "title": attribute(f'Judul "{mark}" qz'),
        "description": f"Keterangan {mark} qz",
        "image": f"gambar-{mark}-qz.png",
        "structured": {"qz": mark},
    }
    head = {key: told.get(key, True) for key in kind.head} | {"feed": f"umpan-{mark}-qz.xml"}
    return Parts(kind.address.replace(_ANY, f"qz{mark}"), head, "", "", f"<p>Isi {mark} qz</p>", "")


def _values(parts: Parts) -> Mapping[str, str]:
    """What comes into each slot of a shell, "" where the page has none."""
    head = parts.head
    structured = head.get("structured")
    return {
        "address": parts.address,
        "title": head["title"],
        "title in an address": quote(unescape(head["title"])),
        "description": head.get("description", ""),
        "image": head.get("image", ""),
        "feed": links_from(parts.address)(head.get("feed", addresses.FEED)),
        "structured": str(htmlsafe_json_dumps(structured, sort_keys=True)) if structured else "",
        "body": parts.html(),
    }
