"""One HTML file: nothing in it runs, loads from elsewhere or leads astray; one title, one heading, one description.

What is not known to be harmless is refused, so that a new kind of element is first thought about.
"""

import html
import json
from collections import Counter
from collections.abc import Callable, Mapping
from functools import cache
from sys import intern
from typing import Final
from urllib.parse import unquote

from selectolax.lexbor import LexborHTMLParser, LexborNode

from generator import addresses
from generator.publishing.gate import MISSING, Facts, Plan
from generator.publishing.gate.links import target
from generator.publishing.gate.personal import PersonalData, strings
from generator.text.personal_data import mask
from generator.text.printable import printable

Attributes = Mapping[str, str | None]

#: What no text can hold stands where one block of text ends; parsers of HTML read it as another sign.
_BORDER: Final = "\0"
#: Elements inside a line of text: the digits on both sides of their borders meet.
_INLINE: Final = frozenset((
    "a", "abbr", "b", "bdi", "bdo", "cite", "code", "del", "dfn", "em", "i", "ins", "kbd", "mark", "q", "s",
    "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr",
))  # fmt: skip
_TEXTUAL: Final = _INLINE | frozenset((
    "article", "aside", "blockquote", "body", "br", "caption", "col", "colgroup", "dd", "details", "div", "dl",
    "dt", "figcaption", "figure", "footer", "h2", "h3", "h4", "h5", "h6", "head", "header", "hr", "html",
    "img", "li", "main", "nav", "ol", "p", "picture", "pre", "section", "source", "summary", "table", "tbody",
    "td", "tfoot", "th", "thead", "tr", "ul", "svg", "symbol", "use", "g", "path", "rect", "text",
))  # fmt: skip
#: Attributes that hold no words and no address.
_MUTE: Final = frozenset((
    "align", "as", "class", "lang", "dir", "role", "rel", "type", "scope", "colspan", "rowspan",
    "headers", "span", "reversed", "open", "hidden", "tabindex", "crossorigin", "charset",
    "datetime", "width", "height", "maxlength", "autocomplete", "enterkeyhint", "name", "property",
    "http-equiv", "loading", "decoding", "media", "sizes", "d", "x", "y", "rx", "viewbox", "viewBox", "xmlns",
    "focusable", "preserveaspectratio", "preserveAspectRatio", "font-size", "font-weight",
    "text-anchor",
))  # fmt: skip
_WORDS: Final = frozenset(
    ("alt", "aria-label", "title", "content", "placeholder", "value", "label", "download", "start")
)
_NAMED: Final = frozenset(("viewport", "description", "robots", "theme-color", "twitter:card"))
_RELATIONS: Final = frozenset((
    "canonical", "alternate", "manifest", "icon", "stylesheet", "preload", "modulepreload",
))  # fmt: skip
_ADDRESSES: Final = ("href", "src", "action")
#: A colour's name or number; in brackets an address could stand.
_PAINTS: Final = ("fill", "stroke")
#: What tells of what a meta element speaks: of one thing only.
_SUBJECTS: Final = frozenset(("http-equiv", "name", "property", "charset"))
#: The one script that a page loads; it fetches the others.
_SCRIPT: Final = "assets/boot.js"
#: The form of the header, which asks for the list of innovations; others are built by our scripts.
_SEARCH: Final = f"{addresses.INNOVATIONS}index.html"
_SEARCH_FORM: Final = "pencarian"
_POLICY: Final = frozenset(("default-src 'none'", "script-src 'self'", "base-uri 'none'", "form-action 'self'"))


def judge(path: str, content: bytes, plan: Plan, personal: PersonalData) -> Facts:
    """The facts of the HTML file at `path`."""
    try:
        content.decode()
    except UnicodeDecodeError:
        return Facts(["bukan teks UTF-8"])
    reading = _Reading(path, plan)
    reading.read(content)
    if path in plan.pages:
        reading.close(plan.pages[path])
    texts = "".join(reading.texts).replace("\n", " ").split(_BORDER)
    problems = [*reading.problems, *personal.problems(texts), *personal.problems(reading.words)]
    return Facts(list(dict.fromkeys(problems)), reading.links, tuple(map(intern, reading.ids)))


