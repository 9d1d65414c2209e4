"""The icons of the theme's sets, by the address below its folder of icons and without `.svg`: `material/leaf`.

Material Design Icons, Apache 2.0; the theme carries them with their licences.
"""

import re
from collections.abc import Iterator
from functools import cache
from importlib import resources
from typing import Final

_FOLDER: Final = resources.files("material") / "templates/.icons"
_NAME: Final = re.compile(r"[a-z0-9-]{1,40}/[a-z0-9-]{1,60}\Z")
#: The set of most icons; the ids of its own do not name it.
_USUAL: Final = "material/"
_USED: Final = re.compile(r'<use href="#i-([a-z0-9-]+(?:_[a-z0-9-]+)?)"')
#: Where a drawing stands inside of HTML, this says nothing.
_NAMESPACE: Final = ' xmlns="http://www.w3.org/2000/svg"'


@cache
def drawing(name: str) -> str:
    """The icon as an SVG element of one line; "" if the sets have none of that name."""
    path = _FOLDER.joinpath(f"{name}.svg")
    return path.read_text("utf-8").strip() if _NAME.match(name) and path.is_file() else ""


def reference(name: str) -> str:
    """The id under which a page draws the icon."""
    return f"i-{name.removeprefix(_USUAL).replace('/', '_')}"


def _symbols(markup: str) -> Iterator[str]:
    """Each icon that `markup` refers to, once, in alphabetical order, as the symbol that is referred to."""
    for used in sorted(set(_USED.findall(markup))):
        name = used.replace("_", "/") if "_" in used else f"{_USUAL}{used}"
        begun = f'<symbol id="{reference(name)}"'
        yield drawing(name).replace("<svg", begun, 1).replace(_NAMESPACE, "", 1).replace("</svg>", "</symbol>")


def sprite(markup: str) -> str:
    """What a page that holds `markup` must draw once for its icons, where nobody sees it; "" for none."""
    drawn = "".join(_symbols(markup))
    return f'<div hidden><svg class="k-symbols">{drawn}</svg></div>' if drawn else ""
