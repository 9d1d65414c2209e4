"""A built site as a browser, a feed reader and a spreadsheet see it. Knows neither the templates nor the gate."""

import csv
import html.parser
import json
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

from defusedxml import ElementTree
from hostile_case import SECRET

#: Where the cases would lead a reader, or fetch something from.
EVIL = "jahat.example"
_VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"]
)
_NEVER = frozenset(
    ["applet", "base", "embed", "frame", "frameset", "iframe", "math", "noscript", "object", "portal", "style", "template",
     "textarea", "audio", "video", "track", "animate", "foreignobject", "marquee"]
)  # fmt: skip
_ADDRESSES = frozenset(
    ["href", "src", "srcset", "action", "formaction", "data", "poster", "cite", "background", "xlink:href", "ping"]
)
#: Ways to share a page, to write to an office and to call it.
_TOLD = re.compile(r"https://wa\.me/[0-9]*\?text=|tel:[0-9]+\Z|mailto:[a-z.]+@contoh\.go\.id\?subject=")
_LOADING = frozenset(["src", "srcset", "data", "poster", "background", "xlink:href"])
#: Drawings are ours: the attribute that shows it, and what it is where it is left out.
_OURS = {"svg": ("class", ""), "use": ("href", "")}
_CALCULATES = ("=", "+", "-", "@", "\t", "\r", "\uff1d", "\uff0b", "\uff0d", "\uff20")