class _Reading:
    """One way through the elements of a page, in the order of the document."""

    def __init__(self, path: str, plan: Plan) -> None:
        self.path, self.plan = path, plan
        self.problems: list[str] = []
        self.links: set[str] = set()
        self.ids: list[str] = []
        self.texts: list[str] = []
        self.words: list[str] = []
        self._told: dict[str, list[str]] = {"title": [], "h1": [], "description": [], "policy": []}

    def read(self, content: bytes) -> None:
        """Look at every element, attribute and text."""
        root = LexborHTMLParser(content).root
        assert root is not None, "a parser of HTML makes a document of anything"
        before, text = "", self.texts.append
        for node in root.traverse(include_text=True):
            tag = node.tag or ""
            if tag == "-text":
                text("" if before == "script" else node.text_content or "")
            else:
                if tag not in _INLINE:
                    text(_BORDER)
                attributes = node.attributes
                if tag not in _TEXTUAL:
                    _SPECIAL.get(tag, _Reading.unknown)(self, node, attributes)
                for name, value in attributes.items():
                    if name not in _MUTE:
                        self._attribute(tag, name, value or "")
            before = tag

    def _attribute(self, tag: str, name: str, value: str) -> None:
        if name in _ADDRESSES:
            self._address(tag, value)
        elif name == "id":
            self.ids.append(value)
            self.words.append(value)
        elif name in _PAINTS:
            if "(" in value:
                self.problems.append(f"atribut {name} pada <{tag}> hanya boleh berisi warna")
        elif name == "srcset":
            for choice in value.split(","):
                self._address(tag, next(iter(choice.split()), ""))
        elif name in _WORDS or name.startswith(("aria-", "data-")):
            self.words.append(value)
        else:
            self.problems.append(f"atribut {printable(name)} pada <{tag}> tidak boleh terbit")

    def _address(self, tag: str, reference: str) -> str:
        """Note where an address leads: "" if outside of this site, where only a link of the text may lead."""
        try:
            file = target(self.path, reference, self.plan.site)
        except ValueError as error:
            self.problems.append(f"alamat pada <{tag}> {error}: {_shown(reference)}")
            return ""
        if file:
            self.links.add(file)
            if self.path == MISSING and not reference.startswith(("/", "#", "http")):
                self.problems.append(f"alamat pada <{tag}> hanya benar di satu tempat: {_shown(reference)}")
        elif tag == "a":
            self.words.append(unquote(reference))
        else:
            self.problems.append(f"memuat sesuatu dari situs lain lewat <{tag}>: {_shown(reference)}")
        return file

    def unknown(self, node: LexborNode, _: Attributes) -> None:
        self.problems.append(f"elemen <{printable(node.tag or '')}> tidak boleh terbit")

    def comment(self, node: LexborNode, _: Attributes) -> None:
        self.words.append(node.comment_content or "")

    def title(self, node: LexborNode, _: Attributes) -> None:
        self._told["title"].append(" ".join(node.text().split()))

    def heading(self, node: LexborNode, _: Attributes) -> None:
        self._told["h1"].append(node.text().strip())

    def script(self, node: LexborNode, attributes: Attributes) -> None:
        """Ours, or data that no browser runs."""
        if attributes == {"type": "application/ld+json"}:
            try:
                self.words += strings(json.loads(node.text()))
            except ValueError:
                self.problems.append("data untuk mesin pencari (JSON-LD) tidak dapat dibaca")
        elif attributes.keys() != {"src", "type"} or self._own(attributes["src"]) != _SCRIPT or node.text().strip():
            self.problems.append("memuat skrip yang bukan milik situs ini")

    def _own(self, reference: str | None) -> str:
        try:
            return target(self.path, reference or "", self.plan.site)
        except ValueError:
            return ""

    def link(self, _: LexborNode, attributes: Attributes) -> None:
        relation = attributes.get("rel")
        if relation not in _RELATIONS:
            self.problems.append(f'<link rel="{_shown(relation or "")}"> tidak boleh terbit')
        elif relation == "canonical" and self.path in self.plan.pages:
            self._names_itself(attributes.get("href"))

    def meta(self, _: LexborNode, attributes: Attributes) -> None:
        content = attributes.get("content") or ""
        if len(_SUBJECTS & attributes.keys()) != 1:
            self.problems.append("<meta> harus menyebut tepat satu hal")
        match attributes.get("http-equiv"), attributes.get("name"), attributes.get("property"):
            case str(event), _, _ if event.lower() == "content-security-policy":
                self._told["policy"].append(content)
            case str(event), _, _ if event.lower() == "refresh" and self.path in self.plan.files:
                self._address("meta", content.removeprefix("0; url="))
            case str(event), _, _:
                self.problems.append(f'<meta http-equiv="{_shown(event)}"> tidak boleh terbit')
            case _, "description", _:
                self._told["description"].append(content.strip())
            case _, _, "og:url":
                self._names_itself(content)
            case _, _, "og:image":
                self._address("meta", content)
            case _, _, str(kind) if kind.startswith("og:"):
                pass
            case _, name, _ if name not in _NAMED and "charset" not in attributes:
                self.problems.append(f'<meta name="{_shown(name or "")}"> tidak boleh terbit')

    def _names_itself(self, reference: str | None) -> None:
        if self._own(reference) != self.path:
            self.problems.append(f"menyebut alamat lain sebagai alamatnya sendiri: {_shown(reference or '')}")

    def form(self, _: LexborNode, attributes: Attributes) -> None:
        if attributes.get("id") != _SEARCH_FORM or self._own(attributes.get("action")) != _SEARCH:
            self.problems.append("memuat formulir yang bukan milik situs ini")

    def input(self, _: LexborNode, attributes: Attributes) -> None:
        if attributes.get("id") != "cari":
            self.problems.append("memuat kotak isian yang bukan milik situs ini")

    def button(self, node: LexborNode, attributes: Attributes) -> None:
        """One that does nothing without a script, or the one of the search, whose form is looked at by itself."""
        form = node.parent
        searches = form is not None and form.tag == "form" and form.attributes.get("id") == _SEARCH_FORM
        if attributes.get("type") != "button" and not searches:
            self.problems.append("memuat tombol yang mengirim isian")

    def close(self, planned: str) -> None:
        """What a whole page must have; `planned` is its title as HTML."""
        told = self._told
        for element in ("title", "h1"):
            if len(told[element]) != 1:
                self.problems.append(f"harus memuat tepat satu <{element}>, bukan {len(told[element])}")
        if not planned and self.path != MISSING:
            self.problems.append("tidak punya judul sendiri")
        elif not told["title"] or not told["title"][0].startswith(" ".join(html.unescape(planned).split())):
            self.problems.append("judul halaman bukan judul yang direncanakan")
        if self.path != MISSING and (len(told["description"]) != 1 or not told["description"][0]):
            self.problems.append("harus memuat tepat satu keterangan (description)")
        if len(told["policy"]) != 1 or not _strict(told["policy"][0]):
            self.problems.append("tidak melarang isi dari luar (Content-Security-Policy)")
        self.problems += [
            f"id {_shown(part)} dipakai {count} kali" for part, count in Counter(self.ids).items() if count > 1
        ]


_SPECIAL: Final[Mapping[str, Callable[[_Reading, LexborNode, Attributes], None]]] = {
    "-comment": _Reading.comment,
    "title": _Reading.title,
    "h1": _Reading.heading,
    "script": _Reading.script,
    "link": _Reading.link,
    "meta": _Reading.meta,
    "form": _Reading.form,
    "input": _Reading.input,
    "button": _Reading.button,
}


@cache
def _strict(policy: str) -> bool:
    """Whether a policy lets a page have nothing but what is of its own site."""
    rules = [rule.split() for rule in policy.split(";") if rule.strip()]
    ours = all(source in ("'self'", "'none'") for rule in rules for source in rule[1:])
    return ours and {" ".join(rule) for rule in rules} >= _POLICY


def _shown(text: str) -> str:
    return printable(mask(text), length=80)
