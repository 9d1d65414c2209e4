"""Page -> Markdown bytes: front matter, one heading, one block of HTML that any engine leaves alone."""

import datetime as dt
import hashlib
import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markdown.extensions.toc import slugify  # type: ignore[import-untyped]

from generator import addresses, icons, layout
from generator.aid import Aid, Memory
from generator.catalogue.catalogue import Catalogue
from generator.catalogue.registry import begun, ended
from generator.compliance import headline, wording
from generator.compliance.index import ORDER, YearIndex
from generator.dates import spoken
from generator.national_index.eligibility import MET_WORDS
from generator.national_index.score import spelt
from generator.publishing.place_words import place_words
from generator.publishing.qr_code import qr_code
from generator.publishing.stage_words import dated_words, stage_words
from generator.publishing.view import Page, View, short_name, shortened, time_words
from generator.text import safe_html

#: More agencies than these are no picture any more.
_MOST_DOTS: Final = 120
#: The id of a heading that has no letter of ASCII, where it is the only one.
_NO_NAME: Final = "_1"
#: Where templates lie, and how their names end.
_FOLDERS: Final = ("pages", "partials", "theme")
_TEMPLATES: Final = frozenset((".j2", ".html", ".xml"))
_BLANK_LINES = re.compile(r"\n\s*\n")
#: Of the body of a page: the breadcrumb, the heading as plain text, the block and the icons.
Blocks = tuple[str, str, str, str]


@dataclass(frozen=True, slots=True)
class Parts:
    """A rendered page: what its head says, and of its body the breadcrumb, the heading, the block and the icons.

    `title` is the heading as plain text, "" if the block has it. The other parts are HTML without blank lines. By `key`
    it is found again, None where it is not kept.
    """

    address: str
    head: Mapping[str, Any]
    crumbs: str
    title: str
    rest: str
    symbols: str
    key: bytes | None = None

    def markdown(self) -> bytes:
        """Front matter, one heading, one block of HTML that any engine leaves alone."""
        head = "\n".join(f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in self.head.items())
        heading = f"# {safe_html.one_line(self.title)}" if self.title else ""
        parts = [f"---\n{head}\n---", self.crumbs, heading, self.rest, self.symbols]
        return ("\n\n".join(part for part in parts if part) + "\n").encode()

    def html(self) -> str:
        """What Python-Markdown makes of the body, without asking it."""
        title = " ".join(self.title.split())
        blocks = [
            f"{self.crumbs}\n" if self.crumbs else "",
            f'<h1 id="{slugify(title, "-") or _NO_NAME}">{safe_html.one_line(title)}</h1>' if title else "",
            f"{self.rest}\n" if self.symbols else self.rest,
            self.symbols,
        ]
        return "\n".join(block for block in blocks if block)


class _Beside:
    """What templates ask of the day and of the whole catalogue, beside what their page has: the latter is noted."""

    def __init__(self, view: View) -> None:
        self.view = view
        self.names_asked = False
        self.as_of, self.later_data = view.edition.as_of, view.edition.later_data

    @property
    def catalogue(self) -> Catalogue:
        """For the registry, and for names and addresses of entries; for nothing else of them."""
        self.names_asked = True
        return self.view.catalogue


def template_texts(root: Path) -> tuple[tuple[str, bytes], ...]:
    """Every template of the repository at `root`, the theme's too: its path and the digest of its text."""
    folders = (root / layout.TEMPLATES / name for name in _FOLDERS)
    found = sorted(path for folder in folders for path in folder.rglob("*") if path.suffix in _TEMPLATES)
    return tuple((path.relative_to(root).as_posix(), hashlib.sha256(path.read_bytes()).digest()) for path in found)


