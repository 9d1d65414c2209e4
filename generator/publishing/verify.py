"""A last look at the built site, by other means than it was built with.

Knows nothing of templates: it compares what was planned with what lies in the folder, and refuses
a page whose title was broken out of or that would load something from another host.
"""

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

_TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)
_LOADS = re.compile(
    r"<(?:script|img|iframe|source|embed|object|video|audio|track|input)\b[^>]*?\s(?:src|srcset|data|poster)\s*=|"
    r"<link\b(?=[^>]*\brel=\"?(?:stylesheet|icon|(?:module)?preload|manifest))[^>]*?\shref\s*=",
    re.IGNORECASE,
)
_FOREIGN = re.compile(r"\s*[\"']?\s*(?:[a-z][a-z0-9+.-]*:|//)", re.IGNORECASE)
_SHOWN: Final = 20


def deviations(site: Path, tree: Mapping[str, bytes]) -> list[str]:
    """What is wrong with the site built from `tree`, at most twenty sentences; empty if nothing is."""
    found: list[str] = []
    for deviation in _deviations(site, tree):
        found.append(deviation)
        if len(found) == _SHOWN:
            break
    return found


def _deviations(site: Path, tree: Mapping[str, bytes]) -> Iterator[str]:
    for path, content in tree.items():
        built = site / (f"{path.removesuffix('.md')}.html" if path.endswith(".md") else path)
        if not built.is_file():
            yield f"{path}: direncanakan tetapi tidak ada di situs"
        elif not path.endswith(".md"):
            if built.read_bytes() != content:
                yield f"{path}: isinya berubah saat situs dibangun"
        else:
            yield from _page(path, content, built.read_text("utf-8"))


def _page(path: str, content: bytes, html: str) -> Iterator[str]:
    planned = json.loads(content.split(b"\n", 2)[1].removeprefix(b"title: "))
    titles = _TITLE.findall(html)
    if len(titles) != 1 or not titles[0].startswith(planned):
        yield f"{path}: judul halaman bukan judul yang direncanakan"
    for load in _LOADS.finditer(html):
        if _FOREIGN.match(html, load.end()):
            yield f"{path}: memuat sesuatu dari situs lain: {html[load.start() : load.end() + 60]}"
