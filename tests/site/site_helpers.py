"""Tools of the site tests: build a site as a user does, serve it as a plain web server does, read its pages."""

import functools
import gzip
import hashlib
import mimetypes
import os
import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from html.parser import HTMLParser
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

ROOT = Path(__file__).parents[2]
SCREENSHOTS = ROOT / "tests" / "screenshots"
#: What of the environment speaks of site or clock.
LEFT_OUT = ("SITE_URL", "REPO_URL", "SOURCE_DATE_EPOCH", "TZ", "LANG", "LC_ALL", "PYTHONHASHSEED")
#: Elements without an end tag.
_VOID = frozenset(["base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"])


def run(module: str, *arguments: str, cwd: Path, **env: str) -> subprocess.CompletedProcess[str]:
    """`python -m module arguments` in `cwd`, in an environment that says nothing about site or clock."""
    return subprocess.run(
        [sys.executable, "-m", module, *arguments],
        cwd=cwd, env=environment(cwd, **env), check=False, capture_output=True, encoding="utf-8",
        timeout=600,  # for what hangs; a build of a thousand entries beside other work takes minutes
    )  # fmt: skip


def environment(cwd: Path, **env: str) -> dict[str, str]:
    kept = {key: value for key, value in os.environ.items() if key not in LEFT_OUT}
    return {**kept, "NO_MKDOCS_2_WARNING": "1", "GIT_CEILING_DIRECTORIES": str(cwd.parent), **env}


def katalog(*arguments: str, cwd: Path, **env: str) -> subprocess.CompletedProcess[str]:
    return run("generator", *arguments, cwd=cwd, **env)


def built(cwd: Path, target: Path, *arguments: str, **env: str) -> Path:
    """The site that `katalog build` makes of the project at `cwd`."""
    done = katalog("build", "--site-dir", str(target), *arguments, cwd=cwd, **env)
    assert done.returncode == 0, done.stdout + done.stderr
    return target


def contents(folder: Path) -> dict[str, bytes]:
    """Every file below `folder` by its path."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def fingerprints(folder: Path) -> dict[str, str]:
    """Path -> digest; short enough for a readable difference."""
    return {path: hashlib.sha256(content).hexdigest()[:16] for path, content in contents(folder).items()}


@dataclass(frozen=True, slots=True)
class Site:
    """A built site and the address it is served at."""

    folder: Path
    address: str
    project: Path

    @property
    def base(self) -> str:
        return urlsplit(self.address).path

    def url(self, page: Path) -> str:
        """The address of a built page."""
        path = page.relative_to(self.folder).as_posix()
        return self.address + path.removesuffix("index.html")

    def pages(self) -> list[Path]:
        """Every HTML file but the redirects."""
        return [path for path in sorted(self.folder.rglob("*.html")) if not is_redirect(path)]


def is_redirect(page: Path) -> bool:
    return any(meta.get("http-equiv") == "refresh" for meta in parsed(page).all("meta"))


@dataclass(frozen=True, slots=True)
class Sent:
    """An answer as it went over the wire: `size` counts the bytes of the body, packed if the client can unpack it."""

    path: str
    kind: str
    size: int


class _Handler(BaseHTTPRequestHandler):
    """What a plain web server does: folders give their index.html, what is missing gives 404.html, text is packed."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # the body would wait 40 ms for the receipt of the head
    folder: Path
    base: str
    sent: list[Sent]

    def do_GET(self) -> None:
        path = unquote(urlsplit(self.path).path)
        if not path.startswith(self.base):
            self._answer(404, b"outside the site", "text/plain")
            return
        target = self.folder / path.removeprefix(self.base)
        if target.is_dir() and not path.endswith("/"):
            self._answer(301, b"", "text/plain", Location=f"{path}/")
            return
        if path.endswith("/"):
            target /= "index.html"
        if target.is_file():
            kind, packed = mimetypes.guess_type(target.name)
            self._answer(200, target.read_bytes(), kind if kind and not packed else "application/octet-stream")
        else:
            self._answer(404, (self.folder / "404.html").read_bytes(), "text/html")

    def _answer(self, status: int, body: bytes, kind: str, **more: str) -> None:
        headers = {"Content-Type": f"{kind}; charset=utf-8" if kind.startswith("text/") else kind, **more}
        if re.search(r"^text/|javascript$|json$|xml$", kind) and "gzip" in self.headers.get("Accept-Encoding", ""):
            body = gzip.compress(body, 6, mtime=0)
            headers |= {"Content-Encoding": "gzip", "Vary": "Accept-Encoding"}
        headers |= {"Content-Length": str(len(body)), "Cache-Control": "max-age=600"}
        self.sent.append(Sent(self.path, kind, len(body)))
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *arguments: object) -> None:
        pass


