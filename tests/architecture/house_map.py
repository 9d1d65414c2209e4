"""Draws the map of `generator/` into docs/dev/architecture.md: the street as a picture, every room with its modules.

The order of the rooms is that of the import contract in pyproject.toml, the arrows are the imports that there are, the
words are the first lines of the modules' own docstrings. `make map` writes it; a test holds the page to it.
"""

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import grimp

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "generator"
PAGE = ROOT / "docs/dev/architecture.md"
BEGIN, END = "<!-- map: written by `make map` -->\n", "<!-- end of map -->\n"


def layers() -> list[list[str]]:
    """The rooms of each layer, top first, as the import contract names them."""
    contract = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"][0]
    return [[room.strip().removeprefix("generator.") for room in layer.split("|")] for layer in contract["layers"]]


def arrows() -> set[tuple[str, str]]:
    """(room, room it imports), without those that follow from others."""
    graph = grimp.build_graph("generator", cache_dir=None)
    direct: dict[str, set[str]] = {}
    for module in graph.modules:
        for imported in graph.find_modules_directly_imported_by(module):
            above, below = (name.split(".")[1] if "." in name else "" for name in (module, imported))
            if above and below and above not in (below, "__main__"):
                direct.setdefault(above, set()).add(below)

    def reach(room: str) -> set[str]:
        return {far for near in direct.get(room, ()) for far in {near, *reach(near)}}

    return {
        (room, below)
        for room, found in direct.items()
        for below in found
        if not any(below in reach(other) for other in found - {below})
    }


def picture() -> Iterator[str]:
    """The street as a Mermaid flowchart, from the commands down to the facts that all stages read."""
    yield "```mermaid"
    yield "flowchart TD"
    for layer in layers():
        for room in layer:
            name = room if (PACKAGE / room).is_dir() else f"{room}.py"
            yield f'  {room}["{name}"]'
    yield from (f"  {above} --> {below}" for above, below in sorted(arrows()))
    yield "```"


def first_line(path: Path) -> str:
    """What a file says of itself: the first line of its docstring, or of its first comment."""
    text = path.read_text("utf-8")
    if path.suffix == ".py":
        return (ast.get_docstring(ast.parse(text)) or "").partition("\n")[0]
    return text.partition("\n")[0].removeprefix("#").strip()


def _files(folder: Path) -> list[Path]:
    inner = [path for path in sorted(folder.iterdir()) if path.name not in ("__init__.py", "__pycache__", "py.typed")]
    return [path for path in inner if path.is_file()] + [path for path in inner if path.is_dir()]


def _lines(path: Path, indent: str = "") -> Iterator[str]:
    """An item for a file or room, and below it one for everything inside."""
    if path.is_dir():
        yield f"{indent}- **`{path.name}/`** {first_line(path / '__init__.py')}"
        for inner in _files(path):
            yield from _lines(inner, f"{indent}    ")
    else:
        yield f"{indent}- `{path.name}` {first_line(path)}"


def rooms() -> Iterator[str]:
    """Every room and file, from the ground up."""
    for layer in reversed(layers()):
        for room in sorted(layer, key=lambda room: not (PACKAGE / room).is_dir()):
            folder = PACKAGE / room
            yield from _lines(folder if folder.is_dir() else folder.with_suffix(".py"))


def drawn(page: str) -> str:
    """The page with the map as the tree has it now."""
    head, _, rest = page.partition(BEGIN)
    tail = rest.partition(END)[2]
    lines = [*picture(), "", "From the ground up; each may import only what stands above it here:", "", *rooms()]
    return "\n".join([f"{head}{BEGIN}", *lines, "", f"{END}{tail}"]) if rest else page


def mentioned(page: str) -> set[str]:
    """The files that the map names."""
    return set(re.findall(r"^ *- \*{0,2}`([\w./]+)`", page, re.MULTILINE))


if __name__ == "__main__":
    PAGE.write_text(drawn(PAGE.read_text("utf-8")), "utf-8")
