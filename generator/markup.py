"""Contributor text -> safe HTML. Nothing a contributor writes becomes markup, script or a remote load.

Long texts pass two locks: a Markdown parser that knows neither HTML nor images, then an allow-list
of tags. Short texts in Markdown have every ASCII sign written as a character reference, because
escaping by hand for a Markdown dialect is never complete.
"""

import re
from functools import cache
from typing import Final

import nh3
from markdown_it import MarkdownIt
from markupsafe import Markup, escape

from generator.fields import web_address_fault

_TAGS: Final = {"p", "em", "strong", "a", "ul", "ol", "li", "blockquote", "code", "br", "hr"}
_SIGN = re.compile(r"[!-/:-@\[-`{-~]")


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False, "breaks": False})
    # Headings would break the page's outline; code blocks hold blank lines, which end an HTML block.
    parser.disable(["image", "reference", "heading", "lheading", "code", "fence", "html_block", "html_inline"])
    parser.validateLink = lambda url: web_address_fault(url) is None  # type: ignore[method-assign]
    return parser


def prose(text: str) -> Markup:
    """Paragraphs, lists, emphasis and http(s) links of `text` as HTML without blank lines."""
    html = nh3.clean(
        _parser().render(text),
        tags=_TAGS,
        attributes={"a": {"href"}},
        url_schemes={"http", "https"},
        link_rel="nofollow noopener ugc",
    )
    return Markup(re.sub(r"\n+", "\n", html.strip()))  # noqa: S704 - cleaned by the lines above


def one_line(text: str) -> str:
    """`text` for a Markdown heading or paragraph: it comes out as the same text, whatever it holds."""
    return _SIGN.sub(lambda sign: f"&#{ord(sign.group())};", " ".join(text.split()))


def attribute(text: str) -> str:
    """`text` for front matter that a theme prints without escaping."""
    return str(escape(" ".join(text.split())))
