"""Contributor text -> safe HTML. Nothing a contributor writes becomes markup, script or a remote load.

Long texts pass two locks: a Markdown parser that knows neither HTML nor images, then an allow-list
of tags. Short texts in Markdown have every ASCII sign written as a character reference, because
escaping by hand for a Markdown dialect is never complete.
"""

import re
from functools import cache
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

import nh3
from markupsafe import Markup, escape

from generator.text.web_address import web_address_refusal

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

_TAGS: Final = {"p", "em", "strong", "a", "ul", "ol", "li", "br", "hr"}
_SIGN = re.compile(r"[!-/:-@\[-`{-~]")
# Signs that are text to the writer and markup to the parser go through it as private-use characters,
# which `reading.document` refuses in a file: 10*20*30, nama_berkas, C:\\data, "2024. Sejak itu".
_LITERAL: Final = {
    "*": "\ue000", "_": "\ue001", "\\": "\ue002", ".": "\ue003", ")": "\ue004", "-": "\ue005", "+": "\ue006",
}  # fmt: skip
_STAND_INS: Final = str.maketrans(_LITERAL)
_INSIDE_WORD = re.compile(r"(?<=\w)\*+(?=\w)")
# The parser leaves out what lies too deep, without a word. So no line opens more than two lists and none lies further
# in than twelve columns: eight lists inside of each other, which the parser still reads.
_MARKER: Final = r"(?:[-+*]|[0-9]{1,9}[.)])[ \t]+"
_MORE_LISTS = re.compile(rf"^(?![-*+ \t]*$)([ \t]*(?:{_MARKER}){{2}})((?:{_MARKER})+)", re.MULTILINE)
_INDENT = re.compile(r"^[ \t]+", re.MULTILINE)
_DEEPEST: Final = 12
_YEAR_MARKER = re.compile(r"^([^\S\n]*[0-9]{3,})([.)])(?=\s)", re.MULTILINE)


@cache
def _parser() -> "MarkdownIt":
    """Paragraphs, lists, emphasis by asterisks and links; everything else stays as typed."""
    from markdown_it import MarkdownIt  # noqa: PLC0415 - a check of few texts needs none

    parser = MarkdownIt("zero", {"html": False, "breaks": True})
    parser.enable(["list", "hr", "newline", "emphasis", "link"])
    parser.validateLink = lambda url: web_address_refusal(_typed(url)) is None  # type: ignore[method-assign]
    return parser


def prose(text: str) -> Markup:
    """Paragraphs, lists, emphasis and http(s) links of `text` as HTML without blank lines."""
    guarded = _YEAR_MARKER.sub(lambda m: m.group(1) + _LITERAL[m.group(2)], text)
    guarded = _INDENT.sub(lambda m: m.group().expandtabs(4)[:_DEEPEST], guarded)
    guarded = _MORE_LISTS.sub(lambda m: m.group(1) + m.group(2).translate(_STAND_INS), guarded)
    guarded = _INSIDE_WORD.sub(lambda m: _LITERAL["*"] * len(m.group()), guarded)
    guarded = guarded.replace("_", _LITERAL["_"]).replace("\\", _LITERAL["\\"])
    html = nh3.clean(
        _typed(_parser().render(guarded)),
        tags=_TAGS,
        attributes={"a": {"href"}, "ol": {"start"}, "*": set()},
        url_schemes={"http", "https"},
        link_rel="nofollow noopener ugc",
    )
    return Markup(re.sub(r"\n+", "\n", html.strip()))  # noqa: S704 - cleaned by the lines above


def _typed(text: str) -> str:
    """Private-use characters, plain or as a link has them, back to the signs that were typed."""
    for sign, stand_in in _LITERAL.items():
        text = text.replace(stand_in, sign).replace(quote(stand_in), sign)
    return text


def one_line(text: str) -> str:
    """`text` for a Markdown heading or paragraph: it comes out as the same text, whatever it holds."""
    return _SIGN.sub(lambda sign: f"&#{ord(sign.group())};", " ".join(text.split()))


def attribute(text: str) -> str:
    """`text` for front matter that a theme prints without escaping."""
    return str(escape(" ".join(text.split())))