class Page(html.parser.HTMLParser):
    """What a page does that it must not (`deeds`), its title, headings, JSON-LD and the text that is seen."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self.deeds: list[str] = []
        self.open: list[str] = []
        self.counts: dict[str, int] = {}
        self.held: dict[str, list[str]] = {"title": [], "h1": [], "script": []}
        self.seen: list[str] = []
        self.feed(source)
        self.close()
        if self.open:
            self.deeds.append(f"left open: {self.open}")
        for tag in ("html", "head", "body", "title", "main", "footer", "h1"):
            if self.counts.get(tag) != 1:
                self.deeds.append(f"{self.counts.get(tag, 0)} times <{tag}>")

    @property
    def text(self) -> str:
        return " ".join("".join(self.seen).split())

    def held_in(self, tag: str) -> str:
        return " ".join("".join(self.held[tag]).split())

    def handle_starttag(self, tag, attrs):
        self.counts[tag] = self.counts.get(tag, 0) + 1
        found = {name: value or "" for name, value in attrs}
        self.deeds += _deeds(tag, found)
        if tag == "footer" and self.open != ["html", "body"]:
            self.deeds.append(f"<footer> inside of {self.open}")
        if tag not in _VOID:
            self.open.append(tag)
            if tag in self.held:
                self.held[tag].append("\x00")
        if tag == "img" and "alt" in found:
            self.seen.append(f" {found['alt']} ")
        if tag in ("p", "li", "td", "th", "dt", "dd", "h1", "h2", "h3", "br", "caption", "div"):
            self.seen.append(" ")

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.deeds.append(f"</{tag}> where nothing of it is open")

    def handle_data(self, data):
        inside = self.open[-1] if self.open else ""
        if inside in self.held:
            self.held[inside].append(data)
        if inside not in ("title", "script"):
            self.seen.append(data)

    def handle_comment(self, data):
        self.deeds.append(f"a comment: {data[:60]}")

    def handle_pi(self, data):
        self.deeds.append(f"an instruction: {data[:60]}")

    def unknown_decl(self, data):
        self.deeds.append(f"a declaration: {data[:60]}")

    def json_ld(self) -> list[object]:
        """The blocks of structured data; one that is no JSON raises ValueError."""
        blocks = "".join(self.held["script"]).split("\x00")
        return [json.loads(block) for block in blocks if block.strip()]


def _deeds(tag: str, attrs: dict[str, str]) -> Iterator[str]:
    """What one element does that only a stranger would have it do."""
    if tag in _NEVER or not attrs.get(*_OURS.get(tag, ("", "-"))).startswith(("k-", "segno", "#i-", "-")):
        yield f"<{tag}>"
    if tag == "script" and attrs.get("type") != "application/ld+json" and not attrs.get("src", "").endswith("boot.js"):
        yield f"a script: {attrs}"
    if tag == "form" and attrs.get("id") != "pencarian":
        yield f"a form: {attrs}"
    if tag == "meta" and "refresh" in attrs.get("http-equiv", "").casefold():
        yield f"leads away: {attrs}"
    for name, value in attrs.items():
        address = re.sub(r"[\x00-\x20]", "", value)
        if name.startswith("on") or name in ("style", "srcdoc", "target", "contenteditable", "autofocus"):
            yield f"{name} on <{tag}>"
        if name not in _ADDRESSES or _TOLD.match(address):
            continue
        scheme = urlsplit(address).scheme.casefold()
        if scheme not in ("", "http", "https", "mailto") or address.startswith(("//", "\\")):
            yield f"{name} of <{tag}> is {value[:80]}"
        if EVIL in address or (scheme and (name in _LOADING or (tag == "link" and _fetched(attrs)))):
            yield f"<{tag}> goes to {value[:80]}"


def _fetched(attrs: dict[str, str]) -> bool:
    return bool({"stylesheet", "icon", "preload", "modulepreload", "manifest"} & set(attrs.get("rel", "").split()))


# The whole site


def wrong_in_pages(site: Path) -> list[str]:
    """Every page that does what it must not. A page that only leads on to another address of the site may do that."""
    found = []
    for path in sorted(site.rglob("*.html")):
        source = path.read_text("utf-8")
        if 'http-equiv="refresh"' in source and "<main" not in source:
            found += [f"{path}: {one}" for one in _led_on(source)]
        else:
            found += [f"{path.relative_to(site)}: {one}" for one in Page(source).deeds]
    return found


def _led_on(source: str) -> Iterator[str]:
    for target in re.findall(r"url=([^\"'>]*)", source):
        if urlsplit(target).scheme or target.startswith(("/", "\\")):
            yield f"leads to {target}"


def wrong_in_feeds(site: Path) -> list[str]:
    """Feeds and the sitemap that are no XML, or that hold an element or address of a stranger."""
    found = []
    for path in sorted(site.rglob("*.xml")):
        for element in ElementTree.parse(path).iter():
            name = element.tag.partition("}")[2]
            if element.tag.partition("}")[0] not in (
                "{http://www.w3.org/2005/Atom",
                "{http://www.sitemaps.org/schemas/sitemap/0.9",
            ):
                found.append(f"{path.name}: {element.tag}")
            if EVIL in element.get("href", "") or (name == "loc" and EVIL in (element.text or "")):
                found.append(f"{path.name}: leads to {EVIL}")
    return found


def wrong_in_tables(site: Path) -> list[str]:
    """Cells of a CSV, parted by either sign, and of a workbook at which a spreadsheet begins to calculate."""
    cells = []
    for path in sorted(site.rglob("*.xlsx")):
        with zipfile.ZipFile(path) as archive:
            cells += [f"{path.name}: {name}" for name in archive.namelist() if b"<f>" in archive.read(name)]
    for path in sorted(site.rglob("*.csv")):
        lines = path.read_text("utf-8-sig").splitlines(keepends=True)
        for row in (*csv.reader(lines), *csv.reader(lines, delimiter=";")):
            cells += [f"{path.name}: {cell[:60]}" for cell in row if cell.startswith(_CALCULATES)]
    return cells


def wrong_in_data(site: Path) -> list[str]:
    """Files of JSON that cannot be read, and anything that holds what lies outside of the project."""
    found = []
    for path in sorted(one for one in site.rglob("*") if one.is_file()):
        content = path.read_bytes()
        if path.suffix in (".json", ".webmanifest"):
            json.loads(content)
        if SECRET.encode() in content:
            found.append(f"{path.relative_to(site)} holds what lies outside")
    return found
