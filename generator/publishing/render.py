"""Page -> Markdown bytes: front matter, one heading, one block of HTML that any engine leaves alone."""

import datetime as dt
import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markdown.extensions.toc import slugify  # type: ignore[import-untyped]

from generator import addresses, icons, layout
from generator.catalogue.catalogue import Catalogue
from generator.catalogue.registry import begun, ended
from generator.compliance import headline, wording
from generator.compliance.index import ORDER, YearIndex
from generator.dates import spoken
from generator.national_index.eligibility import MET_WORDS
from generator.national_index.score import spelt
from generator.publishing.cache import Compiled
from generator.publishing.place_words import place_words
from generator.publishing.qr_code import qr_code
from generator.publishing.stage_words import dated_words, stage_words
from generator.publishing.view import Page, View, short_name, shortened, time_words
from generator.text import safe_html

#: More agencies than these are no picture any more.
_MOST_DOTS: Final = 120
#: The id of a heading that has no letter of ASCII, where it is the only one.
_NO_NAME: Final = "_1"
_BLANK_LINES = re.compile(r"\n\s*\n")


@dataclass(frozen=True, slots=True)
class Parts:
    """A rendered page: what its head says, and of its body the breadcrumb, the heading, the block and the icons.

    `title` is the heading as plain text, "" if the block has it. The other parts are HTML without blank lines.
    """

    address: str
    head: Mapping[str, Any]
    crumbs: str
    title: str
    rest: str
    symbols: str

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


class Renderer:
    """The templates of `site_templates/`, every value escaped, every missing name an error."""

    def __init__(self, root: Path, view: View) -> None:
        folder = root / layout.TEMPLATES
        self._environment = Environment(
            loader=FileSystemLoader([folder / "pages", folder / "partials", folder / "theme"]),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            optimized=False,
            bytecode_cache=Compiled(),
        )
        self._environment.filters |= _filters(view.catalogue, view.edition.as_of)
        self._environment.globals |= {
            "pengaturan": view.settings,
            "edisi": view.edition,
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
            "alasan": lambda verdict, index: wording.reason(verdict, index, view.catalogue),
            "judul_indeks": headline.headline,
            "rincian_indeks": headline.parted,
        }

    def page(self, page: Page) -> bytes:
        """The Markdown of one page."""
        return self.parts(page).markdown()

    def parts(self, page: Page) -> Parts:
        """One page before it has a form."""
        template = self._environment.get_template(f"{page.template}.md.j2")
        body = template.render(page.context, halaman_ini=page, href=links_from(page.address))
        crumbs, marked, rest = _BLANK_LINES.sub("\n", body).strip().partition("<!-- judul -->\n")
        title = page.title if marked else ""
        if not marked:  # the template places it itself
            crumbs, rest = "", crumbs
        return Parts(page.address, _head(page), crumbs.strip(), title, rest.strip(), icons.sprite(body))

    def text(self, template: str, *, address: str, **context: Any) -> str:
        """A file that is not a page: a feed, a redirect."""
        return self._environment.get_template(template).render(context, address=address, href=links_from(address))


def _head(page: Page) -> dict[str, Any]:
    """What the shell of a page is told, as front matter has it."""
    usual = {
        "feed": addresses.FEED, "image": addresses.CARD, "structured": {}, "withdrawn": False, "changed": "",
        "searches": False,
    }  # fmt: skip
    told = {key: getattr(page, key) for key in usual}
    told["image"] = told["image"] or addresses.card_of_kind(page.address)
    return {
        "title": safe_html.attribute(page.title),
        "description": safe_html.attribute(page.description),
        **{key: value for key, value in told.items() if value != usual[key]},
    }


def _filters(catalogue: Catalogue, day: dt.date) -> dict[str, Callable[..., Any]]:
    """What templates may make of a value; they compute nothing themselves."""
    registry = catalogue.registry
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
        "nama_inovasi": lambda slug: wording.name_of(slug, catalogue),
        "alamat_tercatat": lambda slug: addresses.innovation(found.slug) if (found := catalogue.at(slug)) else "",
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