@contextmanager
def serving(folder: Path, base: str, sent: list[Sent] | None = None) -> Iterator[str]:
    """Serve `folder` (which may still be empty) on a free port; gives the address with a closing slash.

    What is sent is written to `sent`.
    """
    handler = type("Handler", (_Handler,), {"folder": folder, "base": base, "sent": [] if sent is None else sent})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}{base}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@dataclass(slots=True)
class Element:
    tag: str
    attributes: dict[str, str]
    text: str = ""
    children: list["Element"] = field(default_factory=list)


@dataclass
class Parsed:
    """A page as a flat list of elements in the order of the document."""

    elements: list[Element]
    doctype: str

    def all(self, *tags: str) -> list[dict[str, str]]:
        return [element.attributes for element in self.elements if element.tag in tags]

    def texts(self, *tags: str) -> list[str]:
        return [" ".join(element.text.split()) for element in self.elements if element.tag in tags]

    @functools.cached_property
    def text(self) -> str:
        return " ".join(self.elements[0].text.split())

    @property
    def ids(self) -> list[str]:
        return [element.attributes["id"] for element in self.elements if "id" in element.attributes]

    def description(self) -> str:
        return next((meta.get("content", "") for meta in self.all("meta") if meta.get("name") == "description"), "")


class _Reader(HTMLParser):
    """Collects elements with their text; notes tags that are closed out of order."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[Element] = []
        self.open: list[Element] = []
        self.doctype = ""
        self.faults: list[str] = []

    def handle_decl(self, declaration: str) -> None:
        self.doctype = declaration

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attributes]
        if len(names) != len(set(names)):
            self.faults.append(f"<{tag}> has an attribute twice")
        element = Element(tag, {name: value or "" for name, value in attributes})
        self.elements.append(element)
        if tag not in _VOID:
            self.open.append(element)

    def handle_startendtag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.elements.append(Element(tag, {name: value or "" for name, value in attributes}))

    def handle_endtag(self, tag: str) -> None:
        if self.open and self.open[-1].tag == tag:
            self.open.pop()
        else:
            self.faults.append(f"</{tag}> closes {self.open[-1].tag if self.open else 'nothing'}")

    def handle_data(self, data: str) -> None:
        for element in self.open:
            element.text += data


@functools.cache
def parsed(page: Path) -> Parsed:
    """The page, whose tags must all be closed in order."""
    reader = _Reader()
    reader.feed(page.read_text("utf-8"))
    reader.close()
    assert not reader.faults, f"{page}: {reader.faults}"
    assert not reader.open, f"{page}: never closed: {[element.tag for element in reader.open]}"
    return Parsed(reader.elements, reader.doctype)


#: Attributes that hold addresses.
ADDRESSES = ("href", "src", "poster", "data", "action", "formaction", "cite", "background", "xlink:href")


def references(page: Parsed) -> Iterator[tuple[Element, str]]:
    """Every address that a page mentions."""
    for element in page.elements:
        for name in ADDRESSES:
            if name in element.attributes:
                yield element, element.attributes[name]
        for candidate in element.attributes.get("srcset", "").split(","):
            if candidate.strip():
                yield element, candidate.split()[0]
        if element.attributes.get("http-equiv") == "refresh":
            yield element, element.attributes["content"].partition("url=")[2]


def broken_references(site: Site, page: Path, address: str) -> list[str]:
    """Addresses of this site in `page`, read at `address`, that lead nowhere."""
    host = urlsplit(site.address).netloc
    broken = []
    for element, reference in references(parsed(page)):
        if reference.startswith("#"):
            broken += [] if unquote(reference[1:]) in parsed(page).ids else [f"<{element.tag}> {reference}"]
            continue
        target = urlsplit(urljoin(address, reference))
        if (
            target.scheme in ("http", "https")
            and target.netloc == host
            and not _leads(site, target.path, target.fragment)
        ):
            broken.append(f"<{element.tag}> {reference}")
    return broken


def _leads(site: Site, path: str, fragment: str) -> bool:
    if not path.startswith(site.base):
        return False
    file = site.folder / unquote(path.removeprefix(site.base))
    if path.endswith("/"):
        file /= "index.html"
    if not file.is_file():
        return False
    return not fragment or unquote(fragment) in parsed(file).ids
