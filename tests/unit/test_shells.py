"""Pages poured into shells are, byte for byte, what the engine makes of each; where they might not be, it makes them."""

import html
import logging
from collections.abc import Mapping
from urllib.parse import quote

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st
from mkdocs.utils.meta import get_data

from generator.publishing.render import Parts, links_from
from generator.publishing.shells import Shells
from generator.text.safe_html import attribute


class Theme:
    """A small engine that does with a page what the theme does, and counts how often it is asked."""

    def __init__(self, odd: str = "") -> None:
        self.asked: list[str] = []
        self._odd = odd

    def __call__(self, address: str, source: bytes) -> str:
        self.asked.append(address)
        body, head = get_data(source.decode())
        title, href = head["title"], links_from(address)
        menu = "".join(f'<a href="{href(place)}">' for place in ("inovasi/", "kepatuhan/riwayat/", "assets/a.css"))
        link = f"https://contoh.go.id/?h={quote(html.unescape(title))}%2C%20{quote(address)}"
        odd = address.count(self._odd) if self._odd else ""
        feed = f'<link href="{href(head.get("feed", "feed.xml"))}">'
        flags = "".join(sorted(key for key in head if head[key] is True))
        content = markdown.markdown(body, extensions=["toc"])
        return f"{title}|{head['description']}|{address}|{menu}{link}{odd}{feed}{flags}{content}"


def parts(address: str, title: str = "Judul", **head: object) -> Parts:
    told: Mapping[str, object] = {"title": attribute(title), "description": "Isi", **head}
    return Parts(address, told, '<nav class="k-crumbs">\n</nav>', title, '<div class="k-page">\n<p>Isi</p>\n</div>', "")


MANY = [
    *(parts(f"inovasi/{slug}/", f"Inovasi {slug}", feed=f"inovasi/{slug}/feed.xml") for slug in "abcde"),
    *(parts(f"inovasi/{slug}/poster/", withdrawn=slug == "b") for slug in "abc"),
    *(parts(f"kepatuhan/{year}/", "R&D \"rapi\" <b> '%s'") for year in (2024, 2025, 2026)),
    *(parts(f"kepatuhan/riwayat/{month}/") for month in (1, 2, 3)),
    parts("kepatuhan/"),
    parts("kepatuhan/riwayat/"),
]


def test_every_page_is_what_the_engine_makes_of_it_though_that_is_seldom_asked():
    theme = Theme()
    shells = Shells(theme)
    poured = {page.address: shells.page(page) for page in MANY}
    asked = set(theme.asked)
    assert poured == {page.address: theme(page.address, page.markdown()).encode() for page in MANY}
    assert {"inovasi/b/", "inovasi/c/poster/", "kepatuhan/2026/", "kepatuhan/riwayat/3/"}.isdisjoint(asked)


@pytest.mark.parametrize(("odd", "why"), [("Dua", "bingkainya tidak selalu sama"), ("inovasi/a/", "contohnya berbeda")])
def test_a_kind_whose_shell_cannot_be_trusted_is_made_page_by_page_and_that_is_told(caplog, odd, why):
    theme = Theme(odd)
    shells = Shells(theme)
    with caplog.at_level(logging.WARNING):
        poured = {page.address: shells.page(page) for page in MANY}
    assert f"inovasi/*/ disusun satu per satu oleh MkDocs: {why}" in caplog.text
    assert poured == {page.address: theme(page.address, page.markdown()).encode() for page in MANY}


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"]), min_size=1))
def test_a_heading_is_what_python_markdown_makes_of_it(title):
    title = " ".join(title.split())
    page = Parts("a/", {}, "", title, "", "")
    source = page.markdown().decode().partition("\n---\n")[2]
    assert page.html() == markdown.markdown(source, extensions=["toc"])