class _Kept:
    """The blocks of pages that the last builds rendered, by all that a page shows and by the templates."""

    def __init__(self, memory: Memory, beside: _Beside, root: Path) -> None:
        self._memory, self._beside = memory, beside
        view = beside.view
        self._same = memory.key(template_texts(root), view.settings, view.is_large, beside.as_of, beside.later_data)
        entries = view.catalogue.innovations.values()
        self._names = memory.key([(one.slug, one.entry.name, one.entry.aliases) for one in entries])

    def keys(self, page: Page) -> tuple[bytes, ...]:
        """By which what is made of `page` is kept: where no names are asked for, and where they are."""
        signature = self._memory.key(page, self._same)
        if signature is None or self._same is None or self._names is None:
            return ()
        return signature, hashlib.sha256(signature + self._names).digest()

    def blocks(self, page: Page, render: Callable[[Page], Blocks]) -> tuple[Blocks, bytes | None]:
        """Those of `page`, as they are kept or as `render` makes them, and by which key."""
        keys = self.keys(page)
        for key in keys:
            if (kept := self._memory.get(key)) is not None:
                crumbs, title, rest, symbols = json.loads(kept)
                return (crumbs, title, rest, symbols), key
        self._beside.names_asked = False
        made = render(page)
        found = keys[self._beside.names_asked] if keys else None
        self._memory.put(found, json.dumps(made, ensure_ascii=False).encode())
        return made, found


class Renderer:
    """The templates of `site_templates/`, every value escaped, every missing name an error."""

    def __init__(self, root: Path, view: View, aid: Aid | None = None) -> None:
        folders = [root / layout.TEMPLATES / name for name in _FOLDERS]
        beside, aid = _Beside(view), aid or Aid()
        self._way = links_from("")
        self._kept = _Kept(aid.memory, beside, root) if aid.memory else None
        self._environment = Environment(
            loader=FileSystemLoader(folders),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            optimized=False,
            bytecode_cache=aid.templates(),
        )
        self._environment.filters |= _filters(beside, view.edition.as_of)
        self._environment.globals |= {
            "href": self._href,
            "pengaturan": view.settings,
            "edisi": beside,
            "katalog_besar": view.is_large,
            "alamat_inovasi": addresses.innovation,
            "alamat_meniru": addresses.copying_guide,
            "alamat_rapor": addresses.agency_report,
            "alamat_kelengkapan": addresses.completeness,
            "alamat_pd": addresses.agency,
            "alamat_faset": addresses.facet,
            "alamat_kepatuhan": addresses.compliance,
            "alamat_poster": addresses.poster,
            "alamat_data": addresses.innovation_data,
            "alamat_tabel_pd": addresses.agency_data,
            "alamat_umpan": addresses.feed,
            "alamat_penuh": view.settings.absolute,
            "kata_status": wording.status_word,
            "acuan_ikon": icons.reference,
            "alasan": lambda verdict, index: wording.reason(verdict, index, beside.catalogue),
            "judul_indeks": headline.headline,
            "rincian_indeks": headline.parted,
        }

    def _href(self, target: str) -> str:
        """The way to `target` from what is being rendered: a macro need not be made anew for each page to know it."""
        way: str = self._way(target)
        return way

    def page(self, page: Page) -> bytes:
        """The Markdown of one page."""
        return self.parts(page).markdown()

    def parts(self, page: Page) -> Parts:
        """One page before it has a form."""
        blocks, key = self._kept.blocks(page, self._blocks) if self._kept else (self._blocks(page), None)
        return Parts(page.address, _head(page), *blocks, key)

    def keys(self, page: Page) -> tuple[bytes, ...]:
        """The keys under one of which all that follows from `page` is kept, none where that is not sure."""
        return self._kept.keys(page) if self._kept else ()

    def _blocks(self, page: Page) -> Blocks:
        template = self._environment.get_template(f"{page.template}.md.j2")
        self._way = links_from(page.address)
        body = template.render(page.context, halaman_ini=page)
        crumbs, marked, rest = _BLANK_LINES.sub("\n", body).strip().partition("<!-- judul -->\n")
        title = page.title if marked else ""
        if not marked:  # the template places it itself
            crumbs, rest = "", crumbs
        return crumbs.strip(), title, rest.strip(), icons.sprite(body)

    def text(self, template: str, *, address: str, **context: Any) -> str:
        """A file that is not a page: a feed, a redirect."""
        self._way = links_from(address)
        return self._environment.get_template(template).render(context, address=address)


