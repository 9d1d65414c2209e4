"""The icons of the theme's sets, by the address below its folder of icons and without `.svg`: `material/leaf`.

Material Design Icons, Apache 2.0; the theme carries them with their licences.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Final

import material

_FOLDER: Final = Path(material.__file__).parent / "templates/.icons"
_NAME: Final = re.compile(r"[a-z0-9-]{1,40}/[a-z0-9-]{1,60}\Z")
_USED: Final = re.compile(r'<use href="#i-([a-z0-9-]+)_([a-z0-9-]+)"')


@cache
def drawing(name: str) -> str:
    """The icon as an SVG element of one line; "" if the sets have none of that name."""
    path = _FOLDER / f"{name}.svg"
    return path.read_text("utf-8").strip() if _NAME.match(name) and path.is_file() else ""


def reference(name: str) -> str:
    """The id under which a page draws the icon."""
    return f"i-{name.replace('/', '_')}"


def symbols(markup: str) -> Iterator[str]:
    """Each icon that `markup` refers to, once, in alphabetical order, as the symbol that is referred to."""
    for group, icon in sorted(set(_USED.findall(markup))):
        name = f"{group}/{icon}"
        yield drawing(name).replace("<svg ", f'<symbol id="{reference(name)}" ', 1).replace("</svg>", "</symbol>")


def unknown(names: Iterable[str]) -> list[str]:
    """Those of `names` that no set has."""
    return [name for name in names if not drawing(name)]
