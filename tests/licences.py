"""`make licences`: the licence of every package in the locks and of what the site hands on; fails on an unknown one."""

import json
import re
import sys
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

import yaml

ROOT = Path(__file__).parent.parent
KNOWN = yaml.safe_load((ROOT / "tests/licences.yml").read_text("utf-8"))
NODE = ("site_templates/css", "site_templates/browser", "tests/audit", "tests/browser_mutants")
#: A text longer than this in a field for a name is the licence itself.
_NAME = 40


def _stated(package: str) -> str:
    """What an installed package says of its licence, "" if nothing that can be read."""
    try:
        said = metadata.metadata(package)
    except metadata.PackageNotFoundError:
        return ""
    classes = [line.rpartition(" :: ")[2] for line in said.get_all("Classifier", []) if line.startswith("License ::")]
    short = said.get("License", "") if len(said.get("License", "")) <= _NAME else ""
    names = [KNOWN["spelt"].get(name, name) for name in (said.get("License-Expression", ""), short, *classes) if name]
    return next(filter(allowed, names), names[0] if names else "")


def _python(lock: str) -> Iterator[tuple[str, str]]:
    text = (ROOT / "requirements" / lock).read_text("utf-8")
    for name in re.findall(r"^([\w.-]+)==", text, re.MULTILINE):
        yield name, KNOWN["packages"].get(name) or _stated(name)


def _node(folder: str) -> Iterator[tuple[str, str]]:
    packages = json.loads((ROOT / folder / "package-lock.json").read_text("utf-8"))["packages"]
    for path in filter(None, packages):
        name = path.rpartition("node_modules/")[2]
        yield name, KNOWN["packages"].get(name) or packages[path].get("license", "")


def listed() -> dict[tuple[str, str], str]:
    """The licence of everything by (what it is for, name): published with the site, needed to build it, a tool."""
    site = dict(_python("site.txt"))
    tools = {name: licence for name, licence in _python("dev.txt") if name not in site}
    for folder in NODE:
        tools |= _node(folder)
    published = {name: {**KNOWN["packages"], **tools, **site}[name] for name in KNOWN["published"].values()}
    uses = {"published": published, "site": site, "tool": tools}
    return {(use, name): licence for use, found in uses.items() for name, licence in sorted(found.items())}


def allowed(licence: str) -> bool:
    """Whether an expression names only licences that we allow: of a choice, one of them."""
    sides = [re.split(r"\s+AND\s+", side.strip("() ")) for side in re.split(r"\s+OR\s+", licence)]
    return any(set(side) <= set(KNOWN["allowed"]) for side in sides)


if __name__ == "__main__":
    for (use, name), licence in listed().items():
        print(f"{use:<10} {name:<40} {licence or 'UNKNOWN'}{'' if allowed(licence) else '   NOT ALLOWED'}")
    sys.exit(not all(map(allowed, listed().values())))