def _head(page: Page) -> dict[str, Any]:
    """What the shell of a page is told, as front matter has it."""
    usual = {
        "feed": addresses.FEED, "image": addresses.CARD, "structured": {}, "withdrawn": False, "changed": "",
        "searches": False,
    }  # fmt: skip
    told = {key: getattr(page, key) for key in usual}
    told["structured"] = dict(page.structured)
    told["image"] = told["image"] or addresses.card_of_kind(page.address)
    return {
        "title": safe_html.attribute(page.title),
        "description": safe_html.attribute(page.description),
        **{key: value for key, value in told.items() if value != usual[key]},
    }


def _filters(beside: _Beside, day: dt.date) -> dict[str, Callable[..., Any]]:
    """What templates may make of a value; they compute nothing themselves."""
    registry = beside.view.catalogue.registry
    indicators = registry.indicators_by_slug()
    shut = {link.url: link for link in registry.links if link.state == "tidak-terbuka"}
    return {
        "keadaan_tanggapan": wording.reply_words,
        "prosa": safe_html.prose,
        "kode_qr": qr_code,
        "tanggal": spoken,
        "angka": wording.number,
        "rupiah": wording.rupiah,
        "daftar_kata": wording.listed,
        "bersambung": wording.joined,
        "kalimat": lambda words: words[:1].upper() + words[1:],
        "sebaris": _folded,
        "menurut_status": _by_status,
        "muat_titik": lambda index: len(index.verdicts) <= _MOST_DOTS,
        "paling_banyak": shortened,
        "singkatan": short_name,
        "tahapan": stage_words,
        "keadaan": dated_words,
        "tempat": place_words,
        "kepastian": wording.BASIS_WORDS.__getitem__,
        "kata": lambda slug, vocabulary: registry.term(vocabulary, slug).label,
        "penerus_kini": lambda agency: registry.heirs(agency, day),
        "penerus_kelak": lambda agency: registry.coming_heirs(agency, day),
        "penerus_lanjut": lambda agency: [a for a in registry.heirs(agency, day) if a.slug not in agency.successors],
        "masa": lambda agency: time_words(agency, day),
        "belum_mulai": lambda agency: not begun(agency, day),
        "telah_berakhir": lambda agency: ended(agency, day),
        "perangkat_daerah": registry.agencies.__getitem__,
        "ejaan_dasar": spelt,
        "kata_syarat": MET_WORDS.__getitem__,
        "tautan_tertutup": shut.get,
        "kata_indikator": lambda slug: indicators[slug].name,
        "nama_inovasi": lambda slug: wording.name_of(slug, beside.catalogue),
        "alamat_tercatat": lambda slug: ((one := beside.catalogue.at(slug)) and addresses.innovation(one.slug)) or "",
    }


def _by_status(index: YearIndex) -> list[tuple[wording.StatusWord, int]]:
    """Each status that somebody has, in the order of the public list, and how many have it."""
    return [(wording.status_word(status, index), index.counts[status]) for status in ORDER if index.counts[status]]


def _folded(text: str) -> str:
    """A paragraph that a template has on several lines, on one."""
    return text.strip().replace("\n", " ")


def links_from(address: str) -> Any:
    """A function that gives the way from the page at `address` to another of this site."""
    here = [name for name in address.split("/") if name]

    def href(target: str) -> str:
        there = [name for name in target.split("/") if name]
        shared = next(
            (n for n, (a, b) in enumerate(zip(here, there, strict=False)) if a != b), min(len(here), len(there))
        )
        relative = "/".join([*[".."] * (len(here) - shared), *there[shared:]]) or "."
        return f"{relative}/" if target.endswith("/") or not target else relative

    return href
